"""What the user typed in Logboek, Afspraken and Belijst, and what of it can't be meant so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from xl_dunning.casefile.agreements import agreement_events
from xl_dunning.casefile.merging import merge
from xl_dunning.casefile.mirror import HEADERS, events_of, rows_of
from xl_dunning.casefile.words import KIND_WORDS
from xl_dunning.frontends.preparing import Prepared
from xl_dunning.frontends.typed_calls import TypedCalls, calls_in
from xl_dunning.rules.events import Event, EventKind, standing
from xl_dunning.rules.findings import Finding, Place, warning
from xl_dunning.rules.ledger import Ledger
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.sheets.reading import TableRow
from xl_dunning.sheets.sidesheets import SideSheets

RowOf: TypeAlias = str | int
"""The Id of the event on a row of the Logboek, or its position among the rows not taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What the user typed into the sheets of the log, as events that are new."""

    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    not_taken: tuple[TableRow, ...]
    """Rows of the Logboek with something wrong: they stay on the sheet as typed."""
    about: tuple[tuple[Finding, RowOf], ...] = ()
    """The findings about a row of a Logboek: there may be two such sheets, in two workbooks."""
    calls: TypedCalls = field(default_factory=TypedCalls)
    """The sheet Belijst; its events and findings are among those above."""


def events_in_list(
    prepared: Prepared,
    log: tuple[Event, ...],
    *,
    reference_date: date,
    seen: Iterable[Observation] = (),
    earlier: Sequence[SideSheets] = (),
) -> Typed:
    """The events in the sheets Logboek, Afspraken and Belijst that the log does not hold yet.

    ``earlier`` are the sheets of workbooks that former runs made, the oldest first: what was typed
    there must not be lost, nor a letter go out in spite of it. ``seen`` is what earlier runs saw.
    """
    policies = (*prepared.policies.by_name.values(), prepared.policies.default)
    titles = {stage.title: stage.key for policy in policies for stage in policy.stages}
    reading = prepared.reading
    books = (*(book.agreements for book in earlier), reading.agreements)
    agreements = next((rows for rows in reversed(books) if rows), ())
    merged, findings = log, tuple[Finding, ...]()
    about: list[tuple[Finding, RowOf]] = []
    not_taken: dict[tuple[object, ...], TableRow] = {}
    # Each sheet by itself: a row without Id on the list is the one that got its Id on the other.
    for rows in (*(book.log for book in earlier), reading.log):
        read, of_rows = events_of(rows, stage_titles=titles)
        known = {event.id for event in merged}
        merged, conflicts = merge(merged, read)
        slips = [
            slip
            for entry in read
            if entry.event.id not in known and _is_typed(entry.event)
            for slip in _unknown_number(entry.event, entry.place, reading.ledger)
        ]
        row_of: dict[int | None, RowOf] = {entry.place.row: entry.event.id for entry in read}
        for row in rows:
            if row.place.row not in row_of and any(row.values.values()):
                content = tuple(row.values.get(header) for header in HEADERS)
                not_taken.setdefault(content, row)
                row_of[row.place.row] = list(not_taken).index(content)
        here = (*of_rows, *conflicts, *slips)
        findings += here
        about += [(found, row_of[found.place.row]) for found in here if found.place]
    agreed, of_agreements = agreement_events(agreements, log=merged, reference_date=reference_date)
    calls = calls_in(
        (row for book in (*(book.calls for book in earlier), reading.calls) for row in book),
        log=merged,
        ledger=reading.ledger,
        policies=policies,
        seen={observation.key for observation in seen},
        reference_date=reference_date,
    )
    return Typed(
        events=(*merged[len(log) :], *agreed, *calls.events),
        findings=(
            *findings,
            *of_agreements,
            *calls.findings,
            *_in_future((*merged, *agreed), reference_date=reference_date),
        ),
        not_taken=tuple(not_taken.values()),
        about=tuple(about),
        calls=calls,
    )


def in_new_log(
    findings: Iterable[Finding], typed: Typed, log: Iterable[Event]
) -> tuple[Finding, ...]:
    """The findings, those about rows of a Logboek or Belijst with their row on the new sheet."""
    numbers: dict[RowOf, int] = {position: 2 + position for position in range(len(typed.not_taken))}
    first = 2 + len(numbers)
    numbers |= {str(row[0]): number for number, row in enumerate(rows_of(log), start=first)}
    row_of = {id(finding): numbers.get(row) for finding, row in typed.about}
    return tuple(
        replace(finding, place=replace(finding.place, row=row))
        if finding.place and (row := row_of.get(id(finding)))
        else typed.calls.moved(finding)
        for finding in findings
    )


def _is_typed(event: Event) -> bool:
    """Whether a user typed it; what the program wrote comes back when the database was lost."""
    return not event.run and event.kind not in (EventKind.VOID, EventKind.IMPORTED)


def _unknown_number(event: Event, place: Place, ledger: Ledger) -> Iterator[Finding]:
    """A number that the list does not know may be a slip, and then a letter goes out after all."""
    if event.debtor not in {item.debtor for item in ledger.items} | set(ledger.debtors):
        yield warning("EVENT_DEBTOR_UNKNOWN", debtor=event.debtor, place=place)
    elif event.invoice and (event.debtor, event.invoice) not in {i.key for i in ledger.items}:
        yield warning(
            "EVENT_INVOICE_UNKNOWN", debtor=event.debtor, invoice=event.invoice, place=place
        )


def _in_future(log: Iterable[Event], *, reference_date: date) -> Iterator[Finding]:
    for event in standing(log):
        if event.on > reference_date:
            yield warning(
                "EVENT_IN_FUTURE",
                debtor=event.debtor,
                invoice=event.invoice,
                kind=KIND_WORDS[event.kind],
                on=event.on,
                reference_date=reference_date,
            )
