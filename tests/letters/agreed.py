"""Letters about agreements and terms: one believable case for each, with figures that add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.letters.charged import (
    B5,
    CONSUMER,
    FLEMISH,
    R11_CHARGES,
    charged_notice,
    with_interest,
)
from tests.letters.factory import JANSEN, TODAY, item
from tests.rules.claims_world import rules
from xl_dunning.rules.agreements.payment_terms import late_payment
from xl_dunning.rules.agreements.states import Arrangement, InstalmentState
from xl_dunning.rules.ledger import Debtor, DebtorKind, OpenItem
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Notice

D = date.fromisoformat
FIRST = D("2026-12-01")
FLEMISH_COMPANY = replace(
    FLEMISH, number="30011", name="Bakkerij Maes BV", contact="An Maes", kind=DebtorKind.BUSINESS
)
ENGLISH = replace(JANSEN, language="en")
SMITH = replace(CONSUMER, language="en", name="Ann Smith")
CREDIT = item("CN-9", open_="-250.00", due_date=None, ref=9)
LONG_NAME = replace(
    CONSUMER,
    number="20933",
    name="Stichting Vrienden van het Koninklijk Nieuwerkerks Mannenkoor „De Eendracht”",
    contact="de heer W.M. van Wassenaer-Obdam",
    kind=DebtorKind.BUSINESS,
)
TITLES = {
    "bevestiging_afspraak": "Bevestiging afspraak",
    "regeling_voorstel": "Voorstel betalingsregeling",
    "regeling_bevestiging": "Bevestiging betalingsregeling",
    "regeling_herinnering": "Herinnering termijn",
    "regeling_verbroken": "Einde betalingsregeling",
    "schikkingsvoorstel": "Schikkingsvoorstel",
    "opschorting_aankondiging": "Aankondiging opschorting",
    "opschorting": "Opschorting",
    "hervatting": "Hervatting",
    "betalingsvoorwaarden": "Betalingsvoorwaarden",
    "antwoord_betwisting": "Antwoord op bezwaar",
    "factuur_opnieuw": "Factuur opnieuw",
}
ANSWER = (
    "U schrijft dat twee van de planken beschadigd waren. Wij hebben de vrachtbrief nagekeken: bij "
    "de aflevering is voor ontvangst getekend, zonder opmerking.\n"
    "Omdat u een goede klant bent, hebben wij de twee planken toch gecrediteerd. De rest van de "
    "factuur blijft staan."
)
ANSWER_IN_ENGLISH = (
    "You write that two of the boards were damaged. We have checked the consignment note: it was "
    "signed on delivery without a remark.\n"
    "As a gesture of goodwill we have credited the two boards. The rest of the invoice stands."
)


def plan(
    *amounts: str, first: date = FIRST, paid: Sequence[str] = (), late: int = 0
) -> tuple[InstalmentState, ...]:
    """Monthly instalments from that day on; what is paid of the first ones, and which are late."""
    shares = [*paid, *["0.00"] * len(amounts)]
    months = (first.month - 1 + step for step in range(len(amounts)))
    return tuple(
        InstalmentState(
            number=number,
            due_on=first.replace(year=first.year + month // 12, month=month % 12 + 1),
            amount=Decimal(amount),
            paid=Decimal(share),
            late=Decimal(share) < Decimal(amount) and number <= late,
        )
        for number, (amount, share, month) in enumerate(
            zip(amounts, shares, months, strict=False), start=1
        )
    )


def side_letter(
    template: str, agreed: Arrangement | None, *, credits_: Sequence[OpenItem] = (), **more: object
) -> Notice:
    """A letter of that template about that agreement."""
    known: dict[str, object] = {"items": [item()], "title": TITLES[template]}
    letter = charged_notice(template, **{**known, **more})  # type: ignore[arg-type]
    return replace(letter, arrangement=agreed, credits=tuple(credits_))


def terms_letter(debtor: Debtor, *, law: str = "nl", term: int = 30, **more: object) -> Notice:
    """The payment terms for that customer, by the real figures of the law."""
    letter = side_letter("betalingsvoorwaarden", None, debtor=debtor, law=law, items=())
    told = late_payment(term=term, kind=debtor.kind, rules=rules(law, **more), reference_date=TODAY)
    return replace(letter, late_payment=told)


def _with_claim(template: str, agreed: Arrangement | None, **more: object) -> Notice:
    """The same about invoice R11 with its interest and costs: 11,368.72 in all."""
    letter = with_interest(template, title=TITLES[template], **more)
    return replace(letter, arrangement=agreed)


YESTERDAY = D("2026-11-20")
PROMISED = Arrangement(on=YESTERDAY, until=D("2026-12-01"), event="e1")
PROPOSED = Arrangement(
    on=TODAY, until=D("2026-11-30"), instalments=plan("250.00", "250.00", "235.54")
)
AGREED = Arrangement(on=YESTERDAY, instalments=plan(*["3000.00"] * 3, "2368.72"), event="e2")
LATE = Arrangement(
    on=D("2026-08-24"),
    instalments=plan(
        *["400.00"] * 4, first=D("2026-09-01"), paid=("400.00", "400.00", "150.00"), late=3
    ),
    event="e3",
)
BROKEN = replace(
    LATE,
    instalments=plan(*["3000.00"] * 4, first=D("2026-09-01"), paid=("2000.00",), late=3),
)
SETTLED = Arrangement(on=TODAY, until=D("2026-12-04"), amount=Decimal("8500.00"))
DISPUTED = Arrangement(on=D("2026-11-09"), note=ANSWER, event="e5")
TODAY_ON = Arrangement(on=TODAY, event="e6")
SAID = Arrangement(on=D("2026-11-19"), event="e7")
PAID_ITEMS = [
    item("2026-0117", open_="0.00", amount=Decimal("1210.00")),
    item("2026-0131", open_="0.00", amount=Decimal("48.40"), ref=2),
]
OWED_IN_PLAN = [item("2026-0117", open_="650.00", amount=Decimal("1600.00"))]

AGREED_LETTERS: Mapping[str, Notice] = {
    "nl/bevestiging_afspraak": side_letter("bevestiging_afspraak", PROMISED),
    "nl/bevestiging_afspraak over een deel": side_letter(
        "bevestiging_afspraak",
        replace(PROMISED, amount=Decimal("400.00")),
        debtor=CONSUMER,
        items=B5,
        credits_=[replace(CREDIT, open=Decimal("-35.54"), amount=Decimal("-35.54"))],
    ),
    "nl/regeling_voorstel": side_letter("regeling_voorstel", PROPOSED, debtor=CONSUMER, items=B5),
    "nl/regeling_voorstel niet over alles": side_letter(
        "regeling_voorstel",
        replace(PROPOSED, instalments=plan("400.00")),
        debtor=LONG_NAME,
        items=[item("2026-0117", open_="410.00")],
    ),
    "nl/regeling_bevestiging": _with_claim("regeling_bevestiging", AGREED),
    "nl/regeling_herinnering": side_letter(
        "regeling_herinnering", LATE, items=OWED_IN_PLAN, debtor=CONSUMER
    ),
    "nl/regeling_herinnering twee termijnen": side_letter(
        "regeling_herinnering",
        replace(
            LATE,
            instalments=plan(*["400.00"] * 4, first=D("2026-09-01"), paid=("400.00",), late=3),
        ),
        items=[item("2026-0117", open_="1200.00", amount=Decimal("1600.00"))],
        debtor=FLEMISH,
        law="be",
    ),
    "nl/regeling_verbroken": _with_claim("regeling_verbroken", BROKEN),
    "nl/schikkingsvoorstel": _with_claim("schikkingsvoorstel", SETTLED),
    "nl/schikkingsvoorstel afgesproken": side_letter(
        "schikkingsvoorstel",
        replace(SETTLED, on=YESTERDAY, amount=Decimal("900.00"), event="e4"),
        debtor=FLEMISH_COMPANY,
        law="be",
        items=[item(), item("2026-0131", open_="48.40", ref=2)],
    ),
    "nl/opschorting_aankondiging": side_letter(
        "opschorting_aankondiging", None, items=[item(), item("2026-0131", open_="48.40", ref=2)]
    ),
    "nl/opschorting_aankondiging belgisch": side_letter(
        "opschorting_aankondiging", None, debtor=FLEMISH_COMPANY, law="be"
    ),
    "nl/opschorting": _with_claim("opschorting", TODAY_ON),
    "nl/opschorting belgisch": side_letter(
        "opschorting", TODAY_ON, debtor=FLEMISH_COMPANY, law="be"
    ),
    "nl/hervatting": side_letter("hervatting", TODAY_ON, items=PAID_ITEMS),
    "nl/hervatting zonder facturen": side_letter("hervatting", TODAY_ON, items=()),
    "nl/antwoord_betwisting": side_letter(
        "antwoord_betwisting", DISPUTED, credits_=[CREDIT], debtor=LONG_NAME
    ),
    "nl/factuur_opnieuw": side_letter(
        "factuur_opnieuw",
        SAID,
        debtor=CONSUMER,
        items=[item(description="Eiken planken, bezorgd op 30-09-2026")],
    ),
    "nl/betalingsvoorwaarden consument": terms_letter(CONSUMER, term=14),
    "nl/betalingsvoorwaarden zakelijk": terms_letter(JANSEN),
    "nl/betalingsvoorwaarden zakelijk met btw en eigen rente": terms_letter(
        JANSEN, interest="12", charges_vat=True
    ),
    "nl/betalingsvoorwaarden consument belgisch": terms_letter(
        FLEMISH, law="be", lump_sum_agreed=True, interest="8"
    ),
    "nl/betalingsvoorwaarden consument belgisch zonder beding": terms_letter(FLEMISH, law="be"),
    "nl/betalingsvoorwaarden zakelijk belgisch": terms_letter(FLEMISH_COMPANY, law="be"),
    "en/bevestiging_afspraak": side_letter("bevestiging_afspraak", PROMISED, debtor=ENGLISH),
    "en/regeling_voorstel": side_letter("regeling_voorstel", PROPOSED, debtor=SMITH, items=B5),
    "en/regeling_bevestiging": _with_claim("regeling_bevestiging", AGREED, debtor=ENGLISH),
    "en/regeling_herinnering": side_letter(
        "regeling_herinnering", LATE, items=OWED_IN_PLAN, debtor=SMITH
    ),
    "en/regeling_verbroken": _with_claim("regeling_verbroken", BROKEN, debtor=ENGLISH),
    "en/schikkingsvoorstel": _with_claim("schikkingsvoorstel", SETTLED, debtor=ENGLISH),
    "en/schikkingsvoorstel agreed": side_letter(
        "schikkingsvoorstel",
        replace(SETTLED, on=YESTERDAY, amount=Decimal("900.00"), event="e4"),
        debtor=ENGLISH,
    ),
    "en/opschorting_aankondiging": side_letter("opschorting_aankondiging", None, debtor=ENGLISH),
    "en/opschorting": side_letter("opschorting", TODAY_ON, debtor=ENGLISH),
    "en/opschorting belgian": side_letter(
        "opschorting", TODAY_ON, debtor=replace(FLEMISH_COMPANY, language="en"), law="be"
    ),
    "en/hervatting": side_letter("hervatting", TODAY_ON, items=PAID_ITEMS, debtor=ENGLISH),
    "en/antwoord_betwisting": side_letter(
        "antwoord_betwisting",
        replace(DISPUTED, note=ANSWER_IN_ENGLISH),
        credits_=[CREDIT],
        debtor=ENGLISH,
    ),
    "en/factuur_opnieuw": side_letter("factuur_opnieuw", SAID, debtor=ENGLISH),
    "en/betalingsvoorwaarden consumer": terms_letter(SMITH, term=14),
    "en/betalingsvoorwaarden business": terms_letter(ENGLISH),
    "en/betalingsvoorwaarden belgian consumer": terms_letter(
        replace(FLEMISH, language="en"), law="be", lump_sum_agreed=True, interest="8"
    ),
    "en/ingebrekestelling": charged_notice("ingebrekestelling", debtor=ENGLISH, items=[item()]),
    "en/stuiting": with_interest(
        "stuiting", debtor=ENGLISH, charges=replace(R11_CHARGES, costs=Decimal("0.00"))
    ),
    "en/overdracht": charged_notice("overdracht", debtor=ENGLISH, items=[item()]),
    "en/overdracht handed over": with_interest(
        "overdracht", debtor=ENGLISH, action=Action.HANDOVER
    ),
}
"""By language and template, with a word on the case: what every golden text was made from."""
