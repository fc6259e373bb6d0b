"""Sentences: writing results back."""

from collections.abc import Collection, Mapping

from xl_dunning.frontends.messages_nl.files import FEATURES

SENTENCES: Mapping[str, str] = {
    "TARGET_NOT_XLSX": (
        "Het resultaat kan niet als {file} worden opgeslagen: het wordt altijd een Excel-werkmap."
        " Kies een bestandsnaam die op .xlsx eindigt."
    ),
    "TARGET_IS_SOURCE": (
        "Uw bestand {file} kan niet zelf worden bijgewerkt: er zou iets uit verloren gaan. Laat"
        " het resultaat in een ander bestand zetten (zonder --in-place, of met --output)."
    ),
    "TARGET_FOLDER_MISSING": (
        "{file} kan niet worden opgeslagen: de map {folder} bestaat niet. Maak de map of kies een"
        " andere."
    ),
    "TARGET_FOLDER_CLOSED": (
        "{file} kan niet worden opgeslagen: u mag in de map {folder} niet schrijven. Kies met"
        " --output een andere map."
    ),
    "TARGET_IN_USE": (
        "{file} kan niet worden bijgewerkt, omdat het nog ergens open is. Sluit het in Excel en"
        " begin opnieuw."
    ),
    "TARGET_DISK_FULL": (
        "{file} kan niet worden opgeslagen: de schijf met de map {folder} is vol. Maak ruimte en"
        " begin opnieuw."
    ),
    "TARGET_FAILED": (
        "{file} kan niet worden opgeslagen in de map {folder}. Controleer of de schijf of"
        " netwerkmap bereikbaar is en begin opnieuw."
    ),
    "WRITE_NO_ROOM": (
        "Op het blad {sheet} zijn rechts van de lijst geen {needed} kolommen meer vrij. Verwijder"
        " wat helemaal rechts op het blad staat, of zet de lijst op een eigen blad."
    ),
    "WRITE_PAST_FORMULA": (
        "De formule {formula} rekent met cellen rechts van de lijst. De resultaatkolommen staan"
        " daarom verder naar rechts, vanaf kolom {column}. Kort de formule in als u ze dichterbij"
        " wilt hebben."
    ),
    "WRITE_INSIDE_FORMULA": (
        "De formule {formula} rekent met hele rijen en telt dus ook de resultaatkolommen mee."
        " Controleer de uitkomst of laat de formule bij de laatste kolom van uw lijst ophouden."
    ),
    "WRITE_NOTES_KEPT": (
        "Op het blad {name} hebt u zelf iets naast de kolommen van dit programma gezet. Dat blad is"
        " bewaard als {used}; {name} is nieuw gemaakt. Verwijder {used} als u het niet meer nodig"
        " hebt."
    ),
    "WRITE_SHEET_NAME_TAKEN": (
        "U hebt zelf al een blad {name}; daar is niets aan veranderd. Het blad van dit programma"
        " heet nu {used}. Geef uw blad een andere naam als u dat liever hebt."
    ),
}


def fresh_text(*, source: str, target: str, kind: str, lost: Collection[str]) -> str:
    """Why the results are in a fresh workbook, and where it is.

    ``kind`` is that of the list (xlsx, csv ...); ``lost`` holds the codes of what the list would
    lose.
    """
    where = f"Het resultaat staat daarom in een nieuwe werkmap met alleen de waarden: {target}"
    if lost:
        return (
            f"{source} bevat {lost_features(lost)}. Dat zou bij het bijwerken verloren gaan."
            f" {where}. Uw eigen bestand is niet gewijzigd; kijk voor die onderdelen daarin."
        )
    return (
        f"In een .{kind}-bestand passen de kleuren en de extra bladen niet. {where}."
        " Uw eigen bestand is niet gewijzigd."
    )


def lost_features(codes: Collection[str]) -> str:
    """What would be lost, as an enumeration in the user's words."""
    *words, last = (FEATURES[code] for code in codes)
    return f"{', '.join(words)} en {last}" if words else last
