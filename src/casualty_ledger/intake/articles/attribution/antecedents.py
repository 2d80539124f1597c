"""Whom words that name nobody point back at: "he", "the ministry", «у відомстві», «глава региона»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from casualty_ledger.intake.articles.attribution.offices import is_near_to
from casualty_ledger.intake.articles.claimants.addressing import WHOSE
from casualty_ledger.intake.articles.claimants.claimant_phrases import Attribution
from casualty_ledger.intake.articles.claimants.names import ARTICLES, IN, name_behind
from casualty_ledger.intake.articles.claimants.opening import is_predicate
from casualty_ledger.intake.articles.context import Context, Named
from casualty_ledger.intake.articles.language.forms import is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence

LONGEST_PRONOUN, STEM, ENDING, LONGEST_BARE, FARTHEST, AHEAD = 4, 4, 2, 4, 20, 3
SHORTEST_BODY, LONGEST_BODY = 2, 9
PERSONAL = frozenset(["he", "she", "він", "вона", "он", "она"])
OF_PERSON = frozenset(["his", "her", "його", "її", "его", "ее"])
IMPERSONAL = frozenset(["it", "its", "воно", "оно"])
# Offices of a whole land, which name themselves, and such as nobody holds beside another one.
OF_LAND = frozenset(["office/president"])
OF_OWN = frozenset(["office/mayor", "office/minister", "office/ombudsman"])
BODIES = ("bodies_of", "relays")
OPENING_QUOTES = {"«", "“", "„"}
NAMED = ("party/", "country/", "place/", "speaker/")
OTHERS = ("party/", "country/", "place/", "titles")


def points_back(each: Attribution, at: int, context: Context) -> bool:
    """Say whether words name nobody of their own: a pronoun, or an office and nothing else."""
    return each.is_pronoun or _is_bare(each, context.sentences[at])


def antecedent(each: Attribution, at: int, context: Context) -> Named | None:
    """Return who is meant: who was named by the same office, else the last of the same kind.

    A person is no body and a body is no person; an office that nobody before holds names itself.
    """
    key = (at, each.first, each.cue)
    if key not in context.meant:
        context.meant[key] = _antecedent(each, at, context)
    return context.meant[key]


def _antecedent(each: Attribution, at: int, context: Context) -> Named | None:
    sentence, own = context.sentences[at], Named(each, at)
    head, is_long = _head(each, sentence, context.language), len(each.name) > LONGEST_PRONOUN
    if is_near_to(each, head, sentence):
        return own
    named_before = [*_named_before(each, at, context)]
    before = [one for one in named_before if not points_back(*one, context)]
    if _is_of_person(each, head, sentence) and (owner := _person(before, context)):
        english = context.language == "en"
        full = f"{owner.claimant.name}'s {sentence.tokens[head].text}" if english else owner.claimant.name
        return owner._replace(claimant=replace(owner.claimant, name=full))
    if is_long:
        word, office = sentence.tokens[head].low, _offices(own, context)
        beside = [] if office else _other_nouns(each, head, sentence, context.language)
        before = [one for one in before if all(_has_word(one, noun, context) for noun in beside)]
        after = _named_after(each, at, context) if office and not is_body(own, context) else ()
        same = (
            one
            for one in (*before, *after)
            if _has_word(one, word, context) or office & _offices(one, context)
        )
        if (named := next(same, None)) is not None:
            return named
    alike = [one for one in before if _fits(each, head, at, one, context)]
    if each.name.lower() in PERSONAL or _has_words(each, sentence):
        # Who goes on is somebody, though a body spoke between.
        alike = [one for one in alike if is_person(one, context)] or alike
    named = next(iter(alike), None) if each.is_pronoun or _is_official(each, at, context) else None
    if named is None and each.is_pronoun:
        bare = (one for one in named_before if not one.claimant.is_pronoun)
        named = next((one for one in bare if _fits(each, head, at, one, context)), None)
    if named is None and each.is_pronoun and sentence.starts("bodies_of", head) is not None:
        named = _body_before(at, context)
    return named or (own if is_long else None)


def _has_words(each: Attribution, sentence: Sentence) -> bool:
    """Say whether a pronoun is whose words are told: «по ее словам», and not whose data."""
    words = sentence.tokens[each.cue : each.first + AHEAD]
    return each.name.lower() in OF_PERSON and any(token.low.startswith(("слов", "слів")) for token in words)


def _is_of_person(each: Attribution, head: int, sentence: Sentence) -> bool:
    """Say whether a body is somebody's own: "his office"; "its" leads to a body."""
    owner = sentence.tokens[max(0, each.first - 1)].low
    return owner in OF_PERSON and sentence.starts("bodies_of", head) is not None


