"""Sentences about policies (aanmaanbeleid): their files, their stages, the sheet Beleid."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # The fields of any policy or settings; {where} is file, stage and field, or nothing.
    "FIELD_MISSING": "{where}dit veld is niet ingevuld. Vul het in.",
    "FIELD_UNKNOWN": "{where}dit veld kennen wij niet. Haal het weg of kijk na hoe het heet.",
    "FIELD_MEANT": '{where}dit veld kennen wij niet; bedoelt u "{meant}"?',
    "FIELD_NOT_TEXT": '{where}"{value}" is geen tekst. Zet er tekst neer; in een bestand tussen '
    "aanhalingstekens.",
    "FIELD_NOT_WHOLE": '{where}"{value}" is geen heel getal van {least} tot en met {most}. '
    "Vul zo'n getal in, in een bestand zonder aanhalingstekens.",
    "FIELD_NOT_YES_NO": '{where}"{value}" is geen ja of nee. Vul ja of nee in; in een bestand true '
    "of false, zonder aanhalingstekens.",
    "FIELD_NOT_AMOUNT": '{where}"{value}" is geen bedrag in hele centen van nul of meer. Vul een '
    "bedrag in, bijvoorbeeld 25,00; in een bestand 25.00, zonder aanhalingstekens.",
    "FIELD_NOT_ONE_OF": '{where}"{value}" kan hier niet. Kies uit: {choices}.',
    # The stages of a policy.
    "POLICY_WITHOUT_STAGES": "{where}een beleid heeft ten minste één fase nodig, en elke fase is "
    "een eigen blok [[stage]] of een eigen rij. Voeg er een toe of herstel de schrijfwijze.",
    "POLICY_TWO_VALUES": '{where}hier staat "{value}", maar een eerdere rij zegt "{other}". Dit '
    "geldt voor het hele beleid: vul het één keer in.",
    "STAGE_KEY_SPELLING": '{where}"{key}" kan geen naam van een fase zijn. Gebruik alleen letters, '
    "cijfers, - en _.",
    "STAGE_DOUBLED": '{where}de fase "{key}" staat er al. Geef elke fase een eigen naam.',
    "STAGE_TEMPLATE_NAME": '{where}"{template}" kan geen sjabloon zijn. Vul alleen de naam in, '
    "zonder map en zonder .docx.",
    "STAGE_WITHOUT_TEMPLATE": "{where}een brief heeft een sjabloon nodig. Vul de naam in, "
    "bijvoorbeeld herinnering.",
    "STAGE_LETTER_TOO_EARLY": "{where}een brief mag niet op of voor de vervaldatum uitgaan. Vul 1 "
    "of meer in.",
    "STAGE_SKIP_NOT_CALL": "{where}alleen een telefoongesprek kan worden overgeslagen. Haal dit "
    "veld weg of vul 0 in.",
    "STAGE_ATTEMPTS_NOT_CALL": "{where}alleen bellen kan in meer pogingen. Haal dit veld weg.",
    "SUSPENSION_WITHOUT_DAYS": "{where}vul in na hoeveel dagen te laat u mag opschorten, of haal "
    "de andere velden over opschorten weg.",
    "STAGE_COLOUR": '{where}"{value}" is geen kleur. Vul zes tekens van 0 tot en met 9 en A tot en '
    "met F in, bijvoorbeeld FDBE85.",
    "STAGE_WAIT_ON_FIRST": "{where}de eerste fase heeft geen vorige om op te wachten. Haal dit "
    "veld weg.",
    "STAGE_ORDER": '{where}deze fase begint op dag {after}, eerder dan de fase "{other}" die '
    "ervoor staat (dag {other_after}). Zet de fasen op volgorde of verander het aantal dagen.",
    "STAGE_LETTER_AFTER_HANDOVER": '{where}deze brief komt na de overdracht in fase "{other}". '
    "Ga na of u na een overdracht zelf nog wilt schrijven.",
    # Which policy, and its file.
    "POLICY_WRONG": "Het beleid in {origin} kan niet worden gebruikt. Herstel het volgende en "
    "probeer het opnieuw:",
    "POLICY_UNKNOWN": 'Het beleid "{name}" kennen wij niet. Kies uit: {names}. Of geef de naam van '
    "een eigen bestand dat eindigt op .toml.",
    "POLICY_MEANT": 'Het beleid "{name}" kennen wij niet; bedoelt u "{meant}"? Er is ook: {names}.',
    "POLICY_NAME_TWICE": 'De bestanden {first} en {second} noemen hun beleid allebei "{name}". '
    "Geef een van beide een andere naam.",
    "TOML_NOT_FOUND": "Het bestand {file} is er niet. Kijk de naam en de map na.",
    "TOML_UNREADABLE": "Het bestand {file} kan niet worden gelezen. Kijk na of het een "
    "tekstbestand is (opgeslagen als UTF-8) en of u het mag openen.",
    "TOML_SYNTAX": "In {file}, regel {line}, teken {column}: de schrijfwijze klopt niet. "
    'Schrijf elk veld als naam = waarde, en tekst tussen aanhalingstekens, zoals name = "mijn".',
    "TOML_SYNTAX_AT_END": "Aan het eind van {file} ontbreekt iets: mogelijk een waarde, een "
    "aanhalingsteken of een haakje. Vul de laatste regel aan.",
}
