"""The worksheet functions give in Calc what the pure rules give, to the cent and the day."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

import pytest

from tests.excel.calc import MODULE, compute, from_serial, serial
from tests.office.calc import Office
from xl_dunning.frontends import functions
from xl_dunning.policies.loader import load_policy
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.money import euro

pytestmark = pytest.mark.office

UNKNOWN, INVALID = "niet bekend", "ongeldig"
CASES = 400
KINDS = ("consument", "zakelijk", "")
COUNTRIES = ("nl", "be")


def amounts(seed: int) -> list[Decimal]:
    """Amounts as people have them, half cents among them; the last ones are as large as can be."""
    dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
    found = [Decimal(dice.randrange(1, 10 ** dice.randrange(2, 9))) / 100 for _ in range(CASES)]
    found += [Decimal(dice.randrange(1, 10**6)) / 100 + Decimal("0.005") for _ in range(60)]
    return [*found, Decimal("0.01"), Decimal("1.005"), Decimal("2.675"), Decimal(10) ** 9]


def days(seed: int, first: date, last: date) -> Callable[[], date]:
    dice = random.Random(seed)  # noqa: S311
    return lambda: first + timedelta(days=dice.randrange((last - first).days))


def answer(ask: Callable[[], object]) -> object:
    try:
        return ask()
    except Refusal:
        return UNKNOWN


def shown(value: str | float) -> object:
    return value if isinstance(value, str) else euro(repr(value))


def test_interest_equals_the_rules_over_leap_years_and_changes_of_the_rate(office: Office) -> None:
    day = days(1, date(1995, 1, 1), date(2028, 1, 1))
    asked: list[tuple[Decimal, date, date, str, str]] = []
    for number, amount in enumerate(amounts(1)):
        due, until = sorted((day(), day()))
        if number % 10 == 0:
            due = date(2020, 2, 28) + timedelta(days=number % 3)  # a first day of 29 February
            until = due + timedelta(days=365 + number)
        asked.append((amount, due, until, KINDS[number % 3], COUNTRIES[number % 5 == 0]))
    found = compute(
        office,
        [
            f'=WETTELIJKE_RENTE({amount};{serial(due)};{serial(until)};"{kind}";"{law}")'
            for amount, due, until, kind, law in asked
        ],
    )
    wanted = [answer(partial(functions.wettelijke_rente, *question)) for question in asked]
    differ = [
        (question, told, right)
        for question, told, right in zip(asked, map(shown, found), wanted, strict=True)
        if told != right
    ]
    assert differ == []
    assert sum(right != UNKNOWN for right in wanted) > CASES / 2


def test_costs_equal_the_rules_at_every_edge_of_the_scale(office: Office) -> None:
    edges = [
        Decimal(step) + cent
        for step in (1, 266, 2500, 5000, 10000, 200000, 990000)
        for cent in (Decimal("-0.01"), Decimal(0), Decimal("0.01"))
    ]
    day = days(2, date(2011, 1, 1), date(2030, 1, 1))
    asked = [
        (amount, day(), KINDS[number % 3], COUNTRIES[number % 7 == 0])
        for number, amount in enumerate([*edges * 3, *amounts(2)])
    ]
    found = compute(
        office,
        [
            f'=INCASSOKOSTEN({amount};{serial(on)};"{kind}";"{law}")'
            for amount, on, kind, law in asked
        ],
    )
    wanted = [answer(partial(functions.incassokosten, *question)) for question in asked]
    assert [
        (question, told, right)
        for question, told, right in zip(asked, map(shown, found), wanted, strict=True)
        if told != right
    ] == []


def test_pay_by_dates_are_the_same_working_days(office: Office) -> None:
    day = days(3, date(2000, 1, 1), date(2050, 11, 1))
    asked = [(day(), number % 31, COUNTRIES[number % 2]) for number in range(CASES)]
    asked += [(date(2026, 12, 11), 14, law) for law in COUNTRIES]
    found = compute(
        office, [f'=UITERSTE_BETAALDATUM({serial(on)};{n};"{law}")' for on, n, law in asked]
    )
    wanted = [functions.uiterste_betaaldatum(*question) for question in asked]
    assert [from_serial(float(each)) for each in found] == wanted


@pytest.mark.parametrize("name", ["standaard", "vier-stappen", "volhardend"])
def test_the_stage_is_that_of_the_policy_on_the_sheet(name: str, office: Office) -> None:
    policy = load_policy(name)
    rows: list[list[object]] = [
        ["Fase", "Titel", "Na", "Einde maand", "Voor", "Recht", "Zonder afspraak", "Correctiedagen"]
    ]
    words = {"all": "alle", "consumer": "consument", "business": "zakelijk"}
    rows += [
        [
            stage.key,
            stage.title,
            stage.after,
            "ja" if stage.end_of_month else "nee",
            words[stage.audience.value],
            stage.law,
            "ja" if stage.without_term else "",
            policy.correction_days,
        ]
        for stage in policy.stages
    ]
    due = date(2026, 1, 15)
    asked = [
        (due, due + timedelta(days=late), kind, "nl") for late in range(0, 90, 2) for kind in KINDS
    ]
    found = compute(
        office,
        [
            f'=AANMAANFASE({serial(on)};{serial(as_of)};"{kind}";"{law}")'
            for on, as_of, kind, law in asked
        ],
        sheets={"Beleid": rows},  # type: ignore[dict-item]
    )
    assert found == [
        functions.aanmaanfase(on, as_of, beleid=policy, soort=kind, recht=law)
        for on, as_of, kind, law in asked
    ]
    assert len(set(found)) > 2


QUESTIONS = [
    ("=DAGEN_TE_LAAT(46000;46012)", 12.0, "after the due date"),
    ("=DAGEN_TE_LAAT(46000;46000)", 0.0, "on the due date nothing is late"),
    ("=DAGEN_TE_LAAT(46000;45000)", 0.0, "never below zero"),
    ('=DAGEN_TE_LAAT("1-1-2026";46000)', INVALID, "a text is no day: which order would it be?"),
    ("=DAGEN_TE_LAAT(Z99;46000)", INVALID, "an empty cell is no day"),
    ("=WETTELIJKE_RENTE(1000;46000;60000)", UNKNOWN, "a rate that nobody knows yet"),
    ("=WETTELIJKE_RENTE(1000;20000;46000)", UNKNOWN, "before the first known rate"),
    ('=WETTELIJKE_RENTE(1000;45000;46000;"consument";"be")', UNKNOWN, "only as agreed"),
    ("=WETTELIJKE_RENTE(-1;45000;46000)", INVALID, "a credit note bears no interest"),
    ('=WETTELIJKE_RENTE(1000;45000;46000;"vereniging")', INVALID, "an unknown kind is not guessed"),
    ('=WETTELIJKE_RENTE(1000;45000;46000;"zakelijk";"de")', INVALID, "nor an unknown law"),
    ("=WETTELIJKE_RENTE(1/0;45000;46000)", "#DIV/0!", "an error stays one"),
    ("=INCASSOKOSTEN(0;46000)", 0.0, "nothing is owed over nothing"),
    ("=INCASSOKOSTEN(100;40000)", UNKNOWN, "before the scale was there"),
    ("=INCASSOKOSTEN(2000000000;46000)", INVALID, "more than is counted exactly"),
    ("=UITERSTE_BETAALDATUM(46000;1,5)", INVALID, "half a day"),
    ("=UITERSTE_BETAALDATUM(70000;14)", UNKNOWN, "no holidays are known so far away"),
    ("=AANMAANFASE(46000;46100)", UNKNOWN, "there is no sheet Beleid"),
]


def test_what_is_not_known_or_not_valid_gives_a_word_and_never_a_figure(office: Office) -> None:
    found = compute(office, [formula.replace("1,5", "1.5") for formula, _, _ in QUESTIONS])
    assert dict(zip((why for _, _, why in QUESTIONS), found, strict=True)) == {
        why: wanted for _, wanted, why in QUESTIONS
    }


def test_a_country_that_is_not_given_is_that_of_the_settings(office: Office) -> None:
    formula = (
        f'=WETTELIJKE_RENTE(1000;{serial(date(2024, 1, 1))};{serial(date(2026, 1, 1))};"zakelijk")'
    )
    (found,) = compute(
        office, [formula], sheets={"Instellingen": [["Sleutel", "Waarde"], ["rechtsstelsel", "be"]]}
    )
    asked = (Decimal(1000), date(2024, 1, 1), date(2026, 1, 1), "zakelijk")
    assert shown(found) == functions.wettelijke_rente(*asked, "be")
    assert shown(found) != functions.wettelijke_rente(*asked, "nl")


def test_no_figure_of_the_law_stands_in_the_text_of_the_functions() -> None:
    text = MODULE.read_text(encoding="cp1252")
    assert [figure for figure in ("10.4", "6775", "2500", "0.15", "40.00") if figure in text] == []
    assert text.isascii()
