"""Selections: figures chosen by the glossary's words, and what they answer."""

import pandas as pd
import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell

from casualty_ledger.errors import ForbiddenSum
from casualty_ledger.explore.misuse import (
    NoSuchCall,
    NoSuchCriterion,
    NoSuchVintage,
    UnknownChoice,
    UnreadableDays,
)
from casualty_ledger.publishing.week.losses.followed_charts import draw_increments

STAFF = "General Staff of Ukraine"
DAY = {"covers_from": "2023-06-03", "covers_until": "2023-06-03", "basis": "period", "hedge": "exact"}


def test_a_selection_holds_what_its_words_say(whole):
    """
    Choosing by words gives the rows that pandas gives for the same words, and only those.
    """
    figures = whole.ledger.figures
    by_hand = figures[(figures["measure"] == "losses") & figures["party"].isin(["russia", "wagner"])]
    chosen = whole.select(measure="losses", party=["russia", "wagner"]).figures

    assert len(by_hand) > 100
    assert list(chosen["figure_id"]) == list(by_hand["figure_id"])


def test_a_selection_narrows_and_leaves_the_ledger_alone(whole):
    """
    Criteria add up, a kind named again takes the place of the one before, and the ledger is not changed.
    """
    before = len(whole)
    killed = whole.select(measure="killed").select(population="children").select(measure="injured")

    assert set(killed.figures["measure"]) == {"injured"}
    assert set(killed.figures["population"]) == {"children"}
    assert (len(whole), whole.criteria.text) == (before, "")


def test_a_vintage_holds_nothing_that_came_later(whole):
    """
    On 4 June 2023 the total was 209,940; the 210,350 of the next day was not known.
    """
    staff = whole.select(claimant=STAFF, measure="losses", days="2023-06-01/2023-06-05")

    assert staff.as_of("2023-06-04").figures["value"].max() == 209_940
    assert staff.as_of("2023-06-05").figures["value"].max() == 210_350


def test_a_vintage_and_a_choice_can_be_named_in_any_order(whole):
    """
    The order of `as_of` and `select` makes no difference.
    """
    one = whole.as_of("2023-02-07").select(claimant="OHCHR HRMMU")
    other = whole.select(claimant="OHCHR HRMMU").as_of("2023-02-07")

    assert len(one) > 50
    pd.testing.assert_frame_equal(one.figures, other.figures)


def test_weeks_hold_what_ends_in_them(whole):
    """
    Of eleven weeks up to 4 June 2023 no figure ends outside them, and no period begins before them.
    """
    chosen = whole.select(weeks="2023-W12/2023-W22").figures
    periods = chosen[chosen["basis"] == "period"]

    assert len(chosen) > 300
    assert chosen["covers_until"].dropna().between("2023-03-20", "2023-06-04").all()
    assert (periods["covers_from"] >= "2023-03-20").all()


def test_a_selection_by_days_says_what_it_cannot_place(opened):
    """
    Figures without days are in no span, and the selection counts them; without a span nothing is left out.
    """
    dayless = {"covers_from": "", "covers_until": "", "published_on": ""}
    ledger = opened(DAY | {"measure": "killed"}, DAY | {"measure": "injured"} | dayless)

    assert "1 without days left out." in repr(ledger.select(days="2023"))
    assert "left out" not in repr(ledger.select(measure="injured"))


def test_a_side_is_chosen_like_a_claimant(whole):
    """
    `claimant_side` chooses by the side on which a claimant speaks.
    """
    assert set(whole.select(claimant_side="russia").figures["claimant_side"]) == {"russia"}


def test_an_alias_is_its_registered_name(whole):
    """
    A claimant may be named by any spelling of the register.
    """
    known = set(whole.ledger.figures["claimant"])
    spelled = whole.source.register.claimants.items()
    aliases = {alias: source.name for alias, source in spelled if alias not in known and source.name in known}

    assert aliases
    for alias, name in aliases.items():
        assert whole.select(claimant=alias).criteria.of("claimant") == (name,)


