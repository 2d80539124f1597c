"""Exchanges of prisoners."""

import pandas as pd
import pytest
from made_up_charts import colour_of, draw, said

from casualty_ledger.charts.exchanges import exchanges_of
from casualty_ledger.publishing.week import charts

EXCHANGES = exchanges_of(["to Ukraine", "to Russia"], None)


def returned(value, direction="to Ukraine", **more):
    day = pd.Timestamp("2024-01-31")
    row = {"mark": "return", "day": day, "day_label": "31 January 2024", "direction": direction}
    return said(value, **row, previous_figure_id="", how="", **more)


ROWS = [
    returned(207, claimant="Headquarters"),
    returned(195, claimant="Ministry", claimant_side="russia"),
    returned(190, "to Russia", claimant="Ministry", claimant_side="russia"),
    returned(3000, claimant="Headquarters") | {"mark": "total"},
]


def test_the_two_directions_never_share_a_side():
    """
    Returns to Ukraine are drawn upward, returns to Russia downward, each with its own number.
    """
    upper, _ = draw(EXCHANGES, ROWS, height=3).figure.axes
    heights = [line.get_ydata()[0] for line in upper.lines if len(line.get_ydata()) == 1]

    assert {207, 195, -190} <= set(heights)
    assert 3000 not in heights


def test_three_directions_share_a_scale_and_no_name_stands_on_another():
    """
    Of three sides each direction has axes of its own, on one scale, and its name in full within them.
    """
    directions = ["to the Republic", "to the Highland Front", "to the Coastal Council"]
    rows = [returned(10 ** (n + 1), name, claimant="Office") for n, name in enumerate(directions)]
    *returns, _ = draw(exchanges_of(directions, None), rows, height=3.5).figure.axes
    names = [text for ax in returns for text in ax.texts if text.get_text() in directions]

    assert len({ax.get_ylim() for ax in returns}) == 1
    assert [name.get_text() for name in names] == directions
    for name, ax in zip(names, returns, strict=True):
        inside, around = name.get_window_extent(), ax.get_window_extent()
        assert around.y0 < inside.y0 and inside.y1 <= around.y1 + 1
        others = [text for text in ax.texts if text is not name and text.get_text()]
        assert not any(inside.overlaps(other.get_window_extent()) for other in others)


def test_both_sides_stems_have_the_same_width():
    """
    A stem is as wide and as pale for one side as for the other.
    """
    upper, _ = draw(EXCHANGES, ROWS, height=3).figure.axes
    stems = [line for line in upper.lines if len(line.get_ydata()) == 2 and line.get_ydata()[0] == 0]
    sides = {colour_of("ukraine"), colour_of("russia")}

    assert {line.get_color() for line in stems if line.get_color() in sides} == sides
    assert len({(line.get_linewidth(), line.get_alpha()) for line in stems if line.get_color() in sides}) == 1


def test_no_total_in_the_window_is_said():
    """
    Without a running total the lower panel says so and has no scale that would start at 0.
    """
    _, lower = draw(EXCHANGES, ROWS[:3], height=3).figure.axes

    assert [text.get_text() for text in lower.texts] == ["no running total recorded for these days"]
    assert list(lower.get_yticks()) == []


def test_a_week_without_a_running_total_has_no_empty_axes():
    """
    Where no running total is recorded, the chart is one of single exchanges alone.
    """
    chart = draw(exchanges_of(["to Ukraine", "to Russia"], None, with_totals=False), ROWS[:3], height=2.2)

    assert len(chart.figure.axes) == 1


def test_one_number_of_both_sides_is_drawn_with_the_mark_of_each():
    """
    A mark over another would hide whose word it is, too: they stand side by side.
    """
    both = [
        returned(246, claimant="Headquarters"),
        returned(246, claimant="Ministry", claimant_side="russia"),
    ]
    upper, _ = draw(EXCHANGES, both, height=3).figure.axes
    marks = [line for line in upper.lines if list(line.get_ydata()) == [246]]
    across = {round(float(line.get_transform().transform((0.0, 246.0))[0]), 1) for line in marks}

    assert {line.get_color() for line in marks} == {colour_of("ukraine"), colour_of("russia")}
    assert len(across) == 2


