"""What the commands print for people: short Dutch reports, and a progress bar."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from xl_dunning.frontends.advice_text import better_steps
from xl_dunning.frontends.agreements_line import agreements_line
from xl_dunning.frontends.check import CheckResult
from xl_dunning.frontends.difference_report import difference_lines
from xl_dunning.frontends.messages_nl import amount, counted, finding_text
from xl_dunning.frontends.messages_nl.reasons import TODO
from xl_dunning.frontends.messages_nl.writing import fresh_text
from xl_dunning.frontends.result_columns import action_text
from xl_dunning.frontends.results import RunResult
from xl_dunning.frontends.run import Progress
from xl_dunning.rules.findings import Finding, Severity
from xl_dunning.rules.money import total
from xl_dunning.rules.proposal import Reason
from xl_dunning.sheets.grid import column_letter
from xl_dunning.sheets.reading import Reading

_MOST_SHOWN = 20
"""More findings than this stand on the sheet Controle only."""
_PLAIN_STEP = 50
"""Without a terminal one line of progress per so many letters."""


def run_lines(result: RunResult) -> list[str]:
    """What a run did, in about ten lines."""
    items, letters = result.proposal.decisions, result.proposal.notices
    done = "Proefronde" if result.dry_run or result.run is None else f"Ronde {result.run.id}"
    lines = [
        f"{done}, peildatum {result.reference_date:%d-%m-%Y}, beleid {result.policy.name}.",
        f"Gelezen: {counted(len(items), 'post', 'posten')} op {_account(result.reading)}.",
    ]
    lines += difference_lines(result)
    todo = Counter(action_text(decision, result) for decision in items)
    quiet = {TODO[Reason.PAID], TODO[Reason.NOT_DUE]}
    listed = [f"{count} × {word}" for word, count in todo.most_common() if word not in quiet]
    if called := len({(event.debtor, event.on) for event in result.calls_taken}):
        taken = "Een echte ronde neemt over" if result.dry_run else "Overgenomen"
        lines.append(f"{taken} van de Belijst: {counted(called, 'gesprek', 'gesprekken')}.")
    if listed:
        lines.append(f"Te doen en te weten: {', '.join(listed)}.")
    if letters:
        made = f"Een echte ronde maakt {_when(result)} deze brieven"
        made = made if result.dry_run else "Brieven gemaakt"
        stages = Counter(notice.stage.title for notice in letters)
        kinds = ", ".join(f"{count} × {title}" for title, count in stages.items())
        lines.append(f"{made}: {kinds} ({_totals(result)}).")
    elif not any(decision.due_now or decision.reason is Reason.NO_CHANNEL for decision in items):
        day = _when(result) if result.what_if else "vandaag"
        lines.append(f"Er is {day} geen brief nodig.")
    if agreed := agreements_line(result.proposal):
        lines.append(f"Afspraken: {agreed}.")
    lines += better_steps(result)
    if result.letters_dir:
        lines.append(f"Brieven: {result.letters_dir}")
    lines.append(f"Werkmap: {result.output}")
    if result.what_if:
        lines.append("Die werkmap is alleen om te bekijken: wat u daarin typt, telt niet mee.")
    if not result.kept:
        layout = result.reading.layout
        lines.append(
            fresh_text(
                source=layout.path.name,
                target=result.output.name,
                kind=layout.kind,
                lost=result.lost,
            )
        )
    return lines + _finding_lines(result.findings, more="op het blad Controle")


def _when(result: RunResult) -> str:
    """When a real run would do what a dry run shows."""
    return f"op {result.reference_date:%d-%m-%Y}" if result.what_if else "nu"


def check_lines(result: CheckResult) -> list[str]:
    """How the list is read: every column with three samples, then the findings."""
    reading = result.prepared.reading
    layout = reading.layout
    recognised = f", herkend als {layout.format}" if layout.format else ""
    lines = [
        f"{layout.path.name}: blad {layout.sheet}, kop in rij {layout.header_row}{recognised}.",
        f"{counted(len(reading.ledger.items), 'post', 'posten')} op {_account(reading)}.",
        "",
        f"{'Kolom':<6} {'Kop':<28} {'Gelezen als':<22} Voorbeelden",
    ]
    lines += [
        f"{column_letter(column.index):<6} {column.header[:28]:<28} "
        f"{column.field or '-':<22} {' | '.join(column.samples)}".rstrip()
        for column in layout.columns
    ]
    reasons = Counter(decision.reason for decision in result.proposal.decisions)
    due = reasons[Reason.DUE]
    lines += ["", f"Vandaag aan de beurt: {counted(due, 'post', 'posten')}."]
    return lines + _finding_lines(result.findings, more="met --json")


@contextmanager
def letter_progress() -> Iterator[Progress]:
    """A progress bar on a terminal, plain lines elsewhere; both on stderr."""
    if not sys.stderr.isatty():
        yield _plain_progress
        return
    from rich.console import Console  # noqa: PLC0415 - only where there is a terminal
    from rich.progress import Progress as Bar  # noqa: PLC0415

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Brieven maken", total=None)
        yield lambda made, of: bar.update(task, completed=made, total=of)


def _plain_progress(made: int, of: int) -> None:
    if made % _PLAIN_STEP == 0 or made == of:
        sys.stderr.write(f"{made} van {counted(of, 'brief', 'brieven')} gemaakt\n")


def _totals(result: RunResult) -> str:
    currencies = dict.fromkeys(notice.currency for notice in result.proposal.notices)
    return " en ".join(
        amount(
            total(
                notice.total for notice in result.proposal.notices if notice.currency == currency
            ),
            currency,
        )
        for currency in currencies
    )


def _finding_lines(findings: Iterable[Finding], *, more: str) -> list[str]:
    """The first findings, errors first, and how many there are more."""
    ordered = sorted(findings, key=lambda finding: finding.severity is Severity.WARNING)
    if not ordered:
        return []
    lines = ["", f"{counted(len(ordered), 'controlepunt', 'controlepunten')}:"]
    lines += [
        f"{'!' if finding.severity is Severity.ERROR else '-'} {finding_text(finding)}"
        for finding in ordered[:_MOST_SHOWN]
    ]
    if len(ordered) > _MOST_SHOWN:
        lines.append(f"… en nog {len(ordered) - _MOST_SHOWN} {more}.")
    return lines


def _account(reading: Reading) -> str:
    skipped = counted(len(reading.skipped), "regel", "regels")
    debtors = counted(len({item.debtor for item in reading.ledger.items}), "debiteur", "debiteuren")
    return f"blad {reading.layout.sheet}, van {debtors}; {skipped} overgeslagen"
