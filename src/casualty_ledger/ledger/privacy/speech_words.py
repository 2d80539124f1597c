"""Speech words: what tells, around a name, that its bearer speaks or holds an office; for lower-case text."""

from __future__ import annotations

SPEAKS = (
    r"(?:has |have |had |also |later |again |himself |herself |then |did not |לא |не )?(?:said|says|told|"
    r"tells|stated|"
    r"states|report\w*(?! (?:dead|killed|missing|captured|wounded))|"
    r"claim\w*|announc\w*|put\b|puts\b|wrote|writes|confirm\w*|den(?:y|ied|ies)|"
    r"estimat\w*|count\w*(?! (?:here|as|above|below|twice|once|already|in|under)\b)|"
    r"gave\b(?! (?:him|her|up))|gives\b|added|adds|cited|quot\w*|explain\w*|"
    r"note[ds]?\b|call(?:ed|s)\b|"
    r"warn\w*|post(?:ed|s)|updat\w*|acknowledg\w*|admit\w*|speak\w*|spoke|brief\w*|appeal\w*|host(?:s|ed)\b|"
    r"urg\w+|condemn\w*|"
    r"thank\w*|ask(?:ed|s)|propos\w*|offer\w*|order\w*|sign\w*|agree\w*|discuss\w*|led\b|leads\b|"
    r"took (?:\d|prisoners)|captured \d|killed \d|freed \d|released \d|"
    r"mediat\w+|carried|welcom\w+|supervis\w+|verif\w+|document\w+|investigat\w+|compil\w+|"
    r"expects?|expected|predict\w*|declin\w*|refus\w*|insist\w*|alleg\w*|declar\w*|publish\w*|shar(?:es|"
    r"ed)|responded|"
    r"mourn(?:s|ed)\b|flew|flies|broker\w*|handed|attend\w*|greet\w*|prais\w+|vow\w*|pledg\w+|blam\w+|"
    r"honou?r(?:s|ed)\b|award(?:s|ed)\b|oversaw|express\w+|stay(?:s|ed)? (?:in|on|at)|"
    r"regist\w+|lists\b|listed|tracks?|reject\w*|suggest\w*|argu\w*|decree\w*|approv\w*|"
    r"chair\w*|negotiat\w*|met\b|meets\b|visit\w*|travel\w*|arriv\w*|address\w*|call(?:s|ed)|tweet\w*|"
    r"mention\w*|revis\w*|accus\w*|promis\w*|on telegram|speech|interview\b|broadcast|briefing|"
    r"interview with|statement|remarks?|press|"
    r"повідом(?:и|л)|заяв(?:и|л)|пиш[еу]|каже|говор|вважа|счита|уточня|отмеча|наголо|назыв|назив|обіця|"
    r"обеща|оцін|оцен|визна|призна|закли|призва|висло|выраз|подтвержда|підтверджу|сообща|сказа|розпові|"
    r"написа|уточни|підтверди|назва|сообщи|рассказа|подтверди|قال|صرح|أعلن|"
    r"أكد|reads?\b|אמר|אמרה|מסר|מסרה|הודיע|הודיעה|טען|טענה|דיווח)"
)
SAID_BY = (
    r"according to|\bper|as told by|(?:said|told|reported|stated|claimed|announced|confirmed|published|"
    r"posted|given|quoted|relayed|cited|denied|estimated|counted) by|quoting|citing|said|says|"
    r"statements? (?:of|by|from)|posts? (?:of|by)|speech of|words of|remarks (?:of|by)|talks? (?:of|with|"
    r"between)|meeting (?:of|with|between)|calls? (?:of|with|between)|meets?|met|attributed to|via|"
    r"sources?:|author:?|editor:?|report(?:er)? by|за словами|за даними|зі слів|як повідоми\w+|"
    r"(?:по|за) (?:сообщени|информаци|інформаці|оценк|оцінк|верси|версі|подсч[её]т|підрахунк|словам)\w*|"
    r"(?:уточни|дода|зазначи|розпові|нагада|підкресли|поясни|объясни|отмети|добави|подчеркну|рассказа|"
    r"озвучи|оприлюдни|написа|назва)(?:в|л)\w*|"
    r"interviews? (?:with|of|by)|data|tables?|charts?|graphics?|maps?|compiled by|analysis (?:by|of)|"
    r"edited by|translated by|"
    r"повідоми\w+|заяви\w+|сказа\w+|по словам|по данным|как сообщи\w+|сообща\w+|повідомля\w+|заявля\w+|"
    r"сообщи\w+|رويترز|بحسب|وفق|قال|صرح|"
    r"أعلن|أكد"
)
RELAYED = (
    r"according to|as told by|(?:said|told|reported|stated|announced|confirmed) by|"
    r"за словами|за даними|зі слів|як повідоми\w+|по словам|по данным|как сообщи\w+|بحسب|وفق"
)
# A body whose voice is named right after it.
BODY = (
    r"administration|ministry|office|agency|service|headquarters|command|police|council|committee|staff|"
    r"union|party|"
    r"mission|department|directorate|institute|government|authorit(?:y|ies)|forces?|army|navy|ова|ква|мва|"
    r"адміністраці\w+|администраци\w+|міністерств\w+|министерств\w+|служб\w+|штаб\w*|поліці\w+|полици\w+|"
    r"group|organi[sz]ation|association|cross|centre|center|team|"
    r"прокуратур\w+|وزارة|هيئة|حكومة"
)
# What somebody does who is not harmed: "deplored the death", "testified on deaths".
ACTS = (
    r"(?!suffer|receiv|serv|liv|work|turn|surviv|sustain|disappear|perish|remain|stay|belong|vanish)[a-z]+ed "
    r"(?:the|that|a|an|on|to|for|of|his|her|its|all|no|any|over|against|\d)\b|"
    r"(?!is |was |has |lies |dies |lives |loses |misses |needs |remains |suffers |survives )[a-z]{3,}s "
    r"(?:the|that|a|an|on|for|of|no|it|at|over|only|more|less|\d)\b"
)
OFFICE = (
    r"president\w*|premier|minist\w+|governor\w*|mayors?|vice-mayor|deput\w+|ombuds\w+|commissioners?|"
    r"spokes\w+|heads?|chiefs?|chair\w*|commanders?|advis[eo]rs?|ambassadors?|envoys?|"
    r"secretary(?:-general)?|directors?|prosecutors?|press service|generals?|colonels?|majors?|captains?|"
    r"admirals?|senators?|congress\w+|king|pope|patriarch|archbishop|bishop|correspondents?|analysts?|"
    r"bloggers?|researchers?|historians?|prof|professors?|experts?|economists?|editors?|lawyers?|judges?|"
    r"представник\w*|представител\w*|mutahaddith|natiq|wazir|muhafiz|journalists?|журналіст\w*|журналист\w*|gen|"
    r"lecturers?|scholars?|fellow|demographers?|statisticians?|sociologists?|negotiators?|leaders?|officials?|representatives?|rapporteur|coordinator|emir|sheikh|prince|"
    r"chancellor|speaker|mps?|tsar|hetman|президент\w*|прем'єр\w*|премьер\w*|міністр\w*|министр\w*|"
    r"губернатор\w*|голов[аиу]|глав[аыеу]|мера?|мэра?|очільник\w*|начальник\w*|керівник\w*|"
    r"руководител\w*|речни\w+|спікер\w*|спикер\w*|омбудсм\w+|уповноважен\w+|уполномоч\w+|прокурор\w*|"
    r"посол|посла|радник\w*|советник\w*|депутат\w*|генерал\w*|секретар\w*|директор\w*|команд(?:ир|увач|"
    r"ующ)\w*|експерт\w*|эксперт\w*|аналітик\w*|аналитик\w*|الرئيس|رئيس|وزير|محافظ|المتحدث|الناطق|قائد|"
    r"مدير|الوزير|المحافظ|"
    r"דוברת?|שרת?|השרה?|ראש|אלוף|הרמטכ.ל|הנשיא|מנכ.ל|יו.ר|צה.ל"
)
