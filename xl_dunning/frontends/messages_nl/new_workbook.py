"""Sentences of the command new, and what the tab says before the first round."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "EXCEL_EXTRA_MISSING": "Om knoppen in Excel te maken is het pakket xlwings nodig, en dat staat "
    "niet op deze computer. Voer uit: python -m pip install 'xl-dunning[excel]'. Of maak een "
    "werkmap die geen programma start, met de optie --bridge-only. Er is niets gemaakt.",
    "EXCEL_EXTRA_UNKNOWN": "De versie van xlwings op deze computer ({version}) is anders opgebouwd "
    "dan dit programma kent. Voer uit: python -m pip install --upgrade 'xl-dunning[excel]'. Of "
    "maak een werkmap met de optie --bridge-only. Er is niets gemaakt.",
    "NEW_FILE_EXISTS": "In de map {folder} staat al een bestand {file}. Dat wordt niet vervangen. "
    "Kies een andere map, of geef het bestand dat er staat eerst een andere naam.",
    "NEW_FOLDER_CLOSED": "In de map {folder} kan niets worden gemaakt. Kies een map waarin u mag "
    "schrijven, bijvoorbeeld in uw eigen documenten. Er is niets gemaakt.",
    "NEW_MADE": "Gemaakt: {file}.",
    "NEW_TEMPLATES": "De brieven staan in {folder}; u kunt ze in Word aanpassen.",
    "NEW_TEMPLATES_KEPT": "De map {folder} stond er al en is niet veranderd.",
    "NEW_NEXT_OPEN": "Open {file} in Excel en klik één keer op Inhoud inschakelen. Het tabblad "
    "Debiteuren staat dan naast Start.",
    "NEW_NEXT_ADDIN": "Zet {file} in de map XLSTART van Excel; het tabblad Debiteuren staat dan in "
    "elke werkmap. Gebruik het met {book}.",
    "NEW_NEXT_INSTALL": "Eén keer per computer, zodat Excel dit programma vindt: xl-dunning "
    "install",
    "NEW_NEXT_ATTACH": "Laat dit venster open zolang u de knoppen gebruikt: xl-dunning attach",
    "NEW_NEXT_COMPANY": "Vul op het blad Instellingen uw bedrijfsnaam en IBAN in; zonder die "
    "gegevens wordt er geen brief gemaakt.",
    "NEW_NOT_TRIED": "De werkmap is getest met LibreOffice en met de regels van het bestand; met "
    "Excel zelf nog niet.",
}

CONTROL_LABELS: Mapping[str, str] = {
    "xldLetters": "Brieven maken",
    "xldMails": "E-mails klaarzetten",
    "xldCalls": "Belijst",
    "xldHandover": "Overdragen",
    "xldStatus": "Nog geen ronde",
}
"""What stands on a button whose label is counted, before anything was counted."""
