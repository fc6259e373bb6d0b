"""Debtor data that comes from elsewhere, laid over a reading; and what nobody says of a debtor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xl_dunning.rules.findings import Finding, warning
from xl_dunning.rules.ledger import Debtor, Ledger
from xl_dunning.sheets.joining import joined
from xl_dunning.sheets.reading import Reading

ANSWERED_BY_MASTERS = frozenset(
    {"DEBTOR_KIND_UNKNOWN", "DEBTOR_KINDS_UNKNOWN", "DEBTOR_NOT_FOUND", "DEBTOR_ZEROS"}
)
"""What a list alone can't know, and the debtors' own data tell."""


def with_debtors(reading: Reading, masters: Mapping[str, Debtor]) -> Reading:
    """The reading with the data of ``read_debtors`` joined to its debtors; the masters win.

    What was said before about missing debtor data is said anew, as far as it still holds.
    """
    ledger, findings = joined(reading.ledger, masters)
    kept = tuple(f for f in reading.findings if f.code not in ANSWERED_BY_MASTERS)
    return replace(reading, ledger=ledger, findings=(*kept, *findings, *unknown_kinds(ledger)))


def unknown_kinds(ledger: Ledger) -> tuple[Finding, ...]:
    """Debtors with items of whom nobody says whether they are consumers: they count as such."""
    here = dict.fromkeys(item.debtor for item in ledger.items if item.debtor)
    unknown = [number for number in here if ledger.debtor(number).kind is None]
    if len(unknown) > 1 and len(unknown) == len(here):
        return (warning("DEBTOR_KINDS_UNKNOWN", count=len(unknown)),)
    return tuple(
        warning("DEBTOR_KIND_UNKNOWN", debtor=number, name=ledger.debtor(number).name)
        for number in unknown
    )
