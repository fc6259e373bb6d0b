"""The fields about what is owed on top of the principal: interest, costs, and what may follow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from xl_dunning.letters.spoken import Spoken
from xl_dunning.letters.text import in_digits, in_words, money, one_line, percentage
from xl_dunning.rules.interest import InterestLine
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.proposal import Notice


def claim_fields(notice: Notice, *, letter_date: date, spoken: Spoken) -> Mapping[str, object]:
    """Principal, interest, costs and VAT, claimed now or announced, as they are printed."""
    charges = notice.charges
    later = charges.announced_costs + charges.announced_vat
    days = [decision.owed.default_since for decision in notice.decisions]
    since = min((day for day in days if day), default=None)
    consumer = notice.debtor.kind is not DebtorKind.BUSINESS
    branch = f"{notice.law} {'consumer' if consumer else 'business'}"

    def printed(amount: Euro) -> str:
        return money(amount, notice.currency, spoken)

    return {
        "is_belgisch": notice.law == "be",
        "hoofdsom": printed(notice.principal),
        "rente": printed(charges.interest),
        "heeft_rente": charges.interest > ZERO,
        "rente_tot_en_met": in_words(letter_date, spoken),
        "rente_per_dag": printed(charges.daily_interest),
        "heeft_rente_per_dag": charges.daily_interest > ZERO,
        "rentespecificatie": [
            _line(line, invoice=invoice, currency=notice.currency, spoken=spoken)
            for invoice, line in interest_lines(notice)
        ],
        "incassokosten": printed(charges.costs),
        "heeft_incassokosten": charges.costs > ZERO,
        "kosten_naam": spoken.costs[branch],
        "kosten_grond": spoken.grounds[branch],
        "btw_incassokosten": printed(charges.vat),
        "heeft_btw_incassokosten": charges.vat > ZERO,
        "heeft_specificatie": notice.total != notice.principal,
        "aangekondigde_kosten": printed(charges.announced_costs),
        "kondigt_kosten_aan": charges.announced_costs > ZERO,
        "aangekondigde_rente": percentage(charges.announced_percent or ZERO, spoken),
        "kondigt_rente_aan": charges.announced_percent is not None,
        "aangekondigde_btw": printed(charges.announced_vat),
        "kondigt_btw_aan": charges.announced_vat > ZERO,
        "aangekondigd_samen": printed(later),
        "totaal_na_termijn": printed(notice.total + later),
        "verzuim_sinds": in_words(since, spoken) if since and all(days) else "",
    }


def interest_lines(notice: Notice) -> list[tuple[str, InterestLine]]:
    """Invoice number and line of all interest that the letter claims; none when it claims none."""
    if not notice.charges.interest:
        return []
    return [
        (decision.item.invoice, line)
        for decision in notice.decisions
        for line in decision.owed.lines
    ]


def adds_up(notice: Notice) -> bool:
    """Whether the interest that is claimed is the sum of the lines that explain it."""
    lines = interest_lines(notice)
    return total(line.interest for _, line in lines) == notice.charges.interest


def _line(
    line: InterestLine, *, invoice: str, currency: str, spoken: Spoken
) -> Mapping[str, object]:
    return {
        "factuur": one_line(invoice),
        "van": in_digits(line.first, spoken),
        "tot_en_met": in_digits(line.last, spoken),
        "dagen": str(line.days),
        "percentage": percentage(line.percent, spoken),
        "over": money(line.base, currency, spoken),
        "rente": money(line.interest, currency, spoken),
        "artikel": one_line(line.article),
    }
