"""What a run would do: one decision per item, the letters, the calls. Disposable, never state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from xl_dunning.rules.agreements.states import Arrangement, Judgement, Suspension
from xl_dunning.rules.agreements.todo import Todo
from xl_dunning.rules.events import Channel, Event
from xl_dunning.rules.figures import CostScale
from xl_dunning.rules.findings import Detail, Finding
from xl_dunning.rules.interest import InterestLine
from xl_dunning.rules.ledger import Debtor, OpenItem
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.policy import DunningPolicy, Stage


class Reason(StrEnum):
    """Why an item acts or does not; the names are part of the JSON contract."""

    DUE = "DUE"
    UNREADABLE = "UNREADABLE"
    DUPLICATE_KEY = "DUPLICATE_KEY"
    PAID = "PAID"
    CREDIT_NOTE = "CREDIT_NOTE"
    NOT_DUE = "NOT_DUE"
    DISPUTED = "DISPUTED"
    BLOCKED = "BLOCKED"
    SKIPPED = "SKIPPED"
    PROMISE_RUNNING = "PROMISE_RUNNING"
    PLAN_RUNNING = "PLAN_RUNNING"
    NET_CREDIT = "NET_CREDIT"
    DIRECT_DEBIT = "DIRECT_DEBIT"
    BELOW_MINIMUM = "BELOW_MINIMUM"
    HISTORY_GAP = "HISTORY_GAP"
    TOO_EARLY = "TOO_EARLY"
    LAST_STAGE = "LAST_STAGE"
    NO_CHANNEL = "NO_CHANNEL"


class Clock(StrEnum):
    """Which line of the staging rule decided the earliest day."""

    DUE_DATE = "due_date"
    PREVIOUS_STEP = "previous_step"
    PAY_BY = "pay_by"
    HOLD_END = "hold_end"
    CALL_BACK = "call_back"
    FOLLOW_UP = "follow_up"
    """A letter outside the stages goes out today, and the next step waits for its term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What may be claimed on top of one item on the reference date; amounts in euro."""

    interest: Euro = ZERO
    costs: Euro = ZERO
    """This item's share in the collection costs of its debtor, VAT included."""
    costs_vat: Euro = ZERO
    """The part of ``costs`` that is VAT."""
    lines: tuple[InterestLine, ...] = ()
    default_since: date | None = None
    """First day of default (verzuim), which is the first day that bears interest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charges:
    """What a letter claims or announces on top of the principal; amounts in euro."""

    interest: Euro = ZERO
    """Interest up to and including the reference date, claimed now."""
    costs: Euro = ZERO
    """Collection costs without VAT, claimed now."""
    vat: Euro = ZERO
    """VAT over the costs that are claimed."""
    announced_costs: Euro = ZERO
    """Collection costs that will be due when the term of this letter passes unused."""
    announced_vat: Euro = ZERO
    announced_percent: Decimal | None = None
    """Belgium: the interest in percent a year that will run when the term passes unused."""
    daily_interest: Euro = ZERO
    """What each further day adds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One item on one day: where it stands, what comes next, and why now or why not."""

    item: OpenItem
    policy: DunningPolicy
    days_overdue: int
    """0 up to and including the due date."""
    stage: Stage | None
    """Last step carried out; None when there was none yet."""
    stage_number: int
    stage_on: date | None
    """The day on which that last step was carried out."""
    next_stage: Stage | None
    earliest: date | None
    """First day on which the next step may be taken; None when no day can be named."""
    clock: Clock | None
    reason: Reason
    details: Mapping[str, Detail] = field(default_factory=dict)
    """What the sentence of this reason needs: dates, amounts, notes."""
    owed: Owed = field(default_factory=Owed)
    """Interest and costs that the law allows on the reference date, charged or not."""

    @property
    def due_now(self) -> bool:
        """Whether the next step is to be taken on the reference date."""
        return self.reason is Reason.DUE


@dataclass(frozen=True, slots=True, kw_only=True)
class LatePayment:
    """What a terms letter tells a customer: when to pay, and what it costs to be late.

    Amounts in euro, percentages as they hold on the day for which it was computed. Made by
    ``rules.agreements.payment_terms``.
    """

    term: int
    """Days from the invoice date to the due date."""
    term_most: int | None = None
    """The longest term that the law leaves to businesses; None for a consumer."""
    percent: Decimal | None = None
    """Interest a year; None when none is charged."""
    interest: str = ""
    """Which interest: the key of the law's rate table, or ``agreed``; empty without interest."""
    flat_costs: Euro = ZERO
    """Collection costs from the first day of default, without any letter; only of a business."""
    scale: CostScale | None = None
    """Collection costs once a letter was sent; None when none may be claimed by scale."""
    free_days: int | None = None
    """For a consumer: the days of the letter that must pass unused before any costs are due."""
    vat_percent: Decimal | None = None
    """VAT that is added to the costs; None when none is."""
    example_principal: Euro = ZERO
    example_days: int = 0
    """Days of interest in the example."""
    example_interest: Euro = ZERO
    example_costs: Euro = ZERO
    example_vat: Euro = ZERO

    @property
    def example_total(self) -> Euro:
        """All that the customer of the example would pay."""
        return (
            self.example_principal + self.example_interest + self.example_costs + self.example_vat
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One letter (brief): all due items of one debtor in one language and currency."""

    debtor: Debtor
    currency: str
    stage: Stage
    """The gravest stage among its items; it gives template and tone."""
    decisions: tuple[Decision, ...]
    """The items that rise one step by this letter, in order of due date."""
    credits: tuple[OpenItem, ...]
    """Credit notes and unallocated payments, negative, that are settled in the total."""
    pay_by: date
    """Last day to pay, inclusive; a working day."""
    channel: Channel
    policy: DunningPolicy
    charges: Charges = field(default_factory=Charges)
    law: str = "nl"
    """The jurisdiction (rechtsstelsel) of the creditor: nl or be."""
    arrangement: Arrangement | None = None
    """For a letter outside the stages: the agreement that it is about."""
    late_payment: LatePayment | None = None
    """For a letter about payment terms: what they are."""

    @property
    def items(self) -> tuple[OpenItem, ...]:
        """Everything the letter lists: due items first, then credits."""
        return tuple(decision.item for decision in self.decisions) + self.credits

    @property
    def principal(self) -> Euro:
        """The sum of the items and credits that the letter lists, in its currency."""
        return total(item.open for item in self.items if item.open is not None)

    @property
    def total(self) -> Euro:
        """The one amount that the letter asks for: principal, interest, costs and VAT claimed."""
        charges = self.charges
        return self.principal + charges.interest + charges.costs + charges.vat


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The whole of a run before it is carried out; equal for a dry run and the real one."""

    reference_date: date
    decisions: tuple[Decision, ...]
    """One per item, in the order of the list."""
    notices: tuple[Notice, ...]
    """Ordered by debtor number, currency and stage."""
    calls: tuple[Decision, ...]
    """Due items whose next step is a phone call: first the largest open amount per debtor."""
    passed_over: tuple[Decision, ...]
    """Calls that were not made in time and are logged as passed over by this run."""
    agreements: tuple[Judgement, ...] = ()
    """How every promise, plan and settlement of the log stands, in the order of the log."""
    suspensions: tuple[Suspension, ...] = ()
    """Debtors whose deliveries are suspended, or should be, or no longer, by number."""
    todos: tuple[Todo, ...] = ()
    """What the user is to do besides the steps of the policy, the most urgent first."""
    imported: tuple[Event, ...] = ()
    """Letters from before this program, taken from the list; logged by this run."""
    findings: tuple[Finding, ...] = ()
