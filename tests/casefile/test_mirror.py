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
    typed,
    unnumbered,
    void,
)
from xl_dunning.casefile.mirror import HEADERS, events_of, rows_of
from xl_dunning.casefile.rows import CellValue
from xl_dunning.casefile.words import NEEDS_AMOUNT, NEEDS_END
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.events import Channel, Event, EventKind, standing
from xl_dunning.rules.findings import Severity

NOT_TAKEN = " De rij is niet ingelezen en blijft op het blad staan."
CALL: dict[str, CellValue] = {
    "Datum": TODAY,
    "Debiteurnummer": "10023",
    "Gebeurtenis": "telefoon",
}

texts = st.text("abé €\n\"';=-", max_size=12).map(str.strip)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
amounts = st.decimals("-9999.99", "9999.99", places=2)


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
            )
        )
    return tuple(log)


def read(*rows: TypedRow) -> tuple[list[Event], list[str]]:
    mirrored, findings = events_of(rows, stage_titles={"Eerste herinnering": "herinnering"})
    assert all(finding.severity is Severity.ERROR for finding in findings)
    return [entry.event for entry in mirrored], [finding_text(finding) for finding in findings]


def row(number: int = 2, /, **changes: CellValue) -> TypedRow:
    return typed("Logboek", number, **{**CALL, **changes})


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
    }


