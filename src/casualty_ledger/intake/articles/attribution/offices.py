"""Who is meant by an office without a name, and whom words name beside somebody: "the mayor", "his wife"."""

from __future__ import annotations

from casualty_ledger.intake.articles.attribution.authors import is_personal_name
from casualty_ledger.intake.articles.claimants.addressing import WHOSE
from casualty_ledger.intake.articles.claimants.claimant_phrases import Attribution
from casualty_ledger.intake.articles.claimants.names import OWN
from casualty_ledger.intake.articles.context import Context, Named
from casualty_ledger.intake.articles.language.tokens import Sentence

# Beginnings of verbs by which somebody goes on to speak.
CORRECTING = (
    "correct", "clarif", "added", "later", "revis", "уточн", "поправ", "исправ", "виправ", "добав", "дода",
    "подыто", "підсум",
)  # fmt: skip
# Beginnings of words for who is near to somebody: kin, comrades, who defends or treats.
KIN = (
    "lawyer", "attorney", "relative", "famil", "wife", "widow", "husband", "mother", "father", "parent",
    "brother", "sister", "comrade", "colleague", "neighbour", "neighbor", "friend", "doctor", "адвокат",
    "родич", "родствен", "рідн", "родн", "сім'", "семь", "дружин", "жен", "мати", "мать", "мам", "батьк",
    "отец", "отц", "син", "сын", "брат", "сестр", "вдов", "побратим", "товариш", "товарищ", "сослужив",
    "однополч", "колег", "коллег", "сусід", "сосед", "лікар", "врач",
)  # fmt: skip


def by_office(chosen: Attribution, at: int, context: Context) -> Named | None:
    """Return who was named just before without an office, where the office goes on: "The mayor corrected"."""
    sentence = context.sentences[at]
    words = range(chosen.first, chosen.last + 1)
    office = sentence.starts("officials", chosen.first) is not None
    corrects = sentence.tokens[chosen.cue].low.startswith(CORRECTING)
    if at == 0 or not (office and corrects) or is_personal_name(sentence, words[1:], context.language):
        return None
    before = context.sentences[at - 1]
    for each in reversed(context.attributions[at - 1]):
        span = range(each.first, each.last + 1)
        if is_personal_name(before, span, context.language) and not before.has(
            "titles", *span[:: len(span) - 1]
        ):
            return Named(each, at - 1)
    return None


def is_near_to(each: Attribution, head: int, sentence: Sentence) -> bool:
    """Say whether words name somebody of his own beside who was named before: "their lawyers", "his wife"."""
    owners = [sentence.tokens[at].low for at in (each.first, max(0, each.first - 1))]
    owned = any(word in WHOSE | OWN for word in owners)
    described = head - each.first - (owners[0] in WHOSE | OWN) > 0
    if owned and described and sentence.starts("bodies_of", head) is not None:
        return True  # "Its health department" is not the body whose it is.
    return owned and sentence.tokens[head].low.startswith(KIN)
