"""Headlines: what they tell and the text tells again is one figure, that of the text."""

from __future__ import annotations

from dataclasses import replace

from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.context import Context, Kept

TOLD_BELOW = "a headline's number, which the text tells again"
ENDS = frozenset(".!?…")


def without_headline(kept: Kept, context: Context) -> tuple[list[Candidate], list[Candidate]]:
    """Return the candidates of a text, and those of its headline that it tells again below."""
    candidates = [candidate for _, _, candidate in kept]
    above = [index for index, (_, at, _) in enumerate(kept) if _is_headline(at, context)]
    twins = {index: twin for index in above if (twin := _twin(index, candidates, above)) is not None}
    staying = [index for index in range(len(candidates)) if index not in twins]
    moved = {old: new for new, old in enumerate(staying)}
    moved |= {index: moved[twin] for index, twin in twins.items()}
    parts = [_moved(candidates[index], moved[index], moved) for index in staying]
    return parts, [candidates[index] for index in twins]


def _is_headline(at: int, context: Context) -> bool:
    """Say whether a sentence is the first line of several, and does not end as sentences do."""
    sentence, last = context.sentences[at], context.sentences[-1]
    alone = not any(other.paragraph == sentence.paragraph for other in context.sentences[at + 1 : at + 2])
    ended = sentence.tokens[-1].low in ENDS
    return sentence.paragraph == 0 and last.paragraph > 0 and alone and not ended


def _twin(index: int, candidates: list[Candidate], above: list[int]) -> int | None:
    """Return the candidate below that counts the same: measure and number; None where there is none."""
    one = candidates[index]
    same = (
        other
        for other in range(index + 1, len(candidates))
        if other not in above
        and candidates[other].measure == one.measure
        and (candidates[other].value, candidates[other].low) == (one.value, one.low)
    )
    return next(same, None)


def _moved(candidate: Candidate, at: int, moved: dict[int, int]) -> Candidate:
    """Point a part at its whole's new place; nothing is a part of itself."""
    whole = None if candidate.subset_of is None else moved[candidate.subset_of]
    return (
        candidate
        if whole == candidate.subset_of
        else replace(candidate, subset_of=None if whole == at else whole)
    )
