"""Sentences about how a list is read: sheets, columns, rows and cells."""

from collections.abc import Mapping

_SHEETS = {
    "SHEET_UNKNOWN": "Er is geen blad «{sheet}». Dit bestand heeft: {sheets}. "
    "Kies een van deze met --sheet.",
    "SHEET_TIE": "De bladen {sheets} kunnen allebei de lijst met openstaande posten zijn. "
    'Kies er één, bijvoorbeeld met --sheet "{first}".',
    "NO_TABLE": "Op geen enkel blad ({sheets}) is een rij met kolomkoppen van openstaande posten "
    "gevonden. Zet boven de kolommen koppen als Factuurnummer, Debiteurnummer, Vervaldatum en "
    "Openstaand, of kies het blad met --sheet.",
    "NO_DEBTORS": "In «{file}» staan geen debiteurgegevens. Er moet een blad zijn met een kolom "
    "Debiteurnummer en kolommen als Naam, Adres, Postcode, Plaats of E-mail.",
}

_COLUMNS = {
    "COLUMN_TIE": "Voor {field} komen meer kolommen in aanmerking: {candidates}. "
    'Kies er één, bijvoorbeeld met --column "{field}={letter}".',
    "DEBTOR_COLUMN_TIE": "Op blad {sheet} komen voor {field} meer kolommen in aanmerking: "
    "{candidates}. Geef de kolom die niet mee moet doen een andere kop, zoals «Oud nummer».",
    "COLUMN_LEFT_OUT": "voor {field} komen meer kolommen in aanmerking: {candidates}. Er is er "
    'geen gelezen. Wilt u er toch een gebruiken, kies die dan met --column "{field}={letter}".',
    "COLUMN_MISSING": "Op blad {sheet} (koppen in rij {row}) ontbreekt: {missing}. "
    "Gevonden koppen: {headers}.{like} Geef de kolom aan, bijvoorbeeld met "
    '--column "{field}=kop van uw kolom".',
    "COLUMN_FIELD_UNKNOWN": "«{name}» is geen gegeven dat een kolom kan krijgen. "
    "Kies uit: {fields}.",
    "COLUMN_UNKNOWN": "Voor {field} is kolom «{header}» opgegeven, maar die staat niet in de "
    "lijst. Gevonden koppen: {headers}.",
    "COLUMN_DOUBLED": "Voor {field} is kolom «{header}» opgegeven, maar die kop staat er meer dan "
    'eens, in de kolommen {letters}. Kies met de letter, bijvoorbeeld --column "{field}={letter}".',
    "COLUMN_ODD": "deze kolom is gekozen voor {field}, maar de waarden passen daar niet bij "
    "({samples}). Controleer of dit de goede kolom is.",
    "AMOUNT_READ_AS_OPEN": "er is geen kolom met het openstaande bedrag; «{column}» wordt als "
    "openstaand gelezen. Klopt dat niet, zet dan het openstaande bedrag in een kolom Openstaand.",
    "OPEN_COMPUTED": "er is geen kolom met het openstaande bedrag; het is berekend als "
    "«{amount}» min «{paid}».",
    "DEBTOR_BY_NAME": "er is geen kolom met debiteurnummers; elke naam geldt als één debiteur. "
    "Let op verschillen in schrijfwijze.",
    "DATE_SERIALS": "hier staan datums als dagnummers van Excel (zoals 46022). Ze zijn als datum "
    "gelezen; controleer er één.",
}

