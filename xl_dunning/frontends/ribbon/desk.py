"""What a button gets to work with, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from xl_dunning.rules.findings import Detail
from xl_dunning.sheets.live import Book, StateKey, StateValue


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

    @property
    def confirmed(self) -> bool:
        """Whether the user answered yes to the question of before."""
        return self.choice == "1"


Sentence: TypeAlias = tuple[str, Mapping[str, Detail]]
"""A code of ``messages_nl`` and what fills its sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a button did: the codes of its sentences, and what changes on the tab."""

    sentences: tuple[Sentence, ...] = ()
    tone: Tone = Tone.DONE
    state: Mapping[StateKey, StateValue] = field(default_factory=dict)


def told(code: str, /, *, state: Mapping[StateKey, StateValue] | None = None, **of: Detail) -> Told:
    """One sentence, filled in."""
    return Told(sentences=((code, of),), state=state or {})


def asked(*sentences: Sentence) -> Told:
    """Questions, filled in; nothing was done yet."""
    return Told(sentences=sentences, tone=Tone.ASKED)
