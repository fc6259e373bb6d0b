"""The very hidden sheet with the workings of Overzicht: totals per debtor, and the stages in use.

A formula can't list the largest debtors without these steps in Excel 2013 or LibreOffice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dunning.excel.pages.cells import calculate
from xl_dunning.excel.pages.figures import open_sum
from xl_dunning.excel.pages.highlighting import STAGE_TITLES
from xl_dunning.excel.pages.looks import Looks

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "_cijfers"
ROWS = 10_000
"""Rows of Facturen over which the largest debtors are sought."""
TOP = 10
STAGES = 8
_POLICY_ROWS = 40


def write_workings(book: Workbook, sheet: Worksheet, looks: Looks) -> None:
    """Write the workings; Overzicht reads them by name."""
    look = looks.of()
    for at, header in enumerate(
        ("totaal per debiteur", "grootste", "rij", "fase nr", "fase, zonder dubbele")
    ):
        sheet.write_string(0, at, header, look)
    _totals(book, sheet, looks)
    _largest(sheet, looks)
    _stages(sheet, looks)
    sheet.very_hidden()


def _totals(book: Workbook, sheet: Worksheet, looks: Looks) -> None:
    """On the row of each debtor's first item: all that is open of him. Else an empty text.

    By row number and not by address: the user sorts, inserts and deletes rows on Facturen.
    """
    debtor = "INDEX(Lijst_debiteur,ROW())"
    total = open_sum(f"Lijst_debiteur,{debtor}")
    formula = (
        f'=IFERROR(IF({debtor}="","",IF(MATCH({debtor},Lijst_debiteur,0)=ROW(),{total},"")),"")'
    )
    for row in range(1, ROWS + 1):
        calculate(sheet, row, 0, formula, looks.of())
    book.define_name("Cijfers_totaal", f"={NAME}!$A$1:$A${ROWS + 1}")


def _largest(sheet: Worksheet, looks: Looks) -> None:
    """The largest totals, and on which row of Facturen each debtor first stands.

    Two debtors with the same total are found one after the other: below the row of the first.
    """
    for number in range(1, TOP + 1):
        at = number + 1
        largest = f"LARGE(Cijfers_totaal,{number})"
        calculate(sheet, number, 1, f'=IFERROR(IF({largest}>0,{largest},""),"")', looks.of())
        first = f"MATCH(B{at},Cijfers_totaal,0)"
        if number > 1:
            below = f"INDEX(Cijfers_totaal,C{at - 1}+1):INDEX(Cijfers_totaal,{ROWS + 1})"
            first = f"IF(B{at}=B{at - 1},C{at - 1}+MATCH(B{at},{below},0),{first})"
        calculate(sheet, number, 2, f'=IF(B{at}="","",IFERROR({first},""))', looks.of())


def _stages(sheet: Worksheet, looks: Looks) -> None:
    """The titles of the policy in their order; two stages may share one, which counts once."""
    for row in range(1, _POLICY_ROWS + 1):
        at = row + 1
        title = f"INDEX({STAGE_TITLES},{at})"
        formula = (
            f'=IFERROR(IF({title}="","",IF(MATCH({title},{STAGE_TITLES},0)={at},'
            f'MAX(D$1:D{at - 1})+1,"")),"")'
        )
        calculate(sheet, row, 3, formula, looks.of())
    for number in range(1, STAGES + 1):
        place = f"MATCH({number},$D$1:$D${_POLICY_ROWS + 1},0)"
        formula = f'=IFERROR(INDEX({STAGE_TITLES},{place}),"")'
        calculate(sheet, number, 4, formula, looks.of())


def largest_total(number: int) -> str:
    """The formula that takes over the n-th largest total, from 1."""
    return f"={NAME}!$B${number + 1}"


def largest_name(number: int) -> str:
    """The formula for the name of that debtor; his number when he has none."""
    row = f"{NAME}!$C${number + 1}"
    name = f"INDEX(Lijst_naam,{row})"
    return f'=IF({row}="","",IF({name}="",INDEX(Lijst_debiteur,{row})&"",{name}))'


def stage_title(number: int) -> str:
    """The formula for the n-th title of the policy, from 1."""
    return f"={NAME}!$E${number + 1}"
