"""Filters, switched to show everything before a block is written.

Excel writes a block into a filtered range by putting its first value into every row that is shown
and nothing into the others. So nothing is written while rows are filtered out.
"""

from __future__ import annotations

import sys
from typing import Any

from xl_dunning.sheets.live.book import LiveSheet


def show_all(sheet: LiveSheet, *, tables: bool = False) -> None:
    """Let every row be shown; ``tables`` also those of the Excel tables on the sheet.

    The filter buttons stay, but for a sheet's own ones on a Mac.
    """
    native = sheet.api
    if sys.platform == "darwin" and hasattr(native, "autofilter_mode"):
        if native.autofilter_mode.get():
            native.autofilter_mode.set(False)
        for table in sheet.tables if tables else ():
            if table.show_autofilter:
                table.show_autofilter = False
                table.show_autofilter = True
        return
    _show(native)
    for table in sheet.tables if tables else ():
        _show(table.api.AutoFilter)


def _show(filtered: Any) -> None:  # noqa: ANN401 - a sheet or a filter, as Excel itself gives it
    if filtered is not None and filtered.FilterMode:
        filtered.ShowAllData()
