"""Positions: where a person's name stands whatever the word is, as patterns for lower-case text.

A list holds no name of every people. Where a word with a capital that nothing knows stands in such a
position, somebody is asked.
"""

from __future__ import annotations

from casualty_ledger.ledger.privacy.context import After, Context
from casualty_ledger.ledger.privacy.contexts import (
    AT_VICTIM,
    HARMED_ALONE_AFTER,
    HARMS,
    whole,
)
from casualty_ledger.ledger.privacy.person_words import (
    DIED_ALONE,
    FAMILY_OF,
    HARM,
    HARMED_NOW,
    KINSHIP,
    NAMED_AS,
    OLD_AND_YOUNG,
    PEOPLE,
    PRIVATE,
    RANK,
    TITLE,
    TRADE,
    VICTIM,
    WORKER,
    YEARS_OLD,
)
from casualty_ledger.ledger.privacy.place_words import PLACED

OPEN = r"[\s:,\-–—(«\"“„'‘]*$"
TITLED = Context(rf"{whole(TITLE)}\.?(?: (?:and|та|и|і) {whole(TITLE)}\.?)? $")
OF_FAMILY_NAMED = Context(rf"{whole(FAMILY_OF)} [«\"“]?$")
NAME_OF = Context(
    rf"{whole(NAMED_AS)}"
    rf"(?: (?:is|was|of the \w+|\w+(?:ого|ого|ої|его|ей|ой)))?{OPEN}"
)
# One who died, in the order of Slavic sentences: the verb tells one person, the name follows.
OF_ONE_DEAD = Context(rf"{whole(DIED_ALONE)} [«\"“„]?$")
AT_NUMBERED = Context(rf"{whole(VICTIM)} (?:no\.?|№|#) ?\d+{OPEN}")
# "The pilot X", "killed by them, the priest X": who is told by a trade, in a sentence of harm.
AT_TRADE = Context(rf"{whole(f'{WORKER}|{TRADE}')} [«\"“„]?$")
RETURNED = Context(r"^ (?:returned|came|is) (?:after|home|back|alive)\b")
AT_SOMEBODY = Context(rf"{whole(f'{PRIVATE}|{OLD_AND_YOUNG}')} $")
FEW = r"(?:(?:two|three|four|five|six|young|elderly|\d) )?"
AS_FAMILY = Context(
    rf"^(?:'s?)? {FEW}(?:famil(?:y|ies)|couple|household|brothers|sisters|siblings|twins|spouses|children)\b"
)
SOMEBODY = f"{VICTIM}|{PRIVATE}|{WORKER}|{TRADE}|{KINSHIP}|{OLD_AND_YOUNG}"
AS_SOMEBODY = Context(rf"^, (?:(?!who\b|{HARM})[^\W\d][\w'-]* ){{0,3}}?{whole(SOMEBODY)}")
NUMBERS = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}"
AGED_BESIDE = Context(
    rf"^(?:, | \(|,? aged )(?:\d{{1,2}}\s*(?:{YEARS_OLD}|anni|ani|años|anos|ans\b|jahre|lat\b)|"
    rf"(?:{NUMBERS}) (?:days?|weeks?|months?|years?|місяц\w+|месяц\w+)\b)"
)
AT_PEOPLE = Context(rf"{whole(PEOPLE)}:? $")
# "Killed" in Arabic and Hebrew, where no capital tells a name: two words that are no plural and no place.
ONE_WORD = r"([^\W\d_']{3,}(?<!ون)(?<!ين)(?<!ات)(?<!ים)(?<!ות))"
UNCASED_DEAD = Context(
    rf"{whole('استشهدت?|قتلت|توفيت?|أصيبت|اعتقلت?|נהרגה?|נרצחה?|נפצעה?|נחטפה?')} "
    rf"(?!ال|ה|ב|في |على ){ONE_WORD} {ONE_WORD}"
)
# "Killed were three: X", "captain X", "X jr.".
LISTED_BY_HARM = After(HARMS, r"\w*(?: [\w'-]+){0,2}:(?: [\w'-]+,)* ?")
AT_RANK = Context(rf"{whole(RANK)}\.? $")
YOUNGER = Context(r"^,? (?:sr|jr|senior|junior|ст|мл|старший|молодший|младший)\b")
# After a colon harm is what somebody states.
HARMED_THERE = Context(rf"^[\s,(–—-]*(?:{HARMED_NOW})")
AT_SETTLEMENT = Context(rf"{whole('села|селища|міста|города|посёлка|village|town')} $")
# "With X it makes five dead".
AT_COUNTED = Context(
    r"(?:^|[\s,;(])(?:with|minus|plus|without|разом і?з|вместе со?|мінус|минус|плюс|без|з|с)"
    r"(?: [^\W\d]+им)? $"
)
# "Killed was the driver X": one who died, told by a trade, and no resident of X.
OF_ONE_DEAD_AT_WORK = Context(
    rf"{whole(DIED_ALONE)} (?!жител|мешкан|уродж|урож|командир|боєць|боец)[^\W\d]{{5,}} [«\"“„]?$"
)
OF_KINSMAN = Context(rf"{whole(rf'(?:{KINSHIP})s?|parents|родичі|родственники')}(?: of)? $")
OF_DEATH = Context(r"^'s? (?:death|capture|release|funeral|body|killing|murder)\b")
# "Colonel X was captured": harm right after, and of nobody else.
HARMED_DIRECTLY = Context(rf"^ (?:{HARMED_NOW})\w*(?! \d)")
# What a word is that stands beside a given name in a text without capitals, and is no surname.
EXPLAINED = Context(
    rf"{HARM}|{HARMED_NOW}|{whole(f'{PRIVATE}|{KINSHIP}|{VICTIM}|{TRADE}|{WORKER}|{PLACED}')}"
)
BY_HARM = (AT_TRADE, AT_RANK, AT_COUNTED, OF_ONE_DEAD_AT_WORK, OF_KINSMAN)
BEFORE = (TITLED, OF_FAMILY_NAMED, NAME_OF, OF_ONE_DEAD, AT_NUMBERED, AT_SOMEBODY)
SURE = (TITLED, OF_FAMILY_NAMED, AT_NUMBERED, AT_VICTIM)
AFTER = (AS_FAMILY, AS_SOMEBODY, AGED_BESIDE, RETURNED, YOUNGER, OF_DEATH, HARMED_ALONE_AFTER)
AROUND_NAME = Context(
    whole(
        rf"{TITLE}|{FAMILY_OF}|{OLD_AND_YOUNG}|{NAMED_AS}|{DIED_ALONE}|names?|years?|months?|лет|рок(?:и|ів)|"
        r"тримають|держат|утримують|удерживают|забрали|схопили|вивезли|вывезли|f[oe]et|foot|legs?|arms?|"
        r"hands?|eyes?|cellmates?|letters?|parcels?|home|kids|children|дітьми|детьми|couple|household|"
        r"twins?|siblings|known|turned|certain|returned|осужд[её]н\w*|засуджен\w*"
    )
)
