"""What a list must hold to be read at all, and lists that would only lead to wrong letters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from xl_dunning.rules.findings import Finding, Place, Refusal, warning
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import ZERO
from xl_dunning.sheets.answers import headers_shown
from xl_dunning.sheets.columns import Columns
from xl_dunning.sheets.lexicon import headers_like
from xl_dunning.sheets.values import Values
from xl_dunning.sheets.wording import Direction, direction
from xl_dunning.sheets.words import compact, text_of

_SUPPLIER = ("crediteur", "leverancier", "vendor", "supplier")
_FEW = 3
_MOST = 0.9


def require_essentials(columns: Columns, *, headings: bool) -> None:
    """Refuse a list without numbers, debtors or amounts. Raises Refusal COLUMN_MISSING.

    ``headings``: whether rows above the items may name their debtor.
    """
    missing = []
    if "Factuurnummer" not in columns.of:
        missing.append("Factuurnummer")
    if not headings and not columns.of.keys() & {"Debiteurnummer", "Debiteurnaam"}:
        missing.append("Debiteurnummer")
    if not columns.of.keys() & {"Openstaand", "Bedrag", "Debet"}:
        missing.append("Openstaand")
    if not missing:
        return
    free = [text for i, text in columns.table.headers.items() if i not in columns.of.values()]
    like = [f"«{header}»" for name in missing for header in headers_like(name, free)]
    raise Refusal(
        "COLUMN_MISSING",
        sheet=columns.table.sheet.name,
        row=columns.table.header_row,
        missing=" en ".join(missing) if len(missing) < _FEW else ", ".join(missing),
        headers=headers_shown(columns.table),
        like=f" Bedoelt u misschien {' of '.join(dict.fromkeys(like))}?" if like else "",
        field=missing[0],
    )


def refuse_purchases(values: Values) -> None:
    """Refuse what was bought: it is no debtor's. Raises Refusal PURCHASES_MIXED."""
    columns = values.columns
    sheet = columns.table.sheet.name
    if "Richting" in columns.of:
        for row in columns.table.rows:
            text = text_of(values.cell(row, "Richting"))
            if direction(text) is Direction.PURCHASE:
                raise Refusal(
                    "PURCHASES_MIXED",
                    sheet=sheet,
                    row=row.number,
                    column=columns.header("Richting"),
                    value=text,
                )
    if columns.of.keys() & {"Debiteurnummer", "Debiteurnaam"}:
        return
    for text in columns.table.headers.values():
        if any(word in compact(text) for word in _SUPPLIER):
            raise Refusal("PURCHASES_LIST", sheet=sheet, column=text)


def refuse_contradictions(values: Values, items: Sequence[OpenItem]) -> None:
    """Refuse a list whose columns, taken together, can't be what they seem.

    Raises Refusal ALL_NEGATIVE, RUNNING_BALANCE, DATES_SWAPPED or AMOUNTS_SWAPPED; what the user
    confirmed stands.
    """
    columns = values.columns
    _refuse_running_balance(values, items)
    amounts = [item.open for item in items if item.open]
    name = "Openstaand" if "Openstaand" in columns.of else "Bedrag"
    if name in columns.of and not _confirmed(columns, name):
        negative = sum(amount < 0 for amount in amounts)
        if len(amounts) >= _FEW and negative >= _share(len(amounts)):
            raise Refusal("ALL_NEGATIVE", column=columns.header(name), field=name)
    dated = [i for i in items if i.due_date and i.invoice_date and i.open and i.open > 0]
    if not _confirmed(columns, "Vervaldatum") and _most(
        [bool(i.due_date and i.invoice_date and i.due_date < i.invoice_date) for i in dated]
    ):
        raise Refusal(
            "DATES_SWAPPED",
            due=columns.header("Vervaldatum"),
            invoiced=columns.header("Factuurdatum"),
        )
    both = [i for i in items if i.open and i.amount]
    if (
        "Openstaand" in columns.of
        and not _confirmed(columns, "Openstaand")
        and _most([bool(i.open and i.amount and abs(i.open) > abs(i.amount)) for i in both])
    ):
        raise Refusal(
            "AMOUNTS_SWAPPED",
            open=columns.header("Openstaand"),
            amount=columns.header("Bedrag"),
        )


def _refuse_running_balance(values: Values, items: Sequence[OpenItem]) -> None:
    """A ledger card shows the balance so far behind each line, not what is open of that line."""
    columns = values.columns
    if "Openstaand" not in columns.of or _confirmed(columns, "Openstaand") or len(items) < _FEW:
        return
    numbers = {item.ref for item in items}
    rows = [row for row in columns.table.rows if row.number in numbers]
    if columns.of.keys() >= {"Debet", "Credit"}:
        lines = [
            (values.money(row, "Debet", []) or ZERO) - (values.money(row, "Credit", []) or ZERO)
            for row in rows
        ]
    else:
        lines = [item.amount or ZERO for item in items]
    so_far = list(accumulate(lines))
    if [item.open for item in items] == so_far and so_far != lines:
        raise Refusal("RUNNING_BALANCE", column=columns.header("Openstaand"))


def _most(oddities: Sequence[bool]) -> bool:
    return len(oddities) >= _FEW and sum(oddities) * 2 > len(oddities)


def _share(count: int) -> float:
    # In a short list one positive amount is enough to show that the sign is right.
    return count if count < 10 else count * _MOST  # noqa: PLR2004


def _confirmed(columns: Columns, name: str) -> bool:
    return columns.why.get(name) in {"confirmed", "remembered"}


def how_amounts_were_taken(columns: Columns) -> tuple[Finding, ...]:
    """Warnings that say aloud where the open amount comes from when no column holds it."""
    if "Openstaand" in columns.of or "Bedrag" not in columns.of:
        return ()
    place = Place(sheet=columns.table.sheet.name, column=columns.header("Bedrag"))
    if "Betaald" in columns.of:
        return (
            warning(
                "OPEN_COMPUTED",
                place=place,
                amount=columns.header("Bedrag"),
                paid=columns.header("Betaald"),
            ),
        )
    return (warning("AMOUNT_READ_AS_OPEN", place=place, column=columns.header("Bedrag")),)
