"""The sheets beside the list: Instellingen, Afspraken, Logboek, Belijst and Beleid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from xl_dunning.rules.findings import Finding, Place, error
from xl_dunning.sheets.columns import Columns
from xl_dunning.sheets.grid import Cell, CellValue, Grid, Row, Sheet, column_letter
from xl_dunning.sheets.header import Table, table_at
from xl_dunning.sheets.reading import TableRow
from xl_dunning.sheets.values import Values
from xl_dunning.sheets.words import compact, is_blank, text_of

SIDE_SHEETS = (
    "Afspraken",
    "Logboek",
    "Instellingen",
    "Beleid",
    "Belijst",
    "Termijnen",
    "Advies",
    "Controle",
    "Verschil",
)
"""Sheets with a place of their own: never the list of open items."""
_SIDE = frozenset(compact(name) for name in SIDE_SHEETS)
_KEPT = re.compile(r"(?:\s*\((?:oud|\d+|xl_dunning[^)]*)\))+$", re.IGNORECASE)
"""What follows the name of a sheet that we kept for the user's notes, or of a copy of one."""

AGREEMENT_HEADERS = (
    "Debiteurnummer",
    "Factuurnummer",
    "Soort",
    "Datum",
    "Bedrag",
    "Tot en met",
    "Notitie",
    "Termijnen",
    "Door",
)
LOG_HEADERS = (
    "Id",
    "Datum",
    "Debiteurnummer",
    "Factuurnummer",
    "Gebeurtenis",
    "Fase",
    "Kanaal",
    "Betalen voor",
    "Bedrag",
    "Tot en met",
    "Notitie",
    "Document",
    "Ronde",
    "Vingerafdruk",
    "Trekt in",
    "Uitkomst",
    "Termijnen",
    "Door",
    "Sjabloon",
    "Betreft",
)
CALL_HEADERS = (
    "Actie",
    "Debiteurnummer",
    "Naam",
    "Telefoon",
    "Contactpersoon",
    "Openstaand",
    "Valuta",
    "Facturen",
    "Oudste factuur",
    "Oudste vervaldatum",
    "Dagen te laat",
    "Fase",
    "Laatste contact",
    "Laatste uitkomst",
    "Toegezegd",
    "Wanneer bellen",
    "Belscript",
    "Uitkomst",
    "Datum afspraak",
    "Bedrag",
    "Notitie",
    "Gebeld op",
    "Door",
    "Belijst van",
)
"""The columns of these sheets, as the case file reads and writes them."""
_KEYS = frozenset({"Id", "Debiteurnummer", "Factuurnummer", "Ronde"})
_DATES = frozenset({"Datum", "Tot en met", "Betalen voor"}) | {
    *("Datum afspraak", "Gebeld op", "Belijst van", "Oudste vervaldatum"),
}
_AMOUNTS = frozenset({"Bedrag", "Openstaand"})
_LINES = frozenset({"Facturen", "Laatste uitkomst", "Toegezegd", "Belscript"})
"""Texts of ours whose line breaks are kept."""
_CALL_SHEET = re.compile(r"belijst(?:xldunning\d*)?")
"""Ours has a name of its own where the user has a sheet Belijst herself; see ``names.beside``."""
_VALUE_HEADERS = frozenset({"waarde", "value", "inhoud", "uwkeuze", "invulling", "gegeven"})
_ROWS_SEARCHED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SideSheets:
    """What was found beside the list."""

    settings: Mapping[str, CellValue] = field(default_factory=dict)
    agreements: tuple[TableRow, ...] = ()
    log: tuple[TableRow, ...] = ()
    calls: tuple[TableRow, ...] = ()
    """Sheet Belijst, as far as it is ours."""
    policy: tuple[TableRow, ...] = ()
    findings: tuple[Finding, ...] = ()


def is_side_sheet(name: str) -> bool:
    """Whether a sheet of that name is never the list, nor the debtors.

    >>> is_side_sheet("belijst"), is_side_sheet("Termijnen (oud)"), is_side_sheet("Termijnen 2026")
    (True, True, False)
    """
    return compact(_KEPT.sub("", name)) in _SIDE


def read_side_sheets(grid: Grid, *, apart_from: Sheet | None) -> SideSheets:
    """Everything beside the list that has a fixed sheet name."""
    named = {compact(sheet.name): sheet for sheet in grid.sheets if sheet is not apart_from}
    problems: list[Finding] = []
    return SideSheets(
        settings=_settings(named.get("instellingen"), problems),
        agreements=_rows(named.get("afspraken"), AGREEMENT_HEADERS, grid, problems),
        log=_rows(named.get("logboek"), LOG_HEADERS, grid, problems),
        calls=tuple(
            row
            for name, sheet in named.items()
            if _CALL_SHEET.fullmatch(name) and _is_our_call_list(sheet)
            for row in _rows(sheet, CALL_HEADERS, grid, problems)
        ),
        policy=_rows(named.get("beleid"), (), grid, problems),
        findings=tuple(problems),
    )


