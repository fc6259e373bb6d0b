"""How anything that goes wrong reaches the user: one sentence, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from xl_dunning.frontends.dutch_click import usage_text
from xl_dunning.frontends.incident import incident
from xl_dunning.frontends.messages_nl import refusal_text, sentence
from xl_dunning.rules.findings import Refusal

DONE, REFUSED, USAGE, FINDINGS = 0, 1, 2, 3


def guarded(command: Callable[[], int | None]) -> int:
    """Run the command; returns its exit code, or that of what went wrong."""
    try:
        return command() or DONE
    except Refusal as refusal:
        _say(refusal_text(refusal))
        return REFUSED
    except click.ClickException as wrong:
        _say(usage_text(wrong))
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        _say(sentence("STOPPED", {}))
        return REFUSED
    except Exception:  # noqa: BLE001 - the one place where a bug becomes a sentence
        _say(incident())
        return REFUSED


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
