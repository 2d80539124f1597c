"""The reporting calendar: who published how many figures on which day; an empty cell is not zero harm."""

from __future__ import annotations

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.collections import QuadMesh

from casualty_ledger.charts.caption import Caption


def draw_reporting_calendar(ax: Axes, table: pd.DataFrame, caption: Caption) -> QuadMesh:
    """Draw one row per claimant and one column per day.

    Columns: claimant, day (text), figures (how many were published).
    """
    grid = table.pivot(index="claimant", columns="day", values="figures")
    grid = grid.reindex(index=table["claimant"].unique(), columns=table["day"].unique())
    counts = grid.astype(float)
    sns.heatmap(
        counts,
        mask=counts.fillna(0) == 0,
        annot=True,
        fmt=".0f",
        cmap=sns.light_palette("#51606e", as_cmap=True),
        cbar=False,
        linewidths=1.5,
        vmin=0,
        ax=ax,
        annot_kws={"fontsize": 8},
    )
    ax.set(xlabel="", ylabel="")
    ax.tick_params(axis="x", rotation=0)
    ax.grid(visible=False)
    return ax.collections[0]  # type: ignore[return-value]


def describe_reporting_calendar(table: pd.DataFrame, caption: Caption) -> str:
    """Say what the calendar shows."""
    busiest = table.sort_values("figures", kind="stable").iloc[-1]
    return (
        f"Calendar: {caption.title}. {caption.attribution} {table['claimant'].nunique()} claimants over "
        f"{table['day'].nunique()} days; most on one day: {busiest['figures']} figures "
        f"({busiest['claimant']}, {busiest['day']})."
    )
