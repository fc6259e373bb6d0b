"""The cells Facturen and Fase: what the program writes there it reads back without a doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dunning.casefile.call_cells import invoices_cell, invoices_of, stages_cell, stages_of

NUMBERS = st.text(alphabet="AF-/. 0159", min_size=1, max_size=8).map(
    lambda text: f"F{' '.join(text.split())}"
)
KEYS = st.sampled_from(["bellen", "nabellen", "terug_bellen", "bel-2"])


@given(st.dictionaries(NUMBERS, KEYS, min_size=1, max_size=12))
def test_what_is_written_is_read_back(stages: dict[str, str]) -> None:
    numbers = invoices_of(invoices_cell(stages), known=stages)
    assert list(numbers) == list(stages)
    assert stages_of(stages_cell(stages), numbers, titles={}) == stages
    # An invoice that the user takes away takes nothing from the others.
    left = dict(list(stages.items())[1:])
    assert stages_of(stages_cell(stages), list(left), titles={}) == left


@pytest.mark.parametrize(
    ("typed", "known", "numbers"),
    [
        ("F1, F2,F3 ; F4\nF5", "", ["F1", "F2", "F3", "F4", "F5"]),  # however they are divided
        (" F1,\n\n F1 ", "", ["F1"]),
        ("2026 001, 2026 002", "", ["2026 001", "2026 002"]),  # a blank belongs to the number
        ("A,1, B;2", "A,1 B;2", ["A,1", "B;2"]),  # as the list knows them
        ("", "", []),
        (" , ", "", []),
    ],
)
def test_invoices_may_be_typed_in_many_ways(typed: str, known: str, numbers: list[str]) -> None:
    assert list(invoices_of(typed, known=known.split())) == numbers


@pytest.mark.parametrize(
    ("typed", "stages"),
    [
        ("bellen", {"F1": "bellen", "F(2)": "bellen"}),
        ("Bellen: vragen (met geduld)", {"F1": "bellen", "F(2)": "bellen"}),  # the title is read
        ("bellen (F1); nabellen (F(2))", {"F1": "bellen", "F(2)": "nabellen"}),
        ("bellen (F1);\nnabellen (F(2), F3)", {"F1": "bellen", "F(2)": "nabellen"}),
        ("bellen (F1)", None),  # nobody knows the stage of the other
        ("", None),
    ],
)
def test_a_stage_is_read_for_each_invoice_or_not_at_all(
    typed: str, stages: dict[str, str] | None
) -> None:
    titles = {"bellen: vragen (met geduld)": "bellen"}
    assert stages_of(typed, ["F1", "F(2)"], titles=titles) == stages
