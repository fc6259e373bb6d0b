"""Sentences about what is owed: figures of the law, interest, costs, terms."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # The files with figures; for whoever keeps them.
    "LAW_UNKNOWN": "Het recht van “{country}” kennen wij niet. Kies uit: {countries}.",
    "LAW_WRONG": "De bestanden met cijfers van het recht ({country}) kloppen niet. Herstel het "
    "volgende:",
    "LAW_NOT_A_DAY": "{where}“{value}” is geen datum. Schrijf jaar-maand-dag zonder "
    "aanhalingstekens, bijvoorbeeld 2026-07-01.",
    "LAW_NOT_QUOTED": "{where}“{value}” staat niet als getal tussen aanhalingstekens. Schrijf "
    'bijvoorbeeld "10.40": zonder aanhalingstekens wordt het afgerond.',
    "LAW_SOURCE_UNKNOWN": "{where}de bron “{value}” staat niet onder [sources]. Voeg haar daar toe "
    "of kijk de schrijfwijze na.",
    "LAW_BRACKETS": "{where}de schijven moeten met 0.00 beginnen en oplopen. Zet ze op volgorde.",
    "LAW_SCALE_LIMITS": "{where}het minimum ({minimum}) is hoger dan het maximum ({maximum}). "
    "Verbeter een van beide.",
    "LAW_DOUBLED": "{where}{day} staat er twee keer. Laat één regel staan.",
    "LAW_UNSORTED": "{where}{day} staat na {before}. Zet de regels op volgorde van datum.",
    "LAW_GAP": "{where}er is niets bekend van {first} tot en met {last}. Voeg een regel toe, of "
    "noem bij de regel ervoor met through tot wanneer zij geldt.",
    "LAW_OVERLAP": "{where}deze regel geldt tot en met {through}, maar de volgende begint al op "
    "{day}. Verbeter een van beide.",
    "LAW_KNOWN_UNTIL_TWICE": "{where}haal dit veld weg: uit de regels volgt al dat zij bekend zijn "
    "tot en met {day}.",
    "LAW_KNOWN_UNTIL_EARLY": "{where}{day} ligt vóór de laatste regel ({since}). Vul de laatste "
    "dag in waarvoor het percentage vaststaat.",
    "LAW_KEY_DOUBLED": "{where}“{value}” staat er al. Geef elk cijfer één keer op.",
    "LAW_FIGURE_MISSING": "Het cijfer “{key}” (soort {kind}) ontbreekt. Voeg het toe met "
    "[[figure]] in een van de bestanden.",
    "LAW_SAME_AS_UNKNOWN": "Het cijfer “{key}” verwijst met same_as naar “{value}”, maar dat is er "
    "niet. Kijk de schrijfwijze na.",
    # Days without a figure, and rates of the user's own.
    "RATE_UNKNOWN": "De {rate} is bekend tot en met {known_until}, dus voor {day} nog niet. Zoek "
    "op welk percentage vanaf {since} geldt en voeg het toe met: xl-dunning rates --law {law} "
    "--add {key} {since} PERCENTAGE",
    "RATE_BEFORE_FIRST": "De {rate} is pas bekend vanaf {since}; over {day} kunnen wij niet "
    "rekenen. Kies een latere vervaldatum, of reken het eerdere deel met de hand uit.",
    "FIGURE_BEFORE_FIRST": "Voor {day} kennen wij de wettelijke regel niet: hij geldt pas sinds "
    "later. Kijk de datum na.",
    "OWN_RATE_GAP": "De {rate} vanaf {day} kan nog niet worden toegevoegd: eerst is het percentage "
    "vanaf {first} nodig. Voeg dat toe met --add {key} {first} en het percentage.",
    "OWN_RATE_TWICE": "De {rate} vanaf {day} is al toegevoegd. Haal de oude regel weg uit "
    "eigen-rentes.toml als het percentage anders is.",
    "OWN_RATE_KNOWN": "De {rate} is voor {day} al bekend: {percent}%, tot en met {known_until}. Er "
    "is niets toegevoegd.",
    "OWN_RATE_PERCENT": "{where}“{value}” kan geen rentepercentage zijn. Vul een getal boven 0 tot "
    "en met 30 in; in een bestand tussen aanhalingstekens.",
    "OWN_RATES_WRONG": "Uw eigen rentepercentages in {file} kloppen niet. Herstel het volgende, of "
    "haal het bestand weg en voeg ze opnieuw toe:",
    "OWN_RATES_NOT_WRITTEN": "Het percentage kan niet worden bewaard in {file}. Kijk na of u in "
    "die map mag schrijven en of het bestand niet openstaat.",
    "OWN_RATE_OVERRULED": "U voegde de {rate} vanaf {day} toe als {own}%, maar vastgesteld is "
    "{percent}%. Wij rekenen met {percent}%; haal uw regel weg uit eigen-rentes.toml.",
    "LAW_STALE": "De cijfers van het {law} recht zijn voor het laatst nagekeken op {checked_on}; "
    "sindsdien is het {day} geweest. Kijk na of dit is veranderd: {names}. Een nieuw "
    "rentepercentage voegt u toe met “xl-dunning rates --add”.",
    "FIGURE_DOUBTFUL": "Niet zeker is: {what} vanaf {since}. Reden: {doubt}.",
    # A claim.
    "PAYMENT_NEGATIVE": "Een betaling van {amount} kan niet. Vul het bedrag in zonder minteken.",
    "PAYMENT_SPELLING": "“{value}” is geen betaling. Typ de datum, een dubbele punt en het bedrag, "
    "bijvoorbeeld 2026-03-01:250.",
    "DAYS_SPELLING": "“{value}” is geen aantal dagen van 0 tot en met {most}. Typ een heel getal.",
    "PRINCIPAL_NEGATIVE": "Een hoofdsom van {amount} kan niet. Vul een bedrag van nul of hoger in.",
    "CLAIM_NOT_DUE": "De vordering is op {as_of} nog niet te laat: betalen kan tot en met {due}. "
    "Er is nog geen rente en er zijn nog geen kosten.",
    "PAYMENT_AFTER_DAY": "De betaling van {amount} op {on} is later dan {as_of} en telt nog niet "
    "mee.",
    "OVERPAID": "Er is {amount} te veel betaald. Verreken dit of betaal het terug.",
    "COSTS_ONLY_AFTER_LETTER": "De incassokosten van {costs} zijn pas verschuldigd als een "
    "consument na een geldige veertiendagenbrief (art. 6:96 lid 6 BW) niet op tijd betaalt. Geef "
    "met --letter-sent de dag van verzending op.",
    "COSTS_NOT_YET": "De termijn van de brief van {sent} loopt tot en met {last_day}. "
    "Incassokosten zijn er op zijn vroegst op {costs_from}.",
    "COSTS_SINCE": "De termijn van de brief van {sent} liep tot en met {last_day}. De "
    "incassokosten zijn berekend over de hoofdsom die toen nog openstond.",
    "LETTER_BEFORE_DEFAULT": "De brief van {sent} ging uit vóór het verzuim: betalen kon tot en "
    "met {due}. Zo'n brief geeft geen recht op incassokosten; stuur een nieuwe.",
    "LETTER_AFTER_DAY": "De brief van {sent} is later dan {as_of} en telt nog niet mee.",
    "PAYMENTS_BEFORE_COSTS": "Betalingen zijn eerst van de rente en dan van de hoofdsom "
    "afgetrokken. De incassokosten zijn berekend over wat daarna openstaat, want op welke dag zij "
    "verschuldigd werden is niet opgegeven.",
    "VAT_CONDITIONS": "Btw over incassokosten mag alleen als u een incassodienst inschakelt die "
    "btw rekent, u die btw niet kunt aftrekken én u dat uitdrukkelijk in de brief zegt (art. 2 "
    "lid 3 Besluit vergoeding voor buitengerechtelijke incassokosten).",
    "VAT_NOT_BELGIAN": "In België komt er geen btw bij het schadebeding of het vaste bedrag. Er is "
    "geen btw gerekend.",
    "RATE_NOT_HIGHER": "De afgesproken rente van {percent}% is nergens hoger dan de wettelijke. "
    "Daarom geldt de wettelijke rente (art. 6:119 lid 3 BW).",
    "RATE_SOMETIMES_HIGHER": "De afgesproken rente van {percent}% geldt alleen zolang zij hoger is "
    "dan de wettelijke (art. 6:119 lid 3 BW). Over de andere dagen geldt de wettelijke.",
    "RATE_MAY_BE_UNFAIR": "Een rechter kan een afgesproken rente voor een consument oneerlijk "
    "vinden en haar dan schrappen. Laat het beding nakijken.",
    "BE_CONSUMER_NO_INTEREST": "Een Belgische consument betaalt alleen rente als die is "
    "afgesproken. Geef het percentage op met --rate.",
    "BE_INTEREST_AFTER_REMINDER": "De afgesproken rente loopt pas na de gratis eerste herinnering "
    "en haar wachttijd (art. XIX.2 WER). Geef met --letter-sent de dag van verzending op.",
    "BE_RATE_TOO_HIGH": "De afgesproken rente van {percent}% is hoger dan een consument mag worden "
    "gevraagd (art. XIX.4 WER). Het beding is nietig; alleen de wettelijke rentevoet geldt.",
    "BE_LUMP_SUM_ONLY_AGREED": "{costs} is het hoogste schadebeding. U mag het alleen vragen als "
    "en voor zover het is afgesproken, en pas na de gratis eerste herinnering en haar wachttijd "
    "(art. XIX.2 en XIX.4 WER).",
    "LETTER_NOT_NEEDED": "Een bedrijf is ook zonder veertiendagenbrief incassokosten verschuldigd; "
    "de brief van {sent} verandert hier niets.",
    # Letters in the log that give no right to costs.
    "TERM_LETTER_IMPORTED": "Factuur {invoice} van debiteur {debtor}: de {letter} van {sent} is "
    "ingelezen uit de lijst. Wat erin stond en of hij aankwam, weten wij niet; daarom rekenen wij "
    "geen incassokosten. Kunt u dat bewijzen, leg de brief dan vast met “xl-dunning log add "
    "letter” (factuur, fase, datum en kanaal). Stuur anders een nieuwe.",
    "TERM_LETTER_BEFORE_DEFAULT": "Factuur {invoice} van debiteur {debtor}: de {letter} van {sent} "
    "ging uit vóór het verzuim en geeft geen recht op incassokosten. Kijk de datum in het logboek "
    "na, of stuur een nieuwe.",
    "TERM_LETTER_CHANNEL": "Factuur {invoice} van debiteur {debtor}: in het logboek staat niet of "
    "de {letter} van {sent} per post of per e-mail ging. Zonder dat is de termijn niet te "
    "berekenen en rekenen wij geen incassokosten. Trek de regel in en leg hem opnieuw vast met "
    "--channel, of vul in het blad Logboek de kolom Kanaal in.",
    "TERM_LETTER_BEFORE_LAW": "Factuur {invoice} van debiteur {debtor}: voor de {letter} van "
    "{sent} kennen wij geen regel over de termijn; zij is ouder dan de wet. Wij rekenen geen "
    "incassokosten. Kijk de datum in het logboek na.",
    "INTEREST_TOO_OLD": "Factuur {invoice} van debiteur {debtor}: de rente zou al op {since} "
    "beginnen, maar zo oude percentages kennen wij niet. Er is geen rente berekend. Kijk de "
    "vervaldatum na.",
    "SMALL_INSTALMENTS": "Debiteur {debtor} heeft een terugkerende levering. Zijn 14-dagenbrieven "
    "van de laatste {months} maanden over termijnen onder {below} ({count}) geven samen {costs} "
    "incassokosten; sinds 1 oktober 2024 mag dat waarschijnlijk hoogstens {allowed} zijn, en nooit "
    "meer dan {cap} in {months} maanden. Wij passen niets aan: laat het bedrag nakijken voordat u "
    "de brief verstuurt.",
    "INSTALMENT_TOO_SMALL": "Een termijn van {amount} kan niet. Kies een bedrag boven nul.",
    # Terms.
    "DELIVERY_DOUBTFUL": "De dag van bezorging is niet zeker: {doubt}.",
    "DEADLINE_ROLLED": "De veertiende dag is {day}, geen werkdag. Wij gaan uit van de "
    "eerstvolgende werkdag ({last_day}); of dat bij deze brief moet, is niet beslist, maar het is "
    "de veilige keuze.",
    "EMAIL_RECEIVED_SAME_DAY": "Wij gaan ervan uit dat de e-mail nog dezelfde dag is aangekomen. "
    "Ging zij na sluitingstijd uit, geef dan --delivery-days 1 op.",
    # Prescription.
    "TERM_ASSUMED": "Wij gaan ervan uit dat de betalingstermijnen met uw klanten zijn afgesproken, "
    "bijvoorbeeld in uw voorwaarden. Staat de termijn alleen op de factuur, zet dan de instelling "
    "“termijn afgesproken” op nee: anders begint het verzuim later dan wij rekenen. Klopt het wel, "
    "zet haar dan op ja; dan zeggen wij dit niet meer.",
    "PRESCRIPTION_NEAR": "Factuur {invoice} van debiteur {debtor} verjaart: een stuitingsbrief "
    "moet uiterlijk op {last_day} zijn aangekomen. Verstuur hem aangetekend en per e-mail.",
    "PRESCRIPTION_OF_SALE": "Factuur {invoice} van debiteur {debtor}: gaat het om een aankoop door "
    "een consument, dan is {last_day} de laatste dag voor een stuitingsbrief (art. 7:28 BW).",
    "PRESCRIBED": "Factuur {invoice} van debiteur {debtor} is waarschijnlijk verjaard: {last_day} "
    "was de laatste dag voor een stuitingsbrief. Vraag een jurist om raad voordat u schrijft.",
}

GROUNDS: Mapping[str, str] = {
    "TERM_AGREED": "de afgesproken betaaldag is voorbij (art. 6:83 en 6:119a lid 1 BW)",
    "THIRTY_DAYS": "er is geen betaaldag afgesproken; een bedrijf heeft dan dertig dagen na "
    "ontvangst van de factuur (art. 6:119a lid 2 BW)",
    "NOTICE_OF_DEFAULT": "de termijn van de ingebrekestelling is voorbij (art. 6:82 BW)",
    "NOTICE_NEEDED": "er is geen betaaldag afgesproken en nog geen ingebrekestelling verstuurd "
    "(art. 6:82 BW)",
}
"""Why a debtor is in default, or not yet."""
