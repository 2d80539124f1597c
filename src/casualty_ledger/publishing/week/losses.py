"""Military losses in the week: by the side itself, by the other side, by name, by third parties."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.frame import NoChart
from casualty_ledger.charts.labels import (
    label_figure,
    label_number,
    label_owner,
    label_short_days,
    label_until,
    measure_to_say,
)
from casualty_ledger.conflicts.conflict import UNSTATED, as_recorded
from casualty_ledger.conflicts.model import Followed
from casualty_ledger.ledger.rows import Figure, rows_by, rows_of
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
from casualty_ledger.publishing.week.cutting import LOSSES, cut_table
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.say import checked, join, number, renamed, since
from casualty_ledger.vocabulary import Measure
from casualty_ledger.wording.measures import MEASURES

DIFFERENCE = "the total less that of a week before"
LEAST, MOST = "the least it can be", "the most it can be"
LOSSES_DEFINED = words(
    "“Losses” stand for the claimants’ words (“eliminated”, “liquidated”): an undefined mix that is not the "
    "number of dead. Figures of different claimants or measures are never added."
)


def compose_losses(edition: Edition) -> Section | None:
    """Compose the section on military losses, if anybody said anything of them."""
    said = tables.military_statements(edition)
    if said.empty:
        return None
    chart = pictures.draw_increments(edition)
    chart = pictures.draw_losses(edition) if isinstance(chart, NoChart) else chart
    blocks: list[Block] = [Paragraph((LOSSES_DEFINED,)), picture_or_words(chart)]
    blocks.append(cut_table(tabulate_losses(said), LOSSES))
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
    total = rows_of(ended)[-1]
    counted, count = name_counted(total), number(total)
    put, at = ("gave", "as") if count.text.startswith("at ") else ("put", "at")
    said = words(f"{begin_with(series.claimant)} {put} {counted}{since(total)} {at} ") + count
    said += words(f" on {label_short_days(total['counted_until'], total['counted_until'])}")
    increment = this_weeks_increment(edition, series)
    if increment is not None:
        said += _say_increment(edition, series, increment)
    return said + words(f"; {_own_word(series, total)}{checked([total])}.")


def name_counted(total: Figure) -> str:
    """Name whom a total counts, and what of them, without its number."""
    return label_figure({**total, "value": 2, "hedge": "about"}, "").strip()


def _own_word(series: Followed, total: Figure) -> str:
    """Say the claimant's own word for losses, so that nobody takes them for deaths."""
    word = str(total["measure_as_said"]) or series.own_word
    return f"its word is “{word}”, not killed; " if series.measure == Measure.LOSSES and word else ""


def _say_increment(edition: Edition, series: Followed, increment: pd.Series) -> Sentence:
    """Say what the week added: a fall as one, and a difference that holds a recount with that word."""
    added = int(increment["value"])
    about = "about " if increment["is_soft"] else ""
    count = Span(f"{about}{label_number(abs(added))}", _parents(increment), DIFFERENCE)
    than = "less" if added < 0 else "more"
    said = words(", ") + Sentence((count,)) + words(f" {than} than a week before")
    warned = _warn(edition, series, increment)
    ends = {increment["lower"], increment["upper"]}
    if len(ends) == 1 and pd.NA not in ends:
        return said + words(warned and f" ({warned.removeprefix('; ')})")
    return said + words(" (") + _bounds(increment) + words(f"{warned})")


def _warn(edition: Edition, series: Followed, increment: pd.Series) -> str:
    """Say where a weekly difference is not what the week added."""
    if increment["value"] < 0:
        return "; the running total fell, which is a revision"
    if tables.holds_recount(edition, series, increment["week_start"]):
        return "; the total fell or was recounted within the week, so this is not what the week added"
    days = [increment["week_start"] + pd.Timedelta(days=nth) for nth in (-1, 6)]
    again = tables.restated_days(edition, series).isin(days).any()
    return "; more than one total was stated for one of both days" if again else ""


def _parents(increment: pd.Series) -> tuple[str, str]:
    return str(increment["figure_id"]), str(increment["previous_figure_id"])


def _bounds(increment: pd.Series) -> Sentence:
    """Say between which numbers the rounding of both totals leaves the difference."""
    if pd.isna(increment["lower"]) or pd.isna(increment["upper"]):
        return words("the difference of two minimums has no bound")
    ends = [(int(increment["lower"]), LEAST), (int(increment["upper"]), MOST)]
    one_way = (ends[0][0] < 0) == (ends[1][0] < 0)
    if one_way and ends[0][0] < 0:
        ends.reverse()
    low, high = (
        Sentence((Span(label_number(abs(end)), _parents(increment), f"{DIFFERENCE}, {case}"),))
        + words("" if one_way else " less" if end < 0 else " more")
        for end, case in ends
    )
    return low + words("–" if one_way else " to ") + high + words(", allowing for rounding")


def tabulate_losses(said: pd.DataFrame) -> Table:
    """Set statements as a table: a row for what one claimant said of one side's people and some days."""
    keys = ("party", "relation", "claimant", "days", "basis")
    rows = []
    for told in rows_by([{**row, "days": label_until(row)} for row in rows_of(said)], *keys):
        first = told[0]
        whose = f"{label_owner(first).rstrip('’') or _recorded(first)}: {first['relation']}"
        rows.append((words(whose), _numbers(told), words(first["days"]), words(str(first["claimant"]))))
    return Table(
        "Military losses said for days of the week: whose, and who says so",
        ("Whose losses, who says so", "Number", "Days counted", "Reported by"),
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
        measures = [
            _of_measure(said)
            for said in rows_by([_shown(row) for row in there], "said_as", "measure", "subgroup")
        ]
        places.append(words(f"{place}: " if place else "") + join(measures, ", "))
    return join(places)


def _shown(figure: Figure) -> Figure:
    return {**figure, "said_as": measure_to_say(figure)}


def _of_measure(said: list[Figure]) -> Sentence:
    first = said[0]
    name = MEASURES[measure_to_say(first)].name
    numbers = join([number(row) for row in said], " or ")
    part = f" ({first['subgroup']})" if first["subgroup"] else ""
    return words(f"{name} ") + numbers + renamed(first) + recorded(part, str(first["figure_id"]))
