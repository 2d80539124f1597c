"""What this ledger has no row of in a week, in the same words for every side, and never said of the world."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from casualty_ledger.ledger.identity import everybody
from casualty_ledger.ledger.rows import figures_of
from casualty_ledger.publishing.week.civilian.tables import harm_told, monitor_of, verified_totals
from casualty_ledger.publishing.week.edition import Edition, military
from casualty_ledger.publishing.week.losses.tables import military_statements, stated_losses
from casualty_ledger.publishing.week.prisoners.tables import directions_untold, exchanges_in_week
from casualty_ledger.reported_figure import ReportedFigure
from casualty_ledger.vocabulary import Basis, Interest, Measure
from casualty_ledger.week.badges import CHECKED
from casualty_ledger.week.incidents import Incident
from casualty_ledger.wording.claimant_names import with_article
from casualty_ledger.wording.conflict_words import say_side, say_text
from casualty_ledger.wording.directions import say_direction
from casualty_ledger.wording.labels import label_count, label_publication, label_until
from casualty_ledger.wording.language import mark, mark_counted, phrase, translate, translate_counted
from casualty_ledger.wording.sentences import either, listed
from casualty_ledger.wording.tolls import name_spot
from casualty_ledger.wording.traced_text import Sentence, counted, fill, sentence, words

# Of one side and of several that said nothing, by whose losses it would be.
NO_WORD: dict[str, tuple[str, str]] = {
    Interest.OWN_LOSS: (
        mark("no word from {side} on its own losses"),
        mark("no word from {sides} on their own losses"),
    ),
    Interest.ENEMY_LOSS: (
        mark("no word from {side} on the other side’s losses"),
        mark("no word from {sides} on each other’s losses"),
    ),
}
NO_KILLED = mark("no number of the killed for {lacking} of {every} incidents")
NO_INJURED = mark("no number of the injured for {lacking} of {every} incidents")
# Of a week with one incident.
NONE_KILLED = mark("no number of the killed for the {every} incident")
NONE_INJURED = mark("no number of the injured for the {every} incident")
AND_OF_PLACES = mark_counted(
    "and for {count} place that may be in the number of another",
    "and for {count} places that may be in the number of others",
)
BESIDE_PLACES = mark_counted(
    "and of {count} place within another",
    "and of {count} places within others",
)
ALL_TOLLS = mark_counted("the toll of the {count} incident", "the tolls of all {count} incidents")


def name_gaps(edition: Edition) -> list[str]:
    """Name in few words the kinds of which this ledger has no row."""
    kinds = (_incidents(edition), _own_losses(edition), _exchange(edition), _verified(edition))
    return [gap for kind in kinds for gap in kind]


def name_all_gaps(edition: Edition) -> list[Sentence]:
    """Name everything that a reader may look for in a week and of which this ledger has no row."""
    kinds = (
        _own_losses(edition),
        _others_losses(edition),
        _exchange(edition),
        _directions(edition),
        _running_total(edition),
    )
    others = [words(gap) for kind in kinds for gap in kind]
    return [*map(words, _harm(edition)), *_numbers_of_incidents(edition.facts.incidents), *others]


def _incidents(edition: Edition) -> Iterator[str]:
    if not edition.facts.incidents:
        yield translate("no incident")


def _harm(edition: Edition) -> Iterator[str]:
    if harm_told(edition).empty:
        yield translate("no report of civilian harm for days of this week")
    else:
        yield from _incidents(edition)


def _numbers_of_incidents(incidents: list[Incident]) -> Iterator[Sentence]:
    """Say of how many incidents a number is lacking; places within others are counted by themselves."""
    separate = [each for each in incidents if each.inside is None]
    within = [each for each in incidents if each.inside is not None]
    kinds = ((NO_KILLED, NONE_KILLED, _lacks_killed), (NO_INJURED, NONE_INJURED, _lacks_injured))
    for some, none, lacks in kinds:
        untold, inside = sum(map(lacks, separate)), sum(map(lacks, within))
        if untold:
            lacking = counted(untold, translate("incidents of which no number is recorded"))
            every = counted(len(separate), translate("incidents of the week"))
            is_one = len(separate) == 1
            said = sentence(none, every=every) if is_one else sentence(some, lacking=lacking, every=every)
            yield said + _in_brackets(AND_OF_PLACES, inside)


def _lacks_killed(incident: Incident) -> bool:
    return not (incident.killed or incident.harmed)


def _lacks_injured(incident: Incident) -> bool:
    return not (incident.injured or incident.harmed)


def _in_brackets(said: tuple[str, str], places: int) -> Sentence:
    """Count places that have a row and are no further incident, where there are such."""
    if not places:
        return Sentence(())
    count = counted(places, translate("places that are, or may be, in the number of another incident"))
    return words(" (") + fill(translate_counted(*said, places), count=count) + words(")")


def _own_losses(edition: Edition) -> Iterator[str]:
    heard = {str(figure["claimant_side"]) for figure in edition.facts.own_losses}
    yield from _no_word(edition, Interest.OWN_LOSS, heard)


def _told_of_earlier_days(edition: Edition, interest: Interest) -> set[str]:
    """Return the sides that said something in the week, of whatever days or as so many a day."""
    said = stated_losses(military(edition.published))
    return set(said.loc[said["interest"] == interest, "claimant_side"])


def _others_losses(edition: Edition) -> Iterator[str]:
    rivals = (rival for each in edition.facts.incidents for rival in each.rivals)
    yield from _no_word(edition, Interest.ENEMY_LOSS, {str(rival["claimant_side"]) for rival in rivals})


def _no_word(edition: Edition, interest: Interest, heard: set[str]) -> Iterator[str]:
    said = stated_losses(military_statements(edition))
    speakers = {*said.loc[said["interest"] == interest, "claimant_side"], *heard}
    speakers |= _told_of_earlier_days(edition, interest)
    silent = [
        words(say_side(edition.conflict, side)) for side in edition.conflict.sides if side not in speakers
    ]
    one, several = NO_WORD[interest]
    if len(silent) > 1:
        yield phrase(several, sides=either(silent).text)
    elif silent:
        yield phrase(one, side=silent[0].text)


def _exchange(edition: Edition) -> Iterator[str]:
    if exchanges_in_week(edition).empty:
        yield translate("no exchange of prisoners")


def _directions(edition: Edition) -> Iterator[str]:
    """Name each way in which somebody may have returned and of which no row counts prisoners of war."""
    back = exchanges_in_week(edition)
    for direction in directions_untold(edition, back["covers_until"]) if len(back) else []:
        yield phrase("no number of prisoners of war returned {direction}", direction=say_direction(direction))


def _verified(edition: Edition) -> Iterator[str]:
    if edition.facts.new_month is None:
        yield from _total(edition, mark("no new running total or monthly count by {monitor}"))


def _running_total(edition: Edition) -> Iterator[str]:
    """Name the monitor's total, and when the last one came out."""
    is_month = edition.facts.new_month is not None
    none = mark("no new running total by {monitor}") if is_month else ""
    totals = verified_totals(edition)
    for gap in _total(edition, none) if is_month else _verified(edition):
        if totals.empty:
            yield gap
            continue
        last = figures_of(totals)[-1]
        dated = phrase("{gap}: the last total came out {day}", gap=gap, day=label_publication(last))
        yield ", ".join([dated, *_kindred_totals(edition, last)])


