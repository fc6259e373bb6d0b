"""The sheet Beleid: the policy as a table, one row a stage, guarded by dropdowns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xl_dunning.excel.pages.cells import LAST_ROW
from xl_dunning.excel.pages.columns import YES_NO, InputColumn, Kind
from xl_dunning.excel.pages.highlighting import STAGE_COLOURS, STAGE_TITLES
from xl_dunning.excel.pages.looks import DARK, OURS, RAMP, Looks
from xl_dunning.excel.pages.tables import TablePage, typed_column, underline, write_table
from xl_dunning.excel.plan import WorkbookPlan
from xl_dunning.rules.policy_rows import POLICY_HEADERS, STAGE_HEADERS
from xl_dunning.rules.policy_table import TABLE_HEADERS, dutch_words, rows_of_policy
from xl_dunning.sheets.grid import column_letter
from xl_dunning.sheets.marking import ink

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME, TABLE = "Beleid", "tblBeleid"
_FIRST_ROW_ONLY = "Geldt voor het hele beleid; alleen op de eerste rij invullen. "


def write_policy(book: Workbook, sheet: Worksheet, plan: WorkbookPlan, looks: Looks) -> None:
    """Write the sheet, and the names by which Facturen finds the colour of a stage."""
    columns = (*_stage_columns(plan.templates), *_whole_columns())
    of_stage = len(STAGE_HEADERS)
    page = TablePage(
        name=TABLE,
        title=NAME,
        columns=tuple(
            typed_column(column, looks, header_colour=DARK if at < of_stage else OURS)
            for at, column in enumerate(columns)
        ),
        rows=rows_of_policy(plan.policy),
        frozen=2,
        pages_wide=2,
        typed=dict(enumerate(columns)),
    )
    write_table(sheet, page, looks)
    for header, name in (("title", STAGE_TITLES), ("colour", STAGE_COLOURS)):
        letter = column_letter(TABLE_HEADERS.index(STAGE_HEADERS[header]))
        book.define_name(name, f"={NAME}!${letter}:${letter}")
    colour = TABLE_HEADERS.index(STAGE_HEADERS["colour"])
    for fill in RAMP:
        paint = looks.paint(bg_color=f"#{fill}", font_color=f"#{ink(fill)}")
        rule = {"type": "cell", "criteria": "==", "value": f'"{fill}"', "format": paint}
        sheet.conditional_format(1, colour, LAST_ROW, colour, rule)
    underline(sheet, colour, looks)


def _stage_columns(templates: Sequence[str]) -> tuple[InputColumn, ...]:
    """What is typed per stage, in the order of ``STAGE_HEADERS``."""
    name = STAGE_HEADERS
    return (
        InputColumn(
            header=name["key"],
            width=21,
            about="Korte naam van de stap, zonder spaties. Verander haar niet meer als er brieven "
            "uit zijn: zo staat de stap in het logboek.",
        ),
        InputColumn(
            header=name["title"], width=28, about="Zo heet de stap op de lijst en in het logboek."
        ),
        InputColumn(
            header=name["action"],
            width=18,
            choices=dutch_words("action"),
            about="Brieven maakt het programma; de rest doet u zelf en legt u vast.",
        ),
        InputColumn(
            header=name["template"],
            width=22,
            source="=" + _listed(templates),
            strict=False,
            about="Welk briefsjabloon. Verplicht bij een brief.",
        ),
        InputColumn(
            header=name["after"],
            width=9,
            kind=Kind.COUNT,
            about="Dagen na de vervaldatum. 3 bij vervaldatum 1 maart: vanaf 4 maart.",
        ),
        InputColumn(header=name["end_of_month"], width=9, choices=YES_NO),
        InputColumn(
            header=name["wait"],
            width=10,
            kind=Kind.COUNT,
            about="Dagen na de vorige stap. Leeg: het verschil in Na.",
        ),
        InputColumn(
            header=name["pay_within"],
            width=11,
            kind=Kind.COUNT,
            about="Hoeveel dagen de brief geeft om te betalen.",
        ),
        InputColumn(header=name["for"], width=13, choices=dutch_words("for")),
        InputColumn(
            header=name["law"],
            width=9,
            choices=dutch_words("law"),
            about="Alleen onder Nederlands (nl) of Belgisch (be) recht, of altijd (alle).",
        ),
        InputColumn(
            header=name["without_term"],
            width=11,
            choices=YES_NO,
            about="ja: alleen voor facturen waarvan de betalingstermijn niet is afgesproken.",
        ),
        InputColumn(
            header=name["skip_after"],
            width=11,
            kind=Kind.COUNT,
            about="Alleen bij bellen: na zoveel dagen zonder telefoontje verder. 0: wachten.",
        ),
        InputColumn(
            header=name["attempts"],
            width=11,
            kind=Kind.COUNT,
            about="Alleen bij bellen: na zoveel vergeefse pogingen volgt de volgende stap.",
        ),
        InputColumn(header=name["attach_invoice"], width=12, choices=YES_NO),
        InputColumn(
            header=name["charge"],
            width=14,
            choices=dutch_words("charge"),
            about="Wat de brief bovenop de facturen vraagt; nooit meer dan de wet toestaat.",
        ),
        InputColumn(
            header=name["colour"],
            width=11,
            kind=Kind.CODE,
            choices=RAMP,
            strict=False,
            about="Kleur van de stap op Facturen, van licht (vriendelijk) naar donker (dringend).",
        ),
    )


def _whole_columns() -> tuple[InputColumn, ...]:
    """What holds for the policy as a whole, in the order of ``POLICY_HEADERS``."""
    about = {
        "name": "Korte naam van dit beleid.",
        "minimum_amount": "Wie samen minder open heeft staan, krijgt geen brief.",
        "minimum_interval": "Minste aantal dagen tussen twee stappen.",
        "correction_days": "Dagen speling voor betalingen die onderweg zijn.",
        "confirm": "ja: afspraken worden vanzelf per brief bevestigd.",
        "plan_grace": "Dagen dat een te late termijn nog betaald kan worden.",
        "suspend_after": "Opschorten mag als de oudste factuur zoveel dagen te laat is.",
        "suspend_amount": "En er samen minstens zoveel vervallen openstaat.",
        "suspend_later": "En zoveel jongere facturen ook vervallen zijn.",
        "suspend_notice": "Dagen die de aankondiging geeft om te betalen.",
    }
    kinds = {"minimum_amount": Kind.MONEY, "suspend_amount": Kind.MONEY}
    texts = ("name", "title", "source", "confirm")
    widths = {"name": 16.0, "title": 40.0, "source": 40.0}
    return tuple(
        InputColumn(
            header=header,
            width=widths.get(key, 14),
            kind=kinds.get(key, Kind.TEXT if key in texts else Kind.COUNT),
            choices=YES_NO if key == "confirm" else (),
            about=_FIRST_ROW_ONLY + about.get(key, ""),
            wrap=key in ("title", "source"),
        )
        for key, header in POLICY_HEADERS.items()
    )


def _listed(words: Sequence[str]) -> str:
    return '"' + ",".join(words) + '"'
