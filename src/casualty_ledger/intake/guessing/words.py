"""Words of headers, in English, Ukrainian and Russian, and what a column under them holds.

A word is the beginning of words as headers write them: "загибл" is загиблі, загиблих, загиблими.
"""

from __future__ import annotations

import re
from functools import cache

YEARS = "i?year|рік|год"
# Which cell of a recorded sheet a column fills. The first role that fits a header is taken.
ROLES: dict[str, str] = {
    "address": "urls?\\b|links?\\b|href|address|website|посиланн|ссылк|лінк|адрес",
    "published_on": "publi(?:shed|cation)(?: on| date)?$|date of publication|posted|reported on|"
    "дата публікац|дата публикац|опублік|опублик|оприлюдн|обнарод|дата повідомлен|дата сообщен",
    "covers_from": "start|from\\b|begin|since\\b|date start|початок|від дати|начало|с даты",
    "covers_until": "end\\b|until|to date|as of|date end|кінець|станом на|конец|по состоянию|на дату",
    "day": "date|i?day\\b|period|i?month|week|report date|дата|день|період|период|місяць|месяц|тижд|недел",
    "year": YEARS,
    "claimant": "claimant|claim source|stated by|reported by|according to|claimed by|authority|body\\b|"
    "заявник|хто (?:заявив|повідом)|кто (?:заявил|сообщ)|повідомив|сообщил|"
    "за даними|по данным|орган",
    "publisher": "publisher|outlet|media\\b|reported via|newspaper|видання|змі|издание|сми|публікатор",
    # Who says so or who printed it, as the other columns tell.
    "source": "sourc|джерел|источник|звідки|откуда",
    "admin1": "region|oblast|province|governorate|adm(?:in)? ?1|state\\b|област|регіон|регион|край|губерн",
    "place": "place|location|city|town|village|hromada|settlement|site\\b|district|місце|місто|населен|село|"
    "район|громад|место|город|локац",
    "party": "side\\b|party|whose|сторон|чиї|чьи|належн",
    "measure": "measure|type\\b|categor|indicator|kind\\b|показник|показател|тип\\b|категор|вид\\b",
    "population": "population|who\\b|group|victims?$|група|группа|населення|население|кого|статус",
    "note": "note|comment|remark|приміт|заува|комент|примеч|замеч|коммент",
    "scope": "scope|includes|обсяг|охват",
    "method": "method|метод",
}
# Bounds and generic numbers: what they count is told by the rest of the header, or by another column.
BOUNDS: dict[str, str] = {
    "lower": "low\\b|lower|lci\\b|min\\b|minimum|lo\\b|від\\b|мінімум|мін\\b|минимум|мин\\b|нижн",
    "upper": "high|upper|uci\\b|max\\b|maximum|hi\\b|максимум|макс\\b|верхн",
    "value": "best|point|central|estimate|value|counts?\\b|number|total|n$|кількіст|числ|оцінк|количеств|"
    "оценк|всього|усього|всего|значен",
}
MEASURES: dict[str, str] = {
    "casualties": "(?:killed|dead|deaths|kia)(?: (?:and|or|&))? (?:injur|wound|wia\\b)|"
    "(?:убит|вбит|загибл|загинул)\\w*(?: (?:і|та|й|або|чи))? (?:поранен|травмован)|"
    "(?:убит|погиб)\\w*(?: (?:и|или))? ранен",
    "died_in_captivity": "died in captivity|помер\\w* в полон|умер\\w* в плену",
    "missing": "missing|mia\\b|зникл|безвіст|пропал|без вести",
    "exchanged": "exchang|swap|обмін|обмен|"
    "(?:pows?|prisoners?(?: of war)?) (?:\\w+ )?(?:return|releas|freed)|"
    "(?:return|releas|freed)\\w* (?:pows?|prison)|"
    "(?:повернут|звільнен)\\w* (?:з полону|військовополон|полонен)|"
    "(?:військовополон|полонен)\\w* (?:повернут|звільнен)|"
    "(?:возвращ|освобожд)\\w* (?:из плена|военноплен|пленн)|(?:военноплен|пленн)\\w* (?:возвращ|освобожд)",
    "remains_repatriated": "bod(?:y|ies)|remains|тіл[аи]?$|тіл |тела|останк",
    "captured": "captur|taken prisoner|взят\\w* (?:у|в) пол|взят\\w* в плен|захоплен",
    "held": "held\\b|in captivity|утриму|удержив|в неволі",
    "detained": "detain|arrest|затриман|задержан",
    "deported": "deport|abduct|депорт|викраден|похищен",
    "returned": "returned|повернут|возвращ",
    "hospitalised": "hospitali|госпіталіз|госпитализ",
    "killed": "kill|nkill(?:ed)?\\b|kia\\b|death|dead|died|fatal|"
    "загибл|загину|вбит|убит|померл|смерт|погиб|умер",
    "injured": "injur|wia\\b|wound|nwound(?:ed)?\\b|hurt|поранен|травмован|ранен",
}
# Words that say little more than whose numbers they are: whatever else a header names goes before them.
BROAD: dict[str, str] = {
    "captured": "pows?\\b|prisoners? of war|полонен|в полон|пленн|в плен",
    "losses": "loss|eliminated|liquidated|втрат|потер|ліквідован|ликвидирован|personnel|"
    "особов\\w* склад|личн\\w* состав",
    "casualties": "casualt|постраждал|пострадавш",
}
POPULATIONS: dict[str, str] = {
    "children": "child|kids|minors|under 18|діт|дитин|дет(?:и|ей|ск)|ребен|ребён|неповноліт|несовершеннолет",
    "civilian_adults": "(?:civil|цивіл|мирн|гражданск).*(?:adult|доросл|взросл)",
    "adults": "adult|доросл|взросл",
    "civilian_women": "civilian wom",
    "women": "wom[ae]n|female|жін|женщин",
    "men": "men\\b|males?\\b|чолов|мужчин",
    "medical": "medic|health ?(?:care)? ?(?:work|staff)|медик|медич|медработ",
    "journalists": "journalist|журналіст|журналист",
    "rescuers": "rescu|first responder|рятувал|спасател",
    "humanitarian": "aid worker|humanitarian|гуманітар|гуманитар",
    "prisoners_of_war": "pows?\\b|prisoners? of war|військовополон|военноплен",
    "military": "militar|soldier|troop|armed forces|servic|personnel|військов|солдат|бійц|военн|боец|бойц|"
    "особов\\w* склад|личн\\w* состав",
    "civilians": "civil|non-?combatant|цивіл|мирн|гражданск",
}
CUMULATIVE = (
    "cum(?:ulative)?|running|to date|so far|since|overall total|накопич|наростаюч|з початку|загалом з|"
    "накоплен|нарастающ|с начала|всего с"
)
# Numbers that are no counts: such a column is not brought in, whatever else its header says.
RATES = (
    "percent|rates?\\b|ratio|share|%|per 100|per day|average|відсот|процент|середн|средн|частка|доля|на 100"
)
# Numbers that count no people harmed: nor is such a column, unless its header names a measure.
NO_PEOPLE = (
    "latitude|longitude|lat\\b|lon\\b|lng\\b|long\\b|geo|coord|gps|широт|довгот|долгот|"
    "id\\b|code\\b|index|"
    "attack|incident|strike|event|building|house|home|displac|household|tank|vehicle|aircraft|drone|weight|"
    "populat|населення|атак|удар|обстріл|обстрел|будин|дом(?:а|ов)$|переміщен|перемещ|код|індекс|индекс|№|п/п|"
    "days? since|days in"
)
# A column that lists these in words makes its table one of things, whose “captured” are no prisoners.
EQUIPMENT = (
    "equipment|vehicle|auto\\b|trucks?\\b|artillery|weapon|hardware|materiel|aircraft|tanks?\\b|"
    "технік|озброєн|зброя|техник[аи]|вооружен|оружи"
)


