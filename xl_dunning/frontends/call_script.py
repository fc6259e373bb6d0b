"""The text for the phone: what fits this debtor, these invoices and what was said before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xl_dunning.frontends.call_past import LetterBefore, Past, Promise, past_of, promises_in
from xl_dunning.frontends.messages_nl import amount, shown
from xl_dunning.frontends.messages_nl.scripts import SCRIPT
from xl_dunning.letters.address import contact_name
from xl_dunning.letters.dutch import DUTCH
from xl_dunning.letters.greeting import greeting
from xl_dunning.letters.text import enumerated, one_line
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.ledger import Debtor, DebtorKind
from xl_dunning.rules.money import Euro, total
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Decision

_FEW = 3
"""As many invoices as can be named in one breath."""
_TOLD_AHEAD: Mapping[Action, str] = {
    Action.SUSPEND: "next.suspend",
    Action.HANDOVER: "next.handover",
}

_TAKEN_TODAY = (Action.CALL, Action.LETTER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call: whom, about what, and all that is known of before."""

    company: str
    """The user's own company; may be empty."""
    debtor: Debtor
    currency: str
    decisions: tuple[Decision, ...]
    """The items to call about, oldest due first; at least one."""
    events: tuple[Event, ...]
    """The standing events of the debtor, oldest first."""
    law: str = "nl"
    broken: Promise | None = None
    """A promise whose day passed without the money."""

    @property
    def invoices(self) -> tuple[str, ...]:
        """The invoice numbers, oldest due first."""
        return tuple(decision.item.invoice for decision in self.decisions)

    @property
    def total(self) -> Euro:
        """What is open of these invoices together."""
        return total(decision.item.open for decision in self.decisions if decision.item.open)

    @property
    def days_late(self) -> int:
        """Days that the oldest of them is overdue; 0 on its due date."""
        return max(decision.days_overdue for decision in self.decisions)

    @property
    def kind(self) -> DebtorKind:
        """Consumer or business; who is unknown is spoken to as a consumer."""
        return self.debtor.kind or DebtorKind.CONSUMER

    @property
    def next_action(self) -> Action | None:
        """What the policy has after this call, when that is the same for all the invoices."""
        actions = {self._after(decision) for decision in self.decisions}
        return actions.pop() if len(actions) == 1 else None

    def _after(self, decision: Decision) -> Action | None:
        stages = decision.policy.stages_for(self.debtor.kind, self.law)
        keys = [stage.key for stage in stages]
        if decision.next_stage is None or decision.next_stage.key not in keys:
            return None
        # A call besides the steps of the policy comes before the next of them, not in its place;
        # a letter that is due, goes out today.
        taken = decision.due_now and decision.next_stage.action in _TAKEN_TODAY
        following = stages[keys.index(decision.next_stage.key) + taken :]
        return following[0].action if following else None


def script(call: Call) -> str:
    """Five lines of one or two short sentences: hello, about what, the question, the offer, bye."""
    past = past_of(call.events, call.invoices, call.decisions[0].policy)
    lines = (
        (_hello(call),),
        (_about(call), _history(call, past)),
        (_question(call, past), SCRIPT["when"]),
        (_plan(call, past), _next_step(call)),
        (SCRIPT[f"bye.{call.kind}"],),
    )
    return "\n".join(" ".join(part for part in line if part) for line in lines if any(line))


def _hello(call: Call) -> str:
    company, name = one_line(call.company), _person(call)
    key = f"person.{call.kind}"
    person = SCRIPT[key if name else f"{key}.unknown"].format(name=name)
    return SCRIPT["hello" if company else "hello.unnamed"].format(company=company, person=person)


def _person(call: Call) -> str:
    """The person to ask for; nothing when it is a department, or unknown."""
    contact = contact_name(call.debtor.contact)
    if contact.islower() or greeting(call.debtor) == DUTCH.dear_unknown:
        contact = ""
    return contact or (one_line(call.debtor.name) if call.kind is DebtorKind.CONSUMER else "")


