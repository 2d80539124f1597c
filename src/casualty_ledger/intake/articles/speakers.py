"""Who speaks, by a verb of speech: the subject behind it, before it, or at the opening of the sentence."""

from __future__ import annotations

from casualty_ledger.intake.articles.addressing import WHOSE, far_subject, is_nominative, skip_addressed
from casualty_ledger.intake.articles.forms import INFLECTED, is_grammar, may_be
from casualty_ledger.intake.articles.names import (
    AND,
    ARTICLES,
    IN,
    INSIDE,
    LONGEST_NAME,
    QUOTES,
    STOPS,
    has_own_verb,
    is_named,
    name_behind,
)
from casualty_ledger.intake.articles.parts import RELATIVE
from casualty_ledger.intake.articles.tokens import Sentence
from casualty_ledger.parsing.number_words import VALUES

LONGEST_ASIDE, ADDRESSING = 20, {"told", "tells"}
CLAUSES = {"that", "що", "что", "but", "while", "але", "но", "а"}
YEAR_WORDS = {"года", "году", "год", "року", "році", "рік"}
WHEN = {"by", "over", "during", "since", "after", "for", "before", "until"}
BEFORE_DAYS = IN | WHEN | {"on", "last", "early", "late", "конце", "начале", "кінці"}
THEN = {"then", "later", "also", "потом", "затем", "потім", "згодом", "також", "также"}
PLACED = ("place/", "country/", "day_words", "months")
TURN = {"part", "turn", "очередь", "чергою", "боку"}
LOSSES = ("measures/losses/verb", "measures/losses/noun")
INTRANSITIVE = ("повідом", "сообщ", "заяв", "інформу", "информир")
THIS, THESE = {"это", "це"}, {"эти", "эту", "этот", "ці", "цю", "цей", "такие", "такі"}
MEANS = {"email", "e-mail", "phone", "telephone", "text", "letter", "video"}
ISSUED = {"released", "published", "issued", "posted", "compiled", "conducted"}
PARTICIPLES = (("GRND",), ("PRTF", "nomn"))
PRONOUNS = frozenset(["він", "вона", "вони", "он", "она", "они"])


def subject_behind(sentence: Sentence, first: int, last: int, language: str) -> tuple[int, int] | None:
    """Find a subject that follows its verb: ", said the governor", «повідомив голова ОВА»."""
    at = last + 1
    while sentence.starts("between", at) is not None or (
        at < len(sentence.tokens)
        and sentence.tokens[at].low.isalpha()
        and is_grammar(sentence.tokens[at].low, language, "ADVB")
    ):
        at += 1
    if at >= len(sentence.tokens):
        return None
    if sentence.tokens[at].low in PRONOUNS:
        return at, at
    find = _begin_inverted if language == "en" else _begin_behind
    begin = find(sentence, first, at, language)
    if begin is None and language != "en":
        begin = far_subject(sentence, first, at, language)
    end = name_behind(sentence, begin) if begin is not None else None
    if begin is None or end is None or has_own_verb(sentence, end):
        return None
    return begin, end


def _begin_inverted(sentence: Sentence, first: int, at: int, language: str) -> int | None:
    """Return where an English subject behind its verb begins: only behind what was said, or "by"."""
    if sentence.tokens[first].low in ADDRESSING or sentence.tokens[at].low in MEANS:
        return None
    comma = first > 0 and sentence.tokens[first - 1].low == "," and _before_aside(sentence, first - 1) is None
    opened = first == 0 or comma or sentence.tokens[first - 1].low in QUOTES
    article = sentence.tokens[at].low in ARTICLES
    begun = opened or sentence.tokens[at - 1].low == "by"
    return at if begun and is_named(sentence, at + article) else None


def _begin_behind(sentence: Sentence, first: int, at: int, language: str) -> int | None:
    """Return where a Ukrainian or Russian subject behind its verb begins, past whom and where it was told."""
    at = skip_addressed(sentence, at, language)
    at += at < len(sentence.tokens) and sentence.tokens[at].low in WHOSE
    if (data := sentence.starts("tally", at)) is not None and is_named(sentence, data + 1):
        at = data + 1
    if at >= len(sentence.tokens):
        return None
    inside = sentence.tokens[at].low in IN
    at += inside
    if at >= len(sentence.tokens) or sentence.starts("posts", at) is not None:
        return None
    low = sentence.tokens[at].low
    leads = sentence.starts("titles", at) is not None or any(
        is_grammar(low, language, form) for form in ("ADJF", "PRTF")
    )
    begun = sentence.tokens[at].is_capital or (leads and is_named(sentence, at))
    if not (begun or sentence.tokens[at].low in QUOTES or (inside and is_named(sentence, at))):
        any_noun = sentence.tokens[first].low.startswith(INTRANSITIVE)
        return at if not inside and _is_subject(sentence, at, language, any_noun=any_noun) else None
    fits = inside or sentence.tokens[at].is_capital or _may_be_subject(sentence, at, language)
    return at if fits else None


