"""Proposals of an article: read again without a loss, shown with their sentence, added by their words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.intake.articles.adding import NoNumberThere, add_by_words, ask_about, sentence_at
from casualty_ledger.intake.articles.proposing import propose
from casualty_ledger.intake.articles.reading import read_article
from casualty_ledger.intake.articles.texts import Article
from casualty_ledger.intake.evidence.problems import WordsNotFound
from casualty_ledger.intake.evidence.verifying import verify
from casualty_ledger.intake.proposals.batch import read_batch
from casualty_ledger.intake.proposals.deciding import accept, edit_each, open_proposals
from casualty_ledger.intake.proposals.review import tell_uncharted
from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.project import Project
from casualty_ledger.sources.evidence import attach_pointers, read_pointers
from casualty_ledger.sources.recorded_sheets import read_sheet
from casualty_ledger.sources.registry import read_register

TEXT = (
    "The toll in Kherson has risen to 14, including at least two children, the regional governor said. "
    "Three people were wounded. The repair will take 9 days."
)


@pytest.fixture
def told(made_up) -> tuple[Project, Callable[..., str]]:
    """Read the text into the queue, as the reader does, with what somebody says of it."""
    project = made_up({})

    def read(**said: str) -> str:
        article = Article("page", TEXT).filled("en", **said)
        return propose(project, article, read_article(TEXT), today=date(2023, 6, 5))

    return project, read


def test_a_text_read_again_keeps_what_was_told_of_it_and_done_to_it(told):
    """
    The day and publisher that somebody gave stay where another reading names none; an edited proposal stays
    in the place of the one that it stands for.
    """
    project, read = told
    name = read(published_on="2023-06-05", publisher="Wire")
    first = open_proposals(project, read_batch(project, name))["id"].iloc[0]
    (edited,) = edit_each(project, name, [first], role="editor", cells={"place": "Kherson city"})

    assert read() == name
    rows = open_proposals(project, read_batch(project, name))
    assert set(rows["published_on"]) == {"2023-06-05"}
    assert set(rows["publisher"]) == {"Wire"}
    assert edited in set(rows["id"]) and first not in set(rows["id"])


def test_a_figure_is_added_by_its_words(told):
    """
    Number and hedge are read where the words stand, the rest is that of the proposal beside it; accepted, it
    points into the kept text.
    """
    project, read = told
    name = read(published_on="2023-06-05", publisher="Wire")
    added = add_by_words(project, name, "two children", role="editor", cells={"population": "children"})
    batch = read_batch(project, name)
    row = batch.rows.set_index("id").loc[added]
    beside = batch.rows.iloc[0]

    assert (row["value"], row["hedge"], row["population"]) == ("2", "at_least", "children")
    assert (
        row[["claimant", "place", "published_on"]].tolist()
        == beside[["claimant", "place", "published_on"]].tolist()
    )
    assert batch.place_of(added)["words"] == "two"
    accept(project, name, "articles", role="editor", ids=[added])
    rows = attach_pointers(read_sheet(project.recorded / "articles.csv"), read_pointers(project.pointers))
    found = verify(project, clean_rows(rows, read_register(project.sources)).appearances)
    assert found["outcome"].tolist() == ["stands"]


@pytest.mark.parametrize(
    ("words", "error"), [("nine children", WordsNotFound), ("14, including at least two", NoNumberThere)]
)
def test_a_figure_that_the_text_does_not_state_is_not_added(told, words: str, error: type[Exception]):
    """
    Words that are not in the text, or that hold two numbers, add nothing.
    """
    project, read = told
    name = read()

    with pytest.raises(error):
        add_by_words(project, name, words, role="editor", cells={})
    assert not read_batch(project, name).rows["note"].str.contains("added").any()


def test_a_proposal_is_shown_with_its_sentence_and_what_it_leaves_open(told):
    """
    Questions are those of the cells as they stand: an edit that answers one is not asked again.
    """
    project, read = told
    name = read()
    batch = read_batch(project, name)
    first = batch.rows["id"].iloc[0]
    shown = CliRunner().invoke(app, ["proposals", "show", name, first, "--raw", str(project.raw)]).output
    cells = {"published_on": "2023-06-05", "claimant": "General Staff of Ukraine"}
    (edited,) = edit_each(project, name, [first], role="editor", cells=cells)
    now = ask_about(project, read_batch(project, name), edited)

    assert sentence_at(project, batch, first).startswith("The toll in Kherson")
    assert "from sentence: The toll in Kherson" in shown
    assert "When was it published?" in shown and "On whose side" in shown
    assert "When was it published?" not in now and "On whose side" not in now


def test_cells_are_set_in_several_proposals_at_once_and_a_claimant_brings_its_side(told):
    """
    All that are named are edited, each in its place; the side is the registered one unless it is said.
    """
    project, read = told
    name = read(published_on="2023-06-05")
    ids = open_proposals(project, read_batch(project, name))["id"].tolist()
    edited = edit_each(project, name, ids, role="editor", cells={"claimant": "General Staff of Ukraine"})
    rows = open_proposals(project, read_batch(project, name))

    assert rows["id"].tolist() == edited
    assert set(rows["claimant_side"]) == {"ukraine"}
    (other,) = edit_each(
        project, name, edited[:1], role="editor", cells={"claimant": "Mayor", "claimant_side": "un"}
    )
    assert read_batch(project, name).rows.set_index("id").loc[other, "claimant_side"] == "un"


def test_who_accepts_is_told_what_no_page_will_tell(told):
    """
    People in hospital, missing civilians and losses of a part are in the data alone, and it is said.
    """
    project, read = told
    rows = (
        read_batch(project, read())
        .rows.iloc[[0, 0, 0, 0]]
        .reset_index(drop=True)
        .assign(
            measure=["hospitalised", "missing", "losses", "killed"],
            population=["civilian", "civilian", "armed_forces", "civilian"],
            scope=["", "", "part of the 1,290", "part of the 14"],
            covers_until="2023-06-05",
        )
    )

    assert [*tell_uncharted(rows)] == [
        "3 of 4 will be in the data alone: no page tells of hospitalised, missing, losses of a part."
    ]
