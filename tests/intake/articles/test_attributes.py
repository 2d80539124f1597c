"""Who says so, whose people, where, and what is a part of what."""

from __future__ import annotations

import pytest

from casualty_ledger.intake.articles.candidate import Candidate
from casualty_ledger.intake.articles.reading import read_article

CLAIMANTS = [
    ("The governor, Ivan Petrenko, said a drone had injured three.", "governor"),
    ("Two people were killed in Odesa, the mayor, Hennadii Trukhanov, said.", "Hennadii Trukhanov"),
    ("According to the regional prosecutor, five people were injured.", "regional prosecutor"),
    ("За словами Олександра Прокудіна, загинули двоє людей.", "Прокудіна"),
    ("Загинуло троє людей. Про це повідомив голова ОВА Іван Федоров.", "Іван Федоров"),
    ("Ранены четыре человека, сообщил губернатор Вячеслав Гладков.", "Вячеслав Гладков"),
    ("Five people were killed in the village.", "narrator"),
    ("Two people were killed (mayor)", "mayor"),
    ("Загинуло троє людей. Голова ОВА Іван Федоров.", "Іван Федоров"),
    ("Іван Петренко, голова ОВА: загинули двоє людей.", "Іван Петренко"),
    ("Іван Петренко: загинули двоє людей.", "Іван Петренко"),
    ("Иван Петров, губернатор области. Погибли двое людей.", "Иван Петров"),
    ("«У нас двоє поранених», – жартує боєць.", "боєць"),
    ("Президент Иван Петров в мае 2023 года признал, что погибли двое людей.", "Иван Петров"),
    # Verbs of speech that no list has: behind what was said, and before "that".
    ("Загинули двоє людей, буркнув начальник поліції Іван Петренко.", "Іван Петренко"),
    ("The harbour police countered that two people were killed.", "harbour police"),
    # A verb that is listed in one form is known in all of them.
    ("У поліції пояснили, що загинули двоє людей.", "поліції"),
    ("За новими даними обленерго, загинули двоє людей.", "обленерго"),
    # Whose data they are, told by an adjective.
    ("По израильским данным, погибли двое людей.", "израильским"),
    # Between a subject and its verb: when, where, what it spoke of, an aside.
    ("Сразу после взрыва власти города говорили о двух погибших.", "власти города"),
    ("Потери полка военные аналитики оценили в 40 человек.", "аналитики"),
    ("Reporters at the Courier, working with students, say five people were killed.", "Courier"),
    ("The harbour police, for their part, said two people were killed.", "harbour police"),
    ("The police denied it and said two people were killed.", "police"),
    # What somebody wrote, and whom another quotes.
    ("Two people were killed, the agency wrote, citing a post by the mayor of Odesa.", "mayor"),
    ("The mayor was quoted by Interfax as saying two people were killed.", "mayor"),
    ("The mayor spoke of one attack; the police said two people were killed.", "police"),
    ("Загинули двоє, – повідомив в. о. мера Іван Петренко.", "Іван Петренко"),
    ("«Двоє загиблих», – каже боєць із позивним «Дуб».", "Дуб"),
    (
        "The Health Ministry said so. The mayor, Jane Doe, replied. Two people died, the ministry said.",
        "Health Ministry",
    ),
    ("The Monitoring Mission spoke. Jane Doe, who leads it, agreed. It said two men were killed.", "Mission"),
    (
        "Координаційний штаб заявив про обмін. Мер Іван Петренко додав. У штабі кажуть про двох загиблих.",
        "Координаційний штаб",
    ),
    ("Татьяна Петрова выступила, сообщил дипломат. Погибли двое, уточнила омбудсмен.", "омбудсмен"),
    ("Мэр Иван Петров сообщил агентству ТАСС, что погибли двое людей.", "Иван Петров"),
    ("Загинули двоє людей, написав у новорічний ранок голова області Іван Петренко.", "Іван Петренко"),
    ("Загинули двоє людей, заявив губернатор Іван Петренко, якого цитує «Агенція».", "Іван Петренко"),
    ("Governor Jane Doe, Telegram, 07:12.\nA quiet night.\nTwo people were killed.", "Jane Doe"),
    ("Министерство обороны (сводка на 8 июля).\nСбиты дроны.\nПогибли двое людей.", "Министерство обороны"),
    (
        "Рятувальники уточнили дані. Раніше мер Іван Петренко казав про трьох. Двоє людей загинули.",
        "Рятувальники",
    ),
    ("Удар по лікарні в Херсоні\n\nДвоє людей загинули.", "narrator"),
    ("Атака на поліцію в Сумах: двоє загиблих.", "narrator"),
    ("By evening the governor, Jane Doe, had officially spoken of two dead.", "Jane Doe"),
    (
        "The army, which runs the hospital, some 60 km to the west, said by email that two men had died.",
        "army",
    ),
    (
        "The Office of the Prosecutor opened a case. Its department puts the number of dead at two.",
        "Prosecutor",
    ),
    # Who did something else before speaking, whom it was not told to, and a noun that looks like a verb.
    ("Министерство обороны отрицало потери, а 22 апреля сообщило, что погибли двое.", "Министерство обороны"),
    ("Verified reports indicate two deaths, the monitoring mission said.", "monitoring mission"),
    # Behind a verb: the hour, the day and the outlet told, and what opens the sentence.
    ("Погибла женщина, — написал в 11:20 глава района Иван Петров.", "Иван Петров"),
    ("Загинула жінка, повідомив уранці 5 травня голова області Іван Петренко.", "Іван Петренко"),
    ("Загинули двоє, розповів виданню «Вісник степу» уповноважений Іван Петренко.", "Іван Петренко"),
    ("Об освобождении 95 военных объявил после обмена Иван Петров.", "Иван Петров"),
    ("Восемь атак, в которых погибли двое, зафиксировало за сутки управление полиции.", "управление полиции"),
    # Before a verb: a document, what else says so, what it is, whom an outlet asked.
    ("Управління поліції у звіті від 12 серпня зазначає, що загинули 38 людей.", "Управління поліції"),
    ("Военный суд, как выяснило агентство, в приговоре указал: погибли двое.", "Военный суд"),
    ("Analysts at the Harbour Institute, a think tank, believe that 40 soldiers died.", "Harbour Institute"),
    ("City officials cited by Reuters put the dead at 40.", "City officials"),
    ("It was Jane Doe, the mayor, who first said two people were killed.", "Jane Doe"),
    ("Two people were killed. The message was posted on Telegram by Jane Doe.", "Jane Doe"),
    # Whose count, register or inquiry it is.
    ("By the health ministry's count, 40 people were killed.", "health ministry"),
    ("В базе проекта «Летопись» 10 тысяч имен погибших.", "Летопись"),
    ("Розслідування «Вісника» пов'язало з полком загибель 36 людей.", "Вісника"),
    ("Harbour prosecutors opened a criminal case over the killing of two villagers.", "Harbour prosecutors"),
    # Any verb before a colon, and her staff for whoever speaks of them.
    ("Омбудсмен Петрова парирует: погибли двое людей.", "Петрова"),
    ("Глава миссии Анна Петрова рассказала, что ее сотрудники зафиксировали гибель 8 людей.", "Петрова"),
    # Calling it something is no account of it.
    ("Ранен один человек. Эти данные мэр назвал вымыслом.", "narrator"),
]
PARTIES = [
    ("За підсумком бою, з російського боку п'ятеро вбитих у Криму.", "russia"),
    ("How many has Russia buried? By summer 9,000 soldiers had died, a list says.", "russia"),
    ("В республиках Поволжья за неделю нашли 212 некрологов военных.", "unspecified"),
    ("Nobody keeps lists here. Nine neighbours were killed.", "unspecified"),
    ("The army said that 40 Russian soldiers had been captured.", "russia"),
    ("Russian forces have lost about 1,092,730 personnel in Ukraine.", "russia"),
    ("Officials said Ukraine had lost 300 troops in a week.", "ukraine"),
    ("Shelling killed two people in Belgorod, the governor said.", "russia"),
    ("За добу ворог втратив 990 солдатів.", "russia"),
    ("Сторони обмінялися полоненими у форматі 75 на 75.", "both"),
    ("In Gaza 22 people were killed, health officials said.", "palestine"),
    ("Минобороны Азербайджана сообщило о 208 погибших военнослужащих.", "azerbaijan"),
    ("Генштаб ЗСУ: дані про втрати ворога. Особовий склад – 1 100 000 осіб.", "russia"),
    # Who lets people go gives up the other side's.
    ("З російського полону визволено сто бійців.", "ukraine"),
    ("Россия передала тысячу тел военнослужащих.", "ukraine"),
    ("С территории, подконтрольной Киеву, возвращены 40 военнослужащих.", "russia"),
    ("Forty prisoners died in Russian facilities.", "ukraine"),
    ("Домой вернулись восемь жителей Курской области.", "russia"),
    ("Russian casualties last year came to 300,000 killed and wounded.", "russia"),
    ("Баку насчитал среди своих солдат 40 убитых.", "azerbaijan"),
    # Who admits speaks of its own, wherever it was; the enemy is that of who speaks.
    ("Минобороны РФ признало гибель 63 военнослужащих в Макеевке.", "russia"),
    ("Генштаб ВСУ: противник потерял 40 солдат.", "russia"),
    ("The army of Ukraine got 40 bodies of soldiers from Russia.", "ukraine"),
    ("Росія передала понад шість тисяч тіл.", "ukraine"),
    ("За даними Червоного Хреста, зникли сорок людей з обох сторін.", "both"),
    ("В Сумах удерживают сорок жителей Курской области.", "russia"),
    ("В результате удара израильской авиации по школе погибли 40 человек.", "palestine"),
    ("Moscow, Russia (AP) - Forty soldiers were captured near Sumy by Ukrainian forces.", "russia"),
    ("Twelve Indian nationals were killed in Ukraine.", "other"),
    ("Some 400 defenders of Mariupol remain in captivity.", "ukraine"),
    ("Минобороны Украины: за неделю противник потерял 850 человек.", "russia"),
    ("Ukraine's drone units killed or wounded 250 men in December.", "russia"),
    ("Russia returned the bodies of 909 soldiers.", "ukraine"),
    ("Армия Судана освободила Эль-Обейд и уничтожила 40 боевиков.", "sudan"),
    # Whose prisoners a text speaks of tells more than where they are.
    ("Fighters housed Ukrainian prisoners of war. In Donetsk 50 prisoners were killed.", "ukraine"),
]
PLACES = [
    ("ODESA REGION IN 2025: THE RECKONING\nKilled: 12", "ODESA REGION"),
    ("У Сумах загинули двоє людей.", "Суми"),
    ("Двое людей погибли в Курской области.", "Курская область"),
    ("Київ відкинув звинувачення. У Ковелі загинули двоє людей.", "Ковель"),
    ("A shell hit a farm in Nikopol. Two of the men died there.", "Nikopol"),
    ("A shell hit Nikopol. Two men were taken to a hospital in Dnipro with wounds.", "Nikopol"),
    ("На Сумщині впав дрон. Загалом від початку року в області загинули 40 людей.", "Сумщина"),
    ("Херсонська ОВА: двоє людей загинули.", "Херсонська"),
    ("У російських тюрмах утримують сорок українців.", "Росія"),
    ("Three civilians were injured by HIMARS rockets.", None),
    ("Fourteen prisoners of war died in Russian prisons. A drone fell in Sumy.", "Russia"),
    # What only leads to a place, or stands in a name, is no place of the event.
    ("Назначенный Москвой глава региона рассказал: в Геническе погибли двое.", "Геническ"),
    ("В Альметьевске упал дрон. Осколками ранило студентку из Ижевска.", "Альметьевск"),
    ("Ракета влучила в Суми. Під мостом зупинився поїзд Ковель — Умань. Загинули двоє.", "Суми"),
    ("У Білопіллі впала бомба. Хворих повезли до Лебедина. Загинули двоє.", "Білопілля"),
    ("Forty people were killed in Omdurman, the UN office said in Geneva.", "Omdurman"),
    ("In Warsaw officials spoke of aid. Forty deaths were recorded in Kherson.", "Kherson"),
    ("A bomb hit Sumy; families were evacuated to Poltava. Two people were killed.", "Sumy"),
    ("Some 1,100 soldiers are held by Ukraine.", "Ukraine"),
    ("Мешканець Сум загинув у Полтаві.", "Полтава"),
    ("Под Белгородом, в поселке Майский, ранены трое жителей.", "Майский"),
    ("Омбудсман республіки Гегам Степанян написав про двох загиблих у Сумах.", "Суми"),
    # Where an office is, what a town lies south of, where people had been, whom "to" leads to.
    ("A bomb hit Izium. Ivan Petrenko, who heads the Kharkiv regional police, spoke of two dead.", "Izium"),
    ("In the village of Yahidne, south of Chernihiv, two people were killed.", "Yahidne"),
    (
        "A blast hit Olenivka, where soldiers who had surrendered in Mariupol lived. Two were killed.",
        "Olenivka",
    ),
    ("A bomb hit Sumy. The army reported to Ivan Petrenko that two men had been killed.", "Sumy"),
    ("CHASIV YAR, Ukraine — It rained. Two people were killed when a house fell here.", "CHASIV YAR"),
    ("У Полтаві впала бомба. У Сухопутних військах кажуть, що загинули двоє.", "Полтава"),
    # A local official speaks of the own place, where the text has not told another one.
    (
        "A drone fell in Rostov region. Ivan Petrov, head of Tambov region, said two were hurt.",
        "Tambov region",
    ),
]
POPULATIONS = [
    ("Rescuers killed on duty: 4", "rescuer"),
    ("Цивільні поранені: 14", "civilian"),
    ("Погибшие военные: 14", "military"),
    ("Russia has suffered 300 killed and wounded.", "military"),
    ("Soldiers were at the resort, and eight of them were killed.", "military"),
    ("The list of the dead has reached 400 names.", "military"),
    ("Из плена вернулись 40 украинцев.", "pow"),
    ("Найбільше постраждало дітей на Донеччині – 510 загиблих і поранених.", "child"),
    ("The list has 190 children and other civilians who are missing.", "civilian"),
    ("The ministry put its military dead at 400.", "military"),
    ("Вранці «двохсотих» було троє.", "military"),
    ("У полоні сорок незаконно затриманих цивільних українців.", "civilian"),
    ("Загинули троє курсантів-десантників.", "military"),
    ("Two sisters, aged four and nine, were killed.", "child"),
    ("Two sisters, aged 14 and 29, were killed.", "unspecified"),
]
HEDGES = [
    ("At least 25 people were killed.", ("at_least", 25, 25, None)),
    ("More than 25 people were killed.", ("more_than", 25, 25, None)),
    ("Nearly 25 people were killed.", ("nearly", 25, None, 25)),
    ("Up to 25 people were killed.", ("up_to", 25, None, 25)),
    ("About 25 people were killed.", ("about", 25, None, None)),
    ("Between 150 and 190 thousand people were killed.", ("range", None, 150_000, 190_000)),
    ("Dozens of people were killed.", ("vague", None, 24, None)),
    ("Загинули щонайменше п'ятеро людей.", ("at_least", 5, 5, None)),
    ("Втрати історики оцінюють від одного до двох мільйонів.", ("range", None, 1_000_000, 2_000_000)),
    ("Погибли не менее двадцати человек.", ("at_least", 20, 20, None)),
]


