"""Relations: words become the ids of the figures that they name."""

import pandas as pd
import pytest
from made_up_ledgers import ledger_of
from rows import make_rows

from casualty_ledger.series.disagreements import find_disagreements
from casualty_ledger.series.relations import find_relations
from casualty_ledger.vocabulary import Relation


@pytest.fixture(scope="module")
def relations(ledger) -> pd.DataFrame:
    return find_relations(ledger.figures, ledger.appearances)


def others(relations: pd.DataFrame, figure: str, relation: str) -> set[str]:
    found = relations[(relations["figure_id"] == figure) & (relations["relation"] == relation)]
    return set(found["other_id"])


@pytest.mark.parametrize(
    ("figure", "relation", "other"),
    [
        ("CIV-0013", "part_of", "CIV-0010"),
        ("ml-0294", "part_of", "ml-0293"),
        ("ml-0229", "part_of", "ml-0228"),
        ("pw-0041", "part_of", "pw-0040"),
        ("pw-0190", "adds_to", "pw-0189"),
        ("pw-0324", "adds_to", "pw-0323"),
        ("ml-0226", "same_origin_as", "ml-0228"),
        ("pw-0235", "same_origin_as", "pw-0236"),
        ("pw-0169", "overlaps", "pw-0167"),
        ("CIV-1321", "supersedes", "CIV-1320"),
    ],
)
def test_words_become_ids(relations: pd.DataFrame, figure: str, relation: str, other: str):
    """
    362 children are a part of 5,614 killed; 22 returned are in addition to 175; 33 supersedes 34.
    """
    assert others(relations, figure, relation) == {other}


def test_8101_printed_again_is_the_same_total(relations: pd.DataFrame):
    """
    OHCHR's 8,101 printed on 7 March under another last day (CIV-0482) is the total of CIV-0475.
    """
    assert others(relations, "CIV-0475", "same_origin_as") == {"CIV-0482"}
    assert others(relations, "CIV-0482", "supersedes") == set()


def test_each_relation_has_the_day_on_which_it_became_known(relations: pd.DataFrame, ledger):
    """
    That the 12 may include the 2 shown earlier became known with the 12; a part in its scope, with its page.
    """
    known = relations.set_index(["figure_id", "relation"])["known_on"]
    published = ledger.figures.set_index("figure_id")["published_on"]

    assert known[("pw-0169", "overlaps")] == published["pw-0169"]
    assert known[("CIV-1321", "supersedes")] == published["CIV-1321"]


def test_what_cannot_be_resolved_keeps_its_words(relations: pd.DataFrame):
    """
    Two candidates are no answer: 10,000 as a part of "the 20,000" could be of either statement.
    """
    row = relations[(relations["figure_id"] == "ml-0181") & (relations["relation"] == "part_of")].iloc[0]

    assert (row["other_id"], row["said"]) == ("", "part of the 20,000")


def test_nothing_relates_to_itself_or_to_another_party(relations: pd.DataFrame, ledger):
    """
    Every resolved relation joins two figures about the same party's people.
    """
    party = ledger.figures.set_index("figure_id")["party"]
    found = relations[relations["other_id"] != ""]

    assert len(found) > 300
    assert (found["figure_id"] != found["other_id"]).all()
    assert (party.loc[found["figure_id"]].to_numpy() == party.loc[found["other_id"]].to_numpy()).all()


def test_a_number_of_thousands_of_digits_is_no_count():
    """
    What somebody pasted into an overlap or a scope costs no report: it is words, and states no number.
    """
    pasted = "part of " + "9" * 5000
    rows = ({"overlaps": pasted}, {"scope": pasted, "value": "12"}, {"value": "13"})
    told, plain = ledger_of(make_rows(*rows)), ledger_of(make_rows({}, {"value": "12"}, {"value": "13"}))
    by_words = find_relations(told.figures, told.appearances)["relation"] == Relation.PART_OF
    found, bare = (find_disagreements(each.figures, each.appearances) for each in (told, plain))

    assert not by_words.any()
    assert list(found.columns) == list(bare.columns) and len(bare) > 0
