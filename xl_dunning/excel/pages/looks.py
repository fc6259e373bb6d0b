"""The look of the workbook: a few calm colours, one font, every cell format made once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

FONT = "Arial"
DARK = "#1F3A5F"
"""Titles, and headers of what the user fills in."""
OURS = "#4A6785"
"""Headers of what the program fills in."""
FILL_IN, FILL_IN_LIGHT = "#8A4B08", "#FFF6E0"
"""Header and cells of the columns that the user fills in on a sheet of the program."""
MUTED = "#5B6776"
"""Explanations."""
LINE = "#D5DBE3"
PALE = "#F3F6FA"
WHITE = "#FFFFFF"
LINK = "#0B5394"

PLAIN_AMOUNT = "#,##0.00"
"""An amount beside a column with its currency."""

RAMP = ("FEEDDE", "FDD0A2", "FDBE85", "FD8D3C", "F16913", "D94801", "7F2704")
"""The colours of the stages, from friendly to urgent: one hue, lighter to darker, so that they
differ for colour-blind eyes and on a grey printer too."""


@dataclass(frozen=True, slots=True)
class Looks:
    """The cell formats of one workbook."""

    book: Workbook
    made: dict[tuple[tuple[str, object], ...], Format] = field(default_factory=dict)

    def of(self, **properties: object) -> Format:
        """The one format with these properties of XlsxWriter."""
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            base = {"font_name": FONT, "font_size": 10, "valign": "vcenter"}
            self.made[key] = self.book.add_format({**base, **properties})
        return self.made[key]

    def paint(self, **properties: object) -> Format:
        """A format for a conditional format, which changes nothing but these properties."""
        key = ("paint", True), *sorted(properties.items())
        if key not in self.made:
            self.made[key] = self.book.add_format(properties)
        return self.made[key]

    def header(self, colour: str = DARK) -> Format:
        """The header of a table."""
        return self.of(
            bold=True,
            font_color=WHITE,
            bg_color=colour,
            text_wrap=True,
            indent=1,
            border=1,
            border_color=WHITE,
        )

    def title(self) -> Format:
        """The title of a sheet that is no table."""
        return self.of(bold=True, font_size=18, font_color=DARK)

    def section(self) -> Format:
        """The title of a part of such a sheet."""
        return self.of(bold=True, font_size=12, font_color=DARK, bottom=1, bottom_color=LINE)

    def muted(self, **more: object) -> Format:
        """Words of explanation."""
        return self.of(font_color=MUTED, **more)
