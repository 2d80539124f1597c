"""How fast articles are read: 1 MB against 50 kB, 500 articles of 5 kB, and a bare cut into tokens.

    python benchmarks/reading_speed.py

Processor seconds after start-up. The bare cut is a blank pipeline of spaCy where that is installed (it is
no part of the project's environment), else the words of a regular expression.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOME / "tests" / "fixtures" / "articles"))

from labelled import read_passages  # noqa: E402

from casualty_ledger.intake.articles.reading import read_article  # noqa: E402

SMALL, LARGE, ARTICLE, ARTICLES, MEASURED = 50_000, 1_000_000, 5_000, 500, 100
HOSTILE = {"numbers and verbs": "killed 5 ", "numbers": "1 ", "quotes": '"', "blanks": " ", "one word": "a"}


def main() -> None:
    """Measure each language, then texts that are made to be slow."""
    for language in ("en", "uk", "ru"):
        text = "\n\n".join(each["text"] for each in read_passages("development") if each["lang"] == language)
        _measure(language, text * (LARGE // len(text) + 1))
    for name, piece in HOSTILE.items():
        text = piece * (LARGE // len(piece))
        small, large = _seconds([text[:SMALL]], read_article), _seconds([text], read_article)
        print(f"{name}: 50 kB {small:.2f} s, 1 MB {large:.1f} s, {large / max(small, 1e-3):.1f} times")


def _measure(language: str, text: str) -> None:
    def read(piece: str) -> object:
        return read_article(piece, language)

    read(text[:ARTICLE])
    small, large = _seconds([text[:SMALL]], read), _seconds([text[:LARGE]], read)
    pieces = [text[at : at + ARTICLE] for at in range(0, MEASURED * ARTICLE, ARTICLE)]
    taken = _seconds(pieces, read)
    bare, name = _bare(language)
    ratio = taken / max(_seconds(pieces, bare), 1e-4)
    print(
        f"{language}: 50 kB {small:.2f} s, 1 MB {large:.1f} s, {large / small:.1f} times (bound 25); "
        f"{ARTICLES} articles {taken * ARTICLES / MEASURED:.0f} s (bound 60); {ratio:.0f} times {name}"
    )


def _seconds(texts: Iterable[str], read: Callable[[str], object]) -> float:
    started = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - started


def _bare(language: str) -> tuple[Callable[[str], object], str]:
    try:
        import spacy
    except ImportError:
        return re.compile(r"\w+|[^\w\s]").findall, "a regular expression's words"
    return spacy.blank(language), "a blank pipeline"


if __name__ == "__main__":
    main()
