"""The letters that come with the program: what is in them, and what must never be."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from letter_templates.build import build
from letter_templates.source import names
from tests.letters.factory import COMPANY, STAGES, TODAY, item, notice
from tests.letters.words import paragraphs_of
from xl_dunning.letters.batch import LetterRoom
from xl_dunning.letters.example import example_contexts
from xl_dunning.letters.known import field_names
from xl_dunning.letters.templates import load_templates
from xl_dunning.rules.policy import Action
from xl_dunning.shipped import shipped

FOLDER = shipped("letter_templates")
TEMPLATES = [(language, name) for language in ("nl", "en") for name in names(language)]
README = (FOLDER / "README.md").read_text(encoding="utf-8")
LETTERS = [stage for stage in STAGES if stage.template]


def text_of(key: str, folder: Path, count: int = 1) -> str:
    items = [item(f"2026-{number:04d}") for number in range(count)]
    room = LetterRoom(creditor=COMPANY, reference_date=TODAY)
    (letter,) = room.write([notice(key=key, items=items)], str(folder / key))
    return "\n".join(paragraphs_of((folder / key / letter.file).read_bytes()))


@pytest.mark.parametrize(("language", "name"), TEMPLATES)
def test_the_committed_template_is_what_the_script_builds(language: str, name: str) -> None:
    committed = (FOLDER / language / f"{name}.docx").read_bytes()
    assert contents(committed) == contents(build(language, name))


def test_the_same_sources_give_the_same_bytes() -> None:
    assert build("nl", "sommatie") == build("nl", "sommatie")


def test_every_template_has_its_source() -> None:
    found = {(path.parent.name, path.stem) for path in FOLDER.glob("*/*.docx")}
    assert found == set(TEMPLATES)


@pytest.mark.parametrize(("language", "name"), TEMPLATES)
def test_every_shipped_template_passes_its_own_check(language: str, name: str) -> None:
    assert load_templates([(language, name)], own_folder=None)


def test_the_readme_lists_exactly_the_templates_that_exist() -> None:
    table = README.split("## Codes in de tekst")[0]
    listed = re.findall(r"^\| `([^`]+)\.docx` \|", table, re.MULTILINE)
    assert len(listed) == len(set(listed))
    assert set(listed) == set(names("nl"))


def test_the_readme_names_what_is_not_there_in_english() -> None:
    (sentence,) = re.findall(r"Alle sjablonen zijn er ook in het Engels .*", README)
    assert set(re.findall(r"`(\w{3,})`", sentence)) == set(names("nl")) - set(names("en"))
    assert set(names("en")) < set(names("nl"))


def test_the_readme_lists_exactly_the_fields_that_exist() -> None:
    listed = re.findall(r"^\| `([^`]+)` \|", README.split("## Velden")[1], re.MULTILINE)
    assert len(listed) == len(set(listed))
    assert set(listed) == set(field_names(example_contexts()[-1]))


@pytest.mark.parametrize(("language", "name"), TEMPLATES)
def test_no_tag_is_split_so_that_a_user_can_edit_it_in_word(language: str, name: str) -> None:
    with zipfile.ZipFile(FOLDER / language / f"{name}.docx") as package:
        for part in package.namelist():
            if part.startswith("word/") and part.endswith(".xml"):
                runs = etree.fromstring(package.read(part)).iter("{*}t")
                for text in (run.text or "" for run in runs):
                    assert text.count("{") == text.count("}"), text


@pytest.mark.parametrize("stage", LETTERS, ids=lambda stage: stage.key)
def test_every_letter_holds_what_a_letter_must_hold(stage: object, tmp_path: Path) -> None:
    key = getattr(stage, "key", "")
    text = text_of(key, tmp_path)
    handed_over = getattr(stage, "action", None) is Action.HANDOVER
    for needed in (
        "Jansen & Zn. <BV>",
        "1234 AB  ONS DORP",
        "21 november 2026",
        "10023-20261121",
        "Betreft: ",
        "Geachte mevrouw Jansen,",
        "2026-0000",
        "01-11-2026",
        "€\N{NO-BREAK SPACE}1.210,00",
        "Al betaald?",
        "Bent u het er niet mee eens, of kunt u niet in één keer betalen?",
        "Houthandel De Vries B.V.",
    ):
        assert needed in text
    # once the claim is with the agency, nobody is asked to pay us
    for needed in ("7 december 2026", "NL91 ABNA 0417 1643 00", "debiteur 10023, factuur"):
        assert (needed in text) is not handed_over


@pytest.mark.parametrize("stage", LETTERS, ids=lambda stage: stage.key)
def test_no_letter_claims_costs_or_counts_days_from_today(stage: object, tmp_path: Path) -> None:
    text = text_of(getattr(stage, "key", ""), tmp_path).lower()
    for never in (
        "incassokosten",
        "veertien dagen",
        "14 dagen",
        "binnen ",
        "handelsrente",
        "boete",
    ):
        assert never not in text
    # the only amount is what is open
    assert set(re.findall(r"€.[\d.,]+\d", text)) == {"€\N{NO-BREAK SPACE}1.210,00"}


@pytest.mark.parametrize("key", ["herinnering", "tweede", "aanmaning", "sommatie", "ingebreke"])
def test_one_invoice_or_more_reads_as_good_dutch(key: str, tmp_path: Path) -> None:
    one, two = text_of(key, tmp_path / "1"), text_of(key, tmp_path / "2", count=2)
    assert "de volgende factuur " in one.replace("\n", " ")
    assert "de volgende facturen " in two.replace("\n", " ")
    assert "facturen" not in one


def test_the_ingebrekestelling_sets_a_term_and_says_what_follows(tmp_path: Path) -> None:
    text = text_of("ingebreke", tmp_path)
    assert "Met deze brief stellen wij u in gebreke." in text
    assert "uiterlijk op 7 december 2026 op onze rekening zijn bijgeschreven" in text
    assert "dan bent u vanaf de dag daarna in verzuim" in text


def test_the_sommatie_offers_a_last_chance_without_costs(tmp_path: Path) -> None:
    text = text_of("sommatie", tmp_path)
    assert "Dit is uw laatste kans om zonder extra kosten te betalen." in text
    assert "dan stellen wij u schriftelijk in gebreke." in text


def contents(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return {
            name: etree.tostring(etree.fromstring(package.read(name)), method="c14n")
            for name in package.namelist()
        }
