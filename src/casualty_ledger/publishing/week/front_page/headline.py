"""The headline and the sentence under it: the finding, hedged and attributed, in few words.

Which finding it is, `week/leading.py` decides; here it is only said.
"""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.ledger.caveats import is_doubtful
from casualty_ledger.ledger.rows import figures_of, rows_by
from casualty_ledger.publishing.week.edition import Edition, killed_first, people_harmed
from casualty_ledger.publishing.week.losses.followed import (
    DIFFERENCE,
    followed_totals,
    name_counted,
    this_weeks_increment,
)
from casualty_ledger.publishing.week.losses.tables import military_statements
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Basis, Measure
from casualty_ledger.week.incidents import Incident
from casualty_ledger.week.months import Month
from casualty_ledger.week.tolls import Toll
from casualty_ledger.wording.labels import label_count, label_minimum, label_number, label_short_days
from casualty_ledger.wording.measures import name_measure
from casualty_ledger.wording.sentences import enumerated, number, since, what
from casualty_ledger.wording.tolls import at_spot, begin, name_side, range_of, short_place, who_says
from casualty_ledger.wording.traced_text import Sentence, Span, words

MOST_WORDS = 14
# An event so long before the week is dated in the headline.
RECENT_DAYS = 21
OF_CAPTIVES = {"killed": "prisoners died", "injured": "prisoners injured"}
NO_NUMBER = words("No number of this week alone is recorded in this ledger")
NOTHING = words("This ledger has recorded no figure of this week")


def compose_headline(edition: Edition) -> Sentence:
    """State the finding in at most fourteen words; a second one stands beside it where both fit."""
    if edition.is_silent:
        return NOTHING
    found = [*_findings(edition)] or [*_say_totals(edition)]
    if not found:
        return NO_NUMBER
    first = _say_two(edition) or begin(found[0])
    for second in found[1:]:
        both = first + words("; ") + second
        if len(both.text.split()) <= MOST_WORDS:
            return both
    return first


def _findings(edition: Edition) -> Iterator[Sentence]:
    """Yield what may stand in the headline, the first finding first, each in a few words."""
    facts = edition.facts
    ranked = [each for each in facts.rank() if isinstance(each, Month) or any(each.weight)]
    first = ranked[0] if ranked else None
    if first is not None:
        yield _say_harm(edition, first)
    yield from (_say_own_loss(figure) for figure in facts.own_losses[:1])
    beside = _beside(edition)
    if beside is not None:
        yield _say_incident(edition, beside)
    yield from _say_returns(edition)
    if facts.new_month is not None and facts.new_month is not first:
        yield _say_month(edition, facts.new_month)
    yield from _say_increments(edition)
    yield from (_say_harm(edition, each) for each in ranked[1:2])


def _beside(edition: Edition) -> Incident | None:
    ranked = edition.facts.rank()
    return edition.facts.beside(ranked[0]) if ranked else None


def _say_two(edition: Edition) -> Sentence | None:
    """Say the deadliest incidents of the people of two sides at once, where one side's sources tell both."""
    first, beside = next(iter(edition.facts.rank()), None), _beside(edition)
    if not isinstance(first, Incident) or beside is None or not (first.killed and beside.killed):
        return None
    if edition.facts.own_losses or first.of_captives or beside.of_captives:
        return None
    told = (*first.killed.figures, *beside.killed.figures)
    if len({figure["claimant_side"] for figure in told}) > 1:
        return None
    one = range_of(first.killed) + words(f" killed {at_spot(first)}{_when(edition, first)} and ")
    other = range_of(beside.killed) + words(f" {at_spot(beside)}{_when(edition, beside)}, {who_says(told)}")
    return begin(one + other) if len((one + other).text.split()) <= MOST_WORDS else None


def _say_harm(edition: Edition, harm: Incident | Month) -> Sentence:
    return _say_month(edition, harm) if isinstance(harm, Month) else _say_incident(edition, harm)


def _say_incident(edition: Edition, incident: Incident) -> Sentence:
    toll, measure = _leading_toll(incident)
    count = range_of(toll) + words(f" {measure} {at_spot(incident)}")
    return count + words(f"{_when(edition, incident)}, {who_says(toll.figures)}")


