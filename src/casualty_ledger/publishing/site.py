"""The site of all reports: an index, errata and a feed, beside the reports in their folder.

Static files only, made from the record of each report; the same reports give the same bytes. The pages
ask nothing of anybody. One script, allowed by its hash, hides what a search does not find; without it
every report is on the page all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from urllib.parse import urljoin

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from casualty_ledger.errors import RecordUnreadable
from casualty_ledger.publishing import masthead
from casualty_ledger.publishing.content_policy import digest_inline
from casualty_ledger.publishing.errata import Superseded, find_superseded
from casualty_ledger.publishing.feed import FEED, check_address, write_feed
from casualty_ledger.publishing.shelf import Report, list_shelves, list_unrecorded, read_shelf
from casualty_ledger.whole_files import write_text
from casualty_ledger.wording.language import (
    counted_phrase,
    languages,
    name_language,
    now_spoken,
    phrase,
    spoken,
    translate,
)

TEMPLATES = Path(__file__).parent / "templates"
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def write_site(reports: Path, *, base_url: str = "") -> list[Report]:
    """Write `index.html`, `errata.html` and `feed.xml` into the folder of reports; return what they list.

    Every conflict with a folder of its own gets them there too; the index above leads to all of them.
    Errors: RecordUnreadable, UnusableAddress, CannotWrite.
    """
    check_address(base_url)
    others = {
        path: write_site(path, base_url=urljoin(base_url, f"{path.name}/") if base_url else "")
        for path in list_shelves(reports)
    }
    own = _write_pages(reports, others, base_url=base_url)
    return [*own, *(report for shelf in others.values() for report in shelf)]


def ensure_index(reports: Path) -> None:
    """Write the site of a folder of reports where it has no index yet: every page leads there.

    One that is there stays as it is, with the address that it was made for. Errors: CannotWrite.
    """
    if not (reports / "index.html").exists():
        with suppress(RecordUnreadable):  # `site` says of which report, and of all of them.
            write_site(reports)


def _write_pages(reports: Path, others: Mapping[Path, list[Report]], *, base_url: str) -> list[Report]:
    shelf = read_shelf(reports)
    with spoken(_language_of(shelf)):
        superseded = find_superseded(shelf)
        unrecorded = list_unrecorded(reports)
        pages = {
            "index.html": set_index(shelf, superseded, unrecorded=unrecorded, others=_name(others)),
            "errata.html": set_errata(shelf, superseded),
            FEED: DECLARATION + write_feed(shelf, base_url=base_url),
        }
    for name, text in pages.items():
        write_text(reports / name, text)
    return shelf


def _language_of(shelf: list[Report]) -> str:
    """Return the language of the newest report, as far as there is a catalogue of it."""
    found = str(shelf[0].record["language"]) if shelf else now_spoken().code
    return found if found in languages() else now_spoken().code


def _name(others: Mapping[Path, list[Report]]) -> list[tuple[str, str, int]]:
    """Return the folder, the title and the number of reports of every other shelf: a conflict, a language."""
    return [(path.name, _title_of(path.name, shelf[0]), len(shelf)) for path, shelf in others.items()]


def _title_of(folder: str, newest: Report) -> str:
    """Return the title of a shelf, with its language where that is another one than the page's."""
    title, code = str(newest.record.get("conflict_title", folder)), str(newest.record["language"])
    return title if code == now_spoken().code else f"{title}, {name_language(code)}"


def set_index(
    shelf: list[Report],
    superseded: list[Superseded],
    *,
    unrecorded: list[str],
    others: list[tuple[str, str, int]] | None = None,
) -> str:
    """Return the index: every report, what it says at its top, by what it is superseded; other conflicts."""
    years = [
        (year, [list(reports) for _, reports in groupby(of_year, key=lambda report: report.week)])
        for year, of_year in groupby(shelf, key=lambda report: str(report.week)[:4])
    ]
    held = phrase("{found} of {all} briefs hold these words.", found="${count}", all="${reports.length}")
    script = (TEMPLATES / "site" / "search.js").read_text(encoding="utf-8").replace("[[found]]", held)
    facts = {
        "years": years,
        "count": len(shelf),
        "superseded": {each.report.name: each for each in superseded},
        "unrecorded": unrecorded,
        "others": others or [],
    }
    return _set("index.html.j2", script=script, **facts)


def set_errata(shelf: list[Report], superseded: list[Superseded]) -> str:
    """Return the errata: what later vintages, later briefs and corrections of our record changed."""
    changed: dict[str, list[tuple[Report, list[dict[str, str]]]]] = {}
    for report in shelf:
        if report.is_first and report.record["changed"]:
            of = str(report.week.before())
            changed.setdefault(of, []).append((report, report.record["changed"]))
    facts = {
        "superseded": [each for each in superseded if each.errata or each.left_out],
        "changed": changed,
        "corrected": [report for report in shelf if report.record["corrected"]],
    }
    return _set("errata.html.j2", script="", **facts)


def _set(template: str, *, script: str, **facts: object) -> str:
    """Fill a template; its style and its script stand in the page, and nothing else may run."""
    environment = Environment(
        loader=FileSystemLoader([TEMPLATES / "site", TEMPLATES / "page"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"within": _within, "filled": _fill}
    environment.globals |= {"translate": translate, "phrase": phrase, "counted_phrase": counted_phrase}
    style = "".join(
        (TEMPLATES / folder / name).read_text(encoding="utf-8")
        for folder, name in (("page", "page.css"), ("site", "site.css"))
    )
    policy = {"style": digest_inline(style), "script": digest_inline(script) if script else "'none'"}
    facts |= {"publisher": masthead.title(), "logo": masthead.embed_logo(), "language": now_spoken().code}
    page = environment.get_template(template)
    return page.render(style=Markup(style), script=Markup(script), policy=policy, **facts)


def _fill(said: str, **parts: str) -> Markup:
    """Fill the blanks of a sentence with links; whatever is no link is escaped."""
    return escape(said).format(**parts)


def _within(sentence: str) -> str:
    """Set a sentence within another: "As known on 5 June 2023." becomes "as known on 5 June 2023"."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")
