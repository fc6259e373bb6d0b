"""Settings (instellingen) from what was typed on the sheet or in a TOML file.

Keys are Dutch and their spelling is free: ``E-mail``, ``email`` and ``e_mail`` are one. A key that
is not known is a warning, for the sheet may hold notes of the user's own; a value that can't be
right is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from xl_dunning.rules.fields import Fields, as_typed, is_number, similar
from xl_dunning.rules.findings import Finding, Place
from xl_dunning.rules.iban import compact, is_iban
from xl_dunning.rules.interest import DayCount
from xl_dunning.rules.owed import CostsMode
from xl_dunning.rules.settings import Creditor, Settings

SHEET = "Instellingen"
COLUMNS = "kolommen"
COLUMN_PREFIX = "kolom "
"""On the sheet, ``kolom openstaand`` is what ``openstaand`` in the table ``[kolommen]`` is."""

KEYS = (
    "naam",
    "adres",
    "postcode",
    "plaats",
    "land",
    "kvk",
    "btw",
    "iban",
    "bic",
    "e-mail",
    "telefoon",
    "ondertekenaar",
    "rechtsstelsel",
    "beleid",
    "rente",
    "dagtelling",
    "termijn afgesproken",
    "incassokosten zakelijk",
    "btw over incassokosten",
    "schadebeding afgesproken",
    "drempelbedrag",
    "brievenmap",
    "factuurmap",
    "sjabloonmap",
    "voorwaardenbestand",
    "adres verplicht",
    "betalingstermijn",
)

_OTHER_SPELLINGS = {
    "bedrijfsnaam": "naam",
    "straat": "adres",
    "woonplaats": "plaats",
    "kvknummer": "kvk",
    "ondernemingsnummer": "kvk",
    "btwnummer": "btw",
    "btwid": "btw",
    "mail": "e-mail",
    "emailadres": "e-mail",
    "mailadres": "e-mail",
    "tel": "telefoon",
    "telefoonnummer": "telefoon",
    "aanmaanbeleid": "beleid",
    "minimumbedrag": "drempelbedrag",
    "voorwaarden": "voorwaardenbestand",
    "algemenevoorwaarden": "voorwaardenbestand",
}
_JURISDICTIONS = {
    "nl": "nl",
    "be": "be",
    "nederland": "nl",
    "nederlands": "nl",
    "belgië": "be",
    "belgie": "be",
    "belgisch": "be",
    "vlaanderen": "be",
}
_COSTS_MODES = {
    "som": "sum",
    "per factuur": "per_invoice",
    "geen": "none",
}
_DAY_COUNTS = {"365": "act/365", "act/365": "act/365", "werkelijk": "act/act", "act/act": "act/act"}
_PERCENT = re.compile(r"(?:vast\s+)?(\d{1,2})(?:[.,](\d{1,4}))?\s*(?:%|procent)?", re.IGNORECASE)
_DUTCH_KVK_LENGTH, _BELGIAN_NUMBER_LENGTH = 8, 10


def settings_from(
    values: Mapping[str, object], *, origin: str = "", place: Place | None = None
) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings, and all that is wrong with what was typed, at once.

    Args:
        values: key as typed to value; text, Decimal, whole number, truth value or date.
        origin: how the user knows where they stand, mostly the name of a file.
        place: the sheet where they stand, when it is one.

    Returns:
        The settings; where a value is wrong its default stands in.
    """
    typed: dict[str, str] = {}
    known: dict[str, object] = {}
    columns: dict[str, object] = {}
    fields = Fields(values=known, origin=origin, place=place, lenient=True, headers=typed)
    for header, value in values.items():
        key = setting_key(header)
        if _plain(header) == COLUMNS and isinstance(value, Mapping):
            columns |= value
        elif _is_blank(value):
            continue
        elif key in known:
            fields.error("SETTING_TWICE", key, other=header)
        elif key in KEYS:
            typed[key] = header.strip()
            known[key] = value
        elif header.strip().lower().startswith(COLUMN_PREFIX):
            columns[header.strip()[len(COLUMN_PREFIX) :]] = value
        elif meant := similar(header, KEYS):
            fields.warning("SETTING_MEANT", header, meant=meant)
        else:
            fields.warning("SETTING_UNKNOWN", header)
    settings = Settings(
        creditor=_creditor(fields),
        jurisdiction=fields.choice("rechtsstelsel", _JURISDICTIONS, default="nl"),
        policy=fields.text("beleid"),
        interest=_interest(fields),
        day_count=DayCount(fields.choice("dagtelling", _DAY_COUNTS, default="act/365")),
        term_agreed=fields.truth("termijn afgesproken", default=True)
        if known.get("termijn afgesproken") not in (None, "")
        else None,
        business_costs=CostsMode(
            fields.choice("incassokosten zakelijk", _COSTS_MODES, default="sum")
        ),
        charges_vat=fields.truth("btw over incassokosten"),
        lump_sum_agreed=fields.truth("schadebeding afgesproken"),
        minimum_amount=fields.amount("drempelbedrag"),
        letters_dir=fields.text("brievenmap"),
        invoices_dir=fields.text("factuurmap"),
        templates_dir=fields.text("sjabloonmap"),
        terms_file=fields.text("voorwaardenbestand"),
        address_required=fields.truth("adres verplicht", default=True),
        payment_term=fields.whole("betalingstermijn", most=365),
        columns=_columns(fields, columns),
    )
    return settings, tuple(fields.findings)


