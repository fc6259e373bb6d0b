"""The command rates: the figures of the law that are known, and adding a new rate."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from xl_dunning.frontends.cli_law import law_options, say, say_json
from xl_dunning.frontends.cli_law_types import OneOf, Percent
from xl_dunning.frontends.cli_types import Day, today
from xl_dunning.frontends.dutch_click import DutchCommand
from xl_dunning.frontends.law_desk import add_rate, law_at_hand
from xl_dunning.frontends.rates_report import added_lines, rates_json, rates_lines
from xl_dunning.frontends.reporting import DONE


@click.command(
    "rates",
    cls=DutchCommand,
    help="Toon de rentepercentages en andere cijfers van het recht met hun bron, of voeg een "
    "percentage toe.",
)
@click.option(
    "--add",
    nargs=3,
    type=(OneOf(["consumer", "commercial"]), Day(), Percent()),
    metavar="SOORT DATUM PROCENT",
    help="Voeg een percentage toe: consumer of commercial, de eerste dag, en het percentage.",
)
@law_options
def rates_command(
    *, add: tuple[str, date, Decimal] | None, country: str, own_rates: Path, as_json: bool
) -> int:
    """Show what is known, or keep a rate of the user's own."""
    added = None
    if add:
        key, valid_from, percent = add
        added = add_rate(
            own_rates,
            country=country,
            key=key,
            valid_from=valid_from,
            percent=percent,
            today=today(),
        )
    at_hand = law_at_hand(country, own_rates=own_rates, today=today())
    if as_json:
        say_json(rates_json(at_hand))
    elif added:
        say(added_lines(at_hand, added, own_rates))
    else:
        say(rates_lines(at_hand))
    return DONE
