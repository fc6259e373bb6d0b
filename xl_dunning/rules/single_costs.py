"""Collection costs on one claim: what may be claimed on the day, and what must be known with it.

Payments of a claim whose letter is not known go to interest and principal only, and the costs are
counted over what is left then: the day on which they became due is not known, and costs that were
not due yet are no part of the order of art. 6:44 BW.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.claim import Claim
from xl_dunning.rules.claim_question import ClaimQuestion
from xl_dunning.rules.costs import costs_by_scale, vat_on_costs
from xl_dunning.rules.deadlines import Deadline
from xl_dunning.rules.figures import Law, in_force
from xl_dunning.rules.findings import Detail, Finding, warning
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import ZERO, Euro, total


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsOwed:
    """Costs and the VAT over them, in euro, with the article that they rest on."""

    net: Euro = ZERO
    vat: Euro = ZERO
    article: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def gross(self) -> Euro:
        """Costs and VAT together."""
        return self.net + self.vat


def letter_costs(left: Euro, *, sent: date, vat: bool, law: Law) -> CostsOwed:
    """What becomes due when the term of a letter has passed, over the principal left then."""
    scale = in_force(law.scales["consumer"], sent)
    net = costs_by_scale(left, scale=scale)
    return CostsOwed(
        net=net, vat=_vat(net, asked=vat, on=sent, law=law), article=scale.ground.article
    )


def costs_owed(
    question: ClaimQuestion,
    found: Claim,
    *,
    term: Deadline | None,
    announced: CostsOwed | None,
    law: Law,
) -> CostsOwed:
    """What is still owed of the costs; ``announced`` are those of a letter whose term passed."""
    if question.as_of <= question.due:
        return CostsOwed()
    if question.kind is DebtorKind.BUSINESS:
        return _business(question, found, law=law)
    if question.letter is None:
        return _without_letter(question, found, law=law)
    if term is None:
        return CostsOwed()
    days: dict[str, Detail] = {"sent": term.sent, "last_day": term.last_day}
    if announced is None:
        finding = warning("COSTS_NOT_YET", days, costs_from=term.costs_from)
        return CostsOwed(findings=(finding,))
    net_paid = min(announced.net, announced.gross - found.costs)
    net = announced.net - net_paid
    return CostsOwed(
        net=net,
        vat=found.costs - net,
        article=announced.article,
        findings=(
            warning("COSTS_SINCE", days),
            *_only_agreed(announced.net, law=law),
            *_about_vat(question, law=law),
        ),
    )


def _business(question: ClaimQuestion, found: Claim, *, law: Law) -> CostsOwed:
    """At least the floor as soon as anything was late; in the Netherlands by the scale."""
    floor = in_force(law.amounts["business_floor"], question.as_of)
    in_time = total(payment.amount for payment in question.payments if payment.on <= question.due)
    if in_time >= question.principal:
        return CostsOwed()
    net, article = floor.value, floor.ground.article
    if law.country == "nl":
        scale = in_force(law.scales["consumer"], question.as_of)
        by_scale = costs_by_scale(found.principal, scale=scale)
        if by_scale > net:
            net, article = by_scale, scale.ground.article
    return _counted(question, net, article, law=law)


def _without_letter(question: ClaimQuestion, found: Claim, *, law: Law) -> CostsOwed:
    scale = in_force(law.scales["consumer"], question.as_of)
    net = costs_by_scale(found.principal, scale=scale)
    if net == ZERO:
        return CostsOwed()
    needed = _only_agreed(net, law=law) or (warning("COSTS_ONLY_AFTER_LETTER", costs=net),)
    return _counted(question, net, scale.ground.article, *needed, law=law)


def _counted(
    question: ClaimQuestion, net: Euro, article: str, *findings: Finding, law: Law
) -> CostsOwed:
    booked = any(question.due < payment.on <= question.as_of for payment in question.payments)
    return CostsOwed(
        net=net,
        vat=_vat(net, asked=question.vat, on=question.as_of, law=law),
        article=article,
        findings=(
            *findings,
            *((warning("PAYMENTS_BEFORE_COSTS"),) if booked else ()),
            *_about_vat(question, law=law),
        ),
    )


def _only_agreed(net: Euro, *, law: Law) -> tuple[Finding, ...]:
    """Belgium: a consumer owes the lump sum only as far as the contract holds it."""
    return (warning("BE_LUMP_SUM_ONLY_AGREED", costs=net),) if law.country == "be" else ()


def _vat(net: Euro, *, asked: bool, on: date, law: Law) -> Euro:
    if not asked or "vat" not in law.percentages:
        return ZERO
    return vat_on_costs(net, percent=in_force(law.percentages["vat"], on).value)


def _about_vat(question: ClaimQuestion, *, law: Law) -> tuple[Finding, ...]:
    if not question.vat:
        return ()
    return (warning("VAT_CONDITIONS" if "vat" in law.percentages else "VAT_NOT_BELGIAN"),)
