"""The sheet Start: what there is to do now, the way through a week, and what each button does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xl_dunning.excel.pages.cells import calculate, put, set_up_page
from xl_dunning.excel.pages.days_late import REFERENCE_DATE
from xl_dunning.excel.pages.figures import open_sum, own_column
from xl_dunning.excel.pages.looks import (
    DARK,
    FILL_IN_LIGHT,
    LINE,
    LINK,
    MUTED,
    PALE,
    Looks,
)
from xl_dunning.excel.pages.settings import SENDER_KEYS, sender_name
from xl_dunning.excel.plan import WorkbookPlan
from xl_dunning.sheets.marking import DATE_FORMAT, MONEY_FORMAT

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "Start"
STATE = "_ribbon"
_WIDTHS = (2, 26, 15, 26, 15, 26, 15, 26, 15, 2)
_LAST = 8
_CARDS, _TODO, _STEPS = 4, 8, 17
_BUTTONS = 25


def write_start(book: Workbook, sheet: Worksheet, plan: WorkbookPlan, looks: Looks) -> None:
    """Write the sheet, and the name of the cell with the reference date."""
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    _heading(book, sheet, plan, looks)
    _cards(sheet, plan, looks)
    _todo(sheet, plan, looks)
    _steps(sheet, plan, looks)
    _buttons(sheet, plan, looks)
    sheet.hide_gridlines(2)
    sheet.freeze_panes(3, 0)
    set_up_page(sheet, title=NAME, header=False, pages_high=1)


def _heading(book: Workbook, sheet: Worksheet, plan: WorkbookPlan, looks: Looks) -> None:
    sheet.set_row(0, 32)
    sheet.write_string(0, 1, "Debiteuren", looks.title())
    own = sender_name("naam")
    calculate(sheet, 0, 3, f'=IF({own}="","",{own})', looks.muted(font_size=14))
    sheet.write_string(1, 1, "Peildatum", looks.muted())
    look = looks.of(
        num_format=DATE_FORMAT, align="left", bold=True, bg_color=FILL_IN_LIGHT, indent=1
    )
    if plan.reference_date:
        put(sheet, 1, 2, plan.reference_date, look)
    else:
        calculate(sheet, 1, 2, "=TODAY()", look)
    sheet.data_validation(
        1,
        2,
        1,
        2,
        {
            "validate": "decimal",
            "criteria": ">",
            "value": 36_000,
            "input_title": "Peildatum",
            "input_message": "De dag waarvoor alles geldt. Gewoonlijk vandaag: =VANDAAG(). "
            "Typ een andere datum om vooruit te kijken.",
            "error_title": "Dit is geen datum",
            "error_message": "Typ een datum als 31-12-2026, of =VANDAAG().",
        },
    )
    book.define_name(REFERENCE_DATE, f"={NAME}!$C$2")
    log = plan.own_sheet("Logboek")
    last = f"MAX({own_column(log, 'Datum')})"
    sheet.write_string(1, 3, "Laatst vastgelegd", looks.muted())
    calculate(
        sheet,
        1,
        4,
        f'=IF({last}=0,"nog niets",{last})',
        looks.of(num_format=DATE_FORMAT, align="left", bold=True),
    )
    if STATE in plan.hidden_sheets:
        calculate(sheet, 1, 5, _state("xldStatus"), looks.muted())
        calculate(sheet, 2, 1, _state("melding"), looks.of(font_color=DARK, italic=True))


def _state(key: str) -> str:
    """The formula for the first value of a row on the state sheet; nothing when it isn't there."""
    found = f'INDEX({STATE}!$C:$C,MATCH("{key}",{STATE}!$A:$A,0))'
    return f'=IFERROR({found}&"","")'


def _cards(sheet: Worksheet, plan: WorkbookPlan, looks: Looks) -> None:
    """Four large figures."""
    letters = f'COUNTIF(Lijst_actie,"{plan.words.letter}: *")'
    cards = (
        ("Openstaand", f"={open_sum()}", MONEY_FORMAT),
        ("Waarvan te laat", "=" + open_sum('Lijst_dagen,">0"'), MONEY_FORMAT),
        ("Facturen te laat", '=COUNTIF(Lijst_dagen,">0")', "0"),
        ("Facturen voor een brief", f"={letters}", "0"),
    )
    sheet.set_row(_CARDS, 18)
    sheet.set_row(_CARDS + 1, 34)
    for number, (label, formula, number_format) in enumerate(cards):
        column = 1 + 2 * number
        top = looks.of(font_color=MUTED, bg_color=PALE, indent=1)
        big = looks.of(
            bold=True,
            font_size=18,
            font_color=DARK,
            bg_color=PALE,
            num_format=number_format,
            align="left",
            indent=1,
            right=5,
            right_color="#FFFFFF",
        )
        edge = looks.of(bg_color=PALE, right=5, right_color="#FFFFFF")
        sheet.write_string(_CARDS, column, label, top)
        sheet.write_blank(_CARDS, column + 1, None, edge)
        sheet.merge_range(_CARDS + 1, column, _CARDS + 1, column + 1, "", big)
        calculate(sheet, _CARDS + 1, column, formula, big)


