"""Beleid kiezen: the stages of a shipped policy come on the sheet Beleid."""

from __future__ import annotations

from xl_dunning.frontends.live_door import POLICY, SETTINGS
from xl_dunning.frontends.ribbon.desk import Press, Sentence, Told, Tone
from xl_dunning.frontends.ribbon.showing import show_sheet
from xl_dunning.frontends.ribbon.tables import read_table
from xl_dunning.policies.loader import shipped_policies
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.policy import DunningPolicy
from xl_dunning.rules.policy_table import TABLE_HEADERS, rows_of_policy
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.live import Book, read_grid, write_values
from xl_dunning.sheets.sidesheets import setting_cells
from xl_dunning.sheets.words import compact, is_blank

_TABLE = "tblBeleid"
_KEYS = (compact("beleid"), compact("aanmaanbeleid"))


def choose(press: Press) -> Told:
    """Put the chosen policy on Beleid; asks which one when none was named.

    The choice is the number of the policy in the question, or its name without its hyphens.

    Raises:
        Refusal: POLICY_CHOICE_UNKNOWN, LIVE_SHEET_GONE, LIVE_WRITE_FAILED; nothing was changed.
    """
    policies = shipped_policies()
    if not press.choice:
        listed = "; ".join(f"{at} {policy.name}" for at, policy in enumerate(policies, start=1))
        return Told(sentences=(("ASK_POLICY", {"listed": listed}),), tone=Tone.CHOOSE)
    policy = _named(press.choice, policies)
    book = press.book
    grid = read_grid(book, only=(POLICY, SETTINGS))
    table = read_table(book, grid, sheet=POLICY, name=_TABLE, typed=TABLE_HEADERS)
    rows = rows_of_policy(policy)
    table.write(book, rows)
    overruled = _set_aside(book, grid)
    show_sheet(book, POLICY)
    done: list[Sentence] = [("POLICY_CHOSEN", {"title": policy.title, "stages": len(rows)})]
    if overruled:
        done.append(("POLICY_SETTING_EMPTIED", {}))
    return Told(sentences=tuple(done))


def _named(choice: str, policies: tuple[DunningPolicy, ...]) -> DunningPolicy:
    if choice.isdecimal() and 1 <= int(choice) <= len(policies):
        return policies[int(choice) - 1]
    for policy in policies:
        if compact(policy.name) == compact(choice):
            return policy
    raise Refusal(
        "POLICY_CHOICE_UNKNOWN",
        choice=choice,
        names=", ".join(policy.name for policy in policies),
    )


def _set_aside(book: Book, grid: Grid) -> bool:
    """Empty the setting that would go before the sheet Beleid; tells whether it held anything."""
    sheet = next((sheet for sheet in grid.sheets if sheet.name == SETTINGS), None)
    for row, key, at in setting_cells(sheet) if sheet else ():
        if compact(key) in _KEYS and not is_blank(row.cells.get(at)):
            write_values(
                book, SETTINGS, top=row.number, left=at + 1, rows=[(None,)], old_bottom=row.number
            )
            return True
    return False
