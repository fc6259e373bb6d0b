"""The object that ``run --json`` prints is a contract (design 9): every field, type and form."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.acceptance.books import reachable
from tests.acceptance.company import Company, act, letter
from xl_dunning.rules.proposal import Reason

TEXT, MAYBE_TEXT, NUMBER, FLAG = (str,), (str, type(None)), (int,), (bool,)
AMOUNT = re.compile(r"-?\d+\.\d\d")
DAY = re.compile(r"\d{4}-\d\d-\d\d")

TOP: dict[str, tuple[type, ...]] = {
    "as_of": TEXT,
    "policy": TEXT,
    "dry_run": FLAG,
    "output": TEXT,
    "letters_dir": MAYBE_TEXT,
    "items": (list,),
    "letters": (list,),
    "calls": (list,),
    "skipped_rows": (list,),
    "findings": (list,),
}
ITEM: dict[str, tuple[type, ...]] = {
    "invoice": TEXT,
    "debtor": TEXT,
    "open": MAYBE_TEXT,
    "days_overdue": NUMBER,
    "stage": MAYBE_TEXT,
    "stage_number": NUMBER,
    "carried_out": MAYBE_TEXT,
    "next_stage": MAYBE_TEXT,
    "action": MAYBE_TEXT,
    "due_now": FLAG,
    "earliest": MAYBE_TEXT,
    "reason": TEXT,
    "reason_text": TEXT,
    "interest": TEXT,
    "costs": TEXT,
    "total": MAYBE_TEXT,
}
LETTER: dict[str, tuple[type, ...]] = {
    "debtor": TEXT,
    "stage": TEXT,
    "template": TEXT,
    "file": MAYBE_TEXT,
    "invoices": (list,),
    "total": TEXT,
    "pay_by": TEXT,
}
FINDING: dict[str, tuple[type, ...]] = {
    "code": TEXT,
    "severity": TEXT,
    "sheet": MAYBE_TEXT,
    "row": (int, type(None)),
    "column": MAYBE_TEXT,
    "message": TEXT,
}
REASONS = {reason.value for reason in Reason}
"""Held to the list of design section 9 by a test below."""
ACTIONS = {"letter", "call", "suspend", "propose_plan", "handover", "legal", None}

LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand | Betwist
    OUD           | 1              | 2026-02-02  | 1210.00    | nee
    JONG          | 1              | 2026-03-16  | 100.50     | nee
    BELLEN        | 2              | 2026-02-02  | 75         | nee
    BETWIST       | 3              | 2026-02-02  | 75         | ja
    CREDIT        | 3              | 2026-02-02  | -10.10     | nee
    ONLEESBAAR    | 3              | 2026-02-02  | "1.234"    | nee
    Totaal        |                |             | 1450.40    |
"""


@pytest.fixture
def situations(company: Company) -> Company:
    company.policy(letter("een", 5, pay_within=14), letter("twee", 25))
    company.policy(act("bellen", "call", 1), letter("een", 9), name="bellers")
    debtors = [reachable("1"), reachable("2", Beleid="bellers", Telefoon="06-12345678")]
    company.listed(LIST, Debiteuren=[*debtors, reachable("3", Soort=None)])
    company.run("2026-02-09")
    return company


def test_the_reason_codes_are_those_of_the_contract() -> None:
    assert " ".join(sorted(REASONS)) == (
        "BELOW_MINIMUM BLOCKED CREDIT_NOTE DIRECT_DEBIT DISPUTED DUE DUPLICATE_KEY HISTORY_GAP"
        " LAST_STAGE NET_CREDIT NOT_DUE NO_CHANNEL PAID PLAN_RUNNING PROMISE_RUNNING SKIPPED"
        " TOO_EARLY UNREADABLE"
    )


def holds(value: dict[str, Any], contract: dict[str, tuple[type, ...]]) -> None:
    for name, kinds in contract.items():
        assert type(value[name]) in kinds, (name, value[name])


