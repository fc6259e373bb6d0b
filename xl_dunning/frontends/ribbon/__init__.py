"""The buttons of the tab Debiteuren: from the click in Excel to the use case and back.

Each button loads what it needs and no more: every click starts a Python of its own.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from importlib import import_module
from typing import cast

from xl_dunning.frontends.incident import incident
from xl_dunning.frontends.messages_nl import refusal_text, sentence
from xl_dunning.frontends.ribbon.desk import QUESTION, Press, Told, Tone
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.live import Book, StateKey, StateValue, write_state

BUTTONS: Mapping[str, str] = {
    "xldImport": "importing.bring_in",
    "xldCheck": "checking.check_list",
    "xldCompute": "computing.compute",
    "xldLetters": "writing_letters.make_letters",
    "xldLettersSelected": "writing_letters.make_selected",
    "xldMails": "mailing.prepare_mails",
    "xldCalls": "computing.call_list",
    "xldRecordCall": "recording.record_call",
    "xldRecordPromise": "recording.record_agreement",
    "xldRecordPlan": "recording.record_agreement",
    "xldRecordDispute": "recording.record_agreement",
    "xldPreview": "previewing.preview",
    "xldHandover": "handing_over.hand_over_selected",
    "xldUndo": "undoing.undo_last",
    "xldOverview": "showing.show",
    "xldPolicy": "choosing_policy.choose",
    "xldSettings": "showing.show",
    "xldHelp": "showing.show",
    "xldTest": "testing.tell",
}
"""Control id to the function that serves it: its module in this package, and its name."""

_BUSY = (-2147418111, -2146777998)
"""How Excel on Windows says that the user is typing in a cell or has a question before her."""
_CHOICE = re.compile(r"[0-9A-Za-z]{0,40}")

Button = Callable[[Press], Told]


def press(control_id: str, choice: str = "") -> None:
    """Serve a click, on the workbook that called.

    Raises:
        SystemExit: with one Dutch sentence when the workbook itself can't tell what went wrong.
    """
    from xlwings import Book as ExcelBook  # noqa: PLC0415 - only who has Excel has xlwings

    book = ExcelBook.caller()
    if untold := press_on(book, control_id, choice):
        raise SystemExit(untold)
    if sys.platform == "darwin":  # there Excel does not wait for us
        book.macro("XlDunning.Refresh")()


def press_on(book: Book, control_id: str, choice: str = "") -> str:
    """Serve a click on this workbook; what was done, or what went wrong, stands in its state sheet.

    Returns the sentence that is still to be shown, where not even the state sheet took it. Excel
    shows its own sheet with every accent; what a program says on its way out it does not.
    """
    failed = serve(book, control_id, choice)
    if not failed:
        return ""
    try:
        write_state(book, _message(failed, Tone.FAILED, control_id))
    except Exception:  # noqa: BLE001 - it was told what went wrong; this would be a second time
        return failed
    return ""


def serve(book: Book, control_id: str, choice: str = "") -> str:
    """Serve a click on this workbook; returns the sentence of what went wrong, or nothing.

    When something did, the workbook is as it was. Else the state sheet tells what was done: rows
    ``melding``, and the labels of the tab.
    """
    try:
        if control_id not in BUTTONS or not _CHOICE.fullmatch(choice):
            raise Refusal("BUTTON_UNKNOWN", button=control_id)  # noqa: TRY301 - told as any other
        now = datetime.now().astimezone()  # noqa: TID251 - a frontend may read the clock
        done = _button(control_id)(
            Press(book=book, control=control_id, choice=choice, today=now.date())
        )
    except Refusal as refusal:
        return refusal_text(refusal)
    except Exception as problem:  # noqa: BLE001 - the one place where a bug becomes a sentence
        if getattr(problem, "hresult", None) in _BUSY:
            return sentence("LIVE_BUSY", {})
        return incident()
    return _tell(book, done, control_id)


def _tell(book: Book, done: Told, control_id: str) -> str:
    """Put in the state sheet what was done; returns it as a sentence where that can't be.

    It is done all the same: whoever hears that something went wrong, would do it once more.
    """
    text = " ".join(sentence(code, details) for code, details in done.sentences)
    # What was done is not asked any more; only a question itself says otherwise.
    state = {(QUESTION, control_id): "", **done.state}
    try:
        write_state(book, {**state, **_message(text, done.tone, control_id)})
    except Exception:  # noqa: BLE001 - every system has an error of its own for this
        return text
    return ""


def _button(control_id: str) -> Button:
    module, _, name = BUTTONS[control_id].partition(".")
    return cast("Button", getattr(import_module(f"{__name__}.{module}"), name))


def _message(text: str, tone: Tone, control_id: str) -> dict[StateKey, StateValue]:
    return {
        ("melding", "tekst"): text,
        ("melding", "soort"): str(tone),
        ("melding", "knop"): control_id,
    }
