"""The files that ``xl-dunning new`` makes: the workbook, and own copies of the letter templates."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from xl_dunning import __version__
from xl_dunning.excel.addin_sheets import addin_sheets
from xl_dunning.excel.build import build_workbook
from xl_dunning.excel.law_sheets import SHEET as LAW_SHEET
from xl_dunning.excel.law_sheets import law_rows
from xl_dunning.excel.package import BookKind
from xl_dunning.excel.pages import workbook_sheets
from xl_dunning.excel.xlwings_modules import CONFIG_ROWS, CONFIG_SHEET, xlwings_version
from xl_dunning.frontends.messages_nl.new_workbook import CONTROL_LABELS
from xl_dunning.frontends.new_workbook import workbook_plan
from xl_dunning.law.loader import load_law
from xl_dunning.rules.findings import Finding, Refusal, Severity
from xl_dunning.rules.settings_rules import COLUMNS, KEYS, setting_key, settings_from
from xl_dunning.sheets.marking import MarkValue
from xl_dunning.shipped import shipped
from xl_dunning.toml_file import read_toml

BOOK, PLAIN_BOOK, ADDIN = "Debiteuren.xlsm", "Debiteuren.xlsx", "xl-dunning.xlam"
TEMPLATES = "sjablonen"
STATE_SHEET = "_ribbon"
COUNTRIES = ("nl", "be")
"""Whose law the worksheet functions know."""
STATE_HEADER = ("id", "eigenschap", "waarde")

HiddenSheets = Mapping[str, Sequence[Sequence[MarkValue | bool]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFiles:
    """What was made."""

    folder: Path
    books: tuple[Path, ...]
    """The workbook, and the add-in when there is one."""
    templates: Path
    kept_templates: bool
    """Whether the folder of templates stood there already, and was left as it was."""
    bridge_only: bool
    findings: tuple[Finding, ...]
    """What is odd in the settings that were given."""


def new_files(
    folder: Path, *, settings: Path | None = None, bridge_only: bool = False, addin: bool = False
) -> NewFiles:
    """Make the workbook and the templates in the folder; nothing that is there is replaced.

    With ``addin`` the workbook has no macros, and the tab comes from an add-in beside it.

    Raises:
        Refusal: NEW_FILE_EXISTS, NEW_FOLDER_CLOSED, EXCEL_EXTRA_MISSING, EXCEL_EXTRA_UNKNOWN,
            SETTINGS_WRONG, TOML_NOT_FOUND, TOML_UNREADABLE or TOML_SYNTAX; nothing is made.
    """
    folder = folder.absolute()
    targets = [folder / name for name in ((PLAIN_BOOK, ADDIN) if addin else (BOOK,))]
    for target in targets:
        if target.exists():
            raise Refusal("NEW_FILE_EXISTS", file=target.name, folder=str(folder))
    chosen, findings = company_settings(settings)
    hidden = hidden_sheets(bridge_only=bridge_only)
    sheets = workbook_sheets(
        workbook_plan(settings={"sjabloonmap": TEMPLATES, **chosen}, hidden_sheets=hidden)
    )
    if addin:
        inside = addin_sheets({name: hidden[name] for name in (CONFIG_SHEET, LAW_SHEET)})
        tab = build_workbook(inside, kind=BookKind.ADDIN, bridge_only=bridge_only)
        contents = [sheets, tab]
    else:
        contents = [build_workbook(sheets, bridge_only=bridge_only)]
    kept = (folder / TEMPLATES).exists()
    _write(dict(zip(targets, contents, strict=True)), folder=folder, with_templates=not kept)
    return NewFiles(
        folder=folder,
        books=tuple(targets),
        templates=folder / TEMPLATES,
        kept_templates=kept,
        bridge_only=bridge_only,
        findings=findings,
    )


def hidden_sheets(*, bridge_only: bool) -> HiddenSheets:
    """The sheets for the program alone, as they are before the first button is pressed."""
    stamps = (
        ("boek", "versie", __version__),
        ("boek", "xlwings", "" if bridge_only else xlwings_version()),
        ("boek", "brug", bridge_only),
    )
    labels = ((control, "label", label) for control, label in CONTROL_LABELS.items())
    return {
        STATE_SHEET: (STATE_HEADER, *labels, *stamps),
        CONFIG_SHEET: CONFIG_ROWS,
        LAW_SHEET: law_rows([load_law(country) for country in COUNTRIES]),
    }


def company_settings(file: Path | None) -> tuple[dict[str, MarkValue], tuple[Finding, ...]]:
    """The settings in a TOML file by their keys on the sheet, and what is odd about them.

    Answers about the columns of a list stay out: this workbook has columns of its own.

    Raises:
        Refusal: SETTINGS_WRONG with all errors, TOML_NOT_FOUND, TOML_UNREADABLE or TOML_SYNTAX.
    """
    if file is None:
        return {}, ()
    typed = read_toml(file)
    _, findings = settings_from(typed, origin=file.name)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise Refusal("SETTINGS_WRONG", findings=findings)
    known = {setting_key(header): value for header, value in typed.items() if header != COLUMNS}
    return {key: _cell(known[key]) for key in KEYS if key in known}, findings


def _cell(value: object) -> MarkValue:
    """A value of a TOML file as a cell of the sheet holds it."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return value if isinstance(value, int | Decimal) else str(value)


def _write(contents: Mapping[Path, bytes], *, folder: Path, with_templates: bool) -> None:
    """Write everything, or take away again what was written."""
    made: list[Path] = []
    templates = folder / TEMPLATES
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in contents.items():
            # "x": what appeared there in the meantime is not replaced either.
            with path.open("xb") as file:
                made.append(path)
                file.write(content)
        if with_templates:
            _copy_templates(templates)
    except OSError as problem:
        for path in made:
            path.unlink(missing_ok=True)
        if with_templates:
            shutil.rmtree(templates, ignore_errors=True)
        raise Refusal("NEW_FOLDER_CLOSED", folder=str(folder)) from problem


def _copy_templates(target: Path) -> None:
    source = shipped("letter_templates")
    target.mkdir()
    for language in ("nl", "en"):
        shutil.copytree(source / language, target / language)
    # A table of the fields that she may use in them.
    shutil.copy(source / "README.md", target / "README.md")
