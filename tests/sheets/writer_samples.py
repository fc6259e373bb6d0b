"""Lists as users have them, and results as a run gives them: real files, made on the spot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.marking import (
    Highlight,
    MarkValue,
    OwnSheet,
    ResultColumn,
    SheetColumn,
    WriteOutcome,
)
from xl_dunning.sheets.opening import open_grid
from xl_dunning.sheets.reading import ColumnMatch, Layout
from xl_dunning.sheets.writer import write_marked

HEADERS = (
    ("Factuurnummer", "Factuurnummer"),
    ("Debiteurnummer", "Debiteurnummer"),
    ("Debiteurnaam", "Debiteurnaam"),
    ("Factuurdatum", "Factuurdatum"),
    ("Vervaldatum", "Vervaldatum"),
    ("Openstaand", "Openstaand"),
)
AS_OF = date(2026, 11, 21)
STAGES = ("Herinnering", "Aanmaning", "Ingebrekestelling", "Incassobureau", "Geblokkeerd")
COLOURS = ("FEEDDE", "FDBE85", "F16913", "7F2704", "D9D9D9")
HIGHLIGHTS = tuple(
    Highlight(key="fase", word=word, fill=fill, ink="FFFFFF" if fill == "7F2704" else "000000")
    for word, fill in zip(STAGES, COLOURS, strict=True)
)
NAMES = (
    "Bakkerij De Gouden Korenaar & Zonen VOF",
    "Stichting Vrienden van het Noordelijk Scheepvaartmuseum te Groningen",
    "J. van der Berg-Ruijgrok",
    "Café 't Hoekje",
    "Ø. Sørensen Installatietechniek en Duurzame Energieoplossingen B.V.",
)


def invoice(number: int) -> list[MarkValue]:
    """One row of a list, different for every number."""
    due = AS_OF - timedelta(days=number * 3 % 120)
    return [
        f"2026-{number:04d}",
        f"{10_000 + number % 25}",
        NAMES[number % len(NAMES)],
        due - timedelta(days=30),
        due,
        Decimal(number * 7_919 % 900_000) / 100,
    ]


def make_list(
    path: Path,
    *,
    rows: int = 6,
    top: int = 1,
    left: int = 0,
    table: bool = False,
    autofilter: bool = False,
    extra: Mapping[str, MarkValue] | None = None,
    sheet: str = "Openstaande posten",
) -> Path:
    """A list with its header in row ``top`` and its first column at index ``left``."""
    with xlsxwriter.Workbook(path) as book:
        made = book.add_worksheet(sheet)
        head = book.add_format({"bold": True, "bg_color": "#DDEBF7", "bottom": 1})
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        money = book.add_format({"num_format": "#,##0.00"})
        last, right = top - 1 + rows, left + len(HEADERS) - 1
        if table:
            made.add_table(
                top - 1, left, last, right, {"columns": [{"header": name} for name, _ in HEADERS]}
            )
        for column, (name, _) in enumerate(HEADERS, start=left):
            made.write(top - 1, column, name, head)
        for number in range(1, rows + 1):
            for column, value in enumerate(invoice(number), start=left):
                if isinstance(value, date):
                    made.write_datetime(top - 1 + number, column, value, day)
                elif isinstance(value, Decimal):
                    made.write_number(top - 1 + number, column, value, money)
                else:
                    made.write_string(top - 1 + number, column, str(value))
        made.set_column(left, right, 16)
        made.set_column(left + 2, left + 2, 44)
        made.freeze_panes(top, 0)
        if autofilter:
            made.autofilter(top - 1, left, last, right)
    if extra:
        add(path, extra, sheet=sheet)
    return path


def add(path: Path, cells: Mapping[str, MarkValue], *, sheet: str = "Openstaande posten") -> None:
    """Put values in cells as a user does; a formula has no saved result then."""
    book = load_workbook(path)
    for cell, value in cells.items():
        book[sheet][cell] = value
    book.save(path)


def layout_of(
    path: Path,
    *,
    rows: int = 6,
    top: int = 1,
    left: int = 0,
    kind: str = "xlsx",
    sheet: str = "Openstaande posten",
) -> Layout:
    """Where the reader finds the table that ``make_list`` made."""
    return Layout(
        path=path,
        kind=kind,
        sheet=sheet,
        header_row=top,
        last_row=top + rows,
        columns=tuple(
            ColumnMatch(index=left + number, header=header, field=field)
            for number, (header, field) in enumerate(HEADERS)
        ),
        signature="",
    )


def results(rows: int = 6, *, top: int = 1) -> tuple[ResultColumn, ...]:
    """The eight result columns for the rows below header row ``top``."""
    numbers = {top + number: number for number in range(1, rows + 1)}
    stages = {row: STAGES[number % len(STAGES)] for row, number in numbers.items()}
    return (
        _column("dagen", "Dagen te laat", {row: n * 3 % 120 for row, n in numbers.items()}, 14),
        _column("fase", "Fase", stages, 18),
        _column("actie", "Actie", dict.fromkeys(numbers, "brief sturen"), 18),
        _column("vanaf", "Actie vanaf", dict.fromkeys(numbers, date(2026, 11, 24)), 13),
        _column("reden", "Reden", dict.fromkeys(numbers, "De vervaldatum is verstreken."), 32),
        _column("rente", "Rente", dict.fromkeys(numbers, Decimal("12.34")), 12),
        _column("kosten", "Incassokosten", dict.fromkeys(numbers, Decimal("40.00")), 15),
        _column("totaal", "Te vorderen", dict.fromkeys(numbers, Decimal("1234.56")), 14),
    )


def _column(key: str, header: str, values: Mapping[int, MarkValue], width: float) -> ResultColumn:
    return ResultColumn(key=key, header=header, values=values, width=width)


def own_sheets(listed: str = "Openstaande posten") -> tuple[OwnSheet, ...]:
    """A Controle with a link and a Logboek with dropdowns."""
    controle = OwnSheet(
        name="Controle",
        title="Controlepunten op 21-11-2026",
        columns=(
            SheetColumn(header="Ernst", width=10),
            SheetColumn(header="Blad", width=22),
            SheetColumn(header="Cel", width=8),
            SheetColumn(header="Waarde", width=18),
            SheetColumn(header="Wat is er, en wat kunt u doen", width=70),
        ),
        rows=(
            ("fout", listed, "E3", "31-02-2026", "Deze datum bestaat niet. Verbeter de datum."),
            ("let op", listed, "C4", "=1+1", "De naam lijkt een formule. Kijk of zij klopt."),
        ),
        links={(0, 2): f"'{listed}'!E3", (1, 2): f"'{listed}'!C4"},
    )
    return controle, logboek(("e1", "letter"), ("e2", "call"))


def logboek(*events: tuple[str, str]) -> OwnSheet:
    """A Logboek with these events."""
    return OwnSheet(
        name="Logboek",
        title="Logboek",
        columns=(
            SheetColumn(header="Id", width=10),
            SheetColumn(header="Datum", width=12),
            SheetColumn(header="Gebeurtenis", width=18, choices=("brief", "e-mail", "telefoon")),
            SheetColumn(header="Notitie", width=40),
        ),
        rows=tuple((key, AS_OF, kind, None) for key, kind in events),
    )


def run(
    source: Path,
    target: Path,
    *,
    layout: Layout | None = None,
    columns: Sequence[ResultColumn] | None = None,
    sheets: Sequence[OwnSheet] = (),
    grid: Grid | None = None,
    password: str | None = None,
) -> WriteOutcome:
    """Write results into a list as a run does; what is not given is the plain case."""
    return write_marked(
        source,
        target,
        layout=layout or layout_of(source),
        columns=results() if columns is None else columns,
        highlights=HIGHLIGHTS,
        sheets=sheets,
        grid=grid or open_grid(source, password=password),
        password=password,
    )


def content(book: Workbook) -> dict[str, dict[str, tuple[object, str]]]:
    """Every cell that holds something: per sheet, address to value and number format."""
    return {
        sheet.title: {
            cell.coordinate: (cell.value, cell.number_format)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        for sheet in book.worksheets
    }


def header_of(path: Path, *, row: int = 1, sheet: str = "Openstaande posten") -> dict[str, str]:
    """Header text to column letter, of one row."""
    book = load_workbook(path)
    return {
        str(cell.value): cell.column_letter for cell in book[sheet][row] if cell.value is not None
    }
