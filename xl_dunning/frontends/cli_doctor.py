"""The command doctor: find what keeps the buttons from working, and say what to do."""

from __future__ import annotations

import json

import click

from xl_dunning.frontends.dutch_click import DutchCommand
from xl_dunning.frontends.finding_json import finding_json
from xl_dunning.frontends.messages_nl import finding_text, sentence
from xl_dunning.frontends.reporting import DONE, REFUSED
from xl_dunning.frontends.setup.checkup import checked
from xl_dunning.frontends.setup.facts import gather
from xl_dunning.frontends.setup.machine import this_machine
from xl_dunning.rules.findings import Severity


@click.command(
    "doctor",
    cls=DutchCommand,
    help="Zoek wat er mis is met de installatie, of met een werkmap, en zeg wat u kunt doen.",
)
@click.option("--book", metavar="BESTAND", help="Kijk ook deze werkmap na.")
@click.option("--json", "as_json", is_flag=True, help="Uitvoer voor programma's.")
def doctor_command(*, book: str | None, as_json: bool) -> int:
    """Exit 1 when something is wrong; what is only good to know leaves it at 0."""
    findings = checked(gather(this_machine(), book))
    wrong = [finding for finding in findings if finding.severity is Severity.ERROR]
    if as_json:
        report = {"ok": not wrong, "findings": [finding_json(finding) for finding in findings]}
        click.echo(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            mark = "!" if finding.severity is Severity.ERROR else "-"
            click.echo(f"{mark} {finding_text(finding)}")
        if not wrong:
            click.echo(sentence("DOCTOR_WELL", {}))
    return REFUSED if wrong else DONE
