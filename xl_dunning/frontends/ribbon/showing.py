"""Overzicht, Instellingen, Uitleg: bring a sheet in view, and nothing more."""

from __future__ import annotations

from xl_dunning.frontends.ribbon.desk import Press, Told
from xl_dunning.sheets.live import Book, wanted_sheet

_SHEETS = {"xldOverview": "Overzicht", "xldSettings": "Instellingen", "xldHelp": "Uitleg"}


def show(press: Press) -> Told:
    """Bring the sheet of the button in view."""
    show_sheet(press.book, _SHEETS[press.control])
    return Told()


def show_sheet(book: Book, name: str) -> None:
    """Bring a sheet in view.

    Raises:
        Refusal: LIVE_SHEET_GONE when the user removed it.
    """
    wanted_sheet(book, name).activate()


def show_cell(book: Book, sheet: str, *, row: int, column: int) -> None:
    """Bring a cell in view and select it, ready to be typed in; both count from 1."""
    page = wanted_sheet(book, sheet)
    page.activate()
    page.range((row, column)).select()
