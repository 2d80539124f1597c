"""The weekly table: what every running total adds from Sunday to Sunday, with the hedges of both ends."""

from __future__ import annotations

import numpy as np
import pandas as pd

from casualty_ledger.ledger.caveats import TOLD, find_parts
from casualty_ledger.ledger.distinct import Distinct, number_distinct
from casualty_ledger.ledger.figures import ORDERING, tell_statements
from casualty_ledger.ledger.identity import COUNTED, SERIES, STATEMENT
from casualty_ledger.ledger.opening import Ledger
from casualty_ledger.series.weeks import last_day_counted
from casualty_ledger.vocabulary import Basis

# Running totals that begin on one day: what one adds to another is what happened between.
CHAINED = [*COUNTED, "covers_from"]
COLUMNS = ["week", *CHAINED, "lower", "value", "upper", "is_soft", "figure_id", "previous_figure_id"]
SUNDAY = 6
WEEK = np.timedelta64(7, "D")
CARRIED = [*CHAINED, "published_on", "lower", "value", "upper", "is_soft", "figure_id"]
DATED = ("published_precision", "published_sequence")
NEEDED = list(
    dict.fromkeys([*SERIES, *STATEMENT, *ORDERING, *TOLD, "is_soft", "row_id", "publisher", *DATED])
)


def weekly_table(figures: pd.DataFrame) -> pd.DataFrame:
    """Return every weekly increment that can be derived. Columns: COLUMNS.

    Only totals of one claimant, measure, people and start are chained; parts and rival claimants are
    never. A week without a total on both its Sundays has no row.
    """
    sundays = last_day_counted(figures)
    wanted = _are_totals(figures) & ~figures["is_part"] & (sundays.dt.day_of_week == SUNDAY)
    totals, sunday = figures.loc[wanted, CARRIED], sundays[wanted].to_numpy()
    series = number_distinct(totals[name] for name in CHAINED)
    published = totals["published_on"].to_numpy().view(np.int64)
    order = np.lexsort((published, sunday, series))
    series, sunday = series[order], sunday[order]
    # Of several totals for one Sunday, the last published stands.
    stands = np.flatnonzero((series[1:] != series[:-1]) | (sunday[1:] != sunday[:-1]))
    kept = np.append(stands, len(order) - 1) if len(order) else stands
    series, sunday = series[kept], sunday[kept]
    follows = np.flatnonzero((series[1:] == series[:-1]) & (sunday[1:] - sunday[:-1] == WEEK)) + 1
    before, after = (totals.take(order[kept[places]]) for places in (follows - 1, follows))
    return _increments(before, after, sunday[follows])


def weekly_of(ledger: Ledger) -> pd.DataFrame:
    """Return `weekly_table(ledger.figures)` without gathering the figures that cannot be in it.

    Only totals with a number count, and of those only the ones that end on a Sunday or do not say when
    they end. All appearances of one statement are among them, or none is.
    """
    told = ledger.appearances
    until = told["covers_until"]
    totals = told.loc[_are_totals(told) & ((until.dt.day_of_week == SUNDAY) | until.isna()), NEEDED]
    totals = totals.reset_index(drop=True)
    is_part = find_parts(totals)
    statements = tell_statements(totals, is_part)
    figures = totals.assign(**statements.names, figure_id=totals["row_id"])
    first = figures[[*CARRIED, "basis", "covers_until"]].take(statements.first)
    return weekly_table(first.assign(is_part=statements.any_of(is_part)))


def _are_totals(rows: pd.DataFrame) -> pd.Series:
    return (rows["basis"] == Basis.CUMULATIVE) & rows["value"].notna()


def _increments(before: pd.DataFrame, after: pd.DataFrame, sunday: np.ndarray) -> pd.DataFrame:
    """Subtract totals of one Sunday from those of the next, each with the bounds that both allow."""
    week = Distinct.of(pd.Series(sunday)).each(lambda day: f"{day:%G-W%V}")
    numbers = {name: after[name].array - before[other].array for name, other in LESS.items()}
    table = after[CHAINED].assign(
        week=week.array,
        **numbers,
        is_soft=before["is_soft"].to_numpy() | after["is_soft"].to_numpy(),
        figure_id=after["figure_id"],
        previous_figure_id=before["figure_id"].array,
    )
    return table[COLUMNS].sort_values(["week", "figure_id"], kind="stable", ignore_index=True)


# The least that a total can add is its own lower bound less the other's upper bound, and the reverse.
LESS = {"lower": "upper", "value": "value", "upper": "lower"}
