"""Numbers that no word of harm claims, and that go on with the figure before them."""

from __future__ import annotations

from casualty_ledger.intake.articles.context import Kept
from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.attaching import BARE
from casualty_ledger.intake.articles.measures.found import UNTOLD, Found
from casualty_ledger.intake.articles.numbers.counted import NOTHING, PERSON
from casualty_ledger.intake.articles.wholes.lists import OTHER_VERB

CLAUSE_MARKS, LONGEST_CLAUSE = {",", ";", "(", ")"}, 40
ABOUT, LEADS = {"про", "о", "об", "at", "of"}, {":", "–", "—"}
OWN, THEIR_OWN = {"своїх", "своих"}, {("of", each, "own") for each in ("its", "his", "her", "their")}
SUCH, FARTHEST_SUCH = {"таких", "such"}, 6
EARLIER = {("up", "from"), ("down", "from")}
LAY = {"lay", "lie", "stand", "stood", "is", "are", "was", "were", "at"}
ADDING = {"adding", "added", "adds", "додав", "додало", "додали", "добавил", "добавило", "добавили"}
CARRIED = ("вивез", "вивіз", "вывез", "вывоз", "перевез", "перевіз", "переміщ", "перемещ")
ANYBODY, VERBS = ("", "person"), ("VERB", "INFN", "PRTS")
# A number behind a dash in a sentence of its own is of the same people, or of money.
MOST_TIMES = 20
NEAR_SPEECH, NEAR_COUNT, NEAR_OWN, DATE = 3, 6, 2, "a date or an hour"


def carry_on(each: Found, at: int, done: list[Found], sentence: Sentence, kept: Kept) -> None:
    """Give a number that no word claims the measure of the figure just before it."""
    untold = not each.measure and each.refusal in (UNTOLD, BARE)
    if not untold or each.number.refusal or each.number.is_zero or sentence.marks.get("hypothetical"):
        return
    if _is_of_own(each, sentence) and (last := _last(at, done, kept, NEAR_OWN)):
        _take(each, last.measure, f"so many of their own, {last.rule}")
    elif not done and _is_all_of(sentence, each) and (last := _last(at, done, kept)):
        _take(each, last.measure, f"all that a sentence says, {last.rule}")
        each.is_part = True
    elif _is_of_anybody(each) and (last := _last(at, done, kept)):
        _go_on_with(each, last, done, sentence)


def _is_of_anybody(each: Found) -> bool:
    return each.counted.kind in (NOTHING, PERSON) and each.counted.population in ANYBODY


def carry_away(each: Found, sentence: Sentence) -> None:
    """Count children whom somebody carried off, in a text that tells of deportation."""
    open_ = not each.measure and each.refusal in (UNTOLD, OTHER_VERB) and not each.number.refusal
    children = each.counted.population == "child" and each.number.value != 1
    carried = any(token.low.startswith(CARRIED) for token in sentence.tokens)
    if open_ and children and carried and not sentence.marks.get("hypothetical"):
        _take(each, "deported", "children carried off, in a text of deportation")


def _take(each: Found, measure: str, rule: str) -> None:
    each.measure, each.refusal, each.rule = measure, "", rule


def _go_on_with(each: Found, last: Found, done: list[Found], sentence: Sentence) -> None:
    if _is_anothers(each, last, done, sentence):
        whole = next((one for one in reversed(done) if one.measure and not one.is_part), last)
        _take(each, whole.measure, f"another's, {whole.rule}")
    elif _is_added(each, sentence):
        _take(each, _told(sentence, len(sentence.tokens)) or last.measure, f"an addition, {last.rule}")
    elif _is_spoken_of(each, sentence):
        _take(each, _told(sentence, each.number.begin) or last.measure, f"spoken of, {last.rule}")
    elif _is_of_other_time(each, sentence) or _is_of_such(each, sentence):
        _take(each, last.measure, f"so many as well, {last.rule}")
    elif each.counted.kind == NOTHING and _has_no_verb(each, last, done, sentence):
        _take(each, last.measure, f"without a verb, {last.rule}")


def _last(at: int, done: list[Found], kept: Kept, reach: int = 1) -> Found | None:
    """Return the figure just before: none where something else was counted since in the sentence."""
    near = [one for one in done if one.refusal != DATE]
    if near:
        last = near[-1]
        return last if last.measure and not last.refusal and not last.number.is_zero else None
    found, told, _ = kept[-1] if kept else (None, 0, None)
    return found if found and at - told <= reach and not found.number.is_zero else None


def _is_of_own(each: Found, sentence: Sentence) -> bool:
    """Say whether a number is of somebody's own people: "named 2,908 of its own", «двадцять шість своїх»."""
    behind = [token.low for token in sentence.tokens[each.number.last + 1 : each.number.last + 4]]
    if tuple(behind) in THEIR_OWN:
        return True
    noun = any(is_grammar(word, language, "NOUN") for word in behind[1:2] for language in INFLECTED)
    return bool(behind) and behind[0] in OWN and not noun


