"""Whose a whole text is: by a line above it that tells nothing else, or by its signature."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from casualty_ledger.intake.articles.claimants.addressing import WRITTEN
from casualty_ledger.intake.articles.claimants.claimant_phrases import Attribution
from casualty_ledger.intake.articles.claimants.sources import COUNTS, DOCUMENTS
from casualty_ledger.intake.articles.claimants.standing_names import (
    LINKS,
    is_clock,
    is_of_attack,
    is_when_or_where,
)
from casualty_ledger.intake.articles.context import Named
from casualty_ledger.intake.articles.language.forms import is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence

HEADINGS, LONGEST_LINE, NAME_LENGTHS = 2, 24, (2, 3)
DIVIDING = {",", "/", "|", "(", ")", ":", "–", "—", ".", ";", "·"}
BY = {"of", "by", "from"}
# Documents that a line above a text names and no sentence counts by.
ISSUED = (*WRITTEN, *COUNTS, "інформаці", "информаци", "брифінг", "брифинг", "заяв", "бюлетен", "бюллетен")
PLACES = ("place/", "country/", "party/", "months", "day_words", "titles")
TOLD = ("measures/", "say")


def author_of(
    sentences: list[Sentence], attributions: list[list[Attribution]], text: str, language: str
) -> Named | None:
    """Return who wrote a text, as a line above or below it tells; None where none does."""
    above = (
        Named(each, step) for step in range(min(len(sentences), HEADINGS)) for each in attributions[step]
    )
    if headed := next((each for each in above if each.claimant.is_heading), None):
        return headed
    if sentences and (alone := _signed_alone(sentences[-1], attributions, text, language)):
        return Named(alone, len(sentences) - 1)
    if not sentences or sentences[-1].paragraph == 0:
        return None
    headline = sentences[0] if sentences[1].paragraph else None
    span = _author_above(headline, language) if headline else None
    if headline and span:
        return Named(_named(headline, span, text), 0)
    labelled = headline or any(is_clock(each, 0) for each in sentences[1:] if each.paragraph)
    return _signed(sentences, text, language) or _label(attributions[0] if labelled else [])


def _named(sentence: Sentence, span: tuple[int, int], text: str) -> Attribution:
    first, last = span
    name = text[sentence.tokens[first].start : sentence.tokens[last].end]
    return Attribution(first, last, last, name, is_heading=True)


def _label(attributions: list[Attribution]) -> Named | None:
    """Return whose words a headline gives: «Іван Петренко: двоє поранених»."""
    names = (each for each in attributions if each.first == 0 and each.cue == each.last and not each.is_relay)
    return next((Named(each, 0) for each in names), None)


def _author_above(sentence: Sentence, language: str) -> tuple[int, int] | None:
    """Return the author in a line: by a name and an office, or whose document it calls the text."""
    if not _tells_nothing(sentence, language):
        return None
    found: tuple[int, int] | None = None
    for field in _fields(sentence):
        if found and _is_apposed(sentence, found[1], field, language):
            found = (found[0], field[-1])
        elif found and _is_office(sentence, field, language):
            continue
        elif not found and (named := _author_in(sentence, field, language)):
            found = named
        elif not _is_aside(sentence, field):
            return None
    return None if found and _is_byline(sentence, found) else found


def _is_byline(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Say whether a name stands without an office, as that of a reporter does."""
    office = any(sentence.starts("titles", at) is not None for at in range(len(sentence.tokens)))
    return span[1] - span[0] < NAME_LENGTHS[-1] and not office


def _is_apposed(sentence: Sentence, last: int, field: range, language: str) -> bool:
    """Say whether words behind a name and a comma are what its bearer is: an office, or "chairman of …"."""
    if field[0] != last + 2 or sentence.tokens[last + 1].low != ",":
        return False
    described = not sentence.tokens[field[0]].is_capital and len(field) >= NAME_LENGTHS[0]
    return _is_office(sentence, field, language) or (described and not _is_aside(sentence, field))


def _tells_nothing(sentence: Sentence, language: str) -> bool:
    told = any(tag.startswith(TOLD) for tag in sentence.marks)
    words = [token for token in sentence.tokens if token.kind == "word"]
    verb = any(
        is_grammar(token.low, language, "VERB")
        and not may_be(token.low, language, "NOUN")
        and not token.is_capital
        for token in words
    )
    short = len(sentence.tokens) <= LONGEST_LINE
    return short and not told and not verb and not is_of_attack(sentence, range(len(sentence.tokens)))


def _fields(sentence: Sentence) -> Iterator[range]:
    """List what stands between the marks of a line."""
    marks = [at for at, token in enumerate(sentence.tokens) if token.low in DIVIDING]
    for before, behind in pairwise([-1, *marks, len(sentence.tokens)]):
        if behind > before + 1:
            yield range(before + 1, behind)


def _author_in(sentence: Sentence, field: range, language: str) -> tuple[int, int] | None:
    if document := _whose_document(sentence, field, language):
        return document
    titled = _is_office(sentence, field, language)
    return (field[0], field[-1]) if titled or is_personal_name(sentence, field, language) else None


