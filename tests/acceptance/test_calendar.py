"""The sheet Termijnen: what comes first on top, what is over below it, and the list left alone."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.acceptance.books import Row, reachable, with_debtors, write_book
from tests.acceptance.company import Company, letter
from xl_dunning.frontends.calendar_sheet import COLUMNS

LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    A1            | 1              | 2026-02-02  | 500.00
    A2            | 1              | 2026-03-02  | 100.00
    B1            | 2              | 2026-01-05  | 600.00
    C1            | 3              | 2026-02-02  | 400.00
"""
DAY = "2026-03-23"


def agreed(debtor: str, kind: str, on: str, until: str | None, **more: object) -> Row:
    """A row of the sheet Afspraken, its days as they are typed."""
    return {"Debiteurnummer": debtor, "Soort": kind, "Datum": on, "Tot en met": until, **more}


def shown(company: Company, *columns: str) -> list[tuple[object, ...]]:
    """The rows of Termijnen, those columns of them; a day as 20-03."""
    return [
        tuple(
            f"{value:%d-%m}" if isinstance(value := row[column], datetime) else value
            for column in columns
        )
        for row in company.sheet("Termijnen")
    ]


@pytest.fixture
def company(tmp_path: Path) -> Company:
    """Nobody has an address, so that no letter is made; the bank takes no day."""
    return Company(folder=tmp_path).policy(letter("een", 90))


def listed(company: Company, *rows: Row, text: str = LIST, third: Row | None = None) -> Company:
    """The list with these agreements; ``third`` is what more is known of debtor 3."""
    debtors: list[Row] = [
        {"Debiteurnummer": number, "Naam": f"Klant {number} BV", "Soort": "zakelijk", **more}
        for number, more in (("1", {"Telefoon": "06 0000 0001"}), ("2", {}), ("3", third or {}))
    ]
    return company.listed(text, Debiteuren=debtors, Afspraken=rows)


def test_a_row_tells_all_that_was_agreed(company: Company) -> None:
    listed(
        company,
        agreed(
            "1",
            "toezegging",
            "16-3-2026",
            "31-3-2026",
            Factuurnummer="A1",
            Bedrag=300,
            Door="Marit",
            Notitie="belt als het niet lukt",
        ),
    ).run(DAY)
    (row,) = company.sheet("Termijnen")
    assert row == {
        "Datum": datetime(2026, 3, 31),  # noqa: DTZ001 - a cell knows no zone
        "Debiteurnummer": "1",
        "Naam": "Klant 1 BV",
        "Telefoon": "06 0000 0001",
        "Factuur": "A1",
        "Soort": "toezegging",
        "Bedrag": 300,
        "Betaald": 0,
        "Nog te betalen": 300,
        "Valuta": "EUR",
        "Stand": "loopt",
        "Afgesproken op": datetime(2026, 3, 16),  # noqa: DTZ001
        "Door": "Marit",
        "Notitie": "belt als het niet lukt",
    }
    assert list(row) == [column.header for column in COLUMNS]


def test_what_comes_first_stands_on_top_and_what_is_over_below(company: Company) -> None:
    listed(
        company,
        agreed("1", "toezegging", "1-3-2026", "20-3-2026", Factuurnummer="A1", Bedrag=500),
        agreed("1", "toezegging", "1-3-2026", "18-3-2026", Factuurnummer="A2", Bedrag=100),
        agreed("2", "regeling", "1-3-2026", None, Termijnen="3 x 200 per maand vanaf 19-3-2026"),
        agreed("3", "schikking", "16-3-2026", "30-3-2026", Factuurnummer="C1", Bedrag=250),
    ).run(DAY)
    assert shown(company, "Datum", "Debiteurnummer", "Factuur", "Soort", "Stand") == [
        ("19-03", "2", "alle", "termijn 1 van 3", "te laat"),
        ("30-03", "3", "C1", "schikking", "loopt"),
        ("19-04", "2", "alle", "termijn 2 van 3", "loopt"),
        ("19-05", "2", "alle", "termijn 3 van 3", "loopt"),
        ("20-03", "1", "A1", "toezegging", "niet nagekomen"),
        ("18-03", "1", "A2", "toezegging", "niet nagekomen"),
    ]


