"""Known export formats, recognised by the headers they always have."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from xl_dunning.sheets.words import compact

_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Format:
    """An export format: its header row, and which of its columns are which fields."""

    name: str
    headers: tuple[str, ...]
    """In compact form, doubled ones twice."""
    fields: Mapping[str, tuple[str, int]]
    """Field to compact header and which one of that name, from 0."""


@cache
def formats() -> tuple[Format, ...]:
    """The formats of formats.toml, read once."""
    data = tomllib.loads(
        files("xl_dunning.sheets").joinpath("formats.toml").read_text(encoding="utf-8")
    )
    return tuple(
        Format(
            name=entry["name"],
            headers=tuple(compact(header) for header in entry["headers"]),
            fields={field: _numbered(header) for field, header in entry["fields"].items()},
        )
        for entry in data["format"]
    )


def _numbered(header: str) -> tuple[str, int]:
    name, _, number = header.partition("#")
    return compact(name), int(number or 1) - 1


def recognise(headers: Mapping[int, str]) -> Format | None:
    """The format that this header row is of: 80 % of its headers are there; the longest wins."""
    here = Counter(compact(header) for header in headers.values())
    known = [
        (sum((Counter(form.headers) & here).values()), form)
        for form in formats()
        if sum((Counter(form.headers) & here).values()) >= _SHARE * len(form.headers)
    ]
    return max(known, key=lambda pair: pair[0])[1] if known else None


def columns_of(form: Format, headers: Mapping[int, str]) -> dict[str, int]:
    """Field to column index, for the fields of the format whose column is there."""
    found: dict[str, int] = {}
    for field, (name, number) in form.fields.items():
        columns = [index for index in sorted(headers) if compact(headers[index]) == name]
        if number < len(columns):
            found[field] = columns[number]
    return found
