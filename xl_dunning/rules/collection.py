"""When collection costs may be claimed, over what, and each item's share in them.

Netherlands, consumer: only after a valid 14-dagenbrief whose term passed unused, over the summed
principal of that letter (6:96 lid 6 and 7 BW). Business: at least € 40 from the first day of
default (6:96 lid 4), the scale once a letter was sent. Belgium, consumer: after the first reminder
and its waiting period, and only what the contract holds; business: € 40 (law of 2 August 2002).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.costs import costs_by_scale, vat_on_costs
from xl_dunning.rules.deadlines import Deadline, letter_deadline
from xl_dunning.rules.events import Channel, Event, EventKind
from xl_dunning.rules.figures import CostScale, in_force
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import CENT, ZERO, Euro, euro, total
from xl_dunning.rules.owed import ClaimRules, CostsMode
from xl_dunning.rules.policy import FIRST_REMINDER_BE, FOURTEEN_DAY_LETTER, DunningPolicy
from xl_dunning.rules.proposal import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Dunned:
    """A decision on an item in default, with the standing events about it."""

    decision: Decision
    events: tuple[Event, ...]
    principal: Euro
    """What is open of it, in euro, less what the debtor has to his credit."""


def costs_of_account(
    items: Sequence[Dunned],
    *,
    kind: DebtorKind | None,
    rules: ClaimRules,
    reference_date: date,
) -> Mapping[int, Euro]:
    """Item ref to its share in the costs that may be claimed on the reference date.

    ``items`` are those of one debtor in euro, in default and open. VAT is included when the
    settings say that it may be charged.
    """
    consumer = kind is not DebtorKind.BUSINESS
    if consumer:
        return _consumer(items, rules=rules, reference_date=reference_date)
    if rules.business_costs is CostsMode.NONE:
        return {}
    floor = in_force(rules.law.amounts["business_floor"], reference_date).value
    if rules.business_costs is CostsMode.PER_INVOICE:
        groups = [[item] for item in items]
    else:
        groups = [list(items)] if items else []
    shares: dict[int, Euro] = {}
    for group in groups:
        sent = [item for item in group if item.decision.stage_number]
        if sent and rules.law.country == "nl":
            scale = in_force(rules.law.scales["consumer"], reference_date)
            costs = max(floor, costs_by_scale(_sum(sent), scale=scale))
            shares |= _shared(_with_vat(costs, rules, reference_date), sent)
        else:
            shares |= _shared(floor, group)
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
    if belgian:
        return costs, ZERO
    return costs, _with_vat(costs, rules, reference_date) - costs


def split_vat(costs: Euro, *, rules: ClaimRules, reference_date: date) -> tuple[Euro, Euro]:
    """Costs as they are shared, split into costs without VAT and the VAT over them."""
    if not rules.charges_vat:
        return costs, ZERO
    percent = in_force(rules.law.percentages["vat"], reference_date).value
    bare = euro(costs * 100 / (100 + percent))
    return bare, costs - bare


def term_of_letter(sent: date, channel: Channel, *, rules: ClaimRules) -> Deadline:
    """The term that a 14-dagenbrief (or a Belgian first reminder) of that day and channel gives."""
    return letter_deadline(
        sent,
        channel=channel,
        law=rules.law,
        is_holiday=rules.is_holiday,
        is_working_day=rules.is_working_day,
    )


def _consumer(
    items: Sequence[Dunned], *, rules: ClaimRules, reference_date: date
) -> Mapping[int, Euro]:
    """The scale over each letter whose term has passed, shared by the items it was about."""
    belgian = rules.law.country == "be"
    if belgian and not rules.lump_sum_agreed:
        return {}
    template = FIRST_REMINDER_BE if belgian else FOURTEEN_DAY_LETTER
    letters: dict[tuple[date, Channel, str], list[Dunned]] = defaultdict(list)
    for item in items:
        letter = _last_letter(item, template, policy=item.decision.policy)
        if letter and letter.channel:
            letters[letter.on, letter.channel, letter.document].append(item)
    scale_of = rules.law.scales["consumer"]
    shares: dict[int, Euro] = {}
    for (sent, channel, _), group in letters.items():
        term = term_of_letter(sent, channel, rules=rules)
        if reference_date < term.costs_from:
            continue
        scale: CostScale = in_force(scale_of, sent)
        left = [(item, _left_at(term.last_day, item)) for item in group]
        costs = costs_by_scale(total(amount for _, amount in left), scale=scale)
        due = costs if belgian else _with_vat(costs, rules, reference_date)
        shares |= _shared(due, group)
    return shares


def _last_letter(item: Dunned, template: str, *, policy: DunningPolicy) -> Event | None:
    """The last letter of that kind that was really sent about the item."""
    keys = {stage.key for stage in policy.stages if stage.template == template}
    sent = [
        event
        for event in item.events
        if event.kind in (EventKind.LETTER, EventKind.EMAIL) and event.stage in keys
    ]
    return sent[-1] if sent else None


def _left_at(last_day: date, item: Dunned) -> Euro:
    """The principal at the end of the term: open now, and what is known to be paid since."""
    paid_since = total(
        event.amount
        for event in item.events
        if event.kind is EventKind.PAYMENT and event.amount and event.on > last_day
    )
    return item.principal + paid_since


def _with_vat(costs: Euro, rules: ClaimRules, reference_date: date) -> Euro:
    if not rules.charges_vat:
        return costs
    percent = in_force(rules.law.percentages["vat"], reference_date).value
    return costs + vat_on_costs(costs, percent=percent)


def _sum(items: Iterable[Dunned]) -> Euro:
    return total(item.principal for item in items)


def _shared(costs: Euro, items: Sequence[Dunned]) -> dict[int, Euro]:
    """The costs divided by principal, to the cent; the last item takes what rounding leaves."""
    ordered = sorted(
        items, key=lambda item: (item.decision.item.due_date or date.max, item.decision.item.key)
    )
    whole, left = _sum(ordered), costs
    shares: dict[int, Euro] = {}
    for item in ordered[:-1]:
        share = min(euro(costs * item.principal / whole), left) if whole else ZERO
        shares[item.decision.item.ref] = share
        left -= share
    if ordered:
        shares[ordered[-1].decision.item.ref] = left.quantize(CENT)
    return shares
