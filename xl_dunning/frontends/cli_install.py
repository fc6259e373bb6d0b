"""The command install: make Excel find this Python."""

from __future__ import annotations

from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import click

from xl_dunning.frontends.dutch_click import DutchCommand
from xl_dunning.frontends.messages_nl import sentence
from xl_dunning.frontends.reporting import DONE
from xl_dunning.frontends.setup.installing import install, plan, uninstall
from xl_dunning.frontends.setup.machine import this_machine


@click.command(
    "install",
    cls=DutchCommand,
    help="Laat Excel dit programma vinden: schrijft één instelbestand, en op een Mac één script.",
)
@click.option("--dry-run", is_flag=True, help="Toon alleen wat er zou worden geschreven.")
@click.option("--uninstall", "take_out", is_flag=True, help="Haal onze regels er weer uit.")
def install_command(*, dry_run: bool, take_out: bool) -> int:
    """Write the configuration, show it, or take it out."""
    machine = this_machine()
    if take_out:
        changed = uninstall(machine)
        for path in changed:
            click.echo(sentence("INSTALL_TAKEN_OUT", {"file": str(path)}))
        if not changed:
            click.echo(sentence("INSTALL_WAS_NOT_THERE", {}))
        return DONE
    found = find_spec("xlwings")
    folder = Path(found.origin).parent if found and found.origin else None
    planned = plan(
        machine, xlwings_folder=folder, xlwings_version=version("xlwings") if folder else ""
    )
    if dry_run:
        files = [planned.configuration, *([planned.script_to] if planned.script_to else [])]
        for path in files:
            click.echo(sentence("INSTALL_WOULD_WRITE", {"file": str(path)}))
        click.echo(planned.text, nl=False)
        return DONE
    for path in install(planned):
        click.echo(sentence("INSTALL_WRITTEN", {"file": str(path)}))
    click.echo(sentence("INSTALL_NEXT", {}))
    return DONE
