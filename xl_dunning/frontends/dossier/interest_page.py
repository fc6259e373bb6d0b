"""The page of the interest: every line of it, and how it was counted."""

from __future__ import annotations

from collections.abc import Iterator

from xl_dunning.frontends.dossier.claimed import Claimed, daily_text
from xl_dunning.letters.text import enumerated, one_line
from xl_dunning.rules.interest import DayCount
from xl_dunning.rules.owed import interest_terms
from xl_dunning.workflow.handover_claim import CurrencyClaim
from xl_dunning.workflow.pages import CellOfPage, Page, PageColumn, PageTable, Section, Shape


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
            PageColumn(header="Van", width=24, shape=Shape.DAY),
            PageColumn(header="Tot en met", width=24, shape=Shape.DAY),
            PageColumn(header="Dagen", width=18, shape=Shape.NUMBER),
            PageColumn(header="Per jaar", width=22, shape=Shape.PERCENT),
            PageColumn(header="Over", width=32, shape=Shape.MONEY),
            PageColumn(header="Rente", width=28, shape=Shape.MONEY),
            PageColumn(header="Artikel", width=69),
        ),
        rows=tuple(rows),
        totals=("Totaal", None, None, None, None, None, claim.interest, None),
        currency=claim.currency,
    )
