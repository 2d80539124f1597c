"""What is visible in a vintage: one digest per day on which something became known.

A report of week W as known on day D opens every row published up to D, and says how many there are, so a
row is visible to every later vintage. The digests chain from day to day: a vintage is a look-up, and a row
that is published later cannot change it. No table is opened here, so that asking costs next to nothing.
See docs/decisions/0013-what-a-report-sees.md.
"""

from __future__ import annotations

import csv
import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from casualty_ledger.ledger.freshness import INPUTS
from casualty_ledger.ledger.hindsight import HINDSIGHT, READ_FROM_NOTES
from casualty_ledger.ledger.left_out import LEFT_OUT
from casualty_ledger.parsing.weeks import Vintage
from casualty_ledger.project import Project
from casualty_ledger.whole_files import digest, write_text

LATER = {*HINDSIGHT, *(f"{column}_known_on" for column in HINDSIGHT)}
CORRECTIONS = "corrections.csv"
# A line moves when a row is added above it, and a figure is named in hindsight: no report shows either.
# What a note makes of its row follows from cells that count already, and from the note once it is known.
UNSEEN = {*LATER, *READ_FROM_NOTES, "row", "figure_id"}
Cells = dict[str, str]


class Seen(NamedTuple):
    """What one vintage holds: the digest of all that is visible, and how many rows that is."""

    digest: str
    rows: int


@dataclass(frozen=True)
class Visible:
    """What each vintage holds: `known[i]` from `days[i]` on; `undated` before; `latest` in hindsight."""

    ledger: str
    days: list[str]
    known: list[Seen]
    undated: Seen
    latest: Seen

    def seen_in(self, vintage: Vintage) -> Seen:
        """Return what a vintage holds."""
        if vintage.day is None:
            return Seen(*self.latest)
        place = bisect_right(self.days, vintage.day.isoformat())
        return Seen(*(self.known[place - 1] if place else self.undated))


class _Row(NamedTuple):
    """One recorded row: the day it was published, what is said at once, and what became known later."""

    sheet: str
    kind: str
    day: str
    said: bytes
    later: list[tuple[str, bytes]]


def find_visible(project: Project, kept: Path) -> Visible:
    """Return what each vintage of the built ledger holds: as kept in a file, or found anew and kept there.

    Errors: CannotWrite.
    """
    ledger = digest(project.processed / INPUTS)
    try:
        found = Visible(**json.loads(kept.read_text(encoding="utf-8")))
        if found.ledger == ledger:
            return found
    except (OSError, ValueError, TypeError):
        pass
    found = index_rows(project, ledger)
    write_text(kept, json.dumps(asdict(found)) + "\n")
    return found


def index_rows(project: Project, ledger: str = "") -> Visible:
    """Find what each vintage of the built ledger holds."""
    rows = list(_read_rows(project))
    dated = [row for row in rows if row.day]
    undated = Counter((row.sheet, row.kind) for row in rows if not row.day)
    # A row whose day was corrected was printed under another: every vintage may show it.
    moved = [row for row in _mended(project) if row["column"] == "published_on"]
    left_out = [row["sheet"] for row in _read(project.processed / LEFT_OUT)]
    chain = sha256(repr((sorted(undated.items()), moved, left_out)).encode()).digest()
    start, days, known, count = Seen(chain.hex(), 0), [], [], 0
    for day, group in groupby(sorted(_events(dated), key=_day), key=_day):
        events = list(group)
        chain = sha256(chain + b"".join(event.said for event in events)).digest()
        count += sum(event.is_row for event in events)
        days.append(day)
        known.append(Seen(chain.hex(), count))
    everything = sha256(repr(left_out).encode())
    everything.update(b"".join(row.said + b"".join(text for _, text in row.later) for row in rows))
    return Visible(ledger, days, known, start, Seen(everything.hexdigest(), len(rows)))


class _Event(NamedTuple):
    """What became known on a day: a row, or a note on one."""

    day: str
    is_row: bool
    said: bytes


def _day(event: _Event) -> str:
    return event.day


def _events(rows: list[_Row]) -> Iterator[_Event]:
    """Say what became known on each day: a row with the row that it stands below, or a later note."""
    for row, former in zip(rows, _predecessors(rows), strict=True):
        yield _Event(row.day, True, _hash(row.said, former))
        for day, text in row.later:
            if day:
                yield _Event(max(day, row.day), False, _hash(b"later", row.said, text))


def _predecessors(rows: list[_Row]) -> list[bytes]:
    """Find for each row the row above it among those known by then: order counts, later rows do not.

    Rows are taken away from the latest to the earliest, so that each is gone before an earlier one asks.
    """
    above = list(range(-1, len(rows) - 1))
    below = list(range(1, len(rows) + 1))
    former = [b""] * len(rows)
    for place in sorted(range(len(rows)), key=lambda place: (rows[place].day, place), reverse=True):
        up, down = above[place], below[place]
        former[place] = rows[up].said if up >= 0 else b""
        if up >= 0:
            below[up] = down
        if down < len(rows):
            above[down] = up
    return former


def _read_rows(project: Project) -> Iterator[_Row]:
    """Read the built ledger's appearances and refusals in the order of the sheets."""
    appearances = _read(project.processed / "appearances.csv")
    refused = _read(project.processed / "refused.csv")
    recorded, corrected = _recorded(project), _corrected(project)
    found = [("appearance", row) for row in appearances] + [("refused", row) for row in refused]
    for kind, row in sorted(found, key=lambda pair: (pair[1]["sheet"], int(pair[1]["row"]))):
        unseen = UNSEEN if kind == "appearance" else set()
        said = [cell for column, cell in row.items() if column not in unseen]
        later = [
            (row.get(f"{column}_known_on", "")[:10], _hash(column.encode(), row[column].encode()))
            for column in HINDSIGHT
            if row.get(column)
        ]
        known = [*recorded[row["row_id"]], *corrected[row["row_id"]]]
        cells = _hash(kind.encode(), *(cell.encode() for cell in said), *known)
        yield _Row(row["sheet"], kind, row["published_on"][:10], cells, later)


def _recorded(project: Project) -> dict[str, list[bytes]]:
    """Return what the sheets say of each id at once: a row with an id of two is told by both."""
    from casualty_ledger.sources.recorded_sheets import read_sheets

    rows = read_sheets(project.recorded)
    found: dict[str, list[bytes]] = defaultdict(list)
    texts = rows[[column for column in rows.columns if column not in {*LATER, "row"}]]
    for name, cells in zip(rows["id"], texts.itertuples(index=False), strict=True):
        found[name].append(_hash(*(cell.encode("utf-8", "replace") for cell in cells)))
    return found


def _corrected(project: Project) -> dict[str, list[bytes]]:
    """Return the corrections declared of each id: what stood before one is what an earlier report printed."""
    found: dict[str, list[bytes]] = defaultdict(list)
    for row in _mended(project):
        found[row["id"]].append(_hash(*(text.encode() for text in row.values())))
    return found


def _mended(project: Project) -> list[Cells]:
    """List the corrections that mend every vintage; a flag is known from its own day, like a note."""
    return [row for row in _read(project.processed / CORRECTIONS) if row["action"] != "flag"]


def _read(path: Path) -> list[Cells]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _hash(*parts: bytes) -> bytes:
    """Hash several texts so that none can run into the next."""
    return sha256(b"".join(_framed(parts))).digest()


def _framed(parts: Iterable[bytes]) -> Iterator[bytes]:
    for part in parts:
        yield len(part).to_bytes(8, "big")
        yield part
