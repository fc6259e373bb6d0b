"""Waarom nu, waarom niet: one sentence per reason, and what to do with the item."""

from collections.abc import Mapping

from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Reason

SENTENCES: Mapping[str, str] = {
    "RATES_OUTDATED": "Voor {day} is geen wettelijke rente bekend; zij is bekend tot en met "
    "{known_until}. Voeg het nieuwe percentage toe met “xl-dunning rates --add”. Tot dan "
    "rekenen wij geen rente en maken wij geen brieven die rente vragen.",
    "POLICY_OF_DEBTOR_UNKNOWN": "Debiteur {debtor}: het beleid “{name}” bestaat niet. Kies een "
    "bestaand beleid in kolom Beleid, of geef het bestand mee met --policy. Voor deze debiteur is "
    "geen brief gemaakt.",
    "NO_CHANNEL": "Debiteur {debtor}: een brief heeft een naam met een adres of e-mailadres nodig, "
    "en dat is er niet volledig. Vul het aan op het blad Debiteuren of geef een debiteurenbestand "
    "mee met --debtors. Voor deze debiteur is geen brief gemaakt.",
    "HISTORY_GAP": "Factuur {invoice} van debiteur {debtor}: in het logboek staat de stap "
    "“{stage}” van {on}, maar een stap ervóór ontbreekt of het beleid kent deze stap niet. "
    "Controleer het logboek en trek de stap in, of leg met de gebeurtenis “ingelezen” vast hoever "
    "deze factuur is. Tot dan komt er geen brief.",
    "CALL_PASSED_OVER": "Factuur {invoice} van debiteur {debtor}: “{stage}” is niet binnen {days} "
    "dagen vastgelegd en is overgeslagen. De volgende stap gaat gewoon verder.",
    "FOLLOW_UP_NO_CHANNEL": "Debiteur {debtor}: de brief “{letter}” is niet gemaakt, want er is "
    "geen naam met een adres of e-mailadres. Vul het aan op het blad Debiteuren of geef een "
    "debiteurenbestand mee met --debtors.",
    "FOLLOW_UP_NOT_EURO": "Debiteur {debtor}: de brief “{letter}” is niet gemaakt. Er is een "
    "bedrag in euro afgesproken, maar de facturen zijn in een andere valuta. Schrijf deze brief "
    "zelf.",
    "FOLLOW_UP_TOO_MUCH": "Debiteur {debtor}: de brief “{letter}” is niet gemaakt. Hij zou {asked} "
    "vragen, maar volgens de lijst is er {claim} te vorderen. Controleer het afgesproken bedrag.",
    "DISPUTE_OVERDUE": "Debiteur {debtor}: de betwisting van {on} zou uiterlijk {until} zijn "
    "beantwoord, en zij staat nog open. Los haar op en leg dat vast (betwisting opgelost). Tot dan "
    "wordt het betwiste bedrag niet gevraagd.",
    "DIRECT_DEBIT_LATE": "Factuur {invoice} van debiteur {debtor} gaat via automatische incasso en "
    "staat {days} dagen na de vervaldatum nog open. Is de incasso mislukt of teruggeboekt, maak "
    "dan Automatische incasso leeg; anders komt er geen herinnering.",
    "WRONG_NUMBER": "Debiteur {debtor}: op {on} bleek het telefoonnummer niet te kloppen. Zoek het "
    "juiste nummer op en vul het in op het blad Debiteuren.",
    "PLANS_OVERLAP": "Debiteur {debtor}: er lopen twee betalingsregelingen voor dezelfde facturen, "
    "van {first} en van {second}. De laatste telt. Trek de andere in: xl-dunning log add void "
    "--debtor {debtor} --event {id}",
    "REMINDER_IN_FUTURE": "Factuur {invoice} van debiteur {debtor}: de laatste herinnering zou op "
    "{on} zijn verstuurd, maar die dag moet nog komen. Verbeter de datum in kolom Laatste "
    "herinnering. De eerdere brieven zijn niet ingelezen.",
    "MORE_REMINDERS_THAN_STAGES": "Factuur {invoice} van debiteur {debtor}: er zijn al {count} "
    "brieven verstuurd, meer dan het beleid kent. Wij gaan uit van “{stage}” als laatste stap.",
    "REMINDER_WITHOUT_DATE": "Factuur {invoice} van debiteur {debtor}: er zijn al {count} brieven "
    "verstuurd, maar de datum van de laatste ontbreekt. De wachttijd telt daarom vanaf {on}. Vul "
    "kolom Laatste herinnering in als u de datum weet.",
    "REMINDER_WITHOUT_COUNT": "Factuur {invoice} van debiteur {debtor}: op {on} is een "
    "herinnering verstuurd, maar het aantal ontbreekt. Wij gaan uit van één brief.",
}

