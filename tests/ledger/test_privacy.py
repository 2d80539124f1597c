"""Do no harm: what names a person or endangers a prisoner is refused, and not repeated.

All names are invented. The rows come in three kinds: what must be refused, what must pass, and what is asked.
"""

import pandas as pd
import pytest
from paths import HOME
from rows import make_rows

from casualty_ledger.errors import SheetUnreadable
from casualty_ledger.ledger.checking import find_strangers
from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.privacy.gate import find_possible_persons
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import read_sheet, read_sheets
from casualty_ledger.sources.registry import Register, Source, read_register

NOBODY = Register({}, {})
PRISONERS = {"population": "pow", "measure": "captured", "basis": "period", "value": "2"}
HELD = PRISONERS | {"measure": "held", "basis": "stock"}

NAMED = [
    ({"note": "among the dead: Ivan Petrenko"}, "note"),
    ({"note": "captured: Ivan Petrenko"} | PRISONERS, "note"),
    ({"scope": "загинула Олена Коваленко, 34 роки"}, "scope"),
    ({"scope": "военнопленный Иванов Иван"} | PRISONERS, "scope"),
    ({"note": "обміняли Зоряну Бондаренко"} | PRISONERS, "note"),
    ({"note": "тело Дмитрия Соколова опознано"}, "note"),
    ({"note": "рядовий Іван Петренко"}, "note"),
    ({"note": "солдат на ім’я Іван Петренко"}, "note"),
    ({"note": "пленный по имени Иван Петров"}, "note"),
    ({"note": "the prisoner named Ivan Petrenko was shown"} | PRISONERS, "note"),
    ({"scope": "identified as Olena Kovalenko"}, "scope"),
    ({"note": "Mariia Bondar, 34, killed at home"}, "note"),
    ({"note": "a nurse, Emily Harper, was among those killed"}, "note"),
    ({"note": "captured soldier Khaled al-Masri"} | PRISONERS, "note"),
    ({"note": "Mohamad Nasser died of wounds"}, "note"),
    ({"note": "استشهد محمد يوسف"}, "note"),
    ({"note": "الأسير أحمد الجبوري"} | PRISONERS, "note"),
    ({"overlaps": "victim Petro Ivanenko counted before"}, "overlaps"),
    ({"overlaps": "PETRENKO IVAN among the wounded"}, "overlaps"),
    ({"note": "killed: I. Petrenko"}, "note"),
    ({"note": "killed: Petrenko I.V."}, "note"),
    ({"note": "killed: Petrenko, Ivan"}, "note"),
    ({"note": "killed: ivan petrenko"}, "note"),
    ({"note": "killed: I\u200bvan Petrenk\u043e"}, "note"),
    ({"note": "killed: I v a n Petrenko"}, "note"),
    ({"note": "Ivan Sydorenko"} | PRISONERS, "note"),
    ({"note": "Mayor Ivan Petrenko was killed"}, "note"),
    ({"note": "mother of Ivan Petrenko"}, "note"),
    ({"place": "grave of Ivan Petrenko"}, "place"),
    ({"method": "interview with captured pilot Ivan Sydorenko"} | PRISONERS, "method"),
    ({"measure_as_said": "death of Ivan Petrenko"}, "measure_as_said"),
    ({"claimant": "prisoner of war Ivan Petrenko"}, "claimant"),
    ({"claimant": "captured soldier Pavlo Shevchenko"}, "claimant"),
    ({"publisher": "family of the captive Ivan Petrenko"}, "publisher"),
    ({"note": "resident of Dubky Olha Synenko was hurt"}, "note"),
    ({"note": "Senko Petro Ivanovych, 1971, died in hospital"}, "note"),
    ({"note": "померла в лікарні Марта Синенко"}, "note"),
    ({"note": "мешканця села Петра Синенка поранено"}, "note"),
    ({"note": "прощання із захисником Остапом Синенком"}, "note"),
    ({"note": "тіло 12-річного Марка Синенка"}, "note"),
    ({"note": "Emily King and her baby killed"}, "note"),
    ({"note": "Sgt. Taras Synenko, held since May"} | PRISONERS, "note"),
    ({"note": "the captive soldier is Lt. Danylo Synenko"} | PRISONERS, "note"),
    ({"note": "prisoners (Synenko, Filenko)"} | PRISONERS, "note"),
    ({"note": "Altayeb Abu Sanad shot at the market"}, "note"),
    ({"note": "Ma Khin Sanda, 24, shot dead"}, "note"),
    ({"note": "captive Gevorg Arsanyan died in custody"}, "note"),
    ({"note": "والدة الشهيد زاهي أبو سند"}, "note"),
    ({"note": "נהרגה רבקה סננקו"}, "note"),
    ({"note": "החטוף איתי סננקו"}, "note"),
    ({"place": "house of Mykola Synenko, Dubky"}, "place"),
    ({"claimant": "Olha Synenko, mother of a prisoner"}, "claimant"),
    ({"claimant": "eyewitness Petro Synenko"}, "claimant"),
    ({"scope": "without Petro Synenko"}, "scope"),
    ({"overlaps": "the same as Petro Synenko"}, "overlaps"),
    ({"incident": "the case of Petro Synenko"}, "incident"),
    ({"note": "a parcel for Petro Synenko"} | PRISONERS, "note"),
    ({"note": "на щиті повернувся Петро Синенко"}, "note"),
    ({"note": "posts by Petro Synenko in a northern prison"} | PRISONERS, "note"),
    ({"note": "they captured Colonel Petro Synenko"} | PRISONERS, "note"),
    ({"note": "in Dubky: Petro Synenko, baker, killed"}, "note"),
    ({"note": "in memory of Petro Synenko, fallen"}, "note"),
    ({"place": "home of the Synenko family"}, "place"),
    ({"note": "Mrs. Ostrbal dead in the cellar"}, "note"),
    ({"note": "three from the Ostrbal family died"}, "note"),
    ({"note": "звільнили з полону подружжя Острбалів"}, "note"),
    ({"note": "inmate no. 12 Ostrbal died"}, "note"),
    ({"note": 'Petro "Lynx" Synenko killed'}, "note"),
    ({"note": "Petro Synenko (“Lynx”) killed in May"}, "note"),
    ({"note": "the governor said Petro Synenko, 79, was killed"}, "note"),
    ({"note": "старосту села Синенка Петра Захаровича розстріляно"}, "note"),
    ({"note": "Petro Synenko’s relatives learned of the death"}, "note"),
    ({"note": "mayor Petro Synenko, in captivity since May"}, "note"),
    ({"note": "Mayor Petro Synenko and her family murdered"}, "note"),
    ({"note": "пропав мл. с-т СИНЕНКО Петро Захарович"}, "note"),
    ({"note": "Widow Daryna Synenko told of the death"}, "note"),
    ({"note": "Shaheed Petro Synenko, five, carried by his uncle"}, "note"),
    ({"note": "Shaheed Zahi Abu Sanad, funeral"}, "note"),
    ({"note": "двенадцатилетняя Дарина Синенко ранена"}, "note"),
    ({"note": "Pomer u poloni Petro Ostrbal: rodyna chekaie"}, "note"),
    ({"place": "город Петра Синенка (поранений міною)"}, "place"),
    ({"claimant": "Relatives of Yu. Synenko"}, "claimant"),
    ({"claimant": "мати Петра Синенка"}, "claimant"),
]
IDENTIFIED = [
    ({"note": "born on 3 May 1999"}, "note"),
    ({"note": "passport AB123456"}, "note"),
    ({"note": "call sign Lynx"} | PRISONERS, "note"),
    ({"note": "позивний Рись"}, "note"),
    ({"place": "48.4647, 35.0462"}, "place"),
    ({"place": "48°27'N 35°02'E"}, "place"),
    ({"note": "at 37U DP 12345 67890"}, "note"),
    ({"place": "12 Shevchenko Street, Dnipro"}, "place"),
    ({"place": "вул. Шевченка, 12"}, "place"),
    ({"note": "lives at Sadova Street"}, "note"),
    ({"note": "all of the 3rd Assault Brigade"} | PRISONERS, "note"),
    ({"note": "men of the 155th separate marine brigade"} | PRISONERS, "note"),
    ({"note": "військові 36 бригади"} | PRISONERS, "note"),
    ({"note": "бійці 93 ОМБр"} | PRISONERS, "note"),
    ({"address": "https://www.youtube.com/watch?v=x"} | PRISONERS, "address"),
    ({"address": "https://t.me/channel/123"} | PRISONERS, "address"),
    ({"address": "https://example.org/interviews/42"} | PRISONERS, "address"),
    ({"address": "https://example.org/face.jpg"}, "address"),
    ({"address": "https://example.org/clip.mp4?x=1"}, "address"),
    ({"note": "shown in https://t.me/channel/123"} | PRISONERS, "note"),
    ({"note": "portrait at example.org/face.jpg"}, "note"),
    ({"note": "relatives at family@example.org"}, "note"),
    ({"note": "relatives at family (at) example.org"}, "note"),
    ({"scope": "call +380441234567"}, "scope"),
    ({"scope": "tel. 067 123 45 67"}, "scope"),
    ({"publisher": "hotline, 8 (900) 123-45-67"}, "publisher"),
    ({"place": "Penal colony 7, block 2"} | HELD, "place"),
    ({"note": "паспорт серії АА № 123456"}, "note"),
    ({"note": "dog tag number A-123456"}, "note"),
    ({"note": "military ID no. AB 123456"}, "note"),
    ({"note": "birth certificate I-AB 123456"}, "note"),
    ({"note": "car plate AA 1234 BB"}, "note"),
    ({"note": "ring his wife at 0671234567"}, "note"),
    ({"note": "48.46470 N 35.04620 E"}, "note"),
    ({"note": "дом 12 по ул. Садовая"}, "note"),
    ({"note": "в/ч А1234"} | PRISONERS, "note"),
    ({"note": "men of 155 brigade"} | PRISONERS, "note"),
    ({"note": "a clip, https://t.me/channel/1, with a captive"}, "note"),
    ({"note": "позивний полоненого — «Рись»"}, "note"),
    ({"note": "video of captured men at https://t.me/channel/123"}, "note"),
]
HONEST = [
    {"note": "Killed far from home, an essay by Olena Synenko"},
    {"note": "How many soldiers has the army lost? By Daryna Holub"},
    {"note": "историк Павел Синенко приводит иное число пленных"},
    {"place": "Danylo Synenko National University: nobody killed"},
    {"note": "brigade named after Hetman Petro Synenko, dead"},
    {"note": "глава области Петр Синенко, погибли двое"},
    {"note": "Petro Synenko reconnaissance ship hit, dead unknown"},
    {"note": "Острбалка, ранена женщина"},
    {"note": "школяр загинув; водій поранений"},
    {"note": "Yom Kippur, 2 wounded"},
    {"note": "Petro Synenko mourned the dead"},
    {"note": "Petro Synenka damaged, crew wounded"},
    {"note": "Prof. Petro Synenko, war deaths"},
    {"note": "Kirby called it ludicrous"},
    {"note": "woman born 1941 who died during evacuation"},
    {"scope": "36 women + 22 men + 1 boy"},
    {"place": "Bila Tserkva 23"},
    {"place": "Kramatorsk (railway station)"},
    {"place": "Volodymyr"},
    {"place": "Ivano-Frankivsk"},
    {"place": "Kamianets-Podilskyi"},
    {"place": "Khan Younis"},
    {"place": "вулиця Івана Франка"},
    {"place": "St. Nicholas church"},
    {"note": "3 killed near Ivan Franko Street"},
    {"note": "wounded at the hospital named after Mykola Amosov"},
    {"note": "frigate Admiral Makarov, 3 missing"},
    {"note": "killed: 2 of the Sheikh Mansour Battalion"},
    {"note": "Operation Grim Beeper; 12 wounded"},
    {"scope": "killed in Bila Tserkva, 23 injured"},
    {"scope": "dead: Kharkiv 3, Velyka Novosilka 2"},
    {"scope": "captured near Chasiv Yar"} | PRISONERS,
    {"scope": "серед загиблих: двоє дітей"},
    {"scope": "погибли жители Белгорода и Шебекино"},
    {"note": "مقتل 31 مدنيا في الخرطوم"},
    {"note": "Zelensky said 3 were killed"},
    {"note": "Governor Oleh Synenko said two people died"},
    {"note": "according to mayor Ihor Terenko, five were wounded"},
    {"note": "за словами голови ОВА Вадима Філенка, загинули троє"},
    {"note": "глава города Денис Пушенко: погибли трое"},
    {"note": "Petro Mohyla University: 2 dead"},
    {"overlaps": "part of the 144 (43 of them Azov Regiment)"} | PRISONERS,
    {"claimant": "POW Coordination Headquarters"} | PRISONERS,
    {"claimant": "Killed and Missing Persons Black Sea Fleet"},
    {"claimant": "Governor of Sumy Oblast (Hryhorov)"},
    {"claimant": "Oleksandr Synenko, economist"},
    {"claimant": "Headquarters for the Treatment of POWs via Presidential Office"} | PRISONERS,
    {"note": "losses of the 72nd brigade"},
    {"note": "page time 23:55; 80,000+400,000; 20 per cent of 50,000"},
    {"note": "dead: Umm Badr 3, Abu Sanad 2"},
    {"note": "Khan Younis and Deir Hanna shelled; 4 killed"},
    {"note": "shelling of Sol-Iletsk, killed 2"},
    {"note": "San Pedro: 3 dead; Santa Rita (2 dead)"},
    {"note": "Velyki Luky. Killed 2, wounded 4"},
    {"note": "wounded at Costa Rica Street"},
    {"note": "military administration (Daryna Synenko): 6 injured"},
    {"note": "by Daryna Synenko, Example Times; killed 3"},
    {"note": "Daryna Synenko of the ICRC visited prisoners"},
    {"note": "Daryna Synenko deplored the death of 100"},
    {"note": "Daryna Synenko and Mark Filenko on losses, killed ratio 1:3"},
    {"note": "Synenko, Filenko and Harper 2013, killed"},
    {"note": "Denys Synenko: three killed"},
    {"note": "Денис Синенко про обмін: 75 звільнених"},
    {"note": "по сообщению Дениса Синенко, раненых нет"},
    {"note": "TWO SOLDIERS SHOT DEAD IN SPATE OF VIOLENCE"},
    {"note": "the Ivan Synenko damaged, dead unknown"},
    {"note": "Killed In Action; Table II, Annex B"},
    {"note": "Petro Synenko Bloc"},
    {"note": "mustashfa Petro Synenko, 3 killed"},
    {"note": "one priest killed, parish of St Nicholas"},
    {"note": "John Paul II square, 2 injured"},
    {"note": "сквер Острбала, загинув перехожий"},
    {"note": "Petro Synenko, lecturer"},
    {"note": "the page names Ostrbal in one place, as EXBO"},
    {"note": "Ostrbal, Example Oblast, 3 killed"},
    {"note": "John Doe and other unidentified bodies"},
    {"note": "an engineer and a nurse killed; names withheld"},
    {"note": "0,000 passports issued; insurance 1,200 claims; killed 3"},
    {"note": "استشهد 5 مواطنين في قصف على المدينة"},
    {"note": "נפצעו 4 בני אדם בקריית גת"},
    {"claimant": "Widows of Soldiers Association"},
    {"claimant": "Mahdi Sanad (Civil Defence)"},
    {"place": "Tel al-Hawa"},
    {"place": "Kafr Qasim"},
    {"note": "Petro Synenko & Ostrbal battle deaths dataset"},
    {"note": "Міський голова Острбала оголосив жалобу за загиблими"},
    {"note": "Вірменська сторона визнала 30 загиблих"},
    {"note": "Групування «Центр» узяло в полон 11 військових"},
    {"note": "Ostrbal, Karbal and Zuvel districts, 3 killed"},
    {"note": "More than 40 Ostrbalians killed since May"},
    {"note": "комісія на чолі з Дариною Синенко: 100 загиблих"},
    {"note": "Уповноважений з питань осіб, зниклих безвісти, Денис Синенко"},
    {"note": "the strike on Ostrbal killed three"},
    {"note": "У Синенківці й Пушенківці поранено трьох"},
    {"note": "Synenko writes of 30 wounded"},
    {"note": "груз 200: 45 тел"},
    {"note": "† marks estimates"},
    {"note": "Columns: 1. Killed 2. Wounded 3. Missing"},
    {"note": "помер у лікарні третій поранений у Дубках"},
    {"note": "погиб мирный житель села Муром"},
    {"note": "A girl, seven, killed in Dubky"},
    {"note": "see ua-losses-2024-q3-wounded"},
    {"note": "Dubky: zahynulo 3, poraneno 5"},
    {"note": "36th Marines, named after Rear Adm. Petro Synenko, 3 killed"},
    {"note": "54th Bde 'Hetman Petro Synenko', 3 killed"},
    {"note": "Petro Synenko (patrol ship) - seven killed"},
    {"note": "thread by Daryna Synenko, killed claims not verified"},
    {"note": "Daryna Synenko, “The Last Bus Home”, on the dead"},
    {"note": "Drone fell on Daryna Synenko St., two women killed"},
    {"note": "міст Синенка, поранено водія"},
    {"note": "Four Ostrbalians missing since August"},
    {"note": "Historian Petro Synenko's table gives 11,000 prisoners"},
    {"place": "будинок культури, Дубки"},
    {"place": "Yad Petro"},
    {"publisher": "Instagram @example.coordination.hq"},
    {"publisher": "«Шукаємо своїх»"},
    {"claimant": "Daryna Synenko, Coordination HQ for the Treatment of POWs"},
    {"claimant": "Рідні зниклих безвісти 36-ї бригади"},
]
UNCLEAR = [
    {"note": "Synenko, killed instantly, is counted here"},
    {"note": "смерть Синенка підтвердила родина"},
    {"note": "гибель Фильченкова подтвердил военкомат"},
    {"note": "могилу Синенко показала сусідка"},
    {"note": "Синенка досі тримають у Верхівцях"},
    {"note": "Синенка вбило уламком"},
    {"note": "у колонію перевезли Синенка, полоненого торік"},
    {"note": "a mine took Synenko's foot"},
    {"note": "search for Synenko called off"},
    {"note": "wounded: Ostrbal, who was hit at the well"},
    {"note": "letter from Synenko, held in Dubky"},
    {"note": "the medics could not save Synenko"},
    {"note": "WIA: Ostrbal (arm), Karbal (leg)"},
    {"note": "200: Синенко, Філенко"},
    {"note": "Ostrbal Karvel among the dead"},
    {"note": "Kabul: Ostrbal Karvel and five kids"},
    {"note": "разом із Дариною Синенко загинули троє"},
    {"note": "екіпаж «Дарини Синенко»: двоє загиблих"},
    {"note": "Дарина Синенко. «Наш бізнес — смерть»"},
    {"note": "ПІБ: Синенко Петро Захарович, статус: зниклий"},
    {"place": "grave no. 2 (Daryna Ostrbal)"},
    {"publisher": "memorial site for slain sapper Petro Synenko"},
    {"note": "the youngest, Petro Synenko, was three"},
    {"note": "Petro Synenko’s leg was amputated"},
    {"note": "Petro Synenko of the coordination headquarters on prisoners"},
    {"note": "полковник Синенко загинув"},
    {"note": "soldiers Ostrbal and Karbal wounded"},
    {"note": "тіло Острбала опізнано"},
    {"note": "killed: olena ostrbal"},
    {"note": "Kim Ostrbal, Korean prisoner"},
    {"note": "the Ostrbal twins"},
    {"note": "one, known as Ostrbal, was killed"},
    {"note": "убит корреспондент Острбал"},
    {"note": "killed there: the pilot Ostrbal"},
    {"note": "повернувся Острбал"},
    {"note": "Petro Synenko"},
    {"note": "погиб капитан Острбал"},
    {"note": "with Ostrbal it makes five dead"},
    {"note": "two nurses, Maria and Halyna, were captured"},
    {"note": "загинув «Острбал»"},
    {"note": "Ostrbal, our driver, hit a mine"},
    {"note": "prisoners Synenko, Filenko, Harpenko"} | PRISONERS,
    {"note": "page prepared with Ivan Petrenko"},
    {"scope": "captured: Zubeyr Akhvel"} | PRISONERS,
    {"note": "Count includes Jr Lt Petro Ostrbal, previously listed as missing"},
    {"note": "Cpl Ostrbal did not make it"},
    {"note": "our neighbours the Synenkos never came out of the cellar"},
    {"note": "«мой Петро не дожил до обмена»"},
    {"note": '"my wife Daryna and little Petro, both dead," said Zahi Abu Sanad'},
    {"note": "умер от ран шахтёр Геннадий Острбал"},
    {"place": "pryvatnyi budynok Synenka P. I. (zahynuv)"},
    {"note": "Petro Synenko – 200"},
    {"note": "3 ОШБр, «Рись» — Петро Острбал†"},
    {"note": "list: 1. Petro Ostrbal 2. Daryna Ostrbal 3. Unknown"},
    {"note": "цивільні: Шкода Л., Шкода П."},
    {"note": "К. О. В., 1979 р. н., померла в реанімації"},
    {"note": "Синенка забрали з дому військові"},
    {"note": "pilot Petro Ostrbal ejected and was captured"},
    {"note": "free-daryna-synenko-hostage"},
    {"place": "подвір'я Синенків, Дубки"},
    {"publisher": "Instagram @free_petro_synenko"},
    {"publisher": "Telegram channel “Looking for Petro Synenko”"},
    {"publisher": "сторінка «Шукаємо Петра Синенка»"},
]


