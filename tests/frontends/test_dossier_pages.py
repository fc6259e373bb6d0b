"""The pages of a dossier: currencies, credits and VAT, and what each further day adds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.rules import claims_world
from tests.rules.world import World, item
from tests.workflow.handover_world import US, asked
from xl_dunning.frontends.dossier.claim_page import claim_page
from xl_dunning.frontends.dossier.claimed import Claimed
from xl_dunning.frontends.dossier.index_page import index_page
from xl_dunning.frontends.dossier.interest_page import interest_page
from xl_dunning.rules.events import Channel, EventKind
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import euro
from xl_dunning.workflow.pages import CellOfPage, Page, PageTable

DAY = date(2026, 11, 21)


def claimed(world: World, *, country: str = "nl", **rules: object) -> Claimed:
    return Claimed(
        handover=asked(world, DAY),
        rules=claims_world.rules(country, **rules),
        letter_files={},
    )


def tables(page: Page) -> list[PageTable]:
    return [section.table for section in page.sections if section.table]


def words(page: Page) -> str:
    return "\n".join(text for section in page.sections for text in section.paragraphs)


def posts(page: Page) -> dict[CellOfPage, CellOfPage]:
    """The lines of the claim in the index."""
    return {
        row[0]: row[1]
        for table in tables(page)
        if table.columns[0].header == "Post"
        for row in (*table.rows, table.totals)
    }


def index(found: Claimed) -> Page:
    return index_page(found, US, files=(), findings=())


def test_a_credit_is_a_line_of_its_own_and_taken_off() -> None:
    world = claims_world.world(DebtorKind.BUSINESS)
    world.items.append(item("C1", None, "-50.00", ref=3, description="retour"))
    found = claimed(world)
    (*_, credit) = tables(claim_page(found))[0].rows
    assert credit[:2] == ("C1", "Tegoed: retour")
    assert credit[6] == credit[-1] == euro(-50)
    told = posts(index(found))
    assert (told["Hoofdsom (2 facturen)"], told["Af: tegoed"]) == (euro(450), euro(-50))
    (claim,) = found.handover.claims
    assert told["Totaal"] == claim.total == euro(400) + claim.interest + claim.costs


def test_interest_runs_over_what_the_credit_leaves() -> None:
    world = claims_world.world(DebtorKind.BUSINESS)
    without = claimed(world).handover.claims[0]
    world.items.append(item("C1", None, "-50.00", ref=3))
    assert claimed(world).handover.claims[0].interest < without.interest


def test_each_currency_has_its_own_tables_and_no_interest_but_the_euro() -> None:
    world = claims_world.world(DebtorKind.BUSINESS)
    world.items.append(item("D1", date(2026, 9, 1), "500.00", ref=3, currency="USD"))
    found = claimed(world)
    statement = claim_page(found)
    assert [table.currency for table in tables(statement)] == ["EUR", "USD"]
    assert [section.title for section in statement.sections[:2]] == [
        "Per factuur, in EUR",
        "Per factuur, in USD",
    ]
    assert [table.currency for table in tables(interest_page(found))] == ["EUR"]
    assert "Over factuur D1 is geen rente berekend." in words(interest_page(found))


def test_vat_over_the_costs_has_a_column_only_when_it_is_charged() -> None:
    world = claims_world.world(DebtorKind.CONSUMER, charges_vat=True)
    for invoice in ("A", "B"):
        world.record(EventKind.LETTER, date(2026, 8, 31), invoice=invoice, stage="herinnering")
        world.record(
            EventKind.EMAIL,
            date(2026, 9, 25),
            invoice=invoice,
            stage="veertiendagenbrief",
            channel=Channel.EMAIL,
            document="brief.docx",
        )
    table = tables(claim_page(claimed(world, charges_vat=True)))[0]
    headers = [column.header for column in table.columns]
    at = headers.index("Btw kosten")
    assert table.totals[at] == euro("14.18")  # 21 % over 67.50
    plain = tables(claim_page(claimed(claims_world.world(DebtorKind.BUSINESS))))[0]
    assert "Btw kosten" not in [column.header for column in plain.columns]


def test_the_totals_of_every_table_are_the_sums_of_their_columns() -> None:
    found = claimed(claims_world.world(DebtorKind.BUSINESS))
    for page in (claim_page(found), interest_page(found)):
        for table in tables(page):
            for at, told in enumerate(table.totals):
                if told is not None and at:
                    column = [row[at] for row in table.rows]
                    assert told == sum(value for value in column if value is not None)  # type: ignore[misc]


def test_without_interest_nothing_is_said_of_days_and_years() -> None:
    world = claims_world.world(DebtorKind.BUSINESS, interest="geen")
    found = claimed(world, interest="geen")
    assert words(interest_page(found)) == "Er is geen rente berekend."
    assert "Er loopt geen rente door." in words(claim_page(found))


def test_belgian_interest_is_not_said_to_bear_interest_itself() -> None:
    dutch = words(interest_page(claimed(claims_world.world(DebtorKind.BUSINESS))))
    world = claims_world.world(DebtorKind.BUSINESS, country="be")
    belgian = words(interest_page(claimed(world, country="be")))
    assert "Na elk vol jaar" in dutch
    assert "Na elk vol jaar" not in belgian


def test_a_payment_in_the_log_is_shown_beside_the_claim() -> None:
    world = claims_world.world(DebtorKind.BUSINESS)
    world.items = [
        replace(each, amount=euro(200)) if each.invoice == "A" else each for each in world.items
    ]
    world.record(
        EventKind.PAYMENT, date(2026, 10, 1), invoice="A", amount=euro(100), note="per bank"
    )
    page = claim_page(claimed(world))
    (*_, payments) = tables(page)
    assert payments.rows == ((date(2026, 10, 1), "A", "betaling", euro(100), "per bank"),)
    assert tables(page)[0].rows[0][4:7] == (euro(200), euro(100), euro(100))
