"""The letters outside the stages: made from what calls for them, with the items they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from xl_dunning.rules.agreements.occasions import Occasion, PolicyOf
from xl_dunning.rules.agreements.side_letters import NAMES_A_DAY, TITLES, SideLetter
from xl_dunning.rules.dates import IsWorkingDay, add_days, first_working_day
from xl_dunning.rules.findings import Finding, Refusal, error
from xl_dunning.rules.ledger import Debtor, ItemKey, Ledger, OpenItem
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.notices import Account, by_age, can_be_reached, channel_for
from xl_dunning.rules.policy import Action, Charge, DunningPolicy, Stage
from xl_dunning.rules.proposal import Decision, Notice, Reason

NOT_OWED = (
    Reason.UNREADABLE,
    Reason.DUPLICATE_KEY,
    Reason.PAID,
    Reason.CREDIT_NOTE,
)
"""Items of which no letter asks anything."""
_OBJECTED = (
    Reason.DISPUTED,
    Reason.BLOCKED,
    Reason.SKIPPED,
    Reason.NET_CREDIT,
    Reason.DIRECT_DEBIT,
)
_TALKS = ("asked", "proposed")
"""Kinds of PLAN_RUNNING in which a plan is still to be made."""
_ASKS_FOR_ALL = (
    SideLetter.PLAN_BROKEN,
    SideLetter.SUSPENSION_NOTICE,
    SideLetter.SUSPENDED,
    SideLetter.HANDOVER,
)
"""Letters that ask for all that is overdue, less what the debtor has to his credit."""
_ABOUT_THE_CLAIM = (SideLetter.INTERRUPTION, SideLetter.INTEREST_STATEMENT)
"""Letters that tell the claim itself with its interest, and no agreement."""
_REVIVES = (SideLetter.PLAN_BROKEN, SideLetter.SETTLEMENT)
"""Letters that tell the whole claim, with what the steps so far asked for."""
_WITH_COPY = (SideLetter.INVOICE_AGAIN,)
_HEAVIEST = (Charge.NONE, Charge.INTEREST, Charge.INTEREST_AND_COSTS)
_HANDED_OVER = ("handover", "legal")


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
) -> tuple[tuple[Notice, ...], tuple[Finding, ...]]:
    """The letters for the occasions, one per currency, and why some can't be made.

    An item that is disputed or blocked gets none. An item gets one letter with a day of its own
    per run: the others follow in a later run, when they still make sense then.
    """
    by_debtor: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        by_debtor[decision.item.debtor].append(decision)
    made: list[Notice] = []
    problems: list[Finding] = []
    asked: set[ItemKey] = set()
    for occasion in found:
        debtor = ledger.debtor(occasion.debtor)
        members = members_of(occasion, by_debtor[occasion.debtor])
        keys = {decision.item.key for decision in members}
        names_a_day = occasion.letter in NAMES_A_DAY
        if not (members or occasion.keys == ()) or (names_a_day and asked & keys):
            continue
        if not can_be_reached(debtor, address_required=address_required):
            title = TITLES[occasion.letter]
            problems.append(error("FOLLOW_UP_NO_CHANNEL", debtor=debtor.number, letter=title))
            continue
        if problem := problem_with(occasion, members):
            problems.append(error(problem.code, problem.details, debtor=debtor.number))
            continue
        asked |= keys if names_a_day else set()
        made += letters_about(
            occasion,
            members,
            debtor=debtor,
            policy=policy_of(debtor.number),
            credits_of=credits_of,
            reference_date=reference_date,
            is_working_day=is_working_day,
        )
    return tuple(made), tuple(problems)


def members_of(occasion: Occasion, decisions: Iterable[Decision]) -> list[Decision]:
    """The items of the debtor that the letter is about; none when it can't be sent now."""
    about = [
        decision
        for decision in decisions
        if decision.reason not in NOT_OWED
        and (
            decision.item.key in occasion.keys
            if occasion.keys is not None
            else decision.days_overdue > 0
        )
    ]
    if occasion.action is Action.HANDOVER:
        return [each for each in about if occasion.keys or _was_handed_over(each, occasion.stage)]
    kept = [each for each in about if each.reason not in _OBJECTED]
    told, letter = occasion.arrangement, occasion.letter
    in_part = len(kept) < len(about) and letter is not SideLetter.PLAN_BROKEN
    if in_part and (told.instalments or told.amount is not None):
        return []  # what was agreed is about all of them
    if letter in _ASKS_FOR_ALL:
        return [each for each in kept if each.days_overdue > 0 and not _agreed(each, letter)]
    return kept


