"""What the buttons in Excel call: ``from xl_dunning.ribbon import press; press('xldHelp', '')``.

A short name that stays the same, whatever moves inside the package: it stands in workbooks.
"""

from __future__ import annotations

from xl_dunning.frontends.ribbon import press

__all__ = ["press"]
