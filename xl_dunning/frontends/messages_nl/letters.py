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
