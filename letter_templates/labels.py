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
    total_open: str
    """In a letter that asks for another amount than that sum."""
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
    plan: tuple[str, str, str, str]
    """Of instalments to come: number, last day, amount, left after it."""
    plan_state: tuple[str, str, str, str, str, str]
    """Of a running plan: number, last day, amount, paid, left, state."""
    plan_total: str
    paid: str
    late: str
    consent: str
    consent_lines: tuple[str, str, str]
    account: tuple[str, str, str]
    """IBAN, account holder, reference: without an amount or a day."""
    account_reference: str
    scale: tuple[str, str]
    """Principal, and the costs over it."""
    scale_limits: str
    example: tuple[str, str, str, str, str]
    """Invoice, interest, costs, VAT, together."""
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
        total_open="Totaal openstaand",
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
        plan=("Termijn", "Uiterlijk op", "Bedrag", "Daarna nog te betalen"),
        plan_state=("Termijn", "Uiterlijk op", "Bedrag", "Betaald", "Nog te betalen", ""),
        plan_total="Samen",
        paid="betaald",
        late="te laat",
        consent="Voor akkoord",
        consent_lines=("Naam", "Datum", "Handtekening"),
        account=("IBAN", "Ten name van", "Onder vermelding van"),
        account_reference="het factuurnummer en uw debiteurnummer {{ debiteur.nummer }}",
        scale=("Openstaand bedrag", "{{ kosten_naam }}"),
        scale_limits=(
            "{{ kosten_naam }}: ten minste {{ voorwaarden.kosten_minimum }} en ten hoogste "
            "{{ voorwaarden.kosten_maximum }}."
        ),
        example=(
            "Factuur",
            "Rente over {{ voorwaarden.voorbeeld_dagen }} dagen",
            "{{ kosten_naam }}",
            "Btw over deze kosten ({{ voorwaarden.btw }})",
            "Samen",
        ),
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
        total_open="Total outstanding",
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
        plan=("Instalment", "No later than", "Amount", "Left to pay after this"),
        plan_state=("Instalment", "No later than", "Amount", "Paid", "Left to pay", ""),
        plan_total="Together",
        paid="paid",
        late="overdue",
        consent="Agreed",
        consent_lines=("Name", "Date", "Signature"),
        account=("IBAN", "Account holder", "Reference"),
        account_reference="the invoice number and your debtor number {{ debiteur.nummer }}",
        scale=("Outstanding amount", "{{ kosten_naam }}"),
        scale_limits=(
            "{{ kosten_naam }}: at least {{ voorwaarden.kosten_minimum }} and at most "
            "{{ voorwaarden.kosten_maximum }}."
        ),
        example=(
            "Invoice",
            "Interest over {{ voorwaarden.voorbeeld_dagen }} days",
            "{{ kosten_naam }}",
            "VAT on these costs ({{ voorwaarden.btw }})",
            "Together",
        ),
        copies="Enclosed: copy of invoice {{ bijlagen|join(', invoice ') }}",
        our_reference="our reference",
        page="page",
        of="of",
    ),
}
