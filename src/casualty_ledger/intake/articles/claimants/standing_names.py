"""Claimants that stand without a verb: before a colon, in brackets, or as the signature of a text."""

from __future__ import annotations

from itertools import takewhile

from casualty_ledger.intake.articles.claimants.names import INSIDE, STOPS
from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence

LONGEST_LABEL, LONGEST_BRACKET, LONGEST_SIGNATURE = 13, 9, 10
SPEAKING = ("titles", "relays", "speaker/")
PLACES = ("place/", "country/", "party/")
# A label of where something was is nobody who speaks: "Strike on the city centre: two dead".
WHERE = {"on", "at", "after", "near", "have", "has", "had", "was", "were", "is", "are", "been"}
DASHES, COUNTED = {"–", "—", "-"}, ("persons/", "measures/", "things")
CLOCK, LONGEST_WHEN = 3, 5
# Words that only say that a source follows.
SOURCES = ("source", "джерел", "источник", "дан", "інформаці", "информаци", "via", "according")
LEADING, LONGEST_SOURCE = {"за", "по", "from", "to", "per", "від", "от"}, 3
NAME_LENGTHS = (2, 3)
ENDS = {".", ";", ","}
HEADING_ENDS = {",", "(", ":", "."}
LINKS = {"of", "the", "for", "and", "in", "'s", "a"}
FROM = {"from", "від", "от"}
ISSUES = {"update", "summary", "briefing", "bulletin", "digest"}
HEADED = (
    "сводк",
    "зведенн",
    "update",
    "summary",
    "report",
    "briefing",
    "брифинг",
    "року",
    "года",
    "г",
    "р",
    "morning",
    "evening",
)


def label_of(sentence: Sentence, language: str) -> tuple[int, int] | None:
    """Return the name that opens a sentence before a colon: "General Staff: …"."""
    marks = takewhile(lambda token: token.kind == "mark" and token.low not in INSIDE, sentence.tokens)
    begin = sum(1 for _ in marks)
    begin += CLOCK * is_clock(sentence, begin)
    ahead = range(begin, min(begin + LONGEST_LABEL + 1, len(sentence.tokens)))
    colon = next((at for at in ahead if sentence.tokens[at].low == ":"), 0)
    if colon and _is_source_word(sentence, range(begin, colon)):
        return None
    posted = (at for at in range(begin + 1, colon) if _is_left(sentence, at, begin, colon, language))
    within = range(begin, next(posted, colon))
    told = any(sentence.begins("measures/", at) is not None or _breaks_label(sentence, at) for at in within)
    told = told or any(_is_verb(sentence, at, language) for at in within)
    told = told or any(sentence.starts("say", at) is not None for at in within)
    told = told or is_of_attack(sentence, within)
    speaks = _speaks(sentence, within) or _is_personal_name(sentence, within, language)
    return (begin, within.stop - 1) if speaks and not told else None


def _is_left(sentence: Sentence, at: int, begin: int, colon: int, language: str) -> bool:
    """Say whether words only tell where or when somebody wrote: "on Telegram:", ", 22:47:"."""
    if sentence.tokens[at].low == "on":
        return sentence.starts("posts", at + 1) is not None
    name = range(begin, at)
    placed = any(sentence.begins("place/", step) is not None for step in name)
    speaks = not placed and (_speaks(sentence, name) or _is_personal_name(sentence, name, language))
    return sentence.tokens[at].low == "," and colon - at <= LONGEST_WHEN and speaks


def _is_source_word(sentence: Sentence, within: range) -> bool:
    """Say whether words only say that a source follows: "source", «за даними», «дані»."""
    return 0 < len(within) <= LONGEST_SOURCE and all(
        sentence.tokens[at].low.startswith(SOURCES) or sentence.tokens[at].low in LEADING for at in within
    )


def source_line(sentence: Sentence) -> tuple[int, int] | None:
    """Return the name behind "Source:" that is all of a sentence."""
    end = len(sentence.tokens) - 1
    end -= sentence.tokens[end].low == "."
    colon = next((at for at in range(end) if sentence.tokens[at].low == ":"), 0)
    short = end - colon <= LONGEST_LABEL and _is_source_word(sentence, range(colon))
    return (colon + 1, end) if short and colon < end else None


