"""A project with a feed, and a reach that may ask this machine."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from paths import HOME

from casualty_ledger.intake.feeds.declared import Feed, find_feeds
from casualty_ledger.intake.feeds.reach import Reach
from casualty_ledger.project import Project

LOCAL = Reach(schemes=("http",), into_this_machine=True, tries=2, pause=0.01)


MAPPING = """
title: Daily losses
address: {address}
licence: CC BY 4.0
ids: GSU
cells:
  conflict: russia_ukraine
  claimant: General Staff of Ukraine
  claimant_side: ukraine
  party: russia
  population: military
  measure: losses_unspecified
  basis: cumulative
  hedge: about
  covers_from: 2022-02-24
  covers_until: {{column: date}}
figures:
- cells: {{value: {{column: personnel}}}}
"""


@pytest.fixture
def reach() -> Reach:
    return LOCAL


@pytest.fixture
def feeds(tmp_path: Path) -> Callable[..., tuple[Project, Feed]]:
    """Make a project whose mapping declares a feed at an address."""
    (tmp_path / "data" / "raw" / "recorded").mkdir(parents=True)
    (tmp_path / "data" / "mappings").mkdir()
    shutil.copy(HOME / "data" / "sources.yml", tmp_path / "data" / "sources.yml")
    project = Project(tmp_path, tmp_path / "data" / "raw", tmp_path / "data" / "processed")

    def declare(address: str, name: str = "staff") -> tuple[Project, Feed]:
        told = MAPPING.format(address=address)
        (tmp_path / "data" / "mappings" / f"{name}.yml").write_text(told)
        return project, find_feeds(project, [name])[0]

    return declare
