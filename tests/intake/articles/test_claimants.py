"""Who says so, by the build of a text and of its sentences, whatever the words."""

from __future__ import annotations

import pytest

from casualty_ledger.intake.articles.reading import read_article

AUTHORS = [
    ("Jane Doe, chairman of the regional council, 08:14\n\nA quiet night. Two people died.", "Jane Doe"),
    ("The North: evening\n\nA quiet day. Two people died.\n\nGovernor Jane Doe", "Jane Doe"),
    ("From the briefing of the Defence Ministry (2 May)\n\nTwo soldiers died.", "Defence Ministry"),
    ("Іван Петренко / обласна адміністрація\n\nНіч була тихою. Загинули двоє людей.", "Іван Петренко"),
    ("Область: ніч\n\nЗагинули двоє людей.\n\nГолова адміністрації\nІван Петренко", "Іван Петренко"),
    ("Доклад губернатора Ивана Петрова\n\nНочь была тихой. Погибли двое.", "губернатора Ивана Петрова"),
    ("By Jane Doe\n\nA quiet night. Two people died.", "narrator"),
    ("Jane Doe, evening report for 5 May. It was calm.\n- Up north: two people died.", "Jane Doe"),
    ("Іван Петренко, 21:30: Було гучно.\n22:10: Загинули двоє людей.", "Іван Петренко"),
    ("Иван Петров, 06:15: Был прилёт.\n06:40: Пока двое раненых.", "Иван Петров"),
]
SET_OFF = [
    ("In spring, by the arithmetic of the Ministry of Health, two people died.", "Ministry of Health"),
    ("За прикидками Інституту історії, загинули двоє людей.", "Інституту історії"),
    ("По разумению Союза ветеранов, погибли двое.", "Союза ветеранов"),
    ("In the village of Yahidne, two people died.", "narrator"),
    ("За різними підрахунками, загинули двоє людей.", "narrator"),
    ("The mayor said a man died. Two people died by various estimates.", "narrator"),
    ("Мэр сказал об ударе. По разным оценкам, погибли двое.", "narrator"),
]
PARTS = [
    ("The North conceded a raid; the Finance Ministry gave a sum and listed two dead.", "Finance Ministry"),
    ("The governor said one man died. The mayor, rather cautiously, said two.", "mayor"),
    ("Про полонених, показаних Іваном Петренком, речник сказав: двоє загинули.", "речник"),
    ("К маю в списке «Северян» было двое погибших.", "Северян"),
    ("До травня у списку «Північан» було двоє загиблих.", "Північан"),
    ("Jane Doe, the regional governor, wrote on her channel. Two people died.", "Jane Doe"),
    ("All told, two people died.", "narrator"),
]
FULLER = [
    ("The Ministry of Health (MoH) spoke. Two people died, the MoH said.", "Ministry of Health"),
    ("Генеральний штаб відзвітував. У Генштабі кажуть про двох загиблих.", "Генеральний штаб"),
    ("Следственный комитет завершил дело. Погибли двое, говорят в СК.", "СК"),
    ("Служба надання допомоги діяла. За даними СНД, загинули двоє людей.", "Служба надання допомоги"),
    ("Governor Jane Doe spoke, she said. His office is new. Two people died.", "Jane Doe"),
    ("Governor Jane Doe said one man died. Her office reported two people injured.", "Jane Doe's office"),
    ("Mayor Jane Doe said so. The fire brigade reported. Two people, she went on, died.", "Jane Doe"),
    ("Иван Петров: вернулись дети\n\nУполномоченный сообщил: погибли двое.", "Иван Петров"),
]
MAKERS = [
    ("By figures that the rescue service released, two people died.", "rescue service"),
    ("За даними, які в неділю оприлюднила міська рада, загинули двоє людей.", "міська рада"),
    ("По оценке, которую историки сделали летом, погибли двое.", "историки"),
    ("По некрологам журналистам удалось подтвердить гибель двоих людей.", "журналистам"),
    ("Two people died, as published this morning by the Border Service.", "Border Service"),
    ("Загинули двоє, йдеться в довідці міської ради, яку цитує «Агенція».", "міської ради"),
]
GOVERNING = [
    ("The mission knows of two deaths in custody.", "mission"),
    ("«Лікарі без меж» прооперували двох поранених.", "Лікарі без меж"),
    ("Волонтёр группы, чей список изучен, настаивает: погибли двое.", "Волонтёр группы"),
    ("The army shelled the town and two people died.", "narrator"),
]
NARRATED = [
    "Мер сказав про обстріл.\n\nНагадаємо, тоді загинули двоє людей.",
    "The mayor spoke of a raid, he said. Estimates of the deaths range from 20 to 40.",
    "The mayor said so. The capital denies it, though two people have been killed since.",
    "По советским оценкам, наступал полк. Рота потеряла двух человек убитыми.",
    "The mayor said so.\n\nTwo people were killed there in April 2021.",
]

