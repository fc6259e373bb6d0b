"""Who should get shorter terms, and who is left alone."""

from __future__ import annotations

import pytest

from xl_dunning.rules.ledger import Debtor, DebtorKind
from xl_dunning.rules.risk.habits import Habit, Portfolio
from xl_dunning.rules.risk.payment_terms import TermsChange, advise_terms

BUSINESS, CONSUMER = DebtorKind.BUSINESS, DebtorKind.CONSUMER
EVERYONE = Portfolio(closed=400, average=8.0, days=8.0, share=0.4, usual={})
SHORTER, AHEAD = TermsChange.SHORTER, TermsChange.IN_ADVANCE


def habit(count: int, days: float, *, share: float = 1.0, term: int | None = 30) -> Habit:
    return Habit(
        closed=count,
        late=round(count * share),
        average=days,
        weight=count,
        days=days,
        share=share,
        term=term,
    )


@pytest.mark.parametrize(
    ("kind", "found", "advised"),
    [
        (BUSINESS, habit(12, 21), SHORTER),
        (CONSUMER, habit(12, 21), SHORTER),
        (BUSINESS, habit(12, 21, term=None), SHORTER),  # the list tells no invoice dates
        (BUSINESS, habit(12, 10), None),  # not late enough
        (BUSINESS, habit(12, 25, share=0.2), None),  # mostly in time, a few very late
        (BUSINESS, habit(4, 80), None),  # too little history, however late
        (BUSINESS, habit(5, 21), SHORTER),  # 14.5 once drawn to the others
        (BUSINESS, habit(5, 19), None),  # 13.5 once drawn to the others
        (BUSINESS, habit(12, 80), AHEAD),  # very late, nearly always
        (BUSINESS, habit(12, 21, term=14), AHEAD),  # there is little to shorten
        (CONSUMER, habit(12, 80), SHORTER),  # never in advance for a consumer
        (None, habit(12, 80), SHORTER),  # nor for who may be one
        (CONSUMER, habit(12, 80, term=14), None),
    ],
)
def test_the_advice(kind: DebtorKind | None, found: Habit, advised: TermsChange | None) -> None:
    advice = advise_terms(Debtor(number="1", kind=kind), found, EVERYONE)
    assert (advice.change if advice else None) is advised


def test_it_tells_what_it_rests_on() -> None:
    advice = advise_terms(Debtor(number="1"), habit(12, 20.6), EVERYONE)
    assert advice is not None
    assert (advice.days, advice.count, advice.term) == (21, 12, 30)


def test_nothing_is_advised_when_nothing_is_known_of_anybody() -> None:
    nobody = Portfolio(closed=0, average=None, days=None, share=None, usual={})
    assert advise_terms(Debtor(number="1"), habit(12, 80), nobody) is None


def test_nobody_gets_a_shorter_term_because_others_pay_late() -> None:
    late = Portfolio(closed=400, average=60.0, days=60.0, share=0.9, usual={})
    assert advise_terms(Debtor(number="1"), habit(12, 13), late) is None