def test_the_gap_of_31_january_2024_is_twelve(edition_of):
    """
    Kyiv counted 207 returned, Moscow 195: the chart prints both and "12 apart", traced to both.
    """
    chart = charts.draw_recent_exchanges(edition_of("2024-W05"))
    [gap] = [row for row in chart.traced if row[0] == "12 apart"]
    printed = {text.get_text() for text in chart.figure.axes[0].texts}

    assert {"207", "195", "12 apart"} <= printed
    assert gap[1:] == (("pw-0209", "pw-0207"), "the higher count less the lower")
    assert "12 apart (to Ukraine, Ombudsman of Ukraine (Lubinets) against Russian Ministry" in chart.alt


@pytest.mark.parametrize("day", ["2025-03-19", "2025-04-19"])
def test_prisoners_returned_beside_an_exchange_make_no_gap(edition_of, day: str):
    """
    In 2025 wounded were returned beside two exchanges and counted by one side within them: no gap.
    """
    table = charts.draw_recent_exchanges(edition_of("2025-W23")).table
    of_day = table[table["day"] == day]

    assert "return" in set(of_day["mark"])
    assert "gap" not in set(of_day["mark"])


@pytest.mark.parametrize(
    ("day", "count", "with_others"),
    [("2025-04-19", 246, 277), ("2025-05-23", 270, 390)],
    ids=["wounded", "civilians"],
)
def test_like_is_drawn_against_like(edition_of, day: str, count: int, with_others: int):
    """
    Ukraine's 277 held 31 wounded returned beside the exchange, its 390 held 120 civilians: neither is drawn.

    Both sides gave the number of prisoners of war exchanged on 19 April, and the chart says so.
    """
    table = charts.draw_recent_exchanges(edition_of("2025-W23")).table
    back = table[(table["day"] == day) & (table["direction"] == "to Ukraine")]

    assert set(back.loc[back["mark"] == "return", "value"]) == {count}
    assert with_others not in set(back["value"])
    assert (day != "2025-04-19") or "both: 246" in set(back["words"])


def test_the_note_explains_only_what_the_chart_holds():
    """
    "Both" and a difference are explained where such a mark stands, and nowhere else.
    """
    alike = returned(207) | {"mark": "agreed", "words": "both: 207"}
    apart = returned(12) | {"mark": "gap", "words": "12 apart"}
    notes = [EXCHANGES.note(pd.DataFrame(rows)) for rows in (ROWS, [*ROWS, alike], [*ROWS, apart])]

    assert ["Both" in note for note in notes] == [False, True, False]
    assert ["difference" in note for note in notes] == [False, False, True]


def test_a_long_stretch_without_a_count_is_said_to_have_no_record():
    """
    Between an exchange of January and one of July half a year is not drawn as free of exchanges.
    """
    later = ROWS[0] | {"day": pd.Timestamp("2024-07-31"), "day_label": "31 July 2024"}
    together, apart = (
        [text.get_text() for text in draw(EXCHANGES, rows, height=3).figure.axes[0].texts]
        for rows in (ROWS, [*ROWS, later])
    )

    assert "no record" not in together
    assert "no record" in apart


def test_marks_parted_stand_nearest_to_their_own_day():
    """
    Of exchanges on three days in a row of half a year, each mark stands at its own day.
    """
    days = pd.date_range("2024-01-30", periods=3)
    far = returned(9) | {"day": pd.Timestamp("2024-06-30")}
    rows = [
        returned(300 + nth, claimant_side=side) | {"day": day}
        for nth, day in enumerate(days)
        for side in ("ukraine", "russia")
    ]
    upper = draw(EXCHANGES, [*rows, far], height=3).figure.axes[0]
    marks = [line for line in upper.lines if len(line.get_xdata()) == 1 and line.get_ydata()[0] >= 300]
    across = [upper.transData.transform((upper.convert_xunits(day), 0))[0] for day in days]

    assert len(marks) == 6
    for mark in marks:
        own = across[int(mark.get_ydata()[0]) - 300]
        x = upper.convert_xunits(mark.get_xdata()[0])
        stands = mark.get_transform().transform((x, mark.get_ydata()[0]))[0]
        assert min(across, key=lambda at: abs(at - stands)) == own
    assert len({mark.get_transform().transform((0, 0))[0] for mark in marks}) == 2
