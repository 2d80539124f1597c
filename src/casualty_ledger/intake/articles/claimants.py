"""Who says so: the claimants that a sentence names, and who passes their word on."""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.intake.articles.addressing import WHOSE, behind_outlet, is_addressed
from casualty_ledger.intake.articles.claimant_phrases import LONGEST_PHRASE, Attribution, named_by
from casualty_ledger.intake.articles.forms import may_be
from casualty_ledger.intake.articles.names import name_behind
from casualty_ledger.intake.articles.speakers import (
    MEANS,
    opening_subject,
    subject_before,
    subject_behind,
)
from casualty_ledger.intake.articles.standing_names import (
    bracketed_source,
    dashed_source,
    heading_of,
    label_of,
    named_office,
    signature_of,
)
from casualty_ledger.intake.articles.tokens import Sentence
from casualty_ledger.intake.articles.unlisted_verbs import before_that, behind_what_was_said

SPOKEN_OF = {"йдеться", "ідеться", "говорится", "сказано"}
IMPERSONAL = ("ено", "ано", "іто", "ито", "уто")
VERB_FORMS = ("VERB", "GRND", "INFN")
REFLEXIVE = ("ся", "сь")
# Behind these an English verb of speech is a noun, or nobody's: "the reports", "was reported".
NOT_SPEECH = frozenset(
    ["was", "were", "been", "be", "being", "is", "are", "to", "the", "a", "of", "its", "their", "no"]
)
REPORTS, OF_REPORTS = {"reports", "claims", "estimates"}, {"indicate", "suggest", "say", "show", "of", "from"}
CLOSING = {"on", "in", "at", ",", "."}
OPENING = 60
MOST_LEFT = 6
LONGEST_TOPIC = 4
PUT = {"put", "puts"}
AWAY = {"out", "on", "up", "into", "forward", "down", "off"}
# "Passes on" is speech behind a comma only; elsewhere people are handed over.
PASSING = ("перед",)
# "Rate as grave" is a judgement of somebody's state, not of a number.
JUDGING = ("оцін", "оцен", "назв", "назыв", "назив", "вважа", "счита")
AS = ("as", "як", "как")
NEGATING = {"не", "not", "never"}
WHOM = {"whom", "which", "якого", "яку", "яких", "которого", "которую", "которых"}
DASHES = {"–", "—", "-"}
REPORTING = ("виправ", "исправ", "поправ", "отчит", "звіт", "зізна", "призна", "похвал", "хвал", "поскарж")
SIDES = ("party/", "country/", "speaker/", "place/")
# Adjectives of data that are nobody's own: preliminary, official, his, these.
OF_NOBODY = (
    "поперед", "уточнен", "предвар", "офіц", "офиц", "останн", "послед", "оперативн", "нов", "його", "її",
    "їх", "его", "ее", "их", "ці", "цим", "эти", "тех", "тим",
)  # fmt: skip
WRITTEN = (
    "зведенн", "звіт", "допов", "допис", "повідомленн", "огляд", "сводк", "отчет", "сообщени", "обзор",
    "доклад",
)  # fmt: skip
DOCUMENTS = {
    "count",
    "tally",
    "figures",
    "data",
    "estimate",
    "estimates",
    "analysis",
    "update",
    "post",
    "statement",
    "message",
    "video",
    "posts",
    "statements",
    "briefing",
    "letter",
}


def find_attributions(sentence: Sentence, text: str, language: str) -> list[Attribution]:
    """List the claimants of a sentence, from left to right, each by the words that name it."""
    found = [*_by_verbs(sentence, language), *_by_phrases(sentence), *_quoted_by(sentence, language)]
    found += _without_verb(sentence) if language != "en" else ()
    if label := label_of(sentence, language):
        found.append(Attribution(*label, cue=label[1]))
    if bracketed := bracketed_source(sentence):
        found.append(Attribution(*bracketed, cue=bracketed[0] - 1, is_before=False))
    if dashed := dashed_source(sentence):
        found.append(Attribution(*dashed, cue=dashed[0] - 1, is_before=False))
    heading = heading_of(sentence, language) if sentence.start <= OPENING else None
    if heading and heading[0] == 0 and text[: sentence.start].strip():
        heading = None  # A name below what was told signs it.
    if heading:
        found = [Attribution(*heading, cue=heading[1], is_heading=True)]
    if opening := named_office(sentence, language):
        found.append(Attribution(*opening, cue=opening[1]))
    if not heading and (signed := signature_of(sentence, language)):
        found.append(Attribution(*signed, cue=signed[1], is_before=False, covers_previous=True))
    named = [each for one in found if (each := named_by(one, sentence, text, language))]
    named = [*{each.cue: each for each in reversed(named)}.values()]
    unique = {(each.first, each.last): each for each in reversed(named)}
    return sorted(unique.values(), key=lambda each: each.first)


