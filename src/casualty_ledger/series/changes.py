"""Changes: which of the statements that were printed are told otherwise now, and by which figure.

Same claimant and same subject: what another claimant says changes nothing that was printed. A total
for a later day is news, no change of the total for an earlier one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.distinct import number_distinct
from casualty_ledger.ledger.identity import SUBJECT
from casualty_ledger.ledger.rows import Row, figures_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.digit_slips import is_digit_slip
from casualty_ledger.series.revisions import read_kind
from casualty_ledger.series.statements import has_a_place, order_statements
from casualty_ledger.series.weeks import LEVELS, last_day_counted
from casualty_ledger.vocabulary import Caveat, ChangeKind, RevisionKind

if TYPE_CHECKING:
    from typing_extensions import ReadOnly

NUMBER = ["lower", "value", "upper", "hedge"]
COLUMNS = ["figure_id", "now_id", "kind", "why"]
# A part is named after the figure that holds it, which may become known later than the part itself.
IDENTITY = ["claimant", *(column for column in SUBJECT if column != "subgroup")]
WARNINGS = {str(word): word.definition for word in (Caveat.RELAY_ERROR, Caveat.FLAGGED, Caveat.PLANNED)}
SLIP = "a digit seems dropped, added or swapped"
REWORDED = "the number is the same, put with another firmness"


def settle(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures in order, with `subject` (a name for claimant and subject) and `stands`.

    A total without a stated last day is about its day of publication. A number that its relay seems to
    have garbled is not its claimant's word and supersedes nothing.
    """
    settled = order_statements(_close(figures))
    stands = settled["stands"] & ~is_doubtful(settled)
    return settled.assign(stands=stands, subject=name_subjects(settled))


def _close(figures: pd.DataFrame) -> pd.DataFrame:
    """Give totals and levels the last day that they count."""
    level = figures["basis"].isin(LEVELS)
    return figures.assign(covers_until=figures["covers_until"].mask(level, last_day_counted(figures)))


def name_subjects(figures: pd.DataFrame) -> pd.Series:
    """Name claimant and subject of each figure in twelve hexadecimal digits, the same in every vintage."""
    closed = _close(figures)
    joined = closed["claimant"]
    for column in SUBJECT:
        texts = closed[column]
        is_day = column.startswith("covers_")
        joined = joined + "|" + (texts.dt.strftime("%Y-%m-%d") if is_day else texts).fillna("")
    names = {key: hashlib.sha256(key.encode()).hexdigest()[:12] for key in joined.unique()}
    return joined.map(names)


