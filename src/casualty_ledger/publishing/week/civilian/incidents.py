"""The incidents of a week as rows: one an incident, with the range of the last numbers told of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from casualty_ledger.conflicts.conflict import as_recorded
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.parsing.plain_text import capital
from casualty_ledger.publishing.document import MOST_ON_PAPER, Rest, Table
from casualty_ledger.publishing.week.cutting import CIVILIAN
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.series.moments import read_said
from casualty_ledger.vocabulary import Caveat, Hedge, Population
from casualty_ledger.week.incidents import CAPTIVES, WHOLES, Incident
from casualty_ledger.week.overtaken import is_before
from casualty_ledger.week.tolls import Toll, hour_of, size_of
from casualty_ledger.week.within import is_recorded_in
from casualty_ledger.wording.claimant_lists import list_sources
from casualty_ledger.wording.claimant_names import with_article
from casualty_ledger.wording.conflict_words import say_text
from casualty_ledger.wording.labels import SEVERAL, label_people, label_place, label_short_days
from casualty_ledger.wording.language import mark, mark_counted, phrase, translate, translate_counted
from casualty_ledger.wording.sentences import NOT_VERIFIED, checked, enumerated, join, joined, number, what
from casualty_ledger.wording.told_before import is_changed, say_before
from casualty_ledger.wording.tolls import name_spot, range_of
from casualty_ledger.wording.traced_text import Sentence, counted, fill, recorded, sentence, words

COLUMNS = (
    mark("Where and when"),
    mark("Killed"),
    mark("Injured"),
    mark("Reported by"),
    mark("Agreement"),
)
REPORTED = mark("{where} (reported this week)")
TOLD_AGAIN = mark("{where} (in last week’s brief, too)")
TOLD_ANEW = mark("{where} (in last week’s brief: {before})")
IN_NUMBER = mark("{where} (in the number of {wider})")
MAY_BE_IN_NUMBER = mark("{where} (may be in the number of {wider})")
HEADING = mark("Civilian harm")
WITH_KILLED = mark("{count} (may include killed)")
EARLIER = mark("earlier {count}")
THEN = mark("{first}, then {last}")
WIDTHS = (2.3, 1.2, 1.6, 3.1, 1.0)
NONE = words("–")
MOST_EARLIER = 4
# What page 1 has no room for stands in the section, and what that has none for on a page of its own.
FURTHER_ON = mark_counted(
    "and {count} more incident, in the section on civilian harm",
    "and {count} more incidents, in the section on civilian harm",
)
ON_PAGE = mark_counted(
    "and {count} more incident, on the page of civilian casualties",
    "and {count} more incidents, on the page of civilian casualties",
)
WITHIN = mark_counted(
    "and {count} more place that is, or may be, in the number of another",
    "and {count} more places that are, or may be, in the number of others",
)
CAPTION = mark(
    "Incidents, most people killed first: the range of the last numbers of all who report each, not added up"
)


def tabulate_incidents(
    incidents: list[Incident], monday: pd.Timestamp, *, most: int, caption: str = CAPTION
) -> Table:
    """Set incidents as rows, the first `most` of them; the others are counted and stand on another page.

    Of one that had ended before the week's `monday`, a row says why it is there.
    """
    left = incidents[most:]
    rest = _rest(left, is_first=caption == CAPTION) if left else None
    rows = tuple(_row(incident, monday) for incident in incidents[:most])
    return Table(translate(caption), tuple(map(translate, COLUMNS)), rows, WIDTHS, rest)


def _rest(left: list[Incident], *, is_first: bool) -> Rest:
    """Count the incidents that have no row, and by themselves those that are in the number of others."""
    separate = sum(each.inside is None for each in left)
    kinds = ((FURTHER_ON if is_first else ON_PAGE, separate), (WITHIN, len(left) - separate))
    how = translate("further incidents of the week")
    said = [
        fill(translate_counted(*more, count), count=counted(count, how)) for more, count in kinds if count
    ]
    return Rest(join(said), CIVILIAN, translate(HEADING) if is_first else "")


def _row(incident: Incident, monday: pd.Timestamp) -> tuple[Sentence, ...]:
    killed, injured = _toll(incident.killed, incident), _toll(incident.injured, incident)
    if incident.harmed:
        together = sentence("{count} killed or injured", count=range_of(incident.harmed))
        injured = together if not incident.injured else injured + words("; ") + together
    earlier = incident.first["covers_until"] < monday
    place = _where_within(incident, monday)
    cited = {
        id_ for cell in (killed, injured) for span in cell.spans for id_ in span.figure_ids[:MOST_ON_PAPER]
    }
    return (
        _say_why(incident, place) if earlier else place,
        killed,
        injured,
        _reported_by(incident, cited),
        words(translate(as_recorded(str(incident.verdict)))),
    )


def _say_why(incident: Incident, place: Sentence) -> Sentence:
    """Say why an incident of earlier days stands in the week: it was reported in it, or told again."""
    if incident.before is None:
        return sentence(REPORTED, where=place)
    if not is_changed(incident):
        return sentence(TOLD_AGAIN, where=place)
    return sentence(TOLD_ANEW, where=place, before=say_before(incident.before))


def _where_within(incident: Incident, monday: pd.Timestamp) -> Sentence:
    """Say in whose number an incident is counted, or may be where the record does not say so."""
    wider = incident.inside
    if wider is None:
        return where(incident, monday)
    said = IN_NUMBER if is_recorded_in(incident, wider) else MAY_BE_IN_NUMBER
    return sentence(said, where=where(incident, monday), wider=name_spot(wider))


def where(incident: Incident, monday: pd.Timestamp) -> Sentence:
    """Name place and days of an incident, and the country where it is not the usual one."""
    figure = incident.first
    conflict = conflict_of(str(figure["conflict"]))
    party = str(figure["party"])
    if not conflict.side_of(party):
        # Of people whose side nobody states, the place tells the country.
        party = conflict.whose_place(str(figure["place"]), str(figure["admin1"]))
    beside = conflict.beside_place(party)
    country = f", {say_text(conflict, beside)}" if beside and beside not in str(figure["place"]) else ""
    days = label_short_days(figure["covers_from"], figure["covers_until"], monday)
    place = capital(f"{label_place(figure)}{country}")
    if incident.is_everywhere:
        hour = hour_of(*incident.tolls)
        days = phrase("{days} by {hour}", days=days, hour=hour) if hour else days
        return sentence("All of {place}, {days}", place=place, days=days)
    return words(f"{place}, {days}")


def _toll(toll: Toll | None, incident: Incident) -> Sentence:
    """Say the range of a toll, the children in it, and what was told of it before."""
    if toll is None:
        return NONE
    said, children, earlier = _counted(toll), _children(toll), _earlier(toll, incident)
    if Caveat.KILLED_IN_INJURED in str(toll.highest["caveats"]).split():
        said = sentence(WITH_KILLED, count=said)
    if children.spans:
        # Behind the children, in one bracket with them, earlier numbers read as if they were theirs.
        said += words(" (") + children + words(")")
        return said + words(", ") + earlier if earlier.spans else said
    return said + words(" (") + earlier + words(")") if earlier.spans else said


def _counted(toll: Toll) -> Sentence:
    """Say whom a part counts, where nobody tells civilians and soldiers apart, and who was held."""
    if toll.parts:
        last = toll.parts[-1]
        said = range_of(Toll(toll.parts)) + words(f" {label_people(last)}")
        return said + recorded(f" ({last['site']})", str(last["figure_id"])) if last["site"] else said
    told = {str(figure["population"]) for figure in toll.figures}
    count = range_of(toll)
    if told <= {*CAPTIVES}:
        return sentence(translate_counted("{count} prisoner", "{count} prisoners", toll.size), count=count)
    if told <= {Population.MIXED, Population.UNSTATED}:
        return sentence(translate_counted("{count} person", "{count} people", toll.size), count=count)
    return count


def _children(toll: Toll) -> Sentence:
    if not toll.children:
        return Sentence(())
    children = Toll(toll.children)
    count = range_of(children)
    number = SEVERAL if children.size == 1 and count.text != "1" else children.size
    return sentence(translate_counted("{count} child", "{count} children", number), count=count)


def _earlier(toll: Toll, incident: Incident) -> Sentence:
    """Say the numbers that a source gave before its last one, or else the range of what came out before."""
    before = [figure for figure in toll.earlier if figure["hedge"] != Hedge.UNQUANTIFIED]
    if not before:
        measures = {figure["measure"] for figure in toll.figures}
        overtaken = [each for each in incident.overtaken if each["measure"] in measures and _counts_all(each)]
        return sentence(EARLIER, count=range_of(Toll(tuple(overtaken)))) if overtaken else Sentence(())
    counts = [number(figure) for figure in before[:MOST_EARLIER]]
    if _are_steps(before, toll):
        return sentence("first {counts}", counts=joined(THEN, counts))
    return sentence(EARLIER, count=enumerated(counts))


def _are_steps(before: Sequence[ReportedFigure], toll: Toll) -> bool:
    """Say whether earlier numbers are the steps, in a known order, of a source that gives the highest one.

    Of anybody else nobody knows that his number was the first of all.
    """
    claimant = {each["claimant"] for each in before}
    gives_it = {each["claimant"] for each in toll.figures if size_of(each) == toll.size}
    ordered = all(is_before(read_said(one), read_said(other)) for one, other in pairwise(before))
    return len(claimant) == 1 and claimant <= gives_it and ordered


def _counts_all(figure: ReportedFigure) -> bool:
    whole = not figure["is_part"] and figure["population"] in WHOLES
    return whole and figure["hedge"] != Hedge.UNQUANTIFIED


def _reported_by(incident: Incident, cited: set[str]) -> Sentence:
    """Name who reports it and who has checked it; a count of other people there stands beside it.

    They are those whose numbers make the row, and a figure of each is among its sources. Beside it stands a
    count of civilians alone, where the toll is of soldiers too, or what a side claims of soldiers there.
    """
    told = [figure for toll in incident.tolls for figure in toll.figures]
    beside = (figure for toll in incident.tolls for figure in (*toll.children, *_first(toll, cited)))
    said = list_sources([*told, *beside], cited)
    known = checked(told)
    if known != translate(NOT_VERIFIED):
        said += words(f" ({known})")
    civilians = [figure for toll in incident.tolls for figure in toll.civilians[:1]]
    return said + join([words("; ") + _beside(each) for each in (*civilians, *incident.rivals[:1])], "")


def _first(toll: Toll, cited: set[str]) -> list[ReportedFigure]:
    """Return the first numbers of a toll that stand in the row."""
    return [figure for figure in toll.earlier if str(figure["figure_id"]) in cited]


def _beside(figure: ReportedFigure) -> Sentence:
    return words(f"{with_article(str(figure['claimant']))}: ") + what(figure)


def ids_of_incidents(incidents: list[Incident]) -> set[str]:
    """Return the ids of every figure that an incident holds."""
    return {str(figure["figure_id"]) for each in incidents for figure in (*each.figures, *each.rivals)}


MOST_INCIDENTS = 7
