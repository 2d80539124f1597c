"""Which incidents of a week are new, and which last week's brief held already with as many."""

from __future__ import annotations

from collections.abc import Iterator

from casualty_ledger.publishing.week.edition import Edition
from casualty_ledger.publishing.week.front_page.headline_incidents import leading_incidents, say_incident
from casualty_ledger.wording.language import mark, translate, translate_counted
from casualty_ledger.wording.told_before import is_new, say_before
from casualty_ledger.wording.traced_text import Sentence, counted, fill, sentence

TOLD_BEFORE = mark("{said} (last week’s brief: {before})")


def say_new_incidents(edition: Edition) -> Iterator[Sentence]:
    """Say the deadliest incidents that the week brought, and how many more there are; one more is told."""
    new = [each for each in edition.facts.separate if is_new(each)]
    told = [each for each in leading_incidents(edition) if is_new(each)] or new[:1]
    left = [each for each in new if each not in told]
    if len(left) == 1:
        told, left = [*told, *left], []
    for each in told:
        said = say_incident(edition, each)
        before = each.before and say_before(each.before)
        yield sentence(TOLD_BEFORE, said=said, before=before) if before else said
    if left:
        more = translate_counted("{count} more incident", "{count} more incidents", len(left))
        yield fill(more, count=counted(len(left), translate("further incidents of the week")))


def say_told_again(edition: Edition) -> list[Sentence]:
    """Say which incidents of the week last week's brief held already, with as many."""
    return [say_incident(edition, each) for each in edition.facts.separate if not is_new(each)]
