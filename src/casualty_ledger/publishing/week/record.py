"""The record of a brief, `brief.json`: what it says, for programs that must not open a ledger.

It is the contract between a report and whatever is made of many reports, such as the site and its errata.
The keys are described in `docs/brief_record.md`.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.publishing.document import Brief, Table
from casualty_ledger.publishing.printed import Printed, list_printed
from casualty_ledger.publishing.shelf import FORMAT
from casualty_ledger.publishing.week.changes import (
    HEADING,
    Change,
    Compose,
    find_changed,
    find_recomputed,
    name_printed,
    say_printed,
    tell,
)
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.changes import WARNINGS, last_steps
from casualty_ledger.vocabulary import DatePrecision
from casualty_ledger.whole_files import write_text
from casualty_ledger.wording.labels import label_count, label_day, label_publication, label_where_and_when
from casualty_ledger.wording.language import translate

COLUMNS = ("printed", "now", "by", "why")


def write_record(path: Path, brief: Brief, edition: Edition, compose: Compose) -> None:
    """Write the record of `brief`, whole or not at all.

    Errors: CannotWrite.
    """
    record = describe_brief(brief, edition, compose)
    write_text(path, json.dumps(record, indent=1, ensure_ascii=False) + "\n")


def describe_brief(brief: Brief, edition: Edition, compose: Compose) -> dict[str, Any]:
    """Return the record of `brief`; `compose` makes the brief of an edition as far as its own week goes."""
    own = tuple(section for section in brief.sections if section.heading != translate(HEADING))
    printed = list_printed(replace(brief, sections=own))
    return {
        "format": FORMAT,
        "edition": brief.edition,
        "conflict": edition.conflict.name,
        "conflict_title": edition.conflict.title,
        "week": str(edition.week),
        "vintage": str(edition.vintage),
        "known_until": _known_until(edition).isoformat(),
        "title": brief.title,
        "period": brief.period,
        "known": _say_known(edition),
        "language": brief.language,
        "coverage": edition.coverage._asdict(),
        "headline": brief.front.headline.text,
        "standfirst": brief.front.standfirst.text,
        "bottom_line": [sentence.text for sentence in brief.bottom_line],
        "numbers": _describe_numbers(printed, edition),
        "changed": _describe_changes(brief, edition),
        "corrected": [tell(each) for each in _mistakes(edition, compose)],
    }


def _describe_changes(brief: Brief, edition: Edition) -> list[dict[str, Any]]:
    """Return what the brief says to have changed in last week's: printed, now, by, why."""
    blocks = [
        block
        for section in brief.sections
        if section.heading == translate(HEADING)
        for block in section.blocks
    ]
    rows = [[cell.text for cell in row] for block in blocks if isinstance(block, Table) for row in block.rows]
    of = str(edition.week.before())
    return [{"of": of} | dict(zip(COLUMNS, row, strict=True)) for row in rows]


def _known_until(edition: Edition) -> date:
    """The day of the vintage; in hindsight, the last day on which anything is known to be published."""
    if edition.vintage.day is not None:
        return edition.vintage.day
    printed = edition.ledger.appearances
    # A month or a year counts from its last day, which may be still to come.
    on_a_day = printed["published_precision"].isin([DatePrecision.DAY, DatePrecision.INFERRED_DAY])
    last = printed.loc[on_a_day, "published_on"].max()
    return edition.week.brief_day if pd.isna(last) else last.date()


def _say_known(edition: Edition) -> str:
    """Say what the edition knows, in words that stay true however long the page stands."""
    day = label_day(_known_until(edition))
    return f"In hindsight, up to {day}." if edition.vintage.day is None else f"As known on {day}."


def _describe_numbers(printed: tuple[Printed, ...], edition: Edition) -> list[dict[str, Any]]:
    figures = edition.figures
    cited = figures[figures["figure_id"].isin({id_ for each in printed for id_ in each.figure_ids})]
    by_id = {figure["figure_id"]: figure for figure in figures_of(cited)}
    steps = last_steps(figures, by_id)
    subjects = name_printed(printed, figures)
    described = []
    for each, subject in zip(printed, subjects, strict=True):
        figure = by_id[each.figure_ids[0]]
        step = steps[each.figure_ids[0]]._asdict()
        described.append(_describe(each, figure) | {"subject": subject} | step)
    return described


def _describe(printed: Printed, figure: ReportedFigure) -> dict[str, Any]:
    caveats = str(figure["caveats"]).split()
    return {
        "text": printed.text,
        "said": printed.text if printed.how else label_count(figure),
        "what": say_printed(printed, figure),
        "about": label_where_and_when(figure),
        "how": printed.how,
        "parts": list(printed.parts),
        "figures": list(printed.figure_ids),
        "claimant": str(figure["claimant"]),
        "publisher": str(figure["publisher"]),
        "published": label_publication(figure),
        "is_part": bool(figure["is_part"]),
        "warnings": [text for word, text in WARNINGS.items() if word in caveats],
    }


def _mistakes(edition: Edition, compose: Compose) -> list[Change]:
    """Find what this edition printed when it went out, before mistakes of ours were corrected."""
    stood = edition.ledger.as_printed(edition.vintage)
    if stood is edition.ledger:
        return []
    first = Edition(edition.week, stood)
    printed = list_printed(compose(first))
    return find_changed(printed, first, edition) + find_recomputed(printed, first, edition, compose)
