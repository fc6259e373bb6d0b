"""The sheet Afspraken: an edited row replaces, a removed row changes nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.casefile.samples import TODAY, TypedRow, typed, unnumbered
from xl_dunning.casefile.agreements import agreement_events
from xl_dunning.casefile.rows import CellValue
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.events import Event, EventKind, standing

NEXT_WEEK = date(2026, 11, 28)
NOT_TAKEN = " De rij is niet ingelezen en blijft op het blad staan."
PROMISE: dict[str, CellValue] = {
    "Debiteurnummer": "10023",
    "Factuurnummer": "2026-0117",
    "Soort": "toezegging",
    "Datum": date(2026, 11, 16),
    "Tot en met": date(2026, 12, 1),
    "Notitie": "belt zelf",
}


def row(number: int = 2, /, **changes: CellValue) -> TypedRow:
    plain = typed("Afspraken", number, **changes)
    return TypedRow(place=plain.place, values={**PROMISE, **plain.values})


class Log:
    """A log that takes what the sheet gives, run after run."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def read(self, *rows: TypedRow, on: date = TODAY) -> int:
        """Read the sheet on a day; the number of events that this adds."""
        events, findings = agreement_events(rows, log=self.events, reference_date=on)
        assert findings == ()
        known = {event.id for event in self.events}
        assert not known & {event.id for event in events}
        self.record(*events)
        return len(events)

    def record(self, *events: Event) -> None:
        for event in events:
            numbered = {name: getattr(event, name) for name in event.__slots__}
            self.events.append(Event(**{**numbered, "sequence": len(self.events)}))

    @property
    def untils(self) -> list[date | None]:
        """The end dates of the agreements that stand."""
        return [event.until for event in standing(self.events)]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("toezegging", EventKind.PROMISE),
        ("Regeling", EventKind.PLAN),
        ("betwisting", EventKind.DISPUTE),
        (" blokkade ", EventKind.BLOCK),
        ("schikking", EventKind.SETTLEMENT),
    ],
)
def test_each_kind_of_agreement_becomes_its_event(word: str, kind: EventKind) -> None:
    (event,), findings = agreement_events(
        [row(Soort=word, Bedrag=Decimal("250.00"))], log=(), reference_date=TODAY
    )

    assert findings == ()
    assert event == Event(
        id=event.id,
        on=date(2026, 11, 16),
        debtor="10023",
        invoice="2026-0117",
        kind=kind,
        amount=Decimal("250.00"),
        until=date(2026, 12, 1),
        note="belt zelf",
    )


def test_the_same_sheet_adds_nothing_the_second_time() -> None:
    log = Log()

    assert log.read(row(2), row(3, Debiteurnummer="10024")) == 2
    assert log.read(row(9, Debiteurnummer="10024"), row(2), on=NEXT_WEEK) == 0


def test_an_edited_row_replaces_what_it_said() -> None:
    log = Log()
    log.read(row())
    log.read(row(Tot_en_met=date(2026, 12, 15)), on=NEXT_WEEK)

    assert log.untils == [date(2026, 12, 15)]
    assert [(event.kind, event.on) for event in log.events] == [
        (EventKind.PROMISE, date(2026, 11, 16)),
        (EventKind.VOID, NEXT_WEEK),
        (EventKind.PROMISE, date(2026, 11, 16)),
    ]


def test_an_edit_that_is_edited_back_and_forth_ends_as_the_sheet_is() -> None:
    log = Log()
    for day in (1, 15, 1, 15, 1):
        log.read(row(Tot_en_met=date(2026, 12, day)))
        assert log.untils == [date(2026, 12, day)]
        assert log.read(row(Tot_en_met=date(2026, 12, day))) == 0


def test_a_removed_row_changes_nothing() -> None:
    log = Log()
    log.read(row())

    assert log.read() == 0
    assert log.untils == [date(2026, 12, 1)]


def test_the_rows_of_one_plan_stand_beside_each_other() -> None:
    log = Log()
    plan = [row(n, Soort="regeling", Tot_en_met=date(2026, 12, n)) for n in (2, 3, 4)]
    log.read(*plan)
    assert len(log.untils) == 3

    # one removed: nothing; one added: it joins; one edited: only that one is replaced
    assert log.read(*plan[:2]) == 0
    assert log.read(*plan, row(5, Soort="regeling", Tot_en_met=date(2026, 12, 5))) == 1
    edited = row(4, Soort="regeling", Tot_en_met=date(2027, 1, 4))
    assert log.read(*plan[:2], edited, row(5, Soort="regeling", Tot_en_met=date(2026, 12, 5))) == 2
    assert log.untils == [
        date(2026, 12, 2),
        date(2026, 12, 3),
        date(2026, 12, 5),
        date(2027, 1, 4),
    ]


