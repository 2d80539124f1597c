"""Titles that state the finding: true of their rows, and none where rows single none out."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest
from made_up_charts import CAPTION
from soak import in_soak

from casualty_ledger.charts.frame import Chart
from casualty_ledger.publishing.week import charts
from casualty_ledger.publishing.week.civilian.titles import (
    of_harm,
    of_region,
    of_revisions,
    of_steps,
    of_toll,
    of_verified,
)
from casualty_ledger.publishing.week.disputes.titles import of_calendar, of_disagreements, of_rivals
from casualty_ledger.publishing.week.losses.titles import of_increments, of_losses
from casualty_ledger.publishing.week.prisoners.titles import of_exchanges
from casualty_ledger.publishing.week.titles import MOST_LETTERS, NOTHING, Finding, lead, of_highest
from casualty_ledger.vocabulary import Caveat

DAYS = pd.to_datetime(["2023-05-28", "2023-06-04"])


def row(words: str, value: int | None, claimant: str = "Mayor of Sumy", **more: Any) -> dict[str, Any]:
    told = {"value": value, "lower": value, "upper": value, "is_soft": False}
    return {"claimant": claimant, "words": words, "figure_id": f"{claimant} {words}", **told, **more}


def table(*rows: dict[str, Any]) -> pd.DataFrame:
    columns = ("label", "words", "claimant", "value", "figure_id")
    return pd.DataFrame(list(rows), columns=None if rows else list(columns))


def label(words: str, value: int, claimant: str = "Mayor of Sumy", counted: str = "civilians killed"):
    return row(words, value, claimant, label=f"{claimant}\n{counted}")


def harm(words: str, value: int, claimant: str = "Mayor of Sumy", day: int = 0, **more: Any):
    told = {"measure": "killed", "checked": "reported", "where": f"Sumy, day {day}", "slot_label": ""}
    return row(words, value, claimant, first_day=DAYS[day], last_day=DAYS[day], **(told | more))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], ""),
        ([label("12", 12)], "12 civilians killed, according to the Mayor of Sumy"),
        (
            [label("at least 12", 12), label("9", 9, "B")],
            "Highest of 2 numbers: at least 12 civilians killed, according to the Mayor of Sumy",
        ),
        (
            [label("12", 12), label("12", 12, "B"), label("9", 9)],
            "Highest of 3 numbers: 12 civilians killed, according to the Mayor of Sumy and B",
        ),
        ([label("12", 12), label("about 12", 12, "B")], ""),
        ([label("12", 12), label("12", 12, "B", "children killed")], ""),
        ([label("12", 12), label("9", 9, "B", "children killed")], ""),
        ([label("1", 1)], ""),
    ],
)
def test_the_highest_statement_leads_where_there_is_one(rows, said: str):
    """
    Two hedges, two things counted, or a single person: then the chart says what it draws.
    """
    assert of_highest(table(*rows)).text == said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row("", None, region="Sumy Oblast")], ""),
        (
            [row("34", 34, region="A")],
            "Deadliest report on the map: A, 34 killed, according to the Mayor of Sumy",
        ),
        ([row("3", 3, region="A"), row("3", 3, region="B"), row("", None, region="C")], ""),
    ],
)
def test_no_region_is_the_deadliest_beside_another_that_is(rows, said: str):
    """
    A map leads with the one region that has the highest report, and with none where two have it.
    """
    assert of_region(table(*rows)).text == said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([harm("9", 9, measure="injured")], ""),
        ([harm("1", 1)], "Highest report: 1 civilian killed, Sumy, day 0 (Mayor of Sumy)"),
        (
            [harm("34", 34), harm("34", 34, "B"), harm("at least 34", 34, "C"), harm("2", 2, day=1)],
            "Highest report: 34 civilians killed, Sumy, day 0 (Mayor of Sumy and B)",
        ),
        ([harm("34", 34), harm("34", 34, day=1)], ""),
        (
            [harm("at least 209", 209, "OHCHR", checked="verified")],
            "At least 209 civilians killed, Sumy, day 0, verified by OHCHR",
        ),
        (
            [harm("34", 34), harm("34", 34, day=1), harm("at least 209", 209, "OHCHR", checked="verified")],
            "At least 209 civilians killed, Sumy, day 0, verified by OHCHR",
        ),
    ],
)
def test_the_highest_report_of_deaths_leads_the_chart_of_harm(rows, said: str):
    """
    Reports of one event join, two events that are level lead nothing, and the verified are called so.
    """
    assert of_harm(table(*rows), DAYS[0]).text == said


def test_no_report_is_the_highest_where_a_verified_count_of_a_place_is_higher():
    """
    A monitor verified 59 where an official's 56 is the highest report drawn: the chart does not lead with 56.
    """
    reported = table(harm("56", 56))

    assert of_harm(reported, DAYS[0], 59) == NOTHING
    assert of_harm(reported, DAYS[0], 56).text.startswith("Highest report: 56")


def test_a_report_from_before_the_week_is_the_highest_of_all_weeks_drawn():
    """
    In a week of two killed nobody takes 34 of a week before for its own.
    """
    said = of_harm(table(harm("34", 34), harm("2", 2, day=1)), DAYS[1]).text

    assert said == "Highest report of these weeks: 34 civilians killed, Sumy, day 0 (Mayor of Sumy)"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([harm("6", 6)], ""),
        ([harm("6", 6), harm("6", 6)], ""),
        ([harm("6", 6), harm("22", 22, slot_label="undated")], ""),
        (
            [harm("6", 6), harm("30", 30, "B"), harm("at least 22", 22)],
            "Sumy: from 6 to at least 22 civilians injured, as restated by the Mayor of Sumy",
        ),
    ],
)
def test_a_toll_is_that_of_one_claimant(rows, said: str):
    """
    The ends are those of whoever restated the toll, and never one claimant's beside another's.
    """
    assert of_toll(table(*rows), "civilians injured", "Sumy").text == said


def total(words: str, value: int, line: str, day: int = 1, claimant: str = "OHCHR") -> dict[str, Any]:
    return row(words, value, claimant, line=line, day=DAYS[day], day_label=f"day {day}")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([total("9", 9, "killed")], "Civilians: 9 killed by day 1, verified by OHCHR"),
        (
            [total("8", 8, "killed", 0), total("9", 9, "killed"), total("20", 20, "injured")],
            "Civilians: 9 killed and 20 injured by day 1, verified by OHCHR",
        ),
        (
            [total("8", 8, "killed", 0), total("20", 20, "injured")],
            "Civilians: 8 killed by day 0, 20 injured by day 1, verified by OHCHR",
        ),
        ([total("9", 9, "killed"), total("20", 20, "injured", claimant="B")], ""),
    ],
)
def test_verified_totals_are_dated_each_by_itself(rows, said: str):
    """
    Two totals share a day only where both have it, and are never those of two monitors.
    """
    assert of_verified(table(*rows)).text == said


def week(value: int | None, *, rounding: int = 100, focus: bool = False, **more: Any) -> dict[str, Any]:
    ends = {} if value is None else {"lower": value - rounding, "upper": value + rounding}
    told = {"derived": value is not None, "in_focus": focus, "revised": False, "is_soft": True}
    return row("" if value is None else f"{value:,}", value, "The Staff", **(told | ends | more))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([week(None, focus=True), week(3000)], ""),
        ([week(3000, focus=True, revised=True)], ""),
        ([week(-10, focus=True)], ""),
        ([week(3000, focus=True)], "About 3,000 “losses” added in the week, according to The Staff"),
        (
            [week(3150), week(4000), week(3000, focus=True)],
            "About 3,000 “losses” added in the week, according to The Staff",
        ),
        (
            [week(3250), week(4000), week(None), week(3000, focus=True)],
            "About 3,000 “losses” added in the week, the fewest of 3 weeks, according to The Staff",
        ),
        (
            [week(2000), week(2100), week(3000, focus=True)],
            "About 3,000 “losses” added in the week, the most of 3 weeks, according to The Staff",
        ),
    ],
)
def test_a_week_is_the_most_or_fewest_only_beyond_rounding(rows, said: str):
    """
    A fall, a recount and a week that cannot be derived lead nothing; where bounds meet nothing is ranked.
    """
    assert of_increments(table(*rows), "“losses”").text == said


def loss(words: str, value: int, whose: str, measure: str = "losses", claimant: str = "A", day: int = 1):
    return row(words, value, claimant, whose=whose, measure=measure, day=DAYS[day], day_label=f"day {day}")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([loss("9", 9, "North")], "North 9 “losses” (A, day 1)"),
        (
            [
                loss("9", 9, "South", day=0),
                loss("5", 5, "North", "killed", "B"),
                loss("7", 7, "North", claimant="B"),
            ],
            "North 5 killed (B, day 1); South 9 “losses” (A, day 0)",
        ),
        ([loss("9", 9, "South"), loss("5", 5, "North", "killed"), loss("6", 6, "North", claimant="B")], ""),
    ],
)
def test_losses_of_every_side_lead_or_of_none(rows, said: str):
    """
    Each side's last total has its own measure, claimant and day; where one side's is not one, none leads.
    """
    assert of_losses(table(*rows), ["North", "South"]).text == said


def back(words: str, value: int, direction: str, claimant: str = "A", day: int = 1, mark: str = "return"):
    return row(words, value, claimant, direction=direction, mark=mark, day=DAYS[day], day_label=f"day {day}")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([back("9", 9, "home", mark="total")], ""),
        ([back("9", 9, "home"), back("5", 5, "home", day=0)], "Last exchange drawn, day 1: 9 home (A)"),
        (
            [back("9", 9, "home"), back("9", 9, "home", "B"), back("8", 8, "away", "B")],
            "Last exchange drawn, day 1: 9 home (A and B), 8 away (B)",
        ),
        ([back("9", 9, "home"), back("9", 9, "away")], "Last exchange drawn, day 1: 9 each way (A)"),
        (
            [
                back("9", 9, "home"),
                back("9", 9, "home", "B"),
                back("both: 9", 9, "home", "A; B", mark="agreed"),
            ],
            "Last exchange drawn, day 1: 9 home (both sides)",
        ),
        (
            [back("9", 9, "home"), back("8", 8, "home", "B")],
            "Last exchange drawn, day 1: several counts in one direction",
        ),
    ],
)
def test_counts_of_an_exchange_that_differ_are_not_chosen_from(rows, said: str):
    """
    Each direction is said apart; where one has several counts none of them is printed.
    """
    assert of_exchanges(table(*rows)).text == said


def test_an_exchange_is_the_largest_where_several_before_it_had_fewer_each_way():
    """
    More than on each of three days before, in every direction, is the largest drawn; as many is the last.
    """
    before = [back(str(n), n, "home", day=0) | {"day": DAYS[0] - pd.Timedelta(days=n)} for n in (5, 6, 7)]

    assert of_exchanges(table(*before, back("9", 9, "home"))).text.startswith("Largest exchange drawn, day 1")
    assert of_exchanges(table(*before, back("7", 7, "home"))).text.startswith("Last exchange drawn, day 1")
    assert of_exchanges(table(*before[1:], back("9", 9, "home"))).text.startswith("Last exchange drawn")


def rival(words: str, value: int, thing: str, claimant: str = "A", reading: str = "rivals") -> dict[str, Any]:
    return row(words, value, claimant, thing=thing, reading=reading)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([rival("4", 4, "Killed", reading="a minimum"), rival("9", 9, "Killed", "B", "a minimum")], ""),
        ([rival("4", 4, "Killed"), rival("9", 9, "Killed", "B")], "Killed: 4 (A) or 9 (B)"),
        (
            [rival("4", 4, "K"), rival("9", 9, "K", "B"), rival("1", 1, "I"), rival("9", 9, "I", "B")],
            "I: 1 (A) or 9 (B), the widest of 2 contradictions",
        ),
        ([rival("2", 2, "K"), rival("4", 4, "K", "B"), rival("3", 3, "I"), rival("6", 6, "I", "B")], ""),
    ],
)
def test_the_widest_contradiction_leads_with_both_who_give_it(rows, said: str):
    """
    A minimum below a higher number contradicts nothing; of two that are level neither leads.
    """
    assert of_rivals(table(*rows), "rivals").text == said


def test_strengths_and_months_are_counted_once_each():
    """
    A disagreement of many figures is one; a month counts where it was stated on two known days.
    """
    rungs = [
        {"group": group, "reading": f"{said}; why"}
        for group, said in zip("aabc", ["x, y"] * 3 + ["z"], strict=True)
    ]
    months = [("May", 0, 5), ("May", 1, 7), ("June", 0, 5), ("June", 1, 5), ("July", 0, 9)]
    steps = table(
        *(
            row(str(n), n, month=month, month_label=month, vintage_day=DAYS[day], growth=100 * (n / 5 - 1))
            for month, day, n in months
        )
    )

    strengths = {"x, y": ("{count} x, y", "{count} xs, y"), "z": ("{count} z", "{count} zs")}
    assert of_disagreements(pd.DataFrame(rungs), strengths).text == "Among the week’s figures: 2 xs, y; 1 z"
    assert of_revisions(steps, "M").text == (
        "M last gave more civilians killed than at first for 1 of the 2 months that it restated"
    )
    assert (
        of_steps(steps, "M").text
        == "Raised the most: May, from 5 to 7 civilians killed, minimums that M verified"
    )
    assert of_revisions(steps[4:], "M") == of_steps(steps[2:], "M") == NOTHING


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"A": [1]}, "A alone published in the week: 1 figure"),
        ({"A": [1, 2], "B": [2]}, "5 figures published in the week by 2 claimants, most by A"),
        ({"A": [1, 2], "B": [3]}, "6 figures published in the week by 2 claimants"),
    ],
)
def test_the_calendar_leads_with_how_much_was_published(counts, said: str):
    """
    Nobody published most where two published as much.
    """
    rows = [{"claimant": who, "figures": n} for who, own in counts.items() for n in own]

    assert of_calendar(pd.DataFrame(rows)).text == said


@pytest.mark.parametrize(
    ("measure", "caveats", "letters", "leads"),
    [
        ("losses", "", 10, True),
        ("losses", str(Caveat.OTHER_WORD), 10, True),
        ("killed", str(Caveat.OTHER_WORD), 10, False),
        ("killed", str(Caveat.LOSSES_RENAMED), 10, False),
        ("killed", str(Caveat.RELAY_ERROR), 10, False),
        ("killed", str(Caveat.END_VAGUE), 10, False),
        ("killed", "", MOST_LETTERS + 1, False),
    ],
)
def test_a_number_in_doubt_and_a_title_of_three_lines_lead_nothing(measure, caveats, letters: int, leads):
    """
    Losses that a relay prints as deaths are never a headline of deaths.
    """
    figures = pd.DataFrame([{"figure_id": "t-1", "measure": measure, "caveats": caveats}])
    finding = Finding("x" * letters, ({"figure_id": "t-1"},))
    led = lead(CAPTION, figures, finding)

    assert (led.headline != CAPTION.title) == leads
    assert led.title == CAPTION.title


FULL = [(week, 5) for week in ("2022-W12", "2024-W02", "2025-W16", "2025-W33")]


@pytest.mark.parametrize(("week", "least"), [("2023-W22", 5), *in_soak(("2022-W08", 3), *FULL)])
def test_every_number_of_a_title_is_one_that_its_chart_prints(edition_of, week: str, least: int):
    """
    What a title says of people stands in the table behind it, word for word, and so does who says it; of the
    first four days of the war there are fewer findings.
    """
    edition = edition_of(week)
    found = [getattr(charts, name)(edition) for name in charts.__all__ if name.startswith("draw_")]
    led = [chart for chart in found if isinstance(chart, Chart) and chart.caption.finding]
    counted = {"disagreements", "revision_triangle", "reporting_calendar"}

    assert len(led) >= least
    for chart in led:
        said, words = chart.caption.finding, [each for each in chart.table["words"] if each]
        assert chart.name in counted or any(
            re.search(rf"\b{re.escape(each)}\b", said, re.I) for each in words
        )
        assert said in chart.alt and chart.caption.title in chart.alt
