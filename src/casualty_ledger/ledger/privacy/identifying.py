"""Identifying data: what points at a person or a spot without a name, as patterns.

They are written for Arrow's search, which looks through all distinct texts of a column at once, and for
texts in lower case in which every digit is a 0.
"""

from __future__ import annotations

from dataclasses import dataclass

from casualty_ledger.ledger.privacy.surroundings import Says

# Letters of any script as one range: Unicode's own classes are slow in Arrow's search.
LETTER = r"[a-z\x{c0}-\x{1fff}]"
WORD = rf"{LETTER}+"
START, END = r"(?:^|[^a-z0\x{c0}-\x{1fff}])", r"(?:$|[^a-z0\x{c0}-\x{1fff}])"

FREE = (Says.WHAT, Says.WHERE)


@dataclass(frozen=True)
class Rule:
    """One thing that must not be in a row: in which cells, how it looks, and why it is refused."""

    kinds: tuple[Says, ...]
    pattern: str
    reason: str
    captives_only: bool = False


# A handle has a space before its sign, and none after.
AT, DOT = r"(?:@ ?| @ | ?[(\[{] ?at ?[)\]}] ?)", r" ?(?:\.|[(\[{] ?dot ?[)\]}]) ?"
MAIL = rf"[a-z0\x{{c0}}-\x{{1fff}}]{AT}[a-z0\x{{c0}}-\x{{1fff}}-]+{DOT}{LETTER}{LETTER}"
DIALLED = r"(?:[ ().-]{0,2}0)"
PHONE = (
    rf"\+{DIALLED}{{10,14}}{END}|"
    rf"{START}(?:tel|phone|number|call|mobile|viber|whatsapp|signal|тел|телефон{LETTER}*|дзвон{WORD}|"
    rf"звон{WORD}|"
    rf"هاتف)"
    rf"[.:]* ?(?:no\.? ?)?\+?{DIALLED}{{7,14}}|"
    rf"{START}(?:call|phone|ring|text|dial|contact|дзвон{WORD}|"
    rf"звон{WORD})(?: [^ ;.]+){{0,4}}[ :]+0{{9,15}}{END}|"
    rf"{START}(?:0[ (-]+)?000[) -]+000[ -]?00[ -]?00{END}"
)
DATE = rf"(?:00?(?:st|nd|rd|th)?(?:[./-]0| {WORD} 0000)|0000-00-00|{WORD} 00?,? 0000)"
BIRTH = (
    rf"(?:born|b\.|date of birth|d\.?o\.?b|дата народження|дата нар\.|д\. ?н\.|дата рождения|народи{WORD}|"
    rf"родил{WORD})[ :,.]*(?:on )?{DATE}"
)
DOCUMENT = (
    rf"passport|паспорт{LETTER}*|driv(?:ing|er'?s?) licen[cs]e|(?:id|identity|ration) card|(?:national|"
    rf"military|tax|"
    rf"refugee) id|tax (?:number|code)|(?:insurance|social security) (?:no\.?|number|policy)|ssn|"
    rf"personal number|service number|serial of|"
    rf"dog ?tags?|id tags?|birth certificate|(?:service|military) (?:no\.?|number|ticket|booklet|card)|"
    rf"imei|інн|инн|іпн|рнокпп|снилс|snils|жетон{LETTER}*|"
    rf"посвідченн{LETTER}+|удостоверени{LETTER}+|особов{LETTER}+ номер{LETTER}*|личн{LETTER}+ номер{LETTER}*|"
    rf"військов{LETTER}+ квит{LETTER}+|военн{LETTER}+ билет{LETTER}*|номерн{LETTER}+ зна{LETTER}+|"
    rf"رقم الهوية|هوية رقم|جواز(?: سفر)?|ת\.ז\.?|תעודת זהות|דרכון"
)
NUMBERED = (
    rf"{START}(?:{DOCUMENT})[ :,]*(?:(?:no|nr|number|series|serial|sn|is|was|серії|серія|громадянина|"
    rf"гражданина|украины|україни|рф|серии|серия|"
    rf"номер|numbered|رقم)"
    rf"\.?[ :]*)*(?:[№#] ?)?(?:{LETTER}{LETTER}?{LETTER}?[ -]?)?(?:(?:[№#]|no\.?) ?)?(?:0[ -]?(?:(?:№|"
    rf"no) ?)?){{4}}|"
    rf"(?:^|[;.,(/] ?)(?:his |her )?id(?: no\.?| number)?:? ?{LETTER}{{0,3}}-?000000|"
    rf"{START}(?:birth certificate|certificate of birth)[^.;]{{0,16}}0000|"
    rf"{START}(?:number |licen[cs]e )?plates?[ :]+{LETTER}{LETTER}?{LETTER}? ?0000|"
    rf"{START}0000 0000 0000 0000{END}"
)
CALLED = (
    rf"{START}(?:call[ -]?signs?|nom de guerre|nicknamed?|позивн{WORD}|позывн{WORD})[ :,«\"“('‘’]*(?:is |"
    rf"was |"
    rf"на )?{LETTER}{{3}}|"
    rf"(?:call[ -]?sign|позивн{WORD}|позывн{WORD})(?: {WORD}){{0,3}} ?[:—–-]? ?[«\"“„']{LETTER}{{3}}"
)
POINT, COMMA = r"00?0?\.000+", r"00?0?,0000+"
COORDINATES = (
    rf"{POINT} ?°? ?[nsew]? ?[,;/|] ?-?{POINT}|{START}00\.000+ ?°? ?[nsew]? +-?00\.000+ ?[nsew]?{END}|"
    rf"{START}utm[ :]+00|{START}00?[c-x] 000000 0000000|{COMMA} ?[;/|"
    rf", ] ?-?{COMMA}|"
    rf"{POINT}; ?-?00,000|00,000+; ?-?00,000|"
    rf"0°\s?00?\s?['′’m]|0 ?° ?[nsew]{END}|"
    rf"{START}(?:lat|lon|lng|latitude|longitude|широта|довгота|долгота)[ :=.]+-?0|"
    rf"{START}00?[c-x] ?[a-z][a-z] ?00000? ?00000?{END}|"
    r"[0cfghjmpqrvwx]{8}\+[0cfghjmpqrvwx]{2,3}|maps\.app\.goo|google\.[a-z.]+/maps|goo\.gl/maps|"
    r"openstreetmap\.org"
)
WAY = r"(?:street|st\.?|avenue|ave\.?|lane|boulevard|blvd\.?|road|square|alley)"
WAY_BEFORE = (
    rf"(?:вул|вулиц{WORD}|ул|улиц{WORD}|просп|проспект{LETTER}*|пр-т|бул|бульвар{LETTER}*|пров|"
    rf"провул{WORD}|пер|"
    rf"переул{WORD}|vul|vulytsia|ulitsa|prospekt|ul\.|prosp\.|bul\.|prov\.|per\.)"
)
NAME_OF_WAY = r"[a-z\x{c0}-\x{1fff}'.-]+(?: [a-z\x{c0}-\x{1fff}'.-]+)?(?: [a-z\x{c0}-\x{1fff}'.-]+)?"
HOUSE = rf"(?:no\.? ?|house |building |буд\.? ?|будин{WORD} |дом |д\. ?)?00?0?(?:-?{LETTER}|/0+)?"
HOUSE_END = r" *(?:$|[,;.)(]|apt|flat|кв)"
ADDRESS = (
    rf"{START}00?0?{LETTER}?,? {NAME_OF_WAY} {WAY}{HOUSE_END}|"
    rf"{START}(?:house|flat|apartment|apt\.?) (?:no\.? )?00?0?{LETTER}?,? (?:on |at |"
    rf"in )?{NAME_OF_WAY} {WAY}|"
    rf"{LETTER} {WAY},? {HOUSE}{HOUSE_END}|{START}{WAY_BEFORE}[. ]+{NAME_OF_WAY},? {HOUSE}{HOUSE_END}|"
    rf"{START}(?:house|building|буд{LETTER}*|дом{LETTER}{{0,2}}|хат{LETTER}+)\.? (?:№ ?|"
    rf"no\.? ?)?00?0?{LETTER}? "
    rf"(?:on|at|in|по|на|в|у) {WAY_BEFORE}|"
    rf"{START}(?:д|дом|буд|будинок)\.? ?00?0?{LETTER}?, ?{WAY_BEFORE}[. ]|"
    r"home address|lives at |resid(?:es|ing) at |проживає за адрес|проживает по адрес"
)
FORMATION = r"(?:brigade|battalion|regiment|division|company)"
UNITS = (
    rf"{START}(?:0+(?:st|nd|rd|th)|separate|assault|airborne|mechani[sz]ed|motor(?:i[sz]ed)? rifle|"
    rf"marine|tank|"
    rf"territorial defen[cs]e)[a-z -]* {FORMATION}|"
    rf"{START}0+(?:-{WORD})? (?:{WORD} )?(?:{WORD} )?(?:{WORD} )?(?:бригад|батальйон|батальон|полк|"
    rf"рот[аиы])|"
    rf"{START}(?:в/ч|військов{WORD} частин{WORD}|войсков{WORD} част{WORD}|military unit)(?: no\.?|"
    rf" №)? ?{LETTER}?-?0000|"
    rf"{START}0+ (?:{WORD} )?(?:brigade|battalion|regiment){END}|"
    rf"{START}(?:unit|barracks|cell|підрозділ|отряд|загін|барак|камера) (?:no\.? ?|№ ?)?00?0?{END}|"
    rf"{START}0+(?:-{WORD})? ?(?:омбр|ошбр|обрмп|одшбр|оаембр|обртро|омсбр|овмбр|мсп|дшб|дшп|осб){END}"
)
SHOWN = (
    r"(?:^|[/. (])(?:youtube\.com|youtu\.be|t\.me|telegram\.[a-z]+|tiktok\.com|rutube\.ru|vimeo\.com|"
    r"instagram\.com|fb\.watch|vk\.com|vkvideo\.ru|coub\.com|bitchute\.com)/|https?://[^ ]+/interviews?/"
)
HELD = (
    r"(?:\bpows?\b|prisoner|captive|captured|detainee|hostage|surrender|interrogat|полон|плен|допит|"
    r"допрос|أسير|أسرى|שבוי|חטופ)"
)
IMAGE = (
    r"(?:video|footage|film|clip|photo|picture|image|face|interview|interrogat|shows?\b|shown|відео|допит|"
    r"фото|інтерв|"
    r"видео|допрос|интервью|фильм|صورة|فيديو|תמונ|סרטון)"
)
SHOWING = (
    rf"{IMAGE}.*(?:{HELD}.*(?:{SHOWN})|(?:{SHOWN}).*{HELD})|{HELD}.*{IMAGE}.*(?:{SHOWN})|"
    rf"(?:{SHOWN}).*(?:{IMAGE}.*{HELD}|"
    rf"{HELD}.*{IMAGE})"
)
PICTURE = r"\.(?:jpe?g|png|gif|webp|bmp|heic|mp0|m0a|mov|avi|mkv|webm|ogg|wav)(?:[?# ),;]|$)"

