"""Conflicts' files: read, checked, described and begun anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from paths import HOME

from casualty_ledger.conflicts.choosing import place_of, take_conflict
from casualty_ledger.conflicts.conflict import Conflict, neutral
from casualty_ledger.conflicts.describing import write_description
from casualty_ledger.conflicts.known import conflict_of
from casualty_ledger.conflicts.reading import read_conflict
from casualty_ledger.conflicts.template import EXAMPLES, fill_in, write_new
from casualty_ledger.errors import (
    ConflictExists,
    ConflictMisnamed,
    ConflictNotChosen,
    ConflictUnreadable,
    UnknownConflict,
)

FILES = sorted((HOME / "data" / "conflicts").glob("*.yml"))


def write(folder: Path, *lines: str) -> Path:
    path = folder / "a_war.yml"
    path.write_text("\n".join(["title: A war", *lines]))
    return path


def read(folder: Path, *lines: str) -> Conflict:
    return read_conflict(write(folder, *lines))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_projects_conflicts_can_be_read(path: Path):
    """
    Every conflict's file of the project is as its model says.
    """
    assert read_conflict(path).title


def test_the_page_is_written_from_the_model():
    """
    docs/conflict_file.md is what `make docs` writes.
    """
    assert (HOME / "docs" / "conflict_file.md").read_text() == write_description()


def test_one_conflict_is_the_default():
    """
    Exactly one file of the project says that its conflict is the default.
    """
    assert sum(read_conflict(path).file.is_default for path in FILES) == 1


def test_a_new_file_is_valid_as_it_stands(tmp_path: Path):
    """
    What `conflict new` writes can be read at once, and says of nothing what is not known.
    """
    conflict = read_conflict(write_new(tmp_path, "my_war"))

    assert (conflict.title, conflict.file.start, dict(conflict.sides)) == ("My war", None, {})


@pytest.mark.parametrize("key", EXAMPLES)
def test_every_example_is_valid_beside_the_sides(tmp_path: Path, key: str):
    """
    Whoever takes the mark of comment off an example of a new file has a valid file.
    """
    others = [EXAMPLES["sides"]] if key != "sides" else []

    assert read(tmp_path, EXAMPLES[key], *others).title == "A war"
    assert all(f"# {line}" in fill_in("a_war") for line in EXAMPLES[key].split("\n"))


@pytest.mark.parametrize("name", ["../elsewhere", "My war", "a/b", "2023-W22", "failed", "", "unstated", "."])
def test_a_conflict_is_named_as_a_folder_can_be(tmp_path: Path, name: str):
    """
    A name that would leave the folder, or be another folder's, is refused before anything is written.
    """
    with pytest.raises(ConflictMisnamed, match="cannot name a conflict"):
        write_new(tmp_path, name)
    assert list(tmp_path.iterdir()) == []


def test_a_conflict_is_begun_once(tmp_path: Path):
    """
    A file that is there is never written over.
    """
    path = write_new(tmp_path, "my_war")
    path.write_text("title: Filled in")

    with pytest.raises(ConflictExists, match="Edit it"):
        write_new(tmp_path, "my_war")
    assert path.read_text() == "title: Filled in"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["sides: [a, b]"], "keys with values"),
        (["start: 2023-02-30"], "a day such as"),
        (["starts: 2023-02-01"], "no such key"),
        (["sides: {un: {name: A, adjective: A}}"], "line 2, sides, un, this is a word already"),
        (
            ["start: 2023-01-01", "parties: {raiders: {side: north, adjective: A}}"],
            "line 3, parties, raiders, side, 'north' is none",
        ),
        (
            ["whose: [{party: north, places: [Town]}]"],
            "line 2, whose, entry 1, party, 'north' is no party here",
        ),
        (
            ["start: 2023-01-01", "exchanges:", "- north"],
            "line 4, exchanges, entry 1, 'north' is none of the sides",
        ),
        (
            ["regions:", "- {name: A, short: A, party: north}"],
            "line 3, regions, entry 1, party, 'north' is no",
        ),
        (
            ["regions:", "- {name: A, short: A, tile: [1, 0]}", "- {name: B, short: B, tile: [1, 0]}"],
            "line 4, regions, entry 2, tile, A has this tile already",
        ),
        (
            ["side: {north: {name: A, adjective: A}}"],
            "line 2, side, there is no such key .did you mean 'sides'",
        ),
        (["followed: [{claimant: A, measure: dead, party: both}]"], "no measure"),
        (["places: &a [{name: A}]", "regions: *a"], "aliases"),
        (["regions: [{name: A, short: A, tile: [a, 1]}]"], "a whole number"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_place(tmp_path: Path, lines: list[str], said: str):
    """
    A file that is not as its model says is refused with what is wrong and the page that says what is right.
    """
    with pytest.raises(ConflictUnreadable, match=said) as refusal:
        read(tmp_path, *lines)

    assert str(refusal.value).startswith("a_war.yml")
    assert "docs/conflict_file.md" in str(refusal.value)


def test_nothing_is_a_default(tmp_path: Path):
    """
    Where no rule and no region speaks of a place, nobody knows whose civilians were harmed there.
    """
    sides = "sides: {north: {name: North, adjective: Northern}}"
    rules = [
        "whose:",
        "- {party: north, places: [Old Town]}",
        "regions: [{name: Hills, short: H, party: north}]",
    ]
    conflict = read(tmp_path, sides, *rules)

    assert conflict.whose_place("Old Town", "") == conflict.whose_place("A village", "Hills") == "north"
    assert conflict.whose_place("Elsewhere", "") == conflict.whose_place("", "") == "unstated"
    assert neutral("nowhere").whose_place("Old Town", "Hills") == "unstated"


@pytest.mark.parametrize(
    ("place", "region", "party"),
    [
        ("Kyiv", "Kyiv City", "ukraine"),
        ("Makeyevka", "", "ukraine"),
        ("Belgorod", "Belgorod Oblast (Russia)", "russia"),
        ("Belgorod, Kursk, Bryansk and other Russian regions", "", "russia"),
        ("Donetsk and Luhansk regions, both sides of the line", "", "both"),
        ("Russia incl. occupied regions", "", "unstated"),
        ("Atlantis", "", "unstated"),
    ],
)
def test_the_file_says_whose_civilians_a_place_has(place: str, region: str, party: str):
    """
    The first rule that fits a place decides, then its region, by any spelling of either.
    """
    assert conflict_of("russia_ukraine").whose_place(place, region) == party


@pytest.mark.parametrize(
    ("asked", "held", "taken", "folder"),
    [
        ("", ["russia_ukraine", "other"], "russia_ukraine", ""),
        ("", ["other"], "other", ""),
        ("", ["other", "unstated"], "other", ""),
        ("", [], "russia_ukraine", ""),
        ("", ["unstated"], "unstated", ""),
        ("Other", ["russia_ukraine", "other"], "other", "other"),
        ("russia_ukraine", ["other"], "russia_ukraine", "russia_ukraine"),
        ("one", ["one", "two"], "one", "one"),
    ],
)
def test_a_report_takes_one_conflict(asked: str, held: list[str], taken: str, folder: str):
    """
    The one that is named, else the project's default where the sheets hold it, else the only one there is.
    """
    assert take_conflict(asked, held) == taken
    assert place_of(taken, held) == folder


def test_of_several_conflicts_one_must_be_named():
    """
    Where none is the default, the sentence names those to choose from; an unknown one is told how to declare.
    """
    with pytest.raises(ConflictNotChosen, match=r"one, two.*--conflict one"):
        take_conflict("", ["two", "one"])
    with pytest.raises(
        UnknownConflict, match=r"did you mean 'other_one'.*casualty-ledger conflict new othr_one declares"
    ):
        take_conflict("Othr one", ["other_one"])


def test_words_for_a_text_that_the_file_lacks_are_refused(tmp_path: Path):
    """
    What stands for a text in another language stands for one of the file; a mistyped one is named.
    """
    with pytest.raises(ConflictUnreadable, match="'the Nort' is no text of this file"):
        read(tmp_path, EXAMPLES["sides"], "words:", "  uk:", "    the Nort: Північ")
