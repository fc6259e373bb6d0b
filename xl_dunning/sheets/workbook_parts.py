"""The skeleton of an xlsx: which part is the workbook, its sheets, texts and styles."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.markup import elements
from xl_dunning.sheets.package import Package, part_chunks, part_name

_YES = frozenset({"1", "true"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """One sheet as the workbook lists it."""

    name: str
    part: str
    visible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """Where everything is; part names are as the package knows them, empty when absent."""

    sheets: tuple[SheetPart, ...]
    strings: str
    styles: str
    date1904: bool


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    target: str


def main_part(package: Package) -> str:
    """The workbook part that the package names; empty when it names none that is there."""
    relations = _relations(package, "")
    found = (each.target for each in relations.values() if each.kind == "officeDocument")
    return next((target for target in (*found, "xl/workbook.xml") if target in package.parts), "")


def read_skeleton(package: Package, workbook: str) -> Skeleton:
    """Read the list of sheets. Chart sheets and macro sheets hold no rows and are left out.

    Raises:
        Refusal: FILE_CORRUPT, FILE_WITH_DTD, or FILE_WITHOUT_SHEETS.
    """
    relations = _relations(package, workbook)
    date1904 = False
    sheets: list[SheetPart] = []
    for name, attributes in elements(part_chunks(package, workbook)):
        if name == "workbookPr":
            date1904 = attributes.get("date1904", "") in _YES
        elif name == "sheet":
            relation = relations.get(attributes.get("id", ""))
            if relation is None:
                raise Refusal("FILE_CORRUPT")
            if relation.kind == "worksheet":
                sheets.append(_sheet(attributes, relation))
    if not sheets:
        raise Refusal("FILE_WITHOUT_SHEETS")
    return Skeleton(
        sheets=tuple(sheets),
        strings=_only(relations.values(), "sharedStrings", package),
        styles=_only(relations.values(), "styles", package),
        date1904=date1904,
    )


def _sheet(attributes: Mapping[str, str], relation: _Relation) -> SheetPart:
    return SheetPart(
        name=attributes.get("name", ""),
        part=relation.target,
        visible=attributes.get("state", "visible") == "visible",
    )


def _only(relations: Iterable[_Relation], kind: str, package: Package) -> str:
    targets = (each.target for each in relations if each.kind == kind)
    return next((target for target in targets if target in package.parts), "")


def _relations(package: Package, part: str) -> dict[str, _Relation]:
    folder, file = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    if name not in package.parts:
        return {}
    return {
        attributes.get("Id", ""): _Relation(
            attributes.get("Type", "").rpartition("/")[2],
            _target(folder, attributes.get("Target", "")),
        )
        for element, attributes in elements(part_chunks(package, name))
        if element == "Relationship" and attributes.get("TargetMode") != "External"
    }


def _target(folder: str, target: str) -> str:
    # normpath keeps "../../x" from climbing out: names are only looked up in the package.
    return part_name(posixpath.normpath(posixpath.join("/", folder, unquote(target))))