def find_changes(printed: Iterable[str], before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Say what became of the figures `printed`, between two tables of reported figures. Columns: COLUMNS.

    `now_id` is the figure that changed it, empty where nothing took its place. A printed figure that had
    been overtaken before is history, and not restated again.
    """
    ids = list(dict.fromkeys(printed))
    then = _settle_near(before, before["figure_id"].isin(ids))
    rows = dict(zip(then["figure_id"], then["row_ids"].str.split(), strict=True))
    wanted = {row for each in ids for row in rows[each]}
    is_same = [not wanted.isdisjoint(each.split()) for each in after["row_ids"]]
    now = _settle_near(after, pd.Series(is_same, index=after.index, dtype=bool))
    same = {row: n for n, each in enumerate(now["row_ids"].str.split()) for row in each}
    stands = now[now["stands"]].drop_duplicates("subject", keep="last")
    last: dict[int, int] = dict(zip(stands["subject"], stands.index, strict=True))
    printed_then = figures_of(then[then["figure_id"].isin(ids)], Settled)
    told, figures = {figure["figure_id"]: figure for figure in printed_then}, figures_of(now, Settled)
    found = []
    for figure_id in ids:
        place = next((same[row] for row in rows[figure_id] if row in same), None)
        kept = None if place is None else figures[place]
        standing = last.get((kept or told[figure_id])["subject"])
        change = _compare(told[figure_id], kept, None if standing is None else figures[standing])
        found += [] if change is None else [{"figure_id": figure_id, **change}]
    return pd.DataFrame(found, columns=COLUMNS)


def _settle_near(figures: pd.DataFrame, chosen: pd.Series) -> pd.DataFrame:
    """Settle all that the chosen figures' claimants said of the same places: order needs no more."""
    about = number_distinct(figures[column] for column in ("conflict", "claimant", "place"))
    return settle(figures[np.isin(about, about[chosen])])


class Settled(ReportedFigure):
    """A figure among the statements of its claimant: whether it stands, and about which subject it is."""

    stands: ReadOnly[bool]
    subject: ReadOnly[int]


def _compare(then: Settled, same: Settled | None, last: Settled | None) -> dict[str, str] | None:
    """Compare a printed figure with the same figure now and with its claimant's last word now."""
    if same is None:
        return _change(ChangeKind.REFUSED, last)
    if _differ(then, same, [*NUMBER, *IDENTITY]):
        return _change(ChangeKind.CORRECTED, same)
    restated = then["stands"] and last is not None and _differ(then, last, NUMBER)
    warned = set(same["caveats"].split()) - set(then["caveats"].split())
    if said := "; ".join(text for word, text in WARNINGS.items() if word in warned):
        return _change(ChangeKind.WARNED, last if restated else same, said)
    if restated and last is not None:
        return _restate(then, last)
    if same["is_part"] and not then["is_part"]:
        return _change(ChangeKind.PART, same, same["overlaps"] or same["scope"])
    return None


def _restate(then: ReportedFigure, last: ReportedFigure) -> dict[str, str]:
    was, now = then["value"], last["value"]
    if not (pd.isna(was) or pd.isna(now)) and is_digit_slip(was, now):
        return _change(ChangeKind.MISPRINT, last, SLIP)
    return _change(ChangeKind.RESTATED, last, read_change(then, last))


def _change(kind: ChangeKind, now: ReportedFigure | None, why: str = "") -> dict[str, str]:
    return {"now_id": "" if now is None else str(now["figure_id"]), "kind": str(kind), "why": why}


def _differ(one: Row, other: Row, columns: Iterable[str]) -> bool:
    # As text, because a missing number is neither equal nor unequal to any.
    return any(str(one[column]) != str(other[column]) for column in columns)


def read_change(then: ReportedFigure, now: ReportedFigure) -> str:
    """Read from the record why a claimant says another number of the same thing."""
    if pd.isna(then["value"]) or pd.isna(now["value"]):
        return RevisionKind.UNKNOWN.definition
    size = now["value"] - then["value"]
    if size == 0:
        return REWORDED
    facts: dict[str, object] = {"vintage": 2, "size": size}
    facts |= {"previous_word": then["measure_as_said"], "previous_scope": then["scope"]}
    facts |= {"previous_lower": then["lower"], "previous_upper": then["upper"]}
    return read_kind({**now, **facts}).definition


class Step(NamedTuple):
    """What a statement is in its claimant's row of statements about one subject.

    `follows` is the statement before it, empty where there was none or it said the same; `kind` and `why`
    say how it differs from that one.
    """

    stands: bool
    follows: str = ""
    kind: str = ""
    why: str = ""


def last_steps(figures: pd.DataFrame, ids: Iterable[str]) -> dict[str, Step]:
    """Say of each figure whether it stands, and how it differs from the statement before it."""
    wanted = set(ids)
    settled = _settle_near(figures, figures["figure_id"].isin(list(wanted)))
    steps: dict[str, Step] = {}
    former: dict[int, Settled] = {}
    for figure, placed in zip(figures_of(settled, Settled), has_a_place(settled), strict=True):
        before = former.get(figure["subject"]) if placed else None
        step = Step(bool(figure["stands"]))
        if before is not None and _differ(before, figure, NUMBER):
            change = _restate(before, figure)
            step = Step(step.stands, str(before["figure_id"]), change["kind"], change["why"])
        if figure["figure_id"] in wanted:
            steps[str(figure["figure_id"])] = step
        if placed:
            former[figure["subject"]] = figure
    return steps
