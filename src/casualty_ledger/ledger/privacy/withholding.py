"""Withholding: what may identify a person is not repeated in a refusal, whatever else is wrong with it."""

from __future__ import annotations

import pandas as pd

from casualty_ledger.ledger.distinct import Distinct
from casualty_ledger.ledger.privacy.candidates import alike, may_name
from casualty_ledger.ledger.privacy.identifying import RULES
from casualty_ledger.ledger.privacy.mentions import Mention, read_mention
from casualty_ledger.ledger.privacy.surroundings import Says

WITHHELD = "(withheld)"
WITHHELD_REASON = (
    "This cannot be read, and may identify a person; it is withheld. See data/raw/recorded/README.md."
)


def identify(texts: pd.Series) -> pd.Series:
    """Say of each text whether it may identify a person, wherever it stands."""
    distinct = alike(Distinct.of(texts))
    found = distinct.among(
        text for text in may_name(distinct, Says.WHAT) if read_mention(text) != Mention.NONE
    )
    lower = distinct.lower()
    for rule in RULES:
        if not rule.captives_only:
            found |= lower.contains(rule.pattern)
    return found
