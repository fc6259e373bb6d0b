"""No letter that the law does not allow: it is held back with everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from xl_dunning.rules.agreements.side_letter_checks import side_letter_problems
from xl_dunning.rules.charges import with_charges
from xl_dunning.rules.decide import hold
from xl_dunning.rules.figures import in_force
from xl_dunning.rules.findings import Finding, Severity, warning
from xl_dunning.rules.letter_checks import (
    law_problems,
    validate_first_reminder_be,
    validate_fourteen_day,
)
from xl_dunning.rules.owed import ClaimRules
from xl_dunning.rules.policy import FIRST_REMINDER_BE, FOURTEEN_DAY_LETTER
from xl_dunning.rules.proposal import Clock, Decision, Notice, Reason
from xl_dunning.rules.settings import Creditor
from xl_dunning.rules.term_letters import term_of_letter


def keep_lawful(
    letters: Sequence[Notice],
    decisions: Sequence[Decision],
    *,
    rules: ClaimRules,
    creditor: Creditor,
    reference_date: date,
) -> tuple[tuple[Notice, ...], list[Decision], tuple[Finding, ...]]:
    """The letters that may be sent, with their charges; the others' items held, and why."""
    sent: list[Notice] = []
    held: set[int] = set()
    found: list[Finding] = []
    for bare in letters:
        notice = with_charges(bare, rules=rules, reference_date=reference_date)
        problems = law_problems([notice])
        problems += side_letter_problems(notice, reference_date=reference_date)
        if notice.stage.template == FOURTEEN_DAY_LETTER and not problems:
            problems = _of_fourteen_day(
                notice, decisions, rules=rules, creditor=creditor, reference_date=reference_date
            )
        elif notice.stage.template == FIRST_REMINDER_BE and not problems:
            problems = validate_first_reminder_be(notice, creditor=creditor)
        found += problems
        if any(problem.severity is Severity.ERROR for problem in problems):
            held |= {decision.item.ref for decision in notice.decisions}
        else:
            sent.append(notice)
    if rules.term_assumed and any(_rests_on_term(notice) for notice in sent):
        found.append(warning("TERM_ASSUMED"))
    return (
        tuple(sent),
        [
            hold(decision, Reason.BLOCKED, kind="law")
            if decision.item.ref in held and _was_to_act(decision)
            else decision
            for decision in decisions
        ],
        tuple(found),
    )


def _was_to_act(decision: Decision) -> bool:
    """Whether a letter of today was to move it or make it wait; a promise goes on holding it."""
    return decision.due_now or decision.clock is Clock.FOLLOW_UP


def _rests_on_term(notice: Notice) -> bool:
    """Whether the letter presumes a default that only an agreed payment term can have given."""
    claims = notice.charges.interest or notice.charges.costs or notice.charges.announced_costs
    return bool(claims) and any(decision.item.term_agreed is None for decision in notice.decisions)


def _of_fourteen_day(
    notice: Notice,
    decisions: Sequence[Decision],
    *,
    rules: ClaimRules,
    creditor: Creditor,
    reference_date: date,
) -> tuple[Finding, ...]:
    vat = in_force(rules.law.percentages["vat"], reference_date).value
    return validate_fourteen_day(
        notice,
        creditor=creditor,
        reference_date=reference_date,
        scale=in_force(rules.law.scales["consumer"], reference_date),
        vat_percent=vat if rules.charges_vat else None,
        last_day=term_of_letter(reference_date, notice.channel, rules=rules).last_day,
        others=decisions,
    )
