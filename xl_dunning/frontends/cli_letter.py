"""The command for a letter outside the policy, asked for by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import click

from xl_dunning.frontends.cli_lists import carry_out, list_options, run_options
from xl_dunning.frontends.cli_types import Amount, Day, Schedule
from xl_dunning.frontends.dutch_click import DutchCommand
from xl_dunning.rules.agreements.asked import AskedLetter
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.events import Instalment

_KINDS = sorted(letter.value for letter in SideLetter)


@click.command(
    "letter",
    cls=DutchCommand,
    help="Een brief buiten het beleid om, voor één of meer debiteuren. SOORT is een van: "
    + ", ".join(_KINDS),
)
@click.argument("template", metavar="SOORT", type=click.Choice(_KINDS))
@list_options
@run_options
@click.option(
    "--debtor",
    "numbers",
    multiple=True,
    required=True,
    metavar="NUMMER",
    help="Debiteurnummer; mag vaker.",
)
@click.option(
    "--invoice", "invoices", multiple=True, metavar="NUMMER", help="Factuur; mag vaker. Leeg: alle."
)
@click.option("--until", type=Day(), metavar="DATUM", help="Uiterste dag die de brief noemt.")
@click.option("--amount", type=Amount(), metavar="BEDRAG", help="Bedrag van de toezegging.")
@click.option(
    "--instalments",
    "schedule",
    type=Schedule(),
    metavar="TERMIJNEN",
    help="Bij een voorstel, bijvoorbeeld: 3 x 400 per maand vanaf 1-12-2026.",
)
@click.option("--note", default="", metavar="TEKST", help="Uw antwoord op een betwisting.")
def letter_command(
    *,
    template: str,
    numbers: tuple[str, ...],
    invoices: tuple[str, ...],
    until: date | None,
    amount: Decimal | None,
    schedule: tuple[Instalment, ...] | None,
    note: str,
    **chosen: Any,  # noqa: ANN401 - the shared options, typed by RunOptions
) -> int:
    """Letters by hand; recorded like any other."""
    return carry_out(
        chosen,
        only=tuple(
            AskedLetter(
                letter=SideLetter(template),
                debtor=debtor,
                invoices=invoices,
                until=until,
                amount=amount,
                schedule=schedule or (),
                note=note,
            )
            for debtor in dict.fromkeys(numbers)
        ),
    )