def _is_subject(sentence: Sentence, at: int, language: str, *, any_noun: bool) -> bool:
    """Say whether a word may be a subject: a noun or its adjective in the nominative."""
    if at >= len(sentence.tokens) or sentence.tokens[at].kind != "word":
        return False
    word = sentence.tokens[at].low
    if any_noun and may_be(word, language, "NOUN", "nomn"):
        return True
    return is_grammar(word, language, "NOUN", "nomn", "anim") or is_grammar(word, language, "ADJF", "nomn")


def _may_be_subject(sentence: Sentence, at: int, language: str) -> bool:
    low = sentence.tokens[at].low
    return sentence.tokens[at].kind == "mark" or "." in low or may_be(low, language, "nomn")


def subject_before(sentence: Sentence, first: int, language: str) -> tuple[int, int] | None:
    """Find a subject before its verb, with what stands beside it between commas."""
    tokens, end = sentence.tokens, first - 1
    end = _before_day(sentence, _before_object(sentence, end))
    end -= end >= 0 and tokens[end].low in ISSUED and sentence.starts("say", first) is not None
    if end < 0:
        return None
    apposed = tokens[end].low == ","
    closing = _before_aside(sentence, end) if apposed else None
    if apposed and language == "en" and closing is None:
        closing = _before_participle(sentence, end)
    if closing is not None:
        end, apposed = closing, False
    begin, commas = (end - 1, 2) if apposed else (end, 0)
    while begin >= 0 and end - begin < LONGEST_NAME and not _opens_clause(sentence, begin, language):
        if tokens[begin].low == ",":
            beside = _is_title_then_name(sentence, begin, end) or _is_name_then_title(sentence, begin)
            if commas == 1 or (commas == 0 and not beside):
                break
            commas -= 1
        begin -= 1
    begin = _past_object(sentence, _past_place(sentence, begin + 1, end, language), end) - 1
    numbers = [at for at in range(begin + 1, end + 1) if sentence.tokens[at].kind == "number"]
    begin = numbers[-1] if numbers and language != "en" else begin
    if begin >= end or any(_is_told(sentence, at, language) for at in range(begin + 1, end)):
        return None
    return begin + 1, end - apposed


def _past_object(sentence: Sentence, begin: int, end: int) -> int:
    """Return where a subject begins behind what it speaks of: «потери армии историки оценивают»."""
    told = [last for _, last in sentence.spans(*LOSSES) if begin <= last < end]
    offices = (at for at in range(told[-1] + 1, end + 1) if _is_office(sentence, at)) if told else ()
    return next(iter(offices), begin)


def _is_office(sentence: Sentence, at: int) -> bool:
    """Say whether a word is of somebody who speaks, and not only of one of the sides."""
    titled = sentence.starts("titles", at) is not None
    return titled and not any(tag.startswith("both/") for tag in sentence.beginning.get(at, {}))


def _before_aside(sentence: Sentence, end: int) -> int | None:
    """Return where a subject ends before a relative clause or "for its part" between commas, or None."""
    commas = (at for at in range(end - 1, max(0, end - LONGEST_ASIDE), -1) if sentence.tokens[at].low == ",")
    for opened in commas:
        words = [token.low for token in sentence.tokens[opened + 1 : end]]
        does = any(is_grammar(words[0], one, *form) for one in INFLECTED for form in PARTICIPLES)
        if does or any(word in RELATIVE | {"which"} for word in words[:2]) or TURN & {*words}:
            return opened - 1
    return None


def _before_participle(sentence: Sentence, end: int) -> int | None:
    """Return where a subject ends before what it was doing: "Reporters, working with …, say", or None."""
    commas = (at for at in range(end - 1, max(0, end - LONGEST_ASIDE), -1) if sentence.tokens[at].low == ",")
    return next((at - 1 for at in commas if _is_participle(sentence, at + 1)), None)


def _is_participle(sentence: Sentence, at: int) -> bool:
    known = any(sentence.starts(tag, at) is not None for tag in ("part", "titles", "according"))
    return sentence.tokens[at].low.endswith("ing") and not known


