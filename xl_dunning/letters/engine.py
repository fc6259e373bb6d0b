"""Template and fields make a letter. The tags are docxtpl's; they are compiled once per template.

``render`` is the only door: a faster engine can take its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, Template
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import Context as JinjaContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from xl_dunning.letters.package import CONTENT_TYPES, Parts, parse_xml, write_package
from xl_dunning.letters.picture import RELATION, Picture
from xl_dunning.letters.text import clean

Fields: TypeAlias = Mapping[str, object]

_DYNAMIC = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_PICTURE_PART = "word/media/betaalcode.png"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LARGEST_PRODUCT = 10_000


class _Sandbox(ImmutableSandboxedEnvironment):
    """Templates may come by e-mail: they reach nothing but their fields, and can't eat memory."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(
        self, _context: JinjaContext, operator: str, left: object, right: object
    ) -> object:
        if operator == "*" and isinstance(left, int) and isinstance(right, int):
            product = left * right
            if abs(product) <= _LARGEST_PRODUCT:
                return product
        raise SecurityError(operator)


def environment() -> Environment:
    """The language of the templates: strict, escaped, closed."""
    language = _Sandbox(
        autoescape=True, undefined=StrictUndefined, finalize=_printed, keep_trailing_newline=True
    )
    language.globals.clear()
    return language


def render(parts: Parts, contexts: Iterable[Fields]) -> Iterator[bytes]:
    """One letter per context, in order: the whole .docx file.

    The same template and fields give the same bytes. Raises jinja2.TemplateError or what an
    expression in the template raises.
    """
    prepared = _prepare(parts)
    for context in contexts:
        yield _letter(prepared, context)


def patched(name: str, content: bytes) -> str | None:
    """The part as jinja source, tags joined and block tags freed; None when it has no tags.

    Every paragraph begins on a line of its own, so that an error can be shown with its text.
    """
    if not _DYNAMIC.fullmatch(name):
        return None
    plain = etree.tostring(parse_xml(content), encoding="unicode")
    source: str = DocxTemplate(name).patch_xml(plain)
    if "{{" not in source and "{%" not in source and "{#" not in source:
        return None
    return re.sub(r"\n*<w:p([ >])", r"\n<w:p\1", source)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prepared:
    """A template, compiled; ``with_picture`` replaces parts in letters that hold one."""

    parts: Parts
    programs: Mapping[str, Template]
    with_picture: Parts
    fix: Callable[[str], str]


def _prepare(parts: Parts) -> _Prepared:
    language = environment()
    sources = {name: source for name in parts if (source := patched(name, parts[name]))}
    pictured = [name for name, source in sources.items() if "qr_code" in source]
    relations = {rels: _related(parts.get(rels)) for rels in map(_relations_of, pictured)}
    tags_columns = any(b"{%tc" in content or b"colspan" in content for content in parts.values())
    return _Prepared(
        parts=parts,
        programs={name: language.from_string(source) for name, source in sources.items()},
        with_picture={**relations, CONTENT_TYPES: _with_png(parts[CONTENT_TYPES])},
        fix=_columns_counted if tags_columns else str,
    )


def _letter(prepared: _Prepared, context: Fields) -> bytes:
    made = {
        name: (_DECLARATION + prepared.fix(_finished(program.render(context)))).encode()
        for name, program in prepared.programs.items()
    }
    pictures = [value for value in context.values() if isinstance(value, Picture)]
    extra: dict[str, bytes] = {}
    if pictures and len(prepared.with_picture) > 1:
        extra = {**prepared.with_picture, _PICTURE_PART: pictures[0].png}
    return write_package({**prepared.parts, **extra, **made}.items())


def _printed(value: object) -> object:
    """What a tag prints: escaped text, never "None" or "True"."""
    if isinstance(value, Picture):
        return Markup(value.markup())  # noqa: S704 - made by ourselves, holds no data of the user
    if isinstance(value, StrictUndefined):
        return str(value)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise TemplateRuntimeError(f"not text: {type(value).__name__}")
    # Braces in data would be taken for tags by what reads the letter next.
    text = str(escape(clean(str(value)))).replace("{", "&#123;")
    text = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return Markup(text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">'))  # noqa: S704


def _finished(xml: str) -> str:
    """Without our line breaks, every drawing with a number of its own, as Word asks."""
    xml = re.sub(r"\n<w:p([ >])", r"<w:p\1", xml)
    if xml.count("<wp:docPr ") < 2:  # noqa: PLR2004
        return xml
    numbers = iter(range(1001, 1_000_000))
    return re.sub(r'(<wp:docPr [^>]*?\bid=")\d+', lambda found: f"{found[1]}{next(numbers)}", xml)


def _columns_counted(xml: str) -> str:
    # docxtpl makes the table grid agree with columns that a loop added.
    fixed = DocxTemplate("").fix_tables(xml)
    return str(etree.tostring(fixed, encoding="unicode"))


def _relations_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _related(relations: bytes | None) -> bytes:
    root = parse_xml(relations or f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode())
    target = _PICTURE_PART.removeprefix("word/")
    etree.SubElement(
        root, f"{{{_RELATIONSHIPS}}}Relationship", Id=RELATION, Type=_IMAGE, Target=target
    )
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _with_png(content_types: bytes) -> bytes:
    root = parse_xml(content_types)
    tag = f"{{{_CONTENT_TYPES}}}Default"
    if not any(entry.get("Extension", "").lower() == "png" for entry in root.iter(tag)):
        root.insert(0, root.makeelement(tag, Extension="png", ContentType="image/png"))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
