"""Cleaning: every row becomes an appearance or a refusal."""

import pandas as pd
import pytest
from made_up_ledgers import register
from rows import make_rows

from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.corrections import read_corrections
from casualty_ledger.schema import Appearances, columns_of
from casualty_ledger.sources.recorded_sheets import read_sheets
from casualty_ledger.sources.registry import Register, Source, read_register

NOBODY = Register({}, {})
PROSECUTOR = "Office of the Prosecutor General of Ukraine"


def test_every_recorded_row_is_kept(whole_project):
    """
    All honest rows pass: none of the recorded rows is refused but by a declared correction, none is lost.
    """
    rows = read_sheets(whole_project.recorded)
    corrections = read_corrections(whole_project.corrections)
    appearances, refused = clean_rows(rows, read_register(whole_project.sources), corrections)

    assert len(rows) == len(appearances) + len(refused)
    assert set(refused["row_id"]) == {each.id for each in corrections if each.action == "refuse"}
    assert set(appearances["row_id"]) | set(refused["row_id"]) == set(rows["id"])


def test_losses_never_become_killed(project):
    """
    No row recorded as losses becomes any other measure.
    """
    rows = read_sheets(project.recorded)
    appearances, _ = clean_rows(rows, read_register(project.sources))
    recorded = appearances["row_id"].map(rows.set_index("id")["measure"])

    assert set(appearances.loc[recorded == "losses_unspecified", "measure"]) == {"losses"}
    assert set(appearances.loc[recorded.str.startswith("killed_and"), "measure"]) == {"casualties"}


def test_a_rate_is_not_a_toll(project):
    """
    "100 to 200 a day" is a rate with its unit, never a total or a period.
    """
    appearances, _ = clean_rows(read_sheets(project.recorded), read_register(project.sources))
    said = appearances[appearances["note"].str.contains("per-day rate|per-month rate|per-week rate")]

    assert len(said) >= 20
    assert set(said["basis"]) == {"rate"}
    assert "" not in set(said["rate_unit"])


def test_missing_never_becomes_zero(project):
    """
    A row without a number keeps none, and a recorded zero stays one.
    """
    rows = read_sheets(project.recorded).set_index("id")
    appearances, _ = clean_rows(read_sheets(project.recorded), read_register(project.sources))
    values = appearances.set_index("row_id")["value"]
    recorded = rows.loc[values.index, "value"]

    assert values[recorded == ""].isna().all()
    assert set(values[values.eq(0).fillna(False)].index) == set(recorded[recorded == "0"].index) != set()


def test_an_unknown_publication_date_stays_unknown(whole_project):
    """
    The rows recorded without a publication date have no day, and no other row loses its own.
    """
    rows = read_sheets(whole_project.recorded).set_index("id")
    appearances, _ = clean_rows(read_sheets(whole_project.recorded), read_register(whole_project.sources))
    undated = appearances["published_on"].isna()
    recorded = rows.loc[appearances["row_id"], "published_on"].to_numpy()

    assert (undated.to_numpy() == (recorded == "")).all() and undated.any()
    assert set(appearances.loc[undated, "published_precision"]) == {"unknown"}


def test_a_month_counts_from_its_last_day():
    """
    A publication day known only as a month is the last of that month, and is said to be a month.
    """
    [row] = clean_rows(make_rows({"published_on": "2023-02"}), NOBODY).appearances.to_dict("records")

    assert row["published_on"] == pd.Timestamp("2023-02-28")
    assert row["published_precision"] == "month"


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"value": "about twenty"}, "value"),
        ({"value": "12345678901234567890"}, "value"),
        ({"covers_until": "6557"}, "covers_until"),
        ({"published_on": "2023-02-30"}, "published_on"),
        ({"measure": "eliminated"}, "measure"),
        ({"hedge": "maybe"}, "hedge"),
        ({"population": "elves"}, "population"),
        ({"party": "atlantis"}, "party"),
        ({"basis": "total"}, "basis"),
        ({"claimant": ""}, "claimant"),
        ({"claimant_side": "them"}, "claimant_side"),
        ({"id": ""}, "id"),
        ({"id": "t 2"}, "id"),
        ({"id": "t\u00a02"}, "id"),
        ({"id": "t" * 101}, "id"),
        ({"value": "9" * 5000}, "value"),
        ({"value": "1.234"}, "value"),
        ({"value": "12-15"}, "value"),
        ({"published_on": "03/06/2023"}, "published_on"),
        ({"published_on": "1023-06-04"}, "published_on"),
        ({"covers_from": "0001-01-01"}, "covers_from"),
        ({"note_known_on": "2300"}, "note_known_on"),
        ({"published_on": "9999"}, "published_on"),
        ({"unreadable": "This row has 3 cells."}, "row"),
        ({"address": "javascript:alert(1)"}, "address"),
        ({"lower": "30", "upper": "20"}, "value"),
        ({"covers_from": "2023-06-05", "covers_until": "2023-06-04"}, "covers_until"),
        ({"basis": "rate"}, "rate_unit"),
    ],
)
def test_a_wrong_row_is_refused_with_its_place(change: dict[str, str], column: str):
    """
    A row that cannot be read is refused with file, row, column and a sentence; its neighbour is kept.
    """
    appearances, refused = clean_rows(make_rows({}, change), NOBODY)

    assert len(appearances) == 1
    [refusal] = refused.to_dict("records")
    assert (refusal["sheet"], refusal["row"], refusal["column"]) == ("made_up.csv", 3, column)
    assert refusal["reason"].endswith(".")


