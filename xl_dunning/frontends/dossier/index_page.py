"""The first page of a dossier: the parties, the claim, and each file with its fingerprint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from xl_dunning.frontends.dossier.claimed import Claimed, daily_text
from xl_dunning.frontends.messages_nl import shown
from xl_dunning.frontends.messages_nl.handover import REMARKS
from xl_dunning.letters.address import contact_name, town_line
from xl_dunning.letters.countries import country_name
from xl_dunning.letters.sender import iban_in_groups
from xl_dunning.letters.text import in_digits, one_line
from xl_dunning.rules.findings import Finding, Severity
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.settings import Creditor
from xl_dunning.workflow.handover_claim import CurrencyClaim, Recipient
from xl_dunning.workflow.pages import CellOfPage, Page, PageColumn, PageTable, Section, Shape

RECIPIENTS = {
    Recipient.AGENCY: "incassobureau",
    Recipient.LAWYER: "advocaat of gerechtsdeurwaarder",
}
"""Who gets a dossier, when the user names nobody."""
_KINDS = {
    DebtorKind.CONSUMER: "consument",
    DebtorKind.BUSINESS: "bedrijf",
    None: "niet bekend; behandeld als consument",
}
_LAWS = {"nl": "Nederlands recht", "be": "Belgisch recht"}
_NO_CODE = "–"
_UNKNOWN_FACT = "Een gegeven van deze debiteur is in de administratie niet met zekerheid te lezen."


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """One file of the dossier in the list of files; a file can't hold its own fingerprint."""

    name: str
    what: str
    sha256: str = ""


def index_page(
    claimed: Claimed,
    creditor: Creditor,
    *,
    files: Sequence[FileLine],
    findings: Iterable[Finding],
) -> Page:
    """The index; ``findings`` are what was found when the dossier was made."""
    handover = claimed.handover
    remarks = tuple(dict.fromkeys(_remarks(findings)))
    return Page(
        name="Index",
        title=f"Dossier {one_line(handover.debtor.number)}: {_debtor_name(claimed)}",
        sections=(
            Section(paragraphs=tuple(_opening(claimed, creditor))),
            Section(title="Partijen", table=_parties(claimed, creditor)),
            *(
                Section(
                    title=f"Vordering in {claim.currency} per {claimed.day}"
                    if len(handover.claims) > 1
                    else f"Vordering per {claimed.day}",
                    paragraphs=(daily_text(claim),) if claim.daily_interest else (),
                    table=_claim(claim, claimed),
                )
                for claim in handover.claims
            ),
            *((Section(title="Opmerkingen", paragraphs=remarks),) if remarks else ()),
            Section(title="Stukken", table=files_table(files)),
        ),
    )


def files_page(files: Sequence[FileLine]) -> Page:
    """The list of files by itself."""
    return Page(
        name="Bestanden",
        title="Stukken in dit dossier",
        sections=(Section(table=files_table(files)),),
    )


def files_table(files: Sequence[FileLine]) -> PageTable:
    """Every file with what it is, and its SHA-256."""
    return PageTable(
        columns=(
            PageColumn(header="Bestand", width=66),
            PageColumn(header="Wat het is", width=95),
            PageColumn(header="Vingerafdruk (SHA-256)", width=96, shape=Shape.CODE),
        ),
        rows=tuple((file.name, file.what, file.sha256 or _NO_CODE) for file in files),
    )


def remark(finding: Finding) -> str:
    """The finding in the neutral words of a dossier; empty when it concerns the user only."""
    form = REMARKS.get(finding.code)
    if form is None:
        return _UNKNOWN_FACT if finding.severity is Severity.ERROR else ""
    details = {"debtor": finding.debtor, "invoice": finding.invoice, **finding.details}
    return form.format_map({name: shown(value) for name, value in details.items()})


def _remarks(findings: Iterable[Finding]) -> Iterator[str]:
    ordered = sorted(findings, key=lambda each: each.severity is Severity.WARNING)
    yield from (text for finding in ordered if (text := remark(finding)))


