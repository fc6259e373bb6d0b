"""What is agreed with a debtor and what comes of it: calls, promises, plans, disputes."""
