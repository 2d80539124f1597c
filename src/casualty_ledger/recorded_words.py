"""The words of the recorded sheets and the words of the ledger that they stand for: here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

from casualty_ledger.vocabulary import AgeGroup, Basis, Hedge, Measure, Population, Sex, Verification

RECORDED_MEASURES: dict[str, Measure] = {
    "wounded": Measure.INJURED,
    "killed_and_injured": Measure.CASUALTIES,
    "killed_and_wounded": Measure.CASUALTIES,
    "losses_unspecified": Measure.LOSSES,
    "named_dead_confirmed": Measure.NAMED_DEAD,
    "bodies_repatriated": Measure.REMAINS_REPATRIATED,
    "exchanged_returned": Measure.EXCHANGED,
    "abducted_or_deported": Measure.DEPORTED,
    "conflict_related_sexual_violence": Measure.SEXUAL_VIOLENCE,
    "crsv": Measure.SEXUAL_VIOLENCE,
    "died_of_starvation": Measure.DIED_OF_HUNGER,
    "died_of_malnutrition": Measure.DIED_OF_HUNGER,
    "hunger_deaths": Measure.DIED_OF_HUNGER,
    "starvation_deaths": Measure.DIED_OF_HUNGER,
    "malnutrition_deaths": Measure.DIED_OF_HUNGER,
    "disease_deaths": Measure.DIED_OF_DISEASE,
    "hunger_and_disease_deaths": Measure.DIED_OF_HUNGER_OR_DISEASE,
} | {str(measure): measure for measure in Measure}


@dataclass(frozen=True)
class People:
    """Who a recorded word stands for: a population, or a part of one."""

    population: Population
    sex: str = ""
    age_group: str = ""
    subgroup: str = ""


def _of_one(people: People, *words: str) -> dict[str, People]:
    return dict.fromkeys(words, people)


CIVILIAN, UNSTATED = Population.CIVILIAN, Population.UNSTATED
FEMALE, MALE = str(Sex.FEMALE), str(Sex.MALE)
CHILD, ADULT = str(AgeGroup.CHILD), str(AgeGroup.ADULT)

# "women" alone does not say that they were civilians; children are, unless a source says otherwise.
BY_SEX_AND_AGE: dict[str, People] = (
    _of_one(People(Population.CHILDREN, "", CHILD), "civilian_children", "children", "minors")
    | _of_one(People(Population.CHILDREN, FEMALE, CHILD), "civilian_girls", "girls")
    | _of_one(People(Population.CHILDREN, MALE, CHILD), "civilian_boys", "boys")
    | {
        "civilian_women": People(CIVILIAN, FEMALE, ADULT),
        "civilian_men": People(CIVILIAN, MALE, ADULT),
        "civilian_adults": People(CIVILIAN, "", ADULT),
        "women": People(UNSTATED, FEMALE, ADULT),
        "men": People(UNSTATED, MALE, ADULT),
        "adults": People(UNSTATED, "", ADULT),
    }
)
BY_WORK: dict[str, People] = (
    _of_one(
        People(Population.MEDICAL),
        *("medical_personnel", "medical_staff", "medical_workers", "medics", "paramedics"),
        *("health_workers", "health_personnel", "health_staff", "healthcare_workers", "health_care_workers"),
        *("doctors_and_nurses", "ambulance_crews"),
    )
    | _of_one(
        People(Population.HUMANITARIAN),
        *("aid_workers", "relief_workers", "humanitarian_workers", "humanitarian_personnel"),
        *("humanitarian_staff", "humanitarian_aid_workers"),
    )
    | _of_one(
        People(Population.JOURNALISTS),
        *("journalist", "media_workers", "media_personnel", "media_professionals"),
        *("journalists_and_media_workers", "reporters", "press"),
    )
    | _of_one(
        People(Population.RESCUERS),
        *("rescue_workers", "rescue_personnel", "first_responders", "emergency_workers"),
        *("emergency_responders", "emergency_service_workers", "firefighters", "civil_defence_workers"),
    )
)
RECORDED_POPULATIONS: dict[str, People] = (
    {
        "civilians": People(CIVILIAN),
        "civilians_and_military": People(Population.MIXED),
        "military_and_civilian": People(Population.MIXED),
        "pow_and_civilian_detainee": People(
            Population.MIXED, subgroup="prisoners of war and civilian detainees"
        ),
        "all_on_board": People(Population.MIXED, subgroup="all on board"),
        "military": People(Population.ARMED_FORCES),
        "military_personnel": People(Population.ARMED_FORCES),
        "military_convict_recruits": People(Population.ARMED_FORCES, subgroup="recruited convicts"),
        "military_contract_fighters": People(Population.ARMED_FORCES, subgroup="contract fighters"),
        "pow": People(Population.PRISONERS_OF_WAR),
        "pow_wounded": People(Population.PRISONERS_OF_WAR, subgroup="wounded prisoners"),
        "foreign_pow": People(Population.PRISONERS_OF_WAR, subgroup="foreign fighters"),
        "civilian_detainee": People(Population.CIVILIAN_DETAINEES),
    }
    | {str(population): People(population) for population in Population}
    | BY_SEX_AND_AGE
    | BY_WORK
)

# "official_claim" and "unverified" say nothing of who checked: interest decides (see ledger.grades).
RECORDED_VERIFICATIONS: dict[str, Verification | None] = {
    "official_claim": None,
    "unverified": None,
    "": None,
    "verified": Verification.INDIVIDUALLY_VERIFIED,
    "named_count": Verification.INDIVIDUALLY_VERIFIED,
    "estimate": Verification.MODEL_ESTIMATE,
} | {str(verification): verification for verification in Verification}

# The words that a cell of a recorded sheet may hold, by column; those of parties and sides are a conflict's.
SHEET_WORDS: dict[str, list[str]] = {
    "measure": list(RECORDED_MEASURES),
    "hedge": Hedge.words(),
    "population": list(RECORDED_POPULATIONS),
    "basis": Basis.words(),
    "rate_unit": ["day", "week", "month"],
    "verification": list(RECORDED_VERIFICATIONS),
}
