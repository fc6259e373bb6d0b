"""Overdragen: the dossier of the selected debtor, made and recorded."""

from __future__ import annotations

from xl_dunning.frontends.hand_over import hand_over
from xl_dunning.frontends.live_door import list_in, live_door
from xl_dunning.frontends.options import HandOverOptions
from xl_dunning.frontends.ribbon.computing import told_of, tried
from xl_dunning.frontends.ribbon.days import questions_about, reference_date
from xl_dunning.frontends.ribbon.desk import Press, Sentence, Told
from xl_dunning.frontends.ribbon.selecting import one_debtor
from xl_dunning.rules.findings import Refusal


def hand_over_selected(press: Press) -> Told:
    """Hand the selected debtor over to the agency, once she said yes.

    Raises:
        Refusal: NOTHING_SELECTED, ONE_DEBTOR_ONLY, or whatever keeps a handover from being made.
    """
    options, door = list_in(press.book), live_door(press.book)
    debtor = one_debtor(press.book, door.read(options))
    day = reference_date(press)
    questions = questions_about(day, press)
    if not press.answers((debtor, day)):
        return press.asks((debtor, day), ("ASK_HANDOVER", {"debtor": debtor}), *questions)
    result = hand_over(
        HandOverOptions(list=options, as_of=day, debtor=debtor),
        door=door,
    )
    done: Sentence = ("HANDED_OVER", {"debtor": debtor, "dossier": str(result.dossier)})
    try:
        again = told_of(tried(press.book, day, door=door))
    except Refusal:
        return Told(sentences=(done, ("COMPUTE_LATER", {})))
    return Told(sentences=(done,), state=again.state)
