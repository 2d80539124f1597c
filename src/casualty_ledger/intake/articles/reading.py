"""Reading a text: every figure of people that it reports, each with the words that it stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from casualty_ledger.intake.articles.attributing import claimant_of
from casualty_ledger.intake.articles.candidate import NARRATOR, Candidate, Refusal
from casualty_ledger.intake.articles.claimants import find_attributions
from casualty_ledger.intake.articles.context import Context, Kept
from casualty_ledger.intake.articles.counted import DASHES, NOTHING, Counted
from casualty_ledger.intake.articles.days import carry_day, find_day
from casualty_ledger.intake.articles.found import HARM, Found, find_figures, pairs_for
from casualty_ledger.intake.articles.headlines import TOLD_BELOW, without_headline
from casualty_ledger.intake.articles.links import adds, has_own_verb, link, supersede
from casualty_ledger.intake.articles.lists import continue_list, follows_things, is_of_refused, whole_of
from casualty_ledger.intake.articles.locating import conflict_of, place_of, words_of_place
from casualty_ledger.intake.articles.parties import (
    CLAIMED,
    NOTHING_SAID,
    OWN_WORD,
    PLACE,
    SUBJECT,
    TEXT,
    party_of,
)
from casualty_ledger.intake.articles.people import FIGHTERS, FOLLOWING, IN_CAPTIVITY, population_of
from casualty_ledger.intake.articles.places import find_places
from casualty_ledger.intake.articles.pointing import BY_MODEL, Pointed
from casualty_ledger.intake.articles.sides import default_party, in_one_war, third_party
from casualty_ledger.intake.articles.tokens import Sentence, language_of, split_sentences
from casualty_ledger.intake.articles.totals import is_cumulative, is_timed
from casualty_ledger.intake.articles.war_words import lexicon_for

# So much less sure is a figure whose measure only a model tells.
POINTED = 0.35
# What a score is worth: how many of so high a score were right in passages that no rule had seen.
WORTH = ((0.0, 0.6), (0.5, 0.72), (0.75, 0.78), (0.85, 0.81), (0.92, 0.88), (0.97, 0.94))
MOST_BACK, FARTHEST_BACK, LONGEST_LINE, NEAR_OF_PART, LEAST_OF_MANY = 3, 2, 6, 2.6, 100
LEAST_OF_TOTALS = 500
UNSAID, TOLD = (TEXT, NOTHING_SAID, PLACE, CLAIMED), (OWN_WORD, SUBJECT, CLAIMED)
QUOTE_PAIRS = {"“": "”", "«": "»", "„": "“"}


@dataclass
class Reading:
    """What was read in a text: the candidates, and every number that is none, with its reason."""

    language: str
    candidates: list[Candidate] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


def read_article(text: str, language: str = "", pointed: Pointed | None = None) -> Reading:
    """Return the figures of people that a text in English, Ukrainian or Russian reports.

    `pointed`: what a language model points at; it gives a measure to numbers that no rule claims.

    >>> reading = read_article("Two people were killed and at least five injured, police said.")
    >>> [(each.trigger, each.measure, each.value, each.hedge) for each in reading.candidates]
    [('Two', 'killed', 2, 'exact'), ('five', 'injured', 5, 'at_least')]
    """
    language = language if language in ("en", "uk", "ru") else language_of(text)
    sentences = split_sentences(text)
    lexicon = lexicon_for(language)
    for sentence in sentences:
        lexicon.mark(sentence)
    context = Context(
        text,
        language,
        sentences,
        [find_attributions(sentence, text, language) for sentence in sentences],
        [find_places(sentence, text) for sentence in sentences],
        default_party(sentences, language),
        third_party(sentences),
    )
    in_swap = any({"swap", "measures/returned/verb"} & sentence.marks.keys() for sentence in sentences)
    reading = Reading(language)
    kept: Kept = []
    for at, sentence in enumerate(sentences):
        figures = _figures(sentence, text, language, kept, in_swap=in_swap)
        if pointed is not None:
            pointed.lend(figures, sentence)
        for found in figures:
            if found.refusal:
                reading.refusals.append(_refusal(found, sentence, text))
            else:
                candidate = _candidate(found, at, context, kept)
                kept.append((found, at, candidate))
    reading.candidates, told_again = without_headline(kept, context)
    reading.refusals += [Refusal(each.trigger, each.start, each.end, TOLD_BELOW) for each in told_again]
    return reading


def _figures(sentence: Sentence, text: str, language: str, kept: Kept, *, in_swap: bool) -> list[Found]:
    """Return the figures of a sentence; a part takes the measure of its whole."""
    swaps = [
        Found(n, Counted(NOTHING, n.first, n.last), m, rule="a swap N for N")
        for n, m in pairs_for(sentence, language)
    ]
    inside = {at for swap in swaps for at in range(swap.number.first, swap.number.last + 1)}
    found = [
        each
        for each in find_figures(sentence, text, language, in_swap=in_swap)
        if each.number.first not in inside
    ] + swaps
    done: list[Found] = []
    for each in sorted(found, key=lambda one: one.number.first):
        continue_list(each, done, sentence, kept)
        if each.is_part and not each.refusal and follows_things(each, done, sentence):
            each.refusal = "a part of things"
        far = each.cost > NEAR_OF_PART and not has_own_verb(each, sentence)
        if each.is_part and not each.refusal and (not each.measure or far):
            whole = None if is_of_refused(each, done) else whole_of(each, done, kept)
            if whole is None and not each.measure:
                each.refusal = "a part of something that is not counted"
            elif whole is not None:
                each.measure, each.rule = whole.measure, f"a part, {whole.rule}"
        done.append(each)
    return done


def _refusal(found: Found, sentence: Sentence, text: str) -> Refusal:
    start, end = sentence.tokens[found.number.first].start, sentence.tokens[found.number.last].end
    return Refusal(text[start:end], start, end, found.refusal)


def _candidate(found: Found, at: int, context: Context, kept: Kept) -> Candidate:
    sentence, number = context.sentences[at], found.number
    names = [(each.first, each.last) for each in context.attributions[at]]
    start, end = sentence.tokens[number.first].start, sentence.tokens[number.last].end
    claimant, relay, side = claimant_of(found, at, context)
    place = place_of(found, at, context, names)
    same = kept[-1][2] if kept and kept[-1][1] == at else None
    near = kept[-1][2] if kept and at - kept[-1][1] <= 1 else None
    conflict, other = conflict_of(found, sentence, place, near, names)
    party, why = party_of(found, sentence, place, side, context.default, names)
    goes_on = why in UNSAID or (found.measure in IN_CAPTIVITY and why != OWN_WORD)
    if goes_on and (alike := _alike(found, why, same, claimant, kept)) and alike.conflict == conflict:
        party, why = alike.party, alike.reasons["party"]
    if other and why in UNSAID and not (place and place.conflict == conflict):
        party = other
    if why in UNSAID and _is_of_third(found, at, context):
        party = context.third[0]
    party, conflict = in_one_war(party, conflict, (other, near.party if near else ""))
    candidate = Candidate(
        trigger=context.text[start:end], start=start, end=end, measure=found.measure,
        value=number.value, low=number.low, high=number.high, hedge=number.hedge,
        population=population_of(found, sentence, _before(found, claimant, at, context, kept)),
        party=party, claimant=claimant, relayed_by=relay, place=words_of_place(place, at, context),
        date=find_day(sentence, number.first, context.text),
        cumulative=is_cumulative(found, sentence)
        or _is_label_of_totals(found, at, context, kept)
        or _goes_on_in_total(found, claimant, at, context, kept),
        increment=adds(found, sentence, kept),
        negated=number.is_zero, quoted=_is_quoted(context.text, start, sentence),
        conflict=conflict, rule=found.rule, reasons={"party": why},
    )  # fmt: skip
    carry_day(candidate, at, context.sentences, context.text)
    link(found, candidate, at, kept, sentence)
    supersede(found, candidate, sentence, kept)
    candidate.confidence = _confidence(found, candidate)
    return candidate


def _before(found: Found, claimant: str, at: int, context: Context, kept: Kept) -> str:
    """Return who was counted just before: in the sentence, or by the same claimant if no place is named."""
    if kept and kept[-1][1] == at:
        last = kept[-1][2]
        if last.population == "pow" and last.measure == "captured" and found.measure == "killed":
            return "military"
        return "" if last.population == "child" and not _is_about(last, found) else last.population
    if context.places[at]:
        return ""
    told = (
        one.population
        for _, where, one in reversed(kept[-MOST_BACK:])
        if at - where <= FARTHEST_BACK and one.claimant == claimant and _is_alike(one, found)
    )
    return next(told, "")


def _is_alike(one: Candidate, found: Found) -> bool:
    """Say whether a bare number may go on to count the people of another: fighters, or its own measure's."""
    return one.population in FIGHTERS or (one.population != "unspecified" and _is_about(one, found))


