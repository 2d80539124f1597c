"""Military losses in the week: by the side itself, by the other side, by name, by third parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from casualty_ledger.charts.frame import NoChart
from casualty_ledger.conflicts.conflict import UNSTATED, as_recorded
from casualty_ledger.ledger.rows import figures_of, rows_by
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.document import Block, Paragraph, Section, Table, picture_or_words
from casualty_ledger.publishing.week.cutting import LOSSES, cut_table
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.losses.charts import draw_losses
from casualty_ledger.publishing.week.losses.followed_charts import draw_increments
from casualty_ledger.publishing.week.losses.tables import A_SIDE, RELATIONS, military_statements
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Measure
from casualty_ledger.week.tolls import size_of
from casualty_ledger.wording.claimant_names import name_claimant
from casualty_ledger.wording.conflict_words import name_place_of
from casualty_ledger.wording.labels import label_owner, label_until, measure_to_say
from casualty_ledger.wording.language import mark, phrase, translate
from casualty_ledger.wording.measures import name_measure
from casualty_ledger.wording.people import say_part
from casualty_ledger.wording.remarks import renamed
from casualty_ledger.wording.sentences import either, join, number
from casualty_ledger.wording.traced_text import Sentence, recorded, sentence, words

if TYPE_CHECKING:
    from typing_extensions import ReadOnly

LOSSES_DEFINED = mark(
    "“Losses” stand for the claimants’ words (“eliminated”, “liquidated”): an undefined mix that is not the "
    "number of dead. Figures of different claimants or measures are never added."
)

WHOSE = {
    RELATIONS[0]: mark("{whose} losses, in the side’s own word"),
    RELATIONS[1]: mark("{whose} losses, as the other side claims them"),
    RELATIONS[2]: mark("{whose} losses, counted by name or case"),
    RELATIONS[3]: mark("{whose} losses, as third parties put them"),
    A_SIDE: mark("{whose} losses, as a side of the conflict puts them"),
}
SAID_FOR_DAYS = mark(
    "Military losses told for this week, or for longer periods around it: whose, and who says so"
)
# People who died on days that nobody says are no losses of the days on which they were handed over.
HANDED_OVER = mark("Bodies handed over on days of the week, whenever these people died")
WHOSE_BODIES = mark("{whose} dead, as reported")
COLUMNS = (mark("Whose losses, who says so"), mark("Number"), mark("Days counted"), mark("Reported by"))


def compose_losses(edition: Edition) -> Section | None:
    """Compose the section on military losses, if anybody said anything of them."""
    said = military_statements(edition)
    if said.empty:
        return None
    chart = draw_increments(edition)
    chart = draw_losses(edition) if isinstance(chart, NoChart) else chart
    blocks: list[Block] = [Paragraph((sentence(LOSSES_DEFINED),)), picture_or_words(chart)]
    bodies = said["measure"] == Measure.REMAINS_REPATRIATED
    if not bodies.all():
        blocks.append(cut_table(tabulate_losses(said[~bodies]), LOSSES))
    if bodies.any():
        blocks.append(cut_table(tabulate_losses(said[bodies], HANDED_OVER), LOSSES))
    return Section(translate("Military losses"), tuple(blocks))


def tabulate_losses(said: pd.DataFrame, caption: str = SAID_FOR_DAYS) -> Table:
    """Set statements as a table: a row for what one claimant said of one side's people and some days."""
    keys = ("party", "relation", "claimant", "days", "basis")
    rows = []
    for told in rows_by(figures_of(in_words(said), LossStatement), *keys):
        first = told[0]
        told_by = WHOSE_BODIES if caption == HANDED_OVER else WHOSE[first["relation"]]
        whose = phrase(told_by, whose=label_owner(first) or _recorded(first))
        claimant = words(name_claimant(first["claimant"]))
        rows.append((words(whose), _numbers(told), words(first["days"]), claimant))
    return Table(
        translate(caption),
        tuple(map(translate, COLUMNS)),
        tuple(rows),
        widths=(2, 3.4, 1.6, 1.9),
    )


class LossStatement(ReportedFigure):
    """What was said of losses, with the words of its row: who of whom, which days, which measure, where."""

    relation: ReadOnly[str]
    days: ReadOnly[str]
    said_as: ReadOnly[str]
    where: ReadOnly[str]


def in_words(said: pd.DataFrame) -> pd.DataFrame:
    """Return statements with the words of their rows (see `LossStatement`)."""
    figures = figures_of(said)
    return said.assign(
        days=[label_until(figure) for figure in figures],
        said_as=[measure_to_say(figure) for figure in figures],
        where=[name_place_of(figure) for figure in figures],
    )


def _recorded(figure: ReportedFigure) -> str:
    if figure["party"] == UNSTATED:
        return translate("Side not stated:")
    return capital(as_recorded(figure["party"]))


def _numbers(told: list[LossStatement]) -> Sentence:
    """Say the numbers place by place, each measure once: "Old Town: killed 250, “losses” more than 250"."""
    places = []
    for there in rows_by(told, "where"):
        place = there[0]["where"]
        places.append(words(f"{place}: " if place else "") + join(say_measures(there), ", "))
    return join(places)


def say_measures(told: list[LossStatement]) -> list[Sentence]:
    """Say each measure with its numbers; of one number in two words, that the second is the same one."""
    said, before = [], dict[int, str]()
    for same in rows_by(told, "said_as", "measure", "subgroup"):
        one, word = say_of_measure(same), same[0]["said_as"]
        is_same = all(before.get(size_of(each), word) != word for each in same)
        said.append(sentence("the same number also as {said}", said=one) if is_same else one)
        before |= {size_of(each): word for each in same}
    return said


def say_of_measure(said: list[LossStatement]) -> Sentence:
    """Say the numbers of one measure and part of the people, with the word that its claimant used."""
    first = said[0]
    name = name_measure(first["said_as"])
    numbers = either([number(row) for row in said])
    part = f" ({say_part(str(first['subgroup']))})" if first["subgroup"] else ""
    # Whose bodies they are is often the word of one side alone.
    if first["measure"] == Measure.REMAINS_REPATRIATED and first["scope"]:
        part += f" ({first['scope']})"
    told = sentence("{measure} {counts}", measure=name, counts=numbers)
    return told + renamed(first) + recorded(part, str(first["figure_id"]))
