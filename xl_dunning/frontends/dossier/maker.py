"""The dossier itself: its pages as Word documents and a workbook, its files, all in one zip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from xl_dunning.frontends.dossier.claim_page import claim_page
from xl_dunning.frontends.dossier.claimed import Claimed
from xl_dunning.frontends.dossier.enclosures import Enclosures
from xl_dunning.frontends.dossier.history_page import history_page
from xl_dunning.frontends.dossier.index_page import FileLine, files_page, index_page
from xl_dunning.frontends.dossier.interest_page import interest_page
from xl_dunning.letters.document import document
from xl_dunning.letters.package import write_package
from xl_dunning.letters.text import in_digits, one_line
from xl_dunning.rules.findings import Finding, Refusal
from xl_dunning.rules.owed import ClaimRules
from xl_dunning.rules.settings import Creditor
from xl_dunning.sheets.page_book import workbook_of
from xl_dunning.workflow.handover_claim import Handover
from xl_dunning.workflow.pages import Page

INDEX, BOOK = "00 Index.docx", "07 Dossier.xlsx"
_CLAIM, _INTEREST, _HISTORY = "01 Vordering.docx", "02 Rente.docx", "05 Geschiedenis.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything in a dossier: name in it to content, and the list of files of its index."""

    contents: Mapping[str, bytes]
    files: tuple[FileLine, ...]
    made_on: date

    def zipped(self) -> bytes:
        """The whole as one file: the same contents give the same bytes."""
        return write_package(sorted(self.contents.items()), made_on=self.made_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFile:
    """A finished dossier that waits to be written; ``workflow.hand_over.DossierMaker``."""

    content: bytes
    told_as: Path
    """Where it ends up: what a refusal names."""

    def write(self, staged: str) -> str:
        """Write it to the (new) file; returns its SHA-256.

        Raises Refusal HANDOVER_NOT_WRITTEN. The case file brings it onto the disk itself.
        """
        try:
            place = Path(staged)
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("xb") as file:
                file.write(self.content)
        except OSError as problem:
            raise Refusal(
                "HANDOVER_NOT_WRITTEN", file=self.told_as.name, folder=str(self.told_as.parent)
            ) from problem
        return sha256(self.content).hexdigest()


def dossier_of(
    handover: Handover,
    *,
    creditor: Creditor,
    rules: ClaimRules,
    enclosures: Enclosures,
    stage_titles: Mapping[str, str],
    findings: Iterable[Finding],
) -> Dossier:
    """All files of the dossier. The index is made last, for it knows all the others.

    ``findings`` are what the index tells of, in its own words; ``stage_titles`` by key.
    """
    letters = enclosures.of_event
    claimed = Claimed(handover=handover, rules=rules, letter_files=letters)
    pages = {
        _CLAIM: claim_page(claimed),
        _INTEREST: interest_page(claimed),
        _HISTORY: history_page(
            handover.history,
            invoices=[invoice.item.invoice for invoice in handover.invoices],
            letter_files=letters,
            stage_titles=stage_titles,
        ),
    }
    contents = {name: _document(page, handover) for name, page in pages.items()}
    contents |= {file.name: file.content for file in enclosures.files}
    what = {name: page.title for name, page in pages.items()}
    what |= {file.name: file.what for file in enclosures.files}
    lines = [_line(name, what[name], content) for name, content in sorted(contents.items())]
    told = tuple(findings)

    def index(files: Sequence[FileLine]) -> Page:
        return index_page(claimed, creditor, files=files, findings=told)

    # A file can't hold its own fingerprint, nor that of the index that holds its.
    of_book = (
        FileLine(name=INDEX, what="Deze index als document; noemt ook deze werkmap"),
        *lines,
        FileLine(name=BOOK, what="Deze werkmap: index, vordering, rente en geschiedenis"),
    )
    contents[BOOK] = workbook_of(
        (index(of_book), *pages.values(), files_page(of_book)),
        day=handover.reference_date,
        title=index(of_book).title,
    )
    files = (
        FileLine(name=INDEX, what="Deze index"),
        *lines,
        _line(BOOK, "Index, vordering, rente en geschiedenis als werkmap", contents[BOOK]),
    )
    contents[INDEX] = _document(index(files), handover)
    return Dossier(contents=contents, files=files, made_on=handover.reference_date)


def _line(name: str, what: str, content: bytes) -> FileLine:
    return FileLine(name=name, what=what, sha256=sha256(content).hexdigest())


def _document(page: Page, handover: Handover) -> bytes:
    debtor = handover.debtor
    parts = (
        f"Dossier {one_line(debtor.number)}",
        one_line(debtor.name),
        in_digits(handover.reference_date),
        page.name,
    )
    footer = " · ".join(part for part in parts if part)
    return document(page, footer=footer, day=handover.reference_date)
