"""The page of the history: everything in the log about the debtor, what was taken back included."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from xl_dunning.casefile.words import CHANNEL_WORDS, KIND_WORDS, OUTCOME_WORDS
from xl_dunning.letters.text import clean, in_digits, one_line
from xl_dunning.rules.agreements.schedule import schedule_text
from xl_dunning.rules.events import Event, EventKind, standing
from xl_dunning.rules.money import total
from xl_dunning.workflow.pages import CellOfPage, Page, PageColumn, PageTable, Section, Shape

_MOST_LISTED = 4


def history_page(
    history: Sequence[Event],
    *,
    invoices: Collection[str],
    letter_files: Mapping[str, str],
    stage_titles: Mapping[str, str],
) -> Page:
    """Calls, letters, promises, plans, disputes and payments, oldest first.

    ``history`` is the whole log of the debtor, void events included; ``invoices`` are those of
    this dossier, ``letter_files`` the name in it of the letter of an event.
    """
    withdrawn = _withdrawn(history)
    rows = [
        _row(events, withdrawn=withdrawn, ours=invoices, files=letter_files, titles=stage_titles)
        for events in _together(history)
    ]
    table = PageTable(
        columns=(
            PageColumn(header="Datum", width=20, shape=Shape.DAY),
            PageColumn(header="Factuur", width=38),
            PageColumn(header="Gebeurtenis", width=26),
            PageColumn(header="Stap", width=34),
            PageColumn(header="Bijzonderheden", width=70),
            PageColumn(header="Bedrag", width=22, shape=Shape.MONEY),
            PageColumn(header="Stuk", width=47),
            PageColumn(header="Ingetrokken op", width=24),
        ),
        rows=tuple(rows),
    )
    sections = (
        (Section(table=table),)
        if rows
        else (Section(paragraphs=("Er is over deze debiteur niets vastgelegd.",)),)
    )
    return Page(name="Geschiedenis", title="Geschiedenis van deze debiteur", sections=sections)


def _withdrawn(history: Sequence[Event]) -> Mapping[str, date]:
    """Id of each event that no longer counts, and the day on which it was taken back."""
    left = {event.id for event in standing(history)}
    return {
        event.voids: event.on
        for event in history
        if event.kind is EventKind.VOID and event.voids not in left
    }


def _together(history: Iterable[Event]) -> list[list[Event]]:
    """The events, those of one letter or handover about several invoices as one."""
    groups: dict[object, list[Event]] = {}
    for event in history:
        if event.kind is EventKind.VOID:
            continue
        one_act = (event.on, event.kind, event.run, event.document, event.stage, event.pay_by)
        groups.setdefault(one_act if event.run and event.document else event.id, []).append(event)
    return [*groups.values()]


def _row(
    events: Sequence[Event],
    *,
    withdrawn: Mapping[str, date],
    ours: Collection[str],
    files: Mapping[str, str],
    titles: Mapping[str, str],
) -> tuple[CellOfPage, ...]:
    first = events[0]
    amounts = [event.amount for event in events if event.amount is not None]
    gone = withdrawn.get(first.id)
    return (
        first.on,
        _about([event.invoice for event in events if event.invoice], ours),
        KIND_WORDS[first.kind],
        one_line(titles.get(first.stage, first.stage)),
        _details(first),
        total(amounts) if amounts else "",
        files.get(first.id) or one_line(first.document),
        in_digits(gone) if gone else "",
    )


def _about(numbers: Sequence[str], ours: Collection[str]) -> str:
    """The invoices by number; all those of a large dossier in a few words."""
    listed = dict.fromkeys(numbers)
    if len(listed) > _MOST_LISTED and set(listed) == set(ours):
        return f"de {len(listed)} facturen van dit dossier"
    return ", ".join(map(one_line, listed)) or "alle"


def _details(event: Event) -> str:
    """What was said and agreed, in one line; the note as it was typed."""
    parts = (
        OUTCOME_WORDS[event.outcome] if event.outcome else "",
        f"per {CHANNEL_WORDS[event.channel]}" if event.channel else "",
        f"betalen uiterlijk {in_digits(event.pay_by)}" if event.pay_by else "",
        f"tot en met {in_digits(event.until)}" if event.until else "",
        f"termijnen {schedule_text(event.schedule)}" if event.schedule else "",
        f"door {one_line(event.by)}" if event.by else "",
        clean(event.note),
    )
    return "; ".join(part for part in parts if part)
