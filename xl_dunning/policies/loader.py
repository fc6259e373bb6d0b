"""The policies that a run may use: those shipped, and the user's own files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from xl_dunning.rules.fields import similar
from xl_dunning.rules.findings import Finding, Refusal
from xl_dunning.rules.policy import DunningPolicy
from xl_dunning.rules.policy_rules import policy_from
from xl_dunning.toml_file import read_toml

DEFAULT_POLICY = "standaard"
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies:
    """What a debtor's Beleid column may name, and the policy of all who name none."""

    default: DunningPolicy
    by_name: Mapping[str, DunningPolicy]
    findings: tuple[Finding, ...] = ()
    """Warnings about the user's own files."""


@lru_cache(maxsize=1)
def shipped_policies() -> tuple[DunningPolicy, ...]:
    """The six policies that come with the program, the default one first."""
    loaded = (_from_file(path)[0] for path in sorted(_FOLDER.glob("*.toml")))
    return tuple(sorted(loaded, key=lambda policy: (policy.name != DEFAULT_POLICY, policy.name)))


def load_policy(name_or_path: str) -> DunningPolicy:
    """The shipped policy of that name, or the one in that file.

    Raises:
        Refusal: POLICY_UNKNOWN or POLICY_MEANT for a name, POLICY_WRONG with all findings or a
            TOML code for a file.
    """
    return _load(name_or_path)[0]


def load_all(choices: Sequence[str]) -> Policies:
    """The chosen policies beside the shipped ones; the first choice is the default.

    A file whose policy bears a shipped name takes its place: whoever names the file means it.

    Raises:
        Refusal: as ``load_policy``; POLICY_NAME_TWICE when two files bear one name.
    """
    by_name = {policy.name: policy for policy in shipped_policies()}
    origins: dict[str, str] = {}
    chosen: list[DunningPolicy] = []
    findings: list[Finding] = []
    for choice in choices:
        policy, warnings = _load(choice)
        chosen.append(policy)
        findings += warnings
        if not _is_file(choice):
            continue
        first = origins.setdefault(policy.name, choice)
        if by_name.get(policy.name) != policy and first != choice:
            raise Refusal("POLICY_NAME_TWICE", name=policy.name, first=first, second=choice)
        by_name[policy.name] = policy
    default = chosen[0] if chosen else by_name[DEFAULT_POLICY]
    return Policies(default=default, by_name=by_name, findings=tuple(findings))


def _load(choice: str) -> tuple[DunningPolicy, tuple[Finding, ...]]:
    if _is_file(choice):
        return _from_file(Path(choice))
    names = {policy.name: policy for policy in shipped_policies()}
    wanted = choice.strip().lower()
    if wanted in names:
        return names[wanted], ()
    listed = ", ".join(names)
    if meant := similar(choice, names):
        raise Refusal("POLICY_MEANT", name=choice, meant=meant, names=listed)
    raise Refusal("POLICY_UNKNOWN", name=choice, names=listed)


def _is_file(choice: str) -> bool:
    return choice.strip().lower().endswith(".toml")


def _from_file(path: Path) -> tuple[DunningPolicy, tuple[Finding, ...]]:
    policy, findings = policy_from(read_toml(path), origin=path.name)
    if policy is None:
        raise Refusal("POLICY_WRONG", origin=path.name, findings=findings)
    return policy, findings
