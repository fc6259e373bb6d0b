"""The one command that checks everything tells what failed and goes on."""

from __future__ import annotations

import pytest

from tests import check


def test_every_check_is_known_to_this_python() -> None:
    for name in check.CHECKS:
        assert check.command(name)[0], name


def test_a_failure_does_not_stop_the_others_and_is_told(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        check, "CHECKS", {"lint": ("compileall", "no such file"), "format": ("this",)}
    )
    assert check.main([]) == 1
    verdicts = [line.split()[:2] for line in capfd.readouterr().out.splitlines()[-2:]]
    assert verdicts == [["FAILED", "lint"], ["ok", "format"]]
