"""What the doctor looks at, gathered once; the checks themselves touch nothing."""

from __future__ import annotations

import os
import zipfile
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from xl_dunning.frontends.options import CASEFILE_NAME
from xl_dunning.frontends.setup.installing import settings_in
from xl_dunning.frontends.setup.machine import Machine, configuration, script_folder

SHADOWS = ("xl_dunning", "xlwings")
"""Modules that must come from the installation, not from a folder of the user's."""
TEMPLATES = "sjablonen"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFacts:
    """The workbook that was named, and what lies beside it."""

    name: str
    is_url: bool = False
    exists: bool = True
    stamp: str | None = None
    """Version of xlwings with which it was built; None when it could not be read."""
    marked: bool = False
    """Whether Windows knows that it came from the internet."""
    folder_open: bool = True
    closed_files: tuple[str, ...] = ()
    """Case files beside it that can't be written."""
    bad_templates: tuple[str, ...] = ()
    shadows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The installation, and the workbook when one was named."""

    machine: Machine
    xlwings: str | None
    """Its version; None when it is not installed."""
    pandas: bool = False
    configuration: str = ""
    settings: dict[str, str] | None = None
    """What the configuration says; None when there is none."""
    python_exists: bool = True
    """Whether the Python that it names is there."""
    script: str | None = None
    script_exists: bool = True
    book: BookFacts | None = None
    shadowed_by: tuple[str, ...] = field(default=())


def gather(machine: Machine, book: str | None) -> Facts:
    """Look at this installation, and at the workbook when one is named."""
    where, folder = configuration(machine), script_folder(machine)
    xlwings = _version("xlwings")
    path = Path(where) if where else None
    settings = None
    if path and path.exists():
        settings = settings_in(path.read_text(encoding="locale", errors="replace"))
    script = Path(folder) / f"xlwings-{xlwings}.applescript" if folder and xlwings else None
    python = python_of(settings or {})
    return Facts(
        machine=machine,
        xlwings=xlwings,
        pandas=find_spec("pandas") is not None,
        configuration=str(path or ""),
        settings=settings,
        python_exists=Path(python).exists() if python else True,
        script=str(script) if script else None,
        script_exists=script.exists() if script else True,
        book=book_facts(book) if book else None,
        shadowed_by=_shadows(Path.cwd()),
    )


def python_of(settings: dict[str, str]) -> str:
    """The Python that a configuration names; empty when it names a conda environment or none."""
    return settings.get("INTERPRETER_WIN") or settings.get("INTERPRETER_MAC") or ""


def book_facts(book: str) -> BookFacts:
    """Look at a workbook and beside it; a URL is not looked up."""
    if urlsplit(book).scheme in {"http", "https"}:
        return BookFacts(name=book, is_url=True)
    path = Path(book)
    if not path.is_file():
        return BookFacts(name=book, exists=False)
    folder = path.resolve().parent
    return BookFacts(
        name=book,
        stamp=_stamp(path),
        marked=os.path.exists(f"{path}:Zone.Identifier"),  # noqa: PTH110 - a stream, no file
        folder_open=os.access(folder, os.W_OK),
        closed_files=tuple(
            each.name for each in folder.glob(CASEFILE_NAME) if not os.access(each, os.W_OK)
        ),
        bad_templates=tuple(
            each.name
            for each in sorted((folder / TEMPLATES).rglob("*.docx"))
            if not each.name.startswith("~$") and not zipfile.is_zipfile(each)
        ),
        shadows=_shadows(folder),
    )


def _stamp(path: Path) -> str | None:
    from openpyxl import load_workbook  # noqa: PLC0415 - only when a workbook is named

    try:
        opened = load_workbook(path, read_only=True)
    except Exception:  # noqa: BLE001 - whatever is wrong with it: it has no stamp to read
        return None
    try:
        if "_ribbon" not in opened.sheetnames:
            return None
        for row in opened["_ribbon"].iter_rows(values_only=True, max_col=3):
            if row[:2] == ("boek", "xlwings"):
                return str(row[2])
    finally:
        opened.close()
    return None


def _shadows(folder: Path) -> tuple[str, ...]:
    if (folder / "pyproject.toml").exists():
        return ()  # the project's own checkout
    return tuple(
        f"{name}{end}"
        for name in SHADOWS
        for end in ("", ".py")
        if (folder / f"{name}{end}").exists()
    )


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
