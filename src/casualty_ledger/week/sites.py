"""Sites: which numbers of an event count one of several sites that it struck."""

from __future__ import annotations

import re

import pandas as pd

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
