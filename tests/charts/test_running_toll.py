"""The running toll of an incident."""

from made_up_charts import at_least, colour_of, draw, said
from matplotlib.lines import Line2D

from casualty_ledger.charts.running_toll import RUNNING_TOLL


def slot(row, at: int, **more):
    return row | {"slot": at, "slot_label": f"{at + 1} Jun"} | more


RIVALS = [
    slot(said(6), 0),
    slot(said(9, claimant="Envoy", claimant_side="russia"), 1),
    slot(at_least(13), 2),
    slot(said(4, claimant="Envoy", claimant_side="russia"), 3),
]


def lines_of(chart):
    steps = [line for line in chart.figure.axes[0].lines if line.get_drawstyle() == "steps-post"]
    return {line.get_color(): line for line in steps}


def test_each_claimant_has_a_line_of_its_own():
    """
    Two claimants' tolls are two lines of steps, never one, in colours and markers of their sides.
    """
    lines = lines_of(draw(RUNNING_TOLL, RIVALS))
    own, other = lines[colour_of("ukraine")], lines[colour_of("russia")]

    assert own.get_ydata().tolist() == [6, 13]
    assert other.get_ydata().tolist() == [9, 4]
    assert own.get_marker() != other.get_marker()


def test_both_sides_are_drawn_with_the_same_weight():
    """
    Neither side's line or mark is wider than the other's.
    """
    drawn = [
        (line.get_linewidth(), line.get_markersize())
        for line in lines_of(draw(RUNNING_TOLL, RIVALS)).values()
    ]

    assert len(drawn) == 2
    assert drawn[0] == drawn[1]


def test_claimants_are_named_beside_their_lines():
    """
    Names stand at the ends of the lines; there is no legend.
    """
    [ax] = draw(RUNNING_TOLL, RIVALS).figure.axes

    assert {"Mayor", "Envoy", "at least 13"} <= {text.get_text() for text in ax.texts}
    assert ax.get_legend() is None


def test_at_least_gets_an_open_arrow_and_a_bare_number_none():
    """
    Of four statements the one said as "at least" alone has an arrow, empty inside.
    """
    [ax] = draw(RUNNING_TOLL, RIVALS).figure.axes
    heads = [line for line in ax.lines if isinstance(line, Line2D) and line.get_marker() == "^"]

    assert [head.get_markerfacecolor() for head in heads] == ["none"]
    assert [len(head.get_xdata()) for head in heads] == [1]


def test_alt_text_tells_each_claimant_apart():
    """
    Of two claimants a listener hears the first, last and highest number of each.
    """
    alt = draw(RUNNING_TOLL, RIVALS).alt

    assert "Mayor: first 6 (1 Jun); last at least 13 (3 Jun); highest at least 13 (3 Jun)." in alt
    assert "Envoy: first 9 (2 Jun); last 4 (4 Jun); highest 9 (2 Jun)." in alt
