"""Charts of the record itself: rival counts, disagreements, and who reported on which day."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.charts.disagreement_ladder import DISAGREEMENTS
from casualty_ledger.charts.frame import Chart, NoChart, compose
from casualty_ledger.charts.reporting_calendar import CALENDAR
from casualty_ledger.charts.rival_counts import RIVALS
from casualty_ledger.ledger.identity import open_minimums
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.publishing.week.captions import caption_of
from casualty_ledger.publishing.week.chart_columns import said_of
from casualty_ledger.publishing.week.disputes.titles import of_calendar, of_disagreements, of_rivals
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.titles import lead
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.disagreements import find_disagreements
from casualty_ledger.series.weeks import week_counted
from casualty_ledger.vocabulary import Basis, Reading, Strength
from casualty_ledger.wording.claimant_names import name_claimant
from casualty_ledger.wording.conflict_words import name_place_of
from casualty_ledger.wording.labels import label_figure, label_until, label_where_and_when
from casualty_ledger.wording.language import SHORT_DAY, mark, mark_counted, translate, write_day
from casualty_ledger.wording.measures import name_measure

READINGS: dict[str, str] = {
    Reading.RIVAL_CLAIMANTS: mark("rival claimants, cause unknown"),
    Reading.SAME_CLAIMANT_SAME_DAY: mark("one claimant, one day"),
    Reading.DEFINITION: mark("one number, several measures"),
    Reading.SCOPE: mark("a different scope"),
    Reading.POPULATION: mark("civilians or soldiers"),
    Reading.OVERTAKEN: mark("one claimant, restated"),
    Reading.PARTS: mark("more in the parts than in the whole"),
    Reading.FALL: mark("a later total is lower"),
    Reading.FLOWS: mark("more held or returned than taken"),
    Reading.MISPRINT_PROBABLE: mark("probably a misprint"),
}
STRENGTHS: dict[str, str] = {
    Strength.CONTRADICTION: mark("contradiction"),
    Strength.DIFFERENCE: mark("difference, bounds meet"),
    Strength.UNCOMPARED: mark("bounds not compared"),
}
COUNTED: dict[str, tuple[str, str]] = {
    STRENGTHS[Strength.CONTRADICTION]: mark_counted("{count} contradiction", "{count} contradictions"),
    STRENGTHS[Strength.DIFFERENCE]: mark_counted(
        "{count} difference, bounds meet", "{count} differences, bounds meet"
    ),
    STRENGTHS[Strength.UNCOMPARED]: mark_counted(
        "{count} set, bounds not compared", "{count} sets, bounds not compared"
    ),
}
WEEKDAY = "EEE"


def draw_rivals(edition: Edition) -> Chart | NoChart:
    """Draw the things of which claimants gave rival counts in the week, as dumbbells."""
    found = _rivals(edition.disputes)
    if found.empty:
        none = translate("This ledger has recorded no rival counts of one thing for this week.")
        return NoChart("rival_counts", none)
    caption = caption_of(
        edition,
        found,
        translate("The same thing, not the same number: rival counts in the week"),
        excludes=translate("numbers of one claimant alone; nothing is averaged"),
    )
    table = said_of(found, thing=[_thing(row) for row in figures_of(found)], reading=_gap_of(found))
    table = table.sort_values("value", kind="stable", key=lambda _: _within(table))
    contradiction = translate(READINGS[Reading.RIVAL_CLAIMANTS])
    caption = lead(caption, found, of_rivals(table, contradiction))
    return compose(RIVALS, table, caption, name="rival_counts")


def _rivals(found: pd.DataFrame) -> pd.DataFrame:
    """Keep the things of which at least two claimants stated a number."""
    stated = found[found["value"].notna()]
    return stated[stated.groupby("dispute")["claimant"].transform("nunique") > 1]


def _within(table: pd.DataFrame) -> pd.Series:
    """Rank rows by thing, in the order of the things, and by value within it."""
    things = table["thing"].map({thing: nth for nth, thing in enumerate(table["thing"].unique())})
    return (things * 1e9 + table["value"].astype(float)).rank(method="first")


def _gap_of(found: pd.DataFrame) -> pd.Series:
    open_above = open_minimums(found)["upper"].isna().groupby(found["dispute"]).transform("any")
    minimum = translate("a minimum need not contradict a higher number")
    rivals = translate(READINGS[Reading.RIVAL_CLAIMANTS])
    return pd.Series(rivals, index=found.index).mask(open_above, minimum)


def _thing(figure: ReportedFigure) -> str:
    counted = label_figure({**figure, "value": 2, "hedge": "about"}, "").strip()
    counted = counted[:1].upper() + counted[1:]
    if figure["basis"] == Basis.CUMULATIVE:
        where = f", {name_place_of(figure)}" if figure["place"] or figure["admin1"] else ""
        return f"{counted}{where}, {label_until(figure)}"
    return f"{counted}: {label_where_and_when(figure)}"


def draw_disagreements(edition: Edition) -> Chart | NoChart:
    """Draw every disagreement among the week's figures as a ladder, from the lowest number up."""
    table = tabulate_disagreements(edition)
    if table.empty:
        return NoChart(
            "disagreements",
            translate(
                "Among the week’s figures none disagree beyond what running tolls, rounding and scope "
                "explain."
            ),
        )
    caption = caption_of(
        edition,
        edition.compared[edition.compared["figure_id"].isin(table["figure_id"])],
        translate("Where the week’s figures disagree, how strongly, and why as far as the record tells"),
        excludes=translate("statements without a number; nothing is averaged"),
    )
    caption = caption.led_by(of_disagreements(table, COUNTED).text)
    return compose(DISAGREEMENTS, table, caption, name="disagreements")


