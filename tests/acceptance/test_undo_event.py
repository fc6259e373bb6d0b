"""Taking one event back by its Id, from the case file or from a sheet that only knows it (S13)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

import xl_dunning
from tests.acceptance.company import Company, Outcome, act, cli, letter
from xl_dunning.casefile.store import open_casefile
from xl_dunning.rules.events import Event, EventKind, standing
from xl_dunning.rules.findings import Refusal

LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    F1            | 1              | 2026-03-02  | 100.00
    F2            | 1              | 2026-03-02  | 50.00
"""


@pytest.fixture
def company(company: Company) -> Company:
    return company.policy(letter("een", 5), act("bellen", "call", 10), letter("twee", 20)).listed(
        LIST
    )


def log(company: Company) -> tuple[Event, ...]:
    return open_casefile(str(company.dossier), create=False).events()


def the(company: Company, kind: EventKind, invoice: str = "") -> Event:
    (event,) = (one for one in log(company) if one.kind is kind and invoice in ("", one.invoice))
    return event


def undo(company: Company, name: str, *more: object) -> Outcome:
    return cli("undo", "--event", name, "--casefile", company.dossier, *more)


def test_one_event_is_taken_back_and_stays_visible(company: Company) -> None:
    company.run("2026-03-09")
    company.log("promise", "--invoice", "F1", "--until", "1-4-2026", day="2026-03-10")
    promise = the(company, EventKind.PROMISE)

    undone = undo(company, promise.id, "--by", "mevrouw De Boer", "--note", "verkeerde klant")

    assert (undone.code, undone.err) == (0, "")
    assert undone.out == (
        "Ingetrokken: 10-03-2026, debiteur 1, factuur F1, toezegging, tot en met 01-04-2026\n"
        "Dit blijft zichtbaar in het logboek, maar telt niet meer mee.\n"
    )
    void = the(company, EventKind.VOID)
    assert (void.voids, void.invoice, void.by, void.note) == (
        promise.id,
        "F1",
        "mevrouw De Boer",
        "verkeerde klant",
    )
    assert company.run("2026-03-15").reasons["F1"] == "DUE"
    (row,) = (row for row in company.sheet("Logboek") if row["Gebeurtenis"] == "intrekking")
    assert (row["Trekt in"], row["Door"]) == (promise.id, "mevrouw De Boer")
    assert promise.id in {row["Id"] for row in company.sheet("Logboek")}


def test_s13b_only_the_invoice_of_the_event_goes_back_a_step(company: Company) -> None:
    company.run("2026-03-09")
    undone = undo(company, the(company, EventKind.LETTER, "F1").id)
    name = next(iter(company.letters_on_disk()))
    assert undone.err == (f"Let op: wat al is verstuurd, haalt u hiermee niet terug: “{name}”.\n")
    again = company.run("2026-03-09", "--dry-run")
    assert again.levels == {"F1": 0, "F2": 1}
    assert again.due == {"F1": "een"}


def test_s13c_the_message_names_the_step_that_builds_on_it(company: Company) -> None:
    company.run("2026-03-09")
    company.log("call", "--stage", "bellen", "--invoice", "F1", day="2026-03-12")
    step, call = the(company, EventKind.LETTER, "F1"), the(company, EventKind.CALL)

    refused = undo(company, step.id)

    assert (refused.code, refused.out, refused.err) == (
        1,
        "",
        "Deze gebeurtenis kan niet worden ingetrokken: voor debiteur 1 is daarna op 12-03-2026 al"
        f" de stap “bellen” vastgelegd, die erop voortbouwt. Trek eerst die in: xl-dunning undo"
        f" --event {call.id}\n",
    )
    assert len(log(company)) == 3
    assert undo(company, call.id).code == 0
    assert undo(company, step.id).code == 0
    assert company.run("2026-03-12", "--dry-run").levels == {"F1": 0, "F2": 1}


