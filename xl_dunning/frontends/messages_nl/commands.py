"""Sentences: commands."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {}
