"""Civilian harm in the week: verified first, other reports beside it, never added together."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from casualty_ledger.charts.labels import label_days, label_end, label_figure, label_short_days
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.document import (
    Block,
    Bullets,
    Paragraph,
    Section,
    Sentence,
    Table,
    picture_or_words,
    recorded,
    words,
)
from casualty_ledger.publishing.week import pictures, tables
from casualty_ledger.publishing.week.edition import Edition, civil, mixed
from casualty_ledger.publishing.week.rows import Figure, rows_by, rows_of
from casualty_ledger.publishing.week.say import claims, count_of, join, merge, number, say
from casualty_ledger.series.statements import standing
from casualty_ledger.vocabulary import Basis, Measure, Population

NONE = words("–")


def compose_civilian(edition: Edition) -> Section:
    """Compose the section on civilian harm."""
    blocks: list[Block] = [Paragraph((say_verified(edition),))]
    toll = tables.longest_running_toll(edition)
    if len(toll):
        blocks.append(picture_or_words(pictures.draw_toll(edition)))
    found = tables.incidents(edition)
    if len(found):
        blocks.append(tabulate_incidents(found))
    totals = tables.running_totals(civil(edition.in_week))
    if len(totals):
        blocks.append(tabulate_totals(totals))
    return Section("Civilian harm", tuple(blocks))


def compose_mixed(edition: Edition) -> Section | None:
    """Compose what is said of people of whom civilians and fighters are not told apart, if anything."""
    said = mixed(edition.in_week)
    totals, others = tables.running_totals(said), standing(said[said["basis"] != Basis.CUMULATIVE])
    blocks: list[Block] = [tabulate_totals(totals)] if len(totals) else []
    if len(others):
        blocks.append(Bullets(tuple(say(row) for _, row in others.iterrows())))
    return Section("Civilians and fighters not told apart", tuple(blocks)) if blocks else None


def say_verified(edition: Edition) -> Sentence:
    """Say the last verified totals, as a minimum."""
    killed = tables.latest_verified(edition, Measure.KILLED)
    injured = tables.latest_verified(edition, Measure.INJURED)
    monitor = tables.monitor_of(edition)
    if killed is None or monitor is None:
        return words("No verified total of civilian harm had been published by this day.")
    counted = label_days(killed["covers_from"], killed["covers_until"])
    said = words(f"Verified: {monitor.short} had counted at least ") + _minimum(killed)
    said += words(" civilians killed")
    if injured is not None:
        said += words(" and at least ") + _minimum(injured) + words(" injured")
    published = f"{killed['published_on'].day} {killed['published_on']:%B %Y}"
    return said + words(
        f" ({counted}; published {published}). It calls the true numbers considerably higher."
    )


def _minimum(figure: pd.Series) -> Sentence:
    span = count_of(figure)
    plain = span.text.removeprefix("at least ").removeprefix("more than ")
    return Sentence((type(span)(plain, span.figure_ids),))


def tabulate_incidents(found: pd.DataFrame) -> Table:
    """Set incidents as a table: one row per place, days and numbers, with everyone who gives them."""
    keys = ("covers_from", "covers_until", "place", "admin1")
    rows = []
    for told in rows_by(rows_of(found), *keys):
        where = _where(told)
        rows += [(where, *counts, words(claimants)) for counts, claimants in _agreeing(told)]
    return Table(
        "Reported by officials and others for days of the week: the last word of each claimant, not verified "
        "(–: no number stated)",
        ("Where and when", "Killed", "Injured", "Reported by"),
        tuple(rows),
        widths=(2.3, 1.3, 1.7, 2.7),
    )


def _where(told: list[Figure]) -> Sentence:
    """Name place and days, the country where it is not the usual one, and the event's other name."""
    figure = told[0]
    beside = conflict_of(figure["conflict"]).beside_place(figure["party"])
    country = f", {beside}" if beside and beside not in figure["place"] else ""
    days = label_short_days(figure["covers_from"], figure["covers_until"])
    said = words(f"{figure['place']}{country}, {days}")
    related = [row for row in told if "same attack" in row["overlaps"]][:1]
    return said + join([recorded(f" ({row['overlaps']})", str(row["figure_id"])) for row in related])


def _agreeing(told: list[Figure]) -> Iterator[tuple[tuple[Sentence, Sentence], str]]:
    """Yield the numbers said of one incident, each pair once, with the claimants who say just these."""
    groups: dict[tuple[str, str], list[tuple[str, tuple[Sentence, Sentence]]]] = {}
    for said in rows_by(told, "claimant"):
        counts = (_counts(said, Measure.KILLED), _counts(said, Measure.INJURED))
        groups.setdefault((counts[0].text, counts[1].text), []).append((said[0]["claimant"], counts))
    for agreeing in groups.values():
        killed, injured = (merge([counts[n] for _, counts in agreeing]) for n in (0, 1))
        yield (killed, injured), "; ".join(claimant for claimant, _ in agreeing)


def _counts(told: list[Figure], measure: str) -> Sentence:
    of_measure = [row for row in told if row["measure"] == measure]
    children = [row for row in of_measure if row["population"] == Population.CHILDREN]
    parts = [number(row) for row in of_measure if row["population"] == Population.CIVILIAN]
    for row in children:
        about = "" if parts else " (no whole count)"
        parts.append(words("of whom " if parts else "") + _children(row) + words(about))
    return join(parts, ", ") if parts else NONE


def _children(figure: Figure) -> Sentence:
    noun = "child" if figure["value"] == 1 and figure["hedge"] == "exact" else "children"
    return number(figure) + words(f" {noun}")


def tabulate_totals(totals: pd.DataFrame) -> Table:
    """Set running totals as a table: one row per thing counted, every claimant's numbers in it."""
    keys = ("party", "measure", "population", "sex", "subgroup", "place")
    rows = []
    for told in rows_by(rows_of(totals), *keys):
        first = told[0]
        thing = capital(label_figure(first, "").strip()) + _place(first)
        rows.append((words(thing), claims(told), words(_until(told))))
    return Table(
        "Running totals given in the week, each by its claimant",
        (_counted_since(totals), "Who says which number", "Up to"),
        tuple(rows),
        widths=(2.4, 4.4, 1.4),
    )


def _counted_since(totals: pd.DataFrame) -> str:
    start = conflict_of(str(totals["conflict"].iloc[0])).file.start
    return f"Counted since {start.year}, unless said otherwise" if start else "Counted"


def _until(told: list[Figure]) -> str:
    return "; ".join(dict.fromkeys(label_end(row) for row in told))


def _place(figure: Figure) -> str:
    everywhere = conflict_of(figure["conflict"]).is_everywhere(figure["place"])
    return "" if everywhere else f", {figure['place']}"
