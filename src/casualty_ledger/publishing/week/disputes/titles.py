"""Titles of the charts of disagreements and of the calendar, each stating what its chart shows."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from casualty_ledger.ledger.rows import rows_by, rows_of
from casualty_ledger.publishing.week.titles import (
    NOTHING,
    Finding,
    count_numbers,
    list_claimants,
)
from casualty_ledger.week.tolls import size_of
from casualty_ledger.wording.claimant_names import begin_with, with_article
from casualty_ledger.wording.language import counted_phrase, mark, phrase, translate, write_number

WIDEST = mark("{thing}: {ends}, the widest of {count} contradictions")
BY_CLAIMANTS = mark("{figures} published in the week by {claimants}")
MOST_BY = mark("{figures} published in the week by {claimants}, most by {most}")


def of_rivals(table: pd.DataFrame, contradiction: str) -> Finding:
    """Say the contradiction that is widest in its proportion, with both its ends and who gives them."""
    rivals = rows_by((row for row in rows_of(table) if row["reading"] == contradiction), "thing")
    widths = [size_of(rows[-1]) / max(size_of(rows[0]), 0.5) for rows in rivals]
    if not widths or widths.count(max(widths)) > 1:
        return NOTHING
    rows = rivals[widths.index(max(widths))]
    lowest, highest = ([row for row in rows if size_of(row) == size_of(end)] for end in (rows[0], rows[-1]))
    if count_numbers(lowest) != 1 or count_numbers(highest) != 1:
        return NOTHING
    ends = [f"{same[0]['words']} ({list_claimants(same)})" for same in (lowest, highest)]
    said = phrase(
        "{thing}: {ends}" if len(rivals) == 1 else WIDEST,
        thing=rows[0]["thing"],
        ends=phrase("{first} or {last}", first=ends[0], last=ends[1]),
        count=write_number(len(rivals)),
    )
    return Finding(said, (*lowest, *highest))


def of_disagreements(table: pd.DataFrame, strengths: Mapping[str, tuple[str, str]]) -> Finding:
    """Say how many disagreements of each strength there are: how each is said of one and of many."""
    readings = [str(rows[0]["reading"]).partition("; ")[0] for rows in rows_by(rows_of(table), "group")]
    counts = [(counted, readings.count(translate(said))) for said, counted in strengths.items()]
    parts = [counted_phrase(*counted, number) for counted, number in counts if number]
    return (
        Finding(phrase("Among the week’s figures: {counts}", counts="; ".join(parts))) if parts else NOTHING
    )


def of_calendar(table: pd.DataFrame) -> Finding:
    """Say how many figures were published in the week, and who published most of them."""
    summed = table.groupby("claimant", sort=False)["figures"].sum()
    counts = summed.sort_values(ascending=False, kind="stable")
    total = int(counts.sum())
    figures = counted_phrase("{count} figure", "{count} figures", total)
    if len(counts) < 2:
        claimant = begin_with(counts.index[0])
        return Finding(
            phrase("{claimant} alone published in the week: {figures}", claimant=claimant, figures=figures)
        )
    first, second = counts.iloc[:2]
    said = phrase(
        MOST_BY if first > second else BY_CLAIMANTS,
        figures=figures,
        claimants=counted_phrase("{count} claimant", "{count} claimants", len(counts)),
        most=with_article(counts.index[0]),
    )
    return Finding(said)
