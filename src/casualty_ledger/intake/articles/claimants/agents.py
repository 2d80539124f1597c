"""Who made a document or a finding, by the clause that describes it: "data that the service released"."""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.intake.articles.claimants.addressing import WHOSE, WRITTEN
from casualty_ledger.intake.articles.claimants.claimant_phrases import LONGEST_PHRASE, Attribution
from casualty_ledger.intake.articles.claimants.names import name_behind
from casualty_ledger.intake.articles.claimants.opening import is_predicate
from casualty_ledger.intake.articles.claimants.sources import COUNTS, DOCUMENTS
from casualty_ledger.intake.articles.claimants.speakers import (
    subject_before,
    subject_behind,
    subject_far_behind,
)
from casualty_ledger.intake.articles.language.forms import is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence

MADE = (
    *WRITTEN, *COUNTS, "оцін", "оценк", "оценок", "оценке",
    "сведен", "відомост", "ведомост", "список", "списк",
    "перелік", "материал", "матеріал", "даним", "данным", "підрах",
)  # fmt: skip
WHICH, RELATIVE = ("котор", "який", "яка", "яке", "які", "яку", "яких", "якої", "яким", "якими"), {"що"}
IN_ENGLISH = {"that", "which"}
HARMED = ("measures/killed", "measures/losses", "measures/missing", "measures/captured")
CLOSING = {",", "—", "–", ";", ".", ")"}
PAST = {"made", "gave", "drew", "kept", "keeps", "got", "led", "won", "saw", "have", "has"}
LONGEST_CLAUSE, MOST_LEFT = 16, 3


def made_by(sentence: Sentence, language: str) -> Iterator[Attribution]:
    """Find who is the subject of the relative clause of a document: «даними, які оприлюднила служба»."""
    find = _agent_in_english if language == "en" else _agent
    for at, token in enumerate(sentence.tokens):
        document = _is_document(token.low) if language == "en" else token.low.startswith(MADE)
        begin = clause_behind(sentence, at, language) if document else None
        span = find(sentence, begin, language) if begin is not None else None
        if document and language != "en" and span is None:
            span = _by_participle(sentence, at + 1, language)
        if span:
            yield Attribution(*span, at, is_before=at < len(sentence.tokens) / 2)


def _is_document(word: str) -> bool:
    return word in DOCUMENTS or word.removesuffix("s") in DOCUMENTS


def clause_behind(sentence: Sentence, at: int, language: str) -> int | None:
    """Return where the words of a relative clause behind a token begin, behind "which"; None without one."""
    ahead = [token.low for token in sentence.tokens[at + 1 : at + 4]]
    english = language == "en"
    comma = bool(ahead) and ahead[0] == ","
    resumed = len(ahead) > 2 and ahead[1] in RELATIVE and ahead[2] in WHOSE
    for step, word in enumerate(ahead):
        relative = word in IN_ENGLISH if english else word.startswith(WHICH) or (resumed and word in RELATIVE)
        if relative and (english or comma) and step <= comma + 1:
            return at + 2 + step
    return None


def _agent(sentence: Sentence, begin: int, language: str) -> tuple[int, int] | None:
    ahead = range(begin, min(begin + LONGEST_CLAUSE, len(sentence.tokens)))
    end = next((at for at in ahead if sentence.tokens[at].low in CLOSING), ahead.stop)
    verb = next(
        (at for at in range(begin, end) if is_grammar(sentence.tokens[at].low, language, "VERB")), None
    )
    if verb is None or any(sentence.begins(tag, verb) is not None for tag in HARMED):
        return None
    quoted = (at for at in range(verb + 1, end) if sentence.tokens[at].low == "«")
    opened = next(quoted, None)
    spans = (
        subject_before(sentence, verb, language) if verb > begin else None,
        subject_behind(sentence, verb, verb, language),
        (opened, name_behind(sentence, opened) or opened) if opened is not None else None,
        subject_far_behind(sentence, verb, verb, language),
    )
    begin += sentence.tokens[begin].low in WHOSE
    within = ((max(begin, span[0]), span[1]) for span in spans if span)
    return next((span for span in within if span[0] <= span[1] < end), None)


def _by_participle(sentence: Sentence, at: int, language: str) -> tuple[int, int] | None:
    """Return who made a document, behind what was done with it: «отчет, подготовленный в мае историком»."""
    at += at < len(sentence.tokens) and sentence.tokens[at].low == ","
    if at >= len(sentence.tokens) or not is_grammar(sentence.tokens[at].low, language, "PRTF"):
        return None
    ahead = range(at + 1, min(at + LONGEST_CLAUSE, len(sentence.tokens)))
    end = next((step for step in ahead if sentence.tokens[step].low in CLOSING), ahead.stop)
    by = (step for step in range(at + 1, end) if _is_agent(sentence, step, language))
    begin = next(by, None)
    last = name_behind(sentence, begin) if begin is not None else None
    return (begin, min(last, end - 1)) if begin is not None and last is not None else None


def _is_agent(sentence: Sentence, at: int, language: str) -> bool:
    """Say whether a word is in the instrumental and no day or month: «сборной миссией»."""
    led = is_grammar(sentence.tokens[at - 1].low, language, "PREP")
    dated = any(sentence.begins(tag, at) is not None for tag in ("months", "day_words"))
    return is_grammar(sentence.tokens[at].low, language, "ablt") and not (led or dated)


def _agent_in_english(sentence: Sentence, begin: int, language: str) -> tuple[int, int] | None:
    """Return the subject of a relative clause that ends with its verb: "that the service released"."""
    ahead = range(begin, min(begin + LONGEST_CLAUSE, len(sentence.tokens)))
    verb = next((at for at in ahead if _is_english_verb(sentence, at, language)), None)
    if verb is None or verb == begin:
        return None
    rest = range(verb + 1, min(verb + 2 + MOST_LEFT, len(sentence.tokens)))
    closed = any(sentence.tokens[at].low in CLOSING for at in rest)
    led = sentence.tokens[begin - 2].low == "to"
    told = any(sentence.begins("measures/killed", at) is not None for at in range(begin, verb + 1))
    return (begin, verb - 1) if (closed or led) and not told else None


def _is_english_verb(sentence: Sentence, at: int, language: str) -> bool:
    word = sentence.tokens[at].low
    past = word.endswith("ed") or word in PAST or sentence.starts("say", at) is not None
    return past and is_predicate(sentence, at, language)


def managed(sentence: Sentence, language: str) -> Iterator[Attribution]:
    """Find who managed to find out, in the dative: «журналистам удалось подтвердить»."""
    for at in range(1, len(sentence.tokens) - 1):
        word, behind = sentence.tokens[at].low, sentence.tokens[at + 1].low
        if not (is_grammar(word, language, "VERB", "neut") and may_be(behind, language, "INFN")):
            continue
        near = range(at - 1, max(-1, at - 1 - LONGEST_PHRASE), -1)
        whom = (
            step
            for step in near
            if may_be(sentence.tokens[step].low, language, "NOUN", "datv")
            and not may_be(sentence.tokens[step].low, language, "NOUN", "gent")
        )
        begin = next(whom, None)
        if begin is not None:
            yield Attribution(begin, at - 1, at)
