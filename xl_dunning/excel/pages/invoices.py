"""The sheet Facturen: the open items, how late they are today, and what the last round said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dunning.excel.pages.cells import define_hidden
from xl_dunning.excel.pages.columns import YES_NO, InputColumn, Kind
from xl_dunning.excel.pages.days_late import FORMULA
from xl_dunning.excel.pages.highlighting import highlight
from xl_dunning.excel.pages.looks import OURS, Looks
from xl_dunning.excel.pages.tables import (
    TableColumn,
    TablePage,
    typed_column,
    underline,
    write_table,
)
from xl_dunning.excel.plan import PlanRow, WorkbookPlan
from xl_dunning.sheets.marking import LIVE_COLUMN, ResultColumn
from xl_dunning.sheets.names import EXTENT, Area, column_name

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME, TABLE = "Facturen", "tblFacturen"
_WIDER = {"actie": 34.0, "reden": 104.0}
"""The longest words of ours fit."""

COLUMNS = (
    InputColumn(
        header="Factuurnummer",
        width=15,
        kind=Kind.CODE,
        about="Het nummer zoals het op de factuur staat. Samen met het debiteurnummer herkent het "
        "programma hieraan de factuur.",
    ),
    InputColumn(
        header="Debiteurnummer",
        width=15,
        kind=Kind.CODE,
        about="Het klantnummer uit uw boekhouding. De gegevens bij dit nummer staan op het blad "
        "Debiteuren.",
    ),
    InputColumn(header="Debiteurnaam", width=32),
    InputColumn(header="Factuurdatum", width=12, kind=Kind.DATE),
    InputColumn(
        header="Vervaldatum",
        width=12,
        kind=Kind.DATE,
        about="De laatste dag waarop de klant op tijd betaalt. Leeg: factuurdatum plus de "
        "betalingstermijn.",
    ),
    InputColumn(
        header="Bedrag",
        width=13,
        kind=Kind.MONEY,
        about="Het hele factuurbedrag, inclusief btw. Een creditnota is negatief.",
    ),
    InputColumn(
        header="Openstaand",
        width=13,
        kind=Kind.MONEY,
        about="Wat nog betaald moet worden, inclusief btw. 0 is betaald. Een creditnota of "
        "vooruitbetaling is negatief.",
    ),
    InputColumn(
        header="Valuta",
        width=8,
        choices=("EUR", "USD", "GBP", "CHF"),
        strict=False,
        about="Leeg is euro.",
    ),
    InputColumn(header="Omschrijving", width=30, extra=True),
    InputColumn(
        header="Betalingstermijn",
        width=14,
        kind=Kind.COUNT,
        about="Dagen vanaf de factuurdatum. Telt alleen als Vervaldatum leeg is.",
        extra=True,
    ),
    InputColumn(
        header="Termijn afgesproken",
        width=13,
        choices=YES_NO,
        about="nee: de termijn staat alleen op de factuur en is niet met de klant afgesproken. "
        "Leeg: wat in Instellingen staat.",
        extra=True,
    ),
    InputColumn(
        header="Betwist",
        width=9,
        choices=YES_NO,
        about="ja: de klant is het er niet mee eens. Er gaat geen brief over deze factuur uit.",
    ),
    InputColumn(
        header="Overslaan",
        width=11,
        choices=YES_NO,
        about="ja: deze factuur nu niet aanmanen. Zet de reden in Reden overslaan.",
    ),
    InputColumn(header="Reden overslaan", width=26, extra=True),
    InputColumn(
        header="Factuurbestand",
        width=18,
        about="Naam van de pdf in uw factuurmap. Die gaat mee als het beleid om een kopie vraagt.",
        extra=True,
    ),
    InputColumn(
        header="Aanmaningen",
        width=13,
        kind=Kind.COUNT,
        about="Hoeveel brieven er al uit waren voordat u dit programma gebruikte.",
        extra=True,
    ),
    InputColumn(
        header="Laatste herinnering",
        width=13,
        kind=Kind.DATE,
        about="Wanneer de laatste van die brieven uitging.",
        extra=True,
    ),
)
"""What the user fills in or imports; the results come right after."""


def write_invoices(book: Workbook, sheet: Worksheet, plan: WorkbookPlan, looks: Looks) -> None:
    """Write the sheet, with the hidden names by which the program knows its own columns."""
    results = [_result(column, looks) for column in plan.result_columns]
    columns = (*(typed_column(column, looks) for column in COLUMNS), *results)
    rows = [_with_results(row, number, plan) for number, row in enumerate(plan.invoices, start=2)]
    write_table(
        sheet,
        TablePage(
            name=TABLE,
            title=NAME,
            columns=columns,
            rows=rows,
            frozen=3,
            typed=dict(enumerate(COLUMNS)),
        ),
        looks,
    )
    keys = {column.key: at for at, column in enumerate(plan.result_columns, start=len(COLUMNS))}
    highlight(
        sheet,
        looks,
        columns=len(columns),
        stage=keys["fase"],
        action=keys["actie"],
        held=plan.words.held,
    )
    underline(sheet, len(columns), looks)
    places = [(column_name(key), _area(at, at, 1)) for key, at in keys.items()]
    define_hidden(book, [*places, (EXTENT, _area(0, len(columns) - 1, max(len(rows), 1) + 1))])


def _area(left: int, right: int, bottom: int) -> str:
    return str(Area(sheet=NAME, left=left + 1, top=1, right=right + 1, bottom=bottom))


def _result(column: ResultColumn, looks: Looks) -> TableColumn:
    is_number = "0" in column.format
    is_date = "yy" in column.format
    return TableColumn(
        header=column.header,
        width=_WIDER.get(column.key, column.width),
        look=looks.of(
            num_format=column.format or "General",
            align="right"
            if is_number and len(column.format) > 1
            else "center"
            if is_number or is_date
            else "left",
            indent=0 if is_date or column.format == "0" else 1,
        ),
        header_colour=OURS,
        formula=FORMULA if column.key == LIVE_COLUMN else "",
    )


def _with_results(row: PlanRow, number: int, plan: WorkbookPlan) -> PlanRow:
    found = {column.header: column.values.get(number) for column in plan.result_columns}
    return {**row, **found}
