"""Whom and where something was told, and what else stands between a verb of speech and its subject."""

from __future__ import annotations

from casualty_ledger.intake.articles.claimants.names import IN, is_named
from casualty_ledger.intake.articles.language.forms import is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence

LONGEST_ADDRESSED, FARTHEST_SUBJECT = 8, 12
WHOSE = {"його", "її", "їхній", "їхнє", "їхня", "их", "его", "ее"}
PERSONAL = ("Name", "Surn")
WRITTEN = (
    "зведенн", "звіт", "допов", "допис", "повідомленн", "огляд", "сводк", "отчет", "сообщени", "обзор",
    "доклад",
)  # fmt: skip
ABOUT = {"про", "о", "об"}
# The marks of an hour, and of an outlet's name.
WITHIN_TIME = {":", ".", "«", "»"}
THAT = {"що", "что", "як", "как"}


def is_nominative(sentence: Sentence, at: int, language: str) -> bool:
    """Say whether a word is most likely in the nominative."""
    return is_grammar(sentence.tokens[at].low, language, "nomn")


def skip_addressed(sentence: Sentence, at: int, language: str) -> int:
    """Pass over to whom and where it was said: «розповіла журналістам», «сказав в ефірі телемарафону»."""
    begin = at
    while at < len(sentence.tokens) and at - begin < LONGEST_ADDRESSED:
        low = sentence.tokens[at].low
        posted = low in IN and sentence.starts("posts", at + 1) is not None
        if posted:
            at += 2
            at += sentence.tokens[at - 1].low.startswith("сво") and sentence.starts("posts", at) is not None
            while (
                at < len(sentence.tokens)
                and (sentence.tokens[at].kind == "word" or sentence.tokens[at].low == ".")
                and not is_named(sentence, at)
                and not is_nominative(sentence, at, language)
            ):
                at += 1
        elif (
            may_be(low, language, "datv")
            and not may_be(low, language, "nomn")
            and sentence.tokens[at].kind == "word"
        ):
            at += 1
            while (
                at < len(sentence.tokens)
                and is_grammar(sentence.tokens[at].low, language, "NOUN", "gent")
                and not is_nominative(sentence, at, language)
            ):
                at += 1
            at = _behind_marks(sentence, at)
        elif (closing := _behind_quoted(sentence, at, language)) is not None:
            at = closing
        elif (office := behind_outlet(sentence, at)) is not None:
            return office
        else:
            return at
    return at


def _behind_marks(sentence: Sentence, at: int) -> int:
    """Return where a quoted name that stands here ends: «виданню «Дзеркало тижня»»."""
    ahead = range(at + 1, min(at + LONGEST_ADDRESSED, len(sentence.tokens) - 1))
    opened = at < len(sentence.tokens) and sentence.tokens[at].low == "«"
    return next((step + 1 for step in ahead if sentence.tokens[step].low == "»"), at) if opened else at


def _behind_quoted(sentence: Sentence, at: int, language: str) -> int | None:
    """Return where the name of an outlet that was told ends: «говорила «Новой газете» о …», or None."""
    if sentence.tokens[at].low != "«":
        return None
    ahead = range(at + 1, min(at + LONGEST_ADDRESSED, len(sentence.tokens)))
    closing = next((step for step in ahead if sentence.tokens[step].low == "»"), None)
    nouns = [step for step in ahead[: (closing or at) - at - 1] if _is_noun(sentence, step, language)]
    told = bool(nouns) and may_be(sentence.tokens[nouns[0]].low, language, "datv")
    return closing + 1 if closing and told and not _may_be_named(sentence, nouns[0], language) else None


def _is_noun(sentence: Sentence, at: int, language: str) -> bool:
    return is_grammar(sentence.tokens[at].low, language, "NOUN")


def _may_be_named(sentence: Sentence, at: int, language: str) -> bool:
    return may_be(sentence.tokens[at].low, language, "nomn")


def behind_outlet(sentence: Sentence, at: int) -> int | None:
    """Return where it was told to an outlet: «рассказали агентству в пресс-службе», or None."""
    last = sentence.starts("relays", at)
    if last is None or last + 2 >= len(sentence.tokens) or sentence.tokens[last + 1].low not in IN:
        return None
    return last + 1 if is_named(sentence, last + 2) else None


def far_subject(sentence: Sentence, first: int, at: int, language: str, *, alone: bool = False) -> int | None:
    """Return where a subject begins behind when, how or what was told: «написал в новогоднее утро глава …».

    Only what closes a quotation or an account, or tells of what opens the sentence, has it so far;
    `first`: the verb; `alone`: no other subject stands beside it, so that any may have it so far.
    """
    before = sentence.tokens[max(0, first - 2) : first]
    about = sentence.tokens[0].low in ABOUT
    if not (about or alone) and not any(token.low in (",", "–", "—") for token in before):
        return None
    for step in range(at, min(at + FARTHEST_SUBJECT, len(sentence.tokens))):
        token = sentence.tokens[step]
        if (token.kind == "mark" and token.low not in WITHIN_TIME) or token.low in THAT:
            return None
        titled = sentence.starts("titles", step) is not None and is_nominative(sentence, step, language)
        if titled or (token.is_capital and _is_of_person(token.low, language)):
            return _with_adjectives(sentence, step, at, language)
    return None


def _with_adjectives(sentence: Sentence, at: int, least: int, language: str) -> int:
    """Return where a name begins with the adjectives before its office: «обласна прокуратура»."""
    while at > least and is_grammar(sentence.tokens[at - 1].low, language, "ADJF", "nomn"):
        at -= 1
    return at


def _is_of_person(word: str, language: str) -> bool:
    return any(may_be(word, language, kind, "nomn") for kind in PERSONAL)


def is_addressed(
    sentence: Sentence, cue: int, behind: tuple[int, int], before: tuple[int, int], language: str
) -> bool:
    """Say whether what follows a verb is whom or where it was told, for its subject stands before it.

    So «мэр Иван Петренко сообщил агентству», «разведка доложила в Сеуле».
    """
    (first, last), at = before, behind[0]
    named = sentence.tokens[last].is_capital or any(
        sentence.starts(tag, step) is not None for tag in ("titles", "relays") for step in range(first, cue)
    )
    led = any(
        is_grammar(sentence.tokens[step].low, language, kind)
        for step in range(max(0, first - 1), first + 1)
        for kind in ("PREP", "CONJ")
    )
    office = sentence.starts("titles", at) is not None and is_nominative(sentence, at, language)
    if led or office or not named or sentence.tokens[cue - 1].low == "," or language == "en":
        return False
    one, many = (is_grammar(sentence.tokens[step].low, language, "plur") for step in (cue, at))
    return is_nominative(sentence, first, language) or (many and not one)