_LISTS = {
    "PURCHASES_MIXED": "Op blad {sheet} staan ook inkopen: rij {row}, kolom «{column}» zegt "
    "«{value}». Maak een nieuwe export met alleen verkopen.",
    "PURCHASES_LIST": "Blad {sheet} is een lijst van crediteuren (kolom «{column}»). "
    "Maak een export van de openstaande posten van debiteuren.",
    "ALL_NEGATIVE": "(Bijna) alle bedragen in kolom «{column}» zijn negatief. Sommige pakketten "
    'schrijven vorderingen zo. Draai het teken met --column "{field}=-{column}", of bevestig met '
    '--column "{field}={column}" dat het tegoeden zijn.',
    "RUNNING_BALANCE": "Kolom «{column}» is een doorlopend saldo, niet wat per factuur openstaat. "
    "Maak een export van de openstaande posten, of geef de goede kolom aan, bijvoorbeeld met "
    '--column "Openstaand=Bedrag".',
    "DATES_SWAPPED": "In de meeste rijen ligt de vervaldatum («{due}») vóór de factuurdatum "
    "(«{invoiced}»). Controleer de kolommen en geef de goede aan, bijvoorbeeld met "
    '--column "Vervaldatum={due}".',
    "AMOUNTS_SWAPPED": "In de meeste rijen is het openstaande bedrag («{open}») hoger dan het "
    "factuurbedrag («{amount}»). Controleer de kolommen en geef de goede aan, bijvoorbeeld met "
    '--column "Openstaand={open}".',
    "LIST_EMPTY": "onder de koppen staat geen enkele openstaande post.",
    "ROWS_HIDDEN": "{count} verborgen rij(en) zijn meegelezen. Verwijder ze als ze niet mee "
    "mogen doen.",
}

_CELLS = {
    "CELL_ERROR": "hier staat de foutmelding {value}. Herstel de formule of typ de waarde.",
    "CELL_UNCALCULATED": "hier staat een formule zonder uitkomst. Open het bestand in Excel, sla "
    "het op en probeer het opnieuw.",
    "DATE_UNREADABLE": "«{value}» is geen datum. Typ de datum als dag-maand-jaar, zoals "
    "31-12-2026.",
    "DATE_IMPOSSIBLE": "«{value}» bestaat niet als datum. Verbeter de datum.",
    "DATE_AMBIGUOUS": "«{value}» kan twee datums zijn, want in deze kolom staat soms de maand "
    "voorop. Typ de datum als dag-maand-jaar, zoals 31-12-2026.",
    "DATE_ODD": "«{value}» heeft een jaar dat niet bij een factuur past. Verbeter de datum.",
    "AMOUNT_UNREADABLE": "«{value}» is geen bedrag. Typ het bedrag als getal, zoals 1234,56.",
    "AMOUNT_AMBIGUOUS": "«{value}» kan duizendtallen of decimalen bedoelen. Typ het bedrag met "
    "twee decimalen, zoals 1234,00.",
    "AMOUNT_TOO_FINE": "«{value}» heeft meer dan twee decimalen. Typ het bedrag in hele centen.",
    "AMOUNT_ROUNDED": "«{value}» heeft meer dan twee decimalen en is afgerond op {amount}.",
    "AMOUNT_MISSING": "hier ontbreekt het bedrag. Vul het in of verwijder de rij.",
    "SIDE_UNREADABLE": "«{value}» is geen debet of credit. Typ D of C.",
    "CURRENCY_UNREADABLE": "«{value}» is geen valuta die bij dit bedrag past. Typ een code van "
    "drie letters, zoals EUR.",
    "KEY_UNREADABLE": "«{value}» is als nummer niet te lezen. Typ het nummer als tekst (zet er "
    "een apostrof voor).",
    "KEY_TOO_LONG": "«{value}» is een getal van meer dan 15 cijfers; Excel kan de laatste cijfers "
    "hebben veranderd. Bewaar zulke nummers als tekst.",
    "COUNT_UNREADABLE": "«{value}» is geen aantal. Typ een heel getal, zoals 2.",
    "TERM_UNREADABLE": "«{value}» is geen betalingstermijn in dagen. Typ een heel getal, zoals "
    "30, of vul de vervaldatum in.",
    "FLAG_UNCLEAR": "«{value}» is geen ja of nee en telt als {taken}. Typ ja of nee.",
    "KIND_UNREADABLE": "«{value}» is geen soort debiteur. Typ consument of zakelijk.",
}

