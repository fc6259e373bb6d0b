"""What rules a run besides the list and the log: policies, working days and limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from xl_dunning.rules.dates import IsWorkingDay
from xl_dunning.rules.ledger import Debtor
from xl_dunning.rules.money import ZERO, Euro
from xl_dunning.rules.owed import ClaimRules
from xl_dunning.rules.policy import DunningPolicy
from xl_dunning.rules.settings import Creditor


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Everything that rules a run besides the list and the log."""

    policy: DunningPolicy
    """The default policy."""
    is_working_day: IsWorkingDay
    policies: Mapping[str, DunningPolicy] = field(default_factory=dict)
    """Policies that a debtor may name, by name in lower case."""
    minimum_amount: Euro = ZERO
    """Raises the policy's own minimum; euro, of the debtor's dunnable total."""
    address_required: bool = True
    law: str = "nl"
    """The jurisdiction (rechtsstelsel) of the creditor: nl or be."""
    creditor: Creditor = field(default_factory=Creditor)
    claims: ClaimRules | None = None
    """How interest and costs are counted; None: nothing is claimed on top of the principal."""

    def named_by(self, debtor: Debtor) -> DunningPolicy | None:
        """The policy of the debtor; None when he names one that does not exist."""
        wanted = debtor.policy.strip().casefold()
        return self.policies.get(wanted) if wanted else self.policy
