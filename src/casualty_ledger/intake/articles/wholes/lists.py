"""Numbers that go on with the one before them: lists of parts, of places, of names, and tallies that rose."""

from __future__ import annotations

from casualty_ledger.intake.articles.context import Kept
from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.attaching import BARE
from casualty_ledger.intake.articles.measures.found import UNTOLD, WHOLE, Found
from casualty_ledger.intake.articles.numbers.counted import AND, DASHES, NOTHING, PERSON, QUOTES, THING
from casualty_ledger.intake.articles.numbers.number import Number

NAMES = ("victim", "name", "імен", "ім'я", "імя", "прізвищ", "имен", "имя", "фамили")
SIDES = {"in", "at", "near", "on", "в", "у", "на", "під", "под", "біля", "возле", "facing", "–", "—"}
PLACED = SIDES - {"–", "—", "facing"}
BEFORE_TALLY = DASHES | {"«", '"', "“", "at"}
WITH = {("along", "with"), ("together", "with"), ("разом", "із"), ("разом", "з"), ("вместе", "с")}
THEM = {"them", "which", "них", "яких", "которых"}
FAR = 2.6
SPOKEN_OF = {"to", "at", "про", "о", "об", "на", "of", "уже", "вже"}
OTHER_VERB = "a number of people to whom something else happened"
BROUGHT_HOME = ("returned", "exchanged", "deported")
LONGEST_JOIN = 9
LONGEST_RISE = 11
LONGEST_NOUN = 2


def continue_list(each: Found, done: list[Found], sentence: Sentence, kept: Kept) -> None:
    """Let a number go on with the one before it: in a list of parts, of places, or as a tally that rose."""
    before = next((one for one in reversed(done) if not one.number.refusal), None)
    joined = before if before and _is_joined(before, each, sentence) else None
    if before and before.measure and not before.refusal and _is_signed(each, before, sentence):
        _take(each, before, "an addition")
        return
    told = [one for one in done if one.measure and not one.refusal]
    untold = not each.measure and each.refusal in (UNTOLD, BARE)
    far = each.cost > FAR or untold
    is_more_people = far and not each.number.is_increment and each.counted.kind == PERSON
    if joined and joined.is_part and each.measure == joined.measure and _is_next(joined, each, sentence):
        each.is_part = True
    elif joined and joined.is_part and (is_more_people or _has_other_verb(each)):
        _take(each, joined, "a list of parts", as_part=True)
    elif joined and told and untold and _is_predicated(sentence, each):
        _take(each, told[-1], "a list of parts", as_part=True)
    elif joined and untold and _goes_on_listing(joined, each, sentence):
        _take(each, joined, "a list", as_part=joined.is_part)
    elif told and untold and _is_led_on(sentence, each):
        _take(each, told[-1], "a list")
    elif told and untold and each.counted.kind == NOTHING and _is_total(sentence, each.number.begin):
        _take(each, told[-1], "its total")
    elif untold and _is_labelled(each) and (whole := whole_of(each, done, kept)):
        _take(each, whole, "a list of parts", as_part=True)
    elif last := _counted_last(told, done, kept):
        _count_anew(each, last, sentence, untold=untold)


def _has_other_verb(each: Found) -> bool:
    """Say whether what else some did is told of a bare number: "14 are officers, 63 had been hired"."""
    return each.counted.kind == NOTHING and each.refusal == OTHER_VERB


def continue_swap(each: Found, done: list[Found], kept: Kept) -> None:
    """Let "of them" count some of those brought home, whatever befell them: "9 of them were sentenced"."""
    if each.is_part and each.refusal == OTHER_VERB and not is_of_refused(each, done):
        whole = whole_of(each, done, kept)
        if whole is not None and whole.measure in BROUGHT_HOME:
            _take(each, whole, "a part of those brought home", as_part=True)


def _counted_last(told: list[Found], done: list[Found], kept: Kept) -> Found | None:
    """Return the figure that may be told anew: none where people of no figure were counted since."""
    if done and done[-1].refusal and done[-1].counted.kind == PERSON:
        return None
    return next(iter([*told[-1:], *(one for one, _, _ in kept[-1:])]), None)


def _count_anew(each: Found, last: Found, sentence: Sentence, *, untold: bool) -> None:
    """Let a number be a count of those counted last: names on their list, or their tally told anew."""
    if _is_of_names(each, sentence) and not each.measure and not sentence.marks.get("hypothetical"):
        some = (last.number.value or 0) > (each.number.value or 0) and not sentence.marks.get("rise")
        _take(each, last, "names of a list", as_part=some)
        return
    people = each.counted.kind == PERSON and not sentence.marks.get("tally")
    told = (_is_tally(sentence, each.number.begin) and not people) or _is_conceded(sentence, each)
    behind = sentence.tokens[each.number.last + 1 : each.number.last + 2]
    acts = any(is_grammar(token.low, language, "VERB") for token in behind for language in INFLECTED)
    if untold and told and not acts and not last.number.is_zero:
        _take(each, last, "a tally")


