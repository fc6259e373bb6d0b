"""The lines of an address follow the conventions of the post, and a long name gives way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.letters.factory import JANSEN
from xl_dunning.letters.address import address_lines, is_shortened


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        # two blanks and capitals, as the Dutch post asks
        (
            {},
            (
                "Jansen & Zn. <BV>",
                "T.a.v. mevrouw L. Jansen",
                "Dorpsstraat 12",
                "1234 AB  ONS DORP",
            ),
        ),
        # the list already says t.a.v.
        (
            {"contact": "t.a.v. dhr. Smit"},
            ("Jansen & Zn. <BV>", "T.a.v. dhr. Smit", "Dorpsstraat 12", "1234 AB  ONS DORP"),
        ),
        # Belgium: one blank, no t.a.v., and a country line because the letter crosses the border
        (
            {"postcode": "9000", "city": "Gent", "country": "be", "contact": "An Peeters"},
            ("Jansen & Zn. <BV>", "An Peeters", "Dorpsstraat 12", "9000 GENT", "BELGIË"),
        ),
        # the own country is never printed, however it is spelled
        (
            {"country": "Netherlands", "contact": ""},
            ("Jansen & Zn. <BV>", "Dorpsstraat 12", "1234 AB  ONS DORP"),
        ),
        # a contact that only repeats the name
        (
            {"contact": "Jansen & Zn. <BV>", "city": "'s-Gravenhage", "address": "Plein 1\nHof B"},
            ("Jansen & Zn. <BV>", "Plein 1", "Hof B", "1234 AB  'S-GRAVENHAGE"),
        ),
        # a list without addresses
        ({"contact": "", "address": "", "postcode": "", "city": ""}, ("Jansen & Zn. <BV>",)),
    ],
)
def test_the_address_follows_the_conventions_of_the_post(
    changes: dict[str, Any], lines: tuple[str, ...]
) -> None:
    assert address_lines(replace(JANSEN, **changes), home="Nederland") == lines


def test_a_letter_within_belgium_has_no_country_line() -> None:
    debtor = replace(JANSEN, postcode="9000", city="Gent", country="België")
    assert address_lines(debtor, home="BE")[-1] == "9000 GENT"


def test_a_long_name_gives_way_but_street_and_town_stay() -> None:
    debtor = replace(JANSEN, name="Stichting tot Instandhouding van de Koninklijke " * 4)
    lines = address_lines(debtor, home="NL")
    assert len(lines) == 6
    assert lines[-2:] == ("Dorpsstraat 12", "1234 AB  ONS DORP")
    assert lines[2].endswith("…")
    assert is_shortened(debtor, home="NL")
    assert not is_shortened(JANSEN, home="NL")