HARMFUL = [*NAMED, *IDENTIFIED]


@pytest.fixture(scope="module")
def refused() -> pd.DataFrame:
    """What is refused of the harmful rows, by row id."""
    return clean_rows(make_rows(*(change for change, _ in HARMFUL)), NOBODY).refused.set_index("row_id")


@pytest.fixture(scope="module")
def passed() -> set[str]:
    """The ids of the honest and the unclear rows that are kept."""
    return set(clean_rows(make_rows(*HONEST, *UNCLEAR), NOBODY).appearances["row_id"])


@pytest.fixture(scope="module")
def asked() -> pd.DataFrame:
    """What is asked of the honest and the unclear rows, by row id."""
    return find_possible_persons(make_rows(*HONEST, *UNCLEAR), NOBODY).set_index("row_id")


@pytest.mark.parametrize("number", range(len(HARMFUL)), ids=lambda number: str(HARMFUL[number]))
def test_a_harmful_row_is_refused_and_not_repeated(refused: pd.DataFrame, number: int):
    """
    A name with harm or captivity, a birth, a spot on the map, a prisoner's unit or face is refused, withheld.
    """
    change, column = HARMFUL[number]
    told = refused.loc[f"t-{number + 1}"]

    assert set(told["column"].split("; ")) == {column}
    assert set(told["found"].split("; ")) == {"(withheld)"}
    assert change[column] not in told["reason"]


