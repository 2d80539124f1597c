"""A mapping is guessed from columns in English, Ukrainian and Russian, and from what stands in them."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from casualty_ledger.intake.guessing.columns import look
from casualty_ledger.intake.guessing.days import share_of_days
from casualty_ledger.intake.guessing.guess import guess_mapping
from casualty_ledger.intake.importing import import_tables
from casualty_ledger.intake.mapping.model import Cell
from casualty_ledger.intake.mapping.readers import READERS
from casualty_ledger.intake.tables.across import lay_across
from casualty_ledger.intake.tables.table import Table, TableUnreadable, fill_down, make_table
from casualty_ledger.sources.registry import Register

NOBODY = Register({}, {})


def table_of(**columns: list[str]) -> Table:
    named = {name.replace("_", " "): cells for name, cells in columns.items()}
    return make_table("a.csv", "", pd.DataFrame(named, dtype="str"))


def read(table: Table, **told: str) -> pd.DataFrame:
    guess = guess_mapping(table, ids="TT", told={"claimant": "Office", "conflict": "river_war"} | told)
    return import_tables([table], guess.mapping, NOBODY).proposed


HEADERS = {
    "English": ("Date", "Location", "Killed civilians", "Injured children", "Source"),
    "Ukrainian": ("Дата", "Населений пункт", "Загиблі цивільні", "Поранено дітей", "Джерело"),
    "Russian": ("Дата", "Населённый пункт", "Погибло мирных жителей", "Ранено детей", "Источник"),
    "snake case": ("report_date", "place_name", "civilian_deaths", "children_injured", "stated_by"),
    "no blanks": ("ReportDate", "PlaceName", "CiviliansKilled", "ChildrenInjured", "ClaimedBy"),
}


@pytest.mark.parametrize("headers", HEADERS.values(), ids=HEADERS.keys())
def test_columns_are_told_by_their_headers_in_three_languages(headers):
    """
    Days, places, measures, people and claimants are found whatever language names them.
    """
    cells = (
        ["2023-06-03", "2023-06-04"],
        ["Ford", "Mill"],
        ["at least 2", "3"],
        ["1", "0"],
        ["Office", "Office"],
    )
    rows = read(
        make_table("a.csv", "", pd.DataFrame(dict(zip(headers, cells, strict=True)), dtype="str")),
        claimant="Office",
    )

    assert list(
        rows[["measure", "population", "value", "hedge", "place", "covers_until"]].itertuples(
            index=False, name=None
        )
    ) == [
        ("killed", "civilians", "2", "at_least", "Ford", "2023-06-03"),
        ("killed", "civilians", "3", "exact", "Mill", "2023-06-04"),
        ("injured", "children", "1", "exact", "Ford", "2023-06-03"),
        ("injured", "children", "0", "exact", "Mill", "2023-06-04"),
    ]


def test_a_long_table_is_told_by_its_words():
    """
    A column of words for what is counted becomes words of the ledger; one without a meaning is refused.
    """
    table = table_of(day=["2023-06-03"] * 3, type=["Deaths", "Wounded", "Tanks"], number=["4", "5", "6"])
    guess = guess_mapping(table, ids="TT", told={"claimant": "Office"})
    imported = import_tables([table], guess.mapping, NOBODY)

    assert imported.proposed["measure"].tolist() == ["killed", "injured"]
    assert "no word for 'Tanks'" in imported.refused["reason"].iloc[0]


def test_words_that_say_how_people_were_harmed_may_say_whom():
    """
    "Civilians killed" in a column of words names measure and people; "wounded" leaves the people unstated.
    """
    table = table_of(day=["2023-06-03"] * 2, type=["Civilians killed", "Wounded"], number=["4", "5"])

    assert read(table)[["measure", "population"]].to_numpy().tolist() == [
        ["killed", "civilians"],
        ["injured", "unstated"],
    ]


def test_a_table_without_records_is_told_so():
    """
    A header alone counts nobody, whatever its columns are called.
    """
    with pytest.raises(TableUnreadable, match="no record stands below its header"):
        guess_mapping(table_of(date=[], killed=[]), ids="TT")


def test_low_best_and_high_are_one_figure():
    """
    Bounds of one thing become one figure with a range, not three figures.
    """
    rows = read(table_of(date=["2023-06-03"], deaths_low=["2"], deaths_best=["3"], deaths_high=["7"]))

    assert rows[["value", "lower", "upper"]].to_numpy().tolist() == [["3", "2", "7"]]


def test_a_running_total_is_told_by_its_header_or_because_it_never_falls():
    """
    “Cumulative” says so; and a total of each day that never falls is one.
    """
    days = [f"2023-06-{day:02d}" for day in range(1, 11)]
    rising = read(table_of(date=days, killed=[str(100 + day) for day in range(10)]))
    falling = read(table_of(date=days, killed=[str(100 + day % 3) for day in range(10)]))
    told = read(table_of(date=days[:2], total_killed_cumulative=["5", "3"]))

    assert set(rising["basis"]) == set(told["basis"]) == {"cumulative"}
    assert set(falling["basis"]) == {"period"}


def test_what_counts_no_people_is_not_brought_in():
    """
    Coordinates, codes, attacks, households and rates are no figures, whatever numbers stand there.
    """
    table = table_of(
        date=["2023-06-03"], lat=["49.1"], attacks=["7"], killed=["2"], death_rate=["3"], households=["4"]
    )
    roles = {each.name: each.role for each in look(table)}

    assert [name for name, role in roles.items() if role == "number"] == ["killed"]


def test_a_list_of_persons_is_refused_in_a_sentence():
    """
    A table with names and without numbers is no table of figures; the names are not repeated.
    """
    table = table_of(full_name=["Ann Made-Up"], birth_date=["1990-01-01"])

    with pytest.raises(TableUnreadable, match="seems to list persons") as refusal:
        guess_mapping(table, ids="TT")
    assert "Ann" not in str(refusal.value)


def test_what_a_table_does_not_say_is_asked():
    """
    Claimant, conflict and day of publication are asked where no column tells them.
    """
    questions = guess_mapping(table_of(date=["2023-06-03"], killed=["2"]), ids="TT").questions

    assert [question.split("?")[0] for question in questions] == [
        "Whose numbers are these",
        "Of which conflict are they",
        "When were they published",
        "Whom do they count, where no column says it",
    ]


def test_a_header_goes_before_what_is_said_of_all_columns():
    """
    What is set once for all gives way to a column that names its own people and measure.
    """
    table = table_of(date=["2023-06-03"], killed=["5"], injured_children=["2"])

    assert read(table, population="civilians", measure="killed")[
        ["measure", "population"]
    ].to_numpy().tolist() == [["killed", "civilians"], ["injured", "children"]]


def test_a_column_headed_by_what_it_counts_is_read_though_many_cells_are_not_numbers():
    """
    Where a header says killed, cells that state no number are refused one by one and counted.
    """
    killed = ["1", "2", "3?", "уточнюється", "так", "до 3-х"]
    table = table_of(date=["2023-06-03"] * 6, place=list("abcdef"), killed=killed, injured=["1"] * 6)
    guess = guess_mapping(table, ids="TT", told={"claimant": "Office", "conflict": "river_war"})
    imported = import_tables([table], guess.mapping, NOBODY)

    assert (imported.read, len(imported.proposed), imported.figures_refused) == (12, 9, 3)


def test_days_that_somebody_names_are_read_like_those_of_any_column():
    """
    A column named with --set, and a day stated there, are read as other days are.
    """
    table = table_of(date=["2023-06-03"] * 2, killed=["2", "3"], column=["01.07.2024", "неділя 07.07.2024"])

    assert read(table, published_on="{column}")["published_on"].tolist() == ["2024-07-01", "2024-07-07"]
    assert set(read(table, published_on="5 лип. 2024")["published_on"]) == {"2024-07-05"}


def test_the_column_named_after_a_role_tells_it():
    """
    Of a region and an admin1, the latter is the admin1, wherever it stands.
    """
    table = table_of(date=["2023-06-03"], region=["The South"], admin1=["Ford"], killed=["2"])

    assert read(table)["admin1"].tolist() == ["Ford"]


def test_a_source_beside_a_claimant_is_where_it_was_printed():
    """
    Whoever said so is the claimant, and the source then the publisher; a second day is asked for by name.
    """
    table = make_table(
        "a.csv",
        "",
        pd.DataFrame(
            {"Дата": ["2023-06-03"], "Вбито": ["2"], "Хто повідомив": ["ОВА"], "Звідки новина": ["Газета"]}
            | {"Зауваги": ["удар"], "Випуск": ["2023-06-04"]},
            dtype="str",
        ),
    )
    guess = guess_mapping(table, ids="TT")

    assert [role for _, role, _ in guess.because[2:5]] == ["claimant", "publisher", "note"]
    assert any("published_on={Випуск}" in question for question in guess.questions)


def test_a_day_in_three_columns_is_one_and_an_unknown_one_is_its_month():
    """
    Year, month and day in numbers are joined; day 0 is a day that is not known.
    """
    table = table_of(
        iyear=["2019"] * 2, imonth=["5", "6"], iday=["3", "0"], nkill=["2", "4"], nkillus=["0", "0"]
    )

    assert read(table)["covers_until"].tolist() == ["2019-05-03", "2019-06"]


def test_bounds_of_an_interval_are_bounds():
    """
    Columns that end in lci and uci are no further figures.
    """
    rows = read(table_of(date=["2023-06-03"], injured=["5"], injured_lci=["3"], injured_uci=["9"]))

    assert rows[["value", "lower", "upper"]].to_numpy().tolist() == [["5", "3", "9"]]


def test_a_cell_may_be_said_with_a_column_in_it():
    """
    What is set may name a column: each row takes its own text from there.
    """
    rows = read(
        table_of(date=["2023-06-03"], killed=["2"], bulletin=["2023-06-05"]), published_on="{bulletin}"
    )

    assert rows["published_on"].tolist() == ["2023-06-05"]


def test_columns_headed_by_months_become_records():
    """
    A table that goes on in time from left to right is read cell by cell, each with its month.
    """
    table = table_of(
        Region=["North", "South"],
        Indicator=["Killed", "Injured"],
        **{"Jan 2023": ["12", "44"], "Feb 2023": ["30", "1 205"], "Mar 2023": ["-", "60"]},
    )
    guess = guess_mapping(table, ids="TT", told={"claimant": "Office"})
    across = lay_across(table, guess.mapping.shape.across)
    rows = import_tables([across], guess.mapping, NOBODY).proposed

    assert rows[["measure", "covers_until", "value"]].to_numpy().tolist() == [
        ["killed", "2023-01", "12"],
        ["killed", "2023-02", "30"],
        ["injured", "2023-01", "44"],
        ["injured", "2023-02", "1205"],
        ["injured", "2023-03", "60"],
    ]


def test_of_whom_children_takes_the_measure_before_it_and_an_unnamed_total_none():
    """
    “Of whom children” counts what the column before it counts; a total of everything is not brought in.
    """
    rows = read(
        table_of(date=["2023-06-03"], killed=["5"], of_whom_children=["2"], injured=["9"], total=["14"])
    )

    assert rows[["measure", "population", "value"]].to_numpy().tolist() == [
        ["killed", "unstated", "5"],
        ["killed", "children", "2"],
        ["injured", "unstated", "9"],
    ]


def test_sides_are_named_by_the_file_of_the_conflict():
    """
    A column of sides becomes parties by name or adjective; a side that the conflict has not is refused.
    """
    table = table_of(
        date=["2023-06-03"] * 3, side=["Ukrainian", "russia", "Moon"], killed_soldiers=["1", "2", "3"]
    )
    guess = guess_mapping(table, ids="TT", told={"claimant": "Office", "conflict": "russia_ukraine"})
    imported = import_tables([table], guess.mapping, NOBODY)

    assert imported.proposed["party"].tolist() == ["ukraine", "russia"]
    assert "no word for 'Moon'" in imported.refused["reason"].iloc[0]


def test_the_narrowest_measure_of_a_header_counts():
    """
    What a group of columns is called (casualties, losses, prisoners) gives way to what one of them counts.
    """
    rows = read(
        table_of(
            **{
                "date": ["2023-06-03"],
                "casualties.killed": ["4"],
                "casualties.injured.min": ["10"],
                "casualties.injured.max": ["12"],
                "Killed/injured": ["16"],
                "POWs returned": ["5"],
                "Втрати: загиблі військові": ["7"],
                "Повернуто з полону": ["8"],
            }
        )
    )

    assert rows[["measure", "value", "lower", "upper"]].to_numpy().tolist() == [
        ["killed", "4", "", ""],
        ["injured", "", "10", "12"],
        ["casualties", "16", "", ""],
        ["exchanged", "5", "", ""],
        ["killed", "7", "", ""],
        ["exchanged", "8", "", ""],
    ]


def test_a_header_that_names_one_side_counts_its_people():
    """
    Two columns for two sides are two things, never several numbers for one.
    """
    table = table_of(
        **{"date": ["2023-06-03"], "Ukrainian POWs returned": ["2"], "Russian POWs returned": ["1"]},
    )
    guess = guess_mapping(table, ids="TT", told={"claimant": "Office", "conflict": "russia_ukraine"})
    imported = import_tables([table], guess.mapping, NOBODY)

    assert imported.proposed[["party", "value"]].to_numpy().tolist() == [["ukraine", "2"], ["russia", "1"]]
    assert imported.findings.empty


def test_a_total_in_the_column_of_days_hides_no_days():
    """
    Of three cells one says “Усього”; the other two are days still.
    """
    table = table_of(Дата=["03.06.2023", "13.06.2023", "Усього"], Загинуло=["20", "30", "50"])
    guessed = guess_mapping(replace(table, is_total=table.rows["Дата"] == "Усього"), ids="AA")

    assert guessed.mapping.cells["covers_until"].column == ("Дата",)


def test_a_day_that_is_written_once_for_several_records_is_asked_about():
    """
    An empty cell below a day states none; whether it means the day above, a person says in the mapping.
    """
    table = table_of(date=["2023-06-03", "", "2023-06-04"], killed=["1", "2", "3"])
    asked = guess_mapping(table, ids="AA").questions[0]

    assert "shape: {down: date}" in asked
    assert fill_down(table, ["date"]).rows["date"].tolist() == ["2023-06-03", "2023-06-03", "2023-06-04"]


def test_a_day_of_the_week_before_a_day_says_no_more():
    """
    "пн, 05.06.2023" is a day, and so is "Monday, June 5, 2023"; "June, 2023" is a month.
    """
    days = ["пн, 05.06.2023", "Monday, June 5, 2023", "Mon., 5 June 2023", "June, 2023"]

    assert share_of_days(days[:3]) == 1
    assert [READERS["day"](day, Cell(column=("day",))) for day in days[:2]] == ["2023-06-05", "2023-06-05"]


def test_adults_beside_children_are_no_whole():
    """
    A heading over “adults” and “children” splits the killed: neither column is all of them.
    """
    names = ["Дата", "Загиблі / дорослі", "Загиблі / діти", "Civilians killed / adults"]
    cells = (["2023-06-03"], ["4"], ["1"], ["2"])
    guessed = guess_mapping(table_of(**dict(zip(names, cells, strict=True))), ids="AA")

    assert [figure.cells["population"] for figure in guessed.mapping.figures] == [
        "adults",
        "children",
        "civilian_adults",
    ]


def test_a_total_beside_columns_of_days_is_not_counted_again():
    """
    What sums up the months from left to right would be counted twice.
    """
    table = table_of(
        **{"Region": ["North"], "Jan 2024": ["3"], "Feb 2024": ["1"], "Mar 2024": ["9"], "Total": ["13"]}
    )
    guess = guess_mapping(table, ids="TT", told={"claimant": "Office", "measure": "killed"})
    imported = import_tables([lay_across(table, guess.mapping.shape.across)], guess.mapping, NOBODY)

    assert imported.proposed["value"].tolist() == ["3", "1", "9"]


def test_a_body_named_with_an_article_is_no_number():
    """
    “A Office” in a column of sources is a claimant, though “a” may count one.
    """
    seen = look(table_of(date=["2023-06-03"], killed=["5"], source=["A Office"]))

    assert [each.role for each in seen] == ["day", "number", "claimant"]


def test_a_table_in_which_nothing_is_stated_proposes_nothing_in_a_sentence():
    """
    Days that nobody decides leave no row to propose: that is told, not a fault of the program.
    """
    table = table_of(date=["03/06/2023", "04/07/2023"], killed=["1", "2"])
    imported = import_tables([table], guess_mapping(table, ids="TT").mapping, NOBODY)

    assert (len(imported.proposed), imported.figures_refused) == (0, 2)
    assert imported.refused["reason"].str.contains("may be two days").any()


@pytest.mark.parametrize("header", ["equipment_type", "Вид техніки", "Weapon"])
def test_a_table_of_equipment_is_refused_in_a_sentence(header):
    """
    Tanks that were captured are no prisoners.
    """
    table = table_of(**{header: ["Tanks", "Trucks"], "destroyed": ["4", "2"], "captured": ["9", "3"]})

    with pytest.raises(TableUnreadable, match="only figures of people"):
        guess_mapping(table, ids="TT")


def test_a_table_of_people_that_names_a_weapon_is_read():
    """
    How people were killed does not make them things.
    """
    rows = read(table_of(date=["2023-06-03"], weapon=["Drones"], killed=["4"], captured=["9"]))

    assert rows["measure"].tolist() == ["killed", "captured"]


def test_iso_weeks_are_days_from_monday_to_sunday():
    """
    Weeks with the same number are two figures, not one said twice.
    """
    rows = read(table_of(week=["2022-W09", "2022-W10"], deaths=["7", "7"]))

    assert rows[["covers_from", "covers_until", "value"]].to_numpy().tolist() == [
        ["2022-02-28", "2022-03-06", "7"],
        ["2022-03-07", "2022-03-13", "7"],
    ]


def test_a_table_without_days_is_asked_for_them():
    """
    Figures of unknown days are of little use, so somebody is asked.
    """
    guess = guess_mapping(table_of(place=["Ford"], killed=["5"]), ids="TT")

    assert any(question.startswith("Which days do they cover?") for question in guess.questions)


def test_vehicles_are_no_soldiers():
    """
    “Military auto” counts things, though it is military.
    """
    seen = look(table_of(**{"military auto": ["100"], "field artillery": ["7"], "personnel": ["9"]}))

    assert [each.role for each in seen] == ["", "", "number"]


@pytest.mark.parametrize(
    "span",
    ["1–7 червня 2023", "1-7 июня 2023", "01.06.2023 - 07.06.2023", "01.06–07.06.2023", "1 to 7 June 2023"],
)
def test_a_span_of_days_in_one_cell_is_its_first_and_last_day(span):
    """
    Monitors write a week as the days from and to; both ends are kept.
    """
    rows = read(table_of(period=[span, "8 June 2023"], killed=["3", "5"]))

    assert rows[["covers_from", "covers_until"]].to_numpy().tolist() == [
        ["2023-06-01", "2023-06-07"],
        ["2023-06-08", "2023-06-08"],
    ]


def test_a_column_that_names_its_measure_is_read_though_some_cells_are_no_counts():
    """
    A cell that is no count is refused alone; its column does not go in silence.
    """
    table = table_of(date=["2023-06-03", "2023-06-04", "2023-06-05"], injured=["4", "5+", "1.5"])
    imported = import_tables(
        [table], guess_mapping(table, ids="TT", told={"claimant": "Office"}).mapping, NOBODY
    )

    assert (len(imported.proposed), imported.figures_refused) == (2, 1)


def test_lines_of_a_note_are_joined():
    """
    A line break in a remark costs no figure.
    """
    rows = read(table_of(date=["2023-06-03"], killed=["5"], note=["two\nlines"]))

    assert rows["note"].tolist() == ["two lines"]


def test_a_column_that_names_what_it_counts_and_holds_no_counts_is_named():
    """
    Whoever sees “killed” in the header is told which cell is no number.
    """
    with pytest.raises(TableUnreadable, match=r"few cells of killed .*\('- 3' does not\)"):
        guess_mapping(table_of(date=["2023-06-03"], killed=["- 3"]), ids="TT")