def _debtor_name(claimed: Claimed) -> str:
    debtor = claimed.handover.debtor
    return one_line(debtor.name) or f"debiteur {one_line(debtor.number)}"


def _opening(claimed: Claimed, creditor: Creditor) -> Iterator[str]:
    ours = one_line(creditor.name) or "de schuldeiser"
    yield (
        f"Dit dossier bevat de vordering van {ours} op {_debtor_name(claimed)}, zoals die op "
        f"{claimed.day} in de administratie van {ours} staat. Het is bestemd voor "
        f"{_bestowed(claimed)}."
    )
    reached = " of ".join(
        part
        for part in (
            f"telefoon {one_line(creditor.phone)}" if creditor.phone.strip() else "",
            f"e-mail {one_line(creditor.email)}" if creditor.email.strip() else "",
        )
        if part
    )
    person = one_line(creditor.signatory) or "de afdeling debiteurenbeheer"
    yield f"Contactpersoon bij {ours}: {person}" + (f", {reached}." if reached else ".")


def _bestowed(claimed: Claimed) -> str:
    assignment = claimed.handover.assignment
    role, name = RECIPIENTS[assignment.to], one_line(assignment.name)
    if assignment.to is Recipient.AGENCY:
        return f"{name} (incassobureau)" if name else f"een {role}"
    return f"{name} (voor juridische stappen)" if name else f"een {role}"


def _parties(claimed: Claimed, creditor: Creditor) -> PageTable:
    debtor, law = claimed.handover.debtor, claimed.rules.law.country
    number = "Ondernemingsnummer" if law == "be" else "KvK-nummer"
    rows: list[tuple[str, str, str]] = [
        ("Naam", one_line(creditor.name), one_line(debtor.name)),
        ("Contactpersoon", one_line(creditor.signatory), contact_name(debtor.contact)),
        ("Adres", one_line(creditor.address), one_line(debtor.address)),
        (
            "Postcode en plaats",
            town_line(creditor.postcode, creditor.city),
            town_line(debtor.postcode, debtor.city),
        ),
        ("Land", country_name(creditor.country), country_name(debtor.country)),
        (number, one_line(creditor.kvk), one_line(debtor.kvk)),
        ("Btw-nummer", one_line(creditor.vat_number), one_line(debtor.vat_number)),
        ("Telefoon", one_line(creditor.phone), one_line(debtor.phone)),
        ("E-mail", one_line(creditor.email), one_line(debtor.email)),
        ("IBAN", iban_in_groups(creditor.iban) if creditor.iban else "", ""),
        ("Debiteurnummer", "", one_line(debtor.number)),
        ("Soort", "", _KINDS[debtor.kind]),
        ("Recht", _LAWS[law], ""),
    ]
    return PageTable(
        columns=(
            PageColumn(header="", width=40),
            PageColumn(header="Schuldeiser", width=100),
            PageColumn(header="Debiteur", width=100),
        ),
        rows=tuple(row for row in rows if row[1] or row[2]),
    )


def _claim(claim: CurrencyClaim, claimed: Claimed) -> PageTable:
    count = len(claim.invoices)
    what = "1 factuur" if count == 1 else f"{count} facturen"
    rows: list[tuple[CellOfPage, ...]] = [(f"Hoofdsom ({what})", claim.principal)]
    if claim.credit:
        rows.append(("Af: tegoed", claim.credit))
    through = in_digits(claimed.handover.reference_date)
    rows += [
        (f"Rente tot en met {through}", claim.interest),
        (claimed.costs_name, claim.costs),
    ]
    if claimed.rules.law.country == "nl":
        rows.append(("Btw over incassokosten", claim.vat))
    return PageTable(
        columns=(
            PageColumn(header="Post", width=100),
            PageColumn(header="Bedrag", width=40, shape=Shape.MONEY),
        ),
        rows=tuple(rows),
        totals=("Totaal", claim.total),
        currency=claim.currency,
    )
