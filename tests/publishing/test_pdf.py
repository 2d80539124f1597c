"""The brief as PDF."""

import io
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

import pytest
from page import ValidationProfile, validate_pdf
from pypdf import PdfReader, PdfWriter

from casualty_ledger.publishing import pdf
from casualty_ledger.publishing.document import Bullets, Paragraph, Rest, Section, Table
from casualty_ledger.publishing.pdf import cut_brief, set_brief, write_brief
from casualty_ledger.publishing.references import References
from casualty_ledger.publishing.week.brief import compose_brief
from casualty_ledger.running.pages import OURS
from casualty_ledger.wording.language import spoken
from casualty_ledger.wording.traced_text import words

HOSTILE = (
    '#panic("x") $x^2$ `code` *bold* \\ #import "a" <label> @ref = Heading\u202e \U0001f4a5 ' + "w" * 400
)


@pytest.fixture(scope="module")
def brief_pdf(edition_of, tmp_path_factory):
    edition = edition_of("2023-W22")
    brief = compose_brief(edition)
    path = tmp_path_factory.mktemp("pdf") / "brief.pdf"
    write_brief(brief, References.of(edition.figures, brief.cited()), path, dated=date(2023, 6, 5))
    return PdfReader(path)


def test_the_brief_has_at_most_four_pages(brief_pdf):
    """
    A full week fits on four A4 pages.
    """
    assert len(brief_pdf.pages) <= 4
    assert [round(float(side)) for side in brief_pdf.pages[0].mediabox[2:]] == [595, 842]


def sizes_of(page):
    """The sizes of letters on a page, by the text that stands in each."""
    sizes = {}
    page.extract_text(
        visitor_text=lambda text, cm, tm, _, size: sizes.setdefault(text.strip(), size * tm[0] * cm[0])
    )
    return sizes


def test_page_one_is_no_denser_than_it_needs_to_be(edition_of):
    """
    The pages of a full week are set small to keep to four; page 1 keeps its size where it has room, and is
    set smaller as far as it has none.
    """
    brief = compose_brief(edition_of("2023-W22"))
    references = References.of(edition_of("2023-W22").figures, brief.cited())
    short = replace(brief, front=replace(brief.front, sections=brief.front.sections[:1]))
    told = [
        PdfReader(io.BytesIO(set_brief(each, references, dated=date(2023, 6, 5)))) for each in (brief, short)
    ]
    (full, behind), (roomy, _) = (
        [sizes_of(page)["Where and when"] for page in each.pages[:2]] for each in told
    )

    assert roomy == pytest.approx(7.7, abs=0.05)
    assert behind <= full < roomy


def test_page_one_does_not_spill_over_in_a_language_of_longer_words(edition_of):
    """
    Page 1 of a full week is set smaller as far as its words need, and its chart after them: what is left of
    it would stand on a page of its own.
    """
    edition = edition_of("2023-W22")
    with spoken("uk"):
        brief = compose_brief(edition)
        references = References.of(edition.figures, brief.cited())
        pdf = set_brief(brief, references, dated=date(2023, 6, 5))
    first, second = (page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages[:2])

    assert "За чим стежити" in first
    assert second.lstrip().startswith("Тиждень у реченнях")


def test_a_week_with_much_learned_at_once_fits_as_well(edition_of):
    """
    It is set denser rather than longer, and each of its pages bears its own number.
    """
    brief = compose_brief(edition_of("2023-W21"))
    references = References.of(edition_of("2023-W21").figures, brief.cited())
    pages = PdfReader(io.BytesIO(set_brief(brief, references, dated=date(2023, 5, 29)))).pages

    assert len(pages) <= 4
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in page.extract_text()


def test_each_page_bears_its_own_number(brief_pdf):
    """
    A full week is set denser rather than longer, and its pages are counted as they lie.
    """
    assert len(brief_pdf.pages) == 4
    for number, page in enumerate(brief_pdf.pages, start=1):
        assert f"page {number} of 4" in page.extract_text()


@pytest.fixture(scope="module")
def plain_brief(edition_of):
    """A brief whose page 1 holds no chart, so that it is set quickly."""
    brief = compose_brief(edition_of("2023-W28"))
    return replace(brief, front=replace(brief.front, sections=()), bottom_line=(), notes=())


