"""Builds Debiteuren.xlsm from text: sheets, ribbon and VBA; no binary file is kept anywhere.

What the user gets is made on her own machine, so that it carries no mark of the web and holds the
VBA of exactly the xlwings that is installed there.
"""
