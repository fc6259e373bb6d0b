"""What the tests may rely on in LibreOffice: macros that run, figures that are right, files."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.office.calc import CalcSheet, Document, Office, document, opened
from tests.office.open_books import in_calc, page_of
from xl_dunning.sheets.grid import CellValue
from xl_dunning.sheets.live import read_grid, write_values
from xl_dunning.sheets.opening import open_grid

pytestmark = pytest.mark.office

MODULE = """
Function Dubbel(getal, tekst)
  Dubbel = tekst & " " & CStr(2 * getal)
End Function
"""


@pytest.fixture
def live(office: Office) -> Iterator[Document]:
    made = document(office, ("Blad", "Ander"))
    yield made
    made.ask("close")


def test_a_macro_of_the_document_gets_arguments_and_answers(live: Document) -> None:
    live.ask("add_module", "Proef", MODULE)
    assert live.macro("Standard.Proef.Dubbel", 21, "Café") == "Café 42"


def test_what_a_macro_can_t_do_is_told(live: Document) -> None:
    with pytest.raises(RuntimeError, match="Geen"):
        live.macro("Standard.Proef.Geen")


def test_a_formula_is_computed_and_its_error_is_read_as_one(live: Document) -> None:
    sheet = page_of(in_calc(live), "Blad")
    assert isinstance(sheet, CalcSheet)
    sheet.write((1, 1, 1, 3), [[20.0, "=A1*2+1", "=A1/0"]])
    assert sheet.read((1, 1, 1, 3)) == ((20.0, 41.0, "#DIV/0!"),)
    sheet.write((1, 1, 1, 1), [[1.0]])
    live.ask("recalculate")
    assert sheet.read((1, 2, 1, 1)) == ((3.0,),)


def test_what_it_stores_is_what_was_in_it(live: Document, tmp_path: Path) -> None:
    book = in_calc(live)
    rows: list[tuple[CellValue, ...]] = [("Factuurnummer", "Bedrag"), ("0042", Decimal("12.34"))]
    write_values(book, "Blad", top=1, left=1, rows=rows, old_bottom=0)
    live.store(tmp_path / "boek.xlsx")
    before = read_grid(book).sheets[0]
    assert open_grid(tmp_path / "boek.xlsx").sheets[0] == before
    again = opened(live.office, tmp_path / "boek.xlsx")
    assert read_grid(in_calc(again)).sheets[0] == before
    again.ask("close")
