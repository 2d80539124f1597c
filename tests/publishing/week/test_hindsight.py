"""What was not known on a day is in no brief of that day: rows, notes and relations alike."""

from datetime import date, timedelta
from random import Random

import pandas as pd
import pytest
from hindsight import without_what_came_later
from made_up_ledgers import said_in

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.corrections import apply_replacements, read_corrections
from casualty_ledger.ledger.opening import Ledger
from casualty_ledger.parsing.weeks import LATEST, Vintage, parse_week
from casualty_ledger.project import Project
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.sources.recorded_sheets import read_sheets
from casualty_ledger.sources.registry import read_register

CHANCE = Random(20221128)
FIRST, SPAN = date(2022, 3, 1), 1_470
DAYS = sorted(FIRST + timedelta(days=CHANCE.randrange(SPAN)) for _ in range(50))


def _pruned(project: Project, day: date) -> Ledger:
    """Return the ledger of the sheets, corrections applied, after all that came after a day is deleted."""
    rows, corrections = read_sheets(project.recorded), read_corrections(project.corrections)
    known = without_what_came_later(apply_replacements(rows, corrections), day)
    kept = rows.loc[known.index].copy()
    for text in ("note", "overlaps"):
        kept.loc[known[text] == "", [text, f"{text}_known_on"]] = ""
    stands = kept.set_index("id")
    still = [
        each
        for each in corrections
        if each.id in stands.index and stands[each.column][each.id] == each.expect
    ]
    return Ledger(LATEST, clean_rows(kept, read_register(project.sources), still).appearances, 0)


def _compose(ledger: Ledger, day: date, back: int) -> tuple[list[str], pd.DataFrame]:
    year, week, _ = (day - timedelta(weeks=back)).isocalendar()
    known = ledger.of_conflict("russia_ukraine").as_of(Vintage(day))
    edition = Edition(parse_week(f"{year}-W{week:02}"), known)
    brief = compose_brief(edition)
    notes = [note.text for note in brief.notes if "no day of publication" not in note.text]
    return [said_in(edition, compose_brief), *notes, *brief.cited()], known.figures


@pytest.mark.soak
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_brief_is_blind_to_what_came_later(whole_project, whole_ledger, day: date):
    """
    A brief on a random day, of a random week before it, is the same after all that came later is deleted.
    """
    back = Random(str(day)).randrange(min(30, (day - FIRST).days // 7 + 1))
    said, figures = _compose(_pruned(whole_project, day), day, back)
    expected, known = _compose(whole_ledger, day, back)

    assert said == expected
    assert figures.to_csv() == known.to_csv()
