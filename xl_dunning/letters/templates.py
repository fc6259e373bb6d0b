"""Finding the templates of a run, and checking each as a whole before the first letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from xl_dunning.letters.engine import render
from xl_dunning.letters.example import example_contexts
from xl_dunning.letters.known import field_problems
from xl_dunning.letters.package import Parts, open_package
from xl_dunning.letters.tags import tag_problems
from xl_dunning.rules.findings import Finding, Refusal, error
from xl_dunning.shipped import shipped

TemplateKey: TypeAlias = tuple[str, str]
"""Language and name of a template: ``("nl", "aanmaning")``."""

DEFAULT_LANGUAGE = "nl"

_PLAIN = re.compile(r"[\w-]+")
"""A language and a name come from a list or a policy: never a path that leads elsewhere."""


def load_templates(
    keys: Iterable[TemplateKey], *, own_folder: Path | None
) -> Mapping[TemplateKey, Parts]:
    """All these templates, checked.

    The user's own copy goes before the shipped one. Raises Refusal TEMPLATES_WRONG with
    everything that is wrong with any of them.
    """
    loaded: dict[TemplateKey, Parts] = {}
    problems: list[Finding] = []
    for key in dict.fromkeys(keys):
        result = check_template(find_template(key, own_folder=own_folder), key, own_folder)
        if isinstance(result, list):
            problems += result
        else:
            loaded[key] = result
    if problems:
        raise Refusal("TEMPLATES_WRONG", findings=tuple(problems))
    return loaded


def find_template(key: TemplateKey, *, own_folder: Path | None) -> Path | None:
    """Where the template lies; a letter in a language that has no template is in Dutch."""
    language, name = key
    if not (_PLAIN.fullmatch(language) and _PLAIN.fullmatch(name)):
        return None
    folders = [shipped("letter_templates") / spoken for spoken in (language, DEFAULT_LANGUAGE)]
    if own_folder is not None:
        folders[:0] = [own_folder / language, own_folder]
    candidates = (folder / f"{name}{end}" for folder in folders for end in (".docx", ".dotx"))
    return next((path for path in candidates if path.is_file()), None)


def check_template(
    path: Path | None, key: TemplateKey, own_folder: Path | None
) -> Parts | list[Finding]:
    """The parts of a template that is right in every way, or everything that is wrong with it."""
    if path is None:
        folder = str(own_folder or shipped("letter_templates"))
        return [error("TEMPLATE_MISSING", template=f"{key[1]}.docx", folder=folder)]
    try:
        data = path.read_bytes()
    except OSError:
        return [error("TEMPLATE_NOT_OPENED", template=path.name, folder=str(path.parent))]
    return _judged(data, path.name)


# A run checks its templates before it makes anything, and takes them again when it makes the
# letters; a program that stays open does so run after run.
@lru_cache(maxsize=32)
def _judged(data: bytes, name: str) -> Parts | list[Finding]:
    parts = open_package(data, template=name)
    if isinstance(parts, Finding):
        return [parts]
    examples = example_contexts()
    broken = [*tag_problems(parts, template=name)]
    problems = broken + [
        problem
        for problem in field_problems(parts, examples[-1], template=name)
        # Said before, and more clearly, when the tags themselves are broken.
        if not (broken and problem.code == "TEMPLATE_TAG_UNREADABLE")
    ]
    return problems or _trial(parts, name) or parts


def _trial(parts: Parts, template: str) -> list[Finding]:
    """Make the example letters: shows what only goes wrong when the fields are filled in."""
    try:
        for _letter in render(parts, example_contexts()):
            pass
    except Exception:  # noqa: BLE001 - whatever an expression of the user's template raises
        return [error("TEMPLATE_FAILS", template=template)]
    return []
