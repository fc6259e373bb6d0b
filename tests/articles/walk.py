"""A walk along one policy: a bakery that owes a wholesaler money, day by day, by the command line.

A story asks after what the administrator sees: the row of the invoice in her list, the Belijst,
the letter that was made, and the log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.acceptance.books import Row, reachable
from tests.acceptance.call_sheet import fill_in
from tests.acceptance.company import Company, Outcome, Ran, cli
from tests.acceptance.handing_over import Dossier, handed_over, settings_of
from xl_dunning.letters.fourteen_day import text_of

BAKERY = reachable(
    "1",
    Naam="Bakkerij De Korenaar BV",
    Telefoon="030 123 45 67",
    KvK="87654321",
    **{"T.a.v.": "mevrouw A. Jansen"},
)
HOME_BAKER = reachable("1", Naam="Piet Visser", Telefoon="06 1234 5678", Soort="consument")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """An invoice in the list; what is open of it, is told by the story."""

    number: str
    invoiced_on: str
    due_on: str
    amount: str = "1210.00"
    debtor: str = "1"


OLDEST = Bill(number="2026-0101", invoiced_on="2026-01-31", due_on="2026-03-02")
"""The invoice of every story: due on Monday 2 March 2026, a month before Easter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as it lies in the folder, read back from Word."""

    path: Path
    title: str
    pay_by: date
    text: str

    @property
    def copies(self) -> list[str]:
        """The invoices that go along with it."""
        beside = self.path.with_suffix("")
        return sorted(file.name for file in beside.iterdir()) if beside.is_dir() else []

    def says(self, *sentences: str) -> bool:
        """Whether all of these words stand in it; names the first that does not."""
        for sentence in sentences:
            assert sentence in self.text, f"{sentence!r} is not in\n{self.text}"
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What the run of one day gave."""

    ran: Ran
    rows: Mapping[str, Row]
    calls: tuple[Row, ...]
    terms: tuple[Row, ...]
    letters: tuple[Letter, ...]
    logbook: tuple[tuple[object, ...], ...]
    """The sheet Logboek, oldest first: day, event, stage, and the outcome or the template."""

    def sees(self, invoice: str = OLDEST.number) -> tuple[str | None, str, str, str]:
        """Her four columns behind the invoice: Fase, Actie, Actie vanaf and Reden."""
        row = self.rows[invoice]
        return (
            row["Fase"],
            row["Actie"],
            _day(row["Actie vanaf"]),
            row["Reden"].replace("\xa0", " "),
        )

    @property
    def letter(self) -> Letter:
        """The one letter of the day."""
        (letter,) = self.letters
        return letter

    @property
    def call(self) -> Row:
        """The one row of the Belijst."""
        (row,) = self.calls
        return row

    @property
    def script(self) -> list[str]:
        """What to say on the phone, line by line; a blank that does not break is a blank."""
        return str(self.call["Belscript"]).replace("\xa0", " ").splitlines()


@dataclass(slots=True, kw_only=True)
class Walk:
    """A company under one policy, with the invoices of the story."""

    company: Company
    bills: list[Bill] = field(default_factory=lambda: [OLDEST])
    debtors: tuple[Row, ...] = (BAKERY,)
    paid: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.company.settings = {
            **settings_of(self.company),
            "bic": "ABNANL2A",
            "betalingstermijn": 30,
        }
        (self.company.folder / "Algemene voorwaarden.pdf").write_bytes(b"%PDF-1.4 voorwaarden")
        self.export()

    def export(self) -> None:
        """The list as the books have it today, with a copy of each invoice in the folder."""
        lines = [
            "Factuurnummer | Debiteurnummer | Factuurdatum | Vervaldatum | Bedrag | Openstaand | "
            "Omschrijving | Factuurbestand"
        ]
        copies = self.company.folder / "facturen"
        copies.mkdir(exist_ok=True)
        for bill in self.bills:
            left = self.paid.get(bill.number, bill.amount)
            lines.append(
                f"{bill.number} | {bill.debtor} | {bill.invoiced_on} | {bill.due_on} | "
                f"{bill.amount} | {left} | Meel en gist | {bill.number}.pdf"
            )
            (copies / f"{bill.number}.pdf").write_bytes(f"%PDF-1.4 {bill.number}".encode())
        self.company.listed("\n".join(lines), Debiteuren=self.debtors)

    def open_is(self, amount: str, invoice: str = OLDEST.number) -> None:
        """Money came in: so much is open in the list from now on."""
        self.paid[invoice] = amount
        self.export()

    def on(self, day: str, *more: object) -> Day:
        """The run of that day."""
        ran = self.company.run(day, *more)
        book = load_workbook(self.company.output, data_only=True)
        return Day(
            ran=ran,
            rows={row["Factuurnummer"]: row for row in _rows(book, "Facturen")},
            calls=tuple(_rows(book, "Belijst")),
            terms=tuple(_rows(book, "Termijnen")),
            letters=tuple(_letter(made) for made in ran.letters),
            logbook=tuple(_line(row) for row in reversed(_rows(book, "Logboek"))),
        )

    def by_hand(self, template: str, day: str, *more: object) -> Letter:
        """A letter that she asks for herself."""
        _, *words = self.company.words("--as-of", day, "--debtor", "1", "--json", *more)
        outcome = cli("letter", template, *words)
        assert outcome.code == 0, outcome.err
        newest = max(
            self.company.folder.glob("brieven/*"), key=lambda each: each.stat().st_mtime_ns
        )
        (path,) = newest.glob("*.docx")
        return Letter(
            path=path,
            title=path.name.split("_")[0],
            pay_by=date.max,
            text=_text(path),
        )

    def log(self, kind: str, *more: object, day: str) -> Outcome:
        """She records what happened."""
        return self.company.log(kind, *more, day=day)

    def types(self, **cells: object) -> None:
        """She fills in the row of the debtor on the Belijst, and saves the workbook."""
        fill_in(self.company.output, "1", **cells)

    def handover(self, day: str, *more: object) -> Dossier:
        """The dossier leaves the house."""
        return handed_over(self.company, *more, day=day)


def walk(folder: Path, policy: str, *more: Bill, debtor: Row = BAKERY) -> Walk:
    """The bakery and its oldest invoice under a shipped policy, before anything happened."""
    company = Company(folder=folder, policies=(policy,))
    return Walk(company=company, bills=[OLDEST, *more], debtors=(debtor,))


def _letter(made: Row) -> Letter:
    path = Path(made["file"])
    return Letter(
        path=path,
        title=path.name.split("_")[0],
        pay_by=date.fromisoformat(made["pay_by"]),
        text=_text(path),
    )


def _text(path: Path) -> str:
    return text_of(path.read_bytes()).replace("\xa0", " ")


def _rows(book: Any, sheet: str) -> list[Row]:  # noqa: ANN401 - openpyxl is not typed
    header, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def _line(row: Row) -> tuple[object, ...]:
    what = row["Uitkomst"] or row["Sjabloon"]
    return _day(row["Datum"]), row["Gebeurtenis"], row["Fase"], what


def _day(cell: Any) -> str:  # noqa: ANN401 - a cell
    return cell.strftime("%d-%m-%Y") if cell else ""
