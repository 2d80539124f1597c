"""Rules: what a recorded row must keep; each notes what is wrong in some columns, and reads no other.

A build and a check ask all of them of all rows. A row that is typed is asked again by those that read the
cell that has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd
import pyarrow.compute as pc

from casualty_ledger.ledger.distinct import stands_before
from casualty_ledger.ledger.parsed import DAYS_BESIDE, parse_how_many, parse_what, parse_when, parse_who
from casualty_ledger.ledger.privacy.gate import COLUMNS, refuse_personal_data
from casualty_ledger.ledger.privacy.surroundings import Says
from casualty_ledger.ledger.refusals import Problems
from casualty_ledger.ledger.texts import as_texts, stays_within
from casualty_ledger.sources.evidence import POINTER
from casualty_ledger.sources.registry import Register
from casualty_ledger.vocabulary import Basis

BLANK, LONGEST_ID = r"[\s\pZ\pC]", 100
ADDRESS = r"https?://[^\s<>\"']+"
RATE_UNITS = ("", "day", "week", "month")


class Rule(NamedTuple):
    """One look at some columns: what is wrong is noted, and what was read is returned."""

    columns: tuple[str, ...]
    look: Callable[[Problems, Register], Any]


def _is_no_id(ids: pd.Series) -> pd.Series:
    texts = as_texts(ids.array)
    wrong = pc.greater(pc.utf8_length(texts), LONGEST_ID)
    if not stays_within(texts, ord("!"), ord("~")):
        wrong = pc.or_(wrong, pc.match_substring_regex(texts, BLANK))
    wrong = wrong.fill_null(False)
    return pd.Series(wrong.to_numpy(zero_copy_only=False), index=ids.index)


def _note_missing(problems: Problems) -> None:
    rows = problems.rows
    problems.note(rows["id"] == "", "id", "A row needs an id that no other row has.")
    problems.note(
        _is_no_id(rows["id"]),
        "id",
        f"An id holds no blanks and no more than {LONGEST_ID} characters, such as CIV-0813.",
    )
    twice = stands_before(rows["id"]) & (rows["id"] != "")
    problems.note(twice, "id", "This id stands on an earlier row too. Give each row its own.")
    problems.note(
        rows["claimant"] == "",
        "claimant",
        "Nobody is named as the claimant. Say whose number it is.",
    )
    linked = problems.distinct("address").contains(f"^(?:{ADDRESS})?$")
    problems.note(
        ~linked,
        "address",
        "An address starts with http:// or https:// and holds no blanks or quotes.",
    )
    pointed = problems.distinct("evidence").contains(f"^(?:{POINTER.pattern})?$")
    problems.note(~pointed, "evidence", "This is no pointer: casualty-ledger evidence keep writes one.")
    problems.note(~rows["rate_unit"].isin(RATE_UNITS), "rate_unit", "A rate is per day, week or month.")
    unitless = (rows["basis"] == Basis.RATE) & (rows["rate_unit"] == "")
    problems.note(unitless, "rate_unit", "A rate needs its unit: day, week or month.")


def _keep_private(says: Says) -> Rule:
    columns = (*COLUMNS[says], "measure", "population")
    return Rule(columns, lambda problems, register: refuse_personal_data(problems, says, register))


# What the first four return is all that the ledger is made of.
RULES = (
    Rule(("conflict", "measure", "population", "party", "basis"), lambda problems, _: parse_what(problems)),
    Rule(
        ("covers_from", "covers_until", "published_on", "published_sequence", *DAYS_BESIDE),
        lambda problems, _: parse_when(problems),
    ),
    Rule(("value", "lower", "upper", "hedge"), lambda problems, _: parse_how_many(problems)),
    Rule(("conflict", "claimant", "claimant_side", "verification"), parse_who),
    Rule(
        ("id", "claimant", "address", "evidence", "rate_unit", "basis"),
        lambda problems, _: _note_missing(problems),
    ),
    *map(_keep_private, COLUMNS),
)
