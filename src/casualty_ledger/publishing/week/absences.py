"""What is missing: a reader must see what a week does not hold. Silence and absence are not zero."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.publishing.document import Bullets, Section
from casualty_ledger.publishing.week.civilian.tables import harm_told, verified_totals
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.losses.followed import followed_increments
from casualty_ledger.publishing.week.losses.tables import military_told
from casualty_ledger.publishing.week.prisoners.tables import exchanges_in_week
from casualty_ledger.wording.claimant_names import total_of, with_article
from casualty_ledger.wording.labels import label_day, label_days, label_publication
from casualty_ledger.wording.sentences import listed
from casualty_ledger.wording.traced_text import Sentence, counted, words

USUAL_WEEKS, USUAL_TIMES = 4, 3


def compose_missing(edition: Edition) -> Section:
    """Compose what the week does not hold, and who usually reports and did not."""
    said = [*_left_out(edition), *_thin(edition), *_absent(edition), _silent(edition)]
    return Section("Missing this week", (Bullets(tuple(said)),))


def compose_left_out(edition: Edition) -> Section | None:
    """Compose which sheets are not in the ledger, where there are such."""
    said = tuple(_left_out(edition))
    return Section("Missing from this ledger", (Bullets(said),)) if said else None


def _left_out(edition: Edition) -> list[Sentence]:
    return [
        words(f"The sheet {sheet} could not be read: none of its figures is in this report.")
        for sheet in edition.ledger.left_out
    ]


def _thin(edition: Edition) -> list[Sentence]:
    coverage = edition.coverage
    if not coverage.is_thin or coverage.usual is None:
        return []
    figures = counted(coverage.by_monday, "figures of this week, published by the Monday after it")
    usual = counted(round(coverage.usual), "the median of the twelve weeks before")
    said = words("This week is thin in this ledger: figures recorded by its Monday ") + figures
    return [said + words(", usually ") + usual + words(". Few rows do not mean little harm.")]


def _absent(edition: Edition) -> list[Sentence]:
    absences = {
        "report of civilian harm for days of this week": harm_told(edition),
        "figure of military losses for days of this week": military_told(edition),
        "exchange of prisoners for this week": exchanges_in_week(edition),
    }
    said = [words(f"This ledger has recorded no {what}.") for what, found in absences.items() if found.empty]
    return [*said, *_no_increment(edition), *_no_new_verified(edition)]


def _no_increment(edition: Edition) -> list[Sentence]:
    said = []
    for series in edition.conflict.file.followed:
        week = followed_increments(edition, series, edition.week)[0].iloc[0]
        if not week["derived"]:
            total = f"of {total_of(series.claimant)} cannot be derived"
            said.append(words(f"The weekly increment {total}: {week['reason']}."))
    return said


def _no_new_verified(edition: Edition) -> list[Sentence]:
    totals = verified_totals(edition)
    if totals.empty or totals["published_on"].max() >= pd.Timestamp(edition.week.monday):
        return []
    last = figures_of(totals.sort_values("published_on", kind="stable"))[-1]
    said = "This ledger has recorded no verified total of this week; the last was published "
    return [words(f"{said}{label_publication(last)}.")]


def _silent(edition: Edition) -> Sentence:
    silent = _silent_claimants(edition)
    if not silent:
        return words(
            "No regular source fell silent: of each recorded in three of the four weeks before, this ledger "
            "holds a figure of this one."
        )
    usual = listed([with_article(claimant) for claimant in silent], most=8)
    days = label_days(pd.Timestamp(edition.week.monday), pd.Timestamp(edition.week.sunday))
    return words(
        f"Recorded in three of the four weeks before, and with nothing from {days}: {usual}. "
        "Silence is not zero."
    )


def _silent_claimants(edition: Edition) -> list[str]:
    """Name who published in three of the four weeks before and did not in this one.

    One who published again between the week's end and the vintage is named with that day.
    """
    figures = edition.figures[["claimant", "published_on"]].dropna(subset="published_on")
    age = (pd.Timestamp(edition.week.monday) - figures["published_on"]).dt.days
    weeks_ago = (age + 6) // 7
    before = figures[weeks_ago.between(1, USUAL_WEEKS)]
    times = weeks_ago[before.index].groupby(before["claimant"]).nunique()
    now = set(figures.loc[weeks_ago == 0, "claimant"]) | set(edition.in_week["claimant"])
    silent = sorted(set(times[times >= USUAL_TIMES].index) - now)
    after = figures[weeks_ago < 0].groupby("claimant")["published_on"].min()
    return [f"{who} (published again on {label_day(after[who])})" if who in after else who for who in silent]
