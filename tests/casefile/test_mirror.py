"""The sheet Logboek holds all that the database holds, and takes what its user types."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.casefile.samples import (
    LETTER,
    PROMISE,
    TODAY,
    TypedRow,
    on_sheet,
    unnumbered,
    void,
)
from tests.casefile.typed_log import read, row
from xl_dunning.casefile.mirror import HEADERS, events_of, rows_of
from xl_dunning.casefile.rows import CellValue
from xl_dunning.casefile.words import NEEDS_AMOUNT, NEEDS_END
from xl_dunning.rules.events import Channel, Event, EventKind, Instalment, Outcome, standing

texts = st.text("abé €\n\"';=-", max_size=12).map(str.strip)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
amounts = st.decimals("-9999.99", "9999.99", places=2)
PLAN = tuple(
    Instalment(due_on=TODAY + timedelta(days=30 * number), amount=Decimal("333.34"))
    for number in range(3)
)


@st.composite
def logs(draw: st.DrawFn) -> tuple[Event, ...]:
    """A log as it is recorded: void events take back what was recorded before them."""
    log: list[Event] = []
    for number in range(1, draw(st.integers(0, 8)) + 1):
        kind = draw(st.sampled_from(EventKind)) if log else EventKind.LETTER
        voided = draw(st.sampled_from(log)).id if kind is EventKind.VOID else ""
        paid = kind in NEEDS_AMOUNT
        log.append(
            Event(
                id=f"id-{number}",
                on=draw(days if draw(st.booleans()) else st.just(TODAY)),
                debtor=draw(st.sampled_from(["10023", "00042", "Jansen & Zn."])),
                invoice=draw(st.sampled_from(["2026-0117", "007", *([] if paid else [""])])),
                kind=kind,
                stage=draw(st.sampled_from(["", "herinnering"])),
                channel=draw(st.none() | st.sampled_from(Channel)),
                pay_by=draw(st.none() | days),
                amount=draw(amounts if paid else st.none() | amounts),
                until=draw(days if kind in NEEDS_END else st.none() | days),
                note=draw(texts),
                document=draw(texts),
                sha256=draw(st.sampled_from(["", "ab" * 32])),
                run=draw(st.sampled_from(["", "2026-11-21-1"])),
                voids=voided,
                sequence=number,
                outcome=draw(st.none() | st.sampled_from(Outcome)),
                schedule=draw(st.sampled_from([(), PLAN])),
                by=draw(st.sampled_from(["", 'Jan  "de Wit"'])),
                template=draw(st.sampled_from(["", "regeling_bevestiging"])),
                about=draw(st.sampled_from(["", "id-1"])),
            )
        )
    return tuple(log)


@given(logs())
def test_losing_the_database_loses_nothing(log: tuple[Event, ...]) -> None:
    mirrored, findings = events_of(on_sheet(log))
    restored = [entry.event for entry in mirrored]

    assert findings == ()
    assert {unnumbered(event) for event in restored} == {unnumbered(event) for event in log}
    assert [event.id for event in standing(restored)] == [event.id for event in standing(log)]


@given(logs())
def test_writing_the_restored_log_gives_the_same_sheet(log: tuple[Event, ...]) -> None:
    mirrored, _ = events_of(on_sheet(log))
    again = tuple(entry.event for entry in mirrored)

    assert sorted(map(str, rows_of(again))) == sorted(map(str, rows_of(log)))


def test_the_latest_event_is_on_top() -> None:
    events = (
        replace(PROMISE, sequence=1),
        replace(LETTER, sequence=2),
        replace(LETTER, id="brief-2", sequence=3),
    )

    assert [line[0] for line in rows_of(events)] == ["brief-2", "brief-1", "toezegging-1"]


def test_a_row_is_written_in_dutch_under_its_headers() -> None:
    (line,) = rows_of([LETTER])

    assert dict(zip(HEADERS, line, strict=True)) == {
        "Id": "brief-1",
        "Datum": TODAY,
        "Debiteurnummer": "10023",
        "Factuurnummer": "2026-0117",
        "Gebeurtenis": "brief",
        "Fase": "herinnering",
        "Kanaal": "post",
        "Betalen voor": date(2026, 12, 7),
        "Bedrag": Decimal("1210.00"),
        "Tot en met": None,
        "Notitie": "regel één\nregel twee",
        "Document": "10023 herinnering.docx",
        "Ronde": "2026-11-21-1",
        "Vingerafdruk": "ab" * 32,
        "Trekt in": "",
        "Uitkomst": "",
        "Termijnen": "",
        "Door": "",
        "Sjabloon": "",
        "Betreft": "",
    }


def test_a_note_that_no_cell_can_hold_is_cut_on_the_sheet_only() -> None:
    (line,) = rows_of([replace(LETTER, note="x" * 40_000)])

    assert len(str(line[HEADERS.index("Notitie")])) == 32_000


def test_a_row_typed_by_hand_is_the_same_event_each_time_it_is_read() -> None:
    (first,), _ = read(row())
    (again,), _ = read(row(99))
    (other,), _ = read(row(Notitie="terugbellen"))

    assert first.id == again.id
    assert first.id != other.id


@pytest.mark.parametrize(
    ("rows", "ids"),
    [
        ([row()], ["50246789-0896-5f46-803f-c82c42006ba1"]),
        (
            [
                row(
                    Factuurnummer="2026-0117",
                    Fase="bellen",
                    Kanaal="telefoon",
                    Bedrag=Decimal("1210.00"),
                    Tot_en_met=date(2026, 12, 1),
                    Notitie="belt  terug",
                )
            ],
            ["781f0305-95cb-5412-8105-299bec96d655"],
        ),
        (
            [row(2), row(3)],  # the same call twice
            ["f96ca080-e081-57c4-8aa3-7be9cbef80b8", "50246789-0896-5f46-803f-c82c42006ba1"],
        ),
    ],
    ids=["the least", "every column of then", "two equal rows"],
)
def test_a_row_of_before_the_new_columns_keeps_the_id_that_it_got_then(
    rows: list[TypedRow], ids: list[str]
) -> None:
    """The ids come from the first version of this program; a second one would be a second call."""
    assert [event.id for event in read(*rows)[0]] == ids


def test_each_new_column_makes_another_event_of_a_row() -> None:
    plan: dict[str, CellValue] = {"Gebeurtenis": "regeling", "Tot_en_met": date(2026, 12, 1)}
    rows = [
        row(),
        row(Uitkomst="bereikt"),
        row(Door="reached"),  # the same word in another column is another thing
        row(Sjabloon="reached"),
        row(Betreft="reached"),
        row(**plan),
        row(**plan, Termijnen="1-12-2026: 400"),
    ]
    assert len({read(typed)[0][0].id for typed in rows}) == len(rows)


def test_two_equal_rows_are_two_events() -> None:
    both, _ = read(row(2), row(3))
    ids = {event.id for event in both}
    assert len(ids) == 2

    # also when the run before has written in the Id of the first
    for event in both:
        assert {known.id for known in read(row(2), row(3, Id=event.id))[0]} == ids


def test_a_sheet_that_its_user_sorted_still_takes_back_what_was_taken_back() -> None:
    # a void of a void stands last, whatever the order and the dates of the rows
    log = (
        replace(LETTER, sequence=1),
        replace(void("v1", of=LETTER.id), sequence=2),
        replace(void("v2", of="v1", on=TODAY - timedelta(days=9)), sequence=3),
    )

    for rows in (on_sheet(log), on_sheet(log)[::-1]):
        restored = [entry.event for entry in events_of(rows)[0]]
        assert [event.id for event in standing(restored)] == [LETTER.id]


def test_rows_that_take_back_each_other_do_no_harm() -> None:
    events, problems = read(
        row(2, Id="a", Gebeurtenis="intrekking", Trekt_in="b"),
        row(3, Id="b", Gebeurtenis="intrekking", Trekt_in="a"),
    )

    assert problems == []
    assert {event.id for event in events} == {"a", "b"}
