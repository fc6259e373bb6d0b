"""Drives LibreOffice for the tests; run by the Python that has its bridge, mostly the system's.

A line of JSON comes in (``[function, argument ...]``), a line goes out: ``{"ok": ...}`` or
``{"error": "..."}``. A day is ``{"day": serial}``, an error in a cell ``{"error": "#N/A"}``.
Needs nothing but that bridge: it knows neither the package nor what the tests are written with.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import uno

Rect = list[int]
"""First row, first column, height and width; rows and columns count from 1."""

_HIDDEN_KINDS = {"date": 2, "boolean": 1024}
_ERRORS = {32767: "#N/A", 532: "#DIV/0!", 519: "#VALUE!", 524: "#REF!", 525: "#NAME?", 503: "#NUM!"}
_XLSM = "Calc MS Excel 2007 VBA XML"
_XLSX = "Calc MS Excel 2007 XML"
_ERROR_CELLS = 4
_MACROS_ALWAYS = 4


class Office:
    """The program, and the documents that are open in it, by number."""

    def __init__(self, pipe: str, seconds: float = 60) -> None:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        until = time.monotonic() + seconds
        while True:
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)
        self.desktop = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", context
        )
        self.documents: dict[int, Any] = {}

    # ---- documents
    def new(self, names: list[str]) -> int:
        number = self._opened("private:factory/scalc", Hidden=True)
        sheets = self.documents[number].Sheets
        for at, name in enumerate(names):
            if not sheets.hasByName(name):
                sheets.insertNewByName(name, at)
        return number

    def open(self, path: str) -> int:
        url = uno.systemPathToFileUrl(path)
        return self._opened(url, Hidden=True, MacroExecutionMode=_MACROS_ALWAYS)

    def _opened(self, url: Any, **how: Any) -> int:
        document = self.desktop.loadComponentFromURL(url, "_blank", 0, _properties(**how))
        if document is None:
            raise ValueError(f"can't be opened: {url}")
        number = len(self.documents) + 1
        self.documents[number] = document
        return number

    def store(self, book: int, path: str) -> None:
        kind = _XLSM if path.endswith(".xlsm") else _XLSX
        self.documents[book].storeToURL(uno.systemPathToFileUrl(path), _properties(FilterName=kind))

    def close(self, book: int) -> None:
        self.documents[book].close(True)

    def terminate(self) -> None:
        self.desktop.terminate()

    def recalculate(self, book: int) -> None:
        self.documents[book].calculateAll()

    def add_module(self, book: int, name: str, source: str) -> None:
        """A module in the library Standard of the document."""
        libraries = self.documents[book].BasicLibraries
        if not libraries.hasByName("Standard"):
            libraries.createLibrary("Standard")
        libraries.getByName("Standard").insertByName(name, source)

    def macro(self, book: int, name: str, arguments: list[Any]) -> Any:
        """Run ``Project.Module.Sub`` of the document; what a function gives back."""
        url = f"vnd.sun.star.script:{name}?language=Basic&location=document"
        script = self.documents[book].getScriptProvider().getScript(url)
        return script.invoke(tuple(arguments), (), ())[0]

    # ---- sheets
    def sheets(self, book: int) -> list[str]:
        return list(self.documents[book].Sheets.ElementNames)

    def add_sheet(self, book: int, name: str, at: int) -> None:
        self.documents[book].Sheets.insertNewByName(name, at)

    def delete_sheet(self, book: int, name: str) -> None:
        self.documents[book].Sheets.removeByName(name)

    def is_visible(self, book: int, name: str) -> bool:
        return bool(self.documents[book].Sheets.getByName(name).IsVisible)

    def tables(self, book: int, name: str) -> dict[str, Rect]:
        ranges = self.documents[book].DatabaseRanges
        here = self.documents[book].Sheets.getByName(name).RangeAddress.Sheet
        areas = {table: ranges.getByName(table).DataArea for table in ranges.ElementNames}
        return {table: _rect(area) for table, area in areas.items() if area.Sheet == here}

    def place_table(self, book: int, name: str, table: str, area: Rect) -> None:
        ranges, address = self.documents[book].DatabaseRanges, self._at(book, name, area)
        if not ranges.hasByName(table):
            ranges.addNewByName(table, address.RangeAddress)
        ranges.getByName(table).DataArea = address.RangeAddress

    def defined(self, book: int, name: str) -> list[Any] | None:
        """Sheet and area of a defined name; None when there is none."""
        names = self.documents[book].NamedRanges
        cells = names.getByName(name).ReferredCells if names.hasByName(name) else None
        return [cells.Spreadsheet.Name, _rect(cells.RangeAddress)] if cells else None

    # ---- cells
    def used(self, book: int, name: str) -> Rect:
        cursor = self.documents[book].Sheets.getByName(name).createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        return _rect(cursor.RangeAddress)

    def read(self, book: int, name: str, area: Rect) -> list[list[Any]]:
        native = self._at(book, name, area)
        rows = [[None if v == "" else v for v in line] for line in native.getDataArray()]
        for kind, place in self._formatted(book, native):
            for row, column in _places(place, area):
                value = rows[row][column]
                if isinstance(value, float):
                    rows[row][column] = {"day": value} if kind == "date" else bool(value)
        failed = native.queryFormulaCells(_ERROR_CELLS)
        for address in failed.RangeAddresses:
            for row, column in _places(_rect(address), area):
                code = native.getCellByPosition(column, row).getError()
                rows[row][column] = {"error": _ERRORS.get(code, "#VALUE!")}
        return rows

    def formulas(self, book: int, name: str, area: Rect) -> list[list[Any]]:
        return [list(line) for line in self._at(book, name, area).getFormulaArray()]

    def write(self, book: int, name: str, area: Rect, rows: list[list[Any]]) -> None:
        """Texts that begin with ``=`` are formulas, with ``'`` texts as they are."""
        native = self._at(book, name, area)
        native.setDataArray(tuple(tuple(map(_plain, line)) for line in rows))
        for row, line in enumerate(rows):
            for column, value in enumerate(line):
                if isinstance(value, dict):
                    self._show_as(book, native.getCellByPosition(column, row), "date")
                elif isinstance(value, bool):
                    self._show_as(book, native.getCellByPosition(column, row), "boolean")
                elif isinstance(value, str) and value.startswith("="):
                    native.getCellByPosition(column, row).setFormula(value)

    def fill_formula(self, book: int, name: str, area: Rect, formula: str) -> None:
        """One formula over a whole area, its references going along."""
        native = self._at(book, name, area)
        native.getCellByPosition(0, 0).setFormula(formula)
        if area[2] > 1:
            native.fillAuto(uno.Enum("com.sun.star.sheet.FillDirection", "TO_BOTTOM"), 1)

    def number_format(self, book: int, name: str, area: Rect) -> str | None:
        """The format of all cells in the area; None when they differ."""
        parts = self._at(book, name, area).CellFormatRanges
        formats = self.documents[book].NumberFormats
        codes = {
            formats.getByKey(parts.getByIndex(at).NumberFormat).FormatString
            for at in range(parts.Count)
        }
        return codes.pop() if len(codes) == 1 else None

    def _at(self, book: int, name: str, area: Rect) -> Any:
        top, left, height, width = area
        sheet = self.documents[book].Sheets.getByName(name)
        return sheet.getCellRangeByPosition(left - 1, top - 1, left + width - 2, top + height - 2)

    def _formatted(self, book: int, native: Any) -> Iterator[tuple[str, Rect]]:
        """The parts of an area that show dates or truth values."""
        parts, formats = native.CellFormatRanges, self.documents[book].NumberFormats
        for at in range(parts.Count):
            part = parts.getByIndex(at)
            shown = formats.getByKey(part.NumberFormat).Type
            for kind, mask in _HIDDEN_KINDS.items():
                if shown & mask:
                    yield kind, _rect(part.RangeAddress)

    def _show_as(self, book: int, cell: Any, kind: str) -> None:
        document = self.documents[book]
        formats, locale = document.NumberFormats, document.CharLocale
        if formats.getByKey(cell.NumberFormat).Type & _HIDDEN_KINDS[kind]:
            return
        if kind == "boolean":
            cell.NumberFormat = formats.getStandardFormat(_HIDDEN_KINDS[kind], locale)
            return
        known = formats.queryKey("DD-MM-YYYY", locale, False)
        cell.NumberFormat = known if known != -1 else formats.addNew("DD-MM-YYYY", locale)


