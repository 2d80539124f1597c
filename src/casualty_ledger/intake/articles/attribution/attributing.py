"""Who a number belongs to: the claimant of its sentence, of one before, or of one that covers it."""

from __future__ import annotations

import re
from typing import NamedTuple

from casualty_ledger.intake.articles.attribution.antecedents import antecedent, points_back
from casualty_ledger.intake.articles.attribution.authors import is_personal_name
from casualty_ledger.intake.articles.attribution.fuller_names import fuller_name
from casualty_ledger.intake.articles.attribution.narrating import is_debunked, is_narrated, only_estimates
from casualty_ledger.intake.articles.attribution.offices import by_office
from casualty_ledger.intake.articles.candidate import NARRATOR
from casualty_ledger.intake.articles.claimants.addressing import WHOSE
from casualty_ledger.intake.articles.claimants.claimant_phrases import Attribution
from casualty_ledger.intake.articles.context import Context, Named
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.found import Found
from casualty_ledger.intake.articles.places.places import is_region
from casualty_ledger.intake.articles.wars.sides import side_of_language, side_of_name

# So many sentences a claimant is carried on within a paragraph, and so many beyond it.
CARRIED, BEYOND = 9, 3
SHORTEST_STEM = 5
JOINS = {"а", "и", "і", "й", "та", "but", "and", "while", "але", "но", ";", "тоді", "тогда"}
LONGEST_PRONOUN, DASHES = 4, {"–", "—", "-"}
# Where so many had their say, narration is the text's own; where it has a day, one fewer.
MANY_ACCOUNTS, FARTHEST = 4, 20


class Chain(NamedTuple):
    """A claimant, the sentence that names it, and who passes its word on."""

    claimant: Attribution
    sentence: int
    relayed_by: str | None = None


def claimant_of(found: Found, at: int, context: Context) -> tuple[str, str | None, str]:
    """Return who says so, who passes it on, and on which side the claimant speaks."""
    chain = _chain(found, at, context)
    if chain is None or chain.claimant.is_own_text:
        return NARRATOR, None, side_of_language(context.language)
    chain = _by_headline(chain, context)
    claimant, where, relay = chain
    side = side_of_name(context.sentences[where], claimant.first, claimant.last)
    named = fuller_name(claimant.name, where, context)
    return named, relay, side or side_of_language(context.language)


def _chain(found: Found, at: int, context: Context) -> Chain | None:
    here = _in_part(found, at, context)
    sentence = context.sentences[at]
    chosen = _chosen(found, here, sentence)
    if _opened_war(found, chosen, sentence) or (chosen and is_debunked(found, chosen, sentence)):
        return None
    if chosen is None:
        return _told_around(found, at, context)
    if chosen.is_actor and (told := _told_behind(at, context)):
        return told
    sources = [each for each in here if _is_source_of(each, chosen, here)]
    if sources:
        return Chain(sources[0], at, chosen.name)
    if same := by_office(chosen, at, context):
        return Chain(same.claimant, same.sentence)
    if points_back(chosen, at, context):
        meant = antecedent(chosen, at, context)
        return Chain(meant.claimant, meant.sentence) if meant else _told_before(at, context)
    if chosen.is_relay:
        return _origin_of(chosen, here, at, context)
    return Chain(chosen, at, next((each.name for each in here if each.is_relay), None))


def _told_around(found: Found, at: int, context: Context) -> Chain | None:
    """Return who told a sentence that names nobody: who covers, spoke before, heads or closes it."""
    told = _told_behind(at, context)
    author = Chain(*context.author) if context.author else None
    if told is None and (_tells_itself(at, context) or is_narrated(found, at, context)):
        return author
    before, behind = _told_before(at, context), _told_next(at, context)
    paragraph = context.sentences[at].paragraph
    if before and behind and context.sentences[before.sentence].paragraph < paragraph:
        before = behind  # Who closes a paragraph tells it, and not who closed the one above.
    return told or before or author or behind


def _origin_of(relay: Attribution, here: list[Attribution], at: int, context: Context) -> Chain:
    """Return from whom an outlet has it: who speaks beside it, whom it quoted before, else itself."""
    others = [each for each in here if not each.is_relay]
    origins = [each for each in others if not each.is_pronoun]
    origins = origins or [each for each in others if _is_another(each, at, context)]
    if not origins and relay.is_source and (quoted := _told_before(at, context)):
        return quoted._replace(relayed_by=relay.name)
    return Chain(origins[0], at, relay.name) if origins else Chain(relay, at)


