"""Which items of a list are prescribed (verjaard), or will be soon.

The price of a consumer sale is gone after two years, every other claim from a contract after five.
A list does not tell a sale from a service: a consumer's claim older than two years is therefore
a warning, and only one that is prescribed whatever it is for is kept out of the letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from xl_dunning.rules.deadlines import delivered_on
from xl_dunning.rules.decide import hold
from xl_dunning.rules.events import Channel, EventKind
from xl_dunning.rules.figures import in_force
from xl_dunning.rules.findings import Finding, warning
from xl_dunning.rules.ledger import DebtorKind, OpenItem
from xl_dunning.rules.owed import ClaimRules
from xl_dunning.rules.prescription import prescription, prescription_finding
from xl_dunning.rules.proposal import Decision, Reason
from xl_dunning.rules.reasons import Case

_DEMANDS = frozenset(
    {"aanmaning", "veertiendagenbrief", "ingebrekestelling", "sommatie", "stuiting"}
)
"""Templates whose letter demands payment in so many words, and so interrupts (3:317 lid 1)."""
_GONE = (Reason.PAID, Reason.CREDIT_NOTE, Reason.UNREADABLE, Reason.DUPLICATE_KEY, Reason.NOT_DUE)


def hold_prescribed(
    decisions: Sequence[Decision],
    cases: Sequence[Case],
    *,
    rules: ClaimRules,
    reference_date: date,
) -> tuple[list[Decision], tuple[Finding, ...]]:
    """The decisions with prescribed items held, and a finding for each that is or will be soon.

    ``cases`` belong to the decisions one by one. Without figures for the country nothing is said.
    """
    law = rules.law
    if "prescription" not in law.numbers:
        return list(decisions), ()
    longest = in_force(law.numbers["prescription"], reference_date).value
    shortest = in_force(law.numbers["prescription_consumer_sale"], reference_date).value
    held: list[Decision] = []
    findings: list[Finding] = []
    for decision, case in zip(decisions, cases, strict=True):
        item = case.item
        if decision.reason in _GONE or item.due_date is None:
            held.append(decision)
            continue
        debtor, invoice = item.key
        interrupted = _interruptions(case, rules)
        due = _claimable_on(item, item.due_date, rules)
        certain = prescription(due, years=longest, interrupted_on=interrupted)
        found = prescription_finding(certain, on=reference_date, debtor=debtor, invoice=invoice)
        if reference_date > certain.last_day:
            held.append(hold(decision, Reason.BLOCKED, kind="prescribed", until=certain.last_day))
        else:
            held.append(decision)
        if found is None and case.debtor.kind is not DebtorKind.BUSINESS:
            sale = prescription(due, years=shortest, interrupted_on=interrupted)
            if reference_date >= sale.warn_from:
                found = warning(
                    "PRESCRIPTION_OF_SALE",
                    debtor=debtor,
                    invoice=invoice,
                    last_day=sale.last_day,
                )
        if found:
            findings.append(found)
    return held, tuple(findings)


def _claimable_on(item: OpenItem, due_date: date, rules: ClaimRules) -> date:
    """The due date; the invoice date when that day was not agreed (6:38 BW)."""
    agreed = rules.term_agreed if item.term_agreed is None else item.term_agreed
    return due_date if agreed else min(item.invoice_date or due_date, due_date)


def _interruptions(case: Case, rules: ClaimRules) -> list[date]:
    """The days on which an interruption reached the debtor (3:37 lid 3 BW).

    One that the user logged as such counts on its own day, a letter that demands payment on the
    day of its presumed delivery; by post when the log does not say how it went out.
    """
    keys = {stage.key for stage in case.policy.stages if stage.template in _DEMANDS}
    reached = [event.on for event in case.events if event.kind is EventKind.INTERRUPTION]
    for event in case.events:
        if event.kind in (EventKind.LETTER, EventKind.EMAIL) and event.stage in keys:
            channel = event.channel or Channel.POST
            delivery = [rule for rule in rules.law.deliveries if rule.channel is channel]
            # Older than the first rule about delivery: the first one is the best there is.
            known = [rule for rule in delivery if rule.valid_from <= event.on] or delivery[:1]
            reached += [
                delivered_on(event.on, delivery=rule, is_holiday=rules.is_holiday)
                for rule in known[-1:]
            ]
    return reached
