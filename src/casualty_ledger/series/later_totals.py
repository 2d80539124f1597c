"""Later totals: a running total that is below an earlier one. What was counted once does not go away.

Of one claimant, that is a fall: a revision where something says so, and a contradiction where nothing does.
Of two claimants, the earlier least and the later most cannot both be so. Nor can a total of a long time be
more than twice what a rival gave some days before: so much does not happen in days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from casualty_ledger.ledger.distinct import number_distinct
from casualty_ledger.ledger.identity import PEOPLE
from casualty_ledger.ledger.rows import rows_of
from casualty_ledger.series.incidents import SPOT
from casualty_ledger.series.moments import PLACED, READ, Said, read_said
from casualty_ledger.series.rivals import meet
from casualty_ledger.series.scope_gaps import explains
from casualty_ledger.series.totals import RECOUNT
from casualty_ledger.vocabulary import LEVEL_MEASURES, Basis

# Totals that lie further apart are set beside nearer ones first.
WITHIN_DAYS = 7
# A total of so many weeks does not double in one.
LONG_DAYS, TIMES = 20 * WITHIN_DAYS, 2
SERIES = ["conflict", "measure", *PEOPLE, *SPOT, "incident"]
COLUMNS = list(dict.fromkeys([*SERIES, *READ, *PLACED, "covers_from", "covers_until"]))


class Below(NamedTuple):
    """A total that is below an earlier one, or of two claimants one that is too far above it."""

    earlier: str
    later: str
    is_one_claimant: bool
    is_leap: bool = False


class Total(NamedTuple):
    """A running total with its first and last day."""

    said: Said
    first: Any
    last: pd.Timestamp


def find_below(placed: pd.DataFrame) -> Iterator[Below]:
    """Yield totals below an earlier one: of one claimant the next one, of two those within a week."""
    # A count of many days from one first day goes on like a total, whatever its basis is called.
    falls_by_itself = placed["measure"].isin(LEVEL_MEASURES)
    running = (placed["basis"] == Basis.CUMULATIVE) | (
        (placed["basis"] == Basis.PERIOD) & (placed["event"] == "")
    )
    totals = placed[
        running & ~falls_by_itself & ~placed["is_part"] & placed["covers_until"].notna() & ~placed["is_vague"]
    ]
    recounted = totals[["method", "scope", "note"]].apply(lambda text: text.str.contains(RECOUNT, case=False))
    told = defaultdict(list)
    stated = totals[~recounted.any(axis=1) & _may_fall(totals)]
    for figure in rows_of(stated[COLUMNS]):
        told[tuple(figure[name] for name in SERIES)].append(_read(figure))
    for said in told.values():
        said.sort(key=lambda each: (each.last, each.said.day or 0, each.said.figure_id))
        yield from _falls(said)
        yield from _rivals(said)
        yield from _leaps(said)


def _may_fall(totals: pd.DataFrame) -> pd.Series:
    """Say which totals are of a series that falls, or more than doubles, from one last day to the next."""
    ordered = totals.sort_values(["covers_until", "lower"], kind="stable")
    series = pd.Series(number_distinct(ordered[name] for name in SERIES), index=ordered.index)
    lower = ordered["lower"].astype("Float64").fillna(0)
    highest = lower.groupby(series).cummax()
    falls = ordered["upper"].astype("Float64") < highest
    falls |= lower > TIMES * lower.groupby(series).shift()
    return series.isin(series[falls.fillna(False).astype(bool)]).reindex(totals.index)


def _read(figure: Mapping[Any, Any]) -> Total:
    return Total(read_said(figure), figure["covers_from"], figure["covers_until"])


def _falls(told: Sequence[Total]) -> Iterator[Below]:
    """Yield the falls of each claimant: its next total for a later day, below the one before."""
    before: dict[tuple[str, Any], Total] = {}
    for total in told:
        key = (total.said.claimant, total.first)
        former = before.get(key)
        if former is not None and former.last < total.last and _is_below(total.said, former.said):
            yield Below(former.said.figure_id, total.said.figure_id, is_one_claimant=True)
        if former is None or not total.said.of_no_day:
            before[key] = total


def _rivals(told: Sequence[Total]) -> Iterator[Below]:
    """Yield, for each total, the highest earlier one of another claimant within a week that it is below."""
    for n, total in enumerate(told):
        above = None
        for former in reversed(told[:n]):
            if (total.last - former.last).days > WITHIN_DAYS:
                break
            rival = former.said.claimant != total.said.claimant and former.last < total.last
            if rival and former.first == total.first and _is_below(total.said, former.said):
                above = max((each for each in (above, former.said) if each), key=lambda each: each.lower)
        if above is not None and total.said.open_upper < above.lower:
            yield Below(above.figure_id, total.said.figure_id, is_one_claimant=False)


def _leaps(told: Sequence[Total]) -> Iterator[Below]:
    """Yield, for each total, the first one of each rival within a week that is more than twice it."""
    of_day = defaultdict[Any, set[str]](set)
    for total in told:
        of_day[total.last].add(total.said.claimant)
    for n, former in enumerate(told):
        met = set(of_day[former.last])
        for later in range(n + 1, len(told)):
            total = told[later]
            if (total.last - former.last).days > WITHIN_DAYS:
                break
            if total.said.claimant not in met:
                met.add(total.said.claimant)
                if _is_leap(total, former):
                    yield Below(former.said.figure_id, total.said.figure_id, False, is_leap=True)


def _is_leap(later: Total, earlier: Total) -> bool:
    if later.first != earlier.first or (later.last - later.first).days < LONG_DAYS or earlier.said.of_no_day:
        return False
    twice = later.said.lower > TIMES * earlier.said.open_upper
    return twice and not explains(later.said, earlier.said)


def _is_below(later: Said, earlier: Said) -> bool:
    # What is of no certain day may be the older one.
    return (
        not later.of_no_day
        and later.upper < earlier.lower
        and not meet(later, earlier)
        and not explains(later, earlier)
    )
