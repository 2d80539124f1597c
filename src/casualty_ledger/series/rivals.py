"""Rivals: statements about one thing that cannot all be so, and those that only follow each other.

Of an event, numbers that rise from one telling to the next are one running toll, whoever reads it. Numbers
are in conflict where they are told at once, where a later one is lower although it is no stale relay, or
where the sides that fight say otherwise. Of a level or a total of one day, any two that do not meet are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from casualty_ledger.series.moments import Said, order_of
from casualty_ledger.series.scope_gaps import disputes, explains, later_numbers

# A number that is so coarse beside its size may be another, rounded.
FINE = 20
# So many times its step is the least of a minimum that is another number with its last digits left out.
COARSE = 5
ROUND = (10, 100, 1000, 10_000, 100_000)
LATER_DAYS = 2


def meet(one: Said, other: Said) -> bool:
    """Say whether the bounds of two statements meet, or one number is the other rounded."""
    if one.value == other.value or (one.lower <= other.upper and other.lower <= one.upper):
        return True
    return are_roundings(one.value, other.value)


def are_roundings(one: float, other: float) -> bool:
    """Say whether one of two numbers is the other, rounded to what is small beside it.

    >>> are_roundings(6900, 6884), are_roundings(500, 485)
    (True, False)
    """
    if math.isnan(one) or math.isnan(other):
        return False
    steps = (to for number in (one, other) for to in ROUND if number % to == 0 and to * FINE <= number)
    return any(abs(one - other) * 2 <= to for to in steps)


def _differ(one: Said, other: Said) -> bool:
    return not meet(one, other) and not explains(one, other) and not _holds_others(one, other)


def _holds_others(one: Said, other: Said) -> bool:
    """Say whether the higher of two numbers holds as many of other people as it is higher."""
    high, low = (one, other) if one.lower > other.lower else (other, one)
    return high.value - low.value in high.others_within


def clash_of_tolls(said: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Yield the pairs of statements about one event, the higher first, that no running toll explains."""
    restated = {each.figure_id for each in said if is_superseded(each, said)}
    for high in said:
        for low in said:
            if low.open_upper >= high.lower or low.is_narrow or not _differ(high, low):
                continue
            # What was told at once contradicts itself, whatever is said later.
            at_once = order_of(low, high) == 0 and high.claimant != low.claimant and not _corrects(low, high)
            if at_once and _has_risen(high, low, said):
                continue
            stands = restated.isdisjoint((high.figure_id, low.figure_id)) or _is_maintained(high, low, said)
            if at_once or (stands and (_is_disputed(high, low) or _clashes(high, low, said))):
                yield high, low


def _corrects(low: Said, high: Said) -> bool:
    return low.corrects and low.side == high.side


def _is_maintained(high: Said, low: Said, said: Sequence[Said]) -> bool:
    """Say whether sides that fight have met in no later number: an open minimum takes nothing back."""
    if not (high.is_side and low.is_side and high.side != low.side):
        return False
    return not any(
        each.claimant == told.claimant
        and order_of(each, told) == 1
        and each.upper < math.inf
        and meet(each, other)
        for told, other in ((high, low), (low, high))
        for each in said
    )


def is_superseded(told: Said, said: Sequence[Said]) -> bool:
    """Say whether a claimant has said another number of the same thing later."""
    own = (each for each in said if each.claimant == told.claimant and each.value != told.value)
    return any(order_of(each, told) == 1 for each in own)


def _is_conceded(high: Said, low: Said, said: Sequence[Said]) -> bool:
    """Say whether another body of a side repeats, no earlier than its own, the number of the other side."""
    return any(
        each.side == told.side
        and each.claimant != told.claimant
        and order_of(each, told) != -1
        and _repeats(each, other)
        for told, other in ((high, low), (low, high))
        for each in said
    )


def _repeats(told: Said, other: Said) -> bool:
    """Say whether a number is another's, as it stands or rounded: "more than fifty" is how 53 is said."""
    if told.value == other.value or are_roundings(told.value, other.value):
        return True
    steps = [to for to in (1, *ROUND) if told.value % to == 0 and to * COARSE <= told.value]
    return bool(steps) and told.upper == math.inf and told.lower <= other.value < told.value + max(steps)


def _is_disputed(high: Said, low: Said) -> bool:
    """Say whether one of two claimants' statements is set against the other's number in its own words."""
    if high.claimant == low.claimant or order_of(low, high) == -1:
        return False
    return disputes(low, high, is_lower=True) or disputes(high, low, is_lower=False)


