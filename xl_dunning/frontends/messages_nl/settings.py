"""Sentences about the settings (instellingen), on their sheet or in a file."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "SETTING_UNKNOWN": "{where}deze instelling kennen wij niet en gebruiken wij niet.",
    "SETTING_MEANT": "{where}deze instelling kennen wij niet en gebruiken wij niet; bedoelt u "
    '"{meant}"?',
    "SETTING_TWICE": '{where}deze instelling staat er nog een keer, als "{other}". Laat er één '
    "staan.",
    "SETTING_IBAN": '{where}"{value}" is geen geldig rekeningnummer. Kijk de cijfers na; met een '
    "verkeerd nummer komt het geld niet bij u aan.",
    "SETTING_KVK": '{where}"{value}" is geen KvK-nummer (8 cijfers) of ondernemingsnummer '
    "(10 cijfers). Kijk het na.",
    "SETTING_BIC": '{where}"{value}" is geen BIC. Vul 8 of 11 tekens in, bijvoorbeeld ABNANL2A.',
    "SETTING_VAT": '{where}"{value}" is geen btw-nummer. Vul het in met de landcode ervoor, '
    "bijvoorbeeld NL123456789B01.",
    "SETTING_EMAIL": '{where}"{value}" is geen e-mailadres. Vul één adres in, zoals '
    "debiteuren@uwbedrijf.nl.",
    "SETTING_INTEREST": '{where}"{value}" kan hier niet. Vul in: wettelijk, geen, of een vast '
    "percentage per jaar, bijvoorbeeld 8%.",
    "SETTING_INTEREST_UNCLEAR": '{where}"{value}" kan een percentage als 8% zijn of minder dan '
    "één procent. Maak van de cel tekst en typ bijvoorbeeld 8%.",
}