def setting_cells(sheet: Sheet) -> Iterator[tuple[Row, str, int]]:
    """The rows of Instellingen with the key as typed, and the column index of its value.

    Under a header such as Waarde stands the value, also when it is blank and an explanation
    follows; without one it is the next cell that holds something.
    """
    column: int | None = None
    for at, row in enumerate(sheet.rows):
        filled = [(i, cell) for i, cell in sorted(row.cells.items()) if not is_blank(cell)]
        if not filled or not isinstance(filled[0][1].value, str):
            continue
        # "naam" is a header as well as the first thing a user sets: its neighbour tells.
        headers = [i for i, cell in filled[1:] if compact(text_of(cell)) in _VALUE_HEADERS]
        if at == 0 and headers:
            column = headers[0]
            continue
        beside = filled[1][0] if len(filled) > 1 else filled[0][0] + 1
        yield row, text_of(filled[0][1]), beside if column is None else column


def _settings(sheet: Sheet | None, problems: list[Finding]) -> dict[str, CellValue]:
    settings: dict[str, CellValue] = {}
    if sheet is None:
        return settings
    for row, key, index in setting_cells(sheet):
        cell = row.cells.get(index) or Cell(None)
        if cell.error or cell.uncalculated:
            place = _place(sheet, row, index, key)
            problems.append(_bad(cell, place))
        settings[key] = _plain(cell)
    return settings


def _plain(cell: Cell) -> CellValue:
    return text_of(cell) if cell.shown or isinstance(cell.value, str) else cell.value


def _rows(
    sheet: Sheet | None, known: tuple[str, ...], grid: Grid, problems: list[Finding]
) -> tuple[TableRow, ...]:
    """The rows of a side sheet; ``known`` are its headers, none when they are read as they are."""
    table = _side_table(sheet, known) if sheet else None
    if table is None:
        return ()
    canonical = {compact(name): name for name in known}
    columns = Columns(table=table)
    for index, header in table.headers.items():
        columns.of.setdefault(canonical.get(compact(header), header), index)
    values = Values(columns=columns, date1904=grid.date1904)
    return tuple(
        TableRow(
            place=Place(sheet=table.sheet.name, row=row.number),
            values={name: _typed(values, row, name, problems, bool(known)) for name in columns.of},
        )
        for row in table.rows
    )


def _is_our_call_list(sheet: Sheet) -> bool:
    """Whether most of our columns are there: a list of the user's own is none of our business."""
    table = _side_table(sheet, CALL_HEADERS)
    headers = {compact(header) for header in table.headers.values()} if table else set[str]()
    return 2 * len(headers & {compact(name) for name in CALL_HEADERS}) > len(CALL_HEADERS)


def _side_table(sheet: Sheet, known: tuple[str, ...]) -> Table | None:
    """The table whose header row holds most of the known headers; the first row without any."""
    wanted = {compact(name) for name in known}

    def matches(row: Row) -> int:
        return sum(compact(text_of(cell)) in wanted for cell in row.cells.values())

    rows = sheet.rows[:_ROWS_SEARCHED]
    if not rows:
        return None
    return table_at(sheet, max(rows, key=matches).number)


def _typed(
    values: Values,
    row: Row,
    name: str,
    problems: list[Finding],
    typed: bool,  # noqa: FBT001
) -> CellValue:
    cell = values.cell(row, name)
    if cell is None or is_blank(cell):
        return None
    if typed and name in _KEYS:
        return values.key(row, name, problems) or None
    # What can't be read stays as typed: the case file says so, and the sheet keeps it.
    if typed and name in _DATES:
        return values.day(row, name, []) or text_of(cell)
    if typed and name in _AMOUNTS:
        amount = values.money(row, name, [])
        return text_of(cell) if amount is None else amount
    if cell.error or cell.uncalculated:
        problems.append(_bad(cell, values.place(row, name)))
        return None
    return (_lines(cell) if name in _LINES else text_of(cell)) if typed else _plain(cell)


def _lines(cell: Cell) -> str:
    """The text with the line breaks that we gave it."""
    return cell.value.strip() if isinstance(cell.value, str) else text_of(cell)


def _bad(cell: Cell, place: Place) -> Finding:
    code = "CELL_ERROR" if cell.error else "CELL_UNCALCULATED"
    return error(code, value=text_of(cell), place=place)


def _place(sheet: Sheet, row: Row, index: int, header: str) -> Place:
    return Place(
        sheet=sheet.name, row=row.number, column=header, cell=f"{column_letter(index)}{row.number}"
    )
