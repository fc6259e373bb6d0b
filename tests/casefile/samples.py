"""Events, runs and sheet rows that the tests of this room share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from xl_dunning.casefile.mirror import HEADERS, rows_of
from xl_dunning.casefile.rows import CellValue
from xl_dunning.rules.events import Channel, Event, EventKind
from xl_dunning.rules.findings import Place
from xl_dunning.workflow.ports import Run

TODAY = date(2026, 11, 21)
RUN = Run(
    id="2026-11-21-1",
    reference_date=TODAY,
    letters_dir="Brieven 2026-11-21",
    output="lijst-debiteuren.xlsx",
    creditor="Eigen Bedrijf BV",
    iban="NL91 ABNA 0417 1643 00",
)

LETTER = Event(
    id="brief-1",
    on=TODAY,
    debtor="10023",
    invoice="2026-0117",
    kind=EventKind.LETTER,
    stage="herinnering",
    channel=Channel.POST,
    pay_by=date(2026, 12, 7),
    amount=Decimal("1210.00"),
    note="regel één\nregel twee",
    document="10023 herinnering.docx",
    sha256="ab" * 32,
    run=RUN.id,
)
PROMISE = Event(
    id="toezegging-1",
    on=date(2026, 11, 20),
    debtor="10024",
    kind=EventKind.PROMISE,
    until=date(2026, 12, 1),
    amount=Decimal("0.10"),
)


def void(name: str, *, of: str, on: date = TODAY) -> Event:
    """A void event that takes back another."""
    return Event(id=name, on=on, debtor="10023", kind=EventKind.VOID, voids=of)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRow:
    """A row as the sheets give it."""

    place: Place
    values: Mapping[str, CellValue]


def typed(sheet: str, number: int = 2, **cells: CellValue) -> TypedRow:
    """A row of a sheet; underscores in a name stand for the blanks of its header."""
    values = {name.replace("_", " "): value for name, value in cells.items()}
    return TypedRow(place=Place(sheet=sheet, row=number), values=values)


def on_sheet(events: tuple[Event, ...]) -> list[TypedRow]:
    """The rows of the sheet Logboek for these events, as they are read back."""
    return [
        TypedRow(
            place=Place(sheet="Logboek", row=number),
            values=dict(zip(HEADERS, row, strict=True)),
        )
        for number, row in enumerate(rows_of(events), start=2)
    ]


def unnumbered(event: Event) -> Event:
    """The event without its place in the order."""
    return replace(event, sequence=0)