def tabulate_disagreements(edition: Edition) -> pd.DataFrame:
    """Return the rungs of the ladder: the figures of each disagreement, from the lowest to the highest.

    What came out by Monday about the week before was compared in its brief: a set of nothing else was told
    there.
    """
    figures = edition.compared
    rows = set(" ".join(figures["row_ids"]).split())
    appearances = edition.ledger.appearances
    found = find_disagreements(figures, appearances[appearances["row_id"].isin(rows)])
    is_told = ~found["figure_id"].isin(figures.loc[_is_new(figures, edition), "figure_id"])
    found = found[~is_told.groupby(found["disagreement"]).transform("all").astype(bool)]
    if found.empty:
        return found
    told = found[["disagreement", "reading", "strength", "figure_id"]].merge(figures, on="figure_id")
    told = told[told["value"].notna()].sort_values(
        ["disagreement", "value"], kind="stable", ignore_index=True
    )
    first = told.drop_duplicates("disagreement").set_index("disagreement")
    heads = {name: _thing(row) for name, row in zip(first.index, figures_of(first), strict=True)}
    return said_of(
        told,
        group=told["disagreement"],
        thing=told["disagreement"].map(heads),
        reading=_in_words(told["strength"], STRENGTHS) + "; " + _in_words(told["reading"], READINGS),
        label=_rungs(told),
    )


def _is_new(figures: pd.DataFrame, edition: Edition) -> pd.Series:
    """Say which figures were not yet compared in the brief of the week before."""
    monday = pd.Timestamp(edition.week.monday)
    before = week_counted(figures) == monday - pd.Timedelta(days=7)
    return figures["is_new"] & ~(before & (figures["published_on"] <= monday))


def _in_words(found: pd.Series, table: dict[str, str]) -> pd.Series:
    return found.map({word: translate(said) for word, said in table.items()})


def _rungs(told: pd.DataFrame) -> list[str]:
    """Name each rung by its claimant, and by what it counts and where if that differs in its group."""
    groups = told.groupby("disagreement")
    several = {column: groups[column].transform("nunique") > 1 for column in ("measure", "place")}
    names = []
    for at, row in zip(told.index, figures_of(told), strict=True):
        counted = name_measure(row["measure"]) if several["measure"][at] else ""
        place = name_place_of(row) if several["place"][at] else ""
        names.append(", ".join(part for part in (name_claimant(row["claimant"]), counted, place) if part))
    return names


def draw_calendar(edition: Edition) -> Chart | NoChart:
    """Draw who published how many figures on which day of the week."""
    monday = pd.Timestamp(edition.week.monday)
    days = [monday + pd.Timedelta(days=n) for n in range(7)]
    published = edition.figures[edition.figures["published_on"].isin(days)]
    if published.empty:
        none = translate("This ledger has recorded no figure published in this week.")
        return NoChart("reporting_calendar", none)
    caption = caption_of(
        edition,
        published,
        translate("Who published how many figures on which day of the week"),
        excludes=translate("figures whose day of publication is not known"),
        interval=translate("none: these are numbers of figures, not of people"),
    )
    table = tabulate_calendar(published, days)
    caption = lead(caption, published, of_calendar(table))
    return compose(CALENDAR, table, caption, name="reporting_calendar")


def tabulate_calendar(published: pd.DataFrame, days: list[pd.Timestamp]) -> pd.DataFrame:
    """Return a row per claimant and day, empty days included; who published most stands first."""
    most = published.groupby("claimant").size().sort_values(ascending=False, kind="stable").index
    sides = published.drop_duplicates("claimant").set_index("claimant")["claimant_side"]
    ids = published.groupby(["claimant", "published_on"])["figure_id"].agg(" ".join)
    cells = pd.MultiIndex.from_product([most, days], names=["claimant", "published_on"])
    table = ids.reindex(cells, fill_value="").reset_index()
    counts = table["figure_id"].str.split().map(len)
    how = translate("how many figures were published")
    return table.assign(
        claimant=table["claimant"].map(name_claimant),
        claimant_side=table["claimant"].map(sides),
        day=[f"{write_day(day, WEEKDAY)}\n{write_day(day, SHORT_DAY)}" for day in table["published_on"]],
        figures=counts,
        words=counts.map(lambda count: str(count) if count else ""),
        how=counts.map(lambda count: how if count else ""),
    ).drop(columns="published_on")
