"""Everything that must hold before a commit, with one command: ``python -m tests.check``.

Runs formatter, linter, types, import contracts and tests; goes on after a failure, prints each
with its result, and exits 1 when any failed.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
"""The program has no module of its own to run."""

CHECKS: Mapping[str, Sequence[str]] = {
    "format": ("-m", "ruff", "format", "--check", "."),
    "lint": ("-m", "ruff", "check", "."),
    "types": ("-m", "mypy"),
    "imports": ("-c", LINT_IMPORTS),
    "tests": ("-m", "pytest", "-q"),
}
"""What this very Python runs, so that no other installation can answer."""


def main(chosen: Sequence[str], *, checks: Mapping[str, Sequence[str]] = CHECKS) -> int:
    """Run the chosen checks, or all of them; returns the exit code."""
    results: list[str] = []
    for check in chosen or checks:
        print(f"--- {check}", flush=True)
        start = time.perf_counter()
        code = subprocess.run([sys.executable, *checks[check]], cwd=ROOT, check=False).returncode
        verdict = "ok" if code == 0 else "FAILED"
        results.append(f"{verdict:<7} {check} ({time.perf_counter() - start:.0f} s)")
    print("---", *results, sep="\n", flush=True)
    return int(any(result.startswith("FAILED") for result in results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
