"""The order of steps: issue, undo, hand over. Speaks to the doors through small Protocols."""
