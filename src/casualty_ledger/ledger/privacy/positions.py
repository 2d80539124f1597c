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
    WHERE,
    whole,
)
from casualty_ledger.ledger.privacy.kin_words import DEAR, FAMILY_OF, HOME, KIN, KINSHIP, MINE, PLEA
from casualty_ledger.ledger.privacy.person_words import (
    DIED_ALONE,
    HARM,
    HARMED_ALONE,
    HARMED_NOW,
    NAMED_AS,
    OLD_AND_YOUNG,
    PEOPLE,
    PRIVATE,
    TITLE,
    TRADE,
    VICTIM,
    WORKER,
    YEARS_OLD,
)
from casualty_ledger.ledger.privacy.place_words import PLACED
from casualty_ledger.ledger.privacy.rank_words import RANK, SHORTENED
from casualty_ledger.ledger.privacy.speech_words import OFFICE

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
AT_SHORTENED_RANK = Context(rf"{whole(SHORTENED)}\.? $")
AT_RANK = Context(rf"{whole(RANK)}\.? $")
YOUNGER = Context(r"^,? (?:sr|jr|senior|junior|ст|мл|старший|молодший|младший)\b")
# After a colon harm is what somebody states.
HARMED_THERE = Context(rf"^[\s,(–—-]*(?:{HARMED_NOW})")
AT_SETTLEMENT = Context(
    rf"{whole('села|село|селища|міста|місто|города|город|посёлка|посёлок|village|town')} $"
)
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
# Verb, what befell one and where, and then the name: "died of wounds in the ward the baker X".
NOT_LAST = r"(?!(?:by|за|по|according)\b)"
NOT_OF_PLACE = rf"(?!(?:{WHERE}|жител\w+|мешкан\w+|урожен\w+|уроджен\w+|and|та|і|и)[ «\"“])"
OF_ONE_DEAD_THUS = Context(
    rf"{whole(DIED_ALONE)}(?: {NOT_LAST}[\w'/-]+){{1,5}}? {NOT_OF_PLACE}[\w'-]{{3,}} [«\"“„]?$"
)
CROSSED_BEFORE, CROSSED_AFTER = Context(r"[†✝] ?$"), Context(r"^[\s»\"”),(]*[†✝]")
# "X — 200": one who died, by the code of the cargo; the number of a town's dead is told with a word.
CARGO = Context(r"^[\s»\"”)]*[-–—:(=,] ?\(?\d00(?:-?(?:й|го|му|th))?(?:[),.;]|$)")
ASKED_FOR = Context(rf"{whole(PLEA)}:? [«\"“„]?$")
OF_MINE = Context(rf"{whole(MINE)}(?: {whole(f'{DEAR}|{KINSHIP}')}){{0,2}},? $")
AT_HOME = Context(rf"{whole(HOME)}(?: of)?(?: the)? $")
NEAR_FAMILY = rf"{HOME}|{FAMILY_OF}|{KIN}|neighbou?rs|сусід\w*|сосед\w*|the"
OF_SEVERAL = Context(rf"{whole(NEAR_FAMILY)}(?: of)?(?: the)? $")
# A family by its surname in the plural.
PLURAL_SURNAME = Context(
    r"(?i:[а-яіїєґ']{2,}(?:(?:енк|[чнлс]ук|юк)ів|[оеє]вих|[оеё]вых|[цс]ьких|ских|[иі]них|иных)|"
    r"[a-z']{2,}(?:enko|[cns]huk|[iyj]uk|sk[iy]|[oe]v|shvili|dze|yan)e?s)"
)
# "They took X away": whoever is told so is one person, and no place.
TAKEN_AWAY = Context(
    r"^ (?:досі |так і |потім |потом )?(?:забрали|схопили|схватили|вивезли|вывезли|увезли|викрали|похитили|"
    r"катували|пытали|побили|избили|обміняли|обменяли|поховали|похоронили|впізнали|опознали|вбили|убили|"
    r"застрелили|розстріляли|расстреляли|ранили|поранили|допитали|допросили|засудили|осудили)\b"
)
WITHIN = Context(r"(?<![^\W_])(?:in|у|в)(?: the)? $")
# "X ejected and was captured": one person did something, and then was harmed.
DID_AND_HARMED = Context(
    rf"^,? [\w'-]+(?:ed|ла|[вл]|вся|лся)(?: [\w'-]+){{0,4}} (?:and|і|та|й|и) (?:was |then |later |був |"
    rf"была |был )?"
    rf"(?:captured|killed|wounded|{HARMED_ALONE})"
)
NEVER_CAME = Context(
    r"^,? (?:never (?:came|returned|made it|woke|got)|(?:did not|didn't) (?:return|come|survive|make it|"
    r"wake)|"
    r"не (?:повернувся|повернулас[яь]|дожи(?:в|ла?)|вижи(?:в|ла)|вернулс[яь]|вернулась|выжила?|дочека\w+)|"
    r"ma rij\w+|lam ya'?ud|ne (?:povernuv|vernul)\w*)"
)
# What somebody is called by before the name, and clergy and crowned heads are called by too.
ROLE = Context(
    rf"(?!(?:fa|bro|mo)ther|sister|king\b)(?:{KINSHIP}|{WORKER}|{TRADE}|{PRIVATE}|{RANK}|{OFFICE}|{TITLE}|"
    rf"{VICTIM}|{KIN}|{FAMILY_OF}|{PLEA})"
)
BY_HARM = (AT_TRADE, AT_RANK, AT_COUNTED, OF_ONE_DEAD_AT_WORK, OF_KINSMAN)
BEFORE = (TITLED, OF_FAMILY_NAMED, NAME_OF, OF_ONE_DEAD, AT_NUMBERED, AT_SOMEBODY, AT_SHORTENED_RANK)
SURE = (TITLED, OF_FAMILY_NAMED, AT_NUMBERED, AT_VICTIM)
AFTER = (AS_FAMILY, AS_SOMEBODY, AGED_BESIDE, RETURNED, YOUNGER, OF_DEATH, HARMED_ALONE_AFTER, NEVER_CAME)
AROUND_NAME = Context(
    whole(
        rf"{TITLE}|{FAMILY_OF}|{OLD_AND_YOUNG}|{NAMED_AS}|{DIED_ALONE}|names?|years?|months?|лет|рок(?:и|ів)|"
        r"тримають|держат|утримують|удерживают|забрали|схопили|вивезли|вывезли|f[oe]et|foot|legs?|arms?|"
        r"hands?|eyes?|cellmates?|letters?|parcels?|home|kids|children|дітьми|детьми|couple|household|"
        r"twins?|siblings|known|turned|certain|returned|"
        rf"{MINE}|{HOME}|{KIN}|{PEOPLE}|neighbou?rs|сусід\w*|сосед\w*|looking|searching|free|find|save|"
        rf"bring|justice|"
        r"freedom|remember|(?:роз)?шука\w+|розшук|розыск|ищ\w+|разыск\w+|знай\w+|найд?\w+|поверн\w+|верн\w+|"
        r"свобод\w+|помн\w+|пам'ята\w+|молимо\w*|молимся|чека\w+|жд[её]м|"
        r"осужд[её]н\w*|засуджен\w*"
    )
)
