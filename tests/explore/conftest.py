"""The recorded ledger, and made-up ones, as an analyst opens them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casualty_ledger.explore.opening import open_ledger
from casualty_ledger.explore.selection import Selection


@pytest.fixture(scope="session")
def whole(project) -> Selection:
    """Open the recorded ledger with everything known today."""
    return open_ledger(raw=str(project.raw), processed=str(project.processed))


@pytest.fixture
def opened(made_up) -> Callable[..., Selection]:
    """Open a ledger of made-up rows."""

    def make(*changes: dict[str, str]) -> Selection:
        project = made_up(*changes)
        return open_ledger(raw=str(project.raw), processed=str(project.processed))

    return make
