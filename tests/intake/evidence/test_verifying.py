"""Evidence: what was kept stays, and a number that no longer stands in it is found."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from casualty_ledger.intake.evidence.pointing import find_number, find_words, point
from casualty_ledger.intake.evidence.store import Kept, keep
from casualty_ledger.intake.evidence.verifying import (
    ABSENT,
    EDITED,
    MOVED,
    OTHERWISE,
    STANDS,
    verify,
)
from casualty_ledger.project import Project

ROWS = 100
DAY = date(2026, 11, 27)


@dataclass
class Case:
    """A row with evidence: where its page is, and the row as the ledger has it."""

    project: Project
    kept: Kept
    row: dict


def make_case(folder: Path, number: int) -> Case:
    """Keep a page that states a number among others, and point a row to it."""
    project = Project(folder, folder / "raw", folder / "processed")
    page = folder / "page.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    said = f"<html><p>On day 17 officials said {number:,} people were injured, 3 of them badly.</p></html>"
    page.write_text(said, encoding="utf-8")
    kept = keep(project, page, on=DAY)
    row = {"row_id": "t-1", "claimant": "officials", "value": number, "lower": number, "upper": number}
    row["hedge"] = "exact"
    text = kept.text()
    [found] = find_number(text, row)
    return Case(project, kept, row | {"evidence": str(point(kept, text, found, row))})


def outcome(case: Case) -> str:
    return str(verify(case.project, pd.DataFrame([case.row]))["outcome"].iloc[0])


def edit_page(case: Case, dice: random.Random) -> str:
    """Change the number in the kept page."""
    case.kept.path.chmod(0o600)
    content = case.kept.path.read_bytes()
    at = content.index(b"said ") + 5
    digit = content[at : at + 1]
    other = dice.choice([each for each in b"123456789" if bytes([each]) != digit])
    case.kept.path.write_bytes(content[:at] + bytes([other]) + content[at + 1 :])
    return EDITED


def edit_another_byte(case: Case, dice: random.Random) -> str:
    """Change a byte of the kept page that is no part of the number."""
    case.kept.path.chmod(0o600)
    content = bytearray(case.kept.path.read_bytes())
    content[dice.randrange(6, 12)] ^= 1
    case.kept.path.write_bytes(bytes(content))
    return EDITED


def edit_ledger(case: Case, dice: random.Random) -> str:
    """Change the number in the ledger: a digit dropped, added, or two swapped."""
    digits = str(case.row["value"])
    edits = [digits[:-1], digits + "0", str(int(digits) + dice.randrange(1, 9))]
    case.row["value"] = int(dice.choice(edits))
    return OTHERWISE


def move_pointer(case: Case, dice: random.Random) -> str:
    """Lead the pointer to other words of the page."""
    text = case.row["evidence"]
    start = int(text.split("chars:")[1].split("-")[0])
    end = int(text.split(f"chars:{start}-")[1].split(" ")[0])
    by = dice.choice([-7, -3, 2, 9])
    case.row["evidence"] = text.replace(f"chars:{start}-{end}", f"chars:{start + by}-{end + by}")
    return MOVED


def remove_page(case: Case, dice: random.Random) -> str:
    """Remove the kept page."""
    case.kept.path.unlink()
    return ABSENT


PLANTED: list[Callable[[Case, random.Random], str]] = [
    edit_page,
    edit_another_byte,
    edit_ledger,
    move_pointer,
    remove_page,
]


def test_a_hundred_of_a_hundred_planted_edits_are_found(tmp_path: Path):
    """
    Of a hundred rows whose number stands, each edited in one of five ways, every one is found as what it is.
    """
    dice = random.Random(20261127)
    found, expected = [], []
    for n in range(ROWS):
        case = make_case(tmp_path / str(n), dice.randrange(20, 900_000))
        assert outcome(case) == STANDS
        expected.append(PLANTED[n % len(PLANTED)](case, dice))
        found.append(outcome(case))

    assert found == expected
    assert STANDS not in found


def test_another_page_in_the_place_of_a_kept_one_is_found(tmp_path: Path):
    """
    A page that was exchanged together with its sidecar is still not what the pointer names.
    """
    case = make_case(tmp_path, 22)
    other = tmp_path / "other.html"
    other.write_text("<html><p>On day 17 officials said 99 people were injured.</p></html>")
    keep(case.project, other)
    case.kept.path.chmod(0o600)
    case.kept.path.write_bytes(other.read_bytes())

    assert outcome(case) == EDITED


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("щонайменше 20", {"value": 20, "lower": 20, "upper": pd.NA, "hedge": "at_least"}),
        ("від 12 до 15", {"value": pd.NA, "lower": 12, "upper": 15, "hedge": "range"}),
        ("десятки", {"value": pd.NA, "lower": 20, "upper": 99, "hedge": "dozens"}),
        ("дві", {"value": 2, "lower": 2, "upper": 2, "hedge": "exact"}),
        ("more than 210 000", {"value": 210_000, "lower": 210_001, "upper": pd.NA, "hedge": "more_than"}),
    ],
)
def test_words_of_any_kind_may_state_a_number(tmp_path: Path, words: str, row: dict):
    """
    Hedged numbers, ranges, number words and words of size stand as their sources put them.
    """
    project = Project(tmp_path, tmp_path / "raw", tmp_path / "processed")
    page = tmp_path / "page.txt"
    page.write_text(f"Поранено {words} осіб.", encoding="utf-8")
    kept = keep(project, page, on=DAY)
    told = row | {"row_id": "t-1", "claimant": "officials"}
    pointer = point(kept, kept.text(), find_words("page.txt", kept.text(), words), told)
    table = verify(project, pd.DataFrame([told | {"evidence": str(pointer)}]))

    assert table["outcome"].tolist() == [STANDS]
    assert words not in str(pointer)
