"""What ``Debiteuren.xlsm`` is built from: our own words and columns, handed to the layer excel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from xl_dunning.casefile.agreements import KINDS
from xl_dunning.casefile.words import KIND_WORDS
from xl_dunning.excel.plan import SheetWords, WorkbookPlan
from xl_dunning.frontends import advice_sheet, calendar_sheet, call_sheet, difference_sheet
from xl_dunning.frontends.messages_nl.agreements import AGREEMENT_STATES
from xl_dunning.frontends.messages_nl.reasons import ACTIONS, TODO
from xl_dunning.frontends.messages_nl.workbook_buttons import BUTTONS
from xl_dunning.frontends.messages_nl.workbook_help import HELP
from xl_dunning.frontends.messages_nl.workbook_settings import setting_groups
from xl_dunning.frontends.report_sheets import FINDING_COLUMNS, LOG_COLUMNS, SEVERITY_WORDS
from xl_dunning.frontends.result_columns import RESULT_COLUMNS
from xl_dunning.policies.loader import DEFAULT_POLICY, load_policy, shipped_policies
from xl_dunning.rules.agreements.states import AgreementState
from xl_dunning.rules.findings import Severity
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Reason
from xl_dunning.sheets.marking import MarkValue, OwnSheet
from xl_dunning.shipped import shipped

WORDS = SheetWords(
    letter=ACTIONS[Action.LETTER],
    held=(TODO[Reason.BLOCKED], TODO[Reason.DISPUTED]),
    disputed=TODO[Reason.DISPUTED],
    error=SEVERITY_WORDS[Severity.ERROR],
    attention=SEVERITY_WORDS[Severity.WARNING],
    running=AGREEMENT_STATES[AgreementState.RUNNING],
    late=AGREEMENT_STATES[AgreementState.LATE],
    agreements=tuple(KIND_WORDS[kind] for kind in KINDS),
)


def workbook_plan(
    *,
    settings: Mapping[str, MarkValue] | None = None,
    hidden_sheets: Mapping[str, Sequence[Sequence[MarkValue | bool]]] | None = None,
) -> WorkbookPlan:
    """The plan of an empty workbook with the default policy.

    Args:
        settings: keys of Instellingen that are filled in already.
        hidden_sheets: sheets for the program alone, such as ``_ribbon``: rows from A1.
    """
    return WorkbookPlan(
        policy=load_policy(DEFAULT_POLICY),
        policies=tuple(policy.name for policy in shipped_policies()),
        templates=tuple(
            sorted(path.stem for path in (shipped("letter_templates") / "nl").glob("*.docx"))
        ),
        words=WORDS,
        setting_groups=setting_groups(),
        buttons=BUTTONS,
        help=HELP,
        result_columns=RESULT_COLUMNS,
        own_sheets=empty_own_sheets(),
        settings=settings or {},
        hidden_sheets=hidden_sheets or {},
    )


def empty_own_sheets() -> tuple[OwnSheet, ...]:
    """The sheets that a run fills, without rows."""
    made = partial(OwnSheet, rows=())
    plain = (
        (calendar_sheet.NAME, calendar_sheet.COLUMNS),
        ("Advies", advice_sheet.COLUMNS),
        ("Controle", FINDING_COLUMNS),
        (difference_sheet.NAME, difference_sheet.COLUMNS),
        ("Logboek", LOG_COLUMNS),
    )
    calls = made(
        name=call_sheet.NAME,
        title=call_sheet.NAME,
        columns=call_sheet.COLUMNS,
        frozen=call_sheet.FROZEN,
        pages_wide=2,
    )
    return (calls, *(made(name=name, title=name, columns=columns) for name, columns in plain))