def candidates_of(text: str) -> list[Candidate]:
    return read_article(text).candidates


def only(text: str) -> Candidate:
    found = candidates_of(text)
    assert len(found) == 1, [each.trigger for each in found]
    return found[0]


@pytest.mark.parametrize(("text", "claimant"), CLAIMANTS)
def test_the_claimant_is_who_asserts_the_number(text: str, claimant: str):
    """
    A claimant is found before and behind what is said, and nobody is named where nobody speaks.
    """
    assert claimant in only(text).claimant


@pytest.mark.parametrize(("text", "party"), PARTIES)
def test_the_party_is_whose_people_were_counted(text: str, party: str):
    """
    The party is not who counted or fired: it is told by the noun, the verb's subject or the place.
    """
    assert only(text).party == party


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_place_is_told_by_the_words_or_by_what_they_point_back_to(text: str, place: str | None):
    """
    A place stands in the nominative; "there" and "in the region" point back, a hospital is no such place.
    """
    assert only(text).place == place


@pytest.mark.parametrize(("text", "population"), POPULATIONS)
def test_who_was_counted_is_told_by_the_noun_or_by_the_word_that_claims_them(text: str, population: str):
    """
    Where no noun follows the number, the word that says what happened may tell who they were.
    """
    assert only(text).population == population


