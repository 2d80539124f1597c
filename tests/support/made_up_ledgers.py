"""Made-up ledgers in memory: rows cleaned as a build cleans them, and editions of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pandas as pd
from paths import HOME
from rows import HONEST, make_rows

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.opening import Ledger
from casualty_ledger.parsing.weeks import LATEST, parse_vintage, parse_week
from casualty_ledger.publishing.document import Brief
from casualty_ledger.publishing.week.brief import compose_without_changes
from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.sources.registry import Register, read_register

INCIDENT = {
    "claimant": "Kherson Oblast Military Administration (Prokudin)",
    "party": "",
    "population": "civilians",
    "measure": "killed",
    "place": "Kherson",
    "admin1": "Kherson Oblast",
    "covers_from": "2023-05-30",
    "covers_until": "2023-05-30",
    "published_on": "2023-05-30",
    "basis": "period",
    "value": "4",
    "hedge": "exact",
}
VERIFIED = {
    "claimant": "OHCHR HRMMU",
    "claimant_side": "un",
    "party": "",
    "population": "civilians",
    "measure": "killed",
    "place": "Ukraine",
    "value": "8983",
    "hedge": "exact",
    "verification": "verified",
}


@lru_cache
def register() -> Register:
    """Return the project's register of sources."""
    return read_register(HOME / "data" / "sources.yml")


def ledger_of(rows: pd.DataFrame) -> Ledger:
    """Return the ledger of recorded rows with everything known; none of them may be refused."""
    cleaned = clean_rows(rows, register())
    assert cleaned.refused.empty, cleaned.refused[["column", "reason"]].to_string()
    undated = int(cleaned.appearances["published_on"].isna().sum())
    return Ledger(LATEST, cleaned.appearances, undated)


def edition_with(*changes: dict[str, str], week: str = "2023-W22", as_of: str = "") -> Edition:
    """Return the edition of a week over the honest row of `conftest` with these changes, a row each."""
    stated = parse_week(week)
    ledger = ledger_of(make_rows(*changes)).of_conflict(HONEST["conflict"])
    return Edition(stated, ledger.as_of(parse_vintage(as_of, stated)))


def said_in(edition: Edition, compose: Callable[[Edition], Brief] = compose_without_changes) -> str:
    """Return the words of a brief, a line for each sentence and each row; page 1 comes last."""
    brief = compose(edition)
    lines = [sentence.text for sentence in brief.bottom_line]
    for section in (*brief.sections, *brief.front.sections):
        lines.append(section.heading)
        for block in section.blocks:
            lines.append(getattr(block, "caption", ""))
            lines += [" | ".join(cell.text for cell in row) for row in getattr(block, "rows", ())]
            lines += [each.text for each in getattr(block, "sentences", getattr(block, "items", ()))]
    lines += [figure.sentence.text for figure in brief.front.key_figures.items]
    return "\n".join([*lines, brief.front.headline.text, brief.front.standfirst.text])
