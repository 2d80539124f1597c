"""Who speaks, by a verb of speech: the subject behind it, before it, or at the opening of the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.intake.articles.claimants.addressing import (
    WHOSE,
    far_subject,
    skip_addressed,
)
from casualty_ledger.intake.articles.claimants.names import (
    ARTICLES,
    IN,
    INSIDE,
    LONGEST_NAME,
    OWN,
    QUOTES,
    STOPS,
    has_own_verb,
    is_named,
    name_behind,
)
from casualty_ledger.intake.articles.claimants.passed_over import (
    before_aside,
    before_day,
    before_document,
    before_object,
    before_phrase,
    before_relative,
    is_participle,
)
from casualty_ledger.intake.articles.claimants.subject_begins import (
    past_clause,
    past_object,
    past_oblique,
    past_place,
)
from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence

LONGEST_MEANS, ADDRESSING = 4, {"told", "tells"}
CLAUSES = {"that", "що", "что", "but", "while", "але", "но", "а"}
PLACED = ("place/", "country/", "day_words", "months")
INTRANSITIVE = ("повідом", "сообщ", "заяв", "інформу", "информир")
MEANS = {"email", "e-mail", "phone", "telephone", "text", "letter", "video", "name"}
NEVER_INVERTED = {"put", "puts", "gave", "gives", "counted", "listed", "found"}
OPENING = {"«": 1, "“": 1, "»": -1, "”": -1}
POSTED = {"on", "in", "to"}
ISSUED = {"released", "published", "issued", "posted", "compiled", "conducted"}
WHO, SAME = {"who", "which", "whom"}, {"же", "ж", "сам", "сама", "самі", "сами"}
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
    at = behind_post(sentence, at) if language == "en" else at
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


def subject_far_behind(sentence: Sentence, first: int, last: int, language: str) -> tuple[int, int] | None:
    """Find a subject behind when and how it spoke: «8 атак зафиксировало за сутки управление»."""
    if language == "en":
        return None
    begin = far_subject(sentence, first, last + 1, language, alone=True)
    end = name_behind(sentence, begin) if begin is not None else None
    return (begin, end) if begin is not None and end is not None else None


def behind_post(sentence: Sentence, at: int) -> int:
    """Return what stands behind "on Telegram by"; the same token where nothing does."""
    near = range(at + 1, min(at + LONGEST_MEANS, len(sentence.tokens) - 1))
    posted = any(sentence.starts("posts", step) is not None for step in near)
    by = next((step for step in near if sentence.tokens[step].low == "by"), None)
    return by + 1 if posted and by is not None and sentence.tokens[at].low in POSTED else at


def _begin_inverted(sentence: Sentence, first: int, at: int, language: str) -> int | None:
    """Return where an English subject behind its verb begins: only behind what was said, or "by"."""
    posted = sentence.tokens[at].low in POSTED
    if posted or sentence.tokens[first].low in ADDRESSING or sentence.tokens[at].low in MEANS:
        return None
    comma = first > 0 and sentence.tokens[first - 1].low == ","
    comma = comma and before_aside(sentence, first - 1, "") is None
    comma = comma and sentence.tokens[first].low not in NEVER_INVERTED
    opened = first == 0 or comma or sentence.tokens[first - 1].low in QUOTES
    own = sentence.tokens[at].low in OWN and sentence.starts("titles", at + 1) is not None
    article = sentence.tokens[at].low in ARTICLES or own
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
    if is_grammar(word, language, "NOUN", "nomn", "anim"):
        return True
    return any(is_grammar(word, language, form, "nomn") for form in ("ADJF", "PRTF"))


def _may_be_subject(sentence: Sentence, at: int, language: str) -> bool:
    low = sentence.tokens[at].low
    return sentence.tokens[at].kind == "mark" or "." in low or may_be(low, language, "nomn")


def subject_before(sentence: Sentence, first: int, language: str) -> tuple[int, int] | None:
    """Find a subject before its verb, with what stands beside it between commas."""
    if language == "en" and (cleft := _cleft(sentence, first)):
        return cleft
    end = _end_of_subject(sentence, first, language)
    if end < 0:
        return None
    apposed = sentence.tokens[end].low == ","
    closing = before_aside(sentence, end, language) if apposed else None
    if closing is not None:
        end, apposed = closing, False
    begin, end = _narrowed(
        sentence, _begin_of_subject(sentence, end, language, apposed=apposed), end, language
    )
    if begin <= end and (same := _pronoun_before(sentence, begin, end - apposed)) is not None:
        return same, same
    if begin <= end and _tells(sentence, begin, end, language) and not apposed:
        commas = (at + 1 for at in range(end, begin, -1) if sentence.tokens[at].low == ",")
        begin = next(commas, begin)  # What opens the sentence was told by somebody else.
    if begin > end or _tells(sentence, begin, end, language):
        return None
    return begin, end - apposed


def _tells(sentence: Sentence, begin: int, end: int, language: str) -> bool:
    return any(_is_told(sentence, at, language) for at in _unquoted(sentence, begin, end))


def _end_of_subject(sentence: Sentence, first: int, language: str) -> int:
    """Return where a subject ends before the days, adverbs and phrases that stand between it and its verb."""
    end = before_day(sentence, before_object(sentence, first - 1))
    end -= end >= 0 and sentence.tokens[end].low in ISSUED and sentence.starts("say", first) is not None
    return before_phrase(sentence, before_relative(sentence, end) if language == "en" else end)


def _begin_of_subject(sentence: Sentence, end: int, language: str, *, apposed: bool) -> int:
    """Return the first token that may belong to a subject: up to its clause, past the commas of a title."""
    begin, commas = (end - 1, 2) if apposed else (end, 0)
    while begin >= 0 and end - begin < LONGEST_NAME and not _opens_clause(sentence, begin, language):
        if sentence.tokens[begin].low == ",":
            beside = _is_title_then_name(sentence, begin, end) or _is_name_then_title(sentence, begin)
            if commas == 1 or (commas == 0 and not beside):
                break
            commas -= 1
        begin -= 1
    return begin + 1


def _narrowed(sentence: Sentence, begin: int, end: int, language: str) -> tuple[int, int]:
    """Return a subject without what was told before it, and without what describes it."""
    begin = past_oblique(
        sentence, past_object(sentence, past_place(sentence, begin, end, language), end), end, language
    )
    if language == "en":
        if is_participle(sentence, begin):
            commas = (at + 1 for at in range(end, begin - 1, -1) if sentence.tokens[at].low == ",")
            begin = next(commas, begin)
        whom = (at - 1 for at in range(begin + 1, end) if sentence.tokens[at].low in WHO)
        return begin, before_document(sentence, begin, next(whom, end))
    begin = past_clause(sentence, begin, end, language)
    end = before_document(sentence, begin, end)
    numbers = [at for at in _unquoted(sentence, begin, end + 1) if sentence.tokens[at].kind == "number"]
    return (numbers[-1] + 1 if numbers else begin), end


def _pronoun_before(sentence: Sentence, begin: int, end: int) -> int | None:
    """Return the pronoun that alone is a subject behind when it spoke: «спустя час он же …»."""
    at = end - (sentence.tokens[end].low in SAME)
    return at if begin <= at and sentence.tokens[at].low in PRONOUNS else None


def _cleft(sentence: Sentence, first: int) -> tuple[int, int] | None:
    """Find who did what a sentence is about: "It was the mayor, …, who first told"."""
    words = [token.low for token in sentence.tokens[:first]]
    if words[:2] != ["it", "was"] or "who" not in words:
        return None
    end = next(at for at, word in enumerate(words) if word in (",", "who"))
    return (2, end - 1) if end > 2 else None


def _unquoted(sentence: Sentence, begin: int, end: int) -> Iterator[int]:
    """List the tokens of a name that stand in no quotation marks: «I want to live» may be one."""
    quoted = 0
    for at in range(begin, end):
        quoted += OPENING.get(sentence.tokens[at].low, 0)
        if quoted <= 0:
            yield at


def _is_told(sentence: Sentence, at: int, language: str) -> bool:
    """Say whether a token makes a sentence of what should be a name."""
    token = sentence.tokens[at]
    if language == "en":
        dated = sentence.has("months", max(0, at - 1), at + 1)
        return token.low in WHO or (token.kind == "number" and not dated)
    return token.kind == "number" or is_grammar(token.low, language, "VERB")


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
    """Say whether a name of two words stands before its office: "Jane Doe, the governor"; of one case."""
    before, at = sentence.tokens[max(0, comma - 2) : comma], comma + 1
    named = len(before) == 2 and all(token.kind == "word" and token.is_capital for token in before)
    cased = named and (
        before[1].low.isascii() or any(may_be(before[1].low, one, "nomn") for one in INFLECTED)
    )
    placed = any(sentence.begins(tag, step) is not None for step in (comma - 2, comma - 1) for tag in PLACED)
    at += sentence.tokens[at].low in ARTICLES
    return cased and not placed and any(sentence.starts("titles", step) is not None for step in (at, at + 1))
