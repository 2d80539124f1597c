"""Widgets, where there are any: without ipywidgets everything is shown as plain HTML instead."""

from __future__ import annotations

from html import escape
from importlib import import_module
from importlib.util import find_spec
from typing import Any

WIDE, LABEL = "24rem", "7.5rem"
ABSENT = "Controls need ipywidgets and a live kernel: open this notebook with `make lab`."


def find_widgets() -> Any:
    """Return ipywidgets, or None where it is not installed."""
    return import_module("ipywidgets") if find_spec("ipywidgets") else None


def layout_of(widgets: Any, width: str = WIDE) -> dict[str, Any]:
    """Return the options that every control shares: its width, and room for its label."""
    return {"layout": widgets.Layout(width=width), "style": {"description_width": LABEL}}


def bundle(box: Any, html: str, text: str) -> dict[str, Any]:
    """Return what a front end shows: the widget where it can, else the same in plain HTML or text."""
    shown: dict[str, Any] = {"text/plain": text, "text/html": html}
    if box is not None:
        data = box._repr_mimebundle_()
        shown = (data[0] if isinstance(data, tuple) else data) | shown
    return shown


def status(kind: str, text: str) -> str:
    """Set a line of status: `right` or `wrong`, its words escaped."""
    mark = {"right": "✓", "wrong": "✗"}[kind]
    colour = {"right": "#00755a", "wrong": "#c04a00"}[kind]
    if not text:
        return ""
    words = f'<b style="color:{colour}">{mark}</b> {escape(text)}'
    return f'<div class="cl-status cl-{kind}" role="status" style="line-height:1.4">{words}</div>'
