"""Changes: what a claimant says otherwise since, and what is no change of what was said."""

from datetime import date

import pandas as pd
import pytest
from made_up_ledgers import ledger_of
from rows import make_rows

from casualty_ledger.parsing.weeks import Vintage
from casualty_ledger.series.changes import find_changes, name_subjects

TOLL = {
    "claimant": "Mayor of Kyiv (Klitschko)",
    "publisher": "Suspilne",
    "party": "ukraine",
    "population": "civilian",
    "measure": "killed",
    "place": "Kyiv",
    "covers_from": "2023-06-01",
    "covers_until": "2023-06-01",
    "published_on": "2023-06-02",
    "basis": "period",
    "value": "3",
    "hedge": "exact",
}


@pytest.fixture
def changes_of():
    """Find the changes of every figure known on 5 June 2023, up to 12 June, in made-up rows."""

    def find(*rows: dict[str, str]) -> list[tuple[str, str, str]]:
        ledger = ledger_of(make_rows(*rows))
        before, after = (ledger.as_of(Vintage(date(2023, 6, day))).figures for day in (5, 12))
        found = find_changes(before["figure_id"], before, after)
        return list(found[["figure_id", "now_id", "kind"]].itertuples(index=False, name=None))

    return find


def test_a_claimants_later_word_restates_its_number(changes_of):
    """
    The same claimant, another number, the same subject: restated by the later figure.
    """
    assert changes_of(TOLL, TOLL | {"value": "4", "published_on": "2023-06-08"}) == [
        ("t-1", "t-2", "restated")
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"claimant": "Ministry of Health of Ukraine"},
        {"measure": "injured"},
        {"population": "children"},
        {"place": "Kharkiv"},
        {"covers_from": "2023-06-02", "covers_until": "2023-06-02"},
        {"basis": "increment"},
        {"published_on": "2023-06-13"},
        {"value": "3"},
    ],
    ids=lambda other: " ".join(other),
)
def test_another_claimant_or_subject_changes_nothing(changes_of, other):
    """
    A later figure restates nothing if any of claimant, measure, people, place, days, basis differs,
    if it is not known yet, or if it is the same number.
    """
    later = TOLL | {"value": "4", "published_on": "2023-06-08"} | other

    assert changes_of(TOLL, later) == []


def test_another_firmness_is_a_change(changes_of):
    """
    At least 3, after 3, is said otherwise.
    """
    later = TOLL | {"hedge": "at_least", "published_on": "2023-06-08"}

    assert changes_of(TOLL, later) == [("t-1", "t-2", "restated")]


def test_a_total_for_a_later_day_is_news(changes_of):
    """
    A total for 11 June changes no total for 4 June, whether or not its last day is stated.
    """
    later = {"value": "212000", "covers_until": "2023-06-11", "published_on": "2023-06-11"}
    unstated = {"covers_until": "", "measure": "killed"}

    assert changes_of({}, later, unstated, unstated | {"value": "3", "published_on": "2023-06-11"}) == []


def test_a_total_restated_for_its_own_day_is_a_change(changes_of):
    """
    The total for 4 June, said anew on 7 June, is restated.
    """
    later = {"value": "210040", "published_on": "2023-06-07"}

    assert changes_of({}, later) == [("t-1", "t-2", "restated")]


def test_a_history_that_was_overtaken_before_is_not_restated_again(changes_of):
    """
    Of 3, then 5 (both printed), then 4, only the 5 that stood has changed.
    """
    then = TOLL | {"value": "5", "published_on": "2023-06-03"}
    now = TOLL | {"value": "4", "published_on": "2023-06-08"}

    assert changes_of(TOLL, then, now) == [("t-2", "t-3", "restated")]


def test_a_dropped_digit_is_called_a_probable_misprint(changes_of):
    """
    10,074, then 1,074 for the same day, is no fall: a digit seems dropped.
    """
    later = {"value": "20940", "published_on": "2023-06-07"}

    assert changes_of({}, later) == [("t-1", "t-2", "misprint")]


def test_a_number_becomes_a_part_when_that_is_known(changes_of):
    """
    A relation that became known on 8 June makes the number a part of another, not another number.
    """
    row = TOLL | {"overlaps": "included in the toll of the oblast", "overlaps_known_on": "2023-06-08"}

    assert changes_of(row) == [("t-1", "t-1", "part")]


def test_a_warning_that_became_known_is_told(changes_of):
    """
    A note of 8 June that the relay misread the number is a change of what was printed.
    """
    row = TOLL | {"note": "relay error: injured, not killed", "note_known_on": "2023-06-08"}

    assert changes_of(row) == [("t-1", "t-1", "warned")]


def test_a_garbled_number_supersedes_nothing(changes_of):
    """
    A later number that is known to be its relay's error is not its claimant's word.
    """
    note = {"note": "misprint of 3", "note_known_on": "2023-06-08"}

    assert changes_of(TOLL, TOLL | {"value": "8", "published_on": "2023-06-08"} | note) == []


def test_subjects_have_the_same_name_in_every_vintage(whole_ledger):
    """
    A figure's subject is named alike in a vintage of 2023 and today, unless a later note says what it counts.
    """
    figures, latest = whole_ledger.as_of(Vintage(date(2023, 6, 5))).figures, whole_ledger.figures
    names = pd.Series(name_subjects(figures).to_numpy(), index=figures["figure_id"])
    today = pd.Series(name_subjects(latest).to_numpy(), index=latest["figure_id"])
    now = latest.set_index("figure_id").loc[names.index]
    kept = names.index[
        ~now["is_part"].to_numpy() & (now["measure"].to_numpy() == figures["measure"].to_numpy())
    ]

    assert len(kept) > 800
    assert (names[kept] == today[kept]).all()
