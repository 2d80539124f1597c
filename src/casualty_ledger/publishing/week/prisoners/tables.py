"""What was said of prisoners in a week: figures chosen and ordered, none of them added up."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.publishing.week.edition import Edition, captive, once
from casualty_ledger.series.prisoners import captures_and_stocks, is_event
from casualty_ledger.series.statements import standing
from casualty_ledger.vocabulary import Basis, Measure


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


def running_captivity(edition: Edition) -> pd.DataFrame:
    """Return running totals of captivity given for days of the week."""
    told = captive(edition.in_week)
    stated = told[told["basis"] == Basis.CUMULATIVE]
    return standing(stated) if len(stated) else stated
