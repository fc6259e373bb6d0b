"""A case file as the first version of this program made it: its own tables, word for word.

It holds a letter, a promise and the taking back of a letter; a run that stands and one that was
taken back; and a mapping that the user confirmed.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.casefile.samples import LETTER, PROMISE, RUN, void
from xl_dunning.rules.events import Event
from xl_dunning.workflow.ports import Run

FIRST = replace(LETTER, id="brief-0", document="10023 eerste.docx", note="", run="2026-11-14-1")
EVENTS: tuple[Event, ...] = (FIRST, LETTER, PROMISE, void("intrekking-1", of=FIRST.id))
"""What it holds, as the events of today; the columns that came later are empty."""
RUNS: tuple[Run, ...] = (replace(RUN, id="2026-11-14-1", undone=True), RUN)
MAPPINGS = {"handtekening": {"open": "Saldo"}}

_TABLES = """
    CREATE TABLE xld_version (number {number} NOT NULL, PRIMARY KEY (number));
    CREATE TABLE xld_events (
        sequence {number} NOT NULL, id VARCHAR NOT NULL, "on" DATE NOT NULL,
        debtor VARCHAR NOT NULL, kind VARCHAR NOT NULL, invoice VARCHAR NOT NULL,
        stage VARCHAR NOT NULL, channel VARCHAR, pay_by DATE, amount VARCHAR, until DATE,
        note VARCHAR NOT NULL, document VARCHAR NOT NULL, sha256 VARCHAR NOT NULL,
        run VARCHAR NOT NULL, voids VARCHAR NOT NULL, PRIMARY KEY (sequence), UNIQUE (id)
    );
    CREATE INDEX ix_xld_events_debtor ON xld_events (debtor);
    CREATE TABLE xld_runs (
        sequence {number} NOT NULL, id VARCHAR NOT NULL, reference_date DATE NOT NULL,
        letters_dir VARCHAR NOT NULL, state VARCHAR NOT NULL, computer VARCHAR NOT NULL,
        output VARCHAR NOT NULL, creditor VARCHAR NOT NULL, iban VARCHAR NOT NULL,
        PRIMARY KEY (sequence), UNIQUE (id)
    );
    CREATE TABLE xld_mappings (
        signature VARCHAR NOT NULL, columns VARCHAR NOT NULL, PRIMARY KEY (signature)
    );
    CREATE TABLE xld_moves (
        position {number} NOT NULL, run VARCHAR NOT NULL, staged VARCHAR NOT NULL,
        final VARCHAR NOT NULL, PRIMARY KEY (position), FOREIGN KEY(run) REFERENCES xld_runs (id)
    );
"""
_SQLITE_TRIGGERS = """
    CREATE TRIGGER xld_events_no_update BEFORE UPDATE ON xld_events
        BEGIN SELECT RAISE(ABORT, 'xld_events is append-only'); END;
    CREATE TRIGGER xld_events_no_delete BEFORE DELETE ON xld_events
        BEGIN SELECT RAISE(ABORT, 'xld_events is append-only'); END;
"""
_POSTGRES_TRIGGER = """
    CREATE FUNCTION xld_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'xld_events is append-only'; END $$;
    CREATE TRIGGER xld_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE
        ON xld_events EXECUTE FUNCTION xld_append_only();
"""
_ROWS = """
    INSERT INTO xld_version (number) VALUES (1);
    INSERT INTO xld_events (id, "on", debtor, kind, invoice, stage, channel, pay_by, amount, until,
        note, document, sha256, run, voids) VALUES
        ('brief-0', '2026-11-21', '10023', 'letter', '2026-0117', 'herinnering', 'post',
         '2026-12-07', '1210.00', NULL, '', '10023 eerste.docx',
         'abababababababababababababababababababababababababababababababab', '2026-11-14-1', ''),
        ('brief-1', '2026-11-21', '10023', 'letter', '2026-0117', 'herinnering', 'post',
         '2026-12-07', '1210.00', NULL, 'regel één
regel twee', '10023 herinnering.docx',
         'abababababababababababababababababababababababababababababababab', '2026-11-21-1', ''),
        ('toezegging-1', '2026-11-20', '10024', 'promise', '', '', NULL, NULL, '0.10',
         '2026-12-01', '', '', '', '', ''),
        ('intrekking-1', '2026-11-21', '10023', 'void', '', '', NULL, NULL, NULL, NULL, '', '',
         '', '', 'brief-0');
    INSERT INTO xld_runs (id, reference_date, letters_dir, state, computer, output, creditor, iban)
        VALUES
        ('2026-11-14-1', '2026-11-21', 'Brieven 2026-11-21', 'undone', 'pc-van-jan',
         'lijst-debiteuren.xlsx', 'Eigen Bedrijf BV', 'NL91 ABNA 0417 1643 00'),
        ('2026-11-21-1', '2026-11-21', 'Brieven 2026-11-21', 'done', 'pc-van-jan',
         'lijst-debiteuren.xlsx', 'Eigen Bedrijf BV', 'NL91 ABNA 0417 1643 00');
    INSERT INTO xld_mappings (signature, columns) VALUES ('handtekening', '{"open": "Saldo"}');
"""
SQLITE = _TABLES.format(number="INTEGER") + _SQLITE_TRIGGERS + _ROWS
POSTGRES = _TABLES.format(number="SERIAL") + _POSTGRES_TRIGGER + _ROWS


def make_old(path: Path) -> Path:
    """Make the old case file at that path."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(SQLITE)
    return path
