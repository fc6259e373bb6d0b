"""An office whose one customer, due on Monday 2 March 2026, makes agreements about his invoice."""

from __future__ import annotations

from datetime import date, timedelta

import docx

from tests.acceptance.company import Company, Outcome, cli
from xl_dunning.rules.agreements.side_letters import SideLetter

DUE = date(2026, 3, 2)


def on(days: int) -> str:
    return (DUE + timedelta(days=days)).isoformat()


def listed(company: Company, *rows: str) -> Company:
    """Rows of invoice, amount and what is open; all of debtor 1."""
    head = "Factuurnummer | Debiteurnummer | Factuurdatum | Vervaldatum | Bedrag | Openstaand"
    lines = [head]
    for row in rows:
        number, amount, left = row.split()
        lines.append(f"{number} | 1 | 2026-02-02 | 2026-03-02 | {amount} | {left}")
    return company.listed("\n".join(lines))


def with_templates(company: Company) -> Company:
    """A company with a template of its own for each letter outside the policy."""
    folder = company.folder / "sjablonen"
    folder.mkdir()
    for name in SideLetter:
        document = docx.Document()
        document.add_paragraph("{{ fase }}: {{ debiteur.naam }} betaalt {{ totaal }}.")
        document.save(str(folder / f"{name.value}.docx"))
    company.settings = {**company.settings, "sjabloonmap": "sjablonen", "betalingstermijn": 30}
    return listed(company, "F1 1000.00 1000.00")


def by_hand(company: Company, kind: str, day: str, *more: object) -> Outcome:
    _, *words = company.words("--as-of", day, "--debtor", "1", *more)
    return cli("letter", kind, *words)
