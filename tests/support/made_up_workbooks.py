"""Workbooks made by hand: the smallest XLSX and ODS that a spreadsheet would write."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

Rows = Sequence[Sequence[object]]
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
ODS = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"


class Day(int):
    """A day as a spreadsheet keeps it: days since the end of 1899."""


def write_xlsx(path: Path, sheets: Mapping[str, Rows], merged: Sequence[str] = ()) -> Path:
    """Write sheets of cells; `merged` are ranges of the first sheet, such as B1:C1."""
    names = list(sheets)
    parts = [
        f'<Override PartName="/xl/worksheets/s{n}.xml" ContentType="{SPREADSHEET}.worksheet+xml"/>'
        for n in range(len(names))
    ]
    listed = [f'<sheet name="{escape(name)}" sheetId="{n + 1}" r:id="r{n}"/>' for n, name in enumerate(names)]
    links = [
        f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/s{n}.xml"/>'
        for n in range(len(names))
    ]
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{TYPES}"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{SPREADSHEET}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{SPREADSHEET}.styles+xml"/>'
            f"{''.join(parts)}</Types>",
        )
        book.writestr(
            "_rels/.rels",
            _related(f'<Relationship Id="b" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'),
        )
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{"".join(listed)}</sheets></workbook>',
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            _related(*links, f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>'),
        )
        book.writestr("xl/styles.xml", STYLES)
        for n, rows in enumerate(sheets.values()):
            ranges = "".join(f'<mergeCell ref="{ref}"/>' for ref in merged) if n == 0 else ""
            below = f"<mergeCells>{ranges}</mergeCells>" if ranges else ""
            book.writestr(
                f"xl/worksheets/s{n}.xml",
                f'<worksheet xmlns="{MAIN}"><sheetData>{_rows(rows)}</sheetData>{below}</worksheet>',
            )
    return path


def _related(*links: str) -> str:
    return f'<Relationships xmlns="{RELATED}">{"".join(links)}</Relationships>'


def _rows(rows: Rows) -> str:
    return "".join(
        f'<row r="{n}">{"".join(_cell(f"{chr(65 + at)}{n}", cell) for at, cell in enumerate(row))}</row>'
        for n, row in enumerate(rows, start=1)
    )


def _cell(where: str, cell: object) -> str:
    if cell in ("", None):
        return ""
    if isinstance(cell, Day):
        return f'<c r="{where}" s="1"><v>{int(cell)}</v></c>'
    if isinstance(cell, (int, float)):
        return f'<c r="{where}"><v>{cell}</v></c>'
    return f'<c r="{where}" t="inlineStr"><is><t>{escape(str(cell))}</t></is></c>'


def write_ods(path: Path, rows: Rows) -> Path:
    """Write one sheet of text cells."""
    said = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(str(cell))}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    spaces = " ".join(f'xmlns:{name}="{ODS.format(name)}"' for name in ("office", "table", "text"))
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", kind)
        book.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{ODS.format("manifest")}">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )
        book.writestr(
            "content.xml",
            f'<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="A">'
            f"{said}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return path
