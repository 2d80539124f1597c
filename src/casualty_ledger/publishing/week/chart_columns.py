"""What the charts of a week have in common: columns, words, and which days may still change."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pandas as pd

from casualty_ledger.conflicts.conflict import FIRST_DAYS
from casualty_ledger.ledger.identity import open_minimums, whole
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.parsing.weeks import Week
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.series.weeks import OF_A_DAY, last_day_counted
from casualty_ledger.wording.claimant_names import name_claimant
from casualty_ledger.wording.labels import label_count, label_day
from casualty_ledger.wording.language import mark, phrase

SAID = ["claimant", "claimant_side", "value", "lower", "upper", "is_soft", "figure_id"]
# So far back every total is drawn; of what lies before, the last of each month.
FULLY_DRAWN = pd.Timedelta(days=91)
THINNED = mark("more than three months back, all but the last total of each month")
WEEKS_SHOWN = 11
# What was said of the last fortnight is often restated; what was verified, for longer.
RESTATED, VERIFIED_LATER = pd.Timedelta(days=14), pd.Timedelta(days=60)


def said_of(figures: pd.DataFrame, **more: Any) -> pd.DataFrame:
    """Return the columns that every chart of statements draws, with the words of each."""
    words = [label_count(row) for row in figures_of(figures)]
    claimants = figures["claimant"].map(name_claimant)
    return open_minimums(figures)[SAID].assign(claimant=claimants, words=words, **more)


def first_week(edition: Edition, weeks: int) -> Week:
    """Return the first of so many weeks up to this one, none before the conflict unless this one is."""
    first, start = edition.week.monday - timedelta(weeks=weeks - 1), edition.conflict.file.start
    began = start - timedelta(days=start.weekday()) if start else first
    return Week(max(first, min(began, edition.week.monday)))


def in_words(days: pd.Series) -> list[str]:
    """Write days out."""
    return [label_day(day) for day in days]


def known_day(edition: Edition) -> pd.Timestamp:
    """Return the day of the vintage; in hindsight, the last day that is known as one of publication."""
    day = edition.vintage.day
    if day is not None:
        return pd.Timestamp(day)
    figures = edition.figures
    return figures.loc[figures["published_precision"].isin(OF_A_DAY), "published_on"].max()


def is_provisional(edition: Edition, last_days: pd.Series, settled: pd.Timedelta = RESTATED) -> pd.Series:
    """Say which days lie so shortly before the vintage that what was said of them may still change."""
    return (known_day(edition) - last_days) < settled


def totals_to_week(edition: Edition, figures: pd.DataFrame) -> pd.DataFrame:
    """Return numbers of whole sides since the start of the conflict, with `day`, up to the week's end."""
    dated = figures.assign(day=last_day_counted)
    counted = whole(dated) & (dated["place"] == "")
    stated = dated[["lower", "value", "upper"]].notna().any(axis=1)
    start = edition.conflict.file.start
    early = dated["covers_from"].isna() | (start is None)
    if start is not None:
        early |= dated["covers_from"] <= pd.Timestamp(start) + FIRST_DAYS
    until = dated["day"] <= pd.Timestamp(edition.week.sunday)
    chosen = dated[counted & stated & early & until]
    return chosen.sort_values(["day", "published_on", "value"], kind="stable", ignore_index=True)


def since(edition: Edition) -> str:
    """Say since when totals count, for a heading: " since 24 February 2022", or nothing."""
    start = edition.conflict.file.start
    return f" {phrase('since {day}', day=label_day(start))}" if start else ""


def thin(totals: pd.DataFrame, edition: Edition, lines: list[str]) -> pd.DataFrame:
    """Keep of each line the last total of every month, and of the last three months every total.

    A line of hundreds of daily totals looks the same without most of them, and every total that is drawn is
    cited with all that is known of it.
    """
    months = totals["day"].dt.to_period("M")
    recent = totals["day"] > pd.Timestamp(edition.week.sunday) - FULLY_DRAWN
    last = ~totals.assign(month=months).duplicated([*lines, "month"], keep="last")
    return totals[recent | last].reset_index(drop=True)


def ends_of(table: pd.DataFrame, panels: list[str]) -> pd.Series:
    """Say which numbers to print: of each panel the last one and the highest."""
    size = table["value"].fillna(table["upper"]).fillna(table["lower"])
    groups = table.assign(size=size.astype("Float64")).groupby(panels, sort=False)
    last = groups["day"].transform("max") == table["day"]
    highest = groups["size"].transform("max") == size
    chosen = table.assign(last=last, highest=highest)
    once = [*panels, "last", "highest"]
    return (last | highest.fillna(False)) & ~chosen.duplicated(once, keep="last")