def _leading_toll(incident: Incident) -> tuple[Toll, str]:
    named = (
        (incident.killed, "killed"),
        (incident.injured, "injured"),
        (incident.harmed, "killed or injured"),
    )
    stated = [(toll, measure) for toll, measure in named if toll]
    toll, measure = next(((toll, measure) for toll, measure in stated if toll.size), stated[0])
    return toll, OF_CAPTIVES[measure] if incident.of_captives else measure


def _when(edition: Edition, incident: Incident) -> str:
    """Date what would else be taken for the toll of the week, or for one of its days."""
    begun, day = incident.first["covers_from"], incident.first["covers_until"]
    if incident.is_everywhere:
        return f"{' on' if begun == day else ','} {label_short_days(begun, day)}"
    return f" in {day:%B %Y}" if (edition.facts.monday - day).days > RECENT_DAYS else ""


def _say_month(edition: Edition, month: Month) -> Sentence:
    said = [
        _minimum(figure) + words(f" {people}{figure['measure']}")
        for figure, people in zip(month.figures, ("civilians ", ""), strict=False)
    ]
    monitor = edition.conflict.file.monitors[0]
    return enumerated(said) + words(f" in {month.start:%B}, {monitor.short} verified")


def _minimum(figure: ReportedFigure) -> Sentence:
    return Sentence((Span(label_minimum(figure), (str(figure["figure_id"]),)),))


def _say_own_loss(figure: ReportedFigure) -> Sentence:
    conflict = conflict_of(str(figure["conflict"]))
    party = str(figure["party"])
    whose = (
        name_side(figure) if party in conflict.sides else conflict.adjective_of(party) or name_side(figure)
    )
    people = "" if figure["measure"] == Measure.LOSSES else "soldiers "
    return (
        words(f"{whose}: ") + number(figure) + words(f" own {people}{name_measure(str(figure['measure']))}")
    )


def _say_returns(edition: Edition) -> Iterator[Sentence]:
    """Say a number that one source gives in both directions, or else the first direction's."""
    returned = edition.facts.returns
    for same in rows_by(returned, "claimant", "value", "hedge"):
        if len({row["direction"] for row in same}) > 1:
            ids = tuple(str(row["figure_id"]) for row in same)
            count = Sentence((Span(label_count(same[0]), ids),))
            yield words(f"{name_side(same[0])}: ") + count + words(" prisoners returned each way")
            return
    for row in returned[:1]:
        yield words(f"{name_side(row)}: ") + number(row) + words(f" prisoners returned {row['direction']}")


def _say_increments(edition: Edition) -> Iterator[Sentence]:
    for series in edition.conflict.file.followed:
        increment = this_weeks_increment(edition, series)
        if increment is None or increment["value"] < 0:
            continue
        about = "about " if increment["is_soft"] else ""
        parents = str(increment["figure_id"]), str(increment["previous_figure_id"])
        count = Span(f"{about}{label_number(increment['value'])}", parents, DIFFERENCE)
        totals = followed_totals(edition, series)
        total = figures_of(totals[totals["figure_id"] == increment["figure_id"]])[0]
        side = name_side(total)
        says = "claims" if edition.conflict.is_side(str(increment["claimant_side"])) else "counts"
        yield words(f"{side} {says} ") + Sentence((count,)) + words(f" more {name_counted(total)}")


def _say_totals(edition: Edition) -> Iterator[Sentence]:
    """Say the highest total of the killed, or else of others, where nothing of the week alone is told."""
    harmed = people_harmed(edition.in_week)
    for said in (harmed, military_statements(edition)):
        stated = said[said["value"].notna() & ~said["is_part"] & ~is_doubtful(said)]
        for figure in figures_of(killed_first(stated).head(1)):
            yield words(f"{name_side(figure)}: ") + what(figure) + words(_of_what(figure))


def _of_what(figure: ReportedFigure) -> str:
    """Say since when a total counts, or where and when anything else happened."""
    if figure["basis"] == Basis.CUMULATIVE:
        return since(figure)
    place = f" in {short_place(figure['place'])}" if figure["place"] else ""
    return f"{place}, {label_short_days(figure['covers_from'], figure['covers_until'])}"
