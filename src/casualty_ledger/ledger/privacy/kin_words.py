"""Kin words: who is near to somebody harmed, whose home it was, and who asks for somebody's return.

The languages that `parsing` reads names in; patterns for lower-case text.
"""

from __future__ import annotations

from casualty_ledger.ledger.privacy.romanised_words import (
    ROMANISED_FAMILY,
    ROMANISED_HOME,
    ROMANISED_KIN,
    ROMANISED_MINE,
    ROMANISED_PLEA,
)

KIN = (
    rf"{ROMANISED_KIN}|"
    r"(?:home|house|flat|apartment|grave|famil(?:y|ies)|mother|father|parents?|wife|widow|husband|sons?|"
    r"daughters?|brothers?|sisters?|relatives?|names?|photos?|faces?|testimon(?:y|ies)|body|capture|"
    r"death|funeral|exchange|release|killing|murder|execution|torture|remains) of|(?:with|to) the family|"
    r"родин[аиуіою]+|сім'[яїюєю]+|подружж[яюі]|супруг\w*|матір|мати|матері|батьк\w+|дружин[аиі]|"
    r"вдов[аиіеуы]|вдов(?:ою|ой)|вдівець|вдівця|вдовец|вдовца|син[а]?|рідн(?:і|их|им|ими)|родн(?:ые|ых|"
    r"ым|ыми)|"
    r"родич\w*|родственни\w+|близьк\w+|близк\w+|друз\w+|дочк[аи]|могил[аиуіоюей]+|семь[яи]|матер[иь]|"
    r"мать|отц[а]|отец|жен[аы]|сына?|дочер[иь]|дочь|тіла|тела|тіло|тело|похорон\w*|смерть|смерті|смерти|"
    r"загибель|гибель|останк\w+|некролог|(?:по)?про?ща\w+ (?:з|із|с|со)|"
    r"عائلة|والد|والدة|جثمان|جثة|مقتل|استشهاد|اعتقال|إصابة|وفاة|أسر|زوجة"
    r"|אמו של|אמה של|אביו של|אביה של|אחיו של|אחותו של|אשתו של|אלמנתו של|גופת(?:ו|ה)? של|גופת|בנו של|"
    r"בתו של|לוויית(?:ו|ה) של"
)
KINSHIP = (
    r"mother|father|mum|dad|wife|widow|husband|son|daughter|brother|sister|sibling|relative|parent|cousin|"
    r"uncle|aunt|niece|nephew|grandson|granddaughter|grandmother|grandfather|fianc[ée]e?|partner|twin|"
    r"cellmate|in-law|widower|stepson|stepdaughter|godson|goddaughter|"
    r"вдів(?:ець|ця)|вдов(?:ец|ца)|кум[аи]?|зят(?:ь|я)|невістк[аиу]|невестк[аиу]|т[еэ]щ[аиу]|пасин(?:ок|ка)|"
    r"пасын(?:ок|ка)|"
    r"мати|матір(?:'ю)?|матері|батьк(?:о|а|ові|ом)|дружин(?:а|и|і|у|ою)|вдов(?:а|и|і|у|ою|ы|е|ой)|"
    r"син(?:а|у|ом|ові)?|доньк(?:а|и|у|ою)|доч(?:ка|ки|ку|кою|ь|ери|ерью)|брат(?:а|у|ом|ові)?|сестр(?:а|и|"
    r"і|у|ою|ы|е|ой)|"
    r"бабус(?:я|і|ю)|онук(?:а|и|у)?|племінни(?:к|ця|ка|ці)|мать|матер(?:и|ью)|от(?:ец|ца|цу|цом)|жен(?:а|"
    r"ы|е|у|ой)|"
    r"муж(?:а|у|ем)?|сын(?:а|у|ом)?|бабушк(?:а|и|у)|внук(?:а|у)?|внучк(?:а|и|у)|племянни(?:к|ца|ка|цы)|"
    r"сокамерник(?:а)?|співкамерник(?:а)?|"
    r"والدة|والد|زوجة|زوج|أرملة|شقيق|شقيقة|ابن|ابنة|אמו|אמה|אביו|אביה|אשתו|אלמנתו|אחיו|אחותו|בנו|בתו"
)
FAMILY_OF = (
    rf"{ROMANISED_FAMILY}|"
    r"родин[аиуою]+|сім'[яїюєю]+|подружж[яюі]|брат[иів]+|братья|братьев|сестри|сестёр|сёстры|близнюк\w+|"
    r"близнец\w+|"
    r"семь[яиюей]+|супруг\w+|عائلة|أسرة|משפחת|ה?אחים|ה?אחיות"
)
# "My X", "our little X": a relative speaks of one of the family.
MINE = (
    r"my|our|м[іо]й|мо(?:го|єму|їм|я|єї|ю|єю|ї|его|ему|ей|ём|и|их)|наш(?:а|ого|ої|у|ою|его|ей)?|"
    rf"{ROMANISED_MINE}"
)
DEAR = (
    r"dear|little|beloved|late|poor|only|eldest|youngest|older|younger|dearest|люб[аиліыой]\w*|маленьк\w+|"
    r"рідн\w+|родн\w+|старш\w+|молодш\w+|младш\w+|доро[гж]\w+"
)
# One room or plot in which a family lives.
HOME = (
    r"house|home|flat|apartment|yard|courtyard|barn|dacha|cottage|cellar|basement|hut|garage|household|"
    r"residence|подвір'[яїю]|обійст[яі]|двір|двор[іаеу]?|садиб[аиіу]|хат[аиіу]|хатин[аиіу]|дач[аиіеуы]|"
    r"будин(?:ок|ку)|дім|дом[уае]?|квартир[аиіеуы]|ферм[аиіеуы]|господарств[оаі]|хозяйств[оае]|город[іу]?|"
    r"огород[еа]?|усадьб[аеуы]|погр[еі]б[іеа]?|сара[йяюїе]|льо[хс]\w?|гараж[іеау]?|"
    rf"{ROMANISED_HOME}"
)
# Who asks for one person: "looking for X", "freedom for X", "we remember X".
PLEA = (
    r"(?:looking|searching|search|prayers?|pray|justice|freedom|waiting|vigil|petition|campaign) for|free|"
    r"find|bring(?: back| home)?|save|help(?: find)?|release|return|where is|have you seen|remember(?:ing)?|"
    r"in memory of|hands off|"
    r"(?:роз)?шука(?:ємо|ю|ють|ємо)|знайти|знайд[іи](?:ть|мо)|де|поверн[іи](?:ть|мо)|вернуть|"
    r"звільн[іи](?:ть|мо)|свобод[ау]|воля|допомож[іи](?:ть|мо)|врятуйте|рятуйте|пам'ята(?:ємо|ю|й)|"
    r"пам'яті|чека(?:ємо|ю)|молимо(?:сь|ся) за|справедливість для|розшук|"
    r"ищем|ищу|разыскива(?:ем|ю|ется)|розыск|найти|найд(?:ите|ём|ем)|где|верн(?:ите|ём|ем)|освободите|"
    r"помогите|спасите|помн(?:им|ю|ите)|памяти|жд[её]м|молимся за|справедливость для|"
    rf"{ROMANISED_PLEA}"
)
