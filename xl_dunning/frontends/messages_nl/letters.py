"""Sentences: letters, their templates and what goes along with them."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # ------------------------------------------------------------------ the own company
    "CREDITOR_NAME_MISSING": (
        "De naam van uw eigen bedrijf ontbreekt. Vul die in bij Instellingen; zonder afzender "
        "worden geen brieven gemaakt."
    ),
    "CREDITOR_IBAN_MISSING": (
        "Het IBAN van uw eigen bedrijf ontbreekt. Vul het in bij Instellingen; zonder "
        "rekeningnummer worden geen brieven gemaakt."
    ),
    "CREDITOR_IBAN_INVALID": (
        "Het IBAN van uw eigen bedrijf, {iban}, klopt niet. Verbeter het bij Instellingen; tot dan "
        "worden geen brieven gemaakt."
    ),
    "CREDITOR_ADDRESS_MISSING": (
        "Het adres of de plaats van uw eigen bedrijf ontbreekt en staat dus niet in de brieven. "
        "Vul beide in bij Instellingen."
    ),
    "CREDITOR_CONTACT_MISSING": (
        "Het telefoonnummer en e-mailadres van uw eigen bedrijf ontbreken: in de brieven staat "
        "niet hoe een klant u bereikt. Vul er ten minste één in bij Instellingen."
    ),
    # ------------------------------------------------------------------- one letter
    "ADDRESS_SHORTENED": (
        "Naam en adres van debiteur {debtor} ({name}) passen niet in zes regels van het "
        "adresvenster; in de brief is een deel weggelaten. Kort de naam, T.a.v. of het adres in."
    ),
    "INVOICE_FOLDER_UNSET": (
        "Bij de fase {stage} hoort een kopie van de factuur, maar er is geen factuurmap ingesteld. "
        "De brieven gaan zonder kopie. Vul bij Instellingen de factuurmap in, of voeg de facturen "
        "zelf bij."
    ),
    "INVOICE_FILE_UNNAMED": (
        "Bij factuur {invoice} van debiteur {debtor} is geen factuurbestand genoemd. De brief gaat "
        "zonder kopie. Vul de kolom Factuurbestand in, of voeg de factuur zelf bij."
    ),
    "INVOICE_FILE_MISSING": (
        "Het factuurbestand {file} van factuur {invoice} (debiteur {debtor}) staat niet in de map "
        "{folder}. De brief gaat zonder kopie. Zet het bestand daar neer, of voeg de factuur zelf "
        "bij."
    ),
    "INVOICE_FILE_OUTSIDE": (
        "Het factuurbestand {file} van factuur {invoice} (debiteur {debtor}) ligt buiten de "
        "factuurmap {folder} en gaat niet mee. Zet een kopie in de factuurmap."
    ),
    "LETTER_FAILED": (
        "De brief aan debiteur {debtor} kon niet worden gemaakt met het sjabloon {template}. Er is "
        "geen enkele brief gemaakt. Kijk in het sjabloon naar codes die rekenen of een filter "
        "gebruiken, of gebruik het meegeleverde sjabloon."
    ),
    "LETTERS_NOT_WRITTEN": (
        "De brieven konden niet in de map {folder} worden geschreven. Kijk of de schijf vol is en "
        "of u in die map mag schrijven."
    ),
    "LETTER_INTEREST_UNEXPLAINED": (
        "De rente van {interest} in de brief aan debiteur {debtor} is niet de som van haar regels. "
        "De brief wordt daarom niet gemaakt. Geef dit door aan de beheerder van het programma."
    ),
    "LETTER_OF_OTHER_LAW": (
        "Bij de fase {stage} hoort het sjabloon {template}, dat alleen voor {law} recht is. Kies "
        "in het beleid een ander sjabloon, of verander het rechtsstelsel bij Instellingen."
    ),
    "LANGUAGE_MISSING": (
        "De taal van debiteur {debtor} ({name}) is {language}, maar het sjabloon {template} is er "
        "in die taal niet. De brief is in het Nederlands. Zet een vertaling in de sjabloonmap, of "
        "verander de kolom Taal."
    ),
    "LETTERS_UNLAWFUL": (
        "De brieven zijn niet gemaakt, want ten minste één ervan mag zo niet worden verstuurd. "
        "Verbeter dit eerst:"
    ),
    # ------------------------------------------------------ the Belgian first reminder
    "FIRST_REMINDER_BE_NOT_FREE": (
        "De eerste herinnering aan debiteur {debtor} vordert {amount} aan rente of kosten. In "
        "België is zij gratis. Zet in het beleid charge van deze fase op none."
    ),
    "FIRST_REMINDER_BE_NO_NUMBER": (
        "Uw ondernemingsnummer ontbreekt. Een Belgische eerste herinnering moet het noemen. Vul "
        "bij Instellingen kvk in."
    ),
    "FIRST_REMINDER_BE_NO_PRODUCT": (
        "De eerste herinnering aan debiteur {debtor} zegt niet wat er is geleverd (factuur "
        "{invoices}); de Belgische wet vraagt dat. Vul de kolom Omschrijving in."
    ),
    # --------------------------------------------------------- the 14-dagenbrief: its facts
    "FOURTEEN_DAY_COSTS_UNNAMED": (
        "De 14-dagenbrief aan debiteur {debtor} noemt geen incassokosten en heeft dan geen zin. "
        "Geef dit door aan de beheerder van het programma."
    ),
    "FOURTEEN_DAY_NOT_DUTCH": (
        "De 14-dagenbrief aan debiteur {debtor} hoort bij Nederlands recht, maar uw rechtsstelsel "
        "is een ander. Kies een beleid zonder deze brief."
    ),
    "FOURTEEN_DAY_NOT_CONSUMER": (
        "Debiteur {debtor} ({name}) is zakelijk; een 14-dagenbrief is alleen voor consumenten. "
        "Verander de soort van de debiteur, of kies voor hem een ander beleid."
    ),
    "FOURTEEN_DAY_CHANNEL": (
        "De 14-dagenbrief aan debiteur {debtor} heeft geen kanaal waarvan de bezorging te bewijzen "
        "is. Vul een adres of een e-mailadres in."
    ),
    "FOURTEEN_DAY_ACCOUNT": (
        "In de 14-dagenbrief aan debiteur {debtor} staat geen geldig IBAN ({iban}). Vul bij "
        "Instellingen uw rekeningnummer in."
    ),
    "FOURTEEN_DAY_NO_DEFAULT": (
        "Factuur {invoice} van debiteur {debtor} kan nog niet in een 14-dagenbrief: er is geen "
        "verzuim. De betalingstermijn is niet afgesproken. Stuur eerst een ingebrekestelling "
        "(ging die al uit, leg haar dan vast met --until en de laatste betaaldag), of vul bij "
        "Termijn afgesproken ja in."
    ),
    "FOURTEEN_DAY_DEFAULT_LATER": (
        "Factuur {invoice} van debiteur {debtor} kan pas vanaf {day} in een 14-dagenbrief: op die "
        "dag begint het verzuim."
    ),
    "FOURTEEN_DAY_CLAIM_LEFT_OUT": (
        "Factuur {invoice} van debiteur {debtor} is ook aan een 14-dagenbrief toe en ontbreekt in "
        "zijn brief. Alles moet in één brief. Kijk of deze factuur bij dezelfde debiteur en valuta "
        "staat."
    ),
    "FOURTEEN_DAY_CLAIM_LATER": (
        "Factuur {invoice} van debiteur {debtor} is ook te laat, maar nog niet aan de "
        "14-dagenbrief toe en staat er niet in. De wet vraagt één brief voor alles wat tegelijk "
        "kan: reken later geen aparte kosten over deze factuur, of wacht met de brief."
    ),
    "FOURTEEN_DAY_NOT_EURO": (
        "De 14-dagenbrief aan debiteur {debtor} is in {currency}. De wettelijke kosten gelden voor "
        "bedragen in euro. Behandel deze vordering apart."
    ),
    "FOURTEEN_DAY_NOTHING_OPEN": (
        "In de 14-dagenbrief aan debiteur {debtor} blijft na verrekening {principal} over. Er is "
        "niets te vorderen; controleer de creditnota's."
    ),
    "FOURTEEN_DAY_COSTS_CHARGED": (
        "De 14-dagenbrief aan debiteur {debtor} rekent nu al {costs} aan kosten. Dat mag pas na de "
        "termijn. Zet in het beleid charge van deze fase op none of interest."
    ),
    "FOURTEEN_DAY_COSTS_WRONG": (
        "De 14-dagenbrief aan debiteur {debtor} noemt {announced} aan kosten; over {principal} "
        "moet dat precies {exact} zijn. Geef dit door aan de beheerder van het programma."
    ),
    "FOURTEEN_DAY_VAT_WRONG": (
        "De 14-dagenbrief aan debiteur {debtor} noemt {announced} btw over de kosten; toegestaan "
        "is {exact}. Kijk bij Instellingen of u btw over incassokosten mag rekenen."
    ),
    "FOURTEEN_DAY_INTEREST_WRONG": (
        "De rente van {interest} in de 14-dagenbrief aan debiteur {debtor} is niet de som van haar "
        "regels ({lines}). Geef dit door aan de beheerder van het programma."
    ),
    "FOURTEEN_DAY_PAY_BY_EARLY": (
        "De uiterste betaaldatum {pay_by} van de 14-dagenbrief aan debiteur {debtor} is te vroeg: "
        "de wettelijke termijn loopt tot en met {last_day}. Maak pay_within in het beleid langer."
    ),
    # --------------------------------------------------------- the 14-dagenbrief: its words
    "FOURTEEN_DAY_TERM_MISSING": (
        "Sjabloon {template}: de wettelijke termijn ontbreekt. Neem letterlijk over: „binnen "
        "veertien dagen, te rekenen vanaf de dag nadat deze brief bij u is bezorgd”. Met een "
        "andere termijn mag u geen incassokosten rekenen."
    ),
    "FOURTEEN_DAY_TERM_FORBIDDEN": (
        "Sjabloon {template}: „{words}” is geen geldige termijn of spreekt de wettelijke termijn "
        "tegen. Haal dit weg; met een onduidelijke termijn mag u geen incassokosten rekenen."
    ),
    "FOURTEEN_DAY_DATE_NAMED": (
        "Sjabloon {template}: de brief noemt de datum {day}. Die kan te vroeg zijn voor wie de "
        "brief laat krijgt, en dan mag u geen incassokosten rekenen. Noem geen datum om te betalen."
    ),
    "FOURTEEN_DAY_AMOUNT_MISSING": (
        "Sjabloon {template}: het bedrag {amount} staat niet in de brief. Een 14-dagenbrief noemt "
        "de hoofdsom en de precieze kosten; vergelijk met het meegeleverde sjabloon."
    ),
    "FOURTEEN_DAY_VAT_UNEXPLAINED": (
        "Sjabloon {template}: de btw over de kosten is niet verklaard. Vermeld dat u de btw niet "
        "kunt verrekenen en de kosten daarom zijn verhoogd; vergelijk met het meegeleverde "
        "sjabloon."
    ),
    "FOURTEEN_DAY_SECOND_ACCOUNT": (
        "Sjabloon {template}: er staat een ander rekeningnummer in ({iban}) dan bij Instellingen. "
        "Noem in een 14-dagenbrief één rekening."
    ),
    # ----------------------------------------------------------------- the templates
    "TEMPLATES_WRONG": (
        "De brieven zijn niet gemaakt, want er is iets mis met de sjablonen. Verbeter dit eerst:"
    ),
    "TEMPLATE_MISSING": (
        "Het sjabloon {template} is er niet. Zet het in de map {folder}, of kies in het beleid een "
        "ander sjabloon."
    ),
    "TEMPLATE_NOT_OPENED": (
        "Het sjabloon {template} in de map {folder} kan niet worden gelezen. Sluit het in Word en "
        "probeer het opnieuw."
    ),
    "TEMPLATE_OLD_OR_LOCKED": (
        "Het sjabloon {template} is een oud .doc-bestand of heeft een wachtwoord. Open het in "
        "Word, haal het wachtwoord weg en sla het op als .docx."
    ),
    "TEMPLATE_NOT_WORD": (
        "Het sjabloon {template} is geen Word-document. Open het in Word en sla het op als .docx."
    ),
    "TEMPLATE_DAMAGED": (
        "Het sjabloon {template} is beschadigd. Zet een goede kopie terug, of gebruik het "
        "meegeleverde sjabloon."
    ),
    "TEMPLATE_WITH_MACROS": (
        "Het sjabloon {template} bevat macro's. Sla het in Word op als gewoon document (.docx)."
    ),
    "TEMPLATE_TOO_LARGE": (
        "Het sjabloon {template} is uitgepakt veel te groot voor een brief. Verklein de "
        "afbeeldingen of gebruik het meegeleverde sjabloon."
    ),
    "TEMPLATE_DOCTYPE": (
        "Het sjabloon {template} verwijst naar iets buiten het document en is daarom niet "
        "vertrouwd. Kopieer de tekst in Word naar een nieuw document en sla dat op."
    ),
    "TEMPLATE_UNKNOWN_FIELD": (
        "Sjabloon {template}: het veld {field} bestaat niet. Alle velden staan in de uitleg bij de "
        "sjablonen (README)."
    ),
    "TEMPLATE_UNKNOWN_FIELD_NEAR": (
        "Sjabloon {template}: het veld {field} bestaat niet. Bedoelt u {suggestion}?"
    ),
    "TEMPLATE_UNKNOWN_FILTER": (
        "Sjabloon {template}: de bewerking |{field} bestaat niet. Haal haar weg; bedragen en "
        "datums zijn al opgemaakt."
    ),
    "TEMPLATE_FIELD_NOT_TEXT": (
        "Sjabloon {template}: het veld {field} is geen tekst en kan niet worden afgedrukt. Een "
        "lijst drukt u af met for, een ja/nee-veld gebruikt u met if."
    ),
    "TEMPLATE_LONE_BRACE": (
        "Sjabloon {template}: er staat een losse accolade in „{text}”. Een veld begint met {{{{ en "
        "eindigt met }}}}, een opdracht begint met {{% en eindigt met %}}."
    ),
    "TEMPLATE_TAG_SPACED": (
        "Sjabloon {template}: in „{text}” staat een spatie te veel. Schrijf {{%{tag} in plaats van "
        "{{% {tag}."
    ),
    "TEMPLATE_TEXT_BESIDE_TAG": (
        "Sjabloon {template}: naast een opdracht {{%{tag} staat nog tekst, die zou wegvallen: "
        "„{text}”. Zet de opdracht alleen in een eigen alinea."
    ),
    "TEMPLATE_ROW_BESIDE_TAG": (
        "Sjabloon {template}: naast een opdracht {{%{tag} staat nog tekst in dezelfde rij of cel, "
        "die zou wegvallen: „{text}”. Zet de opdracht alleen in een eigen rij of cel."
    ),
    "TEMPLATE_TAG_OUTSIDE_TABLE": (
        "Sjabloon {template}: de opdracht {{%{tag} in „{text}” werkt alleen in een tabel. Gebruik "
        "buiten een tabel {{%p."
    ),
    "TEMPLATE_BLOCK_OPEN": (
        "Sjabloon {template}: de opdracht {tag} in „{text}” heeft geen einde. Zet er end{tag} "
        "achter."
    ),
    "TEMPLATE_END_ALONE": (
        "Sjabloon {template}: {tag} in „{text}” hoort bij geen enkele opdracht. Haal het weg, of "
        "zet er de opdracht voor die het afsluit."
    ),
    "TEMPLATE_TAG_UNREADABLE": (
        "Sjabloon {template}: de code in „{text}” kan niet worden gelezen. Vergelijk haar met het "
        "meegeleverde sjabloon."
    ),
    "TEMPLATE_FAILS": (
        "Sjabloon {template}: een proefbrief kan er niet mee worden gemaakt. Kijk naar codes die "
        "rekenen of een lijst gebruiken, of vergelijk met het meegeleverde sjabloon."
    ),
}
