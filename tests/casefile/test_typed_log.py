"""What a user types on the sheet Logboek is understood with certainty, or named and not taken."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.casefile.samples import TODAY, typed
from tests.casefile.typed_log import read, row
from xl_dunning.casefile.mirror import events_of
from xl_dunning.casefile.rows import CellValue
from xl_dunning.casefile.words import OUTCOME_WORDS
from xl_dunning.rules.events import Channel, EventKind, Instalment, Outcome

NOT_TAKEN = " De rij is niet ingelezen en blijft op het blad staan."


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
        ({"Datum": date(2026, 4, 3)}, "on", date(2026, 4, 3)),
        ({"Bedrag": Decimal("2.675")}, "amount", Decimal("2.68")),
        ({"Uitkomst": "Niet  bereikt"}, "outcome", Outcome.NOT_REACHED),
        ({"Uitkomst": "not-reached"}, "outcome", Outcome.NOT_REACHED),  # as in `log add`
        ({"Uitkomst": "factuur-niet-ontvangen"}, "outcome", Outcome.NOT_RECEIVED),
        ({"Door": " Jan de Wit "}, "by", "Jan de Wit"),
        (
            {"Gebeurtenis": "regeling", "Termijnen": "2 x 400 per maand vanaf 31-12-2026"},
            "schedule",
            (
                Instalment(due_on=date(2026, 12, 31), amount=Decimal("400.00")),
                Instalment(due_on=date(2027, 1, 31), amount=Decimal("400.00")),
            ),
        ),
        (
            # its last instalment is its end, unless the user gives a later one
            {"Gebeurtenis": "regeling", "Termijnen": "2 x 400 per maand vanaf 31-12-2026"},
            "until",
            date(2027, 1, 31),
        ),
        (
            {
                "Gebeurtenis": "regeling",
                "Termijnen": "1-12-2026: 400",
                "Tot_en_met": date(2027, 2, 1),
            },
            "until",
            date(2027, 2, 1),
        ),
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
            {"Uitkomst": "weggedrukt"},
            'kolom Uitkomst: de uitkomst "weggedrukt" is onbekend. Kies bereikt, niet bereikt, '
            "voicemail, verkeerd nummer, factuur niet ontvangen, betwist, toezegging, regeling "
            "gevraagd of betaling onderweg.",
        ),
        (
            {"Gebeurtenis": "brief", "Uitkomst": "bereikt"},
            'kolom Uitkomst: de uitkomst "bereikt" hoort bij een telefoongesprek. Maak van de '
            "gebeurtenis telefoon, of maak deze cel leeg.",
        ),
        (
            {"Uitkomst": "toezegging"},  # no day to hold back until
            "kolom Tot en met: bij deze toezegging staat niet tot en met welke dag zij loopt. "
            "Vul die dag in: tot dan gaan er geen brieven uit.",
        ),
        (
            {"Gebeurtenis": "regeling", "Termijnen": "drie keer 400"},
            'kolom Termijnen: "drie keer 400" is geen reeks termijnen. Typ bijvoorbeeld "3 x 400 '
            'per maand vanaf 1-12-2026", of elke termijn: "01-12-2026: 400,00; 01-01-2027: '
            '400,00".',
        ),
        (
            {"Termijnen": "1-12-2026: 400"},
            "kolom Termijnen: alleen een regeling heeft termijnen. Maak van de gebeurtenis "
            "regeling, of maak deze cel leeg.",
        ),
        (
            {
                "Gebeurtenis": "regeling",
                "Tot_en_met": date(2026, 12, 1),
                "Termijnen": "2 x 400 per maand vanaf 1-12-2026",
            },
            "kolom Tot en met: de regeling eindigt op 01-12-2026, maar haar laatste termijn is op "
            "01-01-2027. Verbeter een van beide; of maak deze cel leeg: dan loopt zij tot en met "
            "die termijn.",
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


@pytest.mark.parametrize("word", list(OUTCOME_WORDS.values()))
def test_the_words_for_what_came_of_a_call(word: str) -> None:
    events, problems = read(row(Uitkomst=word, Tot_en_met=TODAY))

    assert problems == []
    assert [OUTCOME_WORDS[event.outcome] for event in events if event.outcome] == [word]


def test_what_was_recorded_is_read_back_as_it_was_however_odd() -> None:
    """A row with an Id is what the log holds; only what is typed anew is judged."""
    odd = row(
        Id="1",
        Gebeurtenis="brief",
        Uitkomst="toezegging",
        Termijnen="01-12-2026: 400,00",
    )
    ((event,), problems) = read(odd)

    assert problems == []
    assert (event.outcome, len(event.schedule), event.until) == (Outcome.PROMISED, 1, None)


def test_all_that_is_wrong_with_a_row_is_said_at_once() -> None:
    _, problems = read(row(Datum="gisteren", Bedrag="veel", Kanaal="fax"))

    assert len(problems) == 3


def test_a_bad_row_holds_the_item_it_is_about() -> None:
    # it may well be a dispute: no letter until it is corrected
    _, (finding,) = events_of([row(Factuurnummer="2026-0117", Gebeurtenis="betwsting")])

    assert (finding.debtor, finding.invoice) == ("10023", "2026-0117")


def test_an_empty_row_is_nothing() -> None:
    assert read(typed("Logboek", Datum=None, Notitie=" ")) == ([], [])