REASONS: Mapping[str, str] = {
    "DUE": "Aan de beurt sinds {since}: {stage}.",
    "DUE.promise": "Aan de beurt sinds {since}: {stage}. De toezegging tot en met {broken} is niet "
    "nagekomen; er is {paid} van binnengekomen.",
    "DUE.plan": "Aan de beurt sinds {since}: {stage}. De betalingsregeling is niet nagekomen; er "
    "is {paid} van binnengekomen.",
    "DUE.settlement": "Aan de beurt sinds {since}: {stage}. De schikking van {broken_on} is niet "
    "op tijd betaald: tot en met {broken} kwam er {paid} binnen. De hele vordering geldt weer.",
    "DUE.under_way": "Aan de beurt sinds {since}: {stage}. Op {broken_on} zei de debiteur dat de "
    "betaling onderweg was; er is {paid} binnengekomen.",
    "SET_ASIDE": "Hiervan is {amount} betwist; dat deel wordt nu niet gevorderd.",
    "ISSUED": "{stage} gemaakt op {on}; betalen uiterlijk {pay_by}.",
    "PASSED_OVER": "“{stage}” is niet op tijd vastgelegd en is op {on} overgeslagen.",
    "PASSED_OVER.suspend": "“{stage}” is op {on} overgeslagen: aan de regel voor opschorten in het "
    "beleid is niet voldaan, of er is al opgeschort.",
    "UNREADABLE": "Niet goed te lezen; zie het blad Controle.",
    "UNREADABLE.policy": "Het beleid “{policy}” van deze debiteur bestaat niet.",
    "DUPLICATE_KEY": "Dit factuurnummer staat vaker in de lijst bij deze debiteur; "
    "zie het blad Controle.",
    "PAID": "Betaald: er staat niets meer open.",
    "PAID.logged": "Betaling van {logged} is vastgelegd; de lijst toont haar nog niet.",
    "PAID.settled": "De schikking van {settled} is op tijd betaald. Boek het restant af.",
    "CREDIT_NOTE": "Creditnota of niet-toegewezen betaling: wordt verrekend, niet aangemaand.",
    "NOT_DUE": "Nog niet vervallen; de vervaldatum is {due_date}.",
    "DISPUTED": "De debiteur betwist deze factuur.",
    "DISPUTED.logged": "De debiteur betwist deze factuur sinds {on}.",
    "BLOCKED.block": "Geblokkeerd tot en met {until}.",
    "BLOCKED.block.endless": "Geblokkeerd tot u de blokkade opheft.",
    "BLOCKED.debtor": "Deze debiteur niet aanmanen tot en met {until}.",
    "BLOCKED.debtor.endless": "Deze debiteur niet aanmanen.",
    "BLOCKED.handover": "Overgedragen op {on}; wij sturen zelf geen brieven meer.",
    "BLOCKED.legal": "Juridische stappen sinds {on}; wij sturen zelf geen brieven meer.",
    "BLOCKED.payment": "Er is een betaling van {amount} vastgelegd die de lijst nog niet toont. "
    "Verwerk die eerst in de boekhouding.",
    "BLOCKED.rate": "De brief zou rente vragen, maar de rente is maar bekend tot en met "
    "{known_until}. Zie het blad Controle.",
    "BLOCKED.prescribed": "Waarschijnlijk verjaard sinds {until}. Zie het blad Controle.",
    "BLOCKED.law": "De brief zou niet aan de wet voldoen en is niet gemaakt. Zie het blad "
    "Controle.",
    "SKIPPED": "Door u overgeslagen.",
    "PROMISE_RUNNING": "Betaaltoezegging van {on}, tot en met {until}. Tot die dag komt er "
    "geen brief.",
    "PLAN_RUNNING": "Afspraak of betalingsregeling van {on}, tot en met {until}.",
    "PROMISE_RUNNING.again": "Nieuwe betaaltoezegging van {on}, tot en met {until}; de vorige, tot "
    "en met {broken}, is niet nagekomen. Tot die dag komt er geen brief.",
    "PROMISE_RUNNING.bank": "De afspraak van {on} liep tot en met {until}. Een betaling kan nog "
    "onderweg zijn; tot en met {last} komt er geen brief.",
    "PROMISE_RUNNING.settlement": "Schikking van {on}: {amount}, tot en met {until}. Is dat dan "
    "niet binnen, dan geldt weer de hele vordering.",
    "PROMISE_RUNNING.under_way": "Op {on} zei de debiteur dat de betaling onderweg is. Tot en met "
    "{until} komt er geen brief.",
    "PLAN_RUNNING.instalments": "Betalingsregeling van {on}, tot en met {until}: {paid} van "
    "{amount} is betaald. De volgende termijn is {left} op {due_on}.",
    "PLAN_RUNNING.late": "Betalingsregeling van {on}: termijn {number} van {due_on} is te laat; er "
    "staat {left} van open. De klant krijgt daar een herinnering van; helpt die niet, dan vervalt "
    "de regeling.",
    "PLAN_RUNNING.asked": "De debiteur vroeg op {on} om een betalingsregeling. Doe een voorstel; "
    "tot en met {until} komt er geen brief.",
    "PLAN_RUNNING.proposed": "Op {on} hebben wij een betalingsregeling voorgesteld; de debiteur "
    "kan tot en met {until} antwoorden.",
    "NET_CREDIT": "Het tegoed van deze debiteur ({credit}) dekt wat nu aan de beurt is. "
    "Verreken het eerst.",
    "DIRECT_DEBIT": "Wordt geïncasseerd via automatische incasso.",
    "BELOW_MINIMUM": "Samen staat {balance} open, minder dan het drempelbedrag van {minimum}.",
    "HISTORY_GAP": "Het logboek klopt niet: stap “{stage}” van {on} past niet. Zie het blad "
    "Controle.",
    "TOO_EARLY.due_date": "Wacht tot {earliest}: dan is de factuur oud genoeg voor {stage} "
    "(vervaldatum {due_date}).",
    "TOO_EARLY.previous_step": "Wacht tot {earliest}: na “{previous}” van {on} moet er eerst tijd "
    "verlopen voor {stage}.",
    "TOO_EARLY.pay_by": "Wacht tot {earliest}: de laatste brief noemt {pay_by} als uiterste "
    "betaaldatum; daarna volgt {stage}.",
    "TOO_EARLY.call_back.again": "Niet bereikt op {on} (poging {attempts} van {most}). Bel vanaf "
    "{earliest} opnieuw, op een ander moment van de dag.",
    "TOO_EARLY.call_back.asked": "Op {on} is afgesproken dat u vanaf {earliest} terugbelt.",
    "TOO_EARLY.follow_up": "Eerst gaat de brief “{letter}” uit. Daarna wacht {stage} tot "
    "{earliest}.",
    "LAST_STAGE": "De laatste stap “{previous}” is gezet op {on}. Beslis zelf: overdragen, "
    "bellen of afboeken.",
    "NO_CHANNEL": "Aan de beurt voor {stage}, maar er is geen naam met een adres (of e-mailadres).",
}