def test_s13d_a_letter_whose_charges_were_paid_stays_until_the_payment_is_taken_off(
    company: Company,
) -> None:
    company.run("2026-03-09")
    company.log("payment", "--invoice", "F1", "--amount", "110", day="2026-03-12")
    step, payment = the(company, EventKind.LETTER, "F1"), the(company, EventKind.PAYMENT)
    said = (
        "Na de brief van 09-03-2026 is op factuur F1 €\xa0110,00 betaald, meer dan de €\xa0100,00"
        " die toen openstond: wat de brief extra vroeg, is dus betaald. De brief kan daarom niet"
        " worden ingetrokken. Klopt die betaling niet, trek haar dan eerst in.\n"
    )

    assert (undo(company, step.id).err, company.undo().err) == (said, said)
    assert undo(company, payment.id).code == 0
    assert company.undo().code == 0


def test_s13e_the_second_time_is_refused_and_the_void_can_be_taken_back(company: Company) -> None:
    company.run("2026-03-09")
    step = the(company, EventKind.LETTER, "F1")
    undo(company, step.id)
    void = the(company, EventKind.VOID)

    second = undo(company, step.id)
    assert (second.code, second.err) == (
        1,
        f"Deze gebeurtenis is al ingetrokken op {void.on:%d-%m-%Y}. Was dat een vergissing, trek"
        f" dan de intrekking in: xl-dunning undo --event {void.id}\n",
    )
    back = undo(company, void.id)
    assert back.out.endswith("Wat daarmee was ingetrokken, telt weer mee.\n")
    assert step.id in {event.id for event in standing(log(company))}


def test_s13f_the_level_never_falls_below_zero(company: Company) -> None:
    company.run("2026-03-09")
    for invoice in ("F1", "F2"):
        assert undo(company, the(company, EventKind.LETTER, invoice).id).code == 0
    assert company.undo().out.startswith("Ronde 2026-03-09-1 is ingetrokken: 0 stappen tellen")
    assert company.run("2026-03-09", "--dry-run").levels == {"F1": 0, "F2": 0}


def test_undo_of_a_run_tells_which_letters_may_be_in_the_post(company: Company) -> None:
    company.run("2026-03-09")
    (name,) = company.letters_on_disk()
    undone = cli("undo", "--casefile", company.dossier, "--by", "Jan", "--note", "te vroeg")
    assert undone.err == f"Let op: wat al is verstuurd, haalt u hiermee niet terug: “{name}”.\n"
    voids = [event for event in log(company) if event.kind is EventKind.VOID]
    assert {(void.by, void.note) for void in voids} == {
        ("Jan", "ronde 2026-03-09-1 ingetrokken: te vroeg")
    }


def test_many_letters_are_counted(company: Company) -> None:
    company.listed(
        "Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand\n"
        + "\n".join(f"F{number} | {number} | 2026-03-02 | 100" for number in range(1, 9))
    ).run("2026-03-09")
    (line,) = company.undo().err.splitlines()
    assert line.count("“") == 5
    assert line.endswith("” en nog 3.")


def typed(company: Company) -> str:
    """A promise typed in the marked workbook and read by a dry run: only the sheet has its Id."""
    book = load_workbook(company.output)
    row = (None, "10-3-2026", "1", "F1", "toezegging", *[None] * 4, "1-4-2026", "belt terug")
    book["Logboek"].append(list(row))
    book.save(company.output)
    company.run("2026-03-15", "--dry-run")
    rows = company.sheet("Logboek")
    (name,) = (row["Id"] for row in rows if row["Gebeurtenis"] == "toezegging")
    return str(name)


def test_an_event_that_only_the_workbook_of_the_last_run_knows(company: Company) -> None:
    company.run("2026-03-09")
    name = typed(company)
    assert name not in {event.id for event in log(company)}

    undone = undo(company, name)

    assert (undone.code, undone.out.splitlines()[0]) == (
        0,
        "Ingetrokken: 10-03-2026, debiteur 1, factuur F1, toezegging, tot en met 01-04-2026,"
        " belt terug",
    )
    assert name in {event.id for event in log(company)}
    assert company.run("2026-03-15").reasons["F1"] == "DUE"
    assert len([row for row in company.sheet("Logboek") if row["Id"] == name]) == 1


