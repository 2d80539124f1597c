"""Who stands behind what is told: "according to", "citing", whose data or list it is."""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.intake.articles.claimants.addressing import WHOSE, behind_outlet
from casualty_ledger.intake.articles.claimants.claimant_phrases import LONGEST_PHRASE, Attribution
from casualty_ledger.intake.articles.claimants.names import (
    ARTICLES,
    IN,
    LONGEST_NAME,
    OWN,
    STOPS,
    is_named,
    name_behind,
)
from casualty_ledger.intake.articles.claimants.speakers import MEANS, subject_before
from casualty_ledger.intake.articles.language.forms import is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence

WHOM = ("whom", "which", "який", "яка", "яке", "які", "якого", "яку", "яких", "котор")
SIDES = ("party/", "country/", "speaker/", "place/")
# Adjectives of data that are nobody's own: preliminary, official, his, these.
OF_NOBODY = (
    "поперед", "уточнен", "предвар", "офіц", "офиц", "останн", "послед", "оперативн", "нов", "його", "її",
    "їх", "его", "ее", "их", "ці", "цим", "эти", "тех", "тим", "its", "their",
    "his", "her", "our", "official", "some", "most", "that", "this", "independent", "any", "one",
)  # fmt: skip
LONGEST_OWNED, LONGEST_MAKING = 3, 9
COUNTS = (
    "розслідуванн", "расследован", "підрахун", "подсчет", "даних", "дані", "данные", "данных", "зведенн",
    "сводк", "звіт", "отчет", "доповід", "доклад", "статистик", "моніторинг", "мониторинг", "база", "базі",
    "базу", "базе", "списк", "список", "перелік",
)  # fmt: skip
DASHES, LED_TO = {"–", "—"}, {"by", "to", "on", "in"}
LINKS = {"the", "of", "for", "and", "health", "defence", "defense"}
DOCUMENTS = frozenset(
    [
        "account", "analysis", "assessment", "briefing", "bulletin", "calculations", "claim",
        "claims", "count", "data", "database", "estimate", "estimates", "figure", "figures",
        "findings", "inquiry", "investigation", "letter", "list", "map", "message", "monitors",
        "post", "posts", "reckoning", "records", "register", "report", "statement", "statements",
        "summary", "tallies", "tally", "update", "version", "video",
    ]
)  # fmt: skip


def by_phrases(sentence: Sentence, language: str) -> Iterator[Attribution]:
    """Find who stands behind "according to" and "citing"."""
    covers = bool(sentence.marks.get("about_before"))
    for tag in ("according", "cite"):
        for cue, last in sentence.marks.get(tag, ()):
            if sentence.begins("measures/", cue) is not None and sentence.tokens[cue - 1].low in (
                "was",
                "were",
                "been",
            ):
                continue
            if last - cue == 2 and _is_own_source(sentence, cue + 1, last + 1):
                yield Attribution(cue + 1, last, cue)
                continue
            if (owner := _own_word(sentence, cue, last)) is not None:
                yield Attribution(owner, owner, cue, is_pronoun=True)
                continue
            outlet = behind_outlet(sentence, last + 1)
            begin = _past_document(sentence, last + 1) if outlet is None else outlet + 1
            if tag == "cite" and (told := sentence.starts("relays", begin)) is not None:
                begin = told + 1 if sentence.starts("titles", told + 1) is not None else begin
            end = name_behind(sentence, begin)
            clause = end is not None and _has_verb(sentence, begin, end, language)
            if end is not None and not clause and not _names_nobody(sentence, cue, begin, language):
                closes = tag == "cite" and cue > 0 and sentence.tokens[cue - 1].low in DASHES
                leads = cue < len(sentence.tokens) / 2 and not (covers or closes)
                given = sentence.tokens[last].low == "by"
                relays = tag == "cite" and _is_quoting(sentence, cue, last)
                source = tag == "cite" and not relays
                yield Attribution(
                    begin, end, cue, is_relay=relays, is_source=source, is_before=leads, is_given=given,
                    covers_previous=covers,
                )  # fmt: skip


def _has_verb(sentence: Sentence, begin: int, end: int, language: str) -> bool:
    """Say whether a verb with a small letter stands among words: they are a clause and no name."""
    within = (token for token in sentence.tokens[begin : end + 1] if not token.is_capital)
    return any(is_grammar(token.low, language, "VERB", "neut") for token in within)


def _names_nobody(sentence: Sentence, cue: int, at: int, language: str) -> bool:
    """Say whether "according to" leads to a means, a verb or people counted: "in the list of the dead"."""
    in_list = sentence.tokens[cue].low in IN
    people, none = (("persons/",), ("VERB", "PREP", "ADVB")) if in_list else ((), ("VERB", "PREP"))
    counted = any(sentence.begins(tag, at) is not None for tag in ("measures/", *people))
    word = sentence.tokens[at].low
    no_noun = word not in IN and any(is_grammar(word, language, kind) for kind in none)
    return word in MEANS or counted or no_noun


def _is_quoting(sentence: Sentence, cue: int, last: int) -> bool:
    """Say whether who is named quotes somebody else: «мэр, которого цитирует агентство», "quoted by AFP"."""
    by = "by" in {token.low for token in sentence.tokens[last : last + 2]}
    return by or (cue > 0 and sentence.tokens[cue - 1].low.startswith(WHOM))


def quoted_by(sentence: Sentence, language: str) -> Iterator[Attribution]:
    """Find whom somebody else quotes: "the governor was quoted by the agency as saying"."""
    for cue, last in sentence.marks.get("cite", ()):
        behind = [token.low for token in sentence.tokens[last + 1 : last + 2]]
        passive = cue > 1 and sentence.tokens[cue - 1].low in ("was", "were", "is") and behind == ["by"]
        if passive and (before := subject_before(sentence, cue - 1, language)):
            yield Attribution(*before, cue - 1)


