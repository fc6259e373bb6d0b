"""Small makers of notices: everything has a believable value, a test names what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from xl_dunning.rules.events import Channel
from xl_dunning.rules.ledger import Debtor, DebtorKind, OpenItem
from xl_dunning.rules.policy import Action, DunningPolicy, Stage
from xl_dunning.rules.proposal import Decision, Notice, Reason
from xl_dunning.rules.settings import Creditor

TODAY = date(2026, 11, 21)
PAY_BY = date(2026, 12, 7)

COMPANY = Creditor(
    name="Houthandel De Vries B.V.",
    address="Stationsplein 1",
    postcode="3511 ED",
    city="Utrecht",
    kvk="12345678",
    vat_number="NL001234567B01",
    iban="NL91ABNA0417164300",
    bic="ABNANL2A",
    email="debiteuren@houthandeldevries.example",
    phone="030 123 45 67",
    signatory="Anja de Boer",
)
JANSEN = Debtor(
    number="10023",
    name="Jansen & Zn. <BV>",
    contact="mevrouw L. Jansen",
    address="Dorpsstraat 12",
    postcode="1234ab",
    city="Ons Dorp",
    phone="06 12345678",
    kind=DebtorKind.BUSINESS,
)

STAGES = tuple(
    Stage(key=key, title=title, action=action, after=after, template=template, attach_invoice=copy)
    for key, title, action, after, template, copy in (
        ("herinnering", "Betalingsherinnering", Action.LETTER, 1, "herinnering", True),
        ("bellen", "Bellen", Action.CALL, 8, "", False),
        ("tweede", "Tweede herinnering", Action.LETTER, 15, "tweede_herinnering", False),
        ("aanmaning", "Aanmaning", Action.LETTER, 30, "aanmaning", False),
        ("sommatie", "Sommatie", Action.LETTER, 45, "sommatie", False),
        ("ingebreke", "Ingebrekestelling", Action.LETTER, 60, "ingebrekestelling", False),
        ("aankondiging", "Overdracht", Action.LETTER, 75, "overdracht", False),
        ("overdracht", "Overdracht aan incassobureau", Action.HANDOVER, 90, "overdracht", False),
    )
)
POLICY = DunningPolicy(name="proef", title="Proef", stages=STAGES)


def stage(key: str) -> Stage:
    """The stage of the trial policy with that key."""
    return next(stage for stage in STAGES if stage.key == key)


def item(number: str = "2026-0117", *, open_: str = "1210.00", **changes: object) -> OpenItem:
    """An open item of Jansen, due on 1 November 2026."""
    known: dict[str, object] = {
        "ref": 1,
        "debtor": "10023",
        "invoice": number,
        "due_date": date(2026, 11, 1),
        "invoice_date": date(2026, 10, 2),
        "open": Decimal(open_),
        "amount": Decimal(open_),
    }
    return OpenItem(**{**known, **changes})  # type: ignore[arg-type]


def decision(
    what: OpenItem,
    *,
    to: str = "herinnering",
    policy: DunningPolicy = POLICY,
    last_on: date | None = TODAY - timedelta(days=14),
) -> Decision:
    """The item rises to that stage today; its previous step was carried out two weeks ago."""
    stages = policy.stages_for(None)
    position = [each.key for each in stages].index(to)
    return Decision(
        item=what,
        policy=policy,
        days_overdue=20,
        stage=stages[position - 1] if position else None,
        stage_number=position,
        stage_on=last_on if position else None,
        next_stage=stages[position],
        earliest=TODAY,
        clock=None,
        reason=Reason.DUE,
    )


def notice(
    *,
    key: str = "herinnering",
    items: Sequence[OpenItem] | None = None,
    decisions: Sequence[Decision] = (),
    credits_: Sequence[OpenItem] = (),
    debtor: Debtor = JANSEN,
    policy: DunningPolicy = POLICY,
    currency: str = "EUR",
) -> Notice:
    """A letter of that stage to Jansen; by default for one invoice."""
    own = [decision(each, to=key, policy=policy) for each in (items or [item()])]
    chosen = policy.stage(key)
    assert chosen is not None
    return Notice(
        debtor=debtor,
        currency=currency,
        stage=chosen,
        decisions=tuple(decisions) or tuple(own),
        credits=tuple(credits_),
        pay_by=PAY_BY,
        channel=Channel.POST,
        policy=policy,
    )
