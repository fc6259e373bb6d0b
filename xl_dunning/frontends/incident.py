"""A bug becomes one sentence with a number; its traceback goes to a log file."""

from __future__ import annotations

import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from xl_dunning.frontends.messages_nl import sentence


def incident() -> str:
    """Write the traceback of the exception at hand to a log file and say where it is."""
    moment = datetime.now().astimezone()  # noqa: TID251 - a frontend may read the clock
    number = f"{moment:%Y%m%d-%H%M%S}"
    log = Path(tempfile.gettempdir()) / f"xl-dunning-{number}.log"
    try:
        log.write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return sentence("UNEXPECTED_UNLOGGED", {"number": number})
    return sentence("UNEXPECTED", {"number": number, "log": str(log)})
