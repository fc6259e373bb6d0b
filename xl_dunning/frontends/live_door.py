"""The open workbook as the list: what is read is what stands in it now, saved or not."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from xl_dunning.frontends.door import Door, Marks
from xl_dunning.frontends.options import ListOptions
from xl_dunning.frontends.places import make_folder
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.live import Book, read_grid, write_results
from xl_dunning.sheets.marking import WriteOutcome

INVOICES, DEBTORS, AGREEMENTS = "Facturen", "Debiteuren", "Afspraken"
SETTINGS, POLICY, CALLS, LOG = "Instellingen", "Beleid", "Belijst", "Logboek"
READ = (INVOICES, DEBTORS, AGREEMENTS, SETTINGS, POLICY, CALLS, LOG)
"""The sheets in which the user types; what stands on the others is made from these."""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
"""A workbook in OneDrive or SharePoint has an address on the web, not a place on this disk."""
_HOME = "xl-dunning"


def live_door(book: Book) -> Door:
    """The door of this open workbook, which is read once: while a button works, nobody types."""

    @cache
    def grid() -> Grid:
        return read_grid(book, only=READ)

    def read(_: ListOptions) -> Grid:
        listed = next((sheet for sheet in grid().sheets if sheet.name == INVOICES), None)
        if listed is None:
            raise Refusal("LIVE_NO_INVOICE_SHEET")
        if len(listed.rows) < 2:  # noqa: PLR2004 - nothing below the headers
            raise Refusal("LIVE_NO_INVOICES")
        return grid()

    def write(marks: Marks, _: Path) -> WriteOutcome:
        return write_results(book, marks.layout, marks.columns, marks.sheets, marks.grid)

    return Door(read=read, write=write, makes_file=False, has_own_headers=True)


def list_in(book: Book) -> ListOptions:
    """The list in this open workbook; letters and case file come beside it.

    Raises:
        Refusal: TARGET_FOLDER_CLOSED when a workbook on the web gets no folder on this disk.
    """
    name = _full_name(book)
    place = place_of(name)
    if str(place) != name:
        make_folder(place)
    return ListOptions(file=place, sheet=INVOICES)


def _full_name(book: Book) -> str:
    """Its place; only its name where xlwings finds no place on this disk for one on the web."""
    try:
        return str(book.fullname)
    except Exception:  # noqa: BLE001 - it says so by an error, and settings that we do not use
        return str(book.name)


def place_of(full_name: str, *, documents: Path | None = None) -> Path:
    """Where a workbook counts as lying: its own place, or for one on the web the documents folder.

    ``documents`` is the user's own folder for documents when it is not ``~/Documents``.
    """
    name = re.split(r"[/\\]", full_name)[-1] or "Debiteuren.xlsm"
    path = Path(full_name)
    if _ADDRESS.match(full_name) or not path.is_absolute():
        home = documents or Path.home() / "Documents"
        return home / _HOME / name
    return path