def _about(call: Call) -> str:
    invoices = [one_line(invoice) for invoice in call.invoices]
    size = "one" if len(invoices) == 1 else "few" if len(invoices) <= _FEW else "many"
    about = SCRIPT[f"about.{size}"].format(
        numbers=enumerated(invoices), count=len(invoices), total=amount(call.total, call.currency)
    )
    due, days = call.decisions[0].item.due_date, call.days_late
    when = "unknown" if due is None else size if days else "today"
    return SCRIPT[f"late.{when}"].format(
        about=about, oldest=invoices[0], due=shown(due), days=_days(days)
    )


def _days(count: int) -> str:
    return SCRIPT["day"] if count == 1 else SCRIPT["days"].format(count=count)


def _history(call: Call, past: Past) -> str:
    """What came before, in one sentence; nothing when this is the first contact."""
    if call.broken:
        return _promised("broken", call.broken, call)
    attempt = past.attempt
    word = "voicemail" if attempt and attempt.outcome is Outcome.VOICEMAIL else "not-reached"
    day = shown(attempt.on) if attempt else ""
    if past.letter:
        tail = SCRIPT[f"attempt.{word}"].format(day=day) if attempt else ""
        return _letter(past.letter, call, tail)
    if past.said:
        return _said(past.said, call)
    return SCRIPT[f"attempt.alone.{word}"].format(day=day) if attempt else ""


def _letter(letter: LetterBefore, call: Call, tail: str) -> str:
    named = [invoice for invoice in call.invoices if invoice in letter.invoices]
    if len(named) == len(call.invoices):
        about = SCRIPT["letter.all"]
    else:
        size = "one" if len(named) == 1 else "few" if len(named) <= _FEW else "many"
        about = SCRIPT[f"letter.{size}"].format(numbers=enumerated([*map(one_line, named)]))
    if letter.on is None:
        return SCRIPT["letter.undated"].format(about=about, attempt=tail)
    kind = DUTCH.letter_names.get(letter.template, SCRIPT["letter.unknown"])
    if letter.kind is EventKind.EMAIL:
        kind = SCRIPT["letter.email"]
    return SCRIPT["letter"].format(day=shown(letter.on), about=about, letter=kind, attempt=tail)


def _said(said: Event, call: Call) -> str:
    if said.kind is EventKind.PLAN:
        return SCRIPT["said.plan"].format(day=shown(said.on))
    if _outcome(said) is not Outcome.PROMISED:
        return SCRIPT[f"said.{said.outcome}"].format(day=shown(said.on))
    about = [event for event in call.events if event.invoice in ("", *call.invoices)]
    (promise,) = promises_in(e for e in about if (e.on, e.until) == (said.on, said.until))
    return _promised("said.promised", promise, call)


def _promised(key: str, promise: Promise, call: Call) -> str:
    told = {"day": shown(promise.on), "until": shown(promise.until)}
    if promise.amount is None:
        return SCRIPT[key].format_map(told)
    sum_ = amount(promise.amount, call.currency)
    return SCRIPT[f"{key}.amount"].format_map({**told, "amount": sum_})


def _outcome(said: Event) -> Outcome | None:
    return Outcome.PROMISED if said.kind is EventKind.PROMISE else said.outcome


def _question(call: Call, past: Past) -> str:
    if call.broken:
        return SCRIPT["why.broken"]
    if past.said:
        agreed = past.said.kind is EventKind.PLAN
        return SCRIPT["why.plan" if agreed else f"why.{_outcome(past.said)}"]
    if not call.days_late:
        return SCRIPT["why.today"]
    several = len(call.invoices) > 1 and call.kind is DebtorKind.BUSINESS
    return SCRIPT[f"why.{call.kind}.many" if several else f"why.{call.kind}"]


def _plan(call: Call, past: Past) -> str:
    """The offer of a plan; not on the due date itself, nor to who has or asked for one already."""
    asked = past.said is not None and (
        past.said.outcome is Outcome.PLAN_ASKED or past.said.kind is EventKind.PLAN
    )
    return "" if asked or not call.days_late else SCRIPT[f"plan.{call.kind}"]


def _next_step(call: Call) -> str:
    """What the policy has next, where the debtor should know; nothing on the due date itself."""
    key = _TOLD_AHEAD.get(call.next_action) if call.next_action else None
    return SCRIPT[key] if key and call.days_late else ""