def test_a_row_with_three_problems_is_refused_once():
    """
    Several problems of one row are one refusal that holds every reason.
    """
    wrong = {"value": "x", "measure": "y", "published_on": "z"}
    _, refused = clean_rows(make_rows(wrong), NOBODY)

    assert refused["column"].tolist() == ["measure; published_on; value"]


def test_an_id_that_stands_twice_is_refused_the_second_time():
    """
    The first row keeps the id, the second is refused.
    """
    appearances, refused = clean_rows(make_rows({}, {"id": "t-1"}), NOBODY)

    assert appearances["row"].tolist() == [2]
    assert refused["row"].tolist() == [3]


def test_all_rows_refused_leaves_an_empty_table():
    """
    Where nothing can be kept, the appearances are an empty table with all its columns.
    """
    appearances, refused = clean_rows(make_rows({"value": "?"}, {"value": "!"}), NOBODY)

    assert list(appearances.columns) == columns_of(Appearances)
    assert (len(appearances), len(refused)) == (0, 2)


@pytest.mark.parametrize(
    ("method", "measure"),
    [
        ("exchange announcement", "exchanged"),
        ("return outside an exchange", "released_otherwise"),
        ("goodwill transfer of wounded", "released_otherwise"),
    ],
)
def test_a_return_outside_an_exchange_is_told_apart(method: str, measure: str):
    """
    People returned outside an exchange are not exchanged.
    """
    change = {"measure": "exchanged_returned", "population": "pow", "basis": "period", "method": method}
    appearances, _ = clean_rows(make_rows(change), NOBODY)

    assert appearances["measure"].tolist() == [measure]


def test_civilians_belong_to_the_country_of_their_place():
    """
    Where no party is recorded, civilians in a Russian region are Russia's people, others Ukraine's.
    """
    people = {"population": "civilians", "measure": "killed", "party": ""}
    rows = make_rows(
        people | {"place": "Shebekino", "admin1": "Belgorod Oblast (Russia)"},
        people | {"place": "Kyiv", "admin1": "Kyiv City"},
        people | {"place": "Russia incl. occupied regions"},
    )

    assert clean_rows(rows, NOBODY).appearances["party"].tolist() == ["russia", "ukraine", "unstated"]


def test_nearly_recorded_as_about_is_mended():
    """
    A note that says "nearly 9,000" of the row's own number makes its bounds end below it.
    """
    change = {"value": "9000", "note": "nearly 9,000"}
    [row] = clean_rows(make_rows(change), NOBODY).appearances.to_dict("records")

    assert (row["hedge"], row["lower"], row["upper"]) == ("nearly", 8000, 8999)


def test_stated_bounds_win_over_the_hedge(project):
    """
    Where a source states an interval, the bounds are its own: 47,000 (40,000 to 55,000).
    """
    appearances, _ = clean_rows(read_sheets(project.recorded), read_register(project.sources))
    row = appearances.set_index("row_id").loc["ml-0278"]

    assert (row["lower"], row["value"], row["upper"]) == (40_000, 47_000, 55_000)
    assert row["interval_kind"] == "confidence"


