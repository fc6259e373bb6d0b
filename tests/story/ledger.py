"""The books of the company: what is open of each invoice, and the list that they export."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.acceptance.books import Row, write_book
from tests.story.script import Script
from tests.story.sentences import Happening
from xl_dunning.frontends.demo_company.invoice_copy import one_page

_NOTHING = Decimal(0)


@dataclass(slots=True, kw_only=True)
class Books:
    """The administration on a day."""

    script: Script
    open: dict[str, Decimal] = field(default_factory=dict)
    """Invoice or credit note to what is open; a credit note is negative."""
    credit_notes: dict[str, Happening] = field(default_factory=dict)
    debtors: dict[str, dict[str, Any]] = field(default_factory=dict)
    told: list[tuple[date, str, str]] = field(default_factory=list)
    """Day, debtor and line of what came in."""

    def __post_init__(self) -> None:
        self.open = {invoice.number: invoice.amount for invoice in self.script.invoices}
        self.debtors = {row["Debiteurnummer"]: dict(row) for row in self.script.debtors}

    def book(self, each: Happening) -> bool:
        """Book it when it belongs in the books; tells whether it did."""
        booked = _BOOKED.get(each.what)
        if booked:
            booked(self, each)
            self.told.append((each.on, each.debtor, each.line))
        return booked is not None

    def rows(self, day: date) -> list[Row]:
        """The open items of that day, as the package exports them."""
        rows: list[Row] = [
            {
                "Factuurnummer": invoice.number,
                "Debiteurnummer": invoice.debtor,
                "Debiteurnaam": self.debtors[invoice.debtor]["Naam"],
                "Factuurdatum": invoice.made_on,
                "Vervaldatum": invoice.due_on,
                "Bedrag": float(invoice.amount),
                "Openstaand": float(self.open[invoice.number]),
                "Omschrijving": invoice.text,
                "Factuurbestand": f"{invoice.number}.pdf",
                "Aanmaningen": invoice.reminders or None,
                "Laatste herinnering": invoice.reminded_on,
            }
            for invoice in self.script.invoices
            if invoice.made_on <= day and self.open[invoice.number]
        ]
        rows += [
            {
                "Factuurnummer": number,
                "Debiteurnummer": made.debtor,
                "Debiteurnaam": self.debtors[made.debtor]["Naam"],
                "Factuurdatum": made.on,
                "Bedrag": -float(made.amount or _NOTHING),
                "Openstaand": float(self.open[number]),
                "Omschrijving": "Creditnota",
            }
            for number, made in self.credit_notes.items()
            if self.open[number]
        ]
        return rows

    def write(self, path: Path, day: date, *, backwards: bool = False) -> None:
        """Write the list of that day, with the debtors."""
        rows = self.rows(day)
        if backwards:
            rows.reverse()
        write_book(path, {"Facturen": rows, "Debiteuren": list(self.debtors.values())})

    def write_copies(self, folder: Path) -> None:
        """A copy of every invoice as a PDF of one page."""
        folder.mkdir()
        for invoice in self.script.invoices:
            lines = [f"FACTUUR {invoice.number} (kopie)", invoice.text, f"Totaal {invoice.amount}"]
            (folder / f"{invoice.number}.pdf").write_bytes(one_page(lines))

    def _paid(self, each: Happening) -> None:
        self.open[each.invoice] = _NOTHING

    def _paid_part(self, each: Happening) -> None:
        left = self.open[each.invoice] - (each.amount or _NOTHING)
        assert left >= _NOTHING, each.line
        self.open[each.invoice] = left

    def _returned(self, each: Happening) -> None:
        (invoice,) = (one for one in self.script.invoices if one.number == each.invoice)
        self.open[each.invoice] = invoice.amount

    def _credit_note(self, each: Happening) -> None:
        self.open[each.invoice] = -(each.amount or _NOTHING)
        self.credit_notes[each.invoice] = each

    def _credit_used(self, each: Happening) -> None:
        other = each.gaps["andere"]
        share = min(-self.open[each.invoice], self.open[other])
        self.open[each.invoice] += share
        self.open[other] -= share

    def _master(self, each: Happening) -> None:
        self.debtors[each.debtor][each.gaps["kolom"]] = each.gaps["tekst"]


_BOOKED: Mapping[str, Callable[[Books, Happening], None]] = {
    "paid": Books._paid,
    "paid_part": Books._paid_part,
    "returned": Books._returned,
    "credit_note": Books._credit_note,
    "credit_used": Books._credit_used,
    "master": Books._master,
}
