"""Claimed scopes: what claimants of rival numbers say that they count, and which numbers that explains.

Who says that it leaves out areas or cases may well be below another. That it is above, no scope explains.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.scope_gaps import bodies_of, mix_of, scope_of
from casualty_ledger.vocabulary import Basis, Verification

VERIFIED = "verified cases only"
# Words of a scope that can only make its number lower.
LEAVES_OUT = re.compile(
    r"\b(?:exclud\w*|not (?:covered|included|counted)|only|except|cases|documented|registered|confirmed|"
    r"established|verified|list of)\b",
    re.IGNORECASE,
)
# "One and other regions": the areas that a number is of.
SEVERAL = " and "

Pair = tuple[ReportedFigure, ReportedFigure]


def bounds_meet(told: Sequence[Mapping[Any, Any]]) -> bool:
    """Say whether all bounds of figures meet: an absent bound excludes nothing."""
    lower = [each["lower"] for each in told if not pd.isna(each["lower"])]
    upper = [each["upper"] for each in told if not pd.isna(each["upper"])]
    return not lower or not upper or bool(max(lower) <= min(upper))


def counts_verified(figure: ReportedFigure) -> bool:
    """Say whether a number holds verified cases only, although its scope says nothing of areas or cases."""
    verified = figure["verification"] == Verification.INDIVIDUALLY_VERIFIED
    return verified and not scope_of(figure["scope"])


def is_of_scope(told: Sequence[ReportedFigure]) -> bool:
    """Say whether scope explains every two claimants whose bounds do not meet."""
    scopes, pairs = _scopes(told), _rivals_apart(told)
    return bool(pairs) and all(_explain(scopes, *pair) for pair in pairs)


def split_by_scope(told: Sequence[ReportedFigure]) -> Iterator[tuple[list[ReportedFigure], bool]]:
    """Yield the totals of one last day that scope does not explain and those that it does, with which it is.

    What scope explains in full, or not at all, is one set.
    """
    scopes, pairs = _scopes(told), _rivals_apart(told)
    for explained in (False, True):
        ids = {each["figure_id"] for pair in pairs for each in pair if _explain(scopes, *pair) is explained}
        own = [each for each in told if each["figure_id"] in ids]
        if own:
            yield own, explained


def may_split(told: Sequence[ReportedFigure]) -> bool:
    """Say whether these are totals of which scope explains some and not others."""
    scopes, pairs = _scopes(told), _rivals_apart(told)
    totals = all(each["basis"] == Basis.CUMULATIVE for each in told)
    return totals and len({_explain(scopes, *pair) for pair in pairs}) > 1


def name_gap(told: Sequence[ReportedFigure]) -> str:
    """Name the gap in scope: what each claimant counts, as far as it says."""
    said = [f"{who.partition(' (')[0]}: {scope}" for who, scope in _scopes(told).items() if scope]
    return "different scope. " + "; ".join(said)


def _rivals_apart(told: Sequence[ReportedFigure]) -> list[Pair]:
    """Return the pairs of claimants whose bounds do not meet, the lower number first."""
    pairs = [pair for pair in combinations(told, 2) if not bounds_meet(pair)]
    rivals = [pair for pair in pairs if pair[0]["claimant"] != pair[1]["claimant"]]
    return [(one, other) if _is_below(one, other) else (other, one) for one, other in rivals]


def _is_below(one: ReportedFigure, other: ReportedFigure) -> bool:
    return bool(not pd.isna(one["upper"]) and not pd.isna(other["lower"]) and one["upper"] < other["lower"])


def _explain(scopes: Mapping[str, str], low: ReportedFigure, high: ReportedFigure) -> bool:
    below, above = scopes[str(low["claimant"])], scopes[str(high["claimant"])]
    return below != above and (below != "" or not LEAVES_OUT.search(above))


def _area_of(figure: ReportedFigure, told: Sequence[ReportedFigure]) -> str:
    """Return the regions that a number is of, where another's are some of them, or they some of another's."""
    own = str(figure["admin1"])
    areas = {str(each["admin1"]) for each in told} - {"", own}
    return own if own and any(_holds(own, each) or _holds(each, own) for each in areas) else ""


def _holds(areas: str, area: str) -> bool:
    return SEVERAL in areas and SEVERAL not in area and area.partition(" ")[0] in areas


def _scopes(told: Sequence[ReportedFigure]) -> dict[str, str]:
    """Return what each claimant says is inside or outside its number, empty where it does not say."""
    scopes = defaultdict[str, dict[str, None]](dict)
    for figure in told:
        verified = VERIFIED if counts_verified(figure) else ""
        said = verified or bodies_of(figure) or scope_of(str(figure["scope"])) or mix_of(figure)
        said = said or _area_of(figure, told)
        scopes[str(figure["claimant"])].update(dict.fromkeys([said]))
    return {who: " / ".join(scope for scope in said if scope) for who, said in scopes.items()}
