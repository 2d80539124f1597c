"""ISO weeks, Monday to Sunday, and the vintages in which they are told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from casualty_ledger.errors import UnreadableVintage, UnreadableWeek
from casualty_ledger.parsing.dates import FIRST_YEAR, LAST_YEAR

WEEK = re.compile(r"(?P<year>[0-9]{4})-?W(?P<number>[0-9]{1,2})")


@dataclass(frozen=True, order=True)
class Week:
    """One ISO week.

    >>> week = parse_week("2023-W22")
    >>> str(week), week.monday.isoformat(), week.sunday.isoformat(), week.brief_day.isoformat()
    ('2023-W22', '2023-05-29', '2023-06-04', '2023-06-05')
    """

    monday: date

    def __str__(self) -> str:
        """Return the week as ISO text."""
        year, number, _ = self.monday.isocalendar()
        return f"{year}-W{number:02d}"

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + timedelta(days=6)

    @property
    def brief_day(self) -> date:
        """The Monday after the week: the day on which its brief goes out."""
        return self.monday + timedelta(days=7)

    def warning(self, today: date, start: date | None = None) -> str:
        """Say that the week lies before the start of a conflict or is not over on a day, or nothing.

        >>> parse_week("2021-W05").warning(date(2026, 1, 1), date(2022, 2, 24))
        '2021-W05 ended before 2022-02-24, when this conflict began.'
        """
        if start and self.sunday < start:
            return f"{self} ended before {start}, when this conflict began."
        begun = "has not begun" if today < self.monday else "is not over"
        return f"{self} {begun}: what is still to come is not in its report." if today <= self.sunday else ""

    def before(self) -> Week:
        """Return the week before this one."""
        return Week(self.monday - timedelta(days=7))

    def until(self, last: Week) -> list[Week]:
        """List the weeks from this one to `last`.

        >>> [str(week) for week in parse_week("2022-W51").until(parse_week("2023-W01"))]
        ['2022-W51', '2022-W52', '2023-W01']
        """
        count = (last.monday - self.monday).days // 7 + 1
        return [Week(self.monday + timedelta(weeks=nth)) for nth in range(count)]


def parse_week(text: str) -> Week:
    """Return the ISO week that `text` names.

    Errors: UnreadableWeek.
    """
    parts = WEEK.fullmatch(text.strip()) if isinstance(text, str) else None
    if parts is None:
        raise UnreadableWeek(found=text, detail="")
    year, number = int(parts["year"]), int(parts["number"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnreadableWeek(found=text, detail=f": its year lies outside {FIRST_YEAR} to {LAST_YEAR}")
    try:
        return Week(date.fromisocalendar(year, number, 1))
    except ValueError:
        raise UnreadableWeek(found=text, detail=f": {year} has no week {number}") from None


@dataclass(frozen=True)
class Vintage:
    """The table as knowable on a day; without a day, everything known today (hindsight)."""

    day: date | None

    @property
    def is_latest(self) -> bool:
        """Whether this vintage holds everything, undated rows included."""
        return self.day is None

    def __str__(self) -> str:
        """Return the vintage as the command line spells it."""
        return "latest" if self.day is None else self.day.isoformat()


LATEST = Vintage(None)


def parse_vintage(text: str, week: Week) -> Vintage:
    """Return the vintage that `text` asks for; nothing means the Monday after `week`.

    Errors: UnreadableVintage.

    >>> str(parse_vintage("", parse_week("2023-W22"))), str(parse_vintage("latest", parse_week("2023-W22")))
    ('2023-06-05', 'latest')
    """
    stripped = text.strip() if isinstance(text, str) else None
    if stripped == "":
        return Vintage(week.brief_day)
    if stripped == "latest":
        return LATEST
    try:
        day = date.fromisoformat(stripped or "")
    except ValueError:
        raise UnreadableVintage(found=text) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UnreadableVintage(found=text)
    return Vintage(day)


def label_edition(week: Week, vintage: Vintage) -> str:
    """Name a week's report in one vintage: the default has the plain name, any other says which.

    >>> label_edition(parse_week("2023-W22"), LATEST)
    '2023-W22@latest'
    """
    return str(week) if vintage.day == week.brief_day else f"{week}@{vintage}"
