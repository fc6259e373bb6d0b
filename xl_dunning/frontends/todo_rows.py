"""What the user is to do besides the steps of the policy, as rows for the Belijst."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xl_dunning.frontends.messages_nl import amount, shown
from xl_dunning.frontends.messages_nl.agreements import (
    TODO_ACTIONS,
    TODO_PARTS,
    TODO_SENTENCES,
)
from xl_dunning.frontends.results import RunResult
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.agreements.todo import Todo
from xl_dunning.rules.findings import Detail
from xl_dunning.rules.ledger import ItemKey
from xl_dunning.rules.proposal import Decision, Notice


@dataclass(frozen=True, slots=True, kw_only=True)
class TodoRow:
    """One thing to do, with all that a row of the Belijst holds about it."""

    todo: Todo
    action: str
    """One or two Dutch words, as in column Actie."""
    name: str
    contact: str
    phone: str
    amount: Decimal
    """Open of those invoices, in the currency of the row."""
    currency: str
    invoices: tuple[str, ...]
    """The oldest due date first; none where a delivery is to be resumed."""
    oldest_due_date: date | None
    days_overdue: int
    """Of the oldest of these invoices; 0 up to and including its due date."""
    text: str
    """What is the matter and what to do, in Dutch."""

    @property
    def debtor(self) -> str:
        """The debtor's number."""
        return self.todo.debtor


def todo_rows(result: RunResult) -> tuple[TodoRow, ...]:
    """One row per thing to do: broken agreements and late instalments first, then the rest."""
    by_key = {decision.item.key: decision for decision in result.proposal.decisions}
    letters: dict[str, list[Notice]] = defaultdict(list)
    for notice in result.proposal.notices:
        letters[notice.debtor.number].append(notice)
    return tuple(
        _row(todo, result, by_key=by_key, letters=letters.get(todo.debtor, ()))
        for todo in result.proposal.todos
    )


def _row(
    todo: Todo,
    result: RunResult,
    *,
    by_key: Mapping[ItemKey, Decision],
    letters: Sequence[Notice],
) -> TodoRow:
    debtor = result.reading.ledger.debtor(todo.debtor)
    about = [by_key[todo.debtor, invoice] for invoice in todo.invoices]
    return TodoRow(
        todo=todo,
        action=TODO_ACTIONS[todo.kind],
        name=debtor.name,
        contact=debtor.contact,
        phone=debtor.phone,
        amount=todo.amount,
        currency=todo.currency,
        invoices=todo.invoices,
        oldest_due_date=min(
            (one.item.due_date for one in about if one.item.due_date), default=None
        ),
        days_overdue=max((one.days_overdue for one in about), default=0),
        text=todo_text(todo, letters=letters),
    )


def todo_text(todo: Todo, *, letters: Sequence[Notice] = ()) -> str:
    """What is the matter and what to do; ``letters`` are those that this run makes for him."""
    details = todo.details
    variant = details.get("kind")
    today = [
        notice
        for notice in letters
        if any(decision.item.invoice in todo.invoices for decision in notice.decisions)
    ]
    # The reminder of an instalment gives a later day than the plan did.
    reminded = any(notice.stage.template == SideLetter.INSTALMENT_REMINDER for notice in today)
    parts = {
        "received": _part("received.part" if details.get("paid") else "received.nothing", todo),
        "again": _part("again", todo) if _number(details, "times") > 1 else "",
        "by": _part("by", todo) if details.get("by") else "",
        "ends": _part("ends", todo) if details.get("last") and not reminded else "",
    }
    texts = [
        _filled(
            TODO_SENTENCES[f"{todo.kind}.{variant}" if variant else todo.kind.value],
            {**_shown(todo), **parts},
        )
    ]
    if today:
        part = TODO_PARTS["letter" if len(today) == 1 else "letters"]
        titles = "” en “".join(notice.stage.title for notice in today)
        texts.append(part.format(letters=titles, pay_by=shown(today[0].pay_by)))
    return " ".join(texts)


def _part(name: str, todo: Todo) -> str:
    return _filled(TODO_PARTS[name], _shown(todo))


def _filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its gaps filled; one that holds nothing leaves no blank behind."""
    return text.format_map(values).replace("  ", " ").strip()


def _shown(todo: Todo) -> dict[str, str]:
    return {
        name: amount(value, todo.currency) if isinstance(value, Decimal) else shown(value)
        for name, value in todo.details.items()
    }


def _number(details: Mapping[str, Detail], name: str) -> int:
    value = details.get(name)
    return value if isinstance(value, int) else 0
