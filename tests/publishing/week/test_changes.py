"""What changed in what we printed: real weeks, and made-up corrections."""

import pytest
import yaml

from casualty_ledger.ledger.opening import open_ledger
from casualty_ledger.parsing.weeks import LATEST, parse_vintage, parse_week
from casualty_ledger.publishing.document import Picture, Table, sentences_of
from casualty_ledger.publishing.week.brief import compose_brief, compose_without_changes
from casualty_ledger.publishing.week.changes import compose_changes
from casualty_ledger.publishing.week.edition import Edition

EARLIER = {"value": "206600", "covers_until": "2023-05-28", "published_on": "2023-05-28"}
NEXT = {"value": "213000", "covers_until": "2023-06-11", "published_on": "2023-06-11"}


def rows_of(edition) -> list[tuple[str, str, str, str]]:
    """Return the table of changes as text, or nothing where the section is a sentence."""
    (block,) = compose_changes(edition, compose_without_changes).blocks
    return [tuple(cell.text for cell in row) for row in block.rows] if isinstance(block, Table) else []


def test_makiivka_63_became_at_least_89(edition_of):
    """
    63 killed, printed on 2 January 2023, is at least 89 by the ministry's word of 4 January.
    """
    ((then, now, by, why),) = rows_of(edition_of("2023-W01"))

    assert then.startswith("63 Russian soldiers killed, Makiivka, Donetsk oblast, 1 January 2023")
    assert "“Military losses”" in then
    assert now == "at least 89"
    assert by == "Russian Ministry of Defence, printed by i24NEWS, 4 January 2023"
    assert why == "The source revised it: more was found of a recent incident"


def test_the_months_that_ohchr_verified_anew_are_listed(edition_of):
    """
    OHCHR's figures of 14 November 2022 for four months rose a day later; a dropped digit is called so.
    """
    rows = rows_of(edition_of("2022-W46"))
    moved = {(then.split(" civilians")[0], now): why for then, now, _, why in rows}

    backlog = "The source revised it: a monitor has verified more old cases"
    numbers = [("353", "355"), ("3,298", "3,326"), ("696", "702"), ("311", "312")]
    restated = {tuple(f"at least {number}" for number in pair) for pair in numbers}
    slip = "at least 10,074", "at least 1,074, in doubt"
    assert {pair for pair, why in moved.items() if why == backlog} == restated
    assert moved.keys() - restated == {slip}
    assert "probably by mistake: a digit seems dropped" in moved[slip]


def test_the_toll_of_pidhorodne_changes_in_hindsight_only(edition_of):
    """
    The 22 of 2023-W22 still stands a week later; in hindsight its claimant says 25.
    """
    assert rows_of(edition_of("2023-W23")) == []
    month, (then, now, by, _) = rows_of(edition_of("2023-W23", "latest"))

    restated = "at least 180 civilians killed, Ukraine, 1 to 30 April 2023", "at least 181"
    assert (month[0].split(";")[0], month[1]) == restated
    assert then.startswith("22 civilians injured, Pidhorodne hromada near Dnipro")
    assert (now, by.split(",")[0]) == ("25", "Dnipropetrovsk Oblast Military Administration (Lysak)")


@pytest.mark.parametrize(
    ("week", "as_of", "sentence"),
    [
        ("2023-W22", "", "(2023-W21, reconstructed as of 29 May 2023) was corrected or restated."),
        ("2023-W22", "2023-05-20", "The brief of the week before, 2023-W21, was not due by this day."),
        ("2022-W07", "", "(2022-W06, reconstructed as of 14 February 2022) held no figure."),
    ],
)
def test_where_nothing_changed_one_sentence_says_so(edition_of, week: str, as_of: str, sentence: str):
    """
    Nothing changed, nothing printed yet, nothing held: one sentence says it, once in a brief.
    """
    brief = compose_brief(edition_of(week, as_of))
    blocks = [block for part in (*brief.front.sections, *brief.sections) for block in part.blocks]
    said = [each.text for block in blocks if not isinstance(block, Picture) for each in sentences_of(block)]

    assert len([each for each in said if each.endswith(sentence)]) == 1


