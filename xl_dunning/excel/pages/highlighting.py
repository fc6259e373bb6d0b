"""Colours on Facturen: one rule per colour of the stages, by the table on Beleid, and grey for
what is blocked or disputed. The word always stands in the cell as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dunning.excel.pages.cells import LAST_ROW
from xl_dunning.excel.pages.looks import LINE, RAMP, Looks
from xl_dunning.sheets.grid import column_letter
from xl_dunning.sheets.marking import HELD_FILL, ink

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

STAGE_TITLES, STAGE_COLOURS = "Beleid_titels", "Beleid_kleuren"
"""Defined names of two columns of Beleid: a conditional format can't name a table."""
_OTHER = (("0.75", "F16913"), ("0.4", "FDBE85"), ("0", "FEEDDE"))
"""A colour of the user's own, or none: how far the stage is in the policy decides."""


def highlight(
    sheet: Worksheet,
    looks: Looks,
    *,
    columns: int,
    stage: int,
    action: int,
    held: tuple[str, ...],
) -> None:
    """Rules over the rows of the table, the first that holds wins; columns count from 0."""
    stage_cell, action_cell = f"${column_letter(stage)}2", f"${column_letter(action)}2"
    at = f"MATCH({stage_cell},{STAGE_TITLES},0)"
    held_words = ",".join(f'{action_cell}="{word}"' for word in held)
    rules = [(f"=OR({held_words})", HELD_FILL)]
    rules += [
        (f'=IFERROR(INDEX({STAGE_COLOURS},{at})="{colour}",FALSE)', colour) for colour in RAMP
    ]
    rules += [
        (f"=IFERROR(({at}-1)/(COUNTA({STAGE_TITLES})-1)>{share},FALSE)", colour)
        for share, colour in _OTHER
    ]
    rules.append((f"=LEN({stage_cell})>0", RAMP[0]))
    for formula, fill in rules:
        sheet.conditional_format(
            1,
            0,
            LAST_ROW,
            columns - 1,
            {
                "type": "formula",
                "criteria": formula,
                "format": looks.paint(
                    bg_color=f"#{fill}",
                    font_color=f"#{ink(fill)}",
                    bottom=1,
                    bottom_color=LINE,
                ),
            },
        )
