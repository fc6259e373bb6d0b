"""The commands for the log: log add, log list and undo; the database is loaded by these only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xl_dunning.casefile.words import CHANNEL_WORDS, KIND_WORDS, OUTCOME_WORDS
from xl_dunning.frontends.cli_types import Amount, Day, today
from xl_dunning.frontends.dutch_click import DutchCommand, DutchGroup
from xl_dunning.frontends.messages_nl import finding_text, shown
from xl_dunning.frontends.options import CASEFILE_NAME
from xl_dunning.frontends.reporting import DONE
from xl_dunning.rules.agreements.schedule import schedule_text
from xl_dunning.rules.events import Channel, Event, EventKind, Outcome
from xl_dunning.rules.findings import Finding

if TYPE_CHECKING:
    from xl_dunning.frontends.results import UndoResult

_casefile = click.option(
    "--casefile",
    default=CASEFILE_NAME,
    metavar="BESTAND",
    help=f"Dossier; zonder deze optie {CASEFILE_NAME} in deze map.",
)


@click.group(
    "log", cls=DutchGroup, help="Leg vast wat er is gebeurd (add), of toon het logboek (list)."
)
def log_group() -> None:
    """The log."""


@log_group.command(
    "add",
    cls=DutchCommand,
    help="Leg een gebeurtenis vast. SOORT is een van: " + ", ".join(EventKind),
)
@click.argument("kind", metavar="SOORT", type=click.Choice([kind.value for kind in EventKind]))
@click.option("--debtor", required=True, metavar="NUMMER", help="Debiteurnummer.")
@click.option("--invoice", default="", metavar="NUMMER", help="Factuurnummer; leeg: alle.")
@click.option("--date", "on", type=Day(), metavar="DATUM", help="Wanneer; anders vandaag.")
@click.option("--stage", default="", metavar="FASE", help="De fase die hiermee is uitgevoerd.")
@click.option("--until", type=Day(), metavar="DATUM", help="Tot en met deze dag.")
@click.option("--amount", type=Amount(), metavar="BEDRAG", help="Bedrag in euro.")
@click.option(
    "--channel", type=click.Choice([channel.value for channel in Channel]), help="Hoe: post, ..."
)
@click.option(
    "--outcome",
    type=click.Choice([outcome.value for outcome in Outcome]),
    help="Bij call: wat het gesprek opleverde.",
)
@click.option(
    "--instalments",
    "schedule",
    default="",
    metavar="TERMIJNEN",
    help="Bij plan, bijvoorbeeld: 3 x 400 per maand vanaf 1-12-2026.",
)
@click.option("--by", default="", metavar="NAAM", help="Wie dit afsprak of besliste.")
@click.option("--note", default="", metavar="TEKST", help="Notitie.")
@click.option("--event", "voids", default="", metavar="ID", help="Bij void: wat u intrekt.")
@_casefile
def add_command(
    *,
    kind: str,
    debtor: str,
    invoice: str,
    on: date | None,
    stage: str,
    until: date | None,
    amount: Decimal | None,
    channel: str | None,
    outcome: str | None,
    schedule: str,
    by: str,
    note: str,
    voids: str,
    casefile: str,
) -> int:
    """Record one event."""
    from xl_dunning.frontends.logbook import Entry, add_event

    event, findings = add_event(
        Entry(
            kind=EventKind(kind),
            debtor=debtor,
            invoice=invoice,
            on=on or today(),
            stage=stage,
            until=until,
            amount=amount,
            channel=Channel(channel) if channel else None,
            outcome=Outcome(outcome) if outcome else None,
            schedule=schedule,
            by=by,
            note=note,
            voids=voids,
        ),
        casefile=casefile,
    )
    click.echo(f"Vastgelegd: {_line(event)}")
    _warn(findings)
    return DONE


@log_group.command("list", cls=DutchCommand, help="Toon het logboek, oudste eerst.")
@click.option("--debtor", default="", metavar="NUMMER", help="Alleen deze debiteur.")
@click.option("--invoice", default="", metavar="NUMMER", help="Alleen deze factuur.")
@_casefile
def list_command(*, debtor: str, invoice: str, casefile: str) -> int:
    """Show the log."""
    from xl_dunning.frontends.logbook import list_events

    events = list_events(casefile, debtor=debtor, invoice=invoice)
    for event in events:
        click.echo(f"{event.id}  {_line(event)}")
    if not events:
        click.echo("Er is nog niets vastgelegd.")
    return DONE


@click.command(
    "undo",
    cls=DutchCommand,
    help="Trek de laatste ronde of overdracht in, of met --event één gebeurtenis.",
)
@click.option(
    "--event",
    "event_id",
    metavar="ID",
    help="Trek alleen deze gebeurtenis in; u vindt haar Id met log list.",
)
@click.option("--by", default="", metavar="NAAM", help="Wie haar intrekt.")
@click.option("--note", default="", metavar="TEKST", help="Waarom.")
@click.option(
    "--workbook",
    metavar="BESTAND",
    type=click.Path(path_type=Path, readable=False),
    help="Bij --event: de werkmap waarin de gebeurtenis staat, als het dossier haar niet kent.",
)
@click.option("--password", metavar="WOORD", help="Wachtwoord van die werkmap.")
@_casefile
def undo_command(
    *,
    event_id: str | None,
    by: str,
    note: str,
    workbook: Path | None,
    password: str | None,
    casefile: str,
) -> int:
    """Take back the last run, or one event."""
    # An empty Id, as of a script that found none, must never take back the whole run.
    if event_id is not None or workbook:
        from xl_dunning.frontends.undo_event import undo_event

        undone = undo_event(
            event_id or "",
            casefile=casefile,
            today=today(),
            by=by,
            note=note,
            workbook=workbook,
            password=password,
        )
        _say_undone(undone.event, undone.findings)
        return DONE
    from xl_dunning.frontends.logbook import undo

    result = undo(casefile, today=today(), by=by, note=note)
    for line in _undone(result):
        click.echo(line)
    _warn(result.findings)
    return DONE


def _undone(result: UndoResult) -> Iterator[str]:
    """What no longer counts, and what must not be sent."""
    steps, run = len(result.voided), result.run
    gone = "1 stap telt" if steps == 1 else f"{steps} stappen tellen"
    if not result.handover:
        yield f"Ronde {run.id} is ingetrokken: {gone} niet meer."
        if result.letters_dir:
            yield f"Verstuur de brieven in deze map niet: {result.letters_dir}"
        return
    back = "1 factuur is" if steps == 1 else f"{steps} facturen zijn"
    yield f"Overdracht {run.id} is ingetrokken: {back} weer bij u."
    if result.letters_dir:
        yield f"Stuur dit dossier niet op: {result.letters_dir}"
    else:
        yield f"Het dossier staat niet meer op zijn plaats ({run.letters_dir})."
    yield "Hebt u het al opgestuurd, trek de opdracht dan ook daar in."


def _say_undone(event: Event, findings: Iterable[Finding]) -> None:
    click.echo(f"Ingetrokken: {_line(event)}")
    if event.kind is EventKind.VOID:
        click.echo("Wat daarmee was ingetrokken, telt weer mee.")
    else:
        click.echo("Dit blijft zichtbaar in het logboek, maar telt niet meer mee.")
    _warn(findings)


def _warn(findings: Iterable[Finding]) -> None:
    for finding in findings:
        click.echo(finding_text(finding), err=True)


def _line(event: Event) -> str:
    parts = [
        shown(event.on),
        f"debiteur {event.debtor}",
        f"factuur {event.invoice}" if event.invoice else "",
        KIND_WORDS[event.kind],
        OUTCOME_WORDS[event.outcome] if event.outcome else "",
        event.stage,
        CHANNEL_WORDS[event.channel] if event.channel else "",
        shown(event.amount),
        f"betalen voor {shown(event.pay_by)}" if event.pay_by else "",
        f"tot en met {shown(event.until)}" if event.until else "",
        f"termijnen {schedule_text(event.schedule)}" if event.schedule else "",
        f"door {event.by}" if event.by else "",
        event.note,
        event.document,
        f"trekt in {event.voids}" if event.voids else "",
    ]
    return ", ".join(part for part in parts if part)