@pytest.mark.parametrize("items", range(34, 42))
def test_no_heading_note_or_caption_is_left_at_the_foot_of_a_page(plain_brief, items: int):
    """
    Wherever a table comes to stand, its section's heading, the note under it and its caption stand with it.
    """
    lines = [words(f"Line {nth}") for nth in range(items)]
    filling = Section("Filling", tuple(Bullets(tuple(lines[at : at + 16])) for at in range(0, items, 16)))
    table = Table("CAPTION", ("A",), tuple((words(f"Row {nth}"),) for nth in range(5)), (1,))
    opened = Section("HEADING", (Paragraph((words("NOTE"),)), table))
    brief = replace(plain_brief, sections=(filling, opened))
    pages = PdfReader(io.BytesIO(set_brief(brief, References(()), dated=date(2023, 7, 17)))).pages
    [page] = [text for page in pages if "CAPTION" in (text := page.extract_text())]

    assert {"HEADING", "NOTE", "Row 0"} <= {line.strip() for line in page.split("\n")}


def test_rows_are_cut_only_where_pages_have_no_room(plain_brief, monkeypatch):
    """
    Of tables that are too long for four pages as many rows are kept as fit at that density, and no fewer.
    """
    tables = [
        Table(f"T{n}", ("A",), tuple((words(f"{n}-{nth} " + "word " * 60),) for nth in range(16)), (1,))
        for n in range(7)
    ]
    brief = replace(plain_brief, sections=(Section("Tables", tuple(tables)),))
    set_at = []
    monkeypatch.setattr(pdf, "cut_brief", lambda told, most: set_at.append(most) or cut_brief(told, most))
    told = PdfReader(io.BytesIO(set_brief(brief, References(()), dated=date(2023, 7, 17))))
    text = " ".join(page.extract_text() for page in told.pages)
    kept = sum(f"0-{nth} word" in text for nth in range(16))
    more = min([most for most in set_at if most > kept], default=None)

    assert 3 < kept < 16
    assert "more, in the HTML brief" in text
    assert more == kept + 2


def test_a_link_names_the_file_that_it_leads_to(plain_brief):
    """
    What paper leaves out is in the HTML brief, what the brief itself leaves out on a page of the report: each
    has its words and a link of its own, which names the file behind its own words.
    """
    rows = tuple((words(f"row {nth}"),) for nth in range(9))
    page = Rest(words("and 8 more rows, on the page of losses"), "military_losses.html")
    tables = (Section("Tables", (Table("Losses", ("A",), rows, (1,), rest=page),)),)
    brief = cut_brief(replace(plain_brief, sections=tables), 5)
    told = PdfReader(io.BytesIO(set_brief(brief, References(()), dated=date(2023, 7, 17))))
    text = " ".join(" ".join(page.extract_text() for page in told.pages).split())
    notes = [note.get_object() for page in told.pages for note in page.get("/Annots", [])]
    links = {str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})}

    assert "and 4 more, in the HTML brief (brief.html)." in text
    assert "and 8 more rows, on the page of losses (military_losses.html)." in text
    assert {"brief.html", "military_losses.html"} <= {link.rpartition("/")[2] for link in links}


def test_the_brief_is_titled_tagged_and_in_english(brief_pdf):
    """
    The PDF has a title, a language, a structure tree and bookmarks.
    """
    root = brief_pdf.trailer["/Root"]

    assert brief_pdf.metadata.title.replace("\u00a0", " ") == (
        "Reported casualties and prisoners of war · Russia–Ukraine war: week 2023-W22, 29 May to 4 June 2023"
    )
    assert root["/Lang"] == "en"
    assert "/StructTreeRoot" in root
    assert "Civilian harm" in [mark.title for mark in _flat(brief_pdf.outline)]


def _flat(outline):
    for mark in outline:
        yield from _flat(mark) if isinstance(mark, list) else [mark]


def test_numbers_link_to_their_sources_and_sources_to_the_web(brief_pdf):
    """
    The first page links into the document, and the sources link to the pages that printed them.
    """
    links = [note.get_object() for page in brief_pdf.pages for note in page.get("/Annots", [])]
    web = [link["/A"]["/URI"] for link in links if "/URI" in link.get("/A", {})]

    pages = {page.file for page in OURS.values() if page}
    assert len(links) - len(web) > 50
    assert all(address.startswith("http") or address in pages for address in web)
    assert len(web) > 20


