"""Verschil: what became of an item since the last run, in words."""

from collections.abc import Mapping

from xl_dunning.rules.risk.difference import Change

BROKEN_PROMISE = "Toezegging niet nagekomen"
FIRST_RUN = "Er is nog geen eerdere ronde om mee te vergelijken."
WHAT: Mapping[Change, str] = {
    Change.RETURNED: "Terug",
    Change.CHANGED: "Gewijzigd",
    Change.DROPPED: "Verdwenen",
    Change.PARTLY_PAID: "Deels betaald",
    Change.PAID: "Betaald",
    Change.NEW: "Nieuw",
}
"""The word in the first column of the sheet; in the report of a run it is written small."""

EXPLAINED: Mapping[str, str] = {
    "returned": "Op {since} stond er niets open; nu weer wel. Is een betaling teruggeboekt? De "
    "stappen die al waren gezet, tellen nog mee.",
    "new": "Stond op {since} nog niet in de lijst.",
    "new.credit": "Creditnota of vooruitbetaling die op {since} nog niet in de lijst stond.",
    "paid": "Er staat niets meer open.",
    "paid.too_much": "Er staat niets meer open; er is meer betaald dan er openstond.",
    "paid.logged": "Staat niet meer in de lijst; de betaling is vastgelegd.",
    "partly_paid": "Er staat minder open dan op {since}.",
    "dropped": "Staat niet meer in de lijst; er is geen betaling vastgelegd. Waarschijnlijk "
    "betaald.",
    "dropped.credit": "Deze creditnota of vooruitbetaling staat niet meer in de lijst. "
    "Waarschijnlijk verrekend.",
    "changed.more": "Er staat meer open dan op {since}.",
    "changed.less": "Er staat minder open dan op {since}, maar er is niets betaald: het "
    "factuurbedrag is verlaagd.",
    "changed.credit": "Het tegoed is anders dan op {since}.",
    "changed.amount": "Het factuurbedrag was {amount_before} en is nu {amount_now}.",
    "changed.due": "De vervaldatum was {due_before} en is nu {due_now}.",
    "changed.currency": "De valuta was {currency_before} en is nu {currency_now}.",
    "broken.part": "Op {on} is toegezegd uiterlijk {until} {promised} te betalen.",
    "broken.all": "Op {on} is toegezegd uiterlijk {until} alles te betalen.",
    "broken.account": "Op {on} is toegezegd uiterlijk {until} {promised} te betalen. Het gaat om "
    "alle facturen van toen samen.",
    "broken.account.all": "Op {on} is toegezegd uiterlijk {until} alles te betalen. Het gaat om "
    "alle facturen van toen samen.",
    "first": f"{FIRST_RUN} Vanaf de volgende ronde staat hier wat er in de lijst is veranderd.",
    "same": "Sinds de ronde van {since} is er in de lijst niets veranderd.",
    "by_hand": "Bij een losse brief wordt de lijst niet met de vorige ronde vergeleken.",
}
"""The sentence in the last column."""
