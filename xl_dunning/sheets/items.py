"""From a row to an open item; what can't be read is said and keeps the item inside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xl_dunning.rules.dates import add_days
from xl_dunning.rules.findings import Finding, Severity, warning
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import ZERO, Euro
from xl_dunning.sheets.grid import Row
from xl_dunning.sheets.values import Values
from xl_dunning.sheets.wording import currency_code, says_paid, side, term_days
from xl_dunning.sheets.words import text_of, trimmed


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item, the name of its debtor on this row, and what was wrong with the row."""

    item: OpenItem
    name: str
    findings: tuple[Finding, ...]


def read_item(
    values: Values, row: Row, *, heading: tuple[str, str] | None, payment_term: int | None
) -> ReadItem:
    """The item of one row. ``heading`` is the debtor (number, name) that stands above the row."""
    problems: list[Finding] = []
    name = values.text(row, "Debiteurnaam", problems)
    debtor = values.key(row, "Debiteurnummer", problems)
    if not debtor and not name and heading:
        debtor, name = heading
    if not values.has("Debiteurnummer") or (heading and heading == (debtor, name)):
        debtor = debtor or name
    open_, currency = _open(values, row, problems)
    invoice_date = values.day(row, "Factuurdatum", problems)
    invoice = values.key(row, "Factuurnummer", problems)
    is_credit = open_ is not None and open_ <= 0
    if not invoice and is_credit and not _has_error(problems):
        invoice = _name_for_credit(values, row, invoice_date, problems)
    if not invoice and values.blank(row, "Factuurnummer"):
        problems.append(values.problem(row, "Factuurnummer", "INVOICE_MISSING"))
    if not debtor and _is_missing(values, row):
        problems.append(values.problem(row, "Debiteurnummer", "DEBTOR_MISSING"))
    due = _due(values, row, invoice_date, payment_term, problems, is_credit=is_credit)
    amount = values.money(row, "Bedrag", problems)
    paid_says = _paid_status(values, row)
    skipped = values.flag(row, "Overslaan", problems, unclear=True)
    reason = values.text(row, "Reden overslaan", problems)
    if not values.blank(row, "Aanmanen") and not values.flag(
        row, "Aanmanen", problems, unclear=False
    ):
        skipped, reason = True, reason or _quote(values, row, "Aanmanen")
    if paid_says and open_ is not None and open_ > 0:
        problems.append(values.doubt(row, "Status", "STATUS_PAID", open=open_))
        skipped, reason = True, reason or _quote(values, row, "Status")
    item = OpenItem(
        ref=row.number,
        debtor=debtor,
        invoice=invoice,
        due_date=due,
        open=open_,
        invoice_date=invoice_date,
        amount=amount,
        currency=_currency(values, row, currency, problems),
        description=values.text(row, "Omschrijving", problems),
        term_agreed=_term_agreed(values, row, problems),
        disputed=values.flag(row, "Betwist", problems, unclear=True),
        skipped=skipped,
        skip_reason=reason,
        direct_debit=values.flag(row, "Automatische incasso", problems, unclear=True),
        invoice_file=values.text(row, "Factuurbestand", problems),
        reminders_sent=values.whole(row, "Aanmaningen", problems) or 0,
        last_reminder=values.day(row, "Laatste herinnering", problems),
        unreadable=_has_error(problems),
    )
    return ReadItem(item, name, tuple(_named(problem, item) for problem in problems))


