"""The words of a claimant's name: behind or before the word that says that somebody speaks."""

from __future__ import annotations

from casualty_ledger.intake.articles.forms import is_grammar, may_be
from casualty_ledger.intake.articles.tokens import Sentence

LONGEST_NAME, LONGEST_APPOSITION = 14, 9
QUOTES = {'"', "“", "”", "«", "»", "„"}
STOPS = {",", ";", ":", ".", "(", ")", "—", "–", "…", "!", "?", *QUOTES}
# Inside a name these may stand: a quoted outlet, a short form in brackets.
INSIDE = {",", "«", "»", '"', "(", ")"}
IN = {"in", "у", "в", "на", "to", "во"}
AND = {"and", "та", "і", "и", "а", "but"}
CLAUSES = {"that", "що", "что", "but", "while", "але", "но", "а"}
YEAR_WORDS = {"года", "году", "год", "року", "році", "рік"}
BEFORE_DAYS = IN | {"on", "last", "early", "late", "конце", "начале", "кінці"}
ARTICLES = {"the", "a", "an"}
LONGEST_ADDRESSED, INTRANSITIVE = 8, ("повідом", "сообщ", "заяв", "інформу", "информир")
ADDRESSING = {"told", "tells"}
PRONOUNS = frozenset(["він", "вона", "вони", "он", "она", "они"])
WHOSE = {"його", "її", "їхній", "їхнє", "їхня", "их", "его", "ее"}
OWN = {"his", "her", "its", "their"}


def is_named(sentence: Sentence, at: int) -> bool:
    """Say whether a token begins a name: a capital letter, an office, an adjective before one."""
    if at >= len(sentence.tokens) or sentence.tokens[at].kind == "mark" or sentence.tokens[at].low in OWN:
        return False
    ahead = range(at, min(at + 3, len(sentence.tokens)))
    titled = any(
        sentence.starts("titles", step) is not None for step in ahead if sentence.tokens[step].kind == "word"
    )
    return sentence.tokens[at].is_capital or titled


def name_behind(sentence: Sentence, at: int) -> int | None:
    """Return the last token of a name that begins here, or None."""
    end = at
    while end < len(sentence.tokens) and end - at < LONGEST_NAME and not _ends_name(sentence, end, at):
        end += 1
    return _with_apposition(sentence, end) - 1 if end > at else None


def _ends_name(sentence: Sentence, at: int, begin: int) -> bool:
    token, following = sentence.tokens[at], sentence.tokens[at + 1 : at + 2]
    if token.low == "." and at > begin and "." in sentence.tokens[at - 1].low:
        return False
    if token.kind == "number" or token.low in STOPS - INSIDE | {","}:
        return True
    if at == begin:
        return False
    if any(sentence.begins(tag, at) is not None for tag in ("name_stops", "say", "measures/")):
        return True
    is_capital = bool(following) and following[0].is_capital
    if token.low in IN:
        return not is_capital or sentence.starts("posts", at + 1) is not None
    return token.low in AND and not is_capital and sentence.starts("titles", at + 1) is None


def _with_apposition(sentence: Sentence, end: int) -> int:
    """Take what names the same one behind a comma: "Prokudin, the regional governor"."""
    tokens, begin = sentence.tokens, end + 1
    if begin >= len(tokens) or tokens[end].low != ",":
        return end
    reach = range(begin, min(end + LONGEST_APPOSITION, len(tokens)))
    stop = next((at for at in reach if tokens[at].low in {",", ".", ";"}), None)
    opens = tokens[begin].low in {*ARTICLES, "head", "chief"} or sentence.starts("titles", begin) is not None
    is_name = tokens[begin].is_capital and sentence.starts("titles", end - 1) is not None
    if stop is None or not (opens or is_name):
        return end
    return end if any(_acts(sentence, at) for at in range(begin, stop)) else stop


def _acts(sentence: Sentence, at: int) -> bool:
    """Say whether a token makes a clause of what might be a name: a verb, a number."""
    token = sentence.tokens[at]
    told = any(sentence.begins(tag, at) is not None for tag in ("say", "measures/"))
    return told or token.kind == "number" or (not token.low.isascii() and is_grammar(token.low, "uk", "VERB"))


