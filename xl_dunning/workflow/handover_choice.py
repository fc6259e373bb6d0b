"""Which invoices of a debtor go into the dossier, and which can't."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.claims import starts
from xl_dunning.rules.events import Event, standing
from xl_dunning.rules.findings import Finding, error, warning
from xl_dunning.rules.history import events_by_item
from xl_dunning.rules.ledger import Debtor, Ledger, OpenItem
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.owed import ClaimRules, daily_interest
from xl_dunning.rules.proposal import Decision, Proposal, Reason
from xl_dunning.rules.reasons import Case
from xl_dunning.rules.term_letters import TermLetter
from xl_dunning.rules.terms import Terms
from xl_dunning.workflow.handover_claim import (
    Assignment,
    ClaimedInvoice,
    CurrencyClaim,
    out_of_our_hands,
)

NEVER = frozenset(
    {
        "HANDOVER_DEBTOR_UNKNOWN",
        "HANDOVER_NOTHING",
        "HANDOVER_COVERED",
        "HANDOVER_INVOICE_UNKNOWN",
        "HANDOVER_INVOICE_NOT_OPEN",
        "HANDOVER_INVOICE_NOT_DUE",
        "HANDOVER_ALREADY",
    }
)
"""Errors with which no dossier can be made, complete or not."""
_UNCERTAIN = (Reason.UNREADABLE, Reason.DUPLICATE_KEY)
_NOT_OPEN = (Reason.PAID, Reason.CREDIT_NOTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the debtor owes, divided: what goes along, what is taken off, what stays behind."""

    invoices: tuple[ClaimedInvoice, ...]
    credits: tuple[OpenItem, ...]
    not_asked: tuple[OpenItem, ...]
    """Overdue items that were left out because only others were named."""
    findings: tuple[Finding, ...]


def choose(
    assignment: Assignment,
    *,
    proposal: Proposal,
    ledger: Ledger,
    log: Iterable[Event],
    terms: Terms,
) -> Choice:
    """The overdue invoices that were asked for, less those that can't be handed over.

    ``log`` is the whole log, void events included. Errors: HANDOVER_UNREADABLE and those of
    ``NEVER`` except HANDOVER_COVERED. Warning: HANDOVER_LEFT_OUT.
    """
    debtor, day = ledger.debtor(assignment.debtor), proposal.reference_date
    about = events_by_item(standing((*log, *proposal.imported)))
    own = [each for each in proposal.decisions if each.item.debtor == debtor.number]
    asked = [
        each for each in own if not assignment.invoices or each.item.invoice in assignment.invoices
    ]
    overdue = [each for each in asked if _is_overdue(each)]
    gone = {each.item.ref: _gone(each, about(each.item), assignment) for each in overdue}
    invoices = tuple(
        ClaimedInvoice(
            decision=decision,
            events=about(decision.item),
            letter=_letter(decision, about(decision.item), debtor=debtor, terms=terms, day=day),
            stage=_stage(decision, assignment),
        )
        for decision in overdue
        if not gone[decision.item.ref]
    )
    quietly = bool(invoices) and not assignment.invoices
    findings = (
        *_unknown(assignment, own, ledger),
        *(
            finding
            for decision in asked
            if not _is_overdue(decision)
            for finding in _why_not(decision, named=bool(assignment.invoices))
        ),
        *(
            _out_of_hands(decision, event, quietly=quietly)
            for decision in overdue
            if (event := gone[decision.item.ref])
        ),
    )
    if not invoices and not any(finding.code in NEVER for finding in findings):
        findings = (*findings, error("HANDOVER_NOTHING", debtor=debtor.number))
    return Choice(
        invoices=invoices,
        credits=tuple(each.item for each in own if each.reason is Reason.CREDIT_NOTE),
        not_asked=tuple(each.item for each in own if each not in asked and _is_overdue(each)),
        findings=findings,
    )


def claims_of(
    choice: Choice, *, debtor: Debtor, rules: ClaimRules | None, day: date
) -> tuple[CurrencyClaim, ...]:
    """The claims in the invoices chosen, one per currency, with the credits to be taken off."""
    invoices: dict[str, list[ClaimedInvoice]] = defaultdict(list)
    for invoice in choice.invoices:
        invoices[invoice.item.currency].append(invoice)
    return tuple(
        CurrencyClaim(
            currency=currency,
            invoices=tuple(sorted(members, key=_by_age)),
            credits=tuple(item for item in choice.credits if item.currency == currency),
            daily_interest=_daily(members, debtor=debtor, rules=rules, day=day),
        )
        for currency, members in sorted(invoices.items())
    )


