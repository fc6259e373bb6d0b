"""A Belijst as its user fills it in, and a case file into which it is read run after run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tests.casefile.samples import TypedRow, typed
from xl_dunning.casefile.call_list import NotTaken, call_events
from xl_dunning.casefile.call_row import Known
from xl_dunning.casefile.rows import CellValue
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import Ledger, OpenItem
from xl_dunning.rules.money import euro

MONDAY = date(2026, 11, 16)
TUESDAY = date(2026, 11, 17)
DECEMBER = date(2026, 12, 1)
ONE: dict[str, CellValue] = {
    "Actie": "Bellen",
    "Debiteurnummer": "10023",
    "Naam": "Bakkerij De Korenaar",
    "Facturen": "F1",
    "Oudste factuur": "F1",
    "Fase": "bellen",
    "Belijst van": MONDAY,
}
OPEN = {"F1": "600.00", "F2": "500.00", "F3": "300.00"}
DUE = {"F1": date(2026, 10, 1), "F2": date(2026, 9, 1), "F3": date(2026, 10, 20)}


def row(number: int = 2, /, **cells: CellValue) -> TypedRow:
    """A row of the Belijst about F1, with what the user changed or filled in."""
    plain = typed("Belijst", number, **cells)
    return TypedRow(place=plain.place, values={**ONE, **plain.values})


def three(**cells: CellValue) -> TypedRow:
    """A row about all three invoices."""
    return row(Facturen="F1\nF2\nF3", **cells)


class Book:
    """A list with a case file; the Belijst is read run after run."""

    def __init__(self, **opens: str) -> None:
        self.open = {**OPEN, **opens}
        self.seen = {("10023", invoice) for invoice in OPEN}
        self.log: list[Event] = []
        self.not_taken: Sequence[NotTaken] = ()

    def read(self, *rows: TypedRow, on: date = TUESDAY) -> list[Event]:
        """Read the sheet on a day and record what is new; gives that back."""
        items = tuple(
            OpenItem(
                ref=ref, debtor="10023", invoice=invoice, due_date=DUE[invoice], open=euro(amount)
            )
            for ref, (invoice, amount) in enumerate(self.open.items())
        )
        known = Known(
            items=self.seen,
            call_action="Bellen",
            stage_titles={"bellen: vragen waarom": "bellen"},
            stage_keys={"bellen", "nabellen", "overdracht"},
            reference_date=on,
        )
        events, self.not_taken = call_events(
            rows, log=self.log, ledger=Ledger(items=items), known=known
        )
        self.log += [
            replace(event, sequence=number)
            for number, event in enumerate(events, start=len(self.log))
        ]
        return list(events)

    def void(self, event: Event) -> None:
        self.log.append(
            Event(
                id=f"intrekking {len(self.log)}",
                on=TUESDAY,
                debtor=event.debtor,
                kind=EventKind.VOID,
                voids=event.id,
                sequence=len(self.log),
            )
        )

    @property
    def said(self) -> list[str]:
        """Why rows were not taken, as the user reads it."""
        return [finding_text(finding) for row in self.not_taken for finding in row.findings]