def _agreed(decision: Decision, letter: SideLetter) -> bool:
    """Whether a promise or plan keeps the item out of a letter that asks for all.

    The plan that is ended by the letter does not.
    """
    if decision.reason is Reason.PLAN_RUNNING and letter is SideLetter.PLAN_BROKEN:
        return decision.details.get("kind") in _TALKS
    return decision.reason in (Reason.PROMISE_RUNNING, Reason.PLAN_RUNNING)


def _was_handed_over(decision: Decision, stage: str) -> bool:
    if decision.reason is Reason.BLOCKED and decision.details.get("kind") in _HANDED_OVER:
        return True
    return decision.stage is not None and decision.stage.key == stage


def problem_with(occasion: Occasion, members: Sequence[Decision]) -> Refusal | None:
    """Why the letter would be wrong whoever asks for it; None when it is not.

    An amount that was agreed is euro, and never more than what may be claimed.
    """
    asked = _asked(occasion)
    if asked is None:
        return None
    in_euro = [decision for decision in members if decision.item.currency == "EUR"]
    title = TITLES[occasion.letter]
    if not in_euro:
        return Refusal("FOLLOW_UP_NOT_EURO", debtor=occasion.debtor, letter=title)
    claim = _principal(in_euro) + total(each.owed.interest + each.owed.costs for each in in_euro)
    less = occasion.letter is SideLetter.SETTLEMENT
    if asked > claim or (less and asked == claim):
        return Refusal(
            "FOLLOW_UP_TOO_MUCH", debtor=occasion.debtor, letter=title, asked=asked, claim=claim
        )
    return None


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
    asks = occasion.letter in _ASKS_FOR_ALL
    pay_by = occasion.pay_by or add_days(reference_date, occasion.pay_within)
    currencies = {decision.item.currency for decision in members} or {"EUR"}
    for currency in sorted(currencies if _asked(occasion) is None else {"EUR"}):
        own = [each for each in members if each.item.currency == currency]
        stage = _stage(occasion, own)
        owed = tuple(credits_of.get((debtor.number, currency), ())) if asks else ()
        if asks and total(item.open or ZERO for item in (*_items(own), *owed)) <= ZERO:
            continue
        # An invoice that is sent again before its due date is not to be paid any sooner.
        due = [item.due_date for item in _items(own) if item.due_date]
        last = max(pay_by, reference_date, *due if occasion.letter in _WITH_COPY else ())
        yield Notice(
            debtor=debtor,
            currency=currency,
            stage=stage,
            decisions=tuple(sorted((replace(each, next_stage=stage) for each in own), key=by_age)),
            credits=owed,
            pay_by=first_working_day(last, is_working_day),
            channel=channel_for(debtor),
            policy=replace(policy, stages=(stage,)),
            arrangement=None if occasion.letter in _ABOUT_THE_CLAIM else occasion.arrangement,
        )


def _items(decisions: Iterable[Decision]) -> Iterator[OpenItem]:
    return (decision.item for decision in decisions)


def _principal(decisions: Iterable[Decision]) -> Euro:
    return total(item.open or ZERO for item in _items(decisions))


def _asked(occasion: Occasion) -> Euro | None:
    """What an agreement asks to be paid in all; None when the letter asks for what is open."""
    told = occasion.arrangement
    if occasion.letter in (*_ASKS_FOR_ALL, *_ABOUT_THE_CLAIM):
        return None
    if occasion.letter is SideLetter.INSTALMENT_REMINDER:
        return total(part.left for part in told.instalments if part.late)
    return total(part.left for part in told.instalments) if told.instalments else told.amount


def _stage(occasion: Occasion, members: Sequence[Decision]) -> Stage:
    """A stage of its own, which moves no item along.

    Where the whole claim revives, the letter asks for what the steps so far asked for; where more
    was agreed than the invoices, or a settlement takes nothing off them, it tells the whole claim.
    """
    charge, asked, principal = Charge.NONE, _asked(occasion), _principal(members)
    if occasion.letter in _ABOUT_THE_CLAIM:
        charge = Charge.INTEREST
    elif occasion.letter in _REVIVES:
        taken = [stage.charge for decision in members for stage in _taken(decision)]
        charge = max(taken, key=_HEAVIEST.index, default=Charge.NONE)
    if asked is not None and (
        asked > principal or (occasion.letter is SideLetter.SETTLEMENT and asked == principal)
    ):
        charge = Charge.INTEREST_AND_COSTS
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