SPEAKERS = [
    # An office and its name between commas, behind whatever else the sentence tells.
    ("Shells fell on the market, killing two women, the deputy governor, Olha Bondar, wrote.", "Olha Bondar"),
    ("Drones hit a tram in Odesa, hurting six people, Jane Doe, the mayor, said on X.", "Jane Doe"),
    # Whoever has people's words, however they are called.
    ("Mayor Jane Doe said a man died. A local chat mentioned five wounded.", "local chat"),
    ("Mayor Jane Doe said a man died. Villagers counted seven bodies.", "Villagers"),
    ("Мер Одеси розповів про двох поранених. Сусіди говорять про сімох загиблих.", "Сусіди"),
    ("Губернатор Иван Петров сообщил о двоих погибших. Очевидцы насчитали семь тел.", "Очевидцы"),
    ("Канали розганяють чутку про 40 загиблих курсантів. Це брехня, сказали в міноборони.", "Канали"),
    ("Унаслідок удару, додають у громаді, травмовано трьох людей.", "громаді"),
    # A pronoun behind when it spoke, and whose account it is by "its".
    ("Мэр Иван Петров сообщил о двоих погибших. Спустя час он же назвал троих погибших.", "Иван Петров"),
    ("The Red Cross spoke. Since May, by its count, 90 soldiers have died.", "Red Cross"),
    ("Поліція знайшла два тіла. За її підрахунками, від березня загинули 14 селян.", "Поліція"),
    # Who made a document, whatever was done with it and when.
    ("60 men died, according to the bulletin published on 5 June by the aid agency.", "aid agency"),
    ("Погибли 60 человек, говорится в отчёте, подготовленном историком Петром Ганиным.", "Ганиным"),
    # Where a source only is named.
    ("Coast: two dead and six wounded (source: Jane Doe).", "Jane Doe"),
    ("Two people died in Nikopol. Source: governor Jane Doe.", "Jane Doe"),
    ("Курск: двое погибших — Иван Петров.", "Иван Петров"),
    ('Mayor Jane Doe on Facebook: "Two people died in the night."', "Jane Doe"),
    ("🔹 У Сумах поранено двох.\n🔹 У Лебедині загинула жінка.\nІван Петренко.", "Іван Петренко"),
    # An office of a whole land, or beside another one, is nobody's who was named before.
    ("Міністр Іван Петренко сказав про двох загиблих. Президент назвав 55 загиблих воїнів.", "Президент"),
    ("Глава района Иван Петров написал о троих погибших. Мэр города уточнил: погибли пятеро.", "Мэр"),
    # Yet who corrects what somebody without an office said holds that office.
    ("Погибли трое, написал Иван Петров. Позже глава района поправился: погибли двое.", "Иван Петров"),
    # A line of its own has its own speaker.
    ("10:00 - Two men were hurt, police said.\n11:00 - A man died. He was a clerk, a doctor said.", "doctor"),
    # A verb told once, and somebody near to who was named before.
    ("Сторони назвали різні числа: Генштаб — 40 загиблих, міноборони Росії — 89.", "міноборони"),
    ("A court jailed a man, the police said. His lawyers say two others died.", "lawyers"),
    ("In the city, medics at the hospital received 24 bodies before noon.", "medics"),
    ("Адвокат каже про двох загиблих. Військова частина визнала загиблими вісьмох.", "частина"),
    (
        "The administration spoke of one death. Its health department added that 14 people were hurt.",
        "health",
    ),
    ("Ukraine's chief, Jane Doe, has never told of her own men but claims two people died.", "Jane Doe"),
    ("Как пишет Financial Times, европейские чиновники говорят о двоих погибших.", "чиновники"),
    ("Омбудсмен эти числа не признаёт: она говорит, что в плену умерли двое.", "Омбудсмен"),
    ("Київ визнає 46 тисяч загиблих, а за оцінкою CSIS загинули 100 тисяч військових.", "CSIS"),
    ('Commander "Bear" is blunt about spring: "We buried thirty men."', "Bear"),
    ("Из сообщения Генштаба: минувшие сутки стоили противнику 980 солдат.", "Генштаб"),
    # What a text says of itself, or what is only debunked, is nobody's.
    ("Correction: A previous version of this story said that 12 people had been killed.", "narrator"),
    ("Є вигадкою і дописи про 18 убитих курсантів, додав начальник штабу.", "narrator"),
]


