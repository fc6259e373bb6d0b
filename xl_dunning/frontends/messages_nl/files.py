"""Sentences: opening files."""

from collections.abc import Mapping

_EXCEL = "Open het in Excel en sla het op als Excel-werkmap (.xlsx)"

SENTENCES: Mapping[str, str] = {
    "FILE_MISSING": "Het bestand {file} is er niet. Controleer de naam en de map.",
    "FILE_IS_FOLDER": "{file} is een map. Noem het bestand dat erin staat.",
    "FILE_NOT_READABLE": (
        "Het bestand {file} kan niet worden geopend. Sluit het in Excel en controleer of u het"
        " mag lezen."
    ),
    "FILE_EMPTY": "Het bestand {file} is leeg. Maak de export opnieuw.",
    "FILE_MARKUP": (
        "Het bestand {file} is een webpagina of XML-bestand, ook al lijkt het een Excel-bestand."
        f" {_EXCEL}."
    ),
    "FILE_OTHER_KIND": (
        "Het bestand {file} is geen lijst: het is {what}. Geef een Excel-bestand (.xlsx, .xlsm,"
        " .xls, .xlsb), een .ods of een .csv."
    ),
    "FILE_CORRUPT": (
        "Het bestand {file} is beschadigd of niet volledig. Download of exporteer het opnieuw; of"
        " open het in Excel, laat Excel het herstellen en sla het op."
    ),
    "FILE_BOMB": (
        "Het bestand {file} zou bij het uitpakken buitensporig groot worden en is daarom niet"
        f" geopend. {_EXCEL} als u de afzender vertrouwt."
    ),
    "FILE_WITH_DTD": (
        "Het bestand {file} bevat een verborgen definitie (DOCTYPE) die in een Excel-bestand niet"
        f" thuishoort, en is daarom niet gelezen. {_EXCEL} als u de afzender vertrouwt."
    ),
    "FILE_DOUBLE_PART": (
        "Het bestand {file} bevat het onderdeel {part} twee keer; welke van de twee geldt, is niet"
        f" te zien. {_EXCEL}."
    ),
    "FILE_WITHOUT_SHEETS": (
        "Het bestand {file} heeft geen werkblad met cellen. Kies het bestand met de lijst."
    ),
    "FILE_LEGACY": (
        f"Het bestand {{file}} ({{kind}}) kan niet worden gelezen. {_EXCEL} en gebruik dat bestand."
    ),
    "LEGACY_ERROR_CELLS": (
        "Het bestand {file} bevat cellen met een fout, zoals #N/B. In een {kind}-bestand is niet te"
        f" zien welke cellen dat zijn. {_EXCEL} en gebruik dat bestand, of herstel de fouten."
    ),
    "WITH_PASSWORD": (
        "Het bestand {file} is met een wachtwoord beveiligd. Geef het wachtwoord mee met"
        " --password, of sla het bestand op zonder wachtwoord."
    ),
    "WRONG_PASSWORD": (
        "Het wachtwoord past niet op het bestand {file}. Let op hoofdletters en probeer het"
        " opnieuw."
    ),
    "PASSWORD_UNUSABLE": (
        "Het bestand {file} is beveiligd op een manier die alleen het programma zelf kan openen."
        " Open het daar en sla het op zonder wachtwoord."
    ),
    "CSV_OPEN_QUOTE": (
        "In het bestand {file} opent in rij {row} een aanhalingsteken dat niet sluit; waar de rij"
        " eindigt, is niet te zien. Herstel die rij en probeer het opnieuw."
    ),
}

FEATURES: Mapping[str, str] = {
    "CACHED_FORMULAS": "berekende formules",
    "CHARTS": "grafieken",
    "COMMENTS": "opmerkingen bij cellen",
    "CONNECTIONS": "gegevensverbindingen en query's",
    "CONTROLS": "knoppen en keuzelijsten",
    "CUSTOM_VIEWS": "aangepaste weergaven",
    "CUSTOM_XML": "bijgevoegde gegevens van uw organisatie",
    "DATA_MODEL": "een gegevensmodel (Power Pivot)",
    "DYNAMIC_ARRAYS": "formules die over meer cellen uitlopen",
    "EMBEDDED": "ingevoegde documenten",
    "IN_CELL_PICTURES": "plaatjes of gegevenstypen in cellen",
    "MACROS": "macro's",
    "PASSWORD": "de beveiliging met een wachtwoord",
    "PICTURES": "plaatjes",
    "PIVOTS": "draaitabellen",
    "PROTECTED_RANGES": "beveiligde bereiken",
    "RIBBON": "eigen knoppen in het lint",
    "RICH_TEXT": "opmaak binnen een tekst",
    "SENSITIVITY_LABEL": "een vertrouwelijkheidslabel",
    "SHAPES": "vormen en tekstvakken",
    "SIGNATURE": "een digitale handtekening",
    "SLICERS": "slicers en tijdlijnen",
    "SPARKLINES": "sparklines (kleine grafieken in cellen)",
    "THREADED_COMMENTS": "gesprekken bij cellen",
    "UNUSUAL_BUILD": "een ongebruikelijke opbouw van het bestand",
    "WEB_EXTENSIONS": "invoegtoepassingen",
    "X14_FORMATS": "nieuwere voorwaardelijke opmaak of invoerregels",
    "XML_MAPS": "XML-toewijzingen",
}
"""What a rewriting would lose: code to Dutch word, as it stands in an enumeration."""
