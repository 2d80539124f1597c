"""Weekly increments of a running total."""

import pandas as pd
from made_up_charts import draw
from matplotlib.patches import Rectangle

from casualty_ledger.charts.weekly_increments import INCREMENTS
from casualty_ledger.wording.language import spoken


def week(nth: int, value=None, **more):
    there = value is not None
    ends = (
        {"lower": value - 20, "value": value, "upper": value + 20}
        if there
        else dict.fromkeys(("lower", "value", "upper"), pd.NA)
    )
    row = {
        "week": f"2023-W{nth:02}",
        "week_start": pd.Timestamp("2023-01-02") + pd.Timedelta(weeks=nth - 1),
        "claimant": "General Staff",
        "claimant_side": "ukraine",
        "is_soft": True,
        "derived": there,
        "reason": "" if there else "no total",
        "figure_id": f"t-{nth}" if there else "",
        "previous_figure_id": f"t-{nth - 1}" if there else "",
        "words": f"{value:,}" if there else "",
        "how": "the total less that of a week before" if there else "",
        "in_focus": False,
        "provisional": False,
        "revised": False,
    }
    return row | ends | more


WEEKS = [week(1, 3340), week(2), week(3, -90, revised=True), week(4, 3440, provisional=True)]


def bars_of(chart):
    [ax] = chart.figure.axes
    return {round(bar.get_x() + bar.get_width() / 2): bar for bar in ax.patches if isinstance(bar, Rectangle)}


def test_a_week_that_cannot_be_derived_stays_a_gap_that_says_so():
    """
    The second week keeps its place, has no bar, and says that there is no total.
    """
    chart = draw(INCREMENTS, WEEKS)
    gaps = [text.xy[0] for text in chart.figure.axes[0].texts if text.get_text() == "not derived"]

    assert sorted(bars_of(chart)) == [0, 2, 3]
    assert gaps == [1]
    assert "1 of 4 weeks cannot be derived" in chart.alt


def test_a_fall_is_drawn_as_a_fall():
    """
    A total that falls gives a bar below nothing; it is never clipped.
    """
    chart = draw(INCREMENTS, WEEKS)

    assert bars_of(chart)[2].get_height() == -90
    assert chart.figure.axes[0].get_ylim()[0] < -90


def test_a_week_that_may_still_change_is_hatched():
    """
    Only the provisional week is hatched, and the alt text names it.
    """
    chart = draw(INCREMENTS, WEEKS)

    assert {at for at, bar in bars_of(chart).items() if bar.get_hatch()} == {3}
    assert "May still change: 2023-W04." in chart.alt


def test_revisions_and_rounding_are_marked():
    """
    A restated total has a star, and every bar the dashed span that rounding allows.
    """
    chart = draw(INCREMENTS, WEEKS)
    [ax] = chart.figure.axes
    spans: dict[float, list[float]] = {}
    for segment in (each for lines in ax.collections for each in lines.get_segments()):
        spans.setdefault(float(segment[0, 0]), []).extend(segment[:, 1].tolist())
    drawn = [(min(ends), max(ends)) for ends in spans.values()]

    assert "-90*" in {text.get_text() for text in ax.texts}
    assert drawn == [(3320, 3360), (-110, -70), (3420, 3460)]
    assert "more than one number, or recounted: 2023-W03" in chart.alt


def test_every_printed_difference_is_traced_to_both_totals():
    """
    Each number on a bar leads to the totals of both its Sundays, and says how it was made.
    """
    traced = draw(INCREMENTS, WEEKS).traced

    assert traced[0] == ("3,340", ("t-1", "t-0"), "the total less that of a week before")
    assert len(traced) == 3


def test_a_chart_is_drawn_in_the_language_in_which_it_was_composed():
    """
    Looked at after the language was left, its axis, note and alternative text are still of that language.
    """
    with spoken("uk"):
        chart = draw(INCREMENTS, WEEKS)

    [ax] = chart.figure.axes
    assert ax.get_ylabel() == "додано за тиждень від понеділка"
    assert chart.alt.startswith("Стовпчикова діаграма: ")
    assert any("Пунктир: що допускає округлення." in text.get_text() for text in chart.figure.texts)


def test_a_week_that_is_only_known_to_be_less_is_an_outline():
    """
    Of a total after "more than" only an upper bound follows: its bar is not filled, and the note says why.
    """
    less = week(5, 2700, words="<2,700") | {"lower": pd.NA, "upper": 2799}
    chart = draw(INCREMENTS, [*WEEKS, less])
    faces = {at: bar.get_facecolor()[3] for at, bar in bars_of(chart).items()}

    assert faces == {0: 1.0, 2: 1.0, 3: 1.0, 4: 0.0}
    assert "“<”" in INCREMENTS.note(pd.DataFrame([*WEEKS, less]))


def test_the_note_explains_only_marks_that_stand_in_the_chart():
    """
    A hatch, an asterisk, a gap and a bound are explained where one is drawn; a plain bar needs no word.
    """
    plain = week(1, 3340) | {"lower": 3340, "upper": 3340}
    marks = [plain, WEEKS[1], WEEKS[2], WEEKS[3], plain | {"upper": pd.NA}]
    notes = [INCREMENTS.note(pd.DataFrame([row])) for row in marks]

    assert notes[0] == ""
    assert "Not derived" in notes[1] and "Not derived" not in notes[2]
    assert "*" in notes[2] and "*" not in notes[3]
    assert "Hatched" in notes[3] and "Hatched" not in notes[2]
    assert "“>”" in notes[4] and "Dashed" not in notes[4]


def test_no_line_of_the_scale_runs_through_a_number():
    """
    A number over a bar stands on a piece of paper, over the lines of the scale, that covers no bar.
    """
    chart = draw(INCREMENTS, [week(1, 3340), week(2, 10520), week(3, 9000)])
    chart.figure.canvas.draw()
    [ax] = chart.figure.axes
    numbers = [text for text in ax.texts if text.get_text()]
    bars = [bar.get_window_extent() for bar in bars_of(chart).values()]
    papers = [number.get_bbox_patch() for number in numbers]

    assert len(papers) == 3
    assert all(paper.get_facecolor() == (1, 1, 1, 1) for paper in papers)
    assert all(number.get_zorder() > line.get_zorder() for number in numbers for line in ax.get_ygridlines())
    assert not any(paper.get_window_extent().overlaps(bar) for paper in papers for bar in bars)