def test_every_number_of_the_table_leads_to_a_figure(edition_of):
    """
    The number printed then leads to its figure, and the number told now to the one that changed it.
    """
    (table,) = compose_changes(edition_of("2023-W01"), compose_without_changes).blocks
    ids = [[span.figure_ids for span in cell.spans if span.figure_ids] for cell in table.rows[0]]

    assert ids == [[("ml-0089",)], [("ml-0091",)], [], []]


@pytest.fixture
def made_edition(made_up):
    """Make the edition of 2023-W23 from made-up rows and corrections of 8 June."""

    def make(*rows: dict[str, str], corrections: tuple[dict[str, str], ...] = ()) -> Edition:
        project = made_up(*rows)
        project.corrections.mkdir(exist_ok=True)
        declared = [{"declared_on": "2023-06-08", "reason": "Read wrongly."} | each for each in corrections]
        (project.corrections / "ours.yml").write_text(yaml.safe_dump(declared), encoding="utf-8")
        week = parse_week("2023-W23")
        return Edition(week, open_ledger(project, LATEST).as_of(parse_vintage("", week)))

    return make


def test_a_restated_total_changes_what_was_computed_from_it(made_edition):
    """
    3,340 was 209,940 less 206,600; with 206,700 it is 3,240, and both lines say what changed them.
    """
    restated = EARLIER | {"value": "206700", "published_on": "2023-06-07"}
    rows = rows_of(made_edition({}, EARLIER, restated, NEXT))
    derived = [row for row in rows if row[0].startswith("about 3,340, the total less that of a week before")]

    assert derived
    assert {row[1] for row in derived} == {"about 3,240"}
    assert derived[0][3] == "A number from which it was computed has changed"
    assert not any(row[0].startswith("about 206,600") for row in rows), (
        "the brief of week 22 printed no 206,600"
    )


def test_a_correction_of_our_record_is_told_with_its_reason(made_edition):
    """
    A number that we had recorded wrongly is listed as corrected, with the reason declared.
    """
    mend = {"id": "t-1", "column": "value", "expect": "209940", "action": "replace", "value": "209900"}
    rows = rows_of(made_edition({}, EARLIER, NEXT, corrections=(mend,)))
    _, now, by, why = next(row for row in rows if row[0].startswith("about 209,940"))

    assert (now, by) == ("about 209,900", "a correction of our record")
    assert why == "The row was recorded wrongly and is corrected since: Read wrongly."


def test_a_refused_number_is_told_as_left_out(made_edition):
    """
    A number whose row is refused since is listed as left out; it leads to no figure, for there is none.
    """
    refuse = {"id": "t-1", "column": "value", "expect": "209940", "action": "refuse"}
    edition = made_edition({}, EARLIER, NEXT, corrections=(refuse,))
    told = {then.split(" Russian")[0]: now for then, now, _, _ in rows_of(edition)}

    assert told["about 209,940"] == "left out"
    assert set(compose_brief(edition).cited()) <= set(edition.figures["figure_id"])
    assert any(row[1] == "not derived any more" for row in rows_of(edition))


def test_a_number_computed_from_what_we_had_recorded_wrongly_is_changed_by_our_correction(made_edition):
    """
    Where our record of a total is corrected, no outlet has changed what was computed from it.
    """
    mend = {"id": "t-1", "column": "value", "expect": "209940", "action": "replace", "value": "209900"}
    rows = rows_of(made_edition({}, EARLIER, NEXT, corrections=(mend,)))
    derived = [by for then, _, by, _ in rows if "the total less that of a week before" in then]

    assert set(derived) == {"a correction of our record"}


def test_a_warning_is_a_note_of_our_record_and_no_word_of_the_outlet(made_edition):
    """
    A number that we flag since stands as it was: neither its claimant nor its outlet has changed it.
    """
    flag = {"id": "t-1", "column": "value", "expect": "209940", "action": "flag"}
    rows = rows_of(made_edition({}, EARLIER, NEXT, corrections=(flag,)))
    now, by, why = next((now, by, why) for then, now, by, why in rows if then.startswith("about 209,940"))

    assert now == "about 209,940 still, with a new warning"
    assert by == "a note in our record"
    assert why.startswith("A warning is known since")