def _has_error(problems: list[Finding]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _named(problem: Finding, item: OpenItem) -> Finding:
    return Finding(
        code=problem.code,
        severity=problem.severity,
        details=problem.details,
        debtor=item.debtor,
        invoice=item.invoice,
        place=problem.place,
    )


def _is_missing(values: Values, row: Row) -> bool:
    """Whether no debtor stands there at all; one that can't be read was reported already."""
    return all(values.blank(row, name) for name in ("Debiteurnummer", "Debiteurnaam")) or (
        values.has("Debiteurnummer") and values.blank(row, "Debiteurnummer")
    )


def _open(values: Values, row: Row, problems: list[Finding]) -> tuple[Euro | None, str]:
    """The open amount and the currency written in its cell."""
    if values.has("Openstaand"):
        base, less = "Openstaand", ""
    elif values.has("Bedrag"):
        base, less = "Bedrag", "Betaald"
    else:
        return _two_sides(values, row, problems), ""
    known = len(problems)
    read = values.amount(row, base, problems)
    if read is None:
        if len(problems) == known:
            problems.append(values.problem(row, base, "AMOUNT_MISSING"))
        return None, ""
    value = read.value
    if less and not values.blank(row, less):
        paid = values.money(row, less, problems)
        if paid is None:
            return None, read.currency
        value -= paid
    if not values.blank(row, "D/C"):
        sign = side(text_of(values.cell(row, "D/C")))
        if sign is None:
            problems.append(values.problem(row, "D/C", "SIDE_UNREADABLE"))
            return None, read.currency
        value = -abs(value) if sign < 0 else value
    return value, read.currency


def _two_sides(values: Values, row: Row, problems: list[Finding]) -> Euro | None:
    """Debit minus credit; None when both are blank or one can't be read."""
    known = len(problems)
    debit = values.money(row, "Debet", problems)
    credit = values.money(row, "Credit", problems)
    if len(problems) > known:
        return None
    if debit is None and credit is None:
        problems.append(values.problem(row, "Debet", "AMOUNT_MISSING"))
        return None
    return (debit or ZERO) - (credit or ZERO)


def _name_for_credit(values: Values, row: Row, day: date | None, problems: list[Finding]) -> str:
    """What a credit without a number is known by: its date, which a next export repeats."""
    if not values.blank(row, "Factuurnummer") or day is None:
        return ""
    problems.append(values.doubt(row, "Factuurnummer", "CREDIT_WITHOUT_NUMBER"))
    return f"zonder nummer {day:%d-%m-%Y}"


def _due(
    values: Values,
    row: Row,
    invoice_date: date | None,
    payment_term: int | None,
    problems: list[Finding],
    *,
    is_credit: bool,
) -> date | None:
    """The due date; where the list has none, invoice date plus term."""
    if not values.blank(row, "Vervaldatum"):
        due = values.day(row, "Vervaldatum", problems)
        if due and invoice_date and due < invoice_date and not is_credit:
            problems.append(
                values.doubt(row, "Vervaldatum", "DUE_BEFORE_INVOICE", invoice_date=invoice_date)
            )
        return due
    if is_credit:
        return invoice_date
    term = _term(values, row, payment_term, problems)
    if invoice_date is not None and term is not None:
        return add_days(invoice_date, term)
    if _has_error(problems) and invoice_date is None and not values.blank(row, "Factuurdatum"):
        return None
    code = "DUE_DATE_MISSING" if values.has("Vervaldatum") else "NO_DUE_DATE_COLUMN"
    problems.append(values.problem(row, "Vervaldatum", code))
    return None


def _term(
    values: Values, row: Row, payment_term: int | None, problems: list[Finding]
) -> int | None:
    cell = values.cell(row, "Betalingstermijn")
    if cell is None or values.blank(row, "Betalingstermijn"):
        return payment_term
    term = term_days(cell.value)
    if term is None:
        problems.append(values.problem(row, "Betalingstermijn", "TERM_UNREADABLE"))
    return term


def _term_agreed(values: Values, row: Row, problems: list[Finding]) -> bool | None:
    if values.blank(row, "Termijn afgesproken"):
        return None
    return values.flag(row, "Termijn afgesproken", problems, unclear=False)


def _paid_status(values: Values, row: Row) -> bool:
    cell = values.cell(row, "Status")
    if cell is None or cell.error or cell.uncalculated:
        return False
    return says_paid(cell.value, values.columns.header("Status"))


def _quote(values: Values, row: Row, name: str) -> str:
    """Header and value as they stand, as the reason of a hold."""
    return trimmed(f"{values.columns.header(name)}: {text_of(values.cell(row, name))}")


def _currency(values: Values, row: Row, in_cell: str, problems: list[Finding]) -> str:
    if values.blank(row, "Valuta"):
        return in_cell or "EUR"
    code = currency_code(text_of(values.cell(row, "Valuta")))
    if code is None or (in_cell and in_cell != code):
        problems.append(values.problem(row, "Valuta", "CURRENCY_UNREADABLE"))
    return code or "EUR"


def amounts_disagree(values: Values, read: ReadItem, row: Row) -> tuple[Finding, ...]:
    """Warnings when open, invoiced and paid amount contradict each other on a row."""
    item = read.item
    if item.open is None or item.amount is None or not values.has("Openstaand"):
        return ()
    if abs(item.open) > abs(item.amount) and item.amount != 0:
        return (
            warning(
                "OPEN_ABOVE_AMOUNT",
                debtor=item.debtor,
                invoice=item.invoice,
                place=values.place(row, "Openstaand"),
                open=item.open,
                amount=item.amount,
            ),
        )
    paid = values.money(row, "Betaald", [])
    if paid is not None and abs(item.amount - paid - item.open) > Decimal("0.01"):
        return (
            warning(
                "PAID_DOES_NOT_ADD_UP",
                debtor=item.debtor,
                invoice=item.invoice,
                place=values.place(row, "Openstaand"),
                open=item.open,
                amount=item.amount,
                paid=paid,
            ),
        )
    return ()
