"""The law at hand: figures with the user's own rates, questions answered, terms computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from xl_dunning.law.calendar import is_holiday, is_working_day
from xl_dunning.law.freshness import overruled, stale
from xl_dunning.law.loader import load_law
from xl_dunning.law.own_rates import OwnRate, read_own_rates, write_own_rates
from xl_dunning.rules.claim_question import ClaimQuestion
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.deadlines import Deadline, delivery_of, letter_deadline
from xl_dunning.rules.doubts import doubtful_delivery
from xl_dunning.rules.events import Channel
from xl_dunning.rules.figures import Law
from xl_dunning.rules.findings import Finding, Refusal, warning
from xl_dunning.rules.single_claim import ClaimAnswer, answer


@dataclass(frozen=True, slots=True, kw_only=True)
class LawAtHand:
    """The law of a country as known today, and what to know about its age."""

    law: Law
    findings: tuple[Finding, ...]


def law_at_hand(country: str, *, own_rates: Path, today: date) -> LawAtHand:
    """The shipped figures and those in the user's own file.

    Raises:
        Refusal: as ``load_law`` and ``read_own_rates``.
    """
    own = read_own_rates(own_rates)
    law = load_law(country, own_rates=own)
    return LawAtHand(law=law, findings=(*stale(law, on=today), *overruled(law, own)))


def answer_claim(question: ClaimQuestion, *, law: Law) -> ClaimAnswer:
    """What is owed, by that country's figures and calendar; raises as ``answer``."""
    return answer(
        question,
        law=law,
        is_holiday=is_holiday(law.country),
        is_working_day=is_working_day(law.country),
    )


def letter_term(
    sent: date, *, channel: Channel, law: Law, delivery_days: int | None = None
) -> tuple[Deadline, tuple[Finding, ...]]:
    """The term that a 14-dagenbrief or first reminder gives, and what is uncertain about it."""
    working = is_working_day(law.country)
    term = letter_deadline(
        sent,
        channel=channel,
        law=law,
        is_holiday=is_holiday(law.country),
        is_working_day=working,
        delivery_days=delivery_days,
    )
    findings: list[Finding] = []
    if delivery_days is None:
        findings += doubtful_delivery(delivery_of(law, channel, on=sent))
        if channel is Channel.EMAIL and law.country == "nl":
            findings.append(warning("EMAIL_RECEIVED_SAME_DAY"))
    days = law.numbers["letter_term"][-1].value
    fourteenth = add_days(term.term_starts, days - 1)
    if fourteenth != term.last_day:
        findings.append(warning("DEADLINE_ROLLED", day=fourteenth, last_day=term.last_day))
    return term, tuple(findings)


def add_rate(
    file: Path, *, country: str, key: str, valid_from: date, percent: Decimal, today: date
) -> OwnRate:
    """Keep a rate of the user's own for a period that is not known yet.

    Raises:
        Refusal: OWN_RATE_KNOWN, OWN_RATE_GAP or OWN_RATE_TWICE; nothing is written then.
    """
    # In Belgium the maximum for consumers is the rate between businesses.
    key = "commercial" if country == "be" else key
    kept = read_own_rates(file)
    table = load_law(country).rates[key]
    if valid_from <= table.known_until:
        (period,) = table.periods(valid_from, valid_from)
        raise Refusal(
            "OWN_RATE_KNOWN",
            rate=table.title,
            day=valid_from,
            percent=f"{period.rate.percent}".replace(".", ","),
            known_until=table.known_until,
        )
    new = OwnRate(country=country, key=key, valid_from=valid_from, percent=percent, added_on=today)
    load_law(country, own_rates=(*kept, new))
    write_own_rates(file, (*kept, new))
    return new