def _is_about(one: Candidate, found: Found) -> bool:
    """Say whether what is told is about a group of people: those brought home, or a large whole."""
    whole = one.subset_of is None and (one.value or 0) >= LEAST_OF_MANY
    return found.measure in FOLLOWING or (whole and one.measure in ("killed", "injured"))


def _is_label_of_totals(found: Found, at: int, context: Context, kept: Kept) -> bool:
    """Say whether a short line goes on with running totals: "Wounded – 37,541."."""
    tokens = context.sentences[at].tokens
    labelled = found.number.begin > 0 and tokens[found.number.begin - 1].low in DASHES
    short = len(tokens) <= LONGEST_LINE and labelled
    return bool(short and kept and at - kept[-1][1] <= 1 and kept[-1][2].cumulative)


def _is_of_third(found: Found, at: int, context: Context) -> bool:
    """Say whether fighters, or a bare number, are of a party beside the sides of whom the text spoke."""
    who = found.counted.population in FIGHTERS or found.counted.kind == NOTHING or found.is_part
    return (who or not _names_people(found)) and bool({at, at - 1} & context.third[1])


def _goes_on_in_total(found: Found, claimant: str, at: int, context: Context, kept: Kept) -> bool:
    """Say whether a large number without a time of its own stands behind a running total of its claimant."""
    last = kept[-1][2] if kept and at - kept[-1][1] == 1 else None
    if last is None or not last.cumulative or last.claimant != claimant or found.measure not in HARM:
        return False
    sentence = context.sentences[at]
    least = LEAST_OF_TOTALS * (2 if found.number.is_increment else 1)
    large = (found.number.value or 0) >= least
    return large and not is_timed(sentence) and not sentence.marks.get("attack")