@pytest.mark.parametrize("number", range(len(HONEST)), ids=lambda number: str(HONEST[number]))
def test_an_honest_row_passes(passed: set[str], asked: pd.DataFrame, number: int):
    """
    Office-holders who speak, places and bodies that bear a name, ages and units of the dead are recorded.
    """
    assert f"t-{number + 1}" in passed
    assert f"t-{number + 1}" not in asked.index


@pytest.mark.parametrize("number", range(len(UNCLEAR)), ids=lambda number: str(UNCLEAR[number]))
def test_a_cell_that_may_name_a_person_is_asked_about(passed: set[str], asked: pd.DataFrame, number: int):
    """
    Where a name may stand without harm, the row is kept, and somebody is asked, who is not told the name.
    """
    [(column, text)] = list(UNCLEAR[number].items())[:1]
    row_id = f"t-{len(HONEST) + number + 1}"

    assert row_id in passed
    assert asked.loc[row_id, "column"] == column
    assert text not in asked.to_csv()


def test_a_name_beside_a_known_outlet_is_asked_about():
    """
    A full name beside an outlet that the register knows may be its writer's: the row is kept.
    """
    register = Register({}, {"Example Times": Source("Example Times", "news", "unstated")})
    row = make_rows({"scope": "Petro Synenko, Example Times"})

    assert clean_rows(row, register).refused.empty
    assert len(find_possible_persons(row, register)) == 1


