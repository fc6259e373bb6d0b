"""What every acceptance test starts from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.company import Company


@pytest.fixture
def company(tmp_path: Path) -> Company:
    """A company in a folder of its own."""
    return Company(folder=tmp_path)
