"""Two runs at once can't both issue: the second is refused at once (scenario S3 e)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from xl_dunning.casefile.store import open_casefile
from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.findings import Refusal

_HOLDER = """
import sys
from xl_dunning.casefile.store import open_casefile
with open_casefile(sys.argv[1]).lock():
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that holds the case file."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(tmp_path / "dossier.db")],
        stdin=subprocess.PIPE,  # it holds on until this closes, so one who waits waits for ever
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_process_is_refused_at_once(
    tmp_path: Path, holder: subprocess.Popen[bytes]
) -> None:
    casefile = open_casefile(str(tmp_path / "dossier.db"))
    with pytest.raises(Refusal) as refused, casefile.lock():
        pytest.fail("both hold it")

    assert holder.poll() is None, "it was refused while the other one held it: it did not wait"
    assert refusal_text(refused.value) == (
        f"Het dossier {tmp_path / 'dossier.db'} is in gebruik door een andere aanmaanronde. Wacht "
        "tot die klaar is en start dan opnieuw."
    )


def test_a_holder_that_is_killed_leaves_no_lock(
    tmp_path: Path, holder: subprocess.Popen[bytes]
) -> None:
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()

    with open_casefile(str(tmp_path / "dossier.db")).lock():
        pass


def test_another_window_of_the_same_process_is_refused_too(tmp_path: Path) -> None:
    ours, theirs = (open_casefile(str(tmp_path / "dossier.db")) for _ in range(2))

    with ours.lock(), pytest.raises(Refusal, match="CASEFILE_LOCKED"), theirs.lock():
        pytest.fail("both hold it")


def test_another_path_to_the_same_file_is_the_same_lock(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    casefile = open_casefile(str(tmp_path / "dossier.db"))
    roundabout = open_casefile(str(tmp_path / "map" / ".." / "dossier.db"))

    with casefile.lock(), pytest.raises(Refusal, match="CASEFILE_LOCKED"), roundabout.lock():
        pytest.fail("both hold it")


def test_it_is_free_again_after_the_block_also_when_that_fails(tmp_path: Path) -> None:
    casefile = open_casefile(str(tmp_path / "dossier.db"))
    with pytest.raises(ZeroDivisionError), casefile.lock():
        raise ZeroDivisionError

    with casefile.lock():
        assert casefile.append([]) == 0


def test_reading_goes_on_while_another_holds_it(
    tmp_path: Path, holder: subprocess.Popen[bytes]
) -> None:
    assert holder.poll() is None
    assert open_casefile(str(tmp_path / "dossier.db"), create=False).events() == ()
