"""Letters from before this program become events, so that nobody gets a first reminder again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.rules.world import World, call, item, letter, policy
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.events import Channel, Event, EventKind, standing
from xl_dunning.rules.ledger import Debtor, DebtorKind, OpenItem
from xl_dunning.rules.policy import Audience, DunningPolicy

TODAY = date(2026, 11, 21)
SENT = date(2026, 11, 2)
DUE = date(2026, 10, 1)

STEPS = policy(letter("een", 1), call("bellen", 8), letter("twee", 15), letter("drie", 30))


def told(sent: int = 0, last: date | None = None, *, unreadable: bool = False) -> OpenItem:
    """An invoice whose list tells of letters from before."""
    return item("A", DUE, reminders_sent=sent, last_reminder=last, unreadable=unreadable)


def imported(
    item: OpenItem, *log: Event, of: DunningPolicy = STEPS, debtor: Debtor | None = None
) -> tuple[list[Event], list[str]]:
    """The events that a run takes from the list, and what it says about that."""
    world = World(policy=of, items=[item], log=list(log))
    if debtor:
        world.debtors = {debtor.number: debtor}
    proposal = world.propose(TODAY)
    return list(proposal.imported), [
        finding_text(finding) for finding in proposal.findings if "REMINDER" in finding.code
    ]


@pytest.mark.parametrize(
    ("sent", "stage"),
    [
        (1, "een"),
        (2, "twee"),  # the call in between counts as made
        (3, "drie"),
    ],
)
def test_n_letters_are_the_nth_letter_stage(sent: int, stage: str) -> None:
    (event,), said = imported(told(sent, SENT))

    assert said == []
    assert event == Event(
        id=event.id,
        on=SENT,
        debtor="1",
        invoice="A",
        kind=EventKind.IMPORTED,
        stage=stage,
        channel=Channel.POST,
        amount=event.amount,
    )


def test_the_next_step_is_the_one_after_it() -> None:
    world = World(policy=STEPS, items=[told(2, SENT)])

    assert world.run(TODAY) == {"A": "drie"}
    assert [event.stage for event in world.log] == ["twee", "drie"]


def test_only_letters_that_are_for_this_debtor_count() -> None:
    # two letters to a consumer: the second was not the one for businesses
    steps = policy(
        letter("een", 1),
        letter("zakelijk", 8, audience=Audience.BUSINESS),
        letter("twee", 15),
    )
    consumer = Debtor(number="1", kind=DebtorKind.CONSUMER)
    business = replace(consumer, kind=DebtorKind.BUSINESS)

    assert [e.stage for e in imported(told(2, SENT), of=steps, debtor=consumer)[0]] == ["twee"]
    assert [e.stage for e in imported(told(2, SENT), of=steps, debtor=business)[0]] == ["zakelijk"]


def test_reading_the_list_again_adds_nothing() -> None:
    world = World(policy=STEPS, items=[told(1)])
    world.log += world.propose(TODAY).imported

    assert world.propose(date(2026, 11, 28)).imported == ()


def test_the_id_does_not_hang_on_the_date() -> None:
    (dated,), _ = imported(told(1, SENT))
    (undated,), _ = imported(told(1))

    assert dated.id == undated.id


@pytest.mark.parametrize(
    ("logged", "sent", "stages"),
    [
        ("een", 1, []),  # the log knows it already
        ("twee", 1, []),  # the log is further than the list
        ("een", 2, ["twee"]),  # sent elsewhere since: only ever upwards
    ],
)
def test_the_list_only_raises_what_the_log_knows(logged: str, sent: int, stages: list[str]) -> None:
    steps = policy(letter("een", 1), letter("twee", 15))
    known = World(policy=steps, items=[], log=[])
    for stage in ("een", "twee")[: 1 + ("een", "twee").index(logged)]:
        known.record(EventKind.LETTER, SENT, invoice="A", stage=stage)

    events, _ = imported(told(sent, SENT), *known.log, of=steps)

    assert [event.stage for event in events] == stages


def test_an_import_that_was_taken_back_stays_taken_back() -> None:
    world = World(policy=STEPS, items=[told(1, SENT)])
    world.log += world.propose(TODAY).imported
    world.record(EventKind.VOID, TODAY, voids=world.log[0].id)

    proposal = world.propose(TODAY)

    assert standing((*world.log, *proposal.imported)) == ()
    assert proposal.decisions[0].stage is None


def test_more_letters_than_the_policy_has_are_its_last_one() -> None:
    (event,), said = imported(told(7, SENT))

    assert event.stage == "drie"
    assert said == [
        "Factuur A van debiteur 1: er zijn al 7 brieven verstuurd, meer dan het beleid kent. Wij "
        "gaan uit van “Drie” als laatste stap."
    ]


def test_without_a_date_the_waiting_time_starts_today() -> None:
    # later than true, never earlier: the debtor keeps his term
    (event,), said = imported(told(2))

    assert event.on == TODAY
    assert said == [
        "Factuur A van debiteur 1: er zijn al 2 brieven verstuurd, maar de datum van de laatste "
        "ontbreekt. De wachttijd telt daarom vanaf 21-11-2026. Vul kolom Laatste herinnering in "
        "als u de datum weet."
    ]


def test_a_date_without_a_count_is_one_letter() -> None:
    (event,), said = imported(told(0, SENT))

    assert (event.stage, event.on) == ("een", SENT)
    assert said == [
        "Factuur A van debiteur 1: op 02-11-2026 is een herinnering verstuurd, maar het aantal "
        "ontbreekt. Wij gaan uit van één brief."
    ]


def test_a_date_that_has_yet_to_come_is_named_and_not_taken() -> None:
    events, said = imported(told(1, date(2026, 12, 2)))

    assert events == []
    assert said == [
        "Factuur A van debiteur 1: de laatste herinnering zou op 02-12-2026 zijn verstuurd, maar "
        "die dag moet nog komen. Verbeter de datum in kolom Laatste herinnering. De eerdere "
        "brieven zijn niet ingelezen."
    ]


@pytest.mark.parametrize(
    "untold",
    [
        told(),  # the list tells of none
        told(2, SENT, unreadable=True),  # nothing of this row is certain
    ],
    ids=["no letters", "unreadable"],
)
def test_what_is_not_told_or_not_certain_is_not_taken(untold: OpenItem) -> None:
    assert imported(untold) == ([], [])


def test_a_policy_without_letters_has_nothing_to_stand_for_them() -> None:
    assert imported(told(2, SENT), of=policy(call("bellen", 1))) == ([], [])
