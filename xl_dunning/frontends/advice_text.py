"""Risk and advice in Dutch: scores with their reasons, chances, dates and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping

from xl_dunning.frontends.explain import reason_text
from xl_dunning.frontends.messages_nl import shown
from xl_dunning.frontends.messages_nl.advice import ADVICE, EVERYONE, TERMS, WHY
from xl_dunning.frontends.messages_nl.reasons import ACTIONS, TODO
from xl_dunning.frontends.results import RunResult
from xl_dunning.rules.findings import Detail
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Reason
from xl_dunning.rules.risk.advise import DebtorAdvice
from xl_dunning.rules.risk.attempts import CALL, StepKind
from xl_dunning.rules.risk.candidates import Candidate
from xl_dunning.rules.risk.chances import Chance
from xl_dunning.rules.risk.habits import whole_days
from xl_dunning.rules.risk.item_advice import AdviceReason, ItemAdvice
from xl_dunning.rules.risk.learned import Learned
from xl_dunning.rules.risk.pay_dates import PayDate
from xl_dunning.rules.risk.score import ScorePart

_OWN = {ScorePart.DAYS_LATE: "days", ScorePart.SHARE_LATE: "late"}
"""Parts that all debtors together add to as well: told only when this one's own detail is not 0."""


def why_text(advice: DebtorAdvice) -> str:
    """Why the score is what it is: the reasons that add most first, then what it rests on."""
    score, habit = advice.score, advice.habit
    if score is None:
        return WHY["NO_SCORE"]
    said = [
        _filled(WHY[each.part], _in_words(each.details))
        for each in score.contributions
        if each.part not in _OWN or each.details[_OWN[each.part]]
    ]
    if habit.closed and not habit.late:
        said.append(_filled(WHY["IN_TIME"], {"count": habit.closed}))
    if score.thin:
        thin = {"invoices": invoices_text(habit.closed)}
        said.append(_filled(WHY["THIN" if habit.closed else "THIN_NONE"], thin))
    if score.stale:
        said.append(_filled(WHY["STALE"], {"on": score.stale}))
    return " ".join(said)


def advice_text(advice: ItemAdvice, result: RunResult) -> str:
    """The advised step in a few words, or what is to be done with the item otherwise."""
    decision = advice.decision
    if advice.step:
        made = advice.step.stage is decision.next_stage and result.carried_out(decision)
        return f"{step_text(advice.step)} (gemaakt)" if made else step_text(advice.step)
    if decision.reason is Reason.TOO_EARLY and decision.earliest:
        return _filled(ADVICE["WAIT"], {"earliest": decision.earliest})
    return TODO[decision.reason]


def basis_text(advice: ItemAdvice, result: RunResult) -> str:
    """What the advice rests on, and how it stands to the policy's own step."""
    decision, reason = advice.decision, advice.reason
    details: dict[str, Detail] = {
        "other": step_text(advice.other) if advice.other else TODO[decision.reason],
        "chance": chance_text(advice.other_chance),
        "reason": reason_text(decision),
    }
    said = [_rests_on(advice)] if advice.chance else []
    said.append(_filled(ADVICE[reason], details))
    if reason is AdviceReason.EXTRA and not advice.chance:
        said.append(ADVICE["UNTRIED"])
    if reason is AdviceReason.BETTER and result.carried_out(decision):
        said.append(ADVICE["ADVICE_MADE"])
    return " ".join(said)


def terms_text(advice: DebtorAdvice) -> str:
    """The advice on payment terms; empty when there is none."""
    terms = advice.terms
    if terms is None:
        return ""
    code = str(terms.change)
    unknown = f"{code}.unknown"
    return _filled(
        TERMS[unknown] if terms.term is None and unknown in TERMS else TERMS[code],
        {
            "days": days_text(terms.days),
            "invoices": invoices_text(terms.count),
            "term": days_text(terms.term or 0),
        },
    )


def step_text(candidate: Candidate) -> str:
    """A step by the name that the list gives it."""
    word = ACTIONS[candidate.action]
    if candidate.action is Action.LETTER and candidate.stage:
        return f"{word}: {candidate.stage.title}"
    return word


def chance_text(chance: Chance | None) -> str:
    """The best estimate with the range that holds eight out of ten."""
    if chance is None:
        return ""
    return f"{percent(chance.mean)} ({round(100 * chance.low)}–{percent(chance.high)})"


def range_text(expected: PayDate | None) -> str:
    """Between which days eight out of ten are paid."""
    if expected is None:
        return ""
    first = shown(expected.earliest)
    return f"{first} – {shown(expected.latest)}" if expected.latest else f"vanaf {first}"


def everyone_text(learned: Learned | None) -> str:
    """How all debtors together pay."""
    if learned is None or learned.everyone.average is None:
        return EVERYONE["NOTHING"]
    everyone = learned.everyone
    return _filled(
        EVERYONE["SEEN"],
        {
            "invoices": invoices_text(everyone.closed),
            "days": days_text(whole_days(everyone.average)),
        },
    )


def steps_text(learned: Learned | None, titles: Mapping[StepKind, str]) -> str:
    """What each kind of step brought so far, the one tried most first."""
    known = sorted(learned.experience.values(), key=lambda each: -each.times) if learned else []
    return "\n".join(
        _filled(
            EVERYONE["STEP"],
            {
                "step": EVERYONE["CALLS"]
                if each.step == CALL
                else titles.get(each.step, each.step),
                "share": percent(each.helped / each.times),
                "times": f"{each.times} keer",
            },
        )
        for each in known
    )


def better_steps(result: RunResult) -> list[str]:
    """One line when another step has more chance than the policy's own; otherwise none."""
    count = sum(
        item.reason is AdviceReason.BETTER
        for debtor in result.advice.debtors
        for item in debtor.items
    )
    return [_filled(EVERYONE["LINE"], {"invoices": invoices_text(count)})] if count else []


def percent(share: float) -> str:
    """A share as a whole percentage."""
    return f"{round(100 * share)}%"


def invoices_text(count: int) -> str:
    """A number of invoices."""
    return f"{count} factuur" if count == 1 else f"{count} facturen"


def days_text(count: int) -> str:
    """A number of days."""
    return f"{count} dag" if count == 1 else f"{count} dagen"


def _rests_on(advice: ItemAdvice) -> str:
    chance = advice.chance
    if chance is None:
        return ""
    if advice.step is None:
        return _filled(ADVICE["RESTS_ON_WAITING"], {"invoices": invoices_text(chance.times)})
    return _filled(ADVICE["RESTS_ON"], {"times": f"{chance.times} keer", "own": chance.own})


def _in_words(details: Mapping[str, Detail]) -> dict[str, Detail]:
    """The details, with their counts in words beside them."""
    words: dict[str, Detail] = dict(details)
    count, days = details.get("count"), details.get("days")
    if isinstance(count, int):
        words |= {"invoices": invoices_text(count), "times": f"{count} keer"}
    if isinstance(days, int):
        words["days"] = days_text(days)
    return words


def _filled(text: str, details: Mapping[str, Detail]) -> str:
    return text.format_map({name: shown(value) for name, value in details.items()})
