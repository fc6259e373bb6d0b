"""How days, amounts and answers are typed on the command line."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import click

from xl_dunning.frontends.messages_nl import sentence
from xl_dunning.rules.agreements.schedule import schedule_from
from xl_dunning.rules.events import Instalment
from xl_dunning.sheets.amounts import Amount as ReadAmount
from xl_dunning.sheets.amounts import text_amount
from xl_dunning.sheets.days import Day as ReadDay
from xl_dunning.sheets.days import text_day


def today() -> date:
    """The day on this computer's clock."""
    return datetime.now().astimezone().date()  # noqa: TID251 - a frontend may read the clock


class Day(click.ParamType[date]):
    """A day, typed as 2026-11-21 or 21-11-2026."""

    name = "datum"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day, or a usage error in Dutch."""
        if isinstance(value, date):
            return value
        read = text_day(str(value))
        if not isinstance(read, ReadDay):
            self.fail(sentence("LOG_DATE_WRONG", {"value": str(value)}), param, ctx)
        return read.value


class Amount(click.ParamType[Decimal]):
    """An amount in euro, typed as 1210.50, 1210,50 or 1.210,50."""

    name = "bedrag"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        """The amount to the cent, or a usage error in Dutch."""
        if isinstance(value, Decimal):
            return value
        read = text_amount(str(value))
        if not isinstance(read, ReadAmount):
            self.fail(sentence("LOG_AMOUNT_WRONG", {"value": str(value)}), param, ctx)
        return read.value


class Schedule(click.ParamType[tuple[Instalment, ...]]):
    """The instalments of a plan, as ``rules.agreements.schedule`` reads them."""

    name = "termijnen"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Instalment, ...]:
        """The instalments, or a usage error in Dutch."""
        if isinstance(value, tuple):
            return value
        read = schedule_from(str(value))
        if read is None:
            self.fail(sentence("LOG_SCHEDULE_WRONG", {"value": str(value)}), param, ctx)
        return read


class Answer(click.ParamType[tuple[str, str]]):
    """A column of the list, typed as Vervaldatum=Datum2 or Vervaldatum=G."""

    name = "veld=kolom"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """The field and the column."""
        if isinstance(value, tuple):
            return value
        field, sign, column = str(value).partition("=")
        if not (field.strip() and sign and column.strip()):
            self.fail("typ veld=kolom, bijvoorbeeld Vervaldatum=G.", param, ctx)
        return field.strip(), column.strip()
