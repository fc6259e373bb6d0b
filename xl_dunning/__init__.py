"""xl_dunning: debtor management (debiteurenbeheer) in Excel and Word."""

__version__ = "0.1.0"
