"""The demo: an example company in a folder, and the main job done for it as a user would."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile

from xl_dunning.frontends.agreements_line import agreements_line
from xl_dunning.frontends.demo_company.book import write_book
from xl_dunning.frontends.demo_company.company import Company, company_on
from xl_dunning.frontends.demo_company.invoice_copy import write_copies
from xl_dunning.frontends.messages_nl import amount, shown
from xl_dunning.frontends.options import ListOptions, RunOptions
from xl_dunning.frontends.results import RunResult
from xl_dunning.frontends.run import run
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.money import total

LIST_NAME = "openstaande-posten.xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoResult:
    """A demo that was made: the list as the company had it, and the run on it."""

    folder: Path
    list: Path
    company: Company
    result: RunResult


def demo(folder: Path, *, today: date) -> DemoResult:
    """Make the example company in the folder, its days counted from today, and run on its list.

    Raises:
        Refusal: DEMO_FOLDER_IN_USE when anything stands in the folder already, DEMO_FOLDER_CLOSED
            when it can't be made or written in; nothing is made.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise Refusal("DEMO_FOLDER_IN_USE", folder=str(folder))
    _make(folder)
    company = company_on(today)
    book = folder / LIST_NAME
    write_book(company, book)
    write_copies(company, folder / str(company.settings["factuurmap"]))
    result = run(RunOptions(list=ListOptions(file=book), as_of=today))
    return DemoResult(folder=folder, list=book, company=company, result=result)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            return
    except OSError as problem:
        raise Refusal("DEMO_FOLDER_CLOSED", folder=str(folder)) from problem


def demo_lines(made: DemoResult) -> list[str]:
    """What the demo did and where to look, in about ten lines."""
    result, letters = made.result, made.result.letters
    decisions = result.proposal.decisions
    debtors = len({decision.item.debtor for decision in decisions})
    kinds = Counter(letter.notice.stage.title for letter in letters)
    lettered = {one.item.ref for letter in letters for one in letter.notice.decisions}
    by_hand = sum(one.due_now and one.item.ref not in lettered for one in decisions)
    calls = len({decision.item.debtor for decision in result.proposal.calls})
    company = made.company.settings["naam"]
    rest = len(decisions) - len(lettered) - by_hand
    return [
        f"Voorbeeldbedrijf {company}: {len(decisions)} posten van {debtors} debiteuren.",
        f"De aanmaanronde van {shown(result.reference_date)}, met beleid {result.policy.name}:",
        f"- {len(letters)} brieven over {len(lettered)} posten, samen {_totals(result)}:",
        f"  {', '.join(f'{count} × {title}' for title, count in kinds.items())}.",
        f"- {by_hand} posten voor uzelf, zoals {calls} debiteuren bellen: blad Belijst.",
        f"- {rest} posten zonder brief; achter elke rij staat waarom: kolom Reden.",
        f"- afspraken: {agreements_line(result.proposal)}; blad Termijnen.",
        f"- {len(result.findings)} controlepunten: blad Controle.",
        "Bekijk nu:",
        f"  de lijst:   {made.list.absolute()}",
        f"  de werkmap: {result.output}",
        f"  de brieven: {result.letters_dir}",
        "Daarna met uw eigen lijst: xl-dunning check UWLIJST.xlsx",
    ]


def _totals(result: RunResult) -> str:
    """The sum of the letters in each currency."""
    notices = [letter.notice for letter in result.letters]
    return " en ".join(
        amount(total(notice.total for notice in notices if notice.currency == currency), currency)
        for currency in dict.fromkeys(notice.currency for notice in notices)
    )
