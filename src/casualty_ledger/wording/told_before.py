"""What last week's brief held of an incident, in words, and whether this week's holds anything else."""

from __future__ import annotations

from casualty_ledger.vocabulary import Measure
from casualty_ledger.week.incidents import Incident
from casualty_ledger.week.tolls import Toll
from casualty_ledger.wording.language import mark_counted, translate_counted
from casualty_ledger.wording.tolls import range_of
from casualty_ledger.wording.traced_text import Sentence, fill

COUNTS: dict[str, tuple[str, str]] = {
    Measure.KILLED: mark_counted("{count} killed", "{count} killed"),
    Measure.INJURED: mark_counted("{count} injured", "{count} injured"),
    Measure.CASUALTIES: mark_counted("{count} person killed or injured", "{count} people killed or injured"),
}


def is_changed(incident: Incident) -> bool:
    """Say whether a range of an incident is another than in last week's brief, which held it."""
    return incident.before is not None and _ranges(incident) != _ranges(incident.before)


def is_new(incident: Incident) -> bool:
    """Say whether last week's brief did not hold an incident, or not as many killed or injured."""
    return incident.before is None or incident.weight > incident.before.weight


def say_before(before: Incident) -> Sentence:
    """Say the number by which an incident is ranked, as last week's brief held it: "32 killed"."""
    toll, measure = next((toll, measure) for toll, measure in _tolls(before) if toll is not None)
    return fill(translate_counted(*COUNTS[measure], toll.size), count=range_of(toll))


def _tolls(incident: Incident) -> tuple[tuple[Toll | None, str], ...]:
    tolls = incident.killed, incident.injured, incident.harmed
    return tuple(zip(tolls, COUNTS, strict=True))


def _ranges(incident: Incident) -> list[str]:
    return [range_of(toll).text if toll else "" for toll, _ in _tolls(incident)]
