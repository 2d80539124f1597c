"""The doors of reading: files of any kind, the command, the review queue, and a reader's eye."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from casualty_ledger.cli import app
from casualty_ledger.intake.articles.proposing import propose
from casualty_ledger.intake.articles.reading import read_article
from casualty_ledger.intake.articles.showing import coloured_text, table_of
from casualty_ledger.intake.articles.texts import ArticleUnreadable, article_of, open_article
from casualty_ledger.intake.evidence.store import keep
from casualty_ledger.intake.evidence.verifying import verify
from casualty_ledger.intake.proposals.batch import read_batch
from casualty_ledger.intake.proposals.deciding import accept
from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.project import Project
from casualty_ledger.schema import SHEET_COLUMNS
from casualty_ledger.sources.evidence import attach_pointers, read_pointers
from casualty_ledger.sources.recorded_sheets import read_sheet
from casualty_ledger.sources.registry import read_register

TEXT = "Two people were killed and at least five injured in Kherson, the governor said."
KEYS = {
    "trigger", "start", "end", "measure", "value", "low", "high", "hedge", "population", "party", "claimant",
    "relayed_by", "place", "date", "cumulative", "increment", "subset_of", "negated", "quoted", "superseded",
    "optional", "conflict", "confidence", "rule",
}  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-u"])
def test_any_common_encoding_is_read(encoding: str):
    """
    A text in any common encoding gives the same figures.
    """
    content = "Внаслідок обстрілу загинули двоє людей, п'ятеро поранені.".encode(encoding)

    assert [each.value for each in read_article(article_of(content).text).candidates] == [2, 5]


def test_html_gives_its_main_text():
    """
    Scripts and markup are no text, and a figure in them is none.
    """
    script = "<script>killed 99 people</script>"
    page = f"<html><head><title>T</title>{script}</head><body><p>{TEXT}</p></body></html>"
    article = article_of(page.encode(), "a.html")

    assert {each.value for each in read_article(article.text).candidates} == {2, 5}


def test_a_damaged_pdf_is_one_sentence():
    """
    What begins as a PDF and is none is refused with its name.
    """
    with pytest.raises(ArticleUnreadable, match=r"b\.pdf cannot be read as an article"):
        article_of(b"%PDF-1.7 nonsense", "b.pdf")


MARKED = """# The toll rose to 14 | Wire

