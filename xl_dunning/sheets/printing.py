"""Sheets that come well out of the printer without anybody setting up a page."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_A4 = 9


def set_up_print(
    sheet: Worksheet, *, title: str, header_row: int, pages_wide: int = 1, on_each_page: int = 0
) -> None:
    """Landscape A4, the header row on every page, title above, number below.

    One page wide, or so many beside each other; ``on_each_page`` is how many columns at the left
    come back on each of them.
    """
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = pages_wide
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = f"{header_row}:{header_row}"
    if on_each_page:
        sheet.print_title_cols = f"A:{get_column_letter(on_each_page)}"
        sheet.page_setup.pageOrder = "overThenDown"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
    if sheet.oddHeader is not None and sheet.oddFooter is not None:
        sheet.oddHeader.left.text = title.replace("&", "&&")
        sheet.oddFooter.right.text = "&P / &N"
