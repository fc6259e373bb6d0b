"""The fields of the letter about payment terms: the term, and what it costs to be late."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from xl_dunning.letters.spoken import Spoken
from xl_dunning.letters.text import money, short_percentage
from xl_dunning.rules.figures import Bracket, CostScale
from xl_dunning.rules.money import ZERO, Euro
from xl_dunning.rules.proposal import LatePayment, Notice

_NONE = LatePayment(term=0)


def terms_fields(notice: Notice, *, spoken: Spoken) -> Mapping[str, object]:
    """The terms as they are printed; empty in a letter that is not about them."""
    terms = notice.late_payment or _NONE
    known = notice.late_payment is not None

    def printed(amount: Euro) -> str:
        return money(amount, "EUR", spoken) if known else ""

    return {
        "heeft_voorwaarden": known,
        "rekent_rente": terms.percent is not None,
        "rente_is_afgesproken": terms.interest == "agreed",
        "rekent_kosten": terms.flat_costs > ZERO or terms.scale is not None,
        "heeft_vast_bedrag": terms.flat_costs > ZERO,
        "heeft_staffel": terms.scale is not None,
        "kosten_na_brief": terms.free_days is not None,
        "rekent_btw_over_kosten": terms.vat_percent is not None,
        "voorwaarden": {
            "termijn": str(terms.term) if known else "",
            "rente": "" if terms.percent is None else short_percentage(terms.percent, spoken),
            "rente_naam": spoken.interest_names.get(f"{notice.law} {terms.interest}", ""),
            "vast_bedrag": printed(terms.flat_costs),
            "kosten_minimum": printed(terms.scale.minimum) if terms.scale else "",
            "kosten_maximum": printed(terms.scale.maximum) if terms.scale else "",
            "brieftermijn": "" if terms.free_days is None else str(terms.free_days),
            "btw": "" if terms.vat_percent is None else short_percentage(terms.vat_percent, spoken),
            "staffel": _scale(terms.scale, spoken) if terms.scale else [],
            "voorbeeld_bedrag": printed(terms.example_principal),
            "voorbeeld_dagen": str(terms.example_days) if known else "",
            "voorbeeld_rente": printed(terms.example_interest),
            "voorbeeld_kosten": printed(terms.example_costs),
            "voorbeeld_btw": printed(terms.example_vat),
            "voorbeeld_samen": printed(terms.example_total),
        },
    }


def _scale(scale: CostScale, spoken: Spoken) -> list[Mapping[str, object]]:
    """One row per bracket: from which principal to which, and the costs over it."""
    rows: list[Mapping[str, object]] = []
    for bracket, following in pairwise((*scale.brackets, None)):
        if bracket is None:
            continue
        above = money(bracket.above, "EUR", spoken)
        upto = "" if following is None else money(following.above, "EUR", spoken)
        if not upto:
            reach = spoken.scale_above
        else:
            reach = spoken.scale_between if bracket.above else spoken.scale_up_to
        rows.append(
            {
                "bedrag": reach.format(above=above, upto=upto),
                "kosten": _costs(bracket, above, spoken),
            }
        )
    return rows


def _costs(bracket: Bracket, above: str, spoken: Spoken) -> str:
    percent = short_percentage(bracket.percent, spoken)
    fixed = money(bracket.fixed, "EUR", spoken)
    if not bracket.percent:
        return fixed
    form = spoken.scale_fixed_and_percent if bracket.fixed else spoken.scale_percent
    return form.format(fixed=fixed, percent=percent, above=above)
