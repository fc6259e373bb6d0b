"""Files that can not be opened, and the sentence that they get."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sheets import traps
from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.opening import open_grid

GOOD = '<row r="1"><c r="A1"><v>1</v></c></row>'
SHEET = "xl/worksheets/sheet1.xml"
SAVE = "Open het in Excel en sla het op als Excel-werkmap (.xlsx)"
CORRUPT = (
    "Het bestand lijst.xlsx is beschadigd of niet volledig. Download of exporteer het opnieuw; of"
    " open het in Excel, laat Excel het herstellen en sla het op."
)


def refused(path: Path, *, password: str | None = None) -> str:
    with pytest.raises(Refusal) as caught:
        open_grid(path, password=password)
    return refusal_text(caught.value)


def good_parts() -> dict[str, bytes]:
    return traps.book_parts(traps.sheet_xml(GOOD))
