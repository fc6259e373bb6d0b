"""What the dossier says of a hole, in neutral words: for every code that may be overruled."""

from __future__ import annotations

from string import Formatter

import pytest

from xl_dunning.frontends.dossier.index_page import remark
from xl_dunning.frontends.messages_nl.handover import REMARKS, SENTENCES
from xl_dunning.rules.findings import error, warning
from xl_dunning.workflow.handover_choice import NEVER

REFUSALS = {
    *("HANDOVER_INCOMPLETE", "HANDOVER_IMPOSSIBLE", "HANDOVER_CHANGED", "HANDOVER_NOT_WRITTEN"),
}
FOR_THE_USER_ONLY = {
    "HANDOVER_LEFT_OUT": "about other invoices than those of the dossier",
    "HANDOVER_NO_KVK": "the table of parties shows it",
}


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_hole_that_can_be_overruled_has_its_remark() -> None:
    told = {code for code in SENTENCES if code.startswith("HANDOVER_")}
    assert told - REFUSALS - NEVER - set(FOR_THE_USER_ONLY) == {
        code for code in REMARKS if code.startswith("HANDOVER_")
    }


@pytest.mark.parametrize("code", [code for code in REMARKS if code in SENTENCES])
def test_a_remark_has_no_gap_that_the_sentence_does_not_fill(code: str) -> None:
    assert gaps(REMARKS[code]) <= gaps(SENTENCES[code]) | {"invoice", "debtor"}


@pytest.mark.parametrize("code", REMARKS)
def test_a_remark_is_a_statement_and_asks_nobody_anything(code: str) -> None:
    text = REMARKS[code]
    assert text[0].isupper()
    assert text.endswith(".")
    words = set(text.lower().replace(",", " ").replace(":", " ").split())
    assert words.isdisjoint({"u", "uw", "wij", "ons", "onze", "vul", "zet", "stuur", "wacht"})


def test_an_error_of_the_list_itself_is_told_without_its_instructions() -> None:
    told = remark(error("DEBTOR_CONFLICT", debtor="1", other=4))
    assert told == (
        "Een gegeven van deze debiteur is in de administratie niet met zekerheid te lezen."
    )
    assert remark(warning("DEBTOR_KIND_UNKNOWN", debtor="1", name="Jan")) == ""
