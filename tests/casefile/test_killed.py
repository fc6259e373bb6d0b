"""Letter and registration are one act: a kill -9 at any step leaves all of it or nothing.

Scenario S14, property P13. After the kill the next start finishes or clears away what was left,
and nothing is sent twice or lost.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.casefile import killing
from tests.casefile.killing import killed_everywhere
from tests.casefile.samples import LETTER, PROMISE, RUN, unnumbered
from xl_dunning.casefile import opening
from xl_dunning.rules.events import standing

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill -9")


@pytest.fixture(autouse=True)
def _no_power_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_SYNCHRONOUS", killing.NO_POWER_CUT)


def names(folder: Path) -> set[str]:
    """Everything in the folder but the case file itself."""
    return {item.name for item in folder.iterdir()} - {"dossier.db", "dossier.db.lock"}


def next_start(folder: Path) -> None:
    """What every command does first; a second time there is nothing left to do."""
    casefile = killing.casefile_in(folder)
    with casefile.lock():
        assert casefile.finish() == ()
        left = names(folder)
        assert casefile.finish() == ()
        assert names(folder) == left


def is_carried_out(folder: Path) -> bool:
    """Whether the run is there as a whole; fails when a part of it is."""
    casefile = killing.casefile_in(folder)
    if not casefile.runs():
        assert casefile.events() == ()
        assert names(folder) == {"lijst.xlsx"}
        assert (folder / "lijst.xlsx").read_bytes() == b"oud"
        return False
    assert casefile.runs() == (RUN,)
    assert [unnumbered(event) for event in casefile.events()] == [LETTER, PROMISE]
    assert names(folder) == {"lijst.xlsx", "brieven"}
    assert (folder / "lijst.xlsx").read_bytes() == b"nieuw"
    assert sorted(item.name for item in (folder / "brieven").iterdir()) == list(killing.LETTERS)
    return True


def is_undone(folder: Path) -> bool:
    """Whether the run was taken back as a whole; fails when a part of it was."""
    casefile = killing.casefile_in(folder)
    (found,) = casefile.runs()
    if not found.undone:
        assert is_carried_out(folder)
        return False
    assert [event.id for event in standing(casefile.events())] == [PROMISE.id]
    assert names(folder) == {"lijst (ingetrokken).xlsx", "brieven (ingetrokken)"}
    return True


def test_a_killed_run_was_carried_out_or_leaves_no_trace(tmp_path: Path) -> None:
    folders = killed_everywhere("run", tmp_path)
    assert len(folders) > 20

    outcomes = []
    for folder in folders:
        next_start(folder)
        outcomes.append(is_carried_out(folder))
        if not outcomes[-1]:
            killing.run(folder)
            assert is_carried_out(folder)

    # One moment divides them: before it nothing, from it on everything.
    assert outcomes == sorted(outcomes)
    assert set(outcomes) == {False, True}


def test_a_killed_undo_took_all_back_or_nothing(tmp_path: Path) -> None:
    folders = killed_everywhere("undo", tmp_path)
    assert len(folders) > 20

    outcomes = []
    for folder in folders:
        next_start(folder)
        outcomes.append(is_undone(folder))
        if not outcomes[-1]:
            killing.undo(folder)
            assert is_undone(folder)

    assert outcomes == sorted(outcomes)
    assert set(outcomes) == {False, True}


def test_a_kill_while_clearing_away_is_cleared_away_at_the_next_start(tmp_path: Path) -> None:
    folders = killed_everywhere("clear", tmp_path)
    assert len(folders) > 10

    for folder in folders:
        next_start(folder)
        assert not is_carried_out(folder)
