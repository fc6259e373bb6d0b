"""Sentences of the buttons in Excel: what was done, what is asked, and what can't be done."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "BUTTON_UNKNOWN": "De knop “{button}” hoort bij een andere versie van het programma. Maak met "
    "“xl-dunning new” een nieuwe werkmap. Er is niets gewijzigd.",
    "LIVE_NO_INVOICE_SHEET": "In deze werkmap staat geen blad Facturen. Open de werkmap die "
    "“xl-dunning new” voor u heeft gemaakt. Er is niets gewijzigd.",
    "LIVE_NO_INVOICES": "Op het blad Facturen staat nog niets. Klik eerst op Importeren en kies de "
    "lijst met openstaande posten uit uw boekhouding. Er is niets gewijzigd.",
    "LIVE_WRITE_FAILED": "Excel liet niets in de werkmap zetten. Rond af wat u in een cel aan het "
    "typen bent, kijk of het blad beveiligd is, en klik opnieuw. Er is niets gewijzigd.",
    "LIVE_SHEET_GONE": "Het blad {sheet} staat niet meer in deze werkmap. Zet het terug uit een "
    "kopie, of maak met “xl-dunning new” een nieuwe werkmap. Er is niets gewijzigd.",
    "NOTHING_SELECTED": "Selecteer eerst op het blad Facturen, Debiteuren of Belijst de regel van "
    "een debiteur, en klik dan opnieuw. Er is niets gewijzigd.",
    "ASK_LETTERS_FOR": "U maakt nu alleen brieven voor {debtors}. Klopt dat?",
    "REFERENCE_DATE_AHEAD": "De peildatum staat op {reference_date}, en die dag moet nog komen. "
    "Zet haar terug op vandaag voordat u brieven maakt. Er is niets gemaakt of vastgelegd.",
    "ASK_REFERENCE_DATE": "De peildatum staat op {reference_date}, niet op vandaag: de brieven "
    "krijgen die datum. Is dat de bedoeling?",
    "COMPUTED": "Berekend voor {reference_date}: {items}, {letters} te maken, {calls} op de "
    "Belijst. Er is niets verstuurd of vastgelegd.",
    "COMPUTED_FINDINGS": "Op het blad Controle staan {findings}.",
    "LETTERS_MADE": "{letters} gemaakt en vastgelegd, in de map {folder}.",
    "LETTERS_NONE": "Er is vandaag geen brief nodig; de ronde van {reference_date} is vastgelegd.",
    "LETTERS_ONLY_FOR": "Alleen voor {debtors}; elke brief noemt "
    "alles wat voor zijn debiteur aan de beurt is.",
}
