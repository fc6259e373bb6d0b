"""A column that the user types in: its look, its dropdown, and what Excel says about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from xl_dunning.excel.pages.cells import LAST_ROW
from xl_dunning.excel.pages.looks import PLAIN_AMOUNT, Looks
from xl_dunning.sheets.marking import DATE_FORMAT

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

YES_NO = ("ja", "nee")
_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2199, 12, 31)
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255


class Kind(Enum):
    """What is typed in the column."""

    TEXT = "text"
    CODE = "code"
    """A number that is a name: zeros in front stay."""
    DATE = "date"
    MONEY = "money"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class InputColumn:
    """One column of a table of the user's."""

    header: str
    width: float
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    source: str = ""
    """A formula that gives the choices, in the place of ``choices``."""
    strict: bool = True
    """Whether another value than the choices is refused; else it is only an offer."""
    about: str = ""
    """Shown beside a cell that is selected; at most 255 letters."""
    extra: bool = False
    """Seldom needed: folded away until the user opens the group."""
    wrap: bool = False

    def look(self, looks: Looks) -> Format:
        """How its cells look."""
        number_format = {
            Kind.CODE: "@",
            Kind.DATE: DATE_FORMAT,
            Kind.MONEY: PLAIN_AMOUNT,
            Kind.COUNT: "0",
        }.get(self.kind, "General")
        align = {Kind.DATE: "center", Kind.COUNT: "center", Kind.MONEY: "right"}
        return looks.of(
            num_format=number_format,
            align=align.get(self.kind, "left"),
            indent=0 if self.kind in (Kind.DATE, Kind.COUNT) else 1,
            text_wrap=self.wrap,
        )


def offer(sheet: Worksheet, at: int, column: InputColumn, *, last_row: int = LAST_ROW) -> None:
    """The dropdown, the limits and the words beside the cells of a column, below its header."""
    rule = validation(column)
    if rule:
        sheet.data_validation(1, at, last_row, at, rule)


def validation(column: InputColumn) -> dict[str, Any]:
    """The rule for the cells as XlsxWriter takes it; empty when there is nothing to say."""
    rule = _limits(column)
    if not rule and not column.about:
        return {}
    rule = rule or {"validate": "any"}
    if column.about:
        rule["input_title"] = column.header[:_LONGEST_TITLE]
        rule["input_message"] = column.about[:_LONGEST_MESSAGE]
    return rule


def _limits(column: InputColumn) -> dict[str, Any]:
    if column.source:
        return {"validate": "list", "source": column.source, "show_error": column.strict}
    if column.choices:
        return {
            "validate": "list",
            "source": list(column.choices),
            "error_type": "stop" if column.strict else "information",
            "show_error": column.strict,
            "error_title": f"{column.header}: kies uit de lijst"[:_LONGEST_TITLE],
            "error_message": _one_of(column.choices),
        }
    if column.kind is Kind.DATE:
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": _FIRST_DAY,
            "maximum": _LAST_DAY,
            "error_title": "Dit is geen datum",
            "error_message": "Typ een datum als 31-12-2026.",
        }
    if column.kind is Kind.MONEY:
        return {
            "validate": "decimal",
            "criteria": "between",
            "minimum": -1_000_000_000,
            "maximum": 1_000_000_000,
            "error_title": "Dit is geen bedrag",
            "error_message": "Typ een bedrag in cijfers, zoals 1234,56, zonder euroteken.",
        }
    if column.kind is Kind.COUNT:
        return {
            "validate": "integer",
            "criteria": "between",
            "minimum": 0,
            "maximum": 3650,
            "error_title": "Dit is geen heel getal",
            "error_message": "Typ een heel getal van 0 of meer.",
        }
    return {}


def _one_of(choices: tuple[str, ...]) -> str:
    return f"Kies een van deze: {', '.join(choices)}. Of laat de cel leeg."[:_LONGEST_MESSAGE]
