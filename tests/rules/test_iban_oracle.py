"""Our IBAN check against a library that knows the form of every country."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban as oracle

from xl_dunning.rules.iban import is_iban

BODIES = {
    "NL": st.from_regex(r"[A-Z]{4}[0-9]{10}", fullmatch=True),
    "BE": st.from_regex(r"[0-9]{12}", fullmatch=True),
    "DE": st.from_regex(r"[0-9]{18}", fullmatch=True),
    "FR": st.from_regex(r"[0-9]{10}[A-Z0-9]{11}[0-9]{2}", fullmatch=True),
}


@given(st.sampled_from(sorted(BODIES)), st.data(), st.integers(min_value=0, max_value=99))
def test_check_digits_and_lengths_agree_with_the_library(
    country: str, data: st.DataObject, check: int
) -> None:
    number = f"{country}{check:02d}{data.draw(BODIES[country])}"
    right = f"{country}{oracle.calc_check_digits(number)}{number[4:]}"
    assert is_iban(right)
    for candidate in (number, right[:-1], f"{right}0"):
        assert is_iban(candidate) == oracle.is_valid(candidate, check_country=False)
