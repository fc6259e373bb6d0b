"""The worked examples of tests/cases, one by one: what goes in and what must come out."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from xl_dunning.law.calendar import is_holiday, is_working_day
from xl_dunning.law.loader import load_law
from xl_dunning.rules.claim import CostsDue, Payment, allocate, claim
from xl_dunning.rules.claim_question import ClaimQuestion, LetterSent
from xl_dunning.rules.costs import costs_by_scale, reminder_fee, vat_on_costs
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.deadlines import letter_deadline
from xl_dunning.rules.events import Channel
from xl_dunning.rules.figures import Ground, Rate, RateTable, in_force
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.instalments import paid_of_each, split
from xl_dunning.rules.interest import (
    DayCount,
    InterestLine,
    InterestTerms,
    total_interest,
)
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import total
from xl_dunning.rules.prescription import prescription
from xl_dunning.rules.single_claim import answer

Case = Mapping[str, Any]

FOLDER = Path(__file__).parent.parent / "cases"
CASES = {
    f"{path.stem}: {case['id']}": case
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
}
LATER = date(2026, 11, 21)


def money(texts: Mapping[str, str]) -> dict[str, Decimal]:
    return {name: Decimal(text) for name, text in texts.items()}


def payments(case: Case) -> tuple[Payment, ...]:
    return tuple(
        Payment(on=paid["on"], amount=Decimal(paid["amount"])) for paid in case.get("payments", [])
    )


def check_lines(case: Case, lines: tuple[InterestLine, ...]) -> None:
    """Every line that the case names, in the fields that it names."""
    if "lines" in case:
        shown = [
            {
                "from": line.first,
                "to": line.last,
                "days": line.days,
                "percent": f"{line.percent}",
                "base": f"{line.base}",
                "interest": f"{line.interest}",
            }
            for line in lines
        ]
        wanted = case["lines"]
        assert [
            {name: line[name] for name in row} for line, row in zip(shown, wanted, strict=True)
        ] == wanted
    if "interest" in case:
        assert total_interest(lines) == Decimal(case["interest"])


def fixed(percent: str) -> RateTable:
    ground = Ground(article="contract", source="contract", checked_on=LATER)
    rate = Rate(valid_from=date.min, percent=Decimal(percent), ground=ground)
    return RateTable(key="fixed", title="vast", rates=(rate,), known_until=date.max)


def interest(case: Case) -> None:
    kinds = {"consumer": "consumer", "business": "commercial"}
    table = (
        fixed(case["percent"]) if "percent" in case else load_law("nl").rates[kinds[case["kind"]]]
    )
    first = add_days(case["due"], 1)
    found = claim(
        Decimal(case["principal"]),
        first_interest_day=first,
        as_of=case["as_of"],
        terms=InterestTerms(table=table, day_count=DayCount(case.get("day_count", "act/365"))),
        payments=payments(case),
        costs_due=CostsDue(on=first, amount=Decimal(case.get("paid_costs", "0.00"))),
    )
    check_lines(case, found.lines)
    if "left" in case:
        assert found.principal == Decimal(case["left"])


def whole_claim(case: Case) -> None:
    law = load_law(case.get("law", "nl"))
    letter = None
    if "letter_sent" in case:
        letter = LetterSent(on=case["letter_sent"], delivery_days=case.get("delivery_days"))
    found = answer(
        ClaimQuestion(
            principal=Decimal(case["principal"]),
            due=case["due"],
            as_of=case["as_of"],
            kind=DebtorKind(case["kind"]),
            payments=payments(case),
            letter=letter,
        ),
        law=law,
        is_holiday=is_holiday(law.country),
        is_working_day=is_working_day(law.country),
    )
    check_lines(case, found.claim.lines)
    assert found.costs.net == Decimal(case["costs"])
    if "left" in case:
        assert found.claim.principal == Decimal(case["left"])
        paid = total(part.share.interest for part in found.claim.allocations)
        assert paid == Decimal(case["interest_paid"])


def costs(case: Case) -> None:
    law = load_law(case.get("law", "nl"))
    principal = total(Decimal(amount) for amount in case["invoices"])
    found = costs_by_scale(principal, scale=in_force(law.scales["consumer"], LATER))
    assert found == Decimal(case["costs"])
    if "vat" in case:
        percent = in_force(law.percentages["vat"], LATER).value
        assert vat_on_costs(found, percent=percent) == Decimal(case["vat"])


def deadline(case: Case) -> None:
    law = load_law(case.get("law", "nl"))
    found = letter_deadline(
        case["sent"],
        channel=Channel(case["channel"]),
        law=law,
        is_holiday=is_holiday(law.country),
        is_working_day=is_working_day(law.country),
        delivery_days=case.get("delivery_days"),
    )
    assert (found.delivered, found.last_day, found.costs_from) == (
        case["delivered"],
        case["last_day"],
        case["costs_from"],
    )


def allocation(case: Case) -> None:
    paid, owed = Decimal(case["paid"]), money(case["open"])
    if "refused" in case:
        with pytest.raises(Refusal) as refusal:
            allocate(paid, **owed)
        assert refusal.value.code == case["refused"]
        return
    share = allocate(paid, **owed)
    wanted = money(case["share"])
    assert {name: getattr(share, name) for name in wanted} == wanted


def instalments(case: Case) -> None:
    parts = split(Decimal(case["debt"]), each=Decimal(case["each"]))
    assert [f"{part}" for part in parts] == case["parts"]
    if "paid" in case:
        shares = paid_of_each(parts, paid=Decimal(case["paid"]))
        assert [f"{share:.2f}" for share in shares] == case["paid_of_each"]


def prescribed(case: Case) -> None:
    years = in_force(load_law("nl").numbers[case["figure"]], case["due"]).value
    found = prescription(case["due"], years=years, interrupted_on=case.get("interrupted_on", []))
    assert found.last_day == case["last_day"]
    assert found.warn_from == case.get("warn_from", found.warn_from)


def fee(case: Case) -> None:
    law = load_law(case["law"])
    free = in_force(law.numbers["free_reminders"], LATER).value
    most = in_force(law.amounts["paid_reminder"], LATER).value
    assert reminder_fee(case["nth_of_year"], free=free, fee=most) == Decimal(case["fee"])


ASKED: Mapping[str, Callable[[Case], None]] = {
    "interest": interest,
    "claim": whole_claim,
    "costs": costs,
    "deadline": deadline,
    "allocation": allocation,
    "instalments": instalments,
    "prescription": prescribed,
    "reminder_fee": fee,
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_worked_example(case: Case) -> None:
    ASKED[case["ask"]](case)


def test_every_worked_example_of_the_facts_is_there() -> None:
    known = {case["id"] for case in CASES.values()}
    asked = "B1 B3 B5 B7 B9 B10 B11 B14 B19 B20 B22 B23 B26 B27 R1 R3 R4 R5 R9 R11 R13 R14 R16 A1"
    asked += " D1 D2 D6 D8 V1 BE1 BE3 BE6 BE9 BE10 BE12 BE14 BE15 S22 S25"
    missing = [name for name in asked.split() if not any(_is(name, one) for one in known)]
    assert missing == []


def _is(name: str, one: str) -> bool:
    """BE14 has two cases, S25 has lettered ones; B2 is not B22."""
    rest = one.removeprefix(name)
    return rest != one and not rest[:1].isdigit()
