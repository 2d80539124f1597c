"""`casualty-ledger proposals`: what is proposed, beside what the ledger has; accepted, rejected, edited."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from casualty_ledger.cli.console import Raw, out_console, say_count

if TYPE_CHECKING:
    import pandas as pd

    from casualty_ledger.project import Project

proposals = typer.Typer(
    no_args_is_help=True, help="Proposals: figures that wait for a person. Nothing proposed is in a report."
)
Batch = Annotated[str, typer.Argument(help="The batch of proposals, as `proposals list` names it.")]
Ids = Annotated[list[str] | None, typer.Argument(help="Ids of proposals; none means all that are open.")]
Accepted = Annotated[list[str] | None, typer.Argument(help="Ids of accepted proposals; none means all.")]
Role = Annotated[str, typer.Option(help="In what role you decide, such as editor; no name.")]
Only = Annotated[
    str,
    typer.Option(
        help="Only those that are: new, same_figure, restated, contradicts, differs, read_before, refused."
    ),
]
SHOWN, ALIKE = 40, 10
QUESTION = "question"


@proposals.command(name="list")
def list_proposals(
    batch: Annotated[str, typer.Argument(help="A batch; default: all of them, in a line each.")] = "",
    only: Only = "",
    everything: Annotated[
        bool, typer.Option("--all", help="List every one, not the first of a kind.")
    ] = False,
    raw: Raw = "",
) -> None:
    """List the batches; or the open proposals of one, each beside what the ledger has."""
    from casualty_ledger.intake.proposals.batch import list_batches
    from casualty_ledger.intake.proposals.review import count_open, review

    project = _open(raw)
    if not batch:
        for name in list_batches(project):
            _print(f"{name}: {say_count(count_open(project, name), 'open proposal')}")
        return
    held = review(project, batch)
    if held.empty:
        _print(f"{batch}: no open proposal; decisions.csv holds what was decided")
    for beside, alike in held.groupby("beside", sort=False):
        if only in ("", beside):
            _print(f"{beside}: {say_count(len(alike), 'proposal')}")
            listed = alike if everything else alike.head(SHOWN)
            for row in listed.to_dict("records"):
                _print(f"  {row['id']}  {row['said']}{_beside(row)}")
            if more := len(alike) - len(listed):
                _print(f"  and {more:,} more: --all lists them")


@proposals.command()
def show(
    batch: Batch, proposal: Annotated[str, typer.Argument(help="The id of a proposal.")], raw: Raw = ""
) -> None:
    """Show one proposal: every cell, where it stood, and what the ledger has beside it."""
    from casualty_ledger.intake.articles.adding import ask_about, sentence_at
    from casualty_ledger.intake.proposals.batch import read_batch
    from casualty_ledger.intake.proposals.review import find_one, review

    project = _open(raw)
    held = read_batch(project, batch)
    for column, cell in find_one(project, batch, proposal).items():
        _print(f"{column}: {cell}")
    for name, where in held.place_of(proposal).items():
        if name != QUESTION:
            _print(f"from {name}: {where}")
    for name, said in (("from sentence", sentence_at), (QUESTION, ask_about)):
        if told := said(project, held, proposal):
            _print(f"{name}: {told}")
    beside = review(project, batch)
    for each in beside[beside["id"] == proposal].to_dict("records"):
        _print(f"beside the ledger: {each['beside']}{_beside(each)}")


@proposals.command()
def accept(
    batch: Batch,
    ids: Ids = None,
    sheet: Annotated[str, typer.Option(help="The recorded sheet that they join, which may be new.")] = "",
    only: Only = "",
    role: Role = "editor",
    raw: Raw = "",
) -> None:
    """Append proposals to a recorded sheet, by the checks of the form; what they refuse stays open."""
    from casualty_ledger.intake.proposals.deciding import accept as accept_proposals
    from casualty_ledger.intake.proposals.review import choose_ids, name_sheet, tell_uncharted

    project = _open(raw)
    chosen = choose_ids(project, batch, ids or [], only)
    joined = sheet or name_sheet(project, batch)
    done = accept_proposals(project, batch, joined, role=role, ids=chosen)
    for line in _tell_refused(done.refused):
        _print(line)
    refused = done.refused["row_id"].nunique()
    _print(
        f"{say_count(len(done.recorded), 'figure')} recorded in {joined}; {refused:,} refused and still open."
    )
    for line in tell_uncharted(done.recorded):
        _print(line)
    if done.recorded.empty:
        raise typer.Exit(1)


@proposals.command()
def reject(
    batch: Batch,
    because: Annotated[str, typer.Option(help="Why they join nothing.")],
    ids: Ids = None,
    only: Only = "",
    role: Role = "editor",
    raw: Raw = "",
) -> None:
    """Reject proposals; the decision is kept with its day, role and reason."""
    from casualty_ledger.intake.proposals.deciding import reject as reject_proposals
    from casualty_ledger.intake.proposals.review import choose_ids

    project = _open(raw)
    chosen = choose_ids(project, batch, ids or [], only)
    rejected = reject_proposals(project, batch, role=role, because=because, ids=chosen)
    _print(f"{say_count(len(rejected), 'proposal')} rejected.")
    if not rejected:
        _print("None was open. What was accepted is taken back by: casualty-ledger proposals undo")
        raise typer.Exit(1)


@proposals.command()
def undo(batch: Batch, ids: Accepted = None, role: Role = "editor", raw: Raw = "") -> None:
    """Take acceptances back: their rows leave the sheet, while they stand there as they were appended."""
    from casualty_ledger.intake.proposals.undoing import undo as undo_proposals

    done = undo_proposals(_open(raw), batch, role=role, ids=ids or [])
    for sheet, changed in done.changed.items():
        _print(
            f"Changed in {sheet} since: {', '.join(changed[:ALIKE])}{' …' if len(changed) > ALIKE else ''}. "
            "Delete the row there, and undo it again."
        )
    _print(f"{say_count(len(done.ids), 'acceptance')} taken back.")
    if not done.ids:
        raise typer.Exit(1)


@proposals.command()
def edit(
    batch: Batch,
    ids: Annotated[
        list[str], typer.Argument(help="Ids of proposals; the same cells are set in all of them.")
    ],
    stated: Annotated[list[str], typer.Option("--set", help="A cell, such as value=22. May be repeated.")],
    role: Role = "editor",
    raw: Raw = "",
) -> None:
    """Put edited proposals in the place of some; those that were proposed are kept."""
    from casualty_ledger.cli.importing import split_cell
    from casualty_ledger.intake.proposals.deciding import edit_each

    cells = dict(split_cell(each) for each in stated)
    for new in edit_each(_open(raw), batch, ids, role=role, cells=cells):
        _print(f"Now proposed as {new}.")


@proposals.command()
def add(
    batch: Batch,
    words: Annotated[str, typer.Option(help="The words of the number as they stand in the article.")],
    stated: Annotated[
        list[str] | None, typer.Option("--set", help="A cell, such as population=children. May be repeated.")
    ] = None,
    nth: Annotated[int, typer.Option(help="Which of several places of the words, from 1.")] = 0,
    role: Role = "editor",
    raw: Raw = "",
) -> None:
    """Propose a figure that the reader missed, by its words; the other cells are of the one beside it."""
    from casualty_ledger.cli.importing import split_cell
    from casualty_ledger.intake.articles.adding import add_by_words, row_cells
    from casualty_ledger.intake.proposals.batch import read_batch
    from casualty_ledger.intake.proposals.review import say

    project = _open(raw)
    cells = dict(split_cell(each) for each in stated or [])
    new = add_by_words(project, batch, words, role=role, cells=cells, nth=nth)
    rows = read_batch(project, batch).rows
    _print(f"Now proposed as {new}: {say(row_cells(rows[rows['id'] == new]))}")


@proposals.command()
def mismatches(raw: Raw = "") -> None:
    """List where two sources print different numbers for one claim, with the days."""
    from casualty_ledger.intake.proposals.mismatches import find_mismatches

    found = find_mismatches(_open(raw))
    for row in found.to_dict("records"):
        _print("{claimant}, {measure}, to {covers_until}: {says}".format_map(row))
    _print(f"{say_count(len(found), 'claim')} printed with different numbers.")


def _open(raw: str) -> Project:
    from casualty_ledger.conflicts.known import learn_conflicts
    from casualty_ledger.project import Project

    project = Project.at(raw=raw)
    learn_conflicts(project)
    return project


def _print(line: str) -> None:
    out_console.print(line, highlight=False, markup=False)


def _beside(row: dict[Hashable, Any]) -> str:
    return f"\n      beside {row['row_ids']}: {row['says']}" if row["row_ids"] else ""


def _tell_refused(refused: pd.DataFrame) -> Iterator[str]:
    for (column, reason), alike in refused.groupby(["column", "reason"], sort=False):
        names = ", ".join(alike["row_id"].head(ALIKE))
        more = f" and {len(alike) - ALIKE:,} more" if len(alike) > ALIKE else ""
        yield f"Not recorded: {names}{more}, {column}: {reason}"