def _is_verb(sentence: Sentence, at: int, language: str) -> bool:
    """Say whether a word is a verb and no name or noun that looks like one: «Діти», «Мирошник»."""
    word = sentence.tokens[at]
    is_verb = is_grammar(word.low, language, "VERB") and not may_be(word.low, language, "NOUN")
    return is_verb and not (word.is_capital and at > 0)


def is_clock(sentence: Sentence, at: int) -> bool:
    """Say whether a line opens with an hour: "14:05 Mayor: …"."""
    kinds = [token.low if token.low == ":" else token.kind for token in sentence.tokens[at : at + CLOCK]]
    return kinds == ["number", ":", "number"]


def _speaks(sentence: Sentence, within: range) -> bool:
    return any(sentence.begins(tag, at) is not None for tag in SPEAKING for at in within)


def _is_personal_name(sentence: Sentence, within: range, language: str) -> bool:
    """Say whether tokens are a first name and a surname, as the dictionary knows first names."""
    tokens = [sentence.tokens[at] for at in within]
    if len(tokens) not in NAME_LENGTHS or not all(each.kind == "word" and each.is_capital for each in tokens):
        return False
    return language != "en" and any(may_be(each.low, language, "Name") for each in tokens)


def named_office(sentence: Sentence, language: str) -> tuple[int, int] | None:
    """Return a name and its office that are all of a sentence: "Ivan Petrenko, head of the region."."""
    end = len(sentence.tokens) - 1 - (sentence.tokens[-1].low == ".")
    comma = next((at for at, token in enumerate(sentence.tokens) if token.low == ","), 0)
    if not comma < end <= LONGEST_LABEL or sentence.starts("titles", comma + 1) is None:
        return None
    office = sentence.tokens[comma + 1 : end + 1]
    plain = all(token.kind == "word" and not is_grammar(token.low, language, "VERB") for token in office)
    return (0, end) if plain and _is_personal_name(sentence, range(comma), language) else None


def heading_of(sentence: Sentence, language: str) -> tuple[int, int] | None:
    """Return the name that is all of a line, but for when and where it was told.

    So "Governor Jane Doe, Telegram, 07:12.", «Министерство обороны (сводка на 8 июля)», «Дані від мера Х.».
    """
    tokens = sentence.tokens
    ends = (at for at, token in enumerate(tokens) if token.low in HEADING_ENDS or _is_issue(sentence, at))
    end = next(ends, len(tokens))
    begin = next((at + 1 for at, token in enumerate(tokens) if token.low in FROM), 0)
    begin, end = (begin, len(tokens) - 1) if begin > 1 else (0, end)
    within, rest = range(begin, end), range(end, len(tokens))
    if not begin < end <= begin + LONGEST_LABEL or len(rest) > LONGEST_LABEL:
        return None
    plain = tokens[-1].low in (":", ".") and not is_of_attack(sentence, within)
    plain = plain and all(tokens[at].kind == "word" and _fits_heading(sentence, at) for at in within)
    told = any(sentence.begins(tag, at) is not None for tag in ("measures/", "say") for at in range(end))
    told = told or any(_is_verb(sentence, at, language) for at in range(end))
    titled = any(sentence.starts(tag, at) is not None for tag in ("titles", "relays") for at in within)
    aside = all(is_when_or_where(sentence, at) or tokens[at].low in LINKS for at in rest)
    speaks = titled or _is_personal_name(sentence, within, language)
    speaks = speaks or (language == "en" and _is_byline(sentence, within, rest))
    return (begin, end - 1) if plain and speaks and aside and not told else None


def _is_byline(sentence: Sentence, within: range, rest: range) -> bool:
    """Say whether two words with capital letters are a name, as what kind of text or which hour follows."""
    placed = any(sentence.begins(tag, at) is not None for tag in (*PLACES, "months") for at in within)
    issued = any(sentence.tokens[at].low.startswith(HEADED[:-4]) or is_clock(sentence, at) for at in rest)
    return len(within) in NAME_LENGTHS and issued and not placed


def _is_issue(sentence: Sentence, at: int) -> bool:
    """Say whether a word tells what kind of text somebody issues: "Defence Intelligence update, 2 May."."""
    return at > 0 and sentence.tokens[at].low in ISSUES


