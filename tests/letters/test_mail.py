"""A draft of an e-mail, read back as a mail program reads it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from xl_dunning.letters.mail import MailFile, MailInvoice, MailLetter, addresses, mail_draft
from xl_dunning.rules.ledger import Debtor, DebtorKind

DAY = date(2026, 11, 26)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def draft(
    *letters: MailLetter, files: tuple[MailFile, ...] = (), email: str = "a@klant.example"
) -> EmailMessage:
    made = mail_draft(
        Debtor(
            number="7",
            name="J. de Vries",
            email=email,
            kind=DebtorKind.CONSUMER,
            contact="mevrouw De Vries",
        ),
        letters,
        files,
        sender="Groothandel Één BV",
        letter_date=DAY,
        phone="020-1234567",
    )
    return message_from_bytes(made, policy=default)


def reminder(*numbers: str) -> MailLetter:
    return MailLetter(
        title="Betalingsherinnering",
        invoices=tuple(
            MailInvoice(number=number, due_date=date(2026, 11, 1), open=Decimal("1210.50"))
            for number in numbers
        ),
        pay_by=date(2026, 12, 10),
    )


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_it_opens_as_a_draft_to_the_debtor() -> None:
    mail = draft(reminder("2026-001"))
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "a@klant.example"
    assert mail["From"] is None, "the mail program knows who sends it"
    assert mail["Date"] is None, "it was not sent yet"
    assert mail["Subject"] == "Betalingsherinnering - factuur 2026-001 - Groothandel Één BV"


def test_it_names_each_invoice_and_the_last_day() -> None:
    assert text_of(draft(reminder("2026-001", "2026-002"))) == (
        "Geachte mevrouw De Vries,\n"
        "\n"
        "In de bijlage vindt u onze brief van 26-11-2026 (Betalingsherinnering). Hij gaat over "
        "deze facturen:\n"
        "\n"
        "- 2026-001, vervallen op 01-11-2026, openstaand €\xa01.210,50\n"
        "- 2026-002, vervallen op 01-11-2026, openstaand €\xa01.210,50\n"
        "\n"
        "Wilt u zorgen dat wij het bedrag uit de brief uiterlijk op 10-12-2026 hebben?\n"
        "In de brief staat ook hoe u kunt betalen.\n"
        "\n"
        "Hebt u al betaald? Dan hoeft u niets meer te doen.\n"
        "\n"
        "Hebt u vragen, bel ons dan op 020-1234567 of beantwoord deze e-mail.\n"
        "\n"
        "Met vriendelijke groet,\n"
        "\n"
        "Groothandel Één BV\n"
    )


def test_a_letter_that_asks_for_nothing_names_no_day() -> None:
    text = text_of(draft(MailLetter(title="Bevestiging", invoices=(), pay_by=None)))
    assert "In de bijlage vindt u onze brief van 26-11-2026: Bevestiging." in text
    assert "uiterlijk" not in text
    assert "al betaald" not in text


def test_letter_and_copies_go_along_unchanged() -> None:
    letter = MailFile(name="Herinnering_7_Crème & Zn.docx", content=b"PK\x03\x04\r\n\x00")
    copy = MailFile(name="2026-001.pdf", content=bytes(range(256)))
    mail = draft(reminder("2026-001"), files=(letter, copy))
    assert [
        (part.get_filename(), part.get_content_type(), part.get_content())
        for part in mail.iter_attachments()
    ] == [(letter.name, WORD, letter.content), (copy.name, "application/pdf", copy.content)]
    assert "Bij deze e-mail vindt u ook een kopie van de factuur." in text_of(mail)


def test_the_same_mail_is_the_same_bytes() -> None:
    file = MailFile(name="a.docx", content=b"1")
    first, second = (draft(reminder("1"), files=(file,)).as_bytes() for _ in range(2))
    assert first == second


ADDRESSES = [
    ("a@klant.example", ("a@klant.example",), "one"),
    (" a@x.nl ; b@y.nl", ("a@x.nl", "b@y.nl"), "as Outlook separates them"),
    ("a@x.nl, b@y.nl", ("a@x.nl", "b@y.nl"), "as all others do"),
    ("", (), "none"),
    ("onbekend", (), "no address"),
    ("a@x.nl;onbekend", (), "half of them: the user must look"),
    ("a@x.nl\nBcc: z@evil.example", (), "a line break is no way into another header"),
    ("Jan <a@x.nl>", (), "a name with it"),
]


@pytest.mark.parametrize(("typed", "read", "why"), ADDRESSES, ids=[case[-1] for case in ADDRESSES])
def test_addresses(typed: str, read: tuple[str, ...], why: str) -> None:
    assert addresses(typed) == read, why


def test_a_title_with_a_line_break_stays_one_subject() -> None:
    letter = MailLetter(title="Laatste\r\nBcc: z@evil.example", invoices=(), pay_by=None)
    mail = draft(letter)
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Laatste Bcc: z@evil.example - Groothandel Één BV"
