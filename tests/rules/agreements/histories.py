"""Random histories of a small company: what happens on which day, and the days of its runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.rules.world import World, call, item, letter, policy
from xl_dunning.rules.events import Event, EventKind, Instalment, Outcome
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import Euro, euro
from xl_dunning.rules.policy import Action, Charge, DunningPolicy, Stage, SuspensionRule

START = date(2026, 1, 5)
LAST = 90
"""The last day of a history, counted from START, a Monday."""
INVOICES = ("F0", "F1", "F2")
_STEP = Stage(key="stop", title="Stop", action=Action.SUSPEND, after=12)
POLICIES = (
    policy(
        letter("een", 1, pay_within=7),
        letter("twee", 8, charge=Charge.INTEREST_AND_COSTS),
        minimum_interval=7,
        confirm=True,
        suspension=SuspensionRule(after=10, amount=euro("100"), later_unpaid=1, notice=5),
    ),
    policy(
        letter("een", 3),
        call("bellen", 10, skip_after=4),
        _STEP,
        letter("twee", 20, pay_within=8),
        letter("drie", 30),
        minimum_interval=5,
        correction_days=1,
        plan_grace=3,
        suspension=SuspensionRule(after=8, notice=4),
    ),
    policy(
        call("bellen", 0),
        letter("een", 2, end_of_month=True),
        letter("twee", 40, wait=3),
        confirm=True,
    ),
)


def on(number: int) -> date:
    """The day of a history."""
    return START + timedelta(days=number)


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody does on a day: an event, or a payment that the list shows from then on."""

    day: int
    kind: EventKind | None
    """None: a payment in the list."""
    invoice: str
    amount: Euro | None = None
    length: int = 0
    more: Mapping[str, object] = field(default_factory=dict)

    def __call__(self, world: World) -> None:
        """Do it."""
        if self.kind is None:
            world.pay(self.invoice or "F0", str(self.amount or 60))
            return
        ends: dict[str, object] = {"until": on(self.day + self.length)} if self.length else {}
        world.record(
            self.kind,
            on(self.day),
            invoice=self.invoice,
            amount=self.amount,
            **{**ends, **self.more},  # type: ignore[arg-type]
        )


amounts = st.sampled_from(["25.00", "100.00", "180.00", "400.00"]).map(euro)
lengths = st.integers(min_value=1, max_value=25)
days = st.integers(min_value=0, max_value=60)
invoices = st.sampled_from(["", *INVOICES])


@st.composite
def items(draw: st.DrawFn) -> list[OpenItem]:
    """Three to six invoices and credits of two debtors; debtor 1 has F0, F1 and F2."""
    count = draw(st.integers(min_value=3, max_value=6))
    found: list[OpenItem] = []
    for number in range(count):
        due = START + timedelta(days=draw(st.integers(min_value=-20, max_value=40)))
        amount = draw(st.integers(min_value=-15_000, max_value=60_000).filter(bool))
        listed = item(f"F{number}", due, str(euro(amount) / 100), ref=number)
        found.append(
            replace(
                listed,
                debtor="1" if number < len(INVOICES) else "2",
                amount=draw(st.sampled_from([None, listed.open])),
                invoice_date=draw(st.sampled_from([None, due - timedelta(days=14)])),
                disputed=draw(st.integers(0, 14)) == 0,
                currency=draw(st.sampled_from(["EUR", "EUR", "EUR", "USD"])),
            )
        )
    return found


@st.composite
def deeds(draw: st.DrawFn) -> Deed:
    """One deed: a call, an agreement, an objection, a payment or a suspension."""
    day, invoice = draw(days), draw(invoices)
    amount, length = draw(st.none() | amounts), draw(lengths)
    kind = draw(st.sampled_from([*_MAKERS]))
    return _MAKERS[kind](draw, day, invoice, amount, length)


def _call(draw: st.DrawFn, day: int, invoice: str, amount: Euro | None, length: int) -> Deed:
    outcome = draw(st.sampled_from(Outcome))
    stage = draw(st.sampled_from(["", "bellen", "bellen"]))
    needs = outcome is Outcome.PROMISED or draw(st.booleans())
    told = amount if outcome in (Outcome.PROMISED, Outcome.DISPUTED) else None
    more = {"outcome": outcome, "stage": stage}
    return Deed(day, EventKind.CALL, invoice, told, length if needs else 0, more)


def _plan(draw: st.DrawFn, day: int, invoice: str, amount: Euro | None, length: int) -> Deed:
    count = draw(st.integers(min_value=1, max_value=3))
    apart = draw(st.sampled_from([5, 14]))
    parts = tuple(
        Instalment(due_on=on(day + length + apart * part), amount=amount or euro("50"))
        for part in range(count)
    )
    return Deed(day, EventKind.PLAN, invoice, more={"schedule": parts, "until": parts[-1].due_on})


def _plain(kind: EventKind | None, *, ends: bool = True, pays: bool = True) -> _Maker:
    def made(_: st.DrawFn, day: int, invoice: str, amount: Euro | None, length: int) -> Deed:
        return Deed(day, kind, invoice, amount if pays else None, length if ends else 0)

    return made


_Maker = Callable[[st.DrawFn, int, str, Euro | None, int], Deed]
_MAKERS: dict[str, _Maker] = {
    "call": _call,
    "promise": _plain(EventKind.PROMISE),
    "plan": _plan,
    "open plan": _plain(EventKind.PLAN, pays=False),
    "settlement": _plain(EventKind.SETTLEMENT),
    "dispute": _plain(EventKind.DISPUTE),
    "closed": _plain(EventKind.DISPUTE_CLOSED, ends=False, pays=False),
    "block": _plain(EventKind.BLOCK, pays=False),
    "unblock": _plain(EventKind.UNBLOCK, ends=False, pays=False),
    "suspension": _plain(EventKind.SUSPENSION, ends=False, pays=False),
    "resume": _plain(EventKind.RESUME, ends=False, pays=False),
    "handover": _plain(EventKind.HANDOVER, ends=False, pays=False),
    "instalment": _plain(EventKind.INSTALMENT, ends=False),
    "paid": _plain(None, ends=False),
    "paid again": _plain(None, ends=False),
}


@st.composite
def histories(draw: st.DrawFn) -> History:
    """A company with all that happens in it."""
    return History(
        policy=draw(st.sampled_from(POLICIES)),
        items=draw(items()),
        deeds=sorted(draw(st.lists(deeds(), max_size=8)), key=lambda deed: deed.day),
        runs=sorted(draw(st.sets(st.integers(0, LAST), min_size=1, max_size=12))),
        voids=draw(st.sets(st.integers(0, 7), max_size=2)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A policy, a list, deeds by day, days of runs, and which deeds are taken back in the end."""

    policy: DunningPolicy
    items: list[OpenItem]
    deeds: list[Deed]
    runs: list[int]
    voids: set[int] = field(default_factory=set)

    def world(self) -> World:
        """The company before anything happened."""
        return World(self.policy, list(self.items))

    def play(self, world: World, run: Callable[[World, date], object] | None = None) -> World:
        """Let everything happen up to the last run; ``run`` is done instead of a plain run."""
        made: list[Event] = []
        for number in range(LAST + 1):
            for deed in (each for each in self.deeds if each.day == number):
                known = len(world.log)
                deed(world)
                made += world.log[known:]
            if number in self.runs:
                (run or World.run)(world, on(number))
            if number == LAST // 2:
                world.void([made[at] for at in self.voids if at < len(made)], on(number))
        return world
