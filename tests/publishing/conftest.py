"""Finished pages and briefs, made once for the tests that read them back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reading_back import finish

from casualty_ledger.locks import locked


@pytest.fixture(scope="session")
def finished(edition_of, shared: Path) -> Callable[[str], Path]:
    """Return the folder of a week's finished page, brief and trace, made once in a test run."""

    def make(week: str) -> Path:
        folder = shared / "finished" / week
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            # The trace is written last.
            if not (folder / "trace.csv").is_file():
                finish(edition_of(week), folder)
        return folder

    return make
