"""LibreOffice for the tests of this folder: started once, when the first test asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.office.calc import Office, calc, is_here

collect_ignore = ["calc_server.py"]  # for another Python


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    """A running Calc."""
    if not is_here():
        pytest.skip("needs program soffice, and python3-uno for the system's Python")
    with calc() as running:
        yield running
