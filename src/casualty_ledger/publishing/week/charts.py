"""The charts of a week, by subject: each takes the edition and returns a chart, or the sentence for none."""

from casualty_ledger.publishing.week.civilian.charts import (
    draw_civilian_totals,
    draw_harm,
    draw_regions,
    draw_revision_steps,
    draw_toll,
    draw_triangle,
    draw_verified,
)
from casualty_ledger.publishing.week.disputes.charts import draw_calendar, draw_disagreements, draw_rivals
from casualty_ledger.publishing.week.losses.charts import draw_losses, draw_military
from casualty_ledger.publishing.week.losses.followed_charts import (
    draw_increments,
    draw_increments_of_people,
)
from casualty_ledger.publishing.week.prisoners.charts import (
    draw_captives,
    draw_captivity,
    draw_recent_exchanges,
)

__all__ = [
    "draw_calendar",
    "draw_captives",
    "draw_captivity",
    "draw_civilian_totals",
    "draw_disagreements",
    "draw_harm",
    "draw_increments",
    "draw_increments_of_people",
    "draw_losses",
    "draw_military",
    "draw_recent_exchanges",
    "draw_regions",
    "draw_revision_steps",
    "draw_rivals",
    "draw_toll",
    "draw_triangle",
    "draw_verified",
]
