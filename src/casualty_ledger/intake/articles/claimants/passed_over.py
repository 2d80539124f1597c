"""What stands between a subject and its verb of speech and is passed over: asides, days, documents."""

from __future__ import annotations

from casualty_ledger.intake.articles.claimants.addressing import WRITTEN
from casualty_ledger.intake.articles.claimants.names import ARTICLES, IN, LONGEST_NAME
from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.parts import RELATIVE

LONGEST_ASIDE, LONGEST_PLACE = 20, 4
WHOM = (
    "котор",
    "яким",
    "якої",
    "якого",
    "яких",
    "чей",
    "чья",
    "чьи",
    "чье",
    "чий",
    "чия",
    "чиє",
    "чиї",
    "whose",
)
YEAR_WORDS = {"года", "году", "год", "року", "році", "рік"}
WHEN = {"by", "over", "during", "since", "after", "for", "before", "until"}
BEFORE_DAYS = IN | WHEN | {"on", "last", "early", "late", "конце", "начале", "кінці"}
TURN = {"part", "turn", "очередь", "чергою", "боку"}
HOWEVER = (
    ["however"],
    ["meanwhile"],
    ["too"],
    ["однак"],
    ["однако"],
    ["втім"],
    ["впрочем"],
    ["наприклад"],
    ["например"],
)
THIS, THESE = {"это", "це"}, {"эти", "эту", "этот", "ці", "цю", "цей", "такие", "такі"}
PARTICIPLES = (("GRND",), ("PRTF", "nomn"))


def before_document(sentence: Sentence, begin: int, end: int) -> int:
    """Return where a subject ends before where it told it: «управління у звіті від 12 серпня зазначає»."""
    for at in range(begin + 1, end):
        named = sentence.tokens[at + 1 : min(at + 3, end + 1)]
        if sentence.tokens[at].low in IN and any(token.low.startswith(WRITTEN) for token in named):
            return at - 1
    return end


def before_aside(sentence: Sentence, end: int, language: str) -> int | None:
    """Return where a subject ends before an aside between commas, or None.

    So "for its part", a relative clause, what it was doing, who else says so, "a think tank in Washington".
    """
    commas = (at for at in range(end - 1, max(0, end - LONGEST_ASIDE), -1) if sentence.tokens[at].low == ",")
    for opened in commas:
        words = [token.low for token in sentence.tokens[opened + 1 : end]]
        does = any(is_grammar(words[0], one, *form) for one in INFLECTED for form in PARTICIPLES)
        relative = any(word in RELATIVE | {"which"} or word.startswith(WHOM) for word in words[:2])
        does = (
            does
            or words[-1].endswith("ly")
            or any(all(is_grammar(word, one, "ADVB") for word in words) for one in INFLECTED)
        )
        does = does or relative or bool(TURN & {*words}) or words[0].isdigit() or words in HOWEVER
        told = sentence.starts("according", opened + 1) is not None or words[0] in ("as", "як", "как")
        relayed = sentence.closes("say", end - 1) is not None and _has_relay(sentence, opened + 1, end)
        apposed = words[0] in ("a", "an") or (words[0] == "the" and bool({"that", "who"} & {*words}))
        apposed = language == "en" and (apposed or is_participle(sentence, opened + 1))
        # Whom an attack was "killing" is no aside about who tells of it.
        apposed = apposed and sentence.begins("measures/", opened + 1) is None
        if does or told or relayed or apposed:
            return opened - 1
    return None


def is_aside(sentence: Sentence, end: int, language: str) -> bool:
    """Say whether a comma closes an aside."""
    return before_aside(sentence, end, language) is not None


def _has_relay(sentence: Sentence, begin: int, end: int) -> bool:
    return any(sentence.starts("relays", at) is not None for at in range(begin, end))


def before_phrase(sentence: Sentence, end: int) -> int:
    """Return where a subject ends before where it said so behind an aside: "the court, …, in its ruling"."""
    for at in range(end, max(1, end - LONGEST_PLACE), -1):
        if sentence.tokens[at].is_capital:
            return end
        if sentence.tokens[at].low in IN and sentence.tokens[at - 1].low == ",":
            speaks = sentence.starts("pronouns", at) is not None
            speaks = speaks or any(sentence.starts("titles", step) is not None for step in range(at, end + 1))
            return end if speaks else at - 1
    return end


def before_relative(sentence: Sentence, end: int) -> int:
    """Return where a subject ends before "who" or "which", and before who asked: "officials cited by X"."""
    if end > 1 and sentence.tokens[end].low in ("who", "which"):
        return end - 1 - (sentence.tokens[end - 1].low == ",")
    near = range(end - 1, max(1, end - LONGEST_NAME), -1)
    asked = (
        at for at in near if sentence.tokens[at].low == "by" and sentence.tokens[at - 1].low.endswith("ed")
    )
    by = next(asked, None)
    if by is None:
        return end
    asker = by + 1 + (sentence.tokens[by + 1].low in ARTICLES)
    return by - 2 if sentence.starts("relays", asker) is not None else end


def is_participle(sentence: Sentence, at: int) -> bool:
    """Say whether an English word tells what somebody was doing: "speaking", "working"."""
    known = any(sentence.starts(tag, at) is not None for tag in ("part", "titles", "according"))
    return sentence.tokens[at].low.endswith("ing") and not known


def before_object(sentence: Sentence, end: int) -> int:
    """Return where a subject ends before what it speaks of: «представитель штаба эти данные назвал»."""
    if end > 1 and sentence.tokens[end - 1].low in THESE:
        return end - 2
    return end - (end > 0 and sentence.tokens[end].low in THIS)


def before_day(sentence: Sentence, end: int) -> int:
    """Return where a subject ends before adverbs and days: «Президент у травні 2023 року визнав»."""
    at, dated = end, False
    while at >= 0:
        token = sentence.tokens[at]
        is_day = sentence.starts("months", at) is not None or sentence.closes("day_words", at) is not None
        is_day = is_day or token.low in YEAR_WORDS
        if is_day or (dated and token.low in BEFORE_DAYS):
            dated = True
        elif not (_stands_between(sentence, at) or token.kind == "number"):
            break
        at -= 1
    if not dated and any(token.kind == "number" for token in sentence.tokens[at + 1 : end + 1]):
        return end
    return at


def _stands_between(sentence: Sentence, at: int) -> bool:
    """Say whether a word may stand between a subject and its verb: an adverb, "had", «года»."""
    low = sentence.tokens[at].low
    adverb = low.isascii() and low.endswith("ly") and not sentence.tokens[at].is_capital
    return adverb or low in YEAR_WORDS or sentence.starts("between", at) is not None