def _by_phrases(sentence: Sentence) -> Iterator[Attribution]:
    """Find who stands behind "according to" and "citing"."""
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
            outlet = behind_outlet(sentence, last + 1)
            begin = _past_document(sentence, last + 1) if outlet is None else outlet + 1
            end = name_behind(sentence, begin)
            if end is not None and sentence.tokens[begin].low not in MEANS:
                leads = cue < len(sentence.tokens) / 2
                given = sentence.tokens[last].low == "by"
                relays = tag == "cite" and _is_quoting(sentence, cue, last)
                source = tag == "cite" and not relays
                yield Attribution(
                    begin, end, cue, is_relay=relays, is_source=source, is_before=leads, is_given=given
                )


def _is_quoting(sentence: Sentence, cue: int, last: int) -> bool:
    """Say whether who is named quotes somebody else: «мэр, которого цитирует агентство», "quoted by AFP"."""
    by = "by" in {token.low for token in sentence.tokens[last : last + 2]}
    return by or (cue > 0 and sentence.tokens[cue - 1].low in WHOM)


def _quoted_by(sentence: Sentence, language: str) -> Iterator[Attribution]:
    """Find whom somebody else quotes: "the governor was quoted by the agency as saying"."""
    for cue, last in sentence.marks.get("cite", ()):
        behind = [token.low for token in sentence.tokens[last + 1 : last + 2]]
        passive = cue > 1 and sentence.tokens[cue - 1].low in ("was", "were", "is") and behind == ["by"]
        if passive and (before := subject_before(sentence, cue - 1, language)):
            yield Attribution(*before, cue - 1)


def _without_verb(sentence: Sentence) -> Iterator[Attribution]:
    """Find who goes on with a verb told once: «штаб говорит о двух, разведка — о трёх»."""
    commas = [at for at, token in enumerate(sentence.tokens) if token.low in (",", ";")]
    said = min((last for _, last in sentence.marks.get("say", ())), default=len(sentence.tokens))
    for comma in (at for at in commas if said < at < len(sentence.tokens) - 1):
        ahead = range(comma + 1, min(comma + 1 + LONGEST_PHRASE, len(sentence.tokens) - 1))
        dash = next((at for at in ahead if sentence.tokens[at].low in DASHES), 0)
        name = comma + 1 + (sentence.tokens[comma + 1].low in WHOSE)
        speaks = dash and any(
            sentence.begins(tag, name) is not None for tag in ("titles", "relays", "speaker/")
        )
        if speaks and sentence.tokens[dash + 1].low in ("о", "об", "в", "про", "у"):
            yield Attribution(comma + 1, dash - 1, dash)


def _past_document(sentence: Sentence, at: int) -> int:
    """Pass over what somebody wrote: "a Telegram post by the mayor", "a statement from the army"."""
    ahead = range(at, min(at + LONGEST_PHRASE, len(sentence.tokens) - 1))
    written = (step for step in ahead if sentence.tokens[step].low in DOCUMENTS)
    document = next(written, None)
    by = document is not None and sentence.tokens[document + 1].low in ("by", "from", "of")
    return document + 2 if document is not None and by else at


def _is_own_source(sentence: Sentence, at: int, behind: int) -> bool:
    """Say whether an adjective tells whose the data are: «по израильским данным», «за різними оцінками»."""
    if any(sentence.begins(side, at) is not None for side in SIDES):
        return True
    is_last = behind < len(sentence.tokens) and sentence.tokens[behind].low == ","
    return is_last and not sentence.tokens[at].low.startswith(OF_NOBODY)


