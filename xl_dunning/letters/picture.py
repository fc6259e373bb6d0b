"""A picture in a letter: the value of a field such as ``{{ qr_code }}``."""

from __future__ import annotations

from dataclasses import dataclass

RELATION = "rIdXldPicture"
"""Name of the relation by which every part that shows the picture refers to it."""

_EMU_PER_MM = 36_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A PNG picture, printed as a square of so many millimetres."""

    png: bytes
    millimetres: int
    description: str

    def markup(self) -> str:
        """The drawing, to stand inside a text run: it closes the text and opens it again."""
        side = self.millimetres * _EMU_PER_MM
        return (
            '</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/'
            'drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{side}" cy="{side}"/>'
            f'<wp:docPr id="2001" name="Betaalcode" descr="{self.description}"/>'
            '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            '<pic:nvPicPr><pic:cNvPr id="0" name="betaalcode.png"/><pic:cNvPicPr/></pic:nvPicPr>'
            "<pic:blipFill><a:blip xmlns:r="
            '"http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
            f'r:embed="{RELATION}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
            '<w:r><w:t xml:space="preserve">'
        )
