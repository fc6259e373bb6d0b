"""Settings as users type them, on a sheet and in a file."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.findings import Place, Severity
from xl_dunning.rules.interest import DayCount
from xl_dunning.rules.owed import CostsMode
from xl_dunning.rules.settings import Settings
from xl_dunning.rules.settings_rules import KEYS, settings_from

SHEET = Place(sheet="Instellingen")

COMPANY: dict[str, object] = {
    "naam": "Bakkerij De Korenaar BV",
    "adres": "Molenweg 12",
    "postcode": "1234 AB",
    "plaats": "Utrecht",
    "land": "Nederland",
    "kvk": "12345678",
    "btw": "NL123456789B01",
    "iban": "NL91 ABNA 0417 1643 00",
    "bic": "ABNANL2A",
    "e-mail": "debiteuren@korenaar.nl",
    "telefoon": "030 123 45 67",
    "ondertekenaar": "M. de Vries",
    "rechtsstelsel": "nl",
    "beleid": "vier-stappen",
    "rente": "wettelijk",
    "dagtelling": "werkelijk",
    "termijn afgesproken": "nee",
    "incassokosten zakelijk": "geen",
    "btw over incassokosten": "ja",
    "schadebeding afgesproken": "ja",
    "drempelbedrag": Decimal("12.50"),
    "brievenmap": "brieven",
    "factuurmap": "facturen",
    "sjabloonmap": "sjablonen",
    "voorwaardenbestand": "voorwaarden.pdf",
    "adres verplicht": False,
    "betalingstermijn": 30,
    "kolommen": {"openstaand": "Restbedrag"},
}


def test_every_key_of_the_design_reaches_its_place() -> None:
    settings, findings = settings_from(COMPANY, origin="mijn.toml")
    creditor = settings.creditor
    assert findings == ()
    assert (creditor.name, creditor.address, creditor.city) == (
        "Bakkerij De Korenaar BV",
        "Molenweg 12",
        "Utrecht",
    )
    assert (creditor.postcode, creditor.country) == ("1234 AB", "Nederland")
    assert (creditor.kvk, creditor.vat_number) == ("12345678", "NL123456789B01")
    assert (creditor.iban, creditor.bic) == ("NL91ABNA0417164300", "ABNANL2A")
    assert (creditor.email, creditor.phone) == ("debiteuren@korenaar.nl", "030 123 45 67")
    assert creditor.signatory == "M. de Vries"
    assert (settings.jurisdiction, settings.policy, settings.interest) == (
        "nl",
        "vier-stappen",
        "wettelijk",
    )
    assert settings.minimum_amount == Decimal("12.50")
    assert (settings.letters_dir, settings.invoices_dir, settings.templates_dir) == (
        "brieven",
        "facturen",
        "sjablonen",
    )
    assert settings.terms_file == "voorwaarden.pdf"
    assert settings.address_required is False
    assert settings.payment_term == 30
    assert settings.columns == {"openstaand": "Restbedrag"}
    assert set(COMPANY) == {*KEYS, "kolommen"}, "this example must hold every key"


def test_nothing_typed_is_the_default() -> None:
    assert settings_from({}) == (Settings(), ())
    assert settings_from({"iban": None, "naam": "  "}) == (Settings(), ())


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("E-mail", "email"),
        ("email", "email"),
        ("e_mail", "email"),
        (" E mail ", "email"),
        ("E-mailadres", "email"),
        ("Telefoonnummer", "phone"),
        ("BEDRIJFSNAAM", "name"),
    ],
)
def test_the_spelling_of_a_key_is_free(key: str, field: str) -> None:
    settings, findings = settings_from({key: "a@b.nl"})
    assert getattr(settings.creditor, field) == "a@b.nl"
    assert findings == ()


@pytest.mark.parametrize(
    ("key", "value", "field", "expected"),
    [
        ("rechtsstelsel", "België", "jurisdiction", "be"),
        ("rechtsstelsel", "NL", "jurisdiction", "nl"),
        ("adres verplicht", "nee", "address_required", False),
        ("Adres_verplicht", "Ja", "address_required", True),
        ("adresverplicht", False, "address_required", False),
        ("betalingstermijn", "30 dagen", "payment_term", 30),
        ("betalingstermijn", Decimal(14), "payment_term", 14),  # a cell holds a decimal
        ("drempelbedrag", "1.250,5", "minimum_amount", Decimal("1250.50")),
        ("drempelbedrag", "€ 25", "minimum_amount", Decimal("25.00")),
        ("drempelbedrag", 10, "minimum_amount", Decimal("10.00")),
        ("rente", "geen", "interest", "geen"),
        ("rente", "8%", "interest", "8"),
        ("rente", "vast 7,5 procent", "interest", "7.5"),
        ("rente", Decimal("7.5"), "interest", "7.5"),
        ("dagtelling", "werkelijk", "day_count", DayCount.ACT_ACT),
        ("termijn afgesproken", "nee", "term_agreed", False),
        ("incassokosten zakelijk", "per factuur", "business_costs", CostsMode.PER_INVOICE),
        ("btw over incassokosten", "ja", "charges_vat", True),
        ("schadebeding afgesproken", "ja", "lump_sum_agreed", True),
        ("kolom openstaand", "Restbedrag", "columns", {"openstaand": "Restbedrag"}),
    ],
)
def test_a_value_is_understood(key: str, value: object, field: str, expected: object) -> None:
    settings, findings = settings_from({key: value})
    assert getattr(settings, field) == expected
    assert findings == ()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal(2000), "2000"),  # a Belgian postcode that the cell made a number of
        (2000, "2000"),
        ("2000", "2000"),
    ],
)
def test_a_number_where_text_belongs_becomes_text(value: object, expected: str) -> None:
    settings, findings = settings_from({"postcode": value})
    assert settings.creditor.postcode == expected
    assert findings == ()


WRONG: list[tuple[str, object, str]] = [
    (
        "IBAN",
        "NL91 ABNA 0417 1643 01",
        'mijn.toml, IBAN: "NL91 ABNA 0417 1643 01" is geen geldig rekeningnummer. Kijk de cijfers '
        "na; met een verkeerd nummer komt het geld niet bij u aan.",
    ),
    (
        "kvk",
        "1234567",
        'mijn.toml, kvk: "1234567" is geen KvK-nummer (8 cijfers) of ondernemingsnummer '
        "(10 cijfers). Kijk het na.",
    ),
    (
        "BIC",
        "ABN",
        'mijn.toml, BIC: "ABN" is geen BIC. Vul 8 of 11 tekens in, bijvoorbeeld ABNANL2A.',
    ),
    (
        "btw",
        "123456789B01",
        'mijn.toml, btw: "123456789B01" is geen btw-nummer. Vul het in met de landcode ervoor, '
        "bijvoorbeeld NL123456789B01.",
    ),
    (
        "E-mail",
        "a@b.nl; c@d.nl",
        'mijn.toml, E-mail: "a@b.nl; c@d.nl" is geen e-mailadres. Vul één adres in, zoals '
        "debiteuren@uwbedrijf.nl.",
    ),
    (
        "rechtsstelsel",
        "Duitsland",
        'mijn.toml, rechtsstelsel: "Duitsland" kan hier niet. Kies uit: nl, be.',
    ),
    (
        "rente",
        "veel",
        'mijn.toml, rente: "veel" kan hier niet. Vul in: wettelijk, geen, of een vast percentage '
        "per jaar, bijvoorbeeld 8%.",
    ),
    (
        "rente",
        Decimal("0.08"),
        'mijn.toml, rente: "0,08" kan een percentage als 8% zijn of minder dan één procent. Maak '
        "van de cel tekst en typ bijvoorbeeld 8%.",
    ),
    (
        "drempelbedrag",
        "1.250",
        'mijn.toml, drempelbedrag: "1.250" is geen bedrag in hele centen van nul of meer. Vul een '
        "bedrag in, bijvoorbeeld 25,00; in een bestand 25.00, zonder aanhalingstekens.",
    ),
    (
        "adres verplicht",
        "misschien",
        'mijn.toml, adres verplicht: "misschien" is geen ja of nee. Vul ja of nee in; in een '
        "bestand true of false, zonder aanhalingstekens.",
    ),
    (
        "betalingstermijn",
        "een maand",
        'mijn.toml, betalingstermijn: "een maand" is geen heel getal van 0 tot en met 365. Vul '
        "zo'n getal in, in een bestand zonder aanhalingstekens.",
    ),
    (
        "naam",
        True,
        'mijn.toml, naam: "true" is geen tekst. Zet er tekst neer; in een bestand tussen '
        "aanhalingstekens.",
    ),
]


@pytest.mark.parametrize(("key", "value", "sentence"), WRONG)
def test_a_wrong_value_is_an_error_and_its_default_stands_in(
    key: str, value: object, sentence: str
) -> None:
    settings, findings = settings_from({key: value}, origin="mijn.toml")
    assert [finding_text(finding) for finding in findings] == [sentence]
    assert findings[0].severity is Severity.ERROR
    if key in {"rechtsstelsel", "rente", "drempelbedrag", "adres verplicht", "betalingstermijn"}:
        assert settings == Settings()


def test_all_wrong_values_are_told_at_once() -> None:
    _, findings = settings_from(
        {"iban": "NL00", "drempelbedrag": "veel", "rechtsstelsel": "uk", "kvk": "1"}
    )
    assert {finding.code for finding in findings} == {
        "SETTING_IBAN",
        "FIELD_NOT_AMOUNT",
        "FIELD_NOT_ONE_OF",
        "SETTING_KVK",
    }


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        (
            "ondertekenar",
            "Blad Instellingen: ondertekenar: deze instelling kennen wij niet en gebruiken wij "
            'niet; bedoelt u "ondertekenaar"?',
        ),
        (
            "Kleur van de auto",
            "Blad Instellingen: Kleur van de auto: deze instelling kennen wij niet en gebruiken "
            "wij niet.",
        ),
    ],
)
def test_an_unknown_key_is_a_warning(key: str, sentence: str) -> None:
    settings, findings = settings_from({key: "x"}, place=SHEET)
    assert settings == Settings()
    assert [finding_text(finding) for finding in findings] == [sentence]
    assert findings[0].severity is Severity.WARNING


def test_one_key_in_two_spellings_is_an_error() -> None:
    settings, findings = settings_from({"e-mail": "a@b.nl", "Email": "c@d.nl"}, origin="x.toml")
    assert settings.creditor.email == "a@b.nl"
    assert [finding_text(finding) for finding in findings] == [
        'x.toml, e-mail: deze instelling staat er nog een keer, als "Email". Laat er één staan.'
    ]


@given(st.dictionaries(st.text(max_size=20), st.none() | st.booleans() | st.text() | st.decimals()))
def test_whatever_is_typed_gives_settings_and_sentences(values: dict[str, object]) -> None:
    _, findings = settings_from(values, origin="x.toml")
    assert all(finding_text(finding) for finding in findings)


@given(
    st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(
            KEYS, st.none() | st.booleans() | st.text() | st.decimals() | st.integers() | st.dates()
        ),
    )
)
def test_whatever_is_typed_for_a_known_key_gives_settings(values: dict[str, object]) -> None:
    _, findings = settings_from(values, place=SHEET)
    assert all(finding_text(finding) for finding in findings)
