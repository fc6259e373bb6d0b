"""The command attach: serve the buttons without Excel starting a program."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click

from xl_dunning.frontends.dutch_click import DutchCommand
from xl_dunning.frontends.messages_nl import sentence
from xl_dunning.frontends.reporting import DONE
from xl_dunning.frontends.setup.machine import bridge_folder, this_machine
from xl_dunning.frontends.setup.spool import Press
from xl_dunning.rules.findings import Refusal


@click.command(
    "attach",
    cls=DutchCommand,
    help="Voer de knoppen van Excel uit in dit venster, voor computers waarop Excel zelf geen "
    "programma mag starten. Laat het venster open; stop met Ctrl-C.",
)
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="Waar Excel de opdrachten neerlegt; zonder deze optie de gebruikelijke map.",
)
def attach_command(*, folder: Path | None) -> int:
    """Listen until Ctrl-C."""
    from xl_dunning.frontends.setup.listener import listen

    usual = bridge_folder(this_machine())
    if folder is None and usual is None:
        raise Refusal("ATTACH_NO_FOLDER")
    if find_spec("xlwings") is None:
        raise Refusal("INSTALL_NO_XLWINGS")
    try:
        listen(folder or Path(str(usual)), _press, tell=click.echo)
    except KeyboardInterrupt:
        click.echo(sentence("ATTACH_ENDED", {}))
    return DONE


def _press(press: Press) -> str:
    """Do the press on the open workbook that it names; returns what went wrong, or nothing."""
    import xlwings as xw

    ribbon = import_module("xl_dunning.frontends.ribbon")
    for app in xw.apps:
        for book in app.books:
            if press.book in {book.fullname, book.api.FullName if sys.platform == "win32" else ""}:
                said = str(ribbon.press_on(book, press.control, press.choice))
                if sys.platform == "darwin":
                    book.macro("XlDunning.Refresh")()
                return said
    return sentence("ATTACH_BOOK_GONE", {"book": press.book_name})
