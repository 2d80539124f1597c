"""Place words: what tells, around a name, that a place or a body bears it; for lower-case text."""

from __future__ import annotations

PLACED = (
    r"streets?|st|avenue|ave|boulevard|blvd|lane|square|road|alley|embankment|universit\w+|hospitals?|"
    r"clinic|polyclinic|schools?|gymnasium|lyceum|college|academy|institute|librar\w+|museum|theat(?:re|"
    r"er)|church\w*|cathedral|monastery|mosque|chapel|synagogue|cemetery|airport|airfield|station|"
    r"stadium|arena|park|garden|bridge|dam|canal|plant|factory|mine|works|mill|shipyard|port|harbou?r|"
    r"ships?|frigate|cruiser|vessel|tanker|corvette|boat|submarine|ferry|minesweeper|barge|carrier|"
    r"dredger|trawler|destroyer|brigades?|battalions?|regiments?|company|companies|corps|divisions?|"
    r"legion|units?|squad|"
    r"detachment|group|order|prize|award|foundation|fund|charity|centre|center|palace|hotel|"
    r"mall|market|camp|village|town|city|settlement|districts?|raion|oblast|region|province|governorate|"
    r"community|hromada|suburb|quarter|neighbou?rhood|island|lake|river|bay|mount|hill|operation|"
    r"doctrine|plan|act|list|project|platform|agency|news(?! of)|times|post|channel|media|tv|radio|newspaper|"
    r"magazine|studios?|film|day|prison|memorial|exhibition|collection|stadium|bank|base|barracks|"
    r"mustashfa|madrasat?|shari'?|masjid|jami|mukhayyam|hayy|maydan|jisr|markaz|qaryat|"
    r"пос[её]л\w+|хутор\w*|станиц\w+|селищ\w+|сквер\w*|аул\w*|мікрорайон\w*|микрорайон\w*|гуртожит\w+|"
    r"общежит\w+|"
    r"bloc|party|movement|cabinet|faction|garrison|dormitor\w+|crossing|checkpoint|junction|interchange|"
    r"shop|clinic|club|"
    r"howitzers?|rockets?|missiles?|drones?|fire|гаубиц\w+|ракет\w+|госп[іи]тал\w+|"
    r"hall|team|bde|bn|regt|medal|uss|hms|corner|corner of|intersection of|rifles?|launchers?|mortars?|"
    r"перехрест\w+|перекр[её]ст\w+|нии|нді|інститут\w*|институт\w*|медал\w*|операці[яїю]|операци[яию]|загін|"
    r"загон\w*|отряд\w*|чвк|пвк|бдк|мрк|сдк|"
    r"band|cup|front|axis|direction|heights?|gate|tower|square|monument|memorial|statue|named (?:after|"
    r"for|in hono\w+ of)|in hono\w+ of|вулиц\w+|вул|улиц\w+|ул|проспект\w*|просп|пр-т|"
    r"бульвар\w*|площ\w+|провул\w+|переул\w+|шосе|шоссе|імені|ім|(?<!по )имени|им|"
    r"університет\w*|университет\w*|"
    r"лікарн\w+|больниц\w+|школ(?!яр|ьни)\w+|гімназі\w+|гимнази\w+|ліце\w+|церкв\w+|храм(?:у|а|і|е|ом)?|"
    r"собор\w*|"
    r"монастир\w*|"
    r"монастыр\w*|парк(?:у|а|і|е|ом|и|ах)?|стадіон\w*|стадион\w*|аеропорт\w*|аэропорт\w*|театр\w*|"
    r"музе\w+|завод(?:у|а|і|е|ом|ів|ов|ы|и|ах)?|"
    r"шахт(?:а|и|і|у|ою|е|ой|ы|ах)|бригад\w+|батальйон\w*|батальон\w*|полк(?!овн)\w*|рот[аиы]|корабел\w*|"
    r"корабл\w*|фрегат\w*|"
    r"судн[оауіе]\w*|суден|корвет\w*|танкер\w*|буксир\w*|теплоход\w*|теплохід|сухогруз\w*|"
    r"підводн\w+ ч[оі]в\w+|"
    r"подлодк\w+|паром\w*|пором\w*|mv|icebreaker|крейсер\w*|катер(?:а|у|і|ом|и|ів|ов|е)?|орден\w*|"
    r"премі\w+|преми\w+|фонд\w*|"
    r"сел[оаі]|село|смт|міст[оаіу]?|мост[ауеі]?|город(?:а|у|е|ом|ов|ам|ами|ах|ок|ка|ку|ке)?|"
    r"станці\w+|станци\w+|район\w*|област\w+|громад\w+|شارع|مستشفى|مجمع|جامعة|مدرسة|مسجد|جامع|مخيم|مدينة|"
    r"قرية|"
    r"حي|ميدان|مطار|لواء|كتيبة|كتائب|مركز|محافظة|منطقة|معهد|كلية|ملعب|جسر|بلدة|ساحة"
)
BEFORE_PLACE = (
    r"special|mech\w*|infantry|guards|motori[sz]ed|naval|state|national|central|city|district|regional|"
    r"military|memorial|international|village|old|new|"
    r"general|drama|"
    r"medical|clinical|secondary|tank|motor|rifle|marine|assault|volunteer|separate|airborne|children's|"
    r"maternity|"
    r"academic|technical|polytechnic|pedagogical|arab|teaching|specialist|football|culture"
)
SAINT = (
    r"yad|kiryat|qiryat|kfar|kafr|givat|ramat|shaare|deir|wadi|jabal|saraya|storm|hurricane|typhoon|"
    r"operation|"
    r"khan|saints?|st\.?|sts\.?|святого|святої|свято|святой|святого|san|santa|sainte?"
)
SHIP = (
    r"(?:war)?ship|vessel|frigate|corvette|boat|cruiser|submarine|ferry|minesweeper|trawler|корабель|корабль|"
    r"фрегат|корвет|катер|танкер|судно|буксир|крейсер|тральщик|паром|пором|теплохід|теплоход"
)
SHELLED = (
    r"(?:shelled|bombed|bombarded|besieged|liberated|occupied|recaptured|destroyed|encircled|surrounded|"
    r"damaged|sunk|sank|capsized|пошкоджено|повреждён|потоплен|обстріляно|обстріляли|обстрелян\w*|окуповано)"
)
# What happens to a place; it stands before the place's name.
SHELLING = (
    r"(?:shelling|bombing|bombardment|siege|battles?|fall|liberation|occupation|evacuation|storming|defence|"
    r"defense|encirclement|outskirts|suburbs?|residents|people|civilians|inhabitants|defenders|"
    r"north|south|east|west|centre|center) of|(?:air)?(?:strikes?|attacks?|raids?|assaults?) on|"
    r"обстріл\w*|обстрел\w*|бомбардуванн\w|удар\w* по|"
    r"штурм(?!ови)\w*|обороні?\w?|захисник(?:и|ів|ами)|жител(?:і|"
    r"и|ів|ей)|"
    r"мешканц(?:і|ів)|"
    r"قصف|حصار"
)
