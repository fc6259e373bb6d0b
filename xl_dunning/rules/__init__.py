"""The rules of dunning: pure functions over dates, amounts, invoices and events.

Nothing here knows a file, a workbook, a letter or a clock.
"""