def _properties(**given: Any) -> tuple[Any, ...]:
    found = []
    for name, value in given.items():
        one = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        one.Name, one.Value = name, value
        found.append(one)
    return tuple(found)


def _rect(a: Any) -> Rect:
    height, width = a.EndRow - a.StartRow + 1, a.EndColumn - a.StartColumn + 1
    return [a.StartRow + 1, a.StartColumn + 1, height, width]


def _places(part: Any, area: Rect) -> Iterator[tuple[int, int]]:
    """The places of a part inside an area, counted from 0."""
    (top, left, height, width), (first, column, *_) = part, area
    for row in range(top - first, top - first + height):
        for place in range(left - column, left - column + width):
            yield row, place


def _plain(value: Any) -> str | float:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.removeprefix("'")
    if isinstance(value, dict):
        return float(value["day"])
    return float(value)


def main(pipe: str) -> None:
    office = Office(pipe)
    for line in sys.stdin:
        function, *arguments = json.loads(line)
        try:
            answer = {"ok": getattr(office, function)(*arguments)}
        except Exception as problem:  # noqa: BLE001 - whatever it is, the test has to hear it
            answer = {"error": f"{type(problem).__name__}: {problem}"}
        print(json.dumps(answer), flush=True)  # noqa: T201 - this is how it speaks


if __name__ == "__main__":
    main(sys.argv[1])
