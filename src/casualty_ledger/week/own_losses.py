"""What a side says of its own losses: always news, unless it is an old number printed again."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.identity import whole
from casualty_ledger.vocabulary import DatePrecision, Interest, Measure, Population

# In the order in which they lead.
MEASURES = (Measure.KILLED, Measure.IRRECOVERABLE, Measure.CASUALTIES, Measure.LOSSES, Measure.MISSING)
# "Requests to identify missing soldiers" are no soldiers.
OF_REQUESTS = r"(?i)(?:\w+ )?(?:requests|appeals|applications)\b"
VAGUE = (DatePrecision.MONTH, DatePrecision.YEAR)
SAME = ["claimant_side", "party", "measure", "population", "value"]


def new_own_losses(told: pd.DataFrame, figures: pd.DataFrame, monday: pd.Timestamp) -> pd.DataFrame:
    """Return what sides said of their own soldiers lost and had not said before, the widest count first.

    `told` are the figures of the week; `figures` all that are known. A number that a side had stated by
    `monday` is old, whoever of it repeats it.
    """
    own = told[_is_own(told) & whole(told) & told["value"].notna() & ~is_doubtful(told) & ~has_no_day(told)]
    before = figures.loc[_is_own(figures) & (figures["published_on"] < monday), SAME]
    said_before = _statements(own).isin(set(_statements(before)))
    new = own[~said_before.to_numpy(dtype=bool)]
    rank = {str(measure): nth for nth, measure in enumerate(MEASURES)}
    ordered = new.assign(rank=new["measure"].map(rank), local=new["place"] != "")
    ordered = ordered.sort_values(["local", "rank", "value"], ascending=[True, True, False], kind="stable")
    return ordered.drop(columns=["rank", "local"]).reset_index(drop=True)


def _statements(figures: pd.DataFrame) -> pd.Series:
    """Return what each figure says, as one value to compare."""
    stated = list(figures[SAME].itertuples(index=False, name=None))
    return pd.Series(stated, index=figures.index, dtype=object)


def has_no_day(figures: pd.DataFrame) -> pd.Series:
    """Say what is of no known day and came out on none: nobody knows in which week it is new."""
    no_end = figures["covers_until"].isna() | figures["date_precision"].isin(VAGUE)
    return figures["published_precision"].isin(VAGUE) & no_end


def _is_own(figures: pd.DataFrame) -> pd.Series:
    soldiers = figures["population"] == Population.ARMED_FORCES
    people = ~figures["scope"].str.match(OF_REQUESTS).astype(bool)
    return soldiers & people & (figures["interest"] == Interest.OWN_LOSS) & figures["measure"].isin(MEASURES)
