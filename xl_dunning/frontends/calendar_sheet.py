"""The sheet Termijnen: every instalment, promise and settlement, and what waits for a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xl_dunning.casefile.words import KIND_WORDS, OUTCOME_WORDS
from xl_dunning.frontends.messages_nl.agreements import (
    AGREEMENT_STATES,
    INSTALMENT,
    LAPSED,
    POSTPONED,
    WHOLE_DEBTOR,
)
from xl_dunning.frontends.results import RunResult
from xl_dunning.rules.agreements.calls import promises
from xl_dunning.rules.agreements.dated_holds import dated_holds
from xl_dunning.rules.agreements.disputes import disputes
from xl_dunning.rules.agreements.states import AgreementState, InstalmentState, Judgement
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.events import Event, EventKind, Outcome, standing
from xl_dunning.rules.ledger import Debtor, ItemKey
from xl_dunning.sheets.marking import DATE_FORMAT, MarkValue, OwnSheet, SheetColumn

NAME = "Termijnen"
_AMOUNT_FORMAT = "#,##0.00"
_SHOWN_DAYS = 60
"""How long what is over stays on the sheet."""
COLUMNS = (
    SheetColumn(header="Datum", width=12, format=DATE_FORMAT),
    SheetColumn(header="Debiteurnummer", width=17),
    SheetColumn(header="Naam", width=32),
    SheetColumn(header="Telefoon", width=17),
    SheetColumn(header="Factuur", width=17),
    SheetColumn(header="Soort", width=19),
    SheetColumn(header="Bedrag", width=12, format=_AMOUNT_FORMAT),
    SheetColumn(header="Betaald", width=12, format=_AMOUNT_FORMAT),
    SheetColumn(header="Nog te betalen", width=12, format=_AMOUNT_FORMAT),
    SheetColumn(header="Valuta", width=8),
    SheetColumn(header="Stand", width=15),
    SheetColumn(header="Afgesproken op", width=16, format=DATE_FORMAT),
    SheetColumn(header="Door", width=19),
    SheetColumn(header="Notitie", width=40),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One row before it is known whose name and telephone stand in it."""

    day: date
    """The last day of it, inclusive."""
    debtor: str
    invoice: str
    what: str
    state: str
    going_on: bool
    """Whether it still runs, or can still be paid."""
    ended_on: date
    """The day from which it is old news."""
    agreed_on: date | None = None
    amount: Decimal | None = None
    paid: Decimal | None = None
    currency: str = ""
    by: str = ""
    note: str = ""


def calendar_sheet(result: RunResult) -> OwnSheet:
    """What comes first on top; below it what is over, the latest first, for sixty days."""
    today = result.reference_date
    currency_of: dict[ItemKey, str] = {look.key: look.currency for look in result.observations}
    currency_of |= {item.key: item.currency for item in result.reading.ledger.items}
    lines = [
        *_agreed(result.proposal.agreements, currency_of),
        *_held(dated_holds(standing(result.log)), currency_of, today=today),
        *_postponed(result, today=today),
    ]
    ahead = sorted((line for line in lines if line.going_on), key=_order)
    over = sorted((line for line in lines if not line.going_on), key=_order)
    over.sort(key=lambda line: line.day, reverse=True)
    fresh = [line for line in over if add_days(line.ended_on, _SHOWN_DAYS) >= today]
    debtor_of = result.reading.ledger.debtor
    return OwnSheet(
        name=NAME,
        title=NAME,
        columns=COLUMNS,
        rows=tuple(_row(line, debtor_of(line.debtor)) for line in (*ahead, *fresh)),
    )


def _order(line: _Line) -> tuple[date, str, str, str]:
    return line.day, line.debtor, line.invoice, line.what


def _agreed(agreements: Iterable[Judgement], currency_of: Mapping[ItemKey, str]) -> Iterator[_Line]:
    """Plans by instalment; promises, settlements and other agreements as a whole."""
    for judged in agreements:
        currency = ", ".join(
            dict.fromkeys(currency_of[key] for key in judged.keys if key in currency_of)
        )
        if judged.instalments:
            for part in judged.instalments:
                yield _instalment(part, judged, currency=currency)
        else:
            yield _whole(judged, currency=currency)


