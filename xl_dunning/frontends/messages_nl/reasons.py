"""Sentences: reasons."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {}
