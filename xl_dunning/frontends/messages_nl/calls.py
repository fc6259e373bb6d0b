"""Sentences: what the user typed on the sheet Belijst."""

from collections.abc import Mapping

_CALL_STAYS = (
    " De rij is niet ingelezen en staat weer op de Belijst; tot zij klopt, wacht deze debiteur."
)

SENTENCES: Mapping[str, str] = {
    "CALL_BAD_DATE": '"{typed}" is geen datum. Typ dag-maand-jaar, zoals 31-12-2026.' + _CALL_STAYS,
    "CALL_BAD_AMOUNT": '"{typed}" is geen eenduidig bedrag. Typ het als 1234,56.' + _CALL_STAYS,
    "CALL_KEY_IS_DATE": "Excel heeft van dit nummer de datum {typed} gemaakt. Geef de cel de "
    "opmaak Tekst en typ het nummer opnieuw." + _CALL_STAYS,
    "CALL_NO_DEBTOR": "het debiteurnummer ontbreekt. Vul het in. De rij is niet ingelezen en staat "
    "weer op de Belijst.",
    "CALL_DEBTOR_UNKNOWN": "debiteur {typed} komt in de lijst niet voor. Verbeter het nummer, of "
    "maak uw cellen op deze rij leeg." + _CALL_STAYS,
    "CALL_INVOICE_UNKNOWN": "factuur {unknown} van debiteur {debtor} is niet bekend. Verbeter het "
    "nummer, of haal het weg uit deze cel." + _CALL_STAYS,
    "CALL_NO_INVOICES": "de facturen ontbreken. Typ hier weer over welke facturen u belde."
    + _CALL_STAYS,
    "CALL_STAGE_UNCLEAR": "hier staat niet meer bij elke factuur welke fase het is (“{typed}”). "
    "Typ één fase voor alle facturen, zoals bellen." + _CALL_STAYS,
    "CALL_STAGE_UNKNOWN": "het beleid kent de fase “{unknown}” niet. Typ de korte naam van de "
    "stap, zoals bellen." + _CALL_STAYS,
    "CALL_NO_DAY": "de dag van het gesprek ontbreekt. Vul Gebeld op in." + _CALL_STAYS,
    "CALL_IN_FUTURE": "het gesprek zou op {typed} zijn, na de peildatum {reference_date}. Verbeter "
    "de dag, of maak de cel leeg: dan geldt de dag van de lijst." + _CALL_STAYS,
    "CALL_BEFORE_LIST": "het gesprek zou op {typed} zijn, maar deze lijst is van {listed_on}. "
    "Verbeter de dag, of maak de cel leeg: dan geldt de dag van de lijst." + _CALL_STAYS,
    "CALL_NO_OUTCOME": "u hebt iets ingevuld, maar niet wat het gesprek opleverde. Kies een "
    "uitkomst, of maak uw cellen op deze rij leeg." + _CALL_STAYS,
    "CALL_OUTCOME_UNKNOWN": 'de uitkomst "{typed}" is onbekend. Kies bereikt, niet bereikt, '
    "voicemail, verkeerd nummer, factuur niet ontvangen, betwist, toezegging, regeling gevraagd of "
    "betaling onderweg." + _CALL_STAYS,
    "CALL_NO_PROMISE_DATE": "bij deze toezegging staat niet tot en met welke dag zij loopt. Vul de "
    "dag in waarop de klant uiterlijk betaalt." + _CALL_STAYS,
    "CALL_DATE_BEFORE_CALL": "de afgesproken dag {typed} ligt vóór het gesprek van {on}. Verbeter "
    "de dag." + _CALL_STAYS,
    "CALL_DATE_TOO_FAR": "de afgesproken dag {typed} ligt meer dan een jaar na het gesprek. "
    "Verbeter de dag. Is er echt zo'n lange afspraak, leg haar dan vast op het blad Afspraken."
    + _CALL_STAYS,
    "CALL_NO_SUCH_AMOUNT": "{typed} kan niet het bedrag zijn. Typ een bedrag boven nul, of maak de "
    "cel leeg." + _CALL_STAYS,
    "CALL_ROW_CHANGED": "deze rij zegt iets anders dan is vastgelegd: {recorded}, op {on}. Wat is "
    "vastgelegd, blijft gelden. Was dat fout? Trek het in op het blad Logboek (gebeurtenis "
    "intrekking, in Trekt in: {ids}); dan wordt deze rij alsnog ingelezen. Maak anders uw cellen "
    "op deze rij leeg; voor een tweede gesprek op één dag typt u een regel op het blad Logboek.",
}
