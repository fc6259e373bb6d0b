"""Prescription in a run: warnings in time, and no letter for what is gone."""

from __future__ import annotations

import pytest

from tests.rules.claims_world import D, on, world
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.ledger import DebtorKind


class TestPrescription:
    """Five years from the due date for whoever it is; two for what a consumer bought."""

    @pytest.mark.parametrize(
        ("kind", "day", "codes"),
        [
            (DebtorKind.BUSINESS, "2031-06-02", []),  # 91 days before 1 September
            (DebtorKind.BUSINESS, "2031-06-03", ["PRESCRIPTION_NEAR"]),
            (DebtorKind.BUSINESS, "2031-09-01", ["PRESCRIPTION_NEAR"]),  # the last day
            (DebtorKind.BUSINESS, "2031-09-02", ["PRESCRIBED"]),
            (DebtorKind.CONSUMER, "2028-06-02", []),
            (DebtorKind.CONSUMER, "2028-06-03", ["PRESCRIPTION_OF_SALE"]),
            (DebtorKind.CONSUMER, "2031-09-02", ["PRESCRIBED"]),
        ],
    )
    def test_warnings_start_ninety_days_before(
        self, kind: DebtorKind, day: str, codes: list[str]
    ) -> None:
        found = world(kind)
        found.items = found.items[:1]  # due on 1 September 2026
        about = [
            finding.code
            for finding in found.propose(D(day)).findings
            if finding.code.startswith("PRESCRI")
        ]
        assert about == codes

    def test_a_prescribed_item_gets_no_letter(self) -> None:
        found = world(DebtorKind.BUSINESS)
        assert on(found, "2031-10-01")["A"].details["kind"] == "prescribed"

    @pytest.mark.parametrize(
        ("kind", "stage"),
        [
            (EventKind.INTERRUPTION, ""),
            (EventKind.LETTER, "aanmaning"),  # a written demand interrupts as well
        ],
    )
    def test_an_interruption_starts_a_new_term(self, kind: EventKind, stage: str) -> None:
        found = world(DebtorKind.BUSINESS)
        found.record(EventKind.LETTER, D("2026-09-10"), invoice="A", stage="herinnering")
        found.record(kind, D("2030-01-15"), invoice="A", stage=stage)
        codes = [finding.code for finding in found.propose(D("2031-10-01")).findings]
        assert codes.count("PRESCRIBED") == 1  # of B only
