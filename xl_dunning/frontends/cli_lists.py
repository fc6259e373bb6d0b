"""The commands that read a list: demo, check and run.

What does the work is imported when a command is carried out: to read and write Excel, Word and a
database takes longer to load than most other commands take as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from xl_dunning.frontends.cli_types import Answer, Day, today
from xl_dunning.frontends.dutch_click import DutchCommand
from xl_dunning.frontends.options import ListOptions, RunOptions
from xl_dunning.frontends.reporting import DONE, FINDINGS
from xl_dunning.rules.agreements.asked import AskedLetter

_PATH = click.Path(path_type=Path, readable=False)
"""A path as typed; whether it can be read is told when it is read, in our own words."""

_OF_RUN = ("as_of", "output", "letters", "templates", "in_place", "dry_run")
"""Options that are fields of RunOptions."""


def list_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The argument and options that say which list and how to read it."""
    for option in reversed(
        (
            click.argument("file", metavar="BESTAND", type=_PATH),
            click.option("--settings", metavar="BESTAND.toml", type=_PATH, help="Eigen gegevens."),
            click.option(
                "--debtors", metavar="BESTAND", type=_PATH, help="Apart bestand met debiteuren."
            ),
            click.option("--sheet", metavar="NAAM", help="Het blad met de lijst."),
            click.option("--password", metavar="WOORD", help="Wachtwoord van het bestand."),
            click.option(
                "--column",
                "columns",
                multiple=True,
                type=Answer(),
                help="Welke kolom een veld is, bijvoorbeeld Vervaldatum=G. Een ronde onthoudt dit.",
            ),
            click.option(
                "--policy",
                "policies",
                multiple=True,
                metavar="NAAM",
                help="Aanmaanbeleid: naam of eigen bestand; mag vaker, het eerste is de standaard.",
            ),
            click.option(
                "--casefile",
                default="",
                metavar="BESTAND",
                help="Dossier met alle gebeurtenissen (bestand of database-adres).",
            ),
            click.option("--json", "as_json", is_flag=True, help="Uitvoer voor programma's."),
        )
    ):
        command = option(command)
    return command


def run_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say for which day, and where the results go."""
    for option in reversed(
        (
            click.option(
                "--as-of",
                type=Day(),
                metavar="DATUM",
                help="Peildatum; zonder deze optie vandaag.",
            ),
            click.option(
                "--output", metavar="BESTAND", type=_PATH, help="Waar de bijgewerkte werkmap komt."
            ),
            click.option(
                "--letters", metavar="MAP", type=_PATH, help="Waar de map met brieven komt."
            ),
            click.option("--templates", metavar="MAP", type=_PATH, help="Eigen briefsjablonen."),
            click.option(
                "--in-place", is_flag=True, help="Werk de lijst zelf bij; er blijft een kopie."
            ),
            click.option(
                "--dry-run", is_flag=True, help="Alleen de werkmap; niets versturen of vastleggen."
            ),
            click.option(
                "--strict", is_flag=True, help="Eindig met code 3 als er controlepunten zijn."
            ),
        )
    ):
        command = option(command)
    return command


@click.command("demo", cls=DutchCommand, help="Laat alles zien met een voorbeeldbedrijf.")
@click.argument("folder", metavar="[MAP]", type=_PATH, default=Path("xl-dunning-demo"))
def demo_command(folder: Path) -> int:
    """Make the example company in a folder and do the main job for it."""
    from xl_dunning.frontends.demo import demo, demo_lines

    result = demo(folder, today=today())
    _say(demo_lines(result))
    return DONE


@click.command("check", cls=DutchCommand, help="Toon hoe de lijst wordt gelezen; wijzigt niets.")
@list_options
@click.option("--strict", is_flag=True, help="Eindig met code 3 als er controlepunten zijn.")
def check_command(*, as_json: bool, strict: bool, **chosen: Any) -> int:  # noqa: ANN401
    """Show the mapping with samples, and all findings."""
    from xl_dunning.frontends.check import check
    from xl_dunning.frontends.json_report import check_json
    from xl_dunning.frontends.terminal import check_lines

    result = check(chosen_list(chosen), as_of=today())
    _say([_dumped(check_json(result))] if as_json else check_lines(result))
    return FINDINGS if strict and result.findings else DONE


@click.command(
    "run",
    cls=DutchCommand,
    help="Een aanmaanronde: werkmap bijwerken, brieven maken en vastleggen.",
)
@list_options
@run_options
def run_command(**chosen: Any) -> int:  # noqa: ANN401 - the shared options, typed by RunOptions
    """The main job."""
    return carry_out(chosen)


def carry_out(chosen: dict[str, Any], *, only: tuple[AskedLetter, ...] = ()) -> int:
    """A run with what was chosen, or only the letters that were asked for; its exit code."""
    from xl_dunning.frontends.json_report import run_json
    from xl_dunning.frontends.run import run
    from xl_dunning.frontends.terminal import letter_progress, run_lines

    as_json, strict = chosen.pop("as_json"), chosen.pop("strict")
    of_run = {name: chosen.pop(name) for name in _OF_RUN}
    as_of = of_run.pop("as_of") or today()
    what_if = of_run["dry_run"] and as_of > today()
    options = RunOptions(
        list=chosen_list(chosen), as_of=as_of, only=only, what_if=what_if, **of_run
    )
    with letter_progress() as on_progress:
        result = run(options, on_progress=on_progress)
    _say([_dumped(run_json(result))] if as_json else run_lines(result))
    return FINDINGS if strict and result.findings else DONE


def chosen_list(chosen: dict[str, Any]) -> ListOptions:
    """The list that the words of ``list_options`` name."""
    columns = dict(chosen.pop("columns"))
    return ListOptions(**chosen, columns=columns)


def _dumped(report: dict[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=False, indent=2)


def _say(lines: list[str]) -> None:
    for line in lines:
        click.echo(line)
