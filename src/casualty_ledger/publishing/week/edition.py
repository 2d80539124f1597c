"""An edition: one week of the ledger as known in one vintage, from which everything is composed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property, wraps
from typing import TypeVar

import pandas as pd

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.opening import Ledger
from casualty_ledger.parsing.weeks import Vintage, Week, label_edition
from casualty_ledger.series.coverage import WeekCoverage, cover_week, find_subjects
from casualty_ledger.series.disputes import disputed
from casualty_ledger.series.weeks import CONTEXT, IN_WEEK, LEARNED, is_published_within, place_in_week
from casualty_ledger.vocabulary import CIVIL_POPULATIONS, HARM_MEASURES, Basis, Measure, Population
from casualty_ledger.week.incidents import CAPTIVES
from casualty_ledger.week.leading import WeekFacts
from casualty_ledger.wording.conflict_words import say_text
from casualty_ledger.wording.labels import label_day, label_days
from casualty_ledger.wording.language import now_spoken, phrase, translate

UNTOLD = (Population.MIXED, Population.UNSTATED)
MILITARY = (Population.ARMED_FORCES,)
CAPTIVITY = (
    Measure.CAPTURED,
    Measure.SURRENDERED,
    Measure.HELD,
    Measure.EXCHANGED,
    Measure.RELEASED_OTHERWISE,
    Measure.DIED_IN_CAPTIVITY,
    Measure.EXECUTED_ALLEGED,
    Measure.EXECUTED_VERIFIED,
)
Chosen = TypeVar("Chosen")


def once(choose: Callable[[Edition], Chosen]) -> Callable[[Edition], Chosen]:
    """Choose a table, or compose a text, once for each edition: sections and charts ask for the same ones.

    Every caller gets a table of its own, so that none sees what another does to it.
    """

    @wraps(choose)
    def chosen(edition: Edition) -> Chosen:
        kept = edition.__dict__.setdefault("_chosen", {})
        key = choose, now_spoken()
        if key not in kept:
            kept[key] = choose(edition)
        found: Chosen = kept[key]
        return found.copy(deep=False) if isinstance(found, pd.DataFrame) else found

    return chosen


@dataclass(frozen=True)
class Edition:
    """One week in one vintage."""

    week: Week
    ledger: Ledger

    @property
    def vintage(self) -> Vintage:
        """The vintage of the ledger."""
        return self.ledger.vintage

    @cached_property
    def conflict(self) -> Conflict:
        """The conflict that it tells of."""
        stated = self.ledger.conflict or next(iter(self.ledger.conflicts), "")
        return conflict_of(stated)

    @property
    def name(self) -> str:
        """The edition's name, as its folder is called."""
        return label_edition(self.week, self.vintage)

    @property
    def period(self) -> str:
        """The conflict and the week in words."""
        monday, sunday = pd.Timestamp(self.week.monday), pd.Timestamp(self.week.sunday)
        return phrase(
            "{conflict}: week {week}, {days}",
            conflict=say_text(self.conflict, self.conflict.title),
            week=self.week,
            days=label_days(monday, sunday),
        )

    @property
    def known(self) -> str:
        """When it was known, in words: on a day, or today in hindsight."""
        if self.vintage.day is None:
            return translate("today (hindsight)")
        return phrase("on {day}", day=label_day(self.vintage.day))

    @cached_property
    def figures(self) -> pd.DataFrame:
        """The figures known in the vintage, with `kind`: what each is to the week."""
        figures = self.ledger.figures
        return figures.assign(kind=place_in_week(figures, self.week))

    @cached_property
    def coverage(self) -> WeekCoverage:
        """How many figures of the week were known on its Monday, and how many usually are."""
        return cover_week(self.figures, self.week)

    @cached_property
    def in_week(self) -> pd.DataFrame:
        """Figures whose days end in the week."""
        return self._of_kind(IN_WEEK)

    @cached_property
    def learned(self) -> pd.DataFrame:
        """Figures first published in the week, about earlier days."""
        return self._of_kind(LEARNED)

    @cached_property
    def context(self) -> pd.DataFrame:
        """Figures of periods longer than the week that touch it."""
        return self._of_kind(CONTEXT)

    @cached_property
    def published(self) -> pd.DataFrame:
        """Figures first published in the week about earlier days, those of longer periods included."""
        recent = self.context[is_published_within(self.context, self.week)]
        return pd.concat([self.learned, recent], ignore_index=True)

    @cached_property
    def newly_published(self) -> pd.DataFrame:
        """Figures first published in the week about earlier days, but what last week's brief held.

        That brief knew what came out by its own day, the Monday, about the days of its week.
        """
        published, monday = self.published, self.week.monday
        of_its_week = place_in_week(published, Week(monday - timedelta(weeks=1))).isin([IN_WEEK, CONTEXT])
        return published[~(of_its_week & (published["published_on"] <= pd.Timestamp(monday)))]

    @cached_property
    def compared(self) -> pd.DataFrame:
        """Figures to search for contradictions: of the week, told in it, or known of its incidents before."""
        new = pd.concat([self.in_week, self.published], ignore_index=True)
        told = {
            figure["figure_id"] for each in self.facts.incidents for figure in (*each.figures, *each.rivals)
        }
        before = self.figures["figure_id"].isin(told - {*new["figure_id"]})
        if not before.any():
            return new.assign(is_new=True)
        old = self.figures[before].assign(is_new=False)
        return pd.concat([new.assign(is_new=True), old], ignore_index=True)

    @cached_property
    def facts(self) -> WeekFacts:
        """What happened in the week, and what leads."""
        return WeekFacts(self.week, self.conflict, self.figures, self.in_week, self.published)

    @cached_property
    def disputes(self) -> pd.DataFrame:
        """The figures of the week of which claimants gave several numbers of one thing."""
        return disputed(self.in_week)

    @property
    def is_silent(self) -> bool:
        """Whether the ledger holds nothing of the week, and nothing that came out in it."""
        return self.in_week.empty and self.learned.empty and self.context.empty

    def _of_kind(self, kind: str) -> pd.DataFrame:
        return self.figures[self.figures["kind"] == kind].reset_index(drop=True)


