"""A letter is found again wherever its folder went, and never believed when it was changed."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xl_dunning.letters.sent import FileOnDisk, LetterInLog, NotFound, find_letters

NAME = "Aanmaning_10023_Jansen_2026-11-21.docx"
SENT = b"zoals verstuurd"
LETTER = LetterInLog(document=NAME, sha256=sha256(SENT).hexdigest())


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """The folder of a run, with the letter in it as it was sent."""
    folder = tmp_path / "brieven" / "2026-11-21-1"
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(SENT)
    return folder


def found(run: Path, root: Path, *, sha: str = LETTER.sha256) -> FileOnDisk | NotFound:
    letter = LetterInLog(document=NAME, sha256=sha, folder=run)
    (one,) = find_letters([letter], roots=(root,))
    return one


def test_it_lies_where_its_run_put_it(run: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "leeg"
    assert found(run, elsewhere) == FileOnDisk(name=NAME, content=SENT)


@pytest.mark.parametrize(
    "to",
    [
        "brieven/november, verstuurd",
        "archief/2026/week 47",
        "brieven/2026-11-21-1 (kopie van Anja)",
    ],
)
def test_its_folder_was_renamed_or_moved(run: Path, tmp_path: Path, to: str) -> None:
    (tmp_path / to).parent.mkdir(parents=True, exist_ok=True)
    run.rename(tmp_path / to)
    assert found(run, tmp_path) == FileOnDisk(name=NAME, content=SENT)


def test_the_file_itself_got_another_name(run: Path, tmp_path: Path) -> None:
    (run / NAME).rename(run / "verstuurd aan Jansen.docx")
    assert found(run, tmp_path) == FileOnDisk(name="verstuurd aan Jansen.docx", content=SENT)


@pytest.mark.parametrize(
    ("letter", "on_disk"),
    [("Müller.docx", "Mu\u0308ller.docx"), ("Aanmaning.docx", "AANMANING.DOCX")],
    ids=["a Mac spells umlauts in two signs", "Windows does not mind capitals"],
)
def test_a_name_may_be_spelled_otherwise(tmp_path: Path, letter: str, on_disk: str) -> None:
    (tmp_path / on_disk).write_bytes(SENT)
    (one,) = find_letters([LetterInLog(document=letter)], roots=(tmp_path,))
    assert isinstance(one, FileOnDisk)


def test_a_changed_letter_is_not_the_one_that_was_sent(run: Path, tmp_path: Path) -> None:
    (run / NAME).write_bytes(SENT + b"!")
    assert found(run, tmp_path) is NotFound.CHANGED


def test_the_original_beside_a_changed_letter_is_taken(run: Path, tmp_path: Path) -> None:
    shutil.copytree(run, tmp_path / "reservekopie")
    (run / NAME).write_bytes(SENT + b"!")
    assert found(run, tmp_path) == FileOnDisk(name=NAME, content=SENT)


def test_a_letter_that_is_gone_is_missed(run: Path, tmp_path: Path) -> None:
    (run / NAME).unlink()
    assert found(run, tmp_path) is NotFound.MISSING


def test_without_a_fingerprint_the_name_is_all_there_is(run: Path, tmp_path: Path) -> None:
    assert found(run, tmp_path, sha="") == FileOnDisk(name=NAME, content=SENT)
    (run / NAME).unlink()
    assert found(run, tmp_path, sha="") is NotFound.MISSING


def test_hidden_folders_are_left_alone(run: Path, tmp_path: Path) -> None:
    run.rename(tmp_path / ".2026-11-21-1.bezig")
    assert found(run, tmp_path) is NotFound.MISSING


def test_a_folder_with_the_name_of_a_letter_is_no_letter(run: Path, tmp_path: Path) -> None:
    (run / NAME).unlink()
    (run / NAME).mkdir()
    assert found(run, tmp_path) is NotFound.MISSING


contents = st.sampled_from([b"", b"een", b"twee", b"drie"])
names = st.sampled_from(["a.docx", "b.docx", "c.pdf"])


@settings(max_examples=60)
@given(
    disk=st.dictionaries(
        st.tuples(st.sampled_from(["x", "x/y", "z"]), names), contents, max_size=5
    ),
    wanted=st.lists(st.tuples(names, contents), max_size=4),
)
def test_what_is_found_is_always_what_was_sent(
    disk: dict[tuple[str, str], bytes], wanted: list[tuple[str, bytes]]
) -> None:
    with TemporaryDirectory() as place:
        for (folder, name), content in disk.items():
            (Path(place) / folder).mkdir(parents=True, exist_ok=True)
            (Path(place) / folder / name).write_bytes(content)
        letters = [
            LetterInLog(document=name, sha256=sha256(content).hexdigest())
            for name, content in wanted
        ]
        answers = find_letters(letters, roots=(Path(place),))
    for (name, content), answer in zip(wanted, answers, strict=True):
        same_kind = {each for (_, other), each in disk.items() if other[-4:] == name[-4:]}
        if content in same_kind:
            assert isinstance(answer, FileOnDisk)
            assert answer.content == content
        else:
            named = name in {other for _, other in disk}
            assert answer is (NotFound.CHANGED if named else NotFound.MISSING)
