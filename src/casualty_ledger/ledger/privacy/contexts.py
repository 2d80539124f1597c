"""Contexts: what stands before and after a name, as patterns of the person words."""

from __future__ import annotations

from casualty_ledger.ledger.privacy.context import After, Context
from casualty_ledger.ledger.privacy.kin_words import KIN, KINSHIP
from casualty_ledger.ledger.privacy.person_words import (
    AGED,
    CONFINED,
    HARM,
    HARMED_ALONE,
    HARMED_NOW,
    HARMED_ONE,
    IN_WORDS,
    LINK,
    MISFORTUNE,
    PRIVATE,
    SLAVIC_NUMBER,
    UNCASED_VICTIM,
    VICTIM,
    YEARS_OLD,
)
from casualty_ledger.ledger.privacy.rank_words import RANK
from casualty_ledger.ledger.privacy.romanised_words import ROMANISED_HOME
from casualty_ledger.ledger.privacy.speech_words import ACTS, BODY, OFFICE, RELAYED, SAID_BY, SPEAKS


def whole(words: str) -> str:
    """Return a pattern that matches one of the words as a whole."""
    return rf"(?<![^\W_])(?:{words})(?![^\W_])"


HARMS = Context(HARM)
JOINT = r"[\s:,\-–—(«\"“'/|]"
RANKED = rf"(?:[\s:,]*{whole(RANK)}\.?)*"
SET_OFF = r"[\s:\-–—(«\"“',]*"
MISFORTUNES = Context(MISFORTUNE)
HELD_THERE = Context(rf"^,? (?:{CONFINED})")
# "Ivan, a lawyer, killed", "of that army died": what stands between a name and what befell it.
HARMED_APPOSED = Context(
    rf"^, (?:[^\W\d_][\w'-]* ?){{1,5}}, (?:{HARMED_ALONE}|fell|поліг|полягла?|пал|"
    rf"killed|wounded|injured|captured|missing|{CONFINED})|"
    rf"^ (?:of|from) (?:the )?(?:[\w'-]+ ){{1,3}}(?:{HARMED_ALONE})"
)
# "captured Colonel": whoever follows is one person.
AT_RANKED = After(HARMS, rf"\w* (?:the |a )?{whole(RANK)}\.? ")
# "home of the X family": a family is named where it lives.
FAMILY_HOME = Context(
    r"(?:home|house|flat|apartment|yard|farm|graves?) of (?:the |a )?$|"
    r"(?:родин[иі]|сім'ї|подружжя|семьи|супругов) $"
)
OF_FAMILY_HOME = Context(r"^'?s? family (?:home|house|flat|farm|apartment|yard)\b")
OF_FAMILY = Context(r"^(?:'s?)? (?:family|couple|household|brothers|sisters|twins)\b")
COUNTED_AMONG = Context(
    r"(?:^|[\s,;(])(?:incl(?:\.|uding|udes)?|excl(?:\.|uding|udes)?|without|except|plus|"
    r"зокрема|в т\. ?ч\.|у т\. ?ч\.|в том числе|разом з|вместе с|без|кроме|крім|:)[\s:]*$"
)
AT_VICTIM = Context(rf"{whole(VICTIM)}\.?{RANKED}(?: (?:{LINK}))?[\s:\-–—(«\"“']*$")
SOMEBODY = rf"(?:{VICTIM}|{PRIVATE})"
# "resident of the town", "soldier of the 3rd battalion", "дівчинка зі Слов'янська": three words may follow.
UNSAID = whole(f"{OFFICE}|{SAID_BY}|and|і|та|и|or|but")
AFTER_ROLE = Context(rf"{whole(SOMEBODY)}{RANKED}(?:[\s,]+(?!{UNSAID})[\w'’-]+){{0,3}}{SET_OFF}$")
UNCASED = Context(rf"{whole(UNCASED_VICTIM)}:? (?!ال)([^\W\d_']{{3,}}) ((?:[^\W\d_']){{3,}})")
# "resident of the village Petro Dorosh": the village is not named, the resident is.
AFTER_PRIVATE = Context(
    rf"{whole(rf'{PRIVATE}|{KINSHIP}')}{RANKED}(?:[\s,]+(?!{UNSAID})[\w'’-]+){{0,3}}{SET_OFF}$"
)
OF_TOWN = Context(
    rf"{whole(SOMEBODY)}(?: of| from| з| із| з| из| с)?(?: the)? (?:village|town|city|settlement|села?|"
    rf"селища|смт|міста|"
    rf"города|посёлка|поселка|станицы|хутора)[ ,]+$"
)
AT_HOME = Context(
    r"(?<![^\W_])(?:tents?|room|shop|farm|car|houses?|home|flat|apartment|yard|garden|будин(?:ок|ку)|"
    r"дом[аеу]?|дім|квартир[аиеіу]|"
    r"подвір'[яї]|двор[аеу]?|двір|садиб[аиіу]|хат[аиіу]|дач[аиіеуы]|обійст[яі]|"
    rf"{ROMANISED_HOME})(?: of)? $"
)
OF_AGE = Context(
    rf"(?:(?:\d{{1,2}}|{IN_WORDS})[ -]?|(?<![^\W_]){SLAVIC_NUMBER}?)"
    r"(?:year[ -]old|річн\w+|л[еі]тн\w+|month[ -]old|місячн\w+|месячн\w+)(?: [\w'-]+){0,2} $"
)
PRIVATELY = Context(rf"{whole(PRIVATE)}{RANKED}(?: (?:named|called|на ім'я|по имени))?{SET_OFF}$")
RELATED = Context(whole(rf"{KINSHIP}|{PRIVATE}|{VICTIM}"))
OF_RELATIVE = Context(
    rf"^\s*[,(–—-]\s*(?:the |his |her |a )?{whole(KINSHIP)}|^,? whose {whole(KINSHIP)}|"
    rf"^,? (?:and|with|та|і|й|и|з|із|с|со) (?:(?:his|her|their|його|її|его|её|ее|two|three|four|five|six|"
    rf"seven|"
    rf"двоє|троє|двое|трое|\d) )+(?:\w+ )?(?:child\w*|kids|baby|newborn|infant|famil(?:y|ies)|relatives|"
    rf"діт\w+|дет\w+|{KINSHIP})|"
    rf"^ و?(?:أطفال|أولاد|زوجت|زوج|ابن)"
)
DIED = (
    r"died|succumbed|загинув|загинула|погиб|погибла|помер|померла|умер|умерла|скончался|скончалась|убит|"
    r"убита|"
    r"поранен[оаий]+|ранена?|توفي|توفيت|استشهد|استشهدت|נהרג|נהרגה|נפצע|נפצעה|מת|מתה"
)
DIED_AT = Context(
    rf"{whole(DIED)}(?: \w+){{0,3}} (?:hospital|clinic|лікарн\w+|больниц\w+|госпітал\w+|госпитал\w+|місці|"
    rf"месте|"
    rf"дорозі|роботі|працi|полі|дворі|подвір'ї|المستشفى|בבית החולים)[\s:,]*$"
)
OF_SOLDIER = (
    r"(?:військов\w+|военн\w+|солдат\w*|бі[йє]\w+|бойц\w+|полонен\w+|загибл\w+|погибш\w+|пленн\w+|"
    r"soldier|prisoner)"
)
AT_KIN = Context(rf"{whole(KIN)}(?: (?:the )?{OF_SOLDIER})?[\s:«\"“]*$")
AT_BODY = Context(
    r"(?:(?:body|corpse|remains|funeral|obituary) of|тіло|тела?|останк\w+|похорон\w*|некролог\w*) $"
)
OF_BODY_APPOSED = Context(rf"^ ?[,(–—-] ?(?:[\w'-]+ ){{0,3}}?(?:{whole(BODY)}|hq\b)")
KIN_WORD = Context(
    r"^(?:home|house|famil|mother|father|parent|wife|widow|husband|son|daughter|brother|sister|relative|"
    r"родин|подружж|супруг|матір|мати|батьк|дружин|вдов|син|дочк|могил|семь|матер|отец|отца|жен[аы]|сын|"
    r"дочер)"
)
AFTER_HARM = After(HARMS, rf"\w*(?:{JOINT}+(?:{LINK}|\d+|\w+ing))*{JOINT}*")
APPOSED = (
    r"(?:a|an|the) (?:[\w'-]+ ){1,4}?(?:who (?:was|were|had been) )?"
    r"(?=killed|wounded|injured|captured|shot|held|missing)"
)
HARMED = Context(rf"^(?:'s?)?(?:\s*\([^)]*\))?[\s,(:\-–—\"”»]*(?:{APPOSED})?(?:{HARMED_NOW})|^\s*(?:{AGED})")
KIN_AFTER = (
    rf"{KINSHIP}|body|family|remains|funeral|coffin|grave|wounds|widow|children|sons|brothers|sisters|"
    rf"daughters|"
    r"relatives|parents|siblings|loved ones|comrades|friends|neighbou?rs?|classmates?|cellmates?"
)
OWNED = r"home|house|yard|garden|flat|apartment|car|death|capture|face"
OF_KIN = Context(rf"^'s? (?:\w+ )?{whole(f'{KIN_AFTER}|{OWNED}')}")
OF_BODY_PART = r"hands?|legs?|arms?|feet|foot|eyes?|fingers?|skull|spine|chest|blood|breath|last words"
OF_PERSON = Context(rf"^'s? (?:\w+ )?{whole(f'{KIN_AFTER}|{OF_BODY_PART}')}")
AND_HIM = r"(?: (?:and|та|і|и|و) [\w'-]+(?: [\w'-]+)?)?"
OF_BODY = r"(?:,? (?:of|from|for|at) (?:[\w'-]+ ){1,6}?|, (?:(?!(?:is|are|was|were) )[\w'-]+[ ,]+){1,3}?)?"
SPEAKING = Context(
    rf"^(?:/[\w'-]+)?{AND_HIM}{OF_BODY}[\s,)\"”»]*(?:\([^)]*\)\s*)?(?:{SPEAKS})|^ (?!{HARM})(?:{ACTS})"
)
AND_ANOTHER = r"(?:(?:[\w'.-]+ ){1,3}(?:and|та|і|и|و) )?"
QUOTED = Context(
    rf"(?:{whole(SAID_BY)}(?:[\s:,(]+(?:the |a )?(?:{OFFICE}|{RANK}\.?|of|and|\w+'s))*|"
    rf"{whole(RELAYED)}(?:[\s,]+(?!{HARM})[\w'-]+){{0,4}})[\s:,(]*{AND_ANOTHER}$|"
    # A quotation has several words; one word in quotation marks is a call sign.
    r"(?:^|[«\"“][^«»\"“”]* )[^«»\"“”]*[^\d][»\"”],? (?:[—–-] |\()$"
)
IN_OFFICE = Context(
    rf"{whole(OFFICE)}(?:[\s,]+(?!{HARM})[\w'-]+){{0,4}}[\s:,.(]*$|[a-z]'s? $|"
    rf"{whole(OFFICE)} (?:з питань|у справах|по вопросам|по делам|for|on)(?: [\w'-]+,?){{1,6}} $"
)
FOR_BODY = Context(rf"{whole(BODY)}(?: (?:of|for|in|and|the|[\w'-]+)){{0,3}} ?[(:,–—-] ?$")
GENRES = (
    r"tables?|maps?|charts?|graphics?|datasets?|models?|translation|infographics?|threads?|diar(?:y|ies)|"
    r"substack|text|story|stories|report|photos?|essay|thread|books?|column|dispatch|feature|article|"
    r"film|podcast|"
    r"paper|study|op-ed|blog|newsletter|series|monograph|dissertation"
)
BYLINE = Context(
    rf"(?:^|[;:(,.?!] ?)(?:(?:{GENRES}) )?(?:by|via|cf\.|see|after|from) $|\b(?:{GENRES}) by $|"
    r"(?:report|edit|writ|photograph|film|translat)ing by $|"
    r"\b(?:checked|verified|reviewed|translated|transcribed|corrected|repeated|shared|disputed) by $|"
    r"(?:^|[;,.(] )(?:photos?|pictures?|фото|світлини|снимки):? $"
)
WRITES = Context(
    r"^(?:'s)? (?:thread|diary|substack|column|podcast|newsletter|blog|essay|op-ed|monograph)\b|"
    r"^'s? (?:\w+ )?(?:statements?|estimates?|tall(?:y|ies)|figures?|posts?|speech|office|words)\b"
)
HOLDS_OFFICE = Context(rf"^\s*[,(–—-]\s*(?:the |a |an )?(?:[\w'-]+ ){{0,4}}{whole(OFFICE)}(?!'s)")
# "X of the coordination headquarters": perhaps one who speaks for it, perhaps one of its dead.
OF_BODY_AFTER = Context(rf"^,? (?:of|from|for|at) (?:[\w'-]+ ){{1,4}}?{whole(BODY)}")
# "Town, a woman wounded": somebody else was harmed.
ANOTHER_HARMED = Context(
    rf"^[\s,:–—-]+(?:{HARMED_ALONE}|поранено|ранено|вбито|убито) (?:[^\W\d]+ )?{whole(PRIVATE)}"
)
HARMED_BY_AGE = Context(rf"^\s*(?:{AGED})")
HARMED_ALONE_AFTER = Context(rf"^[\s,)\"”»]*(?:{HARMED_ALONE})(?![^\W\d_])")
STRONG_SURNAME = Context(
    r"(?i:[а-яіїєґ']{3,}(?:енк[оауи]|чук[ауи]?|швілі|швили)|[a-z']{3,}(?:enko|chuk|shvili))"
)
# A surname that no word of the language ends like.
SOLE_SURNAME = Context(
    r"(?i:[а-яіїєґ']{2,}(?:[оеєё]в(?:а|у|ым|ой|і|ої|ою)?|ськ(?:ий|а|ого|ому|ої|ою)|ск(?:ий|ая|ого|ому|ой|ую)|"
    r"енк[оауи]м?|(?:[чнл]у|ю)к(?:а|у|ом|ові)?|швілі|швили|дзе)|"
    r"[a-z']{2,}(?:[oe]va?|sk(?:y|yi|yy|iy|aya|a)|enko|(?:[cs]h|n)uk|[yi]uk|shvili|dze))"
)
HARM_ENCLOSED = After(HARMS, r"\w*\s*[:(]\s*")
CITED = Context(
    r"^(?: & (?!famil|his|her|sons?)[\w'-]+|(?:, [\w'-]+)*(?:,? (?:and|&) [\w'-]+|"
    r",? et al\.?)+,? \(?\d{4}\b(?!\s*(?:р|г|born))|,? et al\b|"
    r"(?:,? (?:and|&) [\w'-]+)?(?:'s?)? (?:survey|study|studies|estimat|model|method|paper|report|article|"
    r"critique|data(?:set|base)?\b|tables?\b|"
    r"approach|test\b|index|dataset|commission|inquiry|mission|mediat|foundation|group\b))"
)
COUNTED = Context(rf"^ \d+(?!\d*[\s-]*(?:{YEARS_OLD}))(?:\s*[,;.)]| and | та | и | і |$| \w)")
COUNT = (
    r"\d+(?:[,. ]\d{3})*|one|two|three|four|five|six|seven|eight|nine|ten|dozens|several|двоє|троє|двое|трое|"
    r"більше|более|up to|at least|over|about"
)
ABOARD = "crew|sailors|passengers|on board|екіпаж|экипаж"
COUNTS_HARMED = Context(
    rf"^\s?[,:(–—-]? ?(?:and |та |и )?(?:{COUNT}) (?:\w+ ){{0,3}}(?:{HARM}|{ABOARD})|"
    rf"^, [\w'. -]{{2,30}}, \d[\d,. ]*\d\d (?:{HARM})|"
    r"^[.,:;]? (?:killed|wounded|injured|captured|dead|missing|загинул[ио]|поранен[ої]|погибл[ио]|"
    r"ранен[оы])[: ]+"
    r"\d{1,3}(?!\d|\.\d)(?: and|,|;|\.|$| people| others| та| и)"
)
NUMBERS = (
    r"\d|one\b|two|three|four|five|six|seven|eight|nine|ten\b|several|dozens|no\b|nobody|"
    r"один|одна|дв[оа]|тро[єе]|трьо|чотир|четвер|п'ят|пят|шест|шіст|сім|сем|вос[іе]м|дев|дес|кільк|"
    r"нескольк|нема|нет\b"
)
COUNTS_AFTER = Context(
    rf"^(?: in [\w'-]+)?\s*(?::|–|—|-)\s*(?:at least |about |over |"
    rf"more than )?(?:{NUMBERS})(?!\d*(?:-[^\W\d]| [–—-]))"
)
LEAST = r"(?:ще|ещ[её]|щонайменше|як мінімум|как минимум|по меньшей мере) "
# "X, погибли двое", "X, погиб один": a verb that counts somebody is not of X.
MANY_HARMED = Context(
    r"^[\s,:–—-]+(?:загинул[ио]|погибл[ио]|поранен[оі]|ранен[оы]|вбит[оі]|убит[оы]) "
    rf"(?:{LEAST})?(?:{NUMBERS})|"
    r"^[\s,:–—-]+(?:загинув|загинула|погиб(?:ла)?|поранен[оа]|ранена?|вбито|убита?) "
    rf"(?:{LEAST})?(?:один|одна|одно|\d+ (?:люд|чел|чол|особ|дет|діт))"
)
TOGETHER_WITH = Context(r"(?:вместе|разом|поруч|рядом|together|along|alongside)(?: (?:с|со|з|із|зі|with))? $")
# "They listed him as captured": harm of whoever was named before.
OF_THE_SAME = Context(
    rf"^[^;.]*[,;.] (?:[^;.]+ )?(?:(?:him|her|його|її|его|е[её]) (?:as |in )?(?:{HARM})|(?:he|she|він|"
    rf"вона|он|она) (?:{HARMED_ALONE}))"
)
# "X (34) killed", "X, who died", "X home": what is said of one person only.
OF_ONE = (
    OF_RELATIVE,
    OF_THE_SAME,
    Context(
        rf"^ ?[,(] ?\d\d(?:\),?|,) (?:{HARMED_NOW})|^,? who(?:se| (?:was|were|had|died|lost|did|never))\b|"
        rf"^ home\b"
    ),
)
AT_ACQUAINTANCE = Context(
    rf"(?:{KINSHIP}|comrade|friend|neighbou?r|colleague|lawyer|brother-in-arms|classmate)s? (?:of|for) $|"
    r"(?:loved ones|last words|next of kin|belongings|fate|whereabouts|arrest|abduction|disappearance|"
    r"detention) of $|"
    r"(?<![^\W_])(?:сусід\w*|сосед\w*|друз\w+|друг[аи]?|побратим\w*|товариш\w*|колег\w*|коллег\w*|"
    r"односельч\w+) $|"
    r"(?:search(?:es)? for|rescue of|tribute to|prayers? for|treatment of) $|(?:letters?|parcels?|"
    r"messages?|calls?|postcards?|лист(?:и|а|ів)?|письм[оа]|посилк\w+|посылк\w+) "
    r"(?:from|to|for|від|от|для) $"
)
OF_CREWS = Context(
    r"(?:crews?|ships?|vessels?|boats?|екіпаж\w*|экипаж\w*)(?: of)? (?:[\w' -]+, )*(?:[\w' -]+ (?:and|"
    r"та|й|і|и) )?$"
)
OWNS = Context(r"^'s? ")
WHERE = (
    r"in|at|near|nearby|beside|outside|around|towards?|into|between|inside|from|"
    r"у|в|під|біля|поблизу|неподалік|на|под|возле|около|близ|из|із|з|في|قرب|من"
)
AMID = r"in|at|near|nearby|outside|around|into|inside|під|біля|поблизу|неподалік|под|возле|около|близ|في|قرب"
AMID_PLACE = Context(rf"{whole(AMID)} (?:the )?$")
AT_PLACE = Context(rf"{whole(WHERE)} (?:the )?$")
AT_ANOTHER_PLACE = Context(rf"{whole(WHERE)} (?:[\w'’-]+ ){{1,3}}(?:and|та|і|й|и) $")
TOPIC = Context(
    rf"^{AND_HIM}(?:, [\w'. -]{{2,30}},|,(?! \w+ котор))? (?:про|о|об|on(?! the\b| his\b| her\b)|about|щодо|"
    rf"regarding)\s"
)
STATED = Context(
    r"^(?:, [\w'. -]{2,30}|\s*\([^)]*\))?\s*:\s|"
    r"^ \((?:audio|video|voice|speech|telegram|post|letter|interview)\b|"
    r"^,? [«\"“](?:[^»\"”\s]+ )+[^»\"”\s]+[»\"”]"
)
HARMED_BELOW = Context(rf"^\s*:\s*(?:{HARMED_ONE})\b(?! \d)")
