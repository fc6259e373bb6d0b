"""Doing something as a user who may not write everywhere; root itself may."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from xl_dunning.frontends.messages_nl import finding_text, refusal_text
from xl_dunning.rules.findings import Finding, Refusal

_NOBODY = 65534

needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can step down to nobody"
)


def said_without_rights(act: Callable[[], object], *, within: Path) -> str:
    """What the act says, done by another process as a user without rights in the folder."""
    for parent in (within, *within.parents):
        if parent.stat().st_mode & 0o005 != 0o005:
            parent.chmod(parent.stat().st_mode | 0o005)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(_NOBODY)
            os.setuid(_NOBODY)
            os.write(writing, _told(act).encode())
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        return pipe.read().decode()


def _told(act: Callable[[], object]) -> str:
    try:
        outcome = act()
    except Refusal as refusal:
        return refusal_text(refusal)
    findings: Sequence[Finding] = outcome if isinstance(outcome, tuple) else ()
    return "\n".join(finding_text(finding) for finding in findings)
