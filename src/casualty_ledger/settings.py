"""The settings of a project, from one file in its folder: who publishes, how it looks, what is left out.

`docs/settings.md` describes the keys. Without the file everything is as it comes. A run works on a copy of
the file and of what it names, so that an edit meanwhile reaches the next run.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError, model_validator

from casualty_ledger.errors import CasualtyLedgerError, NoProject
from casualty_ledger.parsing.safe_yaml import Declared, Text, explain
from casualty_ledger.parsing.web_addresses import safe_address
from casualty_ledger.project import find_home

FILE = "casualty-ledger.toml"
READABLE = 4.5  # The contrast that small text needs on white (WCAG 2.2, 1.4.3).
COLOUR = re.compile(r"#[0-9a-f]{6}")
# The brief links to their pages.
NEEDED = ("02_civilian_casualties", "03_military_losses", "04_prisoners_of_war", "05_weekly_brief")


class SettingsUnreadable(CasualtyLedgerError):
    """The file of settings cannot be taken as it stands."""

    template = "casualty-ledger.toml cannot be used: {problem}. docs/settings.md describes its keys."


def contrast_on_white(colour: str) -> float:
    """Return the contrast of a colour on white, from 1 to 21.

    >>> round(contrast_on_white("#000000")), round(contrast_on_white("#ffff00"), 1)
    (21, 1.1)
    """
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
    return 1.05 / (luminance + 0.05)


def _is_readable(written: str) -> str:
    colour = written.casefold()
    if not COLOUR.fullmatch(colour):
        raise ValueError(f"a colour such as #00488c is expected, found {written!r}")
    if contrast_on_white(colour) < READABLE:
        raise ValueError(f"{written} is too pale to be read on white. Take a darker one")
    return colour


def _may_be_left_out(written: str) -> str:
    stem = written.removesuffix(".ipynb")
    if stem in NEEDED:
        raise ValueError(f"{stem} cannot be left out: the brief leads to its page")
    return stem


Colour = Annotated[Text, AfterValidator(_is_readable)]


def _is_picture(written: str) -> str:
    if written and not written.casefold().endswith((".svg", ".png")):
        raise ValueError(f"an SVG or PNG file is expected, found {written!r}")
    return written


Logo = Annotated[str, AfterValidator(_is_picture)]
LeftOut = Annotated[Text, AfterValidator(_may_be_left_out)]


def _is_of_the_web(written: str) -> str:
    if written and not safe_address(written):
        raise ValueError(f"an address such as https://example.org/terms is expected, found {written!r}")
    return written


WebAddress = Annotated[str, AfterValidator(_is_of_the_web)]


class Licence(Declared):
    """The licence of text and charts: the line that is printed, and its address for programs."""

    line: Text = "Text and charts: CC BY 4.0. Each figure is its claimant’s statement."
    address: WebAddress = ""

    @property
    def stated_address(self) -> str:
        """The address that a page states: ours with our line, none with a line of which none is given."""
        ours = "https://creativecommons.org/licenses/by/4.0/"
        return self.address or (ours if self.line == type(self).model_fields["line"].default else "")


class Typeface(Declared):
    """The faces in which charts, tables and captions on paper are set, as files beside the settings."""

    regular: Text
    bold: Text


class Settings(Declared):
    """What a project may set for all its reports."""

    title: Text = Field(default="Casualty Ledger", description="who publishes, on every page")
    language: Text = Field(default="en", description="the language of reports, by its code")
    licence: Licence = Licence()
    logo: Logo = Field(default="", description="an SVG or PNG file beside the settings")
    typeface: Typeface | None = None
    colours: dict[Text, Colour] = Field(default_factory=dict, description="a colour by the side who speaks")
    leave_out: tuple[LeftOut, ...] = Field(default=(), description="numbered notebooks not in a report")

    @model_validator(mode="after")
    def _tell_sides_apart(self) -> Settings:
        sides: dict[str, str] = {}
        for side, colour in self.colours.items():
            if colour in sides:
                raise ValueError(f"{side} and {sides[colour]} have one colour, {colour}. Give each its own")
            sides[colour] = side
        return self

    @property
    def files(self) -> tuple[str, ...]:
        """The files that are named, by their paths beside the settings."""
        faces = (self.typeface.regular, self.typeface.bold) if self.typeface else ()
        return tuple(name for name in (self.logo, *faces) if name)


SHAPE = TypeAdapter(Settings)


def settings() -> Settings:
    """Return the settings of the project that this process works in. Errors: SettingsUnreadable."""
    try:
        return read_settings(find_home())
    except NoProject:
        return Settings()


def read_settings(home: Path) -> Settings:
    """Return the settings of the project in a folder.

    Errors: SettingsUnreadable, with the key of every problem.
    """
    path = home / FILE
    try:
        state = path.stat()
    except OSError:
        return Settings()
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=16)
def _read(path: Path, changed: int, size: int) -> Settings:
    """Read the file once for each time that it was changed."""
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        found = SHAPE.validate_python(written)
    except ValidationError as error:
        raise SettingsUnreadable(problem=explain(error, SHAPE)) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsUnreadable(problem=f"it is no TOML ({error})") from None
    for name in found.files:
        _check_file(path.parent, name)
    return found


def _check_file(home: Path, name: str) -> None:
    path = home / name
    if not path.resolve().is_relative_to(home.resolve()):
        raise SettingsUnreadable(problem=f"{name} lies outside the project. Put the file beside the settings")
    if not path.is_file():
        raise SettingsUnreadable(problem=f"there is no file {name} beside it")


def digest_settings(home: Path) -> str:
    """Digest what the settings make of a report: which notebooks there are counts by itself."""
    found = read_settings(home)
    look = found.model_dump_json(exclude={"leave_out"}).encode()
    return sha256(b"\0".join([look, *((home / name).read_bytes() for name in found.files)])).hexdigest()
