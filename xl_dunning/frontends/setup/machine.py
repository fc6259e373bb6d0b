"""Where Excel and xlwings look on this machine: pure functions of system, home, environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

PROJECT = "xl-dunning"
"""PROJECT_NAME in our copy of xlwings' module: our own files, nothing of other xlwings projects."""
WINDOWS, MAC = "win32", "darwin"
_CONTAINER = "Library/Containers/com.microsoft.Excel/Data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What decides where things are."""

    platform: str
    """As ``sys.platform``."""
    home: str
    executable: str
    """The Python that runs this program."""
    env: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_excel(self) -> bool:
        """Whether Excel exists for this system at all."""
        return self.platform in {WINDOWS, MAC}


def this_machine() -> Machine:
    """The machine on which this runs."""
    return Machine(
        platform=sys.platform, home=str(Path.home()), executable=sys.executable, env=os.environ
    )


def configuration(machine: Machine) -> PurePath | None:
    """The file in which xlwings looks for the Python of our project; None without Excel."""
    if machine.platform == WINDOWS:
        profile = machine.env.get("USERPROFILE") or machine.home
        return PureWindowsPath(profile) / f".{PROJECT}" / f"{PROJECT}.conf"
    if machine.platform == MAC:
        return PurePosixPath(machine.home) / _CONTAINER / f"{PROJECT}.conf"
    return None


def script_folder(machine: Machine) -> PurePath | None:
    """Where Excel for Mac wants the script that starts Python; None elsewhere."""
    if machine.platform != MAC:
        return None
    return PurePosixPath(machine.home) / "Library/Application Scripts/com.microsoft.Excel"


def bridge_folder(machine: Machine) -> PurePath | None:
    """The folder of the bridge; None where there is none without the variable."""
    windows = machine.platform == WINDOWS
    if named := machine.env.get("XL_DUNNING_BRIDGE"):
        return PureWindowsPath(named) if windows else PurePosixPath(named)
    if windows:
        local = machine.env.get("LOCALAPPDATA")
        base = PureWindowsPath(local or PureWindowsPath(machine.home) / "AppData" / "Local")
        return base / PROJECT / "brug"
    if machine.platform == MAC:
        return PurePosixPath(machine.home) / _CONTAINER / PROJECT / "brug"
    return None


def interpreter_settings(machine: Machine) -> dict[str, str]:
    """The lines of the configuration that are ours: name to value.

    On Windows a conda Python starts only in its environment, so that one is named instead.
    """
    if machine.platform == MAC:
        return {"INTERPRETER_MAC": machine.executable}
    if conda := _conda(machine):
        return conda
    return {"INTERPRETER_WIN": machine.executable}


def _conda(machine: Machine) -> dict[str, str]:
    program, name = machine.env.get("CONDA_EXE"), machine.env.get("CONDA_DEFAULT_ENV")
    prefix = machine.env.get("CONDA_PREFIX")
    if not (program and name and prefix):
        return {}
    python = PureWindowsPath(machine.executable)
    # An own environment (venv, uv) inside a conda shell is no conda Python.
    if PureWindowsPath(prefix) != python.parent:
        return {}
    return {"CONDA PATH": str(PureWindowsPath(program).parent.parent), "CONDA ENV": name}
