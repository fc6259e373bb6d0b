"""Simulated portfolios of which the truth is known: who answers to what, and when who pays.

Every debtor is of one type. Runs look at the list once a week; what they see, and the steps they
take, comes out as observations and events, exactly as the case file keeps them.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.rules.world import World, call, letter, policy, reachable
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import Euro, euro
from xl_dunning.rules.policy import Action, Stage
from xl_dunning.rules.risk.attempts import CALL
from xl_dunning.rules.risk.observations import Observation

TODAY = date(2026, 11, 20)
"""A Friday; every run before it was on a Friday too."""
FIRST_RUN = TODAY - timedelta(weeks=104)
PLAN = Stage(key="regeling", title="Regeling", action=Action.PROPOSE_PLAN, after=45)
RULES = policy(
    letter("herinnering", 3), call("bellen", 24), PLAN, letter("sommatie", 66), minimum_interval=7
)
STEPS = ("herinnering", CALL, "regeling", "sommatie")
"""What each stage is counted under, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A type of debtor: the chance that he pays within fourteen days after each kind of step."""

    name: str
    answers: Mapping[str, float]
    in_time: float = 0.3
    """The share of invoices that he pays before any step."""


KINDS = (
    Kind(
        name="forgets",
        answers={"herinnering": 0.85, CALL: 0.55, "regeling": 0.1, "sommatie": 0.45},
    ),
    Kind(
        name="likes a call",
        answers={"herinnering": 0.2, CALL: 0.8, "regeling": 0.25, "sommatie": 0.3},
    ),
    Kind(
        name="short of money",
        answers={"herinnering": 0.1, CALL: 0.2, "regeling": 0.7, "sommatie": 0.15},
        in_time=0.1,
    ),
    Kind(
        name="waits for the last letter",
        answers={"herinnering": 0.1, CALL: 0.1, "regeling": 0.1, "sommatie": 0.7},
        in_time=0.05,
    ),
)


@dataclass
class Past:
    """A history with its truth."""

    kinds: dict[str, Kind]
    """Debtor number to his type."""
    observations: list[Observation] = field(default_factory=list)
    log: list[Event] = field(default_factory=list)

    def see(self, on: date, debtor: str, invoice: str, due: date, left: Euro | None) -> None:
        """What a run saw."""
        self.observations.append(
            Observation(
                on=on,
                debtor=debtor,
                invoice=invoice,
                open=left,
                due_date=due,
                invoice_date=due - timedelta(days=30),
                amount=euro(100),
            )
        )

    def take(self, on: date, debtor: str, invoice: str, stage: Stage) -> None:
        """A step that was carried out."""
        kind = EventKind.CALL if stage.action is Action.CALL else EventKind.LETTER
        number = len(self.log)
        self.log.append(
            Event(
                id=f"e{number}",
                on=on,
                debtor=debtor,
                invoice=invoice,
                kind=kind,
                stage=stage.key,
                sequence=number,
            )
        )


def run_on_or_after(day: date) -> date:
    """The first Friday from that day on."""
    return day + timedelta(days=(4 - day.weekday()) % 7)


def past_of_steps(
    dice: random.Random,
    *,
    debtors: int,
    invoices: tuple[int, int],
    kinds: Sequence[Kind] = KINDS,
) -> Past:
    """Two years in which every invoice went along the stages until it was paid.

    Each debtor has a number of invoices between the two ``invoices``, spread over the two years.
    """
    past = Past(kinds={str(number): dice.choice(kinds) for number in range(debtors)})
    for debtor, kind in past.kinds.items():
        for number in range(dice.randint(*invoices)):
            due = FIRST_RUN + timedelta(days=dice.randint(10, 610))
            _one_invoice(past, dice, (debtor, f"{debtor}-{number}"), due, kind)
    past.observations.sort(key=lambda seen: seen.on)
    return past


def _one_invoice(
    past: Past, dice: random.Random, key: tuple[str, str], due: date, kind: Kind
) -> None:
    debtor, invoice = key
    past.see(run_on_or_after(due - timedelta(days=30)), debtor, invoice, due, euro(100))
    paid = due - timedelta(days=dice.randint(0, 9))
    if dice.random() >= kind.in_time:
        for stage, step in zip(RULES.stages, STEPS, strict=True):
            taken = run_on_or_after(due + timedelta(days=stage.after))
            if taken > TODAY:
                return
            past.take(taken, debtor, invoice, stage)
            paid = taken + timedelta(days=dice.randint(1, 14))
            if dice.random() < kind.answers[step]:
                break
        else:
            paid = due + timedelta(days=150)
    if run_on_or_after(paid) <= TODAY:
        past.see(run_on_or_after(paid), debtor, invoice, due, None)


def waiting_for_the_last_letter(past: Past) -> World:
    """Today each debtor has one more invoice, for which only the last letter is left; all have a
    telephone.
    """
    due = TODAY - timedelta(days=80)
    world = World(RULES, [])
    for debtor in past.kinds:
        world.debtors[debtor] = reachable(debtor, phone="020-1234567")
        world.items.append(_item(debtor, due))
        for stage in RULES.stages[:-1]:
            past.take(
                run_on_or_after(due + timedelta(days=stage.after)), debtor, f"nu-{debtor}", stage
            )
        past.see(run_on_or_after(due - timedelta(days=30)), debtor, f"nu-{debtor}", due, euro(100))
    past.observations.sort(key=lambda seen: seen.on)
    world.log = past.log
    return world


def _item(debtor: str, due: date) -> OpenItem:
    return OpenItem(
        ref=int(debtor), debtor=debtor, invoice=f"nu-{debtor}", due_date=due, open=euro(100)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast a type of debtor pays: days late are spread around a middle, some much later."""

    name: str
    middle: float
    spread: float
    forgotten: float = 0.0
    """The share of invoices that comes some 100 days later still."""

    def days_late(self, dice: random.Random) -> int:
        """The days after the due date of one payment; negative when it comes early."""
        late = dice.gauss(self.middle, self.spread)
        return round(late + (dice.expovariate(1 / 100) if dice.random() < self.forgotten else 0))


