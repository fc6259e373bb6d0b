"""Every mistake in a policy and what it says, word for word."""

from __future__ import annotations

import pytest

from tests.rules.policy_texts import CALL, DEMAND, REMINDER, TOP, read
from xl_dunning.frontends.messages_nl import finding_text

WRONG = {
    # The policy itself.
    "nothing": (
        "",
        [
            "mijn.toml, stage: een beleid heeft ten minste één fase nodig, en elke fase is een "
            "eigen blok [[stage]] of een eigen rij. Voeg er een toe of herstel de schrijfwijze.",
            "mijn.toml, name: dit veld is niet ingevuld. Vul het in.",
            "mijn.toml, title: dit veld is niet ingevuld. Vul het in.",
        ],
    ),
    "[stage] with single brackets": (
        TOP + REMINDER.replace("[[stage]]", "[stage]"),
        [
            "mijn.toml, stage: een beleid heeft ten minste één fase nodig, en elke fase is een "
            "eigen blok [[stage]] of een eigen rij. Voeg er een toe of herstel de schrijfwijze.",
        ],
    ),
    "an unknown key that looks like one": (
        TOP + "minimum_ammount = 1\n" + REMINDER,
        ['mijn.toml, minimum_ammount: dit veld kennen wij niet; bedoelt u "minimum_amount"?'],
    ),
    "an unknown key that looks like none": (
        TOP + "btw = 21\n" + REMINDER,
        [
            "mijn.toml, btw: dit veld kennen wij niet. Haal het weg of kijk na hoe het heet.",
        ],
    ),
    "an amount below nothing": (
        TOP + "minimum_amount = -1.00\n" + REMINDER,
        [
            'mijn.toml, minimum_amount: "-1,00" is geen bedrag in hele centen van nul of meer. '
            "Vul een bedrag in, bijvoorbeeld 25,00; in een bestand 25.00, zonder aanhalingstekens."
        ],
    ),
    "an amount in parts of a cent": (
        TOP + "minimum_amount = 1.005\n" + REMINDER,
        [
            'mijn.toml, minimum_amount: "1,005" is geen bedrag in hele centen van nul of meer. '
            "Vul een bedrag in, bijvoorbeeld 25,00; in een bestand 25.00, zonder aanhalingstekens."
        ],
    ),
    # One stage.
    "an unknown key in a stage": (
        TOP + REMINDER + 'color = "FFFFFF"',
        ['mijn.toml, herinnering, color: dit veld kennen wij niet; bedoelt u "colour"?'],
    ),
    "a number between quotes": (
        TOP + REMINDER.replace("3", '"3"'),
        [
            'mijn.toml, herinnering, after: "3" is geen heel getal van 0 tot en met 3650. Vul '
            "zo'n getal in, in een bestand zonder aanhalingstekens."
        ],
    ),
    "true is no number": (
        TOP + REMINDER.replace("3", "true"),
        [
            'mijn.toml, herinnering, after: "true" is geen heel getal van 0 tot en met 3650. Vul '
            "zo'n getal in, in een bestand zonder aanhalingstekens."
        ],
    ),
    "half a day": (
        TOP + REMINDER.replace("3", "3.5"),
        [
            'mijn.toml, herinnering, after: "3,5" is geen heel getal van 0 tot en met 3650. Vul '
            "zo'n getal in, in een bestand zonder aanhalingstekens."
        ],
    ),
    "a negative length": (
        TOP + REMINDER + "pay_within = -14",
        [
            'mijn.toml, herinnering, pay_within: "-14" is geen heel getal van 1 tot en met 3650. '
            "Vul zo'n getal in, in een bestand zonder aanhalingstekens."
        ],
    ),
    "a term of no days": (
        TOP + REMINDER + "pay_within = 0",
        [
            'mijn.toml, herinnering, pay_within: "0" is geen heel getal van 1 tot en met 3650. '
            "Vul zo'n getal in, in een bestand zonder aanhalingstekens."
        ],
    ),
    "one is no yes": (
        TOP + REMINDER + "attach_invoice = 1",
        [
            'mijn.toml, herinnering, attach_invoice: "1" is geen ja of nee. Vul ja of nee in; in '
            "een bestand true of false, zonder aanhalingstekens."
        ],
    ),
    "a number is no text": (
        TOP + REMINDER.replace('"Herinnering"', "1"),
        [
            'mijn.toml, herinnering, title: "1" is geen tekst. Zet er tekst neer; in een bestand '
            "tussen aanhalingstekens."
        ],
    ),
    "an unknown action": (
        TOP + REMINDER.replace('"letter"', '"brief"'),
        [
            'mijn.toml, herinnering, action: "brief" kan hier niet. Kies uit: letter, call, '
            "suspend, propose_plan, handover, legal."
        ],
    ),
    "an unknown charge": (
        TOP + REMINDER + 'charge = "costs"',
        [
            'mijn.toml, herinnering, charge: "costs" kan hier niet. Kies uit: none, interest, '
            "interest+costs."
        ],
    ),
    "an unknown audience": (
        TOP + REMINDER + 'for = "everyone"',
        [
            'mijn.toml, herinnering, for: "everyone" kan hier niet. Kies uit: all, consumer, '
            "business."
        ],
    ),
    "a colour with a sign": (
        TOP + REMINDER + 'colour = "#FDBE85"',
        [
            'mijn.toml, herinnering, colour: "#FDBE85" is geen kleur. Vul zes tekens van 0 tot en '
            "met 9 en A tot en met F in, bijvoorbeeld FDBE85."
        ],
    ),
    "a key with a blank": (
        TOP + REMINDER.replace('"herinnering"', '"eerste brief"', 1),
        [
            'mijn.toml, eerste brief, key: "eerste brief" kan geen naam van een fase zijn. '
            "Gebruik alleen letters, cijfers, - en _."
        ],
    ),
    "a letter without a template": (
        TOP + REMINDER.replace('template = "herinnering"', ""),
        [
            "mijn.toml, herinnering, template: een brief heeft een sjabloon nodig. Vul de naam "
            "in, bijvoorbeeld herinnering."
        ],
    ),
    "a template that is a path": (
        TOP + REMINDER.replace('template = "herinnering"', 'template = "../brief.docx"'),
        [
            'mijn.toml, herinnering, template: "../brief.docx" kan geen sjabloon zijn. Vul alleen '
            "de naam in, zonder map en zonder .docx."
        ],
    ),
    "a letter on the due date": (
        TOP + REMINDER.replace("3", "0"),
        [
            "mijn.toml, herinnering, after: een brief mag niet op of voor de vervaldatum uitgaan. "
            "Vul 1 of meer in."
        ],
    ),
    "a letter that is passed over": (
        TOP + REMINDER + "skip_after = 5",
        [
            "mijn.toml, herinnering, skip_after: alleen een telefoongesprek kan worden "
            "overgeslagen. Haal dit veld weg of vul 0 in."
        ],
    ),
    "a stage without a key, known by its number": (
        TOP + REMINDER + CALL.replace('key = "bellen"', ""),
        ["mijn.toml, 2, key: dit veld is niet ingevuld. Vul het in."],
    ),
    "a stage with nothing": (
        TOP + "[[stage]]",
        [
            "mijn.toml, 1, key: dit veld is niet ingevuld. Vul het in.",
            "mijn.toml, 1, title: dit veld is niet ingevuld. Vul het in.",
            "mijn.toml, 1, action: dit veld is niet ingevuld. Vul het in.",
            "mijn.toml, 1, after: dit veld is niet ingevuld. Vul het in.",
        ],
    ),
    # Stages among each other.
    "two stages of one name": (
        TOP + REMINDER + REMINDER.replace('"herinnering"', '"Herinnering"', 1),
        [
            'mijn.toml, Herinnering, key: de fase "Herinnering" staat er al. Geef elke fase een '
            "eigen naam."
        ],
    ),
    "an order that can't be": (
        TOP + DEMAND + CALL,
        [
            "mijn.toml, bellen, after: deze fase begint op dag 10, eerder dan de fase "
            '"aanmaning" die ervoor staat (dag 18). Zet de fasen op volgorde of verander het '
            "aantal dagen."
        ],
    ),
    "an order that can't be, two stages further": (
        TOP
        + DEMAND.replace("18", '40\nfor = "consumer"')
        + CALL.replace("10", '5\nfor = "business"')
        + REMINDER,
        [
            "mijn.toml, herinnering, after: deze fase begint op dag 3, eerder dan de fase "
            '"aanmaning" die ervoor staat (dag 40). Zet de fasen op volgorde of verander het '
            "aantal dagen."
        ],
    ),
    "a first stage that waits": (
        TOP + REMINDER + "wait = 5",
        [
            "mijn.toml, herinnering, wait: de eerste fase heeft geen vorige om op te wachten. "
            "Haal dit veld weg."
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_told_in_words(text: str, expected: list[str]) -> None:
    policy, findings = read(text)
    assert [finding_text(finding) for finding in findings] == expected
    assert policy is None
