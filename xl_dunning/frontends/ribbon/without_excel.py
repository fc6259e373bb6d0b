"""Which command does what a button does, for whoever has no Excel on this computer."""

from __future__ import annotations

from collections.abc import Mapping

INSTEAD: Mapping[str, str] = {
    "xldImport": "xl-dunning run {export}",
    "xldCheck": "xl-dunning check {book}",
    "xldCompute": "xl-dunning run {book} --dry-run",
    "xldLetters": "xl-dunning run {book}",
    "xldCalls": "xl-dunning run {book} --dry-run",
    "xldRecordCall": "xl-dunning log add call --debtor NUMMER",
    "xldRecordPromise": "xl-dunning log add promise --debtor NUMMER --until DATUM",
    "xldRecordPlan": "xl-dunning log add plan --debtor NUMMER --instalments TERMIJNEN",
    "xldRecordDispute": "xl-dunning log add dispute --debtor NUMMER --invoice NUMMER",
    "xldHandover": "xl-dunning handover {book} --debtor NUMMER",
    "xldUndo": "xl-dunning undo",
    "xldPolicy": "xl-dunning run {book} --policy NAAM",
    "xldTest": "xl-dunning --version",
}
"""Control id to the command; the other buttons only show or prepare something in Excel."""