def is_of_attack(sentence: Sentence, within: range) -> bool:
    """Say whether words tell of an attack and name nobody: «Удар по лікарні», "Strike on a hospital"."""
    return any(
        sentence.starts("attack", at) is not None and sentence.starts("titles", at) is None for at in within
    )


def _fits_heading(sentence: Sentence, at: int) -> bool:
    """Say whether a word may stand in a name: in English, where no dictionary tells verbs, by its capital."""
    token = sentence.tokens[at]
    known = token.low in LINKS or sentence.starts("titles", at) is not None
    return token.is_capital or known or not token.low.isascii()


def is_when_or_where(sentence: Sentence, at: int) -> bool:
    """Say whether a token tells only of the hour, the day or the channel of what follows."""
    token = sentence.tokens[at]
    known = any(
        sentence.begins(tag, at) is not None
        for tag in ("posts", "months", "day_words", "place_before", "country/", "place/")
    )
    led = any(is_grammar(token.low, language, "PREP") for language in INFLECTED)
    return token.kind != "word" or known or led or token.low.startswith(HEADED)


def _breaks_label(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.kind == "number" and sentence.starts("months", at + 1) is not None:
        return False
    if token.low == "," and at + 1 < len(sentence.tokens):
        return sentence.starts("titles", at + 1) is None
    return token.kind == "number" or token.low in STOPS - INSIDE | WHERE


def bracketed_source(sentence: Sentence) -> tuple[int, int] | None:
    """Return the name in brackets that closes a sentence: "two dead (mayor)"."""
    end = len(sentence.tokens) - 1
    while end > 0 and sentence.tokens[end].low in ENDS:
        end -= 1
    if sentence.tokens[end].low != ")":
        return None
    opened = (at for at in range(end - 1, max(0, end - LONGEST_BRACKET), -1))
    begin = next((at for at in opened if sentence.tokens[at].low == "("), end) + 1
    named = (at for at in range(begin, end) if not _leads_to_source(sentence, at))
    within = range(next(named, end), end)
    is_name = all(sentence.tokens[at].kind == "word" or sentence.tokens[at].low in INSIDE for at in within)
    speaks = _speaks(sentence, within) or within.start > begin
    return (within.start, end - 1) if within and is_name and speaks else None


def _leads_to_source(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.low in LEADING | {":", "—", "–"} or token.low.startswith(SOURCES)


def dashed_source(sentence: Sentence, language: str) -> tuple[int, int] | None:
    """Return the name behind a dash that closes a sentence: «четверо ранены — глава региона»."""
    end = len(sentence.tokens) - 1
    end -= sentence.tokens[end].low in ENDS
    begin = next((at + 1 for at in range(end, 0, -1) if sentence.tokens[at].low in DASHES), end + 1)
    within = range(begin, end + 1)
    opening = begin + (begin <= end and sentence.tokens[begin].low == "the")
    opens = any(sentence.begins(tag, opening) is not None for tag in SPEAKING)
    opens = opens or _is_personal_name(sentence, within, language)
    counted = (at for at in within if sentence.starts("titles", at) is None)
    people = any(sentence.begins(tag, at) is not None for at in counted for tag in COUNTED)
    is_name = all(sentence.tokens[at].kind == "word" for at in within)
    told = any(last < begin for _, last in sentence.spans("part"))
    fits = 0 < len(within) <= LONGEST_BRACKET and opens and is_name
    return (begin, end) if fits and not people and not told else None


def signature_of(sentence: Sentence, language: str) -> tuple[int, int] | None:
    """Return a title and a name that are all of a sentence: "Head of the region, Ivan Petrenko."."""
    end = len(sentence.tokens) - 1
    end -= sentence.tokens[end].low == "."
    if not 1 <= end < LONGEST_SIGNATURE or not sentence.tokens[end].is_capital:
        return None
    words = [token for token in sentence.tokens[: end + 1] if token.low != ","]
    titled = sentence.starts("titles", 0) is not None
    plain = all(token.kind == "word" and not is_grammar(token.low, language, "VERB") for token in words)
    told = any(sentence.begins(tag, at) is not None for tag in ("measures/", "say") for at in range(end + 1))
    return (0, end) if titled and plain and not told else None