@pytest.mark.parametrize("dry", [True, False], ids=["dry run", "run"])
def test_every_field_has_its_type_and_form(situations: Company, *, dry: bool) -> None:
    run = situations.run("2026-03-23", *(["--dry-run"] if dry else [])).json

    holds(run, TOP)
    assert (run["as_of"], run["policy"], run["dry_run"]) == ("2026-03-23", "proef", dry)
    assert run["output"] == str(situations.output)
    for item in run["items"]:
        holds(item, ITEM)
        assert item["reason"] in REASONS
        assert item["action"] in ACTIONS
        assert item["due_now"] == (item["reason"] == "DUE")
        amounts = [item["open"], item["interest"], item["costs"], item["total"]]
        assert all(AMOUNT.fullmatch(amount) for amount in amounts if amount is not None)
        assert item["earliest"] is None or DAY.fullmatch(item["earliest"])
        assert (item["stage"] is None) == (item["stage_number"] == 0)
        assert (item["next_stage"] is None) == (item["action"] is None)
    for sent in run["letters"]:
        holds(sent, LETTER)
        assert AMOUNT.fullmatch(sent["total"])
        assert DAY.fullmatch(sent["pay_by"])
        assert (sent["file"] is None) == dry
    assert run["findings"]
    for found in run["findings"]:
        holds(found, FINDING)
        assert found["severity"] in {"error", "warning"}
    assert [(row["row"], row["why"]) for row in run["skipped_rows"]] == [(8, "TOTAL_ROW")]
    assert (run["letters_dir"] is None) == dry


def test_an_item_tells_the_state_before_the_run_and_what_the_run_did(situations: Company) -> None:
    run = situations.run("2026-03-23")
    old, young = run.item("OUD"), run.item("JONG")
    told = ("stage", "stage_number", "carried_out", "next_stage", "action", "days_overdue", "open")
    assert [old[name] for name in told] == ["een", 1, "twee", "twee", "letter", 49, "1210.00"]
    assert [young[name] for name in told] == [None, 0, "een", "een", "letter", 7, "100.50"]

    (sent,) = run.letters
    assert (sent["debtor"], sent["stage"], sent["template"]) == ("1", "twee", "herinnering")
    assert (sent["invoices"], sent["total"]) == (["OUD", "JONG"], "1310.50")
    assert sent["file"].startswith(run.json["letters_dir"])
    assert sent["file"].endswith(".docx")

    (call,) = run.json["calls"]
    assert (call["debtor"], call["phone"], call["invoices"], call["total"]) == (
        "2",
        "06-12345678",
        ["BELLEN"],
        "75.00",
    )


def test_an_amount_that_could_not_be_read_is_null_and_has_a_finding(situations: Company) -> None:
    run = situations.run("2026-03-23")
    unread = run.item("ONLEESBAAR")
    assert (unread["open"], unread["total"], unread["reason"]) == (None, None, "UNREADABLE")
    found = run.finding("AMOUNT_AMBIGUOUS")
    assert (found["sheet"], found["row"], found["column"]) == ("Facturen", 7, "Openstaand")


def test_up_to_and_including_the_due_date_an_invoice_is_not_overdue(company: Company) -> None:
    company.policy(letter("een", 5)).listed("""
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        GISTEREN      | 1              | 2026-03-19  | 10
        VANDAAG       | 1              | 2026-03-20  | 10
        MORGEN        | 1              | 2026-03-21  | 10
    """)
    run = company.run("2026-03-20")
    assert {item["invoice"]: item["days_overdue"] for item in run.json["items"]} == {
        "GISTEREN": 1,
        "VANDAAG": 0,
        "MORGEN": 0,
    }


def test_nothing_but_the_object_is_on_stdout(situations: Company) -> None:
    outcome = situations.try_run("2026-03-23", "--json")
    assert (outcome.out[0], outcome.out.rstrip()[-1]) == ("{", "}")
    assert outcome.err == "1 van 1 brief gemaakt\n"