def _claimant(text: str) -> str:
    return read_article(text).candidates[-1].claimant


@pytest.mark.parametrize(("text", "author"), AUTHORS)
def test_what_nobody_else_tells_is_the_word_of_who_heads_or_signs_a_text(text: str, author: str):
    """
    A line with a name and an office, or with whose document it is, makes the text theirs; a bare name is a
    reporter's.
    """
    assert author in _claimant(text)


@pytest.mark.parametrize(("text", "name"), FULLER)
def test_a_claimant_has_the_fullest_name_that_the_text_has(text: str, name: str):
    """
    Letters, short forms, somebody's office and pronouns are named by whom the text names in full.
    """
    assert name in _claimant(text)


@pytest.mark.parametrize(("text", "name"), SET_OFF)
def test_a_phrase_set_off_by_commas_names_whose_account_it_is_whatever_its_noun(text: str, name: str):
    """
    "By the … of" and «за …» with a name behind are somebody's account, no place; various ones are nobody's.
    """
    assert name in _claimant(text)


@pytest.mark.parametrize(("text", "name"), PARTS)
def test_a_claimant_is_the_subject_of_its_own_part_and_case(text: str, name: str):
    """
    Who speaks is not sought beyond a semicolon, in another case, where it was posted or in "all told".
    """
    assert name in _claimant(text)


@pytest.mark.parametrize(("text", "maker"), MAKERS)
def test_who_made_the_data_says_so_and_no_document_does(text: str, maker: str):
    """
    The subject of a document's relative clause, who managed to find out, and by whom it was given out speak.
    """
    assert maker in _claimant(text)


@pytest.mark.parametrize(("text", "claimant"), GOVERNING)
def test_who_governs_the_people_counted_says_so(text: str, claimant: str):
    """
    A body that has to do with people who came to harm is their claimant, unless it did the harm.
    """
    assert claimant in _claimant(text)


@pytest.mark.parametrize("text", NARRATED)
def test_what_a_text_recalls_grants_or_sums_up_is_its_own(text: str):
    """
    Who spoke before says neither what is recalled or granted, nor the estimates of nobody.
    """
    assert _claimant(text) == "narrator"


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_whoever_is_told_to_say_a_number_is_its_claimant(text: str, speaker: str):
    """
    By the build of a sentence, not by a list of who may speak: subjects of any verb of speech, makers of a
    document, a named source; who speaks goes on until somebody else does.
    """
    assert speaker in _claimant(text)
