"""Person words: what tells, around a name, that its bearer was harmed, is held, or is kin to one who was.

The languages that `parsing` reads names in; patterns for lower-case text.
"""

from __future__ import annotations

from casualty_ledger.ledger.privacy.romanised_words import (
    ROMANISED_DIED,
    ROMANISED_HARM,
    ROMANISED_VICTIM,
)

HARM = (
    rf"\b(?:{ROMANISED_HARM})\b|[†✝]|"
    r"kill|\btué|\bmort\b|bless[ée]|gefallen|getötet|verwundet|\bpadl|zabit|poleg|morreu|murió|muert|uccis|"
    r"\bucis|hayatını|öldü|pogrzeb|zgin[ąę]|\bub[iy]t|\bpohib|\bzahy|\bpolonen|\bplenn|\bporanen|"
    r"не стало|більше нема|больше нет|\bпол[іе]г|неживи|м[её]ртв|дв(?:ух|ох)сот[ыиі]|posthum|"
    r"\bd\. \d|\b\d00-(?:т[іи]|х|ы[ейх])|згор[іи]|сгор[еи]|посмертн|shaheed|"
    r"\bshahid\b|deceas|\blate\b|dead\b|\bdie[ds]?\b|dying|\bdeaths?\b|fatal|wound|injur|"
    r"hurt\b|maimed|casualt|victim|"
    r"\bbod(?:y|ies)\b|corpse|remains\b|captur|captiv|prisoner|\bpows?\b|detain|hostage|\btaken\b|tortur|"
    r"execut|\bshot\b|murder|missing|disappear|abduct|kidnap|deport|exchang|releas|\bfreed\b|swapp|"
    r"surrender|funeral|burial|buried|grave\b|obituar|mourn|succumb|perish|\blost\b|\bfell\b|\bfallen\b|"
    r"гибел|captors?\b|breathing\b|coffin|загін|забіт|парані|\b[kmw]ia\b|\brip\b|(?:^|"
    r"[ «(\"])000[»\"]?(?::| [-–—] )|\blife\b|\blives\b|sentenced|in custody|imprison|convict|interrogat|"
    r"identified|dna\b|загин|загиб|погиб|вбит|вбил|убит|убил|убив|поран|ранен|ранил|полон[іеу]?\b|"
    r"\bплен|\bв плен|померл?|\bпомер|умер|скончал|смерт|тіл[оа]\b|тел[оа]\b|останк|жертв|постраж|"
    r"пострад|потерпіл|потерпев|зник|пропа[лв]|катув|пыт[ао]|пытк|страче|казн|розстріл|расстрел|викрад|полонен|"
    r"похищ|похит|затрима|задерж|заручни|заложни|обмін|обмен|обміня|звільн|освобо|похор[оа]н|похов|"
    r"ув'язн|в'язн|заключ[её]н|військовопол|военнопл|قتل|قتيل|مقتل|استشهد|شهيد|الشهداء|جريح|جرحى|أصيب|"
    r"إصابة|اصابة|أسير|أسرى|الأسر|أسر |جثة|جثمان|جثامين|اعتقل|اعتقال|معتقل|توفي|وفاة|الضحية|ضحايا|دفن|"
    r"مفقود|اختطف|تعذيب|إعدام|اعدام|إفراج|افراج|نازح|ناج|"
    r"beat(?:en|ing)|\btoll\b|\btraded\b|захва[тч]|захопл|опозна|оп[іи]знан|hospitali|intensive|"
    r"resuscitat|\bcoma\b|\bgave (?:him|her)self|\bcellmate|\bpits?\b|custody|"
    r"incommunicado|caught|defect(?:ed|or)|desert(?:er|ed)|repatriat|exhum|cremat|requiem|tribute|farewell|"
    r"condolenc|coffin|на щит[іе]|\bтрун[аиу]|trapped|shrapnel|strangl|\bhanged\b|stabbed|\braped?\b|"
    r"blinded|gunned|lynched|conscript|cellar|"
    r"травмован|травмир|реан[іи]м|госп[іи]тал[іи]з|осколк|осколоч|контуз|ампут|п[іо]д[іо]рва|оплак|прощан|"
    r"попроща|"
    r"простил(?:ись|ися)|скорб|пам'яті|памяти\b|сирот|вдов|полонян|невол|бран(?:ець|ця|ці)|врят|спасти|"
    r"побит|избит|допрош|допит|числит|сда(?:лся|лась|лись)|ліквід|ликвид|зґвалт|изнасил|смертельн|"
    r"burn(?:t|ed|s)|drown|amputat|surviv|in hospital|\bwidow|\borphan|bereaved|beheaded|\bslain\b|rubble|"
    r"опік|обгор|ожог|уцелел|вижи[вл]|выжи[вл]|завал|"
    r"נהרג|נפצע|נרצח|נחטף|חטוף|חטופ|שבוי|שבויה|בשבי|אסיר|עצור|נעדר|גופ(?:ת|ה|תו|תה)|הרוג|פצוע|קורבן|חלל|"
    r"שוחרר|נפל\b|נפלה|מת\b|מתה\b|נרצחו|הלווי|לוויי|\bheld\b|զոհ|գերի|վիրավոր|սպան|დაღუპ|დაჭრ|ტყვე|მოკლ"
)
# One person who was harmed or is held, named right after; ranks name a soldier.
VICTIM = (
    rf"{ROMANISED_VICTIM}|"
    r"prisoner(?: of war)?|captive|pow|hostage|detainee|victim|casualty|deceased|martyr|(?:captured|"
    r"killed|wounded|injured|dead|missing|fallen|slain|murdered|imprisoned|detained|freed|released|"
    r"executed|tortured|abducted|deported|exchanged)(?: \w+)? (?:soldier|officer|fighter|pilot|sailor|"
    r"marine|serviceman|servicewoman|conscript|man|woman|boy|girl|child|teenager|civilian|resident|medic|"
    r"nurse|doctor|teacher|journalist|volunteer|driver|commander|mayor|person|defender|prisoner|captive)|"
    r"names?(?=:)|full names?|name (?:is|was)|(?:man|woman|boy|girl|person|child|"
    r"teenager) (?:called|named)|late|private|corporal|"
    r"sergeant|pvt|pte|cpl|sgt|[kmw]ia|rip|soldier|fighter|trooper|serviceman|"
    r"servicewoman|gunner|conscript|named|(?:named|identified)(?: by (?:[\w'-]+ ){1,4}?)? ?as|"
    r"by the name of|whose name is|"
    r"name of the (?:victim|dead|prisoner)[^,;]{0,12}|полонен(?:ий|а|ого|ому|им|ої|у)|"
    r"військовополонен(?:ий|а|ого|ому|им|ої|у)|(?:військово|военно)?пленн(?:ый|ая|ого|ому|ым|ой|ую)|"
    r"загибл(?:ий|а|ого|ої|у)|погибш(?:ий|ая|его|ей|ую)|вбит(?:ий|а|ого|ої|у)|убит(?:ый|ая|ого|ой|ую|ий|"
    r"а|ої|у)|поранен(?:ий|а|ого|ої|у)|ранен(?:ый|ая|ого|ой|ую)|жертв[аиыу]|постраждал(?:ий|а)|"
    r"потерпіл(?:ий|а|ого|ої)|потерпевш(?:ий|ая|его|ей)|"
    r"пострадавш(?:ий|ая|его|ей)|зниклий|зникла|зниклий безвісти|затриман(?:ий|а|ого)|задержанн(?:ый|ая|"
    r"ого|ой)|заручни(?:к|ця|ка)|заложни(?:к|ца|ка)|в'язень|заключенн(?:ый|ая|ого)|рядов(?:ий|ого|ой)|"
    r"військов(?:ого|ий)|военного|бо(?:єць|ец)|бійця|бойца|сержанта?|солдата?|на ім'я|по имени|звали|"
    r"الأسير|الأسيرة|الشهيد|الشهيدة|الجريح|الجريحة|الضحية|المعتقل|المعتقلة|القتيل|القتيلة|المفقود|"
    r"المخطوف|المواطن|المواطنة|الطفل|الطفلة|"
    r"החטו(?:ף|פה)|השבוי(?:ה)?|האסיר(?:ה)?|העצור(?:ה)?|הנעדר(?:ת)?|ההרוג(?:ה)?|הפצוע(?:ה)?|החייל(?:ת)?|"
    r"spc|pfc|specialist|lance corporal|lcpl|ефрейтора?|матроса?|старшин[аиу]|прапорщика?|"
    r"морп[іе]ха?|морск\w+ пехотин\w+|морськ\w+ піхотин\w+|захисни[кц]\w{0,3}|бран(?:ець|ця)|полонян(?:ик\w*|"
    r"ка|ку|ки)|deserter|defector|inmate|convict|internee|abductee|"
    r"returnee|escapee|стрілець|стрільця|стрелок|стрелка|контрактник[а]?|срочник[а]?|дезертир[а]?|"
    r"строковик[а]?"
)
# A person who holds no office and speaks for nobody: such a one's name is never needed.
PRIVATE = (
    r"residents?|inhabitant|villager|survivors?|(?:eye)?witness|pensioner|neighbou?r|patient|farmer|"
    r"schoolboy|schoolgirl|pupil|toddler|infant|baby|newborn|refugee|evacuee|breadwinner|passer-?by|cyclist|"
    r"(?:tractor |taxi |truck |bus |ambulance )?driver|beekeeper|shepherd|baker|miner|"
    r"grandson|granddaughter|police officer|postman|листонош[аіу]|почтальон\w*|"
    r"paramedic|firefighter|rescuer|shopkeeper|"
    r"man|woman|teen|teenager|child|kid|boy|girl|grandmother|grandfather|pregnant woman|housewife|"
    r"мешкан(?:ець|ця|ка|ки|ку|кою|цем)|жител(?:ь|я|ька|ьки|ьку|ьница|ьницы|ьницу|ем)|пенсіонер(?:а|ка|ки|"
    r"ку)?|"
    r"пенсионер(?:а|ка|ки|ку)?|сус[іе]д(?:а|ка|ки|ку)?|очеви(?:дець|дця|дец|дца|диця)|св[іи]д(?:ок|ка|етель)|"
    r"хлопчик[аму]*|дівчинк[аиу]|мальчик[ау]?|девочк[аиу]|підліт(?:ок|ка)|подрост(?:ок|ка)|немовля|"
    r"водій|водія|водитель|водителя|медсестр[аиу]|в?чител(?:ь|ька|я|ьку)|учител(?:ь|я|ьница|ьницу)|"
    r"фельдшер(?:ка|а)?|рятувальник[а]?|спасател[ья]|тракторист[а]?|фермер[а]?|школяр(?:ка|а)?|"
    r"школьни(?:к|ца|ка)|"
    r"студент(?:ка|а|ку)?|вагітна|беременная|чолов[іи]к[а]?|жінк[аиу]|мужчин[аыу]|женщин[аыу]|бабус[яі]|"
    r"التلميذ|الرضيع|الرضيعة|الحاج|الحاجة|السيدة|الشاب|الشابة|الجدة|הילד|הילדה|התינוק(?:ת)?|התושב(?:ת)?|הנהג"
)
# The same in scripts without capitals, where the words after it are a name unless they are ordinary.
UNCASED_VICTIM = (
    r"(?:استشهدت?|قتلت?|أصيبت?|توفيت?) (?:الحاجة?|السيدة?|المسنة?|الشابة?|المواطنة?|الطفلة?)|الأسيرة?|"
    r"الشهيدة?|الجريحة?|المعتقلة?|القتيلة?|المفقودة?|المخطوفة?|الطفلة?|جثمان|جثة|زوجة|والدة?|"
    r"החטו(?:ף|פה)|השבויה?|האסירה?|העצורה?|הנעדרת?|ההרוגה?|הפצועה?|החיילת?|הילדה?|גופת(?:ו|ה)? של|גופת|"
    r"א(?:מו|מה|ביו|ביה|חיו|חותו|שתו|למנתו) של|בין ההרוגים|בין הפצועים|בין החטופים"
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
    r"житель\w*|солдат|من|بين|هو|هي|تم|المواطن|الشاب|الطفل|الطفلة|السيد|الصحفي|الصحفية|"
    r"our|their|on the spot|водій|водія|водитель|водителя|на місці|на месте|в лікарні|у лікарні|в больнице|"
    r"משפחת|גם|של|את"
)
HARMED_NOW = (
    r"розстріл|расстрел|murdered|slain|більше нема|больше нет|found (?:dead|murdered|shot|hanged)|"
    r"взяли (?:в|у) (?:полон|плен)|d\. \d|mort\b|tué|gefallen|reported (?:dead|killed|missing|captured)|"
    r"lost (?:his|her|their) li(?:fe|ves)|fell (?:near|in|at)|fell$|fallen|kia\b|mia\b|sentenced|"
    r"remains? (?:in|a)\b|(?:was|were|is|are|got|gets|being|has been|have been|had been|who was|who is|"
    r"and (?:two|three|"
    r"four|several|others?|\d+)[^.;]{0,20} were|and others? were)\W+(?:later |also |then |still |"
    r"fatally |seriously |badly )?(?:killed|wounded|injured|captured|taken|held|detained|shot|executed|"
    r"tortured|exchanged|released|freed|missing|dead|hit|hurt|buried|murdered|kidnapped|abducted|"
    r"deported|shown|interviewed|identified|imprisoned|interrogated|among|one of|in captivity|a prisoner|"
    r"convicted|sentenced)|(?:has|had|have) (?:been (?:held|killed|captured)|died)|died|dies|killed|"
    r"wounded|injured|captured|missing|succumbed|perished|shot|executed|exchanged|released|freed|"
    r"stepped on|lost (?:a|an|one|both|his|her) (?:foot|leg|hand|arm|eye|feet|legs|hands|arms|eyes)|"
    r"hit by|held (?:since|by|in|without|captive)|held(?=[).,;]|$)|taken (?:prisoner|captive|wounded|"
    r"alive)|survived|surrendered|abducted|detained|arrested|imprisoned|beaten|tortured|dead|burned|"
    r"drowned|identified\b|загинул?[аи]?\b|загинув|загиб|"
    r"вбит|убит|поранен|ранен|помер|умер|скончал|потрапи[вл]\w* (?:у|в) полон|попала? в плен|погиб|"
    r"знайден|опозна|показан|обмін(?:ян|ял)|обмен(?:ян|ял|ен)|звільнен|освобожд|зник|пропа[лв]|страчен|казн|"
    r"похован|похорон|"
    r"(?:до сих пор |вс[её] ещё |досі |і досі )?(?:вбили|убили|ранили|поранили|катували|пытали|вивезли|"
    r"вывезли|викрали|похитили|забрали|взяли|схопили|утримують|удерживают|тримають|держат)|"
    r"(?:вби|уби|пора|ра|конту[зж]и|розірва|разорва|привали|накри|накры|завали|присипа)ло\b|поранило|ранило|"
    r"у полоні|в плену|взят|захоплен|захвачен|استشهد|قتل|توفي|أصيب|اعتقل|أسر|נהרג|נפצע|נרצח|נחטף|מת\b|מתה\b"
)
# One person, after a colon: "Ivan: killed on 3 May"; "Gladkov: three killed" is a statement.
HARMED_ONE = (
    r"killed|died|dead|wounded|injured|captured|missing|deceased|kia|mia|shot|executed|загинув|загинула|"
    r"погиб|погибла|"
    r"помер|померла|умер|умерла|поранений|поранена|ранен|ранена|вбитий|вбита|убит|убита|зник|зникла|"
    r"пропал|пропала|полонений|полонена|в полоні|в плену|aged"
)
# Whose name may stand in a report, unless harm is said of its bearer.
WORKER = (
    r"recruit|mercenary|найман(?:ець|ка)|на[её]мник|aid worker|"
    r"volunteer|student|monk|nun|priest|pastor|imam|teacher|doctor|nurse|medic|activist|"
    r"journalist|reporter|photographer|cameraman|veteran|native|worker|employee|engineer|deminer|athlete|"
    r"coach|musician|artist|poet|writer|footballer|national|citizen|уродженець|уроженец|волонтер(?:ка)?|"
    r"лікар(?:ка)?|врач|журналіст(?:ка)?|журналист(?:ка)?|герой|воїн|воин|боец|доброволець|доброволец"
)
# What is said of one person only: a town is shelled and captured, a unit surrenders, but neither dies.
HARMED_ALONE = (
    r"(?:was|is|got|has been|had been|who was)\W+(?:\w+ly |also |then |later )?(?:killed|wounded|injured|"
    r"shot\b|released\b|freed\b|exchanged\b|swapped|missing|held (?:in|by|at|for)\b|beaten|"
    r"stabbed|executed|tortured|murdered|kidnapped|abducted|arrested|detained|burnt|burned alive|"
    r"hospitali[sz]ed|"
    r"pulled|found dead|buried|interrogated|sentenced|beheaded|taken prisoner|identified)|died|dies|"
    r"went missing|missing since|missing, (?:presumed|believed|feared)|(?:was |were )?last seen|perished|"
    r"froze to|starved|exchanged (?:on|for|after)|succumbed|"
    r"lost (?:his|her|both|one|a) (?:life|eye|eyes|legs|arms|hands|foot|leg|arm|hand|son|daughter|wife|"
    r"husband)|held since|returned from captivity|"
    r"tortured in|shot dead|"
    r"(?:was )?found dead|drowned|загинув|загинула|погиб(?:ла)?\b|поранен[аий]|ранена?\b|помер(?:ла)?\b|"
    r"умер(?:ла)?\b|"
    r"скончал(?:ся|ась)|"
    r"burned (?:in|to|alive)|bled (?:to|out)|froze to|choked to|starved to|suffocated|"
    r"(?:was )?(?:assassinated|recogni[sz]ed|gunned)|"
    r"осужд[её]н|засуджен|застрелен|розстрілян|расстрелян|впізнан|опознан|опізнан"
)
# Where one is held or lies: "in a prison", "з полону".
CONFINED = (
    r"since (?:captur\w+|(?:his|her) (?:capture|arrest|abduction))|(?:said )?(?:he|she) was \w+ when|"
    r"asked (?:not )?to be|(?:in|from|at) (?:a |an |the |his |her )?(?:[\w'-]+ )?(?:prison|captivity|jail|"
    r"custody|detention|penal|colony|sizo|morgue)\b|(?:у|в|з|із|из) (?:\w+ )?(?:полон[іу]|плен[уа]|сізо|"
    r"сизо|колонії|колонии|тюрмі|тюрьме|морг[уі]|морге)\b"
)
# What may befall a person and much else too: said of a full name that nothing else explains.
MISFORTUNE = (
    r"\b(?:hit|struck|crushed|bled|blast|blown|assassinat\w+|recogni[sz]ed|trauma|wheelchair|prosthe\w+|"
    r"family of|last seen|forensic|shell landed|regain\w*|conscious\w*|suffocat\w+|charred|filtration|"
    r"bandaged|first strike|brothers|sisters|adult|stepped on|cargo \d+|detention|"
    r"cell|jail\w*|prison\w*|barracks|penal|swap|homecoming|handed over to|alive|coffin|memory|memorial|"
    r"plaque|posthumous\w*|hero|was (?:only )?(?:one|two|three|four|five|six|seven|eight|nine|ten)|aged|"
    r"years|the (?:youngest|oldest|eldest)|children|siblings|twins)\b|"
    r"впізна|тримают|держат|ідентиф|идентиф|на щит|поліг|полягл|серце|шукають|ищут|обстріл|обстрел|"
    r"засуджен|осужд[её]н|"
    r"(?:ногу|руку|дво[єе]|тро[єе]|двое|трое)\b|(?:вантаж|груз) \d+|прострел|простріл|утону|втону|"
    r"повернувся|вернулся|морпіх|днк|життя|утриму|удерж|пам'ять|память|дожи|застрел|геро[йя]|письмо|"
    r"посмертн|земляк|прощал|влучи|уламк|уламок|контужен|протез|дитин|діти|дети|ребен|ребён|"
    r"ثرى|ينعى|نعى|ذكرى"
)
YEARS_OLD = r"years?|yrs?|y/?o\b|-year|р(?:ок|\.|іч)|лет|год|عام|سنة|שנה|שנים"
UNITS = r"one|two|three|four|five|six|seven|eight|nine"
IN_WORDS = (
    rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:{UNITS}))?|{UNITS}|ten|eleven|"
    rf"twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen"
)
# How numbers begin in Slavic languages, in any case.
SLAVIC_NUMBER = (
    r"(?:одн|дв[аоіуе]|тр[иьоеё]|чотир|четыр|п'?ят|ш[іе]ст|с[іе]м|в[іо]с[іеь]м|дев'?ят|десят|одинадц|"
    r"одиннадц|сорок|девян|дев'ян)\w*"
)
AGED = (
    rf"[,(–—-]\s*(?:an? )?(?:aged? )?\d{{1,2}}(?=\s*(?:$|[,;.)]|{YEARS_OLD}))|aged? \d|"
    rf"\d{{1,2}}\s*(?:{YEARS_OLD})|"
    r"[\s,(]*\d{4}\s?[–—-]\s?\d{4}|"
    r"[\s,(]*(?:born|b\.|\d{4}\s*(?:р\.|г\.|року н|г\.?р))|"
    rf"[\s,]*aged (?:{IN_WORDS})|, (?!one\b)(?:{IN_WORDS})(?=[,;.)]|$)|"
    rf"\s*[,(] ?(?:{IN_WORDS})[ -](?:years?|months?|weeks?|days?)(?! ago| later| before| after| earlier)|"
    rf"\s*[,(] ?{SLAVIC_NUMBER}(?: {SLAVIC_NUMBER})? (?:рок[иуі]\w*|року|лет|года?|місяц\w+|месяц\w+)"
    r"(?! тому| назад| потому| спустя)|, (?:בן|בת) \d"
)
# Who is named by a title or as an elder: no office, and often the only word about a person.
TITLE = (
    r"mrs?|ms|miss|madame?|pani?|panna|пані?|панн?а|г-н|г-жа|grand(?:ma|pa)|granny|aunt(?:ie)?|uncle|"
    r"д[іие]д|дід(?:усь|уся)|дедушк\w|баб[ауі]|бабц[яі]|бабус[яю]|бабушк\w|т[іе]тк[аиу]|тётя|дядь?к?[оаяю]"
)
OLD_AND_YOUNG = r"kid|little one|newborn|немовля\w*|малю?ка?|дитин[аиу]|ребён(?:ок|ка)|малыш\w*"
NAMED_AS = (
    r"identity|ос[оі]б[ауи]|личность|"
    r"(?:sur)?names?(?: \w+)?(?=:)|(?:sur)?name|called|nicknamed|known (?:only )?(?:as|by)|turned out to be|"
    r"a certain|surnamed|"
    r"the name as|п\.? ?і\.? ?б|ф\.? ?и\.? ?о|звати|звали|зовут|ім.я|имя|прізвище|фамилия|на прізвище|"
    r"за прізвищем|по фамилии|по прозвищу|"
    r"некий|такий собі"
)
TRADE = (
    r"caregiver|cooks?|пас[іе]чник\w*|кухар\w*|повар\w*|сторож\w*|охорон[ец]\w*|борттехн\w+|наводчик\w*|"
    r"pilot|correspondent|navigator|crew chief|механ[иі]к\w*|штурман\w*|"
    r"miners?|coal miner|шахт[аеё]р\w*|гірник\w*|горняк\w*|комбайн[еёі]р\w*|електрик\w*|"
    r"электрик\w*|зварник\w*|сварщик\w*|будівельник\w*|строител[ья]\w*|перукар\w*|парикмахер\w*|"
    r"singer|chef|cook|sniper|sapper|tanker|paratrooper|gunner|rescuer|trainer|actor|actress|"
    r"designer|programmer|lawyer|farmer|builder|welder|electrician|entrepreneur|"
    r"к[ое]р+еспондент\w*|священ+и\w+|пілот\w*|пилот\w*|льотчи\w+|л[её]тчи\w+|медик\w*|фельдшер\w*|тренер\w*|"
    r"спортсмен\w*|актор\w*|акт[её]р\w*|поет\w*|поэт\w*|художни\w+|співа\w+|п[іе]вец|інженер\w*|инженер\w*|"
    r"комбат\w*|командир\w*|журналіст\w*|журналист\w*|лікар\w*|врач\w*|волонтер\w*|воїн\w*|воин\w*"
)
PEOPLE = (
    r"(?:soldier|fighter|worker|officer|prisoner|captive|hostage|defender|civilian|resident|teacher|"
    r"nurse|medic|"
    r"driver|pilot|sailor|friend|pupil|student|volunteer|employee)s|crew|бій?ц[іи]|бойцы|солдат[иы]|"
    r"civilians|victims|dead|wounded|missing|children|цивільн(?:і|их)|гражданск(?:ие|их)|мирн(?:і|ые|их|ых)|"
    r"загибл(?:і|их)|погибш(?:ие|их)|поранен(?:і|их)|ранен(?:ые|ых)|зникл(?:і|их)|пропавш(?:ие|их)|"
    r"жертви|жертвы|діти|дети|робітники|"
    r"рабочие|військов[іи]|военные|полонені|пленные|заручники|заложники|водії|водители|в?учителі|учителя|"
    r"медики|моряки|матроси|матросы|працівники|сотрудники|захисники|защитники|друзі|друзья|екіпаж|экипаж"
)
# What is said of one person whom the sentence then names.
DIED_ALONE = (
    rf"{ROMANISED_DIED}|"
    r"повернув(?:ся|ась)|повернулась|вернул(?:ся|ась)|осиротів|осиротіла|осиротел[аи]?|постраждав|"
    r"постраждала|"
    r"пострадала?|врятовано|спас[её]н[аы]?|звільнено|освобожд[её]н[аы]?|обміняно|обменян[аы]?|"
    r"потрапи(?:в|ла)|попала?|"
    r"загинув|загинула|погиб|погибла|помер|померла|умер|умерла|скончал(?:ся|ась)|вбито|убит[аы]?|"
    r"поранено|ранена?|"
    r"зник|зникла|пропав|пропала?|страчено|казн[её]н[аы]?|розстріляно|расстрелян[аы]?|полонено|похова(?:ли|но)|"
    r"похоронен[аы]?"
)
