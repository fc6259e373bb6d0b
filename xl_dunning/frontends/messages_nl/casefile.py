"""Sentences: casefile."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {}