@cache
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w])(?:{words})|^(?:{words})")


def _plain(header: str) -> str:
    spaced = re.sub(r"(?<=[a-zа-яіїєґ])(?=[A-ZА-ЯІЇЄҐ])", " ", header)
    return " ".join(
        re.sub(r"[_/.,;:()\[\]-]+", " ", spaced).casefold().replace("ʼ", "'").replace("ё", "е").split()
    )


def says(header: str, words: str) -> bool:
    """Say whether a header holds one of some words, or their beginnings.

    >>> says("Загиблі цивільні", MEASURES["killed"]), says("killed_cum", CUMULATIVE)
    (True, True)
    """
    return bool(_compiled(words).search(_plain(header)))


def first_said(header: str, table: dict[str, str]) -> str:
    """Return the first meaning of a table that a header has; nothing where it has none.

    >>> first_said("Поранено дітей", MEASURES), first_said("Поранено дітей", POPULATIONS)
    ('injured', 'children')
    """
    return next((meaning for meaning, words in table.items() if says(header, words)), "")


def measure_said(header: str) -> str:
    """Return the measure that a header names, the narrowest first; nothing where it names none.

    >>> [measure_said(each) for each in ("casualties.killed", "Killed/injured", "POWs returned", "Втрати")]
    ['killed', 'casualties', 'exchanged', 'losses']
    """
    return first_said(header, MEASURES) or first_said(header, BROAD)


def population_said(header: str) -> str:
    """Return the people whom a header names; nothing where it names none."""
    return first_said(header, POPULATIONS)
