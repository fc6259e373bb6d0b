"""Tags in the text of a template: what is wrong with them before anything is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from xl_dunning.letters.package import Parts, parse_xml
from xl_dunning.rules.findings import Finding, error

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BLOCK_TAG = re.compile(r"\{[%{]-?(p|tr|tc)\s")
_SPACED = re.compile(r"\{%-?\s+(p|tr|tc|r)\s")
_WORD_OF_TAG = re.compile(r"\{%-?\s*(?:p |tr |tc |r )?\s*(\w+)")
_HOLDERS = {"p": "p", "tr": "tr", "tc": "tc"}
_LONGEST_QUOTE = 90


def tag_problems(parts: Parts, *, template: str) -> Iterator[Finding]:
    """Lone braces, misspelt tags, text that a tag would swallow, blocks without begin or end."""
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            root = parse_xml(content)
            paragraphs = [*root.iter(f"{_W}p")]
            for paragraph in paragraphs:
                yield from _of_paragraph(paragraph, template)
            yield from _unbalanced([_text(paragraph) for paragraph in paragraphs], template)


def quoted(text: str) -> str:
    """The text on one line, short enough for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE]}…"


def _of_paragraph(paragraph: etree._Element, template: str) -> Iterator[Finding]:
    text = _text(paragraph)
    if "{" not in text and "}" not in text:
        return
    shown = quoted(text)
    if spaced := _SPACED.search(text):
        yield error("TEMPLATE_TAG_SPACED", template=template, tag=spaced[1], text=shown)
    if any(brace in _TAG.sub("", text) for brace in "{}"):
        yield error("TEMPLATE_LONE_BRACE", template=template, text=shown)
        return
    for kind in {found[1] for found in _BLOCK_TAG.finditer(text)}:
        # Everything in the paragraph, row or cell makes way for the tag: other text would vanish.
        holder = _around(paragraph, kind)
        whole = "" if holder is None else "".join(map(_text, holder.iter(f"{_W}p")))
        tags = [tag for tag in _TAG.findall(whole) if re.match(rf"\{{[%{{]-?{kind}\s", tag)]
        if holder is None:
            yield error("TEMPLATE_TAG_OUTSIDE_TABLE", template=template, tag=kind, text=shown)
        elif len(tags) != 1 or whole.replace(tags[0], "").strip():
            code = "TEMPLATE_TEXT_BESIDE_TAG" if kind == "p" else "TEMPLATE_ROW_BESIDE_TAG"
            yield error(code, template=template, tag=kind, text=quoted(whole))


def _unbalanced(texts: list[str], template: str) -> Iterator[Finding]:
    """Blocks (if, for) that are not closed, and ends without a beginning."""
    open_blocks: list[tuple[str, str]] = []
    for text in texts:
        for tag in _TAG.findall(text):
            word = _WORD_OF_TAG.match(tag)
            if word is None:
                continue
            if word[1] in {"if", "for"}:
                open_blocks.append((word[1], text))
            elif word[1] in {"endif", "endfor"}:
                if open_blocks and open_blocks[-1][0] == word[1].removeprefix("end"):
                    open_blocks.pop()
                else:
                    yield error(
                        "TEMPLATE_END_ALONE", template=template, tag=word[1], text=quoted(text)
                    )
                    return
    for kind, text in open_blocks:
        yield error("TEMPLATE_BLOCK_OPEN", template=template, tag=kind, text=quoted(text))


def _around(paragraph: etree._Element, kind: str) -> etree._Element | None:
    if kind == "p":
        return paragraph
    return next(paragraph.iterancestors(f"{_W}{_HOLDERS[kind]}"), None)


def _text(paragraph: etree._Element) -> str:
    """The text of this paragraph, without that of text boxes that hang in it."""
    return "".join(
        ("\n" if run.tag == f"{_W}br" else run.text or "")
        for run in paragraph.iter(f"{_W}t", f"{_W}br")
        if next(run.iterancestors(f"{_W}p")) is paragraph
    )
