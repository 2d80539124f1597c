"""A project of the made-up river war, with its own register, and tables to bring in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from paths import HOME

from casualty_ledger.conflicts.known import learn_conflicts
from casualty_ledger.intake.landing import import_file, land
from casualty_ledger.intake.mapping.model import Mapping
from casualty_ledger.intake.mapping.writing import write_mapping
from casualty_ledger.project import Project

FIXTURE = HOME / "tests" / "fixtures" / "river_war"
TOTALS = "day,total\n2023-05-28,about 4400\n2023-06-04,about 4700\n2023-06-11,at least 5000\n"
MAPPING = {
    "title": "totals of the Upland Army Command",
    "ids": "UAC",
    "cells": {
        "conflict": "river_war",
        "claimant": "Upland Army Command",
        "claimant_side": "upland",
        "publisher": "Water Desk",
        "party": "delta",
        "population": "military",
        "measure": "losses_unspecified",
        "covers_from": "2023-03-01",
        "covers_until": {"column": "day", "read": "day"},
        "published_on": {"column": "day", "read": "day"},
        "basis": "cumulative",
        "value": {"column": "total"},
    },
    "figures": [{"cells": {}}],
}


@pytest.fixture
def river(tmp_path: Path) -> Project:
    raw = tmp_path / "data" / "raw"
    shutil.copytree(FIXTURE / "raw", raw)
    shutil.copytree(FIXTURE / "conflicts", raw.parent / "conflicts")
    shutil.copy(FIXTURE / "sources.yml", raw.parent / "sources.yml")
    project = Project(home=HOME, raw=raw, processed=raw.parent / "processed")
    learn_conflicts(project)
    return project


@pytest.fixture
def bring_in(river: Project, tmp_path: Path) -> Callable[..., str]:
    """Bring in a table by a mapping, and return the name of its batch."""

    def bring(table: str = TOTALS, **changes: object) -> str:
        source, path = tmp_path / "totals.csv", river.raw.parent / "mappings" / "totals.yml"
        source.write_text(table, encoding="utf-8")
        mapping = Mapping.model_validate(
            MAPPING | {"cells": MAPPING["cells"] | changes.pop("cells", {})} | changes
        )
        write_mapping(path, mapping)
        return land(river, source, path, import_file(river, source, mapping), today=date(2023, 6, 12))

    return bring
