"""Values of an area, with the errors that stand in it as text: a cell in error is no empty cell."""

from __future__ import annotations

import re
from typing import Any

from xl_dunning.sheets.live.book import Block

_ERROR = re.compile(r"#(?:[A-ZÀ-Ý0-9/]+[!?]|N/[A-Z]+)")
"""As any language of Excel shows an error: ``#N/B``, ``#DEEL/0!``, ``#NAAM?``."""


def values_of(area: Any) -> Block:  # noqa: ANN401 - an xlwings Range
    """The values row by row, in one question."""
    try:
        return _rows(area.options(ndim=2, err_to_str=True).value)
    except TypeError:
        # xlwings 0.37 on a Mac can tell errors of a single row only, and stumbles over a block.
        values = _rows(area.options(ndim=2).value)
        return with_errors(values, _shown(area))


def with_errors(values: Block, shown: Any) -> Block:  # noqa: ANN401 - whatever Excel gives
    """The values, where they are missing completed by the error that the cell shows.

    >>> with_errors(((1.0, None, None),), [["1", "#N/B", ""]])
    ((1.0, '#N/A', None),)
    """
    texts = shown if isinstance(shown, list) else [[shown]]
    if texts and not isinstance(texts[0], list):
        texts = [texts]
    return tuple(
        tuple(
            "#N/A" if value is None and _ERROR.fullmatch(str(text)) else value
            for value, text in zip(*both, strict=True)
        )
        for both in zip(values, texts, strict=True)
    )


def _shown(area: Any) -> Any:  # noqa: ANN401 - as above
    """What the cells show; xlwings has no word of its own for it."""
    return area.impl.xl.string_value.get()


def _rows(values: Any) -> Block:  # noqa: ANN401 - as above
    return tuple(tuple(row) for row in values)
