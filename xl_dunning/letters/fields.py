"""The fields of a letter: what ``{{ ... }}`` in a template may name.

The names are Dutch because the users who edit templates are; letter_templates/README.md lists
them all. Every value is ready to print: text, or a truth value to ask with ``{% if %}``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from xl_dunning.letters import wording
from xl_dunning.letters.address import address_lines, contact_name, town_line
from xl_dunning.letters.arrangement_fields import arrangement_fields
from xl_dunning.letters.claim_fields import claim_fields
from xl_dunning.letters.countries import country_name
from xl_dunning.letters.dutch import DUTCH
from xl_dunning.letters.greeting import greeting
from xl_dunning.letters.qr import payment_code
from xl_dunning.letters.sender import iban_in_groups
from xl_dunning.letters.spoken import Spoken
from xl_dunning.letters.terms_fields import terms_fields
from xl_dunning.letters.text import in_digits, in_words, money, one_line
from xl_dunning.rules.agreements.payment_asked import payment_asked
from xl_dunning.rules.events import Channel
from xl_dunning.rules.ledger import Debtor, DebtorKind, OpenItem
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.policy import Action, Charge
from xl_dunning.rules.proposal import Decision, Notice
from xl_dunning.rules.settings import Creditor

Context: TypeAlias = Mapping[str, object]
"""One letter's fields: text, truth values, lists of text, pictures, and mappings of those."""


def context_of(
    notice: Notice,
    *,
    creditor: Creditor,
    letter_date: date,
    attachments: Sequence[str] = (),
    spoken: Spoken = DUTCH,
) -> Context:
    """All fields of one letter; ``attachments`` are the invoices of which a copy goes along."""
    invoices = [decision.item for decision in notice.decisions]
    words = spoken.one if len(invoices) == 1 else spoken.several
    reference = wording.payment_reference(notice, spoken)
    code = payment_code(
        name=creditor.name,
        iban=creditor.iban,
        amount=payment_asked(notice).amount,
        currency=notice.currency,
        text=reference,
    )
    return {
        "datum": in_words(letter_date, spoken),
        "datum_kort": in_digits(letter_date, spoken),
        "datum_iso": letter_date.isoformat(),
        "kenmerk": f"{one_line(notice.debtor.number)}-{letter_date:%Y%m%d}",
        "fase": one_line(notice.stage.title),
        "onderwerp": wording.subject(invoices, spoken),
        "aanhef": greeting(notice.debtor, spoken),
        "terugblik": wording.looking_back(notice, spoken),
        "toelichting": wording.explanation(notice, spoken),
        "volgende_stap": wording.next_step(notice, spoken),
        "contactzin": wording.contact_sentence(creditor, spoken),
        "behandelaar": one_line(creditor.signatory) or spoken.handled_by,
        "valuta": notice.currency,
        "totaal": money(notice.total, notice.currency, spoken),
        "totaal_facturen": money(_sum(invoices), notice.currency, spoken),
        "totaal_tegoed": money(_sum(notice.credits), notice.currency, spoken),
        "heeft_tegoed": bool(notice.credits),
        "aantal_facturen": str(len(invoices)),
        "meervoud": len(invoices) > 1,
        "uiterste_betaaldatum": in_words(notice.pay_by, spoken),
        "uiterste_betaaldatum_kort": in_digits(notice.pay_by, spoken),
        "betalingskenmerk": reference,
        "qr_code": "" if code is None else code,
        "heeft_qr_code": code is not None,
        "is_consument": notice.debtor.kind is not DebtorKind.BUSINESS,
        "zonder_kosten": notice.stage.charge is Charge.NONE,
        "per_email": notice.channel is Channel.EMAIL,
        "overgedragen": notice.stage.action is Action.HANDOVER,
        "bijlagen": [one_line(number) for number in attachments],
        "alle_kopieen": bool(attachments) and {item.invoice for item in invoices} <= {*attachments},
        "heeft_betaalde_facturen": any(_is_paid(item) for item in invoices),
        "debiteur": _debtor(notice.debtor, creditor),
        "bedrijf": _company(creditor, spoken),
        "facturen": [
            *(
                _line(decision, stage=_title(notice, position), spoken=spoken)
                for position, decision in enumerate(notice.decisions)
            ),
            *(_credit(item, spoken) for item in notice.credits),
        ],
        "woord": {
            "factuur": words.factuur,
            "deze_factuur": words.deze_factuur,
            "staat": words.staat,
            "is": words.is_,
            "termijn": spoken.instalment_words[_instalments(notice) != 1],
        },
        **claim_fields(notice, letter_date=letter_date, spoken=spoken),
        **arrangement_fields(notice, spoken=spoken),
        **terms_fields(notice, spoken=spoken),
    }


