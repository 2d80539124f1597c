"""The script of a page: it sorts and filters tables of figures, which stand whole without it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from casualty_ledger.wording.language import now_spoken, phrase, translate

TEMPLATES = Path(__file__).parent / "templates"


def read_script() -> str:
    """Return the script that sorts and filters tables of figures, in the language that is spoken."""
    script = _read_template("figures.js")
    for name, said in _words_of_script().items():
        script = script.replace(f"[[{name}]]", said)
    return script


def _words_of_script() -> dict[str, str]:
    shown = phrase(
        "{shown} of {all} shown", shown="${rows.filter((row) => !row.hidden).length}", all="${rows.length}"
    )
    return {"filter": translate("Filter the rows"), "shown": shown, "language": now_spoken().code}


@lru_cache(maxsize=1)
def _read_template(name: str) -> str:
    return (TEMPLATES / "page" / name).read_text(encoding="utf-8")
