"""The release note tells what changed between two packages, and nothing else."""

from pathlib import Path

import pandas as pd
import pytest
from rows import make_rows
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.publishing.release_note import (
    PackageUnreadable,
    compare_releases,
    read_package_figures,
    summarize,
    write_note,
)


def told(changes: pd.DataFrame) -> list[tuple]:
    return list(
        changes[["change", "figure_id", "column", "before", "now"]].itertuples(index=False, name=None)
    )


def test_the_same_figures_have_no_changes(ledger):
    """
    A package built again from the same sheets has changed in nothing.
    """
    assert compare_releases(ledger.figures, ledger.figures.copy()).empty


def test_every_kind_of_change_is_told(ledger):
    """
    One number altered, one figure added, one gone: each is told by its id, and nothing else is.
    """
    before = ledger.figures
    gone, altered, new = before["figure_id"].iloc[[10, 20, 30]]
    now = before[before["figure_id"] != gone].copy()
    now.loc[now["figure_id"] == altered, "value"] += 1
    value = before.loc[before["figure_id"] == altered, "value"].iloc[0]
    changes = compare_releases(before[before["figure_id"] != new], now)

    assert told(changes) == [
        ("added", new, "", "", ""),
        ("changed", altered, "value", str(value), str(value + 1)),
        ("gone", gone, "", "", ""),
    ]
    assert summarize(changes) == "1 added, 1 changed, 0 merged into another, 1 gone"


def test_a_figure_that_joined_another_is_merged_not_gone(ledger):
    """
    A row that became an appearance of another figure is told with the figure that it joined.
    """
    several = ledger.figures[ledger.figures["appearances"] > 1].iloc[0]
    joined = several["row_ids"].split()[1]
    apart = pd.concat([ledger.figures, ledger.figures.head(1).assign(figure_id=joined)])
    changes = compare_releases(apart, ledger.figures)

    assert told(changes) == [("merged", joined, "", "", several["figure_id"])]


def test_a_row_that_only_moved_has_not_changed(ledger):
    """
    A row added above others in a sheet changes none of them.
    """
    assert compare_releases(ledger.figures, ledger.figures.assign(row=ledger.figures["row"] + 1)).empty


def test_a_missing_bound_is_nothing_and_not_zero(ledger):
    """
    A bound that is no more there is told as nothing.
    """
    now = ledger.figures.copy()
    bounded = now["upper"].notna().idxmax()
    now.loc[bounded, "upper"] = pd.NA
    changes = compare_releases(ledger.figures, now)

    assert changes["now"].tolist() == [""]
    assert "→ nothing" in write_note(changes, 1)


def test_a_strangers_words_are_no_markdown(ledger):
    """
    A claimant's name cannot set a link, a heading or HTML in the note.
    """
    now = ledger.figures.head(1).assign(figure_id="x", row_ids="x", claimant="[a](http://b)\n# <script>")
    note = write_note(compare_releases(ledger.figures.head(0), now), 1)

    assert "\n# <" not in note
    assert "<script>" not in note
    assert r"\[a\](http" in note


def test_a_build_keeps_the_note(made_up):
    """
    A second build with one number changed says so, keeps the note, and a third without changes leaves it.
    """
    project = made_up({}, {"covers_until": "2023-06-05", "value": "210350"})
    folders = ["--raw", str(project.raw), "--processed", str(project.processed)]
    run = CliRunner()
    first = run.invoke(app, ["build", *folders])
    made_up({}, {"covers_until": "2023-06-05", "value": "210360"})
    second = run.invoke(app, ["build", *folders])
    third = run.invoke(app, ["build", *folders])
    note = run.invoke(app, ["release-note", *folders])

    assert "Since the last package" not in first.output + third.output
    assert "0 added, 1 changed, 0 merged into another, 0 gone" in second.output
    assert "value: 210350 → 210360" in note.output


def test_an_older_package_can_be_compared_with(made_up, tmp_path: Path):
    """
    `--since` names the folder of any package; one that holds none is told in a sentence.
    """
    project = made_up({})
    folders = ["--raw", str(project.raw), "--processed", str(project.processed)]
    CliRunner().invoke(app, ["build", *folders])
    same = CliRunner().invoke(app, ["release-note", "--since", str(project.processed), *folders])

    assert "0 added, 0 changed" in same.output
    with pytest.raises(PackageUnreadable, match="it is not there"):
        read_package_figures(tmp_path / "nowhere")


def test_made_up_rows_make_figures():
    """
    The note's own words are those of the figures.
    """
    from casualty_ledger.ledger.clean import clean_rows
    from casualty_ledger.sources.registry import Register

    figures = gather_figures(clean_rows(make_rows({}), Register({}, {})).appearances)[0]
    note = write_note(compare_releases(figures.head(0), figures), len(figures))

    assert "- t-1: General Staff of Ukraine, about 209,940 Russian “losses”" in note
