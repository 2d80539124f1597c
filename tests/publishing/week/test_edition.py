"""An edition: the tables that its sections share are chosen once, and nobody changes another's."""

from casualty_ledger.publishing.week.edition import Edition, once


def test_a_shared_table_is_chosen_once_and_belongs_to_whoever_asks(edition_of):
    """
    Of two who ask for a table, the second does not see what the first did to it, and no choice is made again.
    """
    asked = []

    @once
    def chosen(edition: Edition):
        asked.append(edition)
        return edition.in_week.head(2)

    edition = edition_of("2023-W22")
    first = chosen(edition)
    first["claimant"] = "somebody else"

    assert len(asked) == 1
    assert "somebody else" not in set(chosen(edition)["claimant"])
    assert len(asked) == 1


def test_each_edition_chooses_for_itself(edition_of):
    """
    What was chosen for one week is not what another week gets.
    """

    @once
    def chosen(edition: Edition):
        return edition.in_week

    full, thin = edition_of("2023-W22"), edition_of("2023-W42")

    assert len(chosen(full)) == len(full.in_week) > len(chosen(thin)) == len(thin.in_week)
