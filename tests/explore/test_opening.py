"""Opening: cheap to import, quick to open again, and never silently out of date."""

import subprocess
import sys
import warnings

import pytest

from casualty_ledger.explore import opening
from casualty_ledger.explore.opening import LedgerChanged, open_ledger, warn_if_stale


def run_python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


def test_importing_the_package_imports_nothing_else():
    """
    `import casualty_ledger` loads neither pandas nor matplotlib; its calls are listed all the same.
    """
    said = run_python(
        "import casualty_ledger as cl, sys; print('pandas' in sys.modules, 'matplotlib' in sys.modules,"
        " 'open_ledger' in dir(cl))"
    )

    assert said.split() == ["False", "False", "True"]


def test_every_call_of_the_package_is_there():
    """
    Each name that completion offers can be imported, and another one raises a sentence.
    """
    import casualty_ledger as cl

    assert all(getattr(cl, name) for name in cl.CALLS)
    with pytest.raises(AttributeError, match="open_ledger"):
        cl.open_leger  # noqa: B018


def test_a_ledger_that_has_not_changed_is_not_read_twice(opened):
    """
    Opening again gives the same ledger at once, until a sheet changes.
    """
    first = opened({})
    folders = {"raw": str(first.source.project.raw), "processed": str(first.source.project.processed)}
    again = open_ledger(**folders)
    opened({}, {"value": "5"})

    assert again.source is first.source
    assert len(open_ledger(**folders)) == 2


def test_a_changed_sheet_makes_what_is_shown_stale(opened, monkeypatch):
    """
    After a sheet has changed the display carries a warning, and the next cell warns as well.
    """
    shown = opened({})
    monkeypatch.setattr(opening, "OPENED", [lambda: shown.source])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warn_if_stale()
    opened({}, {"value": "5"})

    assert "cl-stale" in shown._repr_html_()
    with pytest.warns(LedgerChanged, match="newer than what is shown"):
        warn_if_stale()


def test_a_rebuilt_ledger_makes_what_is_shown_stale(opened):
    """
    A ledger built anew from other corrections is newer than the one that was opened.
    """
    shown = opened({})
    assert not shown.source.is_stale
    folder = shown.source.project.corrections
    folder.mkdir()
    (folder / "mine.yml").write_text(
        "- {id: t-1, column: value, expect: '209940', action: flag, reason: Test., declared_on: 2023-06-06}\n"
    )

    assert shown.source.is_stale
