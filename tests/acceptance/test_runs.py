"""Runs beside and after each other: refused, repeated, taken back, cut off (S3, S13, S14, S15)."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.acceptance.books import reachable
from tests.acceptance.company import Company, act, cli, letter, program

DUE = date(2026, 3, 2)
ONE = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    F1            | 1              | 2026-03-02  | 100.00
"""
TWO = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    FA            | 1              | 2026-03-02  | 100.00
    FB            | 2              | 2026-03-02  | 200.00
"""


def on(days: int) -> str:
    return (DUE + timedelta(days=days)).isoformat()


@pytest.fixture
def steps(company: Company) -> Company:
    return company.policy(letter("een", 5), letter("twee", 20))


def test_s3a_a_run_dated_before_the_last_one_is_refused(steps: Company) -> None:
    steps.listed(ONE).run(on(10))
    before = steps.files()

    refused = steps.try_run(on(9))

    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "De peildatum 11-03-2026 ligt vóór de laatste aanmaanronde van 12-03-2026. Kies"
        " 12-03-2026 of een latere dag, of neem die ronde eerst terug met “xl-dunning undo”."
        " Er is niets gewijzigd.\n"
    )
    assert steps.files() == before


def test_s3a_after_undo_an_earlier_day_may_be_chosen(steps: Company) -> None:
    steps.listed(ONE).run(on(10))
    steps.undo()
    assert steps.run(on(9)).carried_out == {"F1": "een"}


def test_s3b_a_policy_whose_first_stage_waits_for_a_previous_one_is_refused(
    company: Company,
) -> None:
    company.policy(letter("een", 5, wait=10)).listed(ONE)
    before = company.files() | {"bedrijf.toml"}
    refused = company.try_run(on(10))
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "Het beleid in proef.toml kan niet worden gebruikt. Herstel het volgende en probeer het"
        " opnieuw:\n- proef.toml, een, wait: de eerste fase heeft geen vorige om op te wachten."
        " Haal dit veld weg.\n"
    )
    assert company.files() == before


def test_s3c_an_invoice_that_left_the_list_keeps_its_history(steps: Company) -> None:
    steps.listed(TWO).run(on(5))
    steps.listed(ONE).run(on(10))
    back = steps.listed(TWO).run(on(25))
    assert back.levels == {"FA": 1, "FB": 1}
    assert {row["Factuurnummer"] for row in steps.logged()} == {"FA", "FB", "F1"}


@pytest.mark.parametrize(
    ("amount", "reason"),
    [("0.09", "BELOW_MINIMUM"), ("0.10", "DUE")],
)
def test_s3d_the_minimum_amount_itself_is_claimed(
    company: Company, amount: str, reason: str
) -> None:
    company.policy(letter("een", 5), minimum_amount=0.10)
    company.listed(f"""
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        F1            | 1              | 2026-03-02  | {amount}
    """)
    assert company.run(on(10), "--dry-run").reasons == {"F1": reason}


def test_s3e_of_two_runs_at_once_the_second_is_refused_at_once(steps: Company) -> None:
    steps.listed(
        "Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand\n"
        + "\n".join(f"F{number} | {number} | 2026-03-02 | 100" for number in range(60))
    )
    both = [program(*steps.words("--as-of", on(10), "--json")) for _ in range(2)]
    ended = [process.communicate(timeout=60) for process in both]

    codes = sorted(process.returncode for process in both)
    assert codes in ([0, 1], [0, 0]), ended
    logged = steps.logged()
    assert len(logged) == len({row["Factuurnummer"] for row in logged}) == 60
    assert len(steps.letters_on_disk()) == 60
    if 1 in codes:
        (refused,) = (err for (_, err), done in zip(ended, both, strict=True) if done.returncode)
        assert refused == (
            f"Het dossier {steps.dossier} is in gebruik door een andere aanmaanronde. Wacht tot"
            " die klaar is en start dan opnieuw.\n"
        )
    # Else the first was done before the second began to write, which then had nothing to do.


def test_s3e_a_run_does_not_wait_for_a_case_file_in_use(steps: Company) -> None:
    from xl_dunning.casefile.store import open_casefile  # noqa: PLC0415

    steps.listed(ONE)
    with open_casefile(str(steps.dossier)).lock():
        # It is let go only after the run has ended: one that waited would never end.
        refused = steps.try_run(on(10))
    assert (refused.code, refused.err) == (
        1,
        f"Het dossier {steps.dossier} is in gebruik door een andere aanmaanronde. Wacht tot die"
        " klaar is en start dan opnieuw.\n",
    )
    assert steps.letters_on_disk() == {}
    assert steps.run(on(10)).carried_out == {"F1": "een"}


def test_s13a_after_undo_the_same_proposal_comes_back(steps: Company) -> None:
    first = steps.listed(ONE).run(on(10))
    undone = steps.undo()
    assert undone.code == 0
    assert undone.out == (
        f"Ronde 2026-03-12-1 is ingetrokken: 1 stap telt niet meer.\n"
        f"Verstuur de brieven in deze map niet: {steps.folder}/brieven/2026-03-12-1 (ingetrokken)\n"
    )
    again = steps.run(on(10))
    assert again.carried_out == first.carried_out == {"F1": "een"}
    assert [line["total"] for line in again.letters] == ["100.00"]


def test_s13b_undo_takes_every_invoice_of_the_letter_back_one_step(steps: Company) -> None:
    steps.listed("""
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        X             | 1              | 2026-03-02  | 100
        Y             | 1              | 2026-03-02  | 50
    """)
    steps.run(on(5))
    assert steps.run(on(20)).carried_out == {"X": "twee", "Y": "twee"}
    steps.undo()
    assert steps.run(on(20), "--dry-run").levels == {"X": 1, "Y": 1}


def test_s13c_a_step_that_was_followed_by_another_is_not_undone(company: Company) -> None:
    company.policy(letter("een", 5), act("bellen", "call", 10), letter("twee", 20)).listed(ONE)
    company.run(on(5))
    company.log("call", "--invoice", "F1", "--stage", "bellen", day=on(10))

    refused = company.undo()

    assert refused.code == 1
    assert refused.err == (
        "De ronde kan niet worden ingetrokken: voor factuur F1 is daarna op 12-03-2026 al de stap"
        " “bellen” vastgelegd. Trek eerst die gebeurtenis in.\n"
    )
    assert company.run(on(15), "--dry-run").levels == {"F1": 2}


def test_s13e_a_run_is_undone_only_once(steps: Company) -> None:
    steps.listed(ONE).run(on(10))
    assert steps.undo().code == 0
    second = steps.undo()
    assert (second.code, second.out) == (1, "")
    assert second.err.startswith("De laatste aanmaanronde (2026-03-12-1) is al ingetrokken.")


def test_s13f_a_first_step_taken_back_leaves_level_zero(steps: Company) -> None:
    steps.listed(ONE).run(on(10))
    steps.undo()
    assert steps.run(on(4 + 10), "--dry-run").levels == {"F1": 0}


def test_s13h_what_was_taken_back_stays_visible_with_its_date(steps: Company) -> None:
    steps.listed(ONE).run(on(10))
    steps.undo()
    steps.run(on(10))
    rows = steps.sheet("Logboek")
    (void,) = (row for row in rows if row["Gebeurtenis"] == "intrekking")
    letters = [row for row in rows if row["Gebeurtenis"] == "brief"]
    assert len(letters) == 2
    assert void["Trekt in"] in {row["Id"] for row in letters}
    assert void["Datum"].date() >= date(2026, 3, 12)
    assert void["Notitie"] == "ronde 2026-03-12-1 ingetrokken"


def test_s14_one_debtor_that_can_not_be_written_does_not_hold_the_others(steps: Company) -> None:
    only_a = [reachable("1"), {"Debiteurnummer": "2", "Naam": "Klant 2 BV"}]
    first = steps.listed(TWO, Debiteuren=only_a).run(on(10))
    assert (first.carried_out, first.reasons["FB"]) == ({"FA": "een"}, "NO_CHANNEL")
    second = steps.listed(TWO).run(on(10))
    assert (second.carried_out, second.levels["FA"]) == ({"FB": "een"}, 1)


def test_s14_a_run_that_ends_in_a_wrong_template_issues_nothing(steps: Company) -> None:
    templates = steps.folder / "sjablonen"
    templates.mkdir()
    (templates / "herinnering.docx").write_bytes(b"geen Word-bestand")
    steps.listed(TWO)
    broken = steps.try_run(on(10), "--templates", templates)
    assert broken.code == 1
    assert "herinnering" in broken.err
    assert steps.letters_on_disk() == {}
    assert steps.run(on(10)).carried_out == {"FA": "een", "FB": "een"}


def test_s15_the_same_run_twice_issues_nothing_the_second_time(steps: Company) -> None:
    assert steps.listed(TWO).run(on(10)).carried_out == {"FA": "een", "FB": "een"}
    letters = steps.letters_on_disk()
    second = steps.run(on(10))
    assert (second.carried_out, second.letters, second.json["letters_dir"]) == ({}, [], None)
    assert steps.letters_on_disk() == letters


def test_s15_a_proposal_made_twice_is_the_same(steps: Company) -> None:
    steps.listed(TWO)
    first, second = (steps.run(on(10), "--dry-run").json for _ in range(2))
    assert first == second


def test_the_same_run_on_the_marked_workbook_issues_nothing_either(steps: Company) -> None:
    steps.listed(TWO).run(on(10))
    copied = steps.folder / "volgende week.xlsx"
    shutil.copy(steps.output, copied)
    assert steps.run(on(10), file=copied).carried_out == {}


def test_undo_without_any_run_says_so(company: Company) -> None:
    nothing = cli("undo", "--casefile", company.dossier)
    assert (nothing.code, nothing.err) == (1, "Er is geen aanmaanronde om in te trekken.\n")


def test_two_administrations_may_share_one_folder_of_letters(steps: Company) -> None:
    """Each numbers its own rounds; the letters of the other stay where they are."""
    shared = steps.folder / "brieven"
    first = steps.listed(ONE).run(on(10), "--letters", shared)
    other = Company(folder=steps.folder / "ander", policies=steps.policies)
    other.folder.mkdir()
    second = other.listed(TWO).run(on(10), "--letters", shared)

    told = [*first.letters, *second.letters]
    assert len({line["file"] for line in told}) == 3
    assert all(Path(line["file"]).is_file() for line in told)
    assert second.codes == set()
