"""Figures: many appearances of one statement are one figure."""

from rows import make_rows

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.sources.registry import Register

NOBODY = Register({}, {})


def figures_of(*changes: dict[str, str]):
    return gather_figures(clean_rows(make_rows(*changes), NOBODY).appearances)[0]


def test_two_publishers_of_one_statement_make_one_figure():
    """
    The same number of the same claimant, printed twice, is one figure with two appearances.
    """
    figures = figures_of({}, {"publisher": "Kyiv Independent", "published_on": "2023-06-07"})

    assert figures["appearances"].tolist() == [2]
    assert figures["row_ids"].tolist() == ["t-1 t-2"]
    assert figures["publishers"].tolist() == ["Ukrinform; Kyiv Independent"]


def test_the_earliest_publication_dates_a_figure():
    """
    A number printed again later is no later vintage, whatever the order of the rows.
    """
    figures = figures_of({"published_on": "2023-06-09"}, {"published_on": "2023-06-05"}, {"published_on": ""})

    assert figures["published_on"].astype(str).tolist() == ["2023-06-05"]
    assert figures["figure_id"].tolist() == ["t-2"]


def test_another_hedge_is_another_statement():
    """
    "At least 485" and "485" are not the same statement.
    """
    figures = figures_of({"hedge": "exact"}, {"hedge": "at_least"})

    assert len(figures) == 2


def test_a_part_never_joins_its_whole():
    """
    A number that is a part of another is a series of its own, even with the same words.
    """
    figures = figures_of({"value": "100"}, {"value": "100", "scope": "subset of the 100"})

    assert figures["series_id"].nunique() == 2
    assert figures["is_part"].tolist() == [False, True]


def test_running_totals_of_one_claimant_are_one_series():
    """
    Totals of successive days from one start share a series; another claimant's do not.
    """
    later = {"covers_until": "2023-06-05", "value": "210350", "published_on": "2023-06-05"}
    figures = figures_of({}, later, later | {"claimant": "Somebody else"})

    assert figures["series_id"].nunique() == 2
    assert figures["series_id"].iloc[0] == figures["series_id"].iloc[1]


def test_every_appearance_belongs_to_exactly_one_figure(ledger):
    """
    Over the recorded sheets the appearances of all figures are the rows, each once.
    """
    ids = ledger.figures["row_ids"].str.split().explode()

    assert sorted(ids) == sorted(ledger.appearances["row_id"])


def test_the_general_staff_total_of_4_june(ledger):
    """
    209,940 on 4 June 2023 is about, losses, an enemy's word, and bounded by its rounding to 10.
    """
    figure = ledger.figures.set_index("figure_id").loc["ml-0215"]

    assert (figure["lower"], figure["value"], figure["upper"]) == (209_930, 209_940, 209_950)
    assert (figure["measure"], figure["interest"], figure["hedge"]) == ("losses", "enemy_loss", "about")
