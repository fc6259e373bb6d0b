"""How percentages, payments, days and choices are typed; what is wrong with them in Dutch."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import click

from xl_dunning.frontends.cli_types import Amount, Day
from xl_dunning.frontends.messages_nl import sentence
from xl_dunning.law.own_rates import is_plausible

_PERCENT = re.compile(r"(\d{1,2})(?:[.,](\d{1,4}))?\s*%?")


class Percent(click.ParamType[Decimal]):
    """A percentage a year, typed as 8, 10.40, 10,40 or 10,40%."""

    name = "procent"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        """The percentage, or a usage error in Dutch."""
        if isinstance(value, Decimal):
            return value
        match = _PERCENT.fullmatch(str(value).strip())
        percent = Decimal(f"{match[1]}.{match[2] or '0'}") if match else Decimal(0)
        if not is_plausible(percent):
            self.fail(sentence("OWN_RATE_PERCENT", {"where": "", "value": str(value)}), param, ctx)
        return Decimal(f"{match[1]}.{match[2]}") if match and match[2] else percent.to_integral()


class OneOf(click.Choice[str]):
    """One of a few words."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The word, or a usage error in Dutch."""
        if value not in self.choices:
            choices = ", ".join(self.choices)
            details = {"where": "", "value": str(value), "choices": choices}
            self.fail(sentence("FIELD_NOT_ONE_OF", details), param, ctx)
        return str(value)


class Days(click.ParamType[int]):
    """A small number of days."""

    name = "aantal"
    most = 30

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number, or a usage error in Dutch."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and int(text) <= self.most):
            self.fail(sentence("DAYS_SPELLING", {"value": text, "most": self.most}), param, ctx)
        return int(text)


class Paid(click.ParamType[tuple[date, Decimal]]):
    """A payment, typed as 2026-03-01:250 or 01-03-2026:250,00."""

    name = "datum:bedrag"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, Decimal]:
        """The day and the amount, or a usage error in Dutch."""
        if isinstance(value, tuple):
            return value
        day, sign, paid = str(value).partition(":")
        if not sign:
            self.fail(sentence("PAYMENT_SPELLING", {"value": str(value)}), param, ctx)
        return Day().convert(day, param, ctx), Amount().convert(paid, param, ctx)
