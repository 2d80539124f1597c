"""The register of sources."""

from pathlib import Path

import pytest

from casualty_ledger.errors import RegisterUnreadable
from casualty_ledger.sources.recorded_sheets import read_sheets
from casualty_ledger.sources.registry import read_register


def test_every_recorded_spelling_is_registered(whole_project):
    """
    Each claimant and publisher of the recorded sheets resolves to one registered source.
    """
    register = read_register(whole_project.sources)
    rows = read_sheets(whole_project.recorded)

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


def test_two_holders_of_one_office_are_two_claimants_of_one_body(project):
    """
    A governor is not his successor, and both speak for one administration.
    """
    register = read_register(project.sources)
    one, other = (register.claimant(f"Governor of Kharkiv Oblast ({name})") for name in ("Syniehubov", "X"))
    lysak = register.claimant("Governor of Dnipropetrovsk Oblast (Lysak)")
    hanzha = register.claimant("Dnipropetrovsk Oblast Military Administration (Hanzha)")

    assert one.is_registered and not other.is_registered
    assert lysak.name != hanzha.name
    assert lysak.body == hanzha.body == register.claimant(lysak.body).name


def test_holders_of_offices_of_one_body_are_on_one_side(project):
    """
    A body has one side, whoever speaks for it; where it is registered itself, that side is its own.
    """
    claimants = {source for source in read_register(project.sources).claimants.values() if source.body}
    sides = {(source.body, source.side) for source in claimants}

    assert len({body for body, _ in sides}) == len(sides) > 10
    registered = read_register(project.sources).claimants
    assert all(registered[body].side == side for body, side in sides if body in registered)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Governor of Lviv Oblast (Kozytskyi)", "Lviv Oblast Military Administration (Kozytskyi)"),
        ("Baza (Telegram channel)", "Baza Telegram channel"),
        (
            "Russian-installed Governor of Sevastopol (Razvozhayev)",
            "Russian-installed governor of Sevastopol (Razvozhaev)",
        ),
    ],
)
def test_spellings_of_one_office_of_one_person_are_one_claimant(project, one: str, other: str):
    """
    An office under two names, a channel and a transcription in two ways are one claimant each.
    """
    register = read_register(project.sources)

    assert register.claimant(one) == register.claimant(other)
    assert register.claimant(one).is_registered


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


def test_a_claimant_is_known_by_its_name_in_another_language(project):
    """
    The names by which a register calls a claimant for readers are read in sheets too.
    """
    register = read_register(project.sources)

    assert register.claimant("Дніпропетровська ОВА") == register.claimant(
        "Dnipropetrovsk Oblast Military Administration"
    )
