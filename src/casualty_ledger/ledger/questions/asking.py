"""Asking: the table of questions, and what comes of putting them to the rows of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from casualty_ledger.ledger.questions import attribution, copies, days, numbers, totals
from casualty_ledger.ledger.questions.told import SAID, Told, read_told
from casualty_ledger.ledger.refusals import FOUND_LIMIT
from casualty_ledger.sources.registry import Register

QUESTIONS_FILE = "questions.csv"
COLUMNS = ["question", "sheet", "row", "row_id", "column", "found", "why", "advice"]
COLUMNS += ["basis", "covers_from", "covers_until", "published_on"]
ASKED = ("question", "column", "found", "why", "advice")
OF_THE_ROW = [column for column in COLUMNS if column not in ASKED]


@dataclass(frozen=True)
class Question:
    """What is asked of which column: the rows to ask about with why they are odd, and what to do."""

    column: str
    find: Callable[[Told], pd.Series]
    advice: str


QUESTIONS = (
    Question(
        "party",
        attribution.without_party,
        "Write whose people they are, or unstated where the source does not say.",
    ),
    Question("conflict", attribution.without_conflict, "Write it, or the row joins no report."),
    Question(
        "claimant_side",
        attribution.without_side,
        "Write the side, or unstated where nobody knows it; or name the claimant as the register does.",
    ),
    Question(
        "claimant_side",
        attribution.of_another_side,
        "Mend the side, or the name of the claimant.",
    ),
    Question(
        "published_on",
        days.published_too_early,
        "Mend the day that is wrong, or write in the note that it was planned.",
    ),
    Question("published_on", days.published_in_the_future, "Mend the day."),
    Question("value", numbers.far_outside, "Compare it with its page: digits, measure and days."),
    Question("value", totals.leaps, "Compare it with its page: digits, measure and days."),
    Question(
        "value",
        totals.falls,
        "Compare both with their pages; if the source corrected itself, say so in the note: recount.",
    ),
    Question("party", totals.of_another_party, "Mend the party, or the claimant."),
    Question("id", copies.said_again, "Leave one of the two out."),
    Question(
        "value",
        copies.not_told_apart,
        "If these are two events, name each in the column incident; if one, number them in "
        "published_sequence.",
    ),
)


def ask(
    rows: pd.DataFrame,
    register: Register,
    *,
    beside: pd.DataFrame | None = None,
    corrected: Container[str] = frozenset(),
    today: date | None = None,
) -> pd.DataFrame:
    """Return one row per question about recorded rows that would be accepted. Columns: COLUMNS.

    `beside` holds the rows that came before, `corrected` the ids that a declared correction names.
    Only where `today` is given is a day asked about that has not come yet: a ledger depends on no clock.
    """
    told = read_told(rows, register, beside=beside, corrected=corrected, today=today)
    asked = [_list(told, question) for question in QUESTIONS]
    return pd.concat(asked, ignore_index=True).sort_values(["sheet", "row"], kind="stable", ignore_index=True)


def read_questions(folder: Path) -> pd.DataFrame:
    """Read the questions about the rows of a built ledger. Columns: COLUMNS."""
    table = pd.read_csv(folder / QUESTIONS_FILE, dtype="str", keep_default_na=False)
    days = {day: pd.to_datetime(table[day]) for day in ("covers_from", "covers_until", "published_on")}
    return table.assign(row=table["row"].astype("int64"), **days)


def _list(told: Told, question: Question) -> pd.DataFrame:
    why = question.find(told)
    why = why[told.rows.loc[why.index, "asked"]]
    odd = told.rows.loc[why.index, [*OF_THE_ROW, SAID + question.column]]
    found = odd.pop(SAID + question.column).str.slice(0, FOUND_LIMIT)
    name, about = question.find.__name__, question.column
    return odd.assign(question=name, column=about, found=found, why=why, advice=question.advice)[COLUMNS]
