"""The page of the claim: what is owed per invoice, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from xl_dunning.casefile.words import CHANNEL_WORDS, KIND_WORDS
from xl_dunning.frontends.dossier.claimed import Claimed, daily_text
from xl_dunning.letters.text import one_line
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.money import ZERO, total
from xl_dunning.workflow.handover_claim import ClaimedInvoice, CurrencyClaim
from xl_dunning.workflow.pages import CellOfPage, Page, PageColumn, PageTable, Section, Shape

_GROUNDS = {
    "nl consumer": "artikel 6:96 BW en het Besluit vergoeding voor buitengerechtelijke "
    "incassokosten",
    "nl business": "artikel 6:96 BW en het Besluit vergoeding voor buitengerechtelijke "
    "incassokosten",
    "be consumer": "artikel XIX.4 WER en de voorwaarden van de schuldeiser",
    "be business": "artikel 6 van de wet van 2 augustus 2002",
}
_MONEY_IN = (EventKind.PAYMENT, EventKind.CREDIT, EventKind.INSTALMENT)
_BOTH, _NARROWEST, _A_SIGN = 65.0, 24.0, 2.1
"""Millimetres: of an invoice number and its description together, of the narrowest, of a sign."""
_DAY, _MONEY = Shape.DAY, Shape.MONEY


def claim_page(claimed: Claimed) -> Page:
    """The claim as it is on the reference date, invoice by invoice."""
    claims = claimed.handover.claims
    several = len(claims) > 1
    sections = [
        Section(
            title=f"Per factuur, in {claim.currency}" if several else "Per factuur",
            table=_invoices(claim, claimed),
        )
        for claim in claims
    ]
    sections.append(Section(title="Vanaf deze dag", paragraphs=tuple(_from_now_on(claimed))))
    sections.append(Section(title="Waarop de bedragen rusten", paragraphs=tuple(_rests(claimed))))
    if terms := _term_letters(claimed):
        sections.append(terms)
    sections.append(_payments(claimed))
    return Page(name="Vordering", title=f"Vordering per {claimed.day}", sections=tuple(sections))


def _invoices(claim: CurrencyClaim, claimed: Claimed) -> PageTable:
    with_vat = claim.vat != ZERO
    longest = max(len(one_line(each.item.invoice)) for each in claim.invoices)
    of_number = min(max(longest * _A_SIGN, _NARROWEST), _BOTH - _NARROWEST)
    columns = [
        PageColumn(header="Factuur", width=of_number),
        PageColumn(header="Omschrijving", width=_BOTH - of_number),
        PageColumn(header="Factuurdatum", width=24, shape=_DAY),
        PageColumn(header="Vervaldatum", width=22, shape=_DAY),
        PageColumn(header="Factuurbedrag", width=26, shape=_MONEY),
        PageColumn(header="Al voldaan", width=22, shape=_MONEY),
        PageColumn(header="Hoofdsom", width=24, shape=_MONEY),
        PageColumn(header="Verzuim sinds", width=23, shape=_DAY),
        PageColumn(header="Rente", width=20, shape=_MONEY),
        PageColumn(header=claimed.costs_name, width=25, shape=_MONEY),
        *([PageColumn(header="Btw kosten", width=18, shape=_MONEY)] if with_vat else []),
        PageColumn(header="Totaal", width=24, shape=_MONEY),
    ]
    rows: list[tuple[CellOfPage, ...]] = []
    for each in claim.invoices:
        item = each.item
        rows.append(
            (
                one_line(item.invoice),
                one_line(item.description),
                item.invoice_date,
                item.due_date,
                item.amount,
                None if item.amount is None else item.amount - each.principal,
                each.principal,
                each.decision.owed.default_since,
                each.interest,
                each.costs,
                *((each.vat,) if with_vat else ()),
                each.total,
            )
        )
    for item in claim.credits:
        label = one_line(item.description) or "Creditnota of niet-toegewezen betaling"
        nothing = (None, None, *((None,) if with_vat else ()))
        rows.append(
            (
                *(one_line(item.invoice), f"Tegoed: {label}", item.invoice_date, None),
                *(None, None, item.open, None),
                *(*nothing, item.open),
            )
        )
    totals: tuple[CellOfPage, ...] = (
        *("Totaal", None, None, None, None, None),
        *(claim.principal + claim.credit, None, claim.interest, claim.costs),
        *((claim.vat,) if with_vat else ()),
        claim.total,
    )
    return PageTable(
        columns=tuple(columns), rows=tuple(rows), totals=totals, currency=claim.currency
    )


def _from_now_on(claimed: Claimed) -> Iterator[str]:
    for claim in claimed.handover.claims:
        if claim.daily_interest:
            yield daily_text(claim)
    if not any(claim.daily_interest for claim in claimed.handover.claims):
        yield "Er loopt geen rente door."


def _rests(claimed: Claimed) -> Iterator[str]:
    yield (
        "De hoofdsom is wat volgens de administratie van de schuldeiser op "
        f"{claimed.day} van elke factuur openstaat."
    )
    if any(claim.interest for claim in claimed.handover.claims):
        yield (
            f"De rente loopt vanaf de eerste dag van het verzuim tot en met {claimed.day}. Elke "
            "regel, met percentage en artikel, staat in de specificatie van de rente."
        )
    else:
        yield "Er is geen rente berekend."
    costs = total(claim.costs for claim in claimed.handover.claims)
    if costs:
        yield f"{claimed.costs_name}: op grond van {_GROUNDS[claimed.branch]}."
    else:
        yield f"{claimed.costs_name} zijn niet berekend."


def _term_letters(claimed: Claimed) -> Section | None:
    """For a consumer: the letters after which costs may be claimed."""
    rows = [
        (
            one_line(invoice.item.invoice),
            letter.sent,
            CHANNEL_WORDS[letter.channel],
            letter.last_day,
            letter.costs_from,
            _file_of(invoice, claimed) or "niet bijgevoegd",
        )
        for invoice in claimed.handover.invoices
        if (letter := invoice.letter)
    ]
    if not rows:
        return None
    belgian = claimed.rules.law.country == "be"
    return Section(
        title="Eerste herinneringen (artikel XIX.2 WER)"
        if belgian
        else "Veertiendagenbrieven (artikel 6:96 lid 6 BW)",
        table=PageTable(
            columns=(
                PageColumn(header="Factuur", width=40),
                PageColumn(header="Verzonden", width=24, shape=_DAY),
                PageColumn(header="Per", width=20),
                PageColumn(header="Laatste dag van de termijn", width=40, shape=_DAY),
                PageColumn(header="Kosten verschuldigd vanaf", width=40, shape=_DAY),
                PageColumn(header="Stuk", width=90),
            ),
            rows=tuple(rows),
        ),
    )


def _file_of(invoice: ClaimedInvoice, claimed: Claimed) -> str:
    """Name in the dossier of the letter that gives right to costs."""
    letter = invoice.letter
    return next(
        (
            claimed.letter_files[event.id]
            for event in reversed(invoice.events)
            if letter
            and event.id in claimed.letter_files
            and (event.on, event.document) == (letter.sent, letter.document)
        ),
        "",
    )


def _payments(claimed: Claimed) -> Section:
    paid = {
        event.id: event
        for invoice in claimed.handover.invoices
        for event in invoice.events
        if event.kind in _MONEY_IN
    }
    rows = tuple(
        (event.on, one_line(event.invoice), KIND_WORDS[event.kind], event.amount, event.note)
        for event in claimed.handover.history
        if event.id in paid
    )
    title = "Betalingen en crediteringen in het logboek"
    if not rows:
        return Section(title=title, paragraphs=("Er zijn er geen vastgelegd.",))
    return Section(
        title=title,
        table=PageTable(
            columns=(
                PageColumn(header="Datum", width=24, shape=_DAY),
                PageColumn(header="Factuur", width=40),
                PageColumn(header="Soort", width=30),
                PageColumn(header="Bedrag", width=28, shape=_MONEY),
                PageColumn(header="Notitie", width=132),
            ),
            rows=rows,
            currency="EUR",
        ),
    )
