"""Brieven maken: the real run, for all who are due or for the selected debtors alone."""

from __future__ import annotations

from xl_dunning.frontends.door import Door
from xl_dunning.frontends.live_door import list_in, live_door
from xl_dunning.frontends.messages_nl import counted
from xl_dunning.frontends.options import RunOptions
from xl_dunning.frontends.results import RunResult
from xl_dunning.frontends.ribbon.computing import labels_after
from xl_dunning.frontends.ribbon.days import questions_about, reference_date
from xl_dunning.frontends.ribbon.desk import Press, Sentence, Told
from xl_dunning.frontends.ribbon.findings import findings_told
from xl_dunning.frontends.ribbon.selecting import debtors_named, selected_debtors
from xl_dunning.frontends.run import run

_UNMARKED = "MARKS_NOT_WRITTEN"


def make_letters(press: Press) -> Told:
    """Make and record the letters of all debtors who are due."""
    return _made(press, live_door(press.book), ())


def make_selected(press: Press) -> Told:
    """Make and record the letters of the debtors on the selected rows, once she said yes.

    A selection over filtered rows holds rows that nobody sees: so the debtors are named first.
    """
    door = live_door(press.book)
    chosen = selected_debtors(press.book, door.read(list_in(press.book)))
    return _made(press, door, chosen)


def _made(press: Press, door: Door, debtors: tuple[str, ...]) -> Told:
    day = reference_date(press)
    questions = questions_about(day, press)
    if debtors:
        questions = (("ASK_LETTERS_FOR", {"debtors": debtors_named(debtors)}), *questions)
    if questions and not press.answers((debtors, day)):
        return press.asks((debtors, day), *questions)
    result = run(
        RunOptions(list=list_in(press.book), as_of=day, in_place=True, debtors=debtors),
        door=door,
    )
    return Told(sentences=tuple(_sentences(result, debtors)), state=labels_after(result))


def _sentences(result: RunResult, debtors: tuple[str, ...]) -> list[Sentence]:
    made = len(result.letters)
    lines: list[Sentence] = (
        [
            (
                "LETTERS_MADE",
                {
                    "letters": counted(made, "brief", "brieven"),
                    "folder": str(result.letters_dir),
                },
            )
        ]
        if made
        else [("LETTERS_NONE", {"reference_date": result.reference_date})]
    )
    if debtors:
        lines.append(("LETTERS_ONLY_FOR", {"debtors": debtors_named(debtors)}))
    if any(finding.code == _UNMARKED for finding in result.findings):
        return [(_UNMARKED, {})]
    return [*lines, *findings_told(result.findings)]
