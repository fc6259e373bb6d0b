"""A company with all that a handover needs: letters by real runs, copies of invoices, terms."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import docx
from openpyxl import load_workbook

from tests.acceptance.books import Row, reachable
from tests.acceptance.company import Company, Outcome, cli
from xl_dunning.casefile.store import open_casefile
from xl_dunning.rules.events import Event, EventKind

DAY = "2026-11-21"
ROUNDS = ("2026-09-07", "2026-09-24", "2026-10-19")
"""Days on which the default policy has a letter for an invoice of early August."""
HEADER = (
    "Factuurnummer | Debiteurnummer | Factuurdatum | Vervaldatum | Bedrag | Openstaand | "
    "Omschrijving | Factuurbestand"
)
BUSINESS = reachable("1", Naam="Zaak & Zn. BV", KvK="87654321")
CONSUMER = reachable("1", Naam="Jan Post", Soort="consument")


def line(
    number: str, amount: str = "1210.00", *, due: str = "2026-08-03", debtor: str = "1"
) -> str:
    """An invoice with a copy of its own name."""
    return f"{number} | {debtor} | 2026-07-04 | {due} | {amount} | {amount} | Hout | {number}.pdf"


def settings_of(company: Company) -> dict[str, object]:
    """The settings of the company, and those that a handover needs besides."""
    return {
        **company.settings,
        "kvk": "12345678",
        "factuurmap": "facturen",
        "voorwaardenbestand": "Algemene voorwaarden.pdf",
        "'termijn afgesproken'": "ja",
    }


def ready(
    company: Company,
    *invoices: str,
    debtors: Sequence[Row] = (BUSINESS,),
    rounds: Sequence[str] = ROUNDS,
    **settings: object,
) -> Company:
    """The list, the copies and the terms are there, and the letters went out."""
    company.settings = {**settings_of(company), **settings}
    (company.folder / "Algemene voorwaarden.pdf").write_bytes(b"%PDF-1.4 voorwaarden")
    listed(company, *invoices, debtors=debtors)
    for day in rounds:
        company.run(day)
    return company


def listed(company: Company, *invoices: str, debtors: Sequence[Row] = (BUSINESS,)) -> None:
    """The list of now, with a copy of each invoice."""
    company.listed("\n".join([HEADER, *invoices]), Debiteuren=debtors)
    copies = company.folder / "facturen"
    copies.mkdir(exist_ok=True)
    for invoice in invoices:
        number = invoice.split(" ")[0]
        (copies / f"{number}.pdf").write_bytes(f"%PDF-1.4 {number}".encode())


def try_handover(company: Company, *more: object, day: str = DAY, debtor: str = "1") -> Outcome:
    """A handover as a user types it, whatever comes of it."""
    _, *words = company.words("--as-of", day, "--debtor", debtor, *more)
    return cli("handover", *words)


def handed_over(company: Company, *more: object, day: str = DAY, debtor: str = "1") -> Dossier:
    """A handover that must go well."""
    outcome = try_handover(company, "--json", *more, day=day, debtor=debtor)
    assert outcome.code == 0, outcome.err
    told = json.loads(outcome.out)
    return Dossier(path=Path(told["dossier"]), json=told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The zip of a handover, opened, and what the command told of it."""

    path: Path
    json: dict[str, Any]

    @property
    def files(self) -> dict[str, bytes]:
        """Name to content, in the order of the zip."""
        with zipfile.ZipFile(self.path) as opened:
            assert opened.testzip() is None
            return {name: opened.read(name) for name in opened.namelist()}

    @property
    def hashes(self) -> dict[str, str]:
        """Name to SHA-256."""
        return {name: sha256(content).hexdigest() for name, content in self.files.items()}

    @property
    def stages(self) -> dict[str, str | None]:
        """Invoice to the stage that was carried out."""
        return {each["invoice"]: each["stage"] for each in self.json["invoices"]}

    @property
    def codes(self) -> list[str]:
        """The codes of its findings."""
        return [each["code"] for each in self.json["findings"]]

    def document(self, name: str) -> Any:  # noqa: ANN401 - python-docx names no public type
        """One of its Word documents."""
        return docx.Document(io.BytesIO(self.files[name]))

    def text(self, name: str) -> str:
        """All words of a Word document, table cells included."""
        made = self.document(name)
        texts = [paragraph.text for paragraph in made.paragraphs]
        texts += [cell.text for table in made.tables for row in table.rows for cell in row.cells]
        return "\n".join(texts)

    def table(self, name: str, header: str) -> list[list[str]]:
        """The rows below the header of the table whose first header that is."""
        for table in self.document(name).tables:
            rows = [[cell.text for cell in row.cells] for row in table.rows]
            if rows[0][0] == header:
                return rows[1:]
        raise AssertionError(header)

    def sheet(self, name: str) -> list[tuple[Any, ...]]:
        """The rows of a sheet of the workbook."""
        book = load_workbook(io.BytesIO(self.files["07 Dossier.xlsx"]))
        return [tuple(row) for row in book[name].iter_rows(values_only=True)]


def logged(company: Company, *kinds: EventKind) -> list[Event]:
    """The events of those kinds in the case file."""
    return [event for event in open_casefile(str(company.dossier)).events() if event.kind in kinds]
