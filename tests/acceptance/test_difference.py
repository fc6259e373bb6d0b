"""The difference since the last run: on the sheet Verschil, in the report and in the JSON."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.acceptance.books import Row, reachable
from tests.acceptance.company import Company, cli, letter

LAST_WEEK = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Bedrag  | Openstaand
    BETAALD       | 1              | 2026-03-02  | 100.00  | 100.00
    DEELS         | 1              | 2026-03-02  | 200.00  | 200.00
    WEG           | 1              | 2026-03-02  | 300.00  | 300.00
    WEG IN LOG    | 1              | 2026-03-02  | 350.00  | 350.00
    LATER         | 2              | 2026-03-02  | 400.00  | 400.00
    STORNO        | 2              | 2026-03-02  | 500.00  | 0
    CREDIT        | 2              | 2026-03-02  | -50.00  | -50.00
    GELIJK        | 2              | 2026-03-02  | 600.00  | 600.00
    BELOOFD       | 3              | 2026-03-02  | 1250.00 | 1250.00
    ONLEESBAAR    | 3              | 2026-03-02  | 75.00   | 75.00
"""
THIS_WEEK = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Bedrag  | Openstaand
    BETAALD       | 1              | 2026-03-02  | 100.00  | 0
    DEELS         | 1              | 2026-03-02  | 200.00  | 150.00
    LATER         | 2              | 2026-03-30  | 400.00  | 400.00
    STORNO        | 2              | 2026-03-02  | 500.00  | 500.00
    CREDIT        | 2              | 2026-03-02  | -50.00  | -20.00
    GELIJK        | 2              | 2026-03-02  | 600.00  | 600.00
    BELOOFD       | 3              | 2026-03-02  | 1250.00 | 1200.00
    ONLEESBAAR    | 3              | 2026-03-02  | 75.00   | "7.500"
    NIEUW         | 4              | 2026-03-10  | 80.00   | 80.00
