"""A finding as every ``--json`` object shows it."""

from __future__ import annotations

from typing import Any

from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.findings import Finding


def finding_json(finding: Finding) -> dict[str, Any]:
    """One finding with its place and its Dutch sentence."""
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "sheet": place.sheet if place else None,
        "row": place.row if place else None,
        "column": place.column if place else None,
        "cell": place.cell if place else None,
        "debtor": finding.debtor or None,
        "invoice": finding.invoice or None,
        "message": finding_text(finding),
    }