def credit_findings(
    claims: Sequence[CurrencyClaim], choice: Choice, *, debtor: Debtor
) -> Iterator[Finding]:
    """What the debtor has to his credit: it may cover the claim, or belong to other invoices.

    Errors: HANDOVER_COVERED, HANDOVER_CREDIT_UNSETTLED. Warning: HANDOVER_CREDIT.
    """
    for claim in claims:
        credit = -claim.credit
        if credit >= claim.principal:
            yield error("HANDOVER_COVERED", debtor=debtor.number, credit=credit)
        elif credit and any(item.currency == claim.currency for item in choice.not_asked):
            yield error("HANDOVER_CREDIT_UNSETTLED", debtor=debtor.number, credit=credit)
        elif credit:
            yield warning("HANDOVER_CREDIT", debtor=debtor.number, credit=credit)


def _is_overdue(decision: Decision) -> bool:
    """Whether it is certain that something is open of it and that its due date has passed."""
    if decision.reason in (*_UNCERTAIN, *_NOT_OPEN, Reason.NOT_DUE):
        return False
    return decision.days_overdue > 0


def _stage(decision: Decision, assignment: Assignment) -> str:
    """Key of the policy's stage that is due and asks for just this; empty when there is none."""
    stage = decision.next_stage
    due = decision.due_now and stage is not None and stage.action is assignment.to.action
    return stage.key if stage and due else ""


def _gone(decision: Decision, events: Sequence[Event], assignment: Assignment) -> Event | None:
    """The earlier handover of the item, unless the policy now asks for the one after it."""
    return None if _stage(decision, assignment) else out_of_our_hands(events)


def _letter(
    decision: Decision, events: tuple[Event, ...], *, debtor: Debtor, terms: Terms, day: date
) -> TermLetter | None:
    """To a consumer: the letter in the log that gives right to costs."""
    due_date = decision.item.due_date
    if terms.claims is None or due_date is None:
        return None
    case = Case(
        item=decision.item,
        debtor=debtor,
        policy=decision.policy,
        stages=decision.policy.stages_for(debtor.kind, terms.law),
        events=events,
        doubled=False,
    )
    return starts(case, due_date, rules=terms.claims, day=day)[1]


def _daily(
    invoices: Iterable[ClaimedInvoice], *, debtor: Debtor, rules: ClaimRules | None, day: date
) -> Euro:
    """What one more day adds: over the base of the last line of each invoice."""
    lines = [invoice.decision.owed.lines for invoice in invoices]
    base = total(each[-1].base for each in lines if each)
    if rules is None or not base:
        return ZERO
    return daily_interest(base, kind=debtor.kind, rules=rules, reference_date=day)


def _why_not(decision: Decision, *, named: bool) -> Iterator[Finding]:
    """Why an item is no part of the claim; only one that was named, or is uncertain, is told."""
    debtor, invoice = decision.item.key
    if decision.reason in _UNCERTAIN:
        yield error("HANDOVER_UNREADABLE", debtor=debtor, invoice=invoice)
    elif named and decision.reason in _NOT_OPEN:
        yield error("HANDOVER_INVOICE_NOT_OPEN", debtor=debtor, invoice=invoice)
    elif named:
        yield error(
            "HANDOVER_INVOICE_NOT_DUE",
            debtor=debtor,
            invoice=invoice,
            due_date=decision.item.due_date,
        )


def _out_of_hands(decision: Decision, event: Event, *, quietly: bool) -> Finding:
    debtor, invoice = decision.item.key
    if quietly:
        return warning("HANDOVER_LEFT_OUT", debtor=debtor, invoice=invoice, on=event.on)
    return error("HANDOVER_ALREADY", debtor=debtor, invoice=invoice, on=event.on)


def _unknown(assignment: Assignment, own: Sequence[Decision], ledger: Ledger) -> Iterator[Finding]:
    """A debtor or invoice that the list does not hold."""
    number, known = assignment.debtor, {decision.item.invoice for decision in own}
    if not own and number not in ledger.debtors:
        yield error("HANDOVER_DEBTOR_UNKNOWN", debtor=number)
        return
    for invoice in dict.fromkeys(assignment.invoices):
        if invoice not in known:
            yield error("HANDOVER_INVOICE_UNKNOWN", debtor=number, invoice=invoice)


def _by_age(invoice: ClaimedInvoice) -> tuple[date, str]:
    return invoice.item.due_date or date.max, invoice.item.invoice