SUMS = [
    "Drones hit Odesa region.\n- Reni: one wounded.\n- Izmail: a man died.\nAll told, two dead.",
    "Дрони били по Одеській області.\n- Рені: один поранений.\n- Ізмаїл: помер дід.\nЗагалом двоє вбитих.",
    "Дроны били по Курской области.\n- Рыльск: один раненый.\n- Льгов: погиб мужчина.\nВсего двое погибших.",
]


@pytest.mark.parametrize("text", SUMS)
def test_the_sum_of_several_places_is_of_the_region_above_them(text: str):
    """
    What a list of towns comes to happened in the region that was named before it.
    """
    place = candidates_of(text)[-1].place or ""
    assert place.lower().endswith(("region", "область"))


def test_fighters_go_on_being_counted_until_a_place_is_named():
    """
    A bare number of the same claimant counts the fighters told before it.
    """
    text = "The brigade said it had lost 40 soldiers. Another five are missing, it said."

    assert [each.population for each in read_article(text).candidates] == ["military", "military"]


def test_a_local_official_speaks_of_no_other_region():
    """
    A round-up goes from region to region: who told of one is not the claimant of the next.
    """
    text = "The Kharkiv governor reported one death in Kupiansk. Four people died in the Donetsk region."

    assert [each.claimant for each in read_article(text).candidates] == ["The Kharkiv governor", "narrator"]


