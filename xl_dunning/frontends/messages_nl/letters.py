"""Sentences: letters."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {}
