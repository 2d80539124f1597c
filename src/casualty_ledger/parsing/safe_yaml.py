"""Safe YAML: what people declare in files, held to a declared shape and refused in sentences.

Aliases, tags, depth and size are refused while the text is being scanned, before anything is expanded.
Every scalar is the text that was written; only the shape makes a number or a day of it. A key without a
value is as good as no key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from casualty_ledger.errors import UnreadableDate, YamlUnreadable
from casualty_ledger.parsing.dates import parse_date
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.parsing.plain_text import shorten
from casualty_ledger.vocabulary import DatePrecision

MOST_BYTES = 1_000_000
MOST_EVENTS = 100_000
DEEPEST = 16
TOLD = 5
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Shape = TypeVar("Shape")

# What pydantic calls a mistake, and what a person would have had to write.
EXPECTED = {
    "string_type": "a text",
    "string_too_short": "a text",
    "list_type": "a list",
    "tuple_type": "a list",
    "set_type": "a list",
    "too_short": "at least one entry",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
}


class Declared(BaseModel):
    """What somebody declares: the keys that are named, no others, and nothing changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _parse_day(written: object) -> date:
    if isinstance(written, date):
        return written
    try:
        stated = parse_date(written) if isinstance(written, str) else None
    except UnreadableDate:
        stated = None
    if stated is None or stated.precision != DatePrecision.DAY:
        raise ValueError(f"a day such as 2023-06-04 is expected, found {_show(written)}")
    return stated.first


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Day = Annotated[date, BeforeValidator(_parse_day)]


class Misplaced(ValueError):
    """A mistake that only the whole of a declaration shows, with the way to where it stands."""

    def __init__(self, problem: str, *places: int | str) -> None:
        """Say what is wrong, and where."""
        super().__init__(problem)
        self.places = places


class _Unsafe(Exception):
    """A line of a document, and why it is not read."""

    def __init__(self, node: Any, problem: str) -> None:
        super().__init__(shorten(f"line {node.start_mark.line + 1}: {problem}"))


def read_yaml(path: Path, shape: TypeAdapter[Shape], unreadable: type[YamlUnreadable]) -> Shape:
    """Read a file as what `shape` declares.

    Errors: `unreadable`, with the line and key of every problem (the first five), what was expected
    there and what was found.
    """
    try:
        document, written = _parse(_read_text(path))
    except _Unsafe as unsafe:
        raise unreadable(file=path.name, problem=str(unsafe)) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise unreadable(file=path.name, problem=f"line {line} is no YAML: {error.problem}") from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise unreadable(file=path.name, problem=_say_whole(error)) from None
    try:
        return shape.validate_python(written)
    except ValidationError as error:
        problems = error.errors(include_url=False)
        said = [_say(problem, document, shape) for problem in problems[:TOLD]]
        more = [f"and {len(problems) - TOLD} more"] if len(problems) > TOLD else []
        raise unreadable(file=path.name, problem="; ".join([*said, *more])) from None


# The register and the conflicts are read again by everything that a process builds, and seldom change.
# What is written is for a shape to copy, and for nobody to change.
@lru_cache(maxsize=16)
def _parse(text: str) -> tuple[Any, Any]:
    """Return the nodes of a document, and what is written in them."""
    document = _compose(text)
    return document, "" if document is None else _build(document)


def explain(error: ValidationError, shape: TypeAdapter[Any]) -> str:
    """Say the first mistakes in a document of which no lines are known, each with the way to it."""
    problems = error.errors(include_url=False)
    said = [
        ", ".join([*(str(place) for place in problem["loc"]), shorten(_say_what(problem, shape))])
        for problem in problems[:TOLD]
    ]
    return "; ".join([*said, *([f"and {len(problems) - TOLD} more"] if len(problems) > TOLD else [])])


def _read_text(path: Path) -> str:
    if not path.is_file():
        raise OSError("there is no such file")
    with path.open("rb") as content:
        held = content.read(MOST_BYTES + 1)
    if len(held) > MOST_BYTES:
        raise OSError(f"it is larger than {MOST_BYTES:,} bytes")
    return held.decode("utf-8-sig")


