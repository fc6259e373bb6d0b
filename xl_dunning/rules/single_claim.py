"""All that is owed on one claim: principal, interest, costs and VAT, less what was paid.

Interest runs from the day after the due date, which is taken as agreed. In Belgium a consumer owes
interest only as agreed, and only after the free first reminder and its waiting period; a small
creditor (kmo) then counts it from the day after that reminder was sent (Boek XIX WER).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.agreed import AgreedEffect, agreed_interest
from xl_dunning.rules.claim import Claim, CostsDue, claim
from xl_dunning.rules.claim_question import ClaimQuestion
from xl_dunning.rules.dates import DayTest, IsWorkingDay, add_days
from xl_dunning.rules.deadlines import Deadline, delivery_of, letter_deadline
from xl_dunning.rules.doubts import doubtful_delivery, doubtful_rates
from xl_dunning.rules.figures import Law
from xl_dunning.rules.findings import Finding, Refusal, warning
from xl_dunning.rules.interest import InterestTerms
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import ZERO, Euro
from xl_dunning.rules.single_costs import CostsOwed, costs_owed, letter_costs

_EFFECTS = {
    AgreedEffect.NEVER: "RATE_NOT_HIGHER",
    AgreedEffect.SOMETIMES: "RATE_SOMETIMES_HIGHER",
    AgreedEffect.VOID: "BE_RATE_TOO_HIGH",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAnswer:
    """What is still owed at the end of the day, each part less what was paid of it, in euro."""

    claim: Claim
    costs: CostsOwed
    findings: tuple[Finding, ...]
    letter: Deadline | None

    @property
    def total(self) -> Euro:
        """Principal, interest, costs and VAT."""
        return self.claim.principal + self.claim.interest + self.costs.net + self.costs.vat


def answer(
    question: ClaimQuestion, *, law: Law, is_holiday: DayTest, is_working_day: IsWorkingDay
) -> ClaimAnswer:
    """What is owed at the end of the day ``as_of``.

    Raises:
        Refusal: PRINCIPAL_NEGATIVE, PAYMENT_NEGATIVE, or a day without a known figure.
    """
    if question.principal < ZERO:
        raise Refusal("PRINCIPAL_NEGATIVE", amount=question.principal)
    term = _term(question, law=law, is_holiday=is_holiday, is_working_day=is_working_day)
    terms, first, about_interest = _interest(question, term, law=law)

    def owed(as_of: date, due: CostsDue | None = None) -> Claim:
        return claim(
            question.principal,
            first_interest_day=first,
            as_of=as_of,
            terms=terms,
            payments=question.payments,
            costs_due=due,
        )

    announced = None
    if term and question.as_of >= term.costs_from:
        left = owed(term.last_day).principal
        announced = letter_costs(left, sent=term.sent, vat=question.vat, law=law)
    found = owed(
        question.as_of,
        CostsDue(on=term.costs_from, amount=announced.gross) if term and announced else None,
    )
    costs = costs_owed(question, found, term=term, announced=announced, law=law)
    return ClaimAnswer(
        claim=found,
        costs=costs,
        findings=(
            *_about_days(question, term=term, law=law),
            *about_interest,
            *costs.findings,
            *_about_money(found, terms),
        ),
        letter=term,
    )


def _term(
    question: ClaimQuestion, *, law: Law, is_holiday: DayTest, is_working_day: IsWorkingDay
) -> Deadline | None:
    """The term of the letter to a consumer; None without a letter that counts on this day."""
    letter = question.letter
    if letter is None or question.kind is DebtorKind.BUSINESS:
        return None
    if not question.due < letter.on <= question.as_of:
        return None
    return letter_deadline(
        letter.on,
        channel=letter.channel,
        law=law,
        is_holiday=is_holiday,
        is_working_day=is_working_day,
        delivery_days=letter.delivery_days,
    )


def _interest(
    question: ClaimQuestion, term: Deadline | None, *, law: Law
) -> tuple[InterestTerms | None, date, tuple[Finding, ...]]:
    """By which rates, from which day, and what to know about it."""
    first, last = add_days(question.due, 1), question.as_of
    consumer = question.kind is DebtorKind.CONSUMER
    belgian = law.country == "be"
    if last < first:
        return None, first, ()
    if belgian and consumer:
        if question.agreed is None:
            return None, first, (warning("BE_CONSUMER_NO_INTEREST"),)
        if term is None or last < term.costs_from:
            needed = (warning("BE_INTEREST_AFTER_REMINDER"),) if question.letter is None else ()
            return None, first, needed
        first = add_days(term.sent, 1) if question.small_creditor else term.costs_from
    if question.agreed is None:
        terms = InterestTerms(
            table=law.rates["consumer" if consumer else "commercial"],
            compounding=not belgian,
            day_count=question.day_count,
        )
        return terms, first, ()
    agreed = agreed_interest(
        question.agreed,
        law=law,
        kind=question.kind,
        first=first,
        last=last,
        compounding=question.compounding,
        day_count=question.day_count,
    )
    findings: list[Finding] = []
    if code := _EFFECTS.get(agreed.effect):
        findings.append(warning(code, percent=f"{question.agreed}".replace(".", ",")))
    if consumer:
        findings.append(warning("RATE_MAY_BE_UNFAIR"))
    return agreed.terms, first, tuple(findings)


def _about_days(question: ClaimQuestion, *, term: Deadline | None, law: Law) -> tuple[Finding, ...]:
    """Payments and letters that do not count on this day, and a claim that is not late yet."""
    findings = [
        warning("PAYMENT_AFTER_DAY", amount=payment.amount, on=payment.on, as_of=question.as_of)
        for payment in question.payments
        if payment.on > question.as_of
    ]
    letter = question.letter
    if question.as_of <= question.due:
        findings.append(warning("CLAIM_NOT_DUE", as_of=question.as_of, due=question.due))
    elif letter and question.kind is DebtorKind.BUSINESS:
        findings.append(warning("LETTER_NOT_NEEDED", sent=letter.on))
    elif letter and letter.on <= question.due:
        findings.append(warning("LETTER_BEFORE_DEFAULT", sent=letter.on, due=question.due))
    elif letter and letter.on > question.as_of:
        findings.append(warning("LETTER_AFTER_DAY", sent=letter.on, as_of=question.as_of))
    if term and letter and letter.delivery_days is None:
        findings += doubtful_delivery(delivery_of(law, letter.channel, on=letter.on))
    return tuple(findings)


def _about_money(found: Claim, terms: InterestTerms | None) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    if terms and found.lines:
        findings += doubtful_rates(
            terms.table, first=found.lines[0].first, last=found.lines[-1].last
        )
    if found.overpaid:
        findings.append(warning("OVERPAID", amount=found.overpaid))
    return tuple(findings)