PACES = (
    Pace(name="in time", middle=-4, spread=4, forgotten=0.02),
    Pace(name="a week late", middle=8, spread=5, forgotten=0.03),
    Pace(name="a month late", middle=30, spread=12, forgotten=0.05),
    Pace(name="whenever", middle=50, spread=35, forgotten=0.2),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StillOpen:
    """An invoice that is open today, and the day on which a run will see that it was paid."""

    debtor: str
    invoice: str
    due_date: date
    seen_paid_on: date


def past_of_payments(
    dice: random.Random,
    *,
    debtors: int,
    invoices: tuple[int, int],
    paces: Sequence[Pace] = PACES,
    exact: bool = False,
) -> tuple[Past, list[StillOpen]]:
    """Two years of payments without any step, and what is still open today.

    The first run finds invoices in the list that were due long before. With ``exact`` every
    payment stands in the log too.
    """
    past = Past(kinds={})
    waiting: list[StillOpen] = []
    for debtor in map(str, range(debtors)):
        pace = dice.choice(paces)
        for number in range(dice.randint(*invoices)):
            invoice = f"{debtor}-{number}"
            due = FIRST_RUN + timedelta(days=dice.randint(-120, 750))
            paid = due + timedelta(days=pace.days_late(dice))
            sight = max(run_on_or_after(due - timedelta(days=30)), FIRST_RUN)
            gone = paid if exact else run_on_or_after(paid)
            if run_on_or_after(paid) <= sight or sight > TODAY:
                continue
            past.see(sight, debtor, invoice, due, euro(100))
            if gone > TODAY:
                waiting.append(
                    StillOpen(debtor=debtor, invoice=invoice, due_date=due, seen_paid_on=gone)
                )
                continue
            past.see(run_on_or_after(paid), debtor, invoice, due, None)
            if exact:
                past.log.append(
                    Event(
                        id=invoice,
                        on=paid,
                        debtor=debtor,
                        invoice=invoice,
                        kind=EventKind.PAYMENT,
                        amount=euro(100),
                    )
                )
    past.observations.sort(key=lambda seen: seen.on)
    return past, waiting
