"""Handing a debtor over to an agency or a lawyer: the dossier and its registration are one act.

As with letters: what is going to be made is written down first, then the dossier is made in a
staging place, then the events are recorded in one transaction, and only then does the file get its
final name. Whatever happens in between, all of it stands or nothing does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from xl_dunning.rules.events import Event
from xl_dunning.rules.findings import Finding, Refusal, Severity, warning
from xl_dunning.rules.ledger import Ledger
from xl_dunning.rules.proposal import Proposal
from xl_dunning.rules.terms import Terms
from xl_dunning.workflow.handover_checks import about_debtor, of_invoice, of_parties
from xl_dunning.workflow.handover_choice import NEVER, choose, claims_of, credit_findings
from xl_dunning.workflow.handover_claim import Assignment, Handover
from xl_dunning.workflow.ports import CaseFile, Move, Run


class DossierMaker(Protocol):
    """Puts the dossier of a handover on disk: one file with everything in it."""

    def write(self, staged: str) -> str:
        """Write the dossier to the (new) file; returns its SHA-256."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """What was done: the events of it, and what of earlier runs still waits for its place."""

    recorded: tuple[Event, ...]
    sha256: str
    findings: tuple[Finding, ...] = ()


def think_through(
    assignment: Assignment,
    *,
    proposal: Proposal,
    ledger: Ledger,
    log: Sequence[Event],
    terms: Terms,
) -> Handover:
    """What would be handed over on the proposal's day, with all that speaks against it.

    ``log`` is the whole log, void events included. Codes: see ``handover_choice`` and
    ``handover_checks``; those of the proposal come along as warnings.
    """
    debtor, day = ledger.debtor(assignment.debtor), proposal.reference_date
    choice = choose(assignment, proposal=proposal, ledger=ledger, log=log, terms=terms)
    claims = claims_of(choice, debtor=debtor, rules=terms.claims, day=day)
    judged = {each.event.id: each for each in proposal.agreements}
    keys = {invoice.item.key for invoice in choice.invoices}
    imported = tuple(event for event in proposal.imported if (event.debtor, event.invoice) in keys)
    history = [event for event in (*log, *imported) if event.debtor == debtor.number]
    rests_on_term = terms.claims is not None and terms.claims.term_assumed
    assumed = rests_on_term and any(
        invoice.total != invoice.principal and invoice.item.term_agreed is None
        for invoice in choice.invoices
    )
    return Handover(
        assignment=assignment,
        debtor=debtor,
        reference_date=day,
        claims=claims,
        history=tuple(sorted(history, key=lambda event: (event.on, event.sequence, event.id))),
        imported=imported,
        findings=(
            *choice.findings,
            *credit_findings(claims, choice, debtor=debtor),
            *(of_parties(debtor, terms.creditor) if choice.invoices else ()),
            *(
                finding
                for claim in claims
                for invoice in claim.invoices
                for finding in of_invoice(
                    invoice, debtor=debtor, rules=terms.claims, judged=judged, day=day
                )
            ),
            *((warning("TERM_ASSUMED"),) if assumed else ()),
            *about_debtor(proposal.findings, debtor=debtor.number),
        ),
    )


def refuse_holes(findings: Iterable[Finding], *, incomplete: bool) -> None:
    """Refuse a dossier with a hole in it; with ``incomplete`` only one that can't be made at all.

    Raises:
        Refusal: HANDOVER_IMPOSSIBLE or HANDOVER_INCOMPLETE, with everything that is wrong.
    """
    wrong = tuple(each for each in findings if each.severity is Severity.ERROR)
    if any(finding.code in NEVER for finding in wrong):
        raise Refusal("HANDOVER_IMPOSSIBLE", findings=wrong)
    if wrong and not incomplete:
        raise Refusal("HANDOVER_INCOMPLETE", findings=wrong)


def hand_over(
    agreed: Handover,
    *,
    casefile: CaseFile,
    again: Callable[[Sequence[Event]], Handover],
    run: Run,
    place: Move,
    dossier: DossierMaker,
    document: str,
    note: str,
    new_id: Callable[[], str],
    typed: Sequence[Event] = (),
) -> HandedOver:
    """Make the dossier and record one event per invoice.

    The caller holds the lock. ``again`` thinks anew with the log as it is now; ``typed`` are events
    from the user's own sheets that are recorded along. ``document`` is the name of the file at its
    final place, ``note`` says to whom it goes.

    Raises:
        Refusal: HANDOVER_CHANGED when the log changed in the meantime, or when the file can't be
            written; then nothing was recorded.
    """
    if again(casefile.events()) != agreed:
        raise Refusal("HANDOVER_CHANGED", debtor=agreed.debtor.number)
    casefile.begin(run, (place,))
    try:
        sha256 = dossier.write(place.staged)
        recorded = tuple(
            Event(
                id=new_id(),
                on=agreed.reference_date,
                debtor=agreed.debtor.number,
                invoice=invoice.item.invoice,
                kind=agreed.assignment.to.kind,
                stage=invoice.stage,
                amount=invoice.principal,
                note=note,
                document=document,
                sha256=sha256,
                run=run.id,
            )
            for invoice in agreed.invoices
        )
        casefile.commit(run, (*typed, *agreed.imported, *recorded))
    finally:
        # After a commit this moves the file to its place; before it, it removes the file.
        unfinished = casefile.finish()
    return HandedOver(recorded=recorded, sha256=sha256, findings=unfinished)
