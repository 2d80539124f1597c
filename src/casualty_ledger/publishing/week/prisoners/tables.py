"""What was said of prisoners in a week: figures chosen and ordered, none of them added up."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from casualty_ledger.publishing.week.edition import Edition, captive, once
from casualty_ledger.series.prisoners import captures_and_stocks, directions_of, is_event
from casualty_ledger.series.statements import standing
from casualty_ledger.vocabulary import Basis, Measure, Population

# As many directions as an exchange of two sides has.
BOTH = 2


@once
def captivity_statements(edition: Edition) -> pd.DataFrame:
    """Return who says how many were taken or are held in the week, each by itself."""
    return captures_and_stocks(captive(edition.in_week))


@once
def exchanges_in_week(edition: Edition) -> pd.DataFrame:
    """Return what was said about returns of prisoners in the week, plans left out."""
    returned = captive(edition.in_week)
    chosen = returned["measure"].isin([Measure.EXCHANGED, Measure.RELEASED_OTHERWISE])
    chosen &= returned["basis"] == Basis.PERIOD
    return returned[chosen & is_event(returned)].reset_index(drop=True)


def directions_untold(edition: Edition, days: Iterable[pd.Timestamp]) -> list[str]:
    """Return the directions of which no row counts prisoners of war, alone or with others, on these days.

    Where both directions are told in one number, or more than two sides exchange, none is missing.
    """
    told, ways = exchanges_in_week(edition), [*edition.conflict.returns.values()]
    of_war = told["population"].isin((Population.PRISONERS_OF_WAR, Population.MIXED))
    heard = set(directions_of(told[of_war & told["covers_until"].isin(set(days))]))
    return [way for way in ways if way not in heard] if len(ways) == BOTH and "" not in heard else []


def running_captivity(edition: Edition) -> pd.DataFrame:
    """Return running totals of captivity given for days of the week."""
    told = captive(edition.in_week)
    stated = told[told["basis"] == Basis.CUMULATIVE]
    return standing(stated) if len(stated) else stated