def test_without_date_it_counts_from_the_day_it_was_first_seen() -> None:
    log = Log()
    log.read(row(Datum=None))

    assert log.read(row(Datum=None), on=NEXT_WEEK) == 0
    assert [event.on for event in log.events] == [TODAY]

    log.read(row(Datum=None, Tot_en_met=date(2026, 12, 15)), on=NEXT_WEEK)
    assert log.untils == [date(2026, 12, 15)]


def test_what_was_logged_elsewhere_is_never_replaced() -> None:
    log = Log()
    (event,), _ = agreement_events([row(Tot_en_met=date(2027, 1, 1))], log=(), reference_date=TODAY)
    by_phone = {name: getattr(unnumbered(event), name) for name in event.__slots__}
    log.record(Event(**{**by_phone, "id": "log add"}))

    log.read(row())

    assert sorted(map(str, log.untils)) == ["2026-12-01", "2027-01-01"]


def test_an_agreement_that_was_taken_back_in_the_log_stays_taken_back() -> None:
    # by a row "intrekking" on the sheet Logboek, while its own row still stands on Afspraken
    log = Log()
    log.read(row())
    log.record(
        Event(
            id="met de hand",
            on=TODAY,
            debtor="10023",
            kind=EventKind.VOID,
            voids=log.events[0].id,
        )
    )

    assert log.read(row(), on=NEXT_WEEK) == 0
    assert log.untils == []


def test_a_note_that_excel_wrapped_is_no_edit() -> None:
    log = Log()
    log.read(row(Notitie="belt  zelf\nmorgen"))

    assert log.read(row(Notitie="belt zelf morgen ")) == 0


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"Debiteurnummer": None},
            "kolom Debiteurnummer: het debiteurnummer ontbreekt. Vul het in.",
        ),
        (
            {"Soort": None},
            "kolom Soort: de soort afspraak ontbreekt. Kies toezegging, regeling, betwisting, "
            "blokkade of schikking.",
        ),
        (
            {"Soort": "gedoe"},
            'kolom Soort: de soort afspraak "gedoe" is onbekend. Kies toezegging, regeling, '
            "betwisting, blokkade of schikking.",
        ),
        (
            {"Soort": "brief"},  # an event, but no agreement
            'kolom Soort: de soort afspraak "brief" is onbekend. Kies toezegging, regeling, '
            "betwisting, blokkade of schikking.",
        ),
        (
            {"Tot_en_met": None},
            "kolom Tot en met: bij deze toezegging staat niet tot en met welke dag zij loopt. Vul "
            "die dag in: tot dan gaan er geen brieven uit.",
        ),
        (
            {"Soort": "regeling", "Tot_en_met": None},
            "kolom Tot en met: bij deze regeling staat niet tot en met welke dag zij loopt. Vul "
            "die dag in: tot dan gaan er geen brieven uit.",
        ),
        (
            {"Tot_en_met": "eind december"},
            'kolom Tot en met: "eind december" is geen datum. Typ dag-maand-jaar, zoals '
            "31-12-2026.",
        ),
        (
            {"Tot_en_met": date(2026, 11, 1)},
            "kolom Tot en met: de afspraak eindigt op 01-11-2026, vóór de dag waarop zij begint. "
            "Verbeter een van beide datums.",
        ),
        (
            {"Bedrag": "1.000"},
            'kolom Bedrag: "1.000" is geen eenduidig bedrag. Typ het als 1234,56.',
        ),
        (
            {"Factuurnummer": date(2026, 1, 17)},
            "kolom Factuurnummer: Excel heeft van dit nummer de datum 17-01-2026 gemaakt. Geef de "
            "cel de opmaak Tekst en typ het nummer opnieuw.",
        ),
    ],
)
def test_a_row_that_is_not_certain_is_named_and_not_taken(
    changes: dict[str, CellValue], said: str
) -> None:
    events, (finding,) = agreement_events([row(5, **changes)], log=(), reference_date=TODAY)

    assert events == ()
    assert finding_text(finding) == f"Blad Afspraken, rij 5, {said}{NOT_TAKEN}"


def test_an_empty_row_is_nothing() -> None:
    blank = typed("Afspraken", Debiteurnummer=" ")

    assert agreement_events([blank], log=(), reference_date=TODAY) == ((), ())
