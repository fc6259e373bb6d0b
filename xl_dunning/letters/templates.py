"""Finding the templates of a run, and checking each as a whole before the first letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from xl_dunning.letters.dutch import DUTCH
from xl_dunning.letters.engine import render
from xl_dunning.letters.english import ENGLISH
from xl_dunning.letters.example import example_contexts, fourteen_day_contexts
from xl_dunning.letters.fourteen_day import fourteen_day_problems
from xl_dunning.letters.known import field_problems
from xl_dunning.letters.package import Parts, open_package
from xl_dunning.letters.spoken import Spoken
from xl_dunning.letters.tags import tag_problems
from xl_dunning.rules.findings import Finding, Refusal, error
from xl_dunning.rules.policy import FOURTEEN_DAY_LETTER
from xl_dunning.shipped import shipped

TemplateKey: TypeAlias = tuple[str, str]
"""Language and name of a template: ``("nl", "aanmaning")``."""

LANGUAGES: Mapping[str, Spoken] = {spoken.code: spoken for spoken in (DUTCH, ENGLISH)}

_PLAIN = re.compile(r"[\w-]+")
"""A language and a name come from a list or a policy: never a path that leads elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where a template lies, and in which language it is."""

    path: Path
    spoken: Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A template that is right in every way, and the language of what is filled in."""

    name: str
    parts: Parts
    spoken: Spoken


def load_templates(
    keys: Iterable[TemplateKey], *, own_folder: Path | None
) -> Mapping[TemplateKey, Loaded]:
    """All these templates, checked.

    The user's own copy goes before the shipped one. Raises Refusal TEMPLATES_WRONG with
    everything that is wrong with any of them.
    """
    loaded: dict[TemplateKey, Loaded] = {}
    problems: list[Finding] = []
    for key in dict.fromkeys(keys):
        result = check_template(find_template(key, own_folder=own_folder), key, own_folder)
        if isinstance(result, list):
            problems += [problem for problem in result if problem not in problems]
        else:
            loaded[key] = result
    if problems:
        raise Refusal("TEMPLATES_WRONG", findings=tuple(problems))
    return loaded


def find_template(key: TemplateKey, *, own_folder: Path | None) -> Found | None:
    """Where the template lies: in the language asked for, else the Dutch one.

    What lies in the user's folder itself, not in a folder per language, is taken to be Dutch.
    """
    language, name = key
    if not (_PLAIN.fullmatch(language) and _PLAIN.fullmatch(name)):
        return None
    spoken = LANGUAGES.get(language, DUTCH)
    folders = [*_folders(spoken, own_folder), *_folders(DUTCH, own_folder)]
    for of, folder in folders:
        for end in (".docx", ".dotx"):
            path = folder / f"{name}{end}"
            if path.is_file():
                return Found(path=path, spoken=of)
    return None


def _folders(spoken: Spoken, own_folder: Path | None) -> list[tuple[Spoken, Path]]:
    folders = [shipped("letter_templates") / spoken.code]
    if own_folder is not None:
        if spoken is DUTCH:
            folders.insert(0, own_folder)
        folders.insert(0, own_folder / spoken.code)
    return [(spoken, folder) for folder in folders]


def check_template(
    found: Found | None, key: TemplateKey, own_folder: Path | None
) -> Loaded | list[Finding]:
    """The parts of a template that is right in every way, or everything that is wrong with it."""
    if found is None:
        folder = str(own_folder or shipped("letter_templates"))
        return [error("TEMPLATE_MISSING", template=f"{key[1]}.docx", folder=folder)]
    path = found.path
    try:
        data = path.read_bytes()
    except OSError:
        return [error("TEMPLATE_NOT_OPENED", template=path.name, folder=str(path.parent))]
    return _judged(data, path.name, key[1], found.spoken.code)


# A run checks its templates before it makes anything, and takes them again when it makes the
# letters; a program that stays open does so run after run.
@lru_cache(maxsize=32)
def _judged(data: bytes, file_name: str, name: str, language: str) -> Loaded | list[Finding]:
    parts = open_package(data, template=file_name)
    if isinstance(parts, Finding):
        return [parts]
    broken = [*tag_problems(parts, template=file_name)]
    problems = broken + [
        problem
        for problem in field_problems(parts, example_contexts()[-1], template=file_name)
        # Said before, and more clearly, when the tags themselves are broken.
        if not (broken and problem.code == "TEMPLATE_TAG_UNREADABLE")
    ]
    loaded = Loaded(name=name, parts=parts, spoken=LANGUAGES[language])
    return problems or _trial(loaded, file_name) or loaded


def _trial(template: Loaded, file_name: str) -> list[Finding]:
    """Make the example letters: shows what only goes wrong when the fields are filled in."""
    lawful = template.name == FOURTEEN_DAY_LETTER
    contexts = (fourteen_day_contexts if lawful else example_contexts)(template.spoken)
    problems: list[Finding] = []
    try:
        for letter, context in zip(render(template.parts, contexts), contexts, strict=True):
            if lawful:
                problems += fourteen_day_problems(letter, context, template=file_name)
    except Exception:  # noqa: BLE001 - whatever an expression of the user's template raises
        return [error("TEMPLATE_FAILS", template=file_name)]
    # The same mistake shows in every example, with the same words.
    return [problem for at, problem in enumerate(problems) if problem not in problems[:at]]
