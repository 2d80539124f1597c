"""When: questions about days that cannot be, or not yet."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.caveats import SAID
from casualty_ledger.ledger.distinct import Distinct
from casualty_ledger.ledger.questions.told import Told
from casualty_ledger.parsing.dates import parse_date
from casualty_ledger.vocabulary import Caveat


def published_too_early(told: Told) -> pd.Series:
    """Find rows that were published before the days that they count had ended, plans apart.

    A date of which only the month or year is known may mean its first day.
    """
    rows = told.rows
    ends = _first_days(rows["said_covers_until"])
    early = (rows["published_on"] < ends) & ~_is_planned(rows)
    return ("The days that it counts end after it was published, on " + rows["said_covers_until"] + ".")[
        early
    ]


def published_in_the_future(told: Told) -> pd.Series:
    """Find rows that were published after the day on which their page was read, or after today."""
    rows = told.rows
    read = rows["retrieved_on"]
    latest = read.fillna(pd.Timestamp(told.today)) if told.today else read
    ahead = rows[_first_days(rows["said_published_on"]) > latest]
    why = "This day lies after the day on which the page was read." if len(ahead) else ""
    reasons = pd.Series(why, index=ahead.index, dtype="str")
    return reasons.mask(read.reindex(ahead.index).isna(), "This day has not come yet.")


def _first_days(texts: pd.Series) -> pd.Series:
    """Return the first day that each date may mean."""
    return Distinct.of(texts).each(_first_day, "datetime64[ns]")


def _first_day(text: str) -> pd.Timestamp | None:
    stated = parse_date(text)
    return pd.Timestamp(stated.first) if stated else None


def _is_planned(rows: pd.DataFrame) -> pd.Series:
    told = [
        Distinct.of(rows[column]).contains(SAID[Caveat.PLANNED]) for column in ("method", "scope", "note")
    ]
    return pd.concat(told, axis=1).any(axis=1)
