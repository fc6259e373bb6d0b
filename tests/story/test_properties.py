"""The properties of the facts (dunning.md, P1-P13) on the history of the story, seen from outside.

P4 is part of P7 and P12, P9 of P3. P8 (other debtors change nothing) and P13 (a crash) are proven
elsewhere, on random histories and killed runs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256
from itertools import groupby, pairwise
from pathlib import Path

from tests.acceptance.books import Row
from tests.acceptance.company import Ran
from tests.story.holding import day_of, holding, standing, steps
from tests.story.paper import paper_of
from tests.story.play import Story
from xl_dunning.policies.loader import shipped_policies
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.policy import DunningPolicy

_MADE = ("file", "sha256")
"""What only a letter that was made has."""


def test_p1_every_step_is_the_next_one(story: Story) -> None:
    taken = defaultdict[tuple[str, str], list[Row]](list)
    for row in standing(story.log):
        if row["Fase"]:
            taken[row["Debiteurnummer"], row["Factuurnummer"]].append(row)
    assert len(taken) > 40
    for (debtor, invoice), rows in taken.items():
        groups = [(stage, list(own)) for stage, own in groupby(rows, key=lambda row: row["Fase"])]
        order = _stages(story, debtor)
        assert [stage for stage, _ in groups] == order[: len(groups)], invoice
        # Only a call that reached nobody is made again.
        earlier = [row["Uitkomst"] for _, own in groups for row in own[:-1]]
        assert set(earlier) <= {"niet bereikt", "voicemail"}, invoice


def test_p2_steps_lie_apart_and_no_letter_goes_before_the_day_that_the_last_one_named(
    story: Story,
) -> None:
    letters = defaultdict[str, list[Row]](list)
    for row in steps(standing(story.log)):
        letters[row["Factuurnummer"]].append(row)
    for sent in letters.values():
        policy = _policy(story, sent[0]["Debiteurnummer"])
        for before, after in pairwise(sent):
            days = day_of(after["Datum"]) - day_of(before["Datum"])
            assert days.days >= policy.minimum_interval
            assert day_of(after["Datum"]) > day_of(before["Betalen voor"])


def test_p3_no_letter_about_what_is_paid_disputed_blocked_promised_or_planned(
    story: Story,
) -> None:
    log = standing(story.log)
    for letter in steps(log):
        rows = story.day(day_of(letter["Datum"])).rows
        (row,) = (row for row in rows if row["Factuurnummer"] == letter["Factuurnummer"])
        assert Decimal(str(row["Openstaand"])) >= Decimal(str(letter["Bedrag"])) > 0
        assert list(holding(log, letter)) == [], letter


def test_p5_a_second_run_on_a_day_makes_nothing(story: Story) -> None:
    twice = [day for day in story.days if day.again]
    assert len(twice) == 2
    for day in twice:
        assert day.again
        assert day.run.letters or day.run.carried_out
        assert (day.again.letters, day.again.carried_out) == ([], {})


def test_p6_a_run_that_was_taken_back_comes_back_the_same(story: Story) -> None:
    (day,) = (day for day in story.days if day.taken_back)
    assert day.taken_back
    assert day.taken_back.letters
    assert _letters(day.run) == _letters(day.taken_back)
    assert day.run.carried_out == day.taken_back.carried_out


def test_p7_p12_a_dry_run_on_the_list_from_bottom_to_top_gives_the_letters_of_the_real_run(
    story: Story,
) -> None:
    tried = [day for day in story.days if day.dry]
    assert len(tried) == len(story.days) // 5
    assert sum(len(day.run.letters) for day in tried) > 10
    for day in tried:
        assert day.dry
        assert _letters(day.dry) == _letters(day.run)
        assert day.dry.reasons == day.run.reasons


def test_p10_no_invoice_ever_loses_a_step(story: Story) -> None:
    level: dict[str, int] = {}
    for day in story.days:
        for invoice, number in day.run.levels.items():
            assert number >= level.get(invoice, 0), (day.on, invoice)
            level[invoice] = number
    assert max(level.values()) >= 5


def test_p11_the_total_of_every_letter_is_the_sum_of_its_lines_and_charges(story: Story) -> None:
    read = 0
    for day in story.days:
        items = {item["invoice"]: item for item in day.run.json["items"]}
        for letter in day.run.letters:
            if not letter["stage"]:
                continue
            claimed = [
                Decimal(items[each]["open"]) - Decimal(items[each]["disputed"] or 0)
                for each in letter["invoices"]
            ]
            credits_ = [Decimal(items[each]["open"]) for each in letter["credits"]]
            charged = Decimal(letter["interest"]) + Decimal(letter["costs"])
            assert sum(claimed + credits_) == Decimal(letter["principal"])
            assert Decimal(letter["total"]) == Decimal(letter["principal"]) + charged
            paper = paper_of(Path(letter["file"]))
            assert list(paper.lines) == [*letter["invoices"], *letter["credits"]]
            assert sum(paper.lines.values()) == Decimal(letter["principal"])
            assert sum(paper.interest) == Decimal(letter["interest"])
            assert paper.asked == Decimal(letter["total"])
            read += 1
    assert read > 60


def test_no_document_is_made_twice_and_each_is_the_file_on_disk(story: Story) -> None:
    names: Counter[tuple[str, str]] = Counter()
    for row in standing(story.log):
        if row["Document"]:
            names[row["Document"], row["Factuurnummer"]] += 1
            (path,) = _places(story, row)
            assert sha256(path.read_bytes()).hexdigest() == row["Vingerafdruk"], path
    assert names
    assert set(names.values()) == {1}


def test_every_letter_that_was_made_is_in_the_log(story: Story) -> None:
    logged = {row["Vingerafdruk"] for row in standing(story.log)}
    assert set(story.company.letters_on_disk().values()) <= logged


def test_no_run_ever_doubts_what_was_typed(story: Story) -> None:
    codes = {code for day in story.days for code in day.run.codes}
    assert codes == {
        "CALL_PASSED_OVER",  # Evenementenbureau Vuurwerk, that nobody rings
        "NO_CHANNEL",  # R. Peters, whose address is not known
        "DISPUTE_OVERDUE",  # De Blauwe Reiger, that waits for an answer
        "WRONG_NUMBER",  # Naald & Draad
    }


def _policy(story: Story, debtor: str) -> DunningPolicy:
    (row,) = (row for row in story.script.debtors if row["Debiteurnummer"] == debtor)
    policies = {policy.name: policy for policy in shipped_policies()}
    return policies[row.get("Beleid", "standaard")].for_term(agreed=True)


def _stages(story: Story, debtor: str) -> list[str]:
    (row,) = (row for row in story.script.debtors if row["Debiteurnummer"] == debtor)
    kind = DebtorKind.CONSUMER if row["Soort"] == "consument" else DebtorKind.BUSINESS
    return [stage.key for stage in _policy(story, debtor).stages_for(kind, "nl")]


def _letters(run: Ran) -> list[Mapping[str, object]]:
    return [
        {name: value for name, value in letter.items() if name not in _MADE}
        for letter in run.letters
    ]


def _places(story: Story, row: Row) -> list[Path]:
    folder = story.company.folder
    return [
        path
        for path in (
            folder / "brieven" / row["Ronde"] / row["Document"],
            folder / "overdracht" / row["Document"],
        )
        if path.exists()
    ]
