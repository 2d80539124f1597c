"""Words that look like a place and are none, or a place where it did not happen."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar, is_known, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence

# What comes from a place did not happen there: people, missiles.
ORIGIN = frozenset(["from", "из", "із", "з", "зі"])
DISTANCES = ("km", "км", "kilomet", "кіломет", "километ", "mile")
# To these people are taken from where they were hurt.
CARE = (
    "hospital", "clinic", "morgue", "лікарн", "госпітал", "шпитал", "клінік", "морг", "больниц", "госпитал",
    "клиник",
)  # fmt: skip
UNITS = (
    "fleet",
    "brigade",
    "corps",
    "division",
    "battalion",
    "regiment",
    "флот",
    "бригад",
    "корпус",
    "дивиз",
    "дивіз",
    "військ",
    "войск",
)
LONGEST_CARE, TAKEN = 4, ("measures/injured/verb", "measures/injured/subject", "taken")
# Beginnings of words for moving people, who came to no harm where they went.
MOVING = (
    "відступ", "отступ", "доставл", "эвакуир", "евакую", "перевез", "отправ", "перевод", "перевед",
    "відправ", "вивез", "вывез", "відвез", "отвез", "увез", "привез", "доправ", "направл", "flown",
    "flew", "way", "route", "bound", "headed", "heading", "дорог", "шлях", "пути", "путь", "transfer",
    "evacuat", "fled", "withdr", "retreat", "airlift",
)  # fmt: skip
IN = ("in", "в", "у", "во", "на")
# Beginnings of words by which somebody speaks somewhere; what is "reported in" a place happened there.
SPOKE = ("said", "told", "reporters", "speaking", "сказа", "заяви", "выступ", "виступ", "доложи", "допові")
REGIONAL, OFFICE_OF = ("regional", "oblast", "region", "city", "district", "provincial"), ("of", "in", "for")
BEARINGS = (
    "north",
    "south",
    "east",
    "west",
    "північ",
    "південь",
    "схід",
    "захід",
    "север",
    "юг",
    "восток",
    "запад",
)
DIRECTIONS = {"vicinity", "direction", "area", "outskirts", "territory"}
DETERMINERS = frozenset(
    ["a", "an", "this", "that", "one", "another", "each", "every", "no", "his", "her", "their", "its"]
)
LONGEST_SHORT, LONGEST_DATELINE, NEXT_TO_HIT = 4, 12, 3
FARTHEST_RESIDENT = 5
# Those who come home or are kept were taken elsewhere, and earlier; so did people live or serve elsewhere.
HOMECOMING = ("measures/returned", "measures/exchanged", "measures/held", "swap")
LIVED = (*MOVING, "liv", "serv", "work", "surrender", "fought", "been", "come", "arriv")


def is_of_care(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a place is only where the hurt were taken: "a hospital in the town", «лікарня Дніпра»."""
    moved = any(sentence.has(tag, max(0, first - 2 * LONGEST_CARE), first) for tag in TAKEN)
    near = range(max(0, first - LONGEST_CARE), min(last + 2, len(sentence.tokens)))
    care = [at for at in near if sentence.tokens[at].low.startswith(CARE)]
    return moved and bool(care) and not is_hit(sentence, care[0])


def is_hit(sentence: Sentence, at: int) -> bool:
    """Say whether a building is what was hit: "a drone struck a hospital", «влучив у лікарню»."""
    return any(0 < at - last <= NEXT_TO_HIT for _, last in sentence.spans("hits"))