RULES = (
    Rule(
        (*FREE, Says.WHO),
        f"{MAIL}|{PHONE}",
        "An e-mail address or a telephone number can identify a person. Leave it out.",
    ),
    Rule(
        FREE,
        f"{BIRTH}|{NUMBERED}|{CALLED}",
        "This seems to identify a person by birth, number or call sign. Record numbers only.",
    ),
    Rule(
        FREE,
        COORDINATES,
        "Coordinates are not recorded. Name the settlement or the publicly named site.",
    ),
    Rule(
        FREE,
        ADDRESS,
        "Street addresses are not recorded. Name the settlement or the publicly named site.",
    ),
    Rule(
        FREE,
        UNITS,
        "A prisoner's unit with a date and a place can identify him. Leave the unit out.",
        captives_only=True,
    ),
    Rule(
        (*FREE, Says.NOTHING),
        SHOWN,
        "A picture, voice or interview of a prisoner is not linked. Cite a text that reports the number.",
        captives_only=True,
    ),
    Rule(
        FREE,
        SHOWING,
        "A picture, voice or interview of a prisoner is not linked. Cite a text that reports the number.",
    ),
    Rule(
        (*FREE, Says.NOTHING),
        PICTURE,
        "A picture or recording of people is not linked. Cite a text that reports the number.",
    ),
)
HOLDING_PLACE = Rule(
    (Says.WHERE,),
    rf"{START}(?:prison|colony|camp|cell|jail|detention|hospital|sizo|сізо|сизо|колон|в'язниц|тюрьм|سجن|"
    rf"معتقل)",
    "A place where prisoners are held is recorded as a region, no finer.",
)


def rules_of(says: Says) -> list[Rule]:
    """List the rules that look at the cells of one kind."""
    return [rule for rule in (*RULES, HOLDING_PLACE) if says in rule.kinds]
