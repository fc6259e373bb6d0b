"""What the commands claim, deadline and rates print: Dutch lines, and the objects of ``--json``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from xl_dunning.frontends.finding_json import finding_json
from xl_dunning.frontends.messages_nl import amount, finding_text
from xl_dunning.rules.claim_question import ClaimQuestion
from xl_dunning.rules.deadlines import Deadline
from xl_dunning.rules.findings import Finding, Severity
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import Euro, total
from xl_dunning.rules.single_claim import ClaimAnswer

_KINDS = {DebtorKind.CONSUMER: "consument", DebtorKind.BUSINESS: "bedrijf"}
LAWS = {"nl": "Nederlands recht", "be": "Belgisch recht"}
_HEADER = (
    f"{'Rente van':<12}{'tot en met':<12}{'dagen':>6}{'procent':>9}{'over':>16}{'rente':>15}  grond"
)
_WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


def claim_lines(
    question: ClaimQuestion, answer: ClaimAnswer, findings: Iterable[Finding], *, country: str
) -> list[str]:
    """The claim as a statement: every line of interest with its article, then one total."""
    claim = answer.claim
    lines = [
        f"Vordering op {_day(question.as_of)}, {LAWS[country]}, {_KINDS[question.kind]}",
        "",
        _sum("Hoofdsom", question.principal, f"te betalen tot en met {_day(question.due)}"),
    ]
    if claim.lines:
        lines += [
            "",
            _HEADER,
            *(
                f"{_day(line.first):<12}{_day(line.last):<12}{line.days:>6}"
                f"{percent_text(line.percent):>9}{amount(line.base):>16}"
                f"{amount(line.interest):>15}  {line.article}"
                for line in claim.lines
            ),
            "",
        ]
    lines.append(_sum("Rente", total(line.interest for line in claim.lines)))
    for allocation in claim.allocations:
        share = allocation.share
        parts = [
            f"{amount(part)} op {word}"
            for word, part in (
                ("kosten", share.costs),
                ("rente", share.interest),
                ("hoofdsom", share.principal),
                ("niets: te veel betaald", share.over),
            )
            if part
        ]
        paid = f"op {_day(allocation.payment.on)}: {', '.join(parts)} (art. 6:44 BW)"
        lines.append(_sum("Betaald", -allocation.payment.amount, paid))
    if claim.allocations:
        lines.append(_sum("Nog open", claim.principal + claim.interest, "hoofdsom en rente"))
    lines.append(_sum("Incassokosten", answer.costs.net, answer.costs.article))
    if answer.costs.vat:
        lines.append(_sum("Btw over incassokosten", answer.costs.vat))
    lines.append(_sum("Totaal", answer.total))
    return lines + finding_lines(findings)


def claim_json(answer: ClaimAnswer, findings: Iterable[Finding]) -> dict[str, Any]:
    """What is still owed; ``interest_lines`` hold all interest, also what was paid since."""
    claim = answer.claim
    return {
        "principal": _cents(claim.principal),
        "interest": _cents(claim.interest),
        "interest_lines": [
            {
                "from": line.first.isoformat(),
                "to": line.last.isoformat(),
                "days": line.days,
                "percent": f"{line.percent}",
                "base": _cents(line.base),
                "interest": _cents(line.interest),
                "source": line.article,
            }
            for line in claim.lines
        ],
        "costs": _cents(answer.costs.net),
        "costs_source": answer.costs.article or None,
        "vat": _cents(answer.costs.vat),
        "total": _cents(answer.total),
        "payments": [
            {
                "on": allocation.payment.on.isoformat(),
                "amount": _cents(allocation.payment.amount),
                "costs": _cents(allocation.share.costs),
                "interest": _cents(allocation.share.interest),
                "principal": _cents(allocation.share.principal),
                "over": _cents(allocation.share.over),
            }
            for allocation in claim.allocations
        ],
        "letter": term_json(answer.letter) if answer.letter else None,
        "findings": [finding_json(finding) for finding in findings],
    }


def term_lines(term: Deadline, findings: Iterable[Finding]) -> list[str]:
    """The days of a term, each with its weekday."""
    days = (
        ("Verzonden", term.sent),
        ("Bezorgd", term.delivered),
        ("Termijn begint", term.term_starts),
        ("Laatste dag om te betalen", term.last_day),
        ("Incassokosten vanaf", term.costs_from),
    )
    return [
        *(f"{word:<26}{_WEEKDAYS[day.weekday()]} {_day(day)}" for word, day in days),
        *finding_lines(findings),
    ]


def term_json(term: Deadline) -> dict[str, str]:
    """The days of a term in ISO form."""
    return {
        "sent": term.sent.isoformat(),
        "delivered": term.delivered.isoformat(),
        "term_starts": term.term_starts.isoformat(),
        "last_day": term.last_day.isoformat(),
        "costs_from": term.costs_from.isoformat(),
    }


def finding_lines(findings: Iterable[Finding]) -> list[str]:
    """Each finding on a line of its own, under a blank one."""
    lines = [
        f"{'!' if finding.severity is Severity.ERROR else '-'} {finding_text(finding)}"
        for finding in findings
    ]
    return ["", *lines] if lines else []


def percent_text(percent: Decimal) -> str:
    """A percentage as a Dutch reader writes it."""
    return f"{percent}%".replace(".", ",")


def _sum(word: str, value: Euro, why: str = "") -> str:
    return f"{word:<24}{amount(value):>16}{f'  {why}' if why else ''}"


def _cents(value: Euro) -> str:
    return f"{value:.2f}"


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"
