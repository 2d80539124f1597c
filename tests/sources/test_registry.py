"""The register of sources."""

from pathlib import Path

import pytest

from casualty_ledger.errors import RegisterUnreadable
from casualty_ledger.sources.recorded_sheets import read_sheets
from casualty_ledger.sources.registry import read_register


def test_every_recorded_spelling_is_registered(project):
    """
    Each claimant and publisher of the recorded sheets resolves to one registered source.
    """
    register = read_register(project.sources)
    rows = read_sheets(project.recorded)

    assert all(register.claimant(name).is_registered for name in rows["claimant"].unique())
    assert all(register.publisher(name).is_registered for name in rows["publisher"].unique())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("President of Ukraine", "Volodymyr Zelensky"),
        ("OHCHR", "OHCHR HRMMU"),
        ("Russian MoD", "Russian MoD (Igor Konashenkov)"),
        ("Kyiv City Military Administration", "Kyiv City Military Administration (Popko)"),
    ],
)
def test_spellings_of_one_claimant_resolve_to_it(project, one: str, other: str):
    """
    Two spellings of one claimant are one source.
    """
    register = read_register(project.sources)

    assert register.claimant(one) == register.claimant(other)


def test_a_minister_is_not_his_ministry(project):
    """
    A minister who speaks for himself stays apart from the ministry's briefings.
    """
    register = read_register(project.sources)

    assert register.claimant("Sergei Shoigu (Russian MoD)") != register.claimant("Russian MoD")


def test_an_unknown_claimant_is_accepted_and_said_to_be_so(project):
    """
    A claimant that nobody registered keeps its name and is marked as unregistered.
    """
    found = read_register(project.sources).claimant("Mayor of Atlantis")

    assert (found.name, found.kind, found.is_registered) == ("Mayor of Atlantis", "unregistered", False)


def test_a_relay_keeps_where_it_had_it_from(project):
    """
    A publisher that names its origin keeps it in its name.
    """
    found = read_register(project.sources).publisher("Reuters via The Epoch Times, theepochtimes.com")

    assert found.name == "The Epoch Times (from Reuters)"


@pytest.mark.parametrize(
    "text",
    [
        "claimants: [",
        "claimants: []",
        "claimants: [{name: A}]\npublishers: []",
        "claimants: [{name: A, kind: x}, {name: B, kind: x, aliases: [A]}]\npublishers: []",
        "!!python/object/apply:os.system ['true']",
    ],
    ids=["no yaml", "no publishers", "no kind", "one spelling twice", "code"],
)
def test_a_wrong_register_stops_with_a_sentence(tmp_path: Path, text: str):
    """
    A register that is no YAML, lacks a part, spells two sources alike or holds code is refused.
    """
    path = tmp_path / "sources.yml"
    path.write_text(text)

    with pytest.raises(RegisterUnreadable, match=r"sources\.yml"):
        read_register(path)
