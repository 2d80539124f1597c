"""Civilian harm in the week: verified first, other reports beside it, never added together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from casualty_ledger.charts.labels import (
    label_days,
    label_figure,
    label_place,
    label_publication,
    label_short_days,
)
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.identity import PLACE
from casualty_ledger.ledger.statements import whole_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.claimant_names import with_article
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
from casualty_ledger.publishing.week.say import (
    NOT_VERIFIED,
    checked,
    claims,
    enumerated,
    is_one_statement,
    join,
    merge,
    minimum,
    number,
    say,
)
from casualty_ledger.series.statements import standing
from casualty_ledger.vocabulary import Basis, Measure, Population, Verification

DAYS = ("covers_from", "covers_until")
NONE = words("–")
HARM = (Measure.KILLED, Measure.INJURED)
CONFIRMED = (
    Verification.ACKNOWLEDGED_BY_PERPETRATOR,
    Verification.INDIVIDUALLY_VERIFIED,
    Verification.VISUALLY_CONFIRMED,
    Verification.CORROBORATED,
)
VERIFIED_INCIDENTS = (
    "Verified or confirmed for days of the week: the last word of each claimant (–: no number stated)"
)
REPORTED_INCIDENTS = (
    "Reported by officials and others for days of the week: the last word of each claimant, not verified "
    "(–: no number stated)"
)
# The words with which a monitor says so; no other claimant's count is called too low in its name.
CALLED_HIGHER = "considerably higher"


def compose_civilian(edition: Edition) -> Section:
    """Compose the section on civilian harm."""
    blocks: list[Block] = [Paragraph((say_verified(edition),))]
    toll = tables.longest_running_toll(edition)
    if len(toll):
        blocks.append(picture_or_words(pictures.draw_toll(edition)))
    found = tables.incidents(edition)
    if len(found):
        blocks += tabulate_incidents(found)
    totals = tables.running_totals(civil(edition.in_week))
    if len(totals):
        blocks.append(tabulate_totals(totals))
    apart = tables.told_apart(edition)
    if len(apart):
        blocks.append(Bullets(tuple(say(row) for row in rows_of(apart))))
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
    """Say the last verified totals, as a minimum: those of one statement together, others each by itself."""
    killed, injured = (tables.latest_verified(edition, measure) for measure in HARM)
    last = [rows_of(found)[-1] for found in (killed, injured) if len(found)]
    if not last:
        return words("This ledger has recorded no verified total of civilian harm by this day.")
    claimant = with_article(str(last[0]["claimant"]))
    verb = "had counted" if any(not pd.isna(each["value"]) for each in last) else "stated"
    said = words(f"Verified: {claimant} {verb} ") + enumerated(_minimums(last))
    falls = [_fall(found) for found in (killed, injured) if len(found) > 1]
    return said + words(".") + join([*falls, *_say_higher(last)], "")


def _minimums(last: list[Figure]) -> list[Sentence]:
    """Say each total; the days and the publication stand once behind totals of one statement."""
    said = [minimum(figure) for figure in last]
    if len(last) > 1 and is_one_statement(*last):
        return [enumerated(said) + words(f" ({_dated(last[0])})")]
    return [each + words(f" ({_dated(figure)})") for each, figure in zip(said, last, strict=True)]


def _dated(figure: Figure) -> str:
    days = label_days(figure["covers_from"], figure["covers_until"])
    return f"{days}; published {label_publication(figure)}"


def _fall(found: pd.DataFrame) -> Sentence:
    """Say from what a running total fell."""
    before, now = rows_of(found)
    said = words(" The running total of the ") + words(f"{now['measure']} fell, from ") + number(before)
    return said + words(f" ({_dated(before)}) to ") + number(now) + words(": a revision.")


def _say_higher(last: list[Figure]) -> list[Sentence]:
    """Say that the claimant calls the true numbers higher, where the rows of all of them say so."""
    told = all(CALLED_HIGHER in str(figure["scope"]) for figure in last)
    return [words(" It calls the true numbers considerably higher.")] if told else []


def tabulate_incidents(found: pd.DataFrame) -> list[Table]:
    """Set incidents as tables, what was verified apart from what was not."""
    verified = found["verification"].isin(CONFIRMED)
    captions = {True: VERIFIED_INCIDENTS, False: REPORTED_INCIDENTS}
    return [_tabulate(found[verified == of], captions[of]) for of in captions if (verified == of).any()]


def _tabulate(found: pd.DataFrame, caption: str) -> Table:
    """Set one row per place, days and numbers, with everyone who gives them."""
    keys = (*DAYS, *PLACE, "party")
    rows = []
    for told in rows_by(rows_of(found), *keys):
        where = _where(told)
        rows += [(where, *counts, words(claimants)) for counts, claimants in _agreeing(told)]
    columns = ("Where and when", "Killed", "Injured", "Reported by")
    return Table(caption, columns, tuple(rows), widths=(2.3, 1.3, 1.7, 2.7))


def _where(told: list[Figure]) -> Sentence:
    """Name place and days, the country where it is not the usual one, and the event's other name."""
    figure = told[0]
    beside = conflict_of(figure["conflict"]).beside_place(figure["party"])
    country = f", {beside}" if beside and beside not in figure["place"] else ""
    days = label_short_days(figure["covers_from"], figure["covers_until"])
    said = words(f"{label_place(figure)}{country}, {days}")
    related = [row for row in told if "same attack" in row["overlaps"]][:1]
    return said + join([recorded(f" ({row['overlaps']})", str(row["figure_id"])) for row in related])


