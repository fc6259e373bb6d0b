"""Letters: one per debtor and currency, with all his due items, in the tone of the gravest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from xl_dunning.rules.dates import IsWorkingDay, add_days, first_working_day
from xl_dunning.rules.decide import asks_for
from xl_dunning.rules.events import Channel
from xl_dunning.rules.ledger import Debtor, Ledger, OpenItem
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.policy import Action, Stage
from xl_dunning.rules.proposal import Decision, Notice

Account = tuple[str, str]
"""Debtor number and currency: what is added up and settled together."""


def account_of(item: OpenItem) -> Account:
    """The account on which the item stands."""
    return item.debtor, item.currency


def notices(
    decisions: Iterable[Decision],
    *,
    ledger: Ledger,
    credits_of: Mapping[Account, Sequence[OpenItem]],
    reference_date: date,
    is_working_day: IsWorkingDay,
) -> tuple[Notice, ...]:
    """The letters for the due items, ordered by debtor number, currency and stage.

    A debtor has one language, so debtor and currency tell his letters apart; only a stage that
    demands a letter of its own is never mixed with others. Credits are settled in one letter only:
    the gravest that they do not pay in full.
    The pay-by date is the first working day on or after reference date + the gravest stage's term.
    """
    letters = by_letter(decisions)
    made: list[Notice] = []
    settles = _settling(letters, credits_of)
    for (account, own), due in sorted(letters.items(), key=lambda letter: letter[0]):
        debtor = ledger.debtor(account[0])
        stage = gravest(due)
        made.append(
            Notice(
                debtor=debtor,
                currency=account[1],
                stage=stage,
                decisions=tuple(sorted(due, key=by_age)),
                credits=tuple(credits_of.get(account, ())) if settles[account] == own else (),
                pay_by=first_working_day(
                    add_days(reference_date, stage.pay_within), is_working_day
                ),
                channel=channel_for(debtor),
                policy=due[0].policy,
            )
        )
    return tuple(made)


def by_letter(decisions: Iterable[Decision]) -> Mapping[tuple[Account, str], Sequence[Decision]]:
    """The items that ask for a letter now, by account and the key of a stage with its own letter.

    One entry is one letter; the key is empty for the letter that holds all other stages.
    """
    letters: dict[tuple[Account, str], list[Decision]] = defaultdict(list)
    for decision in decisions:
        stage = decision.next_stage
        if stage and asks_for(decision, Action.LETTER):
            own = stage.key if stage.own_letter else ""
            letters[account_of(decision.item), own].append(decision)
    return letters


def _settling(
    letters: Mapping[tuple[Account, str], Sequence[Decision]],
    credits_of: Mapping[Account, Sequence[OpenItem]],
) -> Mapping[Account, str]:
    """Which of an account's letters settles its credits, by the key of its own stage or none."""

    def rank(letter: tuple[tuple[Account, str], Sequence[Decision]]) -> tuple[bool, int, Euro]:
        (account, _), due = letter
        amount = total(decision.item.open or ZERO for decision in due)
        credit = total(item.open or ZERO for item in credits_of.get(account, ()))
        return amount + credit > ZERO, max(item.stage_number for item in due), amount

    return {account: own for (account, own), _ in sorted(letters.items(), key=rank)}


def gravest(decisions: Sequence[Decision]) -> Stage:
    """The stage furthest along the policy among the next steps of the decisions."""
    furthest = max(decisions, key=lambda decision: decision.stage_number)
    if furthest.next_stage is None:
        msg = "only items with a next step are put on a letter"
        raise ValueError(msg)
    return furthest.next_stage


def channel_for(debtor: Debtor) -> Channel:
    """The post when there is an address, else e-mail when there is one."""
    return Channel.EMAIL if debtor.email and not debtor.has_postal_address else Channel.POST


def can_be_reached(debtor: Debtor, *, address_required: bool) -> bool:
    """Whether a letter can reach the debtor; ``address_required`` off leaves that to the user."""
    return not address_required or debtor.has_postal_address or bool(debtor.name and debtor.email)


def by_age(decision: Decision) -> tuple[date, str]:
    """Sorts the items of a letter: the oldest due date first."""
    item = decision.item
    return item.due_date or date.max, item.invoice
