"""A claimant by the words that name it, without what only leads to them or follows them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from casualty_ledger.intake.articles.claimants.addressing import WHOSE
from casualty_ledger.intake.articles.claimants.names import ARTICLES, IN, OWN, STOPS
from casualty_ledger.intake.articles.claimants.passed_over import YEAR_WORDS
from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar, is_known, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence, Token
from casualty_ledger.parsing.number_words import VALUES

LONGEST_PHRASE, POSSESSIVE = 5, "'s"
WHEN = {"перед", "після", "после", "под", "під", "за", "before", "after", "last", "this", "during"}
DOCUMENTS = (
    "документ",
    "реєстр",
    "реестр",
    "таблиц",
    "спис",
    "баз",
    "звіт",
    "отчет",
    "доклад",
    "допов",
    "сводк",
    "зведен",
)
# The words for a text, and those by which it is the one that is read, or was before.
TEXTS = (
    "version", "edition", "article", "story", "headline", "report", "верси", "версі", "новин", "новост",
    "статт", "стать", "текст", "заметк", "замітк", "публикац", "публікац", "материал", "матеріал", "заголов",
)  # fmt: skip
OUR = (
    "our",
    "this",
    "earlier",
    "previous",
    "попередн",
    "предыдущ",
    "прежн",
    "наш",
    "цьо",
    "цієї",
    "этой",
    "этого",
)
NAMES = ("Surn", "Name", "Geox", "Orgn", "LATN", "UNKN")
OFFICES = ("titles", "bodies_of")
FIRST_PERSON = frozenset(["i", "we", "я", "ми", "мы"])
NOBODY = frozenset(["no", "neither", "nobody", "none", "all", "жоден", "жодна", "никто", "ніхто"])
THIS = frozenset(["этому", "этой", "этого", "цьому", "цієї", "цього"])
THAT = frozenset(["that", "що", "что"])
SAME = frozenset(["same", "самі", "сама", "той", "ті", "те", "тот", "тех"])
# A relative clause ends so: "two soldiers they claimed to have captured".
ENDING_PRONOUNS = frozenset(["he", "she", "they", "it", "він", "вона", "вони", "он", "она", "они"])


@dataclass(frozen=True)
class Attribution:
    """A claimant by the tokens of its name; `cue` is the first token of the word that says so."""

    first: int
    last: int
    cue: int
    name: str = ""
    is_pronoun: bool = False
    is_relay: bool = False
    is_source: bool = False
    is_before: bool = True
    covers_previous: bool = False
    # Named right behind the number that is its own: "the 415,000 given by the ministry".
    is_given: bool = False
    # Named by a possessive before what is its own: "the ministry's count".
    is_owner: bool = False
    # Who only has to do with people counted; speaks for its own sentence.
    is_actor: bool = False
    # The first line of a text, which is all its author's.
    is_heading: bool = False
    # Named by the build of its sentence, whatever its words.
    is_plain: bool = False
    # The text itself, or an earlier version of it.
    is_own_text: bool = False


def named_by(found: Attribution, sentence: Sentence, text: str, language: str) -> Attribution | None:
    """Leave out what is no part of a name, tell pronouns and outlets apart; None where nobody is named."""
    if found.is_pronoun:
        return replace(found, name=sentence.tokens[found.first].low)
    first, last = _trimmed(found, sentence)
    if first > last:
        return None
    if first < last and sentence.tokens[last].low in ENDING_PRONOUNS:
        first = last
    tokens = sentence.tokens[first : last + 1]
    ending = len(POSSESSIVE) if found.is_owner else 0
    named = replace(found, first=first, last=last, name=text[tokens[0].start : tokens[-1].end - ending])
    within = range(first, last + 1)
    if _is_own_text(sentence, within):
        return replace(named, is_own_text=True)
    if (_is_nobody(sentence, within) and not found.is_owner) or _is_where(sentence, within):
        return None
    if _refers_back(sentence, found.first, within):
        return replace(named, is_pronoun=True)
    has_office = sentence.has("offices", first, last) or _is_of_body(sentence, within)
    is_relay = found.is_relay or (
        not has_office and any(sentence.starts("relays", at) is not None for at in within)
    )
    titled = any(sentence.starts(tag, at) is not None for tag in OFFICES for at in within)
    if is_relay or titled or found.is_plain or _is_proper(named, sentence, language):
        return replace(named, is_relay=is_relay)
    return None


def _is_own_text(sentence: Sentence, within: range) -> bool:
    """Say whether words mean the text itself: "an earlier version of this article", «попередня версія»."""
    words = [sentence.tokens[at].low for at in within]
    text = any(word.startswith(TEXTS) for word in words)
    return text and any(word.startswith(OUR) for word in words)


def _is_of_body(sentence: Sentence, within: range) -> bool:
    """Say whether a word beside one for an outlet tells that it is none: "the spy agency"."""
    outlets = [(first, sentence.starts("relays", first)) for first in within]
    of_outlet = {at for first, last in outlets if last is not None for at in range(first, last + 1)}
    return any(sentence.starts("titles", at) is not None for at in within if at not in of_outlet)


def _is_nobody(sentence: Sentence, within: range) -> bool:
    """Say whether words name nobody who could speak: "no one", "I", a participle, a possessive."""
    opening, closing = sentence.tokens[within[0]].low, sentence.tokens[within[-1]].low
    participle = opening.endswith("ing") and sentence.starts("titles", within[0]) is None
    first_person = bool(FIRST_PERSON & {opening, closing})
    bare = len(within) == 1 and opening in ARTICLES
    return bare or participle or first_person or opening in NOBODY or closing.endswith(POSSESSIVE)


def _is_where(sentence: Sentence, within: range) -> bool:
    """Say whether words only tell where something was: «у Тернополі встановлено»; a capital may speak."""
    first = within[0]
    led = first > 0 and sentence.tokens[first - 1].low in IN
    is_place = sentence.begins("place/", first) is not None and sentence.begins("speaker/", first) is None
    return led and is_place and all(sentence.begins("titles", at) is None for at in within)


def _refers_back(sentence: Sentence, opening: int, within: range) -> bool:
    """Say whether words only point at somebody named before: "the ministry", "its monitors"."""
    tokens = [sentence.tokens[at] for at in within]
    owners = (at for at in {opening, max(0, within[0] - 1)} if sentence.tokens[at].low in WHOSE | OWN)
    owner = next(owners, None)
    led = owner is not None and any(token.low in THAT for token in sentence.tokens[:owner])
    owned = owner == 0 or led
    named = any(sentence.tokens[at].is_capital for at in within if at != owner)
    if (owned and not named) or SAME & {token.low for token in tokens}:
        return True
    pronoun = sentence.starts("pronouns", within[0])
    return pronoun == within[-1] or (
        pronoun is None and sentence.closes("pronouns", within[-1]) == within[0] - 1
    )


def _is_proper(named: Attribution, sentence: Sentence, language: str) -> bool:
    """Say whether words without an office name somebody: by a capital letter, or behind "according to"."""
    tokens = sentence.tokens[named.first : named.last + 1]
    marks = ("speaker/", "party/", "place/", "country/")
    if any(
        sentence.begins(tag, at) is not None for tag in marks for at in range(named.first, named.last + 1)
    ):
        return tokens[0].is_capital or len(tokens) > 1
    if any(token.is_capital and token.kind == "word" and token.start != sentence.start for token in tokens):
        return True
    is_short = len(tokens) <= LONGEST_PHRASE and not _is_thing(tokens, language)
    if is_short and any(cue == named.cue for cue, _ in sentence.marks.get("according", ())):
        return True
    noun = tokens[len(tokens) > 1 and is_grammar(tokens[0].low, language, "ADJF", "nomn")]
    described = len(tokens) > 1 and noun is tokens[1]
    is_noun = may_be if described else is_grammar
    if language != "en" and is_noun(noun.low, language, "NOUN", "anim", "nomn"):
        return True
    if language != "en" and tokens[0].is_capital and len(tokens) <= 2:
        is_name = any(may_be(tokens[0].low, language, kind) for kind in NAMES)
        return is_name or not is_known(tokens[0].low, language)
    opens = (
        tokens[0].is_capital and tokens[0].low != "the" and not is_grammar(tokens[0].low, language, "VERB")
    )
    return language == "en" and opens and len(tokens) <= 3


def _is_thing(tokens: list[Token], language: str) -> bool:
    """Say whether the noun of a few words is no one who could speak: «заявлений», «спостережень»."""
    nouns = (token.low for token in tokens if is_grammar(token.low, language, "NOUN"))
    noun = next(nouns, "")
    many = bool(noun) and is_grammar(noun, language, "plur")
    return many and not may_be(noun, language, "anim") and not noun.startswith(DOCUMENTS)


def _trimmed(found: Attribution, sentence: Sentence) -> tuple[int, int]:
    """Return the first and last token of a name without what only leads to it or follows it."""
    first, last = found.first, found.last
    while first <= last and (_leads(sentence, first) or _is_adverb(sentence, first)):
        first += 1
    while last >= first and (
        _follows(sentence, last) or _is_half_quoted(sentence, first, last) or _is_adverb(sentence, last)
    ):
        last -= 1
    last = _before_phrase(sentence, first, last)
    if first > last:
        pronoun = [
            at for at in range(found.first, found.last + 1) if sentence.starts("pronouns", at) is not None
        ]
        return (pronoun[-1], pronoun[-1]) if pronoun else (first, last)
    return first, last


def _before_phrase(sentence: Sentence, first: int, last: int) -> int:
    """Return where a name ends before a phrase that tells when or how: «Пригожин перед смертью»."""
    for at in range(first + 1, last):
        token, behind = sentence.tokens[at], sentence.tokens[at + 1]
        plain = not behind.is_capital and behind.kind == "word" and sentence.starts("titles", at + 1) is None
        led = any(token.is_capital for token in sentence.tokens[at + 2 : last + 1])
        if plain and token.low in WHEN and sentence.tokens[at - 1].is_capital and not led:
            return at - 1
    return last


def _is_adverb(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.low.isascii() or (token.is_capital and at > 0):
        return False
    return any(is_grammar(token.low, one, "ADVB") and is_known(token.low, one) for one in INFLECTED)


def _is_half_quoted(sentence: Sentence, first: int, last: int) -> bool:
    opened = any(token.low == "«" for token in sentence.tokens[first:last])
    return sentence.tokens[last].low == "»" and not opened


def _leads(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    dated = sentence.starts("months", at) == at or token.low in YEAR_WORDS
    return (
        dated
        or token.low in THIS
        or sentence.starts("drop", at) is not None
        or token.low in STOPS
        or _counts(sentence, at)
    )


def _counts(sentence: Sentence, at: int) -> bool:
    """Say whether a token only counts who speaks: "two outlets", «двух изданий»."""
    token = sentence.tokens[at]
    return token.kind == "number" or (VALUES.get(token.low, 0) > 1 and not token.is_capital)


def _follows(sentence: Sentence, at: int) -> bool:
    behind = any(sentence.starts(tag, at) == at for tag in ("trailing", "day_words"))
    return behind or sentence.tokens[at].low in STOPS - {"»", '"', ")"}
