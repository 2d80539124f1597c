"""Adding: a figure that the reader passed over, by its words in the kept text of its batch."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.intake.articles.language.tokens import Sentence, language_of, split_sentences
from casualty_ledger.intake.articles.ledger_words import hedge_in_ledger, question_of
from casualty_ledger.intake.articles.numbers.number import Number
from casualty_ledger.intake.articles.numbers.numbers import find_numbers
from casualty_ledger.intake.articles.numbers.wordless import counts_in
from casualty_ledger.intake.articles.wars.war_words import lexicon_for
from casualty_ledger.intake.evidence.pointing import Found as Place
from casualty_ledger.intake.evidence.pointing import find_words
from casualty_ledger.intake.evidence.store import find
from casualty_ledger.intake.proposals.batch import Batch, read_batch, with_places, write_batch
from casualty_ledger.intake.proposals.deciding import state
from casualty_ledger.intake.proposals.decisions import check_role
from casualty_ledger.project import Project
from casualty_ledger.sources.evidence import Pointer, digest_words
from casualty_ledger.sources.registry import read_register
from casualty_ledger.vocabulary import Hedge

# What a figure has of its own, and never of the one that stands nearest to it.
OWN = ["population", "value", "lower", "upper", "hedge", "scope", "overlaps", "note", "verification"]
BY_PERSON = "added by a person"


class NoArticle(CasualtyLedgerError):
    """A batch of which no text is kept."""

    template = "No text is kept of the batch {batch}: a figure is added by its words to an article only."


class NoNumberThere(CasualtyLedgerError):
    """Words that state no number of people, or several."""

    template = "{found!r} states {count} numbers in its sentence. Quote the words of one number."


def sentence_at(project: Project, batch: Batch, proposal: str) -> str:
    """Return the sentence in which a proposal of an article stands; nothing where none is kept."""
    place, kept = batch.place_of(proposal), find(project, str(batch.sidecar.get("evidence", "")))
    if kept is None or not str(place.get("start", "")).isdigit():
        return ""
    text = kept.text()
    sentence = _around(text, int(place["start"]))
    return " ".join(text[sentence.start : sentence.end].split()) if sentence else ""


def ask_about(project: Project, batch: Batch, proposal: str) -> str:
    """Return what a person should answer before a proposal of an article is accepted, as it stands now."""
    rows = batch.rows[batch.rows["id"] == proposal]
    if batch.sidecar.get("kind") != "article" or rows.empty:
        return ""
    return question_of(row_cells(rows), read_register(project.sources))


def row_cells(rows: pd.DataFrame) -> dict[str, str]:
    """Return the cells of the first of some rows."""
    return {str(name): str(cell) for name, cell in rows.iloc[0].items()}


def add_by_words(
    project: Project, name: str, words: str, *, role: str, cells: Mapping[str, str], nth: int = 0
) -> str:
    """Propose the figure that some words of a batch's article state, and return its id.

    Number and hedge are read from the words; who says it, where and when are those of the nearest proposal,
    unless `cells` says otherwise. `nth` chooses among several places of the words.
    Errors: NoSuchBatch, NoArticle, WordsNotFound, NoNumberThere, RoleMissing, UnknownColumn, FigureRefused,
    CannotWrite.
    """
    check_role(role)
    batch = read_batch(project, name)
    kept = find(project, str(batch.sidecar.get("evidence", "")))
    if kept is None:
        raise NoArticle(batch=batch.name)
    text = kept.text()
    quoted = find_words(batch.name, text, words, nth)
    number, start, end = _read(text, quoted, str(batch.sidecar.get("language", "")))
    pointer = Pointer(kept.sha256, start, end, digest_words(text[start:end]), kept.kept_on)
    note = f"characters {start} to {end}: “{text[start:end]}”; {BY_PERSON}"
    own = number | {"evidence": str(pointer), "note": note}
    added = state(project, batch, _nearest(batch, start).assign(**own), cells)
    place = {"from_words": text[start:end], "from_start": str(start), "from_end": str(end)}
    rows = pd.concat([with_places(batch, batch.rows), added.assign(**place, from_rule=BY_PERSON)])
    write_batch(project, batch.name, rows.fillna("").reset_index(drop=True), batch.sidecar)
    return str(added["id"].iloc[0])


def _around(text: str, at: int) -> Sentence | None:
    return next((each for each in split_sentences(text) if each.start <= at < each.end), None)


def _read(text: str, quoted: Place, language: str) -> tuple[dict[str, str], int, int]:
    """Return the cells of the one number that stands in quoted words, and where it stands.

    Errors: NoNumberThere.
    """
    words = text[quoted.start : quoted.end]
    sentence = _around(text, quoted.start)
    inside: list[tuple[Number, int, int]] = []
    if sentence is not None:
        lexicon_for(language or language_of(text)).mark(sentence)
        for number in find_numbers(sentence, text):
            start, end = sentence.tokens[number.first].start, sentence.tokens[number.last].end
            if quoted.start <= start and end <= quoted.end:
                inside.append((number, start, end))
    if len(inside) == 1:
        number, start, end = inside[0]
        return _cells(number), start, end
    counts = [] if inside else sorted(counts_in(words))
    if len(counts) != 1:
        raise NoNumberThere(found=words, count=len(inside) or len(counts) or "no")
    return {"value": str(counts[0]), "hedge": str(Hedge.EXACT)}, quoted.start, quoted.end


def _cells(number: Number) -> dict[str, str]:
    is_range = number.hedge == Hedge.RANGE
    low, high = (str(bound) if is_range and bound is not None else "" for bound in (number.low, number.high))
    value = "" if number.value is None else str(number.value)
    return {"value": value, "lower": low, "upper": high, "hedge": hedge_in_ledger(number.hedge, number.low)}


def _nearest(batch: Batch, start: int) -> pd.DataFrame:
    """Return the proposal whose words stand nearest, the last edited one, without what is its own."""
    starts = pd.to_numeric(batch.rows["id"].map(batch.places.set_index("id")["start"]), errors="coerce")
    far = (starts - start).abs()
    if far.notna().any():
        nearest = batch.rows[far == far.min()].tail(1)
    else:
        told = {name: str(batch.sidecar.get(name, "")) for name in ("published_on", "publisher", "address")}
        nearest = pd.DataFrame([dict.fromkeys(batch.rows.columns, "") | told])
    return nearest.assign(**dict.fromkeys(OWN, ""))
