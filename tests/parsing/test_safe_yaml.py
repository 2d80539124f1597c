"""Files in which something is declared are read safely, or refused in a sentence."""

import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from casualty_ledger.errors import YamlUnreadable
from casualty_ledger.parsing.safe_yaml import MOST_BYTES, Day, Declared, Text, read_yaml


class Place(Declared):
    name: Text
    founded: Day | None = None
    people: int = 0
    names: tuple[Text, ...] = ()


PLACES = TypeAdapter(list[Place])


def read(folder: Path, written: str | bytes) -> list[Place]:
    path = folder / "places.yml"
    path.write_bytes(written if isinstance(written, bytes) else written.encode())
    return read_yaml(path, PLACES, YamlUnreadable)


def refusal(folder: Path, written: str | bytes) -> str:
    with pytest.raises(YamlUnreadable) as raised:
        read(folder, written)
    return str(raised.value)


def test_what_is_declared_is_read_as_its_shape_says(tmp_path: Path):
    """
    A text stays as written, and becomes a number or a day only where the shape says so.
    """
    written = "- {name: 0123, founded: 1900-02-03, people: 12}\n- {name: no, names: [on, 2023-01-01]}"

    assert read(tmp_path, written) == [
        Place(name="0123", founded=date(1900, 2, 3), people=12),
        Place(name="no", names=("on", "2023-01-01")),
    ]


def test_a_mark_of_byte_order_and_keys_without_a_value_are_nothing(tmp_path: Path):
    """
    A byte order mark is skipped, and a key left empty says no more than no key.
    """
    assert read(tmp_path, b"\xef\xbb\xbf- name: A\n  people:\n  names: ~\n") == [Place(name="A")]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("- name: [a, b]", "line 1, entry 1, name, a text is expected, found the list ['a', 'b']"),
        ("- name: A\n- people: 1", "line 2, entry 2, the key 'name' is missing"),
        ("- name: A\n  poeple: 1", "line 2, entry 1, poeple, there is no such key (did you mean 'people'?)"),
        ("- name: A\n  people: many", "line 2, entry 1, people, a whole number is expected, found 'many'"),
        ("- name: A\n  people: " + "9" * 5000, "a whole number is expected"),
        ("- name: A\n  founded: 2023-02-30", "a day such as 2023-06-04 is expected, found '2023-02-30'"),
        ("- name: A\n  founded: 0", "a day such as 2023-06-04 is expected"),
        ("- name: A\n  founded: 9999-01-01", "a day such as 2023-06-04 is expected"),
        ("- name: A\n  names: B", "a list is expected, found 'B'"),
        ("- name: A\n  names: [[B]]", "line 2, entry 1, names, entry 1, a text is expected"),
        ("name: A", "a list is expected, found the keys 'name'"),
        ("", "a list is expected, found nothing"),
        ("- name: ''", "a text is expected, found nothing"),
        ("- name: A\n  name: B", "line 2: the key 'name' stands here twice"),
        ("- {[a]: b}", "line 1: a key is a text"),
        ('- name: "a\\0b"', "line 1: the text holds the unprintable character '\\x00'"),
        ("- name: a\0b", "a character that YAML does not allow"),
        ("- name: 'a", "no YAML"),
        ("- name: A\n\t- B", "line 2 is no YAML"),
        ("- name: A\n--- \n- name: B", "line 2 is no YAML"),
        (b"- name: A\n- name: \xff", "line 2 is not UTF-8 text"),
        ("- &a name: A", "line 1: anchors (&) and aliases (*) are not read"),
        ("- name: *a", "line 1: anchors (&) and aliases (*) are not read"),
        ("- name: !!float ''", "line 1: tags (tag:yaml.org,2002:float) are not read"),
        ("- !!python/object/apply:os.system ['true']", "tags"),
        ("[" * 100_000, "line 1: it is nested more than 16 levels deep"),
        ("- name: A\n  a: " + "{a: " * 50 + "}" * 50, "nested"),
        ("- " + "k" * 900 + ": 1", "there is no such key"),
        ("- name: A\n  founded: " + "k" * 5000, "a day such as 2023-06-04 is expected"),
        ("- {" + "k" * 900 + ": 1, " + "k" * 900 + ": 2}", "the key 'kkk"),
        ("- {a: 1}\n" * 9, "and 13 more"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_is_expected(tmp_path: Path, written: str, said: str):
    """
    A wrong type, day, key or depth, a tag, an alias and a text that is no YAML are each one sentence.
    """
    sentence = refusal(tmp_path, written)

    assert sentence.startswith("places.yml cannot be read: ")
    assert said in sentence
    assert len(sentence) < 1000


def test_a_file_that_is_none_is_told(tmp_path: Path):
    """
    A folder or nothing in place of a file is a sentence.
    """
    for path in (tmp_path, tmp_path / "none.yml"):
        with pytest.raises(YamlUnreadable, match="no such file"):
            read_yaml(path, PLACES, YamlUnreadable)


LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
HEAVY = {
    "aliases that explode": LAUGHS,
    "a huge file": "- name: A\n" * 1_000_000,
    "many entries": "[" + "a," * (MOST_BYTES // 2 - 2) + "a]",
    "many keys": "- {" + ",".join(f"k{n}: 1" for n in range(80_000)) + "}",
    "one long text": f"- name: {'x' * (MOST_BYTES - 100)}\n  people: x",
    "many questions": "? " * 400_000,
    "many quotes": '- name: "' + "\\n" * 400_000,
}


@pytest.mark.parametrize("written", HEAVY.values(), ids=HEAVY)
def test_a_heavy_document_costs_little(tmp_path: Path, written: str):
    """
    No document, however it is built, takes much memory before it is refused.
    """
    tracemalloc.start()
    refusal(tmp_path, written)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 600_000_000
