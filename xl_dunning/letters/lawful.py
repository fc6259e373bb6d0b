"""What keeps letters inside, as far as it shows without the figures of the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from xl_dunning.letters.claim_fields import adds_up
from xl_dunning.rules.agreements.side_letter_checks import side_letter_problems
from xl_dunning.rules.findings import Finding, error
from xl_dunning.rules.letter_checks import law_problems, validate_first_reminder_be
from xl_dunning.rules.policy import FIRST_REMINDER_BE, FOURTEEN_DAY_LETTER
from xl_dunning.rules.proposal import Notice
from xl_dunning.rules.settings import Creditor


def legal_findings(
    notices: Iterable[Notice], *, creditor: Creditor, reference_date: date
) -> list[Finding]:
    """Letters of another law, sums that don't add up, and letters without what they must name."""
    letters = [*notices]
    found = [*law_problems(letters)]
    for notice in letters:
        for each in _of_notice(notice, creditor, reference_date):
            if each not in found:
                found.append(each)
    return found


def _of_notice(notice: Notice, creditor: Creditor, reference_date: date) -> Iterator[Finding]:
    number, charges = notice.debtor.number, notice.charges
    if not adds_up(notice):
        yield error("LETTER_INTEREST_UNEXPLAINED", debtor=number, interest=charges.interest)
    if notice.stage.template == FOURTEEN_DAY_LETTER and not charges.announced_costs:
        yield error("FOURTEEN_DAY_COSTS_UNNAMED", debtor=number)
    if notice.stage.template == FIRST_REMINDER_BE:
        yield from validate_first_reminder_be(notice, creditor=creditor)
    yield from side_letter_problems(notice, reference_date=reference_date)
