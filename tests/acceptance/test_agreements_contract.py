"""What ``run --json`` tells of agreements, suspensions and things to do is a contract as well."""

from __future__ import annotations

import re

import pytest

from tests.acceptance.books import Row, reachable
from tests.acceptance.company import Company, Ran, cli, letter
from tests.acceptance.test_json_contract import holds
from xl_dunning.rules.agreements.states import AgreementState, SuspensionState
from xl_dunning.rules.agreements.todo import TodoKind

TEXT, MAYBE_TEXT, NUMBER, FLAG = (str,), (str, type(None)), (int,), (bool,)
AMOUNT = re.compile(r"\d+\.\d\d")
DAY = re.compile(r"\d{4}-\d\d-\d\d")

TODO: dict[str, tuple[type, ...]] = {
    "kind": TEXT,
    "debtor": TEXT,
    "name": TEXT,
    "phone": MAYBE_TEXT,
    "currency": TEXT,
    "invoices": (list,),
    "amount": TEXT,
    "since": TEXT,
    "days_overdue": NUMBER,
    "event": MAYBE_TEXT,
    "text": TEXT,
}
AGREEMENT: dict[str, tuple[type, ...]] = {
    "event": TEXT,
    "debtor": TEXT,
    "invoice": MAYBE_TEXT,
    "invoices": (list,),
    "kind": TEXT,
    "on": TEXT,
    "until": TEXT,
    "holds_until": TEXT,
    "amount": TEXT,
    "paid": TEXT,
    "state": TEXT,
    "instalments": (list,),
}
INSTALMENT: dict[str, tuple[type, ...]] = {
    "number": NUMBER,
    "due_on": TEXT,
    "amount": TEXT,
    "paid": TEXT,
    "left": TEXT,
    "late": FLAG,
}
SUSPENSION: dict[str, tuple[type, ...]] = {
    "debtor": TEXT,
    "currency": TEXT,
    "state": TEXT,
    "until": MAYBE_TEXT,
    "since": MAYBE_TEXT,
    "invoices": (list,),
}

LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    TOEZEGGING    | 1              | 2026-02-02  | 500.00
    REGELING      | 2              | 2026-01-05  | 900.00
    SCHIKKING     | 3              | 2026-02-02  | 400.00
    NUMMER        | 4              | 2026-02-02  | 75.00
    VOORSTEL      | 5              | 2026-02-02  | 80.00
    BETWIST       | 6              | 2026-02-02  | 60.00
    STIL          | 7              | 2026-02-02  | 0.00
"""
AGREEMENTS: list[Row] = [
    {
        "Debiteurnummer": debtor,
        "Factuurnummer": invoice,
        "Soort": kind,
        "Datum": on,
        "Bedrag": amount,
        "Tot en met": until,
        "Termijnen": schedule,
        "Door": "Marit",
    }
    for debtor, invoice, kind, on, amount, until, schedule in (
        ("1", "TOEZEGGING", "toezegging", "9-3-2026", 300, "20-3-2026", ""),
        ("2", None, "regeling", "2-3-2026", None, None, "3 x 300 per maand vanaf 19-3-2026"),
        ("3", "SCHIKKING", "schikking", "16-3-2026", 250, "30-3-2026", ""),
        ("6", "BETWIST", "betwisting", "9-3-2026", None, "19-3-2026", ""),
    )
]
LOG = """
    Datum     | Debiteurnummer | Gebeurtenis | Uitkomst
    20-3-2026 | 4              | telefoon    | verkeerd nummer
    20-3-2026 | 5              | telefoon    | regeling gevraagd
    13-3-2026 | 7              | opschorting |
