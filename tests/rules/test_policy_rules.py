"""A policy as data: what is understood, and what each mistake says."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.policy_texts import CALL, DEMAND, REMINDER, TOP, read
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.findings import Severity
from xl_dunning.rules.policy import Action, Audience, Charge, DunningPolicy, Stage
from xl_dunning.rules.policy_rules import POLICY_KEYS, STAGE_KEYS, policy_from


def test_every_field_reaches_its_place() -> None:
    policy, findings = read(
        """
        name = "mijn"
        title = "Mijn beleid"
        source = "eigen werk"
        minimum_amount = 12.5
        minimum_interval = 5
        correction_days = 2

        [[stage]]
        key = "bellen"
        title = "Bellen"
        action = "call"
        after = 0
        skip_after = 3

        [[stage]]
        key = "aanmaning"
        title = "Aanmaning"
        action = "letter"
        template = "aanmaning"
        after = 10
        end_of_month = true
        wait = 8
        pay_within = 9
        for = "business"
        attach_invoice = true
        charge = "none"
        colour = "fdbe85"
        """
    )
    assert findings == ()
    assert policy == DunningPolicy(
        name="mijn",
        title="Mijn beleid",
        source="eigen werk",
        minimum_amount=Decimal("12.50"),
        minimum_interval=5,
        correction_days=2,
        stages=(
            Stage(key="bellen", title="Bellen", action=Action.CALL, after=0, skip_after=3),
            Stage(
                key="aanmaning",
                title="Aanmaning",
                action=Action.LETTER,
                template="aanmaning",
                after=10,
                end_of_month=True,
                wait=8,
                pay_within=9,
                audience=Audience.BUSINESS,
                attach_invoice=True,
                charge=Charge.NONE,
                colour="FDBE85",
            ),
        ),
    )


def test_what_is_left_out_has_the_default_of_the_design() -> None:
    policy, findings = read(TOP + REMINDER)
    assert findings == ()
    assert policy is not None
    assert policy.minimum_amount == Decimal(0)
    assert (policy.minimum_interval, policy.correction_days) == (7, 0)
    stage = policy.stages[0]
    assert (stage.wait, stage.pay_within, stage.end_of_month) == (None, 14, False)
    assert (stage.audience, stage.charge) == (Audience.ALL, Charge.NONE)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TOP + CALL.replace("10", "0"), id="the phone may ring on the due date"),
        pytest.param(TOP + REMINDER.replace("3", "1"), id="a letter from the day after it"),
        pytest.param(
            TOP + REMINDER + DEMAND.replace("18", "3"), id="two stages may start on one day"
        ),
        pytest.param(
            TOP
            + DEMAND.replace("18", '30\nfor = "consumer"')
            + REMINDER.replace("3", '3\nfor = "business"'),
            id="stages of different debtors have no order among them",
        ),
        pytest.param(
            TOP
            + REMINDER.replace("3", '3\nfor = "business"')
            + DEMAND.replace("18", "18\nwait = 10"),
            id="first for consumers, but second for businesses: it may wait",
        ),
        pytest.param("minimum_amount = 5\n" + TOP + REMINDER, id="an amount without a point"),
    ],
)
def test_a_possible_policy_is_accepted(text: str) -> None:
    policy, findings = read(text)
    assert policy is not None
    assert findings == ()


def test_all_mistakes_are_told_at_once() -> None:
    policy, findings = read(
        TOP.replace('"mijn"', "7")
        + "correction_days = 100\n"
        + REMINDER.replace("3", "0").replace('template = "herinnering"', "")
        + "kleur = 1\n"
        + DEMAND.replace('"letter"', '"brief"')
        + 'colour = "rood"'
    )
    assert policy is None
    assert [finding.code for finding in findings] == [
        "FIELD_NOT_TEXT",
        "FIELD_NOT_WHOLE",
        "FIELD_UNKNOWN",
        "STAGE_WITHOUT_TEMPLATE",
        "STAGE_LETTER_TOO_EARLY",
        "FIELD_NOT_ONE_OF",
        "STAGE_COLOUR",
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            TOP + CALL.replace('"call"', '"handover"') + DEMAND,
            'mijn.toml, aanmaning, action: deze brief komt na de overdracht in fase "bellen". Ga '
            "na of u na een overdracht zelf nog wilt schrijven.",
        ),
    ],
    ids=["a letter after the handover"],
)
def test_what_works_but_perhaps_not_as_hoped_is_a_warning(text: str, sentence: str) -> None:
    policy, findings = read(text)
    assert policy is not None
    assert [finding_text(finding) for finding in findings] == [sentence]
    assert findings[0].severity is Severity.WARNING


_ANYTHING = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals()
    | st.text(max_size=12)
    | st.dates()
    | st.lists(st.integers(), max_size=2)
    | st.sampled_from([*Action, *Audience, *Charge])
)


@given(
    top=st.dictionaries(st.sampled_from(POLICY_KEYS), _ANYTHING),
    stages=st.lists(st.dictionaries(st.sampled_from(STAGE_KEYS), _ANYTHING), max_size=3)
    | _ANYTHING,
)
def test_whatever_is_typed_gives_a_policy_or_sentences(
    top: dict[str, object], stages: object
) -> None:
    policy, findings = policy_from({**top, "stage": stages}, origin="mijn.toml")
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    assert (policy is None) is bool(errors)
    assert all(finding_text(finding) for finding in findings)
