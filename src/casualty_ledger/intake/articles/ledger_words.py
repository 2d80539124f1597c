"""Candidates in the words of the ledger: the one place where labels and recorded sheets are mapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.days import TOLD_AROUND
from casualty_ledger.intake.articles.ledger_names import (
    NO_REGISTER,
    claimant_in_ledger,
    near_claimants,
    place_in_ledger,
)
from casualty_ledger.intake.articles.reading import Reading
from casualty_ledger.intake.articles.texts import Article
from casualty_ledger.intake.articles.wars.war_words import party_words
from casualty_ledger.intake.articles.when import days_of
from casualty_ledger.ledger.readings import registered_side
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.registry import Register
from casualty_ledger.vocabulary import Basis, Hedge, Measure, Population

MEASURES: Mapping[str, Measure] = {
    "killed_and_injured": Measure.CASUALTIES,
    "exchanged": Measure.EXCHANGED,
    "returned": Measure.EXCHANGED,
}
POPULATIONS: Mapping[str, str] = {
    "civilian": Population.CIVILIAN,
    "child": Population.CHILDREN,
    "military": Population.ARMED_FORCES,
    "mercenary": Population.ARMED_FORCES,
    "pow": Population.PRISONERS_OF_WAR,
    "rescuer": Population.RESCUERS,
    "mixed": Population.MIXED,
}
# Who is taken to hospital has a measure of its own in the ledger.
IN_HOSPITAL = re.compile("hospital|госп[иі]тал|лікарн|больниц")
# A vague word names its size; bounds of such words are the ledger's own.
VAGUE = ((1000, Hedge.THOUSANDS), (100, Hedge.HUNDREDS), (20, Hedge.DOZENS), (0, Hedge.SEVERAL))


def measure_of(candidate: Candidate) -> str:
    """Return the ledger's measure: deported people who come back were not exchanged, some are in hospital."""
    if candidate.measure == "returned" and candidate.population in ("child", "civilian"):
        return str(Measure.RETURNED)
    if candidate.measure == "injured" and IN_HOSPITAL.search(candidate.rule):
        return str(Measure.HOSPITALISED)
    return str(MEASURES.get(candidate.measure, candidate.measure))


def hedge_of(candidate: Candidate) -> str:
    """Return the ledger's hedge: a vague word by its size."""
    return hedge_in_ledger(candidate.hedge, candidate.low)


def hedge_in_ledger(hedge: str, low: int | None) -> str:
    """Return the ledger's hedge of a word, and of a vague word with its lower bound."""
    if hedge != "vague":
        return hedge
    return str(next(named for least, named in VAGUE if (low or 0) >= least))


def basis_of(candidate: Candidate) -> str:
    """Return how the number relates to its days."""
    if candidate.cumulative:
        return str(Basis.CUMULATIVE)
    if candidate.increment:
        return str(Basis.INCREMENT)
    return str(Basis.STOCK if candidate.measure == "held" else Basis.PERIOD)


def party_in_ledger(candidate: Candidate) -> str:
    """Return the party as the ledger names it, empty where the text does not say."""
    if candidate.party in ("unspecified", "other"):
        return ""
    words = party_words(candidate.conflict, candidate.party)
    return words.ledger if words and words.ledger else candidate.party


def sheet_rows(
    article: Article, reading: Reading, name: str = "", register: Register = NO_REGISTER
) -> Iterator[dict[str, str]]:
    """Give a row of the recorded sheets' format for each candidate; what is not known stays empty.

    Ids begin with `name`, or with that of the article.
    """
    name = name or article.id
    for number, candidate in enumerate(reading.candidates, 1):
        row = dict.fromkeys(SHEET_COLUMNS, "")
        is_range = candidate.hedge == "range"
        first, last = ("", "") if candidate.cumulative else days_of(candidate.date, article.published_on)
        row |= {
            "id": f"{name}-{number:03d}",
            "published_on": article.published_on,
            "conflict": candidate.conflict,
            "claimant": (who := one_line(claimant_in_ledger(candidate, reading.language, register))),
            "claimant_side": registered_side(candidate.conflict, register.claimant(who)),
            "publisher": one_line(article.publisher or (candidate.relayed_by or "")),
            "party": party_in_ledger(candidate),
            "population": str(POPULATIONS.get(candidate.population, Population.UNSTATED)),
            "measure": measure_of(candidate),
            "place": one_line(place_in_ledger(candidate, reading.language)),
            "covers_from": first,
            "covers_until": last,
            "basis": basis_of(candidate),
            "value": "" if candidate.value is None else str(candidate.value),
            "lower": str(candidate.low) if is_range else "",
            "upper": str(candidate.high) if is_range else "",
            "hedge": hedge_of(candidate),
            "scope": _scope(name, candidate),
            "address": article.address,
            "note": _note(candidate),
        }
        yield row


def _note(candidate: Candidate) -> str:
    """Quote the words of a figure with their place, and those of its day where another sentence tells it."""
    said = f"characters {candidate.start} to {candidate.end}: “{one_line(candidate.trigger)}”"
    beside = candidate.reasons.get("date") == TOLD_AROUND
    return f"{said}; day told in {TOLD_AROUND}: “{one_line(candidate.date or '')}”" if beside else said


def question_of(row: Mapping[str, str], register: Register = NO_REGISTER) -> str:
    """Return what a person should answer before a proposal is accepted, where its text left it open."""
    asked = [_who_speaks(row, register)] if row["claimant_side"] == "" else []
    if row["population"] == Population.UNSTATED:
        asked.append("Who was counted? The text does not say; after a strike on a town it may be civilian.")
    if not row["covers_until"]:
        asked.append("Of which day, or up to which?")
    if not row["published_on"]:
        asked.append("When was it published? Without the day it is in no report of its week.")
    known = conflict_of(row["conflict"])
    counts_in = [each.place for each in known.file.monitors if each.claimant == row["claimant"]]
    if counts_in and not row["verification"]:
        asked.append("Did this monitor verify each case? Then verification=verified.")
    return " ".join(asked)


def _who_speaks(row: Mapping[str, str], register: Register) -> str:
    claimant = row["claimant"]
    if not claimant:
        return "Who says so?"
    near = near_claimants(claimant, row["place"], register)
    of_register = f" The register has: {'; '.join(near)}." if near else ""
    return f"On whose side does {claimant!r} speak? The register does not know this name.{of_register}"


def _scope(name: str, candidate: Candidate) -> str:
    said = [] if candidate.subset_of is None else [f"part of {name}-{candidate.subset_of + 1:03d}"]
    return "; ".join(said + (["replaced later in the text"] if candidate.superseded else []))


def one_line(text: str) -> str:
    """Return a text on one line that no spreadsheet runs as a formula.

    >>> one_line("=cmd|\\n x")
    'cmd| x'
    """
    return " ".join(text.split()).lstrip("=+-@\t ")
