"""Words with a fixed meaning in cells: kind of debtor, currency, debit or credit, term, status."""

from __future__ import annotations

import re
from enum import StrEnum

from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.sheets.grid import CellValue
from xl_dunning.sheets.words import compact, flag, shown_value


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_CONSUMER = _words(
    "consument consumer particulier particuliereklant prive private b2c c p individueel",
    "individu individual person persoon natuurlijkpersoon",
)
_BUSINESS = _words(
    "zakelijk zakelijkeklant bedrijf onderneming organisatie rechtspersoon business company",
    "organisation organization entreprise firma b2b b z",
)
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "euro": "EUR", "euros": "EUR"}
_DEBIT = frozenset({"d", "dr", "debet", "debit", "bij", "soll", "s"})
_CREDIT = frozenset({"c", "cr", "credit", "af", "haben", "h"})
_PAID = frozenset(
    [
        "betaald",
        "volledigbetaald",
        "paid",
        "voldaan",
        "afgeletterd",
        "vereffend",
        "bezahlt",
        "paye",
        "fullypaid",
    ]
)
_TERM = re.compile(
    r"(?:netto |binnen |net )?(\d{1,3})(?:\s?(?:d|dg|dgn|dag|dagen|days?|jours?|tage?))?"
    r"(?: netto| net| na factuurdatum)?"
)
_LANGUAGES = {
    "nl": "nl nederlands dutch nld nlnl nlbe vlaams neerlandais niederlandisch",
    "en": "en engels english eng engb enus anglais englisch",
    "fr": "fr frans french fra francais frbe frfr franzosisch",
    "de": "de duits german deu deutsch dede allemand",
}


class Direction(StrEnum):
    """Whether a row was sold or bought."""

    SALES = "verkoop"
    PURCHASE = "inkoop"


def debtor_kind(value: CellValue, header: str = "") -> DebtorKind | None:
    """Consumer or business; yes and no are understood by the header they stand under."""
    said = compact(shown_value(value)) if not isinstance(value, bool) else ""
    if said in _CONSUMER:
        return DebtorKind.CONSUMER
    if said in _BUSINESS:
        return DebtorKind.BUSINESS
    about = compact(header)
    answer = flag(value) if value is not None and value != "" else None
    if answer is None or ("particulier" in about and "zakelijk" in about):
        return None
    if about in {"particulier", "consument"}:
        return DebtorKind.CONSUMER if answer else DebtorKind.BUSINESS
    if about in {"zakelijk", "bedrijf", "bedrijfjanee", "iscompany", "iseenbedrijf", "company"}:
        return DebtorKind.BUSINESS if answer else DebtorKind.CONSUMER
    return None


def currency_code(text: str) -> str | None:
    """The three letters of a currency; None when it is none."""
    word = text.strip().casefold()
    if word in _SIGNS:
        return _SIGNS[word]
    return word.upper() if re.fullmatch(r"[a-z]{3}", word) else None


def side(text: str) -> int | None:
    """1 for debit (the debtor owes it), -1 for credit; None when it is neither."""
    word = compact(text)
    if word in _DEBIT:
        return 1
    return -1 if word in _CREDIT else None


def direction(text: str) -> Direction | None:
    """Whether a text speaks of sales or of purchases."""
    word = compact(text)
    if word == "bill" or re.search(r"inkoop|inkopen|crediteur|leverancier|purchase|vendor", word):
        return Direction.PURCHASE
    if re.search(r"verkoop|verkopen|debiteur|sales|klant", word):
        return Direction.SALES
    return None


def says_paid(value: CellValue, header: str) -> bool:
    """Whether a status says that nothing is left to pay."""
    if compact(shown_value(value)) in _PAID:
        return True
    return compact(header) in {"betaald", "isfullypaid", "fullypaid"} and bool(flag(value))


def term_days(value: CellValue) -> int | None:
    """Days of a payment term; None for terms that are no plain number of days."""
    match = _TERM.fullmatch(shown_value(value).casefold())
    return int(match[1]) if match else None


def language(text: str) -> str:
    """The language as two letters; what is not known stays as it is."""
    word = compact(text)
    for code, names in _LANGUAGES.items():
        if word in names.split():
            return code
    return text.strip().casefold()
