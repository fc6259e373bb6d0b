"""Debtor data, from a sheet of its own or from the columns of the list itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xl_dunning.rules.findings import Finding, Place, warning
from xl_dunning.rules.ledger import Debtor
from xl_dunning.sheets.grid import Grid, Row, Sheet
from xl_dunning.sheets.header import Table, find_table
from xl_dunning.sheets.sidesheets import is_side_sheet
from xl_dunning.sheets.values import Values
from xl_dunning.sheets.wording import debtor_kind, language
from xl_dunning.sheets.words import compact, text_of, trimmed

_DATA = frozenset(
    {"Adres", "Postcode", "Plaats", "E-mail", "Telefoon", "Soort", "Taal", "Beleid", "KvK"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtorRow:
    """A debtor and where it stands."""

    debtor: Debtor
    place: Place


def find_debtor_table(grid: Grid, *, apart_from: Sheet | None) -> Table | None:
    """The table with debtor data of a file; None without one."""
    found = [
        table
        for sheet in grid.sheets
        if sheet is not apart_from
        # A call list holds debtors too, but what it says of them came from here.
        and not is_side_sheet(sheet.name)
        and (table := find_table(sheet, debtors=True)) is not None
        and table.fields & {"Debiteurnummer", "Debiteurnaam"}
        and table.fields & _DATA
        and not table.fields & {"Vervaldatum", "Openstaand"}
    ]
    return max(found, key=_likeness, default=None)


def _likeness(table: Table) -> tuple[bool, int]:
    return compact(table.sheet.name) == "debiteuren", len(table.fields)


def read_debtor_rows(values: Values) -> tuple[list[DebtorRow], list[Finding]]:
    """All debtors of a table, doubled ones included."""
    found: list[DebtorRow] = []
    problems: list[Finding] = []
    for row in values.columns.table.rows:
        if row.number in values.columns.table.repeats:
            continue
        own: list[Finding] = []
        name = values.text(row, "Debiteurnaam", own)
        number = values.key(row, "Debiteurnummer", own)
        if not values.has("Debiteurnummer"):
            number = name
        if number:
            debtor = debtor_on_row(values, row, number=number, problems=own)
            found.append(DebtorRow(debtor=debtor, place=values.place(row, "Debiteurnummer")))
        elif not own:
            own.append(
                warning(
                    "DEBTOR_ROW_WITHOUT_NUMBER",
                    {"name": name},
                    place=values.place(row, "Debiteurnummer"),
                )
            )
        problems += [replace(problem, debtor=number) for problem in own]
    return found, problems


def debtor_on_row(
    values: Values, row: Row, *, number: str, problems: list[Finding], in_list: bool = False
) -> Debtor:
    """The debtor as one row describes it. In the list itself a hold is one of the item."""
    kind = None
    kind_cell = values.cell(row, "Soort")
    if kind_cell is not None and not values.blank(row, "Soort"):
        kind = debtor_kind(kind_cell.value, values.columns.header("Soort"))
        if kind is None:
            problems.append(values.doubt(row, "Soort", "KIND_UNREADABLE"))
    until = values.day(row, "Niet aanmanen tot", problems)
    reason = values.text(row, "Reden", problems)
    hold = "" if in_list else _hold(values, row, problems)
    if until is None and not values.blank(row, "Niet aanmanen tot"):
        hold = hold or _quote(values, row, "Niet aanmanen tot")
    return Debtor(
        number=number,
        name=values.text(row, "Debiteurnaam", problems),
        contact=values.text(row, "T.a.v.", problems),
        address=_address(values, row, problems),
        postcode=values.text(row, "Postcode", problems),
        city=values.text(row, "Plaats", problems),
        country=values.text(row, "Land", problems),
        email=values.text(row, "E-mail", problems),
        phone=values.text(row, "Telefoon", problems),
        kind=kind,
        language=language(values.text(row, "Taal", problems)) or "nl",
        policy=values.text(row, "Beleid", problems),
        hold=bool(hold),
        hold_until=until,
        hold_reason=reason or hold,
        kvk=values.text(row, "KvK", problems),
        vat_number=values.text(row, "Btw-nummer", problems),
        direct_debit=not in_list
        and values.flag(row, "Automatische incasso", problems, unclear=True),
        recurring=values.flag(row, "Terugkerende levering", problems, unclear=False),
    )


def _hold(values: Values, row: Row, problems: list[Finding]) -> str:
    """Why this debtor gets no reminders, as header and value; empty when he does."""
    if values.flag(row, "Overslaan", problems, unclear=True):
        return _quote(values, row, "Overslaan")
    if not values.blank(row, "Aanmanen") and not values.flag(
        row, "Aanmanen", problems, unclear=False
    ):
        return _quote(values, row, "Aanmanen")
    return ""


def _quote(values: Values, row: Row, name: str) -> str:
    return trimmed(f"{values.columns.header(name)}: {text_of(values.cell(row, name))}")


def _address(values: Values, row: Row, problems: list[Finding]) -> str:
    """Street, house number and addition on one line, as it stands on an envelope."""
    street, number, addition, box = (
        values.text(row, name, problems) for name in ("Adres", "Huisnummer", "Toevoeging", "Bus")
    )
    bus = box if not box or box.casefold().startswith("bus") else f"bus {box}"
    return " ".join(part for part in (street, number, addition, bus) if part)
