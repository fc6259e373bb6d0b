"""One row of the sheet Belijst on which the user typed what came of it, and what is wrong with it.

The program wrote whom to call about which invoices, in which stage, and of which day the list is;
the user types the outcome. A row that she made herself needs no more than a debtor, the day and
the outcome.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from xl_dunning.casefile.call_cells import invoices_of, stages_of
from xl_dunning.casefile.rows import RowReader, SheetRow
from xl_dunning.casefile.words import outcome_of
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.events import Outcome
from xl_dunning.rules.findings import Finding
from xl_dunning.rules.ledger import ItemKey
from xl_dunning.rules.money import ZERO, Euro

FILL_IN = ("Uitkomst", "Datum afspraak", "Bedrag", "Notitie", "Gebeld op", "Door")
"""The columns in which the user types."""
HEADERS = (
    "Actie",
    "Debiteurnummer",
    "Naam",
    "Telefoon",
    "Contactpersoon",
    "Openstaand",
    "Valuta",
    "Facturen",
    "Oudste factuur",
    "Oudste vervaldatum",
    "Dagen te laat",
    "Fase",
    "Laatste contact",
    "Laatste uitkomst",
    "Toegezegd",
    "Wanneer bellen",
    "Belscript",
    *FILL_IN,
    "Belijst van",
)
"""The columns of the sheet. Belijst van is the day of the list, by which a row is known again."""

_SAYS_NOTHING = frozenset({"Door"})
"""Filled in beforehand for the whole list, before anybody was called."""
_LONGEST = 366
"""Days from the call that an agreed day may lie ahead; what is further off is a slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledRow:
    """What a row says: amounts in the currency of the row, ``until`` inclusive."""

    debtor: str
    stages: Mapping[str, str]
    """Invoice to the key of its stage, or to nothing when no stage was carried out.

    One empty invoice number stands for the whole debtor.
    """
    listed_on: date
    """The day of the list."""
    is_call: bool
    """Whether the list asked for a call; else the row is of another action."""
    outcome: Outcome | None
    until: date | None
    amount: Euro | None
    note: str
    on: date
    """The day of the call."""
    on_typed: bool
    """Whether the user typed that day; else it is that of the list."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a row is judged by."""

    items: Collection[ItemKey]
    """Every invoice that the list, the log or an earlier run knows."""
    call_action: str
    """The word in column Actie for a call."""
    stage_titles: Mapping[str, str]
    """Title of a stage in lower case to its key."""
    stage_keys: Collection[str]
    """The keys of all stages of the policies in use."""
    reference_date: date


def is_filled(row: SheetRow) -> bool:
    """Whether the user typed something on the row that means anything by itself."""
    reader = RowReader(row=row, code="CALL")
    return any(reader.text(header) for header in FILL_IN if header not in _SAYS_NOTHING)


def called_row(row: SheetRow, known: Known) -> tuple[CalledRow | None, list[Finding]]:
    """What the row says, or all that is wrong with it."""
    reader = RowReader(row=row, code="CALL")
    debtor = reader.key("Debiteurnummer")
    if not debtor and not reader.problems:
        reader.note("NO_DEBTOR", "Debiteurnummer")
    is_call = reader.text("Actie").casefold() in ("", known.call_action.casefold())
    stages = _stages(reader, debtor, known)
    listed_on, called_on = _days(reader, known)
    outcome = outcome_of(reader.text("Uitkomst"))
    until, amount = reader.day("Datum afspraak"), reader.amount("Bedrag")
    _judge_outcome(reader, outcome, is_call=is_call)
    # A list that was made ahead, for a day to come, may be called today.
    listed_by = min(listed_on, known.reference_date) if listed_on else None
    on = called_on or listed_by
    _judge_agreed(reader, until, on)
    if amount is not None and amount <= ZERO:
        reader.note("NO_SUCH_AMOUNT", "Bedrag")
    if reader.problems or listed_on is None or on is None:
        return None, reader.problems
    called = CalledRow(
        debtor=debtor,
        stages=stages,
        listed_on=listed_on,
        is_call=is_call,
        outcome=outcome,
        until=until,
        amount=amount,
        note=reader.text("Notitie"),
        on=on,
        on_typed=called_on is not None,
        by=reader.text("Door"),
    )
    return called, []


def _stages(reader: RowReader, debtor: str, known: Known) -> dict[str, str]:
    """Invoice to stage; the whole debtor when the row never named an invoice.

    What is to be done besides the steps of the policy has no stage: a broken promise to ring about.
    """
    cell = reader.text("Facturen")
    numbers = {invoice for owner, invoice in known.items if owner == debtor}
    invoices = invoices_of(cell, known=numbers)
    by_hand = not reader.text("Belijst van")
    typed = reader.text("Fase")
    if not invoices:
        if not by_hand and (typed or reader.text("Oudste factuur")):
            reader.note("NO_INVOICES", "Facturen")
        elif debtor and not numbers:
            reader.note("DEBTOR_UNKNOWN", "Debiteurnummer")
        invoices = ("",)
    elif unknown := [invoice for invoice in invoices if invoice not in numbers]:
        reader.note("INVOICE_UNKNOWN", "Facturen", unknown=", ".join(unknown), debtor=debtor)
    stages = stages_of(typed, invoices, titles=known.stage_titles)
    if stages is None and typed and not by_hand:
        reader.note("STAGE_UNCLEAR", "Fase")
    elif unknown := sorted({*(stages or {}).values()} - {*known.stage_keys}):
        reader.note("STAGE_UNKNOWN", "Fase", unknown=", ".join(unknown))
    return stages or dict.fromkeys(invoices, "")


def _days(reader: RowReader, known: Known) -> tuple[date | None, date | None]:
    """The day of the list and that of the call."""
    listed_on, called_on = reader.day("Belijst van"), reader.day("Gebeld op")
    if called_on and called_on > known.reference_date:
        reader.note("IN_FUTURE", "Gebeld op", reference_date=known.reference_date)
    elif called_on and listed_on and called_on < min(listed_on, known.reference_date):
        reader.note("BEFORE_LIST", "Gebeld op", listed_on=listed_on)
    elif not (reader.text("Gebeld op") or reader.text("Belijst van")):
        reader.note("NO_DAY", "Gebeld op")
    return listed_on or called_on, called_on


def _judge_outcome(reader: RowReader, outcome: Outcome | None, *, is_call: bool) -> None:
    if outcome is None and reader.text("Uitkomst"):
        reader.note("OUTCOME_UNKNOWN", "Uitkomst")
    elif outcome is None and (is_call or not _is_note_alone(reader)):
        reader.note("NO_OUTCOME", "Uitkomst")
    elif outcome is Outcome.PROMISED and not reader.text("Datum afspraak"):
        reader.note("NO_PROMISE_DATE", "Datum afspraak")


def _is_note_alone(reader: RowReader) -> bool:
    """Whether it says nothing that would need an outcome."""
    return bool(reader.text("Notitie")) and not (
        reader.text("Datum afspraak") or reader.text("Bedrag")
    )


def _judge_agreed(reader: RowReader, until: date | None, on: date | None) -> None:
    """Note an agreed day that can't be meant."""
    if until is None or on is None:
        return
    if until < on:
        reader.note("DATE_BEFORE_CALL", "Datum afspraak", on=on)
    elif until > add_days(on, _LONGEST):
        reader.note("DATE_TOO_FAR", "Datum afspraak")