def _instalment(part: InstalmentState, judged: Judgement, *, currency: str) -> _Line:
    """One instalment; of a plan that has ended the unpaid ones are broken, or lapsed."""
    event, ended = judged.event, judged.failed
    if not part.left:
        state = AGREEMENT_STATES[AgreementState.KEPT]
    elif not part.late:
        state = LAPSED if ended else AGREEMENT_STATES[AgreementState.RUNNING]
    elif ended:
        state = AGREEMENT_STATES[AgreementState.PARTLY if part.paid else AgreementState.BROKEN]
    else:
        state = AGREEMENT_STATES[AgreementState.LATE]
    return _Line(
        day=part.due_on,
        debtor=event.debtor,
        invoice=event.invoice,
        what=INSTALMENT.format(number=part.number, count=len(judged.instalments)),
        state=state,
        going_on=bool(part.left) and not ended,
        ended_on=judged.holds_until if ended else judged.until,
        agreed_on=event.on,
        amount=part.amount,
        paid=part.paid,
        currency=currency,
        by=event.by,
        note=event.note,
    )


def _whole(judged: Judgement, *, currency: str) -> _Line:
    event = judged.event
    return _Line(
        day=judged.until,
        debtor=event.debtor,
        invoice=event.invoice,
        what=_word(event),
        state=AGREEMENT_STATES[judged.state],
        going_on=judged.state is AgreementState.RUNNING,
        ended_on=judged.until,
        agreed_on=event.on,
        amount=judged.promised,
        paid=min(judged.paid, judged.promised),
        currency=currency,
        by=event.by,
        note=event.note,
    )


def _word(event: Event) -> str:
    if event.outcome is Outcome.UNDER_WAY:
        return OUTCOME_WORDS[Outcome.UNDER_WAY]
    return KIND_WORDS[EventKind.PROMISE if promises(event) else event.kind]


def _held(
    events: Iterable[Event], currency_of: Mapping[ItemKey, str], *, today: date
) -> Iterator[_Line]:
    """Blocks, which end by themselves, and disputes, which only somebody closes."""
    for event in events:
        if event.until is None or event.on > today:
            continue
        disputed, over = disputes(event), event.until < today
        late = AGREEMENT_STATES[AgreementState.LATE] if disputed else LAPSED
        yield _Line(
            day=event.until,
            debtor=event.debtor,
            invoice=event.invoice,
            what=KIND_WORDS[EventKind.DISPUTE if disputed else EventKind.BLOCK],
            state=late if over else AGREEMENT_STATES[AgreementState.RUNNING],
            going_on=disputed or not over,
            ended_on=event.until,
            agreed_on=event.on,
            amount=event.amount,
            currency=currency_of.get((event.debtor, event.invoice), "") if event.amount else "",
            by=event.by,
            note=event.note,
        )


def _postponed(result: RunResult, *, today: date) -> Iterator[_Line]:
    """Debtors on the list who get no letter up to a day (Niet aanmanen tot)."""
    for number in dict.fromkeys(item.debtor for item in result.reading.ledger.items):
        debtor = result.reading.ledger.debtor(number)
        if debtor.hold_until and debtor.hold_until >= today:
            yield _Line(
                day=debtor.hold_until,
                debtor=number,
                invoice="",
                what=POSTPONED,
                state=AGREEMENT_STATES[AgreementState.RUNNING],
                going_on=True,
                ended_on=debtor.hold_until,
                note=debtor.hold_reason,
            )


def _row(line: _Line, debtor: Debtor) -> tuple[MarkValue, ...]:
    left = None if line.amount is None or line.paid is None else line.amount - line.paid
    return (
        line.day,
        line.debtor,
        debtor.name,
        debtor.phone,
        line.invoice or WHOLE_DEBTOR,
        line.what,
        line.amount,
        line.paid,
        left,
        line.currency,
        line.state,
        line.agreed_on,
        line.by,
        line.note,
    )
