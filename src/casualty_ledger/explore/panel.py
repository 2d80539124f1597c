"""The panel: controls that choose figures, and sections of a notebook that follow them.

Each section is an ordinary output that is made anew when a control moves. So the same notebook shows the
same without widgets: run by papermill, or as a page.
"""

from __future__ import annotations

import asyncio
from typing import Any

from IPython.display import display

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.explore.choices import KINDS, match_choice
from casualty_ledger.explore.sections import SECTIONS
from casualty_ledger.explore.selection import Selection
from casualty_ledger.explore.widgets import find_widgets, layout_of, show_controls, status

LISTED = ("conflict", "measure", "population", "party")
TYPED = ("claimant", "place")
# JupyterLab forgets where a section stands when its page is loaded again: an output keeps no name on disk.
RELOADED = "After the page was loaded again: Run › Run Selected Cell and All Below, with this cell selected."
# What answers a choice at once, and how long a kernel listens for another one before it goes on.
PROMPT, PAUSE = ("summary", "figures", "code"), 0.02
# What the filter narrows.
FILTERED = ("figures",)
HINTS = {
    "claimant": "any; type to search",
    "place": "any; type to search",
    "weeks": "2023-W22 or 2023-W12/2023-W22",
    "days": "2023-06-03, 2022-03 or 2022",
    "vintage": "2023-06-05 or latest",
    "filter": "rows that hold …",
}


class Panel:
    """Controls for a selection; `show` sets a section that follows them.

    >>> import casualty_ledger as cl
    >>> panel = cl.Panel(cl.open_ledger().select(measure="losses", weeks="2023-W22"))
    >>> panel.choose(party="russia", vintage="2023-06-05")
    >>> len(panel.chosen)
    8
    """

    def __init__(self, start: Selection) -> None:
        """Begin with a selection; its criteria are what the controls say first."""
        self.chosen = start
        self.having = ""
        self.shown: list[tuple[str, Any]] = []
        self.widgets = find_widgets()
        self.controls: dict[str, Any] = {}
        self.setting = False
        self.turn = 0
        self.box = self._build() if self.widgets else None

    def show(self, section: str) -> None:
        """Show a section here: summary, figures, comparison, weekly, revisions, disagreements, chart or code.

        Errors: UnknownChoice.
        """
        name = match_choice("section", section, SECTIONS)
        handle = display(SECTIONS[name](self.chosen, self.having), display_id=True)
        self.shown.append((name, handle))

    def choose(self, **asked: str) -> None:
        """Choose as the controls do: conflict … place, weeks, days, vintage or filter; nothing means any.

        Errors: UnknownChoice, UnreadableDays, NoSuchVintage.
        """
        if list(asked) == ["filter"]:
            self._filter(asked["filter"])
            return
        self.having = asked.pop("filter", self.having)
        known = asked.pop("vintage", None)
        lifted = [name for name, words in asked.items() if not words]
        if asked or known is not None:
            selection = self.chosen.without(*lifted).select(**{n: w for n, w in asked.items() if w})
            self.chosen = selection if known is None else selection.as_of(known)
        self._tell("right", "")
        self._refresh()

    def _filter(self, having: str) -> None:
        """Keep the rows that hold a text; what is chosen, and all that is said of it, stays."""
        self.having = having
        if self.controls:
            self.setting = True
            self.controls["filter"].value = having
            self.setting = False
        for name, handle in self.shown:
            if name in FILTERED and handle is not None:
                self._update(name, handle)

    def _refresh(self) -> None:
        """Show at once what answers a choice; what takes longer follows, unless another choice came first."""
        self.turn += 1
        shown = [each for each in self.shown if each[1] is not None]
        for each in shown:
            if each[0] in PROMPT:
                self._update(*each)
        self._offer()
        self._follow_up([each for each in shown if each[0] not in PROMPT], self.turn)

    def _update(self, name: str, handle: Any) -> None:
        handle.update(SECTIONS[name](self.chosen, self.having))

    def _follow_up(self, left: list[tuple[str, Any]], turn: int) -> None:
        if not left or turn != self.turn:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # Nobody can choose anew in between.
            for each in left:
                self._update(*each)
            return
        loop.call_later(PAUSE, self._show_next, left, turn)

    def _show_next(self, left: list[tuple[str, Any]], turn: int) -> None:
        if turn == self.turn:
            self._update(*left[0])
            self._follow_up(left[1:], turn)

    def _build(self) -> Any:
        widgets = self.widgets
        for name in LISTED:
            self.controls[name] = widgets.Dropdown(description=name, **layout_of(widgets))
        for name in (*TYPED, "weeks", "days", "vintage", "filter"):
            kind = widgets.Combobox if name in TYPED else widgets.Text
            live = name == "filter"
            options = {"placeholder": HINTS[name], "continuous_update": live, **layout_of(widgets)}
            self.controls[name] = kind(description=name, **options)
        self.status = widgets.HTML()
        self._offer()
        for name, control in self.controls.items():
            control.observe(lambda change, name=name: self._follow(name, change["new"]), names="value")
        reset = widgets.Button(description="Choose anew", tooltip="Lift every restriction")
        reset.on_click(lambda _: self.choose(**dict.fromkeys([*KINDS, "weeks", "days", "filter"], "")))
        grid = widgets.Layout(grid_template_columns="repeat(2, 25rem)", grid_gap="2px 12px")
        controls = widgets.GridBox(list(self.controls.values()), layout=grid)
        return widgets.VBox([controls, reset, self.status, widgets.HTML(status("open", RELOADED))])

    def _follow(self, name: str, value: str) -> None:
        if self.setting:
            return
        try:
            self.choose(**{name: value or ""})
        except CasualtyLedgerError as error:
            self._tell("wrong", f"{error} What is shown below is unchanged.")

    def _offer(self) -> None:
        """Offer in each control what the other criteria leave, with how many figures; nothing empty."""
        if not self.controls:
            return
        self.setting = True
        try:
            for name in (*LISTED, *TYPED):
                self._offer_words(name)
            span = self.chosen.criteria.span
            for unit in ("weeks", "days"):
                self.controls[unit].value = span.name if span and span.unit == unit else ""
            self.controls["vintage"].value = str(self.chosen.vintage)
            self.controls["filter"].value = self.having
        finally:
            self.setting = False

    def _offer_words(self, name: str) -> None:
        left = self.chosen.without(name).choices(name)
        chosen = self.chosen.criteria.of(name)
        control = self.controls[name]
        if name in TYPED:
            control.options = list(left["word"])
            control.value = chosen[0] if chosen else ""
            return
        absent = [(f"{word} (0)", word) for word in chosen if word not in set(left["word"])]
        counted = zip(left["word"], left["figures"], strict=True)
        pairs = [(f"{word} ({count:,})", word) for word, count in counted]
        control.options = [("any", ""), *pairs, *absent]
        control.value = chosen[0] if chosen else ""

    def _tell(self, kind: str, text: str) -> None:
        if self.box is not None:
            self.status.value = status(kind, text)

    def _ipython_display_(self) -> None:
        chosen = self.chosen.criteria.text or "the whole ledger"
        instead = "Without them: ledger.select(…)."
        show_controls(self.box, f"Chosen: {chosen}; vintage {self.chosen.vintage}", instead)

    def __repr__(self) -> str:
        """Say what is chosen."""
        return f"Panel: {self.chosen.criteria.text or 'the whole ledger'}"