def _person(before: list[Named], context: Context) -> Named | None:
    """Return who spoke last, if it is somebody."""
    return before[0] if before and is_person(before[0], context) else None


def is_person(one: Named, context: Context) -> bool:
    """Say whether a claimant is somebody: in an office, or a name that is no body's, party's or place's."""
    sentence = context.sentences[one.sentence]
    within = range(one.claimant.first, one.claimant.last + 1)
    if _is_official(one.claimant, one.sentence, context):
        return True
    first = sentence.tokens[one.claimant.first]
    if is_grammar(first.low, context.language, "NOUN", "anim", "sing", "nomn"):
        return True
    if not first.is_capital and is_grammar(first.low, context.language, "NOUN", "inan"):
        return False
    return not any(sentence.begins(tag, at) is not None for at in within for tag in (*BODIES, *OTHERS))


def is_body(one: Named, context: Context) -> bool:
    """Say whether a claimant is a body or a country, and nobody who holds an office in it."""
    sentence = context.sentences[one.sentence]
    within = range(one.claimant.first, one.claimant.last + 1)
    if _is_official(one.claimant, one.sentence, context):
        return False
    whole = sentence.closes("country/", one.claimant.last) == one.claimant.first
    letters = one.claimant.first == one.claimant.last and one.claimant.name.isupper()
    return whole or letters or any(sentence.starts(tag, at) is not None for at in within for tag in BODIES)


def _fits(each: Attribution, head: int, at: int, one: Named, context: Context) -> bool:
    sentence = context.sentences[at]
    if sentence.starts("bodies_of", head) is not None or each.name.lower() in IMPERSONAL:
        return not is_person(one, context)
    if sentence.starts("relays", head) is not None:
        return one.claimant.is_relay or _is_quoted(one, context)
    if _is_official(each, at, context):
        if is_grammar(sentence.tokens[head].low, context.language, "NOUN", "plur"):
            return False  # Officials are not somebody who was named before.
        own, other = _offices(Named(each, at), context), _offices(one, context)
        holds = _is_official(one.claimant, one.sentence, context)
        if own & OF_LAND or (own & OF_OWN and holds):
            return False  # Who holds another office, or none that the text knows, is not meant.
        return is_person(one, context) and (not own or not other)
    owned = each.first > 0 and sentence.tokens[each.first - 1].low in WHOSE
    many = is_grammar(sentence.tokens[head].low, context.language, "NOUN", "plur")
    if many and not owned:
        return one.claimant.is_relay or is_body(one, context)
    return not (each.name.lower() in PERSONAL and is_body(one, context))


def _is_quoted(one: Named, context: Context) -> bool:
    """Say whether a name stands in quotation marks, as those of outlets do."""
    sentence, first = context.sentences[one.sentence], one.claimant.first
    return first > 0 and sentence.tokens[first - 1].low in OPENING_QUOTES


def _is_official(each: Attribution, at: int, context: Context) -> bool:
    return context.sentences[at].has("officials", each.first, each.last)


def _offices(one: Named, context: Context) -> set[str]:
    """Return the offices that words name, whichever of their names is used: "governor", «глава региона»."""
    sentence, (first, last) = context.sentences[one.sentence], (one.claimant.first, one.claimant.last)
    return {tag for tag in sentence.marks if tag.startswith("office/") and sentence.has(tag, first, last)}


def _has_word(one: Named, word: str, context: Context) -> bool:
    tokens = context.sentences[one.sentence].tokens[one.claimant.first : one.claimant.last + 1]
    return any(_is_same_word(word, token.low) for token in tokens)


def _is_same_word(one: str, other: str) -> bool:
    """Say whether two words are forms of one: of an ending, as far as it may differ."""
    if one.isascii():
        return one.removesuffix("s") == other.removesuffix("s")
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return alike >= max(STEM, min(len(one), len(other)) - ENDING) and abs(len(one) - len(other)) <= ENDING + 1


