"""Military losses in the week: by the side itself, by the other side, by name, by third parties."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.labels import label_figure, label_number, label_owner, label_until
from casualty_ledger.conflicts.conflict import UNSTATED, as_recorded
from casualty_ledger.conflicts.model import Followed
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.claimant_names import begin_with
from casualty_ledger.publishing.document import (
    Block,
    Paragraph,
    Section,
    Sentence,
    Span,
    Table,
    picture_or_words,
    recorded,
    words,
)
from casualty_ledger.publishing.week import pictures, tables
from casualty_ledger.publishing.week.drawn import since
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.rows import Figure, rows_by, rows_of
from casualty_ledger.publishing.week.say import MEASURE_WORDS, count_of, join, number
from casualty_ledger.vocabulary import Measure

DIFFERENCE = "the total less that of a week before"
LOSSES_DEFINED = words(
    "“Losses” stand for the claimants’ words (“eliminated”, “liquidated”): an undefined mix that is not the "
    "number of dead. Figures of different claimants or measures are never added."
)


def compose_losses(edition: Edition) -> Section | None:
    """Compose the section on military losses, if anybody said anything of them."""
    said = tables.military_statements(edition)
    if said.empty:
        return None
    blocks: list[Block] = [Paragraph((LOSSES_DEFINED,)), picture_or_words(pictures.draw_losses(edition))]
    blocks.append(tabulate_losses(said))
    return Section("Military losses", tuple(blocks))


def this_weeks_increment(edition: Edition, series: Followed) -> pd.Series | None:
    """Return the increment of the week of a total that people follow, or nothing where none is derived."""
    weeks, _ = tables.followed_increments(edition, series, edition.week)
    week = weeks.iloc[0]
    return week if week["derived"] else None


def say_followed(edition: Edition) -> list[Sentence]:
    """Say each total that people follow: at the end of the week, and what the week added."""
    said = [_say_followed(edition, series) for series in edition.conflict.file.followed]
    return [sentence for sentence in said if sentence is not None]


def _say_followed(edition: Edition, series: Followed) -> Sentence | None:
    _, totals = tables.followed_increments(edition, series, edition.week)
    ended = totals[totals["counted_until"] == pd.Timestamp(edition.week.sunday)]
    if ended.empty:
        return None
    total = ended.iloc[-1]
    counted = label_figure(total.to_dict() | {"value": 2}, "").strip()
    count = count_of(total)
    put, at = ("gave", "as") if count.text.startswith("at ") else ("put", "at")
    said = words(f"{begin_with(series.claimant)} {put} {counted}{since(edition)} {at} ")
    said += Sentence((count,)) + words(f" on {_day(total)}")
    increment = this_weeks_increment(edition, series)
    if increment is not None:
        said += words(", ") + Sentence((_added(increment),))
        said += words(" more than a week before (") + _bounds(increment) + words(")")
    is_losses = series.measure == Measure.LOSSES and series.own_word
    own_word = f"its word is “{series.own_word}”, not killed; " if is_losses else ""
    return said + words(f"; {own_word}not verified.")


def _day(figure: pd.Series) -> str:
    return f"{figure['counted_until'].day} {figure['counted_until']:%B}"


def _added(increment: pd.Series) -> Span:
    about = "about " if increment["is_soft"] else ""
    return Span(f"{about}{label_number(increment['value'])}", _parents(increment), DIFFERENCE)


def _parents(increment: pd.Series) -> tuple[str, str]:
    return str(increment["figure_id"]), str(increment["previous_figure_id"])


def _bounds(increment: pd.Series) -> Sentence:
    if pd.isna(increment["lower"]) or pd.isna(increment["upper"]):
        return words("the difference of two minimums has no bound")
    lower, upper = (
        Sentence((Span(label_number(increment[bound]), _parents(increment), f"{DIFFERENCE}, {case}"),))
        for bound, case in (("lower", "the least it can be"), ("upper", "the most it can be"))
    )
    return words("between ") + lower + words(" and ") + upper + words(" by the rounding of both")


def tabulate_losses(said: pd.DataFrame) -> Table:
    """Set statements as a table: a row for what one claimant said of one side's people and some days."""
    keys = ("party", "relation", "claimant", "covers_from", "covers_until", "basis")
    rows = []
    for told in rows_by(rows_of(said), *keys):
        first = told[0]
        whose = f"{label_owner(first).rstrip('’') or _recorded(first)}: {first['relation']}"
        rows.append((words(whose), _numbers(told), words(label_until(first)), words(str(first["claimant"]))))
    return Table(
        "Military losses said for days of the week, by whose people and whose word",
        ("Whose, by whose word", "Number", "Days counted", "Reported by"),
        tuple(rows),
        widths=(2, 3.4, 1.6, 1.9),
    )


def _recorded(figure: Figure) -> str:
    return capital("not stated" if figure["party"] == UNSTATED else as_recorded(figure["party"]))


def _numbers(told: list[Figure]) -> Sentence:
    """Say the numbers place by place, each measure once: "Old Town: killed 250, “losses” more than 250"."""
    places = []
    for there in rows_by(told, "place"):
        place = there[0]["place"]
        measures = [_of_measure(said) for said in rows_by(there, "measure", "subgroup")]
        places.append(words(f"{place}: " if place else "") + join(measures, ", "))
    return join(places)


def _of_measure(said: list[Figure]) -> Sentence:
    first = said[0]
    name = MEASURE_WORDS[str(first["measure"])]
    numbers = join([number(row) for row in said], " or ")
    part = f" ({first['subgroup']})" if first["subgroup"] else ""
    return words(f"{name} ") + numbers + recorded(part, str(first["figure_id"]))
