"""The privacy gate: what the ledger refuses to hold, whoever sends it.

No prisoner's name, face, voice, unit with date and place, or interview (Third Geneva Convention,
Article 13); no person-level record of a victim; no coordinates or street addresses; no place of
captivity finer than a region. A refusal says why and never repeats what it refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from casualty_ledger.conflicts.known import known_conflicts
from casualty_ledger.ledger.distinct import Distinct, stack
from casualty_ledger.ledger.privacy.candidates import alike, may_name
from casualty_ledger.ledger.privacy.identifying import HOLDING_PLACE, rules_of
from casualty_ledger.ledger.privacy.mentions import Mention, read_mention
from casualty_ledger.ledger.privacy.surroundings import Says
from casualty_ledger.ledger.privacy.withholding import WITHHELD, identify
from casualty_ledger.ledger.refusals import WHOLE_ROW, Problems
from casualty_ledger.ledger.texts import as_texts
from casualty_ledger.parsing.name_words import NameKind, key_of, kind_of
from casualty_ledger.parsing.personal_names import WORD
from casualty_ledger.sources.registry import Register

CAPTIVE_WORDS = r"pow|prisoner|detainee"
CAPTIVE_MEASURES = r"^(?:captured|held|visited|interviewed|exchanged_returned|died_in_captivity|detained)$"
HOLDING_MEASURES = ("held", "visited", "interviewed")
THREE_LETTERS = r"[A-Za-z\x{c0}-\x{1fff}]{3}"
WORDED_ID = rf"{THREE_LETTERS}[ ._-]+{THREE_LETTERS}"
COLUMNS = {
    Says.WHAT: (
        "note",
        "scope",
        "overlaps",
        "method",
        "measure_as_said",
        "incident",
        "perpetrator_as_said",
    ),
    Says.WHERE: ("place", "admin1"),
    Says.WHO: ("claimant", "publisher"),
    Says.NOTHING: ("address",),
}
NUMERAL = re.compile(r"[1-9]")
# Whom the number counts: who is named there is one of them.
COUNTED = frozenset({"scope", "overlaps", "measure_as_said", "incident"})
NAMES_A_PERSON = {
    Says.NOTHING: "An address seems to name a person who was harmed or is held. Cite another page.",
    Says.WHAT: "This seems to name a person who was harmed or is held. Record numbers only.",
    Says.WHERE: "This seems to name a person. Name the settlement or the publicly named site.",
    Says.WHO: "A prisoner or a victim is no claimant by name. Name the body that made the statement.",
}
MAY_NAME_A_PERSON = "This may name a person. If the person was harmed or is held, leave the name out."


def refuse_personal_data(problems: Problems, says: Says, register: Register) -> None:
    """Note every row whose cells of one kind hold what must not be recorded; what it is, is withheld."""
    measure = problems.distinct("measure")
    captive = problems.distinct("population").contains(CAPTIVE_WORDS) | measure.contains(CAPTIVE_MEASURES)
    held = measure.among(HOLDING_MEASURES)
    cells = Cells.of(problems, COLUMNS[says])
    lower = cells.texts.lower()
    for rule in rules_of(says):
        among = held if rule is HOLDING_PLACE else captive if rule.captives_only else None
        cells.note(problems, lower.holds(rule.pattern), rule.reason, among)
    reason = NAMES_A_PERSON[says]
    mentions = _read_all(cells.texts, says, register)
    cells.note(problems, _mentioning(cells.texts, mentions, Mention.HARMED), reason)
    if says == Says.WHAT:
        named = _mentioning(cells.texts, mentions, Mention.NAMED)
        cells.note(problems, named, reason, only=COUNTED)
        cells.note(problems, named, reason, captive)


def withhold_ids(problems: Problems) -> None:
    """Note every id that names a person, and put a word in its place: an id is told with every problem."""
    ids = problems.rows["id"]
    worded = ids[pc.match_substring_regex(as_texts(ids), WORDED_ID).to_numpy(zero_copy_only=False)]
    if worded.empty:
        return
    named = identify(worded.str.replace(r"[-_.]", " ", regex=True)).reindex(ids.index, fill_value=False)
    problems.rows = problems.rows.assign(id=ids.mask(named, WITHHELD))
    problems.note(named, "id", "An id must not name a person. Use letters and a number.", found=WITHHELD)


def find_possible_persons(rows: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Return the cells that may name a person, for somebody to look at: sheet, row, row_id, column, reason.

    What stands there is withheld: it may be a name.
    """
    asked, declared = Problems(rows), _declared(register)
    for says, columns in COLUMNS.items():
        cells = Cells.of(asked, columns)
        mentions = _read_all(cells.texts, says, register, declared)
        for mention in (Mention.UNCLEAR, Mention.NAMED):
            cells.note(asked, _mentioning(cells.texts, mentions, mention), MAY_NAME_A_PERSON)
    listed = asked.listing().drop(columns="found")
    return listed[listed["column"] != WHOLE_ROW]  # A damaged row is told of as such, once.


