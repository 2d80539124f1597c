"""Person words: what tells, around a name, whether its bearer was harmed, speaks, or gave a name to a place.

The four languages that `parsing` reads names in; patterns for lower-case text.
"""

from __future__ import annotations

HARM = (
    r"kill|deceas|\blate\b|dead\b|\bdie[ds]?\b|dying|\bdeaths?\b|fatal|wound|injur|hurt\b|maimed|casualt|"
    r"victim|"
    r"\bbod(?:y|ies)\b|corpse|remains\b|captur|captiv|prisoner|\bpows?\b|detain|hostage|\btaken\b|tortur|"
    r"execut|\bshot\b|murder|missing|disappear|abduct|kidnap|deport|exchang|releas|\bfreed\b|swapp|"
    r"surrender|funeral|burial|buried|grave\b|obituar|mourn|succumb|perish|\blost\b|\bfell\b|\bfallen\b|"
    r"\bkia\b|\bmia\b|\brip\b|\blife\b|\blives\b|sentenced|in custody|imprison|convict|interrogat|"
    r"identified|dna\b|загин|загиб|погиб|вбит|вбил|убит|убил|убив|поран|ранен|ранил|полон[іеу]|у полон|"
    r"\bплен|\bв плен|померл?|\bпомер|умер|скончал|смерт|тіл[оа]\b|тел[оа]\b|останк|жертв|постраж|"
    r"пострад|потерпіл|потерпев|зник|пропал|катув|пыт[ао]|пытк|страче|казн|розстріл|расстрел|викрад|"
    r"похищ|похит|затрима|задерж|заручни|заложни|обмін|обмен|обміня|звільн|освобо|похор[оа]н|похов|"
    r"ув'язн|в'язн|заключ[её]н|військовопол|военнопл|قتل|قتيل|مقتل|استشهد|شهيد|الشهداء|جريح|جرحى|أصيب|"
    r"إصابة|اصابة|أسير|أسرى|الأسر|أسر |جثة|جثمان|جثامين|اعتقل|اعتقال|معتقل|توفي|وفاة|الضحية|ضحايا|دفن|"
    r"مفقود|اختطف|تعذيب|إعدام|اعدام|إفراج|افراج"
)
# One person who was harmed or is held, named right after; ranks name a soldier.
VICTIM = (
    r"prisoner(?: of war)?|captive|pow|hostage|detainee|victim|casualty|deceased|martyr|(?:captured|"
    r"killed|wounded|injured|dead|missing|fallen|slain|murdered|imprisoned|detained|freed|released|"
    r"executed|tortured|abducted|deported|exchanged)(?: \w+)? (?:soldier|officer|fighter|pilot|sailor|"
    r"marine|serviceman|servicewoman|conscript|man|woman|boy|girl|child|teenager|civilian|resident|medic|"
    r"nurse|doctor|teacher|journalist|volunteer|driver|commander|mayor|person|defender|prisoner|captive)|"
    r"late|private|corporal|sergeant|pvt|pte|cpl|sgt|kia|mia|rip|soldier|fighter|trooper|serviceman|"
    r"servicewoman|gunner|conscript|named|named(?: by \w+)? as|by the name of|whose name is|"
    r"name of the (?:victim|dead|prisoner)[^,;]{0,12}|полонен(?:ий|а|ого|ому|им|ої|у)|"
    r"військовополонен(?:ий|а|ого|ому|им|ої|у)|(?:військово|военно)?пленн(?:ый|ая|ого|ому|ым|ой|ую)|"
    r"загибл(?:ий|а|ого|ої|у)|погибш(?:ий|ая|его|ей|ую)|вбит(?:ий|а|ого|ої|у)|убит(?:ый|ая|ого|ой|ую|ий|"
    r"а|ої|у)|поранен(?:ий|а|ого|ої|у)|ранен(?:ый|ая|ого|ой|ую)|жертв[аиыу]|постраждал(?:ий|а)|"
    r"пострадавш(?:ий|ая|его|ей)|зниклий|зникла|зниклий безвісти|затриман(?:ий|а|ого)|задержанн(?:ый|ая|"
    r"ого|ой)|заручни(?:к|ця|ка)|заложни(?:к|ца|ка)|в'язень|заключенн(?:ый|ая|ого)|рядов(?:ий|ого|ой)|"
    r"військов(?:ого|ий)|военного|бо(?:єць|ец)|бійця|бойца|сержанта?|солдата?|на ім'я|по имени|звали|"
    r"الأسير|الأسيرة|الشهيد|الشهيدة|الجريح|الجريحة|الضحية|المعتقل|المعتقلة|القتيل|القتيلة|المفقود|"
    r"المخطوف|المواطن|المواطنة|الطفل|الطفلة"
)
# Words that may stand between a word of harm and the name.
LINK = (
    r"від|от|ран|находится|перебуває|утримується|содержится|отримав|отримала|получил|получила|внаслідок|"
    r"received|as|is|are|was|were|be|been|by|of|the|a|an|include[sd]?|including|among|them|one|two|both|also|"
    r"named|called|identified|names?|person|people|persons|man|woman|men|women|boy|girl|child|soldier|"
    r"officer|fighter|civilian|resident|local|prisoner|captive|pilot|sailor|marine|nurse|teacher|doctor|"
    r"driver|list|war|with|and|his|her|full|обстрілу|удару|обстрела|удара|атаки|вибуху|взрыва|його|її|"
    r"имя|ім'я|імена|имена|звали|це|это|та|і|и|в|у|із|из|з|плену?|полону?|безвісти|без|вести|потрапив|"
    r"потрапила|попал|попала|рядовий|рядовой|військовий|військовослужбовець|цивільний|мешкан\w+|"
    r"житель\w*|солдат|من|بين|هو|هي|تم|المواطن|الشاب|الطفل|الطفلة|السيد|الصحفي|الصحفية"
)
HARMED_NOW = (
    r"lost (?:his|her|their) li(?:fe|ves)|fell (?:near|in|at)|fallen|kia\b|mia\b|sentenced|"
    r"remains? (?:in|a)\b|(?:was|were|is|are|got|gets|being|has been|have been|had been|who was|who is|"
    r"and (?:two|three|"
    r"four|several|others?|\d+)[^.;]{0,20} were|and others? were)\W+(?:later |also |then |still |"
    r"fatally |seriously |badly )?(?:killed|wounded|injured|captured|taken|held|detained|shot|executed|"
    r"tortured|exchanged|released|freed|missing|dead|hit|hurt|buried|murdered|kidnapped|abducted|"
    r"deported|shown|interviewed|identified|imprisoned|interrogated|among|one of|in captivity|a prisoner|"
    r"convicted|sentenced)|(?:has|had|have) (?:been (?:held|killed|captured)|died)|died|dies|killed|"
    r"wounded|injured|captured|missing|succumbed|perished|shot|executed|exchanged|released|freed|"
    r"taken prisoner|surrendered|abducted|dead|burned|drowned|identified\b|загинул?[аи]?\b|загинув|загиб|"
    r"вбит|убит|поранен|ранен|помер|умер|скончал|потрапи[вл]\w* (?:у|в) полон|попала? в плен|погиб|"
    r"знайден|опозна|показан|обмін|обмен|звільнен|освобожд|зник|пропал|страчен|казн|похован|похорон|"
    r"у полоні|в плену|взят|захоплен|захвачен|استشهد|قتل|توفي|أصيب|اعتقل|أسر"
)
YEARS_OLD = r"years?|yrs?|y/?o\b|-year|р(?:ок|\.|іч)|лет|год|عام|سنة"
AGED = (
    rf"[,(–—-]\s*(?:an? )?(?:aged? )?\d{{1,2}}(?=\s*(?:$|[,;.)]|{YEARS_OLD}))|aged? \d|"
    rf"\d{{1,2}}\s*(?:{YEARS_OLD})|"
    r"[\s,(]*(?:born|b\.|\d{{4}}\s*(?:р\.|г\.|року н|г\.?р))"
)
SPEAKS = (
    r"(?:has |have |had |also |later |again |himself |herself |then )?(?:said|says|told|tells|stated|"
    r"states|report\w*|claim\w*|announc\w*|put\b|puts\b|wrote|writes|confirm\w*|den(?:y|ied|ies)|"
    r"estimat\w*|count\w*|gave\b|gives\b|added|adds|cited|quot\w*|explain\w*|note[ds]?\b|call(?:ed|s)\b|"
    r"warn\w*|post(?:ed|s)|updat\w*|acknowledg\w*|admit\w*|speak\w*|spoke|brief\w*|appeal\w*|host\w*|"
    r"urg\w+|condemn\w*|"
    r"thank\w*|ask(?:ed|s)|propos\w*|offer\w*|order\w*|sign\w*|agree\w*|discuss\w*|led\b|leads\b|"
    r"chair\w*|negotiat\w*|met\b|meets\b|visit\w*|travel\w*|arriv\w*|address\w*|call(?:s|ed)|tweet\w*|"
    r"mention\w*|revis\w*|accus\w*|promis\w*|on telegram|speech|interview with|statement|remarks?|press|"
    r"повідоми|заяви|сказа|розпові|написа|уточни|підтверди|назва|сообщи|рассказа|подтверди|قال|صرح|أعلن|"
    r"أكد)"
)
SAID_BY = (
    r"according to|\bper|as told by|(?:said|told|reported|stated|claimed|announced|confirmed|published|"
    r"posted|given|quoted|relayed|cited|denied|estimated|counted) by|quoting|citing|said|says|"
    r"statements? (?:of|by|from)|posts? (?:of|by)|speech of|words of|remarks (?:of|by)|talks? (?:of|with|"
    r"between)|meeting (?:of|with|between)|calls? (?:of|with|between)|meets?|met|attributed to|from|via|"
    r"sources?:|author:?|editor:?|report(?:er)? by|за словами|за даними|зі слів|як повідоми\w+|"
    r"повідоми\w+|заяви\w+|сказа\w+|по словам|по данным|как сообщи\w+|сообща\w+|повідомля\w+|заявля\w+|"
    r"сообщи\w+|رويترز|بحسب|وفق|قال|صرح|"
    r"أعلن|أكد"
)
RELAYED = (
    r"according to|as told by|(?:said|told|reported|stated|announced|confirmed) by|"
    r"за словами|за даними|зі слів|як повідоми\w+|по словам|по данным|как сообщи\w+|بحسب|وفق"
)
OFFICE = (
    r"president\w*|premier|minist\w+|governor\w*|mayors?|vice-mayor|deput\w+|ombuds\w+|commissioners?|"
    r"spokes\w+|heads?|chiefs?|chair\w*|commanders?|advis[eo]rs?|ambassadors?|envoys?|"
    r"secretary(?:-general)?|directors?|prosecutors?|press service|generals?|colonels?|majors?|captains?|"
    r"admirals?|senators?|congress\w+|king|pope|patriarch|archbishop|bishop|correspondents?|analysts?|"
    r"bloggers?|researchers?|historians?|professors?|experts?|economists?|editors?|lawyers?|judges?|"
    r"negotiators?|leaders?|officials?|representatives?|rapporteur|coordinator|emir|sheikh|prince|"
    r"chancellor|speaker|mps?|tsar|hetman|президент\w*|прем'єр\w*|премьер\w*|міністр\w*|министр\w*|"
    r"губернатор\w*|голов[аиу]|глав[аыеу]|мера?|мэра?|очільник\w*|начальник\w*|керівник\w*|"
    r"руководител\w*|речни\w+|спікер\w*|спикер\w*|омбудсм\w+|уповноважен\w+|уполномоч\w+|прокурор\w*|"
    r"посол|посла|радник\w*|советник\w*|депутат\w*|генерал\w*|секретар\w*|директор\w*|команд(?:ир|увач|"
    r"ующ)\w*|експерт\w*|эксперт\w*|аналітик\w*|аналитик\w*|الرئيس|رئيس|وزير|محافظ|المتحدث|الناطق|قائد|"
    r"مدير|الوزير|المحافظ"
)
PLACED = (
    r"streets?|st|avenue|ave|boulevard|blvd|lane|square|road|alley|embankment|universit\w+|hospitals?|"
    r"clinic|polyclinic|schools?|gymnasium|lyceum|college|academy|institute|librar\w+|museum|theat(?:re|"
    r"er)|church\w*|cathedral|monastery|mosque|chapel|synagogue|cemetery|airport|airfield|station|"
    r"stadium|arena|park|garden|bridge|dam|canal|plant|factory|mine|works|mill|shipyard|port|harbou?r|"
    r"ships?|frigate|cruiser|vessel|tanker|corvette|boat|submarine|ferry|minesweeper|barge|carrier|"
    r"dredger|trawler|destroyer|brigade|battalions?|regiment|company|corps|division|legion|unit|squad|"
    r"detachment|group|order|prize|award|foundation|fund|charity|centre|center|house of|palace|hotel|"
    r"mall|market|camp|village|town|city|settlement|district|raion|oblast|region|province|governorate|"
    r"community|hromada|suburb|quarter|neighbou?rhood|island|lake|river|bay|mount|hill|operation|"
    r"doctrine|plan|act|list|project|platform|agency|news|times|post|channel|media|tv|radio|newspaper|"
    r"magazine|studios?|film|day|prison|memorial|exhibition|collection|stadium|bank|shop|clinic|club|"
    r"band|cup|front|axis|direction|heights?|gate|tower|square|monument|memorial|statue|named (?:after|"
    r"for|in hono\w+ of)|in hono\w+ of|in memory of|вулиц\w+|вул|улиц\w+|ул|проспект\w*|просп|пр-т|"
    r"бульвар\w*|площ\w+|провул\w+|переул\w+|шосе|шоссе|імені|ім|(?<!по )имени|им|"
    r"університет\w*|университет\w*|"
    r"лікарн\w+|больниц\w+|школ\w+|гімназі\w+|гимнази\w+|ліце\w+|церкв\w+|храм\w*|собор\w*|монастир\w*|"
    r"монастыр\w*|парк\w*|стадіон\w*|стадион\w*|аеропорт\w*|аэропорт\w*|театр\w*|музе\w+|завод\w*|"
    r"шахт\w+|бригад\w+|батальйон\w*|батальон\w*|полк\w*|рот[аиы]|корабел\w*|корабл\w*|фрегат\w*|"
    r"крейсер\w*|катер\w*|орден\w*|премі\w+|преми\w+|фонд\w*|сел[оаі]|село|смт|міст[оаі]|город\w*|"
    r"станці\w+|станци\w+|район\w*|област\w+|громад\w+|شارع|مستشفى|جامعة|مدرسة|مسجد|جامع|مخيم|مدينة|قرية|"
    r"حي|ميدان|مطار|لواء|كتيبة|كتائب|مركز|محافظة|منطقة|معهد|كلية|ملعب|جسر|بلدة|ساحة"
)
SAINT = r"saints?|st\.?|sts\.?|святого|святої|свято|святой|святого|san|santa|sainte?"
KIN = (
    r"(?:home|house|flat|apartment|grave|famil(?:y|ies)|mother|father|parents?|wife|widow|husband|sons?|"
    r"daughters?|brothers?|sisters?|relatives?|names?|photos?|faces?|testimon(?:y|ies)|body|capture|"
    r"death|funeral|exchange|release|killing|murder|execution|torture|remains) of|(?:with|to) the family|"
    r"родин[аиу]|матір|мати|батьк\w+|дружин[аи]|вдов[аи]|син[а]?|дочк[аи]|могил[аи]|семь[яи]|матер[иь]|"
    r"мать|отц[а]|отец|жен[аы]|сына?|дочер[иь]|дочь|тіла|тела|тіло|тело|похорон\w*|смерть|смерті|смерти|"
    r"загибель|гибель|عائلة|والد|والدة|جثمان|جثة|مقتل|استشهاد|اعتقال|إصابة|وفاة|أسر|زوجة"
)
