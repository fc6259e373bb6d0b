"""A template is checked as a whole before the first letter, and every mistake is told at once."""

from __future__ import annotations

import ast
import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.letters.words import changed, table_template, template
from xl_dunning import letters
from xl_dunning.frontends.messages_nl import finding_text, refusal_text
from xl_dunning.frontends.messages_nl.letters import SENTENCES
from xl_dunning.letters.templates import load_templates
from xl_dunning.rules import letter_checks, letter_text
from xl_dunning.rules.findings import Refusal

GOOD = template("Aan {{ debiteur.naam }}")


def refused(folder: Path, file: bytes, name: str = "brief.docx") -> list[str]:
    """What the user reads about this template."""
    (folder / name).write_bytes(file)
    with pytest.raises(Refusal) as refusal:
        load_templates([("nl", "brief")], own_folder=folder)
    assert refusal.value.code == "TEMPLATES_WRONG"
    return [finding_text(finding) for finding in refusal.value.findings]


def with_document(old: bytes, new: bytes) -> bytes:
    return changed(
        GOOD,
        lambda name, content: content.replace(old, new) if name == "word/document.xml" else content,
    )


def as_kind(kind: bytes) -> bytes:
    word = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return changed(
        GOOD,
        lambda name, content: content.replace(word, kind) if name.startswith("[") else content,
    )


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 61_000_000)
    return file.getvalue()


