"""IBANs, right and mistyped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dunning.rules.iban import is_iban


@pytest.mark.parametrize(
    ("iban", "right"),
    [
        ("NL91ABNA0417164300", True),
        ("BE68 5390 0754 7034", True),
        ("be68.5390.0754.7034", True),  # as some print it
        ("NL19ABNA0417164300", False),  # two digits swapped
        ("NL91ABNA041716430", False),  # one lost
        ("ES91 2100 0418 4502 0005 1332", True),
        ("ES91 2100 0418 4502 0005 133", False),  # too short for Spain
        ("", False),
        ("NL91", False),
    ],
)
def test_an_iban_is_judged_by_its_check_digits(iban: str, *, right: bool) -> None:
    assert is_iban(iban) is right


@given(position=st.integers(4, 17), digit=st.integers(0, 9))
def test_no_single_mistyped_digit_of_an_iban_passes(position: int, digit: int) -> None:
    good = "NL91ABNA0417164300"
    typed = good[:position] + str(digit) + good[position + 1 :]
    assert is_iban(typed) is (typed == good)
