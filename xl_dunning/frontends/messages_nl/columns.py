"""Sentences: columns."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {}
