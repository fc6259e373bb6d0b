"""Sentences: settings."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {}
