"""What leads a week, by one rule for every side: the most harm first, then news, then what is disputed.

- An incident leads by the highest number of killed that any source of it gives, then of injured.
- A month that a monitor verified in the week leads where no month for long was worse; another one comes
  before incidents that killed fewer than the month killed in a day.
- Where as many were killed in incidents of another side's people, or told by another side, all lead.
- A side's new word on its own losses, the deadliest incident of another side's people, returns of
  prisoners, and what a week added to a total that people follow come next, in this order.

`docs/methods.md` says the same for readers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from casualty_ledger.conflicts.conflict import Conflict
from casualty_ledger.ledger.identity import everybody
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.parsing.weeks import Week
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.prisoners import (
    Returned,
    count_prisoners,
    exchanges,
    hold_civilians,
    hold_other_returns,
)
from casualty_ledger.vocabulary import Measure, Population
from casualty_ledger.week.incidents import MOST_DAYS, Incident, find_incidents, name_place
from casualty_ledger.week.late import held_before, with_all_known
from casualty_ledger.week.months import Month, verified_months, worst_since
from casualty_ledger.week.own_losses import new_own_losses
from casualty_ledger.week.tolls import NUMBER, size_of

DAYS_OF_A_MONTH = 30
# Another side's incident stands beside the first one where it killed at least this share of its toll.
COMPARABLE, DEADLY = 0.5, 2
LONG_AGO = pd.Timedelta(days=183)
MOST_LASTING = pd.Timedelta(days=MOST_DAYS)


@dataclass(frozen=True)
class WeekFacts:
    """The facts of one week: what was told of its days, and what first came out in it.

    `figures` are all that are known in the vintage; `in_week` those whose days lie in the week;
    `published` those that came out in it about earlier days.
    """

    week: Week
    conflict: Conflict
    figures: pd.DataFrame
    in_week: pd.DataFrame
    published: pd.DataFrame

    @property
    def monday(self) -> pd.Timestamp:
        """The first day of the week."""
        return pd.Timestamp(self.week.monday)

    @cached_property
    def told(self) -> pd.DataFrame:
        """What is new in the week: told of its days, or first told in it."""
        both = [part for part in (self.in_week, self.published) if len(part)]
        return pd.concat(both, ignore_index=True) if both else self.in_week

    @cached_property
    def incidents(self) -> list[Incident]:
        """The incidents of the week, most people harmed first, equal ones the disputed first.

        One of earlier days is seen with all that the vintage knows of it, whenever that came out. What is
        inside the number of no incident of the week is inside none.
        """
        new = [each for each in find_incidents(self.told) if not self._is_old(each)]
        found = with_all_known(new, self.told, self.figures, self.monday)
        told = {str(each.first["figure_id"]) for each in found}
        return [
            replace(
                each,
                inside=each.inside if each.inside and str(each.inside.first["figure_id"]) in told else None,
                before=held_before(each, self.figures, self.monday),
            )
            for each in found
        ]

    @cached_property
    def separate(self) -> list[Incident]:
        """The incidents that are counted in the number of no wider one of the week.

        Whoever says how many incidents there are counts these: a row of one that is in another's number is
        no further one.
        """
        return [each for each in self.incidents if each.inside is None]

    def _is_old(self, incident: Incident) -> bool:
        """Say whether of an earlier incident as many, or more, were known before the week.

        Of one of long ago it is enough that it was known: what is told of it again is background.
        """
        first = incident.first
        if first["covers_until"] >= self.monday:
            return False
        figures = self.figures
        before = figures[
            (figures["published_on"] < self.monday)
            & (figures["covers_from"] <= first["covers_until"])
            & (figures["covers_until"] >= first["covers_from"])
            & (figures["covers_until"] - figures["covers_from"] < MOST_LASTING)
        ]
        known: dict[str, int] = {}
        for figure in figures_of(before[["place", "measure", *NUMBER]]):
            if name_place(str(figure["place"])) == incident.place:
                known[figure["measure"]] = max(known.get(figure["measure"], 0), size_of(figure))
        if known and self.monday - first["covers_until"] > LONG_AGO:
            return True
        counts = [figure for toll in incident.tolls for figure in toll.figures]
        return all(size_of(figure) <= known.get(figure["measure"], -1) for figure in counts)

    @cached_property
    def months(self) -> list[Month]:
        """The months up to the end of the week that the first monitor verified, the last one last."""
        sunday = pd.Timestamp(self.week.sunday)
        return [month for month in self.all_months if month.start + pd.offsets.MonthEnd(0) <= sunday]

    @cached_property
    def all_months(self) -> list[Month]:
        """The months that the first monitor verified, those after the week too in hindsight."""
        return verified_months(self.figures, next(iter(self.conflict.file.monitors), None))

    @cached_property
    def new_month(self) -> Month | None:
        """The last verified month, where its first number came out in the week."""
        return self.month_new_by(pd.Timestamp(self.week.sunday))

    def month_new_by(self, day: pd.Timestamp) -> Month | None:
        """Return the last month that was verified by a day, where its first number came out since Monday."""
        known = [month for month in self.months if month.first_published_on <= day]
        return known[-1] if known and known[-1].first_published_on >= self.monday else None

    @cached_property
    def worst_since(self) -> Month | None:
        """The month since which none was worse than the new one, where that is long."""
        new = self.new_month
        return worst_since([month for month in self.months if month.start <= new.start]) if new else None

    @cached_property
    def own_losses(self) -> list[ReportedFigure]:
        """What sides newly said of their own losses."""
        return figures_of(new_own_losses(self.told, self.figures, self.monday))

    @cached_property
    def returns(self) -> list[Returned]:
        """Who counted prisoners of war back in exchanges of the week, with `direction` and `day`.

        Where numbers differ and days do, only the last day's: numbers of two exchanges are no rivals.
        """
        back = exchanges(self.in_week)
        of_war = (back["population"] == Population.PRISONERS_OF_WAR) & count_prisoners(back)
        of_war &= everybody(back) | back["is_part"]
        counted = back["value"].notna() & (back["measure"] == Measure.EXCHANGED)
        back = back.assign(with_civilians=hold_civilians(back))
        told = back[of_war & counted & ~hold_other_returns(back)].sort_values("direction", kind="stable")
        differ = (told.groupby("direction")["value"].nunique() > 1).any()
        return figures_of(told[told["day"] == told["day"].max()] if differ else told, Returned)

    def rank(self) -> list[Incident | Month]:
        """Return incidents and the new month in the order in which they lead, none of them within another."""
        ranked: list[Incident | Month] = [*self.separate]
        month = self.new_month
        if month is None or month.killed is None:
            return ranked
        killed = size_of(month.killed)
        outranks = killed if self.worst_since else killed / DAYS_OF_A_MONTH
        at = sum(incident.weight[0] > outranks for incident in self.separate)
        return [*ranked[:at], month, *ranked[at:]]

    def beside(self, first: Incident | Month) -> Incident | None:
        """Return the deadliest incident of other people than the first, where it is comparable."""
        if isinstance(first, Month):
            return None
        others = [each for each in self.separate if each.first["party"] != first.first["party"]]
        next_one = next(iter(others), None)
        if next_one is None or next_one.weight[0] < max(DEADLY, COMPARABLE * first.weight[0]):
            return None
        return next_one

    def tied(self, told: list[Incident]) -> list[Incident]:
        """Return who killed as many as the last incident told, where a side is left out without them.

        That is one whose people, or whose word, no incident told has: how many were injured, or which side
        is told of first, resolves no tie in the number killed.
        """
        sides = {side for each in told for side in self._sides_of(each)}
        found = []
        for each in self.separate:
            if each.weight[0] == told[-1].weight[0] > 0 and not sides.issuperset(self._sides_of(each)):
                found.append(each)
                sides |= self._sides_of(each)
        return found

    def _sides_of(self, incident: Incident) -> set[tuple[str, str]]:
        """Return whose people were killed, and which sides that fight say so."""
        told = incident.killed.figures if incident.killed else ()
        tellers = {str(figure["claimant_side"]) for figure in told}
        people = str(incident.first["party"])
        return {("people", people)} | {("word", side) for side in tellers if self.conflict.is_side(side)}
