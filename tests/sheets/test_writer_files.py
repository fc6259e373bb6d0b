"""The result appears whole or not at all, and says in Dutch why it can't."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.sheets.writer_samples import layout_of, make_list, run
from xl_dunning.frontends import messages_nl
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.locked import locked, opened
from xl_dunning.sheets.opening import open_grid
from xl_dunning.sheets.replacing import write_whole


def test_the_list_itself_can_be_the_target(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")

    run(source, source)
    run(source, source)

    assert load_workbook(source).worksheets[0].max_column == 14
    assert [path.name for path in tmp_path.iterdir()] == ["lijst.xlsx"]


def test_a_target_through_a_link_changes_the_file_and_keeps_the_link(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    real = tmp_path / "map" / "echt.xlsx"
    real.parent.mkdir()
    real.write_bytes(b"oud")
    link = tmp_path / "uit.xlsx"
    link.symlink_to(real)

    run(source, link)

    assert link.is_symlink()
    assert load_workbook(real).worksheets[0].max_column == 14


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        (
            "uit.csv",
            "Het resultaat kan niet als uit.csv worden opgeslagen: het wordt altijd een"
            " Excel-werkmap. Kies een bestandsnaam die op .xlsx eindigt.",
        ),
        (
            "nergens/uit.xlsx",
            "uit.xlsx kan niet worden opgeslagen: de map {folder}/nergens bestaat niet. Maak de map"
            " of kies een andere.",
        ),
    ],
)
def test_a_target_that_can_not_be(tmp_path: Path, target: str, sentence: str) -> None:
    source = make_list(tmp_path / "lijst.xlsx")

    with pytest.raises(Refusal) as refused:
        run(source, tmp_path / target)

    assert messages_nl.refusal_text(refused.value) == sentence.format(folder=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["lijst.xlsx"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder closed to every user")
def test_a_folder_in_which_nobody_may_write(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")

    with pytest.raises(Refusal) as refused:
        run(source, Path("/sys/kernel/uit.xlsx"))

    assert messages_nl.refusal_text(refused.value) == (
        "uit.xlsx kan niet worden opgeslagen: u mag in de map /sys/kernel niet schrijven. Kies met"
        " --output een andere map."
    )


def test_a_target_that_is_open_in_excel_stays_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "uit.xlsx"
    target.write_bytes(b"oud")

    def refused_by_windows(_source: Path, _target: Path) -> None:
        raise PermissionError(13, "The process cannot access the file")

    with pytest.raises(Refusal) as refused:
        write_whole(target, b"nieuw", replace=refused_by_windows)

    assert messages_nl.refusal_text(refused.value) == (
        "uit.xlsx kan niet worden bijgewerkt, omdat het nog ergens open is. Sluit het in Excel en"
        " begin opnieuw."
    )
    assert target.read_bytes() == b"oud"
    assert [path.name for path in tmp_path.iterdir()] == ["uit.xlsx"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_disk_that_is_full_leaves_nothing_behind(tmp_path: Path) -> None:
    def full(_source: Path, _target: Path) -> None:
        with Path("/dev/full").open("wb", buffering=0) as device:
            device.write(b"x")

    with pytest.raises(Refusal) as refused:
        write_whole(tmp_path / "uit.xlsx", b"nieuw", replace=full)

    assert messages_nl.refusal_text(refused.value) == (
        f"uit.xlsx kan niet worden opgeslagen: de schijf met de map {tmp_path} is vol. Maak ruimte"
        " en begin opnieuw."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    (tmp_path / "uit.xlsx").mkdir()

    with pytest.raises(Refusal) as refused:
        run(source, tmp_path / "uit.xlsx")

    assert messages_nl.refusal_text(refused.value) == (
        f"uit.xlsx kan niet worden opgeslagen in de map {tmp_path}. Controleer of de schijf of"
        " netwerkmap bereikbaar is en begin opnieuw."
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such rights")
def test_the_rights_of_the_old_file_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "uit.xlsx"
    target.write_bytes(b"oud")
    target.chmod(0o640)

    write_whole(target, b"nieuw")

    assert target.stat().st_mode & 0o777 == 0o640


def test_what_lay_behind_a_password_lies_behind_it_again(tmp_path: Path) -> None:
    plain = make_list(tmp_path / "open.xlsx")
    source = tmp_path / "lijst.xlsx"
    source.write_bytes(locked(plain.read_bytes(), "geheim"))

    outcome = run(
        source,
        tmp_path / "uit.xlsx",
        grid=open_grid(source, password="geheim"),  # noqa: S106 - made up
        layout=layout_of(source),
        password="geheim",  # noqa: S106
    )

    content, secret = opened(tmp_path / "uit.xlsx", "geheim")
    assert (outcome.kept, outcome.lost, secret) == (True, (), True)
    assert load_workbook(io.BytesIO(content.read())).worksheets[0].max_column == 14


def test_a_password_that_was_not_needed_locks_nothing(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")

    run(source, tmp_path / "uit.xlsx", password="overbodig")  # noqa: S106 - made up

    assert load_workbook(tmp_path / "uit.xlsx").worksheets[0].max_column == 14
