"""What is read from a note, and so must not count before the note is known."""

import pandas as pd

from casualty_ledger.ledger.hindsight import READ_FROM_NOTES
from casualty_ledger.ledger.notes import forget_notes


def test_nothing_but_what_is_listed_is_read_from_notes(whole_ledger):
    """
    With every note forgotten, the cells that change are in the listed columns, and some of them change.
    """
    rows = whole_ledger.appearances
    without = forget_notes(rows, pd.Series(True, index=rows.index))
    changed = {name for name in rows.columns if not rows[name].equals(without[name])}

    assert changed
    assert changed <= {*READ_FROM_NOTES}
