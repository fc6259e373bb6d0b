"""Controleren: what is wrong or odd in the list, on the sheet Controle; nothing else changes."""

from __future__ import annotations

from xl_dunning.frontends.check import check
from xl_dunning.frontends.live_door import INVOICES, list_in, live_door
from xl_dunning.frontends.report_sheets import controle
from xl_dunning.frontends.ribbon.days import reference_date
from xl_dunning.frontends.ribbon.desk import Press, Told, told
from xl_dunning.frontends.ribbon.findings import findings_told
from xl_dunning.frontends.ribbon.putting import put_sheet
from xl_dunning.frontends.ribbon.showing import show_sheet
from xl_dunning.sheets.live import read_grid

CHECKED = "Controle"


def check_list(press: Press) -> Told:
    """Read the list as a run would and put what was found on Controle."""
    result = check(list_in(press.book), as_of=reference_date(press), door=live_door(press.book))
    sheet = controle(result.findings, result.prepared.reading.skipped)
    put_sheet(press.book, sheet, read_grid(press.book, only=(CHECKED,)))
    show_sheet(press.book, CHECKED)
    found = findings_told(result.findings)
    return Told(sentences=found) if found else told("CHECKED_CLEAN", sheet=INVOICES)
