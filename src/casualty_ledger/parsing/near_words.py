"""Near words: what somebody may have meant who misspelt a word or a name."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

# Letters of other scripts that look like Latin ones, once their case is folded.
LOOK_ALIKE = str.maketrans("авеіјкмнорстухѕһԁοαρντικ", "abeijkmhopctyxshdoapvtik")
# Words are meant for each other from here on, and only where no word that means something else is as near.
NEAR_WORD, APART = 0.8, 0.1
# A word of a name that is shorter than this may be another one altogether: DPR, LPR.
SHORT_WORD = 4


def nearest(word: str, known: Iterable[str], *, at_least: float = 0.6) -> str:
    """Return the known word nearest to another, in any case of its letters; nothing where none is near.

    `at_least` is how alike the two must be, from 0 to 1.

    >>> nearest("Kiled", ["killed", "injured"]), nearest("moon", ["killed", "injured"])
    ('killed', '')
    """
    folded = {each.casefold(): each for each in known if each}
    near = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=at_least)
    return folded[near[0]] if near else ""


def did_you_mean(word: str, known: Iterable[str], *, at_least: float = 0.6) -> str:
    """Ask for the nearest known word, to stand in a sentence; nothing where none is near.

    >>> did_you_mean("kiled", ["killed", "injured"])
    " (did you mean 'killed'?)"
    """
    near = nearest(word, known, at_least=at_least)
    return f" (did you mean {near!r}?)" if near else ""


def did_you_mean_one(word: str, meanings: Mapping[str, object]) -> str:
    """Ask for the nearest word of a table, but not where a word of another meaning is nearly as near.

    A hint must not turn one side into the other, or people who are no soldiers into soldiers.

    >>> did_you_mean_one("medicel_staff", {"medical_staff": "medical", "military_staff": "military"})
    " (did you mean 'medical_staff'?)"
    >>> did_you_mean_one("medilary_staff", {"medical_staff": "medical", "military_staff": "military"})
    ''
    """
    near = nearest(word, meanings, at_least=NEAR_WORD)
    if not near:
        return ""
    likeness = _likeness(word, near) - APART
    others = (other for other, meaning in meanings.items() if other and meaning != meanings[near])
    rivals = any(_likeness(word, other) >= likeness for other in others)
    return "" if rivals else f" (did you mean {near!r}?)"


def _likeness(word: str, other: str) -> float:
    return difflib.SequenceMatcher(None, other.casefold(), word.casefold()).ratio()


def fold_name(name: str) -> str:
    """Return a name without what the eye passes over: case, blanks, marks, letters of another script.

    >>> fold_name("General  Staff of Ukraine") == fold_name("Gеnеrаl staff of Ukraine\\u200b")
    True
    """
    plain = unicodedata.normalize("NFKC", name).casefold().translate(LOOK_ALIKE)
    return " ".join(re.findall(r"\w+", plain))


class NearNames:
    """Names that others may be meant for: those that look the same, or differ by one letter."""

    def __init__(self, names: Iterable[str]) -> None:
        """Remember each name by every form of it that lacks a letter."""
        self.names: dict[str, set[str]] = defaultdict(set)
        for name in names:
            for form in _forms(fold_name(name)):
                self.names[form].add(name)

    def find(self, name: str) -> list[str]:
        """List the names that another may be meant for, in the order of the alphabet."""
        folded = fold_name(name)
        near = set().union(*(self.names.get(form, ()) for form in _forms(folded)))
        return sorted(each for each in near - {name} if _is_slip(folded, fold_name(each)))


def _forms(folded: str) -> Iterator[str]:
    """Yield a name without blanks, whole and with each letter left out."""
    letters = folded.replace(" ", "")
    yield letters
    yield from (letters[:place] + letters[place + 1 :] for place in range(len(letters)))


def _is_slip(one: str, other: str) -> bool:
    """Say whether two folded names are one, or differ by one letter of one word."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    words, others = one.split(), other.split()
    apart = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    return len(words) == len(others) and len(apart) == 1 and _is_one_letter(*apart[0])


def _is_one_letter(word: str, other: str) -> bool:
    """Say whether one letter is wrong, left out, added, or swapped with the next."""
    start = _same_letters(word, other)
    end = min(_same_letters(word[::-1], other[::-1]), len(word) - start, len(other) - start)
    wrong, right = word[start : len(word) - end], other[start : len(other) - end]
    if min(len(word), len(other)) < SHORT_WORD or re.search(r"\d", wrong + right):
        return False
    return max(len(wrong), len(right)) <= 1 or (len(wrong) == 2 and wrong == right[::-1])


def _same_letters(word: str, other: str) -> int:
    """Count the letters with which both begin."""
    pairs = zip(word, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
