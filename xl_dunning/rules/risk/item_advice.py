"""The advised next step for one item (advies): shown to the user, never carried out by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from xl_dunning.rules.events import Event
from xl_dunning.rules.ledger import Debtor
from xl_dunning.rules.proposal import Decision, Reason
from xl_dunning.rules.risk.betas import exceeds
from xl_dunning.rules.risk.candidates import Candidate, is_held, other_steps, own_step
from xl_dunning.rules.risk.chances import Chance, chance_of, chance_of_waiting
from xl_dunning.rules.risk.learned import Learned
from xl_dunning.rules.risk.pay_dates import PayDate
from xl_dunning.rules.risk.survival import Remaining, Spans

CREDIBLE = 0.7
"""How sure it must be that another step has the better chance than the policy's own."""


class AdviceReason(StrEnum):
    """Why this step is advised, or none; its sentence is shown."""

    NOT_DUE = "ADVICE_NOT_DUE"
    """It can still be paid in time."""
    HELD = "ADVICE_HELD"
    """Something holds the item back."""
    BEST = "ADVICE_BEST"
    """The policy's own step has the best chance of what may be done."""
    ONLY = "ADVICE_ONLY"
    """There is nothing else to choose, or nothing else of which a chance is known."""
    NOT_SURE = "ADVICE_NOT_SURE"
    """Another step looks better, but not surely enough to leave the policy for it."""
    BETTER = "ADVICE_BETTER"
    """Another step has surely enough the better chance."""
    TOO_LITTLE = "ADVICE_TOO_LITTLE"
    """Too little was tried so far to name a chance of the policy's own step."""
    EXTRA = "ADVICE_EXTRA"
    """The policy has no step to take; this may be done beside it."""
    DECIDE = "ADVICE_DECIDE"
    """The policy has no step left, and nothing else may be advised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAdvice:
    """The advice for one open item."""

    decision: Decision
    reason: AdviceReason
    step: Candidate | None = None
    """The advised step; None: wait, decide or nothing."""
    chance: Chance | None = None
    """Its chance, or that of waiting; None when too little is known."""
    other: Candidate | None = None
    """The step that it was weighed against: for another step than the policy's, the policy's."""
    other_chance: Chance | None = None
    pay_date: PayDate | None = None


def advise_item(
    decision: Decision,
    debtor: Debtor,
    events: Sequence[Event],
    learned: Learned,
    *,
    ahead: Remaining,
    reference_date: date,
) -> ItemAdvice:
    """The advice for one open item, without its pay date.

    ``ahead`` is what is to be expected of it if the policy just goes on; ``events`` are the
    standing events about the item, oldest first.
    """
    if decision.reason is Reason.NOT_DUE:
        return ItemAdvice(decision=decision, reason=AdviceReason.NOT_DUE)
    if is_held(decision):
        return ItemAdvice(decision=decision, reason=AdviceReason.HELD)
    own = own_step(decision)
    others = other_steps(decision, debtor, events, reference_date=reference_date)
    best, its_chance = _best(others, debtor.number, learned)
    if own is None and decision.reason is not Reason.TOO_EARLY:
        extra = best or next(iter(others), None)
        reason = AdviceReason.EXTRA if extra is not None else AdviceReason.DECIDE
        return ItemAdvice(decision=decision, reason=reason, step=extra, chance=its_chance)
    own_chance = (
        _waiting(decision, learned, ahead)
        if own is None
        else chance_of(own.step, debtor.number, learned)
    )
    reason = _weigh(own_chance, its_chance)
    if reason is AdviceReason.BETTER:
        own, best, own_chance, its_chance = best, own, its_chance, own_chance
    return ItemAdvice(
        decision=decision,
        reason=reason,
        step=own,
        chance=own_chance,
        other=best,
        other_chance=its_chance,
    )


def _best(
    candidates: Sequence[Candidate], debtor: str, learned: Learned
) -> tuple[Candidate | None, Chance | None]:
    """The candidate with the best chance among those of which one is known."""
    best: tuple[Candidate | None, Chance | None] = (None, None)
    for candidate in candidates:
        chance = chance_of(candidate.step, debtor, learned)
        if chance and (best[1] is None or chance.mean > best[1].mean):
            best = candidate, chance
    return best


def _weigh(own: Chance | None, best: Chance | None) -> AdviceReason:
    if own is None:
        return AdviceReason.TOO_LITTLE
    if best is None:
        return AdviceReason.ONLY
    if best.mean <= own.mean:
        return AdviceReason.BEST
    sure = exceeds(best.belief, own.belief) >= CREDIBLE
    return AdviceReason.BETTER if sure else AdviceReason.NOT_SURE


def _waiting(decision: Decision, learned: Learned, ahead: Remaining) -> Chance | None:
    own = learned.spans.get(decision.item.debtor, Spans())
    age = decision.days_overdue
    return chance_of_waiting(
        ahead,
        in_view=learned.pseudo + own.in_view_after(age),
        times=learned.curve.known_after(age),
    )