def test_an_event_of_a_workbook_that_is_named_when_the_case_file_is_lost(company: Company) -> None:
    company.run("2026-03-09")
    (row,) = (row for row in company.logged() if row["Factuurnummer"] == "F1")
    company.dossier.unlink()

    assert undo(company, row["Id"]).code == 1
    undone = undo(company, row["Id"], "--workbook", company.output)

    assert undone.code == 0
    assert company.run("2026-03-10", "--dry-run").levels == {"F1": 0, "F2": 1}


def test_a_step_of_the_sheet_that_a_later_row_builds_on_stays(company: Company) -> None:
    company.run("2026-03-09")
    company.log("call", "--stage", "bellen", "--invoice", "F1", day="2026-03-12")
    company.run("2026-03-13")
    rows = company.sheet("Logboek")
    (name,) = (row["Id"] for row in company.logged() if row["Factuurnummer"] == "F1")
    assert len(rows) == 3
    company.dossier.unlink()
    refused = undo(company, name, "--workbook", company.output)
    assert (refused.code, "“bellen”" in refused.err) == (1, True)
    assert log(company) == ()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--event", "bestaat-niet"),
            "Er is geen gebeurtenis met Id “bestaat-niet”, in het dossier noch in de werkmap van"
            " de laatste ronde. Bekijk ze met “xl-dunning log list”, of noem met --workbook de"
            " werkmap waarin zij staat. Er is niets ingetrokken.\n",
        ),
        (
            ("--event", ""),  # a script that found no Id: the run must stay
            "Welke gebeurtenis wilt u intrekken? Vul met --event haar Id in; u vindt het in"
            " “xl-dunning log list”. Er is niets vastgelegd.\n",
        ),
        (
            ("--workbook", "lijst-debiteuren.xlsx"),
            "Welke gebeurtenis wilt u intrekken? Vul met --event haar Id in; u vindt het in"
            " “xl-dunning log list”. Er is niets vastgelegd.\n",
        ),
    ],
)
def test_what_is_not_there_is_refused_and_nothing_changes(
    company: Company, words: tuple[str, ...], said: str
) -> None:
    company.run("2026-03-09")
    before = log(company)
    refused = cli("undo", "--casefile", company.dossier, *words)
    assert (refused.code, refused.out, refused.err) == (1, "", said)
    assert log(company) == before


def test_a_workbook_that_can_not_be_read_is_told(company: Company, tmp_path: Path) -> None:
    company.run("2026-03-09")
    broken = tmp_path / "kapot.xlsx"
    broken.write_bytes(company.output.read_bytes()[:2000])
    refused = undo(company, "x", "--workbook", broken)
    assert (refused.code, refused.out) == (1, "")
    assert "kapot.xlsx" in refused.err


def add_void(company: Company, name: str, debtor: str = "1") -> Outcome:
    words = ("log", "add", "void", "--debtor", debtor, "--event", name)
    return cli(*words, "--casefile", company.dossier)


def test_log_add_void_asks_the_same(company: Company) -> None:
    company.run("2026-03-09")
    company.log("call", "--stage", "bellen", "--invoice", "F1", day="2026-03-12")
    step, call = the(company, EventKind.LETTER, "F1"), the(company, EventKind.CALL)

    assert add_void(company, step.id).err == undo(company, step.id).err
    assert add_void(company, call.id).code == 0
    assert add_void(company, call.id).err.startswith("Deze gebeurtenis is al ingetrokken op")
    assert add_void(company, step.id, debtor="2").err == (
        f"De gebeurtenis met Id “{step.id}” is van debiteur 1, niet van 2. Controleer het Id met"
        " “xl-dunning log list”. Er is niets vastgelegd.\n"
    )
    assert add_void(company, step.id).code == 0


def test_the_python_door_takes_one_event_back_too(company: Company) -> None:
    company.run("2026-03-09")
    step = the(company, EventKind.LETTER, "F1")
    undone = xl_dunning.undo_event(
        step.id, casefile=str(company.dossier), today=date(2026, 3, 10), by="Jan"
    )
    assert (undone.event.id, undone.void.on, undone.void.by) == (
        step.id,
        date(2026, 3, 10),
        "Jan",
    )
    with pytest.raises(Refusal, match="EVENT_ALREADY_VOIDED"):
        xl_dunning.undo_event(step.id, casefile=str(company.dossier), today=date(2026, 3, 10))