def _head(each: Attribution, sentence: Sentence, language: str) -> int:
    """Return the noun of a few words: the last in English, else the first that is no adjective."""
    within = range(each.first, each.last + 1)
    if language == "en":
        return each.last
    nouns = (
        at
        for at in within
        if sentence.tokens[at].low not in IN and not is_grammar(sentence.tokens[at].low, language, "ADJF")
    )
    return next(nouns, each.first)


def _named_before(each: Attribution, at: int, context: Context) -> Iterator[Named]:
    """List who was named before, the nearest first."""
    yield from (Named(one, at) for one in reversed(context.attributions[at]) if one.first < each.first)
    if (body := _mentioned(at, context)) is not None and body.claimant.last < each.first:
        yield body
    for step in range(at - 1, max(-1, at - 1 - FARTHEST), -1):
        yield from (Named(one, step) for one in reversed(context.attributions[step]))
        if (body := _mentioned(step, context)) is not None:
            yield body


def _mentioned(at: int, context: Context) -> Named | None:
    """Return the body that opens a sentence and does something else than speak: "The agency thanked …"."""
    sentence, end = context.sentences[at], 0
    while end + 1 < len(sentence.tokens) and not is_predicate(sentence, end, context.language):
        end += 1
    led = is_grammar(sentence.tokens[0].low, context.language, "PREP")
    spoke = any(one.first < end for one in context.attributions[at])
    word = sentence.tokens[0].low
    somebody = is_grammar(word, context.language, "NOUN", "anim", "sing", "nomn")
    somebody = somebody and not any(is_grammar(word, context.language, kind) for kind in ("Name", "Surn"))
    if led or spoke or not (SHORTEST_BODY - somebody) <= end <= LONGEST_BODY:
        return None
    if not (somebody or _has_body(sentence, end) or sentence.has("officials", 0, end - 1)):
        return None
    tokens = sentence.tokens[:end]
    return Named(Attribution(0, end - 1, end, context.text[tokens[0].start : tokens[-1].end]), at)


def _body_before(at: int, context: Context) -> Named | None:
    """Return the body that was last named by a name of its own, whatever it did."""
    for step in range(at - 1, max(-1, at - 1 - AHEAD), -1):
        sentence = context.sentences[step]
        for first, _ in reversed(sentence.spans("bodies_of")):
            end = name_behind(sentence, first) if sentence.tokens[first].is_capital else None
            if end is not None:
                name = context.text[sentence.tokens[first].start : sentence.tokens[end].end]
                return Named(Attribution(first, end, first, name), step)
    return None


def _has_body(sentence: Sentence, end: int) -> bool:
    return any(sentence.starts("bodies_of", at) is not None for at in range(end))


def _other_nouns(each: Attribution, head: int, sentence: Sentence, language: str) -> list[str]:
    """Return the nouns beside the head of a few words: whoever is meant has them too."""
    return [
        sentence.tokens[at].low
        for at in range(each.first, each.last + 1)
        if at != head
        and (
            (sentence.begins("locals", at) is not None and language != "en")
            or is_grammar(sentence.tokens[at].low, language, "NOUN")
            or sentence.starts("bodies_of", at) is not None
        )
    ]


def _named_after(each: Attribution, at: int, context: Context) -> Iterator[Named]:
    """List who is named by a name of its own further on, the nearest first."""
    for step in range(at, min(at + 1 + AHEAD, len(context.sentences))):
        for one in context.attributions[step]:
            if (step > at or one.first > each.first) and not points_back(one, step, context):
                yield Named(one, step)


def _is_bare(each: Attribution, sentence: Sentence) -> bool:
    """Say whether no word has a capital letter of its own or names a party or a place."""
    within = range(each.first, each.last + 1)
    if each.is_relay or len(within) > LONGEST_BARE or sentence.tokens[each.first].low in ("a", "an"):
        return False
    return not any(
        (sentence.tokens[at].is_capital and not (at == 0 and _is_common(sentence, at)))
        or any(sentence.begins(tag, at) is not None for tag in NAMED)
        for at in within
    )


def _is_common(sentence: Sentence, at: int) -> bool:
    """Say whether a word that opens a sentence would have a small letter within it."""
    if sentence.tokens[at].text.isupper():
        return False
    common = any(sentence.starts(tag, at) is not None for tag in ("titles", "pronouns"))
    return common or sentence.tokens[at].low in ARTICLES
