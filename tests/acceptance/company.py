"""A small company at the command line: a workbook goes in, a marked one and letters come out."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from openpyxl import load_workbook

from tests.acceptance.books import Row, with_debtors, write_book
from xl_dunning.frontends.cli import app
from xl_dunning.frontends.reporting import guarded

Stage: TypeAlias = Mapping[str, object]

ROOT = Path(__file__).parents[2]
UNEXPECTED = "Er ging iets mis dat wij niet hadden voorzien"
"""How the sentence begins that only a bug may give."""

SETTINGS = {
    "naam": "Groothandel Eigen BV",
    "adres": "Kade 1",
    "postcode": "1011 AB",
    "plaats": "Amsterdam",
    "e-mail": "debiteuren@eigen.example",
    "telefoon": "020-1234567",
    "iban": "NL91 ABNA 0417 1643 00",
    "ondertekenaar": "A. de Boer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command left on the screen, and its exit code."""

    code: int
    out: str
    err: str


def cli(*words: object) -> Outcome:
    """Run the command in this process, exactly as the program itself does."""
    typed = [str(word) for word in words]
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = guarded(lambda: app.main(typed, prog_name="xl-dunning", standalone_mode=False))
    return Outcome(code=code, out=out.getvalue(), err=err.getvalue())


def program(*words: object) -> subprocess.Popen[str]:
    """Start the command as a real process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "xl_dunning.frontends.cli", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment(),
    )


def environment() -> dict[str, str]:
    """For child processes: this checkout first, UTF-8 everywhere."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """A run that went well: its JSON object, with the questions that tests ask."""

    json: dict[str, Any]
    err: str

    def item(self, invoice: str) -> Row:
        """The one item of that invoice number."""
        (found,) = (item for item in self.json["items"] if item["invoice"] == invoice)
        return dict(found)

    @property
    def carried_out(self) -> dict[str, str]:
        """Invoice to the stage that this run carried out."""
        return {
            item["invoice"]: item["carried_out"]
            for item in self.json["items"]
            if item["carried_out"]
        }

    @property
    def due(self) -> dict[str, str]:
        """Invoice to the stage that is due now."""
        return {
            item["invoice"]: item["next_stage"] for item in self.json["items"] if item["due_now"]
        }

    @property
    def reasons(self) -> dict[str, str]:
        """Invoice to its reason code."""
        return {item["invoice"]: item["reason"] for item in self.json["items"]}

    @property
    def levels(self) -> dict[str, int]:
        """Invoice to the number of steps carried out before this run."""
        return {item["invoice"]: item["stage_number"] for item in self.json["items"]}

    @property
    def letters(self) -> list[Row]:
        """The letters."""
        return list(self.json["letters"])

    @property
    def codes(self) -> set[str]:
        """The codes of all findings."""
        return {finding["code"] for finding in self.json["findings"]}

    def finding(self, code: str) -> Row:
        """The one finding with that code."""
        (found,) = (finding for finding in self.json["findings"] if finding["code"] == code)
        return dict(found)


@dataclass
class Company:
    """A folder with a list, settings and policies; ``run`` is a run on it."""

    folder: Path
    policies: tuple[str, ...] = ()
    casefile: Path | None = None
    settings: Mapping[str, object] = field(default_factory=lambda: dict(SETTINGS))

    @property
    def list_file(self) -> Path:
        """The open-items list."""
        return self.folder / "lijst.xlsx"

    @property
    def output(self) -> Path:
        """The marked workbook."""
        return self.folder / "lijst-debiteuren.xlsx"

    @property
    def dossier(self) -> Path:
        """The case file beside the list."""
        return self.casefile or self.folder / "debiteurendossier.sqlite"

    def listed(self, invoices: str, **sheets: str | Sequence[Row]) -> Company:
        """Write the list; debtors that no table describes are businesses with an address."""
        write_book(self.list_file, with_debtors({"Facturen": invoices, **sheets}))
        return self

    def policy(self, *stages: Stage, name: str = "proef", **more: object) -> Company:
        """Write a policy of its own and use it for every run from now on."""
        top = {"name": name, "title": name, "minimum_interval": 0, **more}
        lines = [f"{key} = {toml(value)}" for key, value in top.items()]
        for stage in stages:
            lines += ["", "[[stage]]", *(f"{key} = {toml(value)}" for key, value in stage.items())]
        path = self.folder / f"{name}.toml"
        path.write_text("\n".join(lines), encoding="utf-8")
        self.policies = (*self.policies, str(path))
        return self

    def words(self, *more: object, file: Path | None = None) -> list[object]:
        """The words of a run, as they are typed."""
        settings = self.folder / "bedrijf.toml"
        settings.write_text(
            "\n".join(f"{key} = {toml(value)}" for key, value in self.settings.items()),
            encoding="utf-8",
        )
        named = [word for policy in self.policies for word in ("--policy", policy)]
        where = ["--casefile", self.casefile] if self.casefile else []
        return ["run", file or self.list_file, "--settings", settings, *named, *where, *more]

    def try_run(self, day: str, *more: object, file: Path | None = None) -> Outcome:
        """A run as a user types it, whatever comes of it."""
        return cli(*self.words("--as-of", day, *more, file=file))

    def run(self, day: str, *more: object, file: Path | None = None) -> Ran:
        """A run that must go well."""
        outcome = self.try_run(day, "--json", *more, file=file)
        assert outcome.code == 0, outcome.err
        return Ran(json=json.loads(outcome.out), err=outcome.err)

    def log(self, kind: str, *more: object, day: str) -> Outcome:
        """Record an event of debtor 1."""
        outcome = cli(
            "log", "add", kind, "--debtor", "1", "--date", day, "--casefile", self.dossier, *more
        )
        assert outcome.code == 0, outcome.err
        return outcome

    def undo(self) -> Outcome:
        """Take back the last run."""
        return cli("undo", "--casefile", self.dossier)

    def sheet(self, name: str, *, book: Path | None = None) -> list[Row]:
        """The rows of a sheet of the marked workbook, by header."""
        opened = load_workbook(book or self.output, data_only=True)
        header, *rows = opened[name].iter_rows(values_only=True)
        return [dict(zip(map(str, header), row, strict=True)) for row in rows]

    def logged(self, *, book: Path | None = None) -> list[Row]:
        """The letters in the Logboek of the marked workbook that still count."""
        rows = self.sheet("Logboek", book=book)
        gone = {row["Trekt in"] for row in rows}
        return [row for row in rows if row["Gebeurtenis"] == "brief" and row["Id"] not in gone]

    def files(self) -> set[str]:
        """Every file and folder below the company's, by its path."""
        return {str(path.relative_to(self.folder)) for path in self.folder.rglob("*")}

    def letters_on_disk(self) -> dict[str, str]:
        """The letters that stand ready to be sent: name to SHA-256."""
        return {
            path.name: sha256(path.read_bytes()).hexdigest()
            for path in self.folder.glob("brieven/*/*.docx")
            if "(ingetrokken)" not in path.parent.name
        }


def letter(key: str, after: int, **more: object) -> Stage:
    """A letter stage that asks to pay at once, so that only the other clocks matter."""
    return {
        "key": key,
        "title": key.capitalize(),
        "action": "letter",
        "template": "herinnering",
        "after": after,
        "pay_within": 1,
        **more,
    }


def act(key: str, action: str, after: int, **more: object) -> Stage:
    """A stage that is no letter."""
    return {"key": key, "title": key.capitalize(), "action": action, "after": after, **more}


def toml(value: object) -> str:
    """The value as TOML writes it."""
    return json.dumps(value, ensure_ascii=False)