def _instalments(notice: Notice) -> int:
    return len(notice.arrangement.instalments) if notice.arrangement else 0


def _debtor(debtor: Debtor, creditor: Creditor) -> Context:
    return {
        "nummer": one_line(debtor.number),
        "naam": one_line(debtor.name),
        "tav": contact_name(debtor.contact),
        "adres": one_line(debtor.address),
        "postcode": one_line(debtor.postcode),
        "plaats": one_line(debtor.city),
        "land": country_name(debtor.country),
        "email": one_line(debtor.email),
        "adresregels": list(address_lines(debtor, home=creditor.country)),
    }


def _company(creditor: Creditor, spoken: Spoken) -> Context:
    town = " ".join(town_line(creditor.postcode, "").split())
    place = " ".join(part for part in (town, one_line(creditor.city)) if part)
    address, kvk, vat = map(one_line, (creditor.address, creditor.kvk, creditor.vat_number))
    iban, bic = iban_in_groups(creditor.iban), one_line(creditor.bic)
    phone, email = one_line(creditor.phone), one_line(creditor.email)
    belgian = country_name(creditor.country) == "België"
    return {
        "naam": one_line(creditor.name),
        "adres": address,
        "postcode": one_line(creditor.postcode),
        "plaats": one_line(creditor.city),
        "land": country_name(creditor.country),
        "kvk": kvk,
        "btw": vat,
        "iban": iban,
        "bic": bic,
        "email": email,
        "telefoon": phone,
        "ondertekenaar": one_line(creditor.signatory),
        "adresregel": _dotted(address, place),
        "contactregel": _dotted(phone, email),
        "registratieregel": _dotted(
            f"{spoken.number_belgian if belgian else spoken.number_dutch} {kvk}" if kvk else "",
            f"{spoken.number_vat} {vat}" if vat else "",
            f"IBAN {iban}" if iban else "",
            f"BIC {bic}" if bic else "",
        ),
    }


def _line(decision: Decision, *, stage: str, spoken: Spoken) -> Context:
    since = decision.owed.default_since
    return {
        **_item(decision.item, spoken),
        "dagen": str(decision.days_overdue),
        "verzuim_sinds": in_digits(since, spoken),
        "fase": stage,
        "is_creditnota": False,
    }


def _credit(item: OpenItem, spoken: Spoken) -> Context:
    none = {"dagen": "", "verzuim_sinds": "", "fase": ""}
    return {**_item(item, spoken), **none, "is_creditnota": True}


def _item(item: OpenItem, spoken: Spoken) -> Context:
    return {
        "nummer": one_line(item.invoice),
        "datum": in_digits(item.invoice_date, spoken),
        "vervaldatum": in_digits(item.due_date, spoken),
        "omschrijving": one_line(item.description),
        "bedrag": money(item.amount, item.currency, spoken),
        "openstaand": money(item.open, item.currency, spoken),
        "is_betaald": _is_paid(item),
    }


def _is_paid(item: OpenItem) -> bool:
    return item.open is not None and item.open == ZERO


def _title(notice: Notice, position: int) -> str:
    stage = notice.decisions[position].next_stage or notice.stage
    return one_line(stage.title)


def _sum(items: Sequence[OpenItem]) -> Euro:
    return total(item.open for item in items if item.open is not None)


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
