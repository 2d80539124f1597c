"""Where it happened: the scene of a whole text, areas without a name, whose prison, what was attacked."""

from __future__ import annotations

import pytest

from casualty_ledger.intake.articles.reading import read_article

PLACES = [
    ("Бої за Лиман — події 2022 року. Колону обстріляли поблизу Ямполя. Загинули 12 людей.", 12, "Лиман"),
    ("In temporarily occupied areas 14 people were killed in May.", 14, "occupied areas"),
    ("На окупованих територіях зникли безвісти 40 цивільних.", 40, "окуповані території"),
    ("Потери на лиманском направлении составили 60 военнослужащих.", 60, "лиманское направление"),
    ("A shell hit Rafah. In the enclave, the Gaza health ministry says, 45 people died.", 45, "Gaza"),
    ("В российских колониях умерли 19 украинцев.", 19, "Россия"),
    ("The group attacked Israel, killing 30 people. Rafah was shelled later.", 30, "Israel"),
    ("Дрон влучив у лікарню в Сумах, загинула одна людина, семеро поранені.", 7, "Суми"),
    ("У Сумах дрон ударив по крамниці. Загинула жінка, 69-річна мешканка села Ромашки.", 1, "Суми"),
    ("Shells fell on Yahidne, a village south of Chernihiv. There, 30 people were killed.", 30, "Yahidne"),
    ("Three men died in Kharkiv, among them two who had hidden in a cellar in Lyptsi.", 2, "Lyptsi"),
    ("Облога Маріуполя тривала 86 днів. На Азовсталі був штаб. Загинули 20 000 людей.", 20_000, "Маріуполь"),
    ("Гинули насамперед у Сумах, каже місія ООН. За її даними, убито 180 цивільних.", 180, "Україна"),
    ("Ночью били по Харькову, погибли трое. Всего по стране ранены 40 человек.", 40, "Украина"),
    ("Військові увійшли в Нагірний Карабах. Міноборони в Баку заявило про 12 загиблих.", 12, "Карабах"),
    ("A drone killed two in Sudzha, the governor of Kursk, Ivan Petrov, said. "
     "The governor of Bryansk, Petr Sidorov, said that 7 farmers had been wounded.", 7, "Bryansk"),
    ("В Сумах погибли двое. В бухте Двуякорной ранены 9 рыбаков.", 9, "Двуякорной"),
    # A clause that describes who speaks, a denial, a building's own name and a seat are no scene.
    ("Horlivka was shelled. Ivan Petrov, who runs Luhansk region, spoke of 9 dead.", 9, "Horlivka"),
    ("Обстреляли Никополь. В Марганце пострадавших нет. Ранены 4 монтёра.", 4, "Никополь"),
    ("Эль-Фашир захвачен. В Саудовском роддоме убиты 40. Врачи насчитали 300 убитых.", 300, "Эль-Фашир"),
    ("A drone hit a bus in Odesa. In Moscow, the ministry said 8 officers had died.", 8, "Odesa"),
    ("Бои идут под Купянском. При зачистке Волчанска найдены 9 тел.", 9, "Волчанск"),
    ("Shells hit Rylsk. Two passengers and 3 others died on the way to Kursk.", 3, "Rylsk"),
    ("У Сумах тривога.\n🔹 У Лебедині поранено 5 людей.\n🔹 У Глухові тихо.", 5, "Лебедин"),
    ("The fight for Bakhmut is over. The founder said 22,000 of his men were killed.", 22_000, "Bakhmut"),
]  # fmt: skip
PARTIES = [
    ("Сдались в плен 40 военнослужащих армии РФ.", 40, "russia"),
    ("Ворог зупинений: агресор втратив 17 осіб убитими.", 17, "russia"),
    ("Moscow also handed over 22 wounded servicemen.", 22, "ukraine"),
    ("Загиблих російських військових — 120, загиблих українських — 40.", 120, "russia"),
    ("A Russian official put Ukraine's own missing at up to 900 soldiers.", 900, "ukraine"),
    ("51 Russian soldiers came home. Kyiv says 630 of its people are back from captivity.", 630, "ukraine"),
    ("Ukraine received bodies, but 20 of the bodies turned out to be Russians.", 20, "russia"),
    ("Україна зустріла своїх. Росії, своєю чергою, передали 205 осіб.", 205, "russia"),
    ("Украине переданы тела 100 военнослужащих, взамен получено 35, сообщили в Москве.", 35, "russia"),
    ("За неделю ранены 90 жителей Белгородской области, заявил он. Убиты, по его словам, 8.", 8, "russia"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "place"), PLACES)
def test_a_number_belongs_to_the_scene_of_its_event(text: str, number: int, place: str):
    """What a text is about, an area, a prison's country or a land attacked is a place; a home is none."""
    told = {each.value: each.place for each in read_article(text).candidates}

    assert told[number] == place


