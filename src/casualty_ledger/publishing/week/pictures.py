"""The charts of a week: each takes the edition, finds its table, and returns a chart or a sentence."""

from casualty_ledger.publishing.week.civilian_pictures import (
    WEEKS_SHOWN,
    draw_harm,
    draw_regions,
    draw_revision_steps,
    draw_toll,
    draw_triangle,
    draw_verified,
)
from casualty_ledger.publishing.week.dispute_pictures import (
    draw_calendar,
    draw_disagreements,
    draw_rivals,
)
from casualty_ledger.publishing.week.followed_pictures import draw_increments, draw_increments_of_people
from casualty_ledger.publishing.week.ladders import draw_captives, draw_civilian_totals, draw_military
from casualty_ledger.publishing.week.losses_pictures import draw_losses
from casualty_ledger.publishing.week.prisoner_pictures import draw_captivity, draw_recent_exchanges

__all__ = [
    "WEEKS_SHOWN",
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