def test_on_paper_what_a_link_leads_to_is_said(plain_brief):
    """
    What is left to a page names its file; what stands further on in the brief leads there, not to a page.
    """
    heading = "Civilian harm"
    left = Rest(words("and 5 more incidents, in the section"), "civilian_casualties.html", heading)
    elsewhere = Rest(words("and 6 more rows, on the page"), "prisoners_of_war.html")
    listed = tuple(Bullets((words("A statement."),), rest) for rest in (left, elsewhere))
    brief = replace(plain_brief, sections=(Section(heading, listed),))
    told = PdfReader(io.BytesIO(set_brief(brief, References(()), dated=date(2023, 7, 17))))
    links = [note.get_object() for page in told.pages for note in page.get("/Annots", [])]
    web = [link["/A"]["/URI"] for link in links if "/URI" in link.get("/A", {})]
    text = " ".join(" ".join(page.extract_text() for page in told.pages).split())

    assert "and 6 more rows, on the page (prisoners_of_war.html)." in text
    assert "and 5 more incidents, in the section." in text
    assert "civilian_casualties.html" not in web
    assert len(links) > len(web)


def test_sources_are_set_as_large_as_the_pages_allow(edition_of):
    """
    A short list of sources is set in 6.5 points or more, and says where each source can be read.
    """
    edition = edition_of("2023-W28")
    brief = compose_brief(edition)
    references = References.of(edition.figures, brief.cited())
    told = PdfReader(io.BytesIO(set_brief(brief, references, dated=date(2023, 7, 17))))
    text = " ".join(" ".join(page.extract_text() for page in told.pages).split())

    assert [said for said, size in sizes_of(told.pages[-1]).items() if said and size < 0.62 * 6.5] == []
    assert any(urlsplit(entry.address).hostname.removeprefix("www.") in text for entry in references.entries)
    assert " Source " not in text


def test_the_text_reads_back(brief_pdf):
    """
    What the brief says at its top can be read back from the PDF.
    """
    text = " ".join(" ".join(page.extract_text() for page in brief_pdf.pages).split())

    assert "209,940" in text
    assert "Pidhorodne" in text
    assert "Sources of every figure" in text


def test_hostile_text_is_inert(edition_of):
    """
    Markup of the typesetter in a source's words is printed as text and runs nothing.
    """
    brief = compose_brief(edition_of("2026-W40"))
    hostile = Section(HOSTILE, (Bullets((words(HOSTILE),)),))
    page = set_brief(replace(brief, sections=(hostile,)), References(()), dated=date(2026, 10, 5))

    assert page.startswith(b"%PDF")


def test_the_same_brief_is_the_same_bytes(edition_of):
    """
    The PDF depends on its content and its vintage, not on the clock.
    """
    brief = compose_brief(edition_of("2026-W40"))
    one, other = (set_brief(brief, References(()), dated=date(2026, 10, 5)) for _ in range(2))

    assert one == other


@pytest.mark.parametrize("profile", [ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A])
@pytest.mark.parametrize("week", ["2022-W12", "2023-W22", "2026-W40"])
def test_an_independent_validator_passes_the_brief(finished, week: str, profile: ValidationProfile):
    """
    The PDF conforms to PDF/UA-1 and to PDF/A-2a, according to a validator that did not make it.
    """
    report = validate_pdf(str(finished(week) / "brief.pdf"), profile=profile)

    assert report.is_compliant, report.failures


def test_the_validator_can_fail(tmp_path):
    """
    A PDF without tags is refused by the same validator.
    """
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "bare.pdf")

    assert not validate_pdf(str(tmp_path / "bare.pdf"), profile=ValidationProfile.PDF_UA_1).is_compliant


def test_the_typefaces_are_embedded(brief_pdf):
    """
    Text is set in Libertinus Serif, tables in Source Sans Pro, and both are in the file.
    """
    fonts = [font.get_object() for page in brief_pdf.pages for font in page["/Resources"]["/Font"].values()]
    names = {str(font["/BaseFont"]).partition("+")[2].removesuffix("-Identity-H") for font in fonts}
    described = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]

    assert {"LibertinusSerif-Regular", "SourceSansPro-Regular"} <= {
        name.split("-Identity")[0] for name in names
    }
    assert all({"/FontFile3", "/FontFile2"} & set(descriptor.get_object()) for descriptor in described)


def test_cyrillic_names_are_set(edition_of, tmp_path):
    """
    A Ukrainian and a Russian name in text and in a table read back as they were written.
    """
    brief = compose_brief(edition_of("2026-W40"))
    names = "Підгородне, Дніпро, ґанок, їжак, Ёлкино"
    table = Table(names, ("a", "b"), ((words(names), words("x")),), (1, 1))
    section = Section("Names", (Bullets((words(names),)), table))
    path = tmp_path / "names.pdf"
    path.write_bytes(set_brief(replace(brief, sections=(section,)), References(()), dated=date(2026, 10, 5)))
    text = " ".join(PdfReader(path).pages[0].extract_text().split())

    assert text.count(names) == 3
