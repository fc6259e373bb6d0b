"""What keeps letters inside, as far as it shows without the figures of the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xl_dunning.letters.claim_fields import adds_up
from xl_dunning.rules.findings import Finding, error
from xl_dunning.rules.letter_checks import law_problems, validate_first_reminder_be
from xl_dunning.rules.policy import FIRST_REMINDER_BE, FOURTEEN_DAY_LETTER
from xl_dunning.rules.proposal import Notice
from xl_dunning.rules.settings import Creditor


def legal_findings(notices: Iterable[Notice], *, creditor: Creditor) -> list[Finding]:
    """Letters of another law, sums that don't add up, legal terms without what they must name."""
    letters = [*notices]
    found = [*law_problems(letters)]
    for notice in letters:
        found += [each for each in _of_notice(notice, creditor) if each not in found]
    return found


def _of_notice(notice: Notice, creditor: Creditor) -> Iterator[Finding]:
    number, charges = notice.debtor.number, notice.charges
    if not adds_up(notice):
        yield error("LETTER_INTEREST_UNEXPLAINED", debtor=number, interest=charges.interest)
    if notice.stage.template == FOURTEEN_DAY_LETTER and not charges.announced_costs:
        yield error("FOURTEEN_DAY_COSTS_UNNAMED", debtor=number)
    if notice.stage.template == FIRST_REMINDER_BE:
        yield from validate_first_reminder_be(notice, creditor=creditor)
