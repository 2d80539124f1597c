"""The language in which words are said: its phrases, plural forms, numbers and days, by Babel's tables.

English stands in the code. Every other language is one file, `catalogues/<language>.po`, in the format of
gettext, so that anyone can add one with the tools that translators know: docs/add_a_language.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property, lru_cache
from gettext import c2py
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.parsing.near_words import did_you_mean

CATALOGUES = Path(__file__).parent / "catalogues"
# As CLDR writes them: a month alone has a form of its own where the language tells them apart.
DAY, DAY_AND_MONTH, MONTH, MONTH_ALONE = "d MMMM y", "d MMMM", "LLLL y", "LLLL"
SHORT_DAY, SHORT_MONTH = "d MMM", "LLL"


class UnknownLanguage(CasualtyLedgerError, ValueError):
    """A language without a catalogue."""

    template = (
        "Expected a language that there is a catalogue of ({allowed}), found {found!r}{hint}. "
        "docs/add_a_language.md says how to add one."
    )


@dataclass(frozen=True)
class Language:
    """A language by its code: "en", "uk"."""

    code: str

    @cached_property
    def locale(self) -> Locale:
        """What CLDR knows of it."""
        return Locale.parse(self.code)

    @cached_property
    def catalogue(self) -> Catalog:
        """Its phrases; English has none, since it stands in the code."""
        path = CATALOGUES / f"{self.code}.po"
        if not path.is_file():
            return Catalog(self.code)
        with path.open("rb") as file:
            return read_po(file, locale=self.code)

    @cached_property
    def phrases(self) -> dict[str, tuple[str, ...]]:
        """What stands for each English phrase: one text, or one for each plural form."""
        found = {}
        for message in self.catalogue:
            key = message.id if isinstance(message.id, str) else message.id[0]
            texts = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            if key and texts and all(texts) and not message.fuzzy:
                found[key] = texts
        return found

    @cached_property
    def plural_form(self) -> Callable[[int], int]:
        """Which of the texts of a counted phrase goes with a number."""
        return c2py(self.catalogue.plural_expr)


ENGLISH = Language("en")
# Within a block, and else in the whole process: cells of a notebook do not share a context.
_spoken: ContextVar[Language | None] = ContextVar("spoken", default=None)
_usual = [ENGLISH]


def languages() -> tuple[str, ...]:
    """List the codes of the languages that there are."""
    return (ENGLISH.code, *sorted(path.stem for path in CATALOGUES.glob("*.po")))


def speak(code: str) -> None:
    """Say everything from here on in this language. Errors: UnknownLanguage."""
    check_language(code)
    _usual[0] = language_of(code)


def check_language(code: str) -> None:
    """Refuse a language that nobody has translated into. Errors: UnknownLanguage."""
    known = languages()
    if code not in known:
        raise UnknownLanguage(found=code, hint=did_you_mean(code, known), allowed=", ".join(known))


@contextmanager
def spoken(code: str) -> Iterator[Language]:
    """Say everything within in this language."""
    language = language_of(code)
    before = _spoken.set(language)
    try:
        yield language
    finally:
        _spoken.reset(before)


@lru_cache
def language_of(code: str) -> Language:
    """Return a language, read once."""
    return Language(code)


def now_spoken() -> Language:
    """Return the language in which words are said now."""
    return _spoken.get() or _usual[0]


def folder_in(code: str, usual: str, place: str) -> str:
    """Name the folder below the reports for those in a language: of the usual one, that of the conflict.

    >>> folder_in("uk", "en", ""), folder_in("uk", "en", "west_bank"), folder_in("", "en", "")
    ('uk', 'west_bank_uk', '')
    """
    return "_".join(part for part in (place, code if code != usual else "") if part)


def name_language(code: str) -> str:
    """Name a language in itself, as its readers know it; by its code where it has no name.

    >>> name_language("uk"), name_language("xx")
    ('українська', 'xx')
    """
    try:
        return Locale.parse(code).display_name or code
    except (UnknownLocaleError, ValueError):
        return code


def translate(message: str) -> str:
    """Return a phrase in the language that is spoken, its blanks left open; English where it has none."""
    return now_spoken().phrases.get(message, (message,))[0]


def translate_counted(one: str, many: str, number: float) -> str:
    """Return the plural form of a phrase that goes with a number, its blanks left open.

    >>> translate_counted("{count} source", "{count} sources", 1)
    '{count} source'
    """
    language = now_spoken()
    texts = language.phrases.get(one)
    if texts is None:
        return one if number == 1 else many
    return texts[language.plural_form(abs(int(number)))]


def is_singular(number: float) -> bool:
    """Say whether words stand beside a number as beside 1: in some languages beside 21 too.

    >>> is_singular(1), is_singular(21)
    (True, False)
    """
    form = now_spoken().plural_form
    return form(abs(int(number))) == form(1)


def phrase(message: str, /, **said: object) -> str:
    """Say a phrase, its blanks filled in.

    >>> phrase("since {day}", day="4 June 2023")
    'since 4 June 2023'
    """
    return translate(message).format(**said)


def counted_phrase(one: str, many: str, number: float, /, **said: object) -> str:
    """Say a phrase that goes with a number; `{count}` is the number itself.

    >>> counted_phrase("{count} source", "{count} sources", 1200)
    '1,200 sources'
    """
    return translate_counted(one, many, number).format(**({"count": write_number(number)} | said))


def mark(message: str) -> str:
    """Mark a phrase of a table that is translated where it is said."""
    return message


def mark_counted(one: str, many: str) -> tuple[str, str]:
    """Mark a counted phrase of a table that is translated where it is said."""
    return one, many


def write_number(number: float) -> str:
    """Write a number as the language does.

    >>> write_number(209940)
    '209,940'
    """
    return _write_number(number, now_spoken().code)


def write_day(day: Any, pattern: str = DAY) -> str:
    """Write a day by a pattern of CLDR.

    >>> import datetime
    >>> write_day(datetime.date(2023, 6, 4)), write_day(datetime.date(2023, 6, 4), MONTH)
    ('4 June 2023', 'June 2023')
    """
    return _write_day(day, pattern, now_spoken().code)


@lru_cache(maxsize=1 << 16)
def _write_number(number: float, code: str) -> str:
    return format_decimal(number, locale=language_of(code).locale)


@lru_cache(maxsize=1 << 14)
def _write_day(day: Any, pattern: str, code: str) -> str:
    return format_date(day, pattern, locale=language_of(code).locale)
