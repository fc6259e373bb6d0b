"""The workbook Debiteuren.xlsm, built from text."""
