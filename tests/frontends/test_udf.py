"""The functions for xlwings answer what the pure functions answer; xlwings itself is not run."""

from __future__ import annotations

from datetime import datetime

import pytest

pytest.importorskip("xlwings", reason="the extra excel is not installed")

from xl_dunning.frontends import udf

DUE, UNTIL = datetime(2024, 1, 1), datetime(2026, 1, 1)  # noqa: DTZ001 - as a cell gives them

ASKED = [
    (udf.xld_dagen_te_laat(DUE, UNTIL), 731, "days"),
    (
        udf.xld_wettelijke_rente(1000.0, DUE, UNTIL, "zakelijk"),
        243.69,
        "61.99 + 61.75 + 0.31, then 61.81 + 57.83 over 1124.05",
    ),
    (udf.xld_incassokosten(1000.0, UNTIL), 150.0, "costs as a float"),
    (
        udf.xld_uiterste_betaaldatum(datetime(2026, 12, 11), 14.0),  # noqa: DTZ001
        datetime(2026, 12, 28),  # noqa: DTZ001
        "Christmas and the weekend after it",
    ),
    (
        udf.xld_incassokosten("x", UNTIL),
        "Een van de waarden is geen datum, bedrag of woord. Kijk de cellen na.",
        "a text is no amount",
    ),
    (
        udf.xld_incassokosten(1.0, UNTIL, "vereniging"),
        "De soort “vereniging” kennen wij niet. Kies consument of zakelijk.",
        "a kind is not guessed",
    ),
]


@pytest.mark.parametrize(("found", "wanted", "why"), ASKED)
def test_a_cell_gets_the_answer_or_the_sentence(found: object, wanted: object, why: str) -> None:
    assert found == wanted, why
