"""Every field of what is recorded comes back from the database as it went in."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.casefile.samples import unnumbered
from xl_dunning.casefile.opening import memory_engine, transaction
from xl_dunning.casefile.schema import prepare
from xl_dunning.casefile.store import DatabaseCaseFile, open_casefile
from xl_dunning.rules.events import Channel, Event, EventKind, Instalment, Outcome
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.workflow.ports import Run

texts = st.text("abé €\n\"';=-0", max_size=12)
days = st.dates(date(1990, 1, 1), date(2100, 1, 1))
amounts = st.decimals("-99999999.99", "99999999.99", places=2)
maybe = st.none()

OF_EVENTS: dict[str, Any] = {
    "id": st.uuids().map(str),
    "on": days,
    "debtor": texts,
    "kind": st.sampled_from(EventKind),
    "invoice": texts,
    "stage": texts,
    "channel": maybe | st.sampled_from(Channel),
    "pay_by": maybe | days,
    "amount": maybe | amounts,
    "until": maybe | days,
    "note": texts,
    "document": texts,
    "sha256": texts,
    "run": texts,
    "voids": texts,
    "sequence": st.just(0),
    "outcome": maybe | st.sampled_from(Outcome),
    "schedule": st.lists(
        st.builds(Instalment, due_on=days, amount=st.decimals("0.01", "99999999.99", places=2)),
        max_size=4,
    ).map(lambda parts: tuple(sorted(parts, key=lambda part: part.due_on))),
    "by": texts,
    "template": texts,
    "about": texts,
}
OF_OBSERVATIONS: dict[str, Any] = {
    "on": days,
    "debtor": texts,
    "invoice": texts,
    "open": maybe | amounts,
    "currency": st.sampled_from(["EUR", "USD"]),
    "due_date": maybe | days,
    "invoice_date": maybe | days,
    "amount": maybe | amounts,
    "run": texts,
}
OF_RUNS: dict[str, Any] = {
    "id": st.uuids().map(str),
    "reference_date": days,
    "undone": st.just(False),
    "letters_dir": texts,
    "output": texts,
    "creditor": texts,
    "iban": texts,
    "by_hand": texts,
}


events = st.builds(Event, **OF_EVENTS)
observations = st.builds(Observation, **OF_OBSERVATIONS)
runs = st.builds(Run, **OF_RUNS)


def new_casefile() -> DatabaseCaseFile:
    engine = memory_engine()
    with transaction(engine, name="proef", writing=True) as connection:
        prepare(connection, name="proef")
    return DatabaseCaseFile(engine, name="proef", path="", kept=False)


@settings(max_examples=40)
@given(run=runs, log=st.lists(events, max_size=3), seen=st.lists(observations, max_size=3))
def test_what_a_run_records_comes_back(run: Run, log: list[Event], seen: list[Observation]) -> None:
    casefile = new_casefile()
    casefile.begin(run, [])
    casefile.commit(run, log, seen)

    assert [unnumbered(event) for event in casefile.events()] == log
    assert list(casefile.observations()) == seen
    assert casefile.runs() == (run,)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(log=st.lists(events, min_size=1, max_size=5))
def test_it_comes_back_from_a_file_as_well(tmp_path: Path, log: list[Event]) -> None:
    path = str(tmp_path / f"{log[0].id}.db")
    open_casefile(path).append(log)
    assert [unnumbered(event) for event in open_casefile(path, create=False).events()] == log


def test_no_field_is_left_out_of_these_tests() -> None:
    """A field that is new and stays at its default here would prove nothing."""
    told = {Event: OF_EVENTS, Observation: OF_OBSERVATIONS, Run: OF_RUNS}
    for kind, drawn in told.items():
        assert set(drawn) == {field.name for field in fields(kind)}
