"""Blocks of the letters about agreements and terms: instalments, consent, account, scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from letter_templates import page
from letter_templates.blocks import listing, sums
from letter_templates.labels import Labels

_PLAN = ((24, 46, 42, 54), 2)
_STATE = ((22, 32, 30, 30, 32, 20), 2)
_PAID = ((52, 38, 38, 38), 3)
_SCALE = ((70, 96), 2)
"""Widths of the columns in millimetres, and the first one with figures to the right."""


def instalments(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """The instalments as they are proposed or agreed, with what is left after each."""
    number, until, amount, after = labels.plan
    table = listing(
        letter,
        _PLAN,
        (
            (number, "{{ termijn.nummer }}"),
            (until, "{{ termijn.vervaldag }}"),
            (amount, "{{ termijn.bedrag }}"),
            (after, "{{ termijn.daarna }}"),
        ),
        loop="termijn in termijnen",
        rows=5,
    )
    _sum_row(table, labels.plan_total, {2: "{{ afspraak.totaal_termijnen }}"})
    page.add_gap(letter)


def state_of_instalments(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """The instalments of a running plan: what is paid of each, and which are late."""
    number, until, amount, paid, left, state = labels.plan_state
    word = (
        f"{{% if termijn.is_betaald %}}{labels.paid}"
        f"{{% elif termijn.te_laat %}}**{labels.late}**{{% endif %}}"
    )
    table = listing(
        letter,
        _STATE,
        (
            (number, "{{ termijn.nummer }}"),
            (until, "{{ termijn.vervaldag }}"),
            (amount, "{{ termijn.bedrag }}"),
            (paid, "{{ termijn.betaald }}"),
            (left, "{{ termijn.rest }}"),
            (state, word),
        ),
        loop="termijn in termijnen",
        rows=5,
    )
    sums = {
        2: "{{ afspraak.totaal_termijnen }}",
        3: "{{ afspraak.betaald }}",
        4: "{{ afspraak.rest }}",
    }
    _sum_row(table, labels.plan_total, sums)
    page.add_gap(letter)


def paid_invoices(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """The invoices that have been paid, with no amount to pay; nothing when there are none."""
    number, issued, due, _, amount, _ = labels.invoices
    page.add_text(letter, "{%p if heeft_betaalde_facturen %}")
    listing(
        letter,
        _PAID,
        (
            (number, "{{ factuur.nummer }}"),
            (issued, "{{ factuur.datum }}"),
            (due, "{{ factuur.vervaldatum }}"),
            (amount, "{{ factuur.bedrag }}"),
        ),
        loop="factuur in facturen if factuur.is_betaald",
        rows=4,
    )
    page.add_gap(letter)
    page.add_text(letter, "{%p endif %}")


def consent(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """Where the debtor signs, to send the letter back; never over two pages."""
    page.add_gap(letter, 22)
    table = page.new_table(letter, (32, 90), rows=len(labels.consent_lines) + 1)
    title = table.cell(0, 0).merge(table.cell(0, 1))
    page.put(title, f"**{labels.consent}**", "Tabel").paragraph_format.keep_with_next = True
    for row, label in enumerate(labels.consent_lines, start=1):
        last = row == len(labels.consent_lines)
        paragraph = page.put(table.cell(row, 0), label, "Label")
        paragraph.paragraph_format.space_before = page.points(28 if last else 8)
        paragraph.paragraph_format.keep_with_next = not last
        page.rule(table.cell(row, 1), "bottom")
    page.add_gap(letter)


def account(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """Where to pay, in a letter that asks for no amount."""
    iban, holder, reference = labels.account
    lines = (
        (iban, "{{ bedrijf.iban }}"),
        (holder, "{{ bedrijf.naam }}"),
        (reference, labels.account_reference),
    )
    table = page.new_table(letter, (42, 124), rows=len(lines), padding=3)
    for row, (label, value) in enumerate(lines):
        for column, (text, style) in enumerate(((label, "Betaling kop"), (value, "Betaling"))):
            paragraph = page.put(table.cell(row, column), text, style)
            paragraph.paragraph_format.keep_with_next = row < len(lines) - 1
            page.shade(table.cell(row, column))
    page.add_gap(letter)


def scale(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """The scale of collection costs; nothing when none may be claimed by it."""
    amount, costs = labels.scale
    page.add_text(letter, "{%p if heeft_staffel %}")
    listing(
        letter,
        _SCALE,
        ((amount, "{{ schijf.bedrag }}"), (costs, "{{ schijf.kosten }}")),
        loop="schijf in voorwaarden.staffel",
        rows=4,
    )
    page.add_gap(letter)
    page.add_text(letter, labels.scale_limits)
    page.add_text(letter, "{%p endif %}")


def example(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """What one late invoice would cost, line by line."""
    invoice, interest, costs, vat, together = labels.example
    rows = (
        (invoice, "{{ voorwaarden.voorbeeld_bedrag }}"),
        ("{%tr if rekent_rente %}", ""),
        (interest, "{{ voorwaarden.voorbeeld_rente }}"),
        ("{%tr endif %}", ""),
        ("{%tr if rekent_kosten %}", ""),
        (costs, "{{ voorwaarden.voorbeeld_kosten }}"),
        ("{%tr endif %}", ""),
        ("{%tr if rekent_btw_over_kosten %}", ""),
        (vat, "{{ voorwaarden.voorbeeld_btw }}"),
        ("{%tr endif %}", ""),
        (f"**{together}**", "**{{ voorwaarden.voorbeeld_samen }}**"),
    )
    table = sums(letter, rows)
    # So that it goes to the next page together with the last words, which would look lost there.
    for cell in table.column_cells(0):
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    page.add_gap(letter).paragraph_format.keep_with_next = True


AGREEMENT_BLOCKS: Mapping[str, Callable[[Any, Labels], None]] = {
    "[termijnen]": instalments,
    "[stand van de termijnen]": state_of_instalments,
    "[betaalde facturen]": paid_invoices,
    "[akkoord]": consent,
    "[rekening]": account,
    "[staffel]": scale,
    "[rekenvoorbeeld]": example,
}


def _sum_row(table: Any, label: str, sums: Mapping[int, str]) -> None:  # noqa: ANN401
    """The last row of a listing: its label, and sums by their column."""
    row = len(table.rows) - 1
    for column in range(len(table.columns)):
        page.rule(table.cell(row, column), "top", size=8)
    for column in range(len(table.columns)):
        text = sums.get(column, "" if column else label)
        page.put(table.cell(row, column), f"**{text}**", "Tabel", right=column > 0)
