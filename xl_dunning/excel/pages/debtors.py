"""The sheets Debiteuren and Afspraken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dunning.excel.pages.columns import YES_NO, InputColumn, Kind
from xl_dunning.excel.pages.looks import Looks
from xl_dunning.excel.pages.tables import TablePage, typed_column, underline, write_table
from xl_dunning.excel.plan import PlanRow, WorkbookPlan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

DEBTORS, DEBTOR_TABLE = "Debiteuren", "tblDebiteuren"
AGREEMENTS, AGREEMENT_TABLE = "Afspraken", "tblAfspraken"
_NUMBERS = "=OFFSET(Debiteuren!$A$2,0,0,MAX(1,COUNTA(Debiteuren!$A:$A)-1),1)"
"""The debtor numbers there are, without the empty cells below them."""


def debtor_columns(policies: Sequence[str]) -> tuple[InputColumn, ...]:
    """The columns of Debiteuren; a debtor may have one of these policies of his own."""
    return (
        InputColumn(header="Debiteurnummer", width=15, kind=Kind.CODE),
        InputColumn(header="Naam", width=34),
        InputColumn(header="T.a.v.", width=22, about="Boven de brief: ter attentie van."),
        InputColumn(header="Adres", width=26, about="Straat en huisnummer, of postbus."),
        InputColumn(header="Postcode", width=10, kind=Kind.CODE),
        InputColumn(header="Plaats", width=18),
        InputColumn(
            header="Land",
            width=14,
            choices=("Nederland", "België", "Duitsland", "Frankrijk", "Luxemburg"),
            strict=False,
        ),
        InputColumn(header="E-mail", width=32),
        InputColumn(header="Telefoon", width=17, kind=Kind.CODE),
        InputColumn(
            header="Soort",
            width=13,
            choices=("zakelijk", "consument"),
            about="Welke regels gelden. Leeg: dan geldt de debiteur als consument, want die regels "
            "beschermen het meest.",
        ),
        InputColumn(
            header="Taal",
            width=8,
            choices=("nl", "en"),
            strict=False,
            about="Taal van de brief. Leeg is nl.",
        ),
        InputColumn(
            header="Beleid",
            width=19,
            choices=tuple(policies),
            strict=False,
            about="Alleen als deze debiteur een ander aanmaanbeleid heeft dan de rest.",
        ),
        InputColumn(
            header="Niet aanmanen tot",
            width=13,
            kind=Kind.DATE,
            about="Tot en met deze dag gaat er geen brief naar deze debiteur.",
        ),
        InputColumn(header="Reden", width=32, about="Waarom er tot dan niets uitgaat."),
        InputColumn(header="KvK", width=12, kind=Kind.CODE),
        InputColumn(header="Btw-nummer", width=17, kind=Kind.CODE),
        InputColumn(
            header="Automatische incasso",
            width=14,
            choices=YES_NO,
            about="ja: het geld wordt geïncasseerd; er gaat geen herinnering uit. Mislukt de "
            "incasso, maak deze cel dan leeg.",
        ),
        InputColumn(
            header="Terugkerende levering",
            width=14,
            choices=YES_NO,
            about="ja: u levert geregeld, bijvoorbeeld een abonnement.",
        ),
    )


def agreement_columns(kinds: Sequence[str]) -> tuple[InputColumn, ...]:
    """The columns of Afspraken; ``kinds`` are the words for what can be agreed."""
    return (
        InputColumn(
            header="Debiteurnummer", width=15, kind=Kind.CODE, source=_NUMBERS, strict=False
        ),
        InputColumn(
            header="Factuurnummer",
            width=15,
            kind=Kind.CODE,
            about="Leeg: de afspraak geldt voor alle facturen van deze debiteur.",
        ),
        InputColumn(
            header="Soort",
            width=14,
            choices=tuple(kinds),
            about="toezegging: betaalt op een dag. regeling: in termijnen. betwisting: is het er "
            "niet mee eens. blokkade: even geen brieven. schikking: minder, en dan klaar.",
        ),
        InputColumn(
            header="Datum",
            width=12,
            kind=Kind.DATE,
            about="De dag van de afspraak. Leeg: de dag waarop het programma haar voor het eerst "
            "ziet.",
        ),
        InputColumn(
            header="Bedrag",
            width=13,
            kind=Kind.MONEY,
            about="Wat is toegezegd of geschikt. Leeg bij een toezegging: alles. Bij een "
            "betwisting: het deel dat wordt betwist.",
        ),
        InputColumn(
            header="Tot en met",
            width=12,
            kind=Kind.DATE,
            about=(
                "De laatste dag van de afspraak. Verplicht bij toezegging, regeling en "
                "schikking; "
                "tot die dag komt er geen brief."
            ),
        ),
        InputColumn(header="Notitie", width=44, wrap=True),
        InputColumn(
            header="Termijnen",
            width=44,
            wrap=True,
            about=(
                "Alleen bij een regeling, bijvoorbeeld: 3 x 400 per maand vanaf 1-12-2026. Of "
                "elke "
                "termijn: 01-12-2026: 400,00; 01-01-2027: 350,00."
            ),
        ),
        InputColumn(header="Door", width=18, about="Wie het namens de klant heeft afgesproken."),
    )


def write_debtors(sheet: Worksheet, plan: WorkbookPlan, looks: Looks) -> None:
    """Write the sheet Debiteuren."""
    columns = debtor_columns(plan.policies)
    _write(sheet, (DEBTORS, DEBTOR_TABLE), columns, plan.debtors, looks, frozen=2)


def write_agreements(sheet: Worksheet, plan: WorkbookPlan, looks: Looks) -> None:
    """Write the sheet Afspraken."""
    columns = agreement_columns(plan.words.agreements)
    _write(sheet, (AGREEMENTS, AGREEMENT_TABLE), columns, plan.agreements, looks, frozen=1)


def _write(
    sheet: Worksheet,
    names: tuple[str, str],
    columns: Sequence[InputColumn],
    rows: Sequence[PlanRow],
    looks: Looks,
    *,
    frozen: int,
) -> None:
    title, table = names
    page = TablePage(
        name=table,
        title=title,
        columns=tuple(typed_column(column, looks) for column in columns),
        rows=rows,
        frozen=frozen,
        typed=dict(enumerate(columns)),
    )
    write_table(sheet, page, looks)
    underline(sheet, len(columns), looks)
