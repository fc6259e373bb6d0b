"""The ``--json`` object of a handover: a contract; fields may be added, never renamed."""

from __future__ import annotations

from typing import Any

from xl_dunning.frontends.finding_json import finding_json
from xl_dunning.frontends.hand_over import HandOverResult
from xl_dunning.rules.money import Euro
from xl_dunning.workflow.handover_claim import ClaimedInvoice, CurrencyClaim


def handover_json(result: HandOverResult) -> dict[str, Any]:
    """The whole handover; amounts are texts with two decimals, days are ISO dates."""
    handover = result.handover
    return {
        "as_of": handover.reference_date.isoformat(),
        "run": result.run.id,
        "debtor": handover.debtor.number,
        "name": handover.debtor.name,
        "to": handover.assignment.to.value,
        "recipient": result.recipient,
        "dossier": str(result.dossier),
        "sha256": result.sha256,
        "invoices": [_invoice(invoice) for invoice in handover.invoices],
        "claims": [_claim(claim) for claim in handover.claims],
        "files": [
            {"name": file.name, "what": file.what, "sha256": file.sha256 or None}
            for file in result.files
        ],
        "findings": [finding_json(finding) for finding in result.findings],
    }


def _invoice(invoice: ClaimedInvoice) -> dict[str, Any]:
    since = invoice.decision.owed.default_since
    return {
        "invoice": invoice.item.invoice,
        "currency": invoice.item.currency,
        "stage": invoice.stage or None,
        "default_since": since.isoformat() if since else None,
        "principal": _amount(invoice.principal),
        "interest": _amount(invoice.interest),
        "costs": _amount(invoice.costs),
        "vat": _amount(invoice.vat),
        "total": _amount(invoice.total),
    }


def _claim(claim: CurrencyClaim) -> dict[str, Any]:
    return {
        "currency": claim.currency,
        "principal": _amount(claim.principal),
        "credit": _amount(claim.credit),
        "interest": _amount(claim.interest),
        "costs": _amount(claim.costs),
        "vat": _amount(claim.vat),
        "total": _amount(claim.total),
        "interest_per_day": _amount(claim.daily_interest),
    }


def _amount(amount: Euro) -> str:
    return f"{amount:.2f}"