def _kindred_totals(edition: Edition, last: ReportedFigure) -> Iterator[str]:
    """Say which other body of the monitor's kind gave a total of the killed in the week."""
    told = edition.in_week
    kindred = told[
        (told["claimant_side"] == last["claimant_side"])
        & (told["claimant"] != last["claimant"])
        & (told["basis"] == Basis.CUMULATIVE)
        & (told["measure"] == Measure.KILLED)
        & (told["population"] == last["population"])
        & (told["place"] == last["place"])
        & everybody(told)
        & ~told["is_part"]
        & told["value"].notna()
    ]
    for figure in figures_of(kindred.drop_duplicates("claimant", keep="last")):
        body = with_article(str(figure["claimant"]))
        days = label_until(figure)
        yield phrase(
            "while {body} spoke of {count} killed ({days})", body=body, count=label_count(figure), days=days
        )


def _total(edition: Edition, none: str) -> Iterator[str]:
    totals, monitor = verified_totals(edition), monitor_of(edition)
    # An earlier total that is printed again is no new one.
    is_new = len(totals) and totals["published_on"].iloc[-1] >= edition.facts.monday
    if monitor and not is_new:
        yield phrase(none, monitor=say_text(edition.conflict, monitor.short))


def name_unverified(edition: Edition) -> list[Sentence]:
    """Name what the week tells and nobody has verified: incidents, soldiers lost, prisoners returned."""
    found = _unverified_incidents(edition.facts.separate)
    within = len(edition.facts.incidents) - len(edition.facts.separate)
    found = [each + _in_brackets(BESIDE_PLACES, within) for each in found]
    if _any_unchecked(_by_sides(military_statements(edition))):
        found.append(words(translate("what either side says of soldiers lost")))
    if _any_unchecked(exchanges_in_week(edition)):
        found.append(words(translate("numbers of prisoners returned")))
    return found


def _unverified_incidents(incidents: list[Incident]) -> list[Sentence]:
    open_ones = [each for each in incidents if not is_verified(each)]
    if not open_ones:
        return []
    if len(open_ones) < len(incidents):
        return [words(phrase("the tolls of {places}", places=_spots(open_ones)))]
    count = counted(len(incidents), translate("incidents of the week"))
    return [fill(translate_counted(*ALL_TOLLS, len(incidents)), count=count)]


def is_verified(incident: Incident) -> bool:
    """Say whether somebody who checks has confirmed a number that stands of an incident."""
    return any(figure["verification"] in CHECKED for toll in incident.tolls for figure in toll.figures)


def _by_sides(said: pd.DataFrame) -> pd.DataFrame:
    return said[said["interest"].isin((Interest.OWN_LOSS, Interest.ENEMY_LOSS))]


def _any_unchecked(figures: pd.DataFrame) -> bool:
    return bool((~figures["verification"].isin(CHECKED)).any())


def _spots(incidents: Iterable[Incident]) -> str:
    return listed([*dict.fromkeys(map(name_spot, incidents))], most=3)
