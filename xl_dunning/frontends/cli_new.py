"""The command new: a workbook with the tab Debiteuren, and own copies of the letters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from xl_dunning.frontends.dutch_click import DutchCommand
from xl_dunning.frontends.messages_nl import finding_text, sentence
from xl_dunning.frontends.reporting import DONE

if TYPE_CHECKING:
    from xl_dunning.frontends.new_files import NewFiles

_PATH = click.Path(path_type=Path, readable=False)


@click.command(
    "new", cls=DutchCommand, help="Maak de werkmap Debiteuren.xlsm en uw eigen briefsjablonen."
)
@click.argument("folder", metavar="[MAP]", type=_PATH, default=Path("Debiteuren"))
@click.option(
    "--settings",
    metavar="BESTAND.toml",
    type=_PATH,
    help="Gegevens van uw bedrijf, om in te vullen.",
)
@click.option(
    "--bridge-only",
    is_flag=True,
    help="Excel start zelf geen programma; de knoppen werken zolang “xl-dunning attach” loopt.",
)
@click.option(
    "--addin",
    is_flag=True,
    help="Een werkmap zonder macro's, met het tabblad in een invoegtoepassing ernaast.",
)
def new_command(folder: Path, *, settings: Path | None, bridge_only: bool, addin: bool) -> int:
    """Make the files, and say what to do next."""
    from xl_dunning.frontends.new_files import new_files

    made = new_files(folder, settings=settings, bridge_only=bridge_only, addin=addin)
    for finding in made.findings:
        click.echo(finding_text(finding), err=True)
    for line in new_lines(made, with_company=settings is not None):
        click.echo(line)
    return DONE


def new_lines(made: NewFiles, *, with_company: bool) -> list[str]:
    """What was made, and what to do next, in the order in which it is to be done."""
    book, *addins = made.books
    lines = [sentence("NEW_MADE", {"file": str(path)}) for path in made.books]
    of_templates = "NEW_TEMPLATES_KEPT" if made.kept_templates else "NEW_TEMPLATES"
    lines.append(sentence(of_templates, {"folder": str(made.templates)}))
    lines.append(sentence("NEW_NEXT_ATTACH" if made.bridge_only else "NEW_NEXT_INSTALL", {}))
    if addins:
        addin = addins[0].name
        lines.append(sentence("NEW_NEXT_ADDIN", {"file": addin, "book": book.name}))
    else:
        lines.append(sentence("NEW_NEXT_OPEN", {"file": book.name}))
    if not with_company:
        lines.append(sentence("NEW_NEXT_COMPANY", {}))
    lines.append(sentence("NEW_NOT_TRIED", {}))
    return lines
