"""Each shipped policy from the due date to the agency or court, one day at a time.

A walk opens one invoice, due on Monday 2 March 2026, and runs on every day. What is due is carried
out as the workflow would: a letter with its pay-by date, anything else as an event that the user
logs on the same day. The tables are the whole of what happens; on all other days nothing does.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.policies.walking import DUE, ITEM, KIND_OF, proposal, walk
from xl_dunning.policies.loader import load_policy, shipped_policies
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.events import Event
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Reason

# Weekday and day of the step, days after the due date, action, stage; pay-by date of a letter.
WALKS = {
    "standaard": [
        # Day 3, and a day for payments that are on their way.
        "vr 06-03 +4  letter herinnering -> 20-03",
        # The term ended on Friday; that day more makes it Sunday. 5 April is Easter.
        "zo 22-03 +20 letter aanmaning -> 07-04",
        # The pay-by date was the first working day after Easter.
        "do 09-04 +38 letter sommatie -> 17-04",
        # What comes now is the user's: a run only says so.
        "zo 19-04 +48 handover overdracht",
    ],
    "aanmaning-sommatie": [
        "wo 04-03 +2  letter herinnering -> 18-03",
        "do 19-03 +17 letter aanmaning -> 27-03",
        # Last chance without extra costs; its term moves over the Easter weekend.
        "za 28-03 +26 letter sommatie -> 07-04",
        # Announced, so it follows: the day after the last chance.
        "wo 08-04 +37 handover incassobureau",
    ],
    "vier-stappen": [
        # The invoice goes along once more.
        "di 03-03 +1  letter herinnering -> 17-03",
        # What is agreed on the phone is put in writing.
        "wo 18-03 +16 call bellen",
        # The final date is named.
        "wo 25-03 +23 letter tweede_herinnering -> 02-04",
        "vr 03-04 +32 handover incassobureau",
        # What was done is put in writing by the next run; this letter gives no time any more.
        "za 04-04 +33 letter overdracht -> 07-04",
    ],
    "onderhandelen": [
        # At once.
        "di 03-03 +1  letter herinnering -> 10-03",
        # Also outside office hours.
        "wo 11-03 +9  call bellen",
        "wo 18-03 +16 propose_plan betalingsvoorstel",
        # The sommatie is the ingebrekestelling: two weeks.
        "wo 25-03 +23 letter sommatie -> 08-04",
        # Work stops and legal steps are announced only now.
        "do 09-04 +38 suspend opschorten",
        # That is put in writing, with a week to pay; the agency waits for it.
        "vr 10-04 +39 letter opschorting -> 17-04",
        "za 18-04 +47 handover incassobureau",
        "zo 19-04 +48 letter overdracht -> 20-04",
    ],
    "stappenplan": [
        # The invoice goes along.
        "di 03-03 +1  letter herinnering -> 17-03",
        "wo 18-03 +16 call bellen",
        # With the invoice and a warning.
        "wo 25-03 +23 letter tweede_herinnering -> 02-04",
        "vr 03-04 +32 handover incassobureau",
        # A month later, when the agency has brought nothing.
        "zo 03-05 +62 legal rechter",
    ],
    "volhardend": [
        # On the due date itself.
        "ma 02-03 +0  call bellen",
        # Call back the next day.
        "di 03-03 +1  call terugbellen",
        # E-mail and call: three days, then the phone again.
        "wo 04-03 +2  letter herinnering -> 09-03",
        "di 10-03 +8  call nabellen",
        # Services are withdrawn only when a younger invoice is unpaid too; there is none here.
        "za 14-03 +12 overgeslagen opschorten",
        # A plan or a settlement.
        "di 17-03 +15 propose_plan regeling",
        # The formal demand.
        "di 24-03 +22 letter sommatie -> 01-04",
        "do 02-04 +31 legal rechter",
    ],
}


def test_there_is_a_walk_for_every_policy_that_is_shipped() -> None:
    assert set(WALKS) == {policy.name for policy in shipped_policies()}


@pytest.mark.parametrize(("name", "steps"), WALKS.items(), ids=WALKS)
def test_a_walk_from_the_due_date_to_the_end(name: str, steps: list[str]) -> None:
    assert walk(load_policy(name)) == steps


CONSUMERS = {
    "standaard": [
        "vr 06-03 +4  letter herinnering -> 20-03",
        # Costs may be claimed only after this letter and its term.
        "zo 22-03 +20 letter veertiendagenbrief -> 07-04",
        "do 09-04 +38 letter sommatie -> 17-04",
        "zo 19-04 +48 handover overdracht",
    ]
}
"""Where consumers walk another way than businesses."""


@pytest.mark.parametrize("name", WALKS)
@pytest.mark.parametrize("kind", [DebtorKind.CONSUMER, None], ids=["consumer", "unknown"])
def test_consumers_and_debtors_of_unknown_kind_walk_the_way_that_protects_them(
    name: str, kind: DebtorKind | None
) -> None:
    assert walk(load_policy(name), kind=kind) == CONSUMERS.get(name, WALKS[name])


@pytest.mark.parametrize("name", WALKS)
def test_every_step_is_taken_once_and_in_order_on_whatever_day_it_starts(name: str) -> None:
    policy = load_policy(name)
    for due in (date(2026, 12, 23), date(2027, 2, 26), date(2028, 2, 29), date(2026, 4, 26)):
        steps = walk(policy, due=due)
        stages = policy.stages_for(DebtorKind.BUSINESS)
        keys = [stage.key for stage in stages]
        taken = [step.split()[4] for step in steps]
        # What was done may be put in writing in between, in letters of other names.
        assert [key for key in taken if key in keys] == keys


def test_runs_once_a_week_lose_no_step_and_skip_none() -> None:
    assert walk(load_policy("standaard"), every=7) == [
        "ma 09-03 +7  letter herinnering -> 23-03",
        "ma 30-03 +28 letter aanmaning -> 13-04",
        "ma 20-04 +49 letter sommatie -> 28-04",
        "ma 04-05 +63 handover overdracht",
    ]


def test_a_call_that_nobody_makes_does_not_stop_the_letters() -> None:
    """On the call list from day 16; more than five days later a run logs it as passed over."""
    assert walk(load_policy("vier-stappen"), left_undone=frozenset({Action.CALL})) == [
        "di 03-03 +1  letter herinnering -> 17-03",
        "di 24-03 +22 overgeslagen bellen",
        "di 31-03 +29 letter tweede_herinnering -> 08-04",
        "do 09-04 +38 handover incassobureau",
        "vr 10-04 +39 letter overdracht -> 10-04",
    ]


def test_a_handover_that_nobody_logs_waits_for_the_user() -> None:
    steps = walk(load_policy("stappenplan"), left_undone=frozenset({Action.HANDOVER}))
    assert steps == WALKS["stappenplan"][:3]


def test_at_the_end_of_the_walk_nothing_more_is_proposed() -> None:
    policy = load_policy("aanmaning-sommatie")
    events = [
        Event(
            id=str(number),
            on=add_days(DUE, stage.after),
            debtor=ITEM.debtor,
            invoice=ITEM.invoice,
            kind=KIND_OF[stage.action],
            stage=stage.key,
            sequence=number,
        )
        for number, stage in enumerate(policy.stages)
    ]
    decision = proposal(policy, events, day=add_days(DUE, 200), runs=[]).decisions[0]
    assert (decision.reason, decision.next_stage) == (Reason.LAST_STAGE, None)