TODO: Mapping[Reason, str] = {
    Reason.DUE: "",
    Reason.UNREADABLE: "Controleren",
    Reason.DUPLICATE_KEY: "Controleren",
    Reason.PAID: "Geen",
    Reason.CREDIT_NOTE: "Verrekenen",
    Reason.NOT_DUE: "Geen",
    Reason.DISPUTED: "Betwisting oplossen",
    Reason.BLOCKED: "Geblokkeerd",
    Reason.SKIPPED: "Overgeslagen",
    Reason.PROMISE_RUNNING: "Toezegging afwachten",
    Reason.PLAN_RUNNING: "Regeling afwachten",
    Reason.NET_CREDIT: "Tegoed verrekenen",
    Reason.DIRECT_DEBIT: "Incasso afwachten",
    Reason.BELOW_MINIMUM: "Te klein bedrag",
    Reason.HISTORY_GAP: "Controleren",
    Reason.TOO_EARLY: "Afwachten",
    Reason.LAST_STAGE: "Beslissen",
    Reason.NO_CHANNEL: "Adres aanvullen",
}

ACTIONS: Mapping[Action, str] = {
    Action.LETTER: "Brief",
    Action.CALL: "Bellen",
    Action.SUSPEND: "Levering opschorten",
    Action.PROPOSE_PLAN: "Regeling voorstellen",
    Action.HANDOVER: "Overdragen",
    Action.LEGAL: "Juridische stappen",
}