OPEN, LATE = (200, 0, 200, "loopt"), (200, 0, 200, "te laat")
LAPSED, BROKEN = (200, 0, 200, "vervallen"), (200, 0, 200, "niet nagekomen")
PAID = (200, 200, 0, "betaald")


@pytest.mark.parametrize(
    ("day", "paid", "rows"),
    [
        # Nothing paid: the first is late, and can still be paid up to and including the 27th.
        ("2026-03-26", 0, [LATE, OPEN, OPEN]),
        # A reminder named the 27th. Then the plan ends: what was late was not kept, what was to
        # come has lapsed.
        ("2026-03-28", 0, [LAPSED, LAPSED, BROKEN]),
        # A part of it leaves it late, and shows as a part when the plan has ended.
        ("2026-03-26", 50, [(200, 50, 150, "te laat"), OPEN, OPEN]),
        ("2026-03-28", 50, [LAPSED, LAPSED, (200, 50, 150, "deels betaald")]),
        # More than one instalment: the oldest first. A paid one goes below.
        ("2026-03-26", 250, [(200, 50, 150, "loopt"), OPEN, PAID]),
        # All of it: three paid ones, the latest on top.
        ("2026-03-26", 600, [PAID, PAID, PAID]),
    ],
)
def test_instalments_tell_what_was_paid_of_each(
    company: Company, day: str, paid: int, rows: list[tuple[object, ...]]
) -> None:
    listed(
        company,
        agreed("2", "regeling", "1-3-2026", None, Termijnen="3 x 200 per maand vanaf 19-3-2026"),
    )
    company.run("2026-03-10")
    company.listed(LIST.replace("600.00", f"{600 - paid}.00"), Debiteuren=[reachable("2")])
    company.run("2026-03-20")
    company.run(day)
    assert shown(company, "Bedrag", "Betaald", "Nog te betalen", "Stand") == rows


@pytest.mark.parametrize(
    ("kind", "more", "rows"),
    [
        # A block that ends by itself, and a dispute whose answer is overdue.
        ("blokkade", {"Tot en met": "31-3-2026"}, [("31-03", "blokkade", None, None, "loopt")]),
        ("blokkade", {"Tot en met": "20-3-2026"}, [("20-03", "blokkade", None, None, "vervallen")]),
        ("blokkade", {}, []),  # without a day there is nothing for a calendar
        ("betwisting", {"Tot en met": "31-3-2026"}, [("31-03", "betwisting", None, None, "loopt")]),
        (
            "betwisting",
            {"Tot en met": "20-3-2026", "Bedrag": 50},
            [("20-03", "betwisting", 50, "EUR", "te laat")],
        ),
        ("betwisting", {}, []),
        # An agreement without instalments or amount is about all that was open.
        ("regeling", {"Tot en met": "31-3-2026"}, [("31-03", "regeling", 500, "EUR", "loopt")]),
    ],
)
def test_blocks_and_disputes_with_a_day_are_shown(
    company: Company, kind: str, more: Row, rows: list[tuple[object, ...]]
) -> None:
    listed(company, agreed("1", kind, "2-3-2026", None, Factuurnummer="A1") | more).run(DAY)
    assert shown(company, "Datum", "Soort", "Bedrag", "Valuta", "Stand") == rows


def test_a_call_shows_the_promise_that_came_of_it(company: Company) -> None:
    listed(company).log(
        *("call", "--invoice", "A1", "--outcome", "promised", "--until", "2026-03-30"),
        day="2026-03-20",
    )
    company.log("call", "--invoice", "A2", "--outcome", "under-way", day="2026-03-20")
    company.run(DAY)
    assert shown(company, "Datum", "Factuur", "Soort", "Bedrag", "Stand") == [
        ("25-03", "A2", "betaling onderweg", 100, "loopt"),
        ("30-03", "A1", "toezegging", 500, "loopt"),
    ]


@pytest.mark.parametrize(
    ("until", "rows"),
    [
        (date(2026, 3, 23), [("23-03", "3", "alle", "uitstel", "loopt", "wacht op de bouw")]),
        (date(2026, 3, 22), []),  # over, though it still stands on the sheet Debiteuren
    ],
)
def test_a_debtor_with_a_postponement_is_shown_as_long_as_it_runs(
    company: Company, until: date, rows: list[tuple[object, ...]]
) -> None:
    listed(company, third={"Niet aanmanen tot": until, "Reden": "wacht op de bouw"}).run(DAY)
    assert shown(company, "Datum", "Debiteurnummer", "Factuur", "Soort", "Stand", "Notitie") == rows


