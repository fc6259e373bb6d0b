"""What a button gets to work with, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import TypeAlias

from xl_dunning.rules.findings import Detail
from xl_dunning.sheets.live import Book, StateKey, StateValue, read_state

Sentence: TypeAlias = tuple[str, Mapping[str, Detail]]
"""A code of ``messages_nl`` and what fills its sentence."""
QUESTION = "vraag"
"""Id of the rows in the state sheet that say what a button asked last."""
YES = "1"


class Tone(StrEnum):
    """How Excel shows the message; the words are those that the workbook's VBA knows."""

    DONE = ""
    FAILED = "fout"
    ASKED = "vraag"
    """A question: yes presses the same button again with choice 1."""
    CHOOSE = "keuze"
    """An answer to be typed; it comes back as the choice of the same button."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """One click on a button of the tab."""

    book: Book
    control: str
    today: date
    choice: str = ""

    def asks(self, about: object, *sentences: Sentence) -> Told:
        """A question; nothing was done yet. ``about`` is all that its answer holds for."""
        key = QUESTION, self.control
        return Told(sentences=sentences, tone=Tone.ASKED, state={key: _mark_of(about)})

    def answers(self, about: object) -> bool:
        """Whether she said yes, and to a question about just this.

        On a Mac she can select another row before the question comes.
        """
        return self.choice == YES and self.was_asked(about)

    def was_asked(self, about: object) -> bool:
        """Whether the last click on this button ended in a question about just this."""
        return read_state(self.book).get((QUESTION, self.control)) == _mark_of(about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a button did: the codes of its sentences, and what changes on the tab."""

    sentences: tuple[Sentence, ...] = ()
    tone: Tone = Tone.DONE
    state: Mapping[StateKey, StateValue] = field(default_factory=dict)


def told(code: str, /, *, state: Mapping[StateKey, StateValue] | None = None, **of: Detail) -> Told:
    """One sentence, filled in."""
    return Told(sentences=((code, of),), state=state or {})


def _mark_of(about: object) -> str:
    """A short text by which the subject of a question is known again."""
    return sha256(repr(about).encode()).hexdigest()[:16]
