"""Brieven maken: the real run, for all who are due or for the selected debtors alone."""

from __future__ import annotations

from xl_dunning.frontends.live_door import list_in, live_door
from xl_dunning.frontends.messages_nl import counted
from xl_dunning.frontends.options import RunOptions
from xl_dunning.frontends.results import RunResult
from xl_dunning.frontends.ribbon.computing import about_findings, labels_after
from xl_dunning.frontends.ribbon.days import question_about, reference_date
from xl_dunning.frontends.ribbon.desk import Press, Told, asked
from xl_dunning.frontends.ribbon.selecting import selected_debtors
from xl_dunning.frontends.run import run
from xl_dunning.rules.findings import Detail

_UNMARKED = "MARKS_NOT_WRITTEN"
_MOST_NAMED = 5


def make_letters(press: Press) -> Told:
    """Make and record the letters of all debtors who are due."""
    return _made(press, ())


def make_selected(press: Press) -> Told:
    """Make and record the letters of the debtors on the selected rows, once she said yes.

    A selection over filtered rows holds rows that nobody sees: so the debtors are named first.
    """
    debtors = selected_debtors(press.book)
    if not press.confirmed:
        return asked("ASK_LETTERS_FOR", debtors=_named(debtors))
    return _made(press, debtors)


def _made(press: Press, debtors: tuple[str, ...]) -> Told:
    day = reference_date(press)
    if question := question_about(day, press):
        return question
    result = run(
        RunOptions(list=list_in(press.book), as_of=day, in_place=True, debtors=debtors),
        door=live_door(press.book),
    )
    return Told(sentences=tuple(_sentences(result, debtors)), state=labels_after(result))


def _sentences(result: RunResult, debtors: tuple[str, ...]) -> list[tuple[str, dict[str, Detail]]]:
    made = len(result.letters)
    lines: list[tuple[str, dict[str, Detail]]] = (
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
        lines.append(("LETTERS_ONLY_FOR", {"debtors": _named(debtors)}))
    if any(finding.code == _UNMARKED for finding in result.findings):
        return [(_UNMARKED, {})]
    return [*lines, *about_findings(result.findings)]


def _named(debtors: tuple[str, ...]) -> str:
    """The first few by number, and how many more."""
    one = len(debtors) == 1
    first = ", ".join(debtors[:_MOST_NAMED])
    more = len(debtors) - _MOST_NAMED
    return f"{'debiteur' if one else 'debiteuren'} {first}" + (
        f" en nog {more}" if more > 0 else ""
    )
