"""Every code has its Dutch sentence, every sentence is used, and every gap in it can be filled."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter

import pytest

from xl_dunning.frontends import messages_nl
from xl_dunning.frontends.messages_nl import SENTENCES, finding_text, refusal_text
from xl_dunning.rules.findings import Finding, Place, Refusal, Severity
from xl_dunning.rules.proposal import Reason

PACKAGE = Path(__file__).parent.parent / "xl_dunning"
CODE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")

OTHER_WORDS = {
    # Spelled like a code, but nothing that a user is told about.
    "CREATE_NO_WINDOW": "a flag of Windows",
    "ADD_WORKBOOK_TO_PYTHONPATH": "a key of xlwings' configuration",
    "CONDA_DEFAULT_ENV": "a variable of conda",
    "CONDA_EXE": "a variable of conda",
    "CONDA_PREFIX": "a variable of conda",
    "INTERPRETER_MAC": "a setting of xlwings",
    "INTERPRETER_WIN": "a setting of xlwings",
    "XL_DUNNING_BRIDGE": "a variable of ours",
}

TABLES = {
    # Every table of Dutch words: reasons, skipped rows, features of a workbook have their own.
    name
    for room in iter_modules(messages_nl.__path__, f"{messages_nl.__name__}.")
    for table in vars(import_module(room.name)).values()
    if isinstance(table, Mapping)
    for name in table
}

FILLED_IN_BY_ITSELF = {"debtor", "invoice", "where"}
"""Details that a finding has without being given them; ``where`` comes from ``rules.fields``."""

FILLED_IN_BY_ITS_ROOM = {"sheets": {"file"}}
"""Details that a room adds to a refusal on its way out: the door knows the name of the file."""


@dataclass(frozen=True)
class Raised:
    """A code that is given to a finding or a refusal, with the names of its details."""

    code: str
    at: str
    details: frozenset[str]
    more: bool
    """Details come in a mapping too, whose names only a run can tell."""


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if "messages_nl" not in path.parts:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


MODULES = list(modules())


def takes_a_code() -> dict[str, int]:
    """Functions whose parameter is called ``code``: name to the position of that argument."""
    known = {"Refusal": 0}
    for _, module in MODULES:
        for node in ast.walk(module):
            if isinstance(node, ast.FunctionDef):
                names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
                names = names[1:] if names[:1] == ["self"] else names
                if "code" in names and node.name in {"error", "warning", "problem", "doubt"}:
                    known[node.name] = min(names.index("code"), known.get(node.name, 99))
    return known


def raised() -> Iterator[Raised]:
    positions = takes_a_code()
    for path, module in MODULES:
        for call in (node for node in ast.walk(module) if isinstance(node, ast.Call)):
            function = call.func
            name = function.attr if isinstance(function, ast.Attribute) else ""
            name = function.id if isinstance(function, ast.Name) else name
            if name not in positions:
                continue
            for index, argument in enumerate(call.args):
                if isinstance(argument, ast.Constant) and CODE.fullmatch(str(argument.value)):
                    yield Raised(
                        code=str(argument.value),
                        at=f"{path.relative_to(PACKAGE)}:{call.lineno}",
                        details=frozenset(word.arg for word in call.keywords if word.arg),
                        more=index > 0
                        or any(word.arg is None for word in call.keywords)
                        or any(not isinstance(other, ast.Constant) for other in call.args[1:]),
                    )


RAISED = list(raised())
LITERALS = {
    node.value: str(path.relative_to(PACKAGE))
    for path, module in MODULES
    for node in ast.walk(module)
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}


def is_composed(code: str) -> bool:
    """Whether the code is put together from two words that stand in the package."""
    parts = code.split("_")
    return any(
        "_".join(parts[:cut]) in LITERALS and "_".join(parts[cut:]) in LITERALS
        for cut in range(1, len(parts))
    )


def is_part_of_a_code(word: str) -> bool:
    """Whether a code with a sentence is put together with this word at its end."""
    return any(code.endswith(f"_{word}") and is_composed(code) for code in SENTENCES)


def gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_the_scan_sees_what_is_raised() -> None:
    codes = {call.code for call in RAISED}
    assert {"TOML_SYNTAX", "STAGE_ORDER", "RUN_BEFORE_LAST", "NO_CHANNEL"} <= codes
    assert len(codes) > 50


def test_every_code_that_is_raised_has_a_sentence() -> None:
    assert {call.at: call.code for call in RAISED if call.code not in SENTENCES} == {}


def test_every_word_that_is_spelled_like_a_code_has_a_sentence_or_is_explained() -> None:
    """Finds codes that reach a finding by way of a variable."""
    unknown = {
        word: file
        for word, file in LITERALS.items()
        if CODE.fullmatch(word)
        and word not in TABLES
        and word not in OTHER_WORDS
        and word not in Reason.__members__
        and not is_part_of_a_code(word)
    }
    assert unknown == {}


def test_no_sentence_is_unused() -> None:
    assert [code for code in SENTENCES if code not in LITERALS and not is_composed(code)] == []


def test_no_word_is_explained_for_nothing() -> None:
    assert [word for word in OTHER_WORDS if word not in LITERALS] == []


def test_every_gap_in_a_sentence_is_filled() -> None:
    unfilled = {
        call.at: names
        for call in RAISED
        if call.code in SENTENCES
        and not call.more
        and (names := gaps(SENTENCES[call.code]) - call.details - filled_in(call))
    }
    assert unfilled == {}


def filled_in(call: Raised) -> set[str]:
    room = call.at.split("/", maxsplit=1)[0]
    return FILLED_IN_BY_ITSELF | FILLED_IN_BY_ITS_ROOM.get(room, set())


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_reads_as_one(code: str) -> None:
    """Its gaps have plain names; it starts and ends like a sentence and has no word of code."""
    sentence = SENTENCES[code]
    assert all(name.isidentifier() for name in gaps(sentence))
    assert sentence == sentence.strip()
    ends_with_a_command = "xl-dunning " in sentence.rsplit(":", maxsplit=1)[-1]
    assert sentence[-1] in ".?:" or ends_with_a_command
    assert "  " not in sentence
    words = set(re.findall(r"[A-Za-z_]+", re.sub(r"\{\w+\}", "", sentence)))
    assert words.isdisjoint({"None", "null", "exception", "error", "index", "string", "jij", "je"})


def test_a_finding_says_where_before_it_says_what() -> None:
    finding = Finding(
        code="STAGE_COLOUR",
        severity=Severity.ERROR,
        details={"where": "", "value": "rood"},
        place=Place(sheet="Beleid", row=4, column="Kleur"),
    )
    assert finding_text(finding).startswith('Blad Beleid, rij 4, kolom Kleur: "rood" is geen kleur')


def test_a_refusal_lists_the_findings_behind_it() -> None:
    finding = Finding(
        code="STAGE_COLOUR", severity=Severity.ERROR, details={"where": "", "value": "rood"}
    )
    text = refusal_text(Refusal("POLICY_WRONG", origin="mijn.toml", findings=(finding, finding)))
    assert [line[:2] for line in text.splitlines()] == ["He", "- ", "- "]
