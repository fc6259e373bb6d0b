"""install writes where xlwings looks for our project, and touches nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath

import pytest

from tests.acceptance.company import cli
from xl_dunning.frontends.setup.installing import install, merged, plan, settings_in, uninstall
from xl_dunning.frontends.setup.machine import (
    MAC,
    WINDOWS,
    Machine,
    bridge_folder,
    configuration,
    interpreter_settings,
    script_folder,
)
from xl_dunning.rules.findings import Refusal

CONTAINER = "/Users/An/Library/Containers/com.microsoft.Excel/Data"
WIN = Machine(
    platform=WINDOWS,
    home=r"C:\Users\An",
    executable=r"C:\xl\python.exe",
    env={"USERPROFILE": r"D:\Thuis\An", "LOCALAPPDATA": r"D:\Thuis\An\AppData\Local"},
)
APPLE = Machine(platform=MAC, home="/Users/An", executable="/opt/xl/bin/python")
LINUX = Machine(platform="linux", home="/home/an", executable="/usr/bin/python3")

PLACES = [
    (WIN, configuration, r"D:\Thuis\An\.xl-dunning\xl-dunning.conf"),
    (APPLE, configuration, f"{CONTAINER}/xl-dunning.conf"),
    (LINUX, configuration, None),
    (WIN, script_folder, None),
    (APPLE, script_folder, "/Users/An/Library/Application Scripts/com.microsoft.Excel"),
    (LINUX, script_folder, None),
    (WIN, bridge_folder, r"D:\Thuis\An\AppData\Local\xl-dunning\brug"),
    (APPLE, bridge_folder, f"{CONTAINER}/xl-dunning/brug"),
    (LINUX, bridge_folder, None),
]


@pytest.mark.parametrize(("machine", "where", "path"), PLACES)
def test_every_place_on_every_system(machine: Machine, where: object, path: str | None) -> None:
    assert callable(where)
    found: PurePath | None = where(machine)
    assert (str(found) if found else None) == path


def test_the_variable_decides_about_the_bridge_on_every_system() -> None:
    for machine in (WIN, APPLE, LINUX):
        asked = Machine(
            platform=machine.platform, home="x", executable="x", env={"XL_DUNNING_BRIDGE": "/brug"}
        )
        assert str(bridge_folder(asked)).replace("\\", "/") == "/brug"


CONDA = {
    "CONDA_EXE": r"C:\conda\Scripts\conda.exe",
    "CONDA_DEFAULT_ENV": "werk",
    "CONDA_PREFIX": r"C:\conda\envs\werk",
}
IN_CONDA, BESIDE_CONDA = r"C:\conda\envs\werk\python.exe", r"C:\venv\Scripts\python.exe"
INTERPRETERS: list[tuple[str, str, Mapping[str, str], dict[str, str], str]] = [
    (WINDOWS, "C:\\p.exe", {}, {"INTERPRETER_WIN": "C:\\p.exe"}, "pip, pipx, uv and venv"),
    (MAC, "/p", {}, {"INTERPRETER_MAC": "/p"}, "a Mac"),
    (MAC, "/p", CONDA, {"INTERPRETER_MAC": "/p"}, "a Mac needs no conda environment"),
    (WINDOWS, IN_CONDA, CONDA, {"CONDA PATH": "C:\\conda", "CONDA ENV": "werk"}, "conda"),
    (WINDOWS, BESIDE_CONDA, CONDA, {"INTERPRETER_WIN": BESIDE_CONDA}, "venv in a conda shell"),
]


@pytest.mark.parametrize(("platform", "python", "env", "settings", "why"), INTERPRETERS)
def test_excel_starts_the_python_that_runs_install(
    platform: str, python: str, env: Mapping[str, str], settings: dict[str, str], why: str
) -> None:
    machine = Machine(platform=platform, home="x", executable=python, env=env)
    assert interpreter_settings(machine) == settings, why


@pytest.fixture
def apple(tmp_path: Path) -> Machine:
    return Machine(platform=MAC, home=str(tmp_path / "thuis"), executable="/opt/xl/bin/python")


@pytest.fixture
def xlwings(tmp_path: Path) -> Path:
    folder = tmp_path / "xlwings"
    folder.mkdir()
    (folder / "xlwings-0.37.8.applescript").write_text("on run")
    return folder


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_mac_gets_one_configuration_and_one_script(apple: Machine, xlwings: Path) -> None:
    install(plan(apple, xlwings_folder=xlwings, xlwings_version="0.37.8"))
    assert files(Path(apple.home)) == {
        "Library/Containers/com.microsoft.Excel/Data/xl-dunning.conf",
        "Library/Application Scripts/com.microsoft.Excel/xlwings-0.37.8.applescript",
    }
    written = Path(str(configuration(apple))).read_text()
    assert written == '"INTERPRETER_MAC","/opt/xl/bin/python"\n'


def test_a_second_time_changes_nothing_and_keeps_what_the_user_added(
    apple: Machine, xlwings: Path
) -> None:
    path = Path(str(configuration(apple)))
    path.parent.mkdir(parents=True)
    path.write_text('"SHOW CONSOLE","true"\n"INTERPRETER_MAC","/oud"\n')
    for _ in range(2):
        install(plan(apple, xlwings_folder=xlwings, xlwings_version="0.37.8"))
        assert settings_in(path.read_text()) == {
            "SHOW CONSOLE": "true",
            "INTERPRETER_MAC": "/opt/xl/bin/python",
        }
    uninstall(apple)
    assert path.read_text() == '"SHOW CONSOLE","true"\n'


def test_taking_out_leaves_other_projects_alone(apple: Machine, xlwings: Path) -> None:
    other = Path(str(configuration(apple))).with_name("xlwings.conf")
    other.parent.mkdir(parents=True)
    other.write_text("van een ander")
    install(plan(apple, xlwings_folder=xlwings, xlwings_version="0.37.8"))
    assert uninstall(apple) == (Path(str(configuration(apple))),)
    assert uninstall(apple) == ()
    assert other.read_text() == "van een ander"


def test_a_conda_environment_that_is_left_takes_its_lines_with_it() -> None:
    before = merged("", {"CONDA PATH": "C:/conda", "CONDA ENV": "werk"})
    assert merged(before, {"INTERPRETER_WIN": "p"}) == '"INTERPRETER_WIN","p"\n'


@pytest.mark.parametrize(
    ("machine", "folder", "code"),
    [(LINUX, Path("xlwings"), "INSTALL_NO_EXCEL"), (APPLE, None, "INSTALL_NO_XLWINGS")],
)
def test_what_cannot_be_installed_is_refused(
    machine: Machine, folder: Path | None, code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        plan(machine, xlwings_folder=folder)
    assert refused.value.code == code


def test_a_closed_folder_is_refused_with_its_name(apple: Machine, xlwings: Path) -> None:
    Path(apple.home).write_text("geen map")
    with pytest.raises(Refusal) as refused:
        install(plan(apple, xlwings_folder=xlwings, xlwings_version="0.37.8"))
    assert refused.value.code == "INSTALL_NOT_WRITTEN"


def test_the_command_says_that_there_is_no_excel_here() -> None:
    done = cli("install", "--dry-run")
    assert done.code == 1
    assert done.err.startswith("Op deze computer bestaat Excel niet")
