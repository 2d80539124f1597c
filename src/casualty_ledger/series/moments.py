"""Moments: which of two statements about one thing was told before the other, as far as the record tells.

A toll that is read at successive hours rises; so do the numbers of several bodies that read it one after the
other. What shows the moment is the day, the hour, the order on a page, the whole of which a part is told, and
of the injured how many were killed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.caveats import SAID
from casualty_ledger.ledger.statements import whole_of
from casualty_ledger.vocabulary import PARTS_OF_CIVILIANS, Caveat, DatePrecision, Verification

HOUR = re.compile(r"(?<![\d:/.])([01]?\d|2[0-3]):([0-5]\d)(?![\d:]| ?[AaPp]\.?[Mm])")
PAGE_TIME = re.compile(r"\bpage time [\d:.]+")
REPLACED = re.compile(SAID[Caveat.REPLACED])
# "Revises the earlier 7" tells of another number.
EARLIER = re.compile(r"\b(?:earlier(?! than| \d)|previous|first (?:count|toll)|before that|initial)")
# Signs of a moment that is not told exactly: such statements of one page may be of different hours.
OF_A_MOMENT = re.compile(
    r"\b(?:earlier|later|updated?|preliminary|first|initial|final|as of|state at|morning|evening|night|noon"
    r"|afterwards?|background|so far|still|restated|ended|finished|completed?|before|after|January|February"
    r"|March|April|May|June|July|August|September|October|November|December)\b"
)
CORRECTS = re.compile(
    r"\b(?:lowered|corrected|correction|revise[ds]|revived|updated data|had been given earlier|withdrawn"
    r"|downward|final data)\b"
)
# The recorder, or the source, says that two numbers do not agree.
DISPUTES = re.compile(
    r"\b(?:conflicts? with|contradicts?|(?:lower|higher|fewer) than|half the (?:\w+ ){1,3}given by)\b"
    r"|\bsame page[:,] .*\b(?:says|than)\b"
)
# An hour of the evening, told beside one of the night, may be that of the day before.
EVENING, MORNING = 20 * 60, 8 * 60
# A scope that is narrower than the place: such a number may well be lower.
NARROW = re.compile(
    r"\b(?:only|on the spot|district|from (?:one|the) \w+|displaced|workers|employees|officers|staff|"
    r"direction|sector|axis)\b"
)
COUNT = re.compile(r"(?<![\d,.:])\d+(?![\d,.:])")
# Who tells what others have counted counts nothing.
RELAYS = ("news_outlet", "compiled", "joint_statement", "unnamed", "social_media")
SLACK = 1
# The columns of a figure that `read_said` needs.
READ = ["figure_id", "conflict", "claimant", "claimant_side", "claimant_kind", "lower", "value", "upper"]
READ += [
    "rounded_to",
    "is_floor",
    "verification",
    "published_on",
    "published_precision",
    "published_sequence",
]
READ += ["address", "scope", "overlaps", "method", "note", "is_part", "population"]
# What placing it beside others tells of it (see `disputes.place_things`).
PLACED = ["page_whole", "page_killed", "page_injured", "of_no_day"]


class Said(NamedTuple):
    """One statement, with what shows when it was told, absent where nothing does.

    Days and minutes count up.
    """

    figure_id: str
    claimant: str
    side: str
    is_side: bool
    is_relay: bool
    is_monitor: bool
    lower: float
    upper: float
    value: float
    rounded_to: int
    is_floor: bool
    day: int | None
    is_inferred: bool
    minute: int | None
    sequence: int | None
    page: str
    whole: int | None
    killed: int | None
    injured: int | None
    is_earlier: bool
    is_of_a_moment: bool
    is_replaced: bool
    corrects: bool
    disputes: bool
    is_part: bool
    is_narrow: bool
    of_no_day: bool
    others_within: frozenset[int]
    scope: str
    texts: str

    @property
    def open_upper(self) -> float:
        """The upper bound as a statement about the toll: none where the number is a minimum."""
        return math.inf if self.is_floor else self.upper


def read_said(figure: Mapping[Any, Any]) -> Said:
    """Read a reported figure as a statement in the order of its telling."""
    texts = "; ".join(str(figure[name]) for name in ("scope", "overlaps", "method", "note") if figure[name])
    hour = HOUR.search(PAGE_TIME.sub("", texts))
    whole = whole_of(str(figure["scope"]), str(figure["overlaps"]))
    exact = figure["published_precision"] in (DatePrecision.DAY, DatePrecision.INFERRED_DAY)
    dated = exact and not pd.isna(figure["published_on"])
    verified = figure["verification"] in (Verification.INDIVIDUALLY_VERIFIED, Verification.VISUALLY_CONFIRMED)
    return Said(
        figure_id=str(figure["figure_id"]),
        claimant=str(figure["claimant"]),
        side=str(figure["claimant_side"]),
        is_side=conflict_of(str(figure["conflict"])).is_side(str(figure["claimant_side"])),
        is_relay=figure["claimant_kind"] in RELAYS,
        is_monitor=figure["claimant_kind"] in ("un_body", "monitor"),
        lower=0.0 if pd.isna(figure["lower"]) else float(figure["lower"]),
        upper=math.inf if pd.isna(figure["upper"]) else float(figure["upper"]),
        value=math.nan if pd.isna(figure["value"]) else float(figure["value"]),
        rounded_to=1 if pd.isna(figure["rounded_to"]) else int(figure["rounded_to"]),
        is_floor=bool(figure["is_floor"]) or verified,
        day=figure["published_on"].toordinal() if dated else None,
        is_inferred=figure["published_precision"] == DatePrecision.INFERRED_DAY,
        minute=60 * int(hour[1]) + int(hour[2]) if hour else None,
        sequence=None if pd.isna(figure["published_sequence"]) else int(figure["published_sequence"]),
        page=str(figure["address"]),
        whole=whole if whole is not None else _number(figure.get("page_whole")),
        killed=_number(figure.get("page_killed")),
        injured=_number(figure.get("page_injured")),
        is_earlier=bool(EARLIER.search(texts)),
        is_of_a_moment=bool(hour or OF_A_MOMENT.search(texts)) or not pd.isna(figure["published_sequence"]),
        is_replaced=bool(REPLACED.search(texts)),
        corrects=bool(CORRECTS.search(texts)),
        disputes=bool(DISPUTES.search(texts)),
        is_part=bool(figure["is_part"]) or figure["population"] in PARTS_OF_CIVILIANS,
        is_narrow=_is_narrow(str(figure["scope"]), figure["value"]),
        of_no_day=bool(figure.get("of_no_day", False)),
        others_within=figure.get("others_within", frozenset()),
        scope=str(figure["scope"]),
        texts=texts,
    )


def _is_narrow(scope: str, value: Any) -> bool:
    """Say whether a scope leaves people out; "4 workers + 2 others" only tells of whom the six are made."""
    return bool(NARROW.search(scope)) and _number(value) not in _sums_of(scope)


def _sums_of(scope: str) -> set[int]:
    made = (COUNT.findall(phrase) for phrase in scope.split(";") if "+" in phrase)
    return {sum(map(int, counts)) for counts in made if len(counts) > 1}


def _number(value: Any) -> int | None:
    return None if value is None or pd.isna(value) else int(value)


def order_of(one: Said, other: Said) -> int | None:
    """Say whether one was told before the other (-1), after it (1) or at once (0); None: nothing tells."""
    if one.day == other.day and one.is_replaced != other.is_replaced:
        return -1 if one.is_replaced else 1
    if one.whole is not None and other.whole is not None and one.claimant != other.claimant:
        by_whole = _sign(one.whole - other.whole)
        # A whole that is lower on a later day is in dispute itself, and tells no hour.
        if by_whole * (_by_day(one, other) or 0) >= 0:
            return by_whole
    if one.page and one.page == other.page and one.day == other.day:
        order = _on_a_page(one, other)
        return _by_killed(one, other) if order is None else order
    return _within_a_day(one, other) if one.day == other.day is not None else _by_day(one, other)


def _by_killed(one: Said, other: Said) -> int | None:
    """Tell the order of two counts of injured on a page by the killed beside them, who only become more.

    From page to page killed are recounted, too.
    """
    if one.killed is None or other.killed is None or one.killed == other.killed:
        return None
    return _sign(one.killed - other.killed)


def _by_day(one: Said, other: Said) -> int | None:
    if one.day is None or other.day is None:
        return None
    apart = one.day - other.day
    later = one if apart > 0 else other
    # "As of 16:00", printed on the next day, may be the hour of either.
    doubt = one.is_inferred or other.is_inferred or later.minute is not None or later.is_earlier
    return None if doubt and abs(apart) <= SLACK else _sign(apart)


def _on_a_page(one: Said, other: Said) -> int | None:
    if one.is_earlier != other.is_earlier:
        return -1 if one.is_earlier else 1
    within = _within_a_day(one, other)
    if within is not None or one.disputes or other.disputes:
        return within or 0
    if one.is_of_a_moment or other.is_of_a_moment:
        return None
    # Bodies of one state, quoted on one page, count one after the other.
    one_voice = one.is_side and one.side == other.side and one.claimant != other.claimant and not one.is_part
    return None if one_voice and not _cross(one, other) else 0


def _cross(one: Said, other: Said) -> bool:
    """Say whether of two who count killed the one that tells of more tells of fewer injured.

    As many fewer as there are more killed may have died.
    """
    if one.injured is None or other.injured is None:
        return False
    more, fewer = one.value - other.value, other.injured - one.injured
    return more * fewer > 0 and abs(fewer) > abs(more)


def _within_a_day(one: Said, other: Said) -> int | None:
    # An hour of a day that is not known for certain may be that of the day before.
    doubt = (one.is_inferred or other.is_inferred) and not (one.page and one.page == other.page)
    if one.minute is not None and other.minute is not None and one.minute != other.minute and not doubt:
        first, last = sorted((one.minute, other.minute))
        overnight = first < MORNING and last >= EVENING
        return None if overnight else _sign(one.minute - other.minute)
    if one.claimant == other.claimant and one.sequence is not None and other.sequence is not None:
        return _sign(one.sequence - other.sequence)
    return None


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