@pytest.mark.parametrize(
    ("kind", "misspelt", "nearest"),
    [
        ("measure", "kiled", "killed"),
        ("measure", "wounded", "injured"),
        ("measure", "losses_unspecified", "losses"),
        ("population", "pow", "prisoners_of_war"),
        ("party", "russian", "russia"),
        ("claimant", "General Staf of Ukraine", STAFF),
        ("place", "Kramatorks", "Kramatorsk"),
        ("place", "Pidhorodne", "Pidhorodne hromada near Dnipro"),
    ],
)
def test_a_misspelt_word_is_told_the_nearest(whole, kind, misspelt, nearest):
    """
    A word that is not known raises an error that names the nearest one and where all of them are listed.
    """
    with pytest.raises(UnknownChoice) as raised:
        whole.select(**{kind: misspelt})

    assert repr(nearest) in str(raised.value)
    assert f"ledger.choices('{kind}')" in str(raised.value)


@pytest.mark.parametrize(
    ("ask", "error"),
    [
        (lambda ledger: ledger.select(weeks="2023-06-04"), UnreadableDays),
        (lambda ledger: ledger.select(weeks="2023-W22/2023-W12"), UnreadableDays),
        (lambda ledger: ledger.select(days="June 2023"), UnreadableDays),
        (lambda ledger: ledger.select(claimants="NATO"), NoSuchCriterion),
        (lambda ledger: ledger.select(source="NATO"), TypeError),
        (lambda ledger: ledger.as_of("June 2023"), NoSuchVintage),
        (lambda ledger: ledger.choices("claimants"), UnknownChoice),
        (lambda ledger: ledger.chart("pie"), ValueError),
    ],
)
def test_a_wrong_question_is_told_how_to_ask(whole, ask, error):
    """
    Days, vintages, kinds of choice and of chart that cannot be read raise a sentence, each of its own kind.
    """
    with pytest.raises(error) as raised:
        ask(whole)

    assert str(raised.value).endswith(".")


@pytest.mark.parametrize("call", ["compare", "weekly", "revisions", "disagreements"])
def test_every_table_carries_its_attribution(whole, call):
    """
    Each row names its claimant and, where there is one, the address; the table says whose it is.
    """
    chosen = whole.select(weeks="2023-W12/2023-W22", population="armed_forces")
    table = getattr(chosen, call)()

    assert type(table) is pd.DataFrame
    assert len(table) > 0
    assert table["claimant"].str.len().gt(0).all()
    assert {"figure_id", "publishers", "address", "published_on"} <= set(table.columns)
    assert table.attrs["attribution"].startswith("Reported by ")


def test_the_code_makes_the_selection_again(whole, monkeypatch):
    """
    The code that a selection gives, run as it stands, gives the same figures.
    """
    monkeypatch.setenv("CASUALTY_LEDGER_PROCESSED", str(whole.source.project.processed))
    chosen = whole.as_of("2023-06-05").select(claimant=[STAFF, "NATO"], weeks="2023-W12/2023-W22")
    names: dict[str, object] = {}
    exec(chosen.code, names)

    assert len(chosen) > 20
    pd.testing.assert_frame_equal(names["chosen"].figures, chosen.figures)


@pytest.mark.parametrize(
    ("changes", "right_call"),
    [
        ([{"claimant": "NATO"} | DAY, {"claimant": STAFF} | DAY], ".compare()"),
        ([{"covers_until": "2023-06-04"}, {"covers_until": "2023-06-05"}], ".weekly()"),
        ([{"measure": "killed"} | DAY, {"measure": "injured"} | DAY], ".select(measure=…)"),
        ([{"place": "Dnipro"} | DAY, {"place": "Kharkiv"} | DAY], ".select(place=…)"),
        ([{"basis": "rate", "rate_unit": "day"}], ".figures"),
    ],
)
def test_a_forbidden_sum_names_the_right_call(opened, changes, right_call):
    """
    Rivals, totals, measures, places and rates are not added; the refusal names what to call instead.
    """
    with pytest.raises(ForbiddenSum) as raised:
        opened(*changes).sum()

    assert right_call in str(raised.value)


