"""Where our result columns stand in the open list: by header where that is sure, else by name."""

from __future__ import annotations

from collections.abc import Sequence

from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import Row
from xl_dunning.sheets.live.book import Book
from xl_dunning.sheets.marking import ResultColumn
from xl_dunning.sheets.names import column_name, parse_area
from xl_dunning.sheets.words import compact, text_of


def places_of(
    book: Book, sheet: str, header: Row, columns: Sequence[ResultColumn]
) -> dict[str, int]:
    """Key of each column to its index, A is 0.

    All headers once and beside each other in our order can be nobody's but ours, and Excel is
    asked nothing. Otherwise she moved, renamed or deleted some, or has a column "Rente" of her
    own: then our hidden names decide. Only a workbook without any of them goes by the headers.

    Raises:
        Refusal: LIVE_COLUMNS_GONE.
    """
    heads = {index: compact(text_of(cell)) for index, cell in header.cells.items()}
    by_header = {
        column.key: found[0]
        for column in columns
        if len(found := [i for i, text in heads.items() if text == compact(column.header)]) == 1
    }
    ordered = [by_header.get(column.key, -1) for column in columns]
    if ordered and ordered == list(range(ordered[0], ordered[0] + len(columns))):
        return by_header
    named = {column.key: _named(book, sheet, column.key) for column in columns}
    places = {key: index for key, index in named.items() if index is not None} or by_header
    missing = [column.header for column in columns if column.key not in places]
    if missing or len(set(places.values())) < len(places):
        raise Refusal(
            "LIVE_COLUMNS_GONE",
            sheet=sheet,
            columns=", ".join(missing or [column.header for column in columns]),
        )
    return places


def _named(book: Book, sheet: str, key: str) -> int | None:
    try:
        refers_to = str(book.names[column_name(key)].refers_to)
    except Exception:  # noqa: BLE001 - every system has an error of its own for a missing name
        return None
    area = parse_area(refers_to.removeprefix("="))
    if area is None or area.sheet.casefold() != sheet.casefold():
        return None
    return area.left - 1
