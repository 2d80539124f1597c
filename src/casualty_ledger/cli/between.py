"""`casualty-ledger between`: what running totals added from any day to any day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from casualty_ledger.cli.console import ConflictName, Processed, Raw, out_console, say_count

if TYPE_CHECKING:
    import pandas as pd

    from casualty_ledger.reported_figure import ReportedFigure

# So many totals that have none near the days are told one by one.
TOLD = 5
DERIVED = "{claimant}, {what}: {added}, counted after {from_day:%-d %B %Y} and up to {to_day:%-d %B %Y}"
BEHIND = ": {ends} ({figure_id}, {previous_figure_id})"
NOT_DERIVED = "{claimant}, {what}: not derivable; {reading}."

Criterion = Annotated[str, typer.Option(help="Only of this one; default: all.")]


def between(
    first: Annotated[str, typer.Argument(help="The earlier day, such as 2024-11-27.")],
    last: Annotated[str, typer.Argument(help="The later day, such as 2025-01-15.")],
    claimant: Criterion = "",
    measure: Criterion = "",
    population: Criterion = "",
    party: Criterion = "",
    place: Criterion = "",
    as_of: Annotated[str, typer.Option(help="A day: as known then; default: as known today.")] = "",
    conflict: ConflictName = "",
    raw: Raw = "",
    processed: Processed = "",
) -> None:
    """Say what each running total added from one day to another, never across claimants."""
    from casualty_ledger.explore.opening import open_ledger

    ledger = open_ledger(as_of, raw=raw, processed=processed)
    chosen = ledger.select(
        conflict=conflict, claimant=claimant, measure=measure, population=population, party=party, place=place
    )
    added = chosen.between(first, last)
    for line in _tell(added):
        out_console.print(line, highlight=False, markup=False)
    if added.empty:
        out_console.print("No running total was chosen: nothing can be subtracted.", highlight=False)


def _tell(added: pd.DataFrame) -> Iterator[str]:
    """Tell each difference; of the totals that have none near, the first few and how many more."""
    rows: list[dict[Any, Any]] = added.to_dict("records")
    yield from (_say(row) for row in rows if row["derived"])
    without = [row for row in rows if not row["derived"]]
    yield from (NOT_DERIVED.format(**row, what=_what(row)) for row in without[:TOLD])
    if more := without[TOLD:]:
        yield f"{say_count(len(more), 'more running total')} without a total near both days."


def _say(row: dict[Any, Any]) -> str:
    from casualty_ledger.parsing.plain_text import capital

    said = (DERIVED + BEHIND).format(**row, what=_what(row))
    return f"{said}. {capital(row['reading'])}." if row["reading"] else f"{said}."


def _what(row: dict[Any, Any]) -> str:
    """Name what a total counts, where, and since when."""
    import pandas as pd

    from casualty_ledger.vocabulary import Hedge
    from casualty_ledger.wording.labels import label_day, label_figure, label_place

    total = cast("ReportedFigure", row)
    where, start = label_place(total), row["covers_from"]
    parts = (
        label_figure({**total, "hedge": Hedge.ABOUT}, "").strip(),
        f"in {where}" if where else "",
        "" if pd.isna(start) else f"since {label_day(start)}",
    )
    return " ".join(part for part in parts if part)
