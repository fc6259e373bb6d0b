"""A handover killed anywhere between its first and last step is done as a whole, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.acceptance import killing_handover
from tests.acceptance.company import ROOT, environment
from tests.acceptance.handing_over import logged, try_handover
from xl_dunning.rules.events import EventKind

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill -9")

POINTS = 20


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Folders as the kills left them, in the order of the steps."""
    base = tmp_path_factory.mktemp("gedood")
    subprocess.run(
        [sys.executable, "-m", "tests.acceptance.killing_handover", str(base), str(POINTS)],
        cwd=ROOT,
        env=environment(),
        check=True,
    )
    steps = (folder for folder in base.iterdir() if folder.name.isdecimal())
    return sorted(steps, key=lambda folder: int(folder.name))


def test_after_a_kill_at_any_step_one_more_try_leaves_one_whole_dossier(
    killed: list[Path],
) -> None:
    """The next command brings to its end what the killed one left, before it looks at anything."""
    assert len(killed) >= 15
    done_anew = []
    for folder in killed:
        company = killing_handover.company_in(folder)

        again = try_handover(company)

        # Either the killed one counts and this one is refused, or nothing had happened yet.
        done_anew.append(again.code == 0)
        assert again.code == 0 or "al overgedragen" in again.err, folder
        events = logged(company, EventKind.HANDOVER)
        assert [event.invoice for event in events] == ["F1", "F2"], folder
        zips = folder.glob("overdracht/*")
        assert {path.name: sha256(path.read_bytes()).hexdigest() for path in zips} == {
            event.document: event.sha256 for event in events
        }, folder
        assert [name for name in company.files() if ".bezig" in name] == [], folder
    # One moment divides them: killed before it nothing was recorded, from it on everything was.
    assert done_anew == sorted(done_anew, reverse=True)
    assert set(done_anew) == {True, False}
