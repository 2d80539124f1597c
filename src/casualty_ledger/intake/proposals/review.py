"""Review: the open proposals of a batch, each in a line, beside what the ledger has."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterator, Mapping
from typing import Any

import pandas as pd

from casualty_ledger.errors import UnknownWord
from casualty_ledger.intake.proposals.batch import Batch, read_batch
from casualty_ledger.intake.proposals.comparing import Beside, compare
from casualty_ledger.intake.proposals.deciding import NoSuchProposal, open_proposals
from casualty_ledger.intake.proposals.decisions import current_decisions
from casualty_ledger.intake.proposals.known import find_known
from casualty_ledger.intake.proposals.replaced import find_replaced
from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.project import Project
from casualty_ledger.recorded_words import RECORDED_MEASURES, RECORDED_POPULATIONS, People
from casualty_ledger.sources.registry import read_register
from casualty_ledger.vocabulary import Measure, Population

ON_NO_PAGE = (Measure.HOSPITALISED, Measure.RETURNED)
PART_OF = re.compile(r"\bpart of\b")
NOBODY = People(Population.UNSTATED)
COLUMNS = ["id", "said", "beside", "row_ids", "says"]
SAID = ["claimant", "hedge", "value", "lower", "upper", "party", "population", "measure", "place"]
SAID += ["basis", "covers_from", "covers_until", "published_on"]


def review(project: Project, name: str) -> pd.DataFrame:
    """Return the open proposals of a batch with what the ledger has beside each. Columns: COLUMNS.

    Errors: NoSuchBatch, SheetUnreadable, SidecarUnreadable, RegisterUnreadable.
    """
    batch = read_batch(project, name)
    rows = open_proposals(project, batch)
    register = read_register(project.sources)
    told = clean_rows(rows, register).appearances
    held = compare(rows["id"], told, find_known(project, register, told))
    held = _mark_replaced(held, find_replaced(project, batch))
    said = dict(zip(rows["id"], map(say, rows[SAID].to_dict("records")), strict=True))
    return held.assign(said=held["id"].map(said))[COLUMNS]


def _mark_replaced(held: pd.DataFrame, replaced: pd.DataFrame) -> pd.DataFrame:
    """Say of proposals whose cell of the file was accepted before which figure that is."""
    if replaced.empty:
        return held
    accepted = held["id"].map(replaced.set_index("id")["accepted"])
    again = accepted.notna()
    said = "accepted before, from the same cell of this file"
    return held.assign(
        beside=held["beside"].mask(again, str(Beside.READ_BEFORE)),
        row_ids=held["row_ids"].mask(again, accepted),
        says=held["says"].mask(again, said),
    )


def say(row: Mapping[Any, Any]) -> str:
    """Say a proposal in a line, in the words of the sheet.

    >>> cells = dict.fromkeys(("party", "place", "lower", "upper", "covers_from", "published_on"), "")
    >>> say(cells | {"claimant": "OCHA", "population": "civilians", "measure": "killed", "hedge": "at_least",
    ...              "value": "20", "covers_until": "2023-06-04", "basis": "cumulative"})
    'OCHA: at_least 20 civilians killed, cumulative to 2023-06-04, undated'
    """
    bounds = f"{row['lower'] or '…'}–{row['upper'] or '…'}" if row["lower"] or row["upper"] else ""
    number = " of ".join(filter(None, (row["value"], bounds)))
    people = " ".join(filter(None, (row["hedge"], number, row["party"], row["population"], row["measure"])))
    place = f" in {row['place']}" if row["place"] else ""
    days = f"{row['covers_from']} to {row['covers_until']}"
    span = f"to {row['covers_until']}" if row["basis"] == "cumulative" or not row["covers_from"] else days
    span = span if row["covers_until"] else "of no stated day"
    published = f"published {row['published_on']}" if row["published_on"] else "undated"
    return f"{row['claimant']}: {people}{place}, {row['basis']} {span}, {published}"


def tell_uncharted(rows: pd.DataFrame) -> Iterator[str]:
    """Say how many recorded rows are in no chart or page, and why.

    They tell no day, or not who was counted, or count what no page of a report has a place for.
    """
    no_day = rows["covers_until"] == ""
    nobody = (rows["population"] == Population.UNSTATED) & ~no_day
    for found, why in ((no_day, "no day is told"), (nobody, "who was counted is not told")):
        if found.any():
            yield f"{found.sum():,} of {len(rows):,} will be in no chart: {why}."
    untold = [*_of_no_page(rows)]
    if untold:
        named = ", ".join(dict.fromkeys(untold))
        yield f"{len(untold):,} of {len(rows):,} will be in the data alone: no page tells of {named}."


def _of_no_page(rows: pd.DataFrame) -> Iterator[str]:
    """Name what each row counts of which no page of a report has a place."""
    for word, people, scope in zip(rows["measure"], rows["population"], rows["scope"], strict=True):
        measure = RECORDED_MEASURES.get(word, word)
        population = RECORDED_POPULATIONS.get(people, NOBODY).population
        if measure in ON_NO_PAGE or (measure == Measure.MISSING and population != Population.ARMED_FORCES):
            yield str(measure)
        elif measure == Measure.LOSSES and PART_OF.search(scope):
            yield f"{measure} of a part"


def name_sheet(project: Project, name: str) -> str:
    """Name the sheet that the proposals of a batch join where nobody names one: after their source."""
    batch = read_batch(project, name)
    return f"{batch.sidecar.get('mapping') or batch.name}.csv"


def count_open(project: Project, name: str) -> int:
    """Count the open proposals of a batch."""
    return len(open_proposals(project, read_batch(project, name)))


def find_one(project: Project, name: str, proposal: str) -> dict[Hashable, Any]:
    """Return the cells of one proposal of a batch, decided or not.

    Errors: NoSuchBatch, NoSuchProposal.
    """
    batch: Batch = read_batch(project, name)
    found = batch.rows[batch.rows["id"] == proposal]
    if found.empty:
        raise NoSuchProposal(batch=name, found=proposal, hint=did_you_mean(proposal, batch.rows["id"]))
    cells = found.iloc[0].to_dict()
    decided = current_decisions(project).get(proposal, "open")
    return {column: cell for column, cell in cells.items() if cell != ""} | {"decision": decided}


def choose_ids(project: Project, name: str, ids: Collection[str], only: str = "") -> list[str]:
    """Return these ids, or those of the open proposals that are `only` so beside the ledger; none means all.

    Errors: NoSuchBatch; UnknownWord, where `only` is none of them.
    """
    if not only:
        return list(ids)
    held = review(project, name)
    if only not in Beside.words():
        raise UnknownWord(found=only, what="word", hint="", allowed=", ".join(Beside.words()))
    wanted = held["id"][held["beside"] == only].tolist()
    return [each for each in wanted if not ids or each in ids]
