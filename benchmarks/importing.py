"""Import a table of 100,000 records by a mapping, against a bare `pandas.read_csv` of the same file.

The import reads the file, makes rows of its cells, checks them as the ledger checks, looks for repeats,
conflicts and falls, and lands the proposals with their sidecar. The bare read guesses types and does nothing.

A narrow table has the eleven columns that are brought in. A wide one has thirty more beside them, as public
tables of events have (codes, actors, sources, sentences), which the bare read reads too.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from casualty_ledger.conflicts.known import learn_conflicts
from casualty_ledger.intake.importing import import_tables, open_tables
from casualty_ledger.intake.landing import land
from casualty_ledger.intake.mapping.model import Mapping
from casualty_ledger.intake.mapping.writing import write_mapping
from casualty_ledger.project import Project, find_home
from casualty_ledger.sources.registry import read_register

BOUND = 15
MAPPING = {
    "title": "made up",
    "ids": "MU",
    "cells": {
        "conflict": "made_up_war",
        "claimant": {"column": "source"},
        "publisher": "Made-up Monitor",
        "party": {"column": "side", "words": {"N": "north", "S": "south"}},
        "population": {"column": "who", "words": {"civ": "civilians", "mil": "military"}},
        "measure": {"column": "kind", "words": {"dead": "killed", "hurt": "injured"}},
        "place": {"column": "town"},
        "admin1": {"column": "province"},
        "covers_from": {"column": "date", "read": "day_first"},
        "covers_until": {"column": "date", "read": "day_first"},
        "published_on": {"column": "published", "read": "day_first"},
        "basis": "period",
        "address": {"column": "link"},
        "note": {"column": "remark"},
    },
    "figures": [{"cells": {"value": {"column": "number"}}}],
}


def make_table(path: Path, rows: int, *, wide: bool) -> None:
    """Write a table in the ways people put numbers and days; its texts repeat as those of a monitor do."""
    chance = random.Random(1)
    start = date(2015, 1, 1)
    hedges = ("{}", "{}", "{}", "{}", "at least {}", "близько {}", "{}+", "{0}–{1}", "{}")
    listed = []
    for row in range(rows):
        day = start + timedelta(days=row * 4000 // rows)
        number, town = chance.randint(0, 300), chance.randint(1, 900)
        beside = {f"code {n}": f"{n}{chance.randint(100, 999)}" for n in range(15)} if wide else {}
        beside |= {f"text {n}": f"words of actor {chance.randint(1, 99)}" for n in range(15)} if wide else {}
        listed.append(
            {
                "date": f"{day:%d/%m/%Y}",
                "published": f"{day + timedelta(days=chance.randint(0, 9)):%d/%m/%Y}",
                "side": chance.choice("NS"),
                "who": chance.choice(("civ", "mil")),
                "kind": chance.choice(("dead", "hurt")),
                "number": chance.choice(hedges).format(number, number + 5),
                "town": f"Town {town}",
                "province": f"Province {town % 24}",
                "source": f"Office {chance.randint(1, 40)}",
                "link": f"https://example.org/{row // 3}",
                "remark": f"bulletin {row // 50}",
                **beside,
            }
        )
    pd.DataFrame(listed).to_csv(path, index=False)


def measure(rows: int, runs: int, *, wide: bool) -> None:
    """Measure both in turn, and print the ratio of their medians."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "data" / "raw"
        (raw / "recorded").mkdir(parents=True)
        project = Project(find_home(), raw, raw.parent / "processed")
        learn_conflicts(project)
        table, path = raw.parent / "table.csv", raw.parent / "mappings" / "made_up.yml"
        make_table(table, rows, wide=wide)
        mapping = Mapping.model_validate(MAPPING)
        write_mapping(path, mapping)
        register = read_register(project.sources)

        def bring_in() -> None:
            imported = import_tables(open_tables(table, mapping)[0], mapping, register)
            land(project, table, path, imported, today=date(2026, 1, 1))

        bare, whole = _in_turn(lambda: pd.read_csv(table), bring_in, runs)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
        kind = "wide" if wide else "narrow"
        print(f"{rows:>9,} rows, {kind}: bare read {bare:.3f} s, import {whole:.3f} s", end=", ")
        print(f"ratio {whole / bare:.1f} (bound {BOUND}), peak {peak:.2f} GiB", flush=True)


def _in_turn(bare: Callable[[], object], whole: Callable[[], object], runs: int) -> tuple[float, float]:
    bare(), whole()
    spent = [(_time(bare), _time(whole)) for _ in range(runs)]
    return statistics.median(one for one, _ in spent), statistics.median(other for _, other in spent)


def _time(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure tables of several sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    for rows in given.rows:
        for wide in (False, True):
            measure(rows, given.runs, wide=wide)


if __name__ == "__main__":
    main()
