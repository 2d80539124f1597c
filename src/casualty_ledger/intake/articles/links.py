"""What figures of one text are to each other: parts of a whole, lists, totals that replace earlier ones."""

from __future__ import annotations

from casualty_ledger.intake.articles.attaching import BARE
from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.context import Kept
from casualty_ledger.intake.articles.counted import AND, DASHES, NOTHING, PERSON
from casualty_ledger.intake.articles.found import UNTOLD, WHOLE, Found
from casualty_ledger.intake.articles.parties import OWN_WORD
from casualty_ledger.intake.articles.people import tells_who
from casualty_ledger.intake.articles.tokens import Sentence

MIXED, OF_MIXED = ("killed_and_injured", "losses"), ("killed", "injured", "missing", "captured")
LONGEST_OWN, BEING = 6.0, ("are", "were", "is", "was")
MOST_BACK, SAID_OF_PARTS = 5, ("civilian", "child", "pow", "military")
FAR, LONGEST_JOIN, LONGEST_RISE, LONGEST_NOUN = 2.6, 9, 11, 2
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


def continue_list(each: Found, done: list[Found], sentence: Sentence, kept: Kept) -> None:
    """Let a number go on with the one before it: in a list of parts, of places, or as a tally that rose."""
    before = done[-1] if done else None
    joined = before if before and _is_joined(before, each, sentence) else None
    if before and before.measure and not before.refusal and _is_signed(each, before, sentence):
        _take(each, before, "an addition")
        return
    told = [one for one in done if one.measure and not one.refusal]
    untold = not each.measure and each.refusal in (UNTOLD, BARE)
    far = each.cost > FAR or untold
    is_more_people = far and not each.number.is_increment and each.counted.kind == PERSON
    if joined and joined.is_part and is_more_people:
        _take(each, joined, "a list of parts", as_part=True)
    elif joined and told and untold and _is_predicated(sentence, each):
        _take(each, told[-1], "a list of parts", as_part=True)
    elif joined and untold and _goes_on_listing(joined, each, sentence):
        _take(each, joined, "a list", as_part=joined.is_part)
    elif told and untold and sentence.tokens[each.number.begin - 1].low in DASHES:
        _take(each, told[-1], "a list")
    elif told and untold and each.counted.kind == NOTHING and _is_total(sentence, each.number.begin):
        _take(each, told[-1], "its total")
    elif untold and _is_labelled(each) and (whole := whole_of(each, done, kept)):
        _take(each, whole, "a list of parts", as_part=True)
    elif untold and (_is_tally(sentence, each.number.begin) or _is_conceded(sentence, each)):
        last = told[-1] if told else kept[-1][0] if kept else None
        if last is not None and not last.number.is_zero:
            _take(each, last, "a tally")


def _is_predicated(sentence: Sentence, each: Found) -> bool:
    """Say whether a dash tells who a number of those counted before are: «14 – офіцери»."""
    dash = each.number.last + 1
    told = dash < len(sentence.tokens) and sentence.tokens[dash].low in DASHES - {":"}
    return told and sentence.begins("persons/", dash + 1) is not None


def _goes_on_listing(joined: Found, each: Found, sentence: Sentence) -> bool:
    """Say whether people are joined to those listed before them: "four boys and three girls"."""
    between = {token.low for token in sentence.tokens[joined.counted.last + 1 : each.number.begin]}
    listed = joined.rule.startswith("a list") and joined.counted.kind == each.counted.kind == PERSON
    return listed and between <= AND | {"and", ","}


def _is_total(sentence: Sentence, at: int) -> bool:
    """Say whether a word of totals stands before a number: "over the day 1,010, in all 1,171,050"."""
    return any(sentence.closes(tag, at - 1) is not None for tag in ("total", "total_soft"))


def _is_signed(each: Found, before: Found, sentence: Sentence) -> bool:
    """Say whether an addition stands in brackets behind a number: "213,770 troops (+690)"."""
    opening = [token.low for token in sentence.tokens[max(0, each.number.first - 2) : each.number.first]]
    last = max(before.number.last, before.counted.last)
    return opening == ["(", "+"] and 0 <= each.number.first - 2 - last <= LONGEST_NOUN


def _is_joined(before: Found, each: Found, sentence: Sentence) -> bool:
    between = sentence.tokens[before.number.last + 1 : each.number.begin]
    return (
        not before.refusal and len(between) < LONGEST_JOIN and not any(t.low in (";", ".") for t in between)
    )


def _is_labelled(each: Found) -> bool:
    """Say whether the people counted stand before the number: «добровольців – 14 065»."""
    return each.counted.kind == PERSON and each.counted.first < each.number.begin


