"""The pages of the claim: what is owed per invoice, and every line of the interest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xl_dunning.casefile.words import CHANNEL_WORDS, KIND_WORDS
from xl_dunning.letters.text import enumerated, in_words, money, one_line
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.interest import DayCount
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import ZERO, total
from xl_dunning.rules.owed import ClaimRules, interest_terms
from xl_dunning.workflow.handover_claim import ClaimedInvoice, CurrencyClaim, Handover
from xl_dunning.workflow.pages import CellOfPage, Page, PageColumn, PageTable, Section, Shape

COSTS = {
    "nl": "Incassokosten",
    "be consumer": "Forfaitaire schadevergoeding",
    "be business": "Invorderingskosten",
}
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A handover with what its pages need besides: the rules, and where the letters lie."""

    handover: Handover
    rules: ClaimRules
    letter_files: Mapping[str, str]
    """Id of an event to the name of its letter in the dossier."""

    @property
    def consumer(self) -> bool:
        """Whether the rules for consumers hold; they do when the kind is not known."""
        return self.handover.debtor.kind is not DebtorKind.BUSINESS

    @property
    def branch(self) -> str:
        """Law and kind of debtor."""
        return f"{self.rules.law.country} {'consumer' if self.consumer else 'business'}"

    @property
    def costs_name(self) -> str:
        """What collection costs are called under this law."""
        return COSTS.get(self.branch) or COSTS["nl"]

    @property
    def day(self) -> str:
        """The reference date in words."""
        return in_words(self.handover.reference_date)


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


def interest_page(claimed: Claimed) -> Page:
    """Every line of the interest: days, rate, over what, how much, and by which article."""
    handover = claimed.handover
    sections = [
        Section(title="", paragraphs=tuple(_how_counted(claimed))),
        *(
            Section(
                title=f"In {claim.currency}" if len(handover.claims) > 1 else "",
                table=_lines(claim),
            )
            for claim in handover.claims
            if claim.interest
        ),
    ]
    return Page(
        name="Rente",
        title=f"Specificatie van de rente tot en met {claimed.day}",
        sections=tuple(sections),
    )


def daily_text(claim: CurrencyClaim) -> str:
    """What each further day adds."""
    amount = money(claim.daily_interest, claim.currency)
    return (
        f"Elke volgende dag komt er {amount} rente bij, zolang de hoofdsom en het rentepercentage "
        "gelijk blijven."
    )


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


def _how_counted(claimed: Claimed) -> Iterator[str]:
    handover, rules = claimed.handover, claimed.rules
    days = [invoice.decision.owed.default_since for invoice in handover.invoices]
    since = min((day for day in days if day), default=None)
    if since is None or not any(claim.interest for claim in handover.claims):
        yield "Er is geen rente berekend."
        return
    year = (
        "een jaar van 365 dagen"
        if rules.day_count is DayCount.ACT_365
        else "een jaar van 365 dagen, in een schrikkeljaar 366"
    )
    yield (
        f"De dagen zijn geteld over {year}; de eerste en de laatste dag van elke regel tellen mee. "
        "Elke regel is afgerond op hele centen."
    )
    terms = interest_terms(
        handover.debtor.kind, rules=rules, first=since, last=handover.reference_date
    )
    if terms and terms.compounding:
        yield (
            "Na elk vol jaar wordt de rente over dat jaar gevoegd bij het bedrag waarover rente "
            "loopt."
        )
    without = [
        one_line(invoice.item.invoice)
        for invoice in handover.invoices
        if not invoice.decision.owed.lines
    ]
    if without:
        yield f"Over factuur {enumerated(without)} is geen rente berekend."
    for claim in handover.claims:
        if claim.daily_interest:
            yield daily_text(claim)


def _lines(claim: CurrencyClaim) -> PageTable:
    rows: list[tuple[CellOfPage, ...]] = [
        (
            one_line(invoice.item.invoice),
            line.first,
            line.last,
            line.days,
            line.percent,
            line.base,
            line.interest,
            one_line(line.article),
        )
        for invoice in claim.invoices
        for line in invoice.decision.owed.lines
    ]
    return PageTable(
        columns=(
            PageColumn(header="Factuur", width=40),
            PageColumn(header="Van", width=24, shape=_DAY),
            PageColumn(header="Tot en met", width=24, shape=_DAY),
            PageColumn(header="Dagen", width=18, shape=Shape.NUMBER),
            PageColumn(header="Per jaar", width=22, shape=Shape.PERCENT),
            PageColumn(header="Over", width=32, shape=_MONEY),
            PageColumn(header="Rente", width=28, shape=_MONEY),
            PageColumn(header="Artikel", width=69),
        ),
        rows=tuple(rows),
        totals=("Totaal", None, None, None, None, None, claim.interest, None),
        currency=claim.currency,
    )
