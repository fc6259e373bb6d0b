"""Which items of a list are prescribed (verjaard), or will be soon.

The price of a consumer sale is gone after two years, every other claim from a contract after five.
A list does not tell a sale from a service: a consumer's claim older than two years is therefore
a warning, and only one that is prescribed whatever it is for is kept out of the letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from xl_dunning.rules.decide import hold
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.figures import Law, in_force
from xl_dunning.rules.findings import Finding, warning
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.prescription import prescription, prescription_finding
from xl_dunning.rules.proposal import Decision, Reason
from xl_dunning.rules.reasons import Case

_DEMANDS = frozenset(
    {"aanmaning", "veertiendagenbrief", "ingebrekestelling", "sommatie", "stuiting"}
)
"""Templates whose letter demands payment in so many words, and so interrupts (3:317 lid 1)."""
_GONE = (Reason.PAID, Reason.CREDIT_NOTE, Reason.UNREADABLE, Reason.DUPLICATE_KEY, Reason.NOT_DUE)


def hold_prescribed(
    decisions: Sequence[Decision], cases: Sequence[Case], *, law: Law, reference_date: date
) -> tuple[list[Decision], tuple[Finding, ...]]:
    """The decisions with prescribed items held, and a finding for each that is or will be soon.

    ``cases`` belong to the decisions one by one. Without figures for the country nothing is said.
    """
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
        interrupted = _interruptions(case)
        certain = prescription(item.due_date, years=longest, interrupted_on=interrupted)
        found = prescription_finding(certain, on=reference_date, debtor=debtor, invoice=invoice)
        if reference_date > certain.last_day:
            held.append(hold(decision, Reason.BLOCKED, kind="prescribed", until=certain.last_day))
        else:
            held.append(decision)
        if found is None and case.debtor.kind is not DebtorKind.BUSINESS:
            sale = prescription(item.due_date, years=shortest, interrupted_on=interrupted)
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


def _interruptions(case: Case) -> list[date]:
    """The days of letters that demand payment; their sending stands for their arrival."""
    keys = {stage.key for stage in case.policy.stages if stage.template in _DEMANDS}
    return [
        event.on
        for event in case.events
        if event.kind is EventKind.INTERRUPTION
        or (event.kind in (EventKind.LETTER, EventKind.EMAIL) and event.stage in keys)
    ]