def test_a_text_of_several_accounts_tells_by_itself_what_has_a_day_of_its_own():
    """
    Who spoke last goes on speaking; but not where several have had their say and a sentence has its own day.
    """
    spoken = "The Harbour Committee said 10 soldiers died. The mayor, Jane Doe, said 20 soldiers died. "
    other = "The Harbour Institute said 30 soldiers died. "
    told = "On 21 September 40 soldiers came home."

    assert read_article(spoken + told).candidates[-1].claimant != "narrator"
    assert read_article(spoken + other + told).candidates[-1].claimant == "narrator"


def test_what_a_war_began_with_needs_nobody_to_assert_it():
    """
    "The war began with an attack that killed 40 people" is history, whoever spoke before.
    """
    text = "The health ministry said 90 people had died. The war began with a raid that killed 40 people."

    assert [each.claimant for each in read_article(text).candidates] == ["The health ministry", "narrator"]


def test_a_source_is_that_of_the_speaker_who_cites_it():
    """
    "X said, citing Y, while Z put" gives Y's number and Z's.
    """
    text = (
        "The army said two people died, citing the mayor's own figures, while the police put the dead at 9."
    )
    first, second = read_article(text).candidates

    assert ("mayor" in first.claimant, second.claimant) == (True, "the police")


def test_an_office_is_not_the_ministry_before_it():
    """
    "The ombudsman said" names somebody else than the ministry that spoke before.
    """
    text = "The defence ministry said two people were killed. The ombudsman said five people were killed."

    assert "ombudsman" in read_article(text).candidates[1].claimant


