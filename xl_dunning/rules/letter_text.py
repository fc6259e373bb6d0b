"""Whether the words of a 14-dagenbrief stand up in court (6:96 lid 6 BW).

Accepted is a term of fourteen days from the day after the letter was delivered, or of fifteen
days after it was delivered (HR 25-11-2016, ECLI:NL:HR:2016:2704). Days "from today", "of this
letter" or "after sending", a date that may be too early, and two terms in one letter are not: then
no costs are owed at all. What is not surely right counts as wrong here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.findings import Finding, error
from xl_dunning.rules.iban import compact, is_iban

_LETTER_NL = r"(?:deze (?:brief|aanmaning|e-mail)|dit bericht)"
_ARRIVED_NL = rf"(?:{_LETTER_NL} bij u is (?:bezorgd|aangekomen)|u {_LETTER_NL} hebt ontvangen)"
_ARRIVED_EN = (
    r"(?:this (?:letter|notice|e-mail) (?:was|is|has been) delivered to you"
    r"|you received this (?:letter|notice|e-mail))"
)
_ACCEPTED = re.compile(
    rf"binnen (?:veertien|14)(?: \(14\))? dagen,?(?: te rekenen| gerekend)? vanaf de dag nadat "
    rf"{_ARRIVED_NL}"
    rf"|binnen (?:vijftien|15)(?: \(15\))? dagen nadat {_ARRIVED_NL}"
    rf"|within (?:fourteen|14)(?: \(14\))? days,?(?: counted| calculated)? from the day after "
    rf"(?:the day on which )?{_ARRIVED_EN}"
    rf"|within (?:fifteen|15)(?: \(15\))? days after {_ARRIVED_EN}"
)
_FORBIDDEN = re.compile(
    r"\b(?:na|vanaf|sinds|met ingang van) (?:heden|vandaag|nu|morgen)\b"
    r"|\b(?:na|vanaf) (?:de )?(?:dagtekening|verzending|verzenddatum|briefdatum|datum|postdatum)\b"
    r"|\b(?:of|from|after) (?:today|now|tomorrow)\b"
    r"|\b(?:of|from|after) (?:the )?(?:date|sending|dispatch|posting)\b"
    r"|\b(?:binnen|within) \w+(?: \(\d+\))? (?:\w+ )?"
    r"(?:(?:kalender|werk)?dag(?:en)?|days?|weken|week|weeks|maand|months?)\b"
    r"(?: (?:na|vanaf|from|of|after)(?: \w+){1,3})?"
    r"|\b\w+ (?:(?:kalender|werk)?dagen|days|weken|weeks) (?:na|vanaf|after|from|of)\b"
)
_MONTHS = {
    name: number
    for names in (
        "januari februari maart april mei juni juli augustus september oktober november december",
        "january february march april may june july august september october november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, name in enumerate(names.split(), start=1)
}
_DAY_IN_WORDS = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})\.? (\d{{4}})\b")
_DAY_IN_DIGITS = re.compile(r"(?<![\w-])(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?![\w-])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_VAT_NAMED = re.compile(r"\bbtw\b|\bvat\b")
_VAT_EXPLAINED = re.compile(
    r"\bniet (?:kunnen|mogen)? ?(?:aftrekken|verrekenen|terugvorderen)"
    r"|\b(?:cannot|can not|may not|unable to) (?:deduct|recover|reclaim)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What this letter must name, each as it is printed; empty when it has no such amount."""

    principal: str
    costs: str
    vat: str
    iban: str
    letter_date: date


def check_fourteen_day_text(text: str, *, template: str, promised: Promised) -> tuple[Finding, ...]:
    """All errors in the words of a 14-dagenbrief; ``text`` is the whole letter, filled in."""
    plain = " ".join(text.split())
    return (
        *_of_term(plain.lower(), template),
        *_of_dates(plain.lower(), template, promised.letter_date),
        *_of_amounts(plain, template, promised),
    )


def _of_term(text: str, template: str) -> Iterator[Finding]:
    if not _ACCEPTED.search(text):
        yield error("FOURTEEN_DAY_TERM_MISSING", template=template)
    for found in dict.fromkeys(_FORBIDDEN.findall(_ACCEPTED.sub(" … ", text))):
        yield error("FOURTEEN_DAY_TERM_FORBIDDEN", template=template, words=found)


def _of_dates(text: str, template: str, letter_date: date) -> Iterator[Finding]:
    """A day after that of the letter may be too early for whoever gets it late: none is named."""
    for day in dict.fromkeys(_days_in(text)):
        if day > letter_date:
            yield error("FOURTEEN_DAY_DATE_NAMED", template=template, day=day)


def _of_amounts(text: str, template: str, promised: Promised) -> Iterator[Finding]:
    for amount in (promised.principal, promised.costs, promised.vat):
        if amount and " ".join(amount.split()) not in text:
            yield error("FOURTEEN_DAY_AMOUNT_MISSING", template=template, amount=amount)
    lower = text.lower()
    if promised.vat and not (_VAT_NAMED.search(lower) and _VAT_EXPLAINED.search(lower)):
        yield error("FOURTEEN_DAY_VAT_UNEXPLAINED", template=template)
    for account in dict.fromkeys(_accounts_in(text)):
        if promised.iban and account != compact(promised.iban):
            yield error("FOURTEEN_DAY_SECOND_ACCOUNT", template=template, iban=account)


def _accounts_in(text: str) -> Iterator[str]:
    """The IBANs; a word in capitals right behind one may look like a part of it."""
    for found in _IBAN.findall(text):
        groups = found.split()
        numbers = ("".join(groups[:count]) for count in range(len(groups), 0, -1))
        yield from [number for number in numbers if is_iban(number)][:1]


def _days_in(text: str) -> Iterator[date]:
    spelled = [(day, _MONTHS[month], year) for day, month, year in _DAY_IN_WORDS.findall(text)]
    for day, month, year in (*spelled, *_DAY_IN_DIGITS.findall(text)):
        try:
            yield date(int(year), int(month), int(day))
        except ValueError:
            continue  # Something that only looks like a date.