def _alike(found: Found, why: str, same: Candidate | None, claimant: str, kept: Kept) -> Candidate | None:
    """Return the figure before whose people a number without a noun of its own goes on to count."""
    if not kept:
        return None
    last = kept[-1][2]
    alike = next((one for _, _, one in reversed(kept[-MOST_BACK:]) if one.measure == found.measure), last)
    told = alike.reasons["party"] in TOLD
    if found.measure in IN_CAPTIVITY and alike.measure == found.measure and told and why in UNSAID:
        return alike
    goes_on = alike.measure == found.measure or alike.population in FIGHTERS
    if why == CLAIMED and goes_on and alike.claimant == claimant:
        return alike
    if _names_people(found):
        return None
    if same and same.claimant == claimant and same.reasons["party"] in TOLD:
        return same
    goes_on = found.measure == last.measure and (last.population in ("military", "pow", "mercenary"))
    return last if why == NOTHING_SAID or (goes_on and last.reasons["party"] in TOLD) else None


def _names_people(found: Found) -> bool:
    return found.counted.population not in ("", "person")


def _is_quoted(text: str, start: int, sentence: Sentence) -> bool:
    before = text[max(0, sentence.start - 400) : start]
    for opening, closing in QUOTE_PAIRS.items():
        if before.rfind(opening) > before.rfind(closing):
            return True
    return before[before.rfind("\n") + 1 :].count('"') % 2 == 1


def _confidence(found: Found, candidate: Candidate) -> float:
    """Return how likely the candidate is right, by the distance to its word and what is unsupported."""
    score = 0.97 - 0.03 * min(found.cost, 10)
    score -= (
        0.1 * (found.counted.kind == "unknown")
        + 0.08 * found.number.is_one
        + 0.05 * (candidate.hedge == "vague")
    )
    score -= 0.05 * (candidate.claimant == NARRATOR) + 0.05 * found.is_part
    return round(max(0.3, _calibrated(score) - POINTED * (BY_MODEL in found.rule)), 2)


def _calibrated(score: float) -> float:
    """Return how often a candidate of such a score was right, between the points of WORTH."""
    for (low, least), (high, most) in pairwise(WORTH):
        if score <= high:
            return least + (most - least) * (max(score, low) - low) / (high - low)
    return WORTH[-1][1]
