"""A page with one of everything, for the doors that draw pages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xl_dunning.workflow.pages import Page, PageColumn, PageTable, Section, Shape

DAY = date(2026, 11, 21)
TABLE = PageTable(
    columns=(
        PageColumn(header="Factuur", width=40),
        PageColumn(header="Vervaldatum", width=24, shape=Shape.DAY),
        PageColumn(header="Dagen", width=18, shape=Shape.NUMBER),
        PageColumn(header="Per jaar", width=20, shape=Shape.PERCENT),
        PageColumn(header="Rente", width=30, shape=Shape.MONEY),
        PageColumn(header="Code", width=30, shape=Shape.CODE),
    ),
    rows=(
        ("2026-01", date(2026, 11, 1), 20, Decimal(8), Decimal("1234.50"), "abc"),
        ("=1+1", None, None, None, None, None),
    ),
    totals=("Totaal", None, None, None, Decimal("1234.50"), None),
    currency="EUR",
)
PAGE = Page(
    name="Blad",
    title="Een blad",
    sections=(
        Section(title="Deel", paragraphs=("Een zin.",), table=TABLE),
        Section(title="Slot"),
    ),
)
