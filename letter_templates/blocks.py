"""The parts of a letter that stand in square brackets in its source: tables and payment details."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from letter_templates import page
from letter_templates.labels import Labels

_NUMBER = "{{ factuur.nummer }}{% if factuur.is_creditnota %} CREDIT{% endif %}"
_LATE = ((36, 24, 24, 24, 29, 29), 3)
_OPEN = ((44, 31, 31, 30, 30), 3)
_DEFAULT = ((36, 24, 24, 28, 27, 27), 4)
_DELIVERED = ((28, 42, 23, 23, 25, 25), 4)
"""Widths of the columns in millimetres, and the first one with figures to the right."""
_CLAIMED = (("heeft_btw_incassokosten", "vat_statement"), ("heeft_rente_per_dag", "per_day"))
"""What is said below a specification: when, and by which of the labels."""
_INTEREST = ((26, 20, 22, 12, 25, 17, 20, 24), 3)


def invoices(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """The invoices with how many days each is late."""
    number, issued, due, late, amount, left = labels.invoices
    _invoices(
        letter,
        labels,
        _LATE,
        (
            (number, _NUMBER),
            (issued, "{{ factuur.datum }}"),
            (due, "{{ factuur.vervaldatum }}"),
            (late, "{{ factuur.dagen }}"),
            (amount, "{{ factuur.bedrag }}"),
            (left, "{{ factuur.openstaand }}"),
        ),
    )


def open_invoices(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """The invoices of an agreement: no days are counted, and the letter may ask another sum."""
    number, issued, due, _, amount, left = labels.invoices
    _invoices(
        letter,
        labels,
        _OPEN,
        (
            (number, _NUMBER),
            (issued, "{{ factuur.datum }}"),
            (due, "{{ factuur.vervaldatum }}"),
            (amount, "{{ factuur.bedrag }}"),
            (left, "{{ factuur.openstaand }}"),
        ),
        sum_label=labels.total_open,
    )


def defaults(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """The invoices with the day on which default began for each."""
    number, issued, due, _, amount, left = labels.invoices
    _invoices(
        letter,
        labels,
        _DEFAULT,
        (
            (number, _NUMBER),
            (issued, "{{ factuur.datum }}"),
            (due, "{{ factuur.vervaldatum }}"),
            (labels.default_since, "{{ factuur.verzuim_sinds }}"),
            (amount, "{{ factuur.bedrag }}"),
            (left, "{{ factuur.openstaand }}"),
        ),
    )


def deliveries(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """The invoices with what each is for."""
    number, issued, due, _, amount, left = labels.invoices
    _invoices(
        letter,
        labels,
        _DELIVERED,
        (
            (number, _NUMBER),
            (labels.delivered, "{{ factuur.omschrijving }}"),
            (issued, "{{ factuur.datum }}"),
            (due, "{{ factuur.vervaldatum }}"),
            (amount, "{{ factuur.bedrag }}"),
            (left, "{{ factuur.openstaand }}"),
        ),
    )


def specification(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """Principal, interest, costs and VAT, one under the other; only when more is claimed."""
    _specification(letter, labels, labels.total_due, sentences=_CLAIMED)


def open_specification(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """The same where interest stops as long as an agreement is kept."""
    _specification(letter, labels, labels.total_open, sentences=_CLAIMED[:1])


def _specification(
    letter: Any,  # noqa: ANN401
    labels: Labels,
    sum_label: str,
    *,
    sentences: Sequence[tuple[str, str]],
) -> None:
    page.add_text(letter, "{%p if heeft_specificatie %}")
    rows = (
        (labels.principal, "{{ hoofdsom }}"),
        ("{%tr if heeft_rente %}", ""),
        (labels.interest, "{{ rente }}"),
        ("{%tr endif %}", ""),
        ("{%tr if heeft_incassokosten %}", ""),
        (labels.costs, "{{ incassokosten }}"),
        ("{%tr endif %}", ""),
        ("{%tr if heeft_btw_incassokosten %}", ""),
        (labels.vat, "{{ btw_incassokosten }}"),
        ("{%tr endif %}", ""),
        (f"**{sum_label}**", "**{{ totaal }}**"),
    )
    sums(letter, rows)
    page.add_gap(letter)
    for condition, name in sentences:
        page.add_text(letter, f"{{%p if {condition} %}}")
        page.add_text(letter, getattr(labels, name))
        page.add_text(letter, "{%p endif %}")
    page.add_text(letter, "{%p endif %}")


def interest(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """Every line of the interest; only when interest is claimed."""
    page.add_text(letter, "{%p if heeft_rente %}")
    title = page.add_text(letter, labels.interest_title, "Betreft")
    title.paragraph_format.space_before = page.points(14)
    title.paragraph_format.keep_with_next = True
    values = ("factuur", "van", "tot_en_met", "dagen", "over", "percentage", "rente", "artikel")
    table = listing(
        letter,
        _INTEREST,
        [
            (heading, f"{{{{ regel.{value} }}}}")
            for heading, value in zip(labels.interest_lines, values, strict=True)
        ],
        loop="regel in rentespecificatie",
        rows=5,
    )
    for column in range(len(values)):
        page.rule(table.cell(4, column), "top", size=8)
    label = table.cell(4, 0).merge(table.cell(4, 5))
    page.put(label, f"**{labels.interest}**", "Tabel")
    page.put(table.cell(4, 6), "**{{ rente }}**", "Tabel", right=True)
    page.add_gap(letter)
    page.add_text(letter, "{%p endif %}")


def payment(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """What the payer must fill in, with the last day to pay."""
    _payment(letter, labels, with_date=True)


def payment_without_date(letter: Any, labels: Labels) -> None:  # noqa: ANN401
    """The same for letters that may name no day: their term runs from delivery."""
    _payment(letter, labels, with_date=False)


BLOCKS: Mapping[str, Callable[[Any, Labels], None]] = {
    "[facturen]": invoices,
    "[facturen open]": open_invoices,
    "[verzuim]": defaults,
    "[leveringen]": deliveries,
    "[specificatie]": specification,
    "[specificatie open]": open_specification,
    "[rente]": interest,
    "[betaling]": payment,
    "[betaling zonder datum]": payment_without_date,
}


def _invoices(
    letter: Any,  # noqa: ANN401
    labels: Labels,
    layout: tuple[Sequence[float], int],
    columns: Sequence[tuple[str, str]],
    *,
    sum_label: str = "",
) -> None:
    named = [(heading, text.replace("CREDIT", labels.credit)) for heading, text in columns]
    table = listing(letter, layout, named, loop="factuur in facturen", rows=7)
    # Where more is claimed, the specification below begins with this very sum.
    last = len(columns) - 1
    for row, tag in ((4, "{%tr if not heeft_specificatie %}"), (6, "{%tr endif %}")):
        page.put(table.cell(row, 0), tag, "Tabel")
    label = table.cell(5, 0).merge(table.cell(5, last - 1))
    page.put(label, f"**{sum_label or labels.total_due}**", "Tabel")
    page.put(table.cell(5, last), "**{{ hoofdsom }}**", "Tabel", right=True)
    for column in range(len(columns)):
        page.rule(table.cell(5, column), "top", size=8)
    page.add_gap(letter)


def listing(
    letter: Any,  # noqa: ANN401
    layout: tuple[Sequence[float], int],
    columns: Sequence[tuple[str, str]],
    *,
    loop: str,
    rows: int,
) -> Any:  # noqa: ANN401
    """Headings, a row for each of the loop, and empty rows below up to the number of ``rows``."""
    widths, first_right = layout
    table = page.new_table(letter, widths, rows=rows)
    for column, (heading, text) in enumerate(columns):
        right = column >= first_right
        page.put(table.cell(0, column), heading, "Tabelkop", right=right)
        page.put(table.cell(2, column), text, "Tabel", right=right)
        page.rule(table.cell(0, column), "bottom", size=8)
    page.repeat_on_every_page(table.rows[0])
    page.put(table.cell(1, 0), f"{{%tr for {loop} %}}", "Tabel")
    page.put(table.cell(3, 0), "{%tr endfor %}", "Tabel")
    table.rows[0].cells[0].paragraphs[0].paragraph_format.keep_with_next = True
    return table


def sums(letter: Any, rows: Sequence[tuple[str, str]]) -> Any:  # noqa: ANN401
    """Labels with amounts, one under the other on one page; the last row is their sum."""
    table = page.new_table(letter, (137, 29), rows=len(rows))
    for row, (label, amount) in enumerate(rows):
        paragraph = page.put(table.cell(row, 0), label, "Tabel")
        paragraph.paragraph_format.keep_with_next = row < len(rows) - 1
        page.put(table.cell(row, 1), amount, "Tabel", right=True)
    for row in (table.rows[0], table.rows[-1]):
        for cell in row.cells:
            page.rule(cell, "top", size=8)
    return table


def _payment(letter: Any, labels: Labels, *, with_date: bool) -> None:  # noqa: ANN401
    """With the QR code beside it; never over two pages."""
    amount, last_day, iban, holder, reference = labels.payment
    lines = [
        # Not the total: a letter about a plan asks for an instalment. The QR code says the same.
        (amount, "**{{ te_betalen }}**"),
        (last_day, "**{{ te_betalen_uiterlijk }}**"),
        (iban, "{{ bedrijf.iban }}"),
        (holder, "{{ bedrijf.naam }}"),
        (reference, "{{ betalingskenmerk }}"),
    ]
    if not with_date:
        del lines[1]
    table = page.new_table(letter, (42, 91, 33), rows=len(lines), padding=3)
    for row, (label, value) in enumerate(lines):
        last = row == len(lines) - 1
        for column, (text, style) in enumerate(((label, "Betaling kop"), (value, "Betaling"))):
            paragraph = page.put(table.cell(row, column), text, style)
            paragraph.paragraph_format.keep_with_next = not last
            page.shade(table.cell(row, column))
    code = table.cell(0, 2).merge(table.cell(len(lines) - 1, 2))
    page.shade(code)
    page.put(code, "{{ qr_code }}", "Label")
    for text in ("{%p if heeft_qr_code %}", labels.scan, "{%p endif %}"):
        page.add_text(code, text, "Label")
    page.add_gap(letter)
