"""LibreOffice Calc in the place of the program in memory: the same sheets, in a live document."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.frontends.ribbon.memory_sheets import Area, Block, Place, Sheet, Value

_DEBIAN = "/usr/lib/python3/dist-packages"
_NULL_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - as a spreadsheet counts
_DATE = 2
_DOWN = 0
_SECONDS = 60
_SECONDS_A_DAY = 86_400


def uno() -> Any:  # noqa: ANN401 - it has no types
    """The bridge to LibreOffice; None when it is not on this machine."""
    try:
        return importlib.import_module("uno")
    except ImportError:
        pass
    if not Path(_DEBIAN, "uno.py").exists():
        return None
    sys.path.append(_DEBIAN)
    try:
        return importlib.import_module("uno")
    except ImportError:  # made for another Python
        return None
    finally:
        sys.path.remove(_DEBIAN)


def is_here() -> bool:
    """Whether Calc can be driven on this machine."""
    return bool(shutil.which("soffice")) and uno() is not None


@contextmanager
def calc() -> Iterator[Any]:
    """Calc without a window, in a profile of its own; it ends with the block."""
    bridge, pipe = uno(), f"xld{time.monotonic_ns()}"
    with tempfile.TemporaryDirectory() as profile:
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
        try:
            context = _connected(bridge, pipe)
            desktop = context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
            yield desktop
            desktop.terminate()
        finally:
            try:
                office.wait(_SECONDS)
            except subprocess.TimeoutExpired:
                office.kill()


def _connected(bridge: Any, pipe: str) -> Any:  # noqa: ANN401 - as above
    local = bridge.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    until = time.monotonic() + _SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def document(desktop: Any, names: tuple[str, ...]) -> Any:  # noqa: ANN401 - as above
    """A new document with sheets of these names."""
    hidden = uno().createUnoStruct("com.sun.star.beans.PropertyValue")
    hidden.Name, hidden.Value = "Hidden", True
    made = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (hidden,))
    for at, name in enumerate(names):
        made.Sheets.insertNewByName(name, at)
    return made


class CalcSheet(Sheet):
    """A sheet of a live document."""

    def __init__(self, book: Value, name: str, *, document: Value) -> None:
        super().__init__(book, name)
        self._document, self._native = document, document.Sheets.getByName(name)

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
        ranges, here = self._document.DatabaseRanges, self._native.RangeAddress.Sheet
        areas = {name: ranges.getByName(name).DataArea for name in ranges.ElementNames}
        return {name: _area(area) for name, area in areas.items() if here == area.Sheet}

    def place_table(self, name: str, area: Area) -> None:
        ranges = self._document.DatabaseRanges
        if not ranges.hasByName(name):
            ranges.addNewByName(name, self._at(area).RangeAddress)
        ranges.getByName(name).DataArea = self._at(area).RangeAddress

    def put(self, place: Place, value: Value) -> None:
        self.write((*place, 1, 1), f"'{value}" if isinstance(value, str) else value)

    def used(self) -> Area:
        cursor = self._native.createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        return _area(cursor.RangeAddress)

    def read(self, area: Area) -> Block:
        native = self._at(area)
        days = set(self._days(native, area))
        return tuple(
            tuple(
                _NULL_DAY + timedelta(seconds=round(value * _SECONDS_A_DAY))
                if (row, column) in days and isinstance(value, float)
                else None
                if value == ""
                else value
                for column, value in enumerate(line)
            )
            for row, line in enumerate(native.getDataArray())
        )

    def read_formulas(self, area: Area) -> Block:
        return tuple(tuple(line) for line in self._at(area).getFormulaArray())

    def write(self, area: Area, data: Value) -> None:
        native, (_, _, height, width) = self._at(area), area
        if isinstance(data, str) and data.startswith("="):
            native.getCellByPosition(0, 0).setFormula(data)
            if height > 1:
                native.fillAuto(uno().Enum("com.sun.star.sheet.FillDirection", "TO_BOTTOM"), 1)
            return
        block = data if isinstance(data, list | tuple) else [[data] * width] * height
        native.setDataArray(tuple(tuple(map(_plain, line)) for line in block))
        for row, line in enumerate(block):
            for column, value in enumerate(line):
                if isinstance(value, date):
                    self._show_day(native.getCellByPosition(column, row))
                elif isinstance(value, str) and value.startswith("="):
                    native.getCellByPosition(column, row).setFormula(value)

    def _at(self, area: Area) -> Value:
        top, left, height, width = area
        return self._native.getCellRangeByPosition(
            left - 1, top - 1, left + width - 2, top + height - 2
        )

    def _days(self, native: Value, area: Area) -> Iterator[Place]:
        """The cells of the area with the format of a date, by their place in it."""
        top, left, *_ = area
        parts = native.CellFormatRanges
        for at in range(parts.Count):
            part = parts.getByIndex(at)
            if self._document.NumberFormats.getByKey(part.NumberFormat).Type & _DATE:
                row, column, height, width = _area(part.RangeAddress)
                for down in range(height):
                    for right in range(width):
                        yield row - top + down, column - left + right

    def _show_day(self, cell: Value) -> None:
        formats, locale = self._document.NumberFormats, self._document.CharLocale
        if not formats.getByKey(cell.NumberFormat).Type & _DATE:
            known = formats.queryKey("DD-MM-YYYY", locale, False)
            cell.NumberFormat = known if known != -1 else formats.addNew("DD-MM-YYYY", locale)


def _area(address: Value) -> Area:
    return (
        address.StartRow + 1,
        address.StartColumn + 1,
        address.EndRow - address.StartRow + 1,
        address.EndColumn - address.StartColumn + 1,
    )


def _plain(value: Value) -> str | float:
    """A value as Calc takes it: text is never more than text there."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.removeprefix("'")
    if isinstance(value, datetime):
        return (value - _NULL_DAY).total_seconds() / _SECONDS_A_DAY
    return float(value)
