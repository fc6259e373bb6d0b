"""XML from outside: streamed, and refused when it brings its own definitions (DOCTYPE)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias
from xml.parsers.expat import ExpatError, ParserCreate

from xl_dunning.rules.findings import Refusal

Attributes: TypeAlias = dict[str, str]
Start: TypeAlias = Callable[[str, Attributes], object]
End: TypeAlias = Callable[[str], object]
Text: TypeAlias = Callable[[str], object]


def stream(
    chunks: Iterable[bytes],
    *,
    start: Start | None = None,
    end: End | None = None,
    text: Text | None = None,
) -> None:
    """Parse XML and call back per element; names are ``namespace local``, or ``local`` alone.

    Raises:
        Refusal: FILE_CORRUPT for broken XML, FILE_WITH_DTD for any DOCTYPE (entity bombs, XXE).
    """
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)  # noqa: FBT003 - expat takes no keyword
        parser.Parse(b"", True)  # noqa: FBT003
    except (ExpatError, LookupError, UnicodeError) as broken:
        raise Refusal("FILE_CORRUPT") from broken


def elements(chunks: Iterable[bytes]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """All elements of a small part in order: local name and attributes (local names too)."""
    found: list[tuple[str, Mapping[str, str]]] = []
    stream(
        chunks,
        start=lambda name, attributes: found.append(
            (local(name), {local(key): value for key, value in attributes.items()})
        ),
    )
    return iter(found)


def local(name: str) -> str:
    """The name without its namespace.

    >>> local("http://schemas.openxmlformats.org/spreadsheetml/2006/main row"), local("row")
    ('row', 'row')
    """
    return name.rpartition(" ")[2]


def _refuse_doctype(*_: object) -> None:
    raise Refusal("FILE_WITH_DTD")
