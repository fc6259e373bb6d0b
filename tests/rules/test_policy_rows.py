"""A policy typed on the sheet Beleid: one row a stage, with Dutch headers and words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.findings import Place
from xl_dunning.rules.policy import Action, Audience
from xl_dunning.rules.policy_rows import (
    DUTCH_WORDS,
    POLICY_HEADERS,
    STAGE_HEADERS,
    policy_from_rows,
)
from xl_dunning.rules.policy_rules import POLICY_KEYS, STAGE_KEYS, WORDS

Row = dict[str, Any]

REMINDER: Row = {
    "Beleid": "eigen",
    "Minimumbedrag": Decimal("12.5"),
    "Fase": "herinnering",
    "Titel": "Herinnering",
    "Actie": "brief",
    "Sjabloon": "herinnering",
    "Na": Decimal(3),
    "Betalen binnen": "14 dagen",
    "Factuur bijvoegen": "ja",
    "Kleur": "FEEDDE",
}
CALL: Row = {
    "Fase": "bellen",
    "Titel": "Bellen",
    "Actie": "Bellen",
    "Na": Decimal(18),
    "Voor": "zakelijk",
    "Overslaan na": Decimal(5),
    "Kleur": Decimal(0),  # black, 000000, is a number to a cell
}


def places(count: int) -> list[Place]:
    return [Place(sheet="Beleid", row=2 + index) for index in range(count)]


def test_a_sheet_gives_a_policy() -> None:
    policy, findings = policy_from_rows([REMINDER, CALL], places=places(2))
    assert findings == ()
    assert policy is not None
    assert (policy.name, policy.title) == ("eigen", "eigen")
    assert policy.minimum_amount == Decimal("12.50")
    letter, call = policy.stages
    assert (letter.action, letter.after, letter.pay_within) == (Action.LETTER, 3, 14)
    assert letter.attach_invoice
    assert (call.action, call.audience, call.skip_after) == (Action.CALL, Audience.BUSINESS, 5)
    assert call.colour == "000000"


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("na", Decimal(9)),
        ("NA ", Decimal(9)),
        ("after", Decimal(9)),  # the name of the field in a file is a header too
        ("Na", "9"),  # typed in a cell that is text
    ],
)
def test_headers_and_numbers_may_be_typed_in_several_ways(header: str, value: object) -> None:
    row = {name: cell for name, cell in REMINDER.items() if name != "Na"}
    policy, findings = policy_from_rows([{**row, header: value}])
    assert findings == ()
    assert policy is not None
    assert policy.stages[0].after == 9


def test_what_holds_for_the_whole_policy_may_be_repeated_on_each_row() -> None:
    policy, findings = policy_from_rows([REMINDER, {**CALL, "Beleid": "eigen"}])
    assert policy is not None
    assert findings == ()


def test_without_a_name_it_is_called_beleid() -> None:
    row = {name: cell for name, cell in REMINDER.items() if name != "Beleid"}
    policy, _ = policy_from_rows([row])
    assert policy is not None
    assert policy.name == "beleid"


def test_a_row_without_anything_is_no_stage() -> None:
    policy, findings = policy_from_rows([REMINDER, dict.fromkeys(REMINDER, ""), CALL])
    assert findings == ()
    assert policy is not None
    assert len(policy.stages) == 2


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"Na": "drie"},
            'Blad Beleid, rij 2, kolom Na: "drie" is geen heel getal van 0 tot en met 3650. Vul '
            "zo'n getal in, in een bestand zonder aanhalingstekens.",
        ),
        (
            {"Actie": "mailen"},
            'Blad Beleid, rij 2, kolom Actie: "mailen" kan hier niet. Kies uit: brief, bellen, '
            "opschorten, betalingsvoorstel, overdracht, juridisch.",
        ),
        (
            {"Sjabloon": ""},
            "Blad Beleid, rij 2, kolom Sjabloon: een brief heeft een sjabloon nodig. Vul de naam "
            "in, bijvoorbeeld herinnering.",
        ),
        (
            {"Kleurtje": "rood"},
            "Blad Beleid, rij 2, kolom Kleurtje: dit veld kennen wij niet. Haal het weg of kijk "
            "na hoe het heet.",
        ),
        (
            {"Minimumbedrag": "veel"},
            'Blad Beleid: Minimumbedrag: "veel" is geen bedrag in hele centen van nul of meer. '
            "Vul een bedrag in, bijvoorbeeld 25,00; in een bestand 25.00, zonder "
            "aanhalingstekens.",
        ),
    ],
)
def test_a_mistake_leads_to_its_cell(change: Row, sentence: str) -> None:
    policy, findings = policy_from_rows([{**REMINDER, **change}], places=places(1))
    assert policy is None
    assert [finding_text(finding) for finding in findings] == [sentence]


def test_rows_that_contradict_each_other_about_the_policy_are_refused() -> None:
    policy, findings = policy_from_rows([REMINDER, {**CALL, "Beleid": "anders"}], places=places(2))
    assert policy is None
    assert [finding_text(finding) for finding in findings] == [
        'Blad Beleid, rij 3, kolom Beleid: hier staat "anders", maar een eerdere rij zegt '
        '"eigen". Dit geldt voor het hele beleid: vul het één keer in.'
    ]


def test_a_sheet_without_rows_is_no_policy() -> None:
    policy, findings = policy_from_rows([])
    assert policy is None
    assert [finding.code for finding in findings] == ["POLICY_WITHOUT_STAGES"]


def test_every_field_and_every_word_has_its_dutch_name() -> None:
    assert tuple(POLICY_HEADERS) == POLICY_KEYS
    assert tuple(STAGE_HEADERS) == STAGE_KEYS
    for key, words in WORDS.items():
        assert set(DUTCH_WORDS[key].values()) == set(words.values())
