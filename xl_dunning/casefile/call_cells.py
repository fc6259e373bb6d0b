"""The cells Facturen and Fase of the sheet Belijst: several invoices, each with its own stage.

Facturen has each invoice on a line of its own, Fase the key of their stage; when the stages differ,
it names the invoices of each: ``bellen (F1, F3); nabellen (F2)``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from xl_dunning.casefile.rows import spaceless

_BETWEEN_MARKS = re.compile(r"[^\s,;](?:[^,;\n]*[^\s,;])?")
_OF_A_STAGE = re.compile(r"\s*(?P<stage>[^(;]+?) \((?P<invoices>.*?)\)\s*(?:;|$)")


def invoices_cell(invoices: Collection[str]) -> str:
    """The invoice numbers as one cell holds them."""
    return "\n".join(invoices)


def stages_cell(stages: Mapping[str, str]) -> str:
    """The stage keys of the invoices as one cell holds them; ``stages`` is invoice to key.

    >>> stages_cell({"F1": "bellen", "F2": "bellen"})
    'bellen'
    >>> stages_cell({"F1": "bellen", "F2": "nabellen", "F3": "bellen"})
    'bellen (F1, F3); nabellen (F2)'
    """
    keys = list(dict.fromkeys(stages.values()))
    if len(keys) == 1:
        return keys[0]
    return "; ".join(
        f"{key} ({', '.join(number for number, own in stages.items() if own == key)})"
        for key in keys
    )


def invoices_of(cell: str, *, known: Collection[str]) -> tuple[str, ...]:
    r"""The invoice numbers in a cell; those that are ``known`` may hold a comma themselves.

    >>> invoices_of("F1\nF2, F1", known=()), invoices_of("A, 1, A, 2", known=["A, 1", "A, 2"])
    (('F1', 'F2'), ('A, 1', 'A, 2'))
    """
    parts = list(_BETWEEN_MARKS.finditer(cell))
    found: dict[str, None] = {}
    at = 0
    while at < len(parts):
        first, ends = parts[at], range(len(parts), at, -1)
        joined = ((end, cell[first.start() : parts[end - 1].end()]) for end in ends)
        at, number = next(
            ((end, text) for end, text in joined if text in known), (at + 1, first[0])
        )
        found[number] = None
    return tuple(found)


def stages_of(
    cell: str, invoices: Collection[str], *, titles: Mapping[str, str]
) -> dict[str, str] | None:
    """Invoice to the key of its stage; None when the cell leaves one of them without.

    ``titles`` maps titles of stages, in lower case, to their keys: a title is read too.
    """
    text = spaceless(cell)
    if not text:
        return None
    named = () if text.casefold() in titles else tuple(_OF_A_STAGE.finditer(text))
    if not named:
        return dict.fromkeys(invoices, titles.get(text.casefold(), text))
    stages = {
        number: titles.get(part["stage"].casefold(), part["stage"])
        for part in named
        for number in invoices_of(part["invoices"], known=invoices)
    }
    if not stages.keys() >= set(invoices):
        return None
    return {number: stages[number] for number in invoices}
