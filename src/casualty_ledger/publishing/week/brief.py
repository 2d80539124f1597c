"""The weekly brief: at most five sentences at the top, then the sections, then every source."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd

from casualty_ledger import __version__
from casualty_ledger.charts.labels import label_day, label_days, label_figure
from casualty_ledger.publishing.document import (
    Block,
    Brief,
    Bullets,
    Paragraph,
    Section,
    Sentence,
    counted,
    recorded,
    words,
)
from casualty_ledger.publishing.week import tables
from casualty_ledger.publishing.week.civilian import compose_civilian, say_verified
from casualty_ledger.publishing.week.disputes import compose_disputes
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.losses import compose_losses, say_general_staff
from casualty_ledger.publishing.week.prisoners import compose_prisoners, say_captives
from casualty_ledger.publishing.week.say import join, listed, number, say, what
from casualty_ledger.series.prisoners import exchanges
from casualty_ledger.vocabulary import Interest, Party

MOST_SENTENCES = 5
# A longer period says too little of the week to stand at the top.
CONTEXT_DAYS = 45


def compose_brief(edition: Edition) -> Brief:
    """Compose the brief of an edition."""
    return Brief(
        title="Reported casualties and prisoners of war",
        edition=edition.name,
        period=edition.period,
        vintage=f"As known on {edition.known}.",
        next_issue=_next_issue(edition),
        bottom_line=bottom_line(edition),
        sections=_sections(edition),
        notes=_notes(edition),
        cite_as=f"Cite as: Casualty Ledger, weekly brief {edition.name}, version {__version__}.",
        licence="Text and charts: CC BY 4.0. Each figure is its claimant’s statement.",
    )


def _next_issue(edition: Edition) -> str:
    if edition.vintage.day != edition.week.brief_day:
        return ""
    return f"Next issue: {label_day(edition.week.brief_day + timedelta(days=7))}."


def _sections(edition: Edition) -> tuple[Section, ...]:
    if edition.in_week.empty and edition.learned.empty and edition.context.empty:
        return (Section("This week", (Paragraph((_nothing(),)),)),)
    composed = [
        compose_civilian(edition),
        compose_losses(edition),
        compose_prisoners(edition),
        compose_disputes(edition),
    ]
    learned = edition.learned
    if len(learned):
        composed.append(compose_learned(learned))
    silent = tables.silent_claimants(edition)
    if silent:
        composed.append(compose_silence(silent, edition))
    return tuple(composed)


def _nothing() -> Sentence:
    return words(
        "The ledger holds no figure about this week as known on this day. "
        "That is an absence of figures, not of harm."
    )


def compose_learned(learned: pd.DataFrame) -> Section:
    """Compose what was first published in the week about earlier days."""
    items = tuple(say(row) for _, row in learned.iterrows())
    return Section("Learned this week about earlier days", (Bullets(items),))


def compose_silence(silent: list[str], edition: Edition) -> Section:
    """Compose who usually reports and did not."""
    named = listed(silent, most=8)
    days = label_days(pd.Timestamp(edition.week.monday), pd.Timestamp(edition.week.sunday))
    block: Block = Paragraph(
        (
            words(
                f"Published figures in at least three of the four weeks before, and none from {days}: "
                f"{named}. Silence is not zero."
            ),
        )
    )
    return Section("Missing this week", (block,))


def bottom_line(edition: Edition) -> tuple[Sentence, ...]:
    """Say the week in at most five sentences, each with its claimant and its hedge."""
    if edition.in_week.empty:
        return (_nothing(),)
    said = [
        say_toll(edition),
        _say_verified_if_any(edition),
        say_general_staff(edition),
        say_ukrainian_losses(edition),
        say_prisoners(edition),
    ]
    return tuple(sentence for sentence in said if sentence is not None)[:MOST_SENTENCES]


def _say_verified_if_any(edition: Edition) -> Sentence | None:
    return say_verified(edition) if len(tables.verified_totals(edition)) else None


def say_toll(edition: Edition) -> Sentence | None:
    """Say the toll that was restated most often, with every statement and who else was harmed."""
    toll = tables.longest_running_toll(edition)
    if toll.empty:
        return None
    first, last = toll.iloc[0], toll.iloc[-1]
    earlier = [number(row) for _, row in toll.iloc[:-1].iterrows()]
    place = f"{first['place']} on {first['covers_from'].day} {first['covers_from']:%B}"
    thing = label_figure(last, "").strip()
    said = words(f"{first['claimant']} counted ") + number(last)
    said += words(f" {thing} at {place}, after ") + join(earlier, ", then ")
    return said + _also(edition, last) + words("; not verified.")


def _also(edition: Edition, toll: pd.Series) -> Sentence:
    """Say what the same claimant counted of the same incident under the other measures."""
    found = tables.incidents(edition)
    same = found[
        (found["claimant"] == toll["claimant"])
        & (found["place"] == toll["place"])
        & (found["covers_from"] == toll["covers_from"])
        & (found["measure"] != toll["measure"])
    ]
    wholes = same[~same["is_part"]]
    if wholes.empty:
        return words("")
    parts = same[same["is_part"]]
    said = words("; it counted ") + join([what(row) for _, row in wholes.iterrows()], " and ")
    if len(parts):
        said += words(" (of whom ") + join([what(row) for _, row in parts.iterrows()], ", ")
        said += words(")")
    return said


def say_ukrainian_losses(edition: Edition) -> Sentence | None:
    """Say what the Russian side says of Ukrainian losses, as the other side is said above it."""
    said = tables.military_statements(edition)
    claims = said[(said["interest"] == Interest.ENEMY_LOSS) & (said["party"] == Party.UKRAINE)]
    days = (claims["covers_until"] - claims["covers_from"]).dt.days
    claims, days = claims[~(days > CONTEXT_DAYS)], days[~(days > CONTEXT_DAYS)]
    if claims.empty:
        return None
    widest = claims.assign(days=days.fillna(-1)).sort_values("days", ascending=False, kind="stable").iloc[0]
    where = f" at {widest['place']}" if widest["place"] else ""
    period = say(widest).spans[-1].text.split("; published")[0].removeprefix(" (")
    if widest["place"]:
        period = period.removeprefix(f"{widest['place']}, ")
    return (
        words(f"{widest['claimant']} spoke of ") + what(widest) + words(f"{where} ({period}); not verified.")
    )


def say_prisoners(edition: Edition) -> Sentence | None:
    """Say the week's exchange, or else the statement about captives that was printed last."""
    returned = exchanges(tables.exchanges_in_week(edition))
    returned = returned[~returned["is_part"]]
    if len(returned):
        return _say_returned(returned)
    said = tables.captivity_statements(edition)
    stated = said[said["value"].notna()]
    if stated.empty:
        return None
    return join(_shown(stated), " ")


