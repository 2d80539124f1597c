"""What cannot be reported is refused before a run waits for another one."""

from __future__ import annotations

import pytest

from casualty_ledger.errors import UnknownConflict
from casualty_ledger.running import backfill


def test_an_unknown_conflict_waits_for_no_other_run(made_up, tmp_path, monkeypatch):
    """
    A conflict that nobody knows is refused with a name that can be declared, before any lock is taken.
    """
    monkeypatch.setattr(backfill, "locked", lambda *_, **__: pytest.fail("a lock was asked for"))

    with (
        pytest.raises(UnknownConflict, match="casualty-ledger conflict new no_war declares another"),
        backfill.open_backfill(made_up({}), [], tmp_path / "reports", conflict="No war"),
    ):
        pass
