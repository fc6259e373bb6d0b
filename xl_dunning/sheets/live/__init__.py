"""The open workbook as a door: read as a grid, written in whole blocks, through xlwings.

Every question to Excel takes its time, however small it is. So a sheet is read at once and written
at once, and nothing here asks more when there are more rows.
"""

from __future__ import annotations

from xl_dunning.sheets.live.book import Book
from xl_dunning.sheets.live.reading import defined_value, read_grid
from xl_dunning.sheets.live.results import write_results
from xl_dunning.sheets.live.selecting import Selection, selection
from xl_dunning.sheets.live.state import StateKey, StateValue, read_state, write_state
from xl_dunning.sheets.live.tables import append_rows, replace_table, table_end
from xl_dunning.sheets.live.writing import wanted_sheet, write_values

__all__ = [
    "Book",
    "Selection",
    "StateKey",
    "StateValue",
    "append_rows",
    "defined_value",
    "read_grid",
    "read_state",
    "replace_table",
    "selection",
    "table_end",
    "wanted_sheet",
    "write_results",
    "write_state",
    "write_values",
]
