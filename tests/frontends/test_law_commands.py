"""The commands deadline and rates as a user and a script meet them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.company import cli
from tests.frontends.law_commands import answered, claim, refused


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Rates of one's own stand in the current folder: an empty one here."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


class TestDeadline:
    def test_gives_the_agreed_fields(self) -> None:
        found = answered("deadline", "--sent", "2026-11-02", "--channel", "post")
        assert {name: found[name] for name in found if name not in {"findings", "codes"}} == {
            "sent": "2026-11-02",
            "delivered": "2026-11-05",
            "term_starts": "2026-11-06",
            "last_day": "2026-11-19",
            "costs_from": "2026-11-20",
        }
        assert found["codes"] == ["DELIVERY_DOUBTFUL"]

    @pytest.mark.parametrize(
        ("words", "last_day", "codes"),
        [
            (("--channel", "post", "--delivery-days", "2"), "2026-11-18", []),
            (("--channel", "email"), "2026-11-16", ["EMAIL_RECEIVED_SAME_DAY"]),
            (("--channel", "post", "--law", "be"), "2026-11-18", ["DELIVERY_DOUBTFUL"]),
            (("--channel", "email", "--law", "be"), "2026-11-16", []),
        ],
    )
    def test_follows_channel_country_and_days(
        self, words: tuple[str, ...], last_day: str, codes: list[str]
    ) -> None:
        found = answered("deadline", "--sent", "2026-11-02", *words)
        assert (found["last_day"], found["codes"]) == (last_day, codes)

    def test_says_that_the_last_day_moved(self) -> None:
        found = answered(
            *("deadline", "--sent", "2026-11-05", "--channel", "post", "--delivery-days", "2")
        )
        (finding,) = [each for each in found["findings"] if each["code"] == "DEADLINE_ROLLED"]
        assert finding["message"] == (
            "De veertiende dag is 21-11-2026, geen werkdag. Wij gaan uit van de eerstvolgende "
            "werkdag (23-11-2026); of dat bij deze brief moet, is niet beslist, maar het is de "
            "veilige keuze."
        )

    def test_names_the_weekdays(self) -> None:
        done = cli(
            *("deadline", "--sent", "2-11-2026", "--channel", "post", "--delivery-days", "2")
        )
        assert done.out.splitlines()[:5] == [
            "Verzonden                 ma 02-11-2026",
            "Bezorgd                   wo 04-11-2026",
            "Termijn begint            do 05-11-2026",
            "Laatste dag om te betalen wo 18-11-2026",
            "Incassokosten vanaf       do 19-11-2026",
        ]


class TestRates:
    def test_are_shown_with_day_source_and_last_check(self) -> None:
        lines = cli("rates").out.replace("\N{NO-BREAK SPACE}", " ").splitlines()
        assert lines[:5] == [
            "Nederlands recht",
            "",
            "Wettelijke rente (art. 6:119 BW)",
            "  bekend tot en met 31-12-2026, nagekeken op 21-11-2026",
            "  vanaf 01-01-2026      4%  rijksoverheid.nl via Luxis; Rentetool; ResoFly",
        ]
        assert (
            "- minimum aan incassokosten tussen bedrijven, zonder aanmaning: € 40,00, vanaf "
            "16-03-2013" in lines
        )

    @pytest.mark.parametrize(
        ("country", "keys"),
        [("nl", ["consumer", "commercial"]), ("be", ["commercial", "legal", "consumer"])],
    )
    def test_are_given_whole_to_a_script(self, country: str, keys: list[str]) -> None:
        found = answered("rates", "--law", country)
        assert [table["key"] for table in found["rates"]] == keys
        assert {figure["key"] for figure in found["figures"]} >= {"letter_term", "post", "email"}
        for table in found["rates"]:
            assert table["known_until"] == "2026-12-31"
            for rate in table["rates"]:
                assert rate["article"]
                assert rate["source"]
                assert rate["checked_on"]

    def test_can_be_added_and_are_used_from_then_on(self, folder: Path) -> None:
        done = cli("rates", "--add", "consumer", "1-1-2027", "4,5%")
        assert done.code == 0
        assert done.out.splitlines()[:2] == [
            "Toegevoegd: wettelijke rente vanaf 01-01-2027 4,5%, bekend tot en met 30-06-2027.",
            "Bewaard in eigen-rentes.toml; dit geldt voor alle lijsten in die map.",
        ]
        assert (folder / "eigen-rentes.toml").exists()
        found = claim(
            *("--principal", "1000", "--due", "2026-11-30", "--as-of", "2027-01-31"),
            *("--kind", "consumer"),
        )
        assert [line["percent"] for line in found["interest_lines"]] == ["4", "4.5"]

    def test_of_belgian_consumers_are_those_between_businesses(self) -> None:
        done = cli("rates", "--law", "be", "--add", "consumer", "2027-01-01", "10.5")
        assert done.out.startswith("Toegevoegd: wettelijke rente bij handelstransacties vanaf")
        tables = answered("rates", "--law", "be")["rates"]
        assert [table["known_until"] for table in tables] == [
            "2027-06-30",
            "2026-12-31",
            "2027-06-30",
        ]

    def test_that_are_known_already_are_refused(self, folder: Path) -> None:
        done = refused("rates", "--add", "commercial", "2026-07-01", "9")
        assert done.err == (
            "De wettelijke handelsrente is voor 01-07-2026 al bekend: 10,40%, tot en met "
            "31-12-2026. Er is niets toegevoegd.\n"
        )
        assert list(folder.iterdir()) == []

    def test_that_leave_a_gap_are_refused(self, folder: Path) -> None:
        refused("rates", "--add", "consumer", "2027-07-01", "5")
        assert list(folder.iterdir()) == []
