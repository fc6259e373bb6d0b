"""Ongedaan maken: the last run is taken back, and the sheets show what is then to be done."""

from __future__ import annotations

from xl_dunning.casefile.store import open_casefile
from xl_dunning.frontends.live_door import list_in
from xl_dunning.frontends.logbook import undo
from xl_dunning.frontends.messages_nl import counted
from xl_dunning.frontends.ribbon.computing import told_of, tried
from xl_dunning.frontends.ribbon.days import reference_date
from xl_dunning.frontends.ribbon.desk import Press, Sentence, Told
from xl_dunning.rules.findings import Refusal
from xl_dunning.workflow.undo import run_to_undo


def undo_last(press: Press) -> Told:
    """Take back the last run that did something.

    Raises:
        Refusal: NOTHING_TO_UNDO, ALREADY_UNDONE, STEP_FOLLOWED, CHARGES_PAID; nothing changed.
    """
    where = list_in(press.book).casefile_or_default
    casefile = open_casefile(where, create=False)
    runs = casefile.runs()
    run = run_to_undo(runs, casefile.events())
    if run.id != runs[-1].id and not press.answers(run.id):
        return press.asks(run.id, ("ASK_UNDO_EARLIER", {"last": runs[-1].id, "run": run.id}))
    undone = undo(where, today=press.today)
    done: list[Sentence] = [
        ("UNDONE", {"run": run.id, "steps": counted(len(undone.voided), "stap", "stappen")})
    ]
    if undone.letters_dir:
        done.append(("UNDONE_LETTERS", {"folder": str(undone.letters_dir)}))
    try:
        again = told_of(tried(press.book, reference_date(press)))
    except Refusal:
        # What was taken back is taken back; the sheets can be brought up to date later.
        return Told(sentences=(*done, ("COMPUTE_LATER", {})))
    return Told(sentences=tuple(done), state=again.state)
