"""The command claim as a user and a script meet it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.acceptance.company import cli
from tests.frontends.law_commands import claim, refused


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Rates of one's own stand in the current folder: an empty one here."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


class TestClaim:
    def test_gives_the_agreed_fields(self) -> None:
        found = claim(
            *("--principal", "10000", "--due", "2026-05-31", "--as-of", "2026-11-21"),
            *("--kind", "business"),
        )
        assert found["principal"] == "10000.00"
        assert found["interest_lines"] == [
            {
                "from": "2026-06-01",
                "to": "2026-06-30",
                "days": 30,
                "percent": "10.15",
                "base": "10000.00",
                "interest": "83.42",
                "source": "art. 6:119a BW",
            },
            {
                "from": "2026-07-01",
                "to": "2026-11-21",
                "days": 144,
                "percent": "10.40",
                "base": "10000.00",
                "interest": "410.30",
                "source": "art. 6:119a BW",
            },
        ]
        assert (found["interest"], found["costs"], found["vat"]) == ("493.72", "875.00", "0.00")
        assert found["total"] == "11368.72"
        assert found["codes"] == []

    def test_of_a_consumer_says_when_costs_are_due(self) -> None:
        found = claim(
            *("--principal", "1000", "--due", "2024-03-14", "--as-of", "2026-11-21"),
            *("--kind", "consumer"),
        )
        assert (found["interest"], found["costs"]) == ("158.95", "150.00")
        assert found["codes"] == ["COSTS_ONLY_AFTER_LETTER"]
        assert found["findings"][0]["message"] == (
            "De incassokosten van €\N{NO-BREAK SPACE}150,00 zijn pas verschuldigd als een "
            "consument na een geldige veertiendagenbrief (art. 6:96 lid 6 BW) niet op tijd "
            "betaalt. Geef met --letter-sent de dag van verzending op."
        )

    def test_adds_up_with_payments_and_vat(self) -> None:
        found = claim(
            *("--principal", "1.210,00", "--due", "31-01-2026", "--as-of", "21-11-2026"),
            *("--kind", "business", "--vat"),
            *("--payment", "2026-03-01:250", "--payment", "01-04-2026:100,50"),
        )
        parts = [Decimal(found[name]) for name in ("principal", "interest", "costs", "vat")]
        assert sum(parts) == Decimal(found["total"])
        assert [paid["amount"] for paid in found["payments"]] == ["250.00", "100.50"]
        assert found["codes"] == ["PAYMENTS_BEFORE_COSTS", "VAT_CONDITIONS"]

    def test_counts_costs_from_the_day_after_the_term(self) -> None:
        words = ("--principal", "1000", "--due", "2026-09-30", "--kind", "consumer")
        letter = ("--letter-sent", "2026-11-02", "--channel", "post")
        before = claim(*words, *letter, "--as-of", "2026-11-19")
        assert (before["costs"], before["letter"]["last_day"]) == ("0.00", "2026-11-19")
        assert "COSTS_NOT_YET" in before["codes"]
        assert claim(*words, *letter, "--as-of", "2026-11-20")["costs"] == "150.00"
        faster = claim(*words, *letter, "--delivery-days", "2", "--as-of", "2026-11-19")
        assert faster["costs"] == "150.00"

    @pytest.mark.parametrize(
        ("kind", "rate", "percents", "codes"),
        [
            ("consumer", "8", ["8"], ["RATE_MAY_BE_UNFAIR", "COSTS_ONLY_AFTER_LETTER"]),
            (
                "consumer",
                "5",
                ["6", "5"],
                ["RATE_SOMETIMES_HIGHER", "RATE_MAY_BE_UNFAIR", "COSTS_ONLY_AFTER_LETTER"],
            ),
            (
                "consumer",
                "3,5%",
                ["6", "4"],
                ["RATE_NOT_HIGHER", "RATE_MAY_BE_UNFAIR", "COSTS_ONLY_AFTER_LETTER"],
            ),
            ("business", "3.5", ["3.5"], []),
        ],
    )
    def test_counts_an_agreed_rate_as_far_as_the_law_does(
        self, kind: str, rate: str, percents: list[str], codes: list[str]
    ) -> None:
        found = claim(
            *("--principal", "1000", "--due", "2025-11-30", "--as-of", "2026-10-31"),
            *("--kind", kind, "--rate", rate),
        )
        assert [line["percent"] for line in found["interest_lines"]] == percents
        assert found["codes"] == codes

    def test_compounds_an_agreed_rate_only_when_asked(self) -> None:
        words = ("--principal", "5000", "--due", "2024-03-15", "--as-of", "2026-03-15")
        agreed = ("--kind", "business", "--rate", "6")
        assert claim(*words, *agreed)["interest"] == "600.00"
        assert claim(*words, *agreed, "--compound")["interest"] == "618.00"

    def test_counts_a_leap_year_as_asked(self) -> None:
        words = ("--principal", "36500", "--due", "2023-12-31", "--as-of", "2024-12-31")
        agreed = ("--kind", "business", "--rate", "6")
        assert claim(*words, *agreed)["interest"] == "2196.00"
        assert claim(*words, *agreed, "--day-count", "act/act")["interest"] == "2190.00"

    def test_of_a_belgian_business_is_simple_with_forty_euro(self) -> None:
        found = claim(
            *("--principal", "10000", "--due", "2025-09-30", "--as-of", "2026-03-31"),
            *("--kind", "business", "--law", "be"),
        )
        assert (found["interest"], found["costs"], found["total"]) == (
            "523.56",
            "40.00",
            "10563.56",
        )

    def test_is_a_statement_that_people_can_read(self) -> None:
        done = cli(
            *("claim", "--principal", "10000", "--due", "2026-05-31", "--as-of", "2026-11-21"),
            *("--kind", "business", "--payment", "2026-11-21:1000"),
        )
        assert done.out.replace("\N{NO-BREAK SPACE}", " ").splitlines()[:14] == [
            "Vordering op 21-11-2026, Nederlands recht, bedrijf",
            "",
            "Hoofdsom                     € 10.000,00  te betalen tot en met 31-05-2026",
            "",
            "Rente van   tot en met   dagen  procent            over          rente  grond",
            "01-06-2026  30-06-2026      30   10,15%     € 10.000,00        € 83,42  "
            "art. 6:119a BW",
            "01-07-2026  21-11-2026     144   10,40%     € 10.000,00       € 410,30  "
            "art. 6:119a BW",
            "",
            "Rente                           € 493,72",
            "Betaald                      € -1.000,00  op 21-11-2026: € 493,72 op rente, € 506,28 "
            "op hoofdsom (art. 6:44 BW)",
            "Nog open                      € 9.493,72  hoofdsom en rente",
            "Incassokosten                   € 849,69  art. 2 Besluit vergoeding voor "
            "buitengerechtelijke incassokosten",
            "Totaal                       € 10.343,41",
            "",
        ]

    def test_after_the_last_known_rate_is_refused_with_what_to_do(self) -> None:
        done = refused(
            *("claim", "--principal", "1000", "--due", "2026-11-30", "--as-of", "2027-01-15"),
            *("--kind", "consumer"),
        )
        assert done.code == 1
        assert done.err == (
            "De wettelijke rente is bekend tot en met 31-12-2026, dus voor 15-01-2027 nog niet. "
            "Zoek op welk percentage vanaf 01-01-2027 geldt en voeg het toe met: xl-dunning rates "
            "--law nl --add consumer 01-01-2027 PERCENTAGE\n"
        )

    @pytest.mark.parametrize(
        ("words", "code", "sentence"),
        [
            (
                ("--principal", "-5", "--due", "2026-01-31", "--kind", "business"),
                1,
                "Een hoofdsom van €\N{NO-BREAK SPACE}-5,00 kan niet. Vul een bedrag van nul of "
                "hoger in.",
            ),
            (
                ("--principal", "1000", "--due", "2002-01-31", "--kind", "business"),
                1,
                "De wettelijke handelsrente is pas bekend vanaf 01-12-2002; over 01-02-2002 kunnen "
                "wij niet rekenen. Kies een latere vervaldatum, of reken het eerdere deel met de "
                "hand uit.",
            ),
            (
                ("--principal", "1000", "--due", "2026-01-31", "--kind", "bedrijf"),
                2,
                'De waarde bij --kind klopt niet: "bedrijf" kan hier niet. Kies uit: consumer, '
                "business.",
            ),
            (
                (
                    *("--principal", "1000", "--due", "2026-01-31", "--kind", "business"),
                    *("--payment", "250"),
                ),
                2,
                "De waarde bij --payment klopt niet: “250” is geen betaling. Typ de datum, een "
                "dubbele punt en het bedrag, bijvoorbeeld 2026-03-01:250.",
            ),
            (
                (
                    *("--principal", "1000", "--due", "2026-01-31", "--kind", "business"),
                    *("--rate", "80"),
                ),
                2,
                "De waarde bij --rate klopt niet: “80” kan geen rentepercentage zijn. Vul een "
                "getal boven 0 tot en met 30 in; in een bestand tussen aanhalingstekens.",
            ),
            (
                (
                    *("--principal", "1000", "--due", "2026-01-31", "--kind", "business"),
                    *("--delivery-days", "-1"),
                ),
                2,
                "De waarde bij --delivery-days klopt niet: “-1” is geen aantal dagen van 0 tot en "
                "met 30. Typ een heel getal.",
            ),
        ],
    )
    def test_says_what_is_wrong(self, words: tuple[str, ...], code: int, sentence: str) -> None:
        done = refused("claim", *words, "--as-of", "2026-11-21")
        assert done.code == code
        assert done.err.splitlines()[0] == sentence
