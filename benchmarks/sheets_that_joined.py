"""List what sheets that joined share with the others: statements that merged, and numbers that differ.

For a person to read before new sheets are landed. `--sheets reported_` names the new ones by how their
names begin.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

import pandas as pd

from casualty_ledger.ledger.opening import open_ledger
from casualty_ledger.project import Project
from casualty_ledger.series.disagreements import find_disagreements
from casualty_ledger.series.revisions import find_revisions
from casualty_ledger.wording.labels import label_count, label_figure, label_where_and_when


def list_shared(begins: str) -> Iterator[str]:
    """Tell each set that has figures of the new sheets and of the old, line by line."""
    ledger = open_ledger(Project.at())
    figures, printed = ledger.figures.set_index("figure_id"), ledger.appearances.set_index("row_id")
    merged = figures["row_ids"].str.split()
    new = printed["sheet"].str.startswith(begins)
    yield from _tell("merged", merged[merged.map(lambda rows: new[rows].nunique() > 1)].items(), figures)
    told = {
        "revised": find_revisions(ledger.figures).groupby("revision_of"),
        "disagree": find_disagreements(ledger.figures, ledger.appearances).groupby("disagreement"),
    }
    for word, sets in told.items():
        ids = ((name, said["figure_id"].tolist()) for name, said in sets)
        yield from _tell(word, ((name, each) for name, each in ids if new[each].nunique() > 1), figures)


def _tell(word: str, sets: Iterable[tuple[str, list[str]]], figures: pd.DataFrame) -> Iterator[str]:
    for name, ids in sets:
        yield f"{word}: {name}"
        yield from (
            f"    {id_} {_say(figures.loc[id_]) if id_ in figures.index else 'printed it too'}" for id_ in ids
        )


def _say(figure: pd.Series) -> str:
    said = (
        f"{figure['claimant']}: {label_figure(figure, label_count(figure))}, {label_where_and_when(figure)}"
    )
    return f"{said} ({figure['scope']})" if figure["scope"] else said


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sheets", default="reported_", help="how the names of the new sheets begin")
    print(*list_shared(parser.parse_args().sheets), sep="\n")
