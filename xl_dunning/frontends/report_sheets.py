"""The sheets of ours: Belijst (what to do by hand), Advies, Controle (findings), Logboek."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from xl_dunning.casefile.mirror import HEADERS, rows_of
from xl_dunning.casefile.words import KIND_WORDS
from xl_dunning.frontends.advice_sheet import ADVICE_HEADERS, advice_sheet
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.frontends.messages_nl.commands import SKIPPED
from xl_dunning.frontends.messages_nl.reasons import ACTIONS
from xl_dunning.frontends.result_columns import DATE_FORMAT, MONEY_FORMAT
from xl_dunning.frontends.results import RunResult
from xl_dunning.rules.events import Event, EventKind, standing
from xl_dunning.rules.findings import Finding, Severity
from xl_dunning.rules.money import total
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Decision
from xl_dunning.sheets.grid import CellValue
from xl_dunning.sheets.marking import MarkValue, OwnSheet, SheetColumn

_SEVERITY = {Severity.ERROR: "Fout", Severity.WARNING: "Let op"}
_CALL_COLUMNS = (
    SheetColumn(header="Actie", width=18),
    SheetColumn(header="Debiteurnummer", width=17),
    SheetColumn(header="Naam", width=32),
    SheetColumn(header="Contactpersoon", width=22),
    SheetColumn(header="Telefoon", width=16),
    SheetColumn(header="Openstaand", width=14, format=MONEY_FORMAT),
    SheetColumn(header="Valuta", width=8),
    SheetColumn(header="Facturen", width=32),
    SheetColumn(header="Oudste vervaldatum", width=13, format=DATE_FORMAT),
    SheetColumn(header="Dagen te laat", width=9, format="0"),
    SheetColumn(header="Fase", width=18),
    SheetColumn(header="Laatste contact", width=34),
)
_FINDING_COLUMNS = (
    SheetColumn(header="Ernst", width=13),
    SheetColumn(header="Blad", width=20),
    SheetColumn(header="Rij", width=7, format="0"),
    SheetColumn(header="Kolom", width=20),
    SheetColumn(header="Debiteur", width=14),
    SheetColumn(header="Factuur", width=16),
    SheetColumn(header="Wat is er, en wat kunt u doen?", width=90),
)
OWN_HEADERS: Mapping[str, tuple[str, ...]] = {
    "Belijst": tuple(column.header for column in _CALL_COLUMNS),
    "Advies": ADVICE_HEADERS,
    "Controle": tuple(column.header for column in _FINDING_COLUMNS),
    "Logboek": HEADERS,
}
"""What we put in the first row of each sheet of ours; anything else there is the user's."""


def report_sheets(result: RunResult) -> tuple[OwnSheet, ...]:
    """Belijst, Advies, Controle and Logboek, made anew from the run."""
    return call_sheet(result), advice_sheet(result), findings_sheet(result), log_sheet(result)


def call_sheet(result: RunResult) -> OwnSheet:
    """Per debtor what the user must do herself: calls first, those with most at stake on top."""
    rows = [_todo_row(result, decisions) for decisions in _by_hand(result)]
    return OwnSheet(
        name="Belijst",
        title="Belijst",
        columns=_CALL_COLUMNS,
        rows=tuple(rows),
    )


def findings_sheet(result: RunResult) -> OwnSheet:
    """All findings, worst first and grouped by debtor, then the rows that are no items."""
    ordered = sorted(
        result.findings,
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
        if (place := finding.place) and place.row
    }
    rows += [
        ("Overgeslagen", row.sheet, row.row, None, None, None, SKIPPED[row.why])
        for row in result.reading.skipped
    ]
    return OwnSheet(
        name="Controle",
        title="Controle",
        columns=_FINDING_COLUMNS,
        rows=tuple(rows),
        links=links,
    )


def log_sheet(result: RunResult) -> OwnSheet:
    """The whole log, so that it can be read back when the database is lost.

    Rows that could not be read stay on top, as typed, for the user to correct.
    """
    formats = {
        "Datum": DATE_FORMAT,
        "Betalen voor": DATE_FORMAT,
        "Tot en met": DATE_FORMAT,
        "Bedrag": MONEY_FORMAT,
    }
    widths = {"Id": 12, "Notitie": 36, "Document": 44, "Vingerafdruk": 14, "Trekt in": 12}
    return OwnSheet(
        name="Logboek",
        title="Logboek",
        columns=tuple(
            SheetColumn(header=header, width=widths.get(header, 17), format=formats.get(header, ""))
            for header in HEADERS
        ),
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


def _by_hand(result: RunResult) -> list[tuple[Decision, ...]]:
    """The items that wait for the user, per debtor, currency and kind of action."""
    groups: dict[tuple[str, str, Action], list[Decision]] = defaultdict(list)
    for decision in (*result.proposal.calls, *result.proposal.decisions):
        stage = decision.next_stage
        if stage is None or not decision.due_now or stage.action is Action.LETTER:
            continue
        if decision.item.ref in result.passed_over:
            continue
        group = groups[decision.item.debtor, decision.item.currency, stage.action]
        if decision not in group:
            group.append(decision)
    calls_first = sorted(groups.items(), key=lambda entry: entry[0][2] is not Action.CALL)
    return [tuple(group) for _, group in calls_first]


def _todo_row(result: RunResult, decisions: tuple[Decision, ...]) -> tuple[MarkValue, ...]:
    first = decisions[0]
    debtor = result.reading.ledger.debtor(first.item.debtor)
    stage = first.next_stage
    return (
        ACTIONS[stage.action] if stage else None,
        debtor.number,
        debtor.name,
        debtor.contact,
        debtor.phone,
        total(decision.item.open for decision in decisions if decision.item.open),
        first.item.currency,
        ", ".join(decision.item.invoice for decision in decisions),
        min(decision.item.due_date for decision in decisions if decision.item.due_date),
        max(decision.days_overdue for decision in decisions),
        ", ".join(
            dict.fromkeys(decision.next_stage.key for decision in decisions if decision.next_stage)
        ),
        _last_contact(result.log, debtor.number),
    )


def _last_contact(log: tuple[Event, ...], debtor: str) -> str:
    contacts = [
        event
        for event in standing(log)
        if event.debtor == debtor
        and event.kind in (EventKind.LETTER, EventKind.EMAIL, EventKind.CALL, EventKind.PROMISE)
    ]
    if not contacts:
        return ""
    last = contacts[-1]
    what = last.note or last.stage or ""
    return f"{_day(last.on)} {KIND_WORDS[last.kind]}{f': {what}' if what else ''}"


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"


def _finding_row(finding: Finding) -> tuple[MarkValue, ...]:
    place = finding.place
    return (
        _SEVERITY[finding.severity],
        place.sheet if place else None,
        place.row if place else None,
        place.column if place else None,
        finding.debtor,
        finding.invoice,
        finding_text(finding, with_place=False),
    )