def test_an_honest_sum_is_made(opened):
    """
    Periods of one claimant that follow each other add up: at least 3 and at least 4 are at least 7.
    """
    killed = DAY | {"measure": "killed", "hedge": "at_least"}
    next_day = {"covers_from": "2023-06-04", "covers_until": "2023-06-04", "value": "4"}
    added = opened(killed | {"value": "3"}, killed | next_day).sum()

    assert added[["lower", "value"]].to_numpy().tolist() == [[7, 7]]
    assert pd.isna(added["upper"].iloc[0])
    assert added["figure_ids"].tolist() == ["t-1 t-2"]


@pytest.mark.parametrize("verb", ["mean", "median", "cumsum"])
def test_an_average_is_never_made(whole, verb):
    """
    No average and no running total is made of what was said.
    """
    with pytest.raises(ForbiddenSum):
        getattr(whole.select(claimant=STAFF), verb)()


def test_a_verb_of_pandas_is_told_where_the_table_is(whole):
    """
    What only a DataFrame can do is pointed to, a misspelt call is told the nearest one.
    """
    with pytest.raises(NoSuchCall, match=r"\.figures\.groupby"):
        whole.groupby("claimant")
    with pytest.raises(NoSuchCall, match=r"\.figures\['place'\]"):
        whole["place"]
    with pytest.raises(NoSuchCall, match=r"Did you mean \.compare\?"):
        whole.compere()


def test_completion_offers_the_questions(whole):
    """
    Tab shows the calls of the glossary, and nothing private.
    """
    asked = {
        "as_of",
        "select",
        "choices",
        "compare",
        "weekly",
        "revisions",
        "disagreements",
        "trace",
        "chart",
    }
    offered = {name for name in dir(whole) if not name.startswith("__")}

    assert asked | {"figures", "table", "code"} <= offered
    assert not [name for name in offered if name.startswith("_")]


def test_completion_works_in_ipython(whole):
    """
    IPython completes the calls of a selection and the names of what it can be chosen by.
    """
    shell = InteractiveShell()
    shell.user_ns["ledger"] = whole
    with provisionalcompleter():
        found = {
            text: {each.text for each in shell.Completer.completions(text, len(text))}
            for text in ("ledger.dis", "ledger.select(cla")
        }

    assert found == {"ledger.dis": {"disagreements"}, "ledger.select(cla": {"claimant=", "claimant_side="}}


def test_every_chart_is_attributed_and_described(whole):
    """
    Each kind of chart that a selection draws has its claimants in the caption and an alt text.
    """
    drawn = [
        whole.select(measure="losses", weeks="2023-W12/2023-W22", claimant=STAFF).chart("weekly"),
        whole.select(measure="losses", days="2023", claimant=STAFF).chart("totals"),
        whole.select(measure="killed", weeks="2023-W22").chart("statements"),
        whole.select(measure="exchanged", days="2025").chart(),
    ]

    assert [chart.name for chart in drawn] == ["weekly", "totals", "statements", "exchanges"]
    assert all("Reported by" in chart.alt and chart.caption.who_says for chart in drawn)


def test_a_week_is_drawn_as_the_brief_draws_it(whole, edition_of):
    """
    What may still change, was restated or recounted is marked in a selection's chart as in a report.
    """
    drawn = draw_increments(edition_of("2023-W22")).table
    weeks = f"{drawn['week'].min()}/{drawn['week'].max()}"
    chosen = whole.as_of("2023-06-05").select(claimant=STAFF, measure="losses", weeks=weeks)

    assert drawn["provisional"].any() and not drawn["provisional"].all()
    pd.testing.assert_frame_equal(chosen.chart("weekly").table, drawn)
