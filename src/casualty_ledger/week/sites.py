"""Sites: which numbers of an event count one of several sites that it struck."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.ledger.statements import whole_of
from casualty_ledger.series.incidents import find_spots
from casualty_ledger.vocabulary import Basis
from casualty_ledger.week.tolls import size_of

# "Both dormitories" counts all of several sites, of which "a dormitory" is one.
ALL_SITES = re.compile(r"(?:both|all|the (?:two|three)|two|three) ([a-z]+?)(ies|s)\b")


def name_one_site(scope: pd.Series, event: pd.Series) -> pd.Series:
    """Name the site of a number that counts one of several of its event, where another number counts all."""
    sites = pd.Series("", index=scope.index, dtype="str")
    for text, named in sorted({*zip(scope, event, strict=True)}):
        if one := _name_of_one(text):
            told = scope[event == named].str.extract(rf"^([^;,]*\b{one}\b)", expand=False).dropna()
            sites.loc[told.index] = told
    return sites


def counts_all_of_its_own(figures: pd.DataFrame, told: pd.DataFrame) -> pd.Series:
    """Say which parts are parts of a running total, or of a region's number, alone: all of their own event.

    Of a number of the same town they may be some people only.
    """
    wide = told[((told["basis"] == Basis.CUMULATIVE) | _counts_no_town(told)) & ~told["is_part"]]
    wholes: set[object] = {(row["measure"], size_of(row)) for row in figures_of(wide)}
    parts = [
        bool(row["is_part"]) and (row["measure"], whole_of(row["scope"], row["overlaps"])) in wholes
        for row in figures_of(figures)
    ]
    # A part that has no name of its own is named by its whole.
    named = [bool(text) and whole_of(text, "") is None for text in figures["subgroup"]]
    is_group = (figures["sex"] != "") | (figures["age_group"] != "") | np.array(named, dtype=bool)
    return pd.Series(parts, index=figures.index, dtype=bool) & ~is_group & ~_counts_no_town(figures)


def _counts_no_town(figures: pd.DataFrame) -> pd.Series:
    spots = find_spots(figures)
    return (spots["town"] == "") & (spots["region"] != "")


def join_spelled_sites(site: pd.Series, event: pd.Series) -> pd.Series:
    """Give a site that others of its event name with more words ("port, quay 3") the shorter name."""
    joined = site.copy()
    for named, told in site[site != ""].groupby(event, sort=False):
        short = sorted(set(told), key=len)
        for long in short:
            of = next((each for each in short if long.startswith(f"{each}, ")), None)
            if of is not None and named:
                joined[(event == named) & (site == long)] = of
    return joined


def counts_one_spot(figures: pd.DataFrame, event: pd.Series) -> pd.Series:
    """Say which figures count one spot of an event's town of which their claimant counts more people in all.

    "A town (later strike)" beside a higher number of the same body for the town: whatever harm it counts
    there is a part of the town's.
    """
    found = pd.Series(False, index=figures.index)
    # Few events of one claimant have more than one place.
    several = figures["place"].groupby([event, figures["claimant"]]).transform("nunique") > 1
    chosen = figures[several]
    keyed = chosen.assign(event=event[several], size=[size_of(row) for row in figures_of(chosen)])
    for _, told in keyed.groupby(["event", "claimant"], sort=False):
        places = told.groupby(["place", "measure"])["size"].max()
        for place in told["place"].unique():
            wider = [each for each in told["place"].unique() if place.startswith((f"{each} (", f"{each}, "))]
            if any(_counts_more(places[each], places[place]) for each in wider):
                found.loc[told.index[told["place"] == place]] = True
    return found


def _counts_more(town: pd.Series, spot: pd.Series) -> bool:
    """Say whether a town's numbers are higher than a spot's, for every harm that both count, one at least."""
    both = spot.index.intersection(town.index)
    return len(both) > 0 and bool((town[both] > spot[both]).all())


def is_one_of(site: str, sites: str) -> bool:
    """Say whether a name tells of one of the sites of which another name tells together.

    >>> is_one_of("station dormitory", "both dormitories"), is_one_of("market", "both dormitories")
    (True, False)
    """
    one = _name_of_one(sites)
    return bool(one and re.search(rf"\b{one}\b", site))


def _name_of_one(sites: str) -> str:
    """Return what one of several sites is called, where a text tells of all of them."""
    found = ALL_SITES.match(sites)
    return found[1] + ("y" if found[2] == "ies" else "") if found else ""
