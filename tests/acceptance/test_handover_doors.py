"""A handover for other programs: the JSON object is a contract, Python has the same use case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import xl_dunning as xld
from tests.acceptance.company import Company
from tests.acceptance.handing_over import DAY, handed_over, line, ready


@pytest.fixture
def company(company: Company) -> Company:
    return ready(company, line("F1"), rounds=["2026-09-07"])


def test_the_object_has_the_fields_that_were_promised(company: Company) -> None:
    told = handed_over(company, "--name", "De Vries").json
    assert set(told) == {
        *("as_of", "run", "debtor", "name", "to", "recipient", "dossier", "sha256"),
        *("invoices", "claims", "files", "findings"),
    }
    assert (told["as_of"], told["run"], told["to"], told["recipient"]) == (
        DAY,
        f"{DAY}-1",
        "agency",
        "De Vries",
    )
    assert told["invoices"] == [
        {
            "invoice": "F1",
            "currency": "EUR",
            "stage": None,
            "default_since": "2026-08-04",
            "principal": "1210.00",
            "interest": "37.92",  # 110 days at 10.4 %
            "costs": "181.50",
            "vat": "0.00",
            "total": "1429.42",
        }
    ]
    assert told["claims"] == [
        {
            "currency": "EUR",
            "principal": "1210.00",
            "credit": "0.00",
            "interest": "37.92",
            "costs": "181.50",
            "vat": "0.00",
            "total": "1429.42",
            "interest_per_day": "0.34",
        }
    ]
    assert {name for file in told["files"] for name in file} == {"name", "what", "sha256"}
    assert told["files"][0] == {"name": "00 Index.docx", "what": "Deze index", "sha256": None}


def test_python_has_the_same_use_case(company: Company) -> None:
    company.words()  # writes the settings
    chosen = xld.ListOptions(file=company.list_file, settings=company.folder / "bedrijf.toml")
    options = xld.HandOverOptions(
        list=chosen, as_of=date.fromisoformat(DAY), debtor="1", to=xld.Recipient.LAWYER
    )

    result = xld.hand_over(options)

    assert isinstance(result, xld.HandOverResult)
    assert result.dossier.parent == Path(company.folder) / "overdracht"
    assert [event.kind for event in result.recorded] == [xld.EventKind.LEGAL]
    with pytest.raises(xld.Refusal) as refused:
        xld.hand_over(options)
    assert "al overgedragen" in xld.explain(refused.value)
