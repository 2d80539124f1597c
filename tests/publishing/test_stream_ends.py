"""Streams of a PDF that end in what looks like the end of a line."""

import io
import zlib

from page import ValidationProfile, validate_pdf_bytes
from pypdf import PdfReader

from casualty_ledger.publishing.stream_ends import keep_ends_apart


def content_that_ends_in(byte: int) -> bytes:
    """Find a stream whose compressed bytes end so."""
    for n in range(10_000):
        packed = zlib.compress(b"0 0 m 9 0 l S %" + bytes([33 + n % 90]) * (1 + n // 90))
        if packed[-1] == byte:
            return packed
    raise AssertionError("no such stream")


def pdf_with(stream: bytes) -> bytes:
    """Write the smallest PDF whose one page has this content, with a plain cross-reference table."""
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    written, rows = b"%PDF-1.7\n", b"0000000000 65535 f\r\n"
    for number, body in enumerate(bodies, start=1):
        rows += b"%010d 00000 n\r\n" % len(written)
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 5\n" + rows + b"trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return written + table % len(written)


def complains_of_length(pdf: bytes) -> bool:
    failures = validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_A_2B).failures
    return any("STREAM-LENGTH" in failure.rule_id for failure in failures)


def test_a_stream_that_ends_in_a_carriage_return_is_kept_apart():
    """
    The validator finds fault with the length before, and none after; the content is the same.
    """
    ambiguous = pdf_with(content_that_ends_in(0x0D))
    mended = keep_ends_apart(ambiguous)
    before, after = (
        PdfReader(io.BytesIO(pdf)).pages[0].get_contents().get_data() for pdf in (ambiguous, mended)
    )

    assert complains_of_length(ambiguous)
    assert not complains_of_length(mended)
    assert before == after
    assert mended.index(b"xref\n0 5") == int(mended.split(b"startxref\n")[1].split()[0])


def test_any_other_pdf_is_left_alone():
    """
    Where no stream ends so, not a byte changes.
    """
    plain = pdf_with(content_that_ends_in(0x41))

    assert keep_ends_apart(plain) == plain