def _by_headline(chain: Chain, context: Context) -> Chain:
    """Name who holds an office below a headline that gives the name: «Иван Петренко: …», then «Мэр …»."""
    author, (claimant, where, _) = context.author, chain
    if author is None or not 0 < where - author.sentence <= BEYOND:
        return chain
    above, sentence = context.sentences[author.sentence], context.sentences[where]
    span = range(author.claimant.first, author.claimant.last + 1)
    named = len(span) > 1 and not any(above.starts("titles", at) is not None for at in span)
    opens = claimant.first == 0 and sentence.starts("officials", 0) is not None
    pairs = (range(at, at + 2) for at in range(1, claimant.last))
    alone = not any(is_personal_name(sentence, pair, context.language) for pair in pairs)
    return Chain(*author) if named and opens and alone else chain


def _is_another(each: Attribution, at: int, context: Context) -> bool:
    """Say whether words that point back mean somebody else than the outlet whose authors they may be."""
    meant = antecedent(each, at, context) if len(each.name) > LONGEST_PRONOUN else None
    return meant is not None and not (meant.sentence == at and meant.claimant.is_relay)


def _is_source_of(each: Attribution, chosen: Attribution, here: list[Attribution]) -> bool:
    """Say whether a speaker cites a source, and not one before it: "X said, citing Y, while Z put"."""
    if not each.is_source or each is chosen or each.is_relay:
        return False
    return each.cue > chosen.cue or all(one.is_source or one.cue > each.cue for one in here)


def _in_part(found: Found, at: int, context: Context) -> list[Attribution]:
    """Return the claimants of a sentence, of a part between semicolons where it has its own."""
    named, tokens = context.attributions[at], context.sentences[at].tokens
    own = [
        each
        for each in named
        if all(token.low != ";" for token in tokens[slice(*sorted((each.cue, found.number.first)))])
    ]
    return own or [each for each in named if not (each.is_before and each.cue > found.number.first)]


def _chosen(found: Found, attributions: list[Attribution], sentence: Sentence) -> Attribution | None:
    """Return the claimant of a number in its sentence: who leads in to it, else who closes it."""
    at = found.number.first
    before = [each for each in attributions if each.cue < at and each.first < at]
    # Who speaks comes before whose register it is in which people are listed.
    after = sorted((each for each in attributions if each.cue > at), key=lambda each: each.is_owner)
    beside = [each for each in after if each.cue - found.number.last in (1, 2)]
    if beside and (beside[0].is_given or _is_cited(beside[0], found, sentence)):
        return beside[0]
    if before and not before[-1].is_before and _opens_clause(before[-1], sentence):
        return before[-1]
    leading = [each for each in before if each.is_before]
    if leading:
        return leading[-1]
    return next(iter([*after, *reversed(before)]), None)


def _is_cited(each: Attribution, found: Found, sentence: Sentence) -> bool:
    """Say whether a number and who is cited for it are an aside: "five shot - eleven, according to X"."""
    led = sentence.tokens[max(0, found.number.first - 1)].low in DASHES | {"(", ",", ";"}
    return led and not each.is_relay and sentence.tokens[each.cue - 1].low == ","


def _opens_clause(each: Attribution, sentence: Sentence) -> bool:
    """Say whether who is cited opens a clause behind "and" or "but": «…, а по оценке института, их 100»."""
    return each.cue > 0 and sentence.tokens[min(each.cue, each.first) - 1].low in JOINS


def _opened_war(found: Found, chosen: Attribution | None, sentence: Sentence) -> bool:
    """Say whether a number is of what a war began with, which nobody need assert."""
    begun = sentence.spans("war_began")
    at = found.number.first
    return bool(begun) and (chosen is None or chosen.cue < begun[0][0] < at)