"""


DEBTORS: list[Row] = [
    *(reachable(number, Telefoon=f"06 0000 000{number}") for number in "134567"),
    # Without an address, so that no letter about his instalment is made.
    {"Debiteurnummer": "2", "Naam": "Klant 2 BV", "Soort": "zakelijk"},
]


@pytest.fixture
def situations(company: Company) -> Company:
    """On Monday 23 March: one of everything."""
    company.policy(letter("een", 90), correction_days=1, plan_grace=10)
    return company.listed(LIST, Debiteuren=DEBTORS, Afspraken=AGREEMENTS, Logboek=LOG)


def in_form(row: Row, contract: dict[str, tuple[type, ...]]) -> None:
    holds(row, contract)
    for name in {"amount", "paid", "left"} & row.keys():
        assert AMOUNT.fullmatch(row[name]), row
    for name in {"on", "until", "holds_until", "since", "due_on"} & row.keys():
        assert row[name] is None or DAY.fullmatch(row[name]), row


@pytest.mark.parametrize("day", ["2026-03-23", "2026-03-24"])
@pytest.mark.parametrize("dry", [["--dry-run"], []], ids=["dry run", "run"])
def test_every_field_has_its_type_and_form(situations: Company, day: str, dry: list[str]) -> None:
    run = situations.run(day, *dry).json
    assert run["todos"]
    for todo in run["todos"]:
        in_form(todo, TODO)
        assert todo["kind"] in set(TodoKind)
    assert len(run["agreements"]) == 3
    for agreement in run["agreements"]:
        in_form(agreement, AGREEMENT)
        assert agreement["state"] in set(AgreementState)
        assert agreement["kind"] in {"promise", "plan", "settlement"}
        for part in agreement["instalments"]:
            in_form(part, INSTALMENT)
    assert run["suspensions"]
    for suspension in run["suspensions"]:
        in_form(suspension, SUSPENSION)
        assert suspension["state"] in set(SuspensionState)


def test_the_words_are_those_of_the_contract() -> None:
    assert " ".join(TodoKind) == (
        "promise_broken settlement_broken plan_broken instalment_late plan_asked suspend resume"
        " dispute_overdue wrong_number"
    )
    assert " ".join(AgreementState) == "running late kept partly broken replaced"
    assert " ".join(SuspensionState) == "announce announced due suspended resume"


def test_what_was_broken_is_told_the_morning_after_corrected_for_bank_days(
    situations: Company,
) -> None:
    def broken(run: Ran) -> list[str]:
        urgent = ("promise_broken", "instalment_late")
        return [todo["kind"] for todo in run.json["todos"] if todo["kind"] in urgent]

    # Promised for Friday, an instalment on Thursday. A payment may take one bank day: the money
    # of Thursday was there on Friday, that of Friday may still come in on Monday.
    assert broken(situations.run("2026-03-20", "--dry-run")) == []
    assert broken(situations.run("2026-03-23")) == ["instalment_late"]
    assert broken(situations.run("2026-03-24")) == ["promise_broken", "instalment_late"]


def test_a_thing_to_do_tells_whom_to_ring_about_what(situations: Company) -> None:
    run = situations.run("2026-03-24").json
    todo, agreement = run["todos"][0], run["agreements"][1]
    assert agreement["kind"] == "promise"
    assert todo == {
        "kind": "promise_broken",
        "debtor": "1",
        "name": "Klant 1 BV",
        "phone": "06 0000 0001",
        "currency": "EUR",
        "invoices": ["TOEZEGGING"],
        "amount": "500.00",
        "since": "2026-03-21",
        "days_overdue": 50,
        "event": agreement["event"],
        "text": "De toezegging van 09-03-2026 om uiterlijk 20-03-2026 €\xa0300,00 te betalen, is "
        "niet nagekomen. Er is niets binnengekomen. Bel vandaag nog, vraag wat er is gebeurd en "
        "spreek een nieuwe dag af.",
    }
    assert [(todo["kind"], todo["debtor"]) for todo in run["todos"][1:]] == [
        ("instalment_late", "2"),
        ("plan_asked", "5"),
        ("resume", "7"),
        ("dispute_overdue", "6"),
        ("wrong_number", "4"),
    ]


def test_an_agreement_tells_how_it_stands_instalment_by_instalment(situations: Company) -> None:
    plan, promise, settlement = situations.run("2026-03-24").json["agreements"]
    assert {name: value for name, value in plan.items() if name != "event"} == {
        "debtor": "2",
        "invoice": None,
        "invoices": ["REGELING"],
        "kind": "plan",
        "on": "2026-03-02",
        "until": "2026-05-19",
        "holds_until": "2026-03-30",  # Friday the 20th, and ten days of grace
        "amount": "900.00",
        "paid": "0.00",
        "state": "late",
        "instalments": [
            {
                "number": number,
                "due_on": due_on,
                "amount": "300.00",
                "paid": "0.00",
                "left": "300.00",
                "late": number == 1,
            }
            for number, due_on in enumerate(("2026-03-19", "2026-04-19", "2026-05-19"), start=1)
        ],
    }
    told = ("invoice", "amount", "paid", "holds_until", "state")
    assert [promise[name] for name in told] == [
        *("TOEZEGGING", "300.00", "0.00", "2026-03-23", "broken")
    ]
    assert [settlement[name] for name in told] == [
        *("SCHIKKING", "250.00", "0.00", "2026-03-31", "running")
    ]


def test_a_payment_in_the_list_is_told_with_the_promise_that_it_keeps(situations: Company) -> None:
    situations.run("2026-03-19")
    paid = LIST.replace("| 500.00", "| 200.00")
    situations.listed(paid, Debiteuren=DEBTORS)
    (promise,) = (
        agreed
        for agreed in situations.run("2026-03-23", "--dry-run").json["agreements"]
        if agreed["kind"] == "promise"
    )
    assert (promise["state"], promise["paid"]) == ("kept", "300.00")


def test_a_call_of_this_morning_takes_it_off_the_list(situations: Company) -> None:
    situations.run("2026-03-24")
    situations.log("call", "--outcome", "reached", "--channel", "phone", day="2026-03-24")
    kinds = [todo["kind"] for todo in situations.run("2026-03-24").json["todos"]]
    assert "promise_broken" not in kinds


def test_a_suspension_that_can_end_is_told_twice_as_a_fact_and_as_work(situations: Company) -> None:
    run = situations.run("2026-03-23").json
    assert run["suspensions"] == [
        {
            "debtor": "7",
            "currency": "EUR",
            "state": "resume",
            "until": None,
            "since": "2026-03-13",
            "invoices": [],
        }
    ]
    (todo,) = (todo for todo in run["todos"] if todo["kind"] == "resume")
    assert (todo["amount"], todo["invoices"], todo["event"]) == ("0.00", [], None)
    assert todo["text"] == (
        "Wat vervallen was, is betaald. Hervat wat sinds 13-03-2026 is opgeschort en leg dat vast."
    )


def test_without_agreements_all_three_are_empty(company: Company) -> None:
    company.policy(letter("een", 5)).listed("""
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        F1            | 1              | 2026-03-02  | 100.00
    """)
    run = company.run("2026-03-20").json
    assert (run["todos"], run["agreements"], run["suspensions"]) == ([], [], [])
    assert "Afspraken:" not in company.try_run("2026-03-21").out


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-03-20", "Afspraken: 3 lopen er nog."),
        ("2026-03-23", "Afspraken: 1 termijn te laat, 2 lopen er nog."),
        (
            "2026-03-24",
            "Afspraken: 1 toezegging niet nagekomen, 1 termijn te laat, 1 loopt er nog.",
        ),
        (
            "2026-04-01",
            "Afspraken: 1 toezegging niet nagekomen, 1 schikking niet nagekomen, 1 termijn"
            " te laat.",
        ),
    ],
)
def test_a_run_tells_in_one_line_how_they_stand(situations: Company, day: str, told: str) -> None:
    lines = situations.try_run(day, "--dry-run").out.splitlines()
    assert [line for line in lines if line.startswith("Afspraken")] == [told]


def test_the_log_can_be_asked_for_the_event_that_is_named(situations: Company) -> None:
    todo = situations.run("2026-03-24").json["todos"][0]
    listed = cli("log", "list", "--debtor", todo["debtor"], "--casefile", situations.dossier)
    assert todo["event"] in listed.out