def test_a_note_that_no_cell_can_hold_is_cut_on_the_sheet_only() -> None:
    (line,) = rows_of([replace(LETTER, note="x" * 40_000)])

    assert len(str(line[HEADERS.index("Notitie")])) == 32_000


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("brief", EventKind.LETTER),
        ("e-mail", EventKind.EMAIL),
        ("telefoon", EventKind.CALL),
        ("toezegging", EventKind.PROMISE),
        ("regeling", EventKind.PLAN),
        ("termijn", EventKind.INSTALMENT),
        ("betwisting", EventKind.DISPUTE),
        ("betwisting opgelost", EventKind.DISPUTE_CLOSED),
        ("blokkade", EventKind.BLOCK),
        ("vrijgave", EventKind.UNBLOCK),
        ("opschorting", EventKind.SUSPENSION),
        ("hervatting", EventKind.RESUME),
        ("betaling", EventKind.PAYMENT),
        ("creditering", EventKind.CREDIT),
        ("schikking", EventKind.SETTLEMENT),
        ("overdracht", EventKind.HANDOVER),
        ("juridisch", EventKind.LEGAL),
        ("stuiting", EventKind.INTERRUPTION),
        ("intrekking", EventKind.VOID),
        ("ingelezen", EventKind.IMPORTED),
        ("  E - Mail ", EventKind.EMAIL),  # spaced and in capitals
        ("Betwisting-opgelost", EventKind.DISPUTE_CLOSED),  # a hyphen for the blank
        ("call", EventKind.CALL),  # as in `log add`
        ("dispute-closed", EventKind.DISPUTE_CLOSED),
    ],
)
def test_the_words_for_what_happened(word: str, kind: EventKind) -> None:
    events, problems = read(
        row(
            Gebeurtenis=word,
            Factuurnummer="2026-0117",
            Bedrag=Decimal("10.00"),
            Tot_en_met=TODAY,
            Trekt_in="x",
        )
    )

    assert problems == []
    assert [event.kind for event in events] == [kind]


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"Fase": "herinnering"}, "stage", "herinnering"),  # the key
        ({"Fase": "eerste  Herinnering"}, "stage", "herinnering"),  # its title
        ({"Fase": "oude fase"}, "stage", "oude fase"),  # of a former policy: the staging judges
        ({"Kanaal": "E-mail"}, "channel", Channel.EMAIL),
        ({"Debiteurnummer": Decimal(10023)}, "debtor", "10023"),  # Excel made a number of it
        ({"Factuurnummer": Decimal("20260117.0")}, "invoice", "20260117"),
        ({"Datum": "3-4-2026"}, "on", date(2026, 4, 3)),  # typed in a text cell
        ({"Datum": "2026-04-03"}, "on", date(2026, 4, 3)),
        ({"Bedrag": "€ 1.234,5"}, "amount", Decimal("1234.50")),
        ({"Bedrag": "12.50"}, "amount", Decimal("12.50")),
        ({"Bedrag": Decimal("2.675")}, "amount", Decimal("2.68")),
    ],
)
def test_a_cell_is_read_as_it_was_meant(
    changes: dict[str, CellValue], field: str, value: object
) -> None:
    events, problems = read(row(**changes))

    assert problems == []
    assert [getattr(event, field) for event in events] == [value]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"Datum": None}, "kolom Datum: de datum ontbreekt. Vul de dag van de gebeurtenis in."),
        (
            {"Datum": "31-02-2026"},
            'kolom Datum: "31-02-2026" is geen datum. Typ dag-maand-jaar, zoals 31-12-2026.',
        ),
        (
            {"Datum": Decimal(46347)},  # a serial number that lost its format
            'kolom Datum: "46347" is geen datum. Typ dag-maand-jaar, zoals 31-12-2026.',
        ),
        (
            {"Debiteurnummer": " "},
            "kolom Debiteurnummer: het debiteurnummer ontbreekt. Vul het in.",
        ),
        (
            {"Factuurnummer": date(2026, 1, 17)},
            "kolom Factuurnummer: Excel heeft van dit nummer de datum 17-01-2026 gemaakt. Geef de "
            "cel de opmaak Tekst en typ het nummer opnieuw.",
        ),
        (
            {"Gebeurtenis": None},
            "kolom Gebeurtenis: de gebeurtenis ontbreekt. Vul in wat er gebeurde, zoals telefoon, "
            "toezegging, betwisting of betaling.",
        ),
        (
            {"Gebeurtenis": "gefaxt"},
            'kolom Gebeurtenis: de gebeurtenis "gefaxt" is onbekend. Kies bijvoorbeeld brief, '
            "e-mail, telefoon, toezegging, regeling, betwisting, blokkade of betaling.",
        ),
        (
            {"Kanaal": "fax"},
            'kolom Kanaal: het kanaal "fax" is onbekend. Kies post, e-mail of telefoon, of maak '
            "de cel leeg.",
        ),
        (
            {"Bedrag": "1.234"},  # a thousand, or one and a bit
            'kolom Bedrag: "1.234" is geen eenduidig bedrag. Typ het als 1234,56.',
        ),
        (
            {"Gebeurtenis": "intrekking"},
            "kolom Trekt in: bij deze intrekking staat niet wat zij intrekt. Vul het Id in van de "
            "rij die u wilt intrekken.",
        ),
        *(
            (
                {"Gebeurtenis": kind},  # without the day it would hold nothing back
                f"kolom Tot en met: bij deze {kind} staat niet tot en met welke dag zij loopt. "
                "Vul die dag in: tot dan gaan er geen brieven uit.",
            )
            for kind in ("toezegging", "regeling", "schikking")
        ),
        (
            {"Gebeurtenis": "betaling", "Factuurnummer": "2026-0117"},
            "kolom Bedrag: bij deze betaling ontbreekt het bedrag. Vul het in.",
        ),
        (
            {"Gebeurtenis": "creditering", "Bedrag": Decimal("10.00")},
            "kolom Factuurnummer: bij deze creditering ontbreekt het factuurnummer. Vul in welke "
            "factuur het betreft.",
        ),
    ],
)
def test_a_row_that_is_not_certain_is_named_and_not_taken(
    changes: dict[str, CellValue], said: str
) -> None:
    events, problems = read(row(14, **changes))

    assert events == []
    assert problems == [f"Blad Logboek, rij 14, {said}{NOT_TAKEN}"]


def test_all_that_is_wrong_with_a_row_is_said_at_once() -> None:
    _, problems = read(row(Datum="gisteren", Bedrag="veel", Kanaal="fax"))

    assert len(problems) == 3


def test_a_bad_row_holds_the_item_it_is_about() -> None:
    # it may well be a dispute: no letter until it is corrected
    _, (finding,) = events_of([row(Factuurnummer="2026-0117", Gebeurtenis="betwsting")])

    assert (finding.debtor, finding.invoice) == ("10023", "2026-0117")


def test_an_empty_row_is_nothing() -> None:
    assert read(typed("Logboek", Datum=None, Notitie=" ")) == ([], [])


def test_a_row_typed_by_hand_is_the_same_event_each_time_it_is_read() -> None:
    (first,), _ = read(row())
    (again,), _ = read(row(99))
    (other,), _ = read(row(Notitie="terugbellen"))

    assert first.id == again.id
    assert first.id != other.id


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
