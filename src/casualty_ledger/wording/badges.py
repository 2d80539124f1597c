"""Badges in words: how sure a number is."""

from __future__ import annotations

from casualty_ledger.week.badges import Badge
from casualty_ledger.wording.language import mark, translate

BADGES: dict[Badge, str] = {
    Badge.VERIFIED: mark("verified"),
    Badge.ESTIMATE: mark("estimate"),
    Badge.DISPUTED: mark("disputed"),
    Badge.ONE_SIDE: mark("one side says"),
    Badge.BOTH_SIDES: mark("both sides say"),
    Badge.NOT_VERIFIED: mark("not verified"),
}


def name_badge(badge: Badge) -> str:
    """Say how sure a number is, in one plain word.

    >>> name_badge(Badge.ONE_SIDE)
    'one side says'
    """
    return translate(BADGES[badge])
