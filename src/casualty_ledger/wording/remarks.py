"""Remarks: what the record says against a number, or leaves out of it, told wherever the number stands."""

from __future__ import annotations

import re

import pandas as pd

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.totals import EARLIER_REPORT
from casualty_ledger.vocabulary import Caveat, Measure
from casualty_ledger.week.own_losses import OF_REQUESTS
from casualty_ledger.wording.language import mark, phrase, translate
from casualty_ledger.wording.measures import name_measure
from casualty_ledger.wording.traced_text import Sentence, recorded, words

TAKEN_BACK = mark("taken back by its claimant")
IN_DOUBT: dict[str, str] = {
    Caveat.RELAY_ERROR: mark("in doubt: the relay seems to have made a mistake"),
    Caveat.DAYS_AHEAD: mark("in doubt: its last day lies after its publication, so one of the two is wrong"),
    Caveat.WITHDRAWN: TAKEN_BACK,
    Caveat.REPLACED: mark("replaced on its page by a later number"),
}
# What is announced or forecast counts days to come, and no day of it is wrong.
TO_COME = mark("announced or forecast: its days had not ended when it was published")
# "Without the port", "excludes two towns", "occupied areas not covered": whom a number leaves out.
LEAVES_OUT = re.compile(
    r"(?:without|exclud(?:es|ing)) |.*\bnot (?:covered|included|counted)\b", re.IGNORECASE
)
BEGINS_SO = re.compile(r"exclud(?:es|ing) ")
REASON = ", where "

OF_REPORT = re.compile(EARLIER_REPORT, re.IGNORECASE)
TOO_EARLY = mark("in doubt: its last day lies before this conflict began")
MAY_HOLD_KILLED = mark("may include killed")


def renamed(figure: ReportedFigure) -> Sentence:
    """Say that an outlet prints as deaths what its claimant counts as losses, wherever that is so."""
    if Caveat.LOSSES_RENAMED not in str(figure["caveats"]).split():
        return Sentence(())
    measure = name_measure(str(figure["measure"]))
    said = phrase("printed as {measure} by {publisher}", measure=measure, publisher=figure["publisher"])
    return words(f" ({said})")


def renamed_by_it(figure: ReportedFigure) -> str:
    """Say the same in a note that names the outlet itself."""
    if Caveat.LOSSES_RENAMED not in str(figure["caveats"]).split():
        return ""
    said = phrase("printed as {measure}", measure=name_measure(str(figure["measure"])))
    return f" ({said})"


def remark(figure: ReportedFigure) -> Sentence:
    """Say that a number is in doubt or taken back, and whom it leaves out, where the record says so."""
    warned = str(figure["caveats"]).split()
    said = IN_DOUBT | ({Caveat.DAYS_AHEAD: TO_COME} if Caveat.PLANNED in warned else {})
    doubts = words("".join(f" ({translate(text)})" for caveat, text in said.items() if caveat in warned))
    if _ends_before_the_conflict(figure):
        doubts += words(f" ({translate(TOO_EARLY)})")
    if Caveat.KILLED_IN_INJURED in warned and figure.get("measure") == Measure.INJURED:
        doubts += words(f" ({translate(MAY_HOLD_KILLED)})")
    beside = "; ".join(part for part in (what_it_leaves_out(figure), _what_else_it_counts(figure)) if part)
    return doubts + recorded(f" ({beside})", str(figure["figure_id"])) if beside else doubts


def _ends_before_the_conflict(figure: ReportedFigure) -> bool:
    start, last = conflict_of(str(figure.get("conflict", ""))).file.start, figure.get("covers_until")
    return start is not None and last is not None and not pd.isna(last) and last.date() < start


def _what_else_it_counts(figure: ReportedFigure) -> str:
    """Return in recorded words that a number counts requests, not people, or is one of an earlier report."""
    told = (each for name in ("scope", "method", "note") for each in _phrases(figure.get(name, "")))
    return next((each for each in told if re.match(OF_REQUESTS, each) or OF_REPORT.search(each)), "")


def what_it_leaves_out(figure: ReportedFigure) -> str:
    """Return in recorded words which people or places a number does not hold.

    >>> what_it_leaves_out({"scope": "preliminary; without the port, where nobody counts", "note": ""})
    'without the port'
    """
    scope = (each for each in _phrases(figure["scope"]) if LEAVES_OUT.match(each))
    note = (each for each in _phrases(figure["note"]) if BEGINS_SO.match(each))
    return "; ".join(dict.fromkeys((*scope, *note)))


def _phrases(text: object) -> list[str]:
    return [each.strip().partition(REASON)[0] for each in str(text).split(";")]