def test_a_party_beside_the_sides_is_of_whom_its_text_speaks():
    """
    Fighters of a third party die on a side's soil and are still its own.
    """
    text = "North Korean troops came to Kursk. Seoul says 600 North Koreans died. 40 more died."

    assert {each.party for each in read_article(text).candidates} == {"north_korea"}


def test_a_month_that_ends_a_count_bounds_no_start():
    """
    "By the end of August" is a running total; "in August" is a month's.
    """
    until = only("By the end of August 219,000 Russian soldiers had died.")
    within = only("In August 29,000 Russian soldiers died.")

    assert (until.cumulative, within.cumulative) == (True, False)


def test_parts_are_told_by_place_by_cause_and_of_a_whole():
    """
    A total is split by place behind a colon, by cause in the next sentence, or named as "of the 75".
    """
    places = read_article("Four people died: three in Sumy and one in Romny.").candidates
    causes = read_article("The mission counted 208 people killed. Drones caused 54 deaths.").candidates
    of_these = read_article("Of the 75 people wounded, 31 are in hospital.").candidates

    assert [each.subset_of for each in places] == [None, 0, 0]
    assert [each.subset_of for each in causes] == [None, 0]
    assert [each.subset_of for each in of_these] == [None, 0]


def test_those_told_behind_a_total_that_add_up_to_it_are_its_parts():
    """Two figures right behind a total, by the same claimant, that add up to it, are its parts."""
    told = candidates_of("Shells hurt 34 people. They injured 22 women and 12 men.")
    assert [each.subset_of for each in told] == [None, 0, 0]
    told = candidates_of("Shells hurt 34 people. They injured 22 women and 11 men.")
    assert [each.subset_of for each in told] == [None, None, None]


