"""The commands of evidence, and what a reader sees of it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.explore.opening import open_ledger as open_selection
from casualty_ledger.ledger.opening import open_ledger
from casualty_ledger.publishing.cards import cards_of
from casualty_ledger.publishing.trace import COLUMNS as TRACED
from casualty_ledger.sources.evidence import PointersUnreadable, parse_pointer, read_pointers

ADDRESS = "https://example.org/a"
PAGE = "<!DOCTYPE html><html><p>The staff said about 209,940 were “eliminated”; others said 5 and 5.</p>"


@pytest.fixture
def run(made_up, tmp_path: Path):
    """Run a command on two rows of one page."""
    project = made_up({}, {"claimant": "NATO", "value": "5", "hedge": "exact"})
    (tmp_path / "page.html").write_text(PAGE)
    return lambda *words: CliRunner().invoke(app, ["evidence", *words, "--raw", str(project.raw)]), project


def test_rows_of_a_page_point_into_it_and_are_verified(run, tmp_path: Path):
    """
    A number that stands once is pointed to, one that stands twice waits for words; an edit is found.
    """
    call, project = run
    kept = call("keep", str(tmp_path / "page.html"), "--address", ADDRESS)
    first = call("verify")
    sha = read_pointers(project.pointers)["t-1"].split()[0].removeprefix("sha256:")
    pointed = call("point", "t-2", sha[:12], "--words", "5", "--nth", "2")
    second = call("verify")
    sheet = project.recorded / "made_up.csv"
    sheet.write_text(sheet.read_text().replace(",209940,", ",29940,"))
    third = call("verify")

    assert "2 rows of this address: 1 point to their number" in kept.output
    assert "t-2: its number stands 2 times" in kept.output
    assert "1 row of 2 point into evidence; the number stands in 1 of them." in first.output
    assert "t-2 points to “5”" in pointed.output
    assert (second.exit_code, third.exit_code) == (0, 1)
    assert "t-1, General Staff of Ukraine: words state another number" in third.output
    assert "the number stands in 1 of them." in third.output


def test_card_and_trace_show_that_a_page_is_kept(run, tmp_path: Path):
    """
    A figure's card says since when its page is kept and as what; no other word of the page is in the ledger.
    """
    call, project = run
    call("keep", str(tmp_path / "page.html"), "--row", "t-1", "--words", "about 209,940")
    figures = open_ledger(project).figures
    pointer = parse_pointer(figures.set_index("figure_id").loc["t-1", "evidence"])
    cards = cards_of(figures, ["t-1", "t-2"])
    facts = dict(cards["t-1"].facts)

    assert pointer is not None
    assert facts["Evidence"] == f"kept on {pointer.kept_on:%-d %B %Y}, sha256 {pointer.sha256[:12]}…"
    assert "Evidence" not in dict(cards["t-2"].facts)
    opened = open_selection(raw=str(project.raw), processed=str(project.processed))
    assert opened.trace("209,940")["evidence"].tolist() == [str(pointer)]
    assert "evidence" in TRACED
    assert "eliminated" not in figures.to_csv()
    assert "eliminated" not in project.pointers.read_text()


def test_evidence_changes_no_figure(run, tmp_path: Path):
    """
    A pointer makes no row another statement: ids, numbers and series are what they were.
    """
    call, project = run
    before = open_ledger(project).figures
    call("keep", str(tmp_path / "page.html"), "--address", ADDRESS)
    after = open_ledger(project).figures

    assert (after["evidence"] != "").any()
    assert after.drop(columns="evidence").equals(before.drop(columns="evidence"))


def test_what_is_wrong_is_one_sentence(run, tmp_path: Path):
    """
    No page, no such row, no such page, no such article and a broken file of pointers are told.
    """
    call, project = run
    file = str(tmp_path / "page.html")

    assert "Name one page to keep" in str(call("keep").exception)
    assert "holds no row 't-9'" in str(call("keep", file, "--row", "t-9").exception)
    assert "No page with the sha256 00000000" in str(call("point", "t-1", "00000000").exception)
    assert "holds no file named 'a'" in str(call("keep", "--article", "a").exception)
    project.pointers.write_text("row_id,evidence\nt-1,page 3\n")
    assert "row 2 holds no pointer" in str(call("verify").exception)
    with pytest.raises(PointersUnreadable, match="row 2 holds no pointer"):
        read_pointers(project.pointers)


def test_an_article_is_kept_by_its_name(run):
    """
    A text of data/raw/articles is kept by its name, with the address that its sidecar tells.
    """
    call, project = run
    (project.raw / "articles").mkdir()
    (project.raw / "articles" / "staff.txt").write_text("about 209,940 eliminated")
    (project.raw / "articles" / "staff.yml").write_text(f"title: News\naddress: {ADDRESS}\npublished_on:\n")
    kept = call("keep", "--article", "staff")

    assert "2 rows of this address: 1 point to their number" in kept.output


def test_a_cell_that_is_no_pointer_is_refused(made_up):
    """
    A sheet's own column holds a pointer or nothing; anything else refuses the row with what to do.
    """
    from rows import make_rows

    from casualty_ledger.ledger.clean import clean_rows
    from casualty_ledger.sources.registry import Register

    told = f"sha256:{'a' * 64} chars:10-12 words:{'b' * 16} kept:2026-11-27"
    cleaned = clean_rows(
        make_rows({"evidence": told}, {"evidence": "page 3", "value": "5"}), Register({}, {})
    )

    assert cleaned.appearances["evidence"].tolist() == [told]
    assert cleaned.refused["column"].tolist() == ["evidence"]
