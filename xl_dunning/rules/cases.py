"""Every item of a list with all that bears on it: its debtor, its policy, its events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from xl_dunning.rules.agreements.disputes import disputed_part
from xl_dunning.rules.agreements.judgement import Bench, is_agreement, judge_all
from xl_dunning.rules.agreements.states import Judgement
from xl_dunning.rules.agreements.trail import trail_of
from xl_dunning.rules.events import Event
from xl_dunning.rules.history import events_by_item
from xl_dunning.rules.ledger import ItemKey, Ledger, OpenItem, doubled_keys
from xl_dunning.rules.money import ZERO
from xl_dunning.rules.reasons import Case
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.rules.terms import Terms


def cases_of(
    ledger: Ledger,
    log: Iterable[Event],
    *,
    terms: Terms,
    judged: Mapping[str, Judgement],
) -> tuple[Case, ...]:
    """One case for each item, in the order of the list; ``log`` are the standing events."""
    doubled = doubled_keys(ledger.items)
    events_about = events_by_item(log)
    return tuple(
        _case(
            item,
            ledger=ledger,
            events=events_about(item),
            doubled=doubled,
            terms=terms,
            judged=judged,
        )
        for item in ledger.items
    )


def judgements(
    ledger: Ledger,
    log: Sequence[Event],
    *,
    terms: Terms,
    reference_date: date,
    observations: Iterable[Observation] = (),
    earlier_runs: Iterable[date] = (),
) -> Mapping[str, Judgement]:
    """Event id to how each promise, plan and settlement of the standing log stands on the day."""
    if not any(map(is_agreement, log)):
        return {}

    def of_policy(field: str, debtor: str) -> int:
        policy = terms.named_by(ledger.debtor(debtor)) or terms.policy
        return int(getattr(policy, field))

    bench = Bench(
        trail=trail_of(
            ledger,
            log,
            reference_date=reference_date,
            observations=observations,
            runs=earlier_runs,
        ),
        is_working_day=terms.is_working_day,
        reference_date=reference_date,
        bank_days=lambda debtor: of_policy("correction_days", debtor),
        plan_grace=lambda debtor: of_policy("plan_grace", debtor),
    )
    return judge_all(log, bench)


def _case(
    item: OpenItem,
    *,
    ledger: Ledger,
    events: tuple[Event, ...],
    doubled: frozenset[ItemKey],
    terms: Terms,
    judged: Mapping[str, Judgement],
) -> Case:
    debtor = ledger.debtor(item.debtor)
    named = terms.named_by(debtor)
    assumed = terms.claims.term_agreed if terms.claims else True
    policy = (named or terms.policy).for_term(
        agreed=assumed if item.term_agreed is None else item.term_agreed,
        taken={event.stage for event in events},
    )
    return Case(
        item=_without_disputed_part(item, events),
        debtor=debtor,
        policy=policy,
        stages=policy.stages_for(debtor.kind, terms.law),
        events=events,
        doubled=item.key in doubled,
        judged=judged,
        unknown_policy="" if named else debtor.policy,
    )


def _without_disputed_part(item: OpenItem, events: Iterable[Event]) -> OpenItem:
    """The item with the disputed part set aside, so that only the rest is claimed."""
    if item.open is None or item.open <= ZERO or item.disputed:
        return item
    part = disputed_part(events, outstanding=item.open)
    return replace(item, open=item.open - part, set_aside=part) if part else item
