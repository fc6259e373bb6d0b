"""Filters of the spreadsheet program in memory, by the names that Excel for Windows has for them.

While rows are filtered out, Excel gives every row that is shown the first value of a block that is
written, and the others none (https://github.com/xlwings/xlwings/issues/747).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class FilteredSheet(Protocol):
    """The sheet as its filters know it."""

    hidden_by: dict[str, frozenset[int]]

    def count(self, what: str) -> None:
        """Count a question."""


@dataclass(frozen=True, slots=True)
class Filtered:
    """The filter of a sheet or of one of its tables."""

    sheet: FilteredSheet
    name: str

    @property
    def FilterMode(self) -> bool:  # noqa: N802 - as Excel calls it
        self.sheet.count("filter mode")
        return bool(self.sheet.hidden_by.get(self.name))

    def ShowAllData(self) -> None:  # noqa: N802 - as Excel calls it
        self.sheet.count("show all")
        del self.sheet.hidden_by[self.name]


@dataclass(frozen=True, slots=True)
class WithFilter:
    """A table as Excel itself gives it."""

    AutoFilter: Filtered
