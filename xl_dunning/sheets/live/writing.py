"""Blocks of values into the open workbook; what stood there is kept until all is well."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import Cell, CellValue, Sheet
from xl_dunning.sheets.live.book import Book, LiveSheet, find_sheet, known_sheet
from xl_dunning.sheets.live.cells import ERRORS, written
from xl_dunning.sheets.live.errors import values_of
from xl_dunning.sheets.live.filters import show_all

PutBack = Callable[[], None]


@contextmanager
def all_or_nothing() -> Iterator[list[PutBack]]:
    """A block of writes; each adds first how it is put back. When one fails, all go back.

    Raises:
        Refusal: LIVE_WRITE_FAILED in the place of whatever Excel said.
    """
    done: list[PutBack] = []
    try:
        yield done
    except Exception as problem:
        for put_back in reversed(done):
            # What can't be put back now must not keep the rest from it.
            try:
                put_back()
            except Exception:  # noqa: BLE001, S112 - see above; the first failure is told
                continue
        if isinstance(problem, Refusal):
            raise
        raise Refusal("LIVE_WRITE_FAILED") from problem


def write_values(
    book: Book,
    sheet: str,
    *,
    top: int,
    left: int,
    rows: Sequence[Sequence[CellValue | int]],
    old_bottom: int,
) -> None:
    """One block of values, padded with blanks down to row ``old_bottom``; rows count from 1.

    Raises:
        Refusal: LIVE_SHEET_GONE; LIVE_WRITE_FAILED, and then the block is as it was.
    """
    with all_or_nothing() as done:
        page = wanted_sheet(book, sheet)
        show_all(page, tables=True)
        put(page, top, left, rows, old_bottom=old_bottom, done=done)


def wanted_sheet(book: Book, name: str, *, just_read: bool = False) -> LiveSheet:
    """The sheet; one that was just read needs no look. Raises Refusal LIVE_SHEET_GONE."""
    sheet = known_sheet(book, name) if just_read else find_sheet(book, name)
    if sheet is None:
        raise Refusal("LIVE_SHEET_GONE", sheet=name)
    return sheet


def put(
    sheet: LiveSheet,
    top: int,
    left: int,
    rows: Sequence[Sequence[CellValue | int]],
    *,
    old_bottom: int,
    done: list[PutBack],
    with_formulas: bool = False,
    before: Sheet | None = None,
) -> None:
    """The block, after how it is put back was added to ``done``.

    ``with_formulas`` puts back formulas too: where none of them stand, that is a question less.
    ``before`` is the sheet as it was just read; without it Excel is asked what stands there.
    """
    width = max((len(row) for row in rows), default=0)
    height = max(len(rows), old_bottom - top + 1)
    if not width or height < 1:
        return
    area = sheet.range((top, left), (top + height - 1, left + width - 1))
    if before is None:
        keep(area, done, with_formulas=with_formulas)
    else:
        old = _as_read(before, top=top, left=left, height=height, width=width)
        done.append(lambda: set_block(area, old))
    block: list[list[Any]] = [
        [*(written(value) for value in row), *[None] * (width - len(row))] for row in rows
    ]
    block += [[None] * width for _ in range(height - len(block))]
    set_block(area, block)


def keep(area: Any, done: list[PutBack], *, with_formulas: bool) -> None:  # noqa: ANN401
    """Remember what stands in an area (an xlwings Range)."""
    values = values_of(area)
    typed = _rows(area.formula, like=values) if with_formulas else values
    block = [
        [_as_it_was(value, text) for value, text in zip(*both, strict=True)]
        for both in zip(values, typed, strict=True)
    ]

    def put_back() -> None:
        set_block(area, block)

    done.append(put_back)


def _as_read(sheet: Sheet, *, top: int, left: int, height: int, width: int) -> list[list[Any]]:
    """What stood in an area, as Excel takes it."""
    cells = {row.number: row.cells for row in sheet.rows if top <= row.number < top + height}
    nothing: dict[int, Cell] = {}
    found = (
        [cells.get(row, nothing).get(column) for column in range(left - 1, left - 1 + width)]
        for row in range(top, top + height)
    )
    return [[cell and (cell.error or written(cell.value)) for cell in line] for line in found]


def set_block(area: Any, block: Sequence[Sequence[Any]]) -> None:  # noqa: ANN401
    """Give the values to Excel as they are: the area has their shape already.

    What ``area.value = block`` does beside this, to find out the shape, asks Excel a dozen times
    for the name of the sheet.
    """
    prepare = area.sheet.book.app.engine.impl.prepare_xl_data_element
    area.raw_value = [[prepare(value, {}) for value in row] for row in block]


def _as_it_was(value: Any, typed: Any) -> Any:  # noqa: ANN401 - whatever Excel gives
    """What to give Excel so that the cell is as it was: its formula, or its value as it is."""
    if isinstance(typed, str) and typed.startswith("=") and typed != value:
        return typed
    return written(value) if isinstance(value, str) and value not in ERRORS else value


def _rows(found: Any, *, like: Sequence[Sequence[Any]]) -> Sequence[Sequence[Any]]:  # noqa: ANN401
    """Formulas row by row: of one cell Excel gives a text, of one row a flat one."""
    if not isinstance(found, tuple | list):
        return [[found]]
    if found and not isinstance(found[0], tuple | list):
        return [found] if len(like) == 1 else [[text] for text in found]
    return found
