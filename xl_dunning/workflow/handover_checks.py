"""What stands in the way of a handover: a dossier that has a hole in it costs the claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from xl_dunning.rules.agreements.states import Judgement
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.findings import Finding, Severity, error, warning
from xl_dunning.rules.history import holds, payment_under_way
from xl_dunning.rules.ledger import Debtor, DebtorKind
from xl_dunning.rules.owed import ClaimRules, knows_rate_on
from xl_dunning.rules.proposal import Reason
from xl_dunning.rules.settings import Creditor
from xl_dunning.workflow.handover_claim import SENT, ClaimedInvoice

_BY_REASON = {
    Reason.DISPUTED: "HANDOVER_DISPUTED",
    Reason.SKIPPED: "HANDOVER_SKIPPED",
    Reason.DIRECT_DEBIT: "HANDOVER_DIRECT_DEBIT",
    Reason.HISTORY_GAP: "HANDOVER_HISTORY_GAP",
}
_OF_RUNS = frozenset({"CALL_PASSED_OVER"})
"""What only a run does."""
_EXPLAINS = frozenset({"REMINDER_IN_FUTURE", "POLICY_OF_DEBTOR_UNKNOWN"})


def of_parties(debtor: Debtor, creditor: Creditor) -> Iterator[Finding]:
    """What is missing of the two parties.

    Errors: HANDOVER_NAME_MISSING, HANDOVER_ADDRESS_MISSING, HANDOVER_OWN_DATA_MISSING (what).
    Warning: HANDOVER_NO_KVK.
    """
    if not debtor.name:
        yield error("HANDOVER_NAME_MISSING", debtor=debtor.number)
    if not (debtor.address and (debtor.city or debtor.postcode)):
        yield error("HANDOVER_ADDRESS_MISSING", debtor=debtor.number, name=debtor.name)
    if debtor.kind is DebtorKind.BUSINESS and not debtor.kvk:
        yield warning("HANDOVER_NO_KVK", debtor=debtor.number, name=debtor.name)
    needed = {
        "naam": creditor.name,
        "adres": creditor.address,
        "plaats": creditor.city,
        "kvk": creditor.kvk,
        "iban": creditor.iban,
        "telefoon of e-mail": creditor.phone or creditor.email,
    }
    if missing := ", ".join(key for key, value in needed.items() if not value.strip()):
        yield error("HANDOVER_OWN_DATA_MISSING", what=missing)


def of_invoice(
    invoice: ClaimedInvoice,
    *,
    debtor: Debtor,
    rules: ClaimRules | None,
    judged: Mapping[str, Judgement],
    day: date,
) -> Iterator[Finding]:
    """All that speaks against handing over this one invoice, not only the first reason."""
    number, name = invoice.item.key
    for finding in (
        *_held(invoice, debtor=debtor, judged=judged, day=day),
        *(_under_law(invoice, debtor=debtor, rules=rules, day=day) if rules else ()),
        *_letters(invoice, day=day),
    ):
        yield Finding(
            code=finding.code,
            severity=finding.severity,
            details=finding.details,
            debtor=number,
            invoice=name,
        )


def _held(
    invoice: ClaimedInvoice, *, debtor: Debtor, judged: Mapping[str, Judgement], day: date
) -> Iterator[Finding]:
    """Agreements and objections; an agreement that still runs must be kept.

    Errors: HANDOVER_DISPUTED, HANDOVER_BLOCKED (until), HANDOVER_SKIPPED,
    HANDOVER_PROMISE_RUNNING (until), HANDOVER_PLAN_RUNNING (until), HANDOVER_DIRECT_DEBIT,
    HANDOVER_HISTORY_GAP, HANDOVER_PAYMENT_UNDER_WAY (amount), HANDOVER_PRESCRIBED (until).
    """
    item, decision = invoice.item, invoice.decision
    held = holds(item, invoice.events, reference_date=day, judged=judged)
    reasons = {decision.reason} & set(_BY_REASON)
    reasons |= {Reason.DISPUTED} if held.dispute or item.disputed or item.set_aside else set()
    reasons |= {Reason.SKIPPED} if item.skipped else set()
    reasons |= {Reason.DIRECT_DEBIT} if item.direct_debit or debtor.direct_debit else set()
    yield from (error(code) for reason, code in _BY_REASON.items() if reason in reasons)
    if held.block or debtor.hold or (debtor.hold_until and day <= debtor.hold_until):
        yield error("HANDOVER_BLOCKED")
    if held.promise:
        yield error("HANDOVER_PROMISE_RUNNING", until=held.promise.until)
    if held.plan:
        yield error("HANDOVER_PLAN_RUNNING", until=held.plan.until)
    if amount := payment_under_way(item, invoice.events):
        yield error("HANDOVER_PAYMENT_UNDER_WAY", amount=amount)
    if decision.details.get("kind") == "prescribed":
        yield error("HANDOVER_PRESCRIBED", until=decision.details["until"])


def _under_law(
    invoice: ClaimedInvoice, *, debtor: Debtor, rules: ClaimRules, day: date
) -> Iterator[Finding]:
    """Whether interest and costs rest on what they must rest on.

    Errors: HANDOVER_RATE_UNKNOWN (day), HANDOVER_TERM_LETTER_MISSING (costs, letter),
    HANDOVER_TERM_LETTER_NO_COPY (letter, on). Warnings: HANDOVER_CURRENCY (currency),
    HANDOVER_NOT_IN_DEFAULT, HANDOVER_TERM_RUNS (letter, until), HANDOVER_NO_TERM_LETTER (letter).
    """
    if invoice.item.currency != "EUR":
        yield warning("HANDOVER_CURRENCY", currency=invoice.item.currency)
        return
    since, costs = invoice.decision.owed.default_since, invoice.costs + invoice.vat
    if since is None:
        yield warning("HANDOVER_NOT_IN_DEFAULT")
    elif not knows_rate_on(day, kind=debtor.kind, rules=rules):
        yield error("HANDOVER_RATE_UNKNOWN", day=day)
    if debtor.kind is DebtorKind.BUSINESS:
        return
    belgian = rules.law.country == "be"
    name, letter = "eerste herinnering" if belgian else "14-dagenbrief", invoice.letter
    if letter is None and costs:
        yield error("HANDOVER_TERM_LETTER_MISSING", letter=name, costs=costs)
    elif letter and costs and not letter.document:
        yield error("HANDOVER_TERM_LETTER_NO_COPY", letter=name, on=letter.sent)
    elif letter and day < letter.costs_from:
        yield warning("HANDOVER_TERM_RUNS", letter=name, until=letter.last_day)
    elif letter is None and (not belgian or rules.lump_sum_agreed):
        yield warning("HANDOVER_NO_TERM_LETTER", letter=name)


def _letters(invoice: ClaimedInvoice, *, day: date) -> Iterator[Finding]:
    """What was sent before, as far as the log can tell; all warnings.

    HANDOVER_NO_LETTER, HANDOVER_LETTER_NO_COPY (on), HANDOVER_PAY_BY_RUNS (until).
    """
    sent = [event for event in invoice.events if event.kind in SENT]
    before = [event for event in invoice.events if event.kind is EventKind.IMPORTED]
    if not (sent or before):
        yield warning("HANDOVER_NO_LETTER")
    for event in (*before, *sent):
        if not event.document:
            yield warning("HANDOVER_LETTER_NO_COPY", on=event.on)
    last = max((event.pay_by for event in sent if event.pay_by), default=None)
    if last and last >= day:
        yield warning("HANDOVER_PAY_BY_RUNS", until=last)


def about_debtor(findings: Iterable[Finding], *, debtor: str) -> Iterator[Finding]:
    """What the proposal found about this debtor, as far as it bears on a handover.

    Its errors keep letters inside; here they count only when they explain why an invoice can't be
    read. Whatever else must keep a dossier from being made has a code of its own.
    """
    for finding in findings:
        warns = finding.severity is Severity.WARNING and finding.code not in _OF_RUNS
        if finding.debtor == debtor and (warns or finding.code in _EXPLAINS):
            yield finding
