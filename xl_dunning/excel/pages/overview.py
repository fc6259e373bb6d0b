"""The sheet Overzicht: four charts from live formulas, each with its figures beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xl_dunning.excel.pages.cells import calculate, set_up_page
from xl_dunning.excel.pages.charts import Bars, add_bars
from xl_dunning.excel.pages.figures import CURRENCY, open_count, open_sum, own_column
from xl_dunning.excel.pages.looks import LINE, PLAIN_AMOUNT, Looks
from xl_dunning.excel.pages.workings import (
    ROWS,
    STAGES,
    TOP,
    largest_name,
    largest_total,
    stage_title,
)
from xl_dunning.excel.plan import WorkbookPlan

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "Overzicht"
_BUCKETS = (
    ("Niet vervallen", ("Lijst_dagen,0",)),
    ("1 t/m 30 dagen", ('Lijst_dagen,">=1"', 'Lijst_dagen,"<=30"')),
    ("31 t/m 60 dagen", ('Lijst_dagen,">=31"', 'Lijst_dagen,"<=60"')),
    ("61 t/m 90 dagen", ('Lijst_dagen,">=61"', 'Lijst_dagen,"<=90"')),
    ("Meer dan 90 dagen", ('Lijst_dagen,">90"',)),
)
_BUCKET_COLOURS = ("7A9CBF", "FDD0A2", "FD8D3C", "D94801", "7F2704")
_WEEKS = 8
_TOP_ROW, _LOWER_ROW = 4, 22
"""Where the upper and the lower blocks begin, rows from 0."""
_LEFT, _RIGHT = 1, 7
"""First column of the blocks at the left and at the right."""
_WIDTHS = (2, 27, 14, 12, 62, 3, 1, 34, 14, 12, 62, 2)
_CHART_COLUMNS = 3
"""The chart stands this many columns right of the first of its block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """One question with its figures and chart."""

    title: str
    headers: tuple[str, str, str]
    """An empty header is a column that the block does not have."""
    lines: Sequence[tuple[str, str, str]]
    """Label, amount and third figure; what begins with ``=`` is a formula, empty stays empty."""
    rest: Sequence[tuple[str, str, str]] = ()
    """Lines below that are in no chart."""
    third_format: str = "0"
    label_format: str = "General"
    note: str = ""


def write_overview(book: Workbook, sheet: Worksheet, plan: WorkbookPlan, looks: Looks) -> None:
    """Write the sheet."""
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    sheet.set_row(0, 30)
    sheet.write_string(0, 1, "Overzicht van uw debiteuren", looks.title())
    sheet.write_string(1, 1, "Peildatum", looks.muted())
    day = looks.of(num_format="dd-mm-yyyy", align="left", bold=True)
    calculate(sheet, 1, 2, "=Peildatum", day)
    sheet.write_string(2, 1, "Bedragen in", looks.muted())
    sheet.write_string(2, 2, "EUR", looks.of(bold=True, align="left", bg_color="#FFF6E0"))
    sheet.data_validation(
        2,
        2,
        2,
        2,
        {"validate": "list", "source": ["EUR", "USD", "GBP", "CHF"], "show_error": False},
    )
    book.define_name(CURRENCY, f"={NAME}!$C$3")
    calculate(sheet, 2, 3, _elsewhere(), looks.muted())
    places = ((_TOP_ROW, _LEFT), (_TOP_ROW, _RIGHT), (_LOWER_ROW, _LEFT), (_LOWER_ROW, _RIGHT))
    blocks = (_ageing(), _largest(), _stages(), _weeks(plan))
    for block, (row, column) in zip(blocks, places, strict=True):
        _write_block(sheet, block, row, column, looks)
    _add_charts(book, sheet)
    sheet.hide_gridlines(2)
    set_up_page(sheet, title=NAME, header=False, pages_high=1)


def _elsewhere() -> str:
    """A sentence where the list holds other currencies, which are not counted."""
    others = f'COUNTIFS(Lijst_open,"<>0",Lijst_valuta,"?*",Lijst_valuta,"<>"&{CURRENCY})-1'
    return f'=IF({others}>0,"Posten in een andere valuta, die hier niet meetellen: "&{others},"")'


def _ageing() -> _Block:
    lines = [
        (label, f"={open_sum(*criteria)}", f"={open_count(*criteria)}")
        for label, criteria in _BUCKETS
    ]
    first, last = _TOP_ROW + 3, _TOP_ROW + 2 + len(lines)
    total = open_sum()
    return _Block(
        title="Hoe oud is wat openstaat?",
        headers=("Te laat", "Openstaand", "Facturen"),
        lines=lines,
        rest=(
            ("Vervaldatum onbekend", f"=ROUND({total}-SUM(C{first}:C{last}),2)", ""),
            ("Totaal", f"={total}", f"={open_count()}"),
        ),
        note="Creditnota's en vooruitbetalingen zijn afgetrokken.",
    )


