"""The reporting calendar."""

import pandas as pd
import pytest

from casualty_ledger.publishing.week import charts


@pytest.fixture(scope="module")
def calendar(edition_of):
    return charts.draw_calendar(edition_of("2023-W22"))


def test_the_general_staff_published_one_total_a_day(calendar):
    """
    Its row holds 1 on each of the seven days of week 22, from Monday to Sunday.
    """
    staff = calendar.table[calendar.table["claimant"] == "General Staff of Ukraine"]

    assert staff["figures"].tolist() == [1] * 7
    assert staff["day"].iloc[0] == "Mon\n29 May"


def test_a_day_without_a_figure_is_an_empty_cell(calendar):
    """
    Where nothing was published nothing is written, not 0.
    """
    [ax] = calendar.figure.axes
    written = [text.get_text() for text in ax.texts]

    assert "0" not in written
    assert sorted(written) == sorted(calendar.table.loc[calendar.table["figures"] > 0, "words"])


def test_every_count_leads_to_the_figures_counted(calendar):
    """
    A cell's number names as many figures as it counts.
    """
    assert [int(words) for words, _, _ in calendar.traced] == [len(ids) for _, ids, _ in calendar.traced]
    assert len(calendar.traced) > 20
    assert pd.Series([how for _, _, how in calendar.traced]).unique().tolist() == [
        "how many figures were published"
    ]
