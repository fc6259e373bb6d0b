"""The facts of a 14-dagenbrief, point by point: one that is wrong keeps the letter inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.letters.charged import (
    ANNOUNCED,
    ANNOUNCED_WITH_VAT,
    B5,
    CONSUMER,
    LINES,
    charged_notice,
    first_reminder_be,
    fourteen_day,
    with_interest,
)
from tests.letters.factory import COMPANY, PAY_BY, STAGES, TODAY, item
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.events import Channel
from xl_dunning.rules.figures import Bracket, CostScale, Ground
from xl_dunning.rules.findings import Severity
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.letter_checks import (
    law_problems,
    validate_first_reminder_be,
    validate_fourteen_day,
)
from xl_dunning.rules.money import euro
from xl_dunning.rules.proposal import Charges, Decision, Notice, Owed, Reason
from xl_dunning.rules.settings import Creditor

SCALE = CostScale(
    valid_from=date(2012, 7, 1),
    brackets=(
        Bracket(above=euro(0), fixed=euro(0), percent=Decimal(15)),
        Bracket(above=euro(2500), fixed=euro(375), percent=Decimal(10)),
    ),
    minimum=euro(40),
    maximum=euro(6775),
    ground=Ground(article="art. 2", source="Besluit BIK", checked_on=TODAY),
)


def found(
    notice: Notice,
    *,
    creditor: Creditor = COMPANY,
    vat_percent: Decimal | None = None,
    last_day: date | None = None,
    others: Sequence[Decision] = (),
) -> list[str]:
    findings = validate_fourteen_day(
        notice,
        creditor=creditor,
        reference_date=TODAY,
        scale=SCALE,
        vat_percent=vat_percent,
        last_day=last_day,
        others=others,
    )
    return [
        finding.code.removeprefix("FOURTEEN_DAY_")
        + ("" if finding.severity is Severity.ERROR else "?")
        for finding in findings
    ]


@pytest.mark.parametrize(
    "notice",
    [
        fourteen_day(),
        # an unknown kind is protected as a consumer
        fourteen_day(debtor=replace(CONSUMER, kind=None)),
        fourteen_day(channel=Channel.EMAIL),
        # default that begins on this very day has begun
        fourteen_day(default_since=TODAY),
        # interest that is due already may stand apart in the letter
        fourteen_day(
            replace(ANNOUNCED, interest=Decimal("987.44")),
            lines=LINES,
        ),
        # a credit lowers the principal: 735.54 - 535.54 = 200, and 15 % of that is below 40
        replace(
            fourteen_day(Charges(announced_costs=Decimal("40.00"))),
            credits=(item("CN-1", open_="-535.54", ref=9),),
        ),
    ],
)
def test_a_right_letter_passes(notice: Notice) -> None:
    assert found(notice) == []


@pytest.mark.parametrize(
    ("notice", "codes"),
    [
        # 1: a consumer
        (fourteen_day(debtor=replace(CONSUMER, kind=DebtorKind.BUSINESS)), ["NOT_CONSUMER"]),
        # 2: default has begun, for every item
        (fourteen_day(default_since=None), ["NO_DEFAULT", "NO_DEFAULT"]),
        (fourteen_day(default_since=date(2026, 11, 22)), ["DEFAULT_LATER", "DEFAULT_LATER"]),
        # 4: the exact amount, over the sum: not 2 x 40, not the minimum, not a cent more
        (fourteen_day(Charges(announced_costs=Decimal("115.00"))), ["COSTS_WRONG"]),
        (fourteen_day(Charges(announced_costs=Decimal("110.34"))), ["COSTS_WRONG"]),
        (fourteen_day(Charges()), ["COSTS_WRONG"]),
        # RBAMS:2020:3212: never over interest: 15 % of 735.54 + 987.44
        (
            fourteen_day(
                Charges(announced_costs=Decimal("258.45"), interest=Decimal("987.44")), lines=LINES
            ),
            ["COSTS_WRONG"],
        ),
        # 5: VAT that this creditor may not add
        (fourteen_day(ANNOUNCED_WITH_VAT), ["VAT_WRONG"]),
        # 9: something must be left to pay, and interest must be explained
        (
            replace(fourteen_day(), credits=(item("CN-1", open_="-735.54", ref=9),)),
            ["NOTHING_OPEN"],
        ),
        (fourteen_day(replace(ANNOUNCED, interest=Decimal("1.00"))), ["INTEREST_WRONG"]),
        (replace(fourteen_day(), currency="USD"), ["NOT_EURO"]),
        # 10: nothing of the costs is claimed yet
        (fourteen_day(replace(ANNOUNCED, costs=Decimal("40.00"))), ["COSTS_CHARGED"]),
        (fourteen_day(replace(ANNOUNCED, vat=Decimal("8.40"))), ["COSTS_CHARGED"]),
        # 11: a phone call proves nothing
        (fourteen_day(channel=Channel.PHONE), ["CHANNEL"]),
        (fourteen_day(law="be"), ["NOT_DUTCH"]),
    ],
)
def test_each_point_that_is_wrong_is_told(notice: Notice, codes: list[str]) -> None:
    assert found(notice) == codes


@pytest.mark.parametrize(
    ("charges", "codes"),
    [
        # B27: 21 % of 110.33 is 23.17
        (ANNOUNCED_WITH_VAT, []),
        (replace(ANNOUNCED, announced_vat=Decimal("23.16")), ["VAT_WRONG"]),
        # it may, it need not
        (ANNOUNCED, []),
    ],
)
def test_vat_is_exact_where_it_may_be_added(charges: Charges, codes: list[str]) -> None:
    assert found(fourteen_day(charges), vat_percent=Decimal(21)) == codes


@pytest.mark.parametrize(
    ("last_day", "codes"),
    [(PAY_BY, []), (date(2026, 12, 8), ["PAY_BY_EARLY"]), (date(2026, 12, 4), [])],
)
def test_the_logged_day_to_pay_is_never_before_the_end_of_the_term(
    last_day: date, codes: list[str]
) -> None:
    assert found(fourteen_day(), last_day=last_day) == codes


def test_an_account_that_is_none_is_refused() -> None:
    assert found(fourteen_day(), creditor=replace(COMPANY, iban="NL91")) == ["ACCOUNT"]


def other(**changes: object) -> Decision:
    """A third invoice of the same debtor, not in the letter."""
    (decision,) = fourteen_day(items=(item("2026-0203", ref=3),)).decisions
    return replace(decision, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("decision", "codes"),
    [
        # 3: all claims that are due for this letter are in it
        (other(), ["CLAIM_LEFT_OUT"]),
        # one at an earlier stage, in default already: told, for its costs may not be apart
        (other(reason=Reason.TOO_EARLY, next_stage=STAGES[0]), ["CLAIM_LATER?"]),
        (other(next_stage=STAGES[0]), ["CLAIM_LATER?"]),
        # one that is held for a reason does not belong in the letter
        (other(reason=Reason.DISPUTED), []),
        # one that had this letter before
        (other(reason=Reason.TOO_EARLY, next_stage=STAGES[-1]), []),
        # not yet in default
        (other(reason=Reason.TOO_EARLY, next_stage=STAGES[0], owed=Owed()), []),
        # of somebody else, or in another currency
        (other(item=item("2026-0203", ref=3, debtor="7")), []),
        (other(item=item("2026-0203", ref=3, currency="USD")), []),
    ],
)
def test_claims_that_belong_in_the_letter_are_missed(decision: Decision, codes: list[str]) -> None:
    letter = fourteen_day(debtor=replace(CONSUMER, number="10023"))
    assert found(letter, others=(*letter.decisions, decision)) == codes


@pytest.mark.parametrize(
    ("notice", "wrong"),
    [
        (fourteen_day(), False),
        (fourteen_day(law="be"), True),
        (with_interest("stuiting", law="be"), True),
        (first_reminder_be(), False),
        (first_reminder_be(law="nl"), True),
        (charged_notice("tweede_herinnering_be"), True),
        # these mean the same on both sides of the border
        (with_interest("sommatie", law="be"), False),
    ],
)
def test_a_letter_of_the_other_law_is_refused(notice: Notice, wrong: bool) -> None:
    assert [finding.code for finding in law_problems([notice, notice])] == (
        ["LETTER_OF_OTHER_LAW"] if wrong else []
    )


@pytest.mark.parametrize(
    ("notice", "creditor", "codes"),
    [
        (first_reminder_be(), COMPANY, []),
        (
            first_reminder_be(charges=Charges(costs=Decimal("20.00"))),
            COMPANY,
            ["FIRST_REMINDER_BE_NOT_FREE"],
        ),
        (first_reminder_be(), replace(COMPANY, kvk=" "), ["FIRST_REMINDER_BE_NO_NUMBER"]),
        (
            first_reminder_be(items=[replace(B5[0], description="")]),
            COMPANY,
            ["FIRST_REMINDER_BE_NO_PRODUCT"],
        ),
    ],
)
def test_the_belgian_first_reminder_is_free_and_complete(
    notice: Notice, creditor: Creditor, codes: list[str]
) -> None:
    findings = validate_first_reminder_be(notice, creditor=creditor)
    assert [finding.code for finding in findings] == codes


def test_the_user_reads_which_amount_should_have_stood_there() -> None:
    wrong = fourteen_day(Charges(announced_costs=Decimal("115.00")))
    (finding,) = validate_fourteen_day(wrong, creditor=COMPANY, reference_date=TODAY, scale=SCALE)
    assert finding_text(finding) == (
        "De 14-dagenbrief aan debiteur 20417 noemt €\N{NO-BREAK SPACE}115,00 aan kosten; over "
        "€\N{NO-BREAK SPACE}735,54 moet dat precies €\N{NO-BREAK SPACE}110,33 zijn. Geef dit door "
        "aan de beheerder van het programma."
    )
