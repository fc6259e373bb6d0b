"""Voorbeeldbrief: what the selected debtor would get today; nothing is recorded."""

from __future__ import annotations

import tempfile
from pathlib import Path

from xl_dunning.frontends.live_door import list_in, live_door
from xl_dunning.frontends.messages_nl import counted
from xl_dunning.frontends.options import RunOptions
from xl_dunning.frontends.ribbon.days import reference_date
from xl_dunning.frontends.ribbon.desk import Press, Told, told
from xl_dunning.frontends.ribbon.selecting import one_debtor
from xl_dunning.frontends.run import letters_tried
from xl_dunning.rules.findings import Refusal

FOLDER = "xl-dunning-voorbeelden"
MARK = "VOORBEELD "


def preview(press: Press) -> Told:
    """Make the letters of the selected debtor in a folder for what is only to be looked at.

    Raises:
        Refusal: NOTHING_SELECTED, ONE_DEBTOR_ONLY, PREVIEW_NO_LETTER, PREVIEW_NOT_WRITTEN.
    """
    listed, door = list_in(press.book), live_door(press.book)
    debtor = one_debtor(press.book, door.read(listed))
    options = RunOptions(
        list=listed,
        as_of=reference_date(press),
        dry_run=True,
        in_place=True,
        debtors=(debtor,),
    )
    notices, room = letters_tried(options, door=door)
    if not notices:
        raise Refusal("PREVIEW_NO_LETTER", debtor=debtor)
    try:
        folder = _empty_folder()
        made = room.write(notices, str(folder))
        for letter in made:
            (folder / letter.file).rename(folder / f"{MARK}{letter.file}")
    except OSError as reason:
        raise Refusal("PREVIEW_NOT_WRITTEN", folder=tempfile.gettempdir()) from reason
    return told(
        "PREVIEWED",
        letters=counted(len(made), "voorbeeldbrief", "voorbeeldbrieven"),
        debtor=debtor,
        folder=str(folder),
    )


def _empty_folder() -> Path:
    """A new folder in the user's own temporary one."""
    home = Path(tempfile.gettempdir()) / FOLDER
    home.mkdir(exist_ok=True)
    return Path(tempfile.mkdtemp(dir=home, prefix="brief-"))