def issued_by(sentence: Sentence) -> Iterator[Attribution]:
    """Find by whom a number was given out: "as published this morning by the ministry"."""
    for at in range(len(sentence.tokens) - 3):
        given = [token.low for token in sentence.tokens[at : at + 2]]
        if given[0] != "as" or not given[1].endswith(("ed", "en")):
            continue
        near = range(at + 2, min(at + 2 + LONGEST_PHRASE, len(sentence.tokens) - 2))
        by = next((step for step in near if sentence.tokens[step].low == "by"), None)
        article = by is not None and sentence.tokens[by + 1].low in ARTICLES
        if by is None or not is_named(sentence, by + 1 + article):
            continue
        end = name_behind(sentence, by + 1)
        if end is not None:
            yield Attribution(by + 1, end, at, is_before=at < len(sentence.tokens) / 2)


def _past_document(sentence: Sentence, at: int) -> int:
    """Pass over what somebody wrote: "a Telegram post by the mayor", "a statement from the army"."""
    ahead = range(at, min(at + LONGEST_PHRASE, len(sentence.tokens) - 1))
    written = (step for step in ahead if sentence.tokens[step].low in DOCUMENTS)
    document = next(written, None)
    if document is None:
        return at
    if sentence.tokens[document + 1].low in ("by", "from", "of"):
        return document + 2
    maker = _behind_participle(sentence, document + 1)
    return at if maker is None else maker


def _behind_participle(sentence: Sentence, at: int) -> int | None:
    """Return who made a document, behind what was done with it and when: "published on 5 June by …"."""
    if not sentence.tokens[at].low.endswith(("ed", "wn", "de", "en")):
        return None
    ahead = range(at + 1, min(at + LONGEST_MAKING, len(sentence.tokens) - 1))
    end = next((step for step in ahead if sentence.tokens[step].low in STOPS), ahead.stop)
    return next((step + 1 for step in range(at + 1, end) if sentence.tokens[step].low == "by"), None)


def _is_own_source(sentence: Sentence, at: int, behind: int) -> bool:
    """Say whether an adjective tells whose the data are: «по израильским данным», «за різними оцінками»."""
    if any(sentence.begins(side, at) is not None for side in SIDES):
        return True
    is_last = behind < len(sentence.tokens) and sentence.tokens[behind].low == ","
    return is_last and not sentence.tokens[at].low.startswith(OF_NOBODY)


def _own_word(sentence: Sentence, cue: int, last: int) -> int | None:
    """Return the word for somebody named before whose account it is: "by its count", «за її даними»."""
    behind = sentence.tokens[last + 1 : last + 2]
    closed = not behind or behind[0].kind == "mark" or behind[0].low in DOCUMENTS
    own = (at for at in range(cue + 1, last + 1) if sentence.tokens[at].low in WHOSE | OWN)
    return next(own, None) if closed else None


def owned_by(sentence: Sentence) -> Iterator[Attribution]:
    """Find whose count or claim it is: "by the ministry's count", "the group's figures show"."""
    for at in range(1, len(sentence.tokens)):
        if sentence.tokens[at].low not in DOCUMENTS:
            continue
        near = range(at - 1, max(-1, at - 1 - LONGEST_OWNED), -1)
        ours = next((step for step in near if sentence.tokens[step].low == "our"), None)
        if ours is not None:
            yield Attribution(ours, at, at)
        if sentence.tokens[at - 1].low in OWN:
            yield Attribution(at - 1, at - 1, at, is_pronoun=True, is_before=at < len(sentence.tokens) / 2)
        if sentence.tokens[at - 1].low == "own" and at > 2 and sentence.tokens[at - 3].low in LED_TO:
            yield Attribution(
                at - 2, at - 2, at - 2, is_pronoun=True, is_before=at < len(sentence.tokens) / 2
            )
        owner = next((step for step in near if sentence.tokens[step].low.endswith("'s")), None)
        if owner is None or any(sentence.starts(tag, owner) is not None for tag in ("day_words", "months")):
            continue
        first = owner
        while first > 0 and owner - first < LONGEST_NAME and _is_of_name(sentence, first - 1):
            first -= 1
        if any(is_named(sentence, step) for step in range(first, owner + 1)):
            yield Attribution(first, owner, at, is_before=at < len(sentence.tokens) / 2, is_owner=True)


def named_behind_document(sentence: Sentence, language: str) -> Iterator[Attribution]:
    """Find whose inquiry or count it is: «розслідування «Схем» пов'язало», «подсчеты Медиазоны показали»."""
    for at in range(len(sentence.tokens) - 1):
        behind = sentence.tokens[at + 1]
        if not sentence.tokens[at].low.startswith(COUNTS) or not (behind.is_capital or behind.low == "«"):
            continue
        end = name_behind(sentence, at + 1)
        if end is not None and not _names_nobody(sentence, at, at + 1, language):
            verb = (step for step in range(at + 2, end + 1) if _is_verb(sentence, step, language))
            last = next(verb, end + 1) - 1
            yield Attribution(at + 1, last, at, is_before=at < len(sentence.tokens) / 2)


def _is_verb(sentence: Sentence, at: int, language: str) -> bool:
    token = sentence.tokens[at]
    return not token.is_capital and is_grammar(token.low, language, "VERB")


def _is_of_name(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    titled = sentence.starts("titles", at) is not None
    return token.kind == "word" and (token.is_capital or titled or token.low in LINKS)
