"""Widgets, where there are any: without ipywidgets everything is shown as plain HTML instead."""

from __future__ import annotations

from html import escape
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from IPython.display import display

from casualty_ledger.explore.display import frame, say

WIDE, LABEL = "24rem", "7.5rem"
FACE = "casualty_ledger.explore.form_face"
ABSENT = "Controls need ipywidgets and a live kernel: open this notebook with `make lab`."


def find_widgets() -> Any:
    """Return ipywidgets, or None where it is not installed."""
    return import_module("ipywidgets") if find_spec("ipywidgets") else None


def find_face() -> Any:
    """Return the face of the recording form, or None where its library is not installed."""
    wanted = ("ipywidgets", "anywidget")
    return import_module(FACE).FormFace if all(map(find_spec, wanted)) else None


def layout_of(widgets: Any, width: str = WIDE) -> dict[str, Any]:
    """Return the options that every control shares: its width, and room for its label."""
    return {"layout": widgets.Layout(width=width), "style": {"description_width": LABEL}}


def show_controls(box: Any, what: str, instead: str) -> None:
    """Show controls, and where no kernel answers them what they are about and what to do instead."""
    if box is not None:
        display(box)
    html = frame(f'<div class="cl-static">{say(what, f"{ABSENT} {instead}")}</div>')
    display({"text/html": html, "text/plain": f"{what}. {instead}"}, raw=True)


def status(kind: str, text: str) -> str:
    """Set a line of status: `right`, `wrong` or `open`, its words escaped."""
    mark, colour = {"right": ("✓", "#00755a"), "wrong": ("✗", "#c04a00"), "open": ("○", "#5f6975")}[kind]
    if not text:
        return ""
    words = f'<b style="color:{colour}">{mark}</b> {escape(text)}'
    return f'<div class="cl-status cl-{kind}" role="status" style="line-height:1.4">{words}</div>'
