"""What the sheet Uitleg says besides the buttons."""

from xl_dunning.excel.plan import HelpSection

HELP = (
    HelpSection(
        title="Uw week in het kort",
        lines=(
            (
                "De eerste keer",
                (
                    "Vul op Instellingen de naam en het IBAN van uw bedrijf in. Kijk op "
                    "Beleid of de stappen bij u passen. Druk op Testen."
                ),
            ),
            (
                "Elke week",
                (
                    "Exporteer de openstaande posten uit uw boekhouding en druk op "
                    "Importeren. Kijk op Controle wat er niet klopt, en druk dan op "
                    "Berekenen."
                ),
            ),
            (
                "Brieven",
                (
                    "Lees op Facturen de kolom Reden. Bent u het ermee eens, druk dan op "
                    "Brieven maken. Bekijk de brieven, druk ze af of zet ze klaar als e-mail, "
                    "en verstuur ze."
                ),
            ),
            (
                "Bellen",
                (
                    "Druk op Belijst, bel, en vul in de gekleurde kolommen in wat ervan kwam. "
                    "De volgende ronde neemt dat over in het logboek."
                ),
            ),
            (
                "Een afspraak",
                (
                    "Ga op de rij van de klant staan en druk op Toezegging, Regeling of "
                    "Betwisting. Vul de regel aan op Afspraken."
                ),
            ),
            (
                "Iets ging mis",
                (
                    "Druk op Ongedaan maken. Wat is verstuurd, haalt het programma niet "
                    "terug; het zet het wel recht in het logboek."
                ),
            ),
        ),
    ),
    HelpSection(
        title="Wat de kleuren betekenen",
        lines=(
            (
                "Facturen",
                (
                    "Van licht naar donker oranje: hoe verder een factuur in het beleid is. "
                    "Grijs: betwist of geblokkeerd. Het staat ook altijd met een woord in "
                    "Fase en Actie."
                ),
            ),
            (
                "Koppen",
                (
                    "Donkerblauw vult u zelf in of importeert u. Lichter blauw vult het "
                    "programma in. Bruin, op Belijst, vult u in na een telefoontje."
                ),
            ),
            (
                "Tabbladen",
                (
                    "Oranje: uw gegevens. Groen: maakt het programma. Grijs: stelt u één keer "
                    "in. Blauw: om te bekijken."
                ),
            ),
            (
                "Meer kolommen",
                (
                    "Klik op Facturen op het plusje boven de kolommen voor Omschrijving, "
                    "Betalingstermijn en andere kolommen die u zelden nodig hebt."
                ),
            ),
        ),
    ),
    HelpSection(
        title="De kolommen van Facturen",
        lines=(
            (
                "Factuurnummer tot en met Valuta",
                (
                    "De lijst uit uw boekhouding. Openstaand 0 is betaald; een negatief "
                    "bedrag is een creditnota of vooruitbetaling en wordt verrekend, nooit "
                    "aangemaand."
                ),
            ),
            (
                "Betwist, Overslaan",
                "Vul ja in om een factuur tegen te houden, met de reden in Reden overslaan.",
            ),
            (
                "Aanmaningen, Laatste herinnering",
                (
                    "Hoeveel brieven er al uit waren voordat u dit programma gebruikte, en "
                    "wanneer de laatste. Zo krijgt niemand opnieuw een eerste herinnering."
                ),
            ),
            (
                "Dagen te laat",
                (
                    "Telt vanzelf, vanaf de peildatum op Start. 0 tot en met de vervaldatum; "
                    "leeg als er niets openstaat."
                ),
            ),
            ("Fase", "De laatste stap die is gezet."),
            ("Actie, Actie vanaf", "Wat u moet doen, en vanaf welke dag."),
            ("Reden", "Waarom nu, of waarom niet: met de datum die de doorslag geeft."),
            (
                "Rente, Incassokosten, Te vorderen",
                "Wat u op de peildatum mag vragen volgens de wet en uw instellingen.",
            ),
        ),
    ),
    HelpSection(
        title="De bladen",
        lines=(
            (
                "Debiteuren",
                (
                    "Adressen en keuzes per klant. Soort bepaalt welke regels gelden: "
                    "zakelijk of consument. Staat er niets, dan geldt de klant als consument."
                ),
            ),
            (
                "Afspraken",
                (
                    "Toezeggingen, regelingen, betwistingen, blokkades en schikkingen. Zonder "
                    "factuurnummer geldt een afspraak voor alle facturen van de klant."
                ),
            ),
            (
                "Belijst",
                (
                    "Wie u belt en wat u verder zelf doet. Vul alleen de gekleurde kolommen "
                    "in; elke ronde maakt het blad nieuw."
                ),
            ),
            ("Overzicht", "Grafieken die altijd kloppen met Facturen, ook zonder een knop."),
            (
                "Beleid",
                (
                    "De stappen, één per rij. Kolommen met een lichtere kop gelden voor het "
                    "hele beleid en vult u alleen op de eerste rij in."
                ),
            ),
            ("Termijnen", "Alles wat op een dag is afgesproken, met wat er nog te betalen is."),
            (
                "Advies",
                (
                    "Wie waarschijnlijk laat betaalt en wat kan helpen. Het zijn schattingen "
                    "uit uw eigen administratie; u beslist."
                ),
            ),
            (
                "Controle",
                "Wat er niet klopt. Een fout houdt een brief tegen, een punt om op te letten niet.",
            ),
            ("Verschil", "Wat er in de lijst is veranderd sinds de vorige ronde."),
            (
                "Logboek",
                (
                    "Alles wat is gedaan. Verander geen regels die er al staan: vastgelegd is "
                    "vastgelegd. Onderaan mag u zelf regels typen; laat Id dan leeg."
                ),
            ),
        ),
    ),
)
