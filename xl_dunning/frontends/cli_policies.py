"""The command that shows the policies."""

from __future__ import annotations

import click

from xl_dunning.frontends.dutch_click import DutchCommand
from xl_dunning.frontends.messages_nl.reasons import ACTIONS
from xl_dunning.frontends.reporting import DONE
from xl_dunning.policies.loader import load_policy, shipped_policies
from xl_dunning.rules.policy import Action, Audience, DunningPolicy, Stage

_AUDIENCE = {
    Audience.ALL: "",
    Audience.CONSUMER: ", alleen consumenten",
    Audience.BUSINESS: ", alleen bedrijven",
}


@click.command("policies", cls=DutchCommand, help="Toon de aanmaanbeleidsregels en hun stappen.")
@click.argument("names", nargs=-1, metavar="[NAAM]...")
def policies_command(names: tuple[str, ...]) -> int:
    """Show the shipped policies, or those that are named."""
    policies = [load_policy(name) for name in names] or shipped_policies()
    for policy in policies:
        for line in policy_lines(policy):
            click.echo(line)
    return DONE


def policy_lines(policy: DunningPolicy) -> list[str]:
    """A policy as a short text: title, source, and a line for each stage."""
    limits = f"minstens {_days(policy.minimum_interval)} tussen twee stappen"
    if policy.correction_days:
        limits += f", {policy.correction_days} bankdag(en) speling"
    return [
        f"{policy.name}: {policy.title}",
        f"  Bron: {policy.source}",
        f"  Regels: {limits}",
        *(f"  {number}. {_stage(stage)}" for number, stage in enumerate(policy.stages, start=1)),
        "",
    ]


def _stage(stage: Stage) -> str:
    when = f"{_days(stage.after)} na de vervaldatum" if stage.after else "op de vervaldatum"
    if stage.end_of_month:
        when += ", op het eind van die maand"
    term = f", betalen binnen {_days(stage.pay_within)}" if stage.action is Action.LETTER else ""
    return (
        f"{stage.title} ({ACTIONS[stage.action].lower()}): {when}{term}{_AUDIENCE[stage.audience]}"
    )


def _days(count: int) -> str:
    return "1 dag" if count == 1 else f"{count} dagen"
