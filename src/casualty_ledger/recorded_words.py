"""The words of the recorded sheets and the words of the ledger that they stand for: here and nowhere else."""

from __future__ import annotations

from casualty_ledger.vocabulary import Measure, Population, Verification

RECORDED_MEASURES: dict[str, Measure] = {
    "wounded": Measure.INJURED,
    "killed_and_injured": Measure.CASUALTIES,
    "killed_and_wounded": Measure.CASUALTIES,
    "losses_unspecified": Measure.LOSSES,
    "named_dead_confirmed": Measure.NAMED_DEAD,
    "bodies_repatriated": Measure.REMAINS_REPATRIATED,
    "exchanged_returned": Measure.EXCHANGED,
    "abducted_or_deported": Measure.DEPORTED,
} | {str(measure): measure for measure in Measure}

# A recorded population may name a part of one of ours: (population, sex, subgroup).
RECORDED_POPULATIONS: dict[str, tuple[Population, str, str]] = {
    "civilians": (Population.CIVILIAN, "", ""),
    "civilian_children": (Population.CHILDREN, "", ""),
    "civilian_women": (Population.CIVILIAN, "female", ""),
    "civilian_men": (Population.CIVILIAN, "male", ""),
    "civilians_and_military": (Population.MIXED, "", ""),
    "military_and_civilian": (Population.MIXED, "", ""),
    "pow_and_civilian_detainee": (Population.MIXED, "", "prisoners of war and civilian detainees"),
    "all_on_board": (Population.MIXED, "", "all on board"),
    "military": (Population.ARMED_FORCES, "", ""),
    "military_personnel": (Population.ARMED_FORCES, "", ""),
    "military_convict_recruits": (Population.ARMED_FORCES, "", "recruited convicts"),
    "military_contract_fighters": (Population.ARMED_FORCES, "", "contract fighters"),
    "pow": (Population.PRISONERS_OF_WAR, "", ""),
    "pow_wounded": (Population.PRISONERS_OF_WAR, "", "wounded prisoners"),
    "foreign_pow": (Population.PRISONERS_OF_WAR, "", "foreign fighters"),
    "civilian_detainee": (Population.CIVILIAN_DETAINEES, "", ""),
} | {str(population): (population, "", "") for population in Population}

# "official_claim" and "unverified" say nothing of who checked: interest decides (see ledger.grades).
RECORDED_VERIFICATIONS: dict[str, Verification | None] = {
    "official_claim": None,
    "unverified": None,
    "": None,
    "verified": Verification.INDIVIDUALLY_VERIFIED,
    "named_count": Verification.INDIVIDUALLY_VERIFIED,
    "estimate": Verification.MODEL_ESTIMATE,
} | {str(verification): verification for verification in Verification}
