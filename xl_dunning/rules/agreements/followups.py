"""The letters outside the stages: made from what calls for them, with the items they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from xl_dunning.rules.agreements.occasions import Occasion, PolicyOf
from xl_dunning.rules.agreements.side_letters import NAMES_A_DAY, TITLES, SideLetter
from xl_dunning.rules.dates import IsWorkingDay, add_days, first_working_day
from xl_dunning.rules.ledger import Debtor, Ledger, OpenItem
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.notices import Account, by_age, can_be_reached, channel_for
from xl_dunning.rules.policy import Charge, DunningPolicy, Stage
from xl_dunning.rules.proposal import Decision, Notice, Reason

_WITHOUT_LETTERS = (
    Reason.UNREADABLE,
    Reason.DUPLICATE_KEY,
    Reason.PAID,
    Reason.CREDIT_NOTE,
)
_OBJECTED = (
    Reason.DISPUTED,
    Reason.BLOCKED,
    Reason.SKIPPED,
    Reason.NET_CREDIT,
    Reason.DIRECT_DEBIT,
)
_ASKS_FOR_ALL = (SideLetter.PLAN_BROKEN, SideLetter.SUSPENSION_NOTICE)
"""Letters that settle what the debtor has to his credit, for they ask for all that is overdue."""
_ABOUT_THE_CLAIM = (SideLetter.INTERRUPTION, SideLetter.INTEREST_STATEMENT)
"""Letters that tell the claim itself with its interest, and no agreement."""
_REVIVES = (SideLetter.PLAN_BROKEN, SideLetter.SETTLEMENT)
"""Letters that tell the whole claim, with what the steps so far asked for."""
_WITH_COPY = (SideLetter.INVOICE_AGAIN,)
_HEAVIEST = (Charge.NONE, Charge.INTEREST, Charge.INTEREST_AND_COSTS)


def follow_ups(
    found: Iterable[Occasion],
    decisions: Sequence[Decision],
    *,
    ledger: Ledger,
    credits_of: Mapping[Account, Sequence[OpenItem]],
    policy_of: PolicyOf,
    address_required: bool,
    reference_date: date,
    is_working_day: IsWorkingDay,
) -> tuple[Notice, ...]:
    """The letters for the occasions, one per currency; those that reach nobody are left out.

    An item that is disputed or blocked gets none that asks for payment.
    """
    by_debtor: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_debtor[decision.item.debtor].append(decision)
    made: list[Notice] = []
    for occasion in found:
        debtor = ledger.debtor(occasion.debtor)
        members = _members(occasion, by_debtor[occasion.debtor])
        if can_be_reached(debtor, address_required=address_required) and (
            members or occasion.keys == ()
        ):
            made += letters_about(
                occasion,
                members,
                debtor=debtor,
                policy=policy_of(debtor.number),
                credits_of=credits_of,
                reference_date=reference_date,
                is_working_day=is_working_day,
            )
    return tuple(made)


def letters_about(
    occasion: Occasion,
    members: Sequence[Decision],
    *,
    debtor: Debtor,
    policy: DunningPolicy,
    credits_of: Mapping[Account, Sequence[OpenItem]],
    reference_date: date,
    is_working_day: IsWorkingDay,
) -> Iterator[Notice]:
    """One letter per currency about the members, which are items of the debtor; not yet charged.

    None where what he has to his credit covers all that it would ask for.
    """
    stage, asks = _stage(occasion, members), occasion.letter in _ASKS_FOR_ALL
    pay_by = occasion.pay_by or add_days(reference_date, occasion.pay_within)
    for currency in sorted({decision.item.currency for decision in members}) or ["EUR"]:
        own = [each for each in members if each.item.currency == currency]
        owed = tuple(credits_of.get((debtor.number, currency), ())) if asks else ()
        if asks and total(item.open or ZERO for item in (*_items(own), *owed)) <= ZERO:
            continue
        yield Notice(
            debtor=debtor,
            currency=currency,
            stage=stage,
            decisions=tuple(sorted((replace(each, next_stage=stage) for each in own), key=by_age)),
            credits=owed,
            pay_by=first_working_day(max(pay_by, reference_date), is_working_day),
            channel=channel_for(debtor),
            policy=replace(policy, stages=(stage,)),
            arrangement=None if occasion.letter in _ABOUT_THE_CLAIM else occasion.arrangement,
        )


def _items(decisions: Iterable[Decision]) -> Iterator[OpenItem]:
    return (decision.item for decision in decisions)


def _members(occasion: Occasion, decisions: Iterable[Decision]) -> list[Decision]:
    asks = occasion.letter in NAMES_A_DAY
    return [
        decision
        for decision in decisions
        if decision.reason not in _WITHOUT_LETTERS
        and not (asks and decision.reason in _OBJECTED)
        and (
            decision.item.key in occasion.keys
            if occasion.keys is not None
            else decision.days_overdue > 0
        )
    ]


def _stage(occasion: Occasion, members: Sequence[Decision]) -> Stage:
    """A stage of its own, which moves no item along.

    Where the whole claim revives, the letter asks for what the steps so far asked for.
    """
    charge = Charge.NONE
    if occasion.letter in _ABOUT_THE_CLAIM:
        charge = Charge.INTEREST
    elif occasion.letter in _REVIVES:
        taken = [stage.charge for decision in members for stage in _taken(decision)]
        charge = max(taken, key=_HEAVIEST.index, default=Charge.NONE)
    elif left := total(part.left for part in occasion.arrangement.instalments):
        charge = _charge_within(left, members)
    return Stage(
        key="",
        title=TITLES[occasion.letter],
        action=occasion.action,
        after=1,
        template=occasion.letter.value,
        pay_within=occasion.pay_within,
        attach_invoice=occasion.letter in _WITH_COPY,
        charge=charge,
    )


def _charge_within(planned: Euro, members: Sequence[Decision]) -> Charge:
    """The least that a letter about a plan must tell of, for the plan to be within what it tells.

    A plan may be about interest and costs too, as it was agreed.
    """
    principal = total(item.open or ZERO for item in _items(members))
    with_interest = principal + total(decision.owed.interest for decision in members)
    if planned <= principal:
        return Charge.NONE
    return Charge.INTEREST if planned <= with_interest else Charge.INTEREST_AND_COSTS


def _taken(decision: Decision) -> Iterator[Stage]:
    """The stages of the policy up to and including the last one carried out."""
    for stage in decision.policy.stages if decision.stage else ():
        yield stage
        if stage == decision.stage:
            return


def held_by_letters(decisions: Sequence[Decision], letters: Iterable[Notice]) -> dict[int, Notice]:
    """Item ref to the letter with a day of its own that goes out today and holds its next step."""
    due = {decision.item.ref for decision in decisions if decision.due_now}
    return {
        decision.item.ref: notice
        for notice in letters
        if notice.stage.template in NAMES_A_DAY
        for decision in notice.decisions
        if decision.item.ref in due
    }
