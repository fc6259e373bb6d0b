"""Our VBA is text that every Excel compiles: on Windows in 32 and 64 bits, and on a Mac."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from xl_dunning.shipped import shipped

VBA = shipped("workbook") / "vba"
FILES = sorted((*VBA.rglob("*.bas"), *VBA.rglob("*.cls")))
WINDOWS_ONLY = ("CreateObject", "GetObject", "Shell", "WScript", "AppActivate", "FileDialog")
"""Each must stand in the branch of an #If Mac that a Mac does not compile."""


def code(file: Path) -> list[str]:
    """The lines without comments; a quote in a text does not start one."""
    lines = file.read_bytes().decode("cp1252").splitlines()
    return [re.sub(r"""^((?:[^'"]|"[^"]*")*)'.*$""", r"\1", line) for line in lines]


def not_for_a_mac(file: Path) -> set[int]:
    """Numbers of the lines that a Mac does not compile."""
    found, inside, skipped = set(), False, False
    for number, line in enumerate(code(file), 1):
        word = line.strip().lower()
        if word.startswith("#if"):
            inside, skipped = word.startswith("#if mac"), False
        elif word.startswith("#else"):
            skipped = inside
        elif word.startswith("#end if"):
            inside = skipped = False
        elif skipped:
            found.add(number)
    return found


@pytest.fixture(params=FILES, ids=[file.name for file in FILES])
def file(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def test_the_modules_are_found() -> None:
    names = {file.stem for file in FILES}
    assert {"XlDunning", "XlDunningBrug", "ZonderXlwings", "ThisWorkbook"} <= names


def test_every_character_is_in_the_code_page_of_the_project(file: Path) -> None:
    text = file.read_bytes().decode("cp1252")
    assert "\r" not in text, "CR LF is made at build"
    assert text.endswith("\n")


def test_every_variable_must_be_declared(file: Path) -> None:
    assert "Option Explicit" in file.read_text(encoding="cp1252").splitlines()[:2]


def test_a_module_is_called_as_its_file(file: Path) -> None:
    first = file.read_text(encoding="cp1252").splitlines()[0]
    assert file.suffix == ".cls" or first == f'Attribute VB_Name = "{file.stem}"'


def test_no_line_is_longer_or_continued_further_than_vba_takes(file: Path) -> None:
    lines = code(file)
    assert max(map(len, lines)) <= 1_023
    continued = "".join("_" if line.endswith(" _") else "." for line in lines)
    assert "_" * 25 not in continued


def test_nothing_is_called_in_a_library_of_windows(file: Path) -> None:
    """A Declare needs PtrSafe in 64 bits, is not there on a Mac, and makes virus scanners bark."""
    assert not any(re.search(r"\b(Declare|PtrSafe|Lib)\b", line) for line in code(file))


def test_what_only_windows_has_is_kept_from_a_mac(file: Path) -> None:
    called = {
        number
        for number, line in enumerate(code(file), 1)
        if any(re.search(rf"\b{word}\b", line) for word in WINDOWS_ONLY)
    }
    assert called <= not_for_a_mac(file)


def test_blocks_are_closed(file: Path) -> None:
    text = "\n".join(code(file))
    for word in ("Sub", "Function"):
        begun = re.findall(rf"(?m)^(?:Public |Private )?{word} \w+", text)
        assert len(begun) == len(re.findall(rf"(?m)^End {word}$", text)), word
    assert len(re.findall(r"(?m)^\s*#If\b", text)) == len(re.findall(r"(?m)^\s*#End If\b", text))


def test_the_command_to_python_holds_nothing_that_a_shell_reads_otherwise() -> None:
    """cmd.exe and the shell of a Mac get it between double quotes."""
    source = (VBA / "XlDunning.bas").read_text(encoding="cp1252")
    command = re.search(r"RunPython\((.*)\)$", source, re.MULTILINE)
    assert command is not None
    text = "".join(re.findall(r'"([^"]*)"', command[1]))
    assert text == "from xl_dunning.ribbon import press; press('', '')"
    assert not set(text) & set('"%$|`\\&<>^!')
