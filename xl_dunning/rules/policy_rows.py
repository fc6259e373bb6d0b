"""A policy from the sheet ``Beleid``: one row a stage, the same fields as columns.

What holds for the policy as a whole (name, minimum amount ...) are columns too. They are filled in
on any one row, mostly the first; the other rows may leave them blank or repeat them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xl_dunning.rules.fields import Fields, as_typed
from xl_dunning.rules.findings import Finding, Place
from xl_dunning.rules.policy import DunningPolicy
from xl_dunning.rules.policy_rules import POLICY_KEYS, STAGE_KEYS, WORDS, Words, read_policy

POLICY_HEADERS: Mapping[str, str] = {
    "name": "Beleid",
    "title": "Titel beleid",
    "source": "Bron",
    "minimum_amount": "Minimumbedrag",
    "minimum_interval": "Minimale tussentijd",
    "correction_days": "Correctiedagen",
    "confirm": "Afspraken bevestigen",
    "plan_grace": "Respijt regeling",
    "suspend_after": "Opschorten na",
    "suspend_amount": "Opschorten vanaf bedrag",
    "suspend_later": "Opschorten bij latere facturen",
    "suspend_notice": "Opschorten aankondigen",
}
STAGE_HEADERS: Mapping[str, str] = {
    "key": "Fase",
    "title": "Titel",
    "action": "Actie",
    "template": "Sjabloon",
    "after": "Na",
    "end_of_month": "Einde maand",
    "wait": "Wachten",
    "pay_within": "Betalen binnen",
    "for": "Voor",
    "law": "Recht",
    "without_term": "Zonder afspraak",
    "skip_after": "Overslaan na",
    "attempts": "Pogingen",
    "attach_invoice": "Factuur bijvoegen",
    "charge": "Kosten",
    "colour": "Kleur",
}
"""Field of a stage to the header of its column; the field's own name is recognised too."""

DUTCH_WORDS: Words = {
    "action": {
        "brief": "letter",
        "bellen": "call",
        "opschorten": "suspend",
        "betalingsvoorstel": "propose_plan",
        "overdracht": "handover",
        "juridisch": "legal",
        **WORDS["action"],
    },
    "for": {"alle": "all", "consument": "consumer", "zakelijk": "business", **WORDS["for"]},
    "law": {"alle": "", **WORDS["law"]},
    "charge": {
        "geen": "none",
        "rente": "interest",
        "rente+kosten": "interest+costs",
        **WORDS["charge"],
    },
}


def policy_from_rows(
    rows: Sequence[Mapping[str, object]], *, places: Sequence[Place] = (), origin: str = "Beleid"
) -> tuple[DunningPolicy | None, tuple[Finding, ...]]:
    """The policy that the rows describe, and all that is wrong with it at once.

    Args:
        rows: header to cell value, one row a stage in their order; blank cells may be left out.
        places: where each row stands on its sheet, so that a finding leads to the cell.
        origin: how the user knows the rows when there are no places.

    Returns:
        The policy, or None when there is an error. Without a name it is called ``beleid``.
    """
    top = Fields(
        values={},
        origin="" if places else origin,
        place=Place(sheet=places[0].sheet) if places else None,
        lenient=True,
        headers=dict(POLICY_HEADERS),
    )
    policy_values: dict[str, object] = {}
    stages: list[Fields] = []
    for index, row in enumerate(rows):
        cells = {header: value for header, value in row.items() if not _is_blank(value)}
        if not cells:
            continue
        of_policy = {h: key for h in cells if (key := _field(h, POLICY_HEADERS, POLICY_KEYS))}
        of_stage = {h: key for h in cells if (key := _field(h, STAGE_HEADERS, STAGE_KEYS))}
        stage = Fields(
            values={
                of_stage.get(header, header): value
                for header, value in cells.items()
                if header in of_stage or header not in of_policy
            },
            origin=f"{origin}, {index + 1}",
            place=places[index] if places else None,
            lenient=True,
            headers={**STAGE_HEADERS, **POLICY_HEADERS, **_reverse(of_stage)},
        )
        for header, key in of_policy.items():
            if header in of_stage:
                continue
            value = cells[header]
            if (known := policy_values.setdefault(key, value)) != value:
                stage.error("POLICY_TWO_VALUES", key, value=as_typed(value), other=as_typed(known))
        stages.append(stage)
    if not stages:
        top.error("POLICY_WITHOUT_STAGES", "key")
    name = policy_values.setdefault("name", "beleid")
    policy_values.setdefault("title", name)
    top.values = policy_values
    return read_policy(top, stages, words=DUTCH_WORDS)


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _reverse(fields: Mapping[str, str]) -> dict[str, str]:
    return {key: header for header, key in fields.items()}


def _field(header: str, headers: Mapping[str, str], keys: Sequence[str]) -> str:
    """The field that a header stands for; empty when it is none of these."""
    typed = _plain(header)
    return next((key for key in keys if typed in (_plain(headers[key]), _plain(key))), "")


def _plain(header: str) -> str:
    return "".join(letter for letter in header.casefold() if letter.isalnum())
