"""`casualty-ledger import`: somebody's table becomes proposals, by a mapping or by a guess."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casualty_ledger.cli.console import Raw, out_console, say_count, shown
from casualty_ledger.errors import CasualtyLedgerError

if TYPE_CHECKING:
    from casualty_ledger.intake.guessing.again import Told
    from casualty_ledger.intake.guessing.guess import Guess
    from casualty_ledger.intake.importing import Imported
    from casualty_ledger.intake.mapping.model import Mapping
    from casualty_ledger.project import Project

SAMPLE, ALIKE = 5, 5
SHOWN = (
    *("claimant", "party", "population", "measure", "place", "covers_from", "covers_until", "basis"),
    *("hedge", "value", "lower", "upper", "published_on"),
)


# Records that repeat others are told together, whichever each of them repeats.
EARLIER = r"row \d+(?= states\.)"


class NotSaid(CasualtyLedgerError):
    """A cell that should be set and is not written as one."""

    template = "{found!r} sets nothing. Write a column of a sheet, =, and its text, such as claimant=OCHA."


def import_table(
    file: Annotated[Path, typer.Argument(help="CSV, TSV, JSON, XLSX, XLS, ODS; or a feed that was fetched.")],
    mapping: Annotated[
        str, typer.Option(help="The mapping by which it is read; default: one that knows it, or a guess.")
    ] = "",
    stated: Annotated[
        list[str] | None,
        typer.Option(
            "--set", help="For a guess: what every row says, such as claimant=OCHA. May be repeated."
        ),
    ] = None,
    dates: Annotated[
        str, typer.Option(help="For a guess: how days are written: day_first or month_first.")
    ] = "",
    sheet: Annotated[str, typer.Option(help="For a guess: the sheet of a workbook.")] = "",
    guess: Annotated[bool, typer.Option("--guess", help="Guess anew, whatever mapping knows it.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be proposed; write nothing.")
    ] = False,
    raw: Raw = "",
) -> None:
    """Bring in a table: its figures become proposals, which a person accepts; exit code 1 if none does."""
    from casualty_ledger.conflicts.known import learn_conflicts
    from casualty_ledger.intake.guessing.again import Told
    from casualty_ledger.intake.landing import import_file
    from casualty_ledger.project import Project

    project = Project.at(raw=raw)
    learn_conflicts(project)
    file, mapping, retrieved_on = _take_snapshot(project, file, mapping)
    told = Told(dict(map(split_cell, stated or [])), dates, sheet)
    known = None if guess else _find(project, file.name, mapping)
    path, declared = _choose(project, file, mapping, known, told, write=not dry_run)
    imported = import_file(project, file, declared).retrieved(retrieved_on)
    for line in _tell(imported):
        out_console.print(line, highlight=False, markup=False)
    if imported.proposed.empty:
        raise typer.Exit(1)
    if not dry_run:
        _land(project, file, path, declared, imported)


def _take_snapshot(project: Project, file: Path, mapping: str) -> tuple[Path, str, date | None]:
    """Return the last snapshot of a feed, its mapping and its day, where a feed's name stands for a file.

    Errors: NoSnapshot, SnapshotDamaged, MappingUnreadable.
    """
    from casualty_ledger.intake.feeds.declared import list_feeds
    from casualty_ledger.intake.feeds.snapshots import need_latest

    if file.exists() or str(file) != file.stem or str(file) not in list_feeds(project):
        return file, mapping, None
    snapshot = need_latest(project, str(file))
    return snapshot.check(), mapping or snapshot.feed, snapshot.day.date()


def _land(project: Project, file: Path, path: Path, mapping: Mapping, imported: Imported) -> None:
    """Write the proposals, and let those pass that a trusted mapping lets pass."""
    from casualty_ledger.intake.landing import land
    from casualty_ledger.intake.proposals.decisions import are_open
    from casualty_ledger.intake.proposals.trusting import pass_by_rule

    name = land(project, file, path, imported, today=date.today())
    passed = pass_by_rule(project, name, mapping)
    if passed is not None:
        out_console.print(f"{say_count(len(passed.recorded), 'figure')} passed by rule.", highlight=False)
    still = int(are_open(project, imported.proposed["id"]).sum())
    before = len(imported.proposed) - still
    decided = f"; of the others somebody has decided: {before:,}" if before else ""
    out_console.print(f"Proposed as {name}: {still:,} open{decided}.", highlight=False)
    out_console.print(f"See them: casualty-ledger proposals list {name}", highlight=False)


def _find(project: Project, file: str, name: str) -> tuple[Path, Mapping] | None:
    """Return the mapping that is named, or else the one that knows a file of this name, if it is one."""
    from casualty_ledger.intake.mapping.reading import find_mapping, read_mapping, recognise

    names = [name] if name else recognise(project, file)
    if len(names) != 1:
        return None
    path = find_mapping(project, names[0])
    return path, read_mapping(path)


def _choose(
    project: Project, file: Path, name: str, known: tuple[Path, Mapping] | None, told: Told, *, write: bool
) -> tuple[Path, Mapping]:
    """Return the mapping that knows the file, or a guess; what is told joins a guess that knows it."""
    from casualty_ledger.intake.guessing.again import with_told_before

    if known and not told.say():
        told_of = f"Read by the mapping {known[0].stem}: {known[1].title}"
        out_console.print(told_of, highlight=False, markup=False)
        return known
    if known:
        name, told = known[0].stem, with_told_before(file, known[0].stem, known[1], told)
    return _guess(project, file, name, told, write=write)


def _guess(project: Project, file: Path, name: str, told: Told, *, write: bool) -> tuple[Path, Mapping]:
    """Guess a mapping, show it, and write it for the next time."""
    from casualty_ledger.intake.guessing.guess import guess_mapping
    from casualty_ledger.intake.landing import begin_ids, name_after
    from casualty_ledger.intake.mapping.reading import folder_of, list_mappings, read_mapping
    from casualty_ledger.intake.mapping.writing import write_mapping
    from casualty_ledger.intake.tables.reading import choose_tables, read_tables

    tables, _ = choose_tables(read_tables(file, sheet=told.sheet))
    stem = name or name_after(file.name)
    others = [path for other, path in list_mappings(project).items() if other != stem]
    ids = begin_ids(stem, [read_mapping(path).ids for path in others])
    found = guess_mapping(
        tables[0], ids=ids, files=[file.name], told=told.cells, dates=told.dates, sheet=told.sheet
    )
    path = folder_of(project) / f"{stem}.yml"
    for line in _tell_guess(found):
        out_console.print(line, highlight=False, markup=False)
    if write:
        write_mapping(path, found.mapping)
        out_console.print(f"Written to {shown(path)}: mend it, and import again.", highlight=False)
    return path, found.mapping


def split_cell(text: str) -> tuple[str, str]:
    """Return the column and the cell of a text such as claimant=OCHA.

    Errors: NotSaid.
    """
    from casualty_ledger.intake.mapping.model import MAPPED

    column, mark, cell = text.partition("=")
    if not mark or column.strip() not in MAPPED:
        raise NotSaid(found=text)
    return column.strip(), cell.strip()


def _tell_guess(found: Guess) -> Iterator[str]:
    yield "No mapping knows this file. Guessed from its columns:"
    for name, role, because in found.because:
        yield f"  {name!r}: {role}{f' ({because})' if because else ''}"
    for question in found.questions:
        yield f"  ? {question}"


def _tell(imported: Imported) -> Iterator[str]:
    """Tell what was read, the first rows, and every kind of refusal, finding and silence."""
    yield from (f"{remark}." for remark in imported.remarks)
    for row in imported.proposed.head(SAMPLE).to_dict("records"):
        cells = (f"{column}={row[column]}" for column in SHOWN if row[column])
        yield f"  row {row['from_row']}: {'; '.join(cells)}"
    yield from _tell_refused(imported)
    for finding, alike in imported.findings.groupby("finding", sort=False):
        yield f"{say_count(len(alike), 'time')}: {finding}."
        yield from (f"  rows {each.rows}: {each.said}" for each in alike.head(ALIKE).itertuples())
    for each in imported.left_out:
        yield f"{say_count(each.records, 'record')} left out: {each.because}"
    for silence in imported.silences:
        if silence.absent:
            last = f", last on {silence.last_stated}" if silence.last_stated else ""
            meaning = silence.meaning.replace("_", " ")
            yield (
                f"{silence.figure}: stated {say_count(silence.stated, 'time')}{last}; {meaning} in "
                f"{say_count(silence.absent, 'record')}. Never 0."
            )
    yield (
        f"{say_count(imported.records, 'record')}; {say_count(imported.read, 'figure')} read = "
        f"{len(imported.proposed):,} proposed + {imported.figures_refused:,} refused."
    )


def _tell_refused(imported: Imported) -> Iterator[str]:
    kinds = imported.refused["reason"].str.replace(EARLIER, "an earlier row", regex=True)
    for reason, alike in imported.refused.groupby(kinds, sort=False):
        numbers = alike["row"].drop_duplicates()
        rows = ", ".join(map(str, numbers.head(ALIKE)))
        more = f" and {len(numbers) - ALIKE:,} more" if len(numbers) > ALIKE else ""
        columns = ", ".join(alike["column"].unique())
        found = alike["found"].iloc[0]
        what = f", found {found!r}" if found else ""
        reason = alike["reason"].iloc[0] if len(numbers) == 1 else reason
        yield f"Refused: row {rows}{more}, {columns}{what}. {reason}"
