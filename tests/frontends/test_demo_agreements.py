"""The demo shows what comes of phone calls and agreements: a few of everything."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from xl_dunning.frontends.demo import DemoResult, demo
from xl_dunning.frontends.todo_rows import todo_rows
from xl_dunning.rules.agreements.states import AgreementState
from xl_dunning.rules.agreements.todo import TodoKind
from xl_dunning.rules.events import EventKind, Outcome
from xl_dunning.rules.proposal import Decision

TODAY = date(2026, 11, 21)
RUNNING, BROKEN = AgreementState.RUNNING, AgreementState.BROKEN


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> DemoResult:
    return demo(tmp_path_factory.mktemp("demo") / "map", today=TODAY)


def of(made: DemoResult, debtor: str) -> Decision:
    """The first item of a debtor."""
    return next(
        decision for decision in made.result.proposal.decisions if decision.item.debtor == debtor
    )


@pytest.mark.parametrize(
    ("debtor", "kind", "states"),
    [
        ("10014", EventKind.PROMISE, [RUNNING]),
        ("10038", EventKind.PROMISE, [BROKEN]),
        ("10043", EventKind.PROMISE, [BROKEN, RUNNING]),  # promised once more after a broken one
        ("10044", EventKind.CALL, [RUNNING]),  # the money is said to be on its way
        ("10045", EventKind.SETTLEMENT, [RUNNING]),
        ("10015", EventKind.PLAN, [RUNNING]),
        ("10052", EventKind.PLAN, [AgreementState.LATE]),
        ("10054", EventKind.PLAN, [BROKEN]),
    ],
)
def test_agreements_stand_as_they_do_with_a_real_company(
    made: DemoResult, debtor: str, kind: EventKind, states: list[AgreementState]
) -> None:
    found = [each for each in made.result.proposal.agreements if each.event.debtor == debtor]
    assert [each.event.kind for each in found] == [kind] * len(states)
    assert [each.state for each in found] == states


@pytest.mark.parametrize(
    ("debtor", "details"),
    [
        ("10043", {"kind": "again"}),  # the reason says that it is the second time
        ("10044", {"kind": "under_way"}),
        ("10045", {"kind": "settlement"}),
        ("10048", {"kind": "again", "attempts": 2, "most": 3}),  # not reached twice
        ("10050", {"kind": "asked"}),
        ("10052", {"kind": "late", "number": 2}),
        ("10053", {"letter": "Factuur opnieuw"}),
        ("10054", {"letter": "Betalingsregeling vervallen"}),
        ("10055", {"letter": "Aankondiging opschorting"}),
    ],
)
def test_the_reason_of_an_item_tells_what_came_of_the_call(
    made: DemoResult, debtor: str, details: dict[str, object]
) -> None:
    told = of(made, debtor).details
    assert {name: told[name] for name in details} == details


def test_of_a_partly_disputed_invoice_the_rest_is_dunned(made: DemoResult) -> None:
    (notice,) = (
        letter.notice for letter in made.result.letters if letter.notice.debtor.number == "10046"
    )
    assert f"{notice.total}" == "459.80"
    assert f"{of(made, '10046').item.outstanding}" == "605.00"


@pytest.mark.parametrize(
    ("debtor", "template", "asked"),
    [
        ("10052", "regeling_herinnering", "1000.00"),
        ("10053", "factuur_opnieuw", "1185.80"),
        ("10055", "opschorting_aankondiging", "508.20"),
    ],
)
def test_letters_follow_from_the_log(
    made: DemoResult, debtor: str, template: str, asked: str
) -> None:
    (notice,) = (
        letter.notice for letter in made.result.letters if letter.notice.debtor.number == debtor
    )
    assert (notice.stage.template, f"{notice.principal}") == (template, asked)


def test_the_log_holds_calls_with_what_came_of_them(made: DemoResult) -> None:
    outcomes = {event.outcome for event in made.result.log if event.kind is EventKind.CALL}
    assert outcomes >= {
        Outcome.REACHED,
        Outcome.NOT_REACHED,
        Outcome.VOICEMAIL,
        Outcome.WRONG_NUMBER,
        Outcome.PLAN_ASKED,
        Outcome.UNDER_WAY,
        Outcome.NOT_RECEIVED,
    }


def test_there_is_something_to_do_besides_the_steps_of_the_policy(made: DemoResult) -> None:
    assert [(row.todo.kind, row.debtor) for row in todo_rows(made.result)] == [
        (TodoKind.PROMISE_BROKEN, "10038"),
        (TodoKind.PLAN_BROKEN, "10054"),
        (TodoKind.INSTALMENT_LATE, "10052"),
        (TodoKind.PLAN_ASKED, "10050"),
        (TodoKind.RESUME, "10051"),
        (TodoKind.DISPUTE_OVERDUE, "10047"),
        (TodoKind.WRONG_NUMBER, "10049"),
    ]


def test_the_calendar_shows_each_kind_of_agreement(made: DemoResult) -> None:
    header, *rows = openpyxl.load_workbook(made.result.output)["Termijnen"].values
    kind, state = header.index("Soort"), header.index("Stand")
    assert {(row[kind], row[state]) for row in rows} == {
        ("betwisting", "te laat"),
        ("betwisting", "loopt"),
        ("blokkade", "loopt"),
        ("uitstel", "loopt"),
        ("toezegging", "loopt"),
        ("toezegging", "niet nagekomen"),
        ("betaling onderweg", "loopt"),
        ("schikking", "loopt"),
        ("termijn 1 van 2", "loopt"),
        ("termijn 2 van 2", "loopt"),
        ("termijn 1 van 3", "betaald"),
        ("termijn 2 van 3", "te laat"),
        ("termijn 2 van 3", "niet nagekomen"),
        ("termijn 3 van 3", "loopt"),
        ("termijn 3 van 3", "vervallen"),
    }


def test_what_was_agreed_stands_on_the_sheets_as_a_user_types_it(made: DemoResult) -> None:
    header, *rows = openpyxl.load_workbook(made.list)["Afspraken"].values
    agreed = [dict(zip(header, row, strict=True)) for row in rows]
    (plan,) = (row for row in agreed if row["Debiteurnummer"] == "10015")
    assert (plan["Termijnen"], plan["Door"]) == ("01-12-2026: 847,00; 31-12-2026: 847,00", "Marit")
    header, *rows = openpyxl.load_workbook(made.list)["Logboek"].values
    said = {dict(zip(header, row, strict=True))["Uitkomst"] for row in rows}
    assert {"niet bereikt", "voicemail", "verkeerd nummer", "regeling gevraagd"} <= said
