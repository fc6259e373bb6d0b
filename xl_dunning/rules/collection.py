"""When collection costs may be claimed, over what, and each item's share in them.

Netherlands, consumer: only after a valid 14-dagenbrief whose term passed unused, over the summed
principal of that letter (6:96 lid 6 and 7 BW). Business: at least € 40 from the first day of
default (6:96 lid 4), the scale once a letter was sent. Belgium, consumer: after the first reminder
and its waiting period, and only what the contract holds; business: € 40 (law of 2 August 2002).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.costs import costs_by_scale, vat_on_costs
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.figures import CostScale, in_force
from xl_dunning.rules.history import payment_under_way
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import CENT, ZERO, Euro, euro, total
from xl_dunning.rules.owed import ClaimRules, CostsMode
from xl_dunning.rules.proposal import Decision
from xl_dunning.rules.term_letters import TermLetter


@dataclass(frozen=True, slots=True, kw_only=True)
class Dunned:
    """A decision on an item in default, with the standing events about it."""

    decision: Decision
    events: tuple[Event, ...]
    principal: Euro
    """What is open of it, in euro, less what the debtor has to his credit."""
    letter: TermLetter | None = None
    """To a consumer: the letter that starts the term after which costs may be claimed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostShare:
    """An item's part in the costs of its debtor, in euro; ``vat`` comes on top of ``costs``."""

    costs: Euro
    vat: Euro = ZERO


def costs_of_account(
    items: Sequence[Dunned],
    *,
    kind: DebtorKind | None,
    rules: ClaimRules,
    reference_date: date,
    credit: Euro = ZERO,
) -> Mapping[int, CostShare]:
    """Item ref to its share in the costs that may be claimed on the reference date.

    ``items`` are those of one debtor in euro, in default and open; ``credit`` is all that he has
    to his credit. VAT is added when the settings say that it may be charged.
    """
    consumer = kind is not DebtorKind.BUSINESS
    if consumer:
        return _consumer(items, rules=rules, reference_date=reference_date, credit=credit)
    if rules.business_costs is CostsMode.NONE:
        return {}
    floor = in_force(rules.law.amounts["business_floor"], reference_date).value
    if rules.business_costs is CostsMode.PER_INVOICE:
        groups = [[item] for item in items]
    else:
        groups = [list(items)] if items else []
    shares: dict[int, CostShare] = {}
    for group in groups:
        sent = [item for item in group if item.decision.stage_number]
        if sent and rules.law.country == "nl":
            scale = in_force(rules.law.scales["consumer"], reference_date)
            costs = max(floor, costs_by_scale(_sum(sent), scale=scale))
            shares |= _shared(costs, vat_over(costs, rules, reference_date), sent)
        else:
            shares |= _shared(floor, ZERO, group)
    return shares


def announced_costs(
    principal: Euro, *, rules: ClaimRules, reference_date: date
) -> tuple[Euro, Euro]:
    """The exact costs, and the VAT over them, that a letter must name in advance.

    In Belgium only what the contract holds: nothing without a clause, and never VAT.
    """
    belgian = rules.law.country == "be"
    if belgian and not rules.lump_sum_agreed:
        return ZERO, ZERO
    scale = in_force(rules.law.scales["consumer"], reference_date)
    costs = costs_by_scale(principal, scale=scale)
    return costs, vat_over(costs, rules, reference_date)


def _consumer(
    items: Sequence[Dunned], *, rules: ClaimRules, reference_date: date, credit: Euro
) -> Mapping[int, CostShare]:
    """The scale over each letter whose term has passed, shared by the items it was about.

    Credit lowers the sum of every letter, as it did in the letters themselves: no costs are
    charged over more than a letter announced.
    """
    if rules.law.country == "be" and not rules.lump_sum_agreed:
        return {}
    letters: dict[TermLetter, list[Dunned]] = defaultdict(list)
    for item in items:
        if item.letter and reference_date >= item.letter.costs_from:
            letters[item.letter].append(item)
    shares: dict[int, CostShare] = {}
    for letter, group in letters.items():
        scale: CostScale = in_force(rules.law.scales["consumer"], letter.sent)
        left = total(_left_at(letter.last_day, item) for item in group)
        costs = costs_by_scale(left - credit, scale=scale)
        shares |= _shared(costs, vat_over(costs, rules, letter.sent), group)
    return shares


def _left_at(last_day: date, item: Dunned) -> Euro:
    """What was open of the invoice at the end of the term: now, and what was paid since.

    A payment counts only as far as the list shows that it was booked.
    """
    invoice = item.decision.item
    if invoice.open is None or invoice.amount is None:
        return invoice.open or ZERO
    paid_since = total(
        event.amount
        for event in item.events
        if event.kind is EventKind.PAYMENT
        and event.invoice
        and event.amount
        and event.on > last_day
    )
    booked = max(paid_since - payment_under_way(invoice, item.events), ZERO)
    return min(invoice.open + booked, max(invoice.amount, invoice.open))


def vat_over(costs: Euro, rules: ClaimRules, day: date) -> Euro:
    """The VAT that is added to costs, in euro; zero when the settings do not say so.

    In Belgium never: there the lump sum is a compensation, no service.
    """
    if not rules.charges_vat or "vat" not in rules.law.percentages:
        return ZERO
    return vat_on_costs(costs, percent=in_force(rules.law.percentages["vat"], day).value)


def _sum(items: Iterable[Dunned]) -> Euro:
    return total(item.principal for item in items)


def _shared(costs: Euro, vat: Euro, items: Sequence[Dunned]) -> dict[int, CostShare]:
    """The costs divided by principal, to the cent; the last item takes what rounding leaves."""
    ordered = sorted(
        items, key=lambda item: (item.decision.item.due_date or date.max, item.decision.item.key)
    )
    parts = zip(_parts(costs, ordered), _parts(vat, ordered), strict=True)
    return {
        item.decision.item.ref: CostShare(costs=part, vat=vat_part)
        for item, (part, vat_part) in zip(ordered, parts, strict=True)
    }


def _parts(amount: Euro, items: Sequence[Dunned]) -> Iterator[Euro]:
    whole, left = _sum(items), amount
    for item in items[:-1]:
        part = min(euro(amount * item.principal / whole), left) if whole else ZERO
        yield part
        left -= part
    yield left.quantize(CENT)
