"""Carrying out a proposal: the only place where letters are issued.

Letters and registration are one act. What is going to be made is written down first, then the
files are made in a staging place, then the events are recorded in one transaction, and only then
do the files get their final names. Whatever happens in between, the case file knows at the next
start whether the files belong to a recorded run or are remains.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.events import Event, EventKind, standing
from xl_dunning.rules.findings import Finding, Refusal, warning
from xl_dunning.rules.iban import compact
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Decision, Notice, Proposal
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.rules.settings import Creditor
from xl_dunning.workflow.ports import CaseFile, Letter, LetterMaker, Move, Run

NewId = Callable[[], str]

_PASSED_CALL = "niet op tijd gebeld of niemand bereikt"
_PASSED_STEP = "volgens het beleid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """What a run did. ``log`` is the whole log after it, ``recorded`` what it added."""

    proposal: Proposal
    letters: tuple[Letter, ...] = ()
    recorded: tuple[Event, ...] = ()
    log: tuple[Event, ...] = ()
    seen: tuple[Observation, ...] = ()
    """What this run saw in the list that was not known yet."""
    findings: tuple[Finding, ...] = ()


def last_run_on(runs: Iterable[Run], events: Iterable[Event]) -> date | None:
    """The day of the last run that stands; also when only the log remembers it."""
    days = [run.reference_date for run in runs if not run.undone]
    days += [event.on for event in standing(events) if event.run and event.document]
    return max(days, default=None)


def days_of_runs(runs: Iterable[Run]) -> list[date]:
    """The days on which whole runs that stand looked at the list; a letter by hand does not."""
    return [run.reference_date for run in runs if not (run.undone or run.by_hand)]


def refuse_earlier(reference_date: date, *, last_run: date | None) -> None:
    """Refuse a run dated before the last one: it would see steps from its own future.

    Raises:
        Refusal: RUN_BEFORE_LAST.
    """
    if last_run and reference_date < last_run:
        raise Refusal("RUN_BEFORE_LAST", reference_date=reference_date, last_run=last_run)


def refuse_other_company(creditor: Creditor, runs: Iterable[Run]) -> None:
    """Refuse a case file that was used for another company, by name as well as by IBAN.

    Numbers of debtors and invoices are the same in many an administration: what was sent for the
    one would count as sent for the other.

    Raises:
        Refusal: CASEFILE_OTHER_COMPANY.
    """
    known = [(run.creditor, run.iban) for run in runs if run.creditor or run.iban]
    if not known or not (creditor.name or creditor.iban):
        return
    name, iban = known[-1]
    same_name = _plain(name) and _plain(name) == _plain(creditor.name)
    same_iban = compact(iban) and compact(iban) == compact(creditor.iban)
    if not (same_name or same_iban):
        raise Refusal(
            "CASEFILE_OTHER_COMPANY", known=name or iban, company=creditor.name or creditor.iban
        )


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def next_run_id(
    reference_date: date,
    runs: Iterable[Run],
    events: Iterable[Event],
    *,
    also_taken: Iterable[str] = (),
) -> str:
    """A name that no run had: the day and a number, such as ``2026-11-21-1``."""
    taken = {*also_taken} | {run.id for run in runs} | {event.run for event in events}
    number = 1
    while f"{reference_date.isoformat()}-{number}" in taken:
        number += 1
    return f"{reference_date.isoformat()}-{number}"


def issue(
    agreed: Proposal,
    *,
    casefile: CaseFile,
    again: Callable[[Sequence[Event]], Proposal],
    run: Run,
    moves: Sequence[Move],
    letters: LetterMaker,
    staging: str,
    mark: Callable[[Issued], None],
    new_id: NewId,
    seen: Sequence[Observation] = (),
) -> Issued:
    """Make the letters of the proposal, record them, and give the files their place.

    The caller holds the lock. ``again`` proposes anew from the log as it is now: a notice that is
    no longer exactly the same drops out with a finding. ``staging`` is the folder for the letters,
    ``mark`` writes the workbook to its staged place. ``seen`` is what the list holds now and did
    not before; it is recorded together with the events.

    Raises:
        Refusal: when a template is wrong or a file can't be written; then nothing was recorded.
    """
    proposal, findings = _recheck(agreed, again(casefile.events()))
    casefile.begin(run, moves)
    try:
        made = letters.write(proposal.notices, staging) if proposal.notices else ()
        log = casefile.events()
        recorded = _in_order(
            (*proposal.imported, *_events(proposal, made, run=run, new_id=new_id)), after=log
        )
        issued = Issued(
            proposal=proposal,
            letters=made,
            recorded=recorded,
            log=(*log, *recorded),
            seen=tuple(seen),
            findings=findings,
        )
        mark(issued)
        casefile.commit(run, recorded, seen)
    finally:
        # After a commit this moves the files to their place; before it, it removes them.
        unfinished = casefile.finish()
    return replace(issued, findings=(*findings, *unfinished))


def _recheck(agreed: Proposal, fresh: Proposal) -> tuple[Proposal, tuple[Finding, ...]]:
    """The agreed proposal less all that changed since, and a finding for each letter dropped."""
    now: dict[str, list[Notice]] = defaultdict(list)
    for notice in fresh.notices:
        now[notice.debtor.number].append(notice)
    kept: list[Notice] = []
    findings: list[Finding] = []
    for notice in agreed.notices:
        debtor = notice.debtor.number
        if notice in now[debtor]:
            kept.append(notice)
        else:
            findings.append(
                warning("CHANGED_SINCE_PROPOSAL", debtor=debtor, stage=notice.stage.title)
            )
    return replace(fresh, notices=tuple(kept)), tuple(findings)


def _events(
    proposal: Proposal, made: Iterable[Letter], *, run: Run, new_id: NewId
) -> Iterable[Event]:
    for letter in made:
        for decision in letter.notice.decisions:
            yield _letter_event(letter, decision, run=run, new_id=new_id)
        if not letter.notice.decisions:
            yield _letter_event(letter, None, run=run, new_id=new_id)
    for decision in proposal.passed_over:
        if stage := decision.next_stage:
            yield Event(
                id=new_id(),
                on=run.reference_date,
                debtor=decision.item.debtor,
                invoice=decision.item.invoice,
                kind=EventKind.PASSED_OVER,
                stage=stage.key,
                amount=decision.item.open,
                note=_PASSED_CALL if stage.action is Action.CALL else _PASSED_STEP,
                run=run.id,
            )


def _in_order(events: Iterable[Event], *, after: Sequence[Event]) -> tuple[Event, ...]:
    """The events numbered on from the last one, as the case file is going to number them."""
    last = max((event.sequence for event in after), default=0)
    return tuple(
        replace(event, sequence=last + position) for position, event in enumerate(events, start=1)
    )


def _asks_nothing(notice: Notice) -> bool:
    """Whether the letter only tells something: then no day to pay stands in it, nor in the log."""
    handed_over = notice.stage.action is Action.HANDOVER
    return handed_over or notice.stage.template in (SideLetter.RESUMED, SideLetter.TERMS)


def _letter_event(letter: Letter, decision: Decision | None, *, run: Run, new_id: NewId) -> Event:
    """The event of one item of a letter, or of a letter that is about none."""
    notice = letter.notice
    stage = decision.next_stage if decision else None
    return Event(
        id=new_id(),
        on=run.reference_date,
        debtor=notice.debtor.number,
        invoice=decision.item.invoice if decision else "",
        kind=EventKind.INTERRUPTION
        if notice.stage.template == SideLetter.INTERRUPTION
        else EventKind.LETTER,
        stage=stage.key if stage else "",
        channel=notice.channel,
        pay_by=None if _asks_nothing(notice) else notice.pay_by,
        amount=decision.item.open if decision else None,
        document=letter.file,
        sha256=letter.sha256,
        run=run.id,
        template=notice.stage.template,
        about=notice.arrangement.event if notice.arrangement else "",
    )
