"""The act itself: the dossier and its registration stand together, or neither does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from tests.rules.world import World, item, letter, policy
from tests.workflow.handover_world import asked
from xl_dunning.casefile.store import DatabaseCaseFile, open_casefile
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.money import euro
from xl_dunning.workflow.hand_over import HandedOver, hand_over
from xl_dunning.workflow.handover_claim import Handover, Recipient
from xl_dunning.workflow.ports import Move, Run

DAY = date(2026, 11, 21)
RUN = Run(id="2026-11-21-1", reference_date=DAY)
TYPED = Event(id="t1", on=DAY, debtor="1", kind=EventKind.CALL, note="getypt")


def a_world() -> World:
    return World(
        policy=policy(letter("herinnering", 5)),
        items=[
            replace(item("F1", date(2026, 10, 1)), reminders_sent=1),
            item("F2", date(2026, 10, 2), "250.00"),
        ],
    )


@dataclass
class OnDisk:
    """Writes a little file, or runs out of room."""

    full: bool = False

    def write(self, staged: str) -> str:
        Path(staged).write_bytes(b"half")
        if self.full:
            raise Refusal("HANDOVER_NOT_WRITTEN", file="Dossier.zip", folder="overdracht")
        return "ab" * 32


@dataclass
class Desk:
    """A case file, the place for the dossier, and the world that is handed over."""

    folder: Path
    world: World

    @property
    def casefile(self) -> DatabaseCaseFile:
        return open_casefile(str(self.folder / "dossier.sqlite"))

    @property
    def place(self) -> Path:
        return self.folder / "Dossier.zip"

    def act(
        self, *, full: bool = False, to: Recipient = Recipient.AGENCY, meanwhile: bool = False
    ) -> HandedOver:
        agreed = asked(self.world, DAY, to=to)
        if meanwhile:
            self.world.record(EventKind.DISPUTE, DAY, invoice="F1")
        ids = count()

        def again(_log: Sequence[Event]) -> Handover:
            return asked(self.world, DAY, to=to)

        return hand_over(
            agreed,
            casefile=self.casefile,
            again=again,
            run=replace(RUN, letters_dir=str(self.place)),
            place=Move(staged=str(self.folder / ".bezig.zip"), final=str(self.place)),
            dossier=OnDisk(full=full),
            document=self.place.name,
            note="Incassobureau De Vries",
            new_id=lambda: f"n{next(ids)}",
            typed=[TYPED],
        )

    @property
    def logged(self) -> list[Event]:
        return list(self.casefile.events())

    @property
    def on_disk(self) -> set[str]:
        return {path.name for path in self.folder.iterdir() if path.suffix == ".zip"}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(folder=tmp_path, world=a_world())


def test_each_invoice_gets_one_event_with_the_dossier_and_to_whom_it_went(desk: Desk) -> None:
    done = desk.act()
    told = [
        (each.invoice, each.kind, each.amount, each.document, each.note, each.run)
        for each in done.recorded
    ]
    document, note = "Dossier.zip", "Incassobureau De Vries"
    assert told == [
        ("F1", EventKind.HANDOVER, euro(100), document, note, RUN.id),
        ("F2", EventKind.HANDOVER, euro(250), document, note, RUN.id),
    ]
    assert {each.sha256 for each in done.recorded} == {"ab" * 32}
    assert desk.on_disk == {"Dossier.zip"}


def test_to_a_lawyer_it_is_a_legal_step(desk: Desk) -> None:
    done = desk.act(to=Recipient.LAWYER)
    assert {each.kind for each in done.recorded} == {EventKind.LEGAL}


def test_what_was_typed_and_what_was_sent_before_are_recorded_along(desk: Desk) -> None:
    desk.act()
    kinds = [(each.kind, each.invoice) for each in desk.logged]
    assert kinds == [
        (EventKind.CALL, ""),
        (EventKind.IMPORTED, "F1"),
        (EventKind.HANDOVER, "F1"),
        (EventKind.HANDOVER, "F2"),
    ]


def test_a_full_disk_leaves_nothing_behind(desk: Desk) -> None:
    with pytest.raises(Refusal, match="HANDOVER_NOT_WRITTEN"):
        desk.act(full=True)
    assert (desk.logged, desk.on_disk, desk.casefile.runs()) == ([], set(), ())


def test_what_changed_in_the_meantime_is_not_handed_over(desk: Desk) -> None:
    with pytest.raises(Refusal, match="HANDOVER_CHANGED"):
        desk.act(meanwhile=True)
    assert (desk.logged, desk.on_disk, desk.casefile.runs()) == ([], set(), ())
