"""Do no harm: what the ledger refuses to hold, whoever sends it.

No prisoner's name, face, voice, unit with date and place, or interview (Third Geneva Convention,
Article 13); no person-level record of a victim; no coordinates or street addresses; no place of
captivity finer than a region. A refusal says why and never repeats what it refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import pandas as pd

from casualty_ledger.ledger.refusals import Problems

WITHHELD = "(withheld)"
CAPTIVE_WORDS = r"pow|prisoner|detainee"
CAPTIVE_MEASURES = r"^(?:captured|held|visited|interviewed|exchanged_returned|died_in_captivity|detained)$"
TEXTS = ("place", "method", "scope", "overlaps", "note", "measure_as_said")

NAME = r"[A-ZА-ЯІЇЄҐ][a-zа-яіїєґ'’]+(?: [A-ZА-ЯІЇЄҐ][a-zа-яіїєґ'’]+)+"
RANK = (
    r"(?:[Pp]rivate|[Cc]orporal|[Ss]ergeant|[Ll]ieutenant|[Cc]aptain|[Mm]ajor|[Cc]olonel|"
    r"рядовий|сержант|рядовой)"
)
TAKEN = r"[Cc]aptured (?:soldier|officer|fighter|pilot|sailor|marine|serviceman|conscript|man|woman)"
DONE_TO = r"(?:was|is|has been) (?:shown|captured|taken|held|exchanged|tortured|interviewed|executed)"
NAMING = (
    r"(?:named|identified as|by the name of|whose name is|[Mm]r\.?|[Mm]rs\.?|[Mm]s\.?|"
    rf"victim|prisoner(?: of war)?|captive|POW|{TAKEN}|"
    r"на ім['’]я|по имени|[Пп]олонен(?:ий|а)|[Пп]ленн(?:ый|ая)|[Зз]агибл(?:ий|а)|[Пп]огибш(?:ий|ая))"
)
CAPTIVE = (
    rf"(?:[Pp]risoner(?: of war)?|[Cc]aptive|POW|{TAKEN}|"
    r"(?:[Вв]ійськово)?[Пп]олонен(?:ий|а)|[Пп]ленн(?:ый|ая))"
)
UNIT = (
    r"(?:\d+(?:st|nd|rd|th)|[Ss]eparate|[Aa]ssault|[Aa]irborne|[Mm]echani[sz]ed|[Mm]otor(?:ized)? rifle|"
    r"[Mm]arine|[Tt]ank)"
)
FORMATION = r"(?:[Bb]rigade|[Bb]attalion|[Rr]egiment|[Dd]ivision)"
NUMBERED = r"\d+(?:-\w+)? (?:\w+ )?(?:бригад|батальйон|батальон|полк)"


@dataclass(frozen=True)
class Harm:
    """One thing that must not be in a row: where it would stand, how it looks, and why it is refused."""

    columns: tuple[str, ...]
    pattern: re.Pattern[str]
    reason: str
    captives_only: bool = False


HARMS = (
    Harm(
        TEXTS,
        re.compile(rf"\b{NAMING} {NAME}|\b{RANK} {NAME}|{NAME},? (?:aged? )?\d{{1,2}}(?:,| years|$)"),
        "This seems to name a person who was harmed or captured. Record numbers only.",
    ),
    Harm(
        ("note", "scope", "overlaps"),
        re.compile(rf"^{NAME}$|\b{NAME} {DONE_TO}\b"),
        "This seems to name a prisoner. Record numbers only.",
        captives_only=True,
    ),
    Harm(
        ("claimant", "publisher"),
        re.compile(rf"\b{CAPTIVE}[,:]? {NAME}"),
        "A prisoner or a victim is no claimant by name. Name the body that made the statement.",
    ),
    Harm(
        (*TEXTS, "claimant", "publisher"),
        re.compile(r"[\w.+-]+@[\w-]+\.\w+|\+\d{10,14}\b"),
        "An e-mail address or a telephone number can identify a person. Leave it out.",
    ),
    Harm(
        TEXTS,
        re.compile(
            r"\bborn (?:on )?(?:\d{1,2} \w+ \d{4}|\d{4}-\d\d-\d\d)|"
            r"\b(?:passport|tax|call ?sign)\b(?: no\.?| number)? ?[A-Z0-9]"
        ),
        "This seems to identify a person by birth, number or call sign. Record numbers only.",
    ),
    Harm(
        TEXTS,
        re.compile(r"-?\d{1,3}\.\d{3,}\s*[,;]\s*-?\d{1,3}\.\d{3,}|\d{1,3}°\s?\d{1,2}['′]"),
        "Coordinates are not recorded. Name the settlement or the publicly named site.",
    ),
    Harm(
        ("place", "note", "scope"),
        re.compile(
            r"\b\d+[A-Za-z]? [A-Z]\w+ (?:[Ss]treet|[Ss]t\.|[Aa]venue|[Ll]ane)\b|"
            r"\b(?:[Вв]ул\.|[Уу]л\.|вулиця|улица) ?[А-ЯІЇЄҐ]"
        ),
        "Street addresses are not recorded. Name the settlement or the publicly named site.",
    ),
    Harm(
        TEXTS,
        re.compile(rf"\b{UNIT}\b[^;|]*\b{FORMATION}|{NUMBERED}"),
        "A prisoner's unit with a date and a place can identify him. Leave the unit out.",
        captives_only=True,
    ),
    Harm(
        ("address", *TEXTS),
        re.compile(
            r"(?:^|[/. (])(?:youtube\.com|youtu\.be|t\.me|telegram\.\w+|tiktok\.com|rutube\.ru|"
            r"vimeo\.com|instagram\.com|vk\.com|coub\.com)/|https?://\S+/interviews?/"
        ),
        "A picture, voice or interview of a prisoner is not linked. Cite a text that reports the number.",
        captives_only=True,
    ),
    Harm(
        ("address", *TEXTS),
        re.compile(r"\.(?:jpe?g|png|gif|webp|mp4|mov|webm|mp3|ogg)(?:[?#]|$)", re.IGNORECASE),
        "A picture or recording of people is not linked. Cite a text that reports the number.",
    ),
)
CAPTIVITY = Harm(
    ("place",),
    re.compile(r"\b(?:prison|colony|camp|cell|jail|detention|hospital|SIZO|СІЗО|СИЗО|колон)", re.IGNORECASE),
    "A place where prisoners are held is recorded as a region, no finer.",
)


def note_harms(problems: Problems) -> None:
    """Note every row that holds something that must not be recorded; what it is, is withheld."""
    measure = problems.distinct("measure")
    captive = problems.distinct("population").contains(CAPTIVE_WORDS) | measure.contains(CAPTIVE_MEASURES)
    for harm in HARMS:
        _note(problems, harm, captive if harm.captives_only else None)
    _note(problems, CAPTIVITY, measure.among(["held", "visited", "interviewed"]))


def _note(problems: Problems, harm: Harm, among: pd.Series | None) -> None:
    for column in harm.columns:
        texts = problems.distinct(column)
        harmful = [text for text in texts.matching(coarsen(harm.pattern)) if harm.pattern.search(text)]
        if harmful:
            here = texts.among(harmful) if among is None else texts.among(harmful) & among
            problems.note(here, column, harm.reason, found=WITHHELD)


# What Python's patterns mean by a letter, a digit, a blank and an end, in the words of Arrow's search.
SPELLED = {r"\w": r"\pL\pM\pN_", r"\d": r"\p{Nd}", r"\s": r"\s\pZ\x0b\x1c-\x1f\x85"}
IN_CLASS = r"(\[[^\]]*)"


@cache
def coarsen(pattern: re.Pattern[str]) -> str:
    """Return a pattern for Arrow's faster search that finds all that this one finds, and perhaps more.

    Arrow knows letters, digits, blanks and word boundaries of ASCII only: the boundaries are left out.
    """
    coarse = pattern.pattern.replace(r"\b", "").replace("$", r"\n?$")
    for short, spelled in SPELLED.items():
        inside = "\\1" + spelled.replace("\\", "\\\\")
        coarse = re.sub(IN_CLASS + re.escape(short), inside, coarse).replace(short, f"[{spelled}]")
    if pattern.flags & re.IGNORECASE:
        return f"(?i:{coarse.replace('i', '[iİı]')})"
    return coarse
