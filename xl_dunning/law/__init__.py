"""Dated figures of Dutch and Belgian law, and their calendars."""
