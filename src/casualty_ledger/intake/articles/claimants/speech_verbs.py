"""Whether a word of speech is a verb with which somebody speaks."""

from __future__ import annotations

from casualty_ledger.intake.articles.claimants.speakers import MEANS, behind_post
from casualty_ledger.intake.articles.language.forms import is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence

SPOKEN_OF = {"йдеться", "ідеться", "говорится", "сказано"}
IMPERSONAL = ("ено", "ано", "іто", "ито", "уто")
VERB_FORMS = ("VERB", "GRND", "INFN")
REFLEXIVE = ("ся", "сь")
# Behind these an English verb of speech is a noun, or nobody's: "the reports", "was reported".
NOT_SPEECH = frozenset(
    ["was", "were", "been", "be", "being", "is", "are", "to", "the", "a", "of", "its", "their", "no"]
)
REPORTS, OF_REPORTS = {"reports", "claims", "estimates"}, {"indicate", "suggest", "say", "show", "of", "from"}
PUT = {"put", "puts"}
AWAY = {"out", "on", "up", "into", "forward", "down", "off"}
# "Passes on" is speech behind a comma only; elsewhere people are handed over.
PASSING = ("перед",)
# "Rate as grave" is a judgement of somebody's state, not of a number.
JUDGING = ("assess", "оцін", "оцен", "назв", "назыв", "назив", "вважа", "счита")
NAMING = ("назв", "назыв", "назив", "призн", "визна")
AS = ("as", "як", "как")
NEGATING = {"не", "not", "never"}
REPORTING = (
    "виправ", "исправ", "поправ", "отчит", "звіт", "зізна", "призна", "похвал", "хвал", "поскарж", "скарж",
    "хизу", "вихвал", "бідка", "клян", "кляв", "клял", "присяга", "діли", "поділи", "обмов", "проговор",
    "дивув", "дивує", "хваст", "похваст", "жалу", "жалова", "пожалова", "дели", "подели", "обмолв", "удивля",
    "возмущ",
)  # fmt: skip


def is_speech(sentence: Sentence, cue: int, last: int, language: str) -> bool:
    """Say whether a word of speech is a verb with somebody who speaks."""
    passed_on = _passes_word_on(sentence, cue)
    for tag, spans in sentence.marks.items():
        if (
            last == cue
            and not (passed_on and sentence.tokens[cue].low.startswith(PASSING))
            and tag.startswith(("measures/", "according", "cite"))
            and any(a <= cue <= b for a, b in spans)
            and not MEANS & {token.low for token in sentence.tokens[last + 2 : last + 3]}
        ):
            return False
    said = cue if language == "en" or may_be(sentence.tokens[cue].low, language, "VERB") else last
    word = sentence.tokens[said].low
    if cue and sentence.tokens[cue - 1].low in NEGATING:
        return False
    if word.startswith(PASSING) and not passed_on:
        return False
    object_words = {token.low for token in sentence.tokens[last + 1 : last + 4]}
    if word.startswith(JUDGING) and object_words & {*AS, "condition"}:
        return False
    if word.startswith(NAMING) and _is_called(sentence, last, language):
        return False
    if language != "en":
        if word.endswith(IMPERSONAL) and word not in SPOKEN_OF:
            return False
        return (not word.endswith(REFLEXIVE) or word in SPOKEN_OF or word.startswith(REPORTING)) and any(
            may_be(word, language, form) for form in VERB_FORMS
        )
    if word in PUT and last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].low in AWAY:
        return False
    before = sentence.tokens[cue - 1].low if cue else ""
    after = sentence.tokens[last + 1].low if last + 1 < len(sentence.tokens) else ""
    after = "by" if behind_post(sentence, last + 1) != last + 1 else after
    told_of = (word in REPORTS and after in OF_REPORTS) or after in ("tank", "guilty")
    return (before not in NOT_SPEECH and not told_of) or after == "by"


def _is_called(sentence: Sentence, last: int, language: str) -> bool:
    """Say whether a verb only calls something a name: «назвал это вбросом»."""
    near = range(last + 1, last + 3)
    if any(sentence.begins("measures/", at) is not None for at in near):
        return False
    ahead, kinds = sentence.tokens[last + 1 : last + 3], ("NOUN", "PRTF", "ADJF")
    return any(is_grammar(token.low, language, kind, "ablt") for token in ahead for kind in kinds)


def _passes_word_on(sentence: Sentence, cue: int) -> bool:
    """Say whether "passes on" is speech: behind a comma, or with an outlet as its subject."""
    return bool(cue) and (
        sentence.tokens[cue - 1].low == "," or sentence.closes("relays", cue - 1) is not None
    )
