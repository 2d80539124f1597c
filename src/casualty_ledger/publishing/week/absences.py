"""What is missing: a reader must see what a week does not hold. Silence and absence are not zero."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.publishing.document import Bullets, Section
from casualty_ledger.publishing.week.civilian.tables import harm_told, verified_totals
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.losses.followed import followed_increments, name_total
from casualty_ledger.publishing.week.losses.tables import military_told
from casualty_ledger.publishing.week.prisoners.tables import exchanges_in_week
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.wording.claimant_names import with_article
from casualty_ledger.wording.labels import label_day, label_days, label_publication
from casualty_ledger.wording.language import mark, phrase, translate
from casualty_ledger.wording.sentences import listed
from casualty_ledger.wording.traced_text import Sentence, counted, sentence

USUAL_WEEKS, USUAL_TIMES = 4, 3
# Kinds of claimants that are no body of their own, and words for whoever spoke.
NO_BODIES = ("compiled", "joint_statement", "unnamed", "social_media", "news_outlet", "unregistered")
LABEL = r"(?i)\b(?:officials|authorities|sources|media|military|bloggers)$"
NO_HARM = mark("This ledger has recorded no report of civilian harm for days of this week.")
NO_LOSSES = mark("This ledger has recorded no figure of military losses for days of this week.")
NO_EXCHANGE = mark("This ledger has recorded no exchange of prisoners for this week.")


def compose_missing(edition: Edition) -> Section:
    """Compose what the week does not hold, and who usually reports and did not."""
    said = [*_left_out(edition), *_thin(edition), *_absent(edition), _silent(edition)]
    return Section(translate("Missing this week"), (Bullets(tuple(said)),))


def compose_left_out(edition: Edition) -> Section | None:
    """Compose which sheets are not in the ledger, where there are such."""
    said = tuple(_left_out(edition))
    return Section(translate("Missing from this ledger"), (Bullets(said),)) if said else None


def _left_out(edition: Edition) -> list[Sentence]:
    return [
        sentence("The sheet {sheet} could not be read: none of its figures is in this report.", sheet=sheet)
        for sheet in edition.ledger.left_out
    ]


def _thin(edition: Edition) -> list[Sentence]:
    coverage = edition.coverage
    if not coverage.is_thin or coverage.usual is None:
        return []
    how = translate("figures of this week, published by the Monday after it")
    said = sentence(
        "This week is thin in this ledger: figures recorded by its Monday {figures}, usually {usual}. "
        "Few rows do not mean little harm.",
        figures=counted(coverage.by_monday, how),
        usual=counted(round(coverage.usual), translate("the median of the twelve weeks before")),
    )
    return [said]


def _absent(edition: Edition) -> list[Sentence]:
    absences = {
        NO_HARM: harm_told(edition),
        NO_LOSSES: military_told(edition),
        NO_EXCHANGE: exchanges_in_week(edition),
    }
    said = [sentence(none) for none, found in absences.items() if found.empty]
    return [*said, *_no_increment(edition), *_no_new_verified(edition)]


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


def _no_new_verified(edition: Edition) -> list[Sentence]:
    totals = verified_totals(edition)
    if totals.empty or totals["published_on"].max() >= pd.Timestamp(edition.week.monday):
        return []
    last = figures_of(totals.sort_values("published_on", kind="stable"))[-1]
    none = (
        mark(
            "A verified monthly count came out this week, but no new running total by {monitor}{from_when}; "
            "{last}."
        )
        if edition.facts.new_month
        else mark("This ledger has recorded no new verified running total by {monitor}{from_when}; {last}.")
    )
    day = phrase("the last was published {day}", day=label_publication(last))
    monitor = with_article(str(last["claimant"]))
    return [sentence(none, monitor=monitor, from_when=_from_when(last), last=day)]


def _from_when(total: ReportedFigure) -> str:
    """Say from which day a total counts, apart from when it came out."""
    if pd.isna(total["covers_from"]):
        return ""
    said = phrase("(counted from {day})", day=label_day(total["covers_from"]))
    return f" {said}"


def _silent(edition: Edition) -> Sentence:
    silent = _silent_claimants(edition)
    if not silent:
        return sentence(
            "No regular source fell silent: of each body recorded in three of the four weeks before, this "
            "ledger holds a figure of this one."
        )
    return sentence(
        "Recorded in three of the four weeks before, and with nothing from {days}: {claimants}. "
        "Silence is not zero.",
        days=label_days(pd.Timestamp(edition.week.monday), pd.Timestamp(edition.week.sunday)),
        claimants=listed(silent, most=8),
    )


def _silent_claimants(edition: Edition) -> list[str]:
    """Name the bodies that published in three of the four weeks before and did not in this one.

    A label for whoever spoke ("officials"), a side as such, a medium or a sum of several is no body: that
    nobody printed a number under it says nothing of who was silent. One who published again between the
    week's end and the vintage is named with that day.
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
