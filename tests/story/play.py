"""Play the script: every working day a list, a run by the command line, and the day's work.

In the morning the books hold what came in, and the run is made on the list of that day. Then
somebody rings, agrees, records and hands over; what is typed on the Belijst is taken in the next
morning.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.acceptance.books import Row
from tests.acceptance.company import Company, Ran, cli
from tests.story.commands import handover_words, letter_words, log_words
from tests.story.ledger import Books
from tests.story.script import Script
from tests.story.sentences import Happening
from xl_dunning.casefile.store import open_casefile
from xl_dunning.frontends.demo_company.invoice_copy import one_page

_DRY_RUN_EVERY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What became of one day."""

    on: date
    rows: Sequence[Row]
    """The list of that day."""
    run: Ran
    """The run that stands."""
    calls: Sequence[Row]
    """The Belijst of that day, from top to bottom."""
    dry: Ran | None = None
    """The dry run before it, on the same list from bottom to top."""
    again: Ran | None = None
    """A second run on the same list."""
    taken_back: Ran | None = None
    """A run before it, that was taken back."""


@dataclass(slots=True, kw_only=True)
class Story:
    """The company while it is played, and afterwards all that there is to ask."""

    company: Company
    script: Script
    books: Books
    days: list[Day] = field(default_factory=list)
    dossiers: list[Path] = field(default_factory=list)

    @property
    def log(self) -> list[Row]:
        """The sheet Logboek of the last workbook, in the order in which it happened."""
        return self.company.sheet("Logboek")[::-1]

    def day(self, on: date) -> Day:
        """What became of that day."""
        (found,) = (day for day in self.days if day.on == on)
        return found


def play(script: Script, folder: Path) -> Story:
    """Play the whole script in that folder."""
    settings = {f'"{name}"': value for name, value in script.settings.items()}
    company = Company(folder=folder, settings=settings)
    story = Story(company=company, script=script, books=Books(script=script))
    story.books.write_copies(folder / "facturen")
    (folder / "Algemene voorwaarden.pdf").write_bytes(one_page(["ALGEMENE VOORWAARDEN"]))
    for number, day in enumerate(script.days, start=1):
        _play_day(story, day, with_dry_run=number % _DRY_RUN_EVERY == 0)
    return story


def _play_day(story: Story, day: date, *, with_dry_run: bool) -> None:
    company, books = story.company, story.books
    of_day = [each for each in story.script.happenings if each.on == day]
    work = [each for each in of_day if not books.book(each)]
    special = story.script.special.get(day)
    dry = again = taken_back = None
    if with_dry_run:
        books.write(company.list_file, day, backwards=True)
        dry = company.run(day.isoformat(), "--dry-run")
    books.write(company.list_file, day)
    ran = company.run(day.isoformat())
    if special == "ronde ingetrokken en opnieuw":
        outcome = company.undo()
        assert outcome.code == 0, outcome.err
        taken_back, ran = ran, company.run(day.isoformat())
    if special == "twee rondes":
        again = company.run(day.isoformat())
    story.days.append(
        Day(
            on=day,
            rows=books.rows(day),
            run=ran,
            calls=_call_list(company),
            dry=dry,
            again=again,
            taken_back=taken_back,
        )
    )
    _type_on_call_list(company, [each for each in work if each.what == "called"])
    for each in work:
        _do(story, each)


def _call_list(company: Company) -> list[Row]:
    """The Belijst of the last workbook; only that sheet is read, for it is read every day."""
    book = load_workbook(company.output, read_only=True)
    header, *rows = book["Belijst"].iter_rows(values_only=True)
    book.close()
    return [dict(zip(map(str, header), row, strict=False)) for row in rows]


def _type_on_call_list(company: Company, called: Sequence[Happening]) -> None:
    if not called:
        return
    book = load_workbook(company.output)
    sheet = book["Belijst"]
    columns = {str(cell.value): at for at, cell in enumerate(sheet[1], start=1)}
    for each in called:
        row = _row_to_fill_in(sheet, columns, each.debtor)
        typed = {
            "Uitkomst": each.gaps["uitkomst"],
            "Datum afspraak": each.day,
            "Bedrag": each.amount,
            "Notitie": each.note,
            "Door": "Sanne",
        }
        for header, value in typed.items():
            sheet.cell(row, columns[header]).value = value or None
    book.save(company.output)


def _row_to_fill_in(sheet: Worksheet, columns: Mapping[str, int], debtor: str) -> int:
    """The row of the debtor: the call, when there is something else to be done as well."""
    rows = {
        row: sheet.cell(row, columns["Actie"]).value
        for row in range(2, sheet.max_row + 1)
        if sheet.cell(row, columns["Debiteurnummer"]).value == debtor
    }
    assert rows, f"{debtor} staat niet op de {sheet.title}"
    return next((row for row, action in rows.items() if action == "Bellen"), min(rows))


def _do(story: Story, each: Happening) -> None:
    company = story.company
    words = log_words(each)
    settings = ["--settings", company.folder / "bedrijf.toml", "--json"]
    if words:
        outcome = cli("log", "add", *words, "--by", "Sanne", "--casefile", company.dossier)
    elif each.what == "letter":
        outcome = cli(
            "letter", letter_words(each)[0], company.list_file, *settings, *letter_words(each)[1:]
        )
    elif each.what == "handover":
        outcome = cli("handover", company.list_file, *settings, *handover_words(each))
        if outcome.code == 0:
            story.dossiers.append(Path(json.loads(outcome.out)["dossier"]))
    elif each.what == "takes_back":
        events = [
            e for e in open_casefile(str(company.dossier)).events() if e.debtor == each.debtor
        ]
        outcome = cli(
            "undo", "--event", events[-1].id, "--note", each.note, "--casefile", company.dossier
        )
    else:
        return
    assert outcome.code == 0, f"{each.on} {each.debtor} {each.line}: {outcome.err}"
