"""The one door to a list: a path goes in, a grid comes out, or one clear refusal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.encrypted import unlocked
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.legacy import read_legacy
from xl_dunning.sheets.sniff import HEAD, Container, container, other_kind
from xl_dunning.sheets.textfile import read_text
from xl_dunning.sheets.zipped import read_zipped


def open_grid(path: Path, *, password: str | None = None) -> Grid:
    """Read a whole file into a grid. Its first bytes decide what it is, not its name.

    Raises:
        Refusal: FILE_MISSING, FILE_IS_FOLDER, FILE_NOT_READABLE, FILE_EMPTY, FILE_MARKUP,
            FILE_OTHER_KIND, FILE_CORRUPT, FILE_BOMB, FILE_WITH_DTD, FILE_DOUBLE_PART,
            FILE_WITHOUT_SHEETS, FILE_LEGACY, LEGACY_ERROR_CELLS, WITH_PASSWORD, WRONG_PASSWORD,
            PASSWORD_UNUSABLE, CSV_OPEN_QUOTE; always with the file's name.
    """
    try:
        with path.open("rb") as file:
            return _read(file, path.stem, password)
    except Refusal as refusal:
        refusal.details = {"file": path.name, **refusal.details}
        raise
    except FileNotFoundError as error:
        raise Refusal("FILE_MISSING", file=str(path)) from error
    except OSError as error:
        # Windows says "permission denied" to who opens a folder.
        code = "FILE_IS_FOLDER" if path.is_dir() else "FILE_NOT_READABLE"
        raise Refusal(code, file=path.name or str(path)) from error


def _read(file: BinaryIO, name: str, password: str | None) -> Grid:
    head = file.read(HEAD)
    file.seek(0)
    match container(head):
        case Container.ZIP:
            return read_zipped(file)
        case Container.OLE:
            return _read_ole(file, name, password)
        case Container.TEXT:
            return read_text(file.read(), name=name)
        case Container.EMPTY:
            raise Refusal("FILE_EMPTY")
        case Container.MARKUP:
            raise Refusal("FILE_MARKUP")
        case _:
            raise Refusal("FILE_OTHER_KIND", what=other_kind(head))


def _read_ole(file: BinaryIO, name: str, password: str | None) -> Grid:
    opened = unlocked(file, password)
    if opened is file:
        return read_legacy(file, kind="xls")
    grid = _read(opened, name, None)
    return replace(grid, features=tuple(sorted({*grid.features, "PASSWORD"})))
