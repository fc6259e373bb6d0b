"""A row of the Belijst that can't be taken comes back, and its debtor gets no letter until then."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tests.acceptance.call_sheet import (
    LIST,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    WITHOUT_1,
    calling_company,
    calls,
    fill_in,
    typed_on,
)
from tests.acceptance.company import Company, act, cli, letter


@pytest.fixture
def calling(company: Company) -> Company:
    return calling_company(company)


WRONG = {
    "no date": ({"Uitkomst": "toezegging"}, "CALL_NO_PROMISE_DATE", "S2"),
    "no such date": (
        {"Uitkomst": "toezegging", "Datum afspraak": "31-2-2026"},
        "CALL_BAD_DATE",
        "S2",
    ),
    "before the call": (
        {"Uitkomst": "toezegging", "Datum afspraak": datetime(2026, 3, 15)},  # noqa: DTZ001 - cells know no zone
        "CALL_DATE_BEFORE_CALL",
        "S2",
    ),
    "no such amount": ({"Uitkomst": "betwist", "Bedrag": "ca. 100"}, "CALL_BAD_AMOUNT", "T2"),
    "unknown outcome": ({"Uitkomst": "gesproken"}, "CALL_OUTCOME_UNKNOWN", "R2"),
    "a note alone": ({"Notitie": "belt terug"}, "CALL_NO_OUTCOME", "R2"),
}


@pytest.mark.parametrize(("cells", "code", "cell"), WRONG.values(), ids=WRONG)
def test_what_is_typed_wrong_comes_back_until_it_is_corrected(
    calling: Company, cells: dict[str, Any], code: str, cell: str
) -> None:
    fill_in(calling.output, "2", **cells)
    for day in (TUESDAY, WEDNESDAY):
        run = calling.run(day)
        assert (run.finding(code)["sheet"], run.finding(code)["cell"]) == ("Belijst", cell)
        assert run.finding(code)["message"].endswith(
            " De rij is niet ingelezen en staat weer op de Belijst; tot zij klopt, wacht deze"
            " debiteur."
        )
        assert (typed_on(calling, "2"), calls(calling)) == (cells, [])
        assert "LAST_OUTPUT_OWN_WORK" not in run.codes

    corrected = {"Uitkomst": "toezegging", "Datum afspraak": "1-4-2026", "Bedrag": 200}
    fill_in(calling.output, "2", **corrected)
    run = calling.run("2026-03-19")
    (call,) = calls(calling)
    assert (call["Uitkomst"], call["Bedrag"], call["Datum"].day) == ("toezegging", 200, 16)
    assert code not in run.codes


def test_what_is_typed_wrong_goes_when_it_is_emptied(calling: Company) -> None:
    fill_in(calling.output, "2", Notitie="verkeerde rij")
    held = calling.run(TUESDAY)
    assert held.reasons["F3"] == "UNREADABLE"
    fill_in(calling.output, "2", Notitie=None)
    free = calling.run(WEDNESDAY)
    assert (free.due["F3"], typed_on(calling, "2"), calls(calling)) == ("bellen", {}, [])


def test_no_letter_goes_out_while_a_row_about_the_debtor_is_not_understood(
    company: Company,
) -> None:
    company.policy(letter("brief", 5), act("bellen", "call", 10))
    company.listed(f"{LIST}\n            F4 | 2 | 2026-03-13 | 50.00")
    company.run("2026-03-09")
    company.run(MONDAY)
    fill_in(company.output, "2", Uitkomst="klant boos")
    assert company.run(WEDNESDAY).carried_out == {}
    fill_in(company.output, "2", Uitkomst="betwist")
    assert company.run("2026-03-19").carried_out == {"F4": "brief"}


def test_a_row_stays_also_when_its_debtor_has_left_the_list(calling: Company) -> None:
    fill_in(calling.output, "1", Uitkomst="toezegging", Notitie="betaalt in april")
    calling.listed(WITHOUT_1)
    for day in (TUESDAY, WEDNESDAY):
        assert calling.run(day).finding("CALL_NO_PROMISE_DATE")["debtor"] == "1"
        first, second = calling.sheet("Belijst")
        assert (first["Debiteurnummer"], first["Facturen"]) == ("1", "F2\nF1")
        assert first["Belscript"].startswith("Goedendag, ")
        assert first["Belscript"].count("\n") == 4
        assert (first["Openstaand"], first["Dagen te laat"]) == (1100, 15)
        assert first["Belijst van"].day == 16
        assert (second["Debiteurnummer"], second["Belijst van"].day) == ("2", int(day[-2:]))
    fill_in(calling.output, "1", Datum_afspraak="1-4-2026")
    calling.run("2026-03-19")
    assert [call["Uitkomst"] for call in calls(calling)] == ["toezegging", "toezegging"]
    assert len(calling.sheet("Belijst")) == 1


def test_check_tells_what_is_wrong_on_the_belijst_of_the_list_itself(calling: Company) -> None:
    calling.run(MONDAY, "--in-place")
    fill_in(calling.list_file, "2", Uitkomst="toezegging")
    told = cli("check", calling.list_file).out
    assert "Blad Belijst, rij 3, kolom Datum afspraak: bij deze toezegging" in told
