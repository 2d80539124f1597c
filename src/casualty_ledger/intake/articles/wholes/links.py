"""What figures of one text are to each other: parts of a whole, and totals that replace earlier ones."""

from __future__ import annotations

from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.context import Kept
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.found import Found
from casualty_ledger.intake.articles.measures.totals import is_added
from casualty_ledger.intake.articles.numbers.counted import DASHES, NOTHING
from casualty_ledger.intake.articles.people.parties import OWN_WORD
from casualty_ledger.intake.articles.people.people import tells_who
from casualty_ledger.intake.articles.wholes.lists import LONGEST_JOIN, SIDES, holds

MIXED = ("killed_and_injured", "losses")
# The hurt may be told with the dead among them.
SPLIT, MOST_PARTS = (*MIXED, "injured"), 3
OF_MIXED = ("killed", "injured", "missing", "captured")
NEAR_CARE, LONGEST_CARE = 3, 9
LONGEST_OWN = 6.0
BEING = ("are", "were", "is", "was")
MOST_BACK = 5
SAID_OF_PARTS = ("civilian", "child", "pow", "military")
# Words of care: who is in hospital is a part of the injured told before.
CARE = (
    "hospital",
    "condition",
    "intensive",
    "лікарн",
    "госпітал",
    "стані",
    "больниц",
    "реанимац",
    "реанімац",
    "коме",
    "комі",
    "госпитал",
    "состоянии",
)


def has_own_verb(part: Found, sentence: Sentence) -> bool:
    """Say whether the clause of a part tells what happened to it: "of those 320 are thought to be dead"."""
    if part.trigger is None or part.measure not in OF_MIXED or part.measure == "captured":
        return False
    if part.trigger.first <= part.number.last or part.cost > LONGEST_OWN:
        return False
    between = sentence.tokens[part.number.last + 1 : part.trigger.first]
    return all(token.kind == "word" for token in between) and any(t.low in BEING for t in between)


def adds(found: Found, sentence: Sentence, kept: Kept) -> bool:
    """Say whether "another ten" adds to an earlier count of the same kind; beside one killed it does not."""
    signed = sentence.tokens[max(0, found.number.first - 1)].low == "+"
    before = signed or any(other.measure == found.measure for _, _, other in kept)
    return found.number.is_increment and before


def link(found: Found, candidate: Candidate, at: int, kept: Kept, sentence: Sentence) -> None:
    """Point a part at its whole, and let it take from the whole what its own words leave open."""
    is_part = (
        found.is_part
        or _is_by_cause(found, candidate, kept, sentence)
        or _is_of_these(found, at, kept, sentence)
        or _is_care(found, candidate, kept, sentence)
        or bool(tells_who(found, sentence))
        or _is_definite(found, candidate, kept, sentence)
    )
    if not is_part and not _splits_total(found, candidate, at, kept, sentence):
        return
    for index in range(len(kept) - 1, max(-1, len(kept) - MOST_BACK), -1):
        whole, where, other = kept[index]
        fits = other.measure == candidate.measure or (
            other.measure in MIXED and candidate.measure in OF_MIXED
        )
        is_listed = other.subset_of is not None and (
            whole.rule.startswith("a list") or found.rule.startswith("a list") or not is_part
        )
        added = other.increment and where != at
        replaced = other.superseded and not (where == at and found.is_part)
        is_whole = not (whole.is_part or is_listed or other.negated or replaced or added)
        if fits and is_whole and holds(whole, found):
            candidate.subset_of = index
            _inherit(candidate, other)
            candidate.cumulative = candidate.cumulative and not is_added(found, sentence)
            return


def link_sums(kept: Kept) -> None:
    """Point those told right behind a total at it where they add up to it: "390: 270 men, 120 women"."""
    for index, (_, at, whole) in enumerate(kept):
        for count in range(2, MOST_PARTS + 1):
            rest = kept[index + 1 : index + 1 + count]
            parts = [part for _, where, part in rest if where - at <= 1 and _may_split(part, whole)]
            if len(parts) == count and sum(part.value or 0 for part in parts) == whole.value:
                for part in parts:
                    part.subset_of = index


def _may_split(part: Candidate, whole: Candidate) -> bool:
    """Say whether a figure may be one of those into which its claimant splits a total."""
    apart = part.subset_of is None and whole.subset_of is None and not whole.negated
    alike = part.measure == whole.measure or (whole.measure in SPLIT and part.measure in OF_MIXED)
    return apart and alike and part.claimant == whole.claimant and part.value is not None


