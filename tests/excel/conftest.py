"""LibreOffice for the tests of this folder, in the same way as for those of the live door."""

from tests.office.conftest import office

__all__ = ["office"]
