"""Which fields a template names, held against the fields that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeAlias

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError

from xl_dunning.letters.engine import environment, patched
from xl_dunning.letters.package import Parts
from xl_dunning.letters.tags import quoted
from xl_dunning.rules.findings import Finding, error

Shape: TypeAlias = object
"""What a field may be: a mapping of shapes, a list with the shape of its rows, or a value."""

_FREE = object()
"""A value of which nothing is known: the result of a filter, a call, a loop's own counters."""


def field_problems(parts: Parts, fields: Mapping[str, object], *, template: str) -> list[Finding]:
    """Unknown fields with the nearest known one, unknown filters, and tags that can't be read.

    ``fields`` are those of an example letter in which every list holds something.
    """
    language = environment()
    found: dict[tuple[str, str], Finding] = {}
    for name, content in parts.items():
        source = patched(name, content)
        if source is None:
            continue
        for problem in _of_source(source, language, fields, template):
            key = problem.code, str(problem.details.get("field") or problem.details.get("text"))
            found.setdefault(key, problem)
    return list(found.values())


def field_names(fields: Mapping[str, object]) -> Iterator[str]:
    """All names as the README lists them: ``debiteur.naam``, ``facturen[].nummer``."""
    for name, value in fields.items():
        yield from _names(name, value)


def _names(name: str, value: Shape) -> Iterator[str]:
    if isinstance(value, Mapping):
        for child, inner in value.items():
            yield from _names(f"{name}.{child}", inner)
    elif isinstance(value, list):
        yield from _names(f"{name}[]", value[0])
    else:
        yield name


def _of_source(
    source: str, language: Environment, fields: Mapping[str, object], template: str
) -> list[Finding]:
    try:
        tree = language.parse(source)
    except TemplateSyntaxError as reason:
        lines = source.splitlines()
        line = lines[min(reason.lineno, len(lines)) - 1]
        text = quoted(re.sub(r"<[^>]*>", "", line))
        return [error("TEMPLATE_TAG_UNREADABLE", template=template, text=text)]
    reader = _Reader(language=language, fields=fields, template=template)
    reader.block(tree, dict(fields))
    return reader.found


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Walks the tree of a template and knows what every name stands for at that point."""

    language: Environment
    fields: Mapping[str, object]
    template: str
    found: list[Finding] = field(default_factory=list)

    def block(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        """Check what stands in this node, in its order."""
        if isinstance(node, nodes.For):
            rows = self.value(node.iter, scope)
            row = rows[0] if isinstance(rows, list) else _FREE
            inner = {**scope, "loop": _FREE, **_bound(node.target, row)}
            for child in (*node.body, *([node.test] if node.test else [])):
                self.block(child, inner)
            for child in node.else_:
                self.block(child, scope)
        elif isinstance(node, nodes.Assign):
            scope.update(_bound(node.target, self.value(node.node, scope)))
        elif isinstance(node, nodes.Output):
            for child in node.nodes:
                self.printed(child, scope)
        elif isinstance(node, nodes.Expr):
            self.value(node, scope)
        else:
            for child in node.iter_child_nodes():
                self.block(child, scope)

    def printed(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        """A tag that prints: its value must be text."""
        shape = self.value(node, scope)
        if isinstance(shape, bool | list | Mapping):
            self.found.append(
                error("TEMPLATE_FIELD_NOT_TEXT", template=self.template, field=_written(node))
            )

    def value(self, node: nodes.Node, scope: dict[str, Shape]) -> Shape:
        """The shape of an expression; unknown names and filters are noted."""
        if isinstance(node, nodes.Name):
            if node.name in scope:
                return scope[node.name]
            return self.unknown(node, node.name, [*scope])
        if isinstance(node, nodes.Getattr):
            return self.part(node, node.node, node.attr, scope)
        if isinstance(node, nodes.Getitem):
            if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
                return self.part(node, node.node, node.arg.value, scope)
            self.value(node.arg, scope)
            rows = self.value(node.node, scope)
            return rows[0] if isinstance(rows, list) else _FREE
        if isinstance(node, nodes.Filter) and node.name not in self.language.filters:
            self.found.append(
                error("TEMPLATE_UNKNOWN_FILTER", template=self.template, field=node.name)
            )
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self.value(child, scope)
        return _FREE

    def part(
        self, node: nodes.Node, owner: nodes.Node, name: str, scope: dict[str, Shape]
    ) -> Shape:
        """The shape of ``owner.name``."""
        whole = self.value(owner, scope)
        if whole is _FREE:
            return _FREE
        if isinstance(whole, Mapping):
            if name in whole:
                return whole[name]
            return self.unknown(node, name, [f"{_written(owner)}.{known}" for known in whole])
        if isinstance(whole, str) and hasattr(str, name):
            return _FREE
        return self.unknown(node, name, [])

    def unknown(self, node: nodes.Node, name: str, near: list[str]) -> Shape:
        """Note a name that does not exist, with the nearest one that does."""
        written = _written(node)
        by_ending = [
            known
            for known in field_names(self.fields)
            if "[]" not in known and known.endswith(f".{name}")
        ]
        guess = [*get_close_matches(written, near, n=1), *by_ending]
        code = "TEMPLATE_UNKNOWN_FIELD_NEAR" if guess else "TEMPLATE_UNKNOWN_FIELD"
        suggestion = guess[0] if guess else None
        self.found.append(error(code, template=self.template, field=written, suggestion=suggestion))
        return _FREE


def _bound(target: nodes.Node, shape: Shape) -> dict[str, Shape]:
    if isinstance(target, nodes.Name):
        return {target.name: shape}
    return {name.name: _FREE for name in target.find_all(nodes.Name)}


def _written(node: nodes.Node) -> str:
    """The expression as the user wrote it, as far as it is a name with dots."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return f"{_written(node.node)}[]"
    return "…"
