"""Sentences: the case file, the sheets Logboek and Afspraken."""

from collections.abc import Mapping

_NOT_TAKEN = " De rij is niet ingelezen en blijft op het blad staan."

_CASEFILE = {
    "CASEFILE_LOCKED": "Het dossier {casefile} is in gebruik door een andere aanmaanronde. Wacht "
    "tot die klaar is en start dan opnieuw.",
    "CASEFILE_BUSY": "Het dossier {casefile} is op dit moment in gebruik door een ander "
    "programma. Sluit dat programma of probeer het over een minuut opnieuw.",
    "CASEFILE_NO_FOLDER": "De map {folder} voor het dossier {casefile} bestaat niet. Maak de map "
    "aan of kies een andere plaats voor het dossier.",
    "CASEFILE_IS_FOLDER": "{casefile} is een map en geen dossier. Geef de naam van een bestand op, "
    "bijvoorbeeld dossier.db in die map.",
    "CASEFILE_NOT_OURS": "Het bestand {casefile} is geen dossier van dit programma. Het is niet "
    "gewijzigd. Geef een ander bestand op, of een nieuwe naam om een leeg dossier te beginnen.",
    "CASEFILE_NEWER": "Het dossier {casefile} is gemaakt met een nieuwere versie van dit "
    "programma. Werk het programma op deze computer bij en probeer het opnieuw.",
    "CASEFILE_DAMAGED": "Het dossier {casefile} is beschadigd en wordt niet gebruikt. Zet een "
    "reservekopie terug. Is die er niet, hernoem het bestand dan en start opnieuw met uw laatste "
    "werkmap: het blad Logboek daarin vult een nieuw dossier.",
    "CASEFILE_NOT_WRITABLE": "In het dossier {casefile} kan niet worden geschreven. Controleer of "
    "u in die map mag schrijven en of het bestand niet alleen-lezen is.",
    "CASEFILE_DISK_FULL": "De schijf van het dossier {casefile} is vol. Maak ruimte vrij en start "
    "opnieuw. Er is niets vastgelegd.",
    "CASEFILE_UNREACHABLE": "Het dossier {casefile} is niet bereikbaar. Controleer de "
    "netwerkverbinding, het adres en het wachtwoord en probeer het opnieuw.",
    "CASEFILE_NO_POSTGRES": "Voor het dossier {casefile} is de uitbreiding voor PostgreSQL nodig, "
    "en die is op deze computer niet geïnstalleerd. Installeer haar met: pip install "
    "'xl-dunning[postgres]'.",
    "CASEFILE_ADDRESS_UNKNOWN": "Het adres {casefile} van het dossier is onbekend. Geef een "
    "bestand op, of een adres dat begint met postgresql://.",
    "CASEFILE_RUN_EXISTS": "De aanmaanronde {run} staat al in het dossier. Er is niets gemaakt. "
    "Start opnieuw.",
    "CASEFILE_RUN_GONE": "De aanmaanronde {run} is onderbroken door een andere start van het "
    "programma. Er is niets vastgelegd. Start opnieuw.",
    "CASEFILE_RUN_UNDONE": "De aanmaanronde {run} is al ingetrokken of nooit uitgevoerd. Er is "
    "niets gewijzigd.",
    "CASEFILE_STAGING_EXISTS": "Op de tijdelijke plaats {path} staat al iets. Verplaats of "
    "verwijder het en start opnieuw.",
    "CASEFILE_STAGING_GONE": "De nieuwe bestanden op {path} zijn verdwenen voordat de "
    "aanmaanronde klaar was. Er is niets vastgelegd. Start opnieuw.",
    "CASEFILE_MOVE_WAITS": "Ronde {run} is vastgelegd, maar {final} kan nu niet worden "
    "geschreven; misschien is het geopend in Excel of Word. De nieuwe versie wacht op {staged}. "
    "Sluit het bestand en start het programma opnieuw; dan wordt zij op haar plaats gezet.",
    "CASEFILE_MOVE_RENAMED": "Op {wanted} staat iets dat niet overschreven mag worden. De "
    "bestanden van ronde {run} staan op {path}.",
    "CASEFILE_MOVE_LOST": "De bestanden van ronde {run} zijn niet gevonden, op {final} noch op "
    "{staged}. De brieven van deze ronde staan wel als verstuurd in het logboek. Zoek ze in uw "
    "reservekopie, of trek de ronde in om ze opnieuw te maken.",
    "CASEFILE_MOVE_ELSEWHERE": "De bestanden van ronde {run} wachten nog op de computer "
    "{computer}. Start het programma daar een keer; dan worden zij op hun plaats gezet.",
    "CASEFILE_STAGING_STAYS": "De onvoltooide bestanden van ronde {run} op {path} kunnen nu niet "
    "worden verwijderd. Gebruik ze niet: er is niets van vastgelegd. Sluit ze en start opnieuw.",
}

