"""The command press: a button of the tab without a mouse, which also shows what goes wrong."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from xl_dunning.frontends.dutch_click import DutchCommand
from xl_dunning.frontends.reporting import DONE, REFUSED
from xl_dunning.rules.findings import Refusal

if TYPE_CHECKING:
    from xl_dunning.sheets.live import Book

_PATH = click.Path(path_type=Path, readable=False)


@click.command(
    "press",
    cls=DutchCommand,
    help="Druk op een knop van het tabblad Debiteuren, in een werkmap die in Excel opengaat. KNOP "
    "is de naam ervan, zoals xldCompute; zonder KNOP ziet u ze allemaal.",
)
@click.argument("button", metavar="[KNOP]", default="")
@click.option("--book", metavar="BESTAND", type=_PATH, help="De werkmap.")
@click.option("--choice", default="", metavar="KEUZE", help="Het antwoord op een vraag; 1 is ja.")
@click.option("--file", "export", metavar="BESTAND", type=_PATH, help="De export voor xldImport.")
def press_command(*, button: str, book: Path | None, choice: str, export: Path | None) -> int:
    """Press it; tell what the workbook would tell."""
    from xl_dunning.frontends.ribbon import BUTTONS, serve
    from xl_dunning.sheets.live import read_state, write_state

    if not button:
        click.echo("\n".join(BUTTONS))
        return DONE
    control = {name.casefold(): name for name in BUTTONS}.get(button.casefold())
    if control is None:
        raise Refusal("PRESS_UNKNOWN", button=button, buttons=", ".join(BUTTONS))
    if book is None:
        raise Refusal("PRESS_NO_BOOK", button=control)
    if not book.is_file():
        raise Refusal("FILE_MISSING", file=str(book))
    opened = _open(book, control, export)
    if export:
        write_state(opened, {("invoer", "bestand"): str(export.absolute())})
    if failed := serve(opened, control, choice):
        sys.stderr.write(f"{failed}\n")
        return REFUSED
    said = read_state(opened)
    click.echo(str(said.get(("melding", "tekst")) or "Gedaan."))
    if said.get(("melding", "soort")):
        click.echo("Antwoord met --choice.")
    return DONE


def _open(path: Path, control: str, export: Path | None) -> Book:
    """The workbook in Excel: where it is open already, that one.

    Raises:
        Refusal: PRESS_NO_EXCEL with the command that does the same; PRESS_BOOK_CLOSED.
    """
    try:
        import xlwings
    except ImportError:
        raise _no_excel(path, control, export) from None
    if not len(xlwings.engines):
        raise _no_excel(path, control, export)
    try:
        return xlwings.Book(str(path.absolute()))
    except Exception as problem:
        raise Refusal("PRESS_BOOK_CLOSED", file=path.name) from problem


def _no_excel(path: Path, control: str, export: Path | None) -> Refusal:
    from xl_dunning.frontends.ribbon.without_excel import INSTEAD

    command = INSTEAD.get(control)
    if command is None:
        return Refusal("PRESS_ONLY_EXCEL", button=control)
    typed = command.format(book=path, export=export or "EXPORT")
    return Refusal("PRESS_NO_EXCEL", command=typed)
