"""What somebody should look into: overdue disputes, late debits, wrong numbers, double plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from xl_dunning.rules.agreements.disputes import open_disputes
from xl_dunning.rules.agreements.states import AgreementState, Judgement
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.findings import Finding, warning
from xl_dunning.rules.ledger import ItemKey
from xl_dunning.rules.money import ZERO
from xl_dunning.rules.proposal import Decision, Reason
from xl_dunning.rules.reasons import Case

_DEBIT_DAYS = 10
"""Days after the due date by which a direct debit is in, or has failed.

Banks collect on the due date or the working day after it, and a debit that fails comes back within
five working days (SEPA core rulebook); ten days hold both, a weekend on either side included.
"""
_GOES_ON = (AgreementState.RUNNING, AgreementState.LATE)


def attention(
    cases: Iterable[Case],
    decisions: Sequence[Decision],
    log: Iterable[Event],
    judged: Iterable[Judgement],
    *,
    reference_date: date,
) -> Iterator[Finding]:
    """Warnings about agreements and the like; ``log`` are the standing events, oldest first."""
    yield from _overdue_disputes(cases, on=reference_date)
    for decision in decisions:
        if decision.reason is Reason.DIRECT_DEBIT and decision.days_overdue > _DEBIT_DAYS:
            debtor, invoice = decision.item.key
            days = decision.days_overdue
            yield warning("DIRECT_DEBIT_LATE", debtor=debtor, invoice=invoice, days=days)
    yield from _wrong_numbers(decisions, log, on=reference_date)
    yield from _double_plans(judged)


def _overdue_disputes(cases: Iterable[Case], *, on: date) -> Iterator[Finding]:
    """Each dispute whose day for an answer has passed; it goes on holding its invoice."""
    told: set[str] = set()
    for case in cases:
        if (case.item.outstanding or ZERO) <= ZERO:
            continue
        for event in open_disputes(case.events):
            if event.until and event.until < on and event.id not in told:
                told.add(event.id)
                yield warning(
                    "DISPUTE_OVERDUE",
                    debtor=event.debtor,
                    invoice=event.invoice,
                    on=event.on,
                    until=event.until,
                )


def _wrong_numbers(
    decisions: Iterable[Decision], log: Iterable[Event], *, on: date
) -> Iterator[Finding]:
    """Debtors with whom nothing happened since a call found that the number is wrong."""
    last = {event.debtor: event for event in log if event.on <= on}
    owing = {each.item.debtor for each in decisions if (each.item.outstanding or ZERO) > ZERO}
    for debtor in sorted(owing & last.keys()):
        if last[debtor].outcome is Outcome.WRONG_NUMBER:
            yield warning("WRONG_NUMBER", debtor=debtor, on=last[debtor].on)


def _double_plans(judged: Iterable[Judgement]) -> Iterator[Finding]:
    """A plan that goes on although another one was made later about the same invoices."""
    running: dict[ItemKey, Judgement] = {}
    told: set[str] = set()
    for each in judged:
        if each.event.kind is not EventKind.PLAN or each.state not in _GOES_ON:
            continue
        for key in each.keys:
            earlier = running.get(key)
            running[key] = each
            passed = earlier and earlier.until < each.event.on
            if earlier and not passed and earlier.event.id not in told:
                told.add(earlier.event.id)
                yield warning(
                    "PLANS_OVERLAP",
                    debtor=each.event.debtor,
                    invoice=each.event.invoice,
                    first=earlier.event.on,
                    second=each.event.on,
                    id=earlier.event.id,
                )
