"""Where the table is: the header row of a sheet, also below titles or spread over two rows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from xl_dunning.sheets.grid import Row, Sheet
from xl_dunning.sheets.lexicon import RESULT_HEADERS, Sense, senses
from xl_dunning.sheets.words import compact, is_blank, text_of

CORE = (
    "Factuurnummer",
    "Debiteurnummer",
    "Debiteurnaam",
    "Factuurdatum",
    "Vervaldatum",
    "Bedrag",
    "Openstaand",
)
"""The fields that make a table a list of open items."""

_ROWS_SEARCHED = 50
_LEAST_FIELDS = 2
_OWN = frozenset(compact(header) for header in RESULT_HEADERS)

Meaning = Callable[[str], tuple[Sense, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table on a sheet: its headers as shown, what stands above it, and its rows."""

    sheet: Sheet
    header_row: int
    headers: Mapping[int, str]
    above: tuple[Row, ...]
    rows: tuple[Row, ...]
    fields: frozenset[str]
    """All fields that some header may mean."""
    repeats: frozenset[int]
    """Numbers of the rows that say the header again, as blocks and pages do."""

    @property
    def core(self) -> int:
        """How many of the core fields it seems to hold; number and name of a debtor are one."""
        found = {f.replace("naam", "nummer") for f in self.fields if f in CORE}
        return len(found)

    @property
    def signature(self) -> str:
        """Fingerprint of the header row; our own result columns do not change it."""
        plain = [compact(self.headers[index]) for index in sorted(self.headers)]
        if marked_before(self.headers):
            plain = [header for header in plain if header not in _OWN]
        return hashlib.sha256("|".join(plain).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A row that may be the header: its place among the rows, its texts, what these may mean."""

    at: int
    texts: Mapping[int, str]
    fields: frozenset[str]


def marked_before(headers: Mapping[int, str]) -> bool:
    """Whether our own result columns stand in this table."""
    return {"fase", "actie", "actievanaf"} <= {compact(header) for header in headers.values()}


def find_table(sheet: Sheet, *, debtors: bool = False) -> Table | None:
    """The table of a sheet, by the row whose cells best read as headers; None without one."""
    meaning = partial(senses, debtors=debtors)
    found = max(_candidates(sheet, meaning), key=lambda it: len(it.fields), default=None)
    return None if found is None else _table(sheet, found)


def table_at(sheet: Sheet, row_number: int) -> Table:
    """The table whose header row is that row, whatever it says."""
    at = next(i for i, row in enumerate(sheet.rows) if row.number == row_number)
    return _table(sheet, _Candidate(at, _texts(sheet.rows[at]), frozenset()))


def _candidates(sheet: Sheet, meaning: Meaning) -> Iterator[_Candidate]:
    for at, row in enumerate(sheet.rows[:_ROWS_SEARCHED]):
        texts = _texts(row)
        alone = _fields(texts, meaning)
        if len(alone) >= _LEAST_FIELDS and _mostly_text(row):
            yield _Candidate(at, texts, alone)
        if at and _mostly_text(row):
            joined = _joined(_texts(sheet.rows[at - 1]), texts, meaning)
            together = _fields(joined, meaning)
            # The upper row may be a title; joined must say more than either row alone.
            upper = _fields(_texts(sheet.rows[at - 1]), meaning)
            if len(together) >= _LEAST_FIELDS and len(together) > max(len(alone), len(upper)):
                yield _Candidate(at, joined, together)


def _table(sheet: Sheet, found: _Candidate) -> Table:
    own = _own_columns(found.texts)
    rows = tuple(row for row in sheet.rows[found.at + 1 :] if not _is_empty(row, own))
    return Table(
        sheet=sheet,
        header_row=sheet.rows[found.at].number,
        headers=found.texts,
        above=sheet.rows[: found.at],
        rows=rows,
        fields=found.fields,
        repeats=frozenset(row.number for row in rows if _repeats(found.texts, row)),
    )


def _repeats(headers: Mapping[int, str], row: Row) -> bool:
    filled = [(index, cell.value) for index, cell in row.cells.items() if not is_blank(cell)]
    same = sum(
        isinstance(value, str) and compact(value) == compact(headers.get(index, ""))
        for index, value in filled
    )
    return len(filled) > 1 and same * 2 > len(filled)


def _own_columns(headers: Mapping[int, str]) -> frozenset[int]:
    if not marked_before(headers):
        return frozenset()
    return frozenset(index for index, text in headers.items() if compact(text) in _OWN)


def _is_empty(row: Row, own: frozenset[int]) -> bool:
    """Whether the user has nothing there; a formula of ours that no program worked out is none."""
    return all(
        is_blank(cell) or (cell.uncalculated and index in own) for index, cell in row.cells.items()
    )


def _texts(row: Row) -> dict[int, str]:
    return {index: text_of(cell) for index, cell in sorted(row.cells.items()) if not is_blank(cell)}


def _mostly_text(row: Row) -> bool:
    filled = [cell for cell in row.cells.values() if not is_blank(cell)]
    return sum(isinstance(cell.value, str) for cell in filled) * 2 > len(filled)


def _fields(texts: Mapping[int, str], meaning: Meaning) -> frozenset[str]:
    return frozenset(sense.field for text in texts.values() for sense in meaning(text))


def _joined(upper: Mapping[int, str], lower: Mapping[int, str], meaning: Meaning) -> dict[int, str]:
    """Two header rows as one: a merged upper header counts for all columns below it."""
    joined: dict[int, str] = {}
    above = ""
    for index in range(max([*upper, *lower], default=-1) + 1):
        above = upper.get(index, above)
        below = lower.get(index, "")
        both = f"{above} {below}".strip()
        if below and (not above or not meaning(both)):
            joined[index] = below
        elif below:
            joined[index] = both
        elif index in upper:
            joined[index] = above
    return joined