_LOG = {
    "LOG_NO_DATE": "de datum ontbreekt. Vul de dag van de gebeurtenis in." + _NOT_TAKEN,
    "LOG_BAD_DATE": '"{typed}" is geen datum. Typ dag-maand-jaar, zoals 31-12-2026.' + _NOT_TAKEN,
    "LOG_BAD_AMOUNT": '"{typed}" is geen eenduidig bedrag. Typ het als 1234,56.' + _NOT_TAKEN,
    "LOG_KEY_IS_DATE": "Excel heeft van dit nummer de datum {typed} gemaakt. Geef de cel de "
    "opmaak Tekst en typ het nummer opnieuw." + _NOT_TAKEN,
    "LOG_NO_DEBTOR": "het debiteurnummer ontbreekt. Vul het in." + _NOT_TAKEN,
    "LOG_NO_KIND": "de gebeurtenis ontbreekt. Vul in wat er gebeurde, zoals telefoon, toezegging, "
    "betwisting of betaling." + _NOT_TAKEN,
    "LOG_KIND_UNKNOWN": 'de gebeurtenis "{typed}" is onbekend. Kies bijvoorbeeld brief, e-mail, '
    "telefoon, toezegging, regeling, betwisting, blokkade of betaling." + _NOT_TAKEN,
    "LOG_CHANNEL_UNKNOWN": 'het kanaal "{typed}" is onbekend. Kies post, e-mail of telefoon, of '
    "maak de cel leeg." + _NOT_TAKEN,
    "LOG_OUTCOME_UNKNOWN": 'de uitkomst "{typed}" is onbekend. Kies bereikt, niet bereikt, '
    "voicemail, verkeerd nummer, factuur niet ontvangen, betwist, toezegging, regeling gevraagd of "
    "betaling onderweg." + _NOT_TAKEN,
    "LOG_SCHEDULE_UNREADABLE": '"{typed}" is geen reeks termijnen. Typ bijvoorbeeld "3 x 400 per '
    'maand vanaf 1-12-2026", of elke termijn: "01-12-2026: 400,00; 01-01-2027: 400,00".'
    + _NOT_TAKEN,
    "LOG_OUTCOME_NO_CALL": 'de uitkomst "{typed}" hoort bij een telefoongesprek. Maak van de '
    "gebeurtenis telefoon, of maak deze cel leeg." + _NOT_TAKEN,
    "LOG_SCHEDULE_NO_PLAN": "alleen een regeling heeft termijnen. Maak van de gebeurtenis "
    "regeling, of maak deze cel leeg." + _NOT_TAKEN,
    "LOG_ENDS_BEFORE_LAST": "de regeling eindigt op {typed}, maar haar laatste termijn is op "
    "{last}. Verbeter een van beide; of maak deze cel leeg: dan loopt zij tot en met die termijn."
    + _NOT_TAKEN,
    "LOG_VOID_WITHOUT_TARGET": "bij deze intrekking staat niet wat zij intrekt. Vul het Id in van "
    "de rij die u wilt intrekken." + _NOT_TAKEN,
    "LOG_NO_END": "bij deze {kind} staat niet tot en met welke dag zij loopt. Vul die dag in: tot "
    "dan gaan er geen brieven uit." + _NOT_TAKEN,
    "LOG_NO_AMOUNT": "bij deze {kind} ontbreekt het bedrag. Vul het in." + _NOT_TAKEN,
    "LOG_NO_INVOICE": "bij deze {kind} ontbreekt het factuurnummer. Vul in welke factuur het "
    "betreft." + _NOT_TAKEN,
    "LOG_ROW_CHANGED": "deze rij zegt iets anders dan is vastgelegd ({columns}); wat is "
    "vastgelegd blijft gelden. Was het fout? Voeg een rij toe met gebeurtenis intrekking en {id} "
    "in de kolom Trekt in. Is dit een nieuwe gebeurtenis? Maak dan de cel Id van deze rij leeg.",
    "EVENT_DEBTOR_UNKNOWN": "debiteur {debtor} komt in de lijst niet voor. Staat er niets meer "
    "open, dan hoeft u niets te doen. Is het nummer verkeerd, trek deze rij dan in en typ haar "
    "opnieuw.",
    "EVENT_INVOICE_UNKNOWN": "factuur {invoice} van debiteur {debtor} komt in de lijst niet voor. "
    "Is zij betaald, dan hoeft u niets te doen. Is het nummer verkeerd, trek deze rij dan in en "
    "typ haar opnieuw.",
    "EVENT_IN_FUTURE": "Debiteur {debtor}: de gebeurtenis “{kind}” in het logboek is van {on}, na "
    "de peildatum {reference_date}, en telt toch al mee. Klopt de dag niet, trek haar dan in en "
    "leg haar opnieuw vast.",
    "LOG_DEBTOR_NEW": "Debiteur {debtor} komt in het dossier nog niet voor. Controleer het nummer; "
    "klopt het niet, trek deze gebeurtenis dan in.",
    "LOG_INVOICE_NEW": "Factuur {invoice} van debiteur {debtor} komt in het dossier nog niet voor. "
    "Controleer het nummer; klopt het niet, trek deze gebeurtenis dan in.",
    "LOG_VOID_TARGET_UNKNOWN": 'het Id "{typed}" dat deze rij intrekt, staat niet in het logboek; '
    "er wordt niets ingetrokken. Neem het Id over van de rij die u wilt intrekken.",
}

