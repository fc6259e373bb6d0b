"""Sentences of the commands themselves: refusals, and the words of their reports."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "RUN_BEFORE_LAST": "De peildatum {reference_date} ligt vóór de laatste aanmaanronde van "
    "{last_run}. Kies {last_run} of een latere dag, of neem die ronde eerst terug met "
    "“xl-dunning undo”. Er is niets gewijzigd.",
    "CASEFILE_OTHER_COMPANY": "Het dossier is van {known}, maar volgens uw instellingen werkt u nu "
    "voor {company}. Elke administratie heeft een eigen dossier nodig: zet de lijst in een eigen "
    "map, of noem met --casefile een ander dossier. Er is niets gemaakt.",
    "CHANGED_SINCE_PROPOSAL": "Debiteur {debtor}: sinds het voorstel is er iets veranderd; de "
    "brief “{stage}” is daarom niet gemaakt. Bekijk het nieuwe voorstel.",
    "LAST_OUTPUT_UNREADABLE": "De vorige werkmap “{file}” kon niet worden gelezen; wat u daarin op "
    "het blad Belijst of Logboek hebt getypt, is niet overgenomen. Zij is bewaard als “{kept}”.",
    "LAST_BOOK_GONE": "De werkmap van de vorige ronde ({file}) is er niet meer. Hebt u daarin iets "
    "getypt op het blad Belijst, Logboek of Afspraken, zet haar dan terug en begin opnieuw; anders "
    "hoeft u niets te doen.",
    "LAST_BOOK_UNREADABLE": "De werkmap van de vorige ronde ({file}) kan niet worden gelezen. Hebt "
    "u daarin iets getypt op het blad Belijst, Logboek of Afspraken, leg dat dan opnieuw vast.",
    "LAST_OUTPUT_OWN_WORK": "In de vorige werkmap hebt u zelf iets toegevoegd ({what}). De nieuwe "
    "werkmap komt uit uw lijst en heeft dat niet; de vorige is bewaard als “{kept}”.",
    "MARKS_NOT_WRITTEN": "De ronde is vastgelegd en haar brieven staan klaar, maar de uitkomst kon "
    "niet in de werkmap worden gezet. Rond af wat u in een cel aan het typen bent en klik op "
    "Berekenen: dan komt zij er alsnog in.",
    "NOTHING_TO_UNDO": "Er is geen aanmaanronde om in te trekken.",
    "ALREADY_UNDONE": "De laatste aanmaanronde ({run}) is al ingetrokken. Een eerdere ronde kunt "
    "u niet meer intrekken; trek zo nodig een enkele gebeurtenis in met “xl-dunning log add void”.",
    "STEP_FOLLOWED": "De ronde kan niet worden ingetrokken: voor factuur {invoice} is daarna op "
    "{on} al de stap “{stage}” vastgelegd. Trek eerst die gebeurtenis in.",
    "EVENT_STEP_FOLLOWED": "Deze gebeurtenis kan niet worden ingetrokken: voor debiteur {debtor} "
    "is daarna op {on} al de stap “{stage}” vastgelegd, die erop voortbouwt. Trek eerst die in: "
    "xl-dunning undo --event {id}",
    "EVENT_ALREADY_VOIDED": "Deze gebeurtenis is al ingetrokken op {on}. Was dat een vergissing, "
    "trek dan de intrekking in: xl-dunning undo --event {id}",
    "CHARGES_PAID": "Na de brief van {on} is op factuur {invoice} {paid} betaald, meer dan de "
    "{open} die toen openstond: wat de brief extra vroeg, is dus betaald. De brief kan daarom niet "
    "worden ingetrokken. Klopt die betaling niet, trek haar dan eerst in.",
    "EVENT_UNKNOWN": "Er is geen gebeurtenis met Id “{id}”, in het dossier noch in de werkmap van "
    "de laatste ronde. Bekijk ze met “xl-dunning log list”, of noem met --workbook de werkmap "
    "waarin zij staat. Er is niets ingetrokken.",
    "LETTERS_MAY_BE_SENT": "Let op: wat al is verstuurd, haalt u hiermee niet terug: {letters}.",
    "SETTINGS_WRONG": "De instellingen kloppen niet. Verbeter het volgende; er is niets gemaakt.",
    "IN_PLACE_NOT_POSSIBLE": "“{file}” kan niet ter plekke worden bijgewerkt zonder dat er iets "
    "uit verloren gaat. Laat --in-place weg: dan komt het resultaat in een nieuw bestand.",
    "OUTPUT_IS_LIST": "Het resultaat zou over uw lijst “{file}” heen komen. Kies bij --output een "
    "andere naam, of gebruik --in-place: dan blijft er een kopie.",
    "WHAT_IF_OVER_RUN": "Deze proef voor een dag die nog komt, zou over de werkmap van ronde {run} "
    "heen komen (“{file}”). Kies bij --output een andere naam, of laat --output weg.",
    "OUTPUT_NOT_XLSX": "Het resultaat is een Excel-werkmap, maar “{file}” eindigt niet op .xlsx. "
    "Kies bij --output een naam die op .xlsx eindigt.",
    "OUTPUT_NAME_WRONG": "Het resultaat kan niet “{file}” heten: die naam is te lang of kan op "
    "deze computer niet. Kies met --output een kortere naam.",
    "TEMPLATES_FOLDER_MISSING": "De map {folder} met uw eigen briefsjablonen is er niet. Verbeter "
    "de naam bij --templates of bij Instellingen (sjabloonmap), of laat hem weg voor de "
    "meegeleverde brieven.",
    "LETTER_PLAN_KEPT": "De regeling met debiteur {debtor} is helemaal betaald en kan niet "
    "vervallen. Er is geen brief gemaakt.",
    "LETTER_NOTHING_LATE": "Van de regeling met debiteur {debtor} is geen termijn te laat. Er is "
    "geen brief gemaakt.",
    "LETTER_AGREEMENT_OVER": "De afspraak van {on} met debiteur {debtor} loopt niet meer door na "
    "{until} en kan dus niet worden bevestigd. Leg zo nodig een nieuwe afspraak vast. Er is geen "
    "brief gemaakt.",
    "LETTER_DAY_PAST": "De dag {until} is al voorbij. Kies een dag die nog komt. Er is geen brief "
    "gemaakt.",
    "LETTER_ANSWER_TOO_LATE": "De klant zou tot en met {until} mogen antwoorden, maar de eerste "
    "termijn is al op {first}. Kies met --until een eerdere dag. Er is geen brief gemaakt.",
    "LETTER_NEEDS_AGREEMENT": "Voor de brief {template} is niets vastgelegd om te bevestigen. "
    "Leg de toezegging, regeling of schikking eerst vast met “xl-dunning log add”. Er is geen "
    "brief gemaakt.",
    "LETTER_NEEDS_INSTALMENTS": "Vul bij het voorstel aan debiteur {debtor} de termijnen in, "
    "bijvoorbeeld --instalments “3 x 400 per maand vanaf 1-12-2026”. Er is geen brief gemaakt.",
    "LETTER_NEEDS_ANSWER": "Vul met --note in wat u debiteur {debtor} antwoordt; die tekst komt in "
    "de brief. Er is geen brief gemaakt.",
    "LETTER_NEEDS_TERM": "In de brief over de betalingsvoorwaarden staat binnen hoeveel dagen uw "
    "klanten moeten betalen. Vul bij Instellingen betalingstermijn in. Er is geen brief gemaakt.",
    "LETTER_NEEDS_STEP": "Voor debiteur {debtor} is dit niet vastgelegd. Leg het eerst vast met "
    "“xl-dunning log add {kind}”. Er is geen brief gemaakt.",
    "SINGLE_LETTER_NOTHING": "Van debiteur {debtor} staat in deze lijst niets open dat over de "
    "vervaldatum is. Controleer het debiteurnummer. Er is geen brief gemaakt.",
    "SINGLE_LETTER_INVOICE": "Factuur {invoice} van debiteur {debtor} staat niet open, is niet "
    "over de vervaldatum of is niet goed te lezen. Er is geen brief gemaakt.",
    "SINGLE_LETTER_HELD": "Alles wat van debiteur {debtor} openstaat, is betwist, geblokkeerd, "
    "toegezegd of te verrekenen. Noem met --invoice de factuur waarover u toch wilt schrijven. Er "
    "is geen brief gemaakt.",
    "SINGLE_LETTER_NO_CHANNEL": "Van debiteur {debtor} ontbreekt de naam, of een adres of "
    "e-mailadres. Vul het aan; er is geen brief gemaakt.",
    "LOG_DEBTOR_MISSING": "Vul met --debtor het debiteurnummer in.",
    "LOG_UNTIL_MISSING": "Bij een {kind} hoort een einddatum. Vul --until in, bijvoorbeeld "
    "--until 31-12-2026. Er is niets vastgelegd.",
    "LOG_OUTCOME_NOT_CALL": "Een uitkomst (--outcome) hoort bij een telefoongesprek. Leg haar vast "
    "met “xl-dunning log add call”. Er is niets vastgelegd.",
    "LOG_OUTCOME_UNTIL_MISSING": "Bij deze uitkomst hoort een dag: tot wanneer de klant heeft "
    "toegezegd te betalen. Vul --until in. Er is niets vastgelegd.",
    "LOG_SCHEDULE_NOT_PLAN": "Alleen een regeling (plan) heeft termijnen. Laat --instalments weg, "
    "of leg een regeling vast. Er is niets vastgelegd.",
    "LOG_SCHEDULE_WRONG": "“{value}” is geen reeks termijnen. Typ bijvoorbeeld “3 x 400 per maand "
    "vanaf 1-12-2026”. Er is niets vastgelegd.",
    "LOG_UNTIL_BEFORE_LAST": "De regeling zou eindigen op {until}, maar haar laatste termijn is op "
    "{last}. Laat --until weg: dan loopt zij tot en met die termijn. Er is niets vastgelegd.",
    "LOG_PLAN_RUNS": "Met debiteur {debtor} loopt al een regeling over dezelfde facturen: van "
    "{on}, tot en met {until}. Er is niets vastgelegd. Geldt die niet meer, trek haar dan eerst "
    "in: xl-dunning log add void --debtor {debtor} --event {id}",
    "PLAN_TOO_LONG": "Deze regeling heeft meer dan {most} termijnen. Kies hogere termijnen.",
    "LOG_AMOUNT_MISSING": "Bij een {kind} horen een factuurnummer en een bedrag. Vul --invoice en "
    "--amount in. Er is niets vastgelegd.",
    "LOG_STAGE_MISSING": "Bij ingelezen hoort de stap die al was gezet. Vul --stage in, "
    "bijvoorbeeld --stage herinnering. Er is niets vastgelegd.",
    "LOG_VOIDS_MISSING": "Welke gebeurtenis wilt u intrekken? Vul met --event haar Id in; u vindt "
    "het in “xl-dunning log list”. Er is niets vastgelegd.",
    "LOG_VOIDS_UNKNOWN": "Er is geen gebeurtenis met Id “{id}”. Bekijk ze met “xl-dunning log "
    "list”. Er is niets vastgelegd.",
    "LOG_VOIDS_OTHER_DEBTOR": "De gebeurtenis met Id “{id}” is van debiteur {known}, niet van "
    "{debtor}. Controleer het Id met “xl-dunning log list”. Er is niets vastgelegd.",
    "LOG_DATE_WRONG": "“{value}” is geen bestaande datum. Typ dag-maand-jaar, bijvoorbeeld "
    "21-11-2026, of 2026-11-21.",
    "LOG_AMOUNT_WRONG": "“{value}” is geen bedrag. Typ bijvoorbeeld 1210,50.",
    "DEMO_FOLDER_IN_USE": "In de map “{folder}” staan al bestanden. Kies een nieuwe of lege map, "
    "bijvoorbeeld: xl-dunning demo {folder}-2",
    "DEMO_FOLDER_CLOSED": "In de map “{folder}” kan niets worden gemaakt. Kies een map waarin u "
    "mag schrijven, bijvoorbeeld in uw eigen documenten.",
    "STOPPED": "Gestopt. Wat nog niet was vastgelegd, is niet verstuurd.",
    "UNEXPECTED": "Er ging iets mis dat wij niet hadden voorzien. Uw bestand is niet gewijzigd en "
    "er is niets half vastgelegd. Meldnummer {number}; het verslag staat in {log}.",
    "UNEXPECTED_UNLOGGED": "Er ging iets mis dat wij niet hadden voorzien. Uw bestand is niet "
    "gewijzigd en er is niets half vastgelegd. Meldnummer {number}.",
}

SKIPPED: Mapping[str, str] = {
    "TITLE_ROW": "Titelregel",
    "HEADER_ROW": "Kopregel",
    "GROUP_ROW": "Groepsregel: geen factuur",
    "SUBTOTAL_ROW": "Subtotaal: geen factuur",
    "TOTAL_ROW": "Totaalregel: geen factuur",
    "NOTE_ROW": "Opmerking: geen factuur",
}
