"""Selection: figures chosen from the ledger, in one vintage, and everything that can be asked of them.

The whole ledger is a selection that nothing narrows. A selection is never changed: each call gives a new
one, or a DataFrame.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import pandas as pd

from casualty_ledger.charts.frame import Chart, NoChart
from casualty_ledger.explore import answers
from casualty_ledger.explore.attribution import attribute, known_on
from casualty_ledger.explore.changes import Known, list_changes
from casualty_ledger.explore.charting import Asked, draw_selection
from casualty_ledger.explore.choices import KINDS, UNITS, define, match_choice, refuse_criteria
from casualty_ledger.explore.criteria import EVERYTHING, Criteria
from casualty_ledger.explore.forbidden import Forbidden
from casualty_ledger.explore.showing import Shown
from casualty_ledger.explore.source import Source
from casualty_ledger.explore.spans import parse_known, parse_span, parse_two_days
from casualty_ledger.explore.tracing import trace_number
from casualty_ledger.ledger.opening import Ledger
from casualty_ledger.parsing.weeks import LATEST, Vintage, Week
from casualty_ledger.publishing.week.edition import Edition

Words = str | Iterable[str]


@dataclass(frozen=True, eq=False, repr=False)
class Selection(Shown, Forbidden):
    """Figures of the ledger chosen by `criteria`, as known in `vintage`.

    >>> import casualty_ledger as cl
    >>> ledger = cl.open_ledger()
    >>> ledger.select(measure="losses", claimant="General Staff of Ukraine", days="2023-06-04")
    1 figure: measure losses; claimant General Staff of Ukraine; days 2023-06-04
    Reported by General Staff of Ukraine; as known today (hindsight).
    """

    source: Source
    vintage: Vintage = LATEST
    criteria: Criteria = EVERYTHING

    def as_of(self, day: str | date) -> Selection:
        """Return the same selection as it could be known on a day; `latest` is everything known today.

        Errors: NoSuchVintage.

        >>> import casualty_ledger as cl
        >>> march = cl.open_ledger().select(claimant="OHCHR HRMMU", measure="killed", days="2022-03")
        >>> march.as_of("2022-12-31").figures["value"].max()
        np.int64(3333)
        """
        return replace(self, vintage=parse_known(day))

    def select(
        self,
        *,
        conflict: Words = "",
        measure: Words = "",
        population: Words = "",
        party: Words = "",
        claimant: Words = "",
        claimant_side: Words = "",
        place: Words = "",
        within: str = "",
        weeks: str = "",
        days: str = "",
        **unknown: object,
    ) -> Selection:
        """Return the figures that meet every criterion; what is not named stays as it was.

        A criterion is one word or a list, as `choices` lists them; `within` a place with all sites recorded
        by its name. `weeks` is an ISO week or the first and the last ("2023-W12/2023-W22"), `days` a day, a
        month, a year, or the first and the last ("2022-03-01/2022-04"): figures whose days lie inside, and
        totals that end there. Figures without days are in neither; the selection says how many.
        Errors: NoSuchCriterion, UnknownChoice, UnreadableDays.

        >>> import casualty_ledger as cl
        >>> ledger = cl.open_ledger()
        >>> len(ledger.select(measure="losses", party="russia", weeks="2023-W22").as_of("2023-06-05"))
        8
        >>> ledger.select(measure="wounded")
        Traceback (most recent call last):
        casualty_ledger.explore.misuse.UnknownChoice: 'wounded' is no measure in this ledger (did you mean \
'injured'?). All of them: ledger.choices('measure').
        """
        refuse_criteria(unknown)
        words_of = (conflict, measure, population, party, claimant, claimant_side, place)
        criteria = self._narrow(dict(zip(KINDS, words_of, strict=True)))
        if within:
            criteria = criteria.with_words("place", self.source.find_within(within))
        span = parse_span(weeks, days)
        return replace(self, criteria=replace(criteria, span=span) if span else criteria)

    def _narrow(self, asked: dict[str, Words]) -> Criteria:
        criteria = self.criteria
        for kind, words in asked.items():
            if words:
                criteria = criteria.with_words(kind, self.source.resolve(kind, words))
        return criteria

    def without(self, *kinds: str) -> Selection:
        """Return the selection with some of its criteria lifted, such as "measure" or "weeks".

        >>> import casualty_ledger as cl
        >>> killed = cl.open_ledger().select(measure="killed")
        >>> len(killed.without("measure")) == len(cl.open_ledger())
        True
        """
        criteria = self.criteria
        for kind in kinds:
            named = match_choice("criterion", kind, [*KINDS, *UNITS])
            criteria = criteria.lift(named)
        return replace(self, criteria=criteria)

    def choices(self, kind: str) -> pd.DataFrame:
        """List the words by which this selection can be narrowed: word, figures, definition.

        `kind` is conflict, measure, population, party, claimant, claimant_side or place.

        >>> import casualty_ledger as cl
        >>> cl.open_ledger().choices("party")["word"].head(2).tolist()
        ['ukraine', 'russia']
        """
        named = match_choice("kind of choice", kind, KINDS)
        figures = self.ledger.figures
        left = figures.loc[self.criteria.meets(figures), named].value_counts().drop("", errors="ignore")
        counts = left.rename_axis("word").rename("figures").reset_index()
        return counts.assign(definition=[define(named, word) for word in counts["word"]])

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger in this vintage: its appearances and figures, as the schema has them."""
        return self.source.in_vintage(self.vintage)

    @cached_property
    def figures(self) -> pd.DataFrame:
        """The chosen figures, one row each: who said what, of whom, when and where it stands.

        An ordinary DataFrame; docs/codebook.md defines its columns. `said` is the count as firmly as it
        was said.

        >>> import casualty_ledger as cl
        >>> chosen = cl.open_ledger().select(claimant="General Staff of Ukraine", days="2023-06-04")
        >>> chosen.figures[["figure_id", "said"]].to_dict("records")
        [{'figure_id': 'ml-0215', 'said': 'about 209,940 Russian “losses”'}]
        """
        return attribute(self.criteria.choose(self.source.attributed(self.vintage)), self.vintage)

    @cached_property
    def _everyday(self) -> pd.DataFrame:
        """The figures that the criteria choose of all days."""
        return self.criteria.without_days().choose(self.source.attributed(self.vintage))

    def compare(self) -> pd.DataFrame:
        """Set side by side what each claimant says of each thing: nothing is added or averaged.

        One row per claimant and thing, the statement that stands; `compares` tells whether they agree,
        differ or contradict each other.

        >>> import casualty_ledger as cl
        >>> exchange = cl.open_ledger().select(measure="exchanged", days="2023-05-25")
        >>> exchange.compare()[["claimant", "said"]].head(1).to_dict("records")  # doctest: +ELLIPSIS
        [{'claimant': ..., 'said': ...}]
        """
        return attribute(answers.compare_claimants(self.figures), self.vintage)

    def weekly(self) -> pd.DataFrame:
        """Return what each running total adds from Sunday to Sunday, with the hedges of both its ends.

        >>> import casualty_ledger as cl
        >>> staff = cl.open_ledger().select(claimant="General Staff of Ukraine", weeks="2023-W22")
        >>> staff.weekly()[["week", "added"]].to_dict("records")
        [{'week': '2023-W22', 'added': '3,340 (3,230 to 3,450)'}]
        """
        return attribute(answers.list_weekly(self._everyday, self.criteria.span), self.vintage)

    def between(self, first: str | date, last: str | date) -> pd.DataFrame:
        """Return what each running total added after one day, up to another, with the hedges of both ends.

        Any two days, "2024-11-27" and "2025-01-15": `from_day` and `to_day` are those of the totals that were
        subtracted, `reading` says what stands for a day without a total, and where a total was recounted.
        Errors: UnreadableDays.

        >>> import casualty_ledger as cl
        >>> staff = cl.open_ledger().select(claimant="General Staff of Ukraine", measure="losses")
        >>> staff.between("2023-05-28", "2023-06-04")["added"].tolist()
        ['3,340 (3,230 to 3,450)']
        """
        return attribute(answers.list_between(self._everyday, *parse_two_days(first, last)), self.vintage)

    def revisions(self) -> pd.DataFrame:
        """Return what each claimant said of one thing at different times, in order, with the kind of change.

        >>> import casualty_ledger as cl
        >>> march = cl.open_ledger().select(claimant="OHCHR HRMMU", measure="killed", days="2022-03")
        >>> march.revisions().query("basis == 'period'")["value"].tolist()[:4]
        [3190, 3298, 3326, 3333]
        """
        return attribute(answers.list_revisions(self.figures), self.vintage)

    def monthly(self) -> pd.DataFrame:
        """Return what each claimant said last of each whole month: nothing is added up to one.

        >>> import casualty_ledger as cl
        >>> ohchr = cl.open_ledger().select(claimant="OHCHR HRMMU", measure="killed", days="2022-03")
        >>> ohchr.as_of("2022-12-31").monthly()[["month", "value"]].to_numpy().tolist()
        [['2022-03', 3333]]
        """
        return attribute(answers.list_months(self.figures), self.vintage)

    def changes(self, first: str | date, last: str | date) -> pd.DataFrame:
        """Return what was known on one day and not on another: new figures, those left out, those changed.

        `change` says which: new (published since), undated, split, merged, left out, or changed, and of what;
        `why` says it in words. Then claimant, what and whom it counts, bounds, days, and where it stands.
        Errors: NoSuchVintage.

        >>> import casualty_ledger as cl
        >>> march = cl.open_ledger().select(claimant="OHCHR HRMMU", measure="killed", days="2022-03")
        >>> march.changes("2022-09-30", "2022-11-07")["change"].value_counts()["new"]
        np.int64(1)
        """
        ends = [self.as_of(day) for day in (first, last)]
        known = [Known(end.figures, self.source.attributed(end.vintage)) for end in ends]
        return attribute(list_changes(*known), ends[1].vintage)

    def disagreements(self) -> pd.DataFrame:
        """Return the disagreements in which a chosen figure takes part, with how strongly and why.

        The other figures of each disagreement are there too, whether they were chosen or not.

        >>> import casualty_ledger as cl
        >>> said = cl.open_ledger().select(claimant="Ukraine", days="2023-06-05").disagreements()
        >>> sorted(set(said["reading"]))
        ['definition']
        """
        found = self.source.disagreements(self.vintage)
        everything = self.source.attributed(self.vintage)
        return attribute(answers.keep_touching(found, self.figures, everything), self.vintage)

    def trace(self, number: int | str) -> pd.DataFrame:
        """Lead a number, or the id of a figure, back to every row and address where it was printed.

        Errors: NobodySaid.

        >>> import casualty_ledger as cl
        >>> found = cl.open_ledger().trace("210,000")
        >>> found[found["how"] == "as said"][["claimant", "said", "sheet", "row"]].to_dict("records")
        [{'claimant': 'Ukraine', 'said': 'more than 210,000 Russian “losses”', \
'sheet': 'news_article_2023-06-05.csv', 'row': 8}]
        """
        return attribute(trace_number(number, self.figures, self.ledger), self.vintage)

    def chart(self, kind: str = "") -> Chart | NoChart:
        """Draw the chart that suits the selection, or of a kind: statements, totals, weekly, exchanges.

        Errors: NothingToDraw.

        >>> import casualty_ledger as cl
        >>> cl.open_ledger().select(measure="losses", weeks="2023-W22").chart("totals").name
        'totals'
        """
        last = self.criteria.span.last if self.criteria.span else date.today()
        week = Week(date.fromisocalendar(*last.isocalendar()[:2], 1))
        title = f"{self.criteria.text or 'Every figure'}, {known_on(self.vintage)}"
        edition = Edition(week, self.ledger)
        asked = Asked(self.figures, self.weekly(), edition, title, behind=self._everyday)
        return draw_selection(asked, kind)

    def __len__(self) -> int:
        """Return how many figures were chosen."""
        return len(self.figures)