def _tells_itself(at: int, context: Context) -> bool:
    """Say whether a text of several accounts goes on by itself: most clearly with a day of its own."""
    before = range(max(0, at - FARTHEST), at)
    named = [
        each.name
        for step in before
        for each in context.attributions[step]
        if not (each.is_relay or each.is_actor or each.is_own_text) and not points_back(each, step, context)
    ]
    sentence = context.sentences[at]
    told = any(
        sentence.tokens[step].low in WHOSE for a, b in sentence.spans("according") for step in range(a, b)
    )
    dated = bool(sentence.marks.get("months"))
    return not told and len({_surname(name) for name in named}) >= MANY_ACCOUNTS - dated


def _surname(name: str) -> str:
    """Return how the last word of a name with a capital letter begins."""
    words = re.findall(r"[^\W\d_]+", name)
    return next((word for word in reversed(words) if word[0].isupper()), name)[:SHORTEST_STEM].lower()


def _told_behind(at: int, context: Context) -> Chain | None:
    """Return who is named in a sentence that covers those before it: «Про це повідомив …»."""
    for step in range(at + 1, min(at + 1 + CARRIED, len(context.sentences))):
        for each in context.attributions[step]:
            if each.covers_previous and not each.is_pronoun:
                return Chain(each, step)
        if any(not each.is_actor for each in context.attributions[step]):
            return None
    return None


def _told_before(at: int, context: Context) -> Chain | None:
    """Return who spoke last, in this paragraph or just before it."""
    paragraph, begins = context.sentences[at].paragraph, at
    overtaken: Chain | None = None
    for step in range(at - 1, max(-1, at - 1 - CARRIED), -1):
        if context.sentences[step].paragraph == paragraph:
            begins = step
        elif begins - step > BEYOND:
            return overtaken
        if context.author and step == context.author.sentence:
            return overtaken or Chain(*context.author)
        if any(only_estimates(each, context.sentences[step]) for each in context.attributions[step]):
            return overtaken
        spoke = [
            Chain(named.claimant, named.sentence)
            for each in context.attributions[step]
            if not (each.is_actor or _is_of_elsewhere(each, step, at, context))
            and (named := _meant(each, step, context))
        ]
        if not spoke:
            continue
        last = ([each for each in spoke if not each.claimant.is_relay] or spoke)[-1]
        if last.sentence == step and not last.claimant.is_relay:
            relays = (each.name for each in context.attributions[step] if each.is_relay)
            last = last._replace(relayed_by=next(relays, None))
        nameless = last.claimant.is_relay and last.claimant.name.islower()
        if not (context.sentences[step].marks.get("earlier") or nameless):
            return last
        # Who was quoted with an earlier count has not the word; whoever had it before goes on.
        overtaken = overtaken or last
    return overtaken


def _meant(each: Attribution, at: int, context: Context) -> Named | None:
    if same := by_office(each, at, context):
        return same
    return antecedent(each, at, context) if points_back(each, at, context) else Named(each, at)


def _is_of_elsewhere(each: Attribution, step: int, at: int, context: Context) -> bool:
    """Say whether a local official spoke of another place than the region of which a sentence tells."""
    sentence = context.sentences[step]
    local = any(sentence.begins("locals", token) is not None for token in range(each.first, each.last + 1))
    here, there = (_stems_of_places(one, context, regions=one == at) for one in (at, step))
    return local and bool(here) and bool(there) and not here & there


def _stems_of_places(at: int, context: Context, *, regions: bool) -> set[str]:
    """Return how the names of the places of a sentence begin; `regions`: of whole regions only."""
    sentence = context.sentences[at]
    return {
        sentence.tokens[place.first].low[: SHORTEST_STEM - 1]
        for place in context.places[at]
        if not place.is_whole and (not regions or is_region(sentence.tokens[place.last].low))
    }


def _told_next(at: int, context: Context) -> Chain | None:
    """Return who closes what follows, where nobody was named before: "…, according to the mayor."."""
    paragraph = context.sentences[at].paragraph
    for step in range(at + 1, min(at + 1 + CARRIED, len(context.sentences))):
        if context.sentences[step].paragraph != paragraph:
            return None
        named = [
            each
            for each in context.attributions[step]
            if not (each.is_pronoun or each.is_relay or each.is_actor)
        ]
        if named and _is_of_elsewhere(named[0], step, at, context):
            return None
        if named:
            return Chain(named[0], step) if not named[0].is_before else None
    return None