def _clashes(high: Said, low: Said, said: Sequence[Said]) -> bool:
    order = order_of(low, high)
    if high.claimant == low.claimant:
        undated = high.is_monitor and high.day is None and low.day is None
        return order == 0 or (order is None and (undated or _are_of_one_whole(high, low)))
    if high.is_side and low.is_side and high.side != low.side:
        return not _is_conceded(high, low, said)
    if order is None or order < 0 or _corrects(low, high):
        return False
    return order == 0 or _is_new_and_lower(high, low, said)


def _are_of_one_whole(high: Said, low: Said) -> bool:
    """Say whether a claimant gives two numbers, on one day, for a part of one whole: it has not risen."""
    if high.is_of_a_moment or low.is_of_a_moment or high.scope != low.scope:
        return False
    return high.whole == low.whole is not None and high.day == low.day is not None


def _is_new_and_lower(high: Said, low: Said, said: Sequence[Said]) -> bool:
    """Say whether a later, lower number is its claimant's own finding and no relay of what stood before."""
    if (
        low.is_relay
        or _have_died(high, low)
        or _is_repeated(low, high, said)
        or any(each.value == low.value and order_of(each, high) in (-1, 0) for each in said)
    ):
        return False
    confirmed = any(
        each.lower <= each.value >= high.lower and each.claimant not in (high.claimant, low.claimant)
        for each in said
    )
    late = low.day is not None and high.day is not None and low.day - high.day >= LATER_DAYS
    # Beside more killed, fewer injured are no stale count, nor is a smaller part of a larger whole.
    return late or _tells_of_more_killed(low, high) or _is_of_more(low, high) or not confirmed


def _is_repeated(low: Said, high: Said, said: Sequence[Said]) -> bool:
    """Say whether a claimant only says again what it had said by the day of the higher number."""
    own = (each for each in said if each.claimant == low.claimant and each.value == low.value)
    return any(
        order_of(each, low) == -1 and each.day is not None and high.day is not None and each.day <= high.day
        for each in own
    )


def _has_risen(high: Said, low: Said, said: Sequence[Said]) -> bool:
    """Say whether bodies of one side were read as a toll rose: on that day another page tells of more."""
    if high.disputes or low.disputes or high.day is None:
        return False
    return any(
        each.day == high.day and each.page != high.page and each.lower > high.upper and not each.is_relay
        for each in said
    )


def _tells_of_more_killed(one: Said, other: Said) -> bool:
    return one.killed is not None and other.killed is not None and one.killed > other.killed


def _is_of_more(one: Said, other: Said) -> bool:
    return one.whole is not None and other.whole is not None and one.whole > other.whole


def _have_died(high: Said, low: Said) -> bool:
    """Say whether as many more are killed beside a lower number of injured as it is lower."""
    if high.killed is None or low.killed is None:
        return False
    return low.killed - high.killed >= high.lower - low.upper


def clash_of_levels(said: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Yield the pairs, the higher first, of a level that two state at once, or on one day."""
    for high in said:
        for low in said:
            if high.lower > low.upper and _differ(high, low):
                order = order_of(low, high)
                same_day = high.day is not None and high.day == low.day
                same_day &= not (high.is_inferred or low.is_inferred)
                if order == 0 or (
                    order is None and same_day and not (high.is_of_a_moment or low.is_of_a_moment)
                ):
                    yield high, low


def clash_of_counts(said: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Yield the pairs, the higher first, of counts of one thing that is over: an exchange, a month."""
    for high in said:
        for low in said:
            restated = high.claimant == low.claimant and order_of(low, high) not in (None, 0)
            if high.lower > low.open_upper and not restated and _differ(high, low):
                yield high, low


def clash_of_totals(said: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Yield the pairs, the higher first, of totals for one last day: there, later does not supersede."""
    for high in said:
        for low in said:
            if high.lower > low.upper and _differ(high, low) and not may_be_earlier(low, high, said):
                yield high, low


def may_be_earlier(low: Said, high: Said, said: Sequence[Said]) -> bool:
    """Say whether a lower total may be an earlier state of what its own side counts.

    It is of no certain day, or a row of its claimant says that another's later number is the higher one. Of
    one page that gives no day for two numbers of one claimant, both are of one day.
    """
    own = low.claimant == high.claimant
    if not own and not (low.is_side and low.side == high.side):
        return False
    if own:
        return low.of_no_day and not (high.of_no_day and low.page == high.page != "")
    told = (each.texts for each in said if each.claimant == low.claimant)
    return low.of_no_day or any(high.value in later_numbers(texts) for texts in told)
