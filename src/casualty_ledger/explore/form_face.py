"""The face of the recording form: its fields in the browser, which send whole rows and never single cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

HERE = Path(__file__).parent


class FormFace(anywidget.AnyWidget):
    """What the browser shows and keeps; `cells` is what is typed, so that a page loaded again has it."""

    _esm = HERE / "form.js"
    _css = HERE / "form.css"
    sheets: traitlets.List[Any] = traitlets.List().tag(sync=True)
    sheet = traitlets.Unicode().tag(sync=True)
    fields: traitlets.List[Any] = traitlets.List().tag(sync=True)
    more = traitlets.Unicode().tag(sync=True)
    cells = traitlets.Dict().tag(sync=True)
    first = traitlets.Dict().tag(sync=True)
    kept: traitlets.List[Any] = traitlets.List().tag(sync=True)
