"""A run of 2,000 rows with 300 letters is not slower than a plain script that does the same."""

from __future__ import annotations

import pytest

from tests.benchmarks.run_speed import measure


@pytest.mark.benchmark
def test_a_run_is_not_slower_than_a_plain_script() -> None:
    """One round, and a bound far below the four times it mostly is: computers are busy."""
    speed = measure(rounds=1)
    print("\n".join(speed.lines()))  # noqa: T201 - a benchmark is there to be read
    assert speed.ratio >= 1
