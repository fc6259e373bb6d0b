"""Risk and advice in words: an estimate, what it rests on, and never a judgement of a person."""

from collections.abc import Mapping

LEVELS: Mapping[str, str] = {"low": "laag", "middle": "gemiddeld", "high": "hoog"}

WHY: Mapping[str, str] = {
    "DAYS_LATE": "Betaalt gemiddeld {days} te laat.",
    "SHARE_LATE": "Te laat betaald: {late} van de {count}.",
    "IN_TIME": "Op tijd betaald: {count} van de {count}.",
    "OPEN_OVERDUE": "Nu te laat en nog open: {invoices}.",
    "PROMISES_BROKEN": "Toezegging niet of niet helemaal nagekomen: {broken} van de {count}.",
    "HANDED_OVER": "Eerder overgedragen, of juridische stappen: {on}.",
    "RETURNED": "Verdween uit de lijst en kwam terug: {invoices}.",
    "DISPUTES": "Betwist: {times}.",
    "THIN": "Nog weinig bekend van deze debiteur ({invoices} betaald gezien): de score leunt op "
    "alle debiteuren samen.",
    "THIN_NONE": "Van deze debiteur is nog geen betaling gezien: de score leunt op alle debiteuren "
    "samen.",
    "STALE": "De laatste betaling is gezien op {on}; wat ouder is, telt minder mee.",
    "NO_SCORE": "Er is nog van niemand een betaling gezien, dus er is geen score.",
}

ADVICE: Mapping[str, str] = {
    "ADVICE_BEST": "Dit is de stap van het beleid. {other} heeft minder kans: {chance}.",
    "ADVICE_ONLY": "Dit is de stap van het beleid.",
    "ADVICE_NOT_SURE": "Dit is de stap van het beleid. {other} lijkt meer kans te hebben "
    "({chance}), maar dat is niet zeker genoeg.",
    "ADVICE_BETTER": "Meer kans dan de stap van het beleid: {other}, {chance}.",
    "ADVICE_TOO_LITTLE": "Dit is de stap van het beleid. Er is nog te weinig bekend om een "
    "kans te noemen.",
    "ADVICE_EXTRA": "Het beleid heeft nu geen stap die u kunt zetten.",
    "ADVICE_DECIDE": "Geen stap die nu kan. {reason}",
    "ADVICE_HELD": "Nu geen advies. {reason}",
    "ADVICE_NOT_DUE": "Kan nog op tijd betaald worden. {reason}",
    "ADVICE_MADE": "De brief van deze ronde is al gemaakt: dit kan daarnaast.",
    "WAIT": "Afwachten tot {earliest}",
    "RESTS_ON": "{times} geprobeerd, waarvan {own} bij deze debiteur.",
    "RESTS_ON_WAITING": "{invoices} die even lang openstonden.",
    "UNTRIED": "Nog te weinig geprobeerd om een kans te noemen.",
}

TERMS: Mapping[str, str] = {
    "TERMS_SHORTER": "Voor nieuwe opdrachten een kortere termijn: betaalt gemiddeld {days} te laat "
    "over {invoices}. De termijn is nu meestal {term}.",
    "TERMS_SHORTER.unknown": "Voor nieuwe opdrachten een kortere termijn: betaalt gemiddeld {days} "
    "te laat over {invoices}.",
    "TERMS_IN_ADVANCE": "Voor nieuwe opdrachten geheel of deels vooruit laten betalen: betaalt "
    "gemiddeld {days} te laat over {invoices}.",
}

EVERYONE: Mapping[str, str] = {
    "NAME": "Alle debiteuren samen",
    "SEEN": "{invoices} betaald gezien, gemiddeld {days} te laat.",
    "NOTHING": "Nog geen betaling gezien. Elke ronde onthoudt wat er openstaat; wat daarna uit de "
    "lijst verdwijnt, is meestal betaald. Na enkele rondes staat hier per debiteur een schatting.",
    "STEP": "{step}: {share} betaald binnen 14 dagen ({times}).",
    "CALLS": "Bellen",
    "LINE": "Advies: bij {invoices} heeft een andere stap meer kans dan die van het beleid; zie "
    "het blad Advies.",
}