@dataclass(frozen=True)
class Cells:
    """The cells of several columns, one column after the other, as distinct texts."""

    columns: tuple[str, ...]
    texts: Distinct

    @classmethod
    def of(cls, problems: Problems, columns: tuple[str, ...]) -> Cells:
        """Gather the cells of some columns."""
        return cls(columns, alike(stack([problems.distinct(column) for column in columns])))

    def note(
        self,
        problems: Problems,
        found: np.ndarray,
        reason: str,
        among: pd.Series | None = None,
        only: frozenset[str] | None = None,
    ) -> None:
        """Note the rows in which a cell was found, by its column, and withhold what stands there."""
        for column, here in zip(self.columns, found.reshape(len(self.columns), -1), strict=True):
            if here.any() and (only is None or column in only):
                rows = pd.Series(here, index=problems.rows.index)
                problems.note(rows if among is None else rows & among, column, reason, found=WITHHELD)


def _declared(register: Register) -> frozenset[str]:
    """Return the names that a register or a conflict's file declares: each is a place's or a body's."""
    files = [conflict.file for conflict in known_conflicts().values()]
    names = [name for file in files for name in (*file.place_names(), *file.claimants())]
    return frozenset(NUMERAL.sub("0", name) for name in (*names, *register.claimants))


def _read_all(
    texts: Distinct, says: Says, register: Register, declared: frozenset[str] = frozenset()
) -> dict[str, Mention]:
    """Read whom each text names that may name somebody, and is not declared to name no person."""
    candidates = [text for text in may_name(texts, says) if text not in declared]
    holders = _office_holders(register) if candidates else frozenset()
    return {text: _read(text, says, register, holders) for text in candidates}


def _mentioning(texts: Distinct, mentions: dict[str, Mention], mention: Mention) -> np.ndarray:
    return texts.among(text for text, said in mentions.items() if said == mention).to_numpy()


def _read(text: str, says: Says, register: Register, holders: frozenset[str]) -> Mention:
    """Read whom a text names: beside an outlet that the register knows, a name may be its writer's."""
    mention = read_mention(text, says, holders)
    if mention != Mention.NAMED:
        return mention
    return Mention.UNCLEAR if any(name in text for name in register.publishers) else mention


def _office_holders(register: Register) -> frozenset[str]:
    """Return the registered claimants by the keys of a surname, or of a given name and a surname."""
    return frozenset(holder for spelling in register.claimants for holder in _holders_in(spelling))


def _holders_in(spelling: str) -> Iterator[str]:
    words = WORD.findall(spelling)
    for before, word in pairwise(["", *words]):
        if kind_of(word) == NameKind.SURNAME:
            given = before and kind_of(before) >= NameKind.SOMETIMES
            yield f"{key_of(before)} {key_of(word)}" if given else key_of(word)
