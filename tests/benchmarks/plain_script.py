"""What an administrator's handy colleague would write: openpyxl, docxtpl and a loop.

It does the plain work of a run, without reading anything but its own layout, without a log and
without any check: days overdue, stage and action into five columns, one letter per debtor.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import segno
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from openpyxl import load_workbook
from openpyxl.styles import PatternFill

Rows: TypeAlias = Any
"""Rows of cells; a plain script does not ask what is in them."""

_STAGES = ((30, "Sommatie"), (15, "Aanmaning"), (5, "Herinnering"))
_FILL = PatternFill(fill_type="solid", fgColor="FEEDDE")


def plain_run(
    book: Path,
    output: Path,
    letters: Path,
    *,
    template: Path,
    example: Mapping[str, Any],
    day: date,
) -> int:
    """Mark the list and write the letters; returns how many. ``example`` fills the other fields."""
    workbook = load_workbook(book)
    known: Rows = workbook["Debiteuren"].iter_rows(min_row=2, values_only=True)
    debtors = {str(row[0]): row for row in known}
    sheet = workbook["Facturen"]
    start = sheet.max_column + 1
    for offset, header in enumerate(("Dagen te laat", "Fase", "Actie", "Actie vanaf", "Reden")):
        sheet.cell(1, start + offset, header)
    due: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    listed: Rows = sheet.iter_rows(min_row=2, values_only=True)
    for number, row in enumerate(listed, start=2):
        days = max((day - row[3].date()).days, 0)
        stage = next((title for after, title in _STAGES if days >= after), "")
        values = (days, stage, "Brief" if stage else "Geen", day, f"{days} dagen te laat")
        for offset, value in enumerate(values):
            cell = sheet.cell(number, start + offset, value)
            if stage:
                cell.fill = _FILL
        if stage:
            due[str(row[1])].append(row)
    workbook.save(output)

    letters.mkdir()
    for debtor, rows in due.items():
        name, address, postcode, city = debtors[debtor][1:5]
        total = sum(row[5] for row in rows)
        letter = DocxTemplate(template)
        code = io.BytesIO()
        segno.make_qr(f"BCD\n002\n1\nSCT\n\nX\nNL91ABNA0417164300\nEUR{total:.2f}").save(
            code, kind="png", scale=4
        )
        letter.render(
            {
                **example,
                "datum": f"{day:%d-%m-%Y}",
                "totaal": f"€ {total:.2f}",
                "debiteur": {
                    **example["debiteur"],
                    "nummer": debtor,
                    "naam": name,
                    "adresregels": [name, address, f"{postcode} {city}"],
                },
                "facturen": [
                    {
                        **example["facturen"][0],
                        "nummer": str(row[0]),
                        "vervaldatum": f"{row[3]:%d-%m-%Y}",
                        "openstaand": f"€ {row[5]:.2f}",
                    }
                    for row in rows
                ],
                "qr_code": InlineImage(letter, code, width=Mm(27)),
            },
            autoescape=True,
        )
        letter.save(letters / f"Herinnering {debtor}.docx")
    return len(due)
