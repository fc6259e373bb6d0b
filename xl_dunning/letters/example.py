"""Made-up letters: the shape of all fields, and a trial for every template before it is used."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from xl_dunning.letters.dutch import DUTCH
from xl_dunning.letters.fields import Context, context_of
from xl_dunning.letters.spoken import Spoken
from xl_dunning.rules.agreements.states import Arrangement, InstalmentState
from xl_dunning.rules.events import Channel
from xl_dunning.rules.figures import Bracket, CostScale, Ground
from xl_dunning.rules.interest import InterestLine
from xl_dunning.rules.ledger import Debtor, DebtorKind, OpenItem
from xl_dunning.rules.policy import Action, DunningPolicy, Stage
from xl_dunning.rules.proposal import (
    Charges,
    Decision,
    LatePayment,
    Notice,
    Owed,
    Reason,
)
from xl_dunning.rules.settings import Creditor

_DAY = date(2026, 11, 21)
_PAY_BY = date(2026, 12, 7)
_INTEREST = Decimal("0.69")
_LINE = InterestLine(
    first=date(2026, 11, 2),
    last=_DAY,
    percent=Decimal("10.40"),
    base=Decimal("121.00"),
    interest=_INTEREST,
    article="art. 6:119a BW",
)
_CREDITOR = Creditor(
    name="Voorbeeld B.V.",
    address="Stationsplein 1",
    postcode="3511 ED",
    city="Utrecht",
    kvk="12345678",
    vat_number="NL001234567B01",
    iban="NL91ABNA0417164300",
    bic="ABNANL2A",
    email="debiteuren@voorbeeld.example",
    phone="030 123 45 67",
    signatory="A. de Boer",
)
_STAGES = tuple(
    Stage(key=key, title=title, action=Action.LETTER, after=after, template=key)
    for key, title, after in (
        ("herinnering", "Betalingsherinnering", 1),
        ("aanmaning", "Aanmaning", 15),
        ("sommatie", "Sommatie", 30),
    )
)
_POLICY = DunningPolicy(name="voorbeeld", title="Voorbeeld", stages=_STAGES)
_PLAN = Arrangement(
    on=date(2026, 11, 20),
    until=date(2026, 11, 30),
    amount=Decimal("150.00"),
    instalments=(
        InstalmentState(
            number=1, due_on=date(2026, 11, 16), amount=Decimal("100.00"), paid=Decimal("100.00")
        ),
        InstalmentState(
            number=2,
            due_on=date(2026, 11, 17),
            amount=Decimal("100.00"),
            paid=Decimal("40.00"),
            late=True,
        ),
        InstalmentState(number=3, due_on=_PAY_BY, amount=Decimal("17.00")),
    ),
    note="Eerste regel\nTweede regel",
    event="voorbeeld",
)
_TERMS = LatePayment(
    term=30,
    percent=Decimal("10.40"),
    interest="commercial",
    flat_costs=Decimal("40.00"),
    scale=CostScale(
        valid_from=_DAY,
        brackets=(Bracket(above=Decimal("0.00"), fixed=Decimal("0.00"), percent=Decimal(15)),),
        minimum=Decimal("40.00"),
        maximum=Decimal("400.00"),
        ground=Ground(article="voorbeeld", source="voorbeeld", checked_on=_DAY),
    ),
    free_days=14,
    vat_percent=Decimal(21),
    example_principal=Decimal("1000.00"),
    example_days=30,
    example_interest=Decimal("8.55"),
    example_costs=Decimal("150.00"),
    example_vat=Decimal("31.50"),
)


def example_contexts(spoken: Spoken = DUTCH) -> tuple[Context, ...]:
    """Fields of a bare letter for one invoice, and of one in which every list holds something.

    The second has several invoices, a credit, a copy, a plan and terms: it shows the shape of all
    fields. The first has no agreement at all.
    """
    bare = Notice(
        debtor=Debtor(number="10023", name="Jansen & Zn."),
        currency="USD",
        stage=_STAGES[0],
        decisions=(_decision(1),),
        credits=(),
        pay_by=_PAY_BY,
        channel=Channel.POST,
        policy=_POLICY,
    )
    full = _full(
        kind=DebtorKind.BUSINESS,
        charges=Charges(
            interest=_INTEREST * 2,
            costs=Decimal("40.00"),
            vat=Decimal("8.40"),
            daily_interest=Decimal("0.07"),
        ),
    )
    full = replace(full, arrangement=_PLAN, late_payment=_TERMS)
    return (
        context_of(bare, creditor=Creditor(), letter_date=_DAY, spoken=spoken),
        context_of(
            full, creditor=_CREDITOR, letter_date=_DAY, attachments=("2026-0001",), spoken=spoken
        ),
    )


def fourteen_day_contexts(spoken: Spoken = DUTCH) -> tuple[Context, ...]:
    """Fields of a 14-dagenbrief with costs only, and of one with interest and VAT as well."""
    costs = Decimal("40.00")
    return tuple(
        context_of(
            _full(kind=DebtorKind.CONSUMER, charges=charges),
            creditor=_CREDITOR,
            letter_date=_DAY,
            spoken=spoken,
        )
        for charges in (
            Charges(announced_costs=costs),
            Charges(
                announced_costs=costs,
                announced_vat=Decimal("8.40"),
                interest=_INTEREST * 2,
                daily_interest=Decimal("0.07"),
            ),
        )
    )


def _full(*, kind: DebtorKind, charges: Charges) -> Notice:
    return Notice(
        debtor=Debtor(
            number="10023",
            name="Jansen & Zn.",
            contact="mevrouw De Vries",
            address="Dorpsstraat 12",
            postcode="1234AB",
            city="Ons Dorp",
            kind=kind,
        ),
        currency="EUR",
        stage=_STAGES[1],
        decisions=(_decision(1), _decision(2)),
        credits=(_item(9, Decimal("-25.00")),),
        pay_by=_PAY_BY,
        channel=Channel.POST,
        policy=_POLICY,
        charges=charges,
    )


def _decision(number: int) -> Decision:
    return Decision(
        item=_item(number, Decimal("121.00")),
        policy=_POLICY,
        days_overdue=20,
        stage=_STAGES[number - 1],
        stage_number=number,
        stage_on=date(2026, 11, 2),
        next_stage=_STAGES[number],
        earliest=_DAY,
        clock=None,
        reason=Reason.DUE,
        owed=Owed(interest=_INTEREST, lines=(_LINE,), default_since=_LINE.first),
    )


def _item(number: int, amount: Decimal) -> OpenItem:
    return OpenItem(
        ref=number,
        debtor="10023",
        invoice=f"2026-000{number}",
        due_date=date(2026, 11, 1),
        open=amount,
        amount=amount,
        invoice_date=date(2026, 10, 2),
        description="Voorbeeld",
    )
