"""E-mails klaarzetten on a later day: a letter that is no longer right gets no draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from tests.frontends.ribbon.bench import TODAY, Bench
from tests.frontends.ribbon.test_records import company
from xl_dunning.frontends.logbook import list_events
from xl_dunning.frontends.undo_event import undo_event


def paid_in_full(bench: Bench) -> None:
    bench.type_in("Facturen", "2026-003", "Openstaand", 0.0)


def paid_in_part(bench: Bench) -> None:
    bench.type_in("Facturen", "2026-003", "Openstaand", 210.0)


def gone_from_the_list(bench: Bench) -> None:
    page = bench.page("Facturen")
    (row,) = (row for (row, column), text in page.cells_at.items() if text == "2026-003")
    for place in [place for place in page.cells_at if place[0] == row]:
        del page.cells_at[place]


def disputed(bench: Bench) -> None:
    bench.type_in("Facturen", "2026-003", "Betwist", "ja")


def on_hold(bench: Bench) -> None:
    bench.type_in("Debiteuren", "2", "Niet aanmanen tot", TODAY + timedelta(days=9))


def promised(bench: Bench) -> None:
    bench.select("Facturen", "2026-003")
    bench.press("xldRecordPromise")
    bench.type_in("Afspraken", "2", "Tot en met", TODAY + timedelta(days=5))


def collected_by_the_bank(bench: Bench) -> None:
    bench.type_in("Debiteuren", "2", "Automatische incasso", "ja")


CHANGES: Mapping[str, Callable[[Bench], None]] = {
    "a paid invoice is not asked for": paid_in_full,
    "a part was paid, so the letter asks too much": paid_in_part,
    "the next export does not have it any more": gone_from_the_list,
    "the debtor disputes it": disputed,
    "the debtor is left alone for a while": on_hold,
    "a promise that she typed counts, recorded or not": promised,
    "the money is collected by the bank": collected_by_the_bank,
}


@pytest.mark.parametrize("why", CHANGES)
def test_no_draft_for_a_debtor_for_whom_something_changed(why: str, tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.press("xldLetters")
    CHANGES[why](bench)
    said = bench.press("xldMails")
    assert said.startswith("1 concept-e-mail klaargezet"), why
    assert "Voor 1 debiteur is er sinds de brief iets veranderd (de eerste is 2)" in said
    (draft,) = (tmp_path / "brieven").rglob("*.eml")
    assert "_1_" in draft.name


@pytest.mark.parametrize(
    ("debtor", "left", "why"),
    [
        ("2", "_1_", "the only item of his letter was taken back"),
        ("1", "_2_", "his letter still names the item that was taken back beside the other one"),
    ],
)
def test_a_letter_of_which_an_item_was_taken_back_is_not_sent(
    debtor: str, left: str, why: str, tmp_path: Path
) -> None:
    bench = company(tmp_path)
    bench.press("xldLetters")
    log = str(tmp_path / "debiteurendossier.sqlite")
    letter, *_ = (event for event in list_events(log, debtor=debtor) if event.kind == "letter")
    undo_event(letter.id, casefile=log, today=TODAY)
    bench.press("xldMails")
    (draft,) = (tmp_path / "brieven").rglob("*.eml")
    assert left in draft.name, why


def test_a_new_day_alone_changes_nothing(tmp_path: Path) -> None:
    bench = company(tmp_path)
    bench.press("xldLetters")
    bench.press("xldCompute")
    assert bench.press("xldMails").startswith("2 concept-e-mails klaargezet")
