"""The command line framework, speaking Dutch: help pages and usage errors."""

from __future__ import annotations

import re
from typing import Any

import click
from click import exceptions as wrong

_MESSAGES = {
    wrong.NoSuchOption: "De optie {name} bestaat niet.{maybe}",
    wrong.MissingParameter: "Er ontbreekt iets: {name}.",
    wrong.BadOptionUsage: "De optie {name} heeft een waarde nodig.",
    wrong.BadParameter: "De waarde bij {name} klopt niet: {message}",
}
_ENGLISH = (
    (
        re.compile(r"Got unexpected extra arguments? \((?P<what>.*)\)\.?"),
        "Er staat iets te veel: {what}. Zet een naam met spaties tussen aanhalingstekens.",
    ),
    (
        re.compile(r"Option '?(?P<name>[^' ]+)'? does not take a value\.?"),
        "De optie {name} krijgt geen waarde.",
    ),
    (
        re.compile(r"'(?P<what>.*?)' is not one of (?P<choices>.*?)\.?"),
        "“{what}” kan hier niet. Kies uit: {choices}.",
    ),
)
"""What the framework says itself, and how we say it."""


class DutchCommand(click.Command):
    """One command, with its help in Dutch."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as the framework's own
        super().__init__(*args, **{"options_metavar": "[OPTIES]", **kwargs})

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line: how the command is typed."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Gebruik: ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help with a Dutch explanation."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Toon deze uitleg."
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of options, under a Dutch heading."""
        rows = [
            record
            for param in self.get_params(ctx)
            if isinstance(param, click.Option) and (record := param.get_help_record(ctx))
        ]
        # The framework's own words in the explanation, which it offers no door to.
        rows = [(typed, told.replace("[required]", "[verplicht]")) for typed, told in rows]
        if rows:
            with formatter.section("Opties"):
                formatter.write_dl(rows)


class DutchGroup(DutchCommand, click.Group):
    """A command with commands below it."""

    command_class = DutchCommand

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The words after the program's name."""
        return ["OPDRACHT", "[OPTIES]"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then the commands, each with the first line of its help."""
        super().format_options(ctx, formatter)
        rows = [
            (name, command.get_short_help_str(limit=90))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name))
        ]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was typed; an unknown one is said in Dutch."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            names = ", ".join(self.list_commands(ctx))
            raise click.UsageError(f"De opdracht “{args[0]}” bestaat niet. Kies uit: {names}.", ctx)
        return super().resolve_command(ctx, args)


DutchGroup.group_class = DutchGroup


def usage_text(error: click.ClickException) -> str:
    """What is wrong with the words that were typed, and where to find help."""
    return f"{_wrong(error)}\n{_hint(error)}".rstrip()


def _wrong(error: click.ClickException) -> str:
    message = _translated(error.message)
    if isinstance(error, wrong.BadOptionUsage) and message != error.message:
        return message
    for kind, text in _MESSAGES.items():
        if isinstance(error, kind):
            return text.format(name=_name(error), message=message, maybe=_maybe(error))
    return message


def _translated(message: str) -> str:
    for english, dutch in _ENGLISH:
        if found := english.fullmatch(message):
            told = found.groupdict()
            return dutch.format(**{name: text.replace("'", "") for name, text in told.items()})
    return message


def _name(error: Any) -> str:  # noqa: ANN401 - the kinds of error name it differently
    name = getattr(error, "option_name", None)
    if name:
        return str(name)
    param = getattr(error, "param", None)
    if param is None:
        return ""
    return param.opts[0] if isinstance(param, click.Option) else str(param.make_metavar(error.ctx))


def _maybe(error: Any) -> str:  # noqa: ANN401 - as above
    possible = getattr(error, "possibilities", None)
    return f" Bedoelt u {' of '.join(sorted(possible))}?" if possible else ""


def _hint(error: click.ClickException) -> str:
    ctx = getattr(error, "ctx", None)
    return f"Uitleg: {ctx.command_path} --help" if ctx else ""