def subject_behind(sentence: Sentence, first: int, last: int, language: str) -> tuple[int, int] | None:
    """Find a subject that follows its verb: ", said the governor", «повідомив голова ОВА»."""
    at = last + 1
    while sentence.starts("between", at) is not None:
        at += 1
    if at >= len(sentence.tokens):
        return None
    if sentence.tokens[at].low in PRONOUNS:
        return at, at
    find = _begin_inverted if language == "en" else _begin_behind
    begin = find(sentence, first, at, language)
    end = name_behind(sentence, begin) if begin is not None else None
    return (begin, end) if begin is not None and end is not None else None


def _begin_inverted(sentence: Sentence, first: int, at: int, language: str) -> int | None:
    """Return where an English subject behind its verb begins: only behind what was said, or "by"."""
    if sentence.tokens[first].low in ADDRESSING:
        return None
    opened = first == 0 or sentence.tokens[first - 1].low in {",", *QUOTES}
    article = sentence.tokens[at].low in ARTICLES
    begun = opened or sentence.tokens[at - 1].low == "by"
    return at if begun and is_named(sentence, at + article) else None


def _begin_behind(sentence: Sentence, first: int, at: int, language: str) -> int | None:
    """Return where a Ukrainian or Russian subject behind its verb begins, past whom and where it was told."""
    at = _skip_addressed(sentence, at, language)
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
    if not (begun or _is_quote(sentence, at) or (inside and is_named(sentence, at))):
        any_noun = sentence.tokens[first].low.startswith(INTRANSITIVE)
        return at if not inside and _is_subject(sentence, at, language, any_noun=any_noun) else None
    fits = inside or sentence.tokens[at].is_capital or _may_be_subject(sentence, at, language)
    return at if fits else None


def _skip_addressed(sentence: Sentence, at: int, language: str) -> int:
    """Pass over to whom and where it was said: «розповіла журналістам», «сказав в ефірі телемарафону»."""
    begin = at
    while at < len(sentence.tokens) and at - begin < LONGEST_ADDRESSED:
        low = sentence.tokens[at].low
        posted = low in IN and sentence.starts("posts", at + 1) is not None
        if posted:
            at += 2
            while (
                at < len(sentence.tokens)
                and (sentence.tokens[at].kind == "word" or sentence.tokens[at].low == ".")
                and not is_named(sentence, at)
                and not _nominative(sentence, at, language)
            ):
                at += 1
        elif (
            may_be(low, language, "datv")
            and not may_be(low, language, "nomn")
            and sentence.tokens[at].kind == "word"
        ):
            at += 1
        else:
            return at
    return at


def _nominative(sentence: Sentence, at: int, language: str) -> bool:
    return is_grammar(sentence.tokens[at].low, language, "nomn")


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


def _is_quote(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and sentence.tokens[at].low in QUOTES


def subject_before(sentence: Sentence, first: int, language: str) -> tuple[int, int] | None:
    """Find a subject before its verb, with what stands beside it between commas."""
    tokens, end = sentence.tokens, first - 1
    end = _before_day(sentence, end)
    if end < 0:
        return None
    apposed = tokens[end].low == ","
    begin, commas = (end - 1, 2) if apposed else (end, 0)
    while begin >= 0 and end - begin < LONGEST_NAME and not _opens_clause(sentence, begin, language):
        if tokens[begin].low == ",":
            if commas == 1 or (commas == 0 and not _is_title_then_name(sentence, begin, end)):
                break
            commas -= 1
        begin -= 1
    numbers = [at for at in range(begin + 1, end + 1) if sentence.tokens[at].kind == "number"]
    begin = numbers[-1] if numbers and language != "en" else begin
    if begin >= end or any(_is_told(sentence, at, language) for at in range(begin + 1, end)):
        return None
    return begin + 1, end - apposed


def _before_day(sentence: Sentence, end: int) -> int:
    """Return where a subject ends before adverbs and days: «Президент у травні 2023 року визнав»."""
    at, dated = end, False
    while at >= 0:
        token = sentence.tokens[at]
        is_day = sentence.starts("months", at) is not None or sentence.closes("day_words", at) is not None
        if is_day or (dated and token.low in BEFORE_DAYS):
            dated = True
        elif not (
            sentence.starts("between", at) is not None or token.kind == "number" or token.low in YEAR_WORDS
        ):
            break
        at -= 1
    if not dated and any(token.kind == "number" for token in sentence.tokens[at + 1 : end + 1]):
        return end
    return at


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
