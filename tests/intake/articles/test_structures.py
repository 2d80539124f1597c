"""Rules by structure and by whole classes of words, in sentences of three languages."""

from __future__ import annotations

import pytest

from casualty_ledger.intake.articles.reading import read_article


def _counted(text: str) -> list[tuple[str, int | None]]:
    """Return what a text counts, sorted: a vague number has no value."""
    found = [(each.measure, each.value) for each in read_article(text).candidates]
    return sorted(found, key=lambda each: (each[0], each[1] or 0))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Register of Persons Missing under Special Circumstances contains 91,400 entries.",
            [("missing", 91400)],
        ),
        (
            "By late May the journalists' roll of the dead had 128,300 surnames on it. The week added 1,870.",
            [("killed", 1870), ("killed", 128300)],
        ),
        ("The memorial project lists 4,210 names of fallen soldiers.", [("killed", 4210)]),
        ("A national database of deported children holds 19,600 records.", [("deported", 19600)]),
        ("У списку загиблих уже 3 412 прізвищ.", [("killed", 3412)]),
        (
            "Реєстр зниклих безвісти містить 88 тисяч записів, із них дітей – 1 900.",
            [("missing", 1900), ("missing", 88000)],
        ),
        ("Єдиний реєстр депортованих дітей налічує 19 700 імен.", [("deported", 19700)]),
        (
            "До марта в поимённом списке набралось 98 456 имён. За месяц прибавилось 3 100.",
            [("killed", 3100), ("killed", 98456)],
        ),
        (
            "В поимённом списке 98 456 имён. Офицеров 4 300, добровольцев 24 000.",
            [("killed", 4300), ("killed", 24000), ("killed", 98456)],
        ),
        ("В базе пропавших без вести числится 1 250 записей.", [("missing", 1250)]),
        (
            "В списках погибших 214 фамилий; в соседнем районе говорят о трёхстах.",
            [("killed", 214), ("killed", 300)],
        ),
        ("Мартиролог громади налічує 164 імені.", [("killed", 164)]),
    ],
)
def test_names_and_entries_on_a_list_count_those_whom_the_list_is_of(
    text: str, wanted: list[tuple[str, int | None]]
):
    """What stands on a list of the dead, missing or deported counts them, whatever a line of it is called."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The number of wounded, 64, has not changed since noon.", [("injured", 64)]),
        ("The death toll, 17, includes two children.", [("killed", 2), ("killed", 17)]),
        ("Police give a different number of injured, 23.", [("injured", 23)]),
        ("Кількість поранених, 48, за ніч не змінилася.", [("injured", 48)]),
        ("Полиция называет иное количество раненых, 19.", [("injured", 19)]),
        ("Число погибших, 12, подтвердил и мэр.", [("killed", 12)]),
        ("Число загиблих інше: сім.", [("killed", 7)]),
    ],
)
def test_a_number_behind_the_name_of_a_count_is_that_count(text: str, wanted: list[tuple[str, int | None]]):
    """A number behind a comma, as in "the number of wounded, 64,", is no age."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The toll for May was revised from 174 to 183 deaths.", [("killed", 174), ("killed", 183)]),
        (
            "The mission raised its count for June from 1,120 to 1,164 injured.",
            [("injured", 1120), ("injured", 1164)],
        ),
        ("Officials corrected the number of dead from nine to eleven.", [("killed", 9), ("killed", 11)]),
        ("Оцінку за травень переглянуто зі 174 до 183 загиблих.", [("killed", 183)]),
        ("Данные за май уточнены с 174 до 183 погибших.", [("killed", 174), ("killed", 183)]),
        ("Число раненых скорректировали с 20 до 26.", [("injured", 20), ("injured", 26)]),
        ("Погибших оказалось не пятеро, а четверо.", [("killed", 4)]),
        ("Поранених не шестеро, а восьмеро, уточнили в поліції.", [("injured", 8)]),
        ("Not four but six people were killed, the mayor corrected himself.", [("killed", 6)]),
        ("The dead were not five, as reported earlier, but seven.", [("killed", 7)]),
    ],
)
def test_a_count_put_right_is_the_later_one(text: str, wanted: list[tuple[str, int | None]]):
    """Behind "from … to" and "not …, but" stands the number that holds."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She herself was wounded in the shoulder.", [("injured", 1)]),
        ("His crewmate died on the spot.", [("killed", 1)]),
        ("Her brother-in-law was killed at the front.", [("killed", 1)]),
        ("Вона сама дістала поранення в руку.", [("injured", 1)]),
        ("Його напарник загинув на місці.", [("killed", 1)]),
        ("Сам он был ранен в ногу.", [("injured", 1)]),
        ("Его побратим погиб под Курском.", [("killed", 1)]),
        ("Комунальник помер у лікарні.", [("killed", 1)]),
        ("Монтёр скончался по дороге в больницу.", [("killed", 1)]),
        ("Ткачиха погибла под завалами.", [("killed", 1)]),
    ],
)
def test_one_person_is_counted_by_a_pronoun_or_any_noun_of_a_person(
    text: str, wanted: list[tuple[str, int | None]]
):
    """The subject of what befell one person is a figure, whether or not a list knows the noun."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She became the fourth person to die of her wounds.", [("killed", 4)]),
        ("Тіло дістали вночі, воно стало дев'ятим.", [("killed", 9)]),
        ("Жінка стала п'ятою загиблою внаслідок удару.", [("killed", 5)]),
        ("Мужчина стал седьмой жертвой обстрела.", [("killed", 7)]),
        ("Под завалами нашли тело, оно стало десятым.", [("killed", 10)]),
        ("The third attack in a week damaged the tenth school.", []),
    ],
)
def test_a_place_in_a_row_of_the_dead_tells_how_many_died(text: str, wanted: list[tuple[str, int | None]]):
    """To be the ninth victim tells nine deaths; another row tells none."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Among those hurt is a tram driver.", [("injured", 1)]),
        ("Among the dead was a 9-year-old girl.", [("killed", 1)]),
        ("Серед тих, хто загинув, є лікарка.", [("killed", 1)]),
        ("Среди тех, кто пострадал, есть сварщик.", [("injured", 1)]),
        ("Среди погибших — 14-летняя школьница.", [("killed", 1)]),
    ],
)
def test_one_person_among_those_hurt_or_killed_is_a_figure(text: str, wanted: list[tuple[str, int | None]]):
    """Who is told to be among them is one of them."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Червоний Хрест підтвердив перебування в полоні 1 300 військових.", [("held", 1300)]),
        ("Красный Крест подтвердил плен 1 300 военных.", [("held", 1300)]),
        ("The Red Cross confirmed the captivity of 1,300 soldiers.", [("held", 1300)]),
        ("Родственники подтвердили пленение 40 бойцов.", [("captured", 40)]),
        ("Установлены личности 85 погибших.", [("killed", 85)]),
    ],
)
def test_what_became_of_the_missing_is_what_they_are_counted_for(
    text: str, wanted: list[tuple[str, int | None]]
):
    """Identified among the dead they are dead, found in captivity they are held."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("У Калуші ховали трьох воїнів одразу.", [("killed", 3)]),
        ("В городе хоронили двух десантников.", [("killed", 2)]),
        ("The village buried three of its sons on Tuesday.", [("killed", 3)]),
        ("Мешканці ховалися в підвалі, їх було 40.", []),
        ("Of their platoon only six men came home.", []),
        ("З їхньої роти повернулося семеро.", []),
        ("Из всего взвода вернулись пятеро.", []),
    ],
)
def test_who_is_buried_is_dead_and_who_came_back_of_a_unit_is_no_figure(
    text: str, wanted: list[tuple[str, int | None]]
):
    """To bury counts the dead; to hide does not, nor does coming back from a fight."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The enemy keeps 110,000 soldiers on the left bank.", []),
        ("На цьому напрямку ворог тримає 60 тисяч військових.", []),
        ("Россия держит под Харьковом 40 тысяч солдат.", []),
        ("Russia is still holding 6,000 Ukrainian soldiers.", [("held", 6000)]),
    ],
)
def test_an_army_keeps_its_own_troops_and_holds_those_of_the_other(
    text: str, wanted: list[tuple[str, int | None]]
):
    """Troops kept somewhere are a strength unless they are called the other side's."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Один загинув, інший втратив ступню.", [("injured", 1), ("killed", 1)]),
        ("Один погиб, второй лишился кисти.", [("injured", 1), ("killed", 1)]),
        ("Eleven men arrived without limbs.", [("injured", 11)]),
        ("Семеро бійців надійшли без ніг.", [("injured", 7)]),
        ("Трьом військовим ампутували ноги.", [("injured", 3)]),
        ("До дитячого відділення привезли двох хлопчиків.", [("injured", 2)]),
        ("В травматологию доставили четырёх человек.", [("injured", 4)]),
        ("Five people were brought to the burns unit.", [("injured", 5)]),
    ],
)
def test_who_lost_a_limb_or_was_brought_to_a_ward_is_injured(text: str, wanted: list[tuple[str, int | None]]):
    """Loss of limbs, amputation and any ward of a hospital tell of the injured."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("В больнице скончалась ещё одна женщина.", [("killed", 1)]),
        ("Скончался в больнице ещё один.", [("killed", 1)]),
        ("Another man died in hospital of his wounds.", [("killed", 1)]),
        ("У реанімації помер ще один поранений.", [("killed", 1)]),
    ],
)
def test_who_died_in_hospital_is_dead(text: str, wanted: list[tuple[str, int | None]]):
    """A hospital where somebody died tells of no injured."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Of the injured, six remain in hospital and three, including a boy, have been sent home.",
            [("injured", 1), ("injured", 3), ("injured", 6)],
        ),
        ("Из раненых четверо в реанимации, двое отпущены домой.", [("injured", 2), ("injured", 4)]),
        ("Із поранених п'ятеро в лікарні, ще двох відпустили додому.", [("injured", 2), ("injured", 5)]),
        (
            "Ninety people came home: 70 soldiers and the remaining 20 civilians.",
            [("returned", 20), ("returned", 70), ("returned", 90)],
        ),
    ],
)
def test_those_of_the_hurt_are_hurt_whatever_happened_next(text: str, wanted: list[tuple[str, int | None]]):
    """Of the hurt some go home, and those who came home may be told as a rest."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Після обміну оголосили про повернення двох журналістів.", [("returned", 2)]),
        (
            "Киев объявил о возвращении из плена трёх моряков и двух учителей.",
            [("returned", 2), ("returned", 3)],
        ),
        ("Kyiv announced the return of four sailors.", [("returned", 4)]),
        ("Треба повернути ще сотні людей.", []),
        ("Нужно вернуть ещё тысячи пленных.", []),
        ("Thousands more must be brought home.", []),
    ],
)
def test_a_return_that_is_wanted_has_not_happened(text: str, wanted: list[tuple[str, int | None]]):
    """A noun of return counts as its verb does, and what must be done is no figure."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Погибли трое, в том числе 15-летний.", [("killed", 1), ("killed", 3)]),
        ("Загинули двоє, зокрема 17-річна.", [("killed", 1), ("killed", 2)]),
        ("Three were killed, including a 16-year-old.", [("killed", 1), ("killed", 3)]),
        ("52-летний скончался на месте.", [("killed", 1)]),
    ],
)
def test_an_age_without_a_noun_is_a_person(text: str, wanted: list[tuple[str, int | None]]):
    """A 16-year-old is one person, and a child by the age."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ukraine gave no number for its own dead.", []),
        ("Київ не назвав жодної цифри загиблих.", []),
        ("Никакого числа погибших ведомство не привело.", []),
        ("None of the dead was a soldier.", []),
        ("Никто из погибших не был военным.", []),
        ("Жоден із поранених не був дитиною.", []),
        ("Никто из раненых не скончался.", [("killed", 0)]),
        ("Жертвами телефонных мошенников стали 60 пенсионеров.", []),
        ("Жертвами шахраїв стали 40 переселенців.", []),
        ("Some 200 residents fell victim to fraud.", []),
        ("Hundreds of civilians remain trapped in Pokrovsk.", []),
        ("В 12 мешках лежали документы погибших.", []),
    ],
)
def test_what_denies_or_ranks_or_is_no_harm_counts_nobody(text: str, wanted: list[tuple[str, int | None]]):
    """A number that was not given, what the dead were not, and victims of fraud are no figures."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nine is the number of the wounded, not of the dead.", [("injured", 9)]),
        ("Восьмеро — це кількість поранених, а не загиблих.", [("injured", 8)]),
        ("Пять — число тяжелораненых, пояснили врачи.", [("injured", 5)]),
    ],
)
def test_a_number_that_is_told_to_be_a_count_is_that_count(text: str, wanted: list[tuple[str, int | None]]):
    """Who says what a number is the number of need not name it before."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The ministry speaks of 41,000 martyrs.", [("killed", 41000)]),
    ],
)
def test_the_dead_by_any_noun_are_dead(text: str, wanted: list[tuple[str, int | None]]):
    """Nouns for the dead that only some sides use count too."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Both swapped 150 soldiers each. Eleven residents of the Kursk region remain in Ukraine.",
            [("exchanged", 150), ("held", 11)],
        ),
        (
            "Додому повернулися 84 захисники. На території Росії перебувають ще 1 700 цивільних.",
            [("held", 1700), ("returned", 84)],
        ),
        (
            "Домой вернулись 30 курян. На территории Украины остаются ещё 16 жителей области.",
            [("held", 16), ("returned", 30)],
        ),
        ("У місті після обстрілу загинули двоє людей. У селі залишаються ще 40 мешканців.", [("killed", 2)]),
    ],
)
def test_who_stays_behind_of_those_who_came_home_is_held(text: str, wanted: list[tuple[str, int | None]]):
    """Those who remain where the freed came from are in captivity; in a village they are not."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Машинист сломал ноги.", [("injured", 1)]),
        ("Водійка обпекла руки.", [("injured", 1)]),
    ],
)
def test_who_hurt_a_part_of_the_body_is_injured(text: str, wanted: list[tuple[str, int | None]]):
    """Whatever the verb and the part of the body."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("She was hit by a car of the convoy.", []),
        ("Ворог загинув би від голоду.", []),
        ("Собака загинула під завалами.", []),
        ("The base has 400 soldiers on its books.", []),
        ("На базаре были 300 человек, погибших нет.", [("killed", 0)]),
        ("Позиции удерживали 200 бойцов.", []),
        ("The record of 300 launches was beaten.", []),
        ("He listed 120 towns where people died.", []),
    ],
)
def test_words_that_only_resemble_those_of_harm_and_lists_count_nobody(
    text: str, wanted: list[tuple[str, int | None]]
):
    """An animal, a base, a record, a market and positions are neither people nor lists."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "By name 95,300 dead are known. Nearly 4,000 were officers and about 11,900 had been mobilised.",
            [("killed", 4000), ("killed", 11900), ("killed", 95300)],
        ),
        ("Погибли 640 военных. Около 120 были мобилизованы.", [("killed", 120), ("killed", 640)]),
        ("Five thousand soldiers died. Some 400 were evacuated.", [("killed", 5000)]),
        (
            "Додому повернулися 90 бранців, п'ятеро з них – важкопоранені.",
            [("returned", 5), ("returned", 90)],
        ),
    ],
)
def test_how_the_dead_had_served_and_how_the_freed_are_called_counts_them_as_parts(
    text: str, wanted: list[tuple[str, int | None]]
):
    """So many of the dead were officers, so many of the freed are wounded; who was evacuated is neither."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rescuers freed 14 people from a lift during the blackout.", []),
        ("З-за кордону повернулися 12 тисяч українців.", []),
        ("Из отпуска вернулись 40 сотрудников завода.", []),
        ("The court released four activists on bail.", []),
        ("Волонтери передали 40 бійцям тепловізори.", []),
        ("The ministry is looking for 500 volunteers.", []),
        ("На похоронах присутствовали 200 человек.", []),
    ],
)
def test_who_came_back_in_a_text_without_captives_is_no_figure(
    text: str, wanted: list[tuple[str, int | None]]
):
    """A lift, a holiday, a court and a border return people too; wanted staff is not missing."""
    assert _counted(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Officials put the number of dead at 80. Local residents speak of 120.",
            [("killed", 80), ("killed", 120)],
        ),
        ("Міська влада говорить про 30 загиблих, волонтери — про 45.", [("killed", 30), ("killed", 45)]),
        ("On Monday 205 soldiers were freed, on Tuesday another 95.", [("returned", 95), ("returned", 205)]),
        (
            "У понеділок із полону звільнили 150 захисників, у вівторок – ще 80.",
            [("returned", 80), ("returned", 150)],
        ),
        ("The identities of about 900 soldiers have been established from the bodies.", [("killed", 900)]),
    ],
)
def test_a_number_alone_goes_on_with_the_count_before_it(text: str, wanted: list[tuple[str, int | None]]):
    """A second voice, day or estimate need not repeat what it counts."""
    assert _counted(text) == wanted