**KYIV, June 4** — [Two people](https://a.example/7) were killed and *five* were wounded, the governor said.

- 3 \\* 4 people_of_note stay
"""


def test_markdown_is_read_as_its_reader_sees_it():
    """
    Signs of headings, lists, links and emphasis are no words; a stroke before a sign and a line in a name
    keep theirs; in a text of another name they stay.
    """
    read = article_of(MARKED.encode(), "a.md").text

    assert read.split("\n") == [
        "The toll rose to 14 | Wire",
        "KYIV, June 4 — Two people were killed and five were wounded, the governor said.",
        "3 * 4 people_of_note stay",
    ]
    assert article_of(MARKED.encode(), "a.txt").text.startswith("# The toll")


def word_file(body: str, part: str = "word/document.xml") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as parts:
        parts.writestr(part, f'<?xml version="1.0"?><w:document><w:body>{body}</w:body></w:document>')
    return held.getvalue()


def test_a_word_file_is_read_without_what_was_deleted():
    """
    A line a paragraph, words in several runs together; text under tracked deletion is not there.
    """
    runs = ("Two peo", "ple were<w:tab/>", "killed.")
    body = "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"
    deleted = "<w:del><w:r><w:delText>Nine died.</w:delText></w:r></w:del>"
    body += f"<w:p>{deleted}<w:r><w:t>A &amp; B</w:t></w:r></w:p>"

    assert article_of(word_file(body), "a.docx").text == "Two people were killed.\nA & B"


@pytest.mark.parametrize(
    "content",
    [word_file("", "xl/workbook.xml"), b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0" + bytes(range(256)) * 4],
)
def test_a_file_of_another_kind_is_one_sentence_and_never_an_empty_reading(content: bytes, tmp_path: Path):
    """
    A spreadsheet, a damaged file and an old Word file are refused by name, with exit code 1.
    """
    path = tmp_path / "b.docx"
    path.write_bytes(content)
    result = CliRunner().invoke(app, ["read", str(path)])

    assert result.exit_code == 1
    assert "b.docx cannot be read as an article" in " ".join(result.stderr.split())


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes):
    """
    No bytes raise anything but the sentence that says why they are not read.
    """
    try:
        text = article_of(content).text
    except ArticleUnreadable:
        return
    assert all(text[each.start : each.end] == each.trigger for each in read_article(text).candidates)


def test_a_line_a_text_with_the_keys_of_the_labels(tmp_path: Path):
    """
    JSON lines go in and out under their ids; a candidate has every key.
    """
    given_lines = [{"id": "a", "lang": "en", "text": TEXT}, {"id": "b", "text": "Nothing."}]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(map(json.dumps, given_lines)), encoding="utf-8")
    result = CliRunner().invoke(app, ["read", "--jsonl-in", str(path), "--format", "jsonl"])
    told = [json.loads(line) for line in result.stdout.splitlines()]

    assert [each["id"] for each in told] == ["a", "b"]
    assert set(told[0]["figures"][0]) >= KEYS
    assert told[1]["figures"] == []


def test_rows_are_of_the_recorded_format(tmp_path: Path):
    """
    A row has the columns of the recorded sheets, and no cell that would run as a formula.
    """
    path = tmp_path / "=page.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(path), "--format", "sheet"])
    rows = list(csv.DictReader(io.StringIO(result.stdout)))

    assert tuple(rows[0]) == SHEET_COLUMNS
    assert [(row["measure"], row["value"], row["hedge"]) for row in rows] == [
        ("killed", "2", "exact"),
        ("injured", "5", "at_least"),
    ]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_a_file_that_is_not_there_is_told_and_the_others_are_read(tmp_path: Path):
    """
    One file that cannot be read is a sentence and exit code 1; the rest is read.
    """
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(tmp_path / "absent.txt"), str(path)])

    assert result.exit_code == 1
    assert "absent.txt cannot be read as an article" in result.output
    assert "[Two]" in result.output


def test_proposals_keep_the_words_and_the_text(tmp_path: Path):
    """
    Each proposal has its place in the kept text; the same text makes the same batch.
    """
    raw = tmp_path / "raw"
    raw.mkdir()
    project = Project.at(raw=str(raw))
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    article = open_article(path)
    reading = read_article(article.text)
    name = propose(project, article, reading, today=date(2023, 6, 5))
    batch = read_batch(project, name)
    place = batch.place_of(batch.rows["id"].iloc[1])

    assert article.text[int(place["start"]) : int(place["end"])] == place["words"] == "five"
    assert batch.sidecar["figures"] == {"read": 2, "proposed": 2, "refused": 0}
    assert propose(project, article, reading, today=date(2024, 1, 1)) == name


@pytest.mark.parametrize("has_sheet", [True, False])
def test_what_is_accepted_points_into_the_kept_text(tmp_path: Path, has_sheet: bool):
    """
    An accepted row points to its words, in its sheet or beside one without a column; all of them stand, and
    the file kept by itself is the page that is there.
    """
    (tmp_path / "raw" / "recorded").mkdir(parents=True)
    project = Project.at(raw=str(tmp_path / "raw"))
    if has_sheet:
        (project.recorded / "articles.csv").write_text(",".join(SHEET_COLUMNS) + "\n", encoding="utf-8")
    path = tmp_path / "page.txt"
    path.write_text(f"\n\n{TEXT}  A girl was wounded. There were no casualties in Sumy.\n", encoding="utf-8")
    article = open_article(path).filled("en", "2023-06-05", "Regional Daily")
    name = propose(project, article, read_article(article.text), today=date(2023, 6, 5))
    done = accept(project, name, "articles", role="editor")
    rows = attach_pointers(read_sheet(project.recorded / "articles.csv"), read_pointers(project.pointers))
    found = verify(project, clean_rows(rows, read_register(project.sources)).appearances)

    assert len(done.recorded) == len(found) == 4
    assert set(found["outcome"]) == {"stands"}
    assert keep(project, path).sha256 == found["sha256"].iloc[0]


def test_what_an_article_says_is_never_markup():
    """
    A hostile text is shown as text, and its table has a row a candidate.
    """
    text = 'Two people were killed <script>alert(1)</script>, "><img src=x> said.'
    reading = read_article(text)
    shown = coloured_text(text, reading)

    assert "<script" not in shown
    assert "<img" not in shown
    assert len(table_of(reading)) == len(reading.candidates) >= 1
