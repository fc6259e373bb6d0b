"""The EPC QR code (EPC069-12, version 002): what a bank app needs to fill in the payment."""

from __future__ import annotations

from decimal import Decimal

from xl_dunning.letters.picture import Picture
from xl_dunning.letters.png import png_of
from xl_dunning.letters.sender import bare_iban
from xl_dunning.letters.text import one_line
from xl_dunning.rules.iban import is_iban
from xl_dunning.rules.money import CENT, Euro

_MASK = 3
"""Readers undo whichever of the eight patterns was used; to try them all takes most of the time."""
_LARGEST = Decimal("999999999.99")
_NAME_BYTES, _TEXT_BYTES = 70, 140
"""The standard counts letters; bytes keep the whole within its 331 bytes in every script."""


def payment_code(*, name: str, iban: str, amount: Euro, currency: str, text: str) -> Picture | None:
    """The code as a picture, or None when this payment can't be one: see ``payment_text``."""
    payload = payment_text(name=name, iban=iban, amount=amount, currency=currency, text=text)
    if payload is None:
        return None
    # Here, not above: the library is of no use to a run without letters.
    import segno  # noqa: PLC0415

    code = segno.make_qr(
        payload, error="m", boost_error=False, mode="byte", encoding="utf-8", mask=_MASK
    )
    return Picture(png=png_of(code.matrix), millimetres=27, description="QR-code om te betalen")


def payment_text(*, name: str, iban: str, amount: Euro, currency: str, text: str) -> str | None:
    """What the code says, line by line, or None.

    Only euro amounts from 0.01 to 999,999,999.99 to a valid IBAN and a known name. The text is
    what the payer's bank passes on; it is cut after 140 bytes.
    """
    payee = _cut(name, _NAME_BYTES)
    if currency != "EUR" or not CENT <= amount <= _LARGEST or not payee or not is_iban(iban):
        return None
    service, version, utf8, transfer = "BCD", "002", "1", "SCT"
    no_bic = no_purpose = no_structured_reference = ""
    return "\n".join(
        (
            service,
            version,
            utf8,
            transfer,
            no_bic,
            payee,
            bare_iban(iban),
            f"EUR{amount:.2f}",
            no_purpose,
            no_structured_reference,
            _cut(text, _TEXT_BYTES),
        )
    )


def _cut(text: str, size: int) -> str:
    return one_line(text).encode()[:size].decode("utf-8", "ignore").strip()
