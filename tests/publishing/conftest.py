"""Finished pages and briefs, made once for the tests that read them back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reading_back import finish


@pytest.fixture(scope="session")
def finished(edition_of, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return the folder of a week's finished page, brief and trace, made once."""
    made: dict[str, Path] = {}

    def make(week: str) -> Path:
        if week not in made:
            made[week] = finish(edition_of(week), tmp_path_factory.mktemp(week))
        return made[week]

    return make
