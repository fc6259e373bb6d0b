"""Vastleggen, Belijst, E-mails klaarzetten and Beleid kiezen."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tests.frontends.ribbon.bench import TODAY, Bench, debtor, invoice, workbook
from xl_dunning.frontends.logbook import list_events
from xl_dunning.policies.loader import shipped_policies

MOMENT = f"{TODAY:%d-%m-%Y}"


def company(folder: Path, *, policy: str = "vier-stappen") -> Bench:
    bench = workbook(
        folder,
        [
            invoice("2026-001", "1", 100.0, late=40),
            invoice("2026-002", "1", 50.0, late=35),
            invoice("2026-003", "2", 1210.0, late=40, Factuurbestand="f3.pdf"),
        ],
        [debtor("1"), debtor("2")],
    )
    page = bench.page("Instellingen")
    page.cells_at[20, 1], page.cells_at[20, 2] = "beleid", policy
    page.cells_at[21, 1], page.cells_at[21, 2] = "factuurmap", "facturen"
    (folder / "facturen").mkdir()
    (folder / "facturen" / "f3.pdf").write_bytes(b"%PDF-1.4\n")
    return bench


KINDS = [
    # button, rows that are selected, (invoice, amount) of each new row, kind and first column
    ("xldRecordPromise", ["2026-001"], [("2026-001", 100.0)], "toezegging: Tot en met"),
    (
        "xldRecordPromise",
        ["2026-001", "2026-002"],
        [("2026-001", 100.0), ("2026-002", 50.0)],
        "toezegging: Tot en met",
    ),
    ("xldRecordPlan", ["2026-001"], [("2026-001", 100.0)], "regeling: Termijnen"),
    ("xldRecordPlan", ["2026-001", "2026-002"], [(None, 150.0)], "regeling: Termijnen"),
    ("xldRecordDispute", ["2026-003"], [("2026-003", 1210.0)], "betwisting: Notitie"),
]


@pytest.mark.parametrize(("control", "selected", "made", "begun"), KINDS)
def test_an_agreement_is_begun_for_the_selection(
    tmp_path: Path, control: str, selected: list[str], made: list[object], begun: str
) -> None:
    bench = company(tmp_path)
    kind, first = begun.split(": ")
    bench.select("Facturen", *selected)
    said = bench.press(control)
    assert f"te beginnen met {first}" in said
    rows = bench.rows("Afspraken")
    assert [(row.get("Factuurnummer"), row["Bedrag"]) for row in rows] == made
    assert {(row["Soort"], row["Datum"].date()) for row in rows} == {(kind, TODAY)}
    area = bench.book.impl.selected
    assert (area.sheet.title, area.row) == ("Afspraken", 2)
    assert area.sheet.cells_at[1, area.column] == first, "the cell to fill in is selected"


def test_rows_are_added_below_and_the_table_reaches_them(tmp_path: Path) -> None:
    bench = company(tmp_path)
    for control in ("xldRecordPromise", "xldRecordDispute"):
        bench.select("Facturen", "2026-001", "2026-003")
        bench.press(control)
    assert [row["Soort"] for row in bench.rows("Afspraken")] == ["toezegging"] * 3 + [
        "betwisting"
    ] * 3
    assert bench.page("Afspraken").table_areas["tblAfspraken"][2] == 7


def test_a_promise_counts_once_its_day_is_filled_in(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.select("Facturen", "2026-003")
    bench.press("xldRecordPromise")
    said = bench.press("xldCompute")
    assert "1 fout" in said, "a promise without a day is no promise, and is told"
    bench.type_in("Afspraken", "2", "Tot en met", TODAY)
    bench.press("xldLetters")
    assert bench.row("Facturen", "2026-003")["Actie"] == "Toezegging afwachten"
    events = list_events(str(tmp_path / "debiteurendossier.sqlite"), debtor="2")
    assert ("promise", TODAY) in [(event.kind, event.until) for event in events]


def test_a_call_is_filled_in_on_the_row_of_the_debtor(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.press("xldLetters")
    bench.select("Facturen", "2026-003")
    assert "bij debiteur 2 de uitkomst" in bench.press("xldRecordCall")
    (row,) = bench.rows("Belijst")
    assert (row["Debiteurnummer"], row["Facturen"]) == ("2", "2026-003")
    assert "0 regels op de Belijst" in bench.press("xldCompute"), "no answer yet: nothing happened"
    bench.select("Facturen", "2026-003")
    bench.press("xldRecordCall")
    page = bench.page("Belijst")
    (at,) = (place for place, text in page.cells_at.items() if text == "Uitkomst")
    assert bench.book.impl.selected.column == at[1]
    page.cells_at[2, at[1]] = "voicemail"
    bench.press("xldLetters")
    calls = [
        event
        for event in list_events(str(tmp_path / "debiteurendossier.sqlite"), debtor="2")
        if event.kind == "call"
    ]
    assert [(event.outcome, event.on) for event in calls] == [("voicemail", TODAY)]


def test_what_was_typed_before_computing_is_not_lost(tmp_path: Path) -> None:
    """Berekenen records nothing: the call waits on Logboek until the next round."""
    bench = company(tmp_path)
    bench.select("Facturen", "2026-003")
    bench.press("xldRecordCall")
    page = bench.page("Belijst")
    (at,) = (place for place, text in page.cells_at.items() if text == "Uitkomst")
    page.cells_at[2, at[1]] = "voicemail"
    bench.press("xldCompute")
    bench.press("xldCalls")
    assert [row["Uitkomst"] for row in bench.rows("Logboek")] == ["voicemail"]
    assert not (tmp_path / "debiteurendossier.sqlite").exists()
    bench.press("xldLetters")
    first, *_ = list_events(str(tmp_path / "debiteurendossier.sqlite"), debtor="2")
    assert first.kind == "call"


def test_mails_carry_the_letters_of_the_round(tmp_path: Path) -> None:
    bench = company(tmp_path)
    assert "nog geen brieven" in bench.refused("xldMails")
    bench.press("xldLetters")
    bench.type_in("Debiteuren", "1", "E-mail", "geen")
    before = list_events(str(tmp_path / "debiteurendossier.sqlite"))
    said = bench.press("xldMails")
    assert said.startswith("1 concept-e-mail klaargezet bij de brieven")
    assert "Voor 1 debiteur kon dat niet (de eerste is 1)" in said
    (draft,) = (tmp_path / "brieven").rglob("*.eml")
    mail = message_from_bytes(draft.read_bytes(), policy=default)
    assert mail["To"] == "inkoop2@klant.example"
    assert [part.get_filename() for part in mail.iter_attachments()] == [
        next(path.name for path in bench.letters if "_2_" in path.name),
        "f3.pdf",
    ]
    assert list_events(str(tmp_path / "debiteurendossier.sqlite")) == before
    bench.press("xldMails")
    assert len(list((tmp_path / "brieven").rglob("*.eml"))) == 1, "the same again is the same"
    bench.press("xldUndo")
    assert "de laatste ronde is ingetrokken" in bench.refused("xldMails")


def test_mails_of_a_day_with_two_rounds_are_all_made(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.select("Facturen", "2026-003")
    bench.press("xldLettersSelected")
    bench.press("xldLettersSelected", "1")
    bench.press("xldLetters")
    assert bench.press("xldMails").startswith("2 concept-e-mails klaargezet")


@pytest.mark.parametrize("number", range(1, 1 + len(shipped_policies())))
def test_a_shipped_policy_comes_on_the_sheet_as_it_is(tmp_path: Path, number: int) -> None:
    bench = company(tmp_path)
    policy = shipped_policies()[number - 1]
    assert bench.press("xldPolicy").startswith("Welk beleid wilt u")
    assert bench.state("melding", "soort") == "keuze"
    said = bench.press("xldPolicy", str(number))
    assert f"“{policy.title}”, met {len(policy.stages)} stappen" in said
    assert "dat veld is leeggemaakt" in said
    assert [row["Fase"] for row in bench.rows("Beleid")] == [stage.key for stage in policy.stages]
    bench.press("xldCompute")
    said = bench.press("xldPolicy", "".join(filter(str.isalnum, policy.name)))
    assert "dat veld is leeggemaakt" not in said


def test_a_policy_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    bench = company(tmp_path)
    before = bench.snapshot()
    for choice in ("0", "7", "streng"):
        assert f"“{choice}” is geen nummer of naam" in bench.refused("xldPolicy", choice)
    assert bench.snapshot() == before
