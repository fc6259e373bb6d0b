"""A handover with a hole in it is refused: all that is missing is told, nothing is made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.acceptance.books import reachable
from tests.acceptance.company import Company
from tests.acceptance.handing_over import (
    BUSINESS,
    CONSUMER,
    DAY,
    Dossier,
    handed_over,
    line,
    ready,
    try_handover,
)
from tests.acceptance.handover_holes import HOLES, TWO, Spoil

INCOMPLETE = (
    "Het dossier is niet gemaakt en er is niets vastgelegd, want het zou niet volledig zijn. Los "
    "het volgende op, of noem met --invoice alleen de facturen die wel kunnen. Moet het toch zo, "
    "gebruik dan --incomplete: het dossier zelf zegt dan wat ontbreekt."
)
IMPOSSIBLE = "Er is niets gemaakt en niets vastgelegd, want zo kan er niet worden overgedragen:"


def refused(company: Company, *more: object, debtor: str = "1") -> list[str]:
    """The lines of a refusal; nothing on disk or in the log may have changed."""

    def state() -> Mapping[Path, bytes]:
        files = (path for path in company.folder.rglob("*") if path.is_file())
        return {path: path.read_bytes() for path in files if path.name != "bedrijf.toml"}

    before = state()
    outcome = try_handover(company, *more, debtor=debtor)
    assert (outcome.code, outcome.out) == (1, "")
    after = state()
    added = {path.name for path in set(after) - set(before)}
    assert added <= {"debiteurendossier.sqlite-wal", "debiteurendossier.sqlite-shm"}
    assert {path: after[path] for path in before} == before
    return outcome.err.splitlines()


def remarks(dossier: Dossier) -> list[str]:
    """What the index says under Opmerkingen."""
    made = dossier.document("00 Index.docx")
    texts = [paragraph.text for paragraph in made.paragraphs if paragraph.text]
    if "Opmerkingen" not in texts:
        return []
    start = texts.index("Opmerkingen") + 1
    return texts[start : texts.index("Stukken")]


@pytest.mark.parametrize(
    ("spoil", "sentence", "remark"), [row[1:] for row in HOLES], ids=[row[0] for row in HOLES]
)
def test_a_hole_is_refused_and_when_overruled_the_dossier_tells_it(
    company: Company, spoil: Spoil, sentence: str, remark: str
) -> None:
    ready(company, *TWO, rounds=["2026-09-24"])
    spoil(company)
    told = sentence.replace("{folder}", str(company.folder))
    assert refused(company) == [INCOMPLETE, f"- {told}"]
    dossier = handed_over(company, "--incomplete")
    assert remarks(dossier) == [remark]
    assert list(dossier.stages) == ["F1", "F2"]


def test_a_name_that_is_missing_everywhere(company: Company) -> None:
    ready(company, *TWO, debtors=[{**BUSINESS, "Naam": ""}], rounds=[])
    assert refused(company) == [
        INCOMPLETE,
        "- De naam van debiteur 1 ontbreekt. Vul haar in op het blad Debiteuren, of geef een "
        "debiteurenbestand mee met --debtors.",
    ]


def test_all_that_is_missing_is_told_at_once(company: Company) -> None:
    ready(company, *TWO, rounds=["2026-09-24"])
    for name in ("own data", "a copy is gone", "a letter was changed", "a dispute", "no address"):
        (spoil,) = (row[1] for row in HOLES if row[0] == name)
        spoil(company)
    (company.folder / "facturen" / "F1.pdf").unlink(missing_ok=True)
    told = "\n".join(refused(company))
    for word in ("F1.pdf", "plaats, kvk", "gewijzigd", "wordt betwist", "Het adres"):
        assert word in told
    dossier = handed_over(company, "--incomplete")
    assert len(remarks(dossier)) == 5
    assert dossier.codes.count("HANDOVER_LETTER_CHANGED") == 1


def test_what_can_stay_behind_is_left_out_by_naming_the_others(company: Company) -> None:
    ready(company, *TWO, rounds=["2026-10-19"])
    company.log("dispute", "--invoice", "F1", day="2026-11-20")
    assert refused(company)[0] == INCOMPLETE
    dossier = handed_over(company, "--invoice", "F2")
    assert (list(dossier.stages), remarks(dossier)) == (["F2"], [])


@pytest.mark.parametrize(
    ("more", "number", "sentence"),
    [
        ((), "9", "- Debiteur 9 staat niet in deze lijst. Controleer het nummer."),
        (
            ("--invoice", "F9"),
            "1",
            "- Factuur F9 staat in deze lijst niet bij debiteur 1. Controleer het nummer, of laat "
            "deze factuur weg.",
        ),
        (
            ("--invoice", "F3"),
            "1",
            "- Factuur F3 van debiteur 1 is nog niet over de vervaldatum (31-12-2026). Laat deze "
            "factuur weg, of wacht tot daarna.",
        ),
        (
            (),
            "2",
            "- Van debiteur 2 staat in deze lijst niets dat openstaat, over de vervaldatum is en "
            "met zekerheid te lezen is. Controleer het nummer.",
        ),
    ],
    ids=["unknown debtor", "unknown invoice", "not due", "nothing due"],
)
def test_some_things_can_never_be_handed_over(
    company: Company, more: tuple[str, ...], number: str, sentence: str
) -> None:
    rows = (*TWO, line("F3", due="2026-12-31"), line("Z1", due="2026-12-31", debtor="2"))
    ready(company, *rows, debtors=[BUSINESS, reachable("2")], rounds=[])
    told = refused(company, *more, debtor=number)
    assert told[:2] == [IMPOSSIBLE, sentence]
    assert refused(company, *more, "--incomplete", debtor=number) == told


def test_already_handed_over_tells_when_and_how_it_comes_back(company: Company) -> None:
    ready(company, *TWO, rounds=["2026-10-19"])
    handed_over(company, "--invoice", "F1", "--name", "Incassobureau De Vries")
    assert refused(company, "--invoice", "F1") == [
        IMPOSSIBLE,
        "- Factuur F1 van debiteur 1 is op 21-11-2026 al overgedragen. Is de zaak teruggekomen, "
        "leg dat dan eerst vast: xl-dunning log add unblock --debtor 1 --invoice F1 --note "
        "teruggekomen",
    ]


def test_a_consumer_with_costs_needs_a_letter_that_can_be_shown(company: Company) -> None:
    """The 14-dagenbrief was logged by hand: it gives right to costs, but nobody can prove it."""
    ready(company, line("F1"), debtors=[CONSUMER], rounds=["2026-09-07"])
    letter = ("--invoice", "F1", "--stage", "veertiendagenbrief", "--channel", "post")
    company.log("letter", *letter, day="2026-09-24")
    assert refused(company) == [
        INCOMPLETE,
        "- Factuur F1 van debiteur 1: de 14-dagenbrief van 24-09-2026 geeft recht op "
        "incassokosten, maar is met de hand vastgelegd: er is geen afschrift van. Gebruik "
        "--incomplete en voeg het afschrift zelf bij; zonder zijn de kosten niet te bewijzen.",
    ]
    assert remarks(handed_over(company, "--incomplete")) == [
        "Van de 14-dagenbrief van 24-09-2026 over factuur F1 is geen afschrift bijgevoegd.",
        "Van de brief van 24-09-2026 over factuur F1 is geen afschrift bijgevoegd.",
    ]


def test_a_consumers_lost_letter_is_a_hole_as_well(company: Company) -> None:
    ready(company, *TWO, debtors=[CONSUMER])
    (letter,) = company.folder.glob("brieven/2026-09-24-1/*.docx")
    letter.unlink()
    assert "Veertiendagenbrief_1_Jan Post_2026-09-24.docx" in refused(company)[1]


def test_another_companys_case_file_is_refused(company: Company) -> None:
    ready(company, *TWO, rounds=["2026-10-19"])
    company.settings = {**company.settings, "naam": "Ander BV", "iban": "NL20INGB0001234567"}
    assert refused(company)[0].startswith("Het dossier is van Groothandel Eigen BV")


def test_a_day_before_the_last_round_is_refused(company: Company) -> None:
    ready(company, *TWO, rounds=["2026-10-19"])
    assert try_handover(company, day="2026-10-01").err.startswith("De peildatum 01-10-2026 ligt")


def test_an_incomplete_dossier_says_so_on_the_screen_as_well(company: Company) -> None:
    ready(company, line("F1"), rounds=["2026-10-19"])
    (company.folder / "facturen" / "F1.pdf").unlink()
    told = try_handover(company, "--to", "lawyer", "--incomplete")
    assert told.out.startswith("Overgedragen aan een advocaat of gerechtsdeurwaarder: 1 factuur ")
    assert told.err.splitlines()[0] == (
        "Let op: het dossier is niet volledig. De index erin noemt wat ontbreekt:"
    )
    assert told.err.splitlines()[1].startswith("! Factuur F1 van debiteur 1: het factuurbestand")


def test_without_terms_in_the_settings_it_is_made_with_a_word(company: Company) -> None:
    ready(company, *TWO, voorwaardenbestand="")
    outcome = try_handover(company, "--name", "Incassobureau De Vries")
    folder = company.folder / "overdracht"
    assert outcome.out == (
        "Overgedragen aan Incassobureau De Vries: 2 facturen van debiteur 1 (Zaak & Zn. BV), "
        "samen €\xa01.724,26.\n"
        f"Dossier: {folder}/Dossier_1_Zaak en Zn. BV_{DAY}.zip\n"
        "Stuur dit bestand op; er zitten 10 stukken in.\n"
        "Over deze facturen komen geen brieven meer. Een betaling legt u vast met:\n"
        "  xl-dunning log add payment --debtor 1 --invoice NUMMER --amount BEDRAG\n"
        "Komt de zaak terug, dan heft u dat op met:\n"
        "  xl-dunning log add unblock --debtor 1 --note teruggekomen\n"
    )
    assert outcome.err == (
        "- Bij Instellingen staat geen voorwaardenbestand; uw voorwaarden of het contract gaan "
        "niet mee. Voeg ze zelf bij, of vul de instelling in.\n"
    )
