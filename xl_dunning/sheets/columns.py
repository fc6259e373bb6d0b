"""Which column is which field: confirmed answers, a known format, the lexicon; never a guess.

Every match is checked against the values. Of two columns that fit equally well neither is taken:
the user is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from xl_dunning.rules.findings import Finding, Place, Refusal, error, warning
from xl_dunning.sheets.answers import Answer, answered
from xl_dunning.sheets.evidence import share
from xl_dunning.sheets.formats import columns_of, recognise
from xl_dunning.sheets.grid import column_letter
from xl_dunning.sheets.header import Table, marked_before
from xl_dunning.sheets.lexicon import RESULT_HEADERS, Sense, Tier, lexicon, senses
from xl_dunning.sheets.samples import column_cells, samples
from xl_dunning.sheets.tiebreak import narrowed
from xl_dunning.sheets.words import compact

_FITS = 0.5
_FEW = 3
_ASKED = frozenset({"Factuurnummer", "Debiteurnummer", "Debiteurnaam", "Vervaldatum", "Openstaand"})
# Read only to check or to explain: without them nothing is missing.
_MONEY_AND_DATES = frozenset({"amount", "date"})


@dataclass(slots=True, kw_only=True)
class Columns:
    """Field to column, with the ground of each match; filled while matching."""

    table: Table
    of: dict[str, int] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)
    negated: set[str] = field(default_factory=set)
    """Fields whose amounts the user wants with the other sign."""
    absent: set[str] = field(default_factory=set)
    """Fields that, says the user, no column holds."""
    findings: list[Finding] = field(default_factory=list)
    format: str = ""

    def header(self, name: str) -> str:
        """The header of a field's column as it stands on the sheet; its letter without one."""
        index = self.of[name]
        return self.table.headers.get(index) or column_letter(index)

    def take(self, name: str, index: int, why: str) -> None:
        """Settle a field."""
        self.of[name] = index
        self.why[name] = why


def match_columns(
    table: Table,
    *,
    answers: Mapping[str, str],
    remembered: Mapping[str, Mapping[str, str]],
    debtors: bool = False,
) -> Columns:
    """The columns of a table. Raises Refusal COLUMN_TIE or DEBTOR_COLUMN_TIE, or that of an
    unusable answer.
    """
    columns = Columns(table=table)
    settled = {
        **_with_ground(remembered.get(table.signature, {}), "remembered"),
        **_with_ground(answers, "confirmed"),
    }
    for name, (text, why) in settled.items():
        _take_answer(columns, answered(table, name=name, text=text), why)
    left_alone = set() if debtors else _take_format(columns)
    if marked_before(table.headers):
        own = {compact(header) for header in RESULT_HEADERS}
        left_alone |= {i for i, text in table.headers.items() if compact(text) in own}
    _take_lexicon(columns, left_alone=left_alone, debtors=debtors)
    return columns


def _with_ground(answers: Mapping[str, str], why: str) -> dict[str, tuple[str, str]]:
    return {name: (text, why) for name, text in answers.items()}


def _take_answer(columns: Columns, answer: Answer, why: str) -> None:
    columns.of.pop(answer.field, None)
    if answer.index is None:
        columns.absent.add(answer.field)
        return
    columns.take(answer.field, answer.index, why)
    if answer.negated:
        columns.negated.add(answer.field)
    fit = _share(columns.table, answer.field, answer.index, certain=True)
    if fit is not None and fit < _FITS:
        columns.findings.append(_odd(columns, answer.field))


def _odd(columns: Columns, name: str) -> Finding:
    index = columns.of[name]
    return warning(
        "COLUMN_ODD",
        place=Place(sheet=columns.table.sheet.name, column=columns.header(name)),
        field=name,
        samples=quoted(samples(columns.table, index)),
    )


def _take_format(columns: Columns) -> set[int]:
    """Take the columns of a known format; returns its other columns, which are left alone."""
    table = columns.table
    form = recognise(table.headers)
    if form is None:
        return set()
    columns.format = form.name
    for name, index in columns_of(form, table.headers).items():
        if name in columns.of or name in columns.absent or index in columns.of.values():
            continue
        fit = _share(table, name, index, certain=True)
        if fit is None or fit >= _FITS:
            columns.take(name, index, "signature")
    known = set(form.headers)
    return {i for i, text in table.headers.items() if compact(text) in known} - set(
        columns.of.values()
    )


