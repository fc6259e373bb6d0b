"""Which letter an invoice gets on which day, from list to letter (facts/dunning.md, scenarios).

Every invoice is due on 2 March 2026; ``on(n)`` is n days later. Letters ask to pay within a day,
so that their own term decides nothing unless the test is about it.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.acceptance.company import Company, act, letter

DUE = date(2026, 3, 2)
ONE_INVOICE = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    F1            | 1              | 2026-03-02  | 100.00
"""
PAID = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    F1            | 1              | 2026-03-02  | 0
"""


def on(days: int) -> str:
    return (DUE + timedelta(days=days)).isoformat()


def test_s2_proposals_that_were_never_carried_out_are_no_history(company: Company) -> None:
    company.policy(letter("een", 15), letter("twee", 30)).listed(ONE_INVOICE)

    for days in (180, 300, 360):
        tried = company.run(on(days), "--dry-run")
        assert (tried.due, tried.levels) == ({"F1": "een"}, {"F1": 0})

    assert company.run(on(360)).carried_out == {"F1": "een"}
    assert company.run(on(374)).carried_out == {}
    assert company.run(on(375)).carried_out == {"F1": "twee"}


def test_s5_the_level_is_kept_through_a_block_and_a_payment(company: Company) -> None:
    company.policy(letter("een", 5), letter("twee", 20), letter("drie", 40)).listed(ONE_INVOICE)

    assert company.run(on(4)).carried_out == {}
    assert company.run(on(5), "--dry-run").due == {"F1": "een"}
    assert company.run(on(30), "--dry-run").due == {"F1": "een"}

    assert company.run(on(5)).carried_out == {"F1": "een"}
    company.log("block", "--invoice", "F1", day=on(6))
    blocked = company.run(on(30))
    assert (blocked.reasons, blocked.levels) == ({"F1": "BLOCKED"}, {"F1": 1})

    company.log("unblock", "--invoice", "F1", day=on(30))
    assert company.run(on(30)).carried_out == {"F1": "twee"}
    paid = company.listed(PAID).run(on(50))
    assert (paid.reasons, paid.carried_out) == ({"F1": "PAID"}, {})


def test_s5_after_the_only_stage_there_is_no_further_letter(company: Company) -> None:
    company.policy(letter("een", 5)).listed(ONE_INVOICE)
    company.run(on(5))
    after = company.run(on(90))
    assert (after.reasons, after.letters) == ({"F1": "LAST_STAGE"}, [])


def test_s7_no_fast_forward_on_one_day(company: Company) -> None:
    company.policy(
        letter("een", 15), letter("twee", 30), letter("drie", 40), minimum_interval=7
    ).listed(ONE_INVOICE)

    assert [company.run(on(60)).carried_out for _ in range(3)] == [{"F1": "een"}, {}, {}]
    assert company.run(on(74)).carried_out == {}
    assert company.run(on(75)).carried_out == {"F1": "twee"}
    assert company.run(on(84)).carried_out == {}
    assert company.run(on(85)).carried_out == {"F1": "drie"}


@pytest.fixture
def thresholds(company: Company) -> Company:
    """Thresholds 3, 10, 20 and 30, as in S20."""
    return company.policy(
        letter("een", 3), letter("twee", 10), letter("drie", 20), letter("vier", 30)
    ).listed(ONE_INVOICE)


def test_s20_the_threshold_is_the_first_day_on_which_it_may_act(thresholds: Company) -> None:
    assert thresholds.run(on(2)).due == {}
    assert thresholds.run(on(3)).due == {"F1": "een"}


def test_s20a_the_next_step_follows_the_history_and_not_the_age(thresholds: Company) -> None:
    assert thresholds.run(on(3)).carried_out == {"F1": "een"}
    assert thresholds.run(on(25)).carried_out == {"F1": "twee"}


def test_s20b_the_distance_counts_from_a_letter_that_went_out_late(thresholds: Company) -> None:
    assert thresholds.run(on(14)).carried_out == {"F1": "een"}
    waiting = thresholds.run(on(15))
    assert waiting.item("F1")["earliest"] == on(21)
    assert waiting.item("F1")["reason_text"] == (
        "Wacht tot 23-03-2026: na “Een” van 16-03-2026 moet er eerst tijd verlopen voor Twee."
    )
    assert thresholds.run(on(20)).carried_out == {}
    assert thresholds.run(on(21)).carried_out == {"F1": "twee"}


def test_s20c_the_pay_by_date_of_the_letter_is_respected(company: Company) -> None:
    company.policy(letter("een", 3, pay_within=14), letter("twee", 10)).listed(ONE_INVOICE)
    sent = company.run(on(3))
    assert sent.letters[0]["pay_by"] == on(17)
    assert company.run(on(17)).carried_out == {}
    assert company.run(on(18)).carried_out == {"F1": "twee"}


def test_s20d_a_block_runs_up_to_and_including_its_last_day(thresholds: Company) -> None:
    thresholds.log("block", "--until", on(20), day=on(1))
    held = thresholds.run(on(20))
    assert (held.reasons, held.carried_out) == ({"F1": "BLOCKED"}, {})
    assert thresholds.run(on(21)).carried_out == {"F1": "een"}


def test_s20e_a_letter_that_could_not_be_made_completes_no_step(company: Company) -> None:
    company.policy(letter("een", 3), letter("twee", 10))
    company.listed(ONE_INVOICE, Debiteuren=[{"Debiteurnummer": "1", "Naam": "Klant 1"}])
    assert company.run(on(3)).reasons == {"F1": "NO_CHANNEL"}

    assert company.listed(ONE_INVOICE).run(on(30)).carried_out == {"F1": "een"}


def test_s20f_a_payment_that_is_returned_repeats_no_letter(thresholds: Company) -> None:
    thresholds.run(on(3))
    assert thresholds.listed(PAID).run(on(10)).reasons == {"F1": "PAID"}
    again = thresholds.listed(ONE_INVOICE).run(on(12))
    assert (again.levels, again.carried_out) == ({"F1": 1}, {"F1": "twee"})


def test_s35_the_last_letter_is_not_repeated_for_ever(company: Company) -> None:
    company.policy(letter("een", 5), letter("twee", 10), letter("drie", 15)).listed(ONE_INVOICE)
    for days in (5, 10, 15):
        assert company.run(on(days)).carried_out
    for days in (30, 90, 365):
        after = company.run(on(days))
        assert after.carried_out == {}
        assert after.item("F1")["reason_text"] == (
            "De laatste stap “Drie” is gezet op 17-03-2026. Hierna volgt er geen stap meer; u"
            " beslist hoe het verder gaat."
        )


def test_a_call_waits_on_the_list_until_it_is_logged(company: Company) -> None:
    company.policy(letter("een", 3), act("bellen", "call", 10), letter("twee", 20))
    company.listed(ONE_INVOICE).run(on(3))

    listed = company.run(on(25))
    assert [call["invoices"] for call in listed.json["calls"]] == [["F1"]]
    (todo,) = company.sheet("Belijst")
    assert (todo["Actie"], todo["Facturen"], todo["Openstaand"]) == ("Bellen", "F1", 100)
    assert company.run(on(26)).due == {"F1": "bellen"}

    company.log("call", "--stage", "bellen", "--channel", "phone", day=on(26))
    assert company.run(on(35)).carried_out == {}
    assert company.run(on(36)).carried_out == {"F1": "twee"}


def test_another_policy_keeps_the_level_by_its_meaning(company: Company) -> None:
    company.policy(letter("herinnering", 3), letter("aanmaning", 10)).listed(ONE_INVOICE)
    company.run(on(3))

    company.policies = ()
    company.policy(
        letter("herinnering", 5), letter("laatste", 20), letter("sommatie", 30), name="nieuw"
    )
    assert company.run(on(25)).carried_out == {"F1": "laatste"}


def test_a_policy_that_does_not_know_the_step_leaves_it_to_the_user(company: Company) -> None:
    company.policy(letter("herinnering", 3), letter("aanmaning", 10)).listed(ONE_INVOICE)
    company.run(on(3))

    company.policies = ()
    company.policy(letter("brief-a", 5), letter("brief-b", 20), name="nieuw")
    held = company.run(on(25))
    assert (held.reasons, held.letters) == ({"F1": "HISTORY_GAP"}, [])
    assert "HISTORY_GAP" in held.codes


def test_a_hole_in_the_history_is_not_guessed_over(thresholds: Company) -> None:
    thresholds.run(on(3))
    thresholds.log("letter", "--invoice", "F1", "--stage", "drie", day=on(4))
    held = thresholds.run(on(40))
    assert (held.reasons, held.carried_out) == ({"F1": "HISTORY_GAP"}, {})