@pytest.mark.parametrize(("text", "number", "party"), PARTIES)
def test_people_are_of_the_army_that_is_named_or_of_those_counted_before(text: str, number: int, party: str):
    """An army's name, who hands people over, and the figure before tell whose people they are."""
    told = {each.value: each.party for each in read_article(text).candidates}

    assert told[number] == party


def test_so_many_from_each_side_are_a_swap_of_both():
    """«По 157 с каждой стороны» is one figure, of both."""
    told = read_article("Стороны провели обмен: по 157 военнопленных с каждой стороны.").candidates

    assert [(each.measure, each.value, each.party) for each in told] == [("exchanged", 157, "both")]


def test_hostages_are_held_and_are_no_prisoners_of_war():
    """Hostages of whom nothing else is told are held; who was seized did not fight."""
    told = read_article(
        "The group seized 251 hostages. In the enclave 58 hostages remain, he said."
    ).candidates

    assert [(each.measure, each.population) for each in told] == [
        ("captured", "unspecified"),
        ("held", "unspecified"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Приговоры по делам о шпионаже получили 74 жителя.",
        "Каждую неделю в плен попадают от 60 до 90 россиян.",
        "Следы побоев нашли у девяти из десяти вернувшихся.",
        "Серед жертв не було жодного іноземця.",
        "Суд засудив двох росіян до довічного за вбивство полоненого.",
        "Отчёт упоминает 27 пропавших; 396 человек, по его данным, доставили в порт.",
    ],
)
def test_what_is_received_a_rate_a_share_and_the_accused_are_no_toll(text: str):
    """Who receives a sentence comes from no captivity, who is tried was not killed, a share counts nobody."""
    assert not [each for each in read_article(text).candidates if (each.value or 0) not in (0, 27)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Three sailors, 22, 35 and 41, were wounded.", [("injured", 3)]),
        ("Двоє жінок, 40 і 67, дістали поранення.", [("injured", 2)]),
        ("The researchers met refugees; nine of them said they had seen friends die.", []),
        ("Журналисты поговорили с 30 освобождёнными военными.", []),
        ("На ділянці фронту росіяни тримають 12 тисяч бійців.", []),
        ("The clinic has received 30 wounded and has no morphine.", [("injured", 30)]),
        ("Neither side discloses its losses.", []),
        ("The firm denied that anyone had been killed at its depot.", [("killed", 0)]),
        ("Gunmen killed 90 people and took 41 hostages.", [("killed", 90), ("captured", 41)]),
    ],
)
def test_ages_witnesses_a_front_and_a_want_of_things_are_no_toll(text: str, told: list[tuple[str, int]]):
    """Ages of those counted, who only saw it and who holds a front came to no harm; a denial is a zero."""
    assert [(each.measure, each.value) for each in read_article(text).candidates] == told


@pytest.mark.parametrize(
    "text",
    [
        "A mother of three was killed.",
        "Загинув батько трьох дітей.",
        "Погиб отец троих детей.",
        "The regiment lost a sergeant killed, a soldier told the outlet.",
    ],
)
def test_whose_children_they_are_and_who_speaks_is_not_counted(text: str):
    """Of a father of three one died; the soldier who speaks did not."""
    assert [(each.measure, each.value) for each in read_article(text).candidates] == [("killed", 1)]


def test_not_one_of_many_is_nobody():
    """Who says that not one of 40 was hurt denies it of all of them."""
    told = read_article("Not one of the 40 passengers was hurt.").candidates

    assert [(each.value, each.negated) for each in told] == [(0, True)]


def test_people_told_to_be_held_are_of_the_verb_before_them():
    """Who was brought home is told to have been held, and is held no more."""
    told = read_article("Ukraine brought home 84 civilians held in Russia.").candidates

    assert [(each.measure, each.party) for each in told] == [("returned", "ukraine")]


def test_the_noun_of_a_number_tells_more_than_the_losses_before_it():
    """Losses put at so many dead are so many dead."""
    told = read_article("Потери страны прокуратура оценила в 93 убитых и 454 раненых.").candidates

    assert [(each.measure, each.value) for each in told] == [("killed", 93), ("injured", 454)]


def test_a_region_without_a_name_is_no_town_in_it():
    """What was in the region was not in the town told before, where no region is named."""
    told = read_article("In Lyman a drone hurt two. In all, 11 were injured in the region.").candidates

    assert [each.place for each in told] == ["Lyman", "region"]


def test_what_a_day_added_is_no_running_total():
    """A part that its period or a sign bounds is no total, though its whole is one."""
    text = "Since 24 February 2022 the enemy has lost 996,150 troops, including 1,090 over the past day."
    whole, part = read_article(text).candidates

    assert (whole.cumulative, part.cumulative, part.subset_of) == (True, False, 0)
