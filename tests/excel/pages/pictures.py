"""Makes the pictures of the workbook in ``workbook/beelden``, as LibreOffice shows its sheets.

    python -m tests.excel.pages.pictures

Needs LibreOffice and poppler. The example company after a proof round, Dutch number formats.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.excel.pages.filled import after_a_round, recalculated
from xl_dunning.excel.pages import workbook_sheets

TARGET = Path(__file__).parents[3] / "workbook" / "beelden"
PICTURES = (
    # name, page of the PDF, dots an inch, and the part of the page: left, top, width, height
    ("start", 1, 110, (50, 55, 1160, 640)),
    ("facturen", 2, 150, (40, 50, 1660, 330)),
    ("overzicht", 7, 110, (40, 55, 1220, 440)),
)
_DUTCH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>nl-NL</value></prop></item></oor:items>
"""


def main() -> None:
    """Make them all anew."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_DUTCH, encoding="utf-8")
        pdf = recalculated(workbook_sheets(after_a_round(folder)), folder, "pdf")
        for name, page, dots, (left, top, width, height) in PICTURES:
            area = {"-f": page, "-l": page, "-r": dots, "-x": left, "-y": top}
            area |= {"-W": width, "-H": height}
            options = [str(part) for pair in area.items() for part in pair]
            target = TARGET / name
            subprocess.run(
                ["pdftoppm", "-png", "-singlefile", *options, str(pdf), str(target)], check=True
            )


if __name__ == "__main__":
    main()
