"""Incidents: several events in one place on one day, told apart by what is said of each number.

A sheet may name the event in a column of its own. Where it does not, two numbers of one claimant about one
place and day are two events if they came out on one day without a recorded order and the scope of each
names something else: a market and a bus stop. A scope that says who is counted, or how far the count has
come, names no event: such numbers are one toll, restated.
"""

from __future__ import annotations

import re

import pandas as pd

from casualty_ledger.ledger.distinct import Distinct, number_distinct
from casualty_ledger.ledger.identity import PEOPLE
from casualty_ledger.vocabulary import Basis

# Of whom, and how far: words of a scope that belong to a toll and not to an event.
OF_A_TOLL = re.compile(
    r"\b(?:includ\w*|exclud\w*|subset|part of|of (?:whom|them)|in hospital|hospitali[sz]ed|serious|"
    r"critical\w*|(?:at )?first(?= (?:toll|count|\w* ?report)|$)|earlier|later|lowered|restated|"
    r"preliminary|provisional|background|final|finished|completed?|ended|as of|so far|confirmed|verified|"
    r"bod(?:y|ies)|rubble|child(?:ren)?|wom[ae]n|m[ae]n|people who|not split|dead|died|deaths?|updated?|new|"
    r"totals?|tolls?|count\w*|another|more|at least|missing)\b|\d",
    re.IGNORECASE,
)
# The scope says itself that there were several.
ONE_OF_SEVERAL = (
    r"\b(?:first|second|third|fourth) (?:of (?:the )?(?:two|three|four|several) \w+|wave|strike|attack)\b"
    r"|\b(?:beside|apart from|other than) the \w+ (?:exchange|attack|strike|shelling|explosion)\b"
)
SAID_AT_ONCE = ["conflict", "claimant", "place", "admin1", "covers_from", "covers_until", "measure", *PEOPLE]
TOLD_APART_BY = ["published_on", "published_sequence", "publisher", "value"]


def name_incidents(appearances: pd.DataFrame) -> pd.Series:
    """Return the incident of each appearance: the recorded one, or the one that its scope names."""
    recorded = appearances["incident"]
    scopes = Distinct.of(appearances["scope"])
    ordinal = scopes.contains(ONE_OF_SEVERAL)
    local = (appearances["basis"] == Basis.PERIOD) & ((appearances["place"] != "") | ordinal)
    events = scopes.each(name_event)
    unnamed = local & (recorded == "") & (events != "")
    if not unnamed.any():
        return recorded
    told = appearances[[*SAID_AT_ONCE, *TOLD_APART_BY]][unnamed].assign(event=events)
    apart = told[_told_apart(told) | ordinal[told.index]]
    return apart["event"].reindex(recorded.index).fillna(recorded)


def name_event(scope: str) -> str:
    """Return what a scope says of the event, without what it says of the toll.

    >>> name_event("bus stop, evening; includes 2 children"), name_event("of the 22 injured")
    ('bus stop, evening', '')
    """
    parts = (part.strip() for part in scope.split(";"))
    return "; ".join(part for part in parts if part and not OF_A_TOLL.search(part))


def _told_apart(told: pd.DataFrame) -> pd.Series:
    """Say which rows name an event beside another one of the same place, days, people and claimant."""
    said = number_distinct(told[column] for column in SAID_AT_ONCE)
    subject = pd.Series(said, index=told.index)
    at_once = told[told["published_sequence"].isna() & told["published_on"].notna()]
    days = at_once.groupby([subject[at_once.index], at_once["published_on"]], sort=False)
    events, numbers = days["event"].transform("nunique"), days["value"].transform("nunique")
    # One number under two descriptions by two relays is one statement; on one page it is two events.
    one_page = days["publisher"].transform("nunique") == 1
    several = at_once[(events > 1) & ((numbers >= events) | one_page)]
    apart = pd.MultiIndex.from_arrays([subject[several.index], several["event"]])
    return pd.Series(pd.MultiIndex.from_arrays([subject, told["event"]]).isin(apart), index=told.index)
