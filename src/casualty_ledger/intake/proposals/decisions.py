"""Decisions: who decided what of a proposal, and when, kept in the order in which it was decided.

`data/raw/proposed/decisions.csv` only grows. The last decision about a proposal counts; roles, no names.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.intake.proposals.batch import DECISIONS, folder_of
from casualty_ledger.ledger.privacy.withholding import identify
from casualty_ledger.locks import locked
from casualty_ledger.project import Project
from casualty_ledger.vocabulary.word import Word
from casualty_ledger.whole_files import write_bytes

COLUMNS = ["id", "batch", "decision", "decided_on", "role", "sheet", "because"]
WAIT_SECONDS = 15.0
MOST_ROLE = 60


class Decision(Word):
    """What became of a proposal."""

    OPEN = "open", "nobody has decided yet, or the decision was taken back"
    ACCEPTED = "accepted", "it was appended to a recorded sheet"
    REJECTED = "rejected", "it joins nothing; why is told"
    EDITED = "edited", "a person changed it; another proposal stands in its place"


class RoleMissing(CasualtyLedgerError):
    """A decision without a role, or with a name in its place."""

    template = "{found!r} is no role. Say in what role you decide, such as editor; no name."


def read_decisions(project: Project) -> pd.DataFrame:
    """Read every decision, oldest first. Columns: COLUMNS."""
    path = _path(project)
    if not path.is_file():
        return pd.DataFrame(columns=COLUMNS, dtype="str")
    return pd.read_csv(path, dtype="str", keep_default_na=False)[COLUMNS]


def current_decisions(project: Project) -> pd.Series:
    """Return the last decision about each proposal, by its id."""
    last = read_decisions(project).drop_duplicates("id", keep="last")
    return last.set_index("id")["decision"]


def are_open(project: Project, ids: pd.Series) -> pd.Series:
    """Say of each proposal whether nobody has decided about it, or the decision was taken back."""
    current = current_decisions(project)
    return ~ids.isin(current.index[current != Decision.OPEN])


def edits_of(project: Project, batch: str) -> dict[str, str]:
    """Return which proposal stands in the place of each that was edited, oldest first."""
    decisions = read_decisions(project)
    edited = decisions[(decisions["batch"] == batch) & (decisions["decision"] == Decision.EDITED)]
    return dict(zip(edited["id"], edited["because"], strict=True))


def keep_decisions(
    project: Project,
    ids: Iterable[str],
    decision: Decision,
    *,
    batch: str,
    role: str,
    sheet: str = "",
    because: str = "",
    today: date | None = None,
) -> None:
    """Add one line for each proposal that was decided; the lines before them stay as they are.

    Errors: RoleMissing, CannotWrite.
    """
    check_role(role)
    day = (today or date.today()).isoformat()
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    said = " ".join(because.split()).lstrip("=+-@")
    writer.writerows([each, batch, str(decision), day, role, sheet, said] for each in ids)
    path = _path(project)
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path.parent, patience=WAIT_SECONDS):
        before = path.read_bytes() if path.is_file() else (",".join(COLUMNS) + "\n").encode()
        write_bytes(path, before + lines.getvalue().encode())


def check_role(role: str) -> None:
    """Raise where nobody says in what role he decides, or says a name.

    Errors: RoleMissing.
    """
    said = role.strip()
    if not said or len(said) > MOST_ROLE or said[0] in "=+-@" or identify(pd.Series([said])).any():
        raise RoleMissing(found=role)


def _path(project: Project) -> Path:
    return folder_of(project) / DECISIONS
