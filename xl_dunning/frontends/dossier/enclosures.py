"""The files that go into a dossier as they are: invoices, letters as sent, terms of contract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from xl_dunning.casefile.words import CHANNEL_WORDS, KIND_WORDS
from xl_dunning.letters.attachments import NoCopy, find_copy
from xl_dunning.letters.names import safe_name, unique_names
from xl_dunning.letters.sent import FileOnDisk, LetterInLog, NotFound, find_letters, read_file
from xl_dunning.letters.text import in_digits
from xl_dunning.letters.wording import invoices_named
from xl_dunning.rules.events import Event
from xl_dunning.rules.findings import Detail, Finding, error, warning
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.workflow.handover_claim import Handover

INVOICES, LETTERS, TERMS = "03 Facturen", "04 Brieven", "06 Voorwaarden"
"""Folders in the dossier."""
_LONGEST_TITLE = 60
_MOST_NAMED = 4
_NO_COPY = {
    NoCopy.UNNAMED: "HANDOVER_COPY_UNNAMED",
    NoCopy.MISSING: "HANDOVER_COPY_MISSING",
    NoCopy.OUTSIDE: "HANDOVER_COPY_OUTSIDE",
}
_NOT_FOUND = {
    NotFound.MISSING: "HANDOVER_LETTER_MISSING",
    NotFound.CHANGED: "HANDOVER_LETTER_CHANGED",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """One file of the dossier: its name in it, its content, and what it is, in Dutch."""

    name: str
    content: bytes
    what: str
    events: tuple[str, ...] = ()
    """Ids of the events that it belongs to, when it is a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the files may lie on disk."""

    invoices: Path | None
    """None when the settings name no folder."""
    terms: Path | None
    runs: Mapping[str, str]
    """Run to the folder in which it put its letters."""
    letters: tuple[Path, ...]
    """Where else letters are looked for, deep inside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosures:
    """All the files that were found, in the order of the dossier, and what was not."""

    files: tuple[Enclosure, ...]
    findings: tuple[Finding, ...]

    @property
    def of_event(self) -> Mapping[str, str]:
        """Id of an event to the name of the letter in the dossier."""
        return {event: file.name for file in self.files for event in file.events}


def enclosures(
    handover: Handover, places: Places, *, stage_titles: Mapping[str, str]
) -> Enclosures:
    """Everything that goes along, read from disk now; ``stage_titles`` by key of the stage.

    Errors: HANDOVER_COPY_FOLDER_UNSET, HANDOVER_COPY_FOLDER_MISSING, HANDOVER_COPY_UNNAMED,
    HANDOVER_COPY_MISSING, HANDOVER_COPY_OUTSIDE, HANDOVER_LETTER_MISSING, HANDOVER_LETTER_CHANGED,
    HANDOVER_TERMS_MISSING. Warnings: HANDOVER_LETTER_UNPROVEN, HANDOVER_TERMS_UNSET.
    """
    found = [
        *_invoices([each.item for each in handover.invoices], places.invoices),
        *_letters(handover, places, stage_titles),
        *_terms(places.terms),
    ]
    files = [each for each in found if isinstance(each, Enclosure)]
    return Enclosures(
        files=tuple(files), findings=tuple(each for each in found if isinstance(each, Finding))
    )


def _invoices(items: Sequence[OpenItem], folder: Path | None) -> Iterator[Enclosure | Finding]:
    if not items:
        return
    if folder is None:
        yield error("HANDOVER_COPY_FOLDER_UNSET")
        return
    if not folder.is_dir():
        yield error("HANDOVER_COPY_FOLDER_MISSING", folder=str(folder))
        return
    copies: list[tuple[OpenItem, Path, FileOnDisk]] = []
    for item in items:
        path = find_copy(item, folder)
        file = None if isinstance(path, NoCopy) else read_file(path)
        if isinstance(path, NoCopy) or file is None:
            why = path if isinstance(path, NoCopy) else NoCopy.MISSING
            yield error(
                _NO_COPY[why],
                debtor=item.debtor,
                invoice=item.invoice,
                file=item.invoice_file,
                folder=str(folder),
            )
        else:
            copies.append((item, path, file))
    names = unique_names(
        f"{_short(f'Factuur {item.invoice}')}{path.suffix}" for item, path, _ in copies
    )
    for name, (item, _, file) in zip(names, copies, strict=True):
        dated = f" van {in_digits(item.invoice_date)}" if item.invoice_date else ""
        yield Enclosure(
            name=f"{INVOICES}/{name}",
            content=file.content,
            what=f"Kopie van factuur {item.invoice}{dated}",
        )


