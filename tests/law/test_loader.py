"""What the loader refuses: for every mistake a file that makes it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.law.loader import read_law
from xl_dunning.rules.findings import Refusal

SOUND = (Path(__file__).parent / "sound.toml").read_text(encoding="utf-8")

WHERE = "xx/alles.toml, "

MISTAKES = [
    (
        "a bare number is a float",
        'percent = "12.50"',
        "percent = 12.50",
        "commercial, values 1, percent: “12,50” staat niet als getal tussen aanhalingstekens. "
        'Schrijf bijvoorbeeld "10.40": zonder aanhalingstekens wordt het afgerond.',
    ),
    (
        "an amount in words",
        'minimum = "40.00"',
        'minimum = "veertig"',
        "consumer, values 1, minimum: “veertig” staat niet als getal tussen aanhalingstekens. "
        'Schrijf bijvoorbeeld "10.40": zonder aanhalingstekens wordt het afgerond.',
    ),
    (
        "an amount with a bare number in a bracket",
        'fixed = "375.00"',
        "fixed = 375",
        "consumer, values 1, brackets 2, fixed: “375” staat niet als getal tussen "
        'aanhalingstekens. Schrijf bijvoorbeeld "10.40": zonder aanhalingstekens wordt het '
        "afgerond.",
    ),
    (
        "a key that nobody knows",
        'every = "open"',
        'every = "open"\nunit = "percent"',
        "consumer, unit: dit veld kennen wij niet. Haal het weg of kijk na hoe het heet.",
    ),
    (
        "a misspelled key of a row",
        'through = 2025-06-30, source = "stb"',
        'trough = 2025-06-30, source = "stb"',
        'commercial, values 2, trough: dit veld kennen wij niet; bedoelt u "through"?',
    ),
    (
        "a half-year that nobody speaks of",
        "through = 2025-06-30, ",
        "",
        "commercial, valid_from: er is niets bekend van 01-01-2025 tot en met 30-06-2025. Voeg een "
        "regel toe, of noem bij de regel ervoor met through tot wanneer zij geldt.",
    ),
    (
        "a row that goes on into the next one",
        "through = 2025-06-30",
        "through = 2025-07-01",
        "commercial, through: deze regel geldt tot en met 01-07-2025, maar de volgende begint al "
        "op 01-07-2025. Verbeter een van beide.",
    ),
    (
        "rows out of order",
        "valid_from = 2004-02-01",
        "valid_from = 1999-02-01",
        "consumer, valid_from: 01-02-1999 staat na 01-01-2000. Zet de regels op volgorde van "
        "datum.",
    ),
    (
        "a day twice",
        "valid_from = 2004-02-01",
        "valid_from = 2000-01-01",
        "consumer, valid_from: 01-01-2000 staat er twee keer. Laat één regel staan.",
    ),
    (
        "a row without its source",
        'percent = "4", source = "stb"',
        'percent = "4"',
        "consumer, values 2, source: dit veld is niet ingevuld. Vul het in.",
    ),
    (
        "a source that is not named",
        'percent = "4", source = "stb"',
        'percent = "4", source = "stc"',
        "consumer, values 2, source: de bron “stc” staat niet onder [sources]. Voeg haar daar toe "
        "of kijk de schrijfwijze na.",
    ),
    (
        "no article",
        'article = "art. 4"\n',
        "",
        "letter_term, values 1, article: dit veld is niet ingevuld. Vul het in.",
    ),
    (
        "nobody says when it was checked",
        'article = "art. 4"\nchecked_on = 2026-11-21\n',
        'article = "art. 4"\n',
        "letter_term, values 1, checked_on: dit veld is niet ingevuld. Vul het in.",
    ),
    (
        "a day between quotes",
        "valid_from = 2000-01-01",
        'valid_from = "01-01-2000"',
        "consumer, values 1, valid_from: “01-01-2000” is geen datum. Schrijf jaar-maand-dag zonder "
        "aanhalingstekens, bijvoorbeeld 2026-07-01.",
    ),
    (
        "a moment is no day",
        "valid_from = 2000-01-01",
        "valid_from = 2000-01-01T00:00:00",
        "consumer, values 1, valid_from: “01-01-2000” is geen datum. Schrijf jaar-maand-dag zonder "
        "aanhalingstekens, bijvoorbeeld 2026-07-01.",
    ),
    (
        "an open table without an end",
        "known_until = 2026-12-31\n",
        "",
        "consumer, known_until: dit veld is niet ingevuld. Vul het in.",
    ),
    (
        "an end before the last row",
        "known_until = 2026-12-31",
        "known_until = 2003-12-31",
        "consumer, known_until: 31-12-2003 ligt vóór de laatste regel (01-02-2004). Vul de laatste "
        "dag in waarvoor het percentage vaststaat.",
    ),
    (
        "an end beside a table per half-year",
        'every = "half-year"',
        'every = "half-year"\nknown_until = 2030-12-31',
        "commercial, known_until: haal dit veld weg: uit de regels volgt al dat zij bekend zijn "
        "tot en met 31-12-2025.",
    ),
    (
        "brackets that do not start at nothing",
        'above = "0.00"',
        'above = "10.00"',
        "consumer, values 1, brackets: de schijven moeten met 0.00 beginnen en oplopen. Zet ze op "
        "volgorde.",
    ),
    (
        "a minimum above the maximum",
        'maximum = "6775.00"',
        'maximum = "39.00"',
        "consumer, values 1, minimum: het minimum (€\N{NO-BREAK SPACE}40,00) is hoger dan het "
        "maximum (€\N{NO-BREAK SPACE}39,00). Verbeter een van beide.",
    ),
    (
        "a figure twice",
        'key = "payment_term"',
        'key = "letter_term"',
        "letter_term, key: “letter_term” staat er al. Geef elk cijfer één keer op.",
    ),
    (
        "a weekday in English",
        'weekdays = "di wo do vr za"',
        'weekdays = "di wo do vr sat"',
        'post, values 1, weekdays: "sat" kan hier niet. Kies uit: ma, di, wo, do, vr, za, zo.',
    ),
    (
        "a kind that nobody knows",
        'kind = "amount"',
        'kind = "sum"',
        'business_floor, kind: "sum" kan hier niet. Kies uit: rates, scale, number, amount, '
        "percentage, delivery.",
    ),
]


def folder_with(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "alles.toml").write_text(text, encoding="utf-8")
    return folder


def refused(folder: Path) -> list[str]:
    """The sentences of the single mistakes."""
    with pytest.raises(Refusal) as refusal:
        read_law(folder, country="xx")
    assert refusal.value.code == "LAW_WRONG"
    return [line.removeprefix("- ") for line in refusal_text(refusal.value).splitlines()[1:]]


def test_the_sound_file_is_sound(tmp_path: Path) -> None:
    law = read_law(folder_with(tmp_path, SOUND), country="xx")
    assert law.rates["commercial"].known_until.isoformat() == "2025-12-31"


@pytest.mark.parametrize(
    ("was", "becomes", "sentence"),
    [mistake[1:] for mistake in MISTAKES],
    ids=[mistake[0] for mistake in MISTAKES],
)
def test_a_mistake_is_refused(tmp_path: Path, was: str, becomes: str, sentence: str) -> None:
    assert SOUND.count(was) >= 1
    said = refused(folder_with(tmp_path, SOUND.replace(was, becomes, 1)))
    assert WHERE + sentence in said


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = SOUND
    for _, was, becomes, _ in MISTAKES[:5]:
        text = text.replace(was, becomes, 1)
    said = refused(folder_with(tmp_path, text))
    assert len(said) >= 5


def test_a_figure_that_the_rules_need_must_be_there(tmp_path: Path) -> None:
    text = SOUND.replace('key = "payment_term"', 'key = "betaaltermijn"')
    assert refused(folder_with(tmp_path, text)) == [
        "Het cijfer “payment_term” (soort number) ontbreekt. Voeg het toe met [[figure]] in een "
        "van de bestanden."
    ]


def test_a_table_can_only_share_what_is_there(tmp_path: Path) -> None:
    text = SOUND + (
        '\n[[figure]]\nkind = "rates"\nkey = "hoogste"\ntitle = "t"\narticle = "a"\n'
        'checked_on = 2026-11-21\nsource = "stb"\nsame_as = "handel"\n'
    )
    assert refused(folder_with(tmp_path, text)) == [
        "Het cijfer “hoogste” verwijst met same_as naar “handel”, maar dat is er niet. Kijk de "
        "schrijfwijze na."
    ]


def test_a_broken_file_says_where(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path, SOUND.replace("checked_on = 2026-11-21", "checked_on = 21-11-2026", 1)
    )
    with pytest.raises(Refusal) as refusal:
        read_law(folder, country="xx")
    assert refusal.value.code == "TOML_SYNTAX"
    assert refusal.value.details["line"] == 11