def _by_verbs(sentence: Sentence, language: str) -> Iterator[Attribution]:
    covers = bool(sentence.marks.get("about_before")) or _is_about(sentence)
    unlisted = before_that(sentence) if language == "en" else behind_what_was_said(sentence, language)
    for cue, last in [*sentence.marks.get("say", ()), *unlisted]:
        if not _is_speech(sentence, cue, last, language):
            continue
        if sentence.tokens[cue].low in SPOKEN_OF:
            yield from _in_document(sentence, cue, last)
            continue
        behind = subject_behind(sentence, cue, last, language)
        goes_on = language == "en" and sentence.tokens[cue].low.endswith("ing")
        before = None if goes_on else subject_before(sentence, cue, language)
        if before and (outlet := sentence.starts("relays", last + 1)) is not None:
            yield Attribution(last + 1, outlet, cue + 1, is_relay=True, is_before=False)
            behind = None
        if behind and not (before and is_addressed(sentence, cue, behind, before, language)):
            leads, relays = cue <= 2 and not covers, sentence.starts("relays", cue) is not None
            yield Attribution(*behind, cue, is_relay=relays, is_before=leads, covers_previous=covers)
        if before:
            leads = not _closes(sentence, last)
            yield Attribution(*before, cue, is_before=leads, covers_previous=covers)
        elif not behind and (opening := opening_subject(sentence, cue, language)):
            yield Attribution(*opening, cue)


def _in_document(sentence: Sentence, cue: int, last: int) -> Iterator[Attribution]:
    """Find whose document tells it: «говорится в пятничной сводке ведомства», «ідеться у звіті центру»."""
    ahead = range(last + 1, min(last + 1 + LONGEST_PHRASE, len(sentence.tokens) - 1))
    documents = (at for at in ahead if sentence.tokens[at].low.startswith(WRITTEN))
    for document in documents:
        end = name_behind(sentence, document + 1)
        if end is not None:
            yield Attribution(document + 1, end, cue, is_before=cue == 0)
        return
    if begun := subject_behind(sentence, cue, last, "uk"):
        yield Attribution(*begun, cue, is_before=False)


def _is_about(sentence: Sentence) -> bool:
    """Say whether a sentence tells only who spoke of what was told before: «Про трагедію розповів …»."""
    opening = [token.low for token in sentence.tokens[:1]]
    said = any(cue <= LONGEST_TOPIC for cue, _ in sentence.marks.get("say", ()))
    return opening[:1] in (["про"], ["о"], ["об"]) and said


def _closes(sentence: Sentence, last: int) -> bool:
    """Say whether the verb closes what was said: "…, the governor said on Monday."."""
    rest = range(last + 1, len(sentence.tokens))
    if any(sentence.begins("measures/", at) is not None or _is_count(sentence, at) for at in rest):
        return False
    left = sum(sentence.tokens[at].kind != "mark" for at in rest)
    after = sentence.tokens[last + 1].low if last + 1 < len(sentence.tokens) else "."
    return left <= MOST_LEFT - 2 or (after in CLOSING and left <= MOST_LEFT)


def _is_count(sentence: Sentence, at: int) -> bool:
    """Say whether a number is of no day or hour: what was said ends with it."""
    dated = sentence.has("months", max(0, at - 1), at + 1)
    hour = [token.low for token in sentence.tokens[at + 1 : at + 3]][:1] == [":"]
    return sentence.tokens[at].kind == "number" and not dated and not hour


def _is_speech(sentence: Sentence, cue: int, last: int, language: str) -> bool:
    """Say whether a word of speech is a verb with somebody who speaks."""
    for tag, spans in sentence.marks.items():
        if (
            last == cue
            and tag.startswith(("measures/", "according", "cite"))
            and any(a <= cue <= b for a, b in spans)
            and not MEANS & {token.low for token in sentence.tokens[last + 2 : last + 3]}
        ):
            return False
    word = sentence.tokens[cue].low
    if cue and sentence.tokens[cue - 1].low in NEGATING:
        return False
    if word.startswith(PASSING) and not _passes_word_on(sentence, cue):
        return False
    if word.startswith(JUDGING) and any(token.low in AS for token in sentence.tokens[last + 1 : last + 4]):
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
    told_of = word in REPORTS and after in OF_REPORTS
    return (before not in NOT_SPEECH and not told_of) or after == "by"


def _passes_word_on(sentence: Sentence, cue: int) -> bool:
    """Say whether "passes on" is speech: behind a comma, or with an outlet as its subject."""
    return bool(cue) and (
        sentence.tokens[cue - 1].low == "," or sentence.closes("relays", cue - 1) is not None
    )
