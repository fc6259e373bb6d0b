"""What to say on the phone (belscript), and the other words of the sheet Belijst.

Friendly and without pressure: no costs, no threats, nothing that the policy does not have next.
"""

from collections.abc import Mapping

from xl_dunning.rules.agreements.call_moment import DayPart
from xl_dunning.rules.policy import Action

SCRIPT: Mapping[str, str] = {
    # Who is calling, and whom for.
    "hello": "Goedendag, u spreekt met {company}; {person}",
    "hello.unnamed": "Goedendag, {person}",
    "person.business": "kan ik {name} spreken?",
    "person.business.unknown": "kan ik iemand van de crediteurenadministratie spreken?",
    "person.consumer": "spreek ik met {name}?",
    "person.consumer.unknown": "spreek ik met degene die over de betalingen gaat?",
    # About what.
    "about.one": "Ik bel over factuur {numbers}, waarvan {total} openstaat",
    "about.few": "Ik bel over de facturen {numbers}, waarvan samen {total} openstaat",
    "about.many": "Ik bel over {count} facturen, waarvan samen {total} openstaat",
    "late.one": "{about}; die moest op {due} betaald zijn, nu {days} geleden.",
    "late.few": "{about}; de oudste moest op {due} betaald zijn, nu {days} geleden.",
    "late.many": "{about}; de oudste, {oldest}, moest op {due} betaald zijn, nu {days} geleden.",
    "late.today": "{about}; vandaag is de uiterste betaaldatum.",
    "late.unknown": "{about}.",
    "day": "1 dag",
    "days": "{count} dagen",
    # What came before.
    "letter": "Op {day} stuurden wij u {about} een {letter}{attempt}.",
    "letter.undated": "Wij stuurden u {about} al eerder bericht{attempt}.",
    "letter.all": "daarover",
    "letter.one": "over factuur {numbers}",
    "letter.few": "over de facturen {numbers}",
    "letter.many": "over een deel daarvan",
    "letter.unknown": "brief",
    "letter.email": "e-mail",
    "attempt.voicemail": "; op {day} sprak ik daarna uw voicemail in",
    "attempt.not-reached": "; daarna heb ik u al eens proberen te bellen",
    "attempt.alone.voicemail": "Op {day} sprak ik uw voicemail in; fijn dat ik u nu spreek.",
    "attempt.alone.not-reached": "Ik heb u al eens proberen te bellen; fijn dat ik u nu spreek.",
    "said.reached": "Op {day} spraken wij elkaar hierover.",
    "said.not-received": "Op {day} zei u dat u de factuur niet had ontvangen.",
    "said.disputed": "Op {day} zei u dat er iets niet klopte.",
    "said.plan-asked": "Op {day} vroeg u om een regeling.",
    "said.under-way": "Op {day} zei u dat de betaling onderweg was; wij zien haar nog niet.",
    "said.promised": "Op {day} spraken wij af dat u uiterlijk {until} zou betalen.",
    "said.promised.amount": "Op {day} spraken wij af dat u uiterlijk {until} {amount} zou betalen.",
    "broken": "U zou uiterlijk {until} betalen; dat is bij ons nog niet volledig binnen.",
    "broken.amount": "U zou uiterlijk {until} {amount} betalen; dat is bij ons nog niet volledig "
    "binnen.",
    # The question.
    "why.business": "Is de factuur bij u in orde, of is er een reden dat zij nog niet is betaald?",
    "why.business.many": "Zijn de facturen bij u in orde, of is er een reden dat zij nog niet zijn "
    "betaald?",
    "why.consumer": "Is er een reden dat het betalen nog niet is gelukt?",
    "why.today": "Is de betaling al ingepland, of is er nog iets onduidelijk?",
    "why.reached": "Hoe staat het er nu mee?",
    "why.not-received": "Hebt u haar inmiddels, en klopt zij?",
    "why.disputed": "Is dat inmiddels opgelost?",
    "why.plan-asked": "Welke termijnen zouden voor u passen?",
    "why.under-way": "Kunt u nagaan op welke dag er is betaald?",
    "why.promised": "Is dat gelukt?",
    "why.broken": "Is er iets tussengekomen?",
    # What we ask and offer.
    "when": "Op welke dag kunt u betalen, en welk bedrag mag ik noteren?",
    "plan.business": "Lukt het niet in één keer, dan kunnen wij betalen in termijnen bespreken.",
    "plan.consumer": "Lukt het niet in één keer, dan zoeken wij samen naar termijnen die passen.",
    # What comes next, only when it really does.
    "next.suspend": "Vinden wij samen geen oplossing, dan is onze volgende stap dat wij leveringen "
    "of werkzaamheden tijdelijk opschorten; dat voorkomen wij graag.",
    "next.handover": "Vinden wij samen geen oplossing, dan is onze volgende stap de overdracht aan "
    "een incassobureau; dat voorkomen wij graag.",
    "bye.business": "Dank u wel, en nog een prettige dag.",
    "bye.consumer": "Dank u wel voor uw tijd, en nog een fijne dag.",
}

DAY_PARTS: Mapping[DayPart, str] = {
    DayPart.MORNING: "'s ochtends",
    DayPart.AFTERNOON: "'s middags",
    DayPart.EVENING: "na 18.00 uur",
}

CELLS: Mapping[str, str] = {
    "no number": "zoek eerst het nummer op",
    "wrong number": "zoek eerst het juiste nummer op",
    "promise": "t/m {until}: {amount}",
    "promise.all": "t/m {until}: alles",
    "past": "{promise} (voorbij)",
}
"""Short words in other columns."""

BY_HAND: Mapping[Action, str] = {
    Action.PROPOSE_PLAN: "Spreek termijnen af, of doe een voorstel per brief: xl-dunning letter "
    "regeling_voorstel, met de termijnen bij --instalments.",
    Action.SUSPEND: "Schort op wat u nog levert of doet, en leg dat vast: xl-dunning log add "
    "suspension, met de fase bij --stage.",
    Action.HANDOVER: "Maak het dossier voor het incassobureau: xl-dunning handover. Daarmee is de "
    "overdracht ook vastgelegd.",
    Action.LEGAL: "Maak het dossier voor uw jurist: xl-dunning handover --to lawyer. Daarmee is de "
    "stap ook vastgelegd.",
}
"""What to do, where the phone has no part in it."""
