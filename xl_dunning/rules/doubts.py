"""Figures about which the sources disagree or that were derived: the user is told when used."""

from __future__ import annotations

from datetime import date

from xl_dunning.rules.figures import Delivery, RateTable
from xl_dunning.rules.findings import Finding, warning


def doubtful_rates(table: RateTable, *, first: date, last: date) -> tuple[Finding, ...]:
    """A warning for each doubtful rate that holds on a day from first to last, both inclusive."""
    ends = [rate.valid_from for rate in table.rates[1:]] + [date.max]
    return tuple(
        warning(
            "FIGURE_DOUBTFUL",
            what=f"{table.title}, {rate.percent}%".replace(".", ","),
            since=rate.valid_from,
            doubt=rate.ground.doubt,
        )
        for rate, end in zip(table.rates, ends, strict=True)
        if rate.ground.doubt and rate.valid_from <= last and first < end
    )


def doubtful_delivery(delivery: Delivery) -> tuple[Finding, ...]:
    """A warning when it is uncertain what is presumed of the delivery."""
    if not delivery.ground.doubt:
        return ()
    return (warning("DELIVERY_DOUBTFUL", doubt=delivery.ground.doubt),)
