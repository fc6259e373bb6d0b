"""E-mails klaarzetten: a draft for each debtor with a letter of the last run. Nothing is recorded.

The letter itself was recorded by the run; a draft only carries it. Between the two days may have
passed: a debtor who paid, disputed or agreed something since gets no draft.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from xl_dunning.casefile.store import open_casefile
from xl_dunning.frontends.check import CheckResult, check
from xl_dunning.frontends.live_door import list_in, live_door
from xl_dunning.frontends.messages_nl import counted
from xl_dunning.frontends.ribbon.days import reference_date
from xl_dunning.frontends.ribbon.desk import Press, Told
from xl_dunning.letters.mail import MailFile, MailInvoice, MailLetter, addresses, mail_draft
from xl_dunning.letters.names import letter_name, unique_names
from xl_dunning.rules.events import Event, taken_back
from xl_dunning.rules.findings import Detail, Refusal
from xl_dunning.workflow.ports import Run
from xl_dunning.workflow.still_right import is_still_right

_SUFFIX = ".eml"


def prepare_mails(press: Press) -> Told:
    """Write the drafts into the folder of the letters.

    Raises:
        Refusal: MAILS_NO_LETTERS, MAILS_FOLDER_GONE, MAILS_NOT_WRITTEN.
    """
    options = list_in(press.book)
    casefile = open_casefile(options.casefile_or_default, create=False)
    runs = _last_with_letters(casefile.runs())
    events = casefile.events()
    gone = taken_back(events)
    # What she typed since the letters were made counts here as it would in a run.
    now = check(options, as_of=reference_date(press), door=live_door(press.book))
    decisions = {decision.item.key: decision for decision in now.proposal.decisions}
    drafts: dict[Path, bytes] = {}
    without: list[str] = []
    outdated: list[str] = []
    for run in runs:
        folder = Path(run.letters_dir)
        if not folder.is_dir():
            raise Refusal("MAILS_FOLDER_GONE", folder=str(folder))
        sent = _by_debtor(event for event in events if event.run == run.id)
        right = {
            number: letters
            for number, letters in sent.items()
            if all(
                is_still_right(letter, decisions, taken_back=gone) for letter in letters.values()
            )
        }
        outdated += sorted(sent.keys() - right.keys())
        made, failed = _drafts(right, now, run, folder)
        drafts |= {folder / name: draft for name, draft in made.items()}
        without += failed
    try:
        for path, draft in drafts.items():
            path.write_bytes(draft)
    except OSError as reason:
        raise Refusal("MAILS_NOT_WRITTEN", folder=runs[-1].letters_dir) from reason
    return Told(
        sentences=tuple(_sentences(len(drafts), without, outdated, Path(runs[-1].letters_dir))),
        state={("xldMails", "label"): f"E-mails ({len(drafts)})"},
    )


def _last_with_letters(runs: Sequence[Run]) -> list[Run]:
    """The runs that made letters on the last day that one did; refused when all were taken back.

    She may have made the letters of one debtor first and those of the others after.
    """
    made = [run for run in runs if run.letters_dir and not run.letters_dir.endswith(".zip")]
    day = made[-1].reference_date if made else None
    standing = [run for run in made if run.reference_date == day and not run.undone]
    if not standing:
        raise Refusal("MAILS_NO_LETTERS")
    return standing


def _by_debtor(events: Iterable[Event]) -> Mapping[str, Mapping[str, list[Event]]]:
    """Debtor number to file name of a letter to the events of its items."""
    sent: dict[str, dict[str, list[Event]]] = defaultdict(lambda: defaultdict(list))
    for event in events:
        if event.document:
            sent[event.debtor][event.document].append(event)
    return sent


def _drafts(
    sent: Mapping[str, Mapping[str, list[Event]]], now: CheckResult, run: Run, folder: Path
) -> tuple[dict[str, bytes], list[str]]:
    """File name to draft, and the debtors that can't get one."""
    prepared = now.prepared
    creditor = prepared.settings.creditor
    ledger = prepared.reading.ledger
    items = {item.key: item for item in ledger.items}
    policies = (*prepared.policies.by_name.values(), prepared.policies.default)
    titles = {stage.key: stage.title for policy in policies for stage in policy.stages}
    wanted: list[str] = []
    drafts: list[bytes] = []
    without: list[str] = []
    for number, documents in sorted(sent.items()):
        debtor = ledger.debtor(number)
        files = [file for name in documents for file in _files(folder, name)]
        if not addresses(debtor.email) or not any(f.name in documents for f in files):
            without.append(number)
            continue
        letters = [
            MailLetter(
                title=titles.get(events[0].stage) or _title(document),
                invoices=tuple(
                    MailInvoice(
                        number=event.invoice,
                        due_date=item.due_date if item else None,
                        open=event.amount,
                        currency=item.currency if item else "EUR",
                    )
                    for event in events
                    if event.invoice
                    for item in (items.get((event.debtor, event.invoice)),)
                ),
                pay_by=events[0].pay_by,
            )
            for document, events in documents.items()
        ]
        drafts.append(
            mail_draft(
                debtor,
                letters,
                files,
                sender=creditor.name,
                letter_date=run.reference_date,
                phone=creditor.phone,
            )
        )
        wanted.append(
            letter_name(
                stage="E-mail",
                debtor=number,
                name=debtor.name,
                day=run.reference_date,
                suffix=_SUFFIX,
            )
        )
    return dict(zip(unique_names(wanted), drafts, strict=True)), without


def _files(folder: Path, document: str) -> Iterable[MailFile]:
    """The letter and the copies of invoices beside it, as they lie there now."""
    letter = folder / document
    copies = letter.with_suffix("")
    there = sorted(copies.iterdir()) if copies.is_dir() else []
    for path in (letter, *there):
        if path.is_file():
            yield MailFile(name=path.name, content=path.read_bytes())


def _title(document: str) -> str:
    """The name of a letter outside the policy, as its file begins."""
    return document.partition("_")[0]


def _sentences(
    made: int, without: Sequence[str], outdated: Sequence[str], folder: Path
) -> Iterable[tuple[str, Mapping[str, Detail]]]:
    yield (
        "MAILS_READY",
        {"mails": counted(made, "concept-e-mail", "concept-e-mails"), "folder": str(folder)},
    )
    if without:
        yield (
            "MAILS_WITHOUT",
            {"debtors": counted(len(without), "debiteur", "debiteuren"), "first": without[0]},
        )
    if outdated:
        yield (
            "MAILS_OUTDATED",
            {"debtors": counted(len(outdated), "debiteur", "debiteuren"), "first": outdated[0]},
        )
