"""Cases of death, each of which is one person's."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.tokens import Sentence

CASES = {
    "cases", "case", "випадки", "випадків", "випадках", "випадок", "випадку", "случаев", "случая",
    "случаях", "случай",
    "случае", "факти", "фактів", "фактов",
}  # fmt: skip
CONFIRMED = {
    "open",
    "active",
    "unresolved",
    "confirmed",
    "documented",
    "verified",
    "подтвержденных",
    "подтвержденном",
    "підтверджених",
}
DEATH = ("death", "смерт", "гибел", "загибел", "missing", "disappear", "зник", "исчезнов", "пропав")


def cases_of_death(sentence: Sentence, at: int) -> int | None:
    """Return the word for cases of death, each of which is one person's: "64 cases of death"."""
    at += at < len(sentence.tokens) and sentence.tokens[at].low in CONFIRMED
    cases = at + 2 < len(sentence.tokens) and sentence.tokens[at].low in CASES
    died = at + 1 + (cases and sentence.tokens[at + 1].low == "of")
    return at if cases and sentence.tokens[died].low.startswith(DEATH) else None
