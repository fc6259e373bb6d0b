"""Sentences of the buttons in Excel: what was done, what is asked, and what can't be done."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "BUTTON_UNKNOWN": "De knop “{button}” hoort bij een andere versie van het programma. Maak met "
    "“xl-dunning new” een nieuwe werkmap. Er is niets gewijzigd.",
    "LIVE_NO_INVOICE_SHEET": "In deze werkmap staat geen blad Facturen. Open de werkmap die "
    "“xl-dunning new” voor u heeft gemaakt. Er is niets gewijzigd.",
    "LIVE_NO_INVOICES": "Op het blad Facturen staat nog niets. Klik eerst op Importeren en kies "
    "de lijst met openstaande posten uit uw boekhouding. Er is niets gewijzigd.",
    "LIVE_WRITE_FAILED": "Excel liet niets in de werkmap zetten. Rond af wat u in een cel aan het "
    "typen bent, kijk of het blad beveiligd is, en klik opnieuw. Er is niets gewijzigd.",
    "LIVE_SHEET_GONE": "Het blad {sheet} staat niet meer in deze werkmap. Zet het terug uit een "
    "kopie, of maak met “xl-dunning new” een nieuwe werkmap. Er is niets gewijzigd.",
    "LIVE_TABLE_GONE": "Op het blad {sheet} staat de tabel {table} niet meer. Zet haar terug uit "
    "een kopie, of maak met “xl-dunning new” een nieuwe werkmap. Er is niets gewijzigd.",
    "LIVE_COLUMNS_GONE": "Op het blad {sheet} ontbreken kolommen die het programma vult: "
    "{columns}. Zet die koppen terug, of maak met “xl-dunning new” een nieuwe werkmap. Er is "
    "niets gewijzigd.",
    "NOTHING_SELECTED": "Selecteer eerst op het blad Facturen, Debiteuren of Belijst de regel van "
    "een debiteur, en klik dan opnieuw. Er is niets gewijzigd.",
    "ASK_LETTERS_FOR": "U maakt nu alleen brieven voor {debtors}. Klopt dat?",
    "REFERENCE_DATE_AHEAD": "De peildatum staat op {reference_date}, en die dag moet nog komen. "
    "Zet haar terug op vandaag voordat u brieven maakt. Er is niets gemaakt of vastgelegd.",
    "ASK_REFERENCE_DATE": "De peildatum staat op {reference_date}, niet op vandaag: de brieven "
    "krijgen die datum. Is dat de bedoeling?",
    "IMPORT_NO_FILE": "Er is geen bestand gekozen. Klik op Importeren en kies de lijst met "
    "openstaande posten uit uw boekhouding. Er is niets gewijzigd.",
    "IMPORT_PASSWORD": "Het bestand “{file}” is met een wachtwoord beveiligd. Open het in Excel, "
    "sla het op zonder wachtwoord, en kies dat bestand. Er is niets ingelezen.",
    "IMPORT_OWN_BOOK": "“{file}” is deze werkmap zelf. Kies de lijst met openstaande posten uit "
    "uw boekhouding. Er is niets gewijzigd.",
    "IMPORT_COLUMNS": "{why} In deze werkmap geeft u zo'n antwoord op het blad Instellingen: zet "
    "in een regel “kolom” met de naam van het gegeven (bijvoorbeeld “kolom vervaldatum”), en "
    "daarnaast de kop of de letter van uw kolom. Er is niets gewijzigd.",
    "IMPORT_GONE": "Factuur {invoice} (openstaand {open}{marks}) staat niet meer in de nieuwe "
    "lijst en is van het blad Facturen gehaald; wat erover is vastgelegd, blijft in het dossier.",
    "ASK_IMPORT": "Van de {of} facturen staan er {gone} niet in de nieuwe lijst. Dat is meer dan "
    "de helft; misschien is het een andere lijst of een deel ervan. Wilt u haar toch inlezen? "
    "Kies dan Ja, of lees hetzelfde bestand nog eens in. Er is nog niets gewijzigd.",
    "IMPORTED": "Ingelezen uit “{file}”: {items}, waarvan {added} nieuw.",
    "IMPORTED_GONE_ONE": "Eén factuur staat er niet meer in en is van het blad gehaald; Controle "
    "noemt haar.",
    "IMPORTED_GONE_MORE": "{gone} facturen staan er niet meer in en zijn van het blad gehaald; "
    "Controle noemt ze.",
    "IMPORTED_DEBTORS": "Nieuw op het blad Debiteuren: {debtors}.",
    "IMPORTED_ERRORS": "Het blad Controle noemt {errors}: wat niet zeker te lezen was, staat met "
    "een vraagteken op Facturen en krijgt geen brief.",
    "IMPORTED_NEXT": "Klik nu op Berekenen.",
    "COMPUTED": "Berekend voor {reference_date}: {items}, {letters} te maken, {calls} op de "
    "Belijst. Er is niets verstuurd of vastgelegd.",
    "COMPUTE_LATER": "De bladen konden nog niet worden bijgewerkt; klik daarvoor op Berekenen.",
    "FINDINGS_TOLD": "Op het blad Controle: {findings}.",
    "CHECKED_CLEAN": "Het blad {sheet} is goed te lezen; er is niets op te merken.",
    "LETTERS_MADE": "{letters} gemaakt en vastgelegd, in de map {folder}.",
    "LETTERS_NONE": "Er is vandaag geen brief nodig; de ronde van {reference_date} is vastgelegd.",
    "LETTERS_ONLY_FOR": "Alleen voor {debtors}; elke brief noemt alles wat voor zijn debiteur aan "
    "de beurt is.",
    "MAILS_NO_LETTERS": "Er zijn nog geen brieven om te mailen, of de laatste ronde is "
    "ingetrokken. Klik eerst op Brieven maken. Er is niets klaargezet.",
    "MAILS_FOLDER_GONE": "De map met de brieven van de laatste ronde is er niet meer: {folder}. "
    "Zet haar terug, of mail de brieven zelf. Er is niets klaargezet.",
    "MAILS_NOT_WRITTEN": "In de map {folder} kan niet worden geschreven. Sluit een concept dat "
    "nog open is, en klik opnieuw.",
    "MAILS_READY": "{mails} klaargezet bij de brieven, in {folder}. Open ze, kijk ze na en "
    "verstuur ze zelf; er is niets verstuurd.",
    "MAILS_WITHOUT": "Voor {debtors} kon dat niet (de eerste is {first}): het e-mailadres "
    "ontbreekt of klopt niet, of de brief staat niet meer in de map.",
    "MAILS_OUTDATED": "Voor {debtors} is er sinds de brief iets veranderd (de eerste is {first}): "
    "er is betaald, het bedrag klopt niet meer, of u hebt een bezwaar of afspraak vastgelegd. "
    "Daarvoor is geen concept gemaakt; verwijder een concept dat er al lag.",
    "RECORD_AGREEMENT": "Op het blad Afspraken is alvast ingevuld: {rows} ({kind}) voor "
    "{debtors}. Vul aan wat nog ontbreekt, te beginnen met {column}. Vanaf Berekenen telt het mee.",
    "RECORD_CALL": "Vul op het blad Belijst bij debiteur {debtor} de uitkomst van het gesprek in, "
    "en bij Gebeld op de dag als u niet vandaag belde. Vanaf Berekenen telt het mee.",
    "ONE_DEBTOR_ONLY": "U hebt regels van {count} debiteuren geselecteerd. Selecteer er één, en "
    "klik dan opnieuw. Er is niets gewijzigd.",
    "ASK_HANDOVER": "Debiteur {debtor} overdragen aan het incassobureau? Het dossier wordt "
    "gemaakt en de overdracht vastgelegd; hij krijgt daarna van u geen brieven meer.",
    "HANDED_OVER": "Debiteur {debtor} is overgedragen. Het dossier staat in {dossier}.",
    "ASK_UNDO_EARLIER": "De laatste ronde ({last}) heeft niets gedaan. Wilt u de ronde daarvoor "
    "intrekken, {run}?",
    "UNDONE": "Ronde {run} is ingetrokken ({steps}).",
    "UNDONE_LETTERS": "De brieven staan nu in {folder}; verstuur ze niet.",
    "PREVIEW_NO_LETTER": "Voor debiteur {debtor} is vandaag geen brief aan de beurt. Kijk in de "
    "kolom Reden waarom. Er is niets gemaakt.",
    "PREVIEW_NOT_WRITTEN": "In de map {folder} kan niet worden geschreven. Er is niets gemaakt.",
    "PREVIEWED": "{letters} voor debiteur {debtor} gemaakt in {folder}. Er is niets vastgelegd; "
    "verstuur een voorbeeld niet.",
    "ASK_POLICY": "Welk beleid wilt u op het blad Beleid zetten? Typ het nummer: {listed}. Wat "
    "daar nu staat, wordt vervangen.",
    "POLICY_CHOICE_UNKNOWN": "“{choice}” is geen nummer of naam van een beleid. Kies uit: "
    "{names}. Er is niets gewijzigd.",
    "POLICY_CHOSEN": "Op het blad Beleid staat nu “{title}”, met {stages} stappen. Klik op "
    "Berekenen om te zien wat dat verandert.",
    "POLICY_SETTING_EMPTIED": "Bij Instellingen stond een ander beleid; dat veld is leeggemaakt, "
    "anders zou het voorgaan.",
    "TESTED": "xl-dunning {version}, Python {python} ({interpreter}), xlwings {xlwings}. De "
    "werkmap is gemaakt met versie {built} en staat in {book}; het dossier is {casefile}.",
    "PRESS_UNKNOWN": "“{button}” is geen knop. Kies uit: {buttons}.",
    "PRESS_NO_BOOK": "Noem met --book de werkmap waarin u op {button} wilt drukken.",
    "PRESS_NO_EXCEL": "Op deze computer is geen Excel gevonden dat het programma kan bedienen. "
    "Zonder Excel doet “{command}” hetzelfde.",
    "PRESS_ONLY_EXCEL": "Op deze computer is geen Excel gevonden dat het programma kan bedienen, "
    "en {button} heeft alleen daarin zin. Open de werkmap op een computer met Excel.",
    "PRESS_BOOK_CLOSED": "Excel kon “{file}” niet openen. Kijk of het bestand er nog staat en of "
    "Excel zelf een vraag stelt, en probeer het opnieuw.",
    "LIVE_BUSY": "Excel is bezig: u bent een cel aan het wijzigen, of er staat een vraag open. "
    "Rond dat af en klik opnieuw. Er is niets gewijzigd.",
    "LIVE_BELOW_TABLE": "Op het blad {sheet} staat in rij {row} iets onder de tabel. Zet dat "
    "ergens anders: de tabel wordt langer en zou eroverheen komen. Er is niets gewijzigd.",
    "REFERENCE_DATE_UNREADABLE": "In de cel Peildatum staat “{value}”, en dat is geen datum. Typ "
    "een dag, zoals 26-11-2026, of =VANDAAG(). Er is niets gewijzigd.",
}
