"""What the command rates prints: every figure of the law with its day, source and last check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from xl_dunning.frontends.finding_json import finding_json
from xl_dunning.frontends.law_desk import LawAtHand
from xl_dunning.frontends.law_report import LAWS, finding_lines, percent_text
from xl_dunning.frontends.messages_nl import amount
from xl_dunning.law.freshness import last_check
from xl_dunning.law.loader import figures_of
from xl_dunning.law.own_rates import OwnRate
from xl_dunning.law.values import Value
from xl_dunning.rules.figures import (
    Amount,
    CostScale,
    Delivery,
    Ground,
    Number,
    Percentage,
    RateTable,
)


def rates_lines(at_hand: LawAtHand) -> list[str]:
    """All figures: the tables of rates first, newest row on top, then the rest."""
    law = at_hand.law
    lines = [LAWS[law.country][0].upper() + LAWS[law.country][1:]]
    for table in law.rates.values():
        lines += ["", *_table(table)]
    lines += ["", "Andere cijfers:"]
    for figure in figures_of(law.country):
        for value in figure.values if figure.kind != "rates" else ():
            lines.append(f"- {figure.title}: {_shown(value)}, vanaf {value.valid_from:%d-%m-%Y}")
            lines.append(f"  {_ground(value.ground)}, nagekeken op {_checked(value.ground)}")
    return lines + finding_lines(at_hand.findings)


def added_lines(at_hand: LawAtHand, added: OwnRate, file: Path) -> list[str]:
    """What was added, where it is kept, and until when the rate is known now."""
    table = at_hand.law.rates[added.key]
    what = f"{table.title} vanaf {added.valid_from:%d-%m-%Y} {percent_text(added.percent)}"
    return [
        f"Toegevoegd: {what}, bekend tot en met {table.known_until:%d-%m-%Y}.",
        f"Bewaard in {file}; dit geldt voor alle lijsten in die map.",
        *finding_lines(at_hand.findings),
    ]


def rates_json(at_hand: LawAtHand) -> dict[str, Any]:
    """All figures; percentages and amounts are texts, days ISO dates."""
    law = at_hand.law
    return {
        "law": law.country,
        "rates": [
            {
                "key": table.key,
                "title": table.title,
                "known_until": table.known_until.isoformat(),
                "checked_on": last_check(table).isoformat(),
                "rates": [
                    {
                        "valid_from": rate.valid_from.isoformat(),
                        "percent": f"{rate.percent}",
                        **_ground_json(rate.ground),
                    }
                    for rate in table.rates
                ],
            }
            for table in law.rates.values()
        ],
        "figures": [
            {
                "kind": figure.kind,
                "key": figure.key,
                "title": figure.title,
                "values": [
                    {
                        "valid_from": value.valid_from.isoformat(),
                        **_value_json(value),
                        **_ground_json(value.ground),
                    }
                    for value in figure.values
                ],
            }
            for figure in figures_of(law.country)
            if figure.kind != "rates"
        ],
        "findings": [finding_json(finding) for finding in at_hand.findings],
    }


def _table(table: RateTable) -> Iterator[str]:
    yield f"{table.title[0].upper()}{table.title[1:]} ({table.rates[-1].ground.article})"
    checked = f"nagekeken op {last_check(table):%d-%m-%Y}"
    yield f"  bekend tot en met {table.known_until:%d-%m-%Y}, {checked}"
    for rate in reversed(table.rates):
        doubt = f"; niet zeker: {rate.ground.doubt}" if rate.ground.doubt else ""
        yield (
            f"  vanaf {rate.valid_from:%d-%m-%Y} {percent_text(rate.percent):>7}  "
            f"{rate.ground.source}{doubt}"
        )


def _shown(value: Value) -> str:
    match value:
        case Number():
            return str(value.value)
        case Amount():
            return amount(value.value)
        case Percentage():
            return percent_text(value.value)
        case CostScale():
            parts = [
                f"boven {amount(part.above)} {amount(part.fixed)} + {percent_text(part.percent)}"
                for part in value.brackets
            ]
            limits = f"minstens {amount(value.minimum)}, hoogstens {amount(value.maximum)}"
            return f"{'; '.join(parts)}; {limits}"
        case Delivery():
            return f"{value.days} dagen"
        case _:
            return percent_text(value.percent)


def _value_json(value: Value) -> dict[str, Any]:
    match value:
        case CostScale():
            return {
                "brackets": [
                    {
                        "above": f"{part.above}",
                        "fixed": f"{part.fixed}",
                        "percent": f"{part.percent}",
                    }
                    for part in value.brackets
                ],
                "minimum": f"{value.minimum}",
                "maximum": f"{value.maximum}",
            }
        case Delivery():
            return {"days": value.days, "weekdays": sorted(value.weekdays)}
        case Number():
            return {"value": value.value}
        case Amount() | Percentage():
            return {"value": f"{value.value}"}
        case _:
            return {"value": f"{value.percent}"}


def _ground(ground: Ground) -> str:
    doubt = f"; niet zeker: {ground.doubt}" if ground.doubt else ""
    return f"{ground.article}; {ground.source}{doubt}"


def _checked(ground: Ground) -> str:
    return f"{ground.checked_on:%d-%m-%Y}"


def _ground_json(ground: Ground) -> dict[str, Any]:
    return {
        "article": ground.article,
        "source": ground.source,
        "checked_on": ground.checked_on.isoformat(),
        "doubt": ground.doubt or None,
    }
