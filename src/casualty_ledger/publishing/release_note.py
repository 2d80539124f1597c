"""The release note of the data package: which figures changed since the last one.

The figures of a package stay beside it when the next one takes its place, so that both can be compared.
A figure that joined another is told as merged, not as gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.ledger.rows import Row, figures_of, rows_of
from casualty_ledger.ledger.storage import write_csv
from casualty_ledger.parsing.plain_text import inert, shorten
from casualty_ledger.schema import ReportedFigures, columns_of
from casualty_ledger.whole_files import write_text, writing
from casualty_ledger.wording.labels import label_count, label_figure

NOTE, CHANGED, RELEASED = "release_note.md", "changed_figures.csv", "released_figures.parquet"
COLUMNS = ["change", "figure_id", "claimant", "said", "column", "before", "now"]
ADDED, ALTERED, MERGED, GONE = "added", "changed", "merged", "gone"
# A row's line moves when a row is added above it, and a series is named anew with its members.
UNTOLD = {"figure_id", "row", "series_id"}
# What a reader of a number must be told; the rest is counted.
TELLING = ("lower", "value", "upper", "hedge", "claimant", "measure", "population", "party", "place")
DAYS = ("covers_from", "covers_until", "published_on")
MOST_TOLD = 200
MARKS = re.compile(r"([\\`*_\[\]<>|#])")


class PackageUnreadable(CasualtyLedgerError):
    """A folder that should hold a data package."""

    template = (
        "{folder} holds no data package with reported_figures.csv or .parquet: {problem}. "
        "Name the folder of a package that casualty-ledger build wrote."
    )


def read_released(folder: Path) -> pd.DataFrame | None:
    """Return the figures of the package that was built last, none where this is the first."""
    path = folder / RELEASED
    return pd.read_parquet(path) if path.is_file() else None


def read_package_figures(folder: Path) -> pd.DataFrame:
    """Return the figures of a package in any folder. Errors: PackageUnreadable."""
    try:
        figures = pd.read_parquet(folder / "reported_figures.parquet")
        return figures[columns_of(ReportedFigures)]
    except (OSError, ValueError, KeyError) as error:
        problem = "it is not there" if isinstance(error, FileNotFoundError) else "it cannot be read"
        raise PackageUnreadable(folder=folder, problem=problem) from None


def compare_releases(before: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """List what changed from one table of reported figures to a later one. Columns: COLUMNS.

    A changed figure has a row for every column that differs; one that was added, merged or is gone has one
    row. `now` of a merged figure is the figure that it joined.
    """
    ids_before, ids_now = pd.Index(before["figure_id"]), pd.Index(now["figure_id"])
    new = now[~now["figure_id"].isin(ids_before)]
    old = before[~before["figure_id"].isin(ids_now)]
    joined = _where_rows_went(old, now)
    sets = [
        _list(new, ADDED),
        _compare_cells(before, now),
        _list(old[joined != ""], MERGED).assign(now=joined[joined != ""].to_numpy()),
        _list(old[joined == ""], GONE),
    ]
    return pd.concat([each for each in sets if len(each)] or sets[:1], ignore_index=True)


def _where_rows_went(old: pd.DataFrame, now: pd.DataFrame) -> pd.Series:
    """Return the figure that each of these is an appearance of now; nothing where its row is gone."""
    rows = now["row_ids"].str.split().explode()
    figure_of = dict(zip(rows, now.loc[rows.index, "figure_id"], strict=True))
    return old["figure_id"].map(figure_of).fillna("").astype("str")


def _list(figures: pd.DataFrame, change: str) -> pd.DataFrame:
    said = [label_figure(row, label_count(row)) for row in figures_of(figures)]
    told = figures[["figure_id", "claimant"]].assign(change=change, column="", before="", now="")
    return told.assign(said=pd.Series(said, index=figures.index, dtype="str"))[COLUMNS]


def _compare_cells(before: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """List every cell of a figure that both tables hold and that differs."""
    shared = [name for name in now.columns if name in before.columns and name not in UNTOLD]
    both = now[now["figure_id"].isin(before["figure_id"])].reset_index(drop=True)
    former = before.set_index("figure_id").loc[both["figure_id"]].reset_index(drop=True)
    found = []
    for column in shared:
        left, right = _as_text(former[column]), _as_text(both[column])
        differs = (left != right).to_numpy()
        found.append(
            _list(both[differs], ALTERED).assign(column=column, before=left[differs], now=right[differs])
        )
    return pd.concat(found, ignore_index=True) if found else _list(both.head(0), ALTERED)


def _as_text(column: pd.Series) -> pd.Series:
    if pd.api.types.is_datetime64_any_dtype(column):
        return column.dt.strftime("%Y-%m-%d").fillna("").astype("str")
    return column.astype("str").fillna("").replace("<NA>", "")


def write_release(folder: Path, changes: pd.DataFrame | None, figures: pd.DataFrame) -> None:
    """Write the note and its table where something changed, and keep the figures for the next comparison.

    Without changes the former note stands. Errors: CannotWrite.
    """
    if changes is not None and len(changes):
        write_text(folder / NOTE, write_note(changes, len(figures)))
        write_csv(folder / CHANGED, changes)
    with writing(folder / RELEASED) as neighbour:
        figures.to_parquet(neighbour, index=False)


def summarize(changes: pd.DataFrame) -> str:
    """Say how many figures changed in which way.

    >>> summarize(pd.DataFrame({"figure_id": ["a", "b", "b"], "change": ["added", "changed", "changed"]}))
    '1 added, 1 changed, 0 merged into another, 0 gone'
    """
    counts = changes.drop_duplicates(["figure_id", "change"])["change"].value_counts()
    added, altered, merged, gone = (int(counts.get(kind, 0)) for kind in (ADDED, ALTERED, MERGED, GONE))
    return f"{added:,} added, {altered:,} changed, {merged:,} merged into another, {gone:,} gone"


def write_note(changes: pd.DataFrame, count: int) -> str:
    """Return the release note as Markdown: what changed in words, the first of each kind."""
    lines = [
        "# What changed since the last data package",
        "",
        f"{count:,} figures: {summarize(changes)}.",
        f"`{CHANGED}` lists every change.",
    ]
    return "\n".join([*lines, *_sections(changes)]) + "\n"


def _sections(changes: pd.DataFrame) -> Iterator[str]:
    told = changes["column"].isin([*TELLING, *DAYS])
    altered = changes["change"] == ALTERED
    kinds = {
        "Numbers, words and days that changed": changes[altered & told],
        "Merged into another figure": changes[changes["change"] == MERGED],
        "Gone": changes[changes["change"] == GONE],
        "Added": changes[changes["change"] == ADDED],
    }
    for title, rows in kinds.items():
        if len(rows):
            yield from (
                "",
                f"## {title}",
                "",
                *(_line(row) for row in rows_of(rows.head(MOST_TOLD))),
            )
        if len(rows) > MOST_TOLD:
            yield f"- and {len(rows) - MOST_TOLD:,} more"
    rest = changes.loc[altered & ~told, "column"].value_counts()
    if len(rest):
        yield from ("", "## Other columns that changed, and of how many figures", "")
        yield from (f"- `{column}`: {number:,}" for column, number in rest.items())


def _line(row: Row) -> str:
    said = f"- {_plain(row['figure_id'])}: {_plain(row['claimant'])}, {_plain(row['said'])}"
    if row["change"] == MERGED:
        return f"{said}; now part of {_plain(row['now'])}"
    if row["change"] != ALTERED:
        return said
    before, now = (_plain(row[name]) or "nothing" for name in ("before", "now"))
    return f"{said}; {row['column']}: {before} → {now}"


def _plain(text: object) -> str:
    """Escape a stranger's words for Markdown, on one line."""
    return MARKS.sub(r"\\\1", shorten(" ".join(inert(str(text)).split()), 160))
