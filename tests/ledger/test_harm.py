"""Do no harm: what names a person or endangers a prisoner is refused, and not repeated."""

import pandas as pd
import pytest
from conftest import make_rows
from hypothesis import given, settings
from hypothesis import strategies as st

from casualty_ledger.errors import SheetUnreadable
from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.distinct import Distinct
from casualty_ledger.ledger.harm import CAPTIVITY, HARMS, Harm, coarsen
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.recorded_sheets import read_sheet
from casualty_ledger.sources.registry import Register

NOBODY = Register({}, {})
PRISONERS = {"population": "pow", "measure": "captured", "basis": "period", "value": "2"}

BAD = [
    ({"note": "the prisoner named Ivan Petrenko was shown"}, "note"),
    ({"scope": "identified as Olena Kovalenko"}, "scope"),
    ({"note": "Private Pavlo Shevchenko among them"}, "note"),
    ({"note": "Mariia Bondar, 34, killed at home"}, "note"),
    ({"overlaps": "victim Petro Ivanenko counted before"}, "overlaps"),
    ({"note": "рядовий Іван Петренко"}, "note"),
    ({"note": "born on 3 May 1999"}, "note"),
    ({"note": "passport AB123456"}, "note"),
    ({"note": "call sign Lynx"} | PRISONERS, "note"),
    ({"place": "48.4647, 35.0462"}, "place"),
    ({"place": "12 Shevchenko Street, Dnipro"}, "place"),
    ({"place": "вул. Шевченка, 12"}, "place"),
    ({"note": "all of the 3rd Assault Brigade"} | PRISONERS, "note"),
    ({"note": "men of the 155th separate marine brigade"} | PRISONERS, "note"),
    ({"note": "військові 36 бригади"} | PRISONERS, "note"),
    ({"address": "https://www.youtube.com/watch?v=x"} | PRISONERS, "address"),
    ({"address": "https://t.me/channel/123"} | PRISONERS, "address"),
    ({"address": "https://example.org/interviews/42"} | PRISONERS, "address"),
    ({"address": "https://example.org/face.jpg"}, "address"),
    ({"address": "https://example.org/clip.mp4?x=1"}, "address"),
    ({"note": "полонений Іван Петренко"} | PRISONERS, "note"),
    ({"note": "солдат на ім’я Іван Петренко"}, "note"),
    ({"note": "пленный по имени Иван Петров"}, "note"),
    ({"note": "captured pilot Ivan Sydorenko on a video"} | PRISONERS, "note"),
    ({"note": "Ivan Sydorenko"} | PRISONERS, "note"),
    ({"note": "Ivan Sydorenko was exchanged"} | PRISONERS, "note"),
    ({"claimant": "prisoner of war Ivan Petrenko"}, "claimant"),
    ({"claimant": "captured soldier Pavlo Shevchenko"}, "claimant"),
    ({"note": "shown in https://t.me/channel/123"} | PRISONERS, "note"),
    ({"note": "portrait at example.org/face.jpg"}, "note"),
    ({"note": "relatives at family@example.org"}, "note"),
    ({"scope": "call +380441234567"}, "scope"),
    ({"place": "Penal colony 7, block 2"} | PRISONERS | {"measure": "held", "basis": "stock"}, "place"),
]


@pytest.mark.parametrize(("change", "column"), BAD, ids=str)
def test_a_harmful_row_is_refused_and_not_repeated(change: dict[str, str], column: str):
    """
    A name, a birth, a place on the map, a prisoner's unit or a link to a face is refused and withheld.
    """
    appearances, refused = clean_rows(make_rows(change), NOBODY)

    assert appearances.empty
    assert refused["column"].tolist() == [column]
    assert refused["found"].tolist() == ["(withheld)"]
    assert change[column] not in refused.to_csv()


@pytest.mark.parametrize(
    "change",
    [
        {"note": "Kirby called it ludicrous"},
        {"note": "woman born 1941 who died during evacuation"},
        {"scope": "36 women + 22 men + 1 boy"},
        {"place": "Kramatorsk (railway station)"},
        {"overlaps": "part of the 144 (43 of them Azov Regiment)"} | PRISONERS,
        {"claimant": "Governor of Belgorod Oblast (Gladkov)"},
        {"claimant": "Headquarters for the Treatment of POWs via Presidential Office"} | PRISONERS,
        {"note": "losses of the 72nd brigade"},
    ],
    ids=str,
)
def test_an_honest_row_passes(change: dict[str, str]):
    """
    Office-holders as claimants, public sites, ages in years and counts by unit of the dead are recorded.
    """
    assert clean_rows(make_rows(change), NOBODY).refused.empty


@pytest.mark.parametrize("column", ["victim_name", "surname", "photo_url", "latitude", "unit", "birth_date"])
def test_a_sheet_with_a_column_for_persons_is_refused(tmp_path, column: str):
    """
    A sheet that has a column for names, faces, units or coordinates is refused as a whole.
    """
    sheet = tmp_path / "people.csv"
    sheet.write_text(",".join([*SHEET_COLUMNS, column]) + "\n")

    with pytest.raises(SheetUnreadable, match="person"):
        read_sheet(sheet)


@pytest.mark.parametrize("harm", [*HARMS, CAPTIVITY], ids=lambda harm: harm.pattern.pattern[:20])
@settings(deadline=None)
@given(data=st.data())
def test_the_faster_search_misses_nothing(harm: Harm, data: st.DataObject):
    """
    Whatever a rule finds, in any script, the coarser search that comes before it has found.
    """
    text = data.draw(st.from_regex(harm.pattern))

    assert harm.pattern.search(text)
    assert Distinct.of(pd.Series([text])).matching(coarsen(harm.pattern)) == [text]
