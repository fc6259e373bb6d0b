"""Importeren: the export of this week over the list of last week."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from tests.acceptance.company import SETTINGS
from tests.frontends.ribbon.bench import (
    Bench,
    days_ago,
    debtor,
    invoice,
    workbook,
)
from tests.frontends.ribbon.exports import export


def exported(number: str, who: str, amount: object, due: object) -> dict[str, object]:
    """A row as an accounting package writes it, with headers of its own."""
    return {
        "Factuurnr": number,
        "Klantnr": who,
        "Klantnaam": f"Klant {who}",
        "Datum": days_ago(70),
        "Vervaldag": due,
        "Openstaand saldo": amount,
    }


def last_week(folder: Path) -> Bench:
    return workbook(
        folder,
        [invoice(f"2026-00{number}", "1", 100.0 * number, late=20) for number in (1, 2, 3)],
        [debtor("1", Telefoon="030-hers")],
        own_column="Mijn notitie",
    )


def bring(bench: Bench, *rows: dict[str, object], choice: str = "") -> str:
    bench.choose_export(export(bench.folder / "week48.xlsx", rows))
    return bench.press("xldImport", choice)


def test_an_export_comes_in_beside_her_own_marks(tmp_path: Path) -> None:
    bench = last_week(tmp_path)
    bench.type_in("Facturen", "2026-001", "Betwist", "ja")
    bench.type_in("Facturen", "2026-001", "Mijn notitie", "0042")
    said = bring(
        bench,
        exported("2026-001", "1", 60.0, days_ago(20)),
        exported("2026-003", "1", 300.0, days_ago(20)),
        exported("2026-009", "0088", 75.5, days_ago(3)),
    )
    assert said == (
        "Ingelezen uit “week48.xlsx”: 3 facturen, waarvan 1 nieuw. Eén factuur staat er niet meer "
        "in en is van het blad gehaald; Controle noemt haar. Nieuw op het blad Debiteuren: "
        "1 debiteur. Klik nu op Berekenen."
    )
    known = bench.row("Facturen", "2026-001")
    assert known["Openstaand"] == 60.0
    assert known["Betwist"] == "ja"
    assert known["Mijn notitie"] == "0042", "text stays text"
    new = bench.row("Facturen", "2026-009")
    assert new["Debiteurnummer"] == "0088", "a number of a debtor keeps its zeros"
    assert new["Vervaldatum"] == datetime.combine(days_ago(3), datetime.min.time())
    assert [row["Debiteurnummer"] for row in bench.rows("Debiteuren")] == ["1", "0088"]
    assert bench.row("Debiteuren", "1")["Telefoon"] == "030-hers"
    page = bench.page("Facturen")
    assert page.table_areas["tblFacturen"][2] == 4, "the table ends with its last row"
    assert len(page.formulas) == 3, "the live column goes along"
    (gone,) = (row for row in bench.rows("Controle") if row.get("Factuur") == "2026-002")
    assert "staat niet meer in de nieuwe lijst" in gone["Wat is er, en wat kunt u doen?"]
    read = [row for row in bench.rows("Controle") if row["Ernst"] == "Gelezen"]
    assert [row["Kolom"] for row in read][:2] == ["Factuurnr (A)", "Klantnr (B)"]


def test_what_can_not_be_read_comes_along_with_a_question_mark(tmp_path: Path) -> None:
    """Then it is seen, corrected, and no letter goes out until it was."""
    bench = last_week(tmp_path)
    said = bring(
        bench,
        exported("2026-001", "1", 60.0, days_ago(20)),
        exported("2026-002", "1", 60.0, days_ago(20)),
        exported("2026-010", "1", "honderd", days_ago(20)),
        exported("2026-011", "1", 10.0, "31-02-2026"),
    )
    assert "Het blad Controle noemt 2 fouten" in said
    assert bench.row("Facturen", "2026-010")["Openstaand"] == "? honderd"
    assert bench.row("Facturen", "2026-011")["Vervaldatum"] == "? 31-02-2026"
    bench.press("xldLetters")
    assert bench.row("Facturen", "2026-011")["Actie"] == "Controleren"
    bench.type_in("Facturen", "2026-011", "Vervaldatum", days_ago(20))
    bench.type_in("Facturen", "2026-010", "Openstaand", 100.0)
    bench.press("xldCompute")
    assert bench.row("Facturen", "2026-011")["Actie"] != "Controleren"


def test_doubled_numbers_come_in_twice_and_are_held(tmp_path: Path) -> None:
    bench = last_week(tmp_path)
    bring(
        bench,
        *(exported(f"2026-00{number}", "1", 60.0, days_ago(20)) for number in (1, 2, 3, 3)),
    )
    assert len(bench.rows("Facturen")) == 4
    bench.press("xldCompute")
    doubled = [row for row in bench.rows("Facturen") if row["Factuurnummer"] == "2026-003"]
    assert [row["Actie"] for row in doubled] == ["Controleren", "Controleren"]


def many(folder: Path) -> Bench:
    return workbook(
        folder,
        [invoice(f"2026-0{number}", "1", 100.0, late=20) for number in range(10, 20)],
        [debtor("1")],
    )


@pytest.mark.parametrize(
    ("choice", "why"), [("1", "she said yes"), ("", "she chose the same file once more")]
)
def test_a_list_that_is_far_too_short_asks_first(tmp_path: Path, choice: str, why: str) -> None:
    bench = many(tmp_path)
    before = bench.snapshot()
    said = bring(bench, exported("2026-010", "1", 60.0, days_ago(20)))
    assert said.startswith("Van de 10 facturen staan er 9 niet in de nieuwe lijst.")
    assert bench.state("melding", "soort") == "vraag"
    after = bench.snapshot()
    assert {name for name in after if after[name] != before[name]} == {"_ribbon"}
    assert bench.press("xldImport", choice).startswith("Ingelezen"), why
    assert len(bench.rows("Facturen")) == 1


def test_a_question_is_not_answered_by_another_file(tmp_path: Path) -> None:
    bench = many(tmp_path)
    bring(bench, exported("2026-010", "1", 60.0, days_ago(20)))
    bench.choose_export(
        export(tmp_path / "andere.xlsx", [exported("2026-010", "1", 60.0, days_ago(20))])
    )
    assert "misschien is het een andere lijst" in bench.press("xldImport")
    assert len(bench.rows("Facturen")) == 10


def test_the_first_import_fills_an_empty_workbook(tmp_path: Path) -> None:
    bench = workbook(tmp_path)
    bring(bench, exported("2026-001", "1", 60.0, days_ago(20)))
    assert len(bench.rows("Facturen")) == 1
    assert bench.press("xldCompute").startswith("Berekend voor")


REFUSED = [
    ("", "Er is geen bestand gekozen."),
    ("weg.xlsx", "weg.xlsx"),
    ("Debiteuren.xlsm", "“Debiteuren.xlsm” is deze werkmap zelf."),
    ("brief.txt", "«brief»"),
]


@pytest.mark.parametrize(("name", "said"), REFUSED)
def test_a_file_that_is_no_list_changes_nothing(tmp_path: Path, name: str, said: str) -> None:
    bench = last_week(tmp_path)
    (tmp_path / "Debiteuren.xlsm").write_bytes(b"PK\x05\x06" + bytes(18))
    (tmp_path / "brief.txt").write_text("Geachte heer", encoding="utf-8")
    if name:
        bench.choose_export(tmp_path / name)
    before = bench.snapshot()
    assert said in bench.refused("xldImport")
    assert bench.snapshot() == before


def test_a_column_that_could_be_two_is_asked_and_answered_on_instellingen(tmp_path: Path) -> None:
    bench = workbook(tmp_path, settings={**SETTINGS, "kolom vervaldatum": "Datum Z"})
    row = exported("2026-001", "1", 60.0, None)
    del row["Vervaldag"]
    bench.choose_export(export(tmp_path / "a.xlsx", [{**row, "Datum Z": days_ago(9)}]))
    bench.press("xldImport")
    assert bench.row("Facturen", "2026-001")["Vervaldatum"].date() == days_ago(9)
    bench.press("xldCompute")  # the answer is about exports; Facturen has our own headers
    del row["Openstaand saldo"]
    bench.choose_export(export(tmp_path / "b.xlsx", [{**row, "Datum Z": days_ago(9), "X": 1.0}]))
    said = bench.refused("xldImport")
    assert "In deze werkmap geeft u zo'n antwoord op het blad Instellingen" in said


@pytest.mark.parametrize("protected", ["Controle", "Facturen", "Debiteuren"])
def test_a_sheet_that_refuses_leaves_the_workbook_as_it_was(tmp_path: Path, protected: str) -> None:
    bench = last_week(tmp_path)
    bench.choose_export(
        export(
            tmp_path / "week48.xlsx",
            [exported(f"2026-00{number}", "5", 60.0, days_ago(20)) for number in (1, 2, 3, 4, 5)],
        )
    )
    bench.page(protected).protected = True
    before = bench.snapshot()
    assert bench.refused("xldImport", "1").startswith("Excel liet niets in de werkmap zetten.")
    assert bench.snapshot() == before


def test_a_note_below_the_table_is_not_written_over(tmp_path: Path) -> None:
    bench = last_week(tmp_path)
    bench.page("Facturen").cells_at[7, 3] = "Bellen met de bank"
    bench.choose_export(export(tmp_path / "a.xlsx", [exported("2026-001", "1", 1.0, days_ago(9))]))
    before = bench.snapshot()
    assert "staat in rij 7 iets onder de tabel" in bench.refused("xldImport")
    assert bench.snapshot() == before


def test_an_invoice_typed_below_the_table_is_one_of_hers(tmp_path: Path) -> None:
    """Excel mostly takes such a row into the table by itself, but not always."""
    bench = last_week(tmp_path)
    cells = bench.page("Facturen").cells_at
    cells[5, 1], cells[5, 2], cells[5, 12] = "2026-004", "1", "ja"
    bring(
        bench,
        *(exported(f"2026-00{number}", "1", 60.0, days_ago(20)) for number in (1, 2, 3, 4)),
    )
    assert bench.row("Facturen", "2026-004")["Betwist"] == "ja"
    assert bench.page("Facturen").table_areas["tblFacturen"][2] == 5


def test_her_own_formulas_stay_formulas(tmp_path: Path) -> None:
    bench = last_week(tmp_path)
    page = bench.page("Facturen")
    (column,) = (c for (row, c), text in page.cells_at.items() if text == "Mijn notitie")
    page.formulas[2, column] = "=[@Openstaand]*1.21"
    bring(
        bench,
        *(exported(f"2026-00{number}", "1", 60.0, days_ago(20)) for number in (1, 2, 3, 4)),
    )
    assert [page.formulas.get((row, column)) for row in range(2, 6)] == ["=[@Openstaand]*1.21"] * 4


def test_what_stands_beside_the_table_is_left_alone(tmp_path: Path) -> None:
    bench = last_week(tmp_path)
    cells = bench.page("Facturen").cells_at
    beside = {(1, 40): "Mijn totalen", (2, 40): 600.0}
    cells.update(beside)
    bring(
        bench,
        *(exported(f"2026-00{number}", "1", 60.0, days_ago(20)) for number in (1, 2, 3, 4)),
    )
    assert {at: value for at, value in cells.items() if at[1] >= 30} == beside


def test_a_list_behind_a_password_is_refused_with_what_to_do_in_excel(tmp_path: Path) -> None:
    bench = last_week(tmp_path)
    open_ = export(tmp_path / "open.xlsx", [exported("2026-001", "1", 60.0, days_ago(20))])
    locked = tmp_path / "week48.xlsx"
    with open_.open("rb") as plain, locked.open("wb") as out:
        OOXMLFile(plain).encrypt("Geheim1", out)
    bench.choose_export(locked)
    assert bench.refused("xldImport") == (
        "Het bestand “week48.xlsx” is met een wachtwoord beveiligd. Open het in Excel, sla het op "
        "zonder wachtwoord, en kies dat bestand. Er is niets ingelezen."
    )


def test_what_an_export_has_no_column_for_is_not_taken_away(tmp_path: Path) -> None:
    bench = last_week(tmp_path)
    before = bench.row("Facturen", "2026-001")
    rows = [exported(f"2026-00{n}", "1", 100.0 * n, days_ago(20)) for n in (1, 2, 3)]
    for row in rows:
        del row["Datum"]
    bring(bench, *rows)
    after = bench.row("Facturen", "2026-001")
    assert (after["Factuurdatum"], after["Bedrag"]) == (before["Factuurdatum"], before["Bedrag"])
