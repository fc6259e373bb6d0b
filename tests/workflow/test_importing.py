"""A new export over the list of last week: what stays, what is new, what goes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dunning.workflow.importing import (
    FROM_EXPORT,
    TableValues,
    Value,
    is_empty,
    merge_debtors,
    merge_invoices,
)

RESULTS = ("Fase", "Actie")


def row(number: str, debtor: str = "7", open_: str = "100", **more: Value) -> dict[str, Value]:
    return {
        "Factuurnummer": number,
        "Debiteurnummer": debtor,
        "Vervaldatum": date(2026, 11, 1),
        "Openstaand": Decimal(open_),
        **{name.replace("_", " "): value for name, value in more.items()},
    }


KEPT = [
    # What stood there, what the export says, the header, what stands there then, and why.
    (row("1", Betwist="ja"), row("1"), "Betwist", "ja", "a mark of hers"),
    (row("1", Betwist="ja"), row("1", Betwist=None), "Betwist", "ja", "the export lacks it"),
    (row("1"), row("1", Betwist="ja"), "Betwist", "ja", "the export knows of a dispute"),
    (row("1", Notitie="x"), row("1"), "Notitie", "x", "a column of her own"),
    (row("1", Omschrijving="hers"), row("1"), "Omschrijving", "hers", "the export has none"),
    (row("1", Omschrijving="old"), row("1", Omschrijving="new"), "Omschrijving", "new", "it has"),
    (row("1"), row("1", open_="40"), "Openstaand", Decimal(40), "an amount is of the books"),
    (
        row("1", Factuurdatum=date(2026, 10, 1)),
        row("1", Factuurdatum=None),
        "Factuurdatum",
        date(2026, 10, 1),
        "a list without invoice dates does not take them away",
    ),
    (row("1"), {**row("1"), "Openstaand": None}, "Openstaand", None, "what is open, hers is not"),
    (row("1", Debiteurnaam="A"), row("1", Debiteurnaam="B"), "Debiteurnaam", "B", "so is a name"),
    (row("1", Fase="x"), row("1"), "Fase", "x", "nothing changed: the result stands"),
    (row("1", Fase="x"), row("1", open_="40"), "Fase", None, "it was computed for another amount"),
    (row("007", "012"), row("7", "12"), "Factuurnummer", "007", "zeros differ: hers stays"),
    (row("007", "012"), row("7", "12"), "Debiteurnummer", "012", "her log has that number"),
    (
        row("1", Overslaan="ja", Reden_overslaan=f"{FROM_EXPORT}status"),
        row("1"),
        "Overslaan",
        None,
        "the export held it last week and does so no longer",
    ),
    (
        row("1", Overslaan="ja", Reden_overslaan="wacht op creditnota"),
        row("1"),
        "Overslaan",
        "ja",
        "she held it herself",
    ),
]


@pytest.mark.parametrize(
    ("known", "exported", "header", "then", "why"), KEPT, ids=[case[-1] for case in KEPT]
)
def test_a_known_invoice(
    known: TableValues, exported: TableValues, header: str, then: Value, why: str
) -> None:
    merged = merge_invoices([known], [exported], computed=RESULTS)
    (one,) = merged.rows
    assert one.get(header) == then, why
    assert (merged.known, merged.added, merged.gone) == (1, (), ())


def test_new_ones_come_below_and_paid_ones_go() -> None:
    merged = merge_invoices(
        [row("1"), row("2"), row("3")], [row("9"), row("3"), row("1")], computed=RESULTS
    )
    assert [one["Factuurnummer"] for one in merged.rows] == ["1", "3", "9"], "her order stays"
    assert merged.added == (("7", "9"),)
    assert [one["Factuurnummer"] for one in merged.gone] == ["2"]


def test_a_new_invoice_gets_the_number_of_its_debtor_as_she_has_it() -> None:
    """Her log knows debtor 012; the export of this week dropped the zero."""
    merged = merge_invoices([row("1", "012")], [row("1", "12"), row("2", "12")], computed=RESULTS)
    assert [one["Debiteurnummer"] for one in merged.rows] == ["012", "012"]


def test_zeros_count_where_they_tell_two_apart() -> None:
    known = [row("1", "7", Betwist="ja"), row("1", "007")]
    merged = merge_invoices(known, [row("1", "007"), row("1", "7")], computed=RESULTS)
    assert [(one["Debiteurnummer"], one.get("Betwist")) for one in merged.rows] == [
        ("7", "ja"),
        ("007", None),
    ]


def test_a_doubled_key_keeps_both_rows() -> None:
    """Both are held until she made them one; none of them may go unseen."""
    merged = merge_invoices([row("1", Betwist="ja")], [row("1"), row("1")], computed=RESULTS)
    assert len(merged.rows) == 2
    assert merged.added == (("7", "1"),)


def test_a_row_without_number_is_known_by_its_amount_and_date() -> None:
    known = row("", open_="-25", Overslaan="ja")
    merged = merge_invoices([known], [row("", open_="-25")], computed=RESULTS)
    assert merged.rows[0]["Overslaan"] == "ja"
    other = merge_invoices([known], [row("", open_="-30")], computed=RESULTS)
    assert other.rows[0].get("Overslaan") is None
    assert len(other.gone) == 1


SUSPECT = [
    (10, 4, True, "six of ten are gone"),
    (10, 5, False, "half of them: a good week"),
    (10, 0, True, "another company's list, or an empty one"),
    (4, 0, False, "four invoices may all be paid"),
    (0, 0, False, "there was nothing yet"),
]


@pytest.mark.parametrize(("before", "still", "suspect", "why"), SUSPECT)
def test_a_list_that_lost_too_much_is_suspect(
    before: int, still: int, suspect: bool, why: str
) -> None:
    known = [row(str(number)) for number in range(before)]
    merged = merge_invoices(known, known[:still] or [row("x")], computed=RESULTS)
    assert merged.is_suspect is suspect, why


def test_empty_rows_of_the_table_are_no_invoices() -> None:
    merged = merge_invoices([{}, {"Dagen te laat": 0}], [row("1")], computed=RESULTS)
    assert len(merged.rows) == 1
    assert merged.gone == ()


def test_debtors_keep_what_she_typed_and_get_what_was_blank() -> None:
    known = [
        {"Debiteurnummer": "012", "Naam": "Jansen", "E-mail": "hers@x.example", "Plaats": " "},
        {"Debiteurnummer": "99", "Naam": "Nergens meer"},
    ]
    exported = [
        {"Debiteurnummer": "12", "Naam": "JANSEN BV", "E-mail": "old@x.example", "Plaats": "Ede"},
        {"Debiteurnummer": "13", "Naam": "Nieuw"},
    ]
    merged = merge_debtors(known, exported)
    assert [dict(one) for one in merged.rows] == [
        {"Debiteurnummer": "012", "Naam": "Jansen", "E-mail": "hers@x.example", "Plaats": "Ede"},
        {"Debiteurnummer": "99", "Naam": "Nergens meer"},
        {"Debiteurnummer": "13", "Naam": "Nieuw"},
    ]
    assert merged.added == (("13", ""),)


numbers = st.text("0123", min_size=0, max_size=3)
rows = st.lists(
    st.builds(row, numbers, numbers.filter(bool)),
    max_size=12,
)


@given(rows, rows)
def test_no_row_of_the_export_gets_lost_and_none_of_hers_unseen(
    known: list[dict[str, Value]], exported: list[dict[str, Value]]
) -> None:
    merged = merge_invoices(known, exported, computed=RESULTS)
    assert len(merged.rows) == len(exported)
    assert merged.known + len(merged.gone) == len([one for one in known if not is_empty(one)])
    assert len(merged.added) == len(exported) - merged.known
