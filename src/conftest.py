"""Examples in docstrings open the fixed ledger of the tests, built apart from the working tree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

RAW = Path(__file__).resolve().parents[1] / "tests" / "fixtures" / "fixed_ledger" / "data" / "raw"


@pytest.fixture(scope="session")
def folder_of_examples(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Name one folder for the ledger of all examples."""
    return str(tmp_path_factory.mktemp("examples"))


@pytest.fixture(scope="module", autouse=True)
def _ledger_apart(folder_of_examples: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CASUALTY_LEDGER_RAW", str(RAW))
        patch.setenv("CASUALTY_LEDGER_PROCESSED", folder_of_examples)
        yield