def about(figures: pd.DataFrame, *subjects: str) -> pd.DataFrame:
    """Return the figures about these subjects, in words of `Subject`: each figure is about one."""
    return figures[find_subjects(figures).isin(subjects)].reset_index(drop=True)


def civil(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of civilians, and of those counted among them."""
    return figures[figures["population"].isin(CIVIL_POPULATIONS)].reset_index(drop=True)


def mixed(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of people harmed of whom civilians and fighters are not told apart."""
    untold = figures["population"].isin(UNTOLD) & figures["measure"].isin(HARM_MEASURES)
    return figures[untold].reset_index(drop=True)


def totals_of_mixed(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the running totals of such people, whatever harm they count; of captivity, none."""
    of_people = figures["population"].isin(UNTOLD) & ~figures["measure"].isin(CAPTIVITY)
    return figures[of_people & (figures["basis"] == Basis.CUMULATIVE)].reset_index(drop=True)


def people_harmed(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of civilians, children, and people who are not told apart from fighters."""
    harmed = figures["population"].isin((*CIVIL_POPULATIONS, *UNTOLD)) & figures["measure"].isin(
        HARM_MEASURES
    )
    return figures[harmed].reset_index(drop=True)


def military(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of armed forces."""
    return figures[figures["population"].isin(MILITARY)].reset_index(drop=True)


def captive(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of prisoners, and of captivity whoever is held."""
    about = figures["population"].isin(CAPTIVES) | figures["measure"].isin(CAPTIVITY)
    return figures[about].reset_index(drop=True)


# In the order of the vocabulary: who was killed comes first.
RANKS = {word: rank for rank, word in enumerate(Measure.words())}


def killed_first(figures: pd.DataFrame) -> pd.DataFrame:
    """Return figures in the order of the vocabulary, the killed before the injured; high numbers first."""
    ranked = figures.assign(rank=figures["measure"].map(RANKS))
    return ranked.sort_values(["rank", "value"], ascending=[True, False], kind="stable").drop(columns="rank")
