"""Settings (instellingen): the user's own company and choices, from the sheet or a TOML file."""

from __future__ import annotations

from dataclasses import dataclass, field

from xl_dunning.rules.money import ZERO, Euro


@dataclass(frozen=True, slots=True, kw_only=True)
class Creditor:
    """The company that sends the letters (schuldeiser)."""

    name: str = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    kvk: str = ""
    vat_number: str = ""
    iban: str = ""
    bic: str = ""
    email: str = ""
    phone: str = ""
    signatory: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the user may set; folders are as typed, relative to the list."""

    creditor: Creditor = field(default_factory=Creditor)
    jurisdiction: str = "nl"
    policy: str = ""
    interest: str = "wettelijk"
    minimum_amount: Euro = ZERO
    """Raises the policy's own minimum (drempelbedrag); euro, of the debtor's dunnable total."""
    letters_dir: str = ""
    invoices_dir: str = ""
    templates_dir: str = ""
    address_required: bool = True
    payment_term: int | None = None
    """Days from invoice date to due date for lists without a due date; None refuses to guess."""
    columns: dict[str, str] = field(default_factory=dict)
    """Field name to column header: answers to the questions that the reader would not guess."""
