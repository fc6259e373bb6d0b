"""The worksheet functions for xlwings on Windows, in workbooks without our VBA.

Not tried in a real Excel: xlwings offers functions on Windows only and needs a setting of Excel
that firms mostly forbid ("Trust access to the VBA project object model"). ``Debiteuren.xlsm`` does
not use this: its functions are VBA. Import this module only where xlwings is installed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

import xlwings as xw

from xl_dunning.frontends import functions
from xl_dunning.frontends.messages_nl import refusal_text, sentence
from xl_dunning.rules.findings import Refusal

Answer: TypeAlias = int | float | str | datetime
"""What goes into the cell; a text says why there is no figure."""


@xw.func
def xld_dagen_te_laat(vervaldatum: object, peildatum: object) -> Answer:
    """Dagen na de vervaldatum; 0 tot en met die dag."""
    return _said(lambda: functions.dagen_te_laat(_day(vervaldatum), _day(peildatum)))


@xw.func
def xld_wettelijke_rente(
    hoofdsom: object,
    vervaldatum: object,
    tot_en_met: object,
    soort: object = None,
    recht: object = None,
) -> Answer:
    """Wettelijke rente in euro, vanaf de dag na de vervaldatum tot en met een dag."""
    return _said(
        lambda: functions.wettelijke_rente(
            _amount(hoofdsom), _day(vervaldatum), _day(tot_en_met), _word(soort), _word(recht)
        )
    )


@xw.func
def xld_incassokosten(
    hoofdsom: object, datum: object, soort: object = None, recht: object = None
) -> Answer:
    """Incassokosten in euro, zonder btw, volgens de staffel op een dag."""
    return _said(
        lambda: functions.incassokosten(_amount(hoofdsom), _day(datum), _word(soort), _word(recht))
    )


@xw.func
def xld_uiterste_betaaldatum(briefdatum: object, dagen: object, recht: object = None) -> Answer:
    """Uiterste betaaldatum: zoveel dagen later, op een werkdag."""
    return _said(
        lambda: functions.uiterste_betaaldatum(_day(briefdatum), _whole(dagen), _word(recht))
    )


def _said(answer: Callable[[], Any]) -> Answer:
    try:
        found = answer()
    except Refusal as refusal:
        return refusal_text(refusal)
    except (TypeError, ValueError):
        return sentence("FUNCTION_ARGUMENT", {})
    if isinstance(found, Decimal):
        return float(found)
    if isinstance(found, date):
        return datetime(found.year, found.month, found.day)  # noqa: DTZ001 - a cell knows no zone
    return int(found)


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    raise TypeError


def _amount(value: object) -> Decimal:
    """As typed: the shortest decimal that gives this float."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(repr(value))
    raise TypeError


def _whole(value: object) -> int:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise TypeError


def _word(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    raise TypeError
