"""What the user meets: the command line, and all Dutch sentences."""
