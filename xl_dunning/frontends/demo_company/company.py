"""The example company on a given day: the rows of each sheet, read from ``company.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

from xl_dunning.rules.agreements.schedule import schedule_text
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.events import Instalment
from xl_dunning.rules.ledger import ItemKey

Value: TypeAlias = str | Decimal | int | date | None
Row: TypeAlias = Mapping[str, Value]
"""Canonical header to value; a header that is not there is an empty cell."""

_DATA = Path(__file__).with_name("company.toml")
_FIRST_NUMBER = 10401
_TERMS = {"consument": 14}
_BUSINESS_TERM = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """What the example company would have in its workbook on a day."""

    title: str
    settings: Mapping[str, Value]
    invoices: tuple[Row, ...]
    debtors: tuple[Row, ...]
    agreements: tuple[Row, ...]
    log: tuple[Row, ...]
    shows: Mapping[ItemKey, str]
    """What each row must show: a reason code and, when DUE, the key of the step."""


def company_on(today: date) -> Company:
    """The example company, with all its days counted from that day."""
    with _DATA.open("rb") as file:
        data = tomllib.load(file, parse_float=Decimal)
    invoices: list[Row] = []
    agreements: list[Row] = []
    log: list[Row] = []
    shows: dict[ItemKey, str] = {}
    for debtor in data["debiteur"]:
        agreements += _agreements(debtor, debtor["nummer"], "", today)
    for number, debtor, invoice in _numbered(data["debiteur"]):
        owner = debtor["nummer"]
        row = _invoice(invoice, number, debtor, today)
        invoices += [row, row] if invoice.get("dubbel") else [row]
        agreements += _agreements(invoice, owner, number, today)
        log += _log(invoice, owner, number, today)
        shows[owner, number] = invoice["toont"]
    return Company(
        title=f"{data['titel']} per {today:%d-%m-%Y}",
        settings=data["instellingen"],
        invoices=tuple(invoices),
        debtors=tuple(_debtor(debtor, today) for debtor in data["debiteur"]),
        agreements=tuple(agreements),
        log=tuple(sorted(log, key=lambda row: str(row["Datum"]), reverse=True)),
        shows=shows,
    )


def _numbered(
    debtors: list[dict[str, Any]],
) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Every invoice with its debtor and its number; numbers follow the invoice dates."""
    made = [
        (-(invoice["vervallen"] + _term(debtor)), debtor, invoice)
        for debtor in debtors
        for invoice in debtor["factuur"]
    ]
    made.sort(key=lambda entry: entry[0])
    for position, (_, debtor, invoice) in enumerate(made):
        yield f"V{_FIRST_NUMBER + position}", debtor, invoice


def _term(debtor: Mapping[str, Any]) -> int:
    return _TERMS.get(debtor.get("soort", ""), _BUSINESS_TERM)


def _invoice(
    invoice: Mapping[str, Any], number: str, debtor: Mapping[str, Any], today: date
) -> Row:
    due = add_days(today, -invoice["vervallen"])
    reminded = invoice.get("herinnerd")
    return {
        "Factuurnummer": number,
        "Debiteurnummer": debtor["nummer"],
        "Debiteurnaam": debtor["naam"],
        "Factuurdatum": add_days(due, -_term(debtor)),
        "Vervaldatum": f"31-02-{due.year}" if invoice.get("onmogelijke_datum") else due,
        "Bedrag": invoice["bedrag"],
        "Openstaand": invoice.get("open", invoice["bedrag"]),
        "Valuta": invoice.get("valuta", "EUR"),
        "Omschrijving": invoice["omschrijving"],
        "Betalingstermijn": _term(debtor),
        "Termijn afgesproken": "ja" if debtor.get("soort") == "consument" else None,
        "Betwist": "ja" if invoice.get("betwist") else None,
        "Overslaan": "ja" if invoice.get("overslaan") else None,
        "Reden overslaan": invoice.get("overslaan"),
        "Factuurbestand": f"{number}.pdf" if invoice.get("bestand") else None,
        "Aanmaningen": invoice.get("aanmaningen"),
        "Laatste herinnering": None if reminded is None else add_days(today, -reminded),
    }


def _debtor(debtor: Mapping[str, Any], today: date) -> Row:
    return {
        "Debiteurnummer": debtor["nummer"],
        "Naam": debtor["naam"],
        "T.a.v.": debtor.get("tav"),
        "Adres": debtor.get("adres"),
        "Postcode": debtor.get("postcode"),
        "Plaats": debtor.get("plaats"),
        "Land": debtor.get("land", "Nederland") if "adres" in debtor else None,
        "E-mail": debtor.get("email"),
        "Telefoon": debtor.get("telefoon"),
        "Soort": debtor.get("soort", "zakelijk"),
        "Taal": debtor.get("taal", "nl"),
        "Beleid": debtor.get("beleid"),
        "Niet aanmanen tot": _in(debtor.get("niet_tot"), today),
        "Reden": debtor.get("reden"),
        "KvK": debtor.get("kvk"),
        "Btw-nummer": debtor.get("btw"),
        "Automatische incasso": "ja" if debtor.get("incasso") else None,
        "Terugkerende levering": "ja" if debtor.get("terugkerend") else None,
    }


def _agreements(owner: Mapping[str, Any], debtor: str, invoice: str, today: date) -> Iterator[Row]:
    for agreement in owner.get("afspraken", ()):
        yield {
            "Debiteurnummer": debtor,
            "Factuurnummer": invoice or None,
            "Soort": agreement["soort"],
            "Datum": add_days(today, agreement["dagen"]),
            "Bedrag": agreement.get("bedrag"),
            "Tot en met": _in(agreement.get("tot"), today),
            "Notitie": agreement.get("notitie"),
            "Termijnen": _schedule(agreement.get("termijnen", ()), today),
            "Door": agreement.get("door"),
        }


def _schedule(instalments: Iterable[tuple[int, Decimal]], today: date) -> str | None:
    """The instalments of a plan as a user types them; none where it has none."""
    return (
        schedule_text(
            [
                Instalment(due_on=add_days(today, days), amount=amount)
                for days, amount in instalments
            ]
        )
        or None
    )


def _in(days: int | None, today: date) -> date | None:
    """The day that lies so many days from today; none when no days were given."""
    return None if days is None else add_days(today, days)


def _log(owner: Mapping[str, Any], debtor: str, invoice: str, today: date) -> Iterator[Row]:
    for event in owner.get("logboek", ()):
        yield {
            "Id": event.get("id"),
            "Datum": add_days(today, event["dagen"]),
            "Debiteurnummer": debtor,
            "Factuurnummer": invoice,
            "Gebeurtenis": event["gebeurtenis"],
            "Fase": event.get("fase"),
            "Kanaal": event.get("kanaal"),
            "Betalen voor": _in(event.get("betalen_voor"), today),
            "Bedrag": event.get("bedrag"),
            "Tot en met": _in(event.get("tot"), today),
            "Notitie": event.get("notitie"),
            "Uitkomst": event.get("uitkomst"),
            "Termijnen": _schedule(event.get("termijnen", ()), today),
            "Door": event.get("door"),
            "Sjabloon": event.get("sjabloon"),
            "Betreft": event.get("betreft"),
        }
