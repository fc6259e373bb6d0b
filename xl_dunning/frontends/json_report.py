"""The ``--json`` object of a run: a contract; fields may be added, never renamed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from xl_dunning.frontends.advice_json import advice_json, experience_json
from xl_dunning.frontends.check import CheckResult
from xl_dunning.frontends.difference_report import difference_json
from xl_dunning.frontends.explain import reason_text
from xl_dunning.frontends.finding_json import finding_json
from xl_dunning.frontends.json_agreements import agreements_json
from xl_dunning.frontends.results import RunResult
from xl_dunning.rules.money import total
from xl_dunning.rules.proposal import Decision, Notice
from xl_dunning.sheets.grid import column_letter
from xl_dunning.sheets.reading import Reading

JsonObject = dict[str, Any]


def run_json(result: RunResult) -> JsonObject:
    """The whole run; amounts are texts with two decimals, days are ISO dates."""
    return {
        "as_of": result.reference_date.isoformat(),
        "policy": result.policy.name,
        "dry_run": result.dry_run,
        "what_if": result.what_if,
        "run": result.run.id if result.run else None,
        "output": str(result.output),
        "kept_workbook": result.kept,
        "letters_dir": str(result.letters_dir) if result.letters_dir else None,
        "items": [_item(decision, result) for decision in result.proposal.decisions],
        "letters": _letters(result),
        "calls": _calls(result),
        **agreements_json(result),
        "since_last_run": difference_json(result.difference),
        "advice": advice_json(result),
        "experience": experience_json(result),
        "skipped_rows": _skipped(result.reading),
        "findings": [finding_json(finding) for finding in result.findings],
    }


def check_json(result: CheckResult) -> JsonObject:
    """How the list is read: its columns with samples, skipped rows and findings."""
    reading = result.prepared.reading
    layout = reading.layout
    return {
        "file": str(layout.path),
        "kind": layout.kind,
        "sheet": layout.sheet,
        "header_row": layout.header_row,
        "format": layout.format or None,
        "items": len(reading.ledger.items),
        "debtors": len(reading.ledger.debtors),
        "columns": [
            {
                "column": column_letter(column.index),
                "header": column.header,
                "field": column.field or None,
                "why": column.why or None,
                "samples": list(column.samples),
            }
            for column in layout.columns
        ],
        "due_now": sum(decision.due_now for decision in result.proposal.decisions),
        "skipped_rows": _skipped(reading),
        "findings": [finding_json(finding) for finding in result.findings],
    }


def _skipped(reading: Reading) -> list[JsonObject]:
    return [{"sheet": row.sheet, "row": row.row, "why": row.why} for row in reading.skipped]


def _item(decision: Decision, result: RunResult) -> JsonObject:
    """One item: ``stage`` tells the state before this run, ``carried_out`` what the run did.

    ``interest`` and ``costs`` are what the law allows on this day, charged by a letter or not.
    """
    item, stage, next_stage = decision.item, decision.stage, decision.next_stage
    owed = decision.owed
    return {
        "invoice": item.invoice,
        "debtor": item.debtor,
        "row": result.reading.rows[item.ref],
        "currency": item.currency,
        "open": _amount(item.outstanding),
        "disputed": _amount(item.set_aside),
        "due_date": _day(item.due_date),
        "days_overdue": decision.days_overdue,
        "stage": stage.key if stage else None,
        "stage_number": decision.stage_number,
        "carried_out": next_stage.key if next_stage and result.carried_out(decision) else None,
        "next_stage": next_stage.key if next_stage else None,
        "action": next_stage.action.value if next_stage else None,
        "due_now": decision.due_now,
        "earliest": _day(decision.earliest),
        "reason": decision.reason.value,
        "reason_text": reason_text(decision),
        "policy": decision.policy.name,
        "default_since": _day(owed.default_since),
        "interest": _amount(owed.interest),
        "costs": _amount(owed.costs),
        "total": None if item.open is None else _amount(item.open + owed.interest + owed.costs),
    }


def _letters(result: RunResult) -> list[JsonObject]:
    """The letters made; in a dry run those that would be made, without a file."""
    made = {id(letter.notice): letter for letter in result.letters}
    folder = result.letters_dir
    letters = []
    for notice in result.proposal.notices:
        letter = made.get(id(notice))
        letters.append(
            {
                **_notice(notice),
                "file": str(folder / letter.file) if letter and folder else None,
                "sha256": letter.sha256 if letter else None,
            }
        )
    return letters


def _notice(notice: Notice) -> JsonObject:
    return {
        "debtor": notice.debtor.number,
        "name": notice.debtor.name,
        "stage": notice.stage.key,
        "template": notice.stage.template,
        "channel": notice.channel.value,
        "currency": notice.currency,
        "invoices": [item.invoice for item in notice.items],
        "credits": [item.invoice for item in notice.credits],
        "principal": _amount(notice.principal),
        "interest": _amount(notice.charges.interest),
        "costs": _amount(notice.charges.costs + notice.charges.vat),
        "announced_costs": _amount(notice.charges.announced_costs + notice.charges.announced_vat),
        "total": _amount(notice.total),
        "pay_by": _day(notice.pay_by),
    }


def _calls(result: RunResult) -> list[JsonObject]:
    """The calls of today, one per debtor and currency, those with most at stake first."""
    grouped: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for decision in result.proposal.calls:
        grouped[decision.item.debtor, decision.item.currency].append(decision)
    calls = []
    for (number, currency), decisions in grouped.items():
        debtor = result.reading.ledger.debtor(number)
        stages = [decision.next_stage.key for decision in decisions if decision.next_stage]
        calls.append(
            {
                "debtor": number,
                "name": debtor.name,
                "phone": debtor.phone or None,
                "stage": stages[-1],
                "currency": currency,
                "invoices": [decision.item.invoice for decision in decisions],
                "total": _amount(
                    total(decision.item.open for decision in decisions if decision.item.open)
                ),
            }
        )
    return calls


def _amount(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
