"""Who speaks, by a verb of speech: the subject behind it, before it, or at the opening of the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.intake.articles.claimants.addressing import (
    WHOSE,
    far_subject,
    is_nominative,
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
    BEFORE_DAYS,
    before_aside,
    before_day,
    before_document,
    before_object,
    before_phrase,
    before_relative,
    is_participle,
)
from casualty_ledger.intake.articles.language.forms import is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence

LONGEST_MEANS, ADDRESSING = 4, {"told", "tells"}
CLAUSES = {"that", "що", "что", "but", "while", "але", "но", "а"}
PLACED = ("place/", "country/", "day_words", "months")
LOSSES = ("measures/losses/verb", "measures/losses/noun")
INTRANSITIVE = ("повідом", "сообщ", "заяв", "інформу", "информир")
MEANS = {"email", "e-mail", "phone", "telephone", "text", "letter", "video"}
NEVER_INVERTED = {"put", "puts", "gave", "gives", "counted", "listed", "found"}
OPENING = {"«": 1, "“": 1, "»": -1, "”": -1}
POSTED = {"on", "in", "to"}
ISSUED = {"released", "published", "issued", "posted", "compiled", "conducted"}
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
    if sentence.tokens[first].low in ADDRESSING or sentence.tokens[at].low in MEANS:
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
    tokens, end = sentence.tokens, first - 1
    end = before_day(sentence, before_object(sentence, end))
    end -= end >= 0 and tokens[end].low in ISSUED and sentence.starts("say", first) is not None
    if language == "en":
        end = before_relative(sentence, end)
    end = before_phrase(sentence, end)
    if end < 0:
        return None
    apposed = tokens[end].low == ","
    closing = before_aside(sentence, end, language) if apposed else None
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
    begin = _past_object(sentence, past_place(sentence, begin + 1, end, language), end) - 1
    begin = _past_oblique(sentence, begin + 1, end, language) - 1
    if language == "en" and is_participle(sentence, begin + 1):
        begin = next((at for at in range(end, begin, -1) if tokens[at].low == ","), begin)
    end = before_document(sentence, begin + 1, end)
    numbers = [at for at in _unquoted(sentence, begin + 1, end + 1) if sentence.tokens[at].kind == "number"]
    begin = numbers[-1] if numbers and language != "en" else begin
    if begin >= end or any(_is_told(sentence, at, language) for at in _unquoted(sentence, begin + 1, end)):
        return None
    return begin + 1, end - apposed


def _cleft(sentence: Sentence, first: int) -> tuple[int, int] | None:
    """Find who did what a sentence is about: "It was the mayor, …, who first told"."""
    words = [token.low for token in sentence.tokens[:first]]
    if words[:2] != ["it", "was"] or "who" not in words:
        return None
    end = next(at for at, word in enumerate(words) if word in (",", "who"))
    return (2, end - 1) if end > 2 else None


def _past_object(sentence: Sentence, begin: int, end: int) -> int:
    """Return where a subject begins behind what it speaks of: «потери армии историки оценивают»."""
    told = [last for _, last in sentence.spans(*LOSSES) if begin <= last < end]
    offices = (at for at in range(told[-1] + 1, end + 1) if _is_office(sentence, at)) if told else ()
    return next(iter(offices), begin)


def _past_oblique(sentence: Sentence, begin: int, end: int, language: str) -> int:
    """Return where a subject begins behind an object told first: «зниклими ветерани вважають …»."""
    word = sentence.tokens[begin].low if begin <= end else ""
    if language == "en" or not is_grammar(word, language, "ablt") or may_be(word, language, "nomn"):
        return begin
    ahead = range(begin + 1, end + 1)
    return next((at for at in ahead if is_grammar(sentence.tokens[at].low, language, "anim", "nomn")), begin)


def _is_office(sentence: Sentence, at: int) -> bool:
    """Say whether a word is of somebody who speaks, and not only of one of the sides."""
    titled = sentence.starts("titles", at) is not None
    return titled and not any(tag.startswith("both/") for tag in sentence.beginning.get(at, {}))


def past_place(sentence: Sentence, begin: int, end: int, language: str) -> int:
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
