"""What a language must have words for, before letters can be written in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xl_dunning.rules.policy import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that follow the number of invoices; the names of the fields are Dutch in any letter."""

    factuur: str
    deze_factuur: str
    staat: str
    is_: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The words of one language; braces are filled in by ``letters.wording``."""

    code: str
    months: tuple[str, ...]
    digits_of_day: str
    """How a date looks in a table, with ``day``, ``month``, ``name`` and ``year``."""
    marks: str
    """What stands between thousands, and before the cents."""
    and_: str
    next_letters: Mapping[str, str]
    """By template: what we do next, to follow "dan"."""
    next_actions: Mapping[Action, str]
    next_call_unknown: str
    letter_names: Mapping[str, str]
    looked_back_on: str
    looked_back: str
    later_one: str
    later_many: str
    set_aside: str
    """Of a partly disputed invoice: that the disputed part is not asked now."""
    invoices_one: str
    invoices_many: str
    subject_one: str
    subject_many: str
    reference_none: str
    """Of a letter that is about no invoice."""
    reference_one: str
    reference_many: str
    reference_count: str
    contact_both: str
    contact_phone: str
    contact_email: str
    contact_any: str
    dear_sir: str
    dear_madam: str
    dear_named: str
    dear_unknown: str
    handled_by: str
    number_dutch: str
    number_belgian: str
    number_vat: str
    costs: Mapping[str, str]
    """By law and kind of debtor (``nl consumer``): what collection costs are called."""
    grounds: Mapping[str, str]
    """The same: on what rule they rest."""
    instalments_one: str
    instalments_many: str
    instalment_words: tuple[str, str]
    """What one instalment is called, and several."""
    interest_names: Mapping[str, str]
    """By law and kind of interest (``nl commercial``, ``nl agreed``): its name, with its ground."""
    scale_up_to: str
    scale_between: str
    scale_above: str
    scale_percent: str
    """Of a bracket in a scale of costs: a percentage only."""
    scale_fixed_and_percent: str
    one: Words
    several: Words
