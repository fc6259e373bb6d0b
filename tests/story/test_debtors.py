"""What each special debtor of the story is there for, in one line each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import docx
import pytest

from tests.acceptance.books import Row
from tests.story.holding import day_of, standing, steps
from tests.story.play import Story
from tests.story.sentences import day_of as story_day


def events(story: Story, debtor: str) -> list[Row]:
    """The standing events of the debtor, oldest first."""
    return [row for row in standing(story.log) if row["Debiteurnummer"] == debtor]


def letters(story: Story, debtor: str) -> list[str]:
    """Day and template of each letter, once for all its invoices."""
    made = [
        row for row in events(story, debtor) if row["Gebeurtenis"] == "brief" and row["Document"]
    ]
    return list(dict.fromkeys(f"{day_of(row['Datum']):%d-%m} {row['Sjabloon']}" for row in made))


def reason(story: Story, on: str, invoice: str) -> str:
    """Why the invoice waited that day, or why not."""
    return story.day(story_day(on)).run.reasons[invoice]


def listed(story: Story, on: str) -> list[str]:
    """The debtors on the Belijst of that day, from top to bottom."""
    return [row["Debiteurnummer"] for row in story.day(story_day(on)).calls]


@pytest.mark.parametrize("debtor", ["101", "124"])
def test_who_pays_in_time_or_owes_a_trifle_gets_no_letter(story: Story, debtor: str) -> None:
    assert events(story, debtor) == []


def test_a_trifle_is_told_as_such(story: Story) -> None:
    assert reason(story, "29-06", "F1241") == "BELOW_MINIMUM"


def test_a_consumer_gets_the_letter_of_fourteen_days_before_any_costs(story: Story) -> None:
    assert [each.split()[1] for each in letters(story, "105")] == [
        "herinnering",
        "veertiendagenbrief",
        "sommatie",
    ]
    day = story.day(story_day("13-04"))
    (sommatie,) = (letter for letter in day.run.letters if letter["debtor"] == "105")
    (fourteen,) = (
        letter for letter in story.day(story_day("25-03")).run.letters if letter["debtor"] == "105"
    )
    assert (fourteen["costs"], fourteen["announced_costs"]) == ("0.00", "172.43")
    assert sommatie["costs"] == "172.43"


def test_direct_debit_waits_until_it_fails(story: Story) -> None:
    assert reason(story, "13-03", "F1081") == "DIRECT_DEBIT"
    assert letters(story, "108") == [
        "20-04 herinnering",
        "06-05 aanmaning",
        "29-06 herinnering",  # of the next invoice
    ]


def test_a_hold_of_the_debtor_ends_by_itself(story: Story) -> None:
    assert reason(story, "31-03", "F1091") == "BLOCKED"
    assert letters(story, "109") == ["01-04 herinnering"]


def test_without_an_address_there_is_no_letter_until_somebody_finds_it(story: Story) -> None:
    assert reason(story, "27-03", "F1101") == "NO_CHANNEL"
    assert letters(story, "110") == ["30-03 herinnering"]


def test_who_has_only_an_e_mail_address_is_written_by_e_mail(story: Story) -> None:
    made = [row for row in events(story, "111") if row["Document"]]
    assert {row["Kanaal"] for row in made} == {"e-mail"}


def test_a_promise_that_was_taken_back_holds_nothing(story: Story) -> None:
    assert reason(story, "16-04", "F1111") == "DUE"


def test_who_paid_a_part_is_asked_for_the_rest(story: Story) -> None:
    asked = [
        row["Bedrag"] for row in steps(events(story, "112")) if row["Factuurnummer"] == "F1121"
    ]
    assert asked == [1452, 1000, 500]


def test_a_credit_is_settled_and_not_dunned(story: Story) -> None:
    assert reason(story, "12-03", "F1131") == "NET_CREDIT"
    assert [row["Factuurnummer"] for row in steps(events(story, "113"))] == ["F1132"]


def test_a_dispute_stops_the_letters_until_it_was_answered(story: Story) -> None:
    assert reason(story, "10-04", "F1141") == "DISPUTED"
    assert "114" in listed(story, "07-04")  # the day for the answer has passed
    assert letters(story, "114") == [
        "13-03 herinnering",
        "14-04 antwoord_betwisting",
        "15-04 herinnering",  # of another invoice
        "30-04 aanmaning",
    ]


def test_the_part_that_is_not_disputed_goes_on(story: Story) -> None:
    assert [row["Bedrag"] for row in steps(events(story, "115"))][:2] == [1000, 750]


def test_a_promise_that_was_kept_ends_it(story: Story) -> None:
    about = [row for row in steps(events(story, "116")) if row["Factuurnummer"] == "F1161"]
    assert [row["Fase"] for row in about] == ["herinnering"]


@pytest.mark.parametrize(("debtor", "morning"), [("117", "02-04"), ("118", "31-03")])
def test_a_broken_promise_is_on_top_of_the_call_list_the_morning_after(
    story: Story, debtor: str, morning: str
) -> None:
    """After the one bank day that the policy allows."""
    before = story.days[story.days.index(story.day(story_day(morning))) - 1]
    assert debtor not in [row["Debiteurnummer"] for row in before.calls]
    assert listed(story, morning)[0] == debtor


def test_a_second_promise_is_known_as_such(story: Story) -> None:
    day = story.day(story_day("01-04"))
    (item,) = (each for each in day.run.json["items"] if each["invoice"] == "F1181")
    assert item["reason"] == "PROMISE_RUNNING"
    assert "27-03-2026" in item["reason_text"]


def test_a_plan_that_is_kept_stops_all_letters(story: Story) -> None:
    assert letters(story, "119") == ["11-03 herinnering"]
    assert reason(story, "15-05", "F1191") == "PLAN_RUNNING"


def test_a_broken_plan_is_reminded_ended_and_then_the_next_step_comes(story: Story) -> None:
    assert [each.split()[1] for each in letters(story, "120")] == [
        "herinnering",
        "regeling_herinnering",
        "regeling_verbroken",
        "aanmaning",
        "sommatie",
    ]


def test_a_plan_that_was_late_once_still_holds(story: Story) -> None:
    assert [each.split()[1] for each in letters(story, "133")] == [
        "herinnering",
        "regeling_voorstel",
        "regeling_bevestiging",
        "regeling_herinnering",
    ]


def test_the_settled_debtor_is_never_dunned_again(story: Story) -> None:
    last = max(day_of(row["Datum"]) for row in steps(events(story, "121")))
    assert last < date(2026, 4, 13)
    assert reason(story, "30-04", "F1211") == "PAID"


def test_after_a_missed_settlement_the_whole_claim_revives(story: Story) -> None:
    (last,) = [row for row in steps(events(story, "122")) if row["Fase"] == "sommatie"]
    assert (day_of(last["Datum"]), last["Bedrag"]) == (date(2026, 4, 29), 1500)


def test_a_payment_that_came_back_starts_no_second_first_reminder(story: Story) -> None:
    taken = [row["Fase"] for row in steps(events(story, "123")) if row["Factuurnummer"] == "F1231"]
    assert taken == ["herinnering", "aanmaning", "sommatie"]


def test_a_blocked_debtor_waits_until_somebody_lifts_it(story: Story) -> None:
    assert letters(story, "125")[0] == "16-04 herinnering"


def test_what_was_sent_before_this_program_counts(story: Story) -> None:
    assert letters(story, "126") == ["02-03 aanmaning"]


def test_three_calls_that_reached_nobody_are_followed_by_the_letter(story: Story) -> None:
    assert [row["Uitkomst"] for row in events(story, "127") if row["Uitkomst"]] == [
        "niet bereikt",
        "voicemail",
        "niet bereikt",
    ]
    assert letters(story, "127")[1:2] == ["07-04 tweede_herinnering"]


def test_the_wrong_number_stays_on_the_list_until_somebody_was_spoken_to(story: Story) -> None:
    assert "129" in listed(story, "26-03")
    assert "129" in listed(story, "27-03")
    assert "129" not in listed(story, "30-03")


def test_who_never_got_the_invoice_gets_it_again(story: Story) -> None:
    assert letters(story, "130")[1] == "26-03 factuur_opnieuw"


def test_what_went_to_the_agency_gets_no_letter_of_ours(story: Story) -> None:
    for debtor, day in (("103", "18-05"), ("105", "06-05"), ("131", "16-04"), ("135", "12-05")):
        given = story_day(day)
        after = [row for row in steps(events(story, debtor)) if day_of(row["Datum"]) > given]
        assert after == []
    assert len(story.dossiers) == 5
    assert all(path.exists() for path in story.dossiers)


def test_a_payment_after_the_handover_is_seen(story: Story) -> None:
    item = story.day(story_day("15-06")).run.item("F1031")
    assert Decimal(item["open"]) == Decimal(1420)


def test_a_promise_on_the_phone_is_confirmed_where_the_policy_says_so(story: Story) -> None:
    assert letters(story, "132")[1] == "31-03 bevestiging_afspraak"
    assert "bevestiging_afspraak" not in " ".join(letters(story, "128"))


def test_money_that_is_under_way_gets_its_days(story: Story) -> None:
    assert reason(story, "19-03", "F1361") == "PROMISE_RUNNING"


def test_the_resumed_debtor_got_the_three_letters_of_a_suspension(story: Story) -> None:
    about = [each.split()[1] for each in letters(story, "137")]
    assert [each for each in about if each not in ("herinnering", "sommatie")] == [
        "opschorting_aankondiging",
        "opschorting",
        "hervatting",
    ]


def test_who_was_suspended_is_not_to_be_suspended_again(story: Story) -> None:
    asked = [
        f"{day.on:%d-%m}"
        for day in story.days
        for row in day.calls
        if (row["Debiteurnummer"], row["Actie"]) == ("137", "Levering opschorten")
    ]
    assert asked == ["08-04", "09-04"]


def test_every_letter_to_an_english_speaker_is_in_english(story: Story) -> None:
    seen = set()
    for day in story.days:
        for letter in day.run.letters:
            if letter["debtor"] in ("106", "107", "139"):
                assert "Dear " in _words(letter["file"])
                seen.add(letter["template"])
    assert seen == {"herinnering", "aanmaning", "veertiendagenbrief", "regeling_bevestiging"}


def _words(file: str) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(file).paragraphs)