def _is_office(sentence: Sentence, field: range, language: str) -> bool:
    """Say whether words are an office or a body, alone or with who holds it."""
    titled = any(sentence.starts("titles", at) is not None for at in field)
    return titled and all(_is_of_title(sentence, at, language) for at in field)


def _is_of_title(sentence: Sentence, at: int, language: str) -> bool:
    token = sentence.tokens[at]
    if language != "en":
        return token.kind == "word" and not is_grammar(token.low, language, "PREP")
    adjective = sentence.begins("locals", at) is not None or token.low.endswith("al")
    known = token.low in LINKS or sentence.starts("titles", at) is not None or adjective
    return token.kind == "word" and (token.is_capital or known)


def is_personal_name(sentence: Sentence, field: range, language: str) -> bool:
    """Say whether words are a first name and a surname and no place; the dictionary knows first names."""
    tokens = [sentence.tokens[at] for at in field]
    if len(tokens) not in NAME_LENGTHS or not all(each.kind == "word" and each.is_capital for each in tokens):
        return False
    if any(sentence.begins(tag, at) is not None for tag in PLACES for at in field):
        return False
    return language == "en" or any(may_be(each.low, language, "Name") for each in tokens)


def _is_aside(sentence: Sentence, field: range) -> bool:
    """Say whether words only tell when, where and in what kind of text somebody wrote."""
    return all(
        is_when_or_where(sentence, at)
        or sentence.tokens[at].low in DOCUMENTS | LINKS
        or sentence.tokens[at].low.startswith(ISSUED)
        for at in field
    ) or any(sentence.tokens[at].low in DOCUMENTS for at in field)


def _whose_document(sentence: Sentence, field: range, language: str) -> tuple[int, int] | None:
    """Return whose summary a line names: «Доклад губернатора …», "the briefing of the ministry"."""
    tokens = sentence.tokens
    if language == "en":
        by = (at + 1 for at in field[:-1] if tokens[at].low in DOCUMENTS and tokens[at + 1].low in BY)
        begin = next((at + 1 for at in by), field[-1] + 1)
        owner = (at for at in field[:-1] if tokens[at].low.endswith("'s") and tokens[at + 1].low in DOCUMENTS)
        end = next(owner, field[-1])
        begin = field[0] if end < field[-1] else begin
    else:
        written = (at for at in field if tokens[at].low.startswith(ISSUED))
        begin = next(written, field[-1]) + 1
        opened = all(is_grammar(tokens[at].low, language, "ADJF") for at in range(field[0], begin - 1))
        ends = (at for at in range(begin, field[-1] + 1) if _leaves_name(sentence, at, language))
        end = next(ends, field[-1] + 1) - 1
        begin = begin if opened else field[-1] + 1
    titled = any(sentence.starts("titles", at) is not None for at in range(begin, end + 1))
    return (begin, end) if titled else None


def _leaves_name(sentence: Sentence, at: int, language: str) -> bool:
    """Say whether a word tells when or of what a document is: «о ходе …», «станом на …»."""
    word = sentence.tokens[at].low
    when = is_grammar(word, language, "NOUN", "ablt") and not sentence.tokens[at].is_capital
    return when or is_grammar(word, language, "PREP") or sentence.tokens[at].kind != "word"


def _signed(sentences: list[Sentence], text: str, language: str) -> Named | None:
    """Return who signed a text: an office with its name, on one line or on two."""
    last, above = sentences[-1], sentences[-2]
    if last.paragraph == above.paragraph or not _tells_nothing(last, language):
        return None
    fields = [*_fields(last)]
    person = [field for field in fields if is_personal_name(last, field, language)]
    offices = [
        field
        for field in fields
        if _is_office(last, field, language) or (person and _is_apposed(last, person[0][-1], field, language))
    ]
    if len(person) + len(offices) < len(fields):
        return None
    whole = fields[0][0], fields[-1][-1]
    holds = any(len(field) > 2 and _ends_with_name(last, field, language) for field in offices)
    if (person and offices) or holds:
        return Named(_named(last, whole, text), len(sentences) - 1)
    titled = _tells_nothing(above, language) and any(
        _is_office(above, field, language) for field in _fields(above)
    )
    alone = titled and len(sentences) > NAME_LENGTHS[0] and above.paragraph != sentences[-3].paragraph
    return Named(_named(last, whole, text), len(sentences) - 1) if person and alone else None


def _signed_alone(
    last: Sentence, attributions: list[list[Attribution]], text: str, language: str
) -> Attribution | None:
    """Return the name that is all of the last sentence, in a text that names nobody else who speaks."""
    end = len(last.tokens) - (last.tokens[-1].low == ".")
    others = any(not each.is_actor for named in attributions[:-1] for each in named)
    fits = language != "en" and is_personal_name(last, range(end), language)
    return _named(last, (0, end - 1), text) if fits and not others else None


def _ends_with_name(sentence: Sentence, field: range, language: str) -> bool:
    """Say whether an office is followed by the name of who holds it."""
    pair = field[-2:]
    office = any(sentence.starts("titles", at) is not None for at in pair)
    return not office and is_personal_name(sentence, pair, language)