def _is_by_cause(found: Found, candidate: Candidate, kept: Kept, sentence: Sentence) -> bool:
    """Say whether a claimant tells what caused some of a total: "drones accounting for 54 deaths"."""
    caused = any(0 < found.number.begin - last <= LONGEST_JOIN for _, last in sentence.spans("causes"))
    return caused and any(one.claimant == candidate.claimant for _, _, one in kept[-NEAR_CARE:])


def _is_of_these(found: Found, at: int, kept: Kept, sentence: Sentence) -> bool:
    """Say whether the figure before is told as a whole: "of the 75 wounded, 31 are in hospital"."""
    if not kept or kept[-1][1] != at or kept[-1][2].measure != found.measure:
        return False
    begin = kept[-1][0].number.begin
    before = [token.low for token in sentence.tokens[max(0, begin - 2) : begin]]
    return bool({*before} & {"of", "із", "из", "з"}) and "," in [
        t.low for t in sentence.tokens[begin : found.number.first]
    ]


def _inherit(part: Candidate, whole: Candidate) -> None:
    if part.reasons["party"] != OWN_WORD:
        part.party = whole.party
    if part.population == "unspecified" and whole.population in SAID_OF_PARTS:
        part.population = whole.population
    part.cumulative = part.cumulative or whole.cumulative
    part.place = part.place or whole.place
    part.date = part.date or whole.date


def _is_definite(found: Found, candidate: Candidate, kept: Kept, sentence: Sentence) -> bool:
    """Say whether it is told who some of a claimant's dead or hurt were: «двое погибших — рабочие»."""
    end, trigger = max(found.number.last, found.counted.last), found.trigger
    if trigger is None or not found.number.last < trigger.first <= end + 1:
        return False
    behind = sentence.tokens[max(end, trigger.last) + 1 : max(end, trigger.last) + 2]
    told = bool(behind) and behind[0].low in DASHES - {":"}
    return told and any(
        one.measure == candidate.measure and one.claimant == candidate.claimant
        for _, _, one in kept[-NEAR_CARE:]
    )


def _splits_total(found: Found, candidate: Candidate, at: int, kept: Kept, sentence: Sentence) -> bool:
    """Say whether a total is split behind it: "24,862 casualties: 9,083 killed and 15,779 injured"."""
    split = any(token.low in DASHES for token in sentence.tokens[: found.number.first])
    if split and any(
        where == at
        and other.measure == candidate.measure
        and holds(whole, found)
        and _colon_between(sentence, whole, found)
        for whole, where, other in kept[-4:]
    ):
        return True
    if candidate.measure not in ("killed", "injured"):
        return False
    return any(
        where == at
        and other.measure == "killed_and_injured"
        and other.value is not None
        and holds(whole, found)
        for whole, where, other in kept[-3:]
    )


def _colon_between(sentence: Sentence, whole: Found, part: Found) -> bool:
    between = [token.low for token in sentence.tokens[whole.number.last : part.number.first]]
    behind = [token.low for token in sentence.tokens[part.number.last + 1 : part.number.last + 2]]
    of_place = part.counted.kind == NOTHING and bool(SIDES & {*behind})
    return ":" in between or (of_place and bool(DASHES & {*between}))


def _is_care(found: Found, candidate: Candidate, kept: Kept, sentence: Sentence) -> bool:
    """Say whether a number in hospital is a part of the injured before it."""
    if not kept or found.trigger is None or found.number.is_increment or found.measure != "injured":
        return False
    words, last = found.rule.lower(), found.number.last
    end = max(last, found.counted.last)
    cared = any(word in words for word in CARE) or sentence.has("severity", last + 1, end + 2)
    # "Two of those hurt were taken to hospital": who is called hurt already was counted.
    if found.trigger.first <= end and found.counted.kind != NOTHING:
        clause = sentence.tokens[end + 1 : end + LONGEST_CARE]
        cared = cared or any(token.low.startswith(CARE) for token in clause)
    return cared and any(
        before.measure == "injured"
        and (before.place, before.claimant) == (candidate.place, candidate.claimant)
        and (before.value or 0) > (found.number.value or 0)
        for _, _, before in kept[-NEAR_CARE:]
    )


def supersede(found: Found, candidate: Candidate, sentence: Sentence, kept: Kept) -> None:
    """Mark what the sentence itself replaces: "rose from 5 to 7", "earlier put at 5"."""
    begin = max(0, found.number.begin - 8)
    if sentence.has("earlier", begin, found.number.begin) and not found.number.is_zero:
        candidate.superseded = True
    if sentence.has("rise", max(0, found.number.begin - 6), found.number.begin):
        for _, _, other in kept[-4:]:
            if (
                other.measure == candidate.measure
                and (other.value or 0) < (candidate.value or 0)
                and other.place == candidate.place
                and other.subset_of is None
            ):
                other.superseded = True
