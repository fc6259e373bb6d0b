"""The VBA of the installed xlwings goes into the workbook, and looks for our configuration."""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import xlwings

from xl_dunning.excel.package import BookKind
from xl_dunning.excel.vba_module import ModuleKind
from xl_dunning.excel.xlwings_modules import CONFIG_ROWS, xlwings_modules, xlwings_version
from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.findings import Refusal

SHIPPED = Path(xlwings.__file__).parent


def changed_lines(kind: BookKind, file: str) -> list[str]:
    theirs = (SHIPPED / file).read_text(encoding="utf-8").splitlines()
    ours = xlwings_modules(kind)[0].source.splitlines()
    assert len(ours) == len(theirs)
    return [line for line, before in zip(ours, theirs, strict=True) if line != before]


@pytest.mark.parametrize(
    ("kind", "file"),
    [(BookKind.WORKBOOK, "xlwings.bas"), (BookKind.ADDIN, "xlwings_custom_addin.bas")],
)
def test_one_line_is_changed_and_the_licence_stays(kind: BookKind, file: str) -> None:
    assert changed_lines(kind, file) == ['Public Const PROJECT_NAME As String = "xl-dunning"']
    runner, dictionary = xlwings_modules(kind)
    assert "BSD 3-clause license" in runner.source
    assert "@license: MIT" in dictionary.source
    assert (runner.name, runner.kind) == ("xlwings", ModuleKind.STANDARD)
    assert (dictionary.name, dictionary.kind) == ("Dictionary", ModuleKind.CLASS)


def test_the_module_is_of_the_version_that_python_will_load() -> None:
    assert xlwings_version() == version("xlwings")
    source = xlwings_modules(BookKind.WORKBOOK)[0].source
    assert f'XLWINGS_VERSION As String = "{version("xlwings")}"' in source


def test_nothing_of_xlwings_lies_in_our_folders() -> None:
    root = Path(__file__).parents[2]
    kept = [
        file
        for folder in ("workbook", "xl_dunning")
        for file in (root / folder).rglob("*")
        if file.suffix in {".bas", ".cls", ".bin", ".xlsm", ".xlam"}
        and b"Zoomer Analytics" in file.read_bytes()
    ]
    assert kept == []


def test_python_never_looks_for_modules_beside_the_workbook() -> None:
    """Else a file csv.py that lies in the same folder would be run. Text, for a truth value is
    spelled otherwise in a Dutch Excel."""
    assert [tuple(row) for row in CONFIG_ROWS] == [("ADD_WORKBOOK_TO_PYTHONPATH", "false")]
    assert 'GetConfig("ADD_WORKBOOK_TO_PYTHONPATH"' in xlwings_modules(BookKind.WORKBOOK)[0].source


def test_without_xlwings_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlwings", None)  # how Python itself notes "not there"
    assert xlwings_version() == ""
    with pytest.raises(Refusal) as refused:
        xlwings_modules(BookKind.WORKBOOK)
    assert refusal_text(refused.value) == (
        "Om knoppen in Excel te maken is het pakket xlwings nodig, en dat staat niet op deze "
        "computer. Voer uit: python -m pip install 'xl-dunning[excel]'. Of maak een werkmap die "
        "geen programma start, met de optie --bridge-only. Er is niets gemaakt."
    )


@pytest.mark.parametrize("text", [None, 'Attribute VB_Name = "xlwings"\nOption Explicit\n'])
def test_an_xlwings_that_is_built_otherwise_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None
) -> None:
    """Its file is not there, or the one line that must be changed is not in it."""
    folder = tmp_path / "xlwings"
    (folder / "addin").mkdir(parents=True)
    (folder / "__init__.py").touch()
    if text is not None:
        (folder / "xlwings.bas").write_text(text, encoding="utf-8")
        (folder / "addin" / "Dictionary.cls").write_text(text, encoding="utf-8")
    monkeypatch.delitem(sys.modules, "xlwings")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(Refusal) as refused:
        xlwings_modules(BookKind.WORKBOOK)
    assert refusal_text(refused.value) == (
        f"De versie van xlwings op deze computer ({version('xlwings')}) is anders opgebouwd dan "
        "dit programma kent. Voer uit: python -m pip install --upgrade 'xl-dunning[excel]'. Of "
        "maak een werkmap met de optie --bridge-only. Er is niets gemaakt."
    )
