"""Delivery of letters and the terms that run from it.

Netherlands, 14-dagenbrief (6:96 lid 6 BW; HR 25-11-2016, ECLI:NL:HR:2016:2704): fourteen full days
from the day after receipt; a last day on a Saturday, Sunday or holiday moves to the next working
day (Algemene termijnenwet, art. 1). Belgium, first reminder (art. XIX.2 WER): fourteen calendar
days; by post the third working day after sending is the first of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from xl_dunning.rules.dates import DayTest, IsWorkingDay, add_days, first_working_day
from xl_dunning.rules.events import Channel
from xl_dunning.rules.figures import Delivery, Law, in_force


class FirstDay(StrEnum):
    """Whether the day of delivery itself counts as the first day of the term."""

    DAY_AFTER = "day_after"
    """The term starts on the day after delivery (Netherlands; Belgium by e-mail)."""
    SAME_DAY = "same_day"
    """The day of delivery is day one (Belgium by post)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A term that runs from a letter; all days inclusive."""

    sent: date
    delivered: date
    term_starts: date
    last_day: date
    """Last day on which the debtor pays in time; a working day."""

    @property
    def costs_from(self) -> date:
        """First day on which costs may be claimed."""
        return add_days(self.last_day, 1)


def delivered_on(sent: date, *, delivery: Delivery, is_holiday: DayTest) -> date:
    """The day on which a message counts as delivered.

    Moves forward from the day of sending over delivery days only: the weekdays of that channel
    that are no official holiday. 0 days: the day of sending.
    """
    day, left = sent, delivery.days
    while left:
        day = add_days(day, 1)
        if day.weekday() in delivery.weekdays and not is_holiday(day):
            left -= 1
    return day


def deadline(
    sent: date,
    *,
    delivery: Delivery,
    days: int,
    first_day: FirstDay,
    is_holiday: DayTest,
    is_working_day: IsWorkingDay,
) -> Deadline:
    """The term of so many full days that a letter sent on that day gives."""
    delivered = delivered_on(sent, delivery=delivery, is_holiday=is_holiday)
    starts = delivered if first_day is FirstDay.SAME_DAY else add_days(delivered, 1)
    return Deadline(
        sent=sent,
        delivered=delivered,
        term_starts=starts,
        last_day=first_working_day(add_days(starts, days - 1), is_working_day),
    )


def letter_deadline(
    sent: date,
    *,
    channel: Channel,
    law: Law,
    is_holiday: DayTest,
    is_working_day: IsWorkingDay,
    delivery_days: int | None = None,
) -> Deadline:
    """The term of a 14-dagenbrief, or in Belgium of a first reminder, sent on that day.

    ``delivery_days`` takes the place of the number that the law's figures presume.

    Raises:
        Refusal: FIGURE_BEFORE_FIRST for a day before the rule was there.
    """
    delivery = delivery_of(law, channel, on=sent)
    if delivery_days is not None:
        delivery = replace(delivery, days=delivery_days)
    same_day = law.country == "be" and channel is Channel.POST
    return deadline(
        sent,
        delivery=delivery,
        days=in_force(law.numbers["letter_term"], sent).value,
        first_day=FirstDay.SAME_DAY if same_day else FirstDay.DAY_AFTER,
        is_holiday=is_holiday,
        is_working_day=is_working_day,
    )


def delivery_of(law: Law, channel: Channel, *, on: date) -> Delivery:
    """What is presumed of a message of that channel, sent on that day; raises as above."""
    return in_force([rule for rule in law.deliveries if rule.channel is channel], on)


def prescribed_after(due: date, *, years: int) -> date:
    """The last day on which an interruption must reach the debtor (3:307, 7:28 BW).

    The term starts on the day after the claim became due; terms in years do not roll.
    """
    return due + relativedelta(years=years)
