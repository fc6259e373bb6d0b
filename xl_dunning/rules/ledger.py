"""The open-items list (openstaande posten) as the rules see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from xl_dunning.rules.findings import Finding, Severity
from xl_dunning.rules.money import ZERO, Euro

ItemKey: TypeAlias = tuple[str, str]
"""Debtor number and invoice number: what an item is known by, never its row."""


class DebtorKind(StrEnum):
    """Consumer (consument) or business (zakelijk); it decides which rules protect the debtor."""

    CONSUMER = "consumer"
    BUSINESS = "business"


@dataclass(frozen=True, slots=True, kw_only=True)
class Debtor:
    """One customer (debiteur). Everything but the number may be unknown."""

    number: str
    name: str = ""
    contact: str = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    email: str = ""
    phone: str = ""
    kind: DebtorKind | None = None
    """None when the list does not say: then the rules that protect most apply (consumer)."""
    language: str = "nl"
    policy: str = ""
    """Name of the policy of this debtor; empty for the default one."""
    hold: bool = False
    """No reminders without an end date (blokkade)."""
    hold_until: date | None = None
    """No reminders up to and including this day (niet aanmanen tot)."""
    hold_reason: str = ""
    kvk: str = ""
    vat_number: str = ""
    direct_debit: bool = False
    recurring: bool = False

    @property
    def has_postal_address(self) -> bool:
        """Whether the post can deliver: a name, a street or box, and a town or postcode."""
        return bool(self.name and self.address and (self.city or self.postcode))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """One row of the list: an invoice, credit note or unallocated payment, in its currency.

    ``open`` is the amount still to be paid, VAT included; negative for a credit. A date or amount
    that could not be read is None, and ``unreadable`` is set.
    """

    ref: int
    """Given by the door that read it, unique in the list; no decision depends on it."""
    debtor: str
    invoice: str
    due_date: date | None
    open: Euro | None
    invoice_date: date | None = None
    amount: Euro | None = None
    currency: str = "EUR"
    description: str = ""
    term_agreed: bool | None = None
    disputed: bool = False
    skipped: bool = False
    skip_reason: str = ""
    direct_debit: bool = False
    invoice_file: str = ""
    reminders_sent: int = 0
    """Letters sent before this program was used (aanmaningen)."""
    last_reminder: date | None = None
    unreadable: bool = False
    """A key, date or amount of this row could not be read with certainty; a finding says which."""
    set_aside: Euro = ZERO
    """The part that the debtor disputes: the list holds it, ``open`` does not."""

    @property
    def outstanding(self) -> Euro | None:
        """What the list shows as open: what is asked for, and the part that is disputed."""
        return None if self.open is None else self.open + self.set_aside

    @property
    def key(self) -> ItemKey:
        """Debtor number and invoice number."""
        return self.debtor, self.invoice


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The whole list: every item in the order of the list, and the debtors by number."""

    items: tuple[OpenItem, ...]
    debtors: Mapping[str, Debtor] = field(default_factory=dict)

    def debtor(self, number: str) -> Debtor:
        """The debtor of that number; one that is known by its number only when there is no more."""
        return self.debtors.get(number) or Debtor(number=number)


def withheld(ledger: Ledger, findings: Iterable[Finding]) -> Ledger:
    """The ledger in which every item with an error about it counts as unreadable.

    An error about a whole debtor withholds all his items: no letter may rest on data in doubt.
    """
    subjects = {
        (finding.debtor, finding.invoice)
        for finding in findings
        if finding.severity is Severity.ERROR and finding.debtor
    }
    # A doubled key is an error too, but with a reason of its own.
    subjects -= {key for key in doubled_keys(ledger.items) if key[1]}
    if not subjects:
        return ledger
    return replace(
        ledger,
        items=tuple(
            replace(item, unreadable=True)
            if item.key in subjects or (item.debtor, "") in subjects
            else item
            for item in ledger.items
        ),
    )


def doubled_keys(items: tuple[OpenItem, ...]) -> frozenset[ItemKey]:
    """The keys that stand on more than one row: all those rows are held."""
    counts = Counter(item.key for item in items)
    return frozenset(key for key, count in counts.items() if count > 1)
