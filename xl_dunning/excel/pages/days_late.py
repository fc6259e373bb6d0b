"""The live formula of Dagen te laat: what ``rules.staging.days_overdue`` says, without a button.

Empty for an empty or paid row and where no due date can be told. As in the reader of the list, a
missing due date is the invoice date plus the term, and for a credit the invoice date itself.
"""

from __future__ import annotations

from collections.abc import Callable

REFERENCE_DATE = "Peildatum"
"""Defined name of the cell with the day that everything counts from."""
USUAL_TERM = "Standaardtermijn"
"""Defined name of the setting betalingstermijn."""

_TABLE_CELL = "tblFacturen[[#This Row],[{0}]]"
_LETTERS = {"Factuurdatum": "D", "Vervaldatum": "E", "Openstaand": "G", "Betalingstermijn": "J"}


def _formula(cell: Callable[[str], str]) -> str:
    invoiced, due = cell("Factuurdatum"), cell("Vervaldatum")
    still_open, term = cell("Openstaand"), cell("Betalingstermijn")
    late = f"MAX(0,INT({REFERENCE_DATE})-INT({{0}}))"
    from_due = late.format(due)
    from_invoice = late.format(invoiced)
    from_term = f"MAX(0,INT({REFERENCE_DATE})-INT({invoiced})-{{0}})"
    return (
        f'=IFERROR(IF(NOT(ISNUMBER({still_open})),"",IF({still_open}=0,"",'
        f"IF(ISNUMBER({due}),{from_due},"
        f'IF(OR({due}<>"",NOT(ISNUMBER({invoiced}))),"",'
        f"IF({still_open}<0,{from_invoice},"
        f"IF(ISNUMBER({term}),{from_term.format(term)},"
        f'IF(AND({term}="",ISNUMBER({USUAL_TERM})),{from_term.format(USUAL_TERM)},"")))))))'
        ',"")'
    )


FORMULA = _formula(_TABLE_CELL.format)
"""For every row of tblFacturen, as a file stores it."""


def formula_in_row(row: int) -> str:
    """The same with the addresses of one row of Facturen, counted from 1.

    For a program whose tables do not fill in formulas by themselves.
    """
    return _formula(lambda header: f"${_LETTERS[header]}{row}")
