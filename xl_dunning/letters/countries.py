"""Dutch names of the countries that lists name by code, in English or in their own language."""

from __future__ import annotations

_NAMES = {
    "Nederland": "nl|nld|holland|netherlands|niederlande|pays-bas|the netherlands",
    "België": "be|bel|b|belgie|belgium|belgique|belgien|vlaanderen",
    "Duitsland": "de|deu|d|germany|deutschland|allemagne",
    "Luxemburg": "lu|lux|luxembourg",
    "Frankrijk": "fr|fra|f|france",
    "Verenigd Koninkrijk": "gb|gbr|uk|engeland|groot-brittannië|united kingdom|great britain",
    "Ierland": "ie|irl|ireland",
    "Spanje": "es|esp|spain|españa",
    "Portugal": "pt|prt",
    "Italië": "it|ita|italy|italia|italie",
    "Oostenrijk": "at|aut|austria|österreich",
    "Zwitserland": "ch|che|switzerland|schweiz|suisse",
    "Denemarken": "dk|dnk|denmark|danmark",
    "Zweden": "se|swe|sweden|sverige",
    "Noorwegen": "no|nor|norway|norge",
    "Finland": "fi|fin|suomi",
    "Polen": "pl|pol|poland|polska",
    "Tsjechië": "cz|cze|czechia|tsjechie|czech republic",
    "Hongarije": "hu|hun|hungary",
    "Roemenië": "ro|rou|romania|roemenie",
    "Bulgarije": "bg|bgr|bulgaria",
    "Griekenland": "gr|grc|greece",
    "Turkije": "tr|tur|turkey|türkiye",
    "Verenigde Staten": "us|usa|united states|verenigde staten van amerika",
}
_BY_SPELLING = {
    spelling: name
    for name, spellings in _NAMES.items()
    for spelling in (name.casefold(), *spellings.split("|"))
}


def country_name(typed: str) -> str:
    """The Dutch name; a country that is not in the list stays as typed.

    >>> country_name("BE"), country_name("Deutschland"), country_name("Japan"), country_name(" ")
    ('België', 'Duitsland', 'Japan', '')
    """
    text = " ".join(typed.split())
    return _BY_SPELLING.get(text.casefold(), text)
