"""The sheets of ``Debiteuren.xlsm``: one file per sheet or idea."""

from xl_dunning.excel.pages.book import workbook_sheets

__all__ = ["workbook_sheets"]
