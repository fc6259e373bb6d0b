"""The checks of ``xl-dunning doctor``: each a pure function of the facts, with one thing to say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath, PureWindowsPath
from typing import TypeAlias

from xl_dunning.frontends.setup.facts import Facts, python_of
from xl_dunning.frontends.setup.machine import MAC, WINDOWS
from xl_dunning.rules.findings import Finding, error, warning

Check: TypeAlias = Callable[[Facts], Finding | None]
"""Finds one thing; None when it is in order or does not concern this machine."""


def checked(facts: Facts) -> tuple[Finding, ...]:
    """Everything that is wrong (errors) or good to know (warnings), in the order to solve it."""
    return tuple(found for check in CHECKS if (found := check(facts)))


def no_excel(facts: Facts) -> Finding | None:
    """There is no Excel for this system."""
    return None if facts.machine.has_excel else warning("DOCTOR_NO_EXCEL")


def no_xlwings(facts: Facts) -> Finding | None:
    """The extra is not installed."""
    return error("DOCTOR_NO_XLWINGS") if facts.xlwings is None else None


def no_configuration(facts: Facts) -> Finding | None:
    """Excel does not know which Python to start."""
    if not facts.machine.has_excel or facts.settings is not None:
        return None
    return error("DOCTOR_NO_CONF", file=facts.configuration)


def python_gone(facts: Facts) -> Finding | None:
    """The Python that Excel would start is not there any more."""
    if facts.python_exists:
        return None
    return error("DOCTOR_PYTHON_GONE", python=python_of(facts.settings or {}))


def python_other(facts: Facts) -> Finding | None:
    """Excel starts another Python than the one in which this program runs."""
    python = python_of(facts.settings or {})
    pure = PureWindowsPath if facts.machine.platform == WINDOWS else PurePosixPath
    if not (python and facts.python_exists) or pure(python) == pure(facts.machine.executable):
        return None
    return error("DOCTOR_PYTHON_OTHER", python=python, ours=facts.machine.executable)


def script_missing(facts: Facts) -> Finding | None:
    """The script that starts Python on a Mac is not in its place, or is of another version."""
    if facts.script is None or facts.script_exists:
        return None
    return error("DOCTOR_SCRIPT_MISSING", file=facts.script)


def shadowed(facts: Facts) -> Finding | None:
    """A file with the name of a module would be loaded in its place."""
    names = (*facts.shadowed_by, *(facts.book.shadows if facts.book else ()))
    return error("DOCTOR_SHADOWED", names=", ".join(dict.fromkeys(names))) if names else None


def pandas_there(facts: Facts) -> Finding | None:
    """Each press loads it and takes longer."""
    return warning("DOCTOR_PANDAS") if facts.pandas else None


def book_gone(facts: Facts) -> Finding | None:
    """The workbook that was named is not there."""
    book = facts.book
    return error("DOCTOR_BOOK_GONE", file=book.name) if book and not book.exists else None


def book_unbuilt(facts: Facts) -> Finding | None:
    """It is no workbook of ours, or too old to tell."""
    book = facts.book
    if not book or not book.exists or book.is_url or book.stamp is not None:
        return None
    return error("DOCTOR_BOOK_UNBUILT", file=book.name)


def book_older(facts: Facts) -> Finding | None:
    """Its VBA is that of another xlwings."""
    book = facts.book
    if not book or book.stamp is None or facts.xlwings in {None, book.stamp}:
        return None
    return error("DOCTOR_BOOK_XLWINGS", file=book.name, built=book.stamp, now=facts.xlwings)


def book_marked(facts: Facts) -> Finding | None:
    """Windows blocks its macros because it came from the internet."""
    book = facts.book
    return error("DOCTOR_MARK", file=book.name) if book and book.marked else None


def in_the_cloud(facts: Facts) -> Finding | None:
    """Its name is a web address for Excel."""
    book = facts.book
    cloud = book and (book.is_url or "onedrive" in book.name.lower())
    return warning("DOCTOR_CLOUD", file=book.name) if book and cloud else None


def folder_closed(facts: Facts) -> Finding | None:
    """Nothing can be written beside it."""
    book = facts.book
    return error("DOCTOR_FOLDER_CLOSED", file=book.name) if book and not book.folder_open else None


def casefile_closed(facts: Facts) -> Finding | None:
    """The case file can't be written."""
    names = facts.book.closed_files if facts.book else ()
    return error("DOCTOR_CASEFILE_CLOSED", file=", ".join(names)) if names else None


def templates_unreadable(facts: Facts) -> Finding | None:
    """A letter template is no Word file."""
    names = facts.book.bad_templates if facts.book else ()
    return error("DOCTOR_TEMPLATES", files=", ".join(names)) if names else None


def mac_consent(facts: Facts) -> Finding | None:
    """A Mac asks once; a wrong answer is found back in the settings."""
    return warning("DOCTOR_MAC_CONSENT") if facts.machine.platform == MAC else None


def defender(facts: Facts) -> Finding | None:
    """A rule of firms forbids Excel to start a program."""
    return warning("DOCTOR_DEFENDER") if facts.machine.platform == WINDOWS else None


CHECKS: tuple[Check, ...] = (
    no_excel,
    no_xlwings,
    no_configuration,
    python_gone,
    python_other,
    script_missing,
    shadowed,
    book_gone,
    book_unbuilt,
    book_older,
    book_marked,
    in_the_cloud,
    folder_closed,
    casefile_closed,
    templates_unreadable,
    pandas_there,
    mac_consent,
    defender,
)
