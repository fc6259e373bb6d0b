"""What Start and Uitleg say about the buttons of the tab Debiteuren."""

from xl_dunning.excel.plan import ButtonLine

_DATA, _LETTERS, _CALLS = "Gegevens", "Brieven", "Bellen en vastleggen"
_CASE, _OVERVIEW, _HELP = "Dossier", "Overzicht", "Hulp"

BUTTONS = (
    ButtonLine(
        group=_DATA,
        label="Importeren",
        short="een nieuwe lijst uit uw boekhouding inlezen",
        long=(
            "U kiest de lijst met openstaande posten die uw boekhouding heeft gemaakt (Excel "
            "of csv). U ziet hoe zij is gelezen. Wat u bij bekende facturen hebt genoteerd, "
            "blijft staan; betaalde facturen gaan van de lijst en houden hun geschiedenis."
        ),
    ),
    ButtonLine(
        group=_DATA,
        label="Controleren",
        short="nakijken wat er niet klopt",
        long=(
            "Zoekt wat er in uw gegevens ontbreekt of niet klopt. Alles staat op het blad "
            "Controle, met de cel en wat u kunt doen. Er wordt niets verstuurd of vastgelegd."
        ),
    ),
    ButtonLine(
        group=_DATA,
        label="Berekenen",
        short="per factuur wat er moet gebeuren, en waarom",
        long=(
            "Vult op Facturen de fase, de actie, de reden, de rente en de kosten in. Er wordt "
            "niets verstuurd of vastgelegd."
        ),
    ),
    ButtonLine(
        group=_LETTERS,
        label="Brieven maken",
        short="alle brieven van vandaag",
        long=(
            "Maakt alle brieven die vandaag aan de beurt zijn en legt ze vast in het logboek. "
            "Achter de knop staat hoeveel het er zijn. Een tweede keer drukken maakt niets "
            "dubbel."
        ),
    ),
    ButtonLine(
        group=_LETTERS,
        label="Brieven: selectie",
        short="alleen voor de geselecteerde rijen",
        long=(
            "Selecteer eerst rijen op Facturen of Debiteuren. Maakt alleen de brieven aan die "
            "debiteuren."
        ),
    ),
    ButtonLine(
        group=_LETTERS,
        label="Voorbeeldbrief",
        short="een brief bekijken zonder iets vast te leggen",
        long=(
            "Maakt de brief aan de debiteur van de geselecteerde rij om te bekijken. Er wordt "
            "niets vastgelegd; verstuur dit voorbeeld niet."
        ),
    ),
    ButtonLine(
        group=_LETTERS,
        label="E-mails klaarzetten",
        short="conceptberichten met de brief erbij",
        long=(
            "Zet voor elke debiteur met een brief van de laatste ronde een conceptbericht "
            "klaar, met de brief en de kopie van de factuur als bijlage; niet als er sinds de "
            "brief is betaald of iets is afgesproken. U verstuurt ze zelf."
        ),
    ),
    ButtonLine(
        group=_CALLS,
        label="Belijst",
        short="wie u vandaag belt, met wat u kunt zeggen",
        long=(
            "Maakt het blad Belijst: wie u belt, over welk bedrag, wat er eerder is "
            "afgesproken en een script. Vul in de gekleurde kolommen in wat ervan kwam; de "
            "volgende ronde neemt het over."
        ),
    ),
    ButtonLine(
        group=_CALLS,
        label="Gesprek",
        short="een telefoongesprek vastleggen",
        long=(
            "Zet voor de debiteur van de geselecteerde rij een regel klaar waarin u vastlegt "
            "wat er is gezegd."
        ),
    ),
    ButtonLine(
        group=_CALLS,
        label="Toezegging",
        short="hij betaalt op een dag",
        long=(
            "Zet op Afspraken een regel klaar: de klant betaalt dit bedrag uiterlijk op een "
            "dag. Tot die dag krijgt hij geen brief."
        ),
    ),
    ButtonLine(
        group=_CALLS,
        label="Regeling",
        short="hij betaalt in termijnen",
        long=(
            "Zet op Afspraken een regel klaar voor een betalingsregeling. De termijnen worden "
            "bewaakt op het blad Termijnen."
        ),
    ),
    ButtonLine(
        group=_CALLS,
        label="Betwisting",
        short="hij is het er niet mee eens",
        long=(
            "Zet op Afspraken een regel klaar. Zolang de betwisting loopt, krijgt de klant "
            "over die factuur geen brief."
        ),
    ),
    ButtonLine(
        group=_CASE,
        label="Overdragen",
        short="naar incassobureau of advocaat",
        long=(
            "Maakt voor de debiteur van de geselecteerde rij een zip met het hele dossier, en "
            "legt de overdracht vast."
        ),
    ),
    ButtonLine(
        group=_CASE,
        label="Ongedaan maken",
        short="de laatste ronde terugnemen",
        long=(
            "Neemt terug wat de laatste ronde of overdracht heeft vastgelegd. De brieven "
            "blijven bewaard en worden gemerkt als teruggenomen."
        ),
    ),
    ButtonLine(
        group=_OVERVIEW,
        label="Overzicht",
        short="grafieken van vandaag",
        long=(
            "Toont het blad Overzicht: hoe oud alles is, hoe ver u bent, wie het meest open "
            "heeft staan en wat u per week mag verwachten."
        ),
    ),
    ButtonLine(
        group=_OVERVIEW,
        label="Beleid kiezen",
        short="een ander vast verloop van stappen",
        long="Zet het beleid dat u kiest op het blad Beleid. Daar past u stappen en dagen aan.",
    ),
    ButtonLine(
        group=_OVERVIEW,
        label="Instellingen",
        short="uw bedrijf, rekening, rente en mappen",
        long="Toont het blad Instellingen.",
    ),
    ButtonLine(
        group=_HELP,
        label="Testen",
        short="kijken of alles werkt",
        long=(
            "Kijkt of deze werkmap het programma vindt en of alles klaarstaat. Er verandert niets."
        ),
    ),
    ButtonLine(
        group=_HELP, label="Uitleg", short="dit alles, uitgebreider", long="Toont dit blad."
    ),
)
