"""How long a run takes beside a plain script: ``python -m tests.benchmarks.run_speed``.

2,000 invoices of 400 debtors, of whom 300 get a letter. Both do the same list by turns, in one
process; what counts is the time of the processor, the median of three. Our run does more in that
time: it finds the columns, checks everything, explains each row, colours by rule, registers each
letter with its fingerprint, and writes the sheets Belijst, Controle and Logboek.
"""

from __future__ import annotations

import platform
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from tests.acceptance.books import Row, reachable, write_book
from tests.acceptance.company import Company, letter
from tests.benchmarks.plain_script import plain_run
from xl_dunning.letters.example import example_contexts
from xl_dunning.shipped import shipped

DAY = date(2026, 11, 21)
ROWS, DEBTORS, LETTERS, ROUNDS = 2_000, 400, 300, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Seconds of processor time, one figure per round, and of the clock on the wall."""

    ours: tuple[float, ...]
    plain: tuple[float, ...]
    ours_wall: tuple[float, ...]
    plain_wall: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """How many times as fast as the plain script; 1 is equally fast, more is faster."""
        return median(self.plain) / median(self.ours)

    def lines(self) -> list[str]:
        """The outcome for people."""
        return [
            f"{ROWS} rijen, {LETTERS} brieven; Python {platform.python_version()}, "
            f"{platform.system()} {platform.machine()}",
            _line("xl-dunning run", self.ours, self.ours_wall),
            _line("openpyxl + docxtpl", self.plain, self.plain_wall),
            f"{'verhouding':<20} {self.ratio:.2f} keer zo snel",
        ]


def measure(*, rounds: int = ROUNDS) -> Speed:
    """Both by turns, so that what else the computer does hits both alike."""
    ours: list[tuple[float, float]] = []
    plain: list[tuple[float, float]] = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            company = make_company(Path(folder))
            ours.append(_timed(_our_run, company))
            plain.append(_timed(_plain_run, company))
    return Speed(
        ours=tuple(cpu for cpu, _ in ours),
        plain=tuple(cpu for cpu, _ in plain),
        ours_wall=tuple(wall for _, wall in ours),
        plain_wall=tuple(wall for _, wall in plain),
    )


def make_company(folder: Path) -> Company:
    """The list: of five invoices of a debtor two are late, but for the last hundred debtors."""
    debtors = [f"{10_000 + number}" for number in range(DEBTORS)]
    invoices: list[Row] = []
    for number in range(ROWS):
        debtor, turn = number % DEBTORS, number // DEBTORS
        late = debtor < LETTERS and turn < 2
        due = DAY + timedelta(days=(-6 - debtor % 8) if late else 10 + turn)
        invoices.append(
            {
                "Factuurnummer": f"2026-{number:05}",
                "Debiteurnummer": debtors[debtor],
                "Factuurdatum": due - timedelta(days=30),
                "Vervaldatum": due,
                "Bedrag": 100 + number % 900 + 0.5,
                "Openstaand": 100 + number % 900 + 0.5,
                "Omschrijving": f"Levering week {number % 52 + 1}",
            }
        )
    company = Company(folder=folder).policy(
        letter("herinnering", 5, pay_within=14),
        letter("aanmaning", 15, pay_within=14),
        letter("sommatie", 30, pay_within=8),
    )
    write_book(company.list_file, {"Facturen": invoices, "Debiteuren": [*map(reachable, debtors)]})
    return company


def _our_run(company: Company) -> None:
    done = company.run(DAY.isoformat())
    assert len(done.letters) == LETTERS


def _plain_run(company: Company) -> None:
    made = plain_run(
        company.list_file,
        company.folder / "gewoon.xlsx",
        company.folder / "gewoon",
        template=shipped("letter_templates") / "nl" / "herinnering.docx",
        example=example_contexts()[-1],
        day=DAY,
    )
    assert made == LETTERS


def _timed(work: Callable[[Company], None], company: Company) -> tuple[float, float]:
    """Seconds of processor time and on the clock."""
    cpu, wall = time.process_time(), time.perf_counter()
    work(company)
    return time.process_time() - cpu, time.perf_counter() - wall


def _line(name: str, cpu: tuple[float, ...], wall: tuple[float, ...]) -> str:
    each = ", ".join(f"{seconds:.2f}" for seconds in cpu)
    return f"{name:<20} {median(cpu):.2f} s rekentijd ({each}); {median(wall):.2f} s op de klok"


if __name__ == "__main__":
    sys.stdout.write("\n".join(measure().lines()) + "\n")
