"""Who a number belongs to: the claimant of its sentence, of one before, or of one that covers it."""

from __future__ import annotations

from casualty_ledger.intake.articles.candidate import NARRATOR
from casualty_ledger.intake.articles.claimants import Attribution
from casualty_ledger.intake.articles.context import Context
from casualty_ledger.intake.articles.found import Found
from casualty_ledger.intake.articles.parties import side_of_language, side_of_name

# So many sentences a claimant is carried on; a pronoun is no longer than this.
CARRIED, LONGEST_PRONOUN = 9, 4


def claimant_of(found: Found, at: int, context: Context) -> tuple[str, str | None, str]:
    """Return who says so, who passes it on, and on which side the claimant speaks."""
    here = _chosen(found, context.attributions[at])
    chain = _chain(found, at, context, here)
    if chain is None:
        return NARRATOR, None, side_of_language(context.language)
    claimant, where, relay = chain
    side = side_of_name(context.sentences[where], claimant.first, claimant.last) or side_of_language(
        context.language
    )
    return claimant.name, relay, side


def _chosen(found: Found, attributions: list[Attribution]) -> Attribution | None:
    at = found.number.first
    before = [each for each in attributions if each.cue < at and each.first < at]
    after = [each for each in attributions if each.cue > at]
    if before:
        leading = [each for each in before if each.is_before]
        if leading:
            return leading[-1]
        if not after:
            return before[-1]
    return after[0] if after else (before[-1] if before else None)


def _chain(
    found: Found, at: int, context: Context, here: Attribution | None
) -> tuple[Attribution, int, str | None] | None:
    relay = None
    if here and not here.is_pronoun and not here.is_relay:
        others = [each for each in context.attributions[at] if each.is_relay]
        relay = others[0].name if others else None
        sources = [
            each
            for each in context.attributions[at]
            if each.is_source and each is not here and not each.is_relay
        ]
        if sources and here.is_before:
            return sources[0], at, here.name
        return here, at, relay
    if here and here.is_relay:
        sources = [each for each in context.attributions[at] if not each.is_relay and not each.is_pronoun]
        if sources:
            return sources[0], at, here.name
        return here, at, None
    if here is None and (later := _told_later(at, context)):
        return later
    earlier = _earlier(at, context)
    titled = here is not None and here.is_pronoun and len(here.name) > LONGEST_PRONOUN
    return (here, at, None) if earlier is None and here is not None and titled else earlier


def _told_later(at: int, context: Context) -> tuple[Attribution, int, str | None] | None:
    """Return who is named behind it: «Про це повідомив …», which covers the sentences before."""
    for step in range(at + 1, min(at + 1 + CARRIED, len(context.sentences))):
        for each in context.attributions[step]:
            if each.covers_previous and not each.is_pronoun:
                return each, step, None
        if context.attributions[step]:
            return None
    return None


def _earlier(at: int, context: Context) -> tuple[Attribution, int, str | None] | None:
    for step in range(at - 1, max(-1, at - 1 - CARRIED), -1):
        named = [each for each in context.attributions[step] if not each.is_pronoun]
        if named:
            origin = [each for each in named if not each.is_relay] or named
            return origin[-1], step, None
    return None
