"""The sheets of ours that are made here: Controle (findings) and Logboek (the log)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from xl_dunning.casefile.call_row import HEADERS as CALL_HEADERS
from xl_dunning.casefile.mirror import HEADERS, rows_of
from xl_dunning.frontends import calendar_sheet, difference_sheet
from xl_dunning.frontends.advice_sheet import ADVICE_HEADERS, advice_sheet
from xl_dunning.frontends.call_sheet import call_sheet
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.frontends.messages_nl.commands import SKIPPED
from xl_dunning.frontends.results import RunResult
from xl_dunning.rules.findings import Finding, Place, Severity
from xl_dunning.sheets.grid import CellValue
from xl_dunning.sheets.marking import DATE_FORMAT, MONEY_FORMAT, MarkValue, OwnSheet, SheetColumn
from xl_dunning.sheets.reading import SkippedRow

SEVERITY_WORDS = {Severity.ERROR: "Fout", Severity.WARNING: "Let op"}
FINDING_COLUMNS = (
    SheetColumn(header="Ernst", width=13),
    SheetColumn(header="Blad", width=20),
    SheetColumn(header="Rij", width=7, format="0"),
    SheetColumn(header="Kolom", width=20),
    SheetColumn(header="Debiteur", width=14),
    SheetColumn(header="Factuur", width=16),
    SheetColumn(header="Wat is er, en wat kunt u doen?", width=90),
)
_LOG_FORMATS = {
    **dict.fromkeys(("Datum", "Betalen voor", "Tot en met"), DATE_FORMAT),
    "Bedrag": MONEY_FORMAT,
}
_LOG_WIDTHS = {"Id": 12, "Notitie": 36, "Document": 44, "Vingerafdruk": 14, "Trekt in": 12}
LOG_COLUMNS = tuple(
    SheetColumn(
        header=header, width=_LOG_WIDTHS.get(header, 17), format=_LOG_FORMATS.get(header, "")
    )
    for header in HEADERS
)
OWN_HEADERS: Mapping[str, tuple[str, ...]] = {
    "Belijst": CALL_HEADERS,
    calendar_sheet.NAME: tuple(column.header for column in calendar_sheet.COLUMNS),
    "Advies": ADVICE_HEADERS,
    "Controle": tuple(column.header for column in FINDING_COLUMNS),
    difference_sheet.NAME: difference_sheet.HEADERS,
    "Logboek": HEADERS,
}
"""What we put in the first row of each sheet of ours; anything else there is the user's."""


def report_sheets(result: RunResult) -> tuple[OwnSheet, ...]:
    """Belijst, Termijnen, Advies, Controle, Verschil and Logboek, made anew from the run.

    A what-if has no Logboek: whoever types there would think that it counts.
    """
    return (
        call_sheet(result),
        calendar_sheet.calendar_sheet(result),
        advice_sheet(result),
        findings_sheet(result),
        difference_sheet.difference_sheet(result),
        *(() if result.what_if else (log_sheet(result),)),
    )


def findings_sheet(result: RunResult) -> OwnSheet:
    """All findings of a run, then the rows of its list that are no items."""
    return controle(
        result.findings,
        result.reading.skipped,
        linked=lambda place: not _is_elsewhere(place, result),
    )


def controle(
    findings: Iterable[Finding],
    skipped: Iterable[SkippedRow],
    *,
    more: Iterable[tuple[MarkValue, ...]] = (),
    linked: Callable[[Place], bool] = lambda _: True,
) -> OwnSheet:
    """The sheet Controle: findings, worst first and grouped by debtor, then rows that are no items.

    ``more`` are rows that come last; ``linked`` tells whether a place is in this workbook.
    """
    ordered = sorted(
        findings,
        key=lambda finding: (
            finding.severity is Severity.WARNING,
            finding.debtor,
            (finding.place and finding.place.row) or 0,
        ),
    )
    rows = [_finding_row(finding) for finding in ordered]
    links = {
        (index, 2): f"'{place.sheet}'!{place.cell or f'A{place.row}'}"
        for index, finding in enumerate(ordered)
        if (place := finding.place) and place.row and linked(place)
    }
    rows += [
        ("Overgeslagen", row.sheet, row.row, None, None, None, SKIPPED[row.why]) for row in skipped
    ]
    return OwnSheet(
        name="Controle",
        title="Controle",
        columns=FINDING_COLUMNS,
        rows=(*rows, *more),
        links=links,
    )


def _is_elsewhere(place: Place, result: RunResult) -> bool:
    """Whether it is about the Logboek of the last run, which a what-if leaves where it is."""
    return result.what_if and place.sheet == "Logboek"


def log_sheet(result: RunResult) -> OwnSheet:
    """The whole log, so that it can be read back when the database is lost.

    Rows that could not be read stay on top, as typed, for the user to correct.
    """
    return OwnSheet(
        name="Logboek",
        title="Logboek",
        columns=LOG_COLUMNS,
        rows=(
            *(
                tuple(_as_typed(row.values.get(header)) for header in HEADERS)
                for row in result.log_not_taken
            ),
            *rows_of(result.log),
        ),
    )


def _as_typed(value: CellValue) -> MarkValue:
    return str(value) if isinstance(value, bool) else value


def _finding_row(finding: Finding) -> tuple[MarkValue, ...]:
    place = finding.place
    return (
        SEVERITY_WORDS[finding.severity],
        place.sheet if place else None,
        place.row if place else None,
        place.column if place else None,
        finding.debtor,
        finding.invoice,
        finding_text(finding, with_place=False),
    )
