"""No row disappears silently: items and skipped rows together are all rows, on any junk."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sheets.grids import PATH
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import Cell, Grid, Row, Sheet
from xl_dunning.sheets.reader import understand
from xl_dunning.sheets.words import is_blank

HEADERS = ("Klantnr", "Naam", "Factuurnr", "Factuurdatum", "Vervaldatum", "Bedrag", "Openstaand")

WORDS = "Totaal|Subtotaal Jansen|Jansen BV|10023|10023 Jansen|F1|F2|Konto 3003|ja|-|\xa0"
VALUES = "1.234|€ 1.234,56|31-02-2026|31-12-2026|12/31/2026"
texts = st.sampled_from((*HEADERS, *WORDS.split("|"), *VALUES.split("|")))
cells = st.one_of(
    st.none(),
    texts.map(Cell),
    st.text(max_size=6).map(Cell),
    st.decimals(min_value=-9999, max_value=99999, places=2).map(Cell),
    st.integers(min_value=0, max_value=10**17).map(lambda number: Cell(Decimal(number))),
    st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)).map(Cell),
    st.booleans().map(Cell),
    st.just(Cell(None, error="#N/A")),
    st.just(Cell(None, uncalculated=True)),
)
numbers = st.integers(min_value=1, max_value=99)
real = st.builds(
    lambda number, amount, blank: [
        None if index == blank else cell
        for index, cell in enumerate(
            (
                Cell(f"10{number % 7}"),
                Cell(f"Naam {number % 7}"),
                Cell(Decimal(number)),
                Cell(date(2026, 1, 5)),
                Cell(date(2026, 2, 4)),
                Cell(Decimal(500)),
                Cell(amount),
            )
        )
    ],
    numbers,
    st.decimals(min_value=-50, max_value=400, places=2),
    st.one_of(st.none(), st.integers(min_value=0, max_value=6)),
)
junk = st.lists(st.one_of(real, st.lists(cells, min_size=1, max_size=9)), max_size=12)


def as_sheet(rows: list[list[Cell | None]]) -> Sheet:
    header = Row(1, {index: Cell(text) for index, text in enumerate(HEADERS)})
    return Sheet(
        "Lijst",
        (
            header,
            *(
                Row(number, {i: cell for i, cell in enumerate(row) if cell is not None})
                for number, row in enumerate(rows, 2)
            ),
        ),
    )


@settings(max_examples=300, deadline=None)
@given(junk)
def test_items_and_skipped_rows_are_all_rows(rows: list[list[Cell | None]]) -> None:
    sheet = as_sheet(rows)
    try:
        reading = understand(Grid("xlsx", (sheet,)), path=PATH)
    except Refusal:
        return
    filled = [
        row.number
        for row in sheet.rows[1:]
        if not all(is_blank(cell) for cell in row.cells.values())
    ]
    accounted = [*reading.rows.values(), *(row.row for row in reading.skipped)]
    assert sorted(accounted) == filled
    assert len(set(accounted)) == len(accounted)


@settings(max_examples=200, deadline=None)
@given(junk)
def test_every_item_is_readable_or_has_an_error_that_says_why(
    rows: list[list[Cell | None]],
) -> None:
    try:
        reading = understand(Grid("xlsx", (as_sheet(rows),)), path=PATH)
    except Refusal:
        return
    told = {f.place.row for f in reading.findings if f.severity == "error" and f.place}
    for item in reading.ledger.items:
        if item.unreadable:
            assert reading.rows[item.ref] in told
        else:
            assert item.debtor
            assert item.invoice
            assert item.open is not None
            assert item.due_date is not None or item.open <= 0


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(cells, max_size=9), max_size=8))
def test_a_sheet_of_nothing_but_junk_is_read_or_refused(rows: list[list[Cell | None]]) -> None:
    sheet = as_sheet(rows)
    try:
        understand(Grid("xlsx", (Sheet("Lijst", sheet.rows[1:]),)), path=PATH)
    except Refusal as refusal:
        assert refusal.code  # noqa: PT017 - either outcome is right, a crash is not
