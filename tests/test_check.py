"""The one command that checks everything goes on after a failure and tells what failed."""

from __future__ import annotations

import pytest

from tests import check


@pytest.mark.parametrize(
    ("chosen", "code", "verdicts"),
    [
        ([], 1, ["FAILED first", "ok second"]),
        (["second"], 0, ["ok second"]),
    ],
    ids=["all", "only the one that was asked for"],
)
def test_each_check_gets_its_verdict(
    capfd: pytest.CaptureFixture[str], chosen: list[str], code: int, verdicts: list[str]
) -> None:
    checks = {"first": ("-c", "raise SystemExit(2)"), "second": ("-c", "print('fine')")}
    assert check.main(chosen, checks=checks) == code
    told = capfd.readouterr().out.splitlines()
    closing = told[len(told) - told[::-1].index("---") :]
    assert [" ".join(line.split()[:2]) for line in closing] == verdicts
