"""Debtors joined to the items on the debtor number, and what is odd about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace

from xl_dunning.rules.findings import Finding, Place, error, warning
from xl_dunning.rules.ledger import Debtor, Ledger
from xl_dunning.sheets.debtors import DebtorRow

_BLANK = Debtor(number="")
_ADDRESS = ("address", "postcode", "city", "country")
_COMPARED = tuple(f.name for f in fields(Debtor) if f.name != "number")


def without_doubles(rows: Iterable[DebtorRow]) -> tuple[dict[str, Debtor], list[Finding]]:
    """One debtor per number. The same twice is a doubt; two different ones are held."""
    first: dict[str, DebtorRow] = {}
    debtors: dict[str, Debtor] = {}
    findings: list[Finding] = []
    for row in rows:
        number = row.debtor.number
        before = first.setdefault(number, row)
        if before is row:
            debtors[number] = row.debtor
            continue
        other = before.place.row
        if row.debtor == before.debtor:
            findings.append(warning("DEBTOR_DOUBLED", debtor=number, place=row.place, other=other))
            continue
        findings.append(error("DEBTOR_CONFLICT", debtor=number, place=row.place, other=other))
        debtors[number] = replace(
            debtors[number], hold=True, hold_reason="dubbel in de debiteurgegevens"
        )
    return debtors, findings


def merged_rows(rows: Iterable[DebtorRow]) -> tuple[dict[str, Debtor], list[Finding]]:
    """One debtor per number from the rows of a list: what the first row with a value says."""
    debtors: dict[str, Debtor] = {}
    findings: list[Finding] = []
    told: set[tuple[str, str]] = set()
    for row in rows:
        number = row.debtor.number
        known = debtors.setdefault(number, row.debtor)
        if known == row.debtor:
            continue
        differs = [name for name in _DIFFERENCES if _both_differ(known, row.debtor, name)]
        for name in differs:
            if (number, name) not in told:
                told.add((number, name))
                findings.append(
                    warning(
                        "DEBTOR_DIFFERS",
                        debtor=number,
                        place=row.place,
                        field=_DIFFERENCES[name],
                        value=getattr(row.debtor, name),
                        first=getattr(known, name),
                    )
                )
        debtors[number] = filled(known, row.debtor)
    return debtors, findings


_DIFFERENCES = {
    "name": "naam",
    "address": "adres",
    "postcode": "postcode",
    "city": "plaats",
    "email": "e-mailadres",
}


def _both_differ(one: Debtor, other: Debtor, name: str) -> bool:
    first, second = getattr(one, name), getattr(other, name)
    return bool(first) and bool(second) and first.casefold() != second.casefold()


def filled(debtor: Debtor, more: Debtor) -> Debtor:
    """The debtor, with what he lacks taken from the other; the longest hold counts.

    An address is taken as a whole: half of one and half of another reaches nobody.
    """
    has_address = any(getattr(debtor, name) for name in _ADDRESS)
    taken = {
        name: getattr(more, name)
        for name in _COMPARED
        if getattr(debtor, name) == getattr(_BLANK, name) and not (has_address and name in _ADDRESS)
    }
    holds = [day for day in (debtor.hold_until, more.hold_until) if day]
    return replace(debtor, **{**taken, "hold_until": max(holds, default=None)})


def joined(
    ledger: Ledger, masters: Mapping[str, Debtor], *, place: Place | None = None
) -> tuple[Ledger, tuple[Finding, ...]]:
    """The ledger with the data of the masters, which win over what the list itself says.

    Numbers join exactly first; else without leading zeros, when that leaves one of each (warned).
    A debtor known by name only joins on his name. A master without items stays in the ledger.
    """
    here = dict.fromkeys(item.debtor for item in ledger.items if item.debtor)
    debtors = dict(ledger.debtors)
    findings: list[Finding] = []
    partners = _partners(list(here), masters)
    for number in here:
        partner = partners.get(number)
        own = ledger.debtor(number)
        if partner is None:
            if masters:
                findings.append(warning("DEBTOR_NOT_FOUND", debtor=number, place=place))
            debtors[number] = own
            continue
        debtors[number] = filled(replace(masters[partner], number=number), own)
        if partner != number and stripped(partner) == stripped(number):
            findings.append(warning("DEBTOR_ZEROS", debtor=number, place=place, other=partner))
    used = set(partners.values())
    debtors |= {n: master for n, master in masters.items() if n not in used and n not in debtors}
    return Ledger(items=ledger.items, debtors=debtors), tuple(findings)


def _partners(numbers: list[str], masters: Mapping[str, Debtor]) -> dict[str, str]:
    """List number to the number of its master."""
    found = {number: number for number in numbers if number in masters}
    rest = [number for number in numbers if number not in found]
    free = [number for number in masters if number not in found]
    by_zeros = _by(free, {number: stripped(number) for number in free})
    rest_by_zeros = _by(rest, {number: stripped(number) for number in rest})
    by_name = _by(free, {number: masters[number].name.casefold() for number in free})
    for number in rest:
        same = by_zeros.get(stripped(number), [])
        if len(same) == 1 and len(rest_by_zeros[stripped(number)]) == 1:
            found[number] = same[0]
        elif len(named := by_name.get(number.casefold(), [])) == 1:
            found[number] = named[0]
    return found


def _by(numbers: Iterable[str], form: Mapping[str, str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for number in numbers:
        groups[form[number]].append(number)
    return groups


def stripped(number: str) -> str:
    """A number as Excel leaves it after taking it for a figure: without leading zeros."""
    return (number.lstrip("0") or "0") if number.isdecimal() else number.casefold()


def partner(number: str, numbers: Iterable[str]) -> str | None:
    """The one of the numbers that is the same, exactly or else but for zeros in front."""
    known = list(numbers)
    if number in known:
        return number
    same = [other for other in known if stripped(other) == stripped(number)]
    return same[0] if len(same) == 1 else None