def _is_behind_dash(sentence: Sentence, at: int) -> bool:
    """Say whether a dash leads to a number, with a preposition between: «разведка — в 240 тысяч»."""
    at -= at > 1 and sentence.tokens[at - 1].low in ("в", "у", "о", "об", "про")
    first = sentence.closes("hedges/", at - 1) if at else None
    at = at if first is None else first
    return sentence.tokens[at - 1].low in DASHES


def _is_led_on(sentence: Sentence, each: Found) -> bool:
    """Say whether a dash leads to a number, or "with" to more people: "five, together with two others"."""
    at = each.number.begin
    led = tuple(token.low for token in sentence.tokens[max(0, at - 2) : at])
    joined = each.counted.kind == PERSON and (led in WITH or led[-1:] == ("alongside",))
    return joined or _is_behind_dash(sentence, at)


def _is_of_names(each: Found, sentence: Sentence) -> bool:
    """Say whether names on a list are counted: "the largest group, 47,700 names"."""
    return sentence.tokens[each.counted.last].low.startswith(NAMES) and each.counted.last > each.number.last


def _is_predicated(sentence: Sentence, each: Found) -> bool:
    """Say whether a dash tells who a number of those counted before are: «14 – офіцери»."""
    dash = each.number.last + 1
    told = dash < len(sentence.tokens) and sentence.tokens[dash].low in DASHES - {":"}
    return told and sentence.begins("persons/", dash + 1) is not None


def _is_next(joined: Found, each: Found, sentence: Sentence) -> bool:
    """Say whether nothing but a comma or "and" stands between two groups of people."""
    between = {token.low for token in sentence.tokens[joined.counted.last + 1 : each.number.begin]}
    people = joined.counted.kind == each.counted.kind == PERSON
    return people and bool(between) and between <= AND | {"and", ","}


def _goes_on_listing(joined: Found, each: Found, sentence: Sentence) -> bool:
    """Say whether people are joined to those listed before them: "four boys and three girls"."""
    bracketed = all(_is_bracketed(number, sentence) for number in (joined.number, each.number))
    if bracketed and joined.measure:
        return True
    apart = joined.rule.startswith("a list") or (joined.cost > FAR and not joined.number.is_one)
    listed = apart and _is_next(joined, each, sentence)
    return listed or _is_of_place(joined, each, sentence)


def _is_bracketed(number: Number, sentence: Sentence) -> bool:
    """Say whether a number stands in brackets alone, behind its place: «в области (37), в городе (26)»."""
    around = [token.low for token in sentence.tokens[number.begin - 1 : number.last + 2]]
    return number.begin > 0 and around[0] == "(" and around[-1] == ")"


def _is_of_place(joined: Found, each: Found, sentence: Sentence) -> bool:
    """Say whether two bare numbers are of places side by side: "three in the port and one in the town"."""
    bare = each.counted.kind == NOTHING and not each.number.is_zero
    if bare and joined.measure and _is_at_place(joined, each, sentence):
        return True
    linked = any(
        token.low in AND | {"and", ","}
        for token in sentence.tokens[joined.number.last + 1 : each.number.begin]
    )
    behind = [
        [token.low for token in sentence.tokens[number.last + 1 : number.last + 2]]
        for number in (joined.number, each.number)
    ]
    return bare and linked and bool(joined.measure) and all(word and word[0] in SIDES for word in behind)


def _is_at_place(joined: Found, each: Found, sentence: Sentence) -> bool:
    """Say whether people and a bare number have a place each: "three people died in X and one in Y"."""
    tokens, begin, behind = sentence.tokens, each.number.begin, each.number.last + 1
    linked = tokens[begin - 1].low in AND | {"and", ","} if begin else False
    named = behind + 1 < len(tokens) and tokens[behind].low in PLACED and tokens[behind + 1].is_capital
    low = max(joined.number.last, joined.counted.last) + 1
    return (
        linked
        and named
        and any(tokens[at].low in PLACED and tokens[at + 1].is_capital for at in range(low, begin - 1))
    )


def _is_total(sentence: Sentence, at: int) -> bool:
    """Say whether a word of totals stands before a number: "over the day 1,010, in all 1,171,050"."""
    return any(sentence.closes(tag, at - 1) is not None for tag in ("total", "total_soft"))


def _is_signed(each: Found, before: Found, sentence: Sentence) -> bool:
    """Say whether an addition stands in brackets behind a number: "213,770 troops (+690)"."""
    opening = [token.low for token in sentence.tokens[max(0, each.number.first - 2) : each.number.first]]
    last = max(before.number.last, before.counted.last)
    return opening == ["(", "+"] and 0 <= each.number.first - 2 - last <= LONGEST_NOUN


