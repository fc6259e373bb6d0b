"""What the user types on the sheets between two clicks is taken in, and never lost."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.frontends.ribbon.bench import TODAY, Bench, days_ago, debtor, invoice, workbook
from xl_dunning.frontends.logbook import list_events


def company(folder: Path) -> Bench:
    return workbook(
        folder,
        [invoice("2026-001", "1", 100.0, late=20), invoice("2026-002", "2", 50.0, late=20)],
        [debtor("1"), debtor("2")],
    )


def type_row(bench: Bench, sheet: str, row: Mapping[str, object]) -> None:
    """Type a row below what stands on a sheet."""
    page = bench.page(sheet)
    headers = {text: column for (number, column), text in page.cells_at.items() if number == 1}
    number = 1 + max(number for number, _ in page.cells_at)
    for header, value in row.items():
        page.put((number, headers[header]), value)


MARKS = [
    ("Overslaan", "ja", "Overgeslagen", "she skips it"),
    ("Betwist", "ja", "Betwisting oplossen", "it is disputed"),
    ("Vervaldatum", days_ago(-9), "Geen", "she gave him more time"),
    ("Openstaand", 0.0, "Geen", "he paid this morning"),
]


@pytest.mark.parametrize(("header", "value", "action", "why"), MARKS)
def test_a_mark_on_an_invoice_holds_its_letter(
    tmp_path: Path, header: str, value: object, action: str, why: str
) -> None:
    bench = company(tmp_path)
    bench.press("xldCompute")
    bench.type_in("Facturen", "2026-001", header, value)
    assert bench.press("xldLetters").startswith("1 brief gemaakt"), why
    row = bench.row("Facturen", "2026-001")
    assert row["Actie"] == action


def test_an_event_typed_on_the_log_gets_its_place_there(tmp_path: Path) -> None:
    bench = company(tmp_path)
    typed = {
        "Datum": f"{TODAY:%d-%m-%Y}",
        "Debiteurnummer": "1",
        "Gebeurtenis": "blokkade",
        "Notitie": "overleg met directie",
    }
    type_row(bench, "Logboek", typed)
    bench.press("xldCompute")
    (row,) = bench.rows("Logboek")
    assert row["Id"], "it has a name of its own now"
    assert row["Notitie"] == "overleg met directie"
    assert bench.row("Facturen", "2026-001")["Actie"] == "Geblokkeerd"
    bench.press("xldCompute")
    assert bench.rows("Logboek") == [row], "and is read as the same event again"
    bench.press("xldLetters")
    events = list_events(str(tmp_path / "debiteurendossier.sqlite"), debtor="1")
    assert [(event.kind, event.note) for event in events] == [("block", "overleg met directie")]


@pytest.mark.parametrize(
    ("sheet", "row"),
    [
        ("Logboek", {"Datum": "gisteren", "Debiteurnummer": "1", "Gebeurtenis": "telefoon"}),
        ("Belijst", {"Debiteurnummer": "1", "Uitkomst": "weet ik niet", "Notitie": "hond blafte"}),
        ("Afspraken", {"Debiteurnummer": "1", "Soort": "belofte", "Notitie": "komt goed"}),
    ],
)
def test_what_can_not_be_read_stays_as_typed_and_is_told(
    tmp_path: Path, sheet: str, row: dict[str, str]
) -> None:
    bench = company(tmp_path)
    type_row(bench, sheet, row)
    for control in ("xldCompute", "xldLetters", "xldCalls"):
        bench.press(control)
        kept = [one for one in bench.rows(sheet) if row.items() <= one.items()]
        assert len(kept) == 1, control
        assert any(found["Blad"] == sheet for found in bench.rows("Controle") if "Blad" in found)


def test_a_debtor_typed_by_hand_is_used_at_once(tmp_path: Path) -> None:
    bench = workbook(tmp_path, [invoice("2026-001", "1", 100.0, late=20)])
    assert "0 brieven te maken" in bench.press("xldCompute")
    type_row(bench, "Debiteuren", debtor("1"))
    assert bench.press("xldLetters").startswith("1 brief gemaakt")
