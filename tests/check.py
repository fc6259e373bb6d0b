"""Everything that must hold before a commit, with one command: ``python -m tests.check``.

Runs formatter, linter, types, import contracts and tests; goes on after a failure, prints each
with its result, and exits 1 when any failed.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent

CHECKS: dict[str, tuple[str, ...]] = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("mypy",),
    "imports": ("importlinter.cli",),
    "tests": ("pytest", "-q"),
}
_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def command(check: str) -> list[str]:
    """The check as this very Python runs it, so that no other installation can answer."""
    module, *arguments = CHECKS[check]
    if check == "imports":
        return [sys.executable, "-c", _IMPORTS]
    return [sys.executable, "-m", module, *arguments]


def main(chosen: list[str]) -> int:
    """Run the chosen checks, or all of them; returns the exit code."""
    results: list[str] = []
    for check in chosen or CHECKS:
        print(f"--- {check}", flush=True)
        start = time.perf_counter()
        code = subprocess.run(command(check), cwd=ROOT, check=False).returncode
        verdict = "ok" if code == 0 else "FAILED"
        results.append(f"{verdict:<7} {check} ({time.perf_counter() - start:.0f} s)")
    print("---", *results, sep="\n", flush=True)
    return int(any(result.startswith("FAILED") for result in results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