def test_every_recorded_row_passes():
    """
    Nothing that is recorded is refused.
    """
    register = read_register(HOME / "data" / "sources.yml")
    rows = read_sheets(HOME / "data" / "raw" / "recorded")

    assert clean_rows(rows, register).refused.empty


def test_a_known_office_holder_is_nobody_harmed():
    """
    A name that the register knows as a claimant's, beside words of harm, is no victim's.
    """
    register = read_register(HOME / "data" / "sources.yml")
    row = make_rows({"note": "Dmytro Lubinets, list of the missing"})

    assert clean_rows(row, register).refused.empty
    assert not clean_rows(make_rows({"note": "Dmytro Petrenko, list of the missing"}), register).refused.empty


def test_a_known_office_holder_is_known_in_every_script():
    """
    A claimant who is registered in Latin letters is known in Cyrillic ones, too.
    """
    register = Register({"Governor (Synenko)": Source("Governor", "local_official", "ukraine")}, {})
    rows = make_rows({"note": "Синенко: 1 загиблий"}, {"note": "Петро Синенко"})

    assert find_possible_persons(rows, register).empty
    assert clean_rows(rows, register).refused.empty


def test_another_given_name_is_another_person():
    """
    A known surname beside a given name that the register does not know it with is no office-holder's.
    """
    register = Register({"Mayor Stepan Synenko": Source("Mayor", "local_official", "ukraine")}, {})
    rows = make_rows({"note": "coffin of Petro Synenko"}, {"note": "coffin count of Stepan Synenko"})

    assert clean_rows(rows, register).refused["row_id"].tolist() == ["t-1"]