def _is_all_of(sentence: Sentence, each: Found) -> bool:
    """Say whether a sentence holds nothing but a number and its people: «Один ребёнок.»."""
    words = [at for at, token in enumerate(sentence.tokens) if token.kind != "mark"]
    held = words and words[0] >= each.number.begin and words[-1] <= each.counted.last
    return bool(held) and each.counted.kind == PERSON


def _is_anothers(each: Found, last: Found, done: list[Found], sentence: Sentence) -> bool:
    """Say whether a name without a noun tells whose it is: "the other side's, it guessed, lay at 5"."""
    low = last.number.last + 1 if last in done else 0
    pairs = zip(sentence.tokens[low : each.number.begin], sentence.tokens[low + 1 :], strict=False)
    owned = (two for one, two in pairs if one.low.endswith(("'s", "’s")))
    return any(two.kind == "mark" or two.low in LAY for two in owned)


def _is_added(each: Found, sentence: Sentence) -> bool:
    """Say whether somebody adds a number to a count: "adding 40 to its earlier count"."""
    begin, last = each.number.begin, each.number.last
    leads = begin > 0 and sentence.tokens[begin - 1].low in ADDING
    return leads and any(sentence.starts("tally", at) is not None for at in range(last, last + NEAR_COUNT))


def _told(sentence: Sentence, end: int) -> str:
    """Return what the last word of harm before a token says happened."""
    told = [
        (first, tag.split("/")[1])
        for tag, spans in sentence.marks.items()
        if tag.startswith("measures/")
        for first, _ in spans
        if first < end
    ]
    return max(told, default=(0, ""))[1]


def _is_spoken_of(each: Found, sentence: Sentence) -> bool:
    """Say whether somebody speaks of a number: "gave a figure of 33", "estimate them at 150"."""
    low, end = each.number.begin, max(each.number.last, each.counted.last) + 1
    about = any(token.low in ABOUT for token in sentence.tokens[max(0, low - 2) : low])
    if not about or not _is_closed(sentence, end):
        return False
    first, _ = _clause(each, sentence)
    return any(
        sentence.starts(tag, at) is not None or sentence.closes(tag, at) is not None
        for at in range(max(0, first - NEAR_SPEECH), low)
        for tag in ("say", "tally")
    )


def _is_closed(sentence: Sentence, end: int) -> bool:
    """Say whether the words of a number end before a token."""
    tokens = sentence.tokens
    return end >= len(tokens) or tokens[end].kind == "mark" or sentence.starts("stops", end) is not None


def _is_of_other_time(each: Found, sentence: Sentence) -> bool:
    """Say whether a number is what the last one was before: "up from 50,000", "killed: 386 (2024: 232)"."""
    before = [token.low for token in sentence.tokens[max(0, each.number.begin - 3) : each.number.begin]]
    year = len(before) > 2 and before[0] == "(" and before[1].isdigit() and before[2] == ":"
    return tuple(before[-2:]) in EARLIER or year


def _is_of_such(each: Found, sentence: Sentence) -> bool:
    """Say whether "such" means those told before: «таких, за його словами, чотирнадцять»."""
    low = max(0, _clause(each, sentence)[0] - FARTHEST_SUCH)
    return any(token.low in SUCH for token in sentence.tokens[low : each.number.begin])


def _has_no_verb(each: Found, last: Found, done: list[Found], sentence: Sentence) -> bool:
    """Say whether the clause of a bare number has no verb: «у січні двоє, у лютому — троє», «всього — 14»."""
    low, high = _clause(each, sentence)
    own = range(each.number.first, each.number.last + 1)
    words = [sentence.tokens[at] for at in range(low, high + 1) if at not in own]
    words = [token for token in words if token.kind == "word"]
    if sentence.has("things", low, high) or any(token.low.isascii() for token in words):
        return False
    if any(
        is_grammar(token.low, language, kind) for token in words for language in INFLECTED for kind in VERBS
    ):
        return False
    if last in done:
        return not last.number.is_one
    most = MOST_TIMES * (last.number.value or last.number.high or 0)
    return _is_led(each, sentence) and (each.number.value or 0) <= most


def _is_led(each: Found, sentence: Sentence) -> bool:
    """Say whether a dash or colon leads to a number, with nothing but its hedge between."""
    at = each.number.begin
    first = sentence.closes("hedges/", at - 1) if at else None
    low = at - 2 if first is None else first - 2
    return any(token.low in LEADS for token in sentence.tokens[max(0, low) : at])


def _clause(each: Found, sentence: Sentence) -> tuple[int, int]:
    """Return the first and last token of the clause of a number and its noun."""
    tokens, low, high = sentence.tokens, each.number.begin, max(each.number.last, each.counted.last)
    least, most = max(0, low - LONGEST_CLAUSE), min(len(tokens) - 1, high + LONGEST_CLAUSE)
    while low > least and tokens[low - 1].low not in CLAUSE_MARKS:
        low -= 1
    while high < most and tokens[high + 1].low not in CLAUSE_MARKS:
        high += 1
    return low, high