def _agreeing(told: list[Figure]) -> Iterator[tuple[tuple[Sentence, Sentence], str]]:
    """Yield the numbers said of one incident, each pair once, with the claimants who say just these."""
    groups: dict[tuple[str, str], list[tuple[str, tuple[Sentence, Sentence]]]] = {}
    for said in rows_by(told, "claimant"):
        counts = (_counts(said, Measure.KILLED), _counts(said, Measure.INJURED))
        groups.setdefault((counts[0].text, counts[1].text), []).append((_name(said), counts))
    for agreeing in groups.values():
        killed, injured = (merge([counts[n] for _, counts in agreeing]) for n in (0, 1))
        yield (killed, injured), "; ".join(claimant for claimant, _ in agreeing)


def _name(said: list[Figure]) -> str:
    """Name a claimant, with who has checked its numbers where somebody has."""
    known = checked(said)
    return str(said[0]["claimant"]) + (f" ({known})" if known != NOT_VERIFIED else "")


def _counts(told: list[Figure], measure: str) -> Sentence:
    of_measure = [row for row in told if row["measure"] == measure]
    children = [row for row in of_measure if row["population"] == Population.CHILDREN]
    parts = [number(row) for row in of_measure if row["population"] == Population.CIVILIAN]
    wholes = {row["value"] for row in of_measure if row["population"] == Population.CIVILIAN}
    return join([*parts, *(_part(row, wholes) for row in children)], ", ") if of_measure else NONE


def _part(figure: Figure, wholes: set[Any]) -> Sentence:
    """Say the children with the whole to which they belong: that of the row, another one, or none told."""
    whole = whole_of(figure["scope"], figure["overlaps"])
    if wholes and (whole is None or whole in wholes):
        return words("of whom ") + _children(figure)
    if whole is not None:
        return _children(figure) + recorded(
            f" ({figure['scope'] or figure['overlaps']})", str(figure["figure_id"])
        )
    return _children(figure) + words(" (no whole count)")


def _children(figure: Figure) -> Sentence:
    noun = "child" if figure["value"] == 1 and figure["hedge"] == "exact" else "children"
    return number(figure) + words(f" {noun}")


def tabulate_totals(totals: pd.DataFrame) -> Table:
    """Set running totals as a table: one row per thing counted and its days, all claimants in it."""
    keys = ("party", "measure", "population", "sex", "age_group", "subgroup", "place", "incident", *DAYS)
    rows = []
    for told in rows_by(rows_of(totals), *keys):
        first = told[0]
        thing = capital(label_figure(first, "").strip()) + _place(first)
        days = label_days(first["covers_from"], first["covers_until"])
        rows.append((words(thing), claims(told), words(days)))
    return Table(
        "Running totals given in the week, each by its claimant",
        ("What is counted", "Who says which number", "Days counted"),
        tuple(rows),
        widths=(2.2, 4.2, 1.8),
    )


def _place(figure: Figure) -> str:
    everywhere = conflict_of(figure["conflict"]).is_everywhere(figure["place"])
    return "" if everywhere else f", {figure['place']}"
