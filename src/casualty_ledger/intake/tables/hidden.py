"""What a workbook hides: sheets are left out, hidden rows and columns are read, and both are told."""

from __future__ import annotations

import io
import re
import zipfile

import python_calamine

VISIBLE = python_calamine.SheetVisibleEnum.Visible
# XLSX says hidden="1" of a row or column; ODS says collapse, or filter where a filter hides it.
SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml|content\.xml")
HIDES = re.compile(
    rb"<(?:\w+:)?(?:row|col)\s[^>]*\bhidden=\"(?:1|true)\""
    rb"|<table:table-(?:row|column)\s[^>]*table:visibility=\"(?:collapse|filter)\""
)
# A formula without a result, as programs write that do not compute; one that makes an empty text says so.
UNCOMPUTED = re.compile(
    rb"<c\s(?![^>]*\bt=\"str\")[^>]*><f\b(?:[^>]*/>|[^>]*>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>"
)
# Of the text of a sheet no more is looked at.
MOST_BYTES = 200_000_000
NO_RESULT = "some formulas have no result in the file, so they are empty: save it anew in a spreadsheet"
READ_TOO = "some rows or columns are hidden: they are read too, delete them in a copy if they do not count"


def list_shown(book: python_calamine.CalamineWorkbook) -> tuple[list[str], list[str]]:
    """List the sheets that a workbook shows, and tell which it hides; one that hides all hides none."""
    shown = [sheet.name for sheet in book.sheets_metadata if sheet.visible == VISIBLE]
    hidden = [name for name in book.sheet_names if name not in shown] if shown else []
    told = [f"sheet {name!r} is hidden and is not read: name it with --sheet" for name in hidden]
    return shown or list(book.sheet_names), told


def tell_hidden(content: bytes) -> list[str]:
    """Tell whether a workbook (XLSX, ODS) hides rows or columns, or holds formulas without a result."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            sheets = [each for each in packed.infolist() if SHEETS.fullmatch(each.filename)]
            sheets = [each for each in sheets if each.file_size <= MOST_BYTES]
            texts = [packed.read(each) for each in sheets]
            told = {READ_TOO: HIDES, NO_RESULT: UNCOMPUTED}
            return [said for said, pattern in told.items() if any(map(pattern.search, texts))]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        return []
