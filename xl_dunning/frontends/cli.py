"""The command line ``xl-dunning``: reads the clock, chooses a use case, shows the outcome."""

from __future__ import annotations

import sys

import click

from xl_dunning import __version__
from xl_dunning.frontends.cli_attach import attach_command
from xl_dunning.frontends.cli_doctor import doctor_command
from xl_dunning.frontends.cli_handover import handover_command
from xl_dunning.frontends.cli_install import install_command
from xl_dunning.frontends.cli_law import claim_command, deadline_command
from xl_dunning.frontends.cli_letter import letter_command
from xl_dunning.frontends.cli_lists import check_command, demo_command, run_command
from xl_dunning.frontends.cli_log import log_group, undo_command
from xl_dunning.frontends.cli_new import new_command
from xl_dunning.frontends.cli_policies import policies_command
from xl_dunning.frontends.cli_press import press_command
from xl_dunning.frontends.cli_rates import rates_command
from xl_dunning.frontends.dutch_click import DutchGroup
from xl_dunning.frontends.reporting import guarded


@click.group(
    cls=DutchGroup,
    help="Debiteurenbeheer in Excel en Word: leest de lijst met openstaande posten, bepaalt per "
    "factuur wat er vandaag moet gebeuren en maakt de brieven.",
)
@click.version_option(__version__, message="xl-dunning %(version)s", help="Toon de versie.")
def app() -> None:
    """The group that holds all commands."""


for command in (
    demo_command,
    new_command,
    check_command,
    run_command,
    letter_command,
    handover_command,
    log_group,
    undo_command,
    press_command,
    policies_command,
    rates_command,
    claim_command,
    deadline_command,
    install_command,
    doctor_command,
    attach_command,
):
    app.add_command(command)


def main() -> None:
    """Run the command that was typed, and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a pipe may not know “€”; a question mark beats a crash.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(guarded(lambda: app.main(standalone_mode=False)))


if __name__ == "__main__":
    main()