def _is_joined(before: Found, each: Found, sentence: Sentence) -> bool:
    between = sentence.tokens[before.number.last + 1 : each.number.begin]
    return (
        not before.refusal and len(between) < LONGEST_JOIN and not any(t.low in (";", ".") for t in between)
    )


def _is_labelled(each: Found) -> bool:
    """Say whether the people counted stand before the number: «добровольців – 14 065»."""
    return each.counted.kind == PERSON and each.counted.first < each.number.begin


def _is_tally(sentence: Sentence, at: int) -> bool:
    """Say whether a number is a count told anew: "raised its count to 89", «назвав цифру 51»."""
    while at > 1 and sentence.tokens[at - 1].low in BEFORE_TALLY:
        at -= 1
    if at and sentence.closes("tally", at - 1) is not None:
        return not _are_strong(sentence, at - 1)
    is_told = at > 1 and sentence.tokens[at - 1].low in ("is", "was", "stands")
    if is_told and sentence.closes("tally", at - 2) is not None:
        return True
    if at and sentence.closes("rise", at - 1) is not None and sentence.tokens[at - 1].low not in ("до", "to"):
        return True
    risen = sentence.has("rise", max(0, at - LONGEST_RISE), at - 1)
    return risen and sentence.has("tally", max(0, at - LONGEST_RISE), at - 1)


def _are_strong(sentence: Sentence, at: int) -> bool:
    """Say whether "number" is a verb of strength: "the armed forces number about 880,000"."""
    before = sentence.tokens[at - 1].low if at else ""
    strong = sentence.tokens[at].low == "number" and before.endswith("s") and before != "its"
    return strong or sentence.tokens[at].low == "numbers"


def _is_conceded(sentence: Sentence, each: Found) -> bool:
    """Say whether a verb of speech has nothing but the number as its object: "he has admitted to 46,000"."""
    before, end = each.number.begin - 1, each.number.last + 1
    if each.counted.kind != NOTHING or (
        end < len(sentence.tokens) and sentence.tokens[end].low not in (".", ",", ";", "»", "”", '"')
    ):
        return False
    before -= before > 0 and sentence.tokens[before].low in QUOTES
    hedge = sentence.closes("hedges/", before) if before > 0 else None
    before = before if hedge is None else hedge - 1
    before -= before > 0 and sentence.tokens[before].low in QUOTES
    before -= before > 0 and sentence.tokens[before].low in SPOKEN_OF
    return before >= 0 and sentence.closes("say", before) is not None


def _take(each: Found, other: Found, rule: str, *, as_part: bool = False) -> None:
    """Give a number the measure of another one, and say by which rule."""
    each.measure, each.refusal, each.rule = other.measure, "", f"{rule}, {other.rule}"
    if as_part:
        each.is_part, each.cost = True, WHOLE


def follows_things(part: Found, done: list[Found], sentence: Sentence) -> bool:
    """Say whether a part without a noun is of things told just before: «2300 об'єктів, 305 із них»."""
    near = sentence.tokens[max(0, part.number.begin - 2) : part.number.last + 3]
    of_them = any(token.low in THEM for token in near) and part.counted.kind == NOTHING
    if (
        done
        and sentence.tokens[part.number.begin - 1].low in AND | {"and"}
        and part.number.begin - 1 == done[-1].counted.last + 1
        and part.cost > FAR
    ):
        of_them = True
    return of_them and bool(done) and done[-1].counted.kind == THING


def is_of_refused(part: Found, done: list[Found]) -> bool:
    """Say whether the people told just before are no figure: "interviewed 174, 169 of them described"."""
    last = done[-1] if done else None
    counted = last is not None and last.refusal and last.counted.kind == PERSON and not last.is_part
    return bool(
        counted and last and (last.number.value or 0) >= (part.number.value or 0) and not part.measure
    )


def whole_of(part: Found, before: list[Found], kept: Kept) -> Found | None:
    """Return the figure of which another is told as a part: the nearest before it that is large enough."""
    earlier = [each for each in before if not each.refusal] or []
    far = [found for found, _, _ in kept[-3:]]
    for each in reversed([*far, *earlier]):
        if each.measure and not each.is_part and not each.number.is_zero and holds(each, part):
            return each
    return None


def holds(whole: Found, part: Found) -> bool:
    """Say whether a number is large enough to be the whole of another."""
    most = whole.number.high if whole.number.value is None else whole.number.value
    least = part.number.value if part.number.value is not None else part.number.low
    open_end = whole.number.hedge in ("vague", "at_least", "more_than", "about")
    return most is None or least is None or least <= most or (open_end and whole.number.value is None)
