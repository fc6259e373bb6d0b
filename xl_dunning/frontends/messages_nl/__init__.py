"""All Dutch sentences that a user meets, one per code. Each room has its own table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from xl_dunning.frontends.messages_nl import (
    calls,
    casefile,
    columns,
    commands,
    files,
    functions,
    handover,
    installing,
    law,
    letters,
    new_workbook,
    policies,
    reasons,
    ribbon,
    settings,
    side_letters,
    writing,
)
from xl_dunning.rules.findings import Detail, Finding, Refusal

SENTENCES: Mapping[str, str] = {
    **files.SENTENCES,
    **columns.SENTENCES,
    **policies.SENTENCES,
    **settings.SENTENCES,
    **casefile.SENTENCES,
    **calls.SENTENCES,
    **letters.SENTENCES,
    **side_letters.SENTENCES,
    **law.SENTENCES,
    **handover.SENTENCES,
    **writing.SENTENCES,
    **functions.SENTENCES,
    **installing.SENTENCES,
    **reasons.SENTENCES,
    **commands.SENTENCES,
    **new_workbook.SENTENCES,
    **ribbon.SENTENCES,
}


def shown(value: Detail) -> str:
    r"""A detail as a Dutch reader writes it.

    >>> shown(Decimal("-1234.50")), shown(date(2026, 12, 31)), shown(7)
    ('€\xa0-1.234,50', '31-12-2026', '7')
    """
    if isinstance(value, Decimal):
        return amount(value)
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return "" if value is None else str(value)


def amount(value: Decimal, currency: str = "EUR") -> str:
    r"""An amount of money with its currency sign, a non-breaking blank between.

    >>> amount(Decimal("1234.5")), amount(Decimal("10"), "USD")
    ('€\xa01.234,50', 'USD\xa010,00')
    """
    digits = f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
    return f"{'€' if currency == 'EUR' else currency}\N{NO-BREAK SPACE}{digits}"


def counted(number: int, one: str, many: str) -> str:
    """A number of things.

    >>> counted(1, "brief", "brieven"), counted(0, "brief", "brieven")
    ('1 brief', '0 brieven')
    """
    return f"{number} {one if number == 1 else many}"


def sentence(code: str, details: Mapping[str, Detail]) -> str:
    """The sentence of a code, filled in."""
    return SENTENCES[code].format_map({name: shown(value) for name, value in details.items()})


def finding_text(finding: Finding, *, with_place: bool = True) -> str:
    """A finding in full: where it is (unless a column tells that already), what, what to do."""
    text = sentence(
        finding.code,
        {"debtor": finding.debtor, "invoice": finding.invoice, **finding.details},
    )
    if not with_place:
        # A name as typed keeps its own first letter.
        named = SENTENCES[finding.code].startswith("{")
        return text if named else f"{text[:1].upper()}{text[1:]}"
    place = finding.place
    if place is None:
        return text
    parts = (("blad", place.sheet), ("rij", place.row), ("kolom", place.column))
    where = ", ".join(f"{word} {value}" for word, value in parts if value)
    return f"{where[0].upper()}{where[1:]}: {text}" if where else text


def refusal_text(refusal: Refusal) -> str:
    """A refusal in full: what, why, what to do; then the single errors behind it."""
    lines = [sentence(refusal.code, refusal.details)]
    lines += [f"- {finding_text(finding)}" for finding in refusal.findings]
    return "\n".join(lines)