def _take_lexicon(columns: Columns, *, left_alone: set[int], debtors: bool) -> None:
    table = columns.table
    meant = {
        index: senses(text, debtors=debtors)
        for index, text in table.headers.items()
        if index not in left_alone
    }
    undecided: dict[str, list[int]] = {}
    for tier in Tier:
        for name in lexicon().kinds:
            if name in columns.of or name in columns.absent or name in undecided:
                continue
            reserved = {*columns.of.values(), *(i for tied in undecided.values() for i in tied)}
            fitting = _fitting(table, meant, name, tier, reserved=reserved)
            left = narrowed(table, name, sorted(fitting), columns.of)
            if len(left) == 1:
                columns.take(name, left[0], "lexicon")
            elif left and (name in _ASKED or lexicon().kinds[name] in _MONEY_AND_DATES):
                undecided[name] = left
            elif left:
                columns.take(name, fitting[0], "lexicon")
    _settle(columns, undecided, code="DEBTOR_COLUMN_TIE" if debtors else "COLUMN_TIE")


def _fitting(
    table: Table,
    meant: Mapping[int, tuple[Sense, ...]],
    name: str,
    tier: Tier,
    *,
    reserved: set[int],
) -> list[int]:
    """The free columns that may be the field by name and value, the best spelling first."""
    found = [
        (sense.rank, index)
        for index, meanings in meant.items()
        if index not in reserved
        for sense in meanings
        if sense.field == name
        and sense.tier is tier
        and _believed(table, sense, index, alone=len(meanings) == 1)
    ]
    return [index for _, index in sorted(found)]


def _settle(columns: Columns, undecided: Mapping[str, Sequence[int]], *, code: str) -> None:
    """Break the ties that the other columns can break; ask about the rest, or leave it out."""
    ties: list[Finding] = []
    for name, candidates in undecided.items():
        left = narrowed(columns.table, name, candidates, columns.of)
        if len(left) == 1:
            columns.take(name, left[0], "lexicon")
        elif name in _ASKED:
            ties.append(_tie(columns.table, name, left, code))
        else:
            columns.findings.append(_left_out(columns.table, name, left))
    if ties:
        raise Refusal(code, findings=tuple(ties[1:]), **ties[0].details)


def _believed(table: Table, sense: Sense, index: int, *, alone: bool) -> bool:
    certain = alone and sense.tier is not Tier.CONTEXT
    fit = _share(table, sense.field, index, certain=certain)
    if fit is None:
        return alone
    if sense.tier is Tier.CERTAIN and alone:
        # A clear name is believed with mostly bad values too: each bad row is then reported.
        return fit > 0 or len(column_cells(table, index)) < _FEW
    return fit >= _FITS


def _share(table: Table, name: str, index: int, *, certain: bool) -> float | None:
    return share(
        lexicon().kinds[name],
        column_cells(table, index),
        header=table.headers.get(index, ""),
        certain=certain,
    )


def _candidates(table: Table, indexes: Sequence[int]) -> str:
    return "; ".join(
        f"kolom {column_letter(index)} «{table.headers.get(index, '')}»"
        f" ({quoted(samples(table, index))})"
        for index in indexes
    )


def quoted(texts: Sequence[str]) -> str:
    """Samples as a sentence shows them."""
    return " · ".join(texts) or "leeg"


def _tie(table: Table, name: str, indexes: Sequence[int], code: str) -> Finding:
    return error(
        code,
        sheet=table.sheet.name,
        field=name,
        candidates=_candidates(table, indexes),
        letter=column_letter(indexes[-1]),
    )


def _left_out(table: Table, name: str, indexes: Sequence[int]) -> Finding:
    return warning(
        "COLUMN_LEFT_OUT",
        place=Place(sheet=table.sheet.name),
        field=name,
        candidates=_candidates(table, indexes),
        letter=column_letter(indexes[-1]),
    )
