"""Sentences about a handover: to the user, and in neutral words to whoever gets the dossier."""

from collections.abc import Mapping

_INVOICE = "Factuur {invoice} van debiteur {debtor}"

SENTENCES: Mapping[str, str] = {
    "HANDOVER_INCOMPLETE": "Het dossier is niet gemaakt en er is niets vastgelegd, want het zou "
    "niet volledig zijn. Los het volgende op, of noem met --invoice alleen de facturen die wel "
    "kunnen. Moet het toch zo, gebruik dan --incomplete: het dossier zelf zegt dan wat ontbreekt.",
    "HANDOVER_IMPOSSIBLE": "Er is niets gemaakt en niets vastgelegd, want zo kan er niet worden "
    "overgedragen:",
    "HANDOVER_CHANGED": "Over debiteur {debtor} is intussen iets anders vastgelegd. Er is niets "
    "overgedragen. Start opnieuw.",
    "HANDOVER_NOT_WRITTEN": "Het dossier {file} kan niet worden geschreven in de map {folder}. "
    "Kijk of de schijf vol is en of u in die map mag schrijven. Er is niets vastgelegd.",
    # ------------------------------------------------------------ never, complete or not
    "HANDOVER_DEBTOR_UNKNOWN": "Debiteur {debtor} staat niet in deze lijst. Controleer het nummer.",
    "HANDOVER_NOTHING": "Van debiteur {debtor} staat in deze lijst niets dat openstaat, over de "
    "vervaldatum is en met zekerheid te lezen is. Controleer het nummer.",
    "HANDOVER_COVERED": "Het tegoed van debiteur {debtor} ({credit}) dekt de hele vordering. "
    "Verreken het eerst in uw boekhouding.",
    "HANDOVER_INVOICE_UNKNOWN": "Factuur {invoice} staat in deze lijst niet bij debiteur {debtor}. "
    "Controleer het nummer, of laat deze factuur weg.",
    "HANDOVER_INVOICE_NOT_OPEN": f"{_INVOICE} staat niet meer open, of is een tegoed. Laat deze "
    "factuur weg.",
    "HANDOVER_INVOICE_NOT_DUE": f"{_INVOICE} is nog niet over de vervaldatum ({{due_date}}). Laat "
    "deze factuur weg, of wacht tot daarna.",
    "HANDOVER_ALREADY": f"{_INVOICE} is op {{on}} al overgedragen. Is de zaak teruggekomen, leg "
    "dat dan eerst vast: xl-dunning log add unblock --debtor {debtor} --invoice {invoice} --note "
    "teruggekomen",
    "HANDOVER_LEFT_OUT": f"{_INVOICE} is op {{on}} al overgedragen en staat niet in dit dossier.",
    # --------------------------------------------------------------------- the parties
    "HANDOVER_NAME_MISSING": "De naam van debiteur {debtor} ontbreekt. Vul haar in op het blad "
    "Debiteuren, of geef een debiteurenbestand mee met --debtors.",
    "HANDOVER_ADDRESS_MISSING": "Het adres van debiteur {debtor} ({name}) ontbreekt of is niet "
    "volledig. Vul straat en plaats in op het blad Debiteuren, of geef een debiteurenbestand mee "
    "met --debtors.",
    "HANDOVER_NO_KVK": "Van debiteur {debtor} ({name}) is geen KvK-nummer bekend. Vul het zo "
    "mogelijk in op het blad Debiteuren: een incassobureau of jurist vraagt ernaar.",
    "HANDOVER_OWN_DATA_MISSING": "Bij uw eigen gegevens ontbreekt: {what}. Vul dit aan bij "
    "Instellingen of in bedrijf.toml.",
    # ------------------------------------------------------------------- the invoices
    "HANDOVER_UNREADABLE": f"{_INVOICE} is niet met zekerheid te lezen, of staat dubbel in de "
    "lijst. Verbeter de rij in de lijst.",
    "HANDOVER_DISPUTED": f"{_INVOICE} wordt betwist. Los de betwisting eerst op, of laat deze "
    "factuur weg.",
    "HANDOVER_BLOCKED": f"{_INVOICE}: u hebt deze factuur of debiteur geblokkeerd. Hef de "
    "blokkade eerst op, of laat deze factuur weg.",
    "HANDOVER_SKIPPED": f"{_INVOICE}: in de lijst staat dat u deze factuur overslaat. Maak de "
    "kolom Overslaan leeg, of laat deze factuur weg.",
    "HANDOVER_PROMISE_RUNNING": f"{_INVOICE}: er loopt een toezegging of schikking tot en met "
    "{until}. Wacht die dag af, of laat deze factuur weg.",
    "HANDOVER_PLAN_RUNNING": f"{_INVOICE}: er loopt een betalingsregeling tot en met {{until}}. Is "
    "zij niet nagekomen, trek haar dan eerst in; laat anders deze factuur weg.",
    "HANDOVER_DIRECT_DEBIT": f"{_INVOICE} wordt automatisch geïncasseerd. Is dat mislukt, maak dan "
    "de kolom Automatische incasso leeg; laat anders deze factuur weg.",
    "HANDOVER_HISTORY_GAP": f"{_INVOICE}: in het logboek ontbreekt een stap, of het beleid kent "
    "haar niet. Trek de stap in die niet past, of leg met de gebeurtenis “ingelezen” vast hoever "
    "deze factuur is.",
    "HANDOVER_PAYMENT_UNDER_WAY": f"{_INVOICE}: er is {{amount}} betaald of gecrediteerd volgens "
    "het logboek, maar de lijst toont dat nog niet. Verwerk het eerst in uw boekhouding en maak de "
    "lijst opnieuw.",
    "HANDOVER_PRESCRIBED": f"{_INVOICE} is waarschijnlijk verjaard; {{until}} was de laatste dag "
    "voor een stuitingsbrief. Vraag eerst een jurist om raad, of laat deze factuur weg.",
    "HANDOVER_CREDIT": "Het tegoed van debiteur {debtor} ({credit}) is in het dossier van de "
    "vordering afgetrokken. Boek het ook af op deze facturen.",
    "HANDOVER_CREDIT_UNSETTLED": "Debiteur {debtor} heeft een tegoed van {credit}, en u draagt "
    "niet al zijn vervallen facturen over. Verreken het eerst in uw boekhouding, zodat vaststaat "
    "op welke factuur het in mindering komt.",
    # ---------------------------------------------------------- interest, costs, letters
    "HANDOVER_CURRENCY": f"{_INVOICE} is in {{currency}}. Over vreemde valuta berekenen wij geen "
    "rente en geen incassokosten.",
    "HANDOVER_NOT_IN_DEFAULT": f"{_INVOICE}: volgens het logboek is de debiteur nog niet in "
    "verzuim, dus er is geen rente berekend. Stuur zo nodig eerst een ingebrekestelling.",
    "HANDOVER_RATE_UNKNOWN": f"{_INVOICE}: voor {{day}} is de rente nog niet bekend, zodat er geen "
    "is berekend. Voeg het percentage toe met “xl-dunning rates --add”.",
    "HANDOVER_TERM_LETTER_MISSING": f"{_INVOICE}: er zijn {{costs}} incassokosten gerekend, maar "
    "in het logboek staat geen geldige {letter}. Stuur er eerst een en wacht de termijn af.",
    "HANDOVER_TERM_LETTER_NO_COPY": f"{_INVOICE}: de {{letter}} van {{on}} geeft recht op "
    "incassokosten, maar is met de hand vastgelegd: er is geen afschrift van. Gebruik --incomplete "
    "en voeg het afschrift zelf bij; zonder zijn de kosten niet te bewijzen.",
    "HANDOVER_TERM_RUNS": f"{_INVOICE}: de termijn van de {{letter}} loopt nog tot en met "
    "{until}. Incassokosten zijn er pas daarna; zij staan niet in dit dossier.",
    "HANDOVER_NO_TERM_LETTER": f"{_INVOICE}: er is geen geldige {{letter}} verstuurd. Daarom "
    "staan er geen incassokosten in dit dossier.",
    "HANDOVER_NO_LETTER": f"{_INVOICE}: volgens het logboek is hierover nog nooit een brief "
    "gestuurd. Is dat wel gebeurd, voeg dan zelf een afschrift bij het dossier.",
    "HANDOVER_LETTER_NO_COPY": f"{_INVOICE}: van de brief van {{on}} heeft het programma geen "
    "afschrift. Voeg het zelf bij het dossier.",
    "HANDOVER_LETTER_UNPROVEN": "Van de brief {file} van {on} (factuur {invoices}) staat geen "
    "vingerafdruk in het logboek. Kijk zelf na of dit de brief is die is verstuurd.",
    "HANDOVER_LETTER_MISSING": "De brief {file} van {on} (factuur {invoices}) is niet te vinden. "
    "Zet het bestand terug uit een reservekopie, in de map {folder}.",
    "HANDOVER_LETTER_CHANGED": "De brief {file} van {on} (factuur {invoices}) is na het versturen "
    "gewijzigd. Zet het oorspronkelijke bestand terug uit een reservekopie, in de map {folder}.",
    "HANDOVER_PAY_BY_RUNS": f"{_INVOICE}: de laatste brief geeft tot en met {{until}} de tijd om "
    "te betalen. Die dag is nog niet voorbij.",
    # --------------------------------------------------------------------- the copies
    "HANDOVER_COPY_FOLDER_UNSET": "Bij Instellingen staat geen factuurmap, dus de facturen zelf "
    "ontbreken. Vul de map met uw facturen in.",
    "HANDOVER_COPY_FOLDER_MISSING": "De factuurmap {folder} bestaat niet. Verbeter de naam bij "
    "Instellingen.",
    "HANDOVER_COPY_UNNAMED": f"{_INVOICE}: er is geen factuurbestand genoemd. Vul de kolom "
    "Factuurbestand in.",
    "HANDOVER_COPY_MISSING": f"{_INVOICE}: het factuurbestand {{file}} staat niet in de map "
    "{folder}, of kan niet worden gelezen. Zet het daar neer.",
    "HANDOVER_COPY_OUTSIDE": f"{_INVOICE}: het factuurbestand {{file}} ligt buiten de factuurmap "
    "{folder}. Zet een kopie in die map.",
    "HANDOVER_TERMS_UNSET": "Bij Instellingen staat geen voorwaardenbestand; uw voorwaarden of het "
    "contract gaan niet mee. Voeg ze zelf bij, of vul de instelling in.",
    "HANDOVER_TERMS_MISSING": "Het voorwaardenbestand {file} staat niet in de map {folder}, of kan "
    "niet worden gelezen. Zet het daar neer, of verbeter de naam bij Instellingen.",
}