def is_of_office(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a place only tells whose an office is: "Northern regional police", "head of the North"."""
    behind = last + 1
    behind += behind < len(sentence.tokens) and sentence.tokens[behind].low in REGIONAL
    titled = sentence.starts("titles", behind) is not None
    alone = not any(token.low == "," for token in sentence.tokens[first:last])
    treats = titled and sentence.tokens[behind].low.startswith(CARE)
    after = titled and alone and not treats and sentence.tokens[last].low.isascii()
    before = first - 1 - (first > 1 and sentence.tokens[first - 1].low == "the")
    of = before > 0 and sentence.tokens[before].low in OFFICE_OF
    inflected = bool(first) and not sentence.tokens[first].low.isascii()
    if inflected and (sentence.closes("officials", first - 1) is not None or _is_receiver(sentence, first)):
        return True
    return after or (of and sentence.closes("officials", before - 1) is not None)


def _is_receiver(sentence: Sentence, first: int) -> bool:
    """Say whether a place stands in the dative without a preposition, as whom something is given: «Киеву»."""
    word = sentence.tokens[first].low
    if word.isascii() or any(may_be(sentence.tokens[first - 1].low, each, "PREP") for each in INFLECTED):
        return False
    cases = ("nomn", "gent", "accs", "loct")
    return any(
        is_grammar(word, language, "NOUN", "datv")
        and not any(may_be(word, language, "NOUN", case) for case in cases)
        for language in INFLECTED
    )


def is_origin(sentence: Sentence, first: int) -> bool:
    """Say whether somebody or something only comes from a place: "fired from the port", «студент из села»."""
    of = first > 1 and sentence.tokens[first - 1].low == "of"
    if of and sentence.tokens[first - 2].low in DIRECTIONS:
        return any(token.low in ORIGIN for token in sentence.tokens[max(0, first - 4) : first - 2])
    before = sentence.tokens[max(0, first - 2) : first]
    if not before or not {token.low for token in before} & ORIGIN or before[0].low.startswith(DISTANCES):
        return False
    if before[-1].low not in ORIGIN and (
        before[-1].kind != "word" or sentence.has("place_before", first - 1, first - 1)
    ):
        return False
    return not _is_instrumental(sentence.tokens[first].low)


def is_bearing(sentence: Sentence, first: int) -> bool:
    """Say whether a place only tells where another one lies: "a village south of the town"."""
    before = [token.low for token in sentence.tokens[max(0, first - 2) : first]]
    return len(before) > 1 and before[1] in ("of", "від", "от") and before[0].startswith(BEARINGS)


def is_of_past(sentence: Sentence, first: int) -> bool:
    """Say whether a place tells what people had done before: "soldiers freed who had fought in the town".

    What those harmed had been doing tells where they were harmed: "killed nine who had queued in the town".
    """
    for at in range(first - 1, max(-1, first - LONGEST_DATELINE), -1):
        if sentence.tokens[at].low in (",", ";", ":"):
            return False
        if sentence.tokens[at].low == "who":
            harmed = sentence.has("measures/killed/verb", at, first)
            had = sentence.tokens[at + 1].low == "had" and not harmed
            home = any(tag.startswith(HOMECOMING) for tag in sentence.marks)
            return had and (home or sentence.tokens[at + 2].low.startswith(LIVED))
    return False


def _is_instrumental(word: str) -> bool:
    return not word.isascii() and any(is_grammar(word, one, "NOUN", "ablt") for one in INFLECTED)


def end_of_dateline(sentence: Sentence) -> int:
    """Return the token that ends where and when a report was written: "CAPITAL, May 4 (AP) –"; else -1."""
    for at, token in enumerate(sentence.tokens[:LONGEST_DATELINE]):
        if token.low in ("–", "—", "-"):
            return at
        numbered = token.kind != "word" or sentence.begins("months", at) is not None
        if not (numbered or token.is_capital or token.low in "/.,()"):
            return -1
    return -1


def is_told_there(sentence: Sentence, first: int) -> bool:
    """Say whether a place is only where somebody spoke: "the office said in Geneva", "told reporters in"."""
    before = [token.low for token in sentence.tokens[max(0, first - 3) : first - 1]]
    led = first > 1 and sentence.tokens[first - 1].low in IN
    return led and any(word.startswith(SPOKE) for word in before)


def is_goal(sentence: Sentence, first: int) -> bool:
    """Say whether people only went or were taken to a place: «відступили в область», "evacuated to"."""
    led = first > 1 and sentence.tokens[first - 1].low in (*IN, "to", "до")
    before = sentence.tokens[max(0, first - 4) : first - 1]
    return led and any(token.low.startswith(MOVING) for token in before)


def is_residence(sentence: Sentence, first: int) -> bool:
    """Say whether a place tells where somebody lives: «житель Харкова», "a resident of the town"."""
    before = first - 1 - (first > 1 and sentence.tokens[first - 1].low == "of")
    before -= before > 0 and sentence.closes("place_words", before) is not None
    return before >= 0 and sentence.closes("persons/", before) is not None


def is_apposed_resident(sentence: Sentence, first: int) -> bool:
    """Say whether a place only tells where one lives of whom the text spoke: "a patient, a resident of X"."""
    if not is_residence(sentence, first):
        return False
    before = sentence.tokens[max(0, first - FARTHEST_RESIDENT) : first]
    return not before[0].low.isascii() and any(token.low == "," for token in before)


def is_route(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a place is only an end of a route: «поїзд Ковель — Умань»."""
    behind = sentence.tokens[last + 1 : last + 3]
    before = sentence.tokens[max(0, first - 2) : first]
    sides = [(behind[:1], behind[1:]), (before[1:], before[:1])]
    return any(
        dash and other and dash[0].low in ("–", "—", "-") and other[0].is_capital and other[0].kind == "word"
        for dash, other in sides
    )


def is_agent(sentence: Sentence, first: int) -> bool:
    """Say whether a place only stands for those who acted: «назначенный Москвой»."""
    before = sentence.tokens[first - 1].low if first else ""
    led = any(may_be(before, language, "PREP") for language in INFLECTED)
    return not led and _is_instrumental(sentence.tokens[first].low)


def is_building(sentence: Sentence, at: int, end: int) -> bool:
    """Say whether capitals name a building, a unit or a day and no place: "City Hospital No. 2"."""
    if sentence.begins("day_words", end) is not None:
        return True
    ahead = range(at, min(end + 1, len(sentence.tokens)))
    return any(
        sentence.tokens[step].is_capital and sentence.tokens[step].low.startswith((*CARE, *UNITS))
        for step in ahead
    )


def is_facility(sentence: Sentence, last: int) -> bool:
    """Say whether a capital is the adjective of a building: «в Северном родильном доме»."""
    behind = sentence.tokens[last + 1 : last + 2]
    if not behind or behind[0].is_capital or not is_adjective(sentence.tokens[last].low):
        return False
    return any(may_be(behind[0].low, one, kind, "loct") for one in INFLECTED for kind in ("NOUN", "ADJF"))


def is_of_unit(sentence: Sentence, last: int) -> bool:
    """Say whether a capital only names a unit or an arm: «Чорноморський флот», «Сухопутні війська»."""
    behind = sentence.tokens[last + 1 : last + 2]
    return bool(behind) and behind[0].low.startswith(UNITS) and is_adjective(sentence.tokens[last].low)


def is_short_form(sentence: Sentence, at: int) -> bool:
    """Say whether a word is the short form of an institution and no name of a place: «НПЗ», "NATO"."""
    text = sentence.tokens[at].text
    known = any(sentence.begins(family, at) is not None for family in ("place/", "country/"))
    is_model = text.isascii() and not sentence.tokens[max(0, at - 1)].low.isascii()
    return text.isupper() and (len(text) <= LONGEST_SHORT or is_model) and not known


def names_no_place(sentence: Sentence, at: int) -> bool:
    """Say whether a capital names something else: a month, a title, a person, a party, a network."""
    tags = ("months", "day_words", "titles", "relays", "say", "pronouns", "drop", "since")
    if any(a <= at <= b for tag in tags for a, b in sentence.marks.get(tag, ())):
        return True
    word = sentence.tokens[at].low
    if word in DETERMINERS or (
        not word.isascii() and any(_is_personal(word, language) for language in INFLECTED)
    ):
        return True
    is_party = any(
        tag.startswith("party/") and any(a <= at <= b for a, b in spans)
        for tag, spans in sentence.marks.items()
    )
    return is_party or sentence.tokens[at].low.startswith(
        ("telegram", "facebook", "twitter", "телеграм", "фейсбук", "tg")
    )


def _is_personal(word: str, language: str) -> bool:
    """Say whether the dictionary knows a word as a first name, and as no place."""
    told = is_grammar(word, language, "Name") and not may_be(word, language, "Geox")
    return told and is_known(word, language)


def is_adjective(word: str) -> bool:
    """Say whether a word may stand between a preposition and a name: «в суданском Эль-Фашире»."""
    return not word.isascii() and any(is_grammar(word, language, "ADJF") for language in INFLECTED)
