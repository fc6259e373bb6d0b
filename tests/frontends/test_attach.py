"""The bridge: presses come as files, are done one after the other, and are always answered."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from xl_dunning.frontends.setup.listener import Work, listen
from xl_dunning.frontends.setup.spool import Press, from_hex, read_press, to_hex
from xl_dunning.rules.findings import Refusal

PATIENCE = 30
"""Only for a test that would hang; nothing is measured."""


def text(
    control: str = "xldLetters", choice: str = "1", book: str = "C:\\€\\Débiteuren.xlsm"
) -> str:
    return "\r\n".join(["xl-dunning-press 1", control, choice, to_hex(book), to_hex("D.xlsm"), ""])


def drop(folder: Path, name: str, content: str) -> None:
    """As VBA does: written under another name, then renamed."""
    half = folder / f"{name}.tmp"
    half.write_text(content, encoding="ascii", newline="")
    half.rename(folder / f"{name}.press")


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.01)


def answered(folder: Path, name: str) -> tuple[str, str]:
    path = folder / f"{name}.answer"
    until(path.exists)
    word, line = path.read_text(encoding="ascii").splitlines()
    return word, from_hex(line)


@contextmanager
def listening(folder: Path, work: Work) -> Iterator[None]:
    stop = threading.Event()
    thread = threading.Thread(
        target=listen, args=(folder, work), kwargs={"tell": lambda _: None, "stop": stop}
    )
    thread.start()
    try:
        until((folder / "alive").exists)
        yield
    finally:
        stop.set()
        thread.join(PATIENCE)


def noting(done: list[Press]) -> Work:
    def work(press: Press) -> str:
        done.append(press)
        return ""

    return work


def test_a_press_is_done_once_and_answered(tmp_path: Path) -> None:
    done: list[Press] = []
    with listening(tmp_path, noting(done)):
        drop(tmp_path, "1", text())
        assert answered(tmp_path, "1") == ("klaar", "")
    assert done == [
        Press(control="xldLetters", choice="1", book="C:\\€\\Débiteuren.xlsm", book_name="D.xlsm")
    ]
    assert {path.suffix for path in tmp_path.iterdir()} == {".answer", ".slot"}


def test_presses_are_claimed_at_once_and_done_in_their_order(tmp_path: Path) -> None:
    order: list[str] = []
    go = threading.Event()

    def work(press: Press) -> str:
        go.wait(PATIENCE)
        order.append(press.choice)
        return ""

    with listening(tmp_path, work):
        for number in "123":
            drop(tmp_path, number, text(choice=number))
            until((tmp_path / f"{number}.taken").exists)  # also while the first is worked on
        go.set()
        assert answered(tmp_path, "3") == ("klaar", "")
    assert order == ["1", "2", "3"]


def test_what_goes_wrong_is_answered_and_the_next_press_is_served(tmp_path: Path) -> None:
    def work(press: Press) -> str:
        if press.choice == "1":
            raise ValueError(press.book_name)
        if press.choice == "2":
            raise SystemExit("Sluit eerst de cel die u bewerkt.")
        return "Kies eerst een regel."

    with listening(tmp_path, work):
        for number in "123":
            drop(tmp_path, number, text(choice=number))
        assert answered(tmp_path, "1")[1].startswith(
            "Er ging iets mis dat wij niet hadden voorzien"
        )
        assert answered(tmp_path, "2") == ("fout", "Sluit eerst de cel die u bewerkt.")
        assert answered(tmp_path, "3") == ("fout", "Kies eerst een regel.")


NO_PRESSES = [
    ("", "an empty file"),
    (text(control="xldTest'); import os; ('"), "code in the place of a control"),
    (text(control="os.system"), "no control of ours"),
    (text(choice="../x"), "a path as choice"),
    (text().replace("press 1", "press 2"), "another version"),
    (text().replace("0044", "zz"), "no hex"),
    (text() + "nog een regel", "a line too many"),
]


@pytest.mark.parametrize(("content", "why"), NO_PRESSES)
def test_nothing_but_a_press_is_a_press(content: str, why: str) -> None:
    assert read_press(content) is None, why


def test_what_is_no_press_is_answered_and_not_done(tmp_path: Path) -> None:
    done: list[Press] = []
    with listening(tmp_path, noting(done)):
        for number, (content, _) in enumerate(NO_PRESSES):
            drop(tmp_path, str(number), content)
            word, said = answered(tmp_path, str(number))
            assert (word, said[:12]) == ("fout", "De opdracht ")
    assert done == []


def test_a_press_from_before_does_not_suddenly_run(tmp_path: Path) -> None:
    drop(tmp_path, "oud", text())
    (tmp_path / "oud.answer").write_text("klaar")
    done: list[Press] = []
    with listening(tmp_path, noting(done)):
        assert not (tmp_path / "oud.press").exists()
    assert done == []


def test_only_one_listens(tmp_path: Path) -> None:
    with listening(tmp_path, lambda _: ""):
        with pytest.raises(Refusal) as refused:
            listen(tmp_path, lambda _: "", tell=lambda _: None)
        assert refused.value.code == "ATTACH_RUNS"
        assert (tmp_path / "alive").exists()


PROGRAM = """
import sys
from pathlib import Path
from xl_dunning.frontends.setup.listener import listen
try:
    listen(
        Path(sys.argv[1]),
        lambda press: press.book_name,
        tell=lambda said: print(said, flush=True),
    )
except KeyboardInterrupt:
    print("gestopt", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C reaches a whole console there")
def test_ctrl_c_ends_another_process_cleanly_and_a_kill_does_not_lock_the_folder(
    tmp_path: Path,
) -> None:
    for number, sign in enumerate((signal.SIGKILL, signal.SIGINT)):
        child = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        try:
            assert child.stdout
            assert child.stdout.readline().startswith("De knoppen worden nu hier uitgevoerd")
            drop(tmp_path, str(number), text())
            assert answered(tmp_path, str(number)) == ("fout", "D.xlsm")
            child.send_signal(sign)
            told, _ = child.communicate(timeout=PATIENCE)
        finally:
            child.kill()
            child.wait()
        assert (tmp_path / "alive").exists() is (sign is signal.SIGKILL)
    assert told.endswith("gestopt\n")