def test_others_are_people_of_the_kind_told_before_them():
    """Behind soldiers "others" are soldiers; each number has the place that stands behind its own words."""
    told = candidates_of("Two soldiers were killed and five others were wounded.")
    assert [each.population for each in told] == ["military", "military"]
    told = candidates_of("Shells killed three people in Nikopol and one more in Marhanets.")
    assert [each.place for each in told] == ["Nikopol", "Marhanets"]


def test_two_numbers_with_one_noun_count_the_same_people():
    """Where "and" joins two numbers and only the second has a noun, it tells of both."""
    told = candidates_of("Разведка писала о 17 убитых и 30 раненых российских солдатах.")
    assert [(each.party, each.population) for each in told] == [("russia", "military")] * 2


def test_a_list_of_parts_goes_on_over_an_age():
    """An age in a list of those hurt does not end the list, and does not stand between people and "among"."""
    told = candidates_of("A bomb wounded six people. Among the wounded are a boy aged 9 and two policemen.")
    assert [each.subset_of for each in told] == [None, 0, 0]
    told = candidates_of("Nine people died: four women, three men and two boys.")
    assert [each.subset_of for each in told] == [None, 0, 0, 0]
    told = candidates_of("Ранены 11 человек, среди которых двое полицейских и трое детей.")
    assert [each.subset_of for each in told] == [None, 0, 0]
    told = candidates_of("Seven passengers were injured, he wrote, adding that a girl of 14 was among them.")
    assert [each.subset_of for each in told] == [None, 0]


@pytest.mark.parametrize(("text", "bounds"), HEDGES)
def test_a_hedge_bounds_no_more_than_it_says(
    text: str, bounds: tuple[str, int | None, int | None, int | None]
):
    """
    "At least" has no upper bound, "about" has none, and a vague word has no number.
    """
    each = only(text)

    assert (each.hedge, each.value, each.low, each.high) == bounds


def test_a_part_points_at_its_whole():
    """
    "Including two children" takes the measure of its whole, and points at it.
    """
    whole, part = read_article("Five people, including two children, were killed.").candidates

    assert (whole.value, part.value, part.measure, part.population) == (5, 2, "killed", "child")
    assert part.subset_of == 0
    assert whole.subset_of is None


def test_who_passes_a_number_on_is_not_its_claimant():
    """
    An outlet that cites somebody relays; the cited one is the claimant.
    """
    each = only("Two pilots were killed in a crash, the agency TASS reported, citing the emergency services.")

    assert "emergency services" in each.claimant
    assert "TASS" in (each.relayed_by or "")


def test_the_same_text_gives_the_same_candidates():
    """
    Reading is deterministic: nothing depends on what was read before.
    """
    text = "Загинули двоє людей, ще п'ятеро поранені, повідомив Олег Синєгубов. Евакуйовано 70 мешканців."
    first = [each.as_record() for each in read_article(text).candidates]
    read_article("Погибли трое.")

    assert [each.as_record() for each in read_article(text).candidates] == first
