"""A small world for tests of the rules: a list, a log, and runs that carry letters out.

It records steps exactly as the workflow does, without any file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import Debtor, Ledger, OpenItem
from xl_dunning.rules.money import euro
from xl_dunning.rules.policy import Action, DunningPolicy, Stage
from xl_dunning.rules.proposal import Proposal
from xl_dunning.rules.propose import propose
from xl_dunning.rules.risk.observations import Observation, changes
from xl_dunning.rules.terms import Terms


def weekday(day: date) -> bool:
    """A calendar without holidays: Monday to Friday."""
    return day.weekday() < 5


def letter(key: str, after: int, **more: object) -> Stage:
    """A letter stage that asks to pay at once, so that only the other clocks matter."""
    defaults: dict[str, object] = {"pay_within": 0, "template": "herinnering"}
    return Stage(
        key=key,
        title=key.capitalize(),
        action=Action.LETTER,
        after=after,
        **{**defaults, **more},  # type: ignore[arg-type]
    )


def call(key: str, after: int, *, skip_after: int = 0) -> Stage:
    """A call stage."""
    return Stage(
        key=key, title=key.capitalize(), action=Action.CALL, after=after, skip_after=skip_after
    )


def policy(*stages: Stage, name: str = "proef", **more: object) -> DunningPolicy:
    """A policy without minimum interval, unless the test gives one."""
    defaults: dict[str, object] = {"minimum_interval": 0}
    return DunningPolicy(name=name, title=name, stages=stages, **{**defaults, **more})  # type: ignore[arg-type]


def item(invoice: str, due: date | None, amount: str = "100.00", **more: object) -> OpenItem:
    """An open item of debtor 1, unless the test says otherwise."""
    defaults: dict[str, object] = {"ref": hash(invoice), "debtor": "1"}
    return OpenItem(invoice=invoice, due_date=due, open=euro(amount), **{**defaults, **more})  # type: ignore[arg-type]


def reachable(number: str, **more: object) -> Debtor:
    """A debtor with a name and an address."""
    return Debtor(number=number, name="Naam", address="Straat 1", city="Plaats", **more)  # type: ignore[arg-type]


@dataclass
class World:
    """A list with its log; ``run`` does on a day what a run does."""

    policy: DunningPolicy
    items: list[OpenItem]
    debtors: dict[str, Debtor] = field(default_factory=dict)
    log: list[Event] = field(default_factory=list)
    run_days: list[date] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    terms: dict[str, object] = field(default_factory=dict)
    _ids: count[int] = field(default_factory=count)

    def propose(self, day: date) -> Proposal:
        """What a run on that day would do."""
        return propose(
            self.ledger,
            self.log,
            reference_date=day,
            terms=Terms(policy=self.policy, is_working_day=weekday, **self.terms),  # type: ignore[arg-type]
            earlier_runs=self.run_days,
            observations=self.observations,
        )

    @property
    def ledger(self) -> Ledger:
        """The list with its debtors, all of whom can be reached unless the test says otherwise."""
        known = {number: reachable(number) for number in {item.debtor for item in self.items}}
        return Ledger(items=tuple(self.items), debtors={**known, **self.debtors})

    def run(self, day: date) -> dict[str, str]:
        """Carry the proposal out; returns invoice to the stage that was carried out."""
        proposal = self.propose(day)
        run = f"{day.isoformat()}-{len(self.run_days) + 1}"
        self.log += proposal.imported
        done: dict[str, str] = {}
        for notice in proposal.notices:
            about = notice.arrangement.event if notice.arrangement else ""
            # A letter about no item at all is recorded once, for the debtor.
            for decision in notice.decisions or (None,):
                stage = decision.next_stage.key if decision and decision.next_stage else ""
                self.record(
                    EventKind.LETTER,
                    day,
                    invoice=decision.item.invoice if decision else "",
                    debtor=notice.debtor.number,
                    stage=stage,
                    pay_by=notice.pay_by,
                    channel=notice.channel,
                    document=f"{notice.stage.key} {notice.debtor.number}.docx",
                    run=run,
                    template=notice.stage.template,
                    about=about,
                )
                if decision and stage:
                    done[decision.item.invoice] = stage
        for decision in proposal.passed_over:
            assert decision.next_stage
            self.record(
                EventKind.PASSED_OVER,
                day,
                invoice=decision.item.invoice,
                debtor=decision.item.debtor,
                stage=decision.next_stage.key,
                run=run,
            )
        self.observations += changes(self.observations, self.ledger, on=day, run=run)
        self.run_days.append(day)
        return done

    def letters(self, day: date) -> list[str]:
        """The templates of the letters that a run on that day would make, with their invoices."""
        return [
            " ".join((notice.stage.template, *(each.item.invoice for each in notice.decisions)))
            for notice in self.propose(day).notices
        ]

    def record(self, kind: EventKind, on: date, *, debtor: str = "1", **more: object) -> Event:
        """Add an event to the log."""
        number = next(self._ids)
        event = Event(
            id=f"e{number}",
            on=on,
            debtor=debtor,
            kind=kind,
            sequence=number,
            **more,  # type: ignore[arg-type]
        )
        self.log.append(event)
        return event

    def void(self, events: Iterable[Event], on: date) -> None:
        """Take events back."""
        for event in tuple(events):
            self.record(EventKind.VOID, on, debtor=event.debtor, voids=event.id)

    def pay(self, invoice: str, amount: str) -> None:
        """The list of next time shows the payment."""
        self.items = [
            replace(item, open=item.open - euro(amount))
            if item.invoice == invoice and item.open is not None
            else item
            for item in self.items
        ]

    def reasons(self, day: date) -> dict[str, str]:
        """Invoice to the reason code of that day."""
        return {
            decision.item.invoice: decision.reason.value for decision in self.propose(day).decisions
        }

    def steps(self, invoice: str) -> Sequence[str]:
        """The stages carried out for an invoice, voided ones left out."""
        gone = {event.voids for event in self.log if event.kind is EventKind.VOID}
        return [
            event.stage
            for event in self.log
            if event.invoice == invoice and event.stage and event.id not in gone
        ]
