"""The command handover: a debtor goes to an agency or a lawyer, with the whole dossier."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from xl_dunning.frontends.cli_lists import chosen_list, list_options
from xl_dunning.frontends.cli_types import Day, today
from xl_dunning.frontends.dutch_click import DutchCommand
from xl_dunning.frontends.messages_nl import amount, finding_text
from xl_dunning.frontends.options import HandOverOptions
from xl_dunning.frontends.reporting import DONE
from xl_dunning.rules.findings import Finding, Severity
from xl_dunning.workflow.handover_claim import Recipient

if TYPE_CHECKING:
    from xl_dunning.frontends.hand_over import HandOverResult


@click.command(
    "handover",
    cls=DutchCommand,
    help="Draag een debiteur over aan een incassobureau of jurist: één zip met het hele dossier.",
)
@list_options
@click.option("--debtor", required=True, metavar="NUMMER", help="Debiteurnummer.")
@click.option(
    "--invoice",
    "invoices",
    multiple=True,
    metavar="NUMMER",
    help="Factuur; mag vaker. Leeg: alles wat over de vervaldatum is.",
)
@click.option(
    "--to",
    type=click.Choice([recipient.value for recipient in Recipient]),
    default=Recipient.AGENCY.value,
    help="Aan een incassobureau (agency) of voor juridische stappen (lawyer).",
)
@click.option("--name", default="", metavar="NAAM", help="Hoe dat bureau of die jurist heet.")
@click.option("--as-of", type=Day(), metavar="DATUM", help="Peildatum; zonder deze optie vandaag.")
@click.option(
    "--output",
    metavar="MAP",
    type=click.Path(path_type=Path, readable=False),
    help="Waar het dossier komt; anders de map overdracht naast de lijst.",
)
@click.option(
    "--incomplete",
    is_flag=True,
    help="Ook als er iets ontbreekt; de index zegt dan wat.",
)
def handover_command(*, as_json: bool, to: str, as_of: date | None, **chosen: Any) -> int:  # noqa: ANN401
    """Make and record the dossier."""
    from xl_dunning.frontends.hand_over import hand_over

    own = {
        name: chosen.pop(name) for name in ("debtor", "invoices", "name", "output", "incomplete")
    }
    result = hand_over(
        HandOverOptions(list=chosen_list(chosen), as_of=as_of or today(), to=Recipient(to), **own)
    )
    if as_json:
        from xl_dunning.frontends.handover_json import handover_json

        click.echo(json.dumps(handover_json(result), ensure_ascii=False, indent=2))
        return DONE
    for line in _lines(result):
        click.echo(line)
    for line in _to_look_at(result.findings):
        click.echo(line, err=True)
    return DONE


def _lines(result: HandOverResult) -> Iterator[str]:
    """What was done, and what the user does next."""
    handover = result.handover
    debtor, count = handover.debtor, len(handover.invoices)
    who = f"debiteur {debtor.number}" + (f" ({debtor.name})" if debtor.name else "")
    what = "1 factuur" if count == 1 else f"{count} facturen"
    sums = " en ".join(amount(claim.total, claim.currency) for claim in handover.claims)
    to = result.recipient if handover.assignment.name else f"een {result.recipient}"
    yield f"Overgedragen aan {to}: {what} van {who}, samen {sums}."
    yield f"Dossier: {result.dossier}"
    yield f"Stuur dit bestand op; er zitten {len(result.files)} stukken in."
    yield "Over deze facturen komen geen brieven meer. Een betaling legt u vast met:"
    yield f"  xl-dunning log add payment --debtor {debtor.number} --invoice NUMMER --amount BEDRAG"
    yield "Komt de zaak terug, dan heft u dat op met:"
    yield f"  xl-dunning log add unblock --debtor {debtor.number} --note teruggekomen"


def _to_look_at(findings: Sequence[Finding]) -> Iterator[str]:
    """What is missing first, then what else the user should know."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        yield "Let op: het dossier is niet volledig. De index erin noemt wat ontbreekt:"
    yield from (f"! {finding_text(finding)}" for finding in errors)
    yield from (f"- {finding_text(each)}" for each in findings if each not in errors)
