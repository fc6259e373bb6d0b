"""LibreOffice Calc in the place of the program in memory: the same sheets, in a live document.

The bridge to LibreOffice belongs to the system's Python, not to the one that runs the tests. So
``calc_server`` runs there, and is asked line by line.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tests.office.memory_sheets import Area, Block, Place, Sheet, Value

_SYSTEM_PYTHON = "/usr/bin/python3"
_SERVER = Path(__file__).with_name("calc_server.py")
_NULL_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - as a spreadsheet counts
_SECONDS = 60
_SECONDS_A_DAY = 86_400


@cache
def is_here() -> bool:
    """Whether Calc can be driven on this machine: soffice, and a Python with its bridge."""
    if not shutil.which("soffice") or not Path(_SYSTEM_PYTHON).exists():
        return False
    done = subprocess.run([_SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False)
    return done.returncode == 0


class Office:
    """A running Calc. Every question is counted by its name."""

    def __init__(self, server: subprocess.Popen[str]) -> None:
        self._server = server
        self.calls: Counter[str] = Counter()

    def ask(self, function: str, *arguments: Value) -> Any:  # noqa: ANN401 - JSON
        """What ``calc_server.Office`` answers; RuntimeError with its words when it can't."""
        self.calls[function] += 1
        assert self._server.stdin
        assert self._server.stdout
        self._server.stdin.write(json.dumps([function, *arguments]) + "\n")
        self._server.stdin.flush()
        answer = json.loads(self._server.stdout.readline() or '{"error": "it ended"}')
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["ok"]


class Document:
    """A workbook that is open in Calc."""

    def __init__(self, office: Office, number: int) -> None:
        self.office, self.number = office, number

    def ask(self, function: str, *arguments: Value) -> Any:  # noqa: ANN401 - JSON
        """As ``Office.ask``, about this document."""
        return self.office.ask(function, self.number, *arguments)

    def macro(self, name: str, *arguments: Value) -> Any:  # noqa: ANN401 - JSON
        """Run ``Project.Module.Sub`` of the document, with texts, numbers or truth values."""
        return self.ask("macro", name, list(arguments))

    def store(self, path: Path) -> None:
        """Write it as .xlsx or .xlsm."""
        self.ask("store", str(path))


@contextmanager
def calc() -> Iterator[Office]:
    """Calc without a window, in a profile of its own; it ends with the block."""
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"xld{os.getpid()}{Path(profile).name}"
        office = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                "--nologo",
                "--nodefault",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        server = subprocess.Popen(
            [_SYSTEM_PYTHON, str(_SERVER), pipe],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={key: value for key, value in os.environ.items() if not key.startswith("PYTHON")},
        )
        asked = Office(server)
        try:
            yield asked
        finally:
            _end(asked, server, office)


def _end(asked: Office, server: subprocess.Popen[str], office: subprocess.Popen[bytes]) -> None:
    try:
        asked.ask("terminate")
    except (RuntimeError, OSError):
        office.terminate()
    server.communicate()
    try:
        office.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        office.kill()


def document(office: Office, names: tuple[str, ...]) -> Document:
    """A new document with sheets of these names."""
    return Document(office, office.ask("new", list(names)))


def opened(office: Office, path: Path) -> Document:
    """The workbook in this file, its macros allowed."""
    return Document(office, office.ask("open", str(path)))


class CalcSheet(Sheet):
    """A sheet of a live document."""

    def __init__(self, book: Value, name: str, *, document: Document) -> None:
        super().__init__(book, name)
        self._document = document

    @property
    def cells_at(self) -> dict[Place, Value]:
        top, left, *_ = area = self.used()
        return {
            (row, column): value
            for row, line in enumerate(self.read(area), start=top)
            for column, value in enumerate(line, start=left)
            if value is not None
        }

    @property
    def table_areas(self) -> dict[str, Area]:
        found = self._document.ask("tables", self.title)
        return {name: _area(area) for name, area in found.items()}

    def place_table(self, name: str, area: Area) -> None:
        self._document.ask("place_table", self.title, name, area)

    def put(self, place: Place, value: Value) -> None:
        self.write((*place, 1, 1), f"'{value}" if isinstance(value, str) else value)

    def used(self) -> Area:
        return _area(self._document.ask("used", self.title))

    def read(self, area: Area) -> Block:
        rows = self._document.ask("read", self.title, area)
        return tuple(tuple(map(_from_json, row)) for row in rows)

    def read_formulas(self, area: Area) -> Block:
        return tuple(map(tuple, self._document.ask("formulas", self.title, area)))

    def format_of(self, area: Area) -> str | None:
        code: str | None = self._document.ask("number_format", self.title, area)
        return code

    def write(self, area: Area, data: Value) -> None:
        _, _, height, width = area
        if isinstance(data, str) and data.startswith("="):
            self._document.ask("fill_formula", self.title, area, data)
            return
        block = data if isinstance(data, list | tuple) else [[data] * width] * height
        self._document.ask(
            "write", self.title, area, [[_to_json(value) for value in line] for line in block]
        )


def _area(found: list[int]) -> Area:
    top, left, height, width = found
    return top, left, height, width


def _from_json(value: Value) -> Value:
    if not isinstance(value, dict):
        return value
    if "error" in value:
        return value["error"]
    return _NULL_DAY + timedelta(seconds=round(value["day"] * _SECONDS_A_DAY))


def _to_json(value: Value) -> Value:
    if isinstance(value, datetime):
        return {"day": (value - _NULL_DAY).total_seconds() / _SECONDS_A_DAY}
    return value
