"""Joining the log of the database with that of the sheet: a set that only grows."""

from __future__ import annotations

from collections.abc import Iterable

from xl_dunning.casefile.mirror import HEADERS, MirroredEvent, content
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.findings import Finding, Place, warning

_FOR_US = frozenset({"Vingerafdruk", "Sjabloon", "Betreft"})
"""Columns that mean nothing to a user; a cell that she cleared there is no edit."""


def merge(
    stored: Iterable[Event], mirrored: Iterable[MirroredEvent]
) -> tuple[tuple[Event, ...], tuple[Finding, ...]]:
    """All events of both, by id: first the stored ones, then those that only the sheet knows.

    What was recorded stays as it was recorded: a row that says something else under the same Id
    gives a finding. So does a row that takes back an event that neither knows.
    """
    log = {event.id: event for event in stored}
    findings: list[Finding] = []
    entries = tuple(mirrored)
    for entry in entries:
        recorded = log.setdefault(entry.event.id, entry.event)
        if differing := _differences(recorded, entry.event):
            findings.append(
                warning(
                    "LOG_ROW_CHANGED",
                    debtor=recorded.debtor,
                    invoice=recorded.invoice,
                    place=_column(entry.place, differing[0]),
                    columns=", ".join(differing),
                    id=recorded.id,
                )
            )
    findings += [
        warning(
            "LOG_VOID_TARGET_UNKNOWN",
            debtor=entry.event.debtor,
            invoice=entry.event.invoice,
            place=_column(entry.place, "Trekt in"),
            typed=entry.event.voids,
        )
        for entry in entries
        if entry.event.kind is EventKind.VOID and entry.event.voids not in log
    ]
    return tuple(log.values()), tuple(findings)


def _differences(recorded: Event, on_sheet: Event) -> list[str]:
    """Headers of the columns where the sheet says something else than was recorded.

    A sheet without fingerprints says nothing else: users clear such columns to make room.
    """
    pairs = zip(HEADERS[1:], content(recorded), content(on_sheet), strict=True)
    return [
        header
        for header, ours, theirs in pairs
        if ours != theirs and (theirs or header not in _FOR_US)
    ]


def _column(place: Place, header: str) -> Place:
    return Place(sheet=place.sheet, row=place.row, column=header)
