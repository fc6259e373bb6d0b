"""One company for four months, played day by day: the script, the player, and what must hold."""
