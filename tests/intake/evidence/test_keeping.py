"""Keeping a page: its bytes as received, its text, and the words that a figure points to."""

import io
import json
import stat
import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from typst import compile as set_pdf
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from casualty_ledger.intake.evidence.pointing import find_number, find_words, point
from casualty_ledger.intake.evidence.problems import (
    EvidenceUnreadable,
    NoSuchEvidence,
    WordsNotFound,
    WordsSayOtherwise,
)
from casualty_ledger.intake.evidence.store import find_by_beginning, keep
from casualty_ledger.intake.evidence.texts import kind_of, level, text_of
from casualty_ledger.project import Project

ROW = {"row_id": "t-1", "value": 22, "lower": 22, "upper": 22, "hedge": "exact"}
HTML = (
    "<!DOCTYPE html><html><head><title>News</title><script>var n = 22;</script></head><body><p>{}</p></body>"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path, tmp_path / "raw", tmp_path / "processed")


def page(folder: Path, content: bytes | str, name: str = "page") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def archive(*pages: bytes) -> bytes:
    """Make a WARC of answers."""
    held = io.BytesIO()
    writer = WARCWriter(held, gzip=True)
    for content in pages:
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            "https://example.org/", "response", payload=io.BytesIO(content), http_headers=head
        )
        writer.write_record(record)
    return held.getvalue()


def wacz(content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as parts:
        parts.writestr("archive/data.warc.gz", content)
    return held.getvalue()


SAID = "Officials said 22 people were injured"
KINDS = {
    "txt": SAID.encode(),
    "html": HTML.format(SAID).encode(),
    "pdf": set_pdf(SAID.encode()),
    "warc": archive(HTML.format(SAID).encode()),
    "wacz": wacz(archive(b"<html>no number</html>", HTML.format(SAID).encode())),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_every_kind_is_kept_and_read(project: Project, tmp_path: Path, kind: str):
    """
    Text, HTML, PDF, WARC and WACZ are kept byte for byte, and their words are found.
    """
    kept = keep(project, page(tmp_path, KINDS[kind]))
    text = kept.text()

    assert kind_of(KINDS[kind]) == kind
    assert kept.path.suffix == f".{kind}"
    assert kept.read() == KINDS[kind]
    assert len(find_number(text, ROW)) == 1
    assert "var n" not in text


def test_what_is_kept_says_what_it_is_and_is_for_its_owner(project: Project, tmp_path: Path):
    """
    The sidecar has sha256, day and address; only its owner reads the page, and nobody writes it.
    """
    content = KINDS["html"]
    kept = keep(project, page(tmp_path, content), address="https://example.org/a", on=date(2026, 11, 27))
    facts = json.loads(kept.path.with_suffix(".json").read_text())

    assert facts["sha256"] == kept.sha256 == sha256(content).hexdigest()
    assert (facts["kept_on"], facts["address"]) == ("2026-11-27", "https://example.org/a")
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o400


def test_the_same_page_is_kept_once_with_its_first_day(project: Project, tmp_path: Path):
    """
    A page that is kept again stays as it was kept first.
    """
    first = keep(project, page(tmp_path, SAID), on=date(2024, 1, 1))
    again = keep(project, page(tmp_path, SAID), on=date(2026, 1, 1))

    assert again == first
    assert len(list(first.path.parent.glob("*.txt"))) == 1
    assert find_by_beginning(project, first.sha256[:12]) == first
    with pytest.raises(NoSuchEvidence, match="outside git"):
        find_by_beginning(project, "0" * 12)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "it is empty"),
        (b"%PDF-1.7 broken", "its pages cannot be read"),
        (b"PK\x03\x04broken", "it is a damaged WACZ"),
        (b"\x1f\x8bbroken", "it cannot be read as an archive of pages"),
        (b"\x00\x81\xff\xfe\x9d", "it is no text"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(project: Project, tmp_path: Path, content: bytes, sentence: str):
    """
    Damaged and empty files are refused in a sentence, and nothing of them is kept.
    """
    with pytest.raises(EvidenceUnreadable, match=sentence):
        keep(project, page(tmp_path, content))

    assert not list(project.raw.rglob("*.*"))


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("killed 22 people", 1),
        ("on 22.06.2023 and at 22:15, 22% of 1,022 and B22 or 22-го", 0),
        ("https://example.org/22/a", 0),
        ("22 and 22", 2),
        ("toll: 22.", 1),
        ("(22)", 1),
    ],
)
def test_a_number_is_no_part_of_a_day_a_time_or_a_larger_number(text: str, times: int):
    """
    A number is found where it stands for itself.
    """
    assert len(find_number(text, ROW)) == times


@pytest.mark.parametrize("said", ["209,940", "209 940", "209\u00a0940", "209940"])
def test_thousands_are_found_however_they_are_parted(said: str):
    """
    Commas, blanks and blanks that do not break part thousands.
    """
    row = ROW | {"value": 209_940}

    assert len(find_number(level(f"about {said} personnel"), row)) == 1


def test_words_that_stand_several_times_must_be_chosen(project: Project, tmp_path: Path):
    """
    Words that stand twice need a number; words that do not stand, and those that say otherwise, are refused.
    """
    kept = keep(project, page(tmp_path, "22 injured. Later: 22 injured, 23 in all."))
    text = kept.text()

    with pytest.raises(WordsNotFound, match="stand 2 times"):
        find_words("page", text, "22 injured")
    assert find_words("page", text, "22 injured", nth=2).start == text.rindex("22 injured")
    with pytest.raises(WordsNotFound, match="do not stand"):
        find_words("page", text, "24 injured")
    with pytest.raises(WordsSayOtherwise, match="do not state the number of t-1, which is 22"):
        point(kept, text, find_words("page", text, "23 in all"), ROW)


def test_a_page_in_the_encoding_that_it_names_is_read():
    """
    A page that names Windows-1251 is read so, whatever its letters look like.
    """
    said = '<html><meta charset="windows-1251"><p>Поранено 22 людини</p>'

    assert "Поранено 22 людини" in text_of("page", said.encode("cp1251"))
