"""Questions: what looks odd is asked about, what is honest is not."""

from datetime import date

import pandas as pd
import pytest
from rows import make_rows

from casualty_ledger.ledger.questions.asking import COLUMNS, QUESTIONS, ask, read_questions
from casualty_ledger.sources.recorded_sheets import read_sheets
from casualty_ledger.sources.registry import Register, Source

TODAY = date(2023, 12, 31)
STAFF = Source("General Staff of Ukraine", "military_command", "ukraine")
KNOWN = Register({STAFF.name: STAFF}, {})
CIVIL = {
    "claimant": "Governor",
    "party": "",
    "population": "civilians",
    "measure": "killed",
    "basis": "period",
    "hedge": "exact",
    "covers_from": "2023-06-01",
    "covers_until": "2023-06-01",
    "place": "Kherson",
    "value": "2",
}


def asked(*changes: dict[str, str], **more: object) -> list[tuple[str, int, str]]:
    found = ask(make_rows(*changes), KNOWN, today=TODAY, **more)
    return list(found[["question", "row", "column"]].itertuples(index=False, name=None))


def why(*changes: dict[str, str]) -> str:
    return str(ask(make_rows(*changes), KNOWN, today=TODAY)["why"].iloc[0])


def weeks(*values: int, **changes: str) -> list[dict[str, str]]:
    """Make a running total, a Sunday each."""
    days = pd.date_range("2023-03-05", periods=len(values), freq="7D").strftime("%Y-%m-%d")
    return [
        {"covers_until": day, "published_on": day, "value": str(value)} | changes
        for day, value in zip(days, values, strict=True)
    ]


def days(*values: int, **changes: str) -> list[dict[str, str]]:
    """Make reports of one place, a day each."""
    found = pd.date_range("2023-03-05", periods=len(values)).strftime("%Y-%m-%d")
    return [
        CIVIL | {"covers_from": day, "covers_until": day, "published_on": day, "value": str(value)} | changes
        for day, value in zip(found, values, strict=True)
    ]


@pytest.mark.parametrize("count", [0, 1])
def test_an_honest_sheet_raises_no_question(count):
    """
    Neither an empty sheet nor a single honest row is asked about, and the table has its columns.
    """
    found = ask(make_rows({}, {}).head(count), KNOWN, today=TODAY)

    assert (len(found), list(found.columns)) == (0, COLUMNS)


def test_each_question_is_a_sentence_with_what_to_do():
    """
    Every question says why and what to do, in whole sentences.
    """
    found = ask(make_rows({"party": ""}, {"conflict": ""}), KNOWN, today=TODAY)

    assert len(found) == 2
    assert found["why"].str.endswith(".").all()
    assert all(question.advice.endswith(".") for question in QUESTIONS)


@pytest.mark.parametrize("population", ["military", "pow", "military_contract_fighters"])
def test_soldiers_and_prisoners_belong_to_somebody(population):
    """
    A military or prisoner row without a party is asked about; unstated is an answer, and so is a place
    for civilians.
    """
    nobodys = {"population": population, "party": "", "measure": "killed", "place": "Makiivka"}

    assert asked(nobodys) == [("without_party", 2, "party")]
    assert asked(nobodys | {"party": "unstated"}, CIVIL) == []


def test_a_row_names_its_war():
    """
    An empty conflict is asked about.
    """
    assert asked({"conflict": ""}) == [("without_conflict", 2, "conflict")]


def test_a_claimant_keeps_its_side():
    """
    A registered claimant keeps its registered side, another one the side of most of its many rows.
    """
    assert asked({"claimant_side": "russia"}) == [("of_another_side", 2, "claimant_side")]
    some = [CIVIL | {"claimant_side": "russia", "place": f"Town {n}"} for n in range(5)]
    assert asked(*some, CIVIL | {"place": "Village"}) == [("of_another_side", 7, "claimant_side")]
    assert asked(*some[:3], CIVIL | {"place": "Village"}) == []


def test_a_claimant_of_no_known_side_is_asked_about():
    """
    An empty side is that of the register; where it knows none either, somebody has to say; unstated says it.
    """
    assert asked({"claimant_side": ""}) == []
    assert asked(CIVIL | {"claimant_side": ""}) == [("without_side", 2, "claimant_side")]
    assert asked(CIVIL | {"claimant_side": "unstated"}) == []


@pytest.mark.parametrize(
    ("published", "until", "question"),
    [
        ("2023-06-03", "2023-06-04", ["published_too_early"]),
        ("2023-06", "2023-06-04", []),
        ("2023-06-04", "2023-06", []),
        ("2023-05", "2023-06", ["published_too_early"]),
        ("2024-01-01", "2023-06-04", ["published_in_the_future"]),
        ("2023", "2023-06-04", []),
        ("", "2023-06-04", []),
    ],
)
def test_days_that_cannot_be(published, until, question):
    """
    Published before the days end, or after today, is asked about as far as the dates are known.
    """
    found = asked({"published_on": published, "covers_until": until})

    assert [name for name, *_ in found] == question


def test_a_plan_is_published_before_its_day():
    """
    An exchange that was planned is published before it.
    """
    plan = {"covers_until": "2023-06-06", "note": "planned for the next days"}

    assert asked(plan) == []


def test_published_after_the_page_was_read():
    """
    A day after the one on which the page was read is odd, wherever today is.
    """
    assert why({"retrieved_on": "2023-06-03"}) == "This day lies after the day on which the page was read."
    assert asked({"retrieved_on": "2023-06-04"}) == []


