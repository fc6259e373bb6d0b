"""Testen: which program answers, and where everything lies."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from xl_dunning import __version__
from xl_dunning.frontends.live_door import list_in
from xl_dunning.frontends.ribbon.desk import Press, Told, told
from xl_dunning.sheets.live import read_state


def tell(press: Press) -> Told:
    """The versions, the interpreter, and the places of workbook and case file."""
    options = list_in(press.book)
    built_by = str(read_state(press.book).get(("boek", "versie")) or "onbekend")
    return told(
        "TESTED",
        version=__version__,
        python=platform.python_version(),
        interpreter=sys.executable,
        xlwings=_version_of("xlwings"),
        built=built_by,
        book=str(options.file),
        casefile=options.casefile_or_default,
    )


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "niet geïnstalleerd"
