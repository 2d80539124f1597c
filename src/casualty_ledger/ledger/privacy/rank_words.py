"""Rank words: ranks and how they are shortened, in the order in which each language writes them."""

from __future__ import annotations

GRADE = (
    r"(?:\d?(?:first|second|third|senior|junior|chief|lance|staff|master|1st|2nd|3rd|0st|0nd|0rd)|jr|sr|"
    r"lt|sgt|"
    r"brig|maj|col|гв|мл|мол|ст|стар|гол|пер(?:ш|в)\w+|старш\w+|младш\w+|молодш\w+|головн\w+|главн\w+|"
    r"рядовий|рядовой|starsh(?:yi|iy|ii|y)|molodsh(?:yi|iy|ii)|mladsh(?:ii|iy|y)|holovnyi)"
)
# Ranks below an officer's are shortened only where a soldier's name follows.
SHORTENED = (
    rf"(?:{GRADE}\.?[ -]?){{0,3}}(?:pvt|pte|pfc|pv\d|spc|l/?cpl|cpl|s/?sgt|m/?sgt|gysgt|sgt|sfc|\d?lt|"
    rf"солд|[её]фр|"
    r"матр|серж|с-н?т\w?|ст-н[аиу]|(?:майстер|штаб|мастер)-с(?:-т|ерж\w*)|прап|пр-к\w?|лейт|л-н?т\w?|к-н\w?)"
)
RANK = (
    rf"(?:{GRADE}\.?[ -]?){{0,3}}"
    r"(?:(?:1st|0st|first) class|private|corporal|sergeant(?:[ -](?:major|first class))?|"
    r"lieutenant(?:[ -](?:colonel|commander|general))?|captain|major(?:[ -]general)?|colonel|general|"
    r"brigadier|"
    r"commander|ensign|seaman|airman|(?:warrant|petty) officer|"
    r"pvt|pte|pfc|pv\d|spc|l/?cpl|cpl|s/?sgt|m/?sgt|gysgt|sgt(?: ?maj)?|sfc|csm|sgm|cwo\d?|wo\d|cpo|"
    r"\d?lt|ltc|ltcol|lcdr|capt|cpt|maj|col|gen|brig|cdr|cmdr|mr|mrs|ms|dr|navigator|штурман\w?|"
    r"солдат\w*|солд|рекрут\w?|рядов(?:ий|ого|ому|им|ой|ым)|[её]фр|ефрейтор\w*|єфрейтор\w*|матрос\w*|матр|"
    r"сержант\w*|серж|с-н?т\w?|старшин\w*|ст-н[аиу]|ст-ш\w+|(?:майстер|штаб|мастер)-с(?:-т|ерж\w*)|"
    r"прапорщик\w*|прап|пр-к\w?|мі?и?чман\w*|лейтенант\w*|лейт|л-н?т\w?|"
    r"капітан\w*(?:-лейтенант\w*)?|капитан\w*(?:-лейтенант\w*)?|кап|к-н\w?|майор\w*|м-р\w?|"
    r"підполковник\w*|подполковник\w*|п/п-к\w?|під?п-к\w?|подп-к\w?|ппк|п-к\w?|полковник\w*|ген\.?-\w+|"
    r"курсант\w*|"
    r"soldat\w?|se?rzhant\w?|r[iy]?adov(?:yi|oi|oy|oho|ogo)|le[iy]tenant\w?|kap[iy]tan\w?|ma[iy]or\w?|"
    r"p[io]dpolkovn[yi]k\w?|polkovn[yi]k\w?|[iy]?efre[iy]tor\w?|matros\w?|praporshch[yi]k\w?|"
    r"jundi|mulazim|naqib|raqib|arif|'arif|aqid|muqaddam|الرقيب|العريف|الجندي|الملازم|النقيب|الرائد|المقدم)"
    r"(?:[ -](?:first|0(?:-?й|-?го|st|nd|rd)?|\d|i{1,3})?[ -]?(?:class|рангу?а?|степени|ranku?))?"
)
