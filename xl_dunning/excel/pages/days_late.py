"""The live formula of Dagen te laat: what ``rules.staging.days_overdue`` says, without a button.

Empty for an empty or paid row and where no due date can be told. As in the reader of the list, a
missing due date is the invoice date plus the term, and for a credit the invoice date itself.
"""

from __future__ import annotations

REFERENCE_DATE = "Peildatum"
"""Defined name of the cell with the day that everything counts from."""
USUAL_TERM = "Standaardtermijn"
"""Defined name of the setting betalingstermijn."""

_CELL = "tblFacturen[[#This Row],[{0}]]"


def _formula() -> str:
    invoiced, due = _CELL.format("Factuurdatum"), _CELL.format("Vervaldatum")
    still_open, term = _CELL.format("Openstaand"), _CELL.format("Betalingstermijn")
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


FORMULA = _formula()
"""For every row of tblFacturen, as a file stores it."""
