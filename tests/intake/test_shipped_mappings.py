"""The mappings that ship, on small tables of the same shape, and on the public tables where they are."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

import pandas as pd
import pytest
from paths import HOME

from casualty_ledger.intake.importing import Imported, import_tables, open_tables
from casualty_ledger.intake.mapping.reading import find_mapping, list_mappings, read_mapping, recognise
from casualty_ledger.project import Project
from casualty_ledger.sources.registry import Register, read_register

TABLES = HOME / "tests" / "fixtures" / "tables"
SMALL = sorted(path for path in TABLES.iterdir() if path.suffix in (".csv", ".json"))
PUBLIC = Path(os.environ.get("CASUALTY_LEDGER_PUBLIC_DATA", "nowhere"))
NUMBER = ["value", "lower", "upper", "hedge"]


@pytest.fixture(scope="module")
def home() -> Project:
    return Project(home=HOME, raw=HOME / "data" / "raw", processed=HOME / "data" / "processed")


@lru_cache
def register() -> Register:
    return read_register(HOME / "data" / "sources.yml")


@lru_cache
def read(path: Path) -> Imported:
    project = Project(home=HOME, raw=HOME / "data" / "raw", processed=HOME / "data" / "processed")
    [name] = recognise(project, path.name)
    mapping = read_mapping(find_mapping(project, name))
    return import_tables(open_tables(path, mapping)[0], mapping, register())


def small(name: str) -> Imported:
    return read(TABLES / name)


def public(name: str) -> Imported:
    found = sorted(PUBLIC.rglob(name))
    if not found:
        pytest.skip("the public tables are not here: CASUALTY_LEDGER_PUBLIC_DATA")
    return read(found[0])


def stated(table: pd.DataFrame, *columns: str, **only: str) -> list[tuple[str, ...]]:
    for column, text in only.items():
        table = table[table[column] == text]
    return list(table[list(columns)].itertuples(index=False, name=None))


def test_every_mapping_that_ships_has_a_small_table(home):
    """
    Each mapping is recognised by the name of one small table, and each small table by one mapping.
    """
    known = [recognise(home, path.name) for path in SMALL]

    assert all(len(names) == 1 for names in known)
    assert {name for [name] in known} == set(list_mappings(home))


@pytest.mark.parametrize("path", SMALL, ids=lambda path: path.name)
def test_every_figure_of_a_small_table_is_proposed_or_refused(path):
    """
    Figures read are those proposed and those refused, and every refusal has a row and a reason.
    """
    imported = read(path)

    assert imported.read == len(imported.proposed) + imported.figures_refused > 0
    assert imported.refused["reason"].ne("").all() and imported.refused["row"].gt(0).all()


def test_a_hedge_is_kept_and_an_absent_key_is_not_tracked_and_never_zero():
    """
    Daily totals keep “about” and “more”; a key that ends is told as no longer tracked.
    """
    imported = small("russia_losses_personnel.json")
    totals = stated(imported.proposed, "covers_until", "value", "hedge", measure="losses_unspecified")
    prisoners = stated(imported.proposed, "covers_until", "value", measure="captured")
    silence = imported.silences[1]

    assert totals == [
        ("2022-04-25", "900", "about"),
        ("2022-04-26", "910", "more_than"),
        ("2022-04-27", "910", "about"),
    ]
    assert prisoners == [("2022-04-25", "12"), ("2022-04-26", "14")]
    assert (silence.meaning, silence.absent, silence.last_stated) == ("not_tracked", 1, "2022-04-26")


def test_a_correction_is_an_increment_beside_the_totals():
    """
    A correction of the total is brought in as so many more; a day without one is left out.
    """
    imported = small("russia_losses_equipment_correction.json")

    assert stated(imported.proposed, "value", "basis") == [("50", "increment")]
    assert imported.left_out[0].records == 1


def test_repeated_and_differing_claims_are_named_and_flags_become_hedges():
    """
    A repeated claim is refused by row, two numbers of one day are listed, and equipment is left out.
    """
    imported = small("replication-data-pnas.csv")
    findings = imported.findings.groupby("finding")["rows"].agg(list).to_dict()

    assert stated(imported.proposed, "value", "hedge", "basis") == [
        ("300", "at_least", "cumulative"),
        ("3000", "up_to", "cumulative"),
        ("10", "exact", "period"),
    ]
    assert imported.refused["row"].tolist() == [4]
    assert findings["a record repeats an earlier one exactly"] == ["3, 4"]
    assert findings["records of one thing state several numbers"] == ["3, 5"]


def test_estimates_of_many_bodies_are_read_with_their_names_days_and_bounds():
    """
    Days are day first, marks between thousands are read, names are one, prose is no address.
    """
    rows = small("soldier-deaths-casualties-estimates.csv").proposed

    assert stated(rows, "claimant", "covers_until", *NUMBER, "address") == [
        ("General Staff of Ukraine", "2024-01-16", "390580", "", "", "exact", "https://example.org/a"),
        ("CSIS", "2025-12-01", "", "600", "1400", "range", "https://example.org/b"),
        ("UK Ministry of Defence", "2024-06-03", "500", "", "", "at_least", ""),
        ("UALosses project", "2025-05-30", "700", "", "", "exact", "https://example.org/c"),
    ]


def test_weekly_named_dead_keep_their_vintages_and_an_interval_upside_down_is_refused():
    """
    Each year-end column is a vintage; weeks are ISO weeks; estimates are whole and never reordered.
    """
    imported = small("meduza_2026_weekly.csv")
    named = stated(imported.proposed, "published_on", "value", "covers_from", measure="named_dead_confirmed")
    estimates = stated(imported.proposed, *NUMBER, measure="killed")

    assert ("2022-12-31", "18", "2022-02-21") in named and ("", "30", "2022-02-28") in named
    assert len(named) == 8
    assert estimates == [("31", "11", "51", "about")]
    assert "must rise in this order" in imported.refused["reason"].iloc[0]


def test_months_weeks_and_running_totals_cover_the_days_they_say():
    """
    A month by its name, a week by its Monday, and a cumulative series are told apart by their days.
    """
    rates = small("uk-mod-month-by-month-estimates.csv").proposed
    weeks = small("meduza_2025_weekly.csv").proposed
    totals = small("meduza_2024.csv").proposed

    assert stated(rates, "covers_from", "covers_until", "basis", "rate_unit") == [
        ("2022-03-01", "2022-03-31", "rate", "day")
    ]
    assert set(stated(weeks, "covers_from", "covers_until")) == {
        ("2022-02-21", "2022-02-27"),
        ("2022-03-07", "2022-03-13"),
    }
    assert set(totals["basis"]) == {"cumulative"} and len(totals) == 3


def test_a_file_is_a_vintage_by_the_day_in_its_name_and_a_day_without_an_entry_is_nothing():
    """
    Named dead per day: no zero is proposed, and a day that stands for no day is left out.
    """
    theirs = small("russia_daily_2025-11-08.json").proposed
    ours = small("ukraine_daily-raw_2025-11-08.json")

    assert stated(theirs, "covers_until", "value", "published_on") == [("2022-02-24", "12", "2025-11-08")]
    assert stated(ours.proposed, "covers_until", "value", measure="missing") == [("2022-02-24", "3")]
    assert ours.left_out[0].records == 1


def test_a_null_month_is_not_stated_and_verified_months_are_at_least():
    """
    A month that was not read is told as absent; the others are minimums of that month.
    """
    imported = small("ukraine_casualties.json")

    assert stated(imported.proposed, "covers_from", "covers_until", "value", "hedge") == [
        ("2026-07-01", "2026-07-31", "43", "at_least"),
        ("2026-07-01", "2026-07-31", "261", "at_least"),
    ]
    assert [silence.absent for silence in imported.silences] == [1, 1]


def test_official_statements_fall_and_are_kept():
    """
    A stated total that falls is proposed as it was said, and told; civilians are beside, not inside.
    """
    imported = small("official_statements_facts.csv")

    assert stated(imported.proposed, "value", "published_on", measure="killed")[:2] == [
        ("5500", "2026-02-05"),
        ("5000", "2026-07-31"),
    ]
    assert imported.findings["finding"].tolist() == ["a running total falls"]
    assert stated(imported.proposed, "value", "population", "basis", measure="exchanged") == [
        ("695", "pow", "cumulative"),
        ("75", "civilian_detainee", "cumulative"),
    ]


@pytest.mark.parametrize(
    ("name", "row", "kept"),
    [
        ("ucdp_ged231_statebased_country_year.csv", 3, ("81", "57", "160")),
        ("conflict_data_XYZ.csv", 4, ("3", "3", "4")),
    ],
)
def test_low_best_and_high_out_of_order_are_refused_by_row_and_never_reordered(name, row, kept):
    """
    The row is named with its numbers as they stand; the others keep all three.
    """
    imported = small(name)

    assert imported.refused["row"].tolist() == [row]
    assert stated(imported.proposed, "value", "lower", "upper")[0] == kept


def test_flash_and_verified_are_two_vintages_of_one_body_and_nothing_is_clipped():
    """
    A total carried forward is nobody's; verified counts have no day; a stated 0 is 0, an absent one nothing.
    """
    imported = small("west_bank_daily.json")
    flash = stated(
        imported.proposed,
        "published_on",
        "value",
        measure="killed",
        population="unstated",
        method="flash total as first given",
    )
    verified = stated(
        imported.proposed,
        "basis",
        "covers_from",
        "value",
        measure="killed",
        population="unstated",
        verification="verified",
    )

    assert flash == [("2023-10-07", "3"), ("2023-10-09", "2")]
    assert verified == [
        ("cumulative", "2023-10-07", "6"),
        ("cumulative", "2023-10-07", "6"),
        ("period", "2023-10-07", "6"),
        ("period", "2023-10-08", "0"),
    ]
    assert set(stated(imported.proposed, "published_on", verification="verified")) == {("",)}
    assert imported.findings["finding"].tolist() == ["a running total falls"]
    assert imported.left_out[0].records == 1


def test_other_wars_have_their_own_words_and_bounds_open_on_one_side():
    """
    A low alone is at least, a high alone up to; hunger is no death in fighting; a month has its century.
    """
    wars = small("totals.csv").proposed
    troops = small("us-troop-casualties-by-month.csv").proposed
    deaths = small("intl_injury_out_est_sim.csv").proposed

    assert stated(wars, "party", "measure", *NUMBER) == [
        ("north", "killed", "", "250", "2000", "range"),
        ("north", "killed", "320", "", "", "at_least"),
        ("south", "killed", "90", "", "", "up_to"),
        ("south", "died_of_hunger", "", "20", "40", "range"),
    ]
    assert stated(troops, "covers_from", "covers_until", "value", measure="killed") == [
        ("2003-03-01", "2003-03-31", "6"),
        ("2011-12-01", "2011-12-31", "0"),
    ]
    assert stated(deaths, *NUMBER) == [("260", "126", "588", "about")]


def test_the_public_general_staff_table_is_read_whole():
    """
    1,626 days, 209,940 on 4 June 2023, flat on 8 to 14 March 2022, prisoners to 27 April 2022 only.
    """
    imported = public("russia_losses_personnel.json")
    totals = imported.proposed[imported.proposed["measure"] == "losses_unspecified"].set_index("covers_until")
    prisoners = imported.proposed[imported.proposed["measure"] == "captured"]

    assert (len(totals), totals.at["2023-06-04", "value"]) == (1626, "209940")
    assert set(totals.loc["2022-03-08":"2022-03-14", "value"]) == {"12000"}
    assert (len(prisoners), prisoners["covers_until"].max(), prisoners["value"].iloc[-1]) == (
        62,
        "2022-04-27",
        "496",
    )
    assert imported.figures_refused == 0


def test_the_public_corrections_of_personnel_are_two():
    """
    +1,650 on 28 February 2025 and +160 on 22 April 2025.
    """
    rows = public("russia_losses_equipment_correction.json").proposed

    assert stated(rows, "covers_until", "value") == [("2025-02-28", "1650"), ("2025-04-22", "160")]


def test_the_public_claims_name_their_repeats_and_conflicts():
    """
    252 records repeat another exactly; 380 groups of one day, source and type differ in a running total.
    """
    imported = public("replication-data-pnas.csv")
    found = imported.findings.groupby("finding")["said"].agg(list)

    assert imported.records == 4609
    assert len(found["a record repeats an earlier one exactly"]) == 252
    assert sum("Cumulative" in said for said in found["records of one thing state several numbers"]) == 380


def test_the_public_country_years_flag_twelve_rows_by_name():
    """
    Twelve rows break low ≤ best ≤ high; each is refused with its numbers as they stand.
    """
    imported = public("ucdp_ged231_statebased_country_year.csv")

    assert (
        imported.refused["reason"].str.contains("must rise in this order").sum()
        == len(imported.refused)
        == 12
    )


def test_the_public_weekly_named_dead_add_up_to_what_their_page_says():
    """
    Named dead in the newest list are 205,470, and no later vintage has fewer of any week.
    """
    named = public("meduza_2026_weekly.csv").proposed.query("measure == 'named_dead_confirmed'")
    numbers = named.assign(value=named["value"].astype(int)).pivot(
        index="covers_from", columns="published_on", values="value"
    )

    assert numbers[""].sum() == 205_470
    assert (
        numbers["2024-12-31"].dropna() <= numbers["2025-12-31"].loc[numbers["2024-12-31"].dropna().index]
    ).all()
