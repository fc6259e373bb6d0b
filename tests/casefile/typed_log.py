"""Rows of the sheet Logboek as a user types them."""

from __future__ import annotations

from tests.casefile.samples import TODAY, TypedRow, typed
from xl_dunning.casefile.mirror import events_of
from xl_dunning.casefile.rows import CellValue
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.events import Event
from xl_dunning.rules.findings import Severity

CALL: dict[str, CellValue] = {
    "Datum": TODAY,
    "Debiteurnummer": "10023",
    "Gebeurtenis": "telefoon",
}


def read(*rows: TypedRow) -> tuple[list[Event], list[str]]:
    mirrored, findings = events_of(rows, stage_titles={"Eerste herinnering": "herinnering"})
    assert all(finding.severity is Severity.ERROR for finding in findings)
    return [entry.event for entry in mirrored], [finding_text(finding) for finding in findings]


def row(number: int = 2, /, **changes: CellValue) -> TypedRow:
    return typed("Logboek", number, **{**CALL, **changes})
