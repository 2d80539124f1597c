"""Digit slips: numbers that differ by one digit dropped, added, swapped with its neighbour or replaced."""

from __future__ import annotations

ROUND = (10, 100, 1000, 10_000, 100_000)


def is_slip(one: int, other: int) -> bool:
    """Say whether one number is the other with a slip, and not the other rounded."""
    if one == other:
        return False
    low, high = sorted((one, other))
    is_rounded = any(round(high / to) * to == low or round(low / to) * to == high for to in ROUND)
    return not is_rounded and (is_digit_slip(one, other) or is_digit_replaced(one, other))


def is_digit_slip(one: int, other: int) -> bool:
    """Say whether two numbers differ by one digit dropped or added, or by two neighbours swapped.

    >>> is_digit_slip(12000, 126000), is_digit_slip(2340, 2430), is_digit_slip(51, 55)
    (True, True, False)
    """
    shorter, longer = sorted((str(one), str(other)), key=len)
    if len(shorter) < 3 or shorter == longer:
        return False
    if len(longer) == len(shorter) + 1:
        return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))
    swaps = (longer[:n] + longer[n + 1] + longer[n] + longer[n + 2 :] for n in range(len(longer) - 1))
    return len(longer) == len(shorter) and shorter in swaps


def is_digit_replaced(one: int, other: int) -> bool:
    """Say whether two numbers differ by one digit alone, which is not the last: that one may well grow.

    >>> is_digit_replaced(1482, 1982), is_digit_replaced(1482, 1485), is_digit_replaced(52, 92)
    (True, False, False)
    """
    told, also = str(one), str(other)
    if len(told) < 3 or len(told) != len(also):
        return False
    differ = [a != b for a, b in zip(told, also, strict=True)]
    return sum(differ) == 1 and not differ[-1]
