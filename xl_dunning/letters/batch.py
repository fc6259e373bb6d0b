"""Letters for a whole run: checked first, then all of them or none."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from xl_dunning.letters.address import is_shortened
from xl_dunning.letters.attachments import (
    Attachment,
    attachments_of,
    copy_attachments,
    folder_missing,
)
from xl_dunning.letters.dutch import DUTCH
from xl_dunning.letters.engine import render
from xl_dunning.letters.fields import Context, context_of
from xl_dunning.letters.fourteen_day import fourteen_day_problems
from xl_dunning.letters.lawful import legal_findings
from xl_dunning.letters.names import letter_name, unique_names
from xl_dunning.letters.spoken import Spoken
from xl_dunning.letters.templates import Loaded, TemplateKey, find_template, load_templates
from xl_dunning.rules.agreements.payment_asked import template_of
from xl_dunning.rules.findings import Finding, Refusal, Severity, warning
from xl_dunning.rules.policy import FOURTEEN_DAY_LETTER
from xl_dunning.rules.proposal import Notice
from xl_dunning.rules.settings import Creditor
from xl_dunning.workflow.ports import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRoom:
    """Makes the letters of one run; ``workflow.ports.LetterMaker``."""

    creditor: Creditor
    reference_date: date
    """The date that the letters bear."""
    templates_dir: Path | None = None
    """The user's own copies; what is not there comes from the shipped set."""
    invoices_dir: Path | None = None
    on_progress: Callable[[int, int], None] | None = None
    """Told after each letter: how many are made, of how many."""

    def problems(self, notices: Sequence[Notice]) -> tuple[Finding, ...]:
        """What the user should know before sending, all warnings; writes nothing.

        Codes: ADDRESS_SHORTENED, LANGUAGE_MISSING, FIRST_REMINDER_BE_NO_PRODUCT,
        PAYMENT_TERM_LONG, INVOICE_FOLDER_UNSET, INVOICE_FILE_UNNAMED, INVOICE_FILE_MISSING,
        INVOICE_FILE_OUTSIDE.
        """
        debtors = {notice.debtor.number: notice.debtor for notice in notices}
        found = [
            warning("ADDRESS_SHORTENED", debtor=debtor.number, name=debtor.name)
            for debtor in debtors.values()
            if is_shortened(debtor, home=self.creditor.country)
        ]
        found += self._in_other_language(notices)
        found += [
            finding for finding in self._legal(notices) if finding.severity is Severity.WARNING
        ]
        if self.invoices_dir is None:
            found += folder_missing(notices)
        for notice in notices:
            found += attachments_of(notice, folder=self.invoices_dir)[1]
        return tuple(found)

    def check(self, notices: Sequence[Notice]) -> None:
        """Check every template that these letters need, and what they would claim.

        Raises Refusal TEMPLATES_WRONG or LETTERS_UNLAWFUL, with everything that is wrong.
        """
        self._templates(notices)

    def write(self, notices: Sequence[Notice], folder: str) -> tuple[Letter, ...]:
        """Write one document per notice into the folder, in the order of the notices.

        Copies of invoices lie in a folder with the name of their letter. Raises Refusal
        TEMPLATES_WRONG or LETTERS_UNLAWFUL before anything is written, LETTER_FAILED,
        LETTERS_UNLAWFUL or LETTERS_NOT_WRITTEN after; the caller throws the folder away then.
        The case file brings all of it onto the disk itself, when it records the letters.
        """
        templates = self._templates(notices)
        target = Path(folder)
        names = self._file_names(notices)
        hashes: dict[int, str] = {}
        try:
            target.mkdir(parents=True, exist_ok=True)
            for key, template in templates.items():
                chosen = {at: notice for at, notice in enumerate(notices) if _key(notice) == key}
                copies = {at: self._copies(notice) for at, notice in chosen.items()}
                contexts = (
                    self._context(notice, copies[at], template.spoken)
                    for at, notice in chosen.items()
                )
                documents = _rendered(template, contexts, [*chosen.values()])
                for at, document in zip(chosen, documents, strict=True):
                    hashes[at] = _save(target / names[at], document, copies[at])
                    if self.on_progress is not None:
                        self.on_progress(len(hashes), len(notices))
        except OSError as reason:
            raise Refusal("LETTERS_NOT_WRITTEN", folder=folder) from reason
        return tuple(
            Letter(notice=notice, file=names[at], sha256=hashes[at])
            for at, notice in enumerate(notices)
        )

    def _templates(self, notices: Sequence[Notice]) -> Mapping[TemplateKey, Loaded]:
        wrong = [finding for finding in self._legal(notices) if finding.severity is Severity.ERROR]
        if wrong:
            raise Refusal("LETTERS_UNLAWFUL", findings=tuple(wrong))
        return load_templates(map(_key, notices), own_folder=self.templates_dir)

    def _legal(self, notices: Sequence[Notice]) -> list[Finding]:
        return legal_findings(notices, creditor=self.creditor, reference_date=self.reference_date)

    def _in_other_language(self, notices: Sequence[Notice]) -> list[Finding]:
        """One warning for each debtor whose language has no template: his letter is in Dutch."""
        found: dict[tuple[str, TemplateKey], Finding] = {}
        for notice in notices:
            language, name = key = _key(notice)
            template = find_template(key, own_folder=self.templates_dir)
            if template is not None and template.spoken.code != language:
                debtor = notice.debtor.number
                found[debtor, key] = warning(
                    "LANGUAGE_MISSING",
                    debtor=debtor,
                    name=notice.debtor.name,
                    language=language,
                    template=name,
                )
        return [*found.values()]

    def _copies(self, notice: Notice) -> tuple[Attachment, ...]:
        return attachments_of(notice, folder=self.invoices_dir)[0]

    def _context(self, notice: Notice, copies: tuple[Attachment, ...], spoken: Spoken) -> Context:
        return context_of(
            notice,
            creditor=self.creditor,
            letter_date=self.reference_date,
            attachments=[copy.invoice for copy in copies],
            spoken=spoken,
        )

    def _file_names(self, notices: Sequence[Notice]) -> tuple[str, ...]:
        return tuple(
            unique_names(
                letter_name(
                    stage=notice.stage.title,
                    debtor=notice.debtor.number,
                    name=notice.debtor.name,
                    day=self.reference_date,
                )
                for notice in notices
            )
        )


def _key(notice: Notice) -> TemplateKey:
    return notice.debtor.language or DUTCH.code, template_of(notice)


def _rendered(
    template: Loaded, contexts: Iterable[Context], notices: Sequence[Notice]
) -> Iterator[bytes]:
    """The documents; whatever goes wrong inside one is told with its debtor."""
    kept, used = itertools.tee(contexts)
    letters = render(template.parts, used)
    for notice in notices:
        try:
            document = next(letters)
        except Exception as reason:
            raise Refusal(
                "LETTER_FAILED", debtor=notice.debtor.number, template=template.name
            ) from reason
        fields = next(kept)
        if template.name == FOURTEEN_DAY_LETTER:
            wrong = fourteen_day_problems(document, fields, template=template.name)
            if wrong:
                raise Refusal("LETTERS_UNLAWFUL", findings=tuple(wrong))
        yield document


def _save(path: Path, document: bytes, copies: tuple[Attachment, ...]) -> str:
    """Write the letter and its copies; returns the SHA-256 of the letter."""
    with path.open("xb") as file:
        file.write(document)
    if copies:
        copy_attachments(copies, path.with_suffix(""))
    return hashlib.sha256(document).hexdigest()
