"""Counts as texts put them, in three languages: the whole hedge table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casualty_ledger.errors import UnreadablePhrase
from casualty_ledger.parsing.number_words import read_number
from casualty_ledger.parsing.phrases import Phrase, parse_phrase
from casualty_ledger.vocabulary import Hedge, Role

TABLE = [
    ("22", Hedge.EXACT, 22, 22),
    ("9,083", Hedge.EXACT, 9083, 9083),
    ("9 083", Hedge.EXACT, 9083, 9083),
    ("at least 485", Hedge.AT_LEAST, 485, None),
    ("no fewer than 20", Hedge.AT_LEAST, 20, None),
    ("20+", Hedge.AT_LEAST, 20, None),
    ("14 so far", Hedge.AT_LEAST, 14, None),
    ("щонайменше 12", Hedge.AT_LEAST, 12, None),
    ("не менше 12 осіб", Hedge.AT_LEAST, 12, None),
    ("як мінімум 3", Hedge.AT_LEAST, 3, None),
    ("принаймні п'ять", Hedge.AT_LEAST, 5, None),
    ("по меньшей мере 12", Hedge.AT_LEAST, 12, None),
    ("не менее 12 человек", Hedge.AT_LEAST, 12, None),
    ("как минимум три", Hedge.AT_LEAST, 3, None),
    ("more than 210,000 soldiers", Hedge.MORE_THAN, 210_001, None),
    ("over 1.5 thousand", Hedge.MORE_THAN, 1501, None),
    ("понад дві тисячі", Hedge.MORE_THAN, 2001, None),
    ("більше ніж 100", Hedge.MORE_THAN, 101, None),
    ("более 100", Hedge.MORE_THAN, 101, None),
    ("свыше 1,5 тысячи", Hedge.MORE_THAN, 1501, None),
    ("about 209,940", Hedge.ABOUT, 209_930, 209_950),
    ("~500", Hedge.ABOUT, 400, 600),
    ("близько 450", Hedge.ABOUT, 400, 500),
    ("приблизно 30", Hedge.ABOUT, 20, 40),
    ("около 7", Hedge.ABOUT, 6, 8),
    ("порядка 1000", Hedge.ABOUT, 0, 2000),
    ("осіб двадцять", Hedge.ABOUT, 10, 30),
    ("человек двадцать", Hedge.ABOUT, 10, 30),
    ("nearly 500", Hedge.NEARLY, 400, 499),
    ("майже 500", Hedge.NEARLY, 400, 499),
    ("почти 500", Hedge.NEARLY, 400, 499),
    ("up to 80,000", Hedge.UP_TO, 0, 80_000),
    ("as many as 20", Hedge.UP_TO, 0, 20),
    ("до 20 осіб", Hedge.UP_TO, 0, 20),
    ("не більше 20", Hedge.UP_TO, 0, 20),
    ("не более 20", Hedge.UP_TO, 0, 20),
    ("between 100 and 200", Hedge.RANGE, 100, 200),
    ("100–200", Hedge.RANGE, 100, 200),
    ("11 or 12", Hedge.RANGE, 11, 12),
    ("від 10 до 12", Hedge.RANGE, 10, 12),
    ("от десяти до 12", Hedge.RANGE, 10, 12),
    ("a couple", Hedge.RANGE, 2, 3),
    ("пара", Hedge.RANGE, 2, 3),
    ("several", Hedge.SEVERAL, 3, 9),
    ("кілька осіб", Hedge.SEVERAL, 3, 9),
    ("несколько", Hedge.SEVERAL, 3, 9),
    ("dozens", Hedge.DOZENS, 20, 99),
    ("десятки", Hedge.DOZENS, 20, 99),
    ("hundreds of people", Hedge.HUNDREDS, 200, 999),
    ("сотні", Hedge.HUNDREDS, 200, 999),
    ("thousands", Hedge.THOUSANDS, 2000, 9999),
    ("тисячі", Hedge.THOUSANDS, 2000, 9999),
    ("тысячи", Hedge.THOUSANDS, 2000, 9999),
    ("a minimum of 12", Hedge.AT_LEAST, 12, None),
    ("upwards of 100", Hedge.MORE_THAN, 101, None),
    ("больше 100", Hedge.MORE_THAN, 101, None),
    ("approximately 30", Hedge.ABOUT, 20, 40),
    ("around 30", Hedge.ABOUT, 20, 40),
    ("some 30", Hedge.ABOUT, 20, 40),
    ("орієнтовно 30", Hedge.ABOUT, 20, 40),
    ("примерно 30", Hedge.ABOUT, 20, 40),
    ("almost 500", Hedge.NEARLY, 400, 499),
    ("at most 20", Hedge.UP_TO, 0, 20),
    ("100 to 200", Hedge.RANGE, 100, 200),
    ("11 або 12", Hedge.RANGE, 11, 12),
    ("11 или 12", Hedge.RANGE, 11, 12),
    ("between 1,000 and 1,500", Hedge.RANGE, 1000, 1500),
    ("a few", Hedge.SEVERAL, 3, 9),
    ("декілька", Hedge.SEVERAL, 3, 9),
    ("tens of people", Hedge.DOZENS, 20, 99),
    ("scores", Hedge.DOZENS, 20, 99),
    ("сотни", Hedge.HUNDREDS, 200, 999),
    ("mass casualties", Hedge.UNQUANTIFIED, None, None),
    ("масові", Hedge.UNQUANTIFIED, None, None),
    ("много", Hedge.UNQUANTIFIED, None, None),
    ("9\u2009083", Hedge.EXACT, 9083, 9083),
    ("9'083", Hedge.EXACT, 9083, 9083),
    ("9’083", Hedge.EXACT, 9083, 9083),
    ("півтори тисячі", Hedge.EXACT, 1500, 1500),
    ("полторы тысячи", Hedge.EXACT, 1500, 1500),
    ("half a million", Hedge.EXACT, 500_000, 500_000),
    ("2.5 million", Hedge.EXACT, 2_500_000, 2_500_000),
    ("a dozen", Hedge.EXACT, 12, 12),
    ("two dozen", Hedge.EXACT, 24, 24),
    ("пів тисячі", Hedge.EXACT, 500, 500),
    ("півтора десятка", Hedge.EXACT, 15, 15),
    ("a hundred", Hedge.EXACT, 100, 100),
    ("тисяча", Hedge.EXACT, 1000, 1000),
    ("several hundred people", Hedge.HUNDREDS, 200, 999),
    ("several thousand", Hedge.THOUSANDS, 2000, 9999),
    ("several dozen", Hedge.DOZENS, 20, 99),
    ("кілька сотень", Hedge.HUNDREDS, 200, 999),
    ("кілька десятків", Hedge.DOZENS, 20, 99),
    ("несколько тысяч", Hedge.THOUSANDS, 2000, 9999),
    ("tens of thousands", Hedge.RANGE, 20_000, 99_999),
    ("hundreds of thousands", Hedge.RANGE, 200_000, 999_999),
    ("десятки тисяч", Hedge.RANGE, 20_000, 99_999),
    ("сотни тысяч", Hedge.RANGE, 200_000, 999_999),
    ("several million", Hedge.RANGE, 2_000_000, 9_999_999),
    ("тысяча двести", Hedge.EXACT, 1200, 1200),
    ("сорок тисяч", Hedge.EXACT, 40_000, 40_000),
    ("many", Hedge.UNQUANTIFIED, None, None),
    ("багато", Hedge.UNQUANTIFIED, None, None),
    ("массовые", Hedge.UNQUANTIFIED, None, None),
]


@pytest.mark.parametrize(("text", "hedge", "lower", "upper"), TABLE)
def test_a_phrase_reads_as_the_table_says(text: str, hedge: Hedge, lower: int | None, upper: int | None):
    """
    Each hedge of the table, in each language, gives its bounds and no others.
    """
    phrase = parse_phrase(text)

    assert (phrase.hedge, phrase.lower, phrase.upper) == (hedge, lower, upper)


@pytest.mark.parametrize(
    ("text", "role", "value"),
    [
        ("another 3", Role.INCREMENT, 3),
        ("5 more", Role.INCREMENT, 5),
        ("ще 4", Role.INCREMENT, 4),
        ("ещё двое 2", None, None),
        ("ещё 4", Role.INCREMENT, 4),
        ("including 2 children", Role.PART, 2),
        ("of whom five", Role.PART, 5),
        ("зокрема 2", Role.PART, 2),
        ("в том числе 2", Role.PART, 2),
        ("among them 2", Role.PART, 2),
        ("серед них 2", Role.PART, 2),
        ("из них 2", Role.PART, 2),
        ("rises to 22", Role.SUPERSEDES, 22),
        ("rose to 22", Role.SUPERSEDES, 22),
        ("bringing the total to 22", Role.SUPERSEDES, 22),
        ("зросла до 22", Role.SUPERSEDES, 22),
        ("выросло до 22", Role.SUPERSEDES, 22),
    ],
)
def test_a_phrase_says_what_it_is_to_the_total(text: str, role: Role | None, value: int | None):
    """
    "Another 3" is no total, "including 2" is a part, and "rose to 22" supersedes.
    """
    if role is None:
        with pytest.raises(UnreadablePhrase):
            parse_phrase(text)
        return
    phrase = parse_phrase(text)
    assert (phrase.role, phrase.value) == (role, value)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twenty-two", 22),
        ("two hundred and five", 205),
        ("one thousand two hundred", 1200),
        ("двадцять два", 22),
        ("двести пять", 205),
        ("тисячі", None),
        ("дві тисячі", 2000),
        ("1.5 thousand", 1500),
        ("1,5 тисячі", 1500),
        ("3 тис", 3000),
        ("1.2 million", 1_200_000),
        ("12.5", None),
    ],
)
def test_numbers_in_words_are_read(text: str, number: int | None):
    """
    Words and decimals with a scale are numbers; a decimal of people is none.
    """
    found = read_number(text)

    assert (found[0] if found else None) == number


@pytest.mark.parametrize("text", ["", "до 18:00", "nobody", "22 of 30", "200 to 100", "about", "1,23"])
def test_what_states_no_count_is_refused(text: str):
    """
    A clock time, an empty text, or two numbers that are no range state no count.
    """
    with pytest.raises(UnreadablePhrase):
        parse_phrase(text)


WORDED = {
    Hedge.AT_LEAST: ["at least {}", "щонайменше {}", "не менее {}"],
    Hedge.MORE_THAN: ["more than {}", "понад {}", "свыше {}"],
    Hedge.ABOUT: ["about {}", "близько {}", "около {}"],
    Hedge.NEARLY: ["nearly {}", "майже {}", "почти {}"],
    Hedge.UP_TO: ["up to {}", "до {}", "не более {}"],
    Hedge.EXACT: ["{}", "{} осіб", "{} человек"],
}


@given(
    st.sampled_from([(hedge, text) for hedge, texts in WORDED.items() for text in texts]),
    st.integers(min_value=1, max_value=10**7),
    st.sampled_from(["", ",", " ", "\u202f"]),
)
def test_a_worded_count_reads_back(worded: tuple[Hedge, str], count: int, mark: str):
    """
    Whatever count is worded with a hedge, in any language and with any mark, is read back.
    """
    hedge, text = worded
    phrase = parse_phrase(text.format(f"{count:,}".replace(",", mark)))

    assert (phrase.hedge, phrase.value) == (hedge, count)


@given(st.text() | st.from_regex(r"(?:at least |до |between )?[0-9., ]{0,9}(?: and | до )?[0-9]{0,4}"))
def test_no_text_raises_anything_else(text: str):
    """
    Any text gives a phrase or the declared error.
    """
    try:
        phrase = parse_phrase(text)
    except UnreadablePhrase:
        return
    assert isinstance(phrase, Phrase)
