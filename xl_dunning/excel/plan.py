"""What the workbook is built from: the words of the frontends, a policy, and rows to begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeAlias

from xl_dunning.rules.policy import DunningPolicy
from xl_dunning.sheets.marking import MarkValue, OwnSheet, ResultColumn

PlanRow: TypeAlias = Mapping[str, MarkValue]
"""Header to value; a header that is not there is an empty cell."""


class SettingKind(Enum):
    """How the cell of a setting is typed."""

    TEXT = "text"
    """Kept as typed: digits in it are a name, not a number."""
    AMOUNT = "amount"
    DAYS = "days"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingLine:
    """One setting as the sheet Instellingen explains it."""

    key: str
    about: str
    example: str = ""
    choices: tuple[str, ...] = ()
    """Offered in a dropdown."""
    strict: bool = True
    """Whether nothing but the choices is possible."""
    kind: SettingKind = SettingKind.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingGroup:
    """Settings that belong together, under one heading."""

    title: str
    lines: tuple[SettingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonLine:
    """A button of the tab as Start and Uitleg explain it."""

    group: str
    label: str
    short: str
    """Half a line, for Start."""
    long: str
    """A few sentences, for Uitleg."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpSection:
    """A part of the sheet Uitleg: what is explained, and how, line by line."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """The words in the cells that the live formulas look for; the run writes the same ones."""

    letter: str
    """Begins the action of an item that a letter is due for, such as ``Brief: Aanmaning``."""
    held: tuple[str, ...]
    """Actions of items that are blocked or disputed."""
    disputed: str
    error: str
    """A finding that keeps a letter inside, on Controle."""
    attention: str
    """Any other finding."""
    running: str
    """An agreement that still holds, on Termijnen."""
    late: str
    agreements: tuple[str, ...]
    """The kinds that Afspraken knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookPlan:
    """Everything that the sheets are made of. The same plan gives the same bytes."""

    policy: DunningPolicy
    """Fills the sheet Beleid."""
    policies: tuple[str, ...]
    """Names that a debtor's Beleid may hold."""
    templates: tuple[str, ...]
    """Names of letter templates that a stage may use."""
    words: SheetWords
    setting_groups: tuple[SettingGroup, ...]
    buttons: tuple[ButtonLine, ...]
    help: tuple[HelpSection, ...]
    result_columns: tuple[ResultColumn, ...]
    """With the values by row number of Facturen, the first item being row 2."""
    own_sheets: tuple[OwnSheet, ...]
    """Belijst, Termijnen, Advies, Controle, Verschil and Logboek, mostly without rows."""
    invoices: tuple[PlanRow, ...] = ()
    debtors: tuple[PlanRow, ...] = ()
    agreements: tuple[PlanRow, ...] = ()
    settings: Mapping[str, MarkValue] = field(default_factory=dict)
    reference_date: date | None = None
    """Peildatum; None lets the workbook take today."""
    hidden_sheets: Mapping[str, Sequence[Sequence[MarkValue | bool]]] = field(default_factory=dict)
    """Sheets for the program alone, in their order, such as ``_ribbon``: rows from A1."""

    def own_sheet(self, name: str) -> OwnSheet:
        """The sheet of ours of that name. Raises KeyError without one."""
        return {sheet.name: sheet for sheet in self.own_sheets}[name]