@pytest.mark.parametrize(
    ("numbers", "odd"),
    [
        ((3, 1, 4, 2, 5, 44), [7]),
        ((3, 1, 4, 2, 5, 40), []),
        ((3, 1, 4, 2, 44), []),
        ((300, 250, 410, 320, 390, 29), [7]),
        ((300, 250, 410, 320, 390, 30), []),
        ((300, 250, 410, 320, 390, 0), []),
        ((3, 1, 400, 2, 5, 400, 2), [7]),
    ],
)
def test_a_count_far_outside_what_its_place_has_seen(numbers, odd):
    """
    More than ten times the second highest of five earlier counts is asked about, or less than a tenth of
    the second lowest; zero is a denial, and one misprint among the earlier ones hides no other.
    """
    assert [row for name, row, _ in asked(*days(*numbers)) if name == "far_outside"] == odd


def test_a_place_without_a_history_is_compared_with_all_places():
    """
    Twenty counts of other places are a history for a new one.
    """
    odd, fair = (
        [row | {"place": f"Town {n}"} for n, row in enumerate(days(*[3] * 20, last))] for last in (16, 15)
    )

    assert [name for name, *_ in asked(*odd)] == ["far_outside"]
    assert asked(*fair) == []


def test_counts_of_other_people_and_longer_times_are_no_history():
    """
    The injured, children and months are compared with their like only.
    """
    *few, last = days(3, 1, 4, 2, 5, 200)
    others = [{"measure": "injured"}, {"population": "civilian_children"}, {"covers_from": "2023-02-01"}]

    assert asked(*few, *(last | other for other in others)) == []


@pytest.mark.parametrize(
    ("numbers", "questions"),
    [
        ((203880, 206600, 209940), []),
        ((203880, 206600, 205100), ["falls"]),
        ((203880, 206600, 209490, 2120400), ["leaps"]),
        ((203880, 206600, 209490, 21204), ["falls", "leaps"]),
        ((200000, 202000, 204000, 207000, 208000, 210000, 230000), ["leaps"]),
        ((200000, 202000, 204000, 207000, 208000, 210000, 212500), []),
    ],
)
def test_running_totals_that_fall_or_leap(numbers, questions):
    """
    A running total rises about as fast as before.
    """
    assert sorted(name for name, *_ in asked(*weeks(*numbers))) == questions


def test_a_floor_does_not_fall():
    """
    "More than 200,000" after 206,600 leaves open what the total is.
    """
    assert asked(*weeks(206600), *(row | {"hedge": "more_than"} for row in weeks(206600, 200000)[1:])) == []


def test_a_fall_that_the_recorder_explains_is_answered():
    """
    A note that says why, or a declared correction, is an answer.
    """
    first, last = weeks(206600, 205100)

    assert asked(first, last | {"note": "recount by the source"}) == []
    assert asked(first, last, corrected={"t-2"}) == []


def test_a_total_that_changes_its_party_continues_the_claimants_series():
    """
    A total that goes on from the claimant's series of the other party is asked about, and only once.
    """
    stray = [row | {"party": "ukraine"} for row in weeks(0, 0, 209940, 212000)[2:]]

    assert asked(*weeks(203880, 206600), *stray) == [("of_another_party", 4, "party")]
    said = why(*weeks(203880, 206600), *stray)
    assert said == "This continues the claimant's series of the party russia, last 206,600."


def test_totals_of_both_parties_side_by_side_are_no_question():
    """
    A claimant that counts both sides, each going on from its own, changes no party.
    """
    own = [row | {"party": "ukraine"} for row in weeks(103000, 104000, 105000)]

    assert asked(*weeks(203880, 206600, 209940), *own) == []


def test_a_row_said_again_under_another_id():
    """
    The same figure of the same page under a new id is asked about, and so is a whole sheet of them;
    a relay on another page is not.
    """
    rows = make_rows(*days(1, 2, 3))
    copied = rows.assign(id=rows["id"] + "-copy", sheet="copy.csv")
    found = ask(copied, KNOWN, beside=rows, today=TODAY)

    assert found["question"].tolist() == ["said_again"] * 3
    assert found["why"].iloc[0] == "It says the same as t-1 (made_up.csv, row 2), under another id."
    relayed = copied.assign(publisher="Another agency", address="https://example.org/b")
    assert ask(relayed, KNOWN, beside=rows, today=TODAY).empty


def test_two_numbers_of_one_place_and_day_that_cannot_be_told_apart():
    """
    Two numbers of one claimant, published on one day in no recorded order, are asked about once; an order,
    an event or a scope that names one answers.
    """
    one, other = CIVIL | {"published_on": "2023-06-01"}, CIVIL | {"published_on": "2023-06-01", "value": "4"}

    assert asked(one, other) == [("not_told_apart", 3, "value")]
    assert "gives 2 (t-1)" in why(one, other)
    for column in ("incident", "scope"):
        assert asked(one | {column: "market"}, other | {column: "bus stop"}) == []
    assert asked(one | {"published_sequence": "1"}, other | {"published_sequence": "2"}) == []


def test_only_new_rows_are_asked_about(made_up):
    """
    Rows beside those of a sheet are its history and are not asked about themselves.
    """
    total = weeks(203880, 206600, 205100)
    before, new = make_rows(*total[:2], {"party": ""}), make_rows(*total).tail(1).assign(id="t-9")

    assert ask(new, KNOWN, beside=before, today=TODAY)["question"].tolist() == ["falls"]


def test_a_row_that_is_refused_is_not_asked_about():
    """
    What would be refused has its reason, and no question.
    """
    assert asked({"party": "", "value": "x"}) == []


def test_few_of_the_recorded_rows_are_asked_about(whole_project):
    """
    The recorded sheets raise a question on fewer than one row in forty: a question is no noise.
    """
    found = read_questions(whole_project.processed)

    assert 0 < len(found) < len(read_sheets(whole_project.recorded)) / 40
