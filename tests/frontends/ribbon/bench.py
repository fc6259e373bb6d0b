"""A workbook as the administrator has it open, and a hand that clicks on its buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias

import xlwings

from tests.acceptance.company import SETTINGS
from tests.office.calc import CalcSheet, document
from tests.office.memory_excel import Engine, excel
from tests.office.memory_sheets import Sheet
from xl_dunning.excel.pages.book import SHEETS as BOOK_SHEETS
from xl_dunning.excel.pages.debtors import debtor_columns
from xl_dunning.excel.pages.invoices import COLUMNS as INVOICE_COLUMNS
from xl_dunning.frontends.report_sheets import OWN_HEADERS
from xl_dunning.frontends.ribbon import serve
from xl_dunning.rules.policy_table import TABLE_HEADERS
from xl_dunning.sheets.lexicon import RESULT_HEADERS
from xl_dunning.sheets.live import read_state, write_state
from xl_dunning.sheets.sidesheets import AGREEMENT_HEADERS

Value: TypeAlias = Any
"""What a cell may hold."""
Cells: TypeAlias = Mapping[str, Value]

TODAY = datetime.now().astimezone().date()  # noqa: TID251 - as a click does: it asks the clock
INVOICE = tuple(column.header for column in INVOICE_COLUMNS)
DEBTOR = tuple(column.header for column in debtor_columns(()))
SHEETS = (*BOOK_SHEETS, "_ribbon")
DAYS_LATE = '=IF(E2="","",TODAY()-E2)'


def days_ago(days: int) -> date:
    """So many days before the click."""
    return TODAY - timedelta(days=days)


def invoice(number: str, debtor: str, amount: float, *, late: int, **more: Value) -> dict[str, Any]:
    """An invoice that is so many days late."""
    return {
        "Factuurnummer": number,
        "Debiteurnummer": debtor,
        "Debiteurnaam": f"Klant {debtor}",
        "Factuurdatum": days_ago(late + 30),
        "Vervaldatum": days_ago(late),
        "Bedrag": amount,
        "Openstaand": amount,
        "Valuta": "EUR",
        **{name.replace("_", " "): value for name, value in more.items()},
    }


def debtor(number: str, **more: Value) -> dict[str, Any]:
    """A business with an address and an e-mail address."""
    return {
        "Debiteurnummer": number,
        "Naam": f"Klant {number}",
        "Adres": "Dorpsstraat 1",
        "Postcode": "1234 AB",
        "Plaats": "Utrecht",
        "E-mail": f"inkoop{number}@klant.example",
        "Telefoon": "0301234567",
        "Soort": "zakelijk",
        **more,
    }


@dataclass(frozen=True, slots=True)
class Bench:
    """The open workbook, the program that has it open, and the folder in which it lies."""

    engine: Engine
    book: Any
    folder: Path

    def press(self, control: str, choice: str = "") -> str:
        """A click that must go well; what the message says."""
        self.engine.calls.clear()
        failed = serve(self.book, control, choice)
        assert not failed, failed
        return str(self.state("melding", "tekst") or "")

    def refused(self, control: str, choice: str = "") -> str:
        """A click that can't be served; the sentence that is shown."""
        failed = serve(self.book, control, choice)
        assert failed, self.state("melding", "tekst")
        return failed

    def calls(self) -> int:
        """How often Excel was asked something since the last click began."""
        return sum(self.engine.calls.values())

    def state(self, name: str, prop: str) -> Value:
        """A row of the state sheet; leaves the count alone."""
        counted = self.engine.calls.copy()
        value = read_state(self.book).get((name, prop))
        self.engine.calls = counted
        return value

    def page(self, name: str) -> Sheet:
        """A sheet as the program holds it."""
        pages: list[Sheet] = self.book.impl.pages
        return next(page for page in pages if page.title == name)

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The rows of a sheet below its headers: header to value, blanks left out."""
        cells = self.page(name).cells_at
        headers = {column: text for (row, column), text in cells.items() if row == 1}
        numbers = sorted({row for row, _ in cells if row > 1})
        return [
            {
                text: cells[number, column]
                for column, text in sorted(headers.items())
                if (number, column) in cells
            }
            for number in numbers
        ]

    def row(self, name: str, key: str) -> dict[str, Any]:
        """The one row that begins with that key."""
        (found,) = (row for row in self.rows(name) if next(iter(row.values())) == key)
        return found

    def type_in(self, name: str, key: str, header: str, value: Value) -> None:
        """What the user types in a cell of the row that begins with that key."""
        cells = self.page(name).cells_at
        number = next(row for (row, column), text in cells.items() if column == 1 and text == key)
        column = next(c for (row, c), text in cells.items() if row == 1 and text == header)
        self.page(name).put((number, column), _day(value))

    def select(self, name: str, *keys: str) -> None:
        """Select the rows that begin with these keys, from the first to the last of them."""
        cells = self.page(name).cells_at
        found = [row for (row, column), text in cells.items() if column == 1 and text in keys]
        self.book.sheets[name].range((min(found), 1), (max(found), 1)).select()

    def choose_export(self, path: Path) -> None:
        """What the file dialog leaves for Importeren."""
        write_state(self.book, {("invoer", "bestand"): str(path)})

    def snapshot(self) -> dict[str, Any]:
        """Everything that stands on the sheets."""
        return {
            page.title: (dict(page.cells_at), dict(page.formulas), dict(page.table_areas))
            for page in self.book.impl.pages
        }

    @property
    def letters(self) -> list[Path]:
        """The letters on disk, without those of runs that were taken back."""
        return sorted(
            path
            for path in (self.folder / "brieven").rglob("*.docx")
            if "ingetrokken" not in path.parent.name
        )


def workbook(
    folder: Path,
    invoices: Sequence[Cells] = (),
    debtors: Sequence[Cells] = (),
    *,
    own_column: str = "",
    settings: Mapping[str, str] = SETTINGS,
    desktop: Value = None,
) -> Bench:
    """The workbook with these rows, open in the program and just saved in the folder.

    ``desktop`` is that of LibreOffice when it is to be open in Calc.
    """
    engine = excel()
    book = xlwings.Book(impl=engine.apps[1].books.add())
    book.impl.fullname = str(folder / "Debiteuren.xlsm")
    if desktop is None:
        book.impl.pages += [Sheet(book.impl, name) for name in SHEETS]
    else:
        live = document(desktop, SHEETS)
        book.impl.pages += [CalcSheet(book.impl, name, document=live) for name in SHEETS]
    bench = Bench(engine, book, folder)
    own = (own_column,) if own_column else ()
    _table(bench.page("Facturen"), "tblFacturen", (*INVOICE, *RESULT_HEADERS, *own), invoices)
    _table(bench.page("Debiteuren"), "tblDebiteuren", DEBTOR, debtors)
    _table(bench.page("Afspraken"), "tblAfspraken", AGREEMENT_HEADERS, ())
    _table(bench.page("Beleid"), "tblBeleid", TABLE_HEADERS, ())
    for name, headers in OWN_HEADERS.items():
        _put(bench.page(name), 1, headers)
    for at, line in enumerate(settings.items(), start=1):
        _put(bench.page("Instellingen"), at, line)
    _put(bench.page("_ribbon"), 1, ("id", "eigenschap", "waarde"))
    book.impl.selected = book.sheets["Facturen"].range("A1").impl
    return bench


def _table(page: Sheet, name: str, headers: Sequence[str], rows: Sequence[Cells]) -> None:
    _put(page, 1, headers)
    for number, row in enumerate(rows, start=2):
        _put(page, number, [row.get(header) for header in headers])
    bottom = max(2, 1 + len(rows))
    page.place_table(name, (1, 1, bottom, len(headers)))
    if "Dagen te laat" in headers:
        column = 1 + headers.index("Dagen te laat")
        page.write((2, column, bottom - 1, 1), DAYS_LATE)


def _put(page: Sheet, row: int, values: Sequence[Any]) -> None:
    """As the file holds it: text in a column for text stays text."""
    for column, value in enumerate(values, start=1):
        if value is not None:
            page.put((row, column), float(value) if type(value) is int else _day(value))


def _day(value: Value) -> Value:
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a day, as Excel has it
    return value
