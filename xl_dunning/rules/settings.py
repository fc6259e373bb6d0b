"""Settings (instellingen): the user's own company and choices, from the sheet or a TOML file."""

from __future__ import annotations

from dataclasses import dataclass, field

from xl_dunning.rules.interest import DayCount
from xl_dunning.rules.money import ZERO, Euro
from xl_dunning.rules.owed import CostsMode


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
    """wettelijk, geen, or an agreed percentage a year."""
    term_agreed: bool | None = None
    """Whether payment terms count as agreed (termijn afgesproken) where the list does not say;
    None when the user was never asked: then they do, and letters that rest on it say so."""
    business_costs: CostsMode = CostsMode.SUM
    """How collection costs of a business are counted over several invoices."""
    charges_vat: bool = False
    """Whether VAT over collection costs is claimed (btw over incassokosten)."""
    lump_sum_agreed: bool = False
    """Belgium: whether the contract with consumers holds a clause on lump sum and interest."""
    day_count: DayCount = DayCount.ACT_365
    minimum_amount: Euro = ZERO
    """Raises the policy's own minimum (drempelbedrag); euro, of the debtor's dunnable total."""
    letters_dir: str = ""
    invoices_dir: str = ""
    templates_dir: str = ""
    terms_file: str = ""
    """The terms of contract (voorwaardenbestand) that go along in a handover."""
    address_required: bool = True
    payment_term: int | None = None
    """Days from invoice date to due date for lists without a due date; None refuses to guess."""
    columns: dict[str, str] = field(default_factory=dict)
    """Field name to column header: answers to the questions that the reader would not guess."""