def _say_returned(returned: pd.DataFrame) -> Sentence:
    """Say how many returned in each direction, every number with who counted it."""
    directions = []
    for direction, told in returned.groupby("direction", sort=False):
        once = told.drop_duplicates(["value", "hedge"]).head(3)
        counts = [number(row) + words(f" according to {row['claimant']}") for _, row in once.iterrows()]
        directions.append(words(f"{direction} ") + join(counts, ", "))
    return words("Prisoners returned in exchanges: ") + join(directions) + words("; not added.")


def _shown(stated: pd.DataFrame) -> list[Sentence]:
    by_claimant = stated.groupby("claimant", sort=False)["figure_id"].transform("size")
    most = stated[by_claimant == by_claimant.max()]
    told = most[most["claimant"] == most.iloc[0]["claimant"]].drop_duplicates("value")
    if len(told) == 1:
        return [say_captives(told.iloc[0])]
    numbers = join([what(row) for _, row in told.iterrows()], ", then ")
    overlaps = [
        recorded(f"; {row['overlaps']}", row["figure_id"]) for _, row in told.iterrows() if row["overlaps"]
    ]
    claimant = told.iloc[0]["claimant"]
    said = words(f"{claimant} showed ") + numbers + join(overlaps[:1])
    return [said + words("; the numbers are not added.")]


def _notes(edition: Edition) -> tuple[Sentence, ...]:
    ledger = edition.ledger
    left_out = (
        " recorded rows have no known day of publication and are in no dated vintage."
        if not edition.vintage.is_latest
        else " recorded rows without a known day of publication are included."
    )
    undated = counted(ledger.undated, "rows without a day of publication")
    return (
        words("A figure is what its claimant said, printed with the firmness with which it was said."),
        words("A verified count is a minimum. “At least” has no upper bound. Missing is never zero."),
        words("Figures of rival claimants, of losses and of deaths, of levels and of flows are never added."),
        undated + words(left_out),
    )