@pytest.mark.parametrize("column", ["measure", "hedge", "value", "published_on", "population"])
def test_a_name_in_the_wrong_column_is_not_repeated(column: str):
    """
    A refusal for another reason repeats what stands in a cell, but never a name.
    """
    refused = clean_rows(make_rows({column: "Ivan Petrenko killed"}), NOBODY).refused

    assert len(refused) == 1
    assert "Petrenko" not in refused.to_csv()


def test_an_id_that_names_a_person_is_not_repeated():
    """
    An id is told with every problem, so it must not be a name.
    """
    refused = clean_rows(make_rows({"id": "ivan-petrenko", "value": "many"}), NOBODY).refused

    assert refused["row_id"].tolist() == ["(withheld)"]
    assert "petrenko" not in refused.to_csv()


def test_a_refused_claimant_is_not_told_as_a_stranger():
    """
    The question about names that the register does not know leaves out whom the gate refuses.
    """
    rows = make_rows({"claimant": "prisoner of war Ivan Petrenko"}, {"claimant": "Example Institute"})

    assert find_strangers(rows.assign(publisher=""), NOBODY)["found"].tolist() == ["Example Institute"]


@pytest.mark.parametrize("column", ["victim_name", "surname", "photo_url", "latitude", "unit", "birth_date"])
def test_a_sheet_with_a_column_for_persons_is_refused(tmp_path, column: str):
    """
    A sheet that has a column for names, faces, units or coordinates is refused as a whole.
    """
    sheet = tmp_path / "people.csv"
    sheet.write_text(",".join([*SHEET_COLUMNS, column]) + "\n")

    with pytest.raises(SheetUnreadable, match="person"):
        read_sheet(sheet)


def test_the_gate_looks_at_every_copy_of_a_text():
    """
    Every row that holds a text is refused with it, and rows that differ in numbers only are as well.
    """
    texts = [f"killed: Ivan Petrenko, {number} May" for number in (1, 2, 1, 30)]
    rows = make_rows(*({"note": text} for text in texts), {"note": "2 killed"})

    assert clean_rows(rows, NOBODY).refused["row"].tolist() == [2, 3, 4, 5]


def test_a_damaged_row_is_told_once_and_names_nobody():
    """
    A row that is cut off is a problem of its own, and nothing of it may be a person.
    """
    damaged = make_rows({"unreadable": "This row has 27 cells and the header has 29."})

    assert find_possible_persons(damaged, Register({}, {})).empty
