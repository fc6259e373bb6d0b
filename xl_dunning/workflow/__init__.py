"""The order of steps: read, propose, issue, undo. Speaks to the doors through small Protocols."""
