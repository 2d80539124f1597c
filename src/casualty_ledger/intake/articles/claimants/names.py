"""The words of a name: where it begins, where it ends, and what stands beside it."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.forms import is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.triggers import AUXILIARIES

LONGEST_NAME = 14
LONGEST_APPOSITION = 9
QUOTES = {'"', "“", "”", "«", "»", "„"}
STOPS = {",", ";", ":", ".", "(", ")", "—", "–", "…", "!", "?", *QUOTES}
# Inside a name these may stand: a quoted outlet, a short form in brackets.
INSIDE = {",", "«", "»", '"', "(", ")", "“", "”", "„"}
IN = {"in", "у", "в", "на", "to", "во"}
AND = {"and", "та", "і", "и", "а", "but"}
CALL_SIGNS = ("позивн", "позывн", "callsign", "call-sign", "sign")
LONGEST_SIGN = 8
ARTICLES = {"the", "a", "an"}
OWN = {"his", "her", "its", "their"}


def is_named(sentence: Sentence, at: int) -> bool:
    """Say whether a token begins a name: a capital letter, an office, an adjective before one."""
    if at >= len(sentence.tokens) or sentence.tokens[at].kind == "mark" or sentence.tokens[at].low in OWN:
        return False
    ahead = range(at, min(at + 3, len(sentence.tokens)))
    titled = any(
        sentence.starts("titles", step) is not None for step in ahead if sentence.tokens[step].kind == "word"
    )
    return sentence.tokens[at].is_capital or titled


def name_behind(sentence: Sentence, at: int) -> int | None:
    """Return the last token of a name that begins here, or None."""
    end = at
    while end < len(sentence.tokens) and end - at < LONGEST_NAME and not _ends_name(sentence, end, at):
        end += 1
    return _with_call_sign(sentence, _with_apposition(sentence, end)) - 1 if end > at else None


def has_own_verb(sentence: Sentence, last: int) -> bool:
    """Say whether a name begins a clause: ", the governor, said a drone had injured three"."""
    return last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].low in AUXILIARIES


def _with_call_sign(sentence: Sentence, end: int) -> int:
    """Take the name by which a fighter goes: «боєць із позивним «Лелека»», "with the call sign Bars"."""
    for at in range(end, min(end + LONGEST_SIGN, len(sentence.tokens) - 1)):
        if sentence.tokens[at].low.startswith(CALL_SIGNS):
            quoted = sentence.tokens[at + 1].low in QUOTES
            return min(at + 2 + 2 * quoted, len(sentence.tokens))
    return end


def _ends_name(sentence: Sentence, at: int, begin: int) -> bool:
    token, following = sentence.tokens[at], sentence.tokens[at + 1 : at + 2]
    if token.low == "." and at > begin and "." in sentence.tokens[at - 1].low:
        return False
    if token.kind == "number" or token.low in STOPS - INSIDE | {","}:
        return True
    if at == begin:
        return False
    if token.low == "at" and sentence.starts("titles", at - 1) is not None and _is_proper(sentence, at + 1):
        return False
    if any(sentence.begins(tag, at) is not None for tag in ("name_stops", "say", "cite", "measures/")):
        return True
    if token.low == "of" and following and (following[0].low in ("a", "an") or following[0].kind == "number"):
        return True
    is_capital = bool(following) and following[0].is_capital
    if token.low in IN:
        return not is_capital or sentence.starts("posts", at + 1) is not None
    return token.low in AND and not is_capital and sentence.starts("titles", at + 1) is None


def _is_proper(sentence: Sentence, at: int) -> bool:
    """Say whether a name of its own stands here, behind "the" or without it."""
    at += at < len(sentence.tokens) and sentence.tokens[at].low == "the"
    return at < len(sentence.tokens) and sentence.tokens[at].is_capital


def _with_apposition(sentence: Sentence, end: int) -> int:
    """Take what names the same one behind a comma: "Prokudin, the regional governor"."""
    tokens, begin = sentence.tokens, end + 1
    if begin >= len(tokens) or tokens[end].low != ",":
        return end
    reach = range(begin, min(end + LONGEST_APPOSITION, len(tokens)))
    stop = next((at for at in reach if tokens[at].low in {",", ".", ";"}), None)
    opens = tokens[begin].low in {*ARTICLES, "head", "chief"} or sentence.starts("titles", begin) is not None
    is_name = tokens[begin].is_capital and sentence.starts("titles", end - 1) is not None
    if stop is None or not (opens or is_name):
        return end
    return end if any(_acts(sentence, at) for at in range(begin, stop)) else stop


def _acts(sentence: Sentence, at: int) -> bool:
    """Say whether a token makes a clause of what might be a name: a verb, a number."""
    token = sentence.tokens[at]
    told = any(sentence.begins(tag, at) is not None for tag in ("say", "measures/"))
    return told or token.kind == "number" or (not token.low.isascii() and is_grammar(token.low, "uk", "VERB"))
