"""The case file (dossier): the append-only log, its database and its mirror in the sheet."""
