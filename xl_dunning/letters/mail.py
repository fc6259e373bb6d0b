"""E-mail drafts: one file a debtor that opens in the mail program, ready to be looked at and sent.

Plain text, the letters and copies of invoices attached. ``X-Unsent`` lets Outlook open it as a
draft; other programs open it as a message that can be forwarded. The same mail is the same bytes.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from xl_dunning.letters.dutch import DUTCH
from xl_dunning.letters.greeting import greeting
from xl_dunning.letters.text import in_digits, money, one_line
from xl_dunning.rules.ledger import Debtor

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_BETWEEN = re.compile(r"[;,\s]+")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailInvoice:
    """An invoice that a letter is about; the amount in its currency, as it was open then."""

    number: str
    due_date: date | None
    open: Decimal | None
    currency: str = "EUR"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLetter:
    """A letter that was made, as its e-mail speaks of it."""

    title: str
    invoices: tuple[MailInvoice, ...]
    pay_by: date | None
    """None for a letter that asks for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailFile:
    """A file that goes along."""

    name: str
    content: bytes


def addresses(typed: str) -> tuple[str, ...]:
    """The e-mail addresses in a cell; empty when one of them can't be one.

    >>> addresses("Inkoop@klant.example; a@b.nl"), addresses("n.v.t."), addresses("a@b")
    (('Inkoop@klant.example', 'a@b.nl'), (), ())
    """
    parts = [part for part in _BETWEEN.split(typed.strip()) if part]
    return tuple(parts) if all(_ADDRESS.fullmatch(part) for part in parts) else ()


def mail_draft(
    debtor: Debtor,
    letters: Sequence[MailLetter],
    files: Sequence[MailFile],
    *,
    sender: str,
    letter_date: date,
    phone: str = "",
) -> bytes:
    """The draft as the bytes of an .eml file.

    ``sender`` signs it; who sends it is up to the mail program. ``debtor.email`` holds one or more
    addresses that ``addresses`` takes.
    """
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    mail["To"] = ", ".join(addresses(debtor.email))
    mail["Subject"] = one_line(_subject(letters, sender))
    mail.set_content(
        _body(debtor, letters, files, sender=sender, letter_date=letter_date, phone=phone),
        charset="utf-8",
        cte="quoted-printable",
    )
    for file in files:
        kind = _WORD if file.name.lower().endswith(".docx") else mimetypes.guess_type(file.name)[0]
        main, _, sub = (kind or "application/octet-stream").partition("/")
        mail.add_attachment(file.content, maintype=main, subtype=sub, filename=file.name)
    if files:
        mark = sha256(b"".join(file.content for file in files)).hexdigest()[:32]
        mail.set_boundary(f"=_xl-dunning-{mark}")
    return mail.as_bytes()


def _subject(letters: Sequence[MailLetter], sender: str) -> str:
    titles = " en ".join(dict.fromkeys(letter.title for letter in letters))
    numbers = [i.number for letter in letters for i in letter.invoices if i.number]
    about = f" - factuur {numbers[0]}" if len(numbers) == 1 else ""
    about = f" - {len(numbers)} facturen" if len(numbers) > 1 else about
    return f"{titles}{about}{f' - {sender}' if sender else ''}"


def _body(
    debtor: Debtor,
    letters: Sequence[MailLetter],
    files: Sequence[MailFile],
    *,
    sender: str,
    letter_date: date,
    phone: str,
) -> str:
    dated = in_digits(letter_date)
    lines = [greeting(debtor, DUTCH), ""]
    for letter in letters:
        lines += _about(letter, dated)
    copies = sum(not file.name.lower().endswith(".docx") for file in files)
    if copies:
        what = "een kopie van de factuur" if copies == 1 else "kopieën van de facturen"
        lines += [f"Bij deze e-mail vindt u ook {what}.", ""]
    if any(letter.pay_by for letter in letters):
        lines += ["Hebt u al betaald? Dan hoeft u niets meer te doen.", ""]
    how = f"bel ons dan op {phone} of beantwoord" if phone else "beantwoord dan"
    lines += [f"Hebt u vragen, {how} deze e-mail.", "", "Met vriendelijke groet,", "", sender]
    return "\n".join(lines)


def _about(letter: MailLetter, dated: str) -> list[str]:
    """What one letter is about, and until when there is to be paid."""
    if not letter.invoices:
        return [f"In de bijlage vindt u onze brief van {dated}: {letter.title}.", ""]
    many = len(letter.invoices) > 1
    these = "deze facturen" if many else "deze factuur"
    lines = [
        f"In de bijlage vindt u onze brief van {dated} ({letter.title}). Hij gaat over {these}:",
        "",
        *(_listed(invoice) for invoice in letter.invoices),
        "",
    ]
    if letter.pay_by:
        latest = in_digits(letter.pay_by)
        lines += [
            f"Wilt u zorgen dat wij het bedrag uit de brief uiterlijk op {latest} hebben?",
            "In de brief staat ook hoe u kunt betalen.",
            "",
        ]
    return lines


def _listed(invoice: MailInvoice) -> str:
    parts = [f"- {invoice.number}"]
    if invoice.due_date:
        parts.append(f"vervallen op {in_digits(invoice.due_date)}")
    if invoice.open is not None:
        parts.append(f"openstaand {money(invoice.open, invoice.currency)}")
    return ", ".join(parts)
