"""Native Excel charts in the colours of the workbook: bars that a glance can read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from xl_dunning.excel.pages.looks import FONT, LINE, MUTED

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_SIZE = {"width": 430, "height": 300}
_AXIS_FONT = {"name": FONT, "size": 9, "color": MUTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """How one chart looks."""

    colours: tuple[str, ...]
    """One per series; with one series and more colours, one per bar."""
    upright: bool = False
    """Standing columns; else lying bars, the first on top."""
    names: tuple[str, ...] = ()
    """Of the series, which are stacked and explained below the chart; none for a single one."""
    dates: bool = False
    """Whether the labels are days."""


def add_bars(
    book: Workbook,
    sheet: Worksheet,
    bars: Bars,
    *,
    place: tuple[int, int],
    figures: tuple[str, int, int, int],
) -> None:
    """Put a chart at a cell; ``figures`` are sheet, first row, column of the labels, last row."""
    kind = {"type": "column" if bars.upright else "bar"}
    chart = book.add_chart({**kind, "subtype": "stacked"} if bars.names else kind)
    name, first, labels, last = figures
    for number in range(len(bars.names) or 1):
        series: dict[str, Any] = {
            "categories": [name, first, labels, last, labels],
            "values": [name, first, labels + 1 + number, last, labels + 1 + number],
            "fill": {"color": f"#{bars.colours[number]}"},
            "gap": 45,
        }
        if bars.names:
            series["name"] = bars.names[number]
        elif len(bars.colours) > 1:
            series["points"] = [{"fill": {"color": f"#{colour}"}} for colour in bars.colours]
        chart.add_series(series)
    amounts = {
        "num_format": "#,##0",
        "num_font": _AXIS_FONT,
        "major_gridlines": {"visible": True, "line": {"color": LINE, "width": 0.5}},
        "line": {"none": True},
    }
    words: dict[str, Any] = {
        "num_font": _AXIS_FONT,
        "line": {"color": LINE},
        "major_tick_mark": "none",
    }
    if bars.dates:
        words |= {"text_axis": True, "num_format": "dd-mm"}
    if not bars.upright:
        words["reverse"] = True
        amounts["label_position"] = "high"
    # XlsxWriter calls the labels of lying bars the y axis.
    across, up = (words, amounts) if bars.upright else (amounts, words)
    chart.set_x_axis(across)
    chart.set_y_axis(up)
    if bars.names:
        chart.set_legend({"position": "bottom", "font": _AXIS_FONT})
    else:
        chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    chart.set_size(_SIZE)
    sheet.insert_chart(*place, chart, {"object_position": 2, "x_offset": 6, "y_offset": 5})
