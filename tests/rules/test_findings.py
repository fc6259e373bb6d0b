"""Findings: values that are told once, in the order in which they were made."""

from __future__ import annotations

from xl_dunning.rules.findings import Place, error, warning, without_repeats


def test_what_two_rooms_found_is_told_once_and_in_its_first_place() -> None:
    first, second = error("A", debtor="1"), warning("B", debtor="1", days=3)
    assert without_repeats([first, second, error("A", debtor="1")]) == (first, second)


def test_findings_that_differ_in_anything_are_all_told() -> None:
    differing = (
        error("A", debtor="1"),
        error("A", debtor="2"),
        error("A", debtor="1", invoice="F"),
        error("A", debtor="1", days=3),
        error("A", debtor="1", place=Place(sheet="Facturen", row=3)),
    )
    assert without_repeats(differing) == differing
