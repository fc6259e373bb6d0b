"""Taking back: what builds on what, and what can't be taken back (S13)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import count

import pytest

from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.events import Event, EventKind, standing, taken_back
from xl_dunning.rules.findings import Refusal
from xl_dunning.workflow.ports import Run
from xl_dunning.workflow.undo import letters_about, refuse_void, void_events

DAY = date(2026, 11, 2)
RUN = Run(id="r1", reference_date=DAY)
EURO = "€\N{NO-BREAK SPACE}"


def log(*events: Event) -> tuple[Event, ...]:
    """The events as the case file numbers them."""
    return tuple(replace(event, sequence=number) for number, event in enumerate(events, start=1))


def made(kind: EventKind, name: str, day: int = 0, **more: object) -> Event:
    plain = Event(id=name, on=DAY + timedelta(days=day), debtor="1", invoice="F1", kind=kind)
    return replace(plain, **more)  # type: ignore[arg-type]


ONE = made(EventKind.LETTER, "een", stage="een", run="r1", amount=Decimal("100.00"))
TWO = made(EventKind.LETTER, "twee", 14, stage="twee", run="r2", amount=Decimal("100.00"))


def refused(event: Event, *events: Event) -> str:
    numbered = log(*events)
    (target,) = (one for one in numbered if one.id == event.id)
    with pytest.raises(Refusal) as said:
        refuse_void(target, numbered)
    return refusal_text(said.value)


def allowed(event: Event, *events: Event) -> bool:
    numbered = log(*events)
    (target,) = (one for one in numbered if one.id == event.id)
    refuse_void(target, numbered)
    return True


def void(name: str, *, of: str, day: int = 0) -> Event:
    return made(EventKind.VOID, name, day, voids=of)


def test_s13c_a_step_that_a_later_one_builds_on_stays_and_that_one_is_named() -> None:
    assert refused(ONE, ONE, TWO) == (
        "Deze gebeurtenis kan niet worden ingetrokken: voor debiteur 1 is daarna op 16-11-2026 al"
        " de stap “twee” vastgelegd, die erop voortbouwt. Trek eerst die in: xl-dunning undo"
        " --event twee"
    )
    assert allowed(TWO, ONE, TWO)
    assert allowed(ONE, ONE, TWO, void("weg", of="twee", day=14))


@pytest.mark.parametrize(
    ("later", "builds_on_it"),
    [
        (replace(TWO, invoice="F2"), False),  # another invoice
        (replace(TWO, debtor="2"), False),
        (replace(TWO, invoice=""), True),  # a step of the whole debtor
        (replace(TWO, stage="een"), False),  # the same step once more
        (replace(TWO, stage=""), False),  # a letter outside the policy
        (replace(TWO, kind=EventKind.CALL), True),
        (replace(TWO, kind=EventKind.IMPORTED), True),
        (replace(TWO, on=DAY - timedelta(days=1)), False),  # it came before, noted afterwards
    ],
)
def test_what_builds_on_a_step(later: Event, builds_on_it: bool) -> None:
    if builds_on_it:
        assert "bouwt" in refused(ONE, ONE, later)
    else:
        assert allowed(ONE, ONE, later)


def test_a_step_of_the_whole_debtor_carries_those_of_his_invoices() -> None:
    assert "bouwt" in refused(ONE, replace(ONE, invoice=""), TWO)


@pytest.mark.parametrize(
    "kind",
    [kind for kind in EventKind if kind is not EventKind.VOID],
)
def test_what_is_no_step_can_always_be_taken_back(kind: EventKind) -> None:
    event = made(kind, "los", until=DAY, amount=Decimal("10.00"))
    assert allowed(event, event, ONE, TWO)


def test_s13e_an_event_is_taken_back_once() -> None:
    assert refused(ONE, ONE, void("weg", of="een", day=3)) == (
        "Deze gebeurtenis is al ingetrokken op 05-11-2026. Was dat een vergissing, trek dan de"
        " intrekking in: xl-dunning undo --event weg"
    )


def test_a_void_event_can_itself_be_taken_back_once() -> None:
    first, second = void("weg", of="een", day=3), void("terug", of="weg", day=4)
    assert allowed(first, ONE, first)
    assert "al ingetrokken" in refused(first, ONE, first, second)
    numbered = log(ONE, first, second)
    assert [event.id for event in standing(numbered)] == ["een"]
    assert {name: by.id for name, by in taken_back(numbered).items()} == {"weg": "terug"}


def paid(amount: str, day: int = 5, **more: object) -> Event:
    return made(EventKind.PAYMENT, f"betaald {amount} {day}", day, amount=Decimal(amount), **more)


S13D_SAID = (
    f"Na de brief van 02-11-2026 is op factuur F1 {EURO}110,00 betaald, meer dan de {EURO}100,00"
    " die toen openstond: wat de brief extra vroeg, is dus betaald. De brief kan daarom niet"
    " worden ingetrokken. Klopt die betaling niet, trek haar dan eerst in."
)


def test_s13d_a_letter_whose_charges_were_paid_stays_until_that_payment_is_taken_off() -> None:
    payment = paid("110.00")
    assert refused(ONE, ONE, payment) == S13D_SAID
    with pytest.raises(Refusal) as said:
        void_events(RUN, log(ONE, payment), on=DAY, new_id=lambda: "x")
    assert refusal_text(said.value) == S13D_SAID
    assert allowed(ONE, ONE, payment, void("weg", of=payment.id, day=6))


@pytest.mark.parametrize(
    "payments",
    [
        (paid("100.00"),),  # only what was open
        (paid("60.00"), paid("40.00", 6)),
        (paid("110.00", -3),),  # before the letter
        (paid("110.00", invoice="F2"),),
        (replace(paid("110.00"), kind=EventKind.CREDIT),),  # nobody paid anything
    ],
)
def test_other_payments_do_not_keep_a_letter(payments: tuple[Event, ...]) -> None:
    assert allowed(ONE, ONE, *payments)


def test_a_run_is_taken_back_with_who_did_it_and_why() -> None:
    ids = count(1)
    other = replace(ONE, id="ander", invoice="F2")
    imported = replace(ONE, id="oud", kind=EventKind.IMPORTED, stage="nul")
    events = log(ONE, other, imported, replace(TWO, invoice="F3"))
    voids = void_events(
        RUN,
        events,
        on=DAY,
        new_id=lambda: f"v{next(ids)}",
        by="Jan",
        note="verkeerde lijst",
    )
    assert [(void.id, void.voids, void.by, void.note) for void in voids] == [
        ("v1", "een", "Jan", "ronde r1 ingetrokken: verkeerde lijst"),
        ("v2", "ander", "Jan", "ronde r1 ingetrokken: verkeerde lijst"),
    ]


def test_what_may_be_in_the_post_is_named_once_per_document() -> None:
    letter = replace(ONE, document="1 een.docx")
    same = replace(letter, id="zelfde brief", invoice="F2")
    promise = made(EventKind.PROMISE, "belofte", until=DAY)
    about = replace(TWO, id="bevestiging", about="belofte", document="1 bevestiging.docx")
    events = log(letter, same, promise, about)

    assert [one.document for one in letters_about([letter, same], events)] == ["1 een.docx"]
    assert [one.document for one in letters_about([promise], events)] == ["1 bevestiging.docx"]
    assert letters_about([made(EventKind.CALL, "los")], events) == ()
