"""For the whole suite: a missing program skips its tests here, and fails them where it must not.

A machine of a developer may lack LibreOffice; the automatic check may not. It sets
XL_DUNNING_REQUIRE_PROGRAMS=1, and then a skip for a missing program is a failure.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Generator

import pytest

REQUIRE_PROGRAMS = os.environ.get("XL_DUNNING_REQUIRE_PROGRAMS") == "1"
NEEDS = "needs program"
MARKERS = ["office"]
if importlib.util.find_spec("psycopg"):
    # Without this extra there is nothing that could speak to a server.
    MARKERS.append("postgres")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden texts change only when somebody asks for it, and then in the diff of the commit."""
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write the golden texts of letters and log anew",
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip for a missing program into a failure when programs are required."""
    report = yield
    needs_program = NEEDS in _reason(report) or any(map(item.get_closest_marker, MARKERS))
    if REQUIRE_PROGRAMS and report.skipped and needs_program:
        report.outcome = "failed"
        report.longrepr = f"A program is missing on this machine. {_reason(report)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a module that skips itself as a whole."""
    report = yield
    if REQUIRE_PROGRAMS and report.skipped and NEEDS in _reason(report):
        report.outcome = "failed"
        report.longrepr = f"A program is missing on this machine. {_reason(report)}"
    return report


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Why a test was skipped, as its author wrote it."""
    told = report.longrepr
    return str(told[2]) if isinstance(told, tuple) else str(told)
