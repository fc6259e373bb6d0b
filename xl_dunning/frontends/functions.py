"""The worksheet functions as plain Python answers: the same as those of ``Functies.bas``.

Names and order of the arguments are those that a user types in a cell. A question that the law
data do not cover is a ``Refusal``, never a figure. ``udf`` offers them to xlwings on Windows.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xl_dunning.law.calendar import is_working_day
from xl_dunning.law.loader import COUNTRIES, load_law
from xl_dunning.rules.claim import claim
from xl_dunning.rules.costs import costs_by_scale
from xl_dunning.rules.dates import add_days, first_working_day
from xl_dunning.rules.figures import Law, in_force
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.interest import InterestTerms
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import ZERO, Euro, euro
from xl_dunning.rules.policy import DunningPolicy
from xl_dunning.rules.staging import days_overdue, ripe_on

KINDS = {
    "": DebtorKind.CONSUMER,
    "consument": DebtorKind.CONSUMER,
    "particulier": DebtorKind.CONSUMER,
    "consumer": DebtorKind.CONSUMER,
    "zakelijk": DebtorKind.BUSINESS,
    "bedrijf": DebtorKind.BUSINESS,
    "business": DebtorKind.BUSINESS,
}
"""Words for ``soort``; an empty one is treated by the rules that protect most."""

MOST = Decimal(1_000_000_000)
"""The highest principal in euro that VBA counts exactly; a higher one is a slip of the finger."""
MOST_DAYS = 3650


def dagen_te_laat(vervaldatum: date, peildatum: date) -> int:
    """Whole days past the due date; 0 up to and including that date."""
    return days_overdue(vervaldatum, reference_date=peildatum)


def aanmaanfase(
    vervaldatum: date, peildatum: date, *, beleid: DunningPolicy, soort: str = "", recht: str = "nl"
) -> str:
    """The title of the stage that an invoice of that age fits when nothing was held up.

    Empty before the first stage. The payment term is taken as agreed. What was really carried out
    is told by the column Fase, not by this.

    Raises:
        Refusal: FUNCTION_KIND or LAW_UNKNOWN.
    """
    kind, law = _kind(soort), _law(recht)
    title = ""
    for stage in beleid.for_term(agreed=True).stages_for(kind, law.country):
        ripe = ripe_on(stage, due_date=vervaldatum, correction_days=beleid.correction_days)
        if peildatum < ripe:
            break
        title = stage.title
    return title


def wettelijke_rente(
    hoofdsom: Decimal, vervaldatum: date, tot_en_met: date, soort: str = "", recht: str = "nl"
) -> Euro:
    """Statutory interest in euro from the day after the due date up to and including a day.

    Raises:
        Refusal: FUNCTION_AMOUNT, FUNCTION_KIND, LAW_UNKNOWN, a day without a known rate, or
            FUNCTION_AGREED_ONLY for a Belgian consumer, who owes interest only as agreed.
    """
    principal, kind, law = _principal(hoofdsom), _kind(soort), _law(recht)
    if principal == ZERO or tot_en_met <= vervaldatum:
        return ZERO
    _refuse_agreed_only(law, kind)
    key = "commercial" if kind is DebtorKind.BUSINESS else "consumer"
    terms = InterestTerms(table=law.rates[key], compounding=law.country == "nl")
    first = add_days(vervaldatum, 1)
    return claim(principal, first_interest_day=first, as_of=tot_en_met, terms=terms).interest


def incassokosten(hoofdsom: Decimal, datum: date, soort: str = "", recht: str = "nl") -> Euro:
    """Collection costs in euro, without VAT, over a principal by the scale in force on a day.

    What may be claimed once it may be claimed: from a consumer after the term of a 14-dagenbrief,
    from a business after a letter.

    Raises:
        Refusal: as ``wettelijke_rente``, or FIGURE_BEFORE_FIRST.
    """
    principal, kind, law = _principal(hoofdsom), _kind(soort), _law(recht)
    if principal == ZERO:
        return ZERO
    _refuse_agreed_only(law, kind)
    floor = ZERO
    if kind is DebtorKind.BUSINESS:
        floor = in_force(law.amounts["business_floor"], datum).value
        if law.country == "be":
            return floor
    return max(floor, costs_by_scale(principal, scale=in_force(law.scales["consumer"], datum)))


def uiterste_betaaldatum(briefdatum: date, dagen: int, recht: str = "nl") -> date:
    """The pay-by date of a letter of that day: so many days later, on a working day.

    Raises:
        Refusal: FUNCTION_DAYS or LAW_UNKNOWN.
    """
    if not 0 <= dagen <= MOST_DAYS:
        raise Refusal("FUNCTION_DAYS", value=dagen, most=MOST_DAYS)
    law = _law(recht)
    return first_working_day(add_days(briefdatum, dagen), is_working_day(law.country))


def _refuse_agreed_only(law: Law, kind: DebtorKind) -> None:
    if law.country == "be" and kind is DebtorKind.CONSUMER:
        raise Refusal("FUNCTION_AGREED_ONLY")


def _principal(amount: Decimal) -> Euro:
    if not ZERO <= amount <= MOST:
        raise Refusal("FUNCTION_AMOUNT", value=euro(amount))
    return euro(amount)


def _kind(word: str) -> DebtorKind:
    kind = KINDS.get(word.strip().lower())
    if kind is None:
        raise Refusal("FUNCTION_KIND", value=word)
    return kind


def _law(word: str) -> Law:
    country = word.strip().lower() or COUNTRIES[0]
    return load_law(country)
