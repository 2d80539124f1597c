"""Changes: the figures that two vintages do not both have as they are, each with why."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from casualty_ledger.explore.answers import STATED
from casualty_ledger.ledger.identity import open_minimums
from casualty_ledger.wording.labels import label_day

CHANGED = ["change", "why", *STATED]
MAY_CHANGE = ["measure", "hedge", "lower", "value", "upper", "publishers", "verification", "caveats"]
UNDATED = "no day of publication is known, so it is in no dated vintage"


class Known(NamedTuple):
    """What was chosen of a vintage, and everything in it."""

    chosen: pd.DataFrame
    everything: pd.DataFrame


def list_changes(earlier: Known, later: Known) -> pd.DataFrame:
    """Return the figures that two vintages do not both have as they are. Columns: CHANGED.

    `change` is "new" (published since), "undated", "split" or "merged" (by what became known of a row since),
    "left out", or "changed: " with what did; `why` says it in words, of a change from what to what. A figure
    that is there no more is shown as it was.
    """
    before, after = (known.everything.set_index("figure_id", drop=False) for known in (earlier, later))
    chosen = [pd.Index(known.chosen["figure_id"]) for known in (earlier, later)]
    both = chosen[1].union(chosen[0], sort=False).intersection(after.index).intersection(before.index)
    came, went = chosen[1].difference(before.index), chosen[0].difference(after.index)
    parts = [
        _say(after.loc[came], before, "split", "new"),
        _say_changed(before.loc[both], after.loc[both]),
        _say(before.loc[went], after, "merged", "left out"),
    ]
    changes = open_minimums(pd.concat(parts, ignore_index=True))
    return changes.sort_values(["published_on", "figure_id"], kind="stable", ignore_index=True)[CHANGED]


def _say(told: pd.DataFrame, other: pd.DataFrame, regrouped: str, alone: str) -> pd.DataFrame:
    """Say why figures are in one vintage and not in the other: by their rows, or by their day."""
    holder = other["row_ids"].str.split().explode().reset_index().set_index("row_ids")["figure_id"].to_dict()
    said: list[tuple[str, str]] = []
    for row_ids, day in zip(told["row_ids"], told["published_on"], strict=True):
        others = sorted({holder[row] for row in row_ids.split() if row in holder})
        if others:
            said.append((regrouped, f"in the other vintage one statement with {', '.join(others)}"))
        elif pd.isna(day):
            said.append(("undated", UNDATED))
        else:
            said.append((alone, f"published on {label_day(day)}, between the two days"))
    return _with_reason(told, said)


def _say_changed(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Say what has changed of figures that are in both vintages, from what to what."""
    old, new = (table[MAY_CHANGE].astype("str").fillna("").replace("", "none") for table in (before, after))
    differ = old.ne(new)
    changed = differ.any(axis=1)
    ends = (old[changed].to_dict("records"), new[changed].to_dict("records"))
    steps = [
        {name: f"{name}: {was[name]} → {now[name]}" for name in MAY_CHANGE if was[name] != now[name]}
        for was, now in zip(*ends, strict=True)
    ]
    said = [(f"changed: {', '.join(step)}", "; ".join(step.values())) for step in steps]
    return _with_reason(after[changed], said)


def _with_reason(told: pd.DataFrame, said: list[tuple[str, str]]) -> pd.DataFrame:
    change, why = zip(*said, strict=True) if said else ((), ())
    return told.assign(
        change=pd.Series(change, told.index, dtype="str"), why=pd.Series(why, told.index, dtype="str")
    )