def _largest() -> _Block:
    first, last = _TOP_ROW + 3, _TOP_ROW + 2 + TOP
    return _Block(
        title="Wie staat er het meest open?",
        headers=("Debiteur", "Openstaand", "Aandeel"),
        lines=[
            (
                largest_name(number),
                largest_total(number),
                f'=IF(OR(I{row}="",{open_sum()}<=0),"",I{row}/{open_sum()})',
            )
            for number, row in enumerate(range(first, last + 1), start=1)
        ],
        rest=(("Alle andere", f"=ROUND({open_sum()}-SUM(I{first}:I{last}),2)", ""),),
        third_format="0%",
        note=f"Gezocht in de eerste {ROWS} rijen van Facturen.".replace("10000", "10.000"),
    )


def _stages() -> _Block:
    first = _LOWER_ROW + 3
    lines = [("Nog geen stap", f"={open_sum(_NO_STAGE)}", f"={open_count(_NO_STAGE)}")]
    for number in range(1, STAGES + 1):
        label = f"$B{first + number}"
        criterion = f"Lijst_fase,{label}"
        lines.append(
            (
                stage_title(number),
                f'=IF({label}="","",{open_sum(criterion)})',
                f'=IF({label}="","",{open_count(criterion)})',
            )
        )
    last = first + STAGES
    return _Block(
        title="Hoe ver zijn we?",
        headers=("Laatste stap", "Openstaand", "Facturen"),
        lines=lines,
        rest=(("Andere stap", f"=ROUND({open_sum()}-SUM(C{first}:C{last}),2)", ""),),
        note="De stappen komen van het blad Beleid.",
    )


_NO_STAGE = 'Lijst_fase,"="'


def _weeks(plan: WorkbookPlan) -> _Block:
    """What is not late yet by its due date, and what was agreed by its day; from today on."""
    agreed = plan.own_sheet("Termijnen")
    left, on, state, currency = (
        own_column(agreed, header) for header in ("Nog te betalen", "Datum", "Stand", "Valuta")
    )
    first = _LOWER_ROW + 3
    lines: list[tuple[str, str, str]] = []
    for number in range(_WEEKS):
        start = f"$H{first + number}"
        end = f"Peildatum-WEEKDAY(Peildatum,2)+{7 * (number + 1)}"
        label = "=Peildatum" if number == 0 else f"=Peildatum-WEEKDAY(Peildatum,2)+{7 * number + 1}"
        due = open_sum(
            "Lijst_dagen,0",
            f'Lijst_vervaldatum,">="&{start}',
            f'Lijst_vervaldatum,"<="&{end}',
            'Lijst_betwist,"<>ja"',
        )
        promised = (
            f'SUMIFS({left},{on},">="&{start},{on},"<="&{end},{state},"{plan.words.running}",'
            f"{currency},{CURRENCY})"
        )
        lines.append((label, f"={due}", f"={promised}"))
    return _Block(
        title="Wat komt er de komende acht weken binnen?",
        headers=("Week vanaf", "Vervalt", "Afgesproken"),
        lines=lines,
        third_format=PLAIN_AMOUNT,
        label_format="dd-mm-yyyy",
        note="Als iedereen op tijd betaalt. Wat te laat is en waarover niets is afgesproken, staat "
        "hier niet bij.",
    )


def _write_block(sheet: Worksheet, block: _Block, row: int, column: int, looks: Looks) -> None:
    for at in range(column, column + 4):
        sheet.write_blank(row, at, None, looks.section())
    sheet.write_string(row, column, block.title, looks.section())
    for offset, header in enumerate(block.headers):
        align = "right" if offset else "left"
        sheet.write_string(row + 1, column + offset, header, looks.muted(bold=True, align=align))
    formats = (block.label_format, PLAIN_AMOUNT, block.third_format)
    for number, line in enumerate((*block.lines, *block.rest)):
        is_total = line[0] == "Totaal"
        for offset, (text, number_format) in enumerate(zip(line, formats, strict=True)):
            look = looks.of(
                num_format=number_format,
                align="right" if offset else "left",
                bold=is_total,
                font_color="#000000" if number < len(block.lines) or is_total else "#5B6776",
                bottom=4,
                bottom_color=LINE,
            )
            place = row + 2 + number, column + offset
            if text.startswith("="):
                calculate(sheet, *place, text, look)
            else:
                sheet.write_string(*place, text, look)
    note_row = row + 2 + len(block.lines) + len(block.rest)
    sheet.write_string(note_row, column, block.note, looks.muted(font_size=8, italic=True))


def _add_charts(book: Workbook, sheet: Worksheet) -> None:
    """One chart per block, over its figures."""
    for row, column, lines, bars in (
        (_TOP_ROW, _LEFT, len(_BUCKETS), Bars(colours=_BUCKET_COLOURS, upright=True)),
        (_TOP_ROW, _RIGHT, TOP, Bars(colours=("4A6785",))),
        (_LOWER_ROW, _LEFT, STAGES + 1, Bars(colours=("F16913",))),
        (
            _LOWER_ROW,
            _RIGHT,
            _WEEKS,
            Bars(
                colours=("7A9CBF", "2E7D6B"),
                upright=True,
                names=("Volgens vervaldatum", "Afgesproken"),
                dates=True,
            ),
        ),
    ):
        add_bars(
            book,
            sheet,
            bars,
            place=(row + 1, column + _CHART_COLUMNS),
            figures=(NAME, row + 2, column, row + 1 + lines),
        )
