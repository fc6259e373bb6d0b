"""Whether the letters that start a legal term may be sent: what their facts must be.

A 14-dagenbrief (6:96 lid 6 and 7 BW) with one mistake gives no right to any collection costs, and
only a new, correct letter mends that (HR 25-11-2016, ECLI:NL:HR:2016:2704, 3.6.2). So every point
is checked before the letter is made; ``rules.letter_text`` checks the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from xl_dunning.rules.costs import costs_by_scale, vat_on_costs
from xl_dunning.rules.events import Channel
from xl_dunning.rules.figures import CostScale
from xl_dunning.rules.findings import Finding, error, warning
from xl_dunning.rules.iban import is_iban
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import ZERO
from xl_dunning.rules.policy import FIRST_REMINDER_BE, FOURTEEN_DAY_LETTER
from xl_dunning.rules.proposal import Decision, Notice, Reason
from xl_dunning.rules.settings import Creditor

_LAW_OF_TEMPLATE = {
    FOURTEEN_DAY_LETTER: "nl",
    "stuiting": "nl",
    FIRST_REMINDER_BE: "be",
    "tweede_herinnering_be": "be",
}
_STILL_TO_COME = frozenset({Reason.DUE, Reason.TOO_EARLY})


def validate_fourteen_day(
    notice: Notice,
    *,
    creditor: Creditor,
    reference_date: date,
    scale: CostScale,
    vat_percent: Decimal | None = None,
    last_day: date | None = None,
    others: Iterable[Decision] = (),
) -> tuple[Finding, ...]:
    """Everything that is wrong with the facts of this letter; any error means: don't send it.

    Args:
        notice: the letter.
        creditor: who sends it.
        reference_date: the day on which it is sent.
        scale: the scale of costs in force on that day.
        vat_percent: the rate when the creditor may add VAT to the costs (Besluit BIK, art. 2
            lid 3); None when it may not.
        last_day: last day of the term that the letter gives, inclusive; None when not computed.
        others: the decisions of the whole run, to find claims that belong in the letter too.
    """
    return (
        *_of_parties(notice, creditor),
        *_of_items(notice, reference_date),
        *_left_out(notice, others, reference_date),
        *_of_amounts(notice, scale, vat_percent),
        *_of_dates(notice, last_day),
    )


def validate_first_reminder_be(notice: Notice, *, creditor: Creditor) -> tuple[Finding, ...]:
    """What the Belgian first reminder to a consumer must hold (art. XIX.2 WER).

    Errors when it would claim more than the balance, or can't name the enterprise number; a
    warning for invoices that do not say what was supplied.
    """
    number, charges = notice.debtor.number, notice.charges
    found: list[Finding] = []
    if claimed := charges.interest + charges.costs + charges.vat:
        found.append(error("FIRST_REMINDER_BE_NOT_FREE", debtor=number, amount=claimed))
    if not creditor.kvk.strip():
        found.append(error("FIRST_REMINDER_BE_NO_NUMBER"))
    unnamed = [
        decision.item.invoice
        for decision in notice.decisions
        if not decision.item.description.strip()
    ]
    if unnamed:
        found.append(
            warning("FIRST_REMINDER_BE_NO_PRODUCT", debtor=number, invoices=", ".join(unnamed))
        )
    return tuple(found)


def law_problems(notices: Iterable[Notice]) -> tuple[Finding, ...]:
    """Errors LETTER_OF_OTHER_LAW: letters that only mean something under the other law."""
    found = {
        (notice.stage.key, notice.law): error(
            "LETTER_OF_OTHER_LAW",
            stage=notice.stage.title,
            template=notice.stage.template,
            law={"nl": "Nederlands", "be": "Belgisch"}[_LAW_OF_TEMPLATE[notice.stage.template]],
        )
        for notice in notices
        if _LAW_OF_TEMPLATE.get(notice.stage.template, notice.law) != notice.law
    }
    return tuple(found.values())


def _of_parties(notice: Notice, creditor: Creditor) -> Iterator[Finding]:
    number, name = notice.debtor.number, notice.debtor.name
    if notice.law != _LAW_OF_TEMPLATE[FOURTEEN_DAY_LETTER]:
        yield error("FOURTEEN_DAY_NOT_DUTCH", debtor=number)
    if notice.debtor.kind is DebtorKind.BUSINESS:
        yield error("FOURTEEN_DAY_NOT_CONSUMER", debtor=number, name=name)
    if notice.channel not in (Channel.POST, Channel.EMAIL):
        yield error("FOURTEEN_DAY_CHANNEL", debtor=number)
    if not is_iban(creditor.iban):
        yield error("FOURTEEN_DAY_ACCOUNT", debtor=number, iban=creditor.iban)


def _of_items(notice: Notice, reference_date: date) -> Iterator[Finding]:
    """Default (verzuim) must have begun for each claim before the letter is sent."""
    for decision in notice.decisions:
        item, since = decision.item, decision.owed.default_since
        if since is None:
            yield error("FOURTEEN_DAY_NO_DEFAULT", debtor=item.debtor, invoice=item.invoice)
        elif since > reference_date:
            yield error(
                "FOURTEEN_DAY_DEFAULT_LATER", debtor=item.debtor, invoice=item.invoice, day=since
            )


def _left_out(
    notice: Notice, others: Iterable[Decision], reference_date: date
) -> Iterator[Finding]:
    """Claims that can be dunned at the same time belong in one letter (6:96 lid 7).

    One that is due for this very letter and is not in it is an error. One that is in default but
    stands at an earlier stage is told: its costs may not be counted apart later on.
    """
    included = {decision.item.ref for decision in notice.decisions}
    before = [stage.key for stage in notice.policy.stages_for(notice.debtor.kind, notice.law)]
    before = before[: before.index(notice.stage.key)] if notice.stage.key in before else []
    for decision in others:
        item, stage, since = decision.item, decision.next_stage, decision.owed.default_since
        same_account = (item.debtor, item.currency) == (notice.debtor.number, notice.currency)
        if not same_account or item.ref in included or stage is None:
            continue
        if decision.due_now and stage.key == notice.stage.key:
            yield error("FOURTEEN_DAY_CLAIM_LEFT_OUT", debtor=item.debtor, invoice=item.invoice)
        elif (
            decision.reason in _STILL_TO_COME
            and stage.key in before
            and since is not None
            and since <= reference_date
        ):
            yield warning("FOURTEEN_DAY_CLAIM_LATER", debtor=item.debtor, invoice=item.invoice)


def _of_amounts(notice: Notice, scale: CostScale, vat_percent: Decimal | None) -> Iterator[Finding]:
    number, charges, principal = notice.debtor.number, notice.charges, notice.principal
    if notice.currency != "EUR":
        yield error("FOURTEEN_DAY_NOT_EURO", debtor=number, currency=notice.currency)
        return
    if principal <= ZERO:
        yield error("FOURTEEN_DAY_NOTHING_OPEN", debtor=number, principal=principal)
        return
    if charges.costs or charges.vat:
        yield error("FOURTEEN_DAY_COSTS_CHARGED", debtor=number, costs=charges.costs + charges.vat)
    exact = costs_by_scale(principal, scale=scale)
    if charges.announced_costs != exact:
        yield error(
            "FOURTEEN_DAY_COSTS_WRONG",
            debtor=number,
            announced=charges.announced_costs,
            exact=exact,
            principal=principal,
        )
    vat = ZERO if vat_percent is None else vat_on_costs(exact, percent=vat_percent)
    if charges.announced_vat not in (ZERO, vat):
        yield error(
            "FOURTEEN_DAY_VAT_WRONG", debtor=number, announced=charges.announced_vat, exact=vat
        )
    lines = sum((line.interest for own in notice.decisions for line in own.owed.lines), ZERO)
    if charges.interest not in (ZERO, lines):
        yield error(
            "FOURTEEN_DAY_INTEREST_WRONG", debtor=number, interest=charges.interest, lines=lines
        )


def _of_dates(notice: Notice, last_day: date | None) -> Iterator[Finding]:
    if last_day is not None and notice.pay_by < last_day:
        yield error(
            "FOURTEEN_DAY_PAY_BY_EARLY",
            debtor=notice.debtor.number,
            pay_by=notice.pay_by,
            last_day=last_day,
        )
