"""Collection costs over small instalments of one contract (termijnen), since 1 October 2024.

The Besluit vergoeding voor buitengerechtelijke incassokosten limits what a consumer owes when
small recurring bills stay unpaid one after the other: a first amount, a lower one for each next
letter, and a most for six months. The text of the decree was not read, so nothing is taken off a
claim: what the rule probably allows is proposed, and the user decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from dateutil.relativedelta import relativedelta

from xl_dunning.rules.costs import costs_by_scale
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.figures import in_force
from xl_dunning.rules.findings import Finding, warning
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.owed import ClaimRules
from xl_dunning.rules.policy import FOURTEEN_DAY_LETTER
from xl_dunning.rules.proposal import Decision, Notice
from xl_dunning.rules.reasons import Case

Letters: TypeAlias = dict[tuple[date, str], list[Euro]]
"""Day and document of a letter to the amounts of its invoices, in euro."""

_RULE = "small_instalment_below"


def small_instalments(
    notices: Iterable[Notice],
    decisions: Iterable[Decision],
    cases: Iterable[Case],
    log: Iterable[Event],
    *,
    rules: ClaimRules,
    reference_date: date,
) -> tuple[Finding, ...]:
    """A warning SMALL_INSTALMENTS for each recurring consumer whose letters may cost too much.

    Counted are the 14-dagenbrieven of the last six months, those of today included, as far as
    they are about small instalments only. ``log`` holds the standing events of all debtors, also
    those about invoices that have left the list.
    """
    known = rules.law.amounts.get(_RULE)
    if known is None or reference_date < known[0].valid_from:
        return ()
    months = in_force(rules.law.numbers["small_instalment_months"], reference_date).value
    sent = _sent(cases, log, since=reference_date - relativedelta(months=months))
    concerned = {decision.item.debtor for decision in decisions if decision.owed.costs}
    for notice in notices:
        number = notice.debtor.number
        if notice.stage.template == FOURTEEN_DAY_LETTER and number in sent:
            concerned.add(number)
            sent[number][reference_date, "today"] = [
                decision.item.amount or decision.item.open or ZERO for decision in notice.decisions
            ]
    found = (
        _judged(number, letters, rules=rules, day=reference_date, months=months)
        for number, letters in sent.items()
        if number in concerned
    )
    return tuple(finding for finding in found if finding)


def _sent(cases: Iterable[Case], log: Iterable[Event], *, since: date) -> Mapping[str, Letters]:
    """The 14-dagenbrieven of each recurring consumer on the list since that day, inclusive."""
    keys: set[str] = set()
    sent: dict[str, Letters] = {}
    for case in cases:
        keys |= {s.key for s in case.policy.stages if s.template == FOURTEEN_DAY_LETTER}
        if case.debtor.recurring and case.debtor.kind is not DebtorKind.BUSINESS:
            sent[case.debtor.number] = defaultdict(list)
    for event in log:
        is_letter = event.kind in (EventKind.LETTER, EventKind.EMAIL) and event.stage in keys
        if is_letter and event.debtor in sent and event.on >= since:
            sent[event.debtor][event.on, event.document].append(event.amount or ZERO)
    return sent


def _judged(
    debtor: str, letters: Letters, *, rules: ClaimRules, day: date, months: int
) -> Finding | None:
    below, cap, first, following = (
        in_force(rules.law.amounts[key], day).value
        for key in (
            _RULE,
            "small_instalment_cap",
            "small_instalment_first",
            "small_instalment_next",
        )
    )
    scale = in_force(rules.law.scales["consumer"], day)
    small: Sequence[list[Euro]] = [
        amounts for _, amounts in sorted(letters.items()) if all(a < below for a in amounts)
    ]
    costs = total(max(costs_by_scale(total(a), scale=scale), scale.minimum) for a in small)
    allowed = min(first + following * (len(small) - 1), cap) if small else ZERO
    if costs <= allowed:
        return None
    return warning(
        "SMALL_INSTALMENTS",
        debtor=debtor,
        count=len(small),
        costs=costs,
        allowed=allowed,
        below=below,
        cap=cap,
        months=months,
    )
