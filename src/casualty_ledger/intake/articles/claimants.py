"""Who says so: the claimants that a sentence names, and who passes their word on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from casualty_ledger.intake.articles.forms import INFLECTED, is_grammar, may_be
from casualty_ledger.intake.articles.names import (
    STOPS,
    YEAR_WORDS,
    name_behind,
    subject_before,
    subject_behind,
)
from casualty_ledger.intake.articles.standing_names import (
    bracketed_source,
    dashed_source,
    label_of,
    named_office,
    signature_of,
)
from casualty_ledger.intake.articles.tokens import Sentence

SPOKEN_OF = {"йдеться", "ідеться", "говорится", "сказано"}
VERB_FORMS, REFLEXIVE = ("VERB", "GRND", "INFN"), ("ся", "сь")
# Behind these an English verb of speech is a noun, or nobody's: "the reports", "was reported".
NOT_SPEECH = frozenset(
    ["was", "were", "been", "be", "being", "is", "are", "to", "the", "a", "of", "its", "their", "no"]
)
CLOSING, MOST_LEFT = {"on", "in", "at", ",", "."}, 6
LONGEST_PHRASE, LONGEST_TOPIC = 5, 4
PUT, AWAY = {"put", "puts"}, {"out", "on", "up", "into", "forward", "down", "off"}
# "Passes on" is speech behind a comma only; elsewhere people are handed over.
PASSING = ("перед",)
# "Rate as grave" is a judgement of somebody's state, not of a number.
JUDGING, AS = ("оцін", "оцен", "назв", "назыв", "назив", "вважа", "счита"), ("as", "як", "как")
WHEN = {"перед", "після", "после", "под", "під", "за", "before", "after", "last", "this", "during"}
CLOSING_QUOTES, DASHES = {"»", '"', "”"}, {"–", "—", "-"}
REPORTING = ("отчит", "звіт", "зізна", "призна", "похвал", "хвал", "поскарж")
NAMES = ("Surn", "Name", "Geox", "Orgn", "LATN", "UNKN")
FIRST_PERSON = frozenset(["i", "we", "я", "ми", "мы"])
NOBODY = frozenset(["no", "neither", "nobody", "none", "жоден", "жодна", "никто", "ніхто"])
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


def find_attributions(sentence: Sentence, text: str, language: str) -> list[Attribution]:
    """List the claimants of a sentence, from left to right, each by the words that name it."""
    found = [*_by_verbs(sentence, language), *_by_phrases(sentence)]
    if label := label_of(sentence, language):
        found.append(Attribution(*label, cue=label[1]))
    if bracketed := bracketed_source(sentence):
        found.append(Attribution(*bracketed, cue=bracketed[0] - 1, is_before=False))
    if dashed := dashed_source(sentence):
        found.append(Attribution(*dashed, cue=dashed[0] - 1, is_before=False))
    if opening := named_office(sentence, language):
        found.append(Attribution(*opening, cue=opening[1]))
    if signed := signature_of(sentence, language):
        found.append(Attribution(*signed, cue=signed[1], is_before=False, covers_previous=True))
    named = [each for one in found if (each := _named(one, sentence, text, language))]
    named = [*{each.cue: each for each in reversed(named)}.values()]
    unique = {(each.first, each.last): each for each in reversed(named)}
    return sorted(unique.values(), key=lambda each: each.first)


def _by_phrases(sentence: Sentence) -> Iterator[Attribution]:
    """Find who stands behind "according to" and "citing"."""
    for tag in ("according", "cite"):
        for cue, last in sentence.marks.get(tag, ()):
            end = name_behind(sentence, last + 1)
            if end is not None:
                leads = cue < len(sentence.tokens) / 2
                yield Attribution(last + 1, end, cue, is_source=tag == "cite", is_before=leads)


def _by_verbs(sentence: Sentence, language: str) -> Iterator[Attribution]:
    covers = bool(sentence.marks.get("about_before")) or _is_about(sentence)
    for cue, last in [*sentence.marks.get("say", ()), *_behind_quotes(sentence, language)]:
        if not _is_speech(sentence, cue, last, language):
            continue
        behind = subject_behind(sentence, cue, last, language)
        if behind:
            yield Attribution(*behind, cue, is_before=cue <= 2 and not covers, covers_previous=covers)
        if before := subject_before(sentence, cue, language):
            leads = not _closes(sentence, last)
            yield Attribution(*before, cue, is_before=leads, covers_previous=covers)


def _is_about(sentence: Sentence) -> bool:
    """Say whether a sentence tells only who spoke of what was told before: «Про трагедію розповів …»."""
    opening = [token.low for token in sentence.tokens[:1]]
    said = any(cue <= LONGEST_TOPIC for cue, _ in sentence.marks.get("say", ()))
    return opening[:1] in (["про"], ["о"], ["об"]) and said


def _closes(sentence: Sentence, last: int) -> bool:
    """Say whether the verb closes what was said: "…, the governor said on Monday."."""
    rest = range(last + 1, len(sentence.tokens))
    if any(sentence.begins("measures/", at) is not None for at in rest):
        return False
    left = sum(sentence.tokens[at].kind != "mark" for at in rest)
    after = sentence.tokens[last + 1].low if last + 1 < len(sentence.tokens) else "."
    return left <= MOST_LEFT - 2 or (after in CLOSING and left <= MOST_LEFT)


def _is_speech(sentence: Sentence, cue: int, last: int, language: str) -> bool:
    """Say whether a word of speech is a verb with somebody who speaks."""
    for tag, spans in sentence.marks.items():
        if (
            last == cue
            and tag.startswith(("measures/", "according", "cite"))
            and any(a <= cue <= b for a, b in spans)
        ):
            return False
    word = sentence.tokens[cue].low
    if word.startswith(PASSING) and not _passes_word_on(sentence, cue):
        return False
    if word.startswith(JUDGING) and any(token.low in AS for token in sentence.tokens[last + 1 : last + 4]):
        return False
    if language != "en":
        return (not word.endswith(REFLEXIVE) or word in SPOKEN_OF or word.startswith(REPORTING)) and any(
            may_be(word, language, form) for form in VERB_FORMS
        )
    if word in PUT and last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].low in AWAY:
        return False
    before = sentence.tokens[cue - 1].low if cue else ""
    after = sentence.tokens[last + 1].low if last + 1 < len(sentence.tokens) else ""
    return before not in NOT_SPEECH or after == "by"


def _passes_word_on(sentence: Sentence, cue: int) -> bool:
    """Say whether "passes on" is speech: behind a comma, or with an outlet as its subject."""
    return bool(cue) and (
        sentence.tokens[cue - 1].low == "," or sentence.closes("relays", cue - 1) is not None
    )


def _behind_quotes(sentence: Sentence, language: str) -> Iterator[tuple[int, int]]:
    """List verbs by which a quotation ends, whatever they say: «…», – жартує боєць."""
    for at in range(3, len(sentence.tokens) if language != "en" else 0):
        closed = [token.low for token in sentence.tokens[at - 3 : at]]
        ends = closed[0] in CLOSING_QUOTES and closed[1] == "," and closed[2] in DASHES
        is_verb = ends and is_grammar(sentence.tokens[at].low, language, "VERB")
        if is_verb and sentence.starts("say", at) is None:
            yield at, at


def _named(found: Attribution, sentence: Sentence, text: str, language: str) -> Attribution | None:
    """Leave out what is no part of a name, tell pronouns and outlets apart; None where nobody is named."""
    first, last = _trimmed(found, sentence)
    if first > last:
        return None
    if first < last and sentence.tokens[last].low in ENDING_PRONOUNS:
        first = last
    tokens = sentence.tokens[first : last + 1]
    named = replace(found, first=first, last=last, name=text[tokens[0].start : tokens[-1].end])
    if tokens[0].low in NOBODY or tokens[-1].low in FIRST_PERSON or tokens[-1].low.endswith("'s"):
        return None
    pronoun = sentence.starts("pronouns", first)
    if pronoun == last or (pronoun is None and sentence.closes("pronouns", last) == first - 1):
        return replace(named, is_pronoun=True)
    within = range(first, last + 1)
    has_office = sentence.has("offices", first, last)
    is_relay = not has_office and any(sentence.starts("relays", at) is not None for at in within)
    titled = any(sentence.starts("titles", at) is not None for at in within)
    if is_relay or titled or _is_proper(named, sentence, language):
        return replace(named, is_relay=is_relay)
    return None


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
    is_short = len(tokens) <= LONGEST_PHRASE
    if is_short and any(cue == named.cue for cue, _ in sentence.marks.get("according", ())):
        return True
    noun = tokens[len(tokens) > 1 and is_grammar(tokens[0].low, language, "ADJF", "nomn")]
    if language != "en" and is_grammar(noun.low, language, "NOUN", "anim", "nomn"):
        return True
    if language != "en" and tokens[0].is_capital and len(tokens) <= 2:
        return any(may_be(tokens[0].low, language, kind) for kind in NAMES)
    opens = (
        tokens[0].is_capital and tokens[0].low != "the" and not is_grammar(tokens[0].low, language, "VERB")
    )
    return language == "en" and opens and len(tokens) <= 3


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
        if plain and token.low in WHEN and sentence.tokens[at - 1].is_capital:
            return at - 1
    return last


def _is_adverb(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.low.isascii() or (token.is_capital and at > 0):
        return False
    return any(is_grammar(token.low, language, "ADVB") for language in INFLECTED)


def _is_half_quoted(sentence: Sentence, first: int, last: int) -> bool:
    opened = any(token.low == "«" for token in sentence.tokens[first:last])
    return sentence.tokens[last].low == "»" and not opened


def _leads(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    dated = sentence.starts("months", at) == at or token.low in YEAR_WORDS
    return dated or sentence.starts("drop", at) is not None or token.low in STOPS or token.kind == "number"


def _follows(sentence: Sentence, at: int) -> bool:
    behind = any(sentence.starts(tag, at) == at for tag in ("trailing", "day_words"))
    return behind or sentence.tokens[at].low in STOPS - {"»", '"', ")"}
