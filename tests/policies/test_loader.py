"""Choosing policies: by name, by file, several at once, and every way in which that goes wrong."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from xl_dunning.frontends.messages_nl import finding_text, refusal_text
from xl_dunning.policies.loader import load_all, load_policy, shipped_policies
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.policy import Action, Charge, DunningPolicy
from xl_dunning.toml_file import read_toml

OWN = """
name = "{name}"
title = "Eigen beleid"

[[stage]]
key = "brief"
title = "Brief"
action = "letter"
template = "herinnering"
after = {after}
"""


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    return write(tmp_path, "mijn.toml")


def write(folder: Path, file: str, *, name: str = "mijn", after: str = "5") -> Path:
    path = folder / file
    path.write_text(OWN.format(name=name, after=after), encoding="utf-8")
    return path


def refusal(choice: str) -> str:
    with pytest.raises(Refusal) as caught:
        load_policy(choice)
    return refusal_text(caught.value)


class TestShipped:
    def test_there_are_six_and_the_default_comes_first(self) -> None:
        assert [policy.name for policy in shipped_policies()] == [
            "standaard",
            "aanmaning-sommatie",
            "onderhandelen",
            "stappenplan",
            "vier-stappen",
            "volhardend",
        ]

    @pytest.mark.parametrize("policy", shipped_policies(), ids=lambda policy: policy.name)
    def test_each_is_found_by_its_name_in_any_case(self, policy: DunningPolicy) -> None:
        assert load_policy(policy.name) is policy
        assert load_policy(f" {policy.name.upper()} ") is policy

    @pytest.mark.parametrize("policy", shipped_policies(), ids=lambda policy: policy.name)
    def test_no_stage_waits_longer_than_its_own_days_say(self, policy: DunningPolicy) -> None:
        """A stage begins when the term of the letter before it has ended, not during it."""
        for kind in DebtorKind:
            # The ingebrekestelling is for those whose term was not agreed: the pay-by date it names
            # moves the 14-dagenbrief, and everybody else does not wait for it.
            agreed = policy.for_term(agreed=True)
            for earlier, later in pairwise(agreed.stages_for(kind)):
                assert later.after - earlier.after >= policy.minimum_interval
                if earlier.action is Action.LETTER:
                    term = earlier.pay_within + policy.correction_days
                    assert later.after > earlier.after + term

    @pytest.mark.parametrize("policy", shipped_policies(), ids=lambda policy: policy.name)
    def test_no_first_letter_and_no_letter_that_announces_costs_claims_any(
        self, policy: DunningPolicy
    ) -> None:
        for kind in (DebtorKind.CONSUMER, DebtorKind.BUSINESS):
            for law in ("nl", "be"):
                first = policy.stages_for(kind, law)[0]
                assert first.charge is Charge.NONE
        assert {stage.charge for stage in policy.stages if stage.own_letter} <= {Charge.NONE}

    @pytest.mark.parametrize("policy", shipped_policies(), ids=lambda policy: policy.name)
    def test_colours_darken_with_the_stages(self, policy: DunningPolicy) -> None:
        for earlier, later in pairwise(policy.stages):
            assert lightness(later.colour) <= lightness(earlier.colour)
        assert len({stage.colour for stage in policy.stages}) >= 4

    @pytest.mark.parametrize("policy", shipped_policies(), ids=lambda policy: policy.name)
    def test_each_ends_where_the_articles_end(self, policy: DunningPolicy) -> None:
        assert policy.stages[-1].action in {Action.HANDOVER, Action.LEGAL}
        assert policy.source


def lightness(colour: str) -> float:
    red, green, blue = bytes.fromhex(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class TestOwnFile:
    def test_a_file_is_a_policy(self, own_file: Path) -> None:
        assert load_policy(str(own_file)).name == "mijn"

    def test_a_file_saved_by_notepad_with_its_mark_in_front_is_read(self, tmp_path: Path) -> None:
        path = tmp_path / "mijn.toml"
        path.write_text(OWN.format(name="mijn", after=5), encoding="utf-8-sig")
        assert load_policy(str(path)).name == "mijn"

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        path = tmp_path / "weg.toml"
        assert refusal(str(path)) == (f"Het bestand {path} is er niet. Kijk de naam en de map na.")

    def test_a_file_that_is_no_text(self, tmp_path: Path) -> None:
        path = tmp_path / "excel.toml"
        path.write_bytes(b"PK\x03\x04\xff\xfe")
        assert refusal(str(path)) == (
            f"Het bestand {path} kan niet worden gelezen. Kijk na of het een tekstbestand is "
            "(opgeslagen als UTF-8) en of u het mag openen."
        )

    def test_a_folder(self, tmp_path: Path) -> None:
        folder = tmp_path / "map.toml"
        folder.mkdir()
        assert "kan niet worden gelezen" in refusal(str(folder))

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            (
                'name = "mijn"\ntitle = mijn beleid\n',
                "In mijn.toml, regel 2, teken 9: de schrijfwijze klopt niet. Schrijf elk veld als "
                'naam = waarde, en tekst tussen aanhalingstekens, zoals name = "mijn".',
            ),
            (
                'name = "mijn',
                "Aan het eind van mijn.toml ontbreekt iets: mogelijk een waarde, een "
                "aanhalingsteken of een haakje. Vul de laatste regel aan.",
            ),
        ],
        ids=["text without quotes", "a quote that never ends"],
    )
    def test_a_slip_of_the_pen(self, tmp_path: Path, text: str, sentence: str) -> None:
        path = tmp_path / "mijn.toml"
        path.write_text(text, encoding="utf-8")
        assert refusal(str(path)) == sentence

    @pytest.mark.parametrize("text", ["a = " + "9" * 5000, "a = " + "[" * 20000])
    def test_a_monster_is_refused_like_any_other(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "mijn.toml"
        path.write_text(text, encoding="utf-8")
        assert "mijn.toml" in refusal(str(path))

    def test_all_mistakes_come_in_one_refusal(self, tmp_path: Path) -> None:
        path = write(tmp_path, "mijn.toml", after='"vijf"\nkleur = "rood"')
        assert refusal(str(path)) == (
            "Het beleid in mijn.toml kan niet worden gebruikt. Herstel het volgende en probeer "
            "het opnieuw:\n"
            "- mijn.toml, brief, kleur: dit veld kennen wij niet. Haal het weg of kijk na hoe "
            "het heet.\n"
            '- mijn.toml, brief, after: "vijf" is geen heel getal van 0 tot en met 3650. Vul '
            "zo'n getal in, in een bestand zonder aanhalingstekens."
        )

    def test_amounts_are_exact(self, tmp_path: Path) -> None:
        path = tmp_path / "x.toml"
        path.write_text("amount = 0.10", encoding="utf-8")
        assert str(read_toml(path)["amount"]) == "0.10"


class TestUnknownName:
    def test_the_names_are_listed(self) -> None:
        assert refusal("streng") == (
            'Het beleid "streng" kennen wij niet. Kies uit: standaard, aanmaning-sommatie, '
            "onderhandelen, stappenplan, vier-stappen, volhardend. Of geef de naam van een eigen "
            "bestand dat eindigt op .toml."
        )

    def test_a_name_that_is_nearly_right_is_asked_for(self) -> None:
        assert refusal("vierstappen") == (
            'Het beleid "vierstappen" kennen wij niet; bedoelt u "vier-stappen"? Er is ook: '
            "standaard, aanmaning-sommatie, onderhandelen, stappenplan, vier-stappen, volhardend."
        )


UIT_HANDEN = """
[[stage]]
key = "uit"
title = "Uit handen"
action = "handover"
after = 9
[[stage]]
key = "na"
title = "Na"
action = "letter"
template = "sommatie"
after = 20"""


class TestSeveralChoices:
    def test_without_a_choice_the_default_is_standaard(self) -> None:
        policies = load_all([])
        assert policies.default.name == "standaard"
        assert len(policies.by_name) == 6

    def test_the_first_is_the_default_and_all_may_be_named(self, own_file: Path) -> None:
        policies = load_all(["stappenplan", str(own_file)])
        assert policies.default.name == "stappenplan"
        assert set(policies.by_name) == {*(p.name for p in shipped_policies()), "mijn"}

    def test_a_file_takes_the_place_of_the_shipped_policy_of_that_name(
        self, tmp_path: Path
    ) -> None:
        path = write(tmp_path, "eigen.toml", name="standaard")
        policies = load_all(["stappenplan", str(path)])
        assert policies.by_name["standaard"].title == "Eigen beleid"
        assert policies.default.name == "stappenplan"

    def test_two_files_with_one_name_are_refused(self, own_file: Path, tmp_path: Path) -> None:
        other = write(tmp_path, "ander.toml", after="9")
        with pytest.raises(Refusal) as caught:
            load_all([str(own_file), str(other)])
        assert refusal_text(caught.value) == (
            f'De bestanden {own_file} en {other} noemen hun beleid allebei "mijn". Geef een van '
            "beide een andere naam."
        )

    def test_the_same_file_twice_is_one_policy(self, own_file: Path) -> None:
        assert load_all([str(own_file), str(own_file)]).default.name == "mijn"

    def test_warnings_of_own_files_are_handed_on(self, tmp_path: Path) -> None:
        path = write(
            tmp_path,
            "mijn.toml",
            after="5" + UIT_HANDEN,
        )
        assert [finding_text(finding) for finding in load_all([str(path)]).findings] == [
            'mijn.toml, na, action: deze brief komt na de overdracht in fase "uit". Ga na of u na '
            "een overdracht zelf nog wilt schrijven."
        ]
