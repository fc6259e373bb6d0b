"""The fields about an agreement: a promise, a plan with its instalments, a settlement, a dispute.

They exist in every letter, so that any template can ask for them; without an agreement they are
empty. What the letter asks to be paid comes from one place, here as well as in the QR code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from xl_dunning.letters.spoken import Spoken
from xl_dunning.letters.text import clean, enumerated, in_digits, in_words, money
from xl_dunning.rules.agreements.payment_asked import late_instalments, payment_asked
from xl_dunning.rules.agreements.states import Arrangement, InstalmentState
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.proposal import Notice

_NONE = Arrangement(on=date.min)


def arrangement_fields(notice: Notice, *, spoken: Spoken) -> Mapping[str, object]:
    """What was agreed or said, what of it is paid, and what this letter asks to be paid."""
    agreed, asked = notice.arrangement or _NONE, payment_asked(notice)
    parts = agreed.instalments
    left = total(part.left for part in parts)
    covered = left if parts else agreed.amount
    # In a letter about a plan or promise: what is open and not part of it.
    beside = ZERO if covered is None else max(notice.total - covered, ZERO)

    def printed(amount: Euro) -> str:
        return money(amount, notice.currency, spoken)

    late = late_instalments(parts)
    return {
        "te_betalen": printed(asked.amount),
        "te_betalen_uiterlijk": in_words(asked.by, spoken),
        "eerste_opschortdag": in_words(add_days(notice.pay_by, 1), spoken),
        "stap_bereikt": any(decision.stage_number for decision in notice.decisions),
        "heeft_afspraak": notice.arrangement is not None,
        "is_overeengekomen": bool(agreed.event),
        "heeft_afgesproken_bedrag": agreed.amount is not None,
        "heeft_termijnen": bool(parts),
        "heeft_betaalde_termijnen": agreed.paid > ZERO,
        "heeft_buiten_afspraak": beside > ZERO,
        "afspraak": {
            "datum": in_words(agreed.on, spoken) if notice.arrangement else "",
            "uiterlijk": in_words(agreed.until, spoken) if agreed.until else "",
            "bedrag": printed(notice.total if agreed.amount is None else agreed.amount),
            "toelichting": clean(agreed.note).strip(),
            "aantal_termijnen": str(len(parts)),
            "totaal_termijnen": printed(total(part.amount for part in parts)),
            "betaald": printed(agreed.paid),
            "rest": printed(left),
            "termijnen_te_laat": _named(late, spoken),
            "te_laat": printed(total(part.left for part in late)),
            "kwijtschelding": printed(
                ZERO if agreed.amount is None else max(notice.total - agreed.amount, ZERO)
            ),
            "buiten": printed(beside),
        },
        "termijnen": _instalments(parts, notice.currency, spoken),
    }


def _instalments(
    parts: Sequence[InstalmentState], currency: str, spoken: Spoken
) -> list[Mapping[str, object]]:
    shown: list[Mapping[str, object]] = []
    after = total(part.amount for part in parts)
    for part in parts:
        after -= part.amount
        shown.append(
            {
                "nummer": str(part.number),
                "vervaldag": in_digits(part.due_on, spoken),
                "bedrag": money(part.amount, currency, spoken),
                "betaald": money(part.paid, currency, spoken),
                "rest": money(part.left, currency, spoken),
                "daarna": money(after, currency, spoken),
                "te_laat": part.late and part.left > ZERO,
                "is_betaald": part.left <= ZERO,
            }
        )
    return shown


def _named(parts: Sequence[InstalmentState], spoken: Spoken) -> str:
    """The instalments by number: ``termijn 2``, ``de termijnen 2 en 3``; empty for none."""
    if not parts:
        return ""
    form = spoken.instalments_one if len(parts) == 1 else spoken.instalments_many
    return form.format(numbers=enumerated([str(part.number) for part in parts], spoken))