_AGREEMENTS = {
    "AGREEMENT_BAD_DATE": _LOG["LOG_BAD_DATE"],
    "AGREEMENT_BAD_AMOUNT": _LOG["LOG_BAD_AMOUNT"],
    "AGREEMENT_KEY_IS_DATE": _LOG["LOG_KEY_IS_DATE"],
    "AGREEMENT_NO_DEBTOR": _LOG["LOG_NO_DEBTOR"],
    "AGREEMENT_NO_END": _LOG["LOG_NO_END"],
    "AGREEMENT_SCHEDULE_UNREADABLE": _LOG["LOG_SCHEDULE_UNREADABLE"],
    "AGREEMENT_SCHEDULE_NO_PLAN": "alleen een regeling heeft termijnen. Kies soort regeling, of "
    "maak de cel leeg." + _NOT_TAKEN,
    "AGREEMENT_ENDS_BEFORE_LAST": _LOG["LOG_ENDS_BEFORE_LAST"],
    "AGREEMENT_NO_KIND": "de soort afspraak ontbreekt. Kies toezegging, regeling, betwisting, "
    "blokkade of schikking." + _NOT_TAKEN,
    "AGREEMENT_KIND_UNKNOWN": 'de soort afspraak "{typed}" is onbekend. Kies toezegging, '
    "regeling, betwisting, blokkade of schikking." + _NOT_TAKEN,
    "AGREEMENT_ENDS_BEFORE_START": "de afspraak eindigt op {typed}, vóór de dag waarop zij begint. "
    "Verbeter een van beide datums." + _NOT_TAKEN,
}

SENTENCES: Mapping[str, str] = {**_CASEFILE, **_LOG, **_AGREEMENTS}
