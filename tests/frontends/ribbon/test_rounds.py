"""Berekenen, Brieven maken, Ongedaan maken, Overdragen, Voorbeeldbrief over the open workbook."""

from __future__ import annotations

from pathlib import Path

from tests.frontends.ribbon.bench import TODAY, Bench, days_ago, debtor, invoice, workbook
from xl_dunning.frontends.logbook import list_events
from xl_dunning.rules.events import EventKind


def company(folder: Path) -> Bench:
    """Two customers who are late, one of them with two invoices, and one who has time left."""
    return workbook(
        folder,
        [
            invoice("2026-001", "1", 100.0, late=20),
            invoice("2026-002", "1", 50.0, late=25),
            invoice("2026-003", "2", 1210.0, late=30),
            invoice("2026-004", "3", 75.0, late=-5),
        ],
        [debtor("1"), debtor("2"), debtor("3")],
        own_column="Mijn notitie",
    )


def dossier(bench: Bench) -> str:
    return str(bench.folder / "debiteurendossier.sqlite")


def recorded(bench: Bench) -> set[tuple[str, str]]:
    """Kind and invoice of all that the case file holds."""
    return {(event.kind, event.invoice) for event in list_events(dossier(bench))}


def test_computing_marks_and_records_nothing(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.type_in("Facturen", "2026-001", "Mijn notitie", "belt altijd terug")
    said = bench.press("xldCompute")
    assert said.startswith(
        f"Berekend voor {TODAY:%d-%m-%Y}: 4 facturen, 2 brieven te maken, 0 regels op de Belijst. "
        "Er is niets verstuurd of vastgelegd."
    )
    row = bench.row("Facturen", "2026-001")
    assert row["Actie"] == "Brief: Betalingsherinnering"
    assert row["Mijn notitie"] == "belt altijd terug"
    assert bench.page("Facturen").formulas, "the live column stays a formula"
    assert bench.state("xldLetters", "label") == "Brieven (2)"
    assert bench.state("xldLetters", "enabled") is True
    assert bench.state("xldUndo", "enabled") is False
    assert bench.state("xldStatus", "label") == "Laatste ronde: nog geen"
    assert not (tmp_path / "debiteurendossier.sqlite").exists()
    assert not (tmp_path / "brieven").exists()


def test_a_round_makes_and_records_the_letters_once(tmp_path: Path) -> None:
    bench = company(tmp_path)
    said = bench.press("xldLetters")
    assert said.startswith("2 brieven gemaakt en vastgelegd, in de map ")
    assert len(bench.letters) == 2
    assert bench.row("Facturen", "2026-003")["Fase"] == "Betalingsherinnering"
    assert bench.state("xldLetters", "label") == "Brieven (0)"
    assert bench.state("xldLetters", "enabled") is False
    assert bench.state("xldStatus", "label") == f"Laatste ronde: {TODAY:%d-%m-%Y}"
    assert len(bench.rows("Logboek")) == 3
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".lock") == [
        "brieven",
        "debiteurendossier.sqlite",
    ], "no output file and no backup"
    said = bench.press("xldLetters")
    assert said.startswith("Er is vandaag geen brief nodig")
    assert len(bench.letters) == 2


def test_the_selection_names_debtors_and_asks_first(tmp_path: Path) -> None:
    """One row of a debtor is selected: her letter still holds all that is due for her."""
    bench = company(tmp_path)
    bench.select("Facturen", "2026-001")
    assert bench.press("xldLettersSelected") == (
        "U maakt nu alleen brieven voor debiteur 1. Klopt dat?"
    )
    assert bench.state("melding", "soort") == "vraag"
    assert not bench.letters
    said = bench.press("xldLettersSelected", "1")
    assert said.startswith("1 brief gemaakt en vastgelegd")
    assert recorded(bench) == {("letter", "2026-001"), ("letter", "2026-002")}
    other = bench.row("Facturen", "2026-003")
    assert other["Actie"] == "Brief: Betalingsherinnering", "he is still to get his"
    assert "Fase" not in other
    assert bench.state("xldLetters", "label") == "Brieven (1)"
    assert bench.press("xldLetters").startswith("1 brief gemaakt")
    assert len(bench.letters) == 2


def test_yes_answers_only_the_question_that_was_asked(tmp_path: Path) -> None:
    """On a Mac Excel does not wait: another row may be selected when the question comes."""
    bench = company(tmp_path)
    for control, begins in (("xldLettersSelected", "U maakt nu"), ("xldHandover", "Debiteur")):
        bench.select("Facturen", "2026-001")
        assert bench.press(control, "1").startswith(begins), "nothing was asked yet"
        bench.select("Facturen", "2026-003")
        assert bench.press(control, "1").startswith(begins), "yes, but to something else"
    assert not bench.letters