REMARKS: Mapping[str, str] = {
    "HANDOVER_NAME_MISSING": "De naam van de debiteur is niet bekend.",
    "HANDOVER_ADDRESS_MISSING": "Het adres van de debiteur is niet of niet volledig bekend.",
    "HANDOVER_OWN_DATA_MISSING": "Van de schuldeiser ontbreekt: {what}.",
    "HANDOVER_UNREADABLE": "Factuur {invoice} is in de administratie niet met zekerheid te lezen "
    "en staat niet in dit dossier.",
    "HANDOVER_DISPUTED": "De debiteur betwist factuur {invoice}.",
    "HANDOVER_BLOCKED": "Factuur {invoice} is in de administratie geblokkeerd.",
    "HANDOVER_SKIPPED": "Factuur {invoice} wordt in de administratie overgeslagen.",
    "HANDOVER_PROMISE_RUNNING": "Over factuur {invoice} loopt een toezegging of schikking tot en "
    "met {until}.",
    "HANDOVER_PLAN_RUNNING": "Over factuur {invoice} loopt een betalingsregeling tot en met "
    "{until}.",
    "HANDOVER_DIRECT_DEBIT": "Factuur {invoice} is bestemd voor automatische incasso.",
    "HANDOVER_HISTORY_GAP": "In de geschiedenis van factuur {invoice} ontbreekt een stap.",
    "HANDOVER_PAYMENT_UNDER_WAY": "Op factuur {invoice} is {amount} betaald of gecrediteerd dat "
    "nog niet van de hoofdsom is afgetrokken.",
    "HANDOVER_PRESCRIBED": "Factuur {invoice} is mogelijk verjaard: zonder stuiting was {until} de "
    "laatste dag.",
    "HANDOVER_CREDIT": "Van de vordering is een tegoed van {credit} afgetrokken.",
    "HANDOVER_CREDIT_UNSETTLED": "De debiteur heeft een tegoed van {credit}, dat in dit dossier "
    "geheel van de vordering is afgetrokken. Op welke facturen het in mindering komt, staat niet "
    "vast.",
    "HANDOVER_CURRENCY": "Factuur {invoice} is in {currency}; daarover zijn geen rente en kosten "
    "berekend.",
    "HANDOVER_NOT_IN_DEFAULT": "Voor factuur {invoice} is volgens de administratie nog geen "
    "verzuim ingetreden; er is geen rente berekend.",
    "HANDOVER_RATE_UNKNOWN": "Over factuur {invoice} is geen rente berekend: het percentage voor "
    "{day} is nog niet bekend.",
    "HANDOVER_TERM_LETTER_MISSING": "Voor de incassokosten over factuur {invoice} is geen geldige "
    "{letter} vastgelegd.",
    "HANDOVER_TERM_LETTER_NO_COPY": "Van de {letter} van {on} over factuur {invoice} is geen "
    "afschrift bijgevoegd.",
    "HANDOVER_TERM_RUNS": "De termijn van de {letter} over factuur {invoice} loopt tot en met "
    "{until}; incassokosten zijn nog niet berekend.",
    "HANDOVER_NO_TERM_LETTER": "Over factuur {invoice} is geen geldige {letter} verstuurd; er zijn "
    "geen incassokosten berekend.",
    "HANDOVER_NO_LETTER": "Over factuur {invoice} is geen eerdere brief vastgelegd.",
    "HANDOVER_LETTER_NO_COPY": "Van de brief van {on} over factuur {invoice} is geen afschrift "
    "bijgevoegd.",
    "HANDOVER_LETTER_UNPROVEN": "Of de bijgevoegde brief van {on} over factuur {invoices} gelijk "
    "is aan wat is verstuurd, is niet vast te stellen.",
    "HANDOVER_LETTER_MISSING": "De brief van {on} over factuur {invoices} ontbreekt.",
    "HANDOVER_LETTER_CHANGED": "De brief van {on} over factuur {invoices} ontbreekt: het "
    "bewaarde bestand is na het versturen gewijzigd.",
    "HANDOVER_PAY_BY_RUNS": "De laatste brief over factuur {invoice} geeft tot en met {until} de "
    "tijd om te betalen.",
    "HANDOVER_COPY_FOLDER_UNSET": "De kopieën van de facturen ontbreken.",
    "HANDOVER_COPY_FOLDER_MISSING": "De kopieën van de facturen ontbreken.",
    "HANDOVER_COPY_UNNAMED": "De kopie van factuur {invoice} ontbreekt.",
    "HANDOVER_COPY_MISSING": "De kopie van factuur {invoice} ontbreekt.",
    "HANDOVER_COPY_OUTSIDE": "De kopie van factuur {invoice} ontbreekt.",
    "HANDOVER_TERMS_UNSET": "Algemene voorwaarden of een contract zijn niet bijgevoegd.",
    "HANDOVER_TERMS_MISSING": "Algemene voorwaarden of een contract zijn niet bijgevoegd.",
    "INTEREST_TOO_OLD": "Over factuur {invoice} is geen rente berekend, omdat de percentages vanaf "
    "{since} niet bekend zijn.",
}
"""What the dossier itself says of a finding; findings without a remark concern the user only."""