def _letters(
    handover: Handover, places: Places, titles: Mapping[str, str]
) -> Iterator[Enclosure | Finding]:
    """Each letter once, whatever the number of invoices in it, in the order of sending."""
    ours = {invoice.item.invoice for invoice in handover.invoices}
    letters: dict[tuple[date, str, str, str], list[Event]] = {}
    for event in handover.letters:
        letters.setdefault((event.on, event.run, event.document, event.sha256), []).append(event)
    folders = {run: Path(folder) for run, folder in places.runs.items() if folder}
    wanted = [
        LetterInLog(
            document=_bare(events[0].document),
            sha256=events[0].sha256,
            folder=folders.get(events[0].run),
        )
        for events in letters.values()
    ]
    roots = (*dict.fromkeys(folder.parent for folder in folders.values()), *places.letters)
    number = 0
    for events, letter, file in zip(
        letters.values(), wanted, find_letters(wanted, roots=roots), strict=True
    ):
        first = events[0]
        about = tuple(dict.fromkeys(each.invoice for each in events if each.invoice in ours))
        details: dict[str, Detail] = {
            "file": first.document,
            "on": first.on,
            "invoices": ", ".join(about) or "alle",
        }
        if isinstance(file, NotFound):
            folder = letter.folder or places.letters[0]
            yield error(
                _NOT_FOUND[file], details, debtor=handover.debtor.number, folder=str(folder)
            )
            continue
        if not letter.sha256:
            yield warning("HANDOVER_LETTER_UNPROVEN", details, debtor=handover.debtor.number)
        number += 1
        title = letter_title(first, titles)
        suffix = Path(_bare(first.document)).suffix
        channel = f", per {CHANNEL_WORDS[first.channel]}" if first.channel else ""
        yield Enclosure(
            name=f"{LETTERS}/{number:02} {first.on.isoformat()} {_short(title)}{suffix}",
            content=file.content,
            what=f"{title}, zoals verstuurd op {in_digits(first.on)}{channel}"
            + (f"; over {_invoices_named(about)}" if about else ""),
            events=tuple(event.id for event in events),
        )


def _bare(document: str) -> str:
    """The name without any folder before it: a row that was typed must not reach further."""
    return document.replace("\\", "/").rpartition("/")[2]


def _invoices_named(numbers: Sequence[str]) -> str:
    """The invoices of a letter; those of a long one stand in the history."""
    if len(numbers) > _MOST_NAMED:
        return f"{len(numbers)} facturen"
    return invoices_named(numbers)


def letter_title(event: Event, titles: Mapping[str, str]) -> str:
    """What a letter in the log is called: its stage, else its template, else just a letter."""
    if event.stage:
        return titles.get(event.stage, event.stage)
    name = event.template.replace("_", " ").strip() or KIND_WORDS[event.kind]
    return f"{name[:1].upper()}{name[1:]}"


def _terms(path: Path | None) -> Iterator[Enclosure | Finding]:
    if path is None:
        yield warning("HANDOVER_TERMS_UNSET")
    elif file := read_file(path):
        yield Enclosure(
            name=f"{TERMS}/{_short(path.stem) or 'Voorwaarden'}{path.suffix}",
            content=file.content,
            what="Algemene voorwaarden of contract van de schuldeiser",
        )
    else:
        yield error("HANDOVER_TERMS_MISSING", file=path.name, folder=str(path.parent))


def _short(text: str) -> str:
    """A name that leaves room for folders before it: Windows opens no path that is too long."""
    return safe_name(safe_name(text)[:_LONGEST_TITLE])