@pytest.mark.parametrize(
    ("stated", "read"),
    [
        ({"value": "4", "lower": "4", "upper": "4", "hedge": "exact"}, ("exact", 4, 4, 4)),
        ({"value": "", "lower": "4", "upper": "4", "hedge": "range"}, ("exact", 4, 4, 4)),
        ({"value": "4 so far", "hedge": "exact"}, ("at_least", 4, 4, None)),
        ({"value": "4.0", "hedge": "about"}, ("about", 3, 4, 5)),
    ],
)
def test_what_is_meant_is_read(stated: dict[str, str], read: tuple[object, ...]):
    """
    Equal bounds are no range, "so far" leaves the top open, and 4.0 is 4.
    """
    [row] = clean_rows(make_rows(stated), NOBODY).appearances.to_dict("records")
    found = [None if pd.isna(row[name]) else row[name] for name in ("hedge", "lower", "value", "upper")]

    assert tuple(found) == read
    assert row["interval_kind"] == "logical"


def test_of_an_unreadable_row_nothing_else_is_said():
    """
    A row that could not be read as one is refused once, with that one reason.
    """
    damaged = {"unreadable": "This row has 3 cells.", "measure": "", "claimant": "", "id": ""}
    rows = make_rows({}, damaged)
    _, refused = clean_rows(rows, NOBODY)

    assert refused[["row", "column", "found", "reason"]].to_numpy().tolist() == [
        [3, "row", "", "This row has 3 cells."]
    ]


@pytest.mark.parametrize(
    ("change", "is_floor"),
    [
        ({"claimant": "OHCHR HRMMU", "verification": "verified"}, True),
        ({"claimant": "OHCHR HRMMU", "verification": "unverified"}, False),
        ({"claimant": "Governor", "verification": "verified"}, False),
        ({"claimant": "OHCHR HRMMU", "verification": "verified", "measure": "interviewed"}, False),
        ({"claimant": "World Health Organization", "verification": "verified"}, True),
        ({"claimant": PROSECUTOR, "population": "civilian_children"}, True),
        ({"claimant": PROSECUTOR, "population": "civilian_children", "basis": "period"}, False),
        ({"claimant": PROSECUTOR}, False),
    ],
)
def test_who_counts_minimums_does_so_on_every_page(change: dict[str, str], is_floor: bool):
    """
    What a monitor verified, and what its claimant calls a minimum, is one on every page, and nothing else is.
    """
    rows = make_rows({"population": "civilians", "measure": "killed", "party": "ukraine"} | change)

    assert clean_rows(rows, register()).appearances["is_floor"].tolist() == [is_floor]


def test_a_side_that_no_cell_states_is_that_of_the_register():
    """
    Where the cell is empty a registered claimant speaks for its own side; what is recorded stays, also
    "unstated". Of another war, a name that anybody may bear, or one not registered, nothing is known.
    """
    rows = make_rows(
        {"claimant_side": ""},
        {"claimant_side": "unstated"},
        {"claimant_side": "", "conflict": "another_war", "party": ""},
        {"claimant_side": "", "claimant": "soldiers"},
        {"claimant_side": "", "claimant": "Nobody Known"},
    )
    named = {
        name: Source(name, kind, "ukraine")
        for name, kind in (("General Staff of Ukraine", "military_command"), ("soldiers", "unnamed"))
    }
    told = clean_rows(rows, Register(named, {})).appearances.set_index("row_id")

    assert told["claimant_side"].tolist() == ["ukraine", *["unstated"] * 4]
    assert told["interest"].tolist()[:2] == ["enemy_loss", "third_party"]


def test_a_part_names_the_number_of_its_whole_and_no_id():
    """
    "Part of" and the id of a row reads as part of that row's number; of a proposal that is no row, as part of
    a larger number; a name that is no id stays.
    """
    rows = make_rows(
        {"id": "page-0f05658361aa", "value": "1850"},
        {"scope": "part of page-0f05658361aa; officers"},
        {"scope": "part of page-004"},
        {"scope": "part of Azov-2 brigade"},
    )

    assert clean_rows(rows, NOBODY).appearances["scope"].tolist() == [
        "",
        "part of the 1,850; officers",
        "part of a larger number",
        "part of Azov-2 brigade",
    ]


def test_a_monitor_counts_its_own_country_where_no_place_is_told():
    """
    What the conflict's file names as the place of a monitor's counts is that of a row without one; of the
    other side's people, of captives or of another claimant nobody told a place.
    """
    rows = make_rows(
        {"claimant": "OHCHR HRMMU", "party": "", "population": "civilians", "measure": "killed"},
        {"claimant": "OHCHR HRMMU", "party": "russia", "population": "civilians", "measure": "killed"},
        {"claimant": "OHCHR HRMMU", "party": "", "population": "pow", "measure": "died_in_captivity"},
        {"population": "civilians", "measure": "killed"},
    )

    assert clean_rows(rows, NOBODY).appearances["place"].tolist() == ["Ukraine", "", "", ""]
