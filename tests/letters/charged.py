"""Letters that claim or announce more than the principal, with figures that add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.letters.factory import JANSEN, PAY_BY, STAGES, TODAY, item
from xl_dunning.rules.events import Channel
from xl_dunning.rules.interest import InterestLine
from xl_dunning.rules.ledger import Debtor, DebtorKind, OpenItem
from xl_dunning.rules.policy import Action, Audience, Charge, DunningPolicy, Stage
from xl_dunning.rules.proposal import Charges, Decision, Notice, Owed, Reason

CONSUMER = replace(
    JANSEN,
    number="20417",
    name="P.J. de Wit",
    contact="",
    address="Lindelaan 4",
    postcode="3581 KM",
    city="Utrecht",
    kind=DebtorKind.CONSUMER,
)
FLEMISH = replace(
    CONSUMER, number="30008", address="Veldstraat 12", postcode="9000", city="Gent", country="BE"
)
LINES = (
    InterestLine(
        first=date(2026, 6, 1),
        last=date(2026, 6, 30),
        percent=Decimal("10.15"),
        base=Decimal("10000.00"),
        interest=Decimal("83.42"),
        article="art. 6:119a BW",
    ),
    InterestLine(
        first=date(2026, 7, 1),
        last=TODAY,
        percent=Decimal("10.40"),
        base=Decimal("10000.00"),
        interest=Decimal("410.30"),
        article="art. 6:119a BW",
    ),
)
"""Example R11 of the facts: 10,000 to a business, due on 31 May 2026."""
R11 = item(
    "2026-0045",
    open_="10000.00",
    due_date=date(2026, 5, 31),
    invoice_date=date(2026, 5, 1),
    description="Eiken planken",
)
R11_CHARGES = Charges(
    interest=Decimal("493.72"),
    costs=Decimal("875.00"),
    daily_interest=Decimal("2.85"),
)
ANNOUNCED = Charges(announced_costs=Decimal("110.33"))
ANNOUNCED_WITH_VAT = Charges(announced_costs=Decimal("110.33"), announced_vat=Decimal("23.17"))
B5 = (
    item("2026-0201", open_="500.00", ref=1, description="Tuinhout"),
    item("2026-0202", open_="235.54", ref=2, description="Schroeven en beits"),
)
"""Example B5 of the facts: a principal of 735.54 gives costs of 110.33."""


def one_stage(template: str, **changes: object) -> Stage:
    """A stage with that template."""
    known = {
        "key": template,
        "title": template.replace("_", " ").capitalize(),
        "action": Action.LETTER,
        "after": 20,
        "template": template,
    }
    return Stage(**{**known, **changes})  # type: ignore[arg-type]


def charged_notice(
    template: str,
    *,
    debtor: Debtor = JANSEN,
    items: Sequence[OpenItem] = (R11,),
    lines: Sequence[InterestLine] = (),
    charges: Charges = Charges(),  # noqa: B008 - a value that can't change
    default_since: date | None = date(2026, 11, 2),
    channel: Channel = Channel.POST,
    law: str = "nl",
    **stage: object,
) -> Notice:
    """A letter of that template, after a reminder of two weeks ago; a handover follows it."""
    own = one_stage(template, **stage)
    policy = DunningPolicy(name="proef", title="Proef", stages=(STAGES[0], own, STAGES[-1]))
    decisions = tuple(
        Decision(
            item=each,
            policy=policy,
            days_overdue=(TODAY - each.due_date).days if each.due_date else 0,
            stage=STAGES[0],
            stage_number=1,
            stage_on=date(2026, 11, 7),
            next_stage=own,
            earliest=TODAY,
            clock=None,
            reason=Reason.DUE,
            owed=Owed(lines=tuple(lines), default_since=default_since),
        )
        for each in items
    )
    return Notice(
        debtor=debtor,
        currency="EUR",
        stage=own,
        decisions=decisions,
        credits=(),
        pay_by=PAY_BY,
        channel=channel,
        policy=policy,
        charges=charges,
        law=law,
    )


def with_interest(template: str, **changes: object) -> Notice:
    """Example R11 with interest and costs in a letter of that template."""
    known: dict[str, object] = {
        "lines": LINES,
        "charges": R11_CHARGES,
        "default_since": date(2026, 6, 1),
        "charge": Charge.INTEREST_AND_COSTS,
    }
    return charged_notice(template, **{**known, **changes})  # type: ignore[arg-type]


def fourteen_day(charges: Charges = ANNOUNCED, **changes: object) -> Notice:
    """A 14-dagenbrief over the principal of example B5."""
    known: dict[str, object] = {
        "debtor": CONSUMER,
        "items": B5,
        "audience": Audience.CONSUMER,
        "title": "14-dagenbrief",
    }
    return charged_notice(
        "veertiendagenbrief",
        charges=charges,
        **{**known, **changes},  # type: ignore[arg-type]
    )


def first_reminder_be(channel: Channel = Channel.POST, **changes: object) -> Notice:
    """The free first reminder to a Flemish consumer."""
    known: dict[str, object] = {
        "debtor": FLEMISH,
        "items": B5[:1],
        "charges": Charges(announced_costs=Decimal("65.00"), announced_percent=Decimal(8)),
        "law": "be",
        "title": "Eerste herinnering",
    }
    return charged_notice(
        "eerste_herinnering_be",
        channel=channel,
        **{**known, **changes},  # type: ignore[arg-type]
    )
