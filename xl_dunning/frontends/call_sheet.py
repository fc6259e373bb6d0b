"""The sheet Belijst: whom to call today and what to do by hand, with room for what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from xl_dunning.casefile.call_cells import invoices_cell, stages_cell
from xl_dunning.casefile.call_row import FILL_IN, HEADERS
from xl_dunning.casefile.rows import SheetRow
from xl_dunning.casefile.words import OUTCOME_WORDS
from xl_dunning.frontends.call_past import (
    has_wrong_number,
    last_contact,
    last_outcome,
    promises_in,
    promises_text,
)
from xl_dunning.frontends.call_script import Call, script
from xl_dunning.frontends.messages_nl import shown
from xl_dunning.frontends.messages_nl.reasons import ACTIONS
from xl_dunning.frontends.messages_nl.scripts import BY_HAND, CELLS, DAY_PARTS
from xl_dunning.frontends.results import RunResult
from xl_dunning.frontends.todo_rows import TodoRow, todo_rows
from xl_dunning.rules.agreements.call_moment import DayPart, day_part
from xl_dunning.rules.agreements.todo import BROKEN, TodoKind
from xl_dunning.rules.events import Event, standing
from xl_dunning.rules.money import Euro
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Decision
from xl_dunning.sheets.grid import CellValue
from xl_dunning.sheets.marking import DATE_FORMAT, MarkValue, OwnSheet, SheetColumn

NAME = "Belijst"
_WIDTHS = {
    "Actie": 13,
    "Debiteurnummer": 17,
    "Naam": 21,
    "Contactpersoon": 18,
    "Telefoon": 18,
    "Openstaand": 13,
    "Valuta": 8,
    "Facturen": 18,
    "Oudste factuur": 14,
    "Oudste vervaldatum": 13,
    "Dagen te laat": 8,
    "Fase": 14,
    "Laatste contact": 22,
    "Laatste uitkomst": 15,
    "Toegezegd": 22,
    "Wanneer bellen": 16,
    "Belscript": 62,
    "Uitkomst": 16,
    "Datum afspraak": 13,
    "Bedrag": 12,
    "Notitie": 24,
    "Gebeld op": 13,
    "Door": 9,
    "Belijst van": 12,
}
_AMOUNT_FORMAT = "#,##0.00"
"""Without a sign: the currency stands beside it."""
_FORMATS = {
    **dict.fromkeys(("Openstaand", "Bedrag"), _AMOUNT_FORMAT),
    **dict.fromkeys(
        ("Oudste vervaldatum", "Datum afspraak", "Gebeld op", "Belijst van"), DATE_FORMAT
    ),
    "Dagen te laat": "0",
}
COLUMNS = tuple(
    SheetColumn(
        header=header,
        width=_WIDTHS[header],
        format=_FORMATS.get(header, ""),
        choices=tuple(OUTCOME_WORDS.values()) if header == "Uitkomst" else (),
        wrap=header not in _FORMATS,
        to_fill=header in FILL_IN,
    )
    for header in HEADERS
)
FROZEN = HEADERS.index("Telefoon") + 1
"""Columns that tell who it is: on the screen they stay in view beside the script."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """What the user must do herself for one debtor, in one currency: a call, or another action."""

    action: Action
    call: Call


def order(todo: ToDo) -> tuple[bool, bool, Euro, str, str, Action]:
    """Sorts the list by what is at stake: broken promises, then calls, the largest total first."""
    call = todo.call
    return (
        call.broken is None,
        todo.action is not Action.CALL,
        -call.total,
        call.debtor.number,
        call.currency,
        todo.action,
    )


def call_sheet(result: RunResult) -> OwnSheet:
    """Per debtor what the user must do herself, below the rows that she typed wrong last time."""
    todos = sorted(_todos(result), key=order)
    besides = [row for row in todo_rows(result) if not _is_called_for(row, todos)]
    first = [row for row in besides if row.todo.kind in BROKEN]
    rest = [row for row in besides if row.todo.kind not in BROKEN]
    events = _events(result)
    return OwnSheet(
        name=NAME,
        title=f"{NAME} van {shown(result.reference_date)}",
        columns=COLUMNS,
        rows=(
            *(_as_typed(row) for row in result.calls_not_taken),
            *(_besides(row, result, events) for row in first),
            *(_row(todo, result.reference_date) for todo in todos),
            *(_besides(row, result, events) for row in rest),
        ),
        frozen=FROZEN,
        pages_wide=2,
    )


def _todos(result: RunResult) -> list[ToDo]:
    """The items that wait for the user, per debtor, currency and kind of action."""
    groups: dict[tuple[str, str, Action], dict[int, Decision]] = defaultdict(dict)
    for decision in (*result.proposal.calls, *result.proposal.decisions):
        stage, item = decision.next_stage, decision.item
        if stage is None or not decision.due_now or stage.action is Action.LETTER:
            continue
        if item.ref not in result.passed_over:
            groups[item.debtor, item.currency, stage.action][item.ref] = decision
    events = _events(result)
    return [
        ToDo(
            action=action,
            call=_call(result, tuple(decisions.values()), tuple(events.get(debtor, ()))),
        )
        for (debtor, _, action), decisions in groups.items()
    ]


def _events(result: RunResult) -> Mapping[str, Sequence[Event]]:
    """The standing events of each debtor, oldest first."""
    events: dict[str, list[Event]] = defaultdict(list)
    for event in standing(result.log):
        events[event.debtor].append(event)
    return events


def _is_called_for(row: TodoRow, todos: Sequence[ToDo]) -> bool:
    """Whether a broken promise is what a call of today is about already."""
    return row.todo.kind is TodoKind.PROMISE_BROKEN and any(
        todo.action is Action.CALL
        and todo.call.debtor.number == row.debtor
        and set(row.invoices) <= set(todo.call.invoices)
        for todo in todos
    )


def _besides(
    row: TodoRow, result: RunResult, events: Mapping[str, Sequence[Event]]
) -> tuple[MarkValue, ...]:
    """What is to be done besides the steps of the policy; a call where the phone can mend it."""
    about = tuple(events.get(row.debtor, ()))
    text = row.text
    if row.todo.kind in BROKEN and row.invoices:
        by_key = {decision.item.key: decision for decision in result.proposal.decisions}
        members = [by_key[row.debtor, invoice] for invoice in row.invoices]
        text = f"{text}\n\n{script(_call(result, members, about))}"
    cells: dict[str, MarkValue] = {
        "Actie": row.action,
        "Debiteurnummer": row.debtor,
        "Naam": row.name,
        "Contactpersoon": row.contact,
        "Telefoon": row.phone,
        "Openstaand": row.amount,
        "Valuta": row.currency,
        "Facturen": invoices_cell(row.invoices),
        "Oudste factuur": row.invoices[0] if row.invoices else None,
        "Oudste vervaldatum": row.oldest_due_date,
        "Dagen te laat": row.days_overdue,
        "Laatste contact": last_contact(about),
        "Laatste uitkomst": last_outcome(about),
        "Toegezegd": promises_text(
            about, currency=row.currency, reference_date=result.reference_date
        ),
        "Belscript": text,
        "Belijst van": result.reference_date,
    }
    return tuple(cells.get(header) for header in HEADERS)


def _call(result: RunResult, decisions: Sequence[Decision], events: tuple[Event, ...]) -> Call:
    item = decisions[0].item
    invoices = {decision.item.invoice for decision in decisions}
    broken = promises_in(
        event
        for event in result.broken_promises
        if event.debtor == item.debtor and event.invoice in ("", *invoices)
    )
    return Call(
        company=result.settings.creditor.name,
        debtor=result.reading.ledger.debtor(item.debtor),
        currency=item.currency,
        decisions=tuple(sorted(decisions, key=_age)),
        events=events,
        law=result.settings.jurisdiction,
        broken=max(broken, key=lambda promise: promise.until, default=None),
    )


def _age(decision: Decision) -> tuple[date, str]:
    return decision.item.due_date or date.max, decision.item.invoice


def _row(todo: ToDo, today: date) -> tuple[MarkValue, ...]:
    call = todo.call
    oldest, debtor = call.decisions[0].item, call.debtor
    is_call = todo.action is Action.CALL
    cells: dict[str, MarkValue] = {
        "Actie": ACTIONS[todo.action],
        "Debiteurnummer": debtor.number,
        "Naam": debtor.name,
        "Contactpersoon": debtor.contact,
        "Telefoon": debtor.phone,
        "Openstaand": call.total,
        "Valuta": call.currency,
        "Facturen": invoices_cell(call.invoices),
        "Oudste factuur": oldest.invoice,
        "Oudste vervaldatum": oldest.due_date,
        "Dagen te laat": call.days_late,
        "Fase": stages_cell(_stages(call)),
        "Laatste contact": last_contact(call.events),
        "Laatste uitkomst": last_outcome(call.events),
        "Toegezegd": promises_text(call.events, currency=call.currency, reference_date=today),
        "Wanneer bellen": _when(call) if is_call else None,
        "Belscript": script(call) if is_call else BY_HAND.get(todo.action),
        "Belijst van": today,
    }
    return tuple(cells.get(header) for header in HEADERS)


def _stages(call: Call) -> Mapping[str, str]:
    return {
        decision.item.invoice: decision.next_stage.key
        for decision in call.decisions
        if decision.next_stage
    }


def _when(call: Call) -> str:
    """The part of the day, the latest that any of the invoices asks for; or what comes first."""
    if not call.debtor.phone:
        return CELLS["no number"]
    if has_wrong_number(call.events):
        return CELLS["wrong number"]
    order_of_day = list(DayPart)
    parts = [
        day_part((event for event in call.events if event.invoice in ("", invoice)), stage=stage)
        for invoice, stage in _stages(call).items()
    ]
    return DAY_PARTS[max(parts, key=order_of_day.index)]


def _as_typed(row: SheetRow) -> tuple[MarkValue, ...]:
    """The cells of a row that could not be taken, for the user to correct."""
    return tuple(_cell(header, row.values.get(header)) for header in HEADERS)


def _cell(header: str, value: CellValue) -> MarkValue:
    if isinstance(value, bool):
        return str(value)
    if _FORMATS.get(header) == "0" and isinstance(value, str) and value.isdecimal():
        return int(value)
    return value