@pytest.mark.parametrize(("day", "left"), [("2026-05-19", 1), ("2026-05-20", 0)])
def test_what_is_over_stays_for_sixty_days(company: Company, day: str, left: int) -> None:
    listed(company, agreed("1", "toezegging", "1-3-2026", "20-3-2026", Factuurnummer="A1")).run(day)
    assert len(company.sheet("Termijnen")) == left


def test_an_instalment_of_long_ago_stays_as_long_as_its_plan_runs(company: Company) -> None:
    schedule = "01-01-2026: 100,00; 01-06-2026: 500,00"
    listed(
        company,
        agreed("2", "regeling", "20-12-2025", None, Termijnen=schedule),
        text=LIST.replace("600.00", "500.00"),
    ).run("2026-05-29")
    assert shown(company, "Datum", "Stand") == [("01-06", "loopt"), ("01-01", "betaald")]


def test_amounts_in_another_currency_bear_its_name(company: Company) -> None:
    text = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand | Valuta
    A1            | 1              | 2026-02-02  | 500.00     | USD
    A2            | 1              | 2026-02-02  | 100.00     | EUR
    """
    listed(
        company,
        agreed("1", "toezegging", "16-3-2026", "30-3-2026", Factuurnummer="A1"),
        agreed("1", "toezegging", "16-3-2026", "31-3-2026", Factuurnummer="A2"),
        text=text,
    ).run(DAY)
    assert shown(company, "Bedrag", "Valuta") == [(500, "USD"), (100, "EUR")]
    cell = load_workbook(company.output)["Termijnen"]["G2"]
    assert cell.number_format == "#,##0.00"


def test_without_agreements_the_sheet_is_there_with_its_headers(company: Company) -> None:
    listed(company).run(DAY)
    sheet = load_workbook(company.output)["Termijnen"]
    assert (sheet.max_row, sheet.auto_filter.ref, sheet.freeze_panes) == (1, "A1:N1", "A2")


class TestTheNameOfTheSheet:
    def test_the_sheet_is_never_taken_for_the_list_nor_for_the_debtors(
        self, company: Company
    ) -> None:
        """Also when the list has an odd name and the sheets of ours were kept with notes."""
        book = with_debtors({"Facturen": LIST})
        renamed = {"Stand": book["Facturen"], "Klanten": book["Debiteuren"]}
        write_book(company.list_file, renamed)
        company.log("promise", "--invoice", "A1", "--until", "2026-03-31", day="2026-03-16")
        company.run(DAY, "--in-place")
        for name in ("Termijnen", "Belijst"):
            opened = load_workbook(company.list_file)
            opened[name]["AB2"] = "mijn aantekening"
            opened.save(company.list_file)
        company.run("2026-03-24", "--in-place")
        assert "Termijnen (oud)" in load_workbook(company.list_file).sheetnames
        again = company.run("2026-03-25", "--in-place")
        assert again.reasons["A1"] == "PROMISE_RUNNING"
        assert again.codes == set()

    def test_a_sheet_of_the_users_own_with_that_name_is_hers_and_told_once(
        self, company: Company
    ) -> None:
        company.listed(LIST, Termijnen=[{"Maand": "januari", "Bedrag": 100, "Wie": "Jan"}])
        for day in (DAY, "2026-03-24"):
            run = company.run(day)
            assert run.codes == {"WRITE_SHEET_NAME_TAKEN"}
            opened = load_workbook(company.output)
            assert opened["Termijnen"]["A2"].value == "januari"
            assert opened["Termijnen (xl_dunning)"]["A1"].value == "Datum"

    def test_notes_beside_it_are_kept(self, company: Company) -> None:
        listed(company).run(DAY)
        opened = load_workbook(company.output)
        opened["Termijnen"]["P1"] = "Afdeling"
        opened.save(company.output)
        kept = company.run("2026-03-24").finding("LAST_OUTPUT_OWN_WORK")["message"]
        assert "blad Termijnen" in kept
