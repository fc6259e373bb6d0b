"""Reading a TOML file that a user may have written: amounts exact, one Dutch refusal when wrong."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path

from xl_dunning.rules.findings import Refusal

_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_toml(path: Path) -> dict[str, object]:
    """The tables of the file; numbers with a point are Decimal, dates are dates.

    Raises:
        Refusal: TOML_NOT_FOUND, TOML_UNREADABLE, or TOML_SYNTAX with line and column.
    """
    try:
        # Notepad saves UTF-8 with a byte order mark, which TOML does not allow.
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise Refusal("TOML_NOT_FOUND", file=str(path)) from None
    except (OSError, UnicodeDecodeError):
        raise Refusal("TOML_UNREADABLE", file=str(path)) from None
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as problem:
        # Not only TOMLDecodeError: numbers of thousands of digits and endless brackets end here.
        at = _POSITION.search(str(problem))
        if at is None:
            raise Refusal("TOML_SYNTAX_AT_END", file=path.name) from None
        raise Refusal("TOML_SYNTAX", file=path.name, line=int(at[1]), column=int(at[2])) from None
