"""How many findings there are, in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from xl_dunning.frontends.messages_nl import counted
from xl_dunning.rules.findings import Detail, Finding, Severity


def findings_told(findings: Iterable[Finding]) -> tuple[tuple[str, Mapping[str, Detail]], ...]:
    """How many errors and other findings stand on Controle; nothing when there are none."""
    known = [finding.severity for finding in findings]
    errors = known.count(Severity.ERROR)
    others = len(known) - errors
    parts = [
        *([counted(errors, "fout", "fouten")] if errors else []),
        *([counted(others, "aandachtspunt", "aandachtspunten")] if others else []),
    ]
    return (("FINDINGS_TOLD", {"findings": " en ".join(parts)}),) if parts else ()
