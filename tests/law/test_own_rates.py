"""Rates of the user's own, and whether the figures may have changed since they were checked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from xl_dunning.frontends.messages_nl import finding_text, refusal_text
from xl_dunning.law.freshness import overruled, stale
from xl_dunning.law.loader import load_law
from xl_dunning.law.own_rates import OwnRate, read_own_rates, write_own_rates
from xl_dunning.rules.findings import Refusal


def own(day: str, percent: str, *, key: str = "consumer", country: str = "nl") -> OwnRate:
    return OwnRate(
        country=country,
        key=key,
        valid_from=date.fromisoformat(day),
        percent=Decimal(percent),
        added_on=date(2027, 1, 4),
    )


class TestALawWithOwnRates:
    def test_knows_another_half_year(self) -> None:
        table = load_law("nl", own_rates=[own("2027-01-01", "5")]).rates["consumer"]
        assert table.known_until == date(2027, 6, 30)
        (period,) = table.periods(date(2027, 6, 30), date(2027, 6, 30))
        assert period.rate.percent == Decimal(5)
        assert period.rate.ground.article == "art. 6:119 BW"
        assert period.rate.ground.source == "door uzelf toegevoegd"

    def test_knows_two_when_two_were_added_in_any_order(self) -> None:
        rates = [own("2027-07-01", "5.5"), own("2027-01-01", "5")]
        assert load_law("nl", own_rates=rates).rates["consumer"].known_until == date(2027, 12, 31)

    def test_knows_a_change_within_the_half_year(self) -> None:
        rates = [own("2027-01-01", "5"), own("2027-03-16", "6")]
        table = load_law("nl", own_rates=rates).rates["consumer"]
        periods = table.periods(date(2026, 12, 31), date(2027, 6, 30))
        assert [str(period.rate.percent) for period in periods] == ["4", "5", "6"]

    def test_leaves_other_tables_and_countries_alone(self) -> None:
        rates = [own("2027-01-01", "5")]
        assert load_law("nl", own_rates=rates).rates["commercial"].known_until.year == 2026
        assert load_law("be", own_rates=rates) is load_law("be")

    def test_gives_belgian_consumers_the_rate_between_businesses(self) -> None:
        law = load_law("be", own_rates=[own("2027-01-01", "10.5", key="commercial", country="be")])
        assert law.rates["consumer"].known_until == date(2027, 6, 30)

    def test_refuses_to_skip_a_half_year(self) -> None:
        with pytest.raises(Refusal) as refusal:
            load_law("nl", own_rates=[own("2027-07-01", "5")])
        assert refusal_text(refusal.value) == (
            "De wettelijke rente vanaf 01-07-2027 kan nog niet worden toegevoegd: eerst is het "
            "percentage vanaf 01-01-2027 nodig. Voeg dat toe met --add consumer 01-01-2027 en het "
            "percentage."
        )

    def test_refuses_two_for_one_day(self) -> None:
        with pytest.raises(Refusal) as refusal:
            load_law("nl", own_rates=[own("2027-01-01", "5"), own("2027-01-01", "6")])
        assert refusal.value.code == "OWN_RATE_TWICE"

    def test_a_newer_version_that_knows_better_wins_and_says_so(self) -> None:
        rates = [own("2026-07-01", "5")]
        law = load_law("nl", own_rates=rates)
        (period,) = law.rates["consumer"].periods(date(2026, 7, 1), date(2026, 7, 1))
        assert period.rate.percent == Decimal(4)
        (finding,) = overruled(law, rates)
        assert finding_text(finding) == (
            "U voegde de wettelijke rente vanaf 01-07-2026 toe als 5%, maar vastgesteld is 4%. Wij "
            "rekenen met 4%; haal uw regel weg uit eigen-rentes.toml."
        )

    def test_a_newer_version_that_agrees_says_nothing(self) -> None:
        assert overruled(load_law("nl"), [own("2026-01-01", "4"), own("2027-01-01", "5")]) == ()


class TestTheFile:
    def test_gives_back_what_was_written(self, tmp_path: Path) -> None:
        file = tmp_path / "eigen-rentes.toml"
        rates = (
            own("2027-01-01", "10.5", key="commercial", country="be"),
            own("2027-01-01", "10.65", key="commercial"),
            own("2027-01-01", "5"),
        )
        write_own_rates(file, rates)
        assert read_own_rates(file) == rates
        assert [path.name for path in tmp_path.iterdir()] == ["eigen-rentes.toml"]

    def test_is_not_needed(self, tmp_path: Path) -> None:
        assert read_own_rates(tmp_path / "eigen-rentes.toml") == ()

    def test_tells_all_that_is_wrong(self, tmp_path: Path) -> None:
        file = tmp_path / "eigen-rentes.toml"
        file.write_text(
            '[[rente]]\nrecht = "nl"\nsoort = "bedrijf"\nvanaf = 2027-01-01\npercentage = 5\n'
            'toegevoegd = 2027-01-04\n[[rente]]\nrecht = "nl"\nsoort = "consument"\n'
            'vanaf = "1-1-27"\npercentage = "vijf"\n',
            encoding="utf-8",
        )
        with pytest.raises(Refusal) as refusal:
            read_own_rates(file)
        assert refusal_text(refusal.value).splitlines() == [
            f"Uw eigen rentepercentages in {file} kloppen niet. Herstel het volgende, of haal het "
            "bestand weg en voeg ze opnieuw toe:",
            '- eigen-rentes.toml, rente 1, soort: "bedrijf" kan hier niet. Kies uit: consument, '
            "zakelijk.",
            "- eigen-rentes.toml, rente 1, percentage: “5” kan geen rentepercentage zijn. Vul een "
            "getal boven 0 tot en met 30 in; in een bestand tussen aanhalingstekens.",
            "- eigen-rentes.toml, rente 2, toegevoegd: dit veld is niet ingevuld. Vul het in.",
            "- eigen-rentes.toml, rente 2, vanaf: “1-1-27” is geen datum. Schrijf jaar-maand-dag "
            "zonder aanhalingstekens, bijvoorbeeld 2026-07-01.",
            "- eigen-rentes.toml, rente 2, percentage: “vijf” kan geen rentepercentage zijn. Vul "
            "een getal boven 0 tot en met 30 in; in een bestand tussen aanhalingstekens.",
        ]

    @pytest.mark.parametrize("text", ["rente = 5\n", "[rente]\nrecht = 'nl'\n", "rente = [1]\n"])
    def test_refuses_another_shape(self, tmp_path: Path, text: str) -> None:
        file = tmp_path / "eigen-rentes.toml"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(Refusal) as refusal:
            read_own_rates(file)
        assert refusal.value.code == "OWN_RATES_WRONG"

    def test_that_cannot_be_written_is_a_refusal(self, tmp_path: Path) -> None:
        file = tmp_path / "no such folder" / "eigen-rentes.toml"
        with pytest.raises(Refusal) as refusal:
            write_own_rates(file, [own("2027-01-01", "5")])
        assert refusal_text(refusal.value) == (
            f"Het percentage kan niet worden bewaard in {file}. Kijk na of u in die map mag "
            "schrijven en of het bestand niet openstaat."
        )


class TestFreshness:
    @pytest.mark.parametrize(
        ("on", "warns", "why"),
        [
            (date(2026, 11, 21), False, "checked today"),
            (date(2026, 12, 31), False, "no turn of a half-year has passed"),
            (date(2027, 1, 1), True, "a 1 January has"),
            (date(2027, 6, 30), True, "and nobody has looked since"),
            (date(2027, 7, 1), True, "nor on 1 July"),
        ],
    )
    def test_warns_from_the_turn_of_a_half_year(self, on: date, warns: bool, why: str) -> None:
        for country in ("nl", "be"):
            assert bool(stale(load_law(country), on=on)) is warns, why

    def test_says_what_to_look_up(self) -> None:
        (finding,) = stale(load_law("nl"), on=date(2027, 2, 3))
        assert finding_text(finding) == (
            "De cijfers van het Nederlandse recht zijn voor het laatst nagekeken op 21-11-2026; "
            "sindsdien is het 01-01-2027 geweest. Kijk na of dit is veranderd: wettelijke rente, "
            "wettelijke handelsrente, bedragen en termijnen. Een nieuw rentepercentage voegt u toe "
            "met “xl-dunning rates --add”."
        )

    def test_a_table_that_the_user_extended_has_been_looked_at(self) -> None:
        law = load_law("nl", own_rates=[own("2027-01-01", "5")])
        (finding,) = stale(law, on=date(2027, 2, 3))
        assert finding.details["names"] == "wettelijke handelsrente, bedragen en termijnen"