"""
CORRECTED = THIS_WEEK.replace('"7.500"', "0")
DEBTORS: list[Row] = [
    reachable("1"),
    reachable("2", Naam="Van der Heijden-Boonstra Installatietechniek & Zonen B.V."),
    reachable("3"),
    reachable("4"),
]
AMOUNT = re.compile(r"-?\d+\.\d\d")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@pytest.fixture
def company(tmp_path: Path) -> Company:
    company = Company(folder=tmp_path).policy(letter("een", 30), letter("twee", 60))
    return company.listed(LAST_WEEK, Debiteuren=DEBTORS)


@pytest.fixture
def two_weeks(company: Company) -> Company:
    """Last week was run; meanwhile something was promised and something paid."""
    company.run("2026-03-09")
    company.log("payment", "--invoice", "WEG IN LOG", "--amount", "350", day="2026-03-11")
    for invoice, amount in (("BELOOFD", "1000"), ("ONLEESBAAR", "75")):
        promised = cli(
            *("log", "add", "promise", "--debtor", "3", "--invoice", invoice, "--amount", amount),
            *("--date", "10-3-2026", "--until", "13-3-2026", "--casefile", company.dossier),
        )
        assert promised.code == 0
    return company.listed(THIS_WEEK, Debiteuren=DEBTORS)


def test_the_json_tells_each_change_under_its_own_name(two_weeks: Company) -> None:
    told = two_weeks.run("2026-03-16").json["since_last_run"]

    assert told["last_run"] == "2026-03-09"
    changes = ("new", "paid", "partly_paid", "dropped", "changed", "returned")
    assert {name: [one["invoice"] for one in told[name]] for name in changes} == {
        "new": ["NIEUW"],
        "paid": ["BETAALD", "WEG IN LOG"],
        "partly_paid": ["DEELS", "BELOOFD"],
        "dropped": ["WEG"],
        "changed": ["CREDIT", "LATER"],
        "returned": ["STORNO"],
    }
    assert told["partly_paid"][0] == {
        "invoice": "DEELS",
        "debtor": "1",
        "currency": "EUR",
        "before": "200.00",
        "now": "150.00",
        "due_before": "2026-03-02",
        "due_now": "2026-03-02",
    }
    (gone,) = told["dropped"]
    assert (gone["before"], gone["now"], gone["due_now"]) == ("300.00", None, None)
    (new,) = told["new"]
    assert (new["before"], new["now"], new["due_before"]) == (None, "80.00", None)
    # That of ONLEESBAAR is not judged: nobody knows what is open there; nor any of that debtor.
    assert told["broken_promises"] == []


def test_a_broken_promise_is_told_with_what_was_promised(two_weeks: Company) -> None:
    two_weeks.listed(CORRECTED, Debiteuren=DEBTORS)
    told = two_weeks.run("2026-03-16").json["since_last_run"]

    (broken,) = told["broken_promises"]
    event = broken.pop("event")
    assert event in cli("log", "list", "--casefile", two_weeks.dossier).out
    assert broken == {
        "invoice": "BELOOFD",
        "debtor": "3",
        "currency": "EUR",
        "before": "1250.00",
        "now": "1200.00",
        "promised": "1000.00",
        "promised_on": "2026-03-10",
        "until": "2026-03-13",
    }


@pytest.mark.parametrize("dry", [True, False], ids=["dry run", "run"])
def test_every_field_has_its_form(two_weeks: Company, *, dry: bool) -> None:
    two_weeks.listed(CORRECTED, Debiteuren=DEBTORS)
    told = two_weeks.run("2026-03-16", *(["--dry-run"] if dry else [])).json["since_last_run"]
    assert list(told) == [
        *("last_run", "new", "paid", "partly_paid", "dropped", "changed", "returned"),
        "broken_promises",
    ]
    for name, entries in told.items():
        for entry in entries if name != "last_run" else []:
            assert {"invoice", "debtor", "currency", "before", "now"} <= set(entry)
            for field, value in entry.items():
                if value is not None and field in {"before", "now", "promised"}:
                    assert AMOUNT.fullmatch(value), (name, field)
                if value is not None and field in {"due_before", "due_now", "until"}:
                    assert DAY.fullmatch(value), (name, field)


def test_the_sheet_tells_it_in_words_gravest_first(two_weeks: Company) -> None:
    two_weeks.listed(CORRECTED, Debiteuren=DEBTORS)
    two_weeks.run("2026-03-16")

    rows = two_weeks.sheet("Verschil")
    assert list(rows[0]) == [
        *("Verandering", "Debiteurnummer", "Naam", "Factuurnummer", "Vervaldatum"),
        *("Open vorige ronde", "Open nu", "Verschil", "Valuta", "Toelichting"),
    ]
    shown = ("Verandering", "Factuurnummer", "Open vorige ronde", "Open nu", "Verschil")
    assert [tuple(row[name] for name in shown) for row in rows] == [
        ("Toezegging niet nagekomen", "BELOOFD", 1250, 1200, -50),
        ("Terug", "STORNO", 0, 500, 500),
        ("Gewijzigd", "CREDIT", -50, -20, 30),
        ("Gewijzigd", "LATER", 400, 400, 0),
        ("Verdwenen", "WEG", 300, None, -300),
        ("Deels betaald", "DEELS", 200, 150, -50),
        ("Deels betaald", "BELOOFD", 1250, 1200, -50),
        ("Betaald", "BETAALD", 100, 0, -100),
        ("Betaald", "WEG IN LOG", 350, None, -350),
        ("Betaald", "ONLEESBAAR", 75, 0, -75),
        ("Nieuw", "NIEUW", None, 80, 80),
    ]
    told = {row["Factuurnummer"]: row["Toelichting"] for row in reversed(rows)}
    assert told == {
        "NIEUW": "Stond op 09-03-2026 nog niet in de lijst.",
        "WEG IN LOG": "Staat niet meer in de lijst; de betaling is vastgelegd.",
        "BETAALD": "Er staat niets meer open.",
        "ONLEESBAAR": "Er staat niets meer open.",
        "BELOOFD": "Op 10-03-2026 is toegezegd uiterlijk 13-03-2026 €\xa01.000,00 te betalen.",
        "DEELS": "Er staat minder open dan op 09-03-2026.",
        "WEG": "Staat niet meer in de lijst; er is geen betaling vastgelegd. Waarschijnlijk"
        " betaald.",
        "LATER": "De vervaldatum was 02-03-2026 en is nu 30-03-2026.",
        "CREDIT": "Het tegoed is anders dan op 09-03-2026.",
        "STORNO": "Op 09-03-2026 stond er niets open; nu weer wel. Is een betaling teruggeboekt?"
        " De stappen die al waren gezet, tellen nog mee.",
    }


def test_the_report_tells_it_in_two_lines(two_weeks: Company) -> None:
    two_weeks.listed(CORRECTED, Debiteuren=DEBTORS)
    lines = two_weeks.try_run("2026-03-16").out.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("Sinds"))
    assert lines[at : at + 2] == [
        "Sinds de ronde van 09-03-2026: 1 nieuw, 3 betaald (samen €\xa0525,00), 2 deels betaald"
        " (€\xa0100,00 minder open), 1 verdwenen (samen €\xa0300,00), 2 gewijzigd, 1 terug.",
        "1 toezegging is niet nagekomen (Klant 3 BV); zie het blad Verschil.",
    ]


def test_the_first_run_says_that_there_is_nothing_to_compare(company: Company) -> None:
    first = company.try_run("2026-03-09")
    assert "Er is nog geen eerdere ronde om mee te vergelijken." in first.out.splitlines()
    (row,) = company.sheet("Verschil")
    assert (row["Verandering"], row["Toelichting"]) == (
        "Geen",
        "Er is nog geen eerdere ronde om mee te vergelijken. Vanaf de volgende ronde staat hier"
        " wat er in de lijst is veranderd.",
    )
    told = company.run("2026-03-09").json["since_last_run"]
    assert told["last_run"] is None
    assert not any(entries for name, entries in told.items() if name != "last_run")


def test_a_week_in_which_nothing_changed_says_so(company: Company) -> None:
    company.run("2026-03-09")
    said = "Sinds de ronde van 09-03-2026 is er in de lijst niets veranderd."
    assert said in company.try_run("2026-03-16").out.splitlines()
    (row,) = company.sheet("Verschil")
    assert (row["Verandering"], row["Toelichting"]) == ("Geen", said)


def test_a_promise_that_broke_while_nothing_changed_is_told_beside_that(company: Company) -> None:
    company.run("2026-03-09")
    company.log("promise", "--until", "13-3-2026", day="2026-03-10")
    lines = company.try_run("2026-03-16").out.splitlines()
    at = lines.index("Sinds de ronde van 09-03-2026 is er in de lijst niets veranderd.")
    assert lines[at + 1] == "1 toezegging is niet nagekomen (Klant 1 BV); zie het blad Verschil."
    (row,) = company.sheet("Verschil")
    assert (row["Verandering"], row["Factuurnummer"], row["Toelichting"]) == (
        "Toezegging niet nagekomen",
        None,
        "Op 10-03-2026 is toegezegd uiterlijk 13-03-2026 alles te betalen. Het gaat om alle"
        " facturen van toen samen.",
    )


def test_after_an_undo_the_run_made_again_tells_the_same(two_weeks: Company) -> None:
    first = two_weeks.run("2026-04-06").json["since_last_run"]
    assert two_weeks.undo().code == 0
    assert two_weeks.run("2026-04-06").json["since_last_run"] == first
    following = two_weeks.run("2026-04-13").json["since_last_run"]
    assert (following["last_run"], following["new"], following["paid"]) == ("2026-04-06", [], [])


def test_a_letter_by_hand_compares_nothing_and_is_no_run_to_compare_with(company: Company) -> None:
    company.run("2026-03-09")
    words = company.words("--as-of", "2026-03-16", "--debtor", "1")[1:]
    by_hand = cli("letter", "rentespecificatie", *words)
    assert (by_hand.code, "Sinds" in by_hand.out) == (0, False)
    (row,) = company.sheet("Verschil")
    assert row["Toelichting"] == (
        "Bij een losse brief wordt de lijst niet met de vorige ronde vergeleken."
    )
    company.listed(THIS_WEEK, Debiteuren=DEBTORS)
    told = company.run("2026-03-23").json["since_last_run"]
    assert (told["last_run"], len(told["new"])) == ("2026-03-09", 1)


def test_the_sheet_is_never_read_as_a_list_nor_as_work_of_the_user(two_weeks: Company) -> None:
    two_weeks.run("2026-03-16")
    marked = two_weeks.output.rename(two_weeks.folder / "volgende week.xlsx")
    book = load_workbook(marked)
    book.active = book.sheetnames.index("Verschil")
    book.save(marked)

    again = two_weeks.run("2026-03-17", file=marked)

    assert {item["invoice"] for item in again.json["items"]} >= {"GELIJK", "NIEUW"}
    assert len(again.json["items"]) == 9
    output = two_weeks.folder / "volgende week-debiteuren.xlsx"
    assert load_workbook(output).sheetnames.count("Verschil") == 1
    assert "LAST_OUTPUT_OWN_WORK" not in two_weeks.run("2026-03-18", file=marked).codes


def test_what_the_user_wrote_beside_the_sheet_is_kept(two_weeks: Company) -> None:
    two_weeks.run("2026-03-16")
    book = load_workbook(two_weeks.output)
    book["Verschil"]["L2"] = "nabellen"
    book.save(two_weeks.output)
    found = two_weeks.run("2026-03-17").finding("LAST_OUTPUT_OWN_WORK")
    assert "(blad Verschil)" in found["message"]
