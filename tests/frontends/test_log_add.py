"""What ``log add`` takes and refuses: outcomes of calls, instalments of plans, and who did it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.acceptance.company import Outcome as Screen
from tests.acceptance.company import cli
from xl_dunning.casefile.store import open_casefile
from xl_dunning.casefile.words import OUTCOME_WORDS
from xl_dunning.frontends.logbook import Entry, add_event
from xl_dunning.rules.events import Event, EventKind, Instalment, Outcome
from xl_dunning.rules.findings import Refusal

PLAN = "3 x 400 per maand vanaf 31-12-2026"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return tmp_path / "dossier.db"


def add(dossier: Path, kind: str, *more: str) -> Screen:
    return cli(
        *("log", "add", kind, "--debtor", "10023", "--date", "21-11-2026"),
        *("--casefile", dossier, *more),
    )


def recorded(dossier: Path) -> tuple[Event, ...]:
    return open_casefile(str(dossier), create=False).events()


@pytest.mark.parametrize("outcome", list(Outcome))
def test_each_outcome_of_a_call_is_recorded_and_shown(dossier: Path, outcome: Outcome) -> None:
    screen = add(dossier, "call", "--outcome", outcome, "--until", "1-12-2026", "--by", " Jan ")

    assert (screen.code, screen.err) == (0, "")
    (event,) = recorded(dossier)
    assert (event.kind, event.outcome, event.by) == (EventKind.CALL, outcome, "Jan")
    assert screen.out == (
        f"Vastgelegd: 21-11-2026, debiteur 10023, telefoon, {OUTCOME_WORDS[outcome]}, tot en met "
        "01-12-2026, door Jan\n"
    )


def test_a_plan_has_its_instalments_and_runs_up_to_the_last(dossier: Path) -> None:
    screen = add(dossier, "plan", "--instalments", PLAN)

    (event,) = recorded(dossier)
    assert event.schedule == tuple(
        Instalment(due_on=day, amount=Decimal("400.00"))
        for day in (date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28))
    )
    assert event.until == date(2027, 2, 28)
    assert screen.out == (
        "Vastgelegd: 21-11-2026, debiteur 10023, regeling, tot en met 28-02-2027, termijnen "
        "31-12-2026: 400,00; 31-01-2027: 400,00; 28-02-2027: 400,00\n"
    )
    assert cli("log", "list", "--casefile", dossier).out.endswith(screen.out.split(": ", 1)[1])


def test_a_plan_may_run_longer_than_its_instalments(dossier: Path) -> None:
    add(dossier, "plan", "--instalments", PLAN, "--until", "5-3-2027")
    assert [event.until for event in recorded(dossier)] == [date(2027, 3, 5)]


def test_whoever_placed_a_block_is_kept(dossier: Path) -> None:
    add(dossier, "block", "--by", "mevrouw De Boer", "--note", "in overleg")
    assert [(event.by, event.note) for event in recorded(dossier)] == [
        ("mevrouw De Boer", "in overleg")
    ]


REFUSED = [
    (
        "promise",
        ("--outcome", "reached", "--until", "1-12-2026"),
        "Een uitkomst (--outcome) hoort bij een telefoongesprek. Leg haar vast met “xl-dunning log"
        " add call”. Er is niets vastgelegd.",
    ),
    (
        "call",
        ("--outcome", "promised"),
        "Bij deze uitkomst hoort een dag: tot wanneer de klant heeft toegezegd te betalen. Vul"
        " --until in. Er is niets vastgelegd.",
    ),
    (
        "promise",
        ("--instalments", PLAN, "--until", "1-12-2026"),
        "Alleen een regeling (plan) heeft termijnen. Laat --instalments weg, of leg een regeling"
        " vast. Er is niets vastgelegd.",
    ),
    (
        "plan",
        ("--instalments", "drie keer 400"),
        "“drie keer 400” is geen reeks termijnen. Typ bijvoorbeeld “3 x 400 per maand vanaf"
        " 1-12-2026”. Er is niets vastgelegd.",
    ),
    (
        "plan",
        ("--instalments", PLAN, "--until", "1-1-2027"),
        "De regeling zou eindigen op 01-01-2027, maar haar laatste termijn is op 28-02-2027. Laat"
        " --until weg: dan loopt zij tot en met die termijn. Er is niets vastgelegd.",
    ),
    (
        "plan",
        (),
        "Bij een regeling hoort een einddatum. Vul --until in, bijvoorbeeld --until 31-12-2026."
        " Er is niets vastgelegd.",
    ),
]


@pytest.mark.parametrize(("kind", "words", "said"), REFUSED)
def test_what_can_not_be_meant_is_refused_and_not_recorded(
    dossier: Path, kind: str, words: tuple[str, ...], said: str
) -> None:
    screen = add(dossier, kind, *words)

    assert (screen.code, screen.out, screen.err) == (1, "", f"{said}\n")
    assert recorded(dossier) == ()


def test_a_word_that_is_no_outcome_is_a_usage_error(dossier: Path) -> None:
    screen = add(dossier, "call", "--outcome", "weggedrukt")
    assert (screen.code, screen.out) == (2, "")
    assert "weggedrukt" in screen.err
    assert "not-reached" in screen.err


def test_the_python_door_refuses_the_same(dossier: Path) -> None:
    entry = Entry(kind=EventKind.PLAN, debtor="10023", on=date(2026, 11, 21), schedule=PLAN)
    add_event(entry, casefile=str(dossier))
    with pytest.raises(Refusal, match="LOG_SCHEDULE_WRONG"):
        add_event(replace(entry, schedule="drie"), casefile=str(dossier))
    assert len(recorded(dossier)) == 1