def merge(sheet: Mapping[str, object], file: Mapping[str, object]) -> dict[str, object]:
    """What was typed in both; where both know a key, the file wins, whatever the spelling."""
    decided = {setting_key(header) for header in file}
    answered = {_plain(name) for name in _answers(file)}
    kept = {
        header: value
        for header, value in sheet.items()
        if setting_key(header) not in decided and _plain(_column_name(header)) not in answered
    }
    return {**kept, **file}


def settings_from_both(
    *, sheet: Mapping[str, object], file: Mapping[str, object], file_name: str
) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings of sheet and file together; the file wins.

    A value on the sheet that the file overrules is not judged.
    """
    merged = merge(sheet, file)
    of_sheet = {header: value for header, value in merged.items() if header not in file}
    _, sheet_findings = settings_from(of_sheet, place=Place(sheet=SHEET))
    _, file_findings = settings_from(file, origin=file_name)
    settings, _ = settings_from(merged)
    return settings, (*sheet_findings, *file_findings)


def _creditor(fields: Fields) -> Creditor:
    iban, kvk = fields.text("iban"), fields.text("kvk")
    bic, email = fields.text("bic").upper().replace(" ", ""), fields.text("e-mail")
    vat_number = re.sub(r"[\s.]", "", fields.text("btw")).upper()
    _judge(fields, "SETTING_IBAN", "iban", iban, is_iban)
    _judge(fields, "SETTING_KVK", "kvk", kvk, _is_company_number)
    _judge(fields, "SETTING_BIC", "bic", bic, _matches(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?"))
    _judge(fields, "SETTING_VAT", "btw", vat_number, _matches(r"[A-Z]{2}[A-Z0-9]{8,12}"))
    _judge(fields, "SETTING_EMAIL", "e-mail", email, _matches(r"[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+"))
    return Creditor(
        name=fields.text("naam"),
        address=fields.text("adres"),
        postcode=fields.text("postcode"),
        city=fields.text("plaats"),
        country=fields.text("land"),
        kvk=kvk,
        vat_number=vat_number,
        iban=compact(iban),
        bic=bic,
        email=email,
        phone=fields.text("telefoon"),
        signatory=fields.text("ondertekenaar"),
    )


def _judge(
    fields: Fields, code: str, key: str, value: str, is_right: Callable[[str], bool]
) -> None:
    if value and not is_right(value):
        fields.error(code, key, value=value)


def _matches(pattern: str) -> Callable[[str], bool]:
    form = re.compile(pattern)
    return lambda value: form.fullmatch(value) is not None


def _is_company_number(value: str) -> bool:
    """A KvK number has eight digits, a Belgian ondernemingsnummer ten."""
    digits = re.sub(r"[\s.]|^BE", "", value.upper())
    return digits.isdigit() and len(digits) in (_DUTCH_KVK_LENGTH, _BELGIAN_NUMBER_LENGTH)


def _interest(fields: Fields) -> str:
    """``wettelijk``, ``geen``, or a fixed percentage a year such as ``8`` or ``7.5``."""
    value = fields.values.get("rente")
    if is_number(value) and 0 < value < 1:
        # A cell formatted as 8% holds 0.08: eight percent or less than a tenth, nobody can tell.
        fields.error("SETTING_INTEREST_UNCLEAR", "rente", value=as_typed(value))
        return "wettelijk"
    typed = as_typed(value).strip().lower() if value is not None else ""
    if typed in ("", "wettelijk", "wettelijke rente"):
        return "wettelijk"
    if typed in ("geen", "nee"):
        return "geen"
    if match := _PERCENT.fullmatch(typed):
        return f"{match[1]}.{match[2]}" if match[2] else match[1]
    fields.error("SETTING_INTEREST", "rente", value=as_typed(value))
    return "wettelijk"


def _columns(fields: Fields, answers: Mapping[str, object]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for name, header in answers.items():
        if isinstance(header, str):
            columns[name.strip()] = header.strip()
        else:
            fields.error("FIELD_NOT_TEXT", name, value=as_typed(header))
    return columns


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _answers(file: Mapping[str, object]) -> list[str]:
    return [
        name
        for header, table in file.items()
        if _plain(header) == COLUMNS and isinstance(table, Mapping)
        for name in table
    ]


def _column_name(header: str) -> str:
    """The field that ``kolom openstaand`` answers for; empty for any other key."""
    typed = header.strip()
    return typed[len(COLUMN_PREFIX) :] if typed.lower().startswith(COLUMN_PREFIX) else ""


def setting_key(header: str) -> str:
    """The canonical key of a header as typed; the header itself, made plain, when unknown."""
    plain = _plain(header)
    own = next((key for key in KEYS if _plain(key) == plain), plain)
    return _OTHER_SPELLINGS.get(own, own)


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
