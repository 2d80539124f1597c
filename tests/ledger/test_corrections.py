"""Corrections are declared, expected and published."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from rows import make_rows

from casualty_ledger.errors import CorrectionOutdated, CorrectionUnreadable
from casualty_ledger.ledger.build import build_ledger
from casualty_ledger.ledger.clean import clean_rows
from casualty_ledger.ledger.corrections import Correction, read_corrections
from casualty_ledger.ledger.figures import gather_figures
from casualty_ledger.ledger.vintages import as_of
from casualty_ledger.parsing.weeks import LATEST, Vintage
from casualty_ledger.sources.registry import Register

NOBODY = Register({}, {})


def declare(action: str, reason: str, **more: str) -> Correction:
    said = {"file": "a.yml", "id": "t-1", "column": "value", "expect": "209940", "declared_on": "2023-07-01"}
    return Correction.model_validate(said | {"action": action, "reason": reason} | more)


REPLACE = declare("replace", "Misread.", value="209950")
REFUSE = declare("refuse", "Not a figure.")
FLAG = declare("flag", "The page was withdrawn.")


def test_a_replacement_changes_the_figure_and_not_the_rows():
    """
    What was wrongly recorded is replaced in the ledger; the recorded rows stay as they are.
    """
    rows = make_rows({})
    appearances, _ = clean_rows(rows, NOBODY, [REPLACE])

    assert appearances["value"].tolist() == [209_950]
    assert rows["value"].tolist() == ["209940"]


def test_a_refusal_keeps_its_reason():
    """
    A row that a correction refuses is listed among the refused, with the reason.
    """
    appearances, refused = clean_rows(make_rows({}, {}), NOBODY, [REFUSE])

    assert len(appearances) == 1
    assert refused["reason"].tolist() == ["Refused by a declared correction: Not a figure."]


def test_a_flag_is_a_caveat_from_its_day_on():
    """
    A flagged figure carries the caveat in vintages from the day of the declaration on, not before.
    """
    appearances, _ = clean_rows(make_rows({}), NOBODY, [FLAG])
    said = {
        str(vintage): gather_figures(as_of(appearances, vintage))[0]["caveats"].iloc[0]
        for vintage in (Vintage(date(2023, 6, 30)), Vintage(date(2023, 7, 1)), LATEST)
    }

    assert "flagged_by_correction" not in said["2023-06-30"]
    assert "flagged_by_correction" in said["2023-07-01"]
    assert "flagged_by_correction" in said["latest"]


@pytest.mark.parametrize("change", [{"value": "209950"}, {"id": "other"}], ids=["mended", "gone"])
def test_an_outdated_correction_stops_with_a_sentence(change: dict[str, str]):
    """
    A correction that does not find what it expects stops the run and says what it found.
    """
    with pytest.raises(CorrectionOutdated, match="t-1, column value, expects '209940'"):
        clean_rows(make_rows(change), NOBODY, [REPLACE])


@pytest.mark.parametrize(
    "text",
    [
        "- [",
        "id: x",
        "- {id: x}",
        "- {id: x, column: value, expect: '1', action: delete, reason: r, declared_on: 2023-01-01}",
        "- {id: x, column: colour, expect: '1', action: flag, reason: r, declared_on: 2023-01-01}",
        "- {id: x, column: value, expect: '1', action: flag, reason: ' ', declared_on: 2023-01-01}",
        "- {id: x, column: value, expect: '1', action: flag, reason: r, declared_on: 2023-02-30}",
        "- {id: x, column: value, expect: '1', action: flag, reason: r, declared_on: 2023-02}",
        "- {id: x, column: value, expect: '1', action: flag, reason: r, declared_on: 9999-01-01}",
        "- {id: x, column: value, expect: '1', action: replace, reason: r, declared_on: 2023-01-01}",
        "- {id: x, column: value, expect: '1', value: '2', action: flag, reason: r, declared_on: 2023-01-01}",
        "- {id: x, column: value, expect: [1], action: flag, reason: r, declared_on: 2023-01-01}",
        "- {id: x, column: value, expect: '1', action: flag, reason: r, declared_on: 2023-01-01, file: b}",
        "- !!python/object/apply:os.system ['true']",
    ],
)
def test_an_unreadable_correction_stops_with_a_sentence(tmp_path: Path, text: str):
    """
    A file that is no list of whole corrections is refused, and named.
    """
    (tmp_path / "a.yml").write_text(text)

    with pytest.raises(CorrectionUnreadable, match=r"a\.yml"):
        read_corrections(tmp_path)


def test_a_build_applies_and_publishes_them(made_up):
    """
    The build applies the corrections beside the sheets and lists them in corrections.csv.
    """
    project = made_up({})
    project.corrections.mkdir()
    (project.corrections / "a.yml").write_text(
        "- {id: t-1, column: value, expect: '209940', action: replace, value: '5', reason: R., "
        "declared_on: 2023-07-01}"
    )
    built = build_ledger(project)

    assert built.figures["value"].tolist() == [5]
    listed = pd.read_csv(project.processed / "corrections.csv", dtype="str")
    assert listed.iloc[0].tolist()[:6] == ["t-1", "value", "209940", "replace", "5", "R."]