def _is_tally(sentence: Sentence, at: int) -> bool:
    """Say whether a number is a count told anew: "raised its count to 89", «назвав цифру 51»."""
    if at and sentence.closes("tally", at - 1) is not None:
        return True
    is_told = at > 1 and sentence.tokens[at - 1].low in ("is", "was", "stands")
    if is_told and sentence.closes("tally", at - 2) is not None:
        return True
    risen = sentence.has("rise", max(0, at - LONGEST_RISE), at - 1)
    return risen and sentence.has("tally", max(0, at - LONGEST_RISE), at - 1)


def _is_conceded(sentence: Sentence, each: Found) -> bool:
    """Say whether a verb of speech has nothing but the number as its object: "he has admitted to 46,000"."""
    before, end = each.number.begin - 1, each.number.last + 1
    if each.counted.kind != NOTHING or (
        end < len(sentence.tokens) and sentence.tokens[end].low not in (".", ",", ";")
    ):
        return False
    before -= before > 0 and sentence.tokens[before].low in ("to", "at", "про", "о", "of")
    return before >= 0 and sentence.closes("say", before) is not None


def _take(each: Found, other: Found, rule: str, *, as_part: bool = False) -> None:
    """Give a number the measure of another one, and say by which rule."""
    each.measure, each.refusal, each.rule = other.measure, "", f"{rule}, {other.rule}"
    if as_part:
        each.is_part, each.cost = True, WHOLE


def whole_of(part: Found, before: list[Found], kept: Kept) -> Found | None:
    """Return the figure of which another is told as a part: the nearest before it that is large enough."""
    earlier = [each for each in before if not each.refusal] or []
    far = [found for found, _, _ in kept[-3:]]
    for each in reversed([*far, *earlier]):
        if each.measure and not each.is_part and not each.number.is_zero and _holds(each, part):
            return each
    return None


def _holds(whole: Found, part: Found) -> bool:
    most = whole.number.high if whole.number.value is None else whole.number.value
    least = part.number.value if part.number.value is not None else part.number.low
    open_end = whole.number.hedge in ("vague", "at_least", "more_than", "about")
    return most is None or least is None or least <= most or (open_end and whole.number.value is None)


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
    is_part = found.is_part or _is_care(found, candidate, kept, sentence) or bool(tells_who(found, sentence))
    if not is_part and not _splits_total(found, candidate, at, kept, sentence):
        return
    for index in range(len(kept) - 1, max(-1, len(kept) - MOST_BACK), -1):
        whole, _, other = kept[index]
        fits = other.measure == candidate.measure or (
            other.measure in MIXED and candidate.measure in OF_MIXED
        )
        is_listed = other.subset_of is not None and whole.rule.startswith("a list")
        is_whole = not (whole.is_part or is_listed or other.negated or other.superseded)
        if fits and is_whole and _holds(whole, found):
            candidate.subset_of = index
            _inherit(candidate, other)
            return


def _inherit(part: Candidate, whole: Candidate) -> None:
    if part.reasons["party"] != OWN_WORD:
        part.party = whole.party
    if part.population == "unspecified" and whole.population in SAID_OF_PARTS:
        part.population = whole.population
    part.cumulative = part.cumulative or whole.cumulative
    part.place = part.place or whole.place
    part.date = part.date or whole.date


def _splits_total(found: Found, candidate: Candidate, at: int, kept: Kept, sentence: Sentence) -> bool:
    """Say whether a total is split behind it: "24,862 casualties: 9,083 killed and 15,779 injured"."""
    split = any(token.low == ":" for token in sentence.tokens[: found.number.first])
    if split and any(
        where == at
        and other.measure == candidate.measure
        and _holds(whole, found)
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
        and _holds(whole, found)
        for whole, where, other in kept[-3:]
    )


def _colon_between(sentence: Sentence, whole: Found, part: Found) -> bool:
    return any(token.low == ":" for token in sentence.tokens[whole.number.last : part.number.first])


def _is_care(found: Found, candidate: Candidate, kept: Kept, sentence: Sentence) -> bool:
    """Say whether a number in hospital is a part of the injured before it."""
    if not kept or found.trigger is None or found.number.is_increment or found.measure != "injured":
        return False
    words, last = found.rule.lower(), found.number.last
    near = (last + 1, max(last, found.counted.last) + 2)
    before = kept[-1][2]
    if before.place != candidate.place:
        return False
    return (
        before.measure == "injured"
        and (any(word in words for word in CARE) or sentence.has("severity", *near))
        and (before.value or 0) > (found.number.value or 0)
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
