"""What is missing: a reader must see what a week does not hold. Silence and absence are not zero."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.publishing.document import Bullets, Section
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.gaps import name_all_gaps, name_unverified
from casualty_ledger.publishing.week.losses.followed import followed_increments, name_total
from casualty_ledger.wording.claimant_names import with_article
from casualty_ledger.wording.labels import label_day, label_days
from casualty_ledger.wording.language import mark, phrase, translate, translate_counted
from casualty_ledger.wording.sentences import join, listed
from casualty_ledger.wording.traced_text import Sentence, counted, fill, sentence, words

USUAL_WEEKS, USUAL_TIMES = 4, 3
# Kinds of claimants that are no body of their own, and words for whoever spoke.
NO_BODIES = ("compiled", "joint_statement", "unnamed", "social_media", "news_outlet", "unregistered")
LABEL = r"(?i)\b(?:officials|authorities|sources|media|military|bloggers)$"
# So many times as many figures as usual, or as few, are no usual number; more of them are not all.
UNUSUAL = 1.5
LACKS = mark("What this ledger lacks this week")


def compose_missing(edition: Edition) -> Section:
    """Compose all that the ledger lacks of the week, in one place: rows, verification, sources, figures."""
    said = [
        *_left_out(edition),
        *_not_recorded(edition),
        *_not_verified(edition),
        _silent(edition),
        say_coverage(edition),
    ]
    return Section(translate(LACKS), (Bullets(tuple(said)),))


def compose_left_out(edition: Edition) -> Section | None:
    """Compose which sheets are not in the ledger, where there are such."""
    said = tuple(_left_out(edition))
    return Section(translate("Missing from this ledger"), (Bullets(said),)) if said else None


def _left_out(edition: Edition) -> list[Sentence]:
    return [
        sentence("The sheet {sheet} could not be read: none of its figures is in this report.", sheet=sheet)
        for sheet in edition.ledger.left_out
    ]


def _not_recorded(edition: Edition) -> list[Sentence]:
    gaps = name_all_gaps(edition)
    said = [sentence("This ledger has recorded {gaps}.", gaps=join(gaps))] if gaps else []
    together = [*said, *_no_increment(edition)]
    return [join(together, " ")] if together else []


def _no_increment(edition: Edition) -> list[Sentence]:
    said = []
    for series in edition.conflict.file.followed:
        week = followed_increments(edition, series, edition.week)[0].iloc[0]
        if not week["derived"]:
            said.append(
                sentence(
                    "The weekly increment of {total} cannot be derived: {reason}.",
                    total=name_total(edition, series),
                    reason=week["reason"],
                )
            )
    return said


def _not_verified(edition: Edition) -> list[Sentence]:
    unverified = name_unverified(edition)
    if not unverified:
        return []
    return [sentence("Not verified, as far as this ledger holds: {what}.", what=join(unverified))]


def _silent(edition: Edition) -> Sentence:
    silent = _silent_claimants(edition)
    if not silent:
        return sentence(
            "No regular source is missing: this ledger holds a figure of every body that it had in three of "
            "the four weeks before."
        )
    return sentence(
        "In this ledger in three of the four weeks before, and with no figure of {days}: {claimants}. They "
        "may have published; what is not recorded is not zero.",
        days=label_days(pd.Timestamp(edition.week.monday), pd.Timestamp(edition.week.sunday)),
        claimants=listed(silent, most=8),
    )


def _silent_claimants(edition: Edition) -> list[str]:
    """Name the bodies that published in three of the four weeks before and did not in this one.

    A label for whoever spoke ("officials"), a side as such, a medium or a sum of several is no body: that
    nobody printed a number under it says nothing of who was silent. What came out on the day of the brief is
    in it; one who published again between that day and the vintage is named with that day.
    """
    figures = edition.figures[_speak_as_bodies(edition)]
    figures = figures[["claimant", "published_on"]].dropna(subset="published_on")
    age = (pd.Timestamp(edition.week.monday) - figures["published_on"]).dt.days
    weeks_ago = (age + 6) // 7
    before = figures[weeks_ago.between(1, USUAL_WEEKS)]
    times = weeks_ago[before.index].groupby(before["claimant"]).nunique()
    now = set(figures.loc[weeks_ago == 0, "claimant"]) | set(edition.in_week["claimant"])
    silent = sorted(set(times[times >= USUAL_TIMES].index) - now)
    after = figures[weeks_ago < 0].groupby("claimant")["published_on"].min()
    by_brief = after[after <= pd.Timestamp(edition.week.brief_day)]
    silent = [who for who in silent if who not in by_brief.index]
    return [_name_silent(who, after.get(who)) for who in silent]


def _speak_as_bodies(edition: Edition) -> pd.Series:
    """Say of which figures the claimant is a body or an office of the register, that can fall silent."""
    figures, conflict = edition.figures, edition.conflict
    name = figures["claimant"].str.partition(" (")[0]
    sides = {conflict.name_side(side) for side in conflict.sides}
    label = name.isin(sides) | name.str.contains(LABEL)
    return ~label & ~figures["claimant_kind"].isin(NO_BODIES)


def _name_silent(claimant: str, again: pd.Timestamp | None) -> str:
    name = with_article(claimant)
    if again is None:
        return name
    return phrase("{claimant} (published again on {day})", claimant=name, day=label_day(again))


def _recorded(figures: int, claimants: int) -> Sentence:
    if not figures:
        return words(translate("no figure of the days of this week"))
    sources = fill(
        translate_counted("{count} source", "{count} sources", claimants),
        count=counted(claimants, translate("claimants of this week")),
    )
    return fill(
        translate_counted("{count} figure by {sources}", "{count} figures by {sources}", figures),
        count=counted(figures, translate("figures of this week, published by the Monday after it")),
        sources=sources,
    )


def say_coverage(edition: Edition) -> Sentence:
    """Say in words how much the ledger holds of the week against what is usual."""
    known = edition.in_week[edition.in_week["published_on"] <= pd.Timestamp(edition.week.brief_day)]
    said = _recorded(edition.coverage.by_monday, known["claimant"].nunique())
    return join([_against_usual(edition, said), *_about_earlier_days(edition)], " ")


def _about_earlier_days(edition: Edition) -> list[Sentence]:
    """Say what first came out in the week about earlier days: a brief may lead with it."""
    earlier = edition.newly_published
    if earlier.empty:
        return []
    said = _recorded(len(earlier), earlier["claimant"].nunique())
    return [sentence("About earlier days, not in last week’s brief: {recorded}.", recorded=said)]


def _against_usual(edition: Edition, said: Sentence) -> Sentence:
    coverage = edition.coverage
    if coverage.usual is None:
        return sentence(
            "Recorded here of the days of this week: {recorded}; no usual number is known yet.", recorded=said
        )
    usual = fill(
        translate_counted("{count} figure", "{count} figures", round(coverage.usual)),
        count=counted(round(coverage.usual), translate("the median of the twelve weeks before")),
    )
    if coverage.is_thin:
        much = mark(
            "Thinly recorded of the days of this week: {recorded}; usually {usual}. "
            "Little recorded is not little harm."
        )
    elif coverage.by_monday < coverage.usual / UNUSUAL:
        much = mark(
            "Recorded here of the days of this week: {recorded}, fewer than usual ({usual}). "
            "Little recorded is not little harm."
        )
    elif coverage.by_monday > coverage.usual * UNUSUAL:
        much = mark("Recorded here of the days of this week: {recorded}, more than usual ({usual}).")
    else:
        much = mark("Recorded here of the days of this week: {recorded}, about as many as usual ({usual}).")
    return sentence(much, recorded=said, usual=usual)