def _past_place(sentence: Sentence, begin: int, end: int, language: str) -> int:
    """Return where a subject begins behind where or when it spoke: «после атаки власти говорили»."""
    while begin < end and is_grammar(sentence.tokens[begin].low, language, "ADVB"):
        begin += 1
    led = sentence.tokens[begin].low in BEFORE_DAYS if language == "en" else False
    if not led and not is_grammar(sentence.tokens[begin].low, language, "PREP"):
        return begin
    offices = (
        at
        for at in range(begin + 2, end + 1)
        if sentence.starts("relays", at) is not None
        or (sentence.starts("titles", at) is not None and (led or is_nominative(sentence, at, language)))
    )
    return next(offices, begin)


def opening_subject(sentence: Sentence, first: int, language: str) -> tuple[int, int] | None:
    """Find who opens a sentence and does several things: "The brigade denied it and said …"."""
    begin = first - (first > 1 and sentence.tokens[first - 1].low in THEN)
    begin = _before_day(sentence, begin - 1) + 1
    joined = {token.low for token in sentence.tokens[max(0, begin - 1) : begin]} & (AND | {"а"})
    end = 0
    while end < first and not is_predicate(sentence, end, language):
        end += 1
    described = sentence.tokens[end].low == "," and sentence.tokens[end + 1].low in RELATIVE
    led = is_grammar(sentence.tokens[0].low, language, "PREP")
    return (0, end - 1) if (joined or described) and not led and 0 < end < first else None


def is_predicate(sentence: Sentence, at: int, language: str) -> bool:
    """Say whether a token is no part of a name that opens a sentence: a verb, a mark, in English any word."""
    token = sentence.tokens[at]
    if token.low in QUOTES or token.low in ARTICLES | {"of", "for", "and", "'s"}:
        return False
    if language != "en":
        return token.kind != "word" or token.low in VALUES or is_grammar(token.low, language, "VERB")
    named = token.is_capital or sentence.starts("titles", at) is not None or token.low[0].isdigit()
    return token.kind == "mark" or not named


def _before_object(sentence: Sentence, end: int) -> int:
    """Return where a subject ends before what it speaks of: «представитель штаба эти данные назвал»."""
    if end > 1 and sentence.tokens[end - 1].low in THESE:
        return end - 2
    return end - (end > 0 and sentence.tokens[end].low in THIS)


def _before_day(sentence: Sentence, end: int) -> int:
    """Return where a subject ends before adverbs and days: «Президент у травні 2023 року визнав»."""
    at, dated = end, False
    while at >= 0:
        token = sentence.tokens[at]
        is_day = sentence.starts("months", at) is not None or sentence.closes("day_words", at) is not None
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


def _is_told(sentence: Sentence, at: int, language: str) -> bool:
    """Say whether a token makes a sentence of what should be a name."""
    token = sentence.tokens[at]
    return language != "en" and (token.kind == "number" or is_grammar(token.low, language, "VERB"))


def _opens_clause(sentence: Sentence, at: int, language: str) -> bool:
    low = sentence.tokens[at].low
    if low in CLAUSES or (low in STOPS - INSIDE and not (low == "." and language == "en")):
        return True
    if language != "en":
        return False
    return (low == "and" and not _joins_names(sentence, at)) or sentence.closes("measures/", at) is not None


def _joins_names(sentence: Sentence, at: int) -> bool:
    article = at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].low in ARTICLES
    named = is_named(sentence, at + 1 + article)
    return named and at > 0 and sentence.tokens[at - 1].low != ","


def _is_title_then_name(sentence: Sentence, comma: int, end: int) -> bool:
    """Say whether "the governor, Oleksandr Prokudin," is one: a title before the comma, a name behind it."""
    named = all(token.is_capital for token in sentence.tokens[comma + 1 : end + 1] if token.kind == "word")
    return named and any(sentence.ends("titles", at) is not None for at in range(max(0, comma - 4), comma))


def _is_name_then_title(sentence: Sentence, comma: int) -> bool:
    """Say whether a name of two words stands before a comma, its office behind: "Jane Doe, the governor"."""
    before, at = sentence.tokens[max(0, comma - 2) : comma], comma + 1
    named = len(before) == 2 and all(token.kind == "word" and token.is_capital for token in before)
    placed = any(sentence.begins(tag, step) is not None for step in (comma - 2, comma - 1) for tag in PLACED)
    at += sentence.tokens[at].low in ARTICLES
    return named and not placed and any(sentence.starts("titles", step) is not None for step in (at, at + 1))
