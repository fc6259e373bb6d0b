"""Importeren: the chosen export comes into Facturen and Debiteuren; her own marks stay."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from xl_dunning.casefile.store import open_casefile
from xl_dunning.frontends.live_door import DEBTORS, INVOICES, SETTINGS, list_in
from xl_dunning.frontends.messages_nl import counted, refusal_text
from xl_dunning.frontends.report_sheets import controle
from xl_dunning.frontends.ribbon.desk import Press, Told
from xl_dunning.frontends.ribbon.exported import debtor_rows, invoice_rows
from xl_dunning.frontends.ribbon.putting import put_all
from xl_dunning.frontends.ribbon.tables import read_table
from xl_dunning.rules.findings import Finding, Refusal, Severity, warning
from xl_dunning.rules.settings import Settings
from xl_dunning.rules.settings_rules import settings_from_both
from xl_dunning.sheets.grid import Grid, column_letter
from xl_dunning.sheets.lexicon import RESULT_HEADERS
from xl_dunning.sheets.live import read_grid, read_state
from xl_dunning.sheets.marking import MarkValue
from xl_dunning.sheets.masters import ANSWERED_BY_MASTERS
from xl_dunning.sheets.opening import open_grid
from xl_dunning.sheets.reader import understand
from xl_dunning.sheets.reading import Reading
from xl_dunning.sheets.sidesheets import read_side_sheets
from xl_dunning.workflow.importing import (
    DEBTOR,
    INVOICE,
    Merged,
    TableValues,
    merge_debtors,
    merge_invoices,
)

CHECKED = "Controle"
_HERS = ("Betwist", "Overslaan", "Reden overslaan")
"""What she may have noted on a row, and should not lose unseen."""
_COLUMN_QUESTIONS = (
    "COLUMN_TIE",
    "COLUMN_MISSING",
    "COLUMN_UNKNOWN",
    "COLUMN_DOUBLED",
    "COLUMN_FIELD_UNKNOWN",
    "ALL_NEGATIVE",
    "RUNNING_BALANCE",
    "DATES_SWAPPED",
    "AMOUNTS_SWAPPED",
)
"""Refusals that an answer on the sheet Instellingen can solve."""


def bring_in(press: Press) -> Told:
    """Bring the export that was chosen into the workbook.

    Raises:
        Refusal: IMPORT_NO_FILE, IMPORT_OWN_BOOK, IMPORT_PASSWORD, IMPORT_COLUMNS, or
            whatever keeps it from being read; nothing was changed.
    """
    book, state = press.book, read_state(press.book)
    path = _export(str(state.get(("invoer", "bestand")) or ""), own=list_in(book).file)
    grid = read_grid(book, only=(INVOICES, DEBTORS, SETTINGS, CHECKED))
    exported = _opened(path)
    reading = _understood(exported, path, _settings(grid), press)
    typed = (*RESULT_HEADERS[1:],)
    invoices = read_table(book, grid, sheet=INVOICES, name="tblFacturen", typed=typed)
    debtors = read_table(book, grid, sheet=DEBTORS, name="tblDebiteuren", typed=())
    merged = merge_invoices(
        invoices.rows, invoice_rows(reading, exported), computed=RESULT_HEADERS[1:]
    )
    whom = merge_debtors(debtors.rows, debtor_rows(reading))
    about = str(path), len(merged.gone)
    # The same file chosen once more is an answer too.
    if merged.is_suspect and not press.was_asked(about):
        counts = {"gone": len(merged.gone), "of": merged.known + len(merged.gone)}
        return press.asks(about, ("ASK_IMPORT", counts))
    of_export = (f for f in reading.findings if f.code not in ANSWERED_BY_MASTERS)
    findings = (*of_export, *_gone(merged))
    put_all(
        book,
        (debtors, whom.rows),
        (invoices, merged.rows),
        sheet=controle(findings, reading.skipped, more=_mapping(reading), linked=lambda _: False),
        grid=grid,
    )
    return Told(
        sentences=tuple(_sentences(merged, whom, path, findings)),
        state={("invoer", "bestand"): "", **_stale()},
    )


def _export(typed: str, *, own: Path) -> Path:
    """The file that the user chose."""
    if not typed.strip():
        raise Refusal("IMPORT_NO_FILE")
    path = Path(typed.strip())
    if path.exists() and own.exists() and path.samefile(own):
        raise Refusal("IMPORT_OWN_BOOK", file=path.name)
    return path


def _opened(path: Path) -> Grid:
    try:
        return open_grid(path)
    except Refusal as refusal:
        if refusal.code != "WITH_PASSWORD":
            raise
        # The tab has no place to type a password, as the command line has.
        raise Refusal("IMPORT_PASSWORD", file=path.name) from refusal


def _settings(grid: Grid) -> Settings:
    typed = read_side_sheets(grid, apart_from=None).settings
    settings, wrong = settings_from_both(sheet=typed, file={}, file_name="")
    errors = tuple(finding for finding in wrong if finding.severity is Severity.ERROR)
    if errors:
        raise Refusal("SETTINGS_WRONG", findings=errors)
    return settings


def _understood(exported: Grid, path: Path, settings: Settings, press: Press) -> Reading:
    casefile = open_casefile(list_in(press.book).casefile_or_default, create=False)
    try:
        return understand(
            exported,
            path=path,
            columns=settings.columns,
            remembered=casefile.remembered(),
            payment_term=settings.payment_term,
        )
    except Refusal as refusal:
        if refusal.code not in _COLUMN_QUESTIONS:
            raise
        raise Refusal("IMPORT_COLUMNS", why=refusal_text(refusal)) from refusal


def _gone(merged: Merged) -> Iterator[Finding]:
    """One line for every invoice that the export does not have any more, with her own marks."""
    for row in merged.gone:
        yield warning(
            "IMPORT_GONE",
            debtor=_text(row, DEBTOR),
            invoice=_text(row, INVOICE) or "zonder nummer",
            open=_open(row),
            marks=_marks(row),
        )


def _open(row: TableValues) -> str | Decimal:
    """What was open of it, as an amount where it is one."""
    value = row.get("Openstaand")
    return value if isinstance(value, Decimal) else _text(row, "Openstaand") or "onbekend"


def _marks(row: TableValues) -> str:
    """What she had noted on a row that goes."""
    told = [f"{header.lower()}: {_text(row, header)}" for header in _HERS if _text(row, header)]
    return "".join(f"; {mark}" for mark in told)


def _mapping(reading: Reading) -> Iterator[tuple[MarkValue, ...]]:
    """How each column of the export was read, with samples."""
    layout = reading.layout
    for column in layout.columns:
        read = f"gelezen als {column.field}" if column.field else "niet gebruikt"
        samples = ", ".join(column.samples)
        yield (
            "Gelezen",
            layout.sheet,
            layout.header_row,
            f"{column.header} ({column_letter(column.index)})",
            None,
            None,
            f"Kolom van de export, {read}{f': {samples}' if samples else ''}",
        )


def _sentences(
    merged: Merged, whom: Merged, path: Path, findings: tuple[Finding, ...]
) -> Iterator[tuple[str, dict[str, str | int]]]:
    yield (
        "IMPORTED",
        {
            "file": path.name,
            "items": counted(len(merged.rows), "factuur", "facturen"),
            "added": len(merged.added),
        },
    )
    if len(merged.gone) == 1:
        yield "IMPORTED_GONE_ONE", {}
    elif merged.gone:
        yield "IMPORTED_GONE_MORE", {"gone": len(merged.gone)}
    if whom.added:
        yield (
            "IMPORTED_DEBTORS",
            {"debtors": counted(len(whom.added), "debiteur", "debiteuren")},
        )
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    if errors:
        yield "IMPORTED_ERRORS", {"errors": counted(errors, "fout", "fouten")}
    yield "IMPORTED_NEXT", {}


def _stale() -> dict[tuple[str, str], str | bool]:
    """The counts of before say nothing about the new list."""
    return {
        ("xldLetters", "label"): "Brieven maken",
        ("xldLetters", "enabled"): True,
        ("xldLettersSelected", "enabled"): True,
        ("xldCalls", "label"): "Belijst",
    }


def _text(row: TableValues, header: str) -> str:
    value = row.get(header)
    return "" if value is None else str(value).strip()
