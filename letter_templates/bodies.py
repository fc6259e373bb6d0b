"""The words of each letter. Warm first, firm later; no interest and no costs are claimed here.

The last day to pay is always named as a date. What follows is announced only by
``volgende_stap``, which the policy of the debtor decides.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One letter: its title, what comes before and after the table of invoices, its closing."""

    title: str
    subject: str
    opening: tuple[str, ...]
    request: tuple[str, ...]
    """Between the table and the payment details."""
    after: tuple[str, ...]
    closing: str = "Met vriendelijke groet,"
    payment: bool = True
    """False: the payment details appear only while the claim is still ours to collect."""


def _when(condition: str, *lines: str, otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Paragraphs that appear only when the field holds something."""
    other = ("{%p else %}", *otherwise) if otherwise else ()
    return (f"{{%p if {condition} %}}", *lines, *other, "{%p endif %}")


_LIGHTER = _when("toelichting", "{{ toelichting }}")
_PAID = (
    "**Al betaald?** Dan hebben onze berichten elkaar gekruist en kunt u deze brief als niet "
    "verzonden beschouwen."
)
_OBJECTION = (
    "**Bent u het niet eens met {{ woord.deze_factuur }}, of kunt u niet in één keer betalen?** "
    "{{ contactzin }} "
)
_TOGETHER = _OBJECTION + "Dan zoeken wij samen met u naar een oplossing."
_IN_TIME = (
    _OBJECTION
    + "Doet u dat vóór {{ uiterste_betaaldatum }}, dan kunnen wij er nog rekening mee houden."
)
_NEXT_STEP = _when(
    "volgende_stap",
    "Hebben wij het bedrag op {{ uiterste_betaaldatum }} nog niet ontvangen, dan "
    "{{ volgende_stap }}.",
)
_RIGHTS = "Wij behouden ons alle rechten voor, ook het recht op volledige betaling."

BODIES = {
    "herinnering": Body(
        title="Betalingsherinnering",
        subject="Betalingsherinnering {{ onderwerp }}",
        opening=(
            "Misschien is het aan uw aandacht ontsnapt: volgens onze administratie "
            "{{ woord.staat }} de volgende {{ woord.factuur }} nog open. De betaaltermijn is "
            "verstreken.",
            *_LIGHTER,
        ),
        request=(
            "Wilt u het bedrag van **{{ totaal }}** uiterlijk op **{{ uiterste_betaaldatum }}** "
            "aan ons overmaken?",
        ),
        after=(*_NEXT_STEP, _PAID + " Hartelijk dank daarvoor.", _TOGETHER),
    ),
    "tweede_herinnering": Body(
        title="Tweede herinnering",
        subject="Tweede herinnering {{ onderwerp }}",
        opening=(
            *_when(
                "terugblik",
                "{{ terugblik }} Helaas hebben wij uw betaling nog niet ontvangen. Volgens onze "
                "administratie {{ woord.staat }} de volgende {{ woord.factuur }} nog open.",
                otherwise=(
                    "Helaas hebben wij uw betaling nog niet ontvangen. Volgens onze administratie "
                    "{{ woord.staat }} de volgende {{ woord.factuur }} nog open.",
                ),
            ),
            *_LIGHTER,
        ),
        request=(
            "Wij vragen u het bedrag van **{{ totaal }}** te betalen, zodat wij het uiterlijk op "
            "**{{ uiterste_betaaldatum }}** hebben ontvangen.",
        ),
        after=(*_NEXT_STEP, _PAID, _TOGETHER),
    ),
    "aanmaning": Body(
        title="Aanmaning",
        subject="Aanmaning {{ onderwerp }}",
        opening=(
            *_when(
                "terugblik",
                "{{ terugblik }} Tot nu toe hebben wij geen betaling en geen bezwaar van u "
                "ontvangen. De volgende {{ woord.factuur }} {{ woord.staat }} nog open, terwijl de "
                "betaaltermijn al geruime tijd is verstreken.",
                otherwise=(
                    "Wij hebben uw betaling nog niet ontvangen. De volgende {{ woord.factuur }} "
                    "{{ woord.staat }} nog open, terwijl de betaaltermijn is verstreken.",
                ),
            ),
            *_LIGHTER,
        ),
        request=(
            "Wij manen u daarom aan het bedrag van **{{ totaal }}** te betalen. Het moet uiterlijk "
            "op **{{ uiterste_betaaldatum }}** op onze rekening staan.",
        ),
        after=(*_NEXT_STEP, _PAID, _IN_TIME),
    ),
    "sommatie": Body(
        title="Sommatie",
        subject="Sommatie: laatste verzoek tot betaling van {{ onderwerp }}",
        opening=(
            *_when(
                "terugblik",
                "{{ terugblik }} Toch hebben wij nog steeds geen betaling van u ontvangen voor de "
                "volgende {{ woord.factuur }}.",
                otherwise=(
                    "Wij hebben nog steeds geen betaling van u ontvangen voor de volgende "
                    "{{ woord.factuur }}. De betaaltermijn is verstreken.",
                ),
            ),
            *_LIGHTER,
        ),
        request=(
            "Wij sommeren u het bedrag van **{{ totaal }}** te betalen, zodat het uiterlijk op "
            "**{{ uiterste_betaaldatum }}** op onze rekening staat.",
        ),
        after=(
            *_when(
                "zonder_kosten",
                "**Dit is uw laatste kans om zonder extra kosten te betalen.** Ontvangen wij het "
                "hele bedrag op tijd, dan brengen wij u geen extra kosten in rekening.",
            ),
            *_NEXT_STEP,
            _PAID,
            _IN_TIME,
            _RIGHTS,
        ),
        closing="Hoogachtend,",
    ),
    "ingebrekestelling": Body(
        title="Ingebrekestelling",
        subject="Ingebrekestelling {{ onderwerp }}",
        opening=(
            *_when("terugblik", "{{ terugblik }} Een betaling hebben wij niet ontvangen."),
            "Met deze brief stellen wij u in gebreke. U bent verplicht de volgende "
            "{{ woord.factuur }} aan ons te betalen en hebt dat nog niet gedaan.",
            *_LIGHTER,
        ),
        request=(
            "Wij eisen dat u het bedrag van **{{ totaal }}** volledig betaalt. Hiervoor geven wij "
            "u een laatste termijn: het bedrag moet uiterlijk op **{{ uiterste_betaaldatum }}** "
            "op onze rekening zijn bijgeschreven.",
        ),
        after=(
            "Is het volledige bedrag op die datum niet ontvangen, dan bent u vanaf de dag daarna "
            "in verzuim. Vanaf dat moment maken wij aanspraak op wettelijke rente en, voor zover "
            "de wet dat toestaat, op vergoeding van onze verdere schade.",
            *_NEXT_STEP,
            _PAID,
            _IN_TIME,
            _RIGHTS,
        ),
        closing="Hoogachtend,",
    ),
    "overdracht": Body(
        title="Overdracht van de vordering",
        subject="Overdracht van onze vordering: {{ onderwerp }}",
        opening=(
            *_when(
                "overgedragen",
                "Ondanks onze verzoeken hebt u de volgende {{ woord.factuur }} niet betaald. Wij "
                "hebben de vordering daarom uit handen gegeven aan een incassobureau.",
                otherwise=(
                    "Ondanks onze verzoeken hebt u de volgende {{ woord.factuur }} niet betaald. "
                    "Wij gaan de vordering daarom uit handen geven aan een incassobureau.",
                ),
            ),
            *_LIGHTER,
        ),
        request=(
            "U kunt dit nog voorkomen. Zorg dat het bedrag van **{{ totaal }}** uiterlijk op "
            "**{{ uiterste_betaaldatum }}** op onze rekening staat.",
        ),
        after=(
            *_when(
                "overgedragen",
                "Het incassobureau neemt contact met u op en behandelt de vordering verder namens "
                "ons. Volg voor uw betaling de aanwijzingen van het incassobureau.",
                otherwise=(
                    "Staat het bedrag er dan niet, dan dragen wij de vordering over en neemt het "
                    "incassobureau contact met u op.",
                ),
            ),
            _PAID,
            _OBJECTION,
            _RIGHTS,
        ),
        closing="Hoogachtend,",
        payment=False,
    ),
}
