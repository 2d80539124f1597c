"""Errata: what a later vintage of a week tells otherwise than an earlier one printed.

Two records of briefs are compared, number by number. The same claimant, measure, people, place and days
have one name (`subject`) in both, so that nothing is compared with another claimant's word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from casualty_ledger.publishing.shelf import Report
from casualty_ledger.vocabulary import ChangeKind
from casualty_ledger.wording.language import mark, phrase, translate

Number = dict[str, Any]
KINDS = {str(kind): kind for kind in ChangeKind}
OUR_RECORD = mark("a correction of our record")


@dataclass(frozen=True)
class Erratum:
    """A number as it was printed, as it is told now, which figure changed it, and why."""

    printed: str
    now: str
    by: str
    why: str


@dataclass(frozen=True)
class Superseded:
    """A report that a later vintage of its week supersedes.

    `left_out` are numbers that the later one does not print, whether or not they still hold.
    """

    report: Report
    by: Report
    errata: tuple[Erratum, ...]
    left_out: tuple[str, ...]


def find_superseded(shelf: Iterable[Report]) -> list[Superseded]:
    """Compare each report with the vintage of its week that knows most; in the order of the shelf."""
    found = []
    by_conflict = sorted(shelf, key=lambda report: report.conflict)
    for _, reports in groupby(by_conflict, key=lambda report: (report.conflict, report.week)):
        newest, *older = reports
        found += [Superseded(each, newest, *compare_records(each.record, newest.record)) for each in older]
    return found


def compare_records(
    older: dict[str, Any], newer: dict[str, Any]
) -> tuple[tuple[Erratum, ...], tuple[str, ...]]:
    """Return what `newer` tells otherwise than `older` printed, and what it does not print."""
    figures = {number["figures"][0]: number for number in newer["numbers"] if not number["how"]}
    subjects: dict[str, list[Number]] = {}
    for number in newer["numbers"]:
        if number["how"] or number["stands"]:
            subjects.setdefault(number["subject"], []).append(number)
    errata, left_out = [], []
    for number in older["numbers"]:
        same = None if number["how"] else figures.get(number["figures"][0])
        now = subjects.get(number["subject"], [])
        erratum = _compare(number, same, now)
        if erratum is not None:
            errata.append(erratum)
        elif same is None and not now:
            left_out.append(_say(number))
    return tuple(dict.fromkeys(errata)), tuple(dict.fromkeys(left_out))


def _compare(then: Number, same: Number | None, now: list[Number]) -> Erratum | None:
    """Compare a number with the same figure and with its subject's standing statements in a later record."""
    if same is not None and same["said"] != then["said"]:
        return Erratum(_say(then), same["said"], translate(OUR_RECORD), _why(ChangeKind.CORRECTED))
    moved = bool(now) and all(each["said"] != then["said"] for each in now)
    restated = moved and (then["stands"] or then["how"])
    news = [] if same is None else [each for each in same["warnings"] if each not in then["warnings"]]
    if same is not None and news:
        told = now[-1] if restated else same
        return Erratum(_say(then), told["said"], _by(told), _why(ChangeKind.WARNED, "; ".join(news)))
    if restated:
        return _restated(then, now[-1])
    if same is not None and same["is_part"] and not then["is_part"]:
        return Erratum(_say(then), same["said"], _by(same), _why(ChangeKind.PART))
    return None


def _restated(then: Number, now: Number) -> Erratum:
    if then["how"]:
        return Erratum(_say(then), now["said"], _by(now), _why(ChangeKind.RECOMPUTED))
    direct = now["follows"] == then["figures"][0]
    kind = KINDS.get(now["kind"], ChangeKind.RESTATED) if direct else ChangeKind.RESTATED
    return Erratum(_say(then), now["said"], _by(now), _why(kind, now["why"] if direct else ""))


def _say(number: Number) -> str:
    about = "" if number["how"] else f", {number['about']}"
    parts = ", ".join(f"“{part}”" for part in number["parts"])
    said = f"{number['what']}{about}"
    return phrase("{said}; in {parts}", said=said, parts=parts) if parts else said


def _by(number: Number) -> str:
    return phrase(
        "{claimant}, printed by {publisher}, {day}",
        claimant=number["claimant"],
        publisher=number["publisher"],
        day=number["published"],
    )


def _why(kind: ChangeKind, said: str = "") -> str:
    why = translate(kind.definition)
    text = f"{why}: {said}" if said else why
    return text[:1].upper() + text[1:]
