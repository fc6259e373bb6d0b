"""Plans on the sheet Afspraken: their instalments, who agreed, and rows of before those columns."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.casefile.samples import TODAY
from tests.casefile.test_agreements import NOT_TAKEN, Log, row
from xl_dunning.casefile.agreements import agreement_events
from xl_dunning.casefile.rows import CellValue
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.events import Event, EventKind, Instalment, standing


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({}, "6d325dee-bfa7-50a9-92da-9d7d20827896"),
        (
            {"Soort": "regeling", "Bedrag": Decimal("250.00")},
            "2ff09370-a327-533c-abd2-3a0804cca93b",
        ),
    ],
)
def test_a_row_of_before_the_new_columns_keeps_its_id(
    changes: dict[str, CellValue], name: str
) -> None:
    """The ids come from the first version of this program: the agreement was recorded by it."""
    (event,), _ = agreement_events([row(**changes)], log=(), reference_date=TODAY)
    assert event.id == name


PLAN: dict[str, CellValue] = {
    "Soort": "regeling",
    "Tot_en_met": None,
    "Termijnen": "3 x 400 per maand vanaf 31-12-2026",
    "Door": " Jan ",
}


def test_a_plan_has_its_instalments_and_ends_with_the_last_of_them() -> None:
    (event,), findings = agreement_events([row(**PLAN)], log=(), reference_date=TODAY)

    assert findings == ()
    assert event == Event(
        id=event.id,
        on=date(2026, 11, 16),
        debtor="10023",
        invoice="2026-0117",
        kind=EventKind.PLAN,
        until=date(2027, 2, 28),
        note="belt zelf",
        schedule=tuple(
            Instalment(due_on=day, amount=Decimal("400.00"))
            for day in (date(2026, 12, 31), date(2027, 1, 31), date(2027, 2, 28))
        ),
        by="Jan",
    )


def test_the_same_instalments_spelled_otherwise_are_no_edit() -> None:
    log = Log()
    log.read(row(**PLAN))
    in_full = "31-12-2026: 400,00; 31-01-2027: 400,00; 28-02-2027: 400,00"

    assert log.read(row(**{**PLAN, "Termijnen": in_full})) == 0
    assert log.read(row(**{**PLAN, "Tot_en_met": date(2027, 2, 28)})) == 0


@pytest.mark.parametrize(
    "edit", [{"Termijnen": "4 x 300 per maand vanaf 31-12-2026"}, {"Door": "Piet"}]
)
def test_an_edit_of_a_new_column_replaces_the_plan(edit: dict[str, CellValue]) -> None:
    log = Log()
    log.read(row(**PLAN))

    assert log.read(row(**{**PLAN, **edit})) == 2
    (event,) = standing(log.events)
    assert (len(event.schedule), event.by) in {(4, "Jan"), (3, "Piet")}
    assert log.read(row(**{**PLAN, **edit})) == 0


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"Soort": "toezegging", "Termijnen": "1-12-2026: 400"},
            "kolom Termijnen: alleen een regeling heeft termijnen. Kies soort regeling, of maak "
            "de cel leeg.",
        ),
        (
            {"Soort": "regeling", "Termijnen": "drie keer 400"},
            'kolom Termijnen: "drie keer 400" is geen reeks termijnen. Typ bijvoorbeeld "3 x 400 '
            'per maand vanaf 1-12-2026", of elke termijn: "01-12-2026: 400,00; 01-01-2027: '
            '400,00".',
        ),
        (
            {"Soort": "regeling", "Termijnen": "2 x 400 per maand vanaf 1-12-2026"},
            "kolom Tot en met: de regeling eindigt op 01-12-2026, maar haar laatste termijn is op "
            "01-01-2027. Verbeter een van beide; of maak deze cel leeg: dan loopt zij tot en met "
            "die termijn.",
        ),
    ],
)
def test_a_plan_that_is_not_certain_is_named_and_not_taken(
    changes: dict[str, CellValue], said: str
) -> None:
    events, (finding,) = agreement_events([row(5, **changes)], log=(), reference_date=TODAY)

    assert events == ()
    assert finding_text(finding) == f"Blad Afspraken, rij 5, {said}{NOT_TAKEN}"