def _say_whole(error: OSError | UnicodeDecodeError | yaml.YAMLError) -> str:
    """Say what is wrong with a whole file."""
    if isinstance(error, UnicodeDecodeError):
        line = error.object[: error.start].count(b"\n") + 1
        return f"line {line} is not UTF-8 text. Save the file as UTF-8"
    if isinstance(error, yaml.reader.ReaderError):
        return f"it holds a character that YAML does not allow (number {error.character})"
    return str(getattr(error, "strerror", None) or error)


def _compose(text: str) -> Any:
    """Return the nodes of a document, or None where it holds nothing; whatever could expand is refused."""
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=Loader)):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Unsafe(event, "anchors (&) and aliases (*) are not read. Write the value out")
        if tag := getattr(event, "tag", None):
            raise _Unsafe(event, f"tags ({tag}) are not read. Leave the tag out")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _Unsafe(event, f"it is nested more than {DEEPEST} levels deep")
        if number > MOST_EVENTS:
            raise _Unsafe(event, "it holds too much for one file. Split it")
    return yaml.compose(text, Loader=Loader)


def _build(node: Any) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return [_build(each) for each in node.value]
    if isinstance(node, yaml.MappingNode):
        return dict(_build_pairs(node))
    if found := UNPRINTABLE.search(node.value):
        raise _Unsafe(node, f"the text holds the unprintable character {found[0]!r}")
    return node.value


def _build_pairs(node: Any) -> Iterator[tuple[str, Any]]:
    seen: set[str] = set()
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _Unsafe(key, "a key is a text, not a list or a mapping")
        if key.value in seen:
            raise _Unsafe(key, f"the key {key.value!r} stands here twice. Keep one")
        seen.add(_build(key))
        if not _is_nothing(value):
            yield key.value, _build(value)


def _is_nothing(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in ("", "~", "null")


def _say(problem: ErrorDetails, document: Any, shape: TypeAdapter[Any]) -> str:
    """Say one mistake: its line, the way to it, what is expected and what is found."""
    within = getattr(problem.get("ctx", {}).get("error"), "places", ())
    line, way = _find(document, (*problem["loc"], *within))
    return f"line {line}, {', '.join([*map(_name, way), ''])}{shorten(_say_what(problem, shape))}"


def _name(key: str) -> str:
    return shorten(key, most=40)


def _find(node: Any, places: tuple[int | str, ...]) -> tuple[int, list[str]]:
    """Follow the places to a node, as far as they lead: return its line and the way in words."""
    line, way = node.start_mark.line + 1 if node else 1, []
    for place in places:
        if isinstance(node, yaml.SequenceNode) and isinstance(place, int):
            node, said = node.value[place], f"entry {place + 1}"
            line = node.start_mark.line + 1
        elif isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == place), None)
            if pair is None:
                break
            line, node, said = pair[0].start_mark.line + 1, pair[1], str(place)
        else:
            continue
        way.append(said)
    return line, way


def _say_what(problem: ErrorDetails, shape: TypeAdapter[Any]) -> str:
    kind, facts = problem["type"], problem.get("ctx", {})
    key = str(problem["loc"][-1]) if problem["loc"] else ""
    if kind == "missing":
        return f"the key {key!r} is missing"
    if kind == "extra_forbidden":
        others = (known for known in _keys(shape.json_schema()) if known != key)
        return f"there is no such key{did_you_mean(key, others)}"
    if kind == "value_error":
        return str(facts["error"])
    if kind in ("enum", "literal_error"):
        return f"one of {facts['expected']} is expected, found {_show(problem['input'])}"
    if kind in EXPECTED:
        return f"{EXPECTED[kind]} is expected, found {_show(problem['input'])}"
    return f"{problem['msg']}, found {_show(problem['input'])}"


def _keys(schema: Any) -> Iterator[str]:
    """List the keys that a shape knows anywhere."""
    for described in (schema, *schema.get("$defs", {}).values()):
        yield from described.get("properties", {})


def _show(written: object) -> str:
    if isinstance(written, list) and not written:
        return "an empty list"
    if isinstance(written, list):
        return f"the list [{', '.join(map(_show, islice(written, 3)))}{', …' if len(written) > 3 else ''}]"
    if isinstance(written, dict):
        return f"the keys {', '.join(map(_show, islice(written, 3)))}"
    text = str(written)
    return repr(text if len(text) <= 40 else f"{text[:39]}…") if text else "nothing"
