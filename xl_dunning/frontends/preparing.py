"""Everything a command needs to know before it starts: list, settings, policies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from xl_dunning.frontends.door import FILE_DOOR, Door
from xl_dunning.frontends.options import ListOptions
from xl_dunning.law.calendar import is_holiday, is_working_day
from xl_dunning.law.freshness import overruled, stale
from xl_dunning.law.loader import load_law
from xl_dunning.law.own_rates import OWN_RATES_FILE, OwnRate, read_own_rates
from xl_dunning.letters.sender import sender_problems
from xl_dunning.policies.loader import Policies, load_all
from xl_dunning.rules.findings import Finding, Place, Refusal, Severity
from xl_dunning.rules.owed import ClaimRules
from xl_dunning.rules.policy_rows import policy_from_rows
from xl_dunning.rules.settings import Settings
from xl_dunning.rules.settings_rules import settings_from_both
from xl_dunning.rules.terms import Terms
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.masters import with_debtors
from xl_dunning.sheets.reader import read_debtors, understand
from xl_dunning.sheets.reading import Reading
from xl_dunning.toml_file import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A list that was read, with the settings and policies that hold for it."""

    grid: Grid
    reading: Reading
    settings: Settings
    policies: Policies
    own_rates: tuple[OwnRate, ...]
    findings: tuple[Finding, ...]

    @property
    def terms(self) -> Terms:
        """What rules the proposal besides the list and the log."""
        return Terms(
            policy=self.policies.default,
            policies={name.casefold(): policy for name, policy in self.policies.by_name.items()},
            is_working_day=is_working_day(self.settings.jurisdiction),
            minimum_amount=self.settings.minimum_amount,
            address_required=self.settings.address_required,
            law=self.settings.jurisdiction,
            creditor=self.settings.creditor,
            claims=self.claims,
        )

    @property
    def claims(self) -> ClaimRules:
        """How interest and costs are counted."""
        settings = self.settings
        country = settings.jurisdiction
        return ClaimRules(
            law=load_law(country, own_rates=self.own_rates),
            is_working_day=is_working_day(country),
            is_holiday=is_holiday(country),
            interest=settings.interest,
            term_agreed=settings.term_agreed is not False,
            term_assumed=settings.term_agreed is None,
            business_costs=settings.business_costs,
            charges_vat=settings.charges_vat,
            lump_sum_agreed=settings.lump_sum_agreed,
            day_count=settings.day_count,
        )

    def about_the_law(self, day: date) -> tuple[Finding, ...]:
        """Figures that somebody should look up again, and own rates that a newer one replaces."""
        law = self.claims.law
        return (*stale(law, on=day), *overruled(law, self.own_rates))

    @property
    def sender_problems(self) -> tuple[Finding, ...]:
        """What is missing before a letter can bear the user's name."""
        return sender_problems(self.settings.creditor)

    @property
    def may_send(self) -> bool:
        """Whether the sender's own data allow a letter at all."""
        return not any(problem.severity is Severity.ERROR for problem in self.sender_problems)


def prepare(
    options: ListOptions,
    *,
    remembered: Mapping[str, Mapping[str, str]],
    door: Door = FILE_DOOR,
) -> Prepared:
    """Read the list, through that door, with everything that belongs to it.

    Raises:
        Refusal: when the list, the settings or a policy can't be used.
    """
    file = read_toml(options.settings) if options.settings else {}
    file_name = options.settings.name if options.settings else ""
    of_file, _ = settings_from_both(sheet={}, file=file, file_name=file_name)
    grid = door.read(options)
    reading = _read(grid, options, of_file, remembered)
    settings, wrong = settings_from_both(sheet=reading.settings, file=file, file_name=file_name)
    if any(finding.severity is Severity.ERROR for finding in wrong):
        raise Refusal("SETTINGS_WRONG", findings=wrong)
    answers = of_file.columns if door.has_own_headers else settings.columns
    if (answers, settings.payment_term) != (of_file.columns, of_file.payment_term):
        # The sheet Instellingen holds answers about the list itself: read it again with them.
        reading = _read(grid, options, replace(settings, columns=answers), remembered)
    masters, of_masters = read_debtors(options.debtors) if options.debtors else ({}, ())
    if masters:
        reading = with_debtors(reading, masters)
    policies, of_policies = _policies(options, settings, reading)
    return Prepared(
        grid=grid,
        reading=reading,
        settings=settings,
        policies=policies,
        own_rates=read_own_rates(options.file.parent / OWN_RATES_FILE),
        findings=(*reading.findings, *wrong, *of_masters, *of_policies),
    )


def located(findings: tuple[Finding, ...], reading: Reading) -> tuple[Finding, ...]:
    """The findings with the row of their invoice, where the rules could not know it."""
    rows = {item.key: reading.rows[item.ref] for item in reading.ledger.items}
    return tuple(
        replace(finding, place=Place(sheet=reading.layout.sheet, row=row))
        if finding.place is None and (row := rows.get((finding.debtor, finding.invoice)))
        else finding
        for finding in findings
    )


def _read(
    grid: Grid,
    options: ListOptions,
    settings: Settings,
    remembered: Mapping[str, Mapping[str, str]],
) -> Reading:
    return understand(
        grid,
        path=options.file,
        sheet=options.sheet,
        columns={**settings.columns, **options.columns},
        remembered=remembered,
        payment_term=settings.payment_term,
    )


def _policies(
    options: ListOptions, settings: Settings, reading: Reading
) -> tuple[Policies, tuple[Finding, ...]]:
    """The policy asked for; else that of the settings; else the sheet Beleid; else standaard."""
    chosen = options.policies or ((settings.policy,) if settings.policy else ())
    if chosen or not reading.policy:
        policies = load_all(chosen)
        return policies, policies.findings
    typed, findings = policy_from_rows(
        [row.values for row in reading.policy], places=[row.place for row in reading.policy]
    )
    if typed is None:
        raise Refusal("POLICY_WRONG", origin="Beleid", findings=findings)
    policies = load_all(())
    by_name = {**policies.by_name, typed.name: typed}
    return Policies(default=typed, by_name=by_name), findings