def _todo(sheet: Worksheet, plan: WorkbookPlan, looks: Looks) -> None:
    """What waits, how much of it, and where it stands."""
    words = plan.words
    calls, findings = plan.own_sheet("Belijst"), plan.own_sheet("Controle")
    agreed = own_column(plan.own_sheet("Termijnen"), "Stand")
    serious = own_column(findings, "Ernst")
    lines = (
        (
            "Fouten in uw gegevens",
            f'=COUNTIF({serious},"{words.error}")',
            "Controle",
            "Houden een brief tegen. Los deze eerst op.",
        ),
        (
            "Andere punten om na te kijken",
            f'=COUNTIF({serious},"{words.attention}")',
            "Controle",
            "Houden niets tegen.",
        ),
        (
            "Facturen aan de beurt voor een brief",
            f'=COUNTIF(Lijst_actie,"{words.letter}: *")',
            "Facturen",
            "Maak ze met de knop Brieven maken.",
        ),
        (
            "Te bellen of zelf te doen",
            f"=MAX(0,COUNTA({own_column(calls, 'Actie')})-1)",
            "Belijst",
            "Vul in wat ervan kwam.",
        ),
        (
            "Betwiste facturen",
            f'=COUNTIF(Lijst_actie,"{words.disputed}")',
            "Facturen",
            "Los ze op en leg dat vast; tot dan komt er geen brief.",
        ),
        (
            "Termijnen en antwoorden te laat",
            f'=COUNTIF({agreed},"{words.late}")',
            "Termijnen",
            "Een klant of u hield zich niet aan een afspraak.",
        ),
    )
    _section(sheet, _TODO, "Wat er nu te doen is", looks)
    for number, (label, formula, where, what) in enumerate(lines, start=_TODO + 1):
        edge = {"bottom": 4, "bottom_color": LINE}
        for at in range(1, _LAST + 1):
            sheet.write_blank(number, at, None, looks.of(**edge))
        sheet.write_string(number, 1, label, looks.of(**edge))
        # The text of a long label runs on over the empty cell beside it.
        calculate(sheet, number, 3, formula, looks.of(bold=True, align="left", **edge))
        link = looks.of(font_color=LINK, underline=1, **edge)
        sheet.write_url(number, 4, f"internal:'{where}'!A1", link, where)
        sheet.write_string(number, 5, what, looks.muted(**edge))


def _steps(sheet: Worksheet, plan: WorkbookPlan, looks: Looks) -> None:
    """The way from an empty workbook to the letters, with what is done already."""
    filled = ",".join(f'{sender_name(key)}<>""' for key in SENDER_KEYS)
    has_list = 'COUNTIF(Lijst_open,"<>")>1'
    findings = own_column(plan.own_sheet("Controle"), "Ernst")
    log = own_column(plan.own_sheet("Logboek"), "Gebeurtenis")
    steps = (
        (
            "1. Uw bedrijf invullen",
            f"AND({filled})",
            "Instellingen",
            "Naam en IBAN zijn nodig; zonder die twee wordt er geen brief gemaakt.",
        ),
        (
            "2. Importeren",
            has_list,
            "Facturen",
            "Kies de lijst met openstaande posten uit uw boekhouding. Elke week opnieuw.",
        ),
        (
            "3. Controleren",
            f"COUNTA({findings})>1",
            "Controle",
            "Kijk na hoe de lijst is gelezen en wat er niet klopt.",
        ),
        (
            "4. Berekenen",
            "COUNTA(Lijst_actie)>1",
            "Facturen",
            "Bij elke factuur staat wat er moet gebeuren, en waarom. Er gaat niets uit.",
        ),
        (
            "5. Brieven maken",
            f"COUNTA({log})>1",
            "Logboek",
            "Alle brieven van vandaag, en in het logboek dat zij er zijn.",
        ),
    )
    _section(sheet, _STEPS, "Zo werkt het", looks)
    for number, (label, done, where, what) in enumerate(steps, start=_STEPS + 1):
        sheet.write_string(number, 1, label, looks.of(bold=True))
        calculate(sheet, number, 3, f'=IF({done},"✓ gedaan","nog te doen")', looks.muted())
        link = looks.of(font_color=LINK, underline=1)
        sheet.write_url(number, 4, f"internal:'{where}'!A1", link, where)
        sheet.write_string(number, 5, what, looks.muted())


def _buttons(sheet: Worksheet, plan: WorkbookPlan, looks: Looks) -> None:
    """The buttons of the tab in two columns."""
    _section(sheet, _BUTTONS, "De knoppen op het tabblad Debiteuren", looks)
    half = -(-len(plan.buttons) // 2)
    columns: Sequence[tuple[int, int]] = ((0, 1), (half, 5))
    for start, column in columns:
        for number, button in enumerate(plan.buttons[start : start + half], start=_BUTTONS + 1):
            sheet.write_string(number, column, button.label, looks.of(bold=True))
            sheet.write_string(number, column + 1, button.short, looks.muted())


def _section(sheet: Worksheet, row: int, title: str, looks: Looks) -> None:
    for at in range(1, _LAST + 1):
        sheet.write_blank(row, at, None, looks.section())
    sheet.write_string(row, 1, title, looks.section())
    sheet.set_row(row, 22)
