"""The commands about the law: claim and deadline."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from xl_dunning.frontends.cli_law_types import Days, OneOf, Paid, Percent
from xl_dunning.frontends.cli_types import Amount, Day, today
from xl_dunning.frontends.dutch_click import DutchCommand
from xl_dunning.frontends.finding_json import finding_json
from xl_dunning.frontends.law_desk import answer_claim, law_at_hand, letter_term
from xl_dunning.frontends.law_report import claim_json, claim_lines, term_json, term_lines
from xl_dunning.frontends.reporting import DONE
from xl_dunning.law.loader import COUNTRIES
from xl_dunning.law.own_rates import OWN_RATES_FILE
from xl_dunning.rules.claim import Payment
from xl_dunning.rules.claim_question import ClaimQuestion, LetterSent
from xl_dunning.rules.events import Channel
from xl_dunning.rules.interest import DayCount
from xl_dunning.rules.ledger import DebtorKind

_CHANNELS = [Channel.POST.value, Channel.EMAIL.value]


def law_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Which country's law, which rates of the user's own, and for whom the output is."""
    for option in reversed(
        (
            click.option(
                "--law",
                "country",
                type=OneOf(COUNTRIES),
                default="nl",
                help="Rechtsstelsel: nl (gebruikelijk) of be.",
            ),
            click.option(
                "--own-rates",
                type=click.Path(path_type=Path),
                default=Path(OWN_RATES_FILE),
                metavar="BESTAND",
                help=f"Eigen rentepercentages; zonder deze optie {OWN_RATES_FILE} in deze map.",
            ),
            click.option("--json", "as_json", is_flag=True, help="Uitvoer voor programma's."),
        )
    ):
        command = option(command)
    return command


_delivery_days = click.option(
    "--delivery-days",
    type=Days(),
    metavar="AANTAL",
    help="Na zoveel bezorgdagen geldt de brief als bezorgd, in plaats van wat de wet vermoedt.",
)


@click.command(
    "claim",
    cls=DutchCommand,
    help="Reken uit wat er verschuldigd is: hoofdsom, rente en incassokosten, regel voor regel.",
)
@click.option("--principal", required=True, type=Amount(), metavar="BEDRAG", help="De hoofdsom.")
@click.option(
    "--due",
    required=True,
    type=Day(),
    metavar="DATUM",
    help="Vervaldatum; erna loopt rente.",
)
@click.option(
    "--as-of", type=Day(), metavar="DATUM", help="Tot en met welke dag; zonder deze optie vandaag."
)
@click.option(
    "--kind",
    required=True,
    type=OneOf([kind.value for kind in DebtorKind]),
    help="De debiteur: consument (consumer) of bedrijf (business).",
)
@click.option(
    "--rate", type=Percent(), metavar="PROCENT", help="Afgesproken rente per jaar, enkelvoudig."
)
@click.option("--compound", is_flag=True, help="Tel de afgesproken rente elk jaar bij de hoofdsom.")
@click.option(
    "--payment",
    "payments",
    multiple=True,
    type=Paid(),
    metavar="DATUM:BEDRAG",
    help="Een betaling, bijvoorbeeld 2026-03-01:250; mag vaker.",
)
@click.option("--vat", is_flag=True, help="Reken btw over de incassokosten; mag zelden.")
@click.option(
    "--letter-sent",
    type=Day(),
    metavar="DATUM",
    help="Verzending van de veertiendagenbrief (België: eerste herinnering) aan een consument.",
)
@click.option(
    "--channel", type=OneOf(_CHANNELS), default="post", help="Hoe die brief is verstuurd."
)
@_delivery_days
@click.option(
    "--day-count",
    type=OneOf([count.value for count in DayCount]),
    default=DayCount.ACT_365.value,
    help="Dagen per jaar: act/365 (gebruikelijk) of act/act (366 in een schrikkeljaar).",
)
@click.option("--small-creditor", is_flag=True, help="België: de schuldeiser is een kmo.")
@law_options
def claim_command(
    *,
    country: str,
    own_rates: Path,
    as_json: bool,
    as_of: date | None,
    letter_sent: date | None,
    channel: str,
    delivery_days: int | None,
    kind: str,
    payments: tuple[tuple[date, Decimal], ...],
    **asked: Any,  # noqa: ANN401 - each typed by its option and by ClaimQuestion
) -> int:
    """Answer one question about a claim."""
    question = ClaimQuestion(
        principal=asked["principal"],
        due=asked["due"],
        as_of=as_of or today(),
        kind=DebtorKind(kind),
        payments=tuple(Payment(on=on, amount=paid) for on, paid in payments),
        letter=LetterSent(on=letter_sent, channel=Channel(channel), delivery_days=delivery_days)
        if letter_sent
        else None,
        agreed=asked["rate"],
        compounding=asked["compound"],
        vat=asked["vat"],
        small_creditor=asked["small_creditor"],
        day_count=DayCount(asked["day_count"]),
    )
    at_hand = law_at_hand(country, own_rates=own_rates, today=today())
    answer = answer_claim(question, law=at_hand.law)
    findings = (*answer.findings, *at_hand.findings)
    if as_json:
        say_json(claim_json(answer, findings))
    else:
        say(claim_lines(question, answer, findings, country=country))
    return DONE


@click.command(
    "deadline",
    cls=DutchCommand,
    help="Bereken de termijn van een veertiendagenbrief (België: eerste herinnering).",
)
@click.option("--sent", required=True, type=Day(), metavar="DATUM", help="De dag van verzending.")
@click.option("--channel", required=True, type=OneOf(_CHANNELS), help="Per post of per e-mail.")
@_delivery_days
@law_options
def deadline_command(
    *,
    sent: date,
    channel: str,
    delivery_days: int | None,
    country: str,
    own_rates: Path,
    as_json: bool,
) -> int:
    """Delivery, last day to pay, and the first day of costs."""
    at_hand = law_at_hand(country, own_rates=own_rates, today=today())
    term, about_term = letter_term(
        sent, channel=Channel(channel), law=at_hand.law, delivery_days=delivery_days
    )
    findings = (*about_term, *at_hand.findings)
    if as_json:
        found = [finding_json(finding) for finding in findings]
        say_json({**term_json(term), "findings": found})
    else:
        say(term_lines(term, findings))
    return DONE


def say_json(report: dict[str, Any]) -> None:
    """One object on standard output."""
    say([json.dumps(report, ensure_ascii=False, indent=2)])


def say(lines: Iterable[str]) -> None:
    """Lines on standard output."""
    for line in lines:
        click.echo(line)
