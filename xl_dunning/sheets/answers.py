"""The user's answers: this field stands in that column."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import column_letter
from xl_dunning.sheets.header import Table
from xl_dunning.sheets.lexicon import field_named, lexicon
from xl_dunning.sheets.words import compact, trimmed


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Field to column index; None when the list does not hold the field."""

    field: str
    index: int | None
    negated: bool = False


def answered(table: Table, *, name: str, text: str) -> Answer:
    """What an answer such as ``Vervaldatum`` = ``Verv.`` or ``G`` or ``-Saldo`` points at.

    A minus in front turns the sign of an amount; nothing at all says that no column holds it.
    Raises Refusal COLUMN_FIELD_UNKNOWN, COLUMN_UNKNOWN or COLUMN_DOUBLED.
    """
    known = field_named(name)
    if known is None:
        raise Refusal("COLUMN_FIELD_UNKNOWN", name=name, fields=", ".join(lexicon().kinds))
    wanted = trimmed(text)
    if not wanted:
        return Answer(field=known, index=None)
    negated = wanted.startswith("-") and wanted not in table.headers.values()
    index = _index(table, known, wanted[1:].strip() if negated else wanted)
    if index is None:
        raise Refusal("COLUMN_UNKNOWN", field=known, header=wanted, headers=headers_shown(table))
    return Answer(field=known, index=index, negated=negated)


def _index(table: Table, known: str, wanted: str) -> int | None:
    found = [i for i, text in table.headers.items() if trimmed(text) == wanted] or [
        i for i, text in table.headers.items() if compact(text) and compact(text) == compact(wanted)
    ]
    if len(found) > 1:
        letters = [column_letter(index) for index in sorted(found)]
        raise Refusal(
            "COLUMN_DOUBLED",
            field=known,
            header=wanted,
            letters=" en ".join(letters),
            letter=letters[0],
        )
    if found:
        return found[0]
    if not re.fullmatch(r"[A-Za-z]{1,3}", wanted):
        return None
    index = _letter_index(wanted)
    filled = index in table.headers or any(index in row.cells for row in table.rows)
    return index if filled else None


def _letter_index(letters: str) -> int:
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def headers_shown(table: Table) -> str:
    """The headers of the table as a sentence lists them."""
    return ", ".join(f"«{table.headers[index]}»" for index in sorted(table.headers))
