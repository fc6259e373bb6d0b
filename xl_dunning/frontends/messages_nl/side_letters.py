"""Sentences: letters outside the policy, about an agreement or about payment terms."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "SIDE_LETTER_NO_AGREEMENT": (
        "De brief „{letter}” aan debiteur {debtor} gaat over een afspraak, maar in het logboek "
        "staat er geen. Leg de afspraak eerst vast."
    ),
    "SIDE_LETTER_NO_DAY": (
        "Bij de afspraak voor de brief „{letter}” aan debiteur {debtor} ontbreekt de laatste dag. "
        "Vul bij de afspraak Tot en met in."
    ),
    "SIDE_LETTER_NO_AMOUNT": (
        "Bij de afspraak voor de brief „{letter}” aan debiteur {debtor} ontbreekt het bedrag. Vul "
        "bij de afspraak Bedrag in."
    ),
    "SIDE_LETTER_NO_INSTALMENTS": (
        "Bij de regeling voor de brief „{letter}” aan debiteur {debtor} ontbreken de termijnen. "
        "Vul bij de regeling Termijnen in, zoals 3 x 400 per maand vanaf 1-12-2026."
    ),
    "SIDE_LETTER_NO_NOTE": (
        "De brief „{letter}” aan debiteur {debtor} geeft antwoord op een bezwaar, maar het "
        "antwoord zelf ontbreekt. Schrijf het bij Notitie."
    ),
    "SIDE_LETTER_NO_TERMS": (
        "In de brief „{letter}” aan debiteur {debtor} ontbreken de betalingsvoorwaarden. Geef dit "
        "door aan de beheerder van het programma."
    ),
    "SIDE_LETTER_NOT_EURO": (
        "De afspraak in de brief „{letter}” aan debiteur {debtor} is in euro, maar de facturen "
        "zijn in {currency}. Schrijf deze brief zelf."
    ),
    "SIDE_LETTER_NOTHING_ASKED": (
        "In de brief „{letter}” aan debiteur {debtor} valt niets te betalen: er staat niets meer "
        "open. De brief is niet nodig."
    ),
    "SIDE_LETTER_NOTHING_LATE": (
        "De brief „{letter}” aan debiteur {debtor} herinnert aan een termijn, maar geen enkele "
        "termijn is te laat. De brief is niet nodig."
    ),
    "SIDE_LETTER_TOO_MUCH": (
        "De brief „{letter}” aan debiteur {debtor} zou {asked} vragen, maar er staat maar {claim} "
        "open. Kijk of een betaling wel in de lijst staat en niet in het logboek, of pas de "
        "afspraak aan."
    ),
    "SIDE_LETTER_DAY_PAST": (
        "De brief „{letter}” aan debiteur {debtor} noemt {day} als laatste dag, maar die is al "
        "voorbij. Maak een nieuwe afspraak, of leg vast hoe het afliep."
    ),
    "SETTLEMENT_NOT_LOWER": (
        "De schikking van {amount} met debiteur {debtor} is niet lager dan wat openstaat, "
        "{claim}. Controleer het bedrag; zonder kwijtschelding is een toezegging genoeg."
    ),
    "PLAN_ANSWER_TOO_LATE": (
        "Het voorstel aan debiteur {debtor} vraagt antwoord uiterlijk op {until}, maar de eerste "
        "termijn vervalt al op {first}. Kies een eerdere antwoorddag of een latere eerste termijn."
    ),
    "PAYMENT_TERM_NONE": (
        "Een betaaltermijn van {days} dagen kan niet in een brief over betalingsvoorwaarden. Kies "
        "ten minste één dag."
    ),
    "PAYMENT_TERM_LONG": (
        "De betaaltermijn van {days} dagen voor debiteur {debtor} is langer dan de {most} dagen "
        "die de wet tussen bedrijven in beginsel toestaat. Kies een kortere termijn."
    ),
    "TERMS_RATE_VOID": (
        "De afgesproken rente van {percent}% is hoger dan een consument mag worden gevraagd "
        "(art. XIX.4 WER); zo'n beding is nietig. Er is geen brief over de voorwaarden gemaakt. "
        "Verlaag de instelling rente en laat uw voorwaarden nakijken."
    ),
}