_ROWS = {
    "INVOICE_MISSING": "het factuurnummer ontbreekt. Vul het in; zonder nummer gaat er geen brief "
    "over deze post uit.",
    "DEBTOR_MISSING": "de debiteur ontbreekt. Vul het debiteurnummer in; zonder debiteur gaat er "
    "geen brief over deze post uit.",
    "DUE_DATE_MISSING": "de vervaldatum ontbreekt. Vul die in, of vul de factuurdatum en een "
    "betalingstermijn in.",
    "NO_DUE_DATE_COLUMN": "de lijst heeft geen vervaldatum. Zet de betalingstermijn in dagen bij "
    "Instellingen, of voeg een kolom Vervaldatum toe.",
    "CREDIT_WITHOUT_NUMBER": "deze creditering of betaling heeft geen nummer; zij wordt met de "
    "debiteur verrekend.",
    "DUE_BEFORE_INVOICE": "de vervaldatum {value} ligt vóór de factuurdatum {invoice_date}. "
    "Controleer beide datums.",
    "OPEN_ABOVE_AMOUNT": "van factuur {invoice} staat {open} open, meer dan het factuurbedrag "
    "{amount}. Controleer de bedragen.",
    "PAID_DOES_NOT_ADD_UP": "bij factuur {invoice} is {amount} min betaald {paid} niet {open}. "
    "Controleer de bedragen.",
    "STATUS_PAID": "de status is «{value}», maar er staat {open} open. Deze post wordt "
    "overgeslagen; verbeter de status of het bedrag.",
    "KEY_DOUBLED": "factuur {invoice} van debiteur {debtor} staat ook op {rows}. Beide blijven "
    "liggen tot één ervan weg is of een ander nummer heeft.",
    "TOTAL_DIFFERS": "het totaal {total} is niet de som van de regels erboven ({sum}). Controleer "
    "of de lijst volledig is.",
}

_DEBTORS = {
    "DEBTOR_KIND_UNKNOWN": "Van debiteur {debtor} {name} is niet bekend of het een consument of "
    "een bedrijf is; hij wordt als consument behandeld. Vul bij de debiteur Soort in (consument "
    "of zakelijk).",
    "DEBTOR_KINDS_UNKNOWN": "Van geen van de {count} debiteuren is bekend of het een consument of "
    "een bedrijf is; ze worden als consument behandeld. Vul bij de debiteuren Soort in "
    "(consument of zakelijk).",
    "DEBTOR_NOT_FOUND": "debiteur {debtor} van de lijst staat niet bij de debiteurgegevens. Voeg "
    "hem toe.",
    "DEBTOR_ZEROS": "debiteur {debtor} van de lijst is hier gevonden als {other}; alleen de "
    "nullen ervoor verschillen. Schrijf beide nummers gelijk.",
    "DEBTOR_DOUBLED": "debiteur {debtor} staat ook op rij {other}, met dezelfde gegevens. "
    "Verwijder een van beide.",
    "DEBTOR_CONFLICT": "debiteur {debtor} staat ook op rij {other}, met andere gegevens. Er gaan "
    "geen brieven naar deze debiteur tot één rij is verwijderd of verbeterd.",
    "DEBTOR_DIFFERS": "bij debiteur {debtor} staat als {field} «{value}», en eerder in de lijst "
    "«{first}». De eerste wordt gebruikt; verbeter wat niet klopt.",
    "DEBTOR_ROW_WITHOUT_NUMBER": "deze rij ({name}) heeft geen debiteurnummer en is overgeslagen. "
    "Vul het nummer in.",
}

SENTENCES: Mapping[str, str] = {
    **_SHEETS,
    **_COLUMNS,
    **_LISTS,
    **_CELLS,
    **_ROWS,
    **_DEBTORS,
}