def test_what_is_selected_must_be_about_a_debtor(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.book.sheets["Start"].range("A1").select()
    for control in ("xldLettersSelected", "xldPreview", "xldHandover", "xldRecordPromise"):
        assert bench.refused(control).startswith("Selecteer eerst"), control


def test_a_round_can_be_taken_back_and_made_again(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.press("xldLetters")
    said = bench.press("xldUndo")
    assert "is ingetrokken (3 stappen)." in said
    assert "verstuur ze niet" in said
    assert bench.row("Facturen", "2026-001")["Actie"] == "Brief: Betalingsherinnering"
    assert bench.state("xldLetters", "label") == "Brieven (2)"
    assert not bench.letters
    before = bench.snapshot()
    assert "al ingetrokken" in bench.refused("xldUndo")
    assert bench.snapshot() == before
    bench.press("xldLetters")
    assert len(bench.letters) == 2


def test_behind_a_round_that_did_nothing_is_asked_before_taking_back(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.press("xldLetters")
    bench.press("xldLetters")
    said = bench.press("xldUndo")
    assert said.startswith(f"De laatste ronde ({TODAY}-2) heeft niets gedaan.")
    assert len(bench.letters) == 2
    assert "is ingetrokken" in bench.press("xldUndo", "1")
    assert not bench.letters


def test_letters_are_not_dated_ahead_and_not_unasked_in_the_past(tmp_path: Path) -> None:
    bench = company(tmp_path)
    cell = bench.book.sheets["Instellingen"].range((20, 2))
    bench.book.impl.defined["Peildatum"] = cell.impl
    bench.page("Instellingen").cells_at[20, 2] = _moment(-3)
    bench.press("xldCompute")
    assert "die dag moet nog komen" in bench.refused("xldLetters")
    bench.page("Instellingen").cells_at[20, 2] = _moment(3)
    said = bench.press("xldLetters")
    assert said.startswith(f"De peildatum staat op {days_ago(3):%d-%m-%Y}, niet op vandaag")
    assert not bench.letters
    bench.press("xldLetters", "1")
    assert {f"{days_ago(3)}" in path.name for path in bench.letters} == {True}


def test_a_reference_date_that_is_none_is_not_taken_for_today(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.book.impl.defined["Peildatum"] = bench.book.sheets["Instellingen"].range((20, 2)).impl
    bench.press("xldCompute")
    bench.page("Instellingen").put((20, 2), "eind november")
    before = bench.snapshot()
    for control in ("xldCheck", "xldCompute", "xldLetters"):
        assert "“eind november”, en dat is geen datum" in bench.refused(control)
    assert bench.snapshot() == before


def _moment(days: int) -> object:
    from datetime import datetime  # noqa: PLC0415

    day = days_ago(days)
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001


def test_a_letter_is_previewed_without_a_trace(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.select("Facturen", "2026-003")
    said = bench.press("xldPreview")
    assert said.startswith("1 voorbeeldbrief voor debiteur 2 gemaakt in ")
    folder = Path(said.split(" gemaakt in ")[1].split(". Er is")[0])
    (letter,) = folder.iterdir()
    assert letter.name.startswith("VOORBEELD ")
    assert letter.suffix == ".docx"
    assert list(tmp_path.iterdir()) == [], "no case file, no letters, no number used"
    bench.select("Facturen", "2026-004")
    assert "is vandaag geen brief aan de beurt" in bench.refused("xldPreview")
    letter.unlink()
    folder.rmdir()


def test_a_debtor_is_handed_over_after_a_question(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.select("Facturen", "2026-003")
    assert bench.press("xldHandover").startswith("Debiteur 2 overdragen aan het incassobureau?")
    before = bench.snapshot()
    # Nothing was sent yet: the dossier would have holes, and the sentence says which.
    assert "er is niets vastgelegd" in bench.refused("xldHandover", "1")
    assert bench.snapshot() == before
    bench.select("Facturen", "2026-001", "2026-003")
    assert bench.refused("xldHandover").startswith("U hebt regels van 2 debiteuren geselecteerd.")


def test_a_handover_is_recorded_and_shown(tmp_path: Path) -> None:
    bench = company(tmp_path)
    terms = tmp_path / "voorwaarden.pdf"
    terms.write_bytes(b"%PDF-1.4\n")
    (tmp_path / "facturen").mkdir()
    (tmp_path / "facturen" / "f3.pdf").write_bytes(b"%PDF-1.4\n")
    bench.type_in("Facturen", "2026-003", "Factuurbestand", "f3.pdf")
    for line, (key, value) in enumerate(
        {"voorwaardenbestand": terms.name, "factuurmap": "facturen", "kvk": "12345678"}.items()
    ):
        bench.page("Instellingen").cells_at[30 + line, 1] = key
        bench.page("Instellingen").cells_at[30 + line, 2] = value
    bench.press("xldLetters")
    bench.select("Facturen", "2026-003")
    bench.press("xldHandover")
    said = bench.press("xldHandover", "1")
    assert said.startswith("Debiteur 2 is overgedragen. Het dossier staat in ")
    assert (EventKind.HANDOVER, "2026-003") in recorded(bench)
    assert bench.row("Facturen", "2026-003")["Actie"] == "Geblokkeerd"
