"""Badges in words: how sure a number is, and whose word it is."""

from __future__ import annotations

from collections.abc import Iterable

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.week.badges import Badge
from casualty_ledger.wording.claimant_names import short_claimant
from casualty_ledger.wording.conflict_words import say_side, say_text
from casualty_ledger.wording.language import mark, phrase, translate

BADGES: dict[Badge, str] = {
    Badge.VERIFIED: mark("verified"),
    Badge.PARTLY_VERIFIED: mark("partly verified"),
    Badge.ESTIMATE: mark("estimate"),
    Badge.DISPUTED: mark("disputed"),
    Badge.ONE_SIDE: mark("one side says"),
    Badge.BOTH_SIDES: mark("both sides say"),
    Badge.NOT_VERIFIED: mark("not verified"),
}
# The same with a name, where one body or one side speaks.
NAMED: dict[Badge, str] = {
    Badge.VERIFIED: mark("verified by {name}"),
    Badge.ESTIMATE: mark("{name} estimates"),
    Badge.ONE_SIDE: mark("{name} says"),
}


def name_badge(badge: Badge, figures: Iterable[ReportedFigure] = ()) -> str:
    """Say how sure a number of these figures is, in a few words that stand beside it.

    >>> name_badge(Badge.ONE_SIDE), name_badge(Badge.DISPUTED)
    ('one side says', 'disputed')
    """
    stated = list(figures)
    name = _name_body(stated) if badge is Badge.VERIFIED else _name_side(stated)
    return phrase(NAMED[badge], name=name) if name and badge in NAMED else translate(BADGES[badge])


def _name_body(figures: list[ReportedFigure]) -> str:
    """Name who verified a number, where one body did; a monitor by its short name."""
    claimants = {str(figure["claimant"]) for figure in figures}
    if len(claimants) != 1:
        return ""
    conflict = conflict_of(str(figures[0]["conflict"]))
    short = {each.claimant: each.short for each in conflict.file.monitors}
    name = claimants.pop()
    return say_text(conflict, short[name]) if name in short else short_claimant(name)


def _name_side(figures: list[ReportedFigure]) -> str:
    """Name the side that fights and speaks, where it is one."""
    sides = {
        (str(figure["conflict"]), str(figure["claimant_side"]))
        for figure in figures
        if conflict_of(str(figure["conflict"])).is_side(str(figure["claimant_side"]))
    }
    if len(sides) != 1:
        return ""
    conflict, side = sides.pop()
    return capital(say_side(conflict_of(conflict), side))
