"""Settings on the sheet and in a file at once: the file wins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.settings_rules import KEYS, merge, settings_from_both


def test_the_file_wins_whatever_the_spelling() -> None:
    merged = merge({"E-mail": "sheet@b.nl", "Naam": "Blad"}, {"email": "file@b.nl"})
    assert merged == {"Naam": "Blad", "email": "file@b.nl"}


def test_the_file_wins_also_with_a_value_that_is_the_default() -> None:
    settings, _ = settings_from_both(
        sheet={"adres verplicht": "nee"}, file={"adres_verplicht": True}, file_name="x.toml"
    )
    assert settings.address_required is True


def test_an_answer_about_a_column_is_overruled_too() -> None:
    settings, _ = settings_from_both(
        sheet={"kolom openstaand": "Saldo", "kolom bedrag": "Totaal"},
        file={"kolommen": {"openstaand": "Restbedrag"}},
        file_name="x.toml",
    )
    assert settings.columns == {"openstaand": "Restbedrag", "bedrag": "Totaal"}


def test_each_finding_names_where_it_was_typed() -> None:
    _, findings = settings_from_both(
        sheet={"kvk": "1", "iban": "NL00"}, file={"iban": "NL01"}, file_name="x.toml"
    )
    assert [finding_text(finding)[:32] for finding in findings] == [
        'Blad Instellingen: kvk: "1" is g',
        'x.toml, iban: "NL01" is geen gel',
    ]


@given(
    sheet=st.dictionaries(st.sampled_from(KEYS), st.text(max_size=5)),
    file=st.dictionaries(st.sampled_from(KEYS), st.text(max_size=5)),
)
def test_what_the_file_says_is_what_counts(
    sheet: dict[str, object], file: dict[str, object]
) -> None:
    merged = merge(sheet, file)
    assert merged == {**sheet, **file}
