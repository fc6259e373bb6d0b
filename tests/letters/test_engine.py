"""Template and fields make a letter: nothing of the data gets lost, nothing of it is obeyed."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from docx import Document
from docxtpl import DocxTemplate, InlineImage
from jinja2 import Environment, StrictUndefined
from jinja2.exceptions import TemplateError
from lxml import etree

from tests.letters.factory import COMPANY, JANSEN, TODAY, item, notice
from tests.letters.words import changed, paragraphs_of, table_template, template
from xl_dunning.letters.engine import render
from xl_dunning.letters.example import example_contexts
from xl_dunning.letters.fields import context_of
from xl_dunning.letters.package import open_package
from xl_dunning.letters.picture import Picture
from xl_dunning.rules.findings import Finding
from xl_dunning.shipped import shipped


def made(file: bytes, **fields: object) -> bytes:
    parts = open_package(file, template="proef.docx")
    assert not isinstance(parts, Finding)
    (letter,) = render(parts, [fields])
    return letter


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("Jansen & Zn.", "Jansen & Zn."),
        ("Bakker <Advies> B.V.", "Bakker <Advies> B.V."),
        # data is never read as part of the document, nor as a tag
        ("</w:t></w:r></w:p><w:p>INGEVOEGD", "</w:t></w:r></w:p><w:p>INGEVOEGD"),
        ("{{ 7*7 }} {% if x %}", "{{ 7*7 }} {% if x %}"),
        ("{_{ x }_}", "{_{ x }_}"),
        ("R&amp;D &#x41;", "R&amp;D &#x41;"),
        ("a\x00b\x07c\uffffd", "abcd"),
        # half of a pair made docxtpl cut off the letter there
        ("a\ud800b", "ab"),
        ("Regel 1\r\nRegel 2\rRegel 3", "Regel 1\nRegel 2\nRegel 3"),
        ("\fpagina", "\npagina"),
        ("Zoë 👩‍⚖️🇳🇱", "Zoë 👩‍⚖️🇳🇱"),
        ("קבוצה محمد", "קבוצה محمد"),
        ("x" * 5000, "x" * 5000),
        ("]]>", "]]>"),
    ],
)
def test_whatever_the_data_holds_it_is_printed_as_it_is(value: str, printed: str) -> None:
    letter = made(template("Aan {{ naam }} te Utrecht", "Slot"), naam=value)
    assert paragraphs_of(letter) == [f"Aan {printed} te Utrecht", "Slot"]
    Document(io.BytesIO(letter))


@pytest.mark.parametrize("value", [None, True, 1.5, Decimal(1), date(2026, 1, 1), ["a"], {}])
def test_what_is_not_ready_text_is_never_printed(value: object) -> None:
    with pytest.raises(TemplateError):
        made(template("Aan {{ naam }}"), naam=value)


def test_a_missing_field_is_an_error_and_not_a_blank() -> None:
    with pytest.raises(TemplateError):
        made(template("Aan {{ naam }}"))


@pytest.mark.parametrize(
    "paragraph",
    [
        ["Aan {{ na", "am }} x"],
        ["Aan {", "{ naam }", "} x"],
        "Aan {{ naam if naam == “Jan” else naam }} x",
    ],
)
def test_tags_that_word_split_or_dressed_up_still_work(paragraph: str | list[str]) -> None:
    assert paragraphs_of(made(template(paragraph), naam="Piet")) == ["Aan Piet x"]


@pytest.mark.parametrize(
    "attack",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ lijst.append(9) }}",
        "{{ 'a' * 10**8 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ range(10) }}",
        "{% include 'x' %}",
    ],
)
def test_a_template_from_outside_reaches_nothing_but_its_fields(attack: str) -> None:
    with pytest.raises((TemplateError, TypeError)):
        made(template(attack), lijst=["1"])


def test_the_same_input_gives_the_same_bytes() -> None:
    file = template("Aan {{ naam }}")
    assert made(file, naam="Jan") == made(file, naam="Jan")
    with zipfile.ZipFile(io.BytesIO(made(file, naam="Jan"))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_picture_is_in_the_letter_only_when_the_fields_hold_one() -> None:
    file = template("{{ qr_code }}", "{{ qr_code }}")
    picture = Picture(png=b"\x89PNG", millimetres=20, description="QR")
    with zipfile.ZipFile(io.BytesIO(made(file, qr_code=picture))) as package:
        assert package.read("word/media/betaalcode.png") == b"\x89PNG"
        xml = package.read("word/document.xml").decode()
        # Word wants every drawing to have its own number
        assert 'docPr id="1001"' in xml
        assert 'docPr id="1002"' in xml
    with zipfile.ZipFile(io.BytesIO(made(file, qr_code=""))) as package:
        assert "word/media/betaalcode.png" not in package.namelist()


def test_a_template_file_of_word_becomes_a_document() -> None:
    as_dotx = changed(
        template("Aan {{ naam }}"),
        lambda _name, content: content.replace(b"document.main+xml", b"template.main+xml"),
    )
    letter = made(as_dotx, naam="Jan")
    assert Document(io.BytesIO(letter)).paragraphs[0].text == "Aan Jan"


def test_columns_that_repeat_are_counted_in_the_table() -> None:
    file = table_template(["vast", "{%tc for x in lijst %}", "{{ x }}", "{%tc endfor %}"])
    table = Document(io.BytesIO(made(file, lijst=list("abcdef")))).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["vast", *"abcdef"]
    assert len(table.columns) == 7


@pytest.mark.parametrize("name", ["herinnering", "sommatie", "overdracht"])
def test_the_letters_are_those_that_docxtpl_makes(name: str) -> None:
    path = shipped("letter_templates") / "nl" / f"{name}.docx"
    context = context_of(
        notice(items=[item(), item("B&W <1>")], debtor=JANSEN), creditor=COMPANY, letter_date=TODAY
    )
    picture = context["qr_code"]
    assert isinstance(picture, Picture)
    for fields in (context, example_contexts()[0]):
        ours = made(path.read_bytes(), **fields)
        reference = DocxTemplate(path)
        own_picture = InlineImage(reference, io.BytesIO(picture.png)) if fields["qr_code"] else ""
        reference.render(
            {**fields, "qr_code": own_picture},
            jinja_env=Environment(undefined=StrictUndefined, autoescape=True),
            autoescape=True,
        )
        file = io.BytesIO()
        reference.save(file)
        for part in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
            assert _canonical(ours, part) == _canonical(file.getvalue(), part)


def _canonical(letter: bytes, part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(letter)) as package:
        root = etree.fromstring(package.read(part))
    for drawing in [*root.iter("{*}drawing")]:
        # The picture is ours; everything around it is compared.
        run = drawing.getparent()
        assert run is not None
        run.remove(drawing)
    for text in root.iter("{*}t"):
        text.attrib.clear()
        text.text = text.text or None
    return etree.tostring(root, method="c14n", exclusive=True)
