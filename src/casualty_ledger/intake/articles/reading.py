"""Reading a text: every figure of people that it reports, each with the words that it stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from casualty_ledger.intake.articles.attribution.attributing import claimant_of
from casualty_ledger.intake.articles.attribution.authors import author_of
from casualty_ledger.intake.articles.candidate import NARRATOR, Candidate, Refusal
from casualty_ledger.intake.articles.claimants.claimants import find_attributions
from casualty_ledger.intake.articles.context import Context, Kept
from casualty_ledger.intake.articles.days import carry_day, find_day
from casualty_ledger.intake.articles.language.tokens import Sentence, language_of, split_sentences
from casualty_ledger.intake.articles.location.locating import conflict_of, place_of, words_of_place
from casualty_ledger.intake.articles.measures.found import HARM, Found, find_figures
from casualty_ledger.intake.articles.measures.parts import only_illustrates
from casualty_ledger.intake.articles.measures.totals import is_cumulative, is_timed
from casualty_ledger.intake.articles.model.pointing import BY_MODEL, Pointed
from casualty_ledger.intake.articles.numbers.counted import DASHES, NOTHING, Counted
from casualty_ledger.intake.articles.numbers.swaps import pairs_for
from casualty_ledger.intake.articles.people.continuing import UNSAID, continued, counted_before, is_of_third
from casualty_ledger.intake.articles.people.parties import TEXT, party_of
from casualty_ledger.intake.articles.people.people import population_of
from casualty_ledger.intake.articles.people.same_people import is_told_again, party_told_before
from casualty_ledger.intake.articles.places.places import find_places
from casualty_ledger.intake.articles.wars.sides import (
    default_party,
    first_named,
    in_one_war,
    party_of_captives,
    third_party,
)
from casualty_ledger.intake.articles.wars.war_words import lexicon_for
from casualty_ledger.intake.articles.wholes.elsewhere import OF_CAPTIVES, OF_HARM, refuse_elsewhere, tells_of
from casualty_ledger.intake.articles.wholes.going_on import go_on
from casualty_ledger.intake.articles.wholes.headlines import TOLD_BELOW, without_headline
from casualty_ledger.intake.articles.wholes.links import adds, has_own_verb, link, link_sums, supersede
from casualty_ledger.intake.articles.wholes.listed import continue_on_list
from casualty_ledger.intake.articles.wholes.lists import (
    continue_list,
    continue_swap,
    follows_things,
    is_of_refused,
    whole_of,
)
from casualty_ledger.intake.articles.wholes.verbless import carry_away, carry_on

# So much less sure is a figure whose measure only a model tells.
POINTED = 0.35
# What a score is worth: how many of so high a score were right in passages that no rule had seen.
WORTH = ((0.0, 0.6), (0.5, 0.72), (0.75, 0.78), (0.85, 0.81), (0.92, 0.88), (0.97, 0.94))
LONGEST_LINE, NEAR_OF_PART = 6, 2.6
LEAST_OF_TOTALS = 500
HERE = {"here", "тут", "здесь"}
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
    context = _context_of(text, language)
    sentences = context.sentences
    in_swap = any({"swap", "measures/returned/verb"} & sentence.marks.keys() for sentence in sentences)
    reading = Reading(language)
    kept: Kept = []
    for at, sentence in enumerate(sentences):
        figures = _figures(at, context, kept, in_swap=in_swap)
        if pointed is not None:
            pointed.lend(figures, sentence)
        for found in figures:
            if found.refusal:
                reading.refusals.append(_refusal(found, sentence, text))
            else:
                candidate = _candidate(found, at, context, kept)
                kept.append((found, at, candidate))
    link_sums(kept)
    reading.candidates, told_again = without_headline(kept, context)
    reading.refusals += [Refusal(each.trigger, each.start, each.end, TOLD_BELOW) for each in told_again]
    return reading


def _context_of(text: str, language: str) -> Context:
    """Return a text with its sentences, and who and where each of them names."""
    sentences = split_sentences(text)
    lexicon = lexicon_for(language)
    for sentence in sentences:
        lexicon.mark(sentence)
    attributions = [find_attributions(sentence, text, language) for sentence in sentences]
    at_scene = any(token.low in HERE for sentence in sentences for token in sentence.tokens)
    return Context(
        text,
        language,
        sentences,
        attributions,
        [
            find_places(sentence, [(each.first, each.last) for each in named], at_scene=at_scene)
            for sentence, named in zip(sentences, attributions, strict=True)
        ],
        default_party(sentences, language),
        third_party(sentences),
        party_of_captives(sentences),
        first_named(sentences),
        author_of(sentences, attributions, text, language),
        tells_of_captives=tells_of(sentences, *OF_CAPTIVES),
        tells_of_harm=tells_of(sentences, *OF_HARM),
        tells_of_deported=tells_of(sentences, "measures/deported/"),
    )


def _figures(at: int, context: Context, kept: Kept, *, in_swap: bool) -> list[Found]:
    """Return the figures of a sentence; a part takes the measure of its whole."""
    sentences, text, language = context.sentences, context.text, context.language
    sentence = sentences[at]
    swaps = [
        Found(n, Counted(NOTHING, n.first, n.last), m, rule="a swap N for N") for n, m in pairs_for(sentence)
    ]
    inside = {step for swap in swaps for step in range(swap.number.first, swap.number.last + 1)}
    found = [
        each
        for each in find_figures(sentence, text, language, in_swap=in_swap)
        if each.number.first not in inside
    ] + swaps
    done: list[Found] = []
    for each in sorted(found, key=lambda one: one.number.first):
        continue_list(each, done, sentence, kept)
        continue_on_list(each, at, sentences, kept)
        continue_swap(each, done, kept)
        go_on(each, at, done, sentence, kept)
        carry_on(each, at, done, sentence, kept)
        if context.tells_of_deported:
            carry_away(each, sentence)
        refuse_elsewhere(each, captives=context.tells_of_captives, harm=context.tells_of_harm)
        if is_told_again(each, at, context, kept):
            each.refusal = "the person told of before"
        if each.is_part and not each.refusal and follows_things(each, done, sentence):
            each.refusal = "a part of things"
        if each.is_part and not (each.refusal or each.measure) and only_illustrates(each.number, sentence):
            each.refusal = "one of those counted, of whom something else is told"
        far = each.cost > NEAR_OF_PART and not has_own_verb(each, sentence)
        if each.is_part and not each.refusal and (not each.measure or far):
            whole = None if is_of_refused(each, done) else whole_of(each, done, kept)
            if whole is None and not each.measure:
                each.refusal = "a part of something that is not counted"
            elif whole is not None:
                each.measure, each.rule = whole.measure, f"a part, {whole.rule}"
                if each.measure == "exchanged":
                    each.measure = "returned"
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
    where = words_of_place(place, at, context)
    same = kept[-1][2] if kept and kept[-1][1] == at else None
    near = kept[-1][2] if kept and at - kept[-1][1] <= 1 else None
    conflict, other = conflict_of(found, sentence, place, near, names)
    party, why = party_of(found, sentence, place, side, context.default, names)
    alike = continued(found, why, same, claimant, where, kept)
    if alike and alike.conflict == conflict:
        party, why = alike.party, alike.reasons["party"]
    if before := party_told_before(found, why, place, claimant, same, at, context, kept):
        party, why = before
    if why in UNSAID:
        elsewhere = "" if place and place.conflict == conflict else other
        party = _unsaid(found, at, context) or elsewhere or party
    if party == "unspecified" and context.first_named:
        party, why = context.first_named, TEXT
    party, conflict = in_one_war(party, conflict, (other, near.party if near else ""))
    candidate = Candidate(
        trigger=context.text[start:end], start=start, end=end, measure=found.measure,
        value=number.value, low=number.low, high=number.high, hedge=number.hedge,
        population=population_of(found, sentence, counted_before(found, claimant, at, context, kept)),
        party=party, claimant=claimant, relayed_by=relay, place=where,
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


def _unsaid(found: Found, at: int, context: Context) -> str:
    """Return whose people those are of whom no word near says it: a third party's, or the text's captives."""
    third = context.third[0] if is_of_third(found, at, context) else ""
    return third or (context.captives if found.counted.population == "pow" else "")


def _is_label_of_totals(found: Found, at: int, context: Context, kept: Kept) -> bool:
    """Say whether a short line goes on with running totals: "Wounded – 37,541."."""
    tokens = context.sentences[at].tokens
    labelled = found.number.begin > 0 and tokens[found.number.begin - 1].low in DASHES
    short = len(tokens) <= LONGEST_LINE and labelled
    return bool(short and kept and at - kept[-1][1] <= 1 and kept[-1][2].cumulative)


def _goes_on_in_total(found: Found, claimant: str, at: int, context: Context, kept: Kept) -> bool:
    """Say whether a large number without a time of its own stands behind a running total of its claimant."""
    last = kept[-1][2] if kept and at - kept[-1][1] == 1 else None
    if last is None or not last.cumulative or last.claimant != claimant or found.measure not in HARM:
        return False
    sentence = context.sentences[at]
    least = LEAST_OF_TOTALS * (2 if found.number.is_increment else 1)
    large = (found.number.value or 0) >= least
    return large and not is_timed(sentence) and not sentence.marks.get("attack")


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
