"""What the sheet Instellingen says about each setting."""

from xl_dunning.excel.plan import SettingGroup, SettingKind, SettingLine
from xl_dunning.policies.loader import shipped_policies

YES_NO = ("ja", "nee")


def setting_groups() -> tuple[SettingGroup, ...]:
    """All settings, in groups, in the order in which a new user needs them."""
    return (_COMPANY, _rules(), _INTEREST, _FOLDERS)


_COMPANY = SettingGroup(
    title="Uw bedrijf",
    lines=(
        SettingLine(
            key="naam",
            about="Verplicht. Uw bedrijfsnaam, boven en onder de brief.",
            example="Uw Bedrijf B.V.",
        ),
        SettingLine(
            key="adres", about="Straat en huisnummer, of postbus.", example="Voorbeeldstraat 1"
        ),
        SettingLine(key="postcode", about="Postcode bij dit adres.", example="1234 AB"),
        SettingLine(key="plaats", about="Plaats bij dit adres.", example="Uw plaats"),
        SettingLine(key="land", about="Land bij dit adres.", example="Nederland"),
        SettingLine(
            key="kvk",
            about=(
                "KvK-nummer (8 cijfers) of Belgisch ondernemingsnummer (10 cijfers), onder de "
                "brief."
            ),
            example="12345678",
        ),
        SettingLine(key="btw", about="Btw-nummer, onder de brief.", example="NL123456789B01"),
        SettingLine(
            key="iban",
            about=(
                "Verplicht. De rekening waarop de klant betaalt. Een IBAN met een typfout "
                "wordt geweigerd."
            ),
            example="NL91 ABNA 0417 1643 00",
        ),
        SettingLine(
            key="bic",
            about="BIC van uw bank; nodig voor klanten buiten Nederland en België.",
            example="ABNANL2A",
        ),
        SettingLine(
            key="e-mail",
            about="Waar de klant u per e-mail bereikt.",
            example="debiteuren@uwbedrijf.example",
        ),
        SettingLine(key="telefoon", about="Waar de klant u belt.", example="085 000 00 00"),
        SettingLine(
            key="ondertekenaar", about="Wie de brief tekent.", example="Uw naam, debiteurenbeheer"
        ),
    ),
)
_INTEREST = SettingGroup(
    title="Rente en kosten",
    lines=(
        SettingLine(
            key="rente",
            about=(
                "wettelijk (gebruikelijk), geen, of een percentage per jaar dat met de klant "
                "is afgesproken. Leeg: wettelijk."
            ),
            example="8",
            choices=("wettelijk", "geen"),
            strict=False,
        ),
        SettingLine(
            key="dagtelling",
            about=(
                "Hoe dagen een deel van een jaar worden: altijd door 365 (gebruikelijk), of "
                "het werkelijke aantal dagen van het jaar. Leeg: 365."
            ),
            example="365",
            choices=("365", "werkelijk"),
        ),
        SettingLine(
            key="termijn afgesproken",
            about=(
                "Is de betalingstermijn met uw klanten afgesproken? nee: zij staat alleen op "
                "uw facturen; dan begint het verzuim later. Leeg: ja, en de brieven die "
                "daarop steunen melden dat."
            ),
            example="ja",
            choices=YES_NO,
        ),
        SettingLine(
            key="incassokosten zakelijk",
            about=(
                "Hoe incassokosten voor een bedrijf worden geteld: over de som van zijn "
                "facturen, per factuur, of geen. Leeg: som."
            ),
            example="som",
            choices=("som", "per factuur", "geen"),
        ),
        SettingLine(
            key="btw over incassokosten",
            about=(
                "ja: alleen als u een incassodienst inschakelt en die btw niet kunt "
                "aftrekken. Leeg: nee."
            ),
            example="nee",
            choices=YES_NO,
        ),
        SettingLine(
            key="schadebeding afgesproken",
            about=(
                "Alleen België. ja: uw voorwaarden voor consumenten bevatten rente en een "
                "schadebeding. Leeg: nee."
            ),
            example="nee",
            choices=YES_NO,
        ),
    ),
)
_FOLDERS = SettingGroup(
    title="Mappen en bestanden (vanaf de map van deze werkmap)",
    lines=(
        SettingLine(
            key="brievenmap",
            about=(
                "Waar de brieven komen, per ronde in een eigen map. Leeg: een map brieven "
                "naast deze werkmap."
            ),
            example="brieven",
        ),
        SettingLine(
            key="factuurmap",
            about=(
                "Waar de pdf's van uw facturen staan. Zij gaan mee met brieven waarbij het "
                "beleid om een kopie vraagt."
            ),
            example="facturen",
        ),
        SettingLine(
            key="sjabloonmap",
            about=(
                "Uw eigen briefsjablonen. Een sjabloon dat daar niet is, komt uit de "
                "meegeleverde set."
            ),
            example="sjablonen",
        ),
        SettingLine(
            key="voorwaardenbestand",
            about=(
                "Uw algemene voorwaarden of het contract; gaat mee als u een debiteur overdraagt."
            ),
            example="voorwaarden.pdf",
        ),
    ),
)


def _rules() -> SettingGroup:
    policies = tuple(policy.name for policy in shipped_policies())
    return SettingGroup(
        title="Aanmanen",
        lines=(
            SettingLine(
                key="rechtsstelsel",
                about=(
                    "Welk recht geldt voor rente, kosten en termijnen, en welke dagen "
                    "werkdagen zijn: nl of be. Leeg: nl."
                ),
                example="nl",
                choices=("nl", "be"),
            ),
            SettingLine(
                key="beleid",
                about=(
                    "Een van de zes meegeleverde soorten beleid. Leeg: wat op het blad Beleid "
                    "staat, dat u zelf kunt aanpassen. Staat hier een naam, dan telt het "
                    "blad Beleid niet mee."
                ),
                example="standaard",
                choices=policies,
                strict=False,
            ),
            SettingLine(
                key="drempelbedrag",
                about=(
                    "Van wie de vervallen facturen samen minder zijn dan dit bedrag, krijgt "
                    "geen brief. Leeg: 0."
                ),
                example="15,00",
                kind=SettingKind.AMOUNT,
            ),
            SettingLine(
                key="betalingstermijn",
                about=(
                    "Dagen tussen factuurdatum en vervaldatum, voor facturen zonder "
                    "vervaldatum. Leeg: dan moet de vervaldatum in de lijst staan."
                ),
                example="30",
                kind=SettingKind.DAYS,
            ),
            SettingLine(
                key="adres verplicht",
                about="nee: ook brieven maken als er alleen een naam is. Leeg: ja.",
                example="ja",
                choices=YES_NO,
            ),
        ),
    )