NOT_WORD = (
    "Het sjabloon brief.docx is geen Word-document. Open het in Word en sla het op als .docx."
)
DAMAGED = (
    "Het sjabloon brief.docx is beschadigd. Zet een goede kopie terug, of gebruik het "
    "meegeleverde sjabloon."
)
DOCTYPE = (
    "Het sjabloon brief.docx verwijst naar iets buiten het document en is daarom niet vertrouwd. "
    "Kopieer de tekst in Word naar een nieuw document en sla dat op."
)


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        pytest.param(b"", NOT_WORD, id="empty"),
        pytest.param(b"hallo", NOT_WORD, id="text that was named docx"),
        pytest.param(
            bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
            "Het sjabloon brief.docx is een oud .doc-bestand of heeft een wachtwoord. Open het in "
            "Word, haal het wachtwoord weg en sla het op als .docx.",
            id="doc or password",
        ),
        pytest.param(GOOD[: len(GOOD) // 2], DAMAGED, id="broken off"),
        pytest.param(
            GOOD[:9000] + bytes([GOOD[9000] ^ 255]) + GOOD[9001:], DAMAGED, id="one bit changed"
        ),
        pytest.param(
            changed(GOOD, lambda name, content: None if "document.xml" in name else content),
            NOT_WORD,
            id="no document in it",
        ),
        pytest.param(with_document(b"</w:body>", b""), DAMAGED, id="broken xml"),
        pytest.param(
            as_kind(b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
            NOT_WORD,
            id="a workbook",
        ),
        pytest.param(
            as_kind(b"application/vnd.ms-word.document.macroEnabled.main+xml"),
            "Het sjabloon brief.docx bevat macro's. Sla het in Word op als gewoon document "
            "(.docx).",
            id="docm",
        ),
        pytest.param(
            with_document(
                b"<w:document",
                b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:document',
            ),
            DOCTYPE,
            id="entity from outside",
        ),
        pytest.param(
            with_document(
                b"<w:document",
                b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document',
            ),
            DOCTYPE,
            id="billion laughs",
        ),
        pytest.param(
            bomb(),
            "Het sjabloon brief.docx is uitgepakt veel te groot voor een brief. Verklein de "
            "afbeeldingen of gebruik het meegeleverde sjabloon.",
            id="zip bomb",
        ),
    ],
)
def test_a_file_that_is_no_sound_word_document_is_refused(
    file: bytes, sentence: str, tmp_path: Path
) -> None:
    assert refused(tmp_path, file) == [sentence]


@pytest.mark.parametrize(
    ("paragraphs", "sentence"),
    [
        (
            ["Aan {{ debiteur.nam }}"],
            "Sjabloon brief.docx: het veld debiteur.nam bestaat niet. Bedoelt u debiteur.naam?",
        ),
        # the right word without its owner
        (
            ["Aan {{ tav }}"],
            "Sjabloon brief.docx: het veld tav bestaat niet. Bedoelt u debiteur.tav?",
        ),
        (
            ["{{ schoenmaat }}"],
            "Sjabloon brief.docx: het veld schoenmaat bestaat niet. Alle velden staan in de uitleg "
            "bij de sjablonen (README).",
        ),
        (
            ["{%p for f in facturen %}", "{{ f.numer }}", "{%p endfor %}"],
            "Sjabloon brief.docx: het veld f.numer bestaat niet. Bedoelt u f.nummer?",
        ),
        # also where nothing is printed
        (
            ["{%p if toelichtng %}", "x", "{%p endif %}"],
            "Sjabloon brief.docx: het veld toelichtng bestaat niet. Bedoelt u toelichting?",
        ),
        # the counter of a loop exists inside it only
        (
            ["{{ loop.index }}"],
            "Sjabloon brief.docx: het veld loop bestaat niet. Alle velden staan in de uitleg bij "
            "de sjablonen (README).",
        ),
        (
            ["{{ totaal|geld }}"],
            "Sjabloon brief.docx: de bewerking |geld bestaat niet. Haal haar weg; bedragen en "
            "datums zijn al opgemaakt.",
        ),
        (
            ["{{ facturen }}"],
            "Sjabloon brief.docx: het veld facturen is geen tekst en kan niet worden afgedrukt. "
            "Een lijst drukt u af met for, een ja/nee-veld gebruikt u met if.",
        ),
        (
            ["Aan { debiteur.naam }} te Utrecht"],
            "Sjabloon brief.docx: er staat een losse accolade in „Aan { debiteur.naam }} te "
            "Utrecht”. Een veld begint met {{ en eindigt met }}, een opdracht begint met {% en "
            "eindigt met %}.",
        ),
        (
            ["{% p if meervoud %}", "x", "{%p endif %}"],
            "Sjabloon brief.docx: in „{% p if meervoud %}” staat een spatie te veel. Schrijf {%p "
            "in plaats van {% p.",
        ),
        (
            ["Beste klant, {%p if meervoud %}", "x", "{%p endif %}"],
            "Sjabloon brief.docx: naast een opdracht {%p staat nog tekst, die zou wegvallen: "
            "„Beste klant, {%p if meervoud %}”. Zet de opdracht alleen in een eigen alinea.",
        ),
        (
            ["{%tr for f in facturen %}", "{%tr endfor %}"],
            "Sjabloon brief.docx: de opdracht {%tr in „{%tr for f in facturen %}” werkt alleen in "
            "een tabel. Gebruik buiten een tabel {%p.",
        ),
        (
            ["{%p if meervoud %}", "x"],
            "Sjabloon brief.docx: de opdracht if in „{%p if meervoud %}” heeft geen einde. Zet er "
            "endif achter.",
        ),
        (
            ["x", "{%p endfor %}"],
            "Sjabloon brief.docx: endfor in „{%p endfor %}” hoort bij geen enkele opdracht. Haal "
            "het weg, of zet er de opdracht voor die het afsluit.",
        ),
        (
            ["Aan {{ debiteur naam }}"],
            "Sjabloon brief.docx: de code in „Aan {{ debiteur naam }}” kan niet worden gelezen. "
            "Vergelijk haar met het meegeleverde sjabloon.",
        ),
        # only filling it in shows this one
        (
            ["{{ 1 // 0 }}"],
            "Sjabloon brief.docx: een proefbrief kan er niet mee worden gemaakt. Kijk naar codes "
            "die rekenen of een lijst gebruiken, of vergelijk met het meegeleverde sjabloon.",
        ),
    ],
)
def test_a_mistake_in_the_text_is_told_with_its_place(
    paragraphs: Sequence[str], sentence: str, tmp_path: Path
) -> None:
    assert sentence in refused(tmp_path, template(*paragraphs))


def test_text_in_the_row_of_a_row_tag_would_vanish_and_is_refused(tmp_path: Path) -> None:
    rows = [["{%tr for f in facturen %}", "Bedrag"], ["{{ f.nummer }}", ""], ["{%tr endfor %}", ""]]
    assert refused(tmp_path, table_template(*rows)) == [
        "Sjabloon brief.docx: naast een opdracht {%tr staat nog tekst in dezelfde rij of cel, die "
        "zou wegvallen: „{%tr for f in facturen %}Bedrag”. Zet de opdracht alleen in een eigen rij "
        "of cel."
    ]


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "een.docx").write_bytes(template("{{ datm }}", "Los }", "{{ totaall }}"))
    with pytest.raises(Refusal) as refusal:
        load_templates([("nl", "een"), ("nl", "twee")], own_folder=tmp_path)
    assert refusal_text(refusal.value) == (
        "De brieven zijn niet gemaakt, want er is iets mis met de sjablonen. Verbeter dit eerst:\n"
        "- Sjabloon een.docx: er staat een losse accolade in „Los }”. Een veld begint met {{ en "
        "eindigt met }}, een opdracht begint met {% en eindigt met %}.\n"
        "- Sjabloon een.docx: het veld datm bestaat niet. Bedoelt u datum?\n"
        "- Sjabloon een.docx: het veld totaall bestaat niet. Bedoelt u totaal?\n"
        f"- Het sjabloon twee.docx is er niet. Zet het in de map {tmp_path}, of kies in het beleid "
        "een ander sjabloon."
    )


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["{%p for f in facturen %}", "{{ loop.index }} {{ f.nummer }}", "{%p endfor %}"],
        ["{% set x = debiteur.naam %}{{ x|upper }} {{ debiteur.naam.title() }}"],
        ["{{ facturen[0].nummer }} {{ bijlagen|join(', ') }}", "{# voor later #}"],
        ["{% if meervoud and not is_consument %}A{% elif heeft_tegoed %}B{% else %}C{% endif %}"],
        ["Geen enkele code"],
    ],
)
def test_what_is_right_is_not_refused(paragraphs: Sequence[str], tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(template(*paragraphs))
    assert load_templates([("nl", "brief")], own_folder=tmp_path)


def test_every_code_of_this_room_has_a_sentence() -> None:
    folder = Path(letters.__file__).parent
    texts = {
        node.value
        for path in (
            *folder.glob("*.py"),
            *map(Path, (letter_checks.__file__, letter_text.__file__)),
        )
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    codes = {text for text in texts if re.fullmatch(r"[A-Z]+(_[A-Z]+)+", text)}
    assert codes == set(SENTENCES)
