"""Ordinary words: those of bodies, places and days, which begin with a capital and are no names."""

from __future__ import annotations

import re
from functools import cache

from casualty_ledger.parsing.name_words import LISTS

# Words of bodies, places and days that decline, by how they begin.
ORDINARY_FORMS = re.compile(
    r"(?:укра[їи]н|рос[сі]|район|област|міськ|город|місце|служб|міністе|министе|адмініс|админис|центра|"
    r"північ|півден|севером|южн|східн|західн|восточ|запад|держав|госуд|народн|національ|национальн|"
    r"збройн|вооруж|генерал|генштаб|координ|лікарн|больниц|церкв|армі[їйюя]|арми[ийюя]|бригад|батал|"
    r"дивіз|дивиз|флот|фронт|напрям|направл|донбас|донец[ьк]|донеч|луган|харків|харков|херсон|запоріж|"
    r"запорож[ьс]|дніпр[іоау]|днепр|миколає?в[сі]|миколаїв(?!н[аиоу])|николаевс|черніг|чернигов|сумськ|"
    r"сумск|львів|"
    r"львов[уе]$|одес|київ|києв[аі]|киев|крим|крым|курськ|курск|белгород|бєлгород|брянс|"
    r"ростовс?к?[ауео]?$|воронеж|москв|маріупол|мариупол|бахмут|полтавськ|полтавщ|полтавск|азов|волинс|"
    r"вінни|винниц|черкас[иськ]|житом|терноп|рівн[ео]|хмельницьк[ао]|кіровоград|закарп|франківс|шахед|"
    r"телеграм)\w*|(?:велик|мал|нов|стар|красн|біл|бел|верхн|нижн|червон|зелен|крив)(?:ий|а|е|і|ої|ому|"
    r"ій|у|ою|ый|ая|ое|ые|ой|ого)|(?:загибл|погибш|полонен|пленн|військовополонен|военнопленн|поранен|"
    r"ранен|вбит|убит|зникл|постраждал|"
    r"пострадавш|жертв|рядов|сержант|солдат)\w*|(?:нижн|верхн|велик|стар|нов|базарн)(?:ие|ые|ій|яя|ее|"
    r"ього|ньої)|(?:основн|головн|верховн|духовн|церковн|товарн)(?:а|ої|ій|у|ою|ая|ой|ую)|полтав[аиуі]|"
    r"полтавою|рад[аиу]|совет[ауе]?|сил[иау]?|штаб[ауі]?"
)


# Letters that are words of their own in Arabic and Hebrew, written together with the word that follows.
PREFIXES = "وبلفושלבמה"


@cache
def _ordinary() -> frozenset[str]:
    return frozenset((LISTS / "ordinary.txt").read_text(encoding="utf-8").split())


@cache
def is_ordinary(word: str) -> bool:
    """Say whether a word belongs to bodies, places or days rather than to a person."""
    lower = word.lower().removesuffix("'s")
    bare = lower[1:] if lower[0] in PREFIXES else lower
    return lower in _ordinary() or bare in _ordinary() or bool(ORDINARY_FORMS.fullmatch(lower))
