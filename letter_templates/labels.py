"""What is printed on every letter besides its own words: labels, headings, the page number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The fixed words of one language; ``word`` is how Word calls that language."""

    word: str
    subject: str
    references: tuple[str, str, str, str]
    invoices: tuple[str, ...]
    """Number, invoice date, due date, days late, amount, open."""
    default_since: str
    delivered: str
    credit: str
    total_due: str
    principal: str
    interest: str
    costs: str
    vat: str
    per_day: str
    vat_statement: str
    interest_title: str
    interest_lines: tuple[str, ...]
    payment: tuple[str, str, str, str, str]
    """Amount, last day, IBAN, account holder, reference."""
    scan: str
    copies: str
    our_reference: str
    page: str
    of: str


LABELS: Mapping[str, Labels] = {
    "nl": Labels(
        word="nl-NL",
        subject="Betreft",
        references=("Datum", "Ons kenmerk", "Debiteurnummer", "Behandeld door"),
        invoices=(
            "Factuur",
            "Factuurdatum",
            "Vervaldatum",
            "Dagen te laat",
            "Bedrag",
            "Openstaand",
        ),
        default_since="In verzuim sinds",
        delivered="Geleverd",
        credit="(tegoed)",
        total_due="Totaal te betalen",
        principal="Hoofdsom",
        interest="Rente tot en met {{ rente_tot_en_met }}",
        costs="{{ kosten_naam }} ({{ kosten_grond }})",
        vat="Btw over deze kosten",
        per_day=(
            "Wordt de hoofdsom later betaald dan {{ rente_tot_en_met }}, dan komt er per dag "
            "{{ rente_per_dag }} rente bij."
        ),
        vat_statement=(
            "Wij kunnen de btw over deze kosten niet verrekenen; daarom zijn de kosten met de btw "
            "verhoogd."
        ),
        interest_title="Specificatie van de rente",
        interest_lines=(
            "Factuur",
            "Van",
            "Tot en met",
            "Dagen",
            "Over",
            "Per jaar",
            "Rente",
            "Grondslag",
        ),
        payment=("Te betalen", "Uiterlijk op", "IBAN", "Ten name van", "Onder vermelding van"),
        scan="Scan met uw bankapp",
        copies="Bijlage: kopie van factuur {{ bijlagen|join(', factuur ') }}",
        our_reference="ons kenmerk",
        page="pagina",
        of="van",
    ),
    "en": Labels(
        word="en-GB",
        subject="Re",
        references=("Date", "Our reference", "Debtor number", "Contact"),
        invoices=("Invoice", "Invoice date", "Due date", "Days overdue", "Amount", "Outstanding"),
        default_since="In default since",
        delivered="Supplied",
        credit="(credit)",
        total_due="Total due",
        principal="Principal",
        interest="Interest up to and including {{ rente_tot_en_met }}",
        costs="{{ kosten_naam }} ({{ kosten_grond }})",
        vat="VAT on these costs",
        per_day=(
            "If the principal is paid later than {{ rente_tot_en_met }}, interest of "
            "{{ rente_per_dag }} is added for each day."
        ),
        vat_statement=(
            "We cannot deduct the VAT on these costs; the costs have therefore been increased by "
            "the VAT."
        ),
        interest_title="Statement of interest",
        interest_lines=(
            "Invoice",
            "From",
            "Up to and incl.",
            "Days",
            "On",
            "A year",
            "Interest",
            "Legal basis",
        ),
        payment=("Amount due", "No later than", "IBAN", "Account holder", "Reference"),
        scan="Scan to pay",
        copies="Enclosed: copy of invoice {{ bijlagen|join(', invoice ') }}",
        our_reference="our reference",
        page="page",
        of="of",
    ),
}
