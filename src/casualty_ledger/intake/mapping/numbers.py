"""Numbers of the records: value, bounds and hedge, as their cells and the mapping say together."""

from __future__ import annotations

from collections.abc import Mapping as Table_of

import numpy as np
import pandas as pd

from casualty_ledger.errors import CasualtyLedgerError
from casualty_ledger.intake.mapping.cells import Wrong, read_each
from casualty_ledger.intake.stated import HedgesDiffer, Stated, read_stated, states_nothing
from casualty_ledger.ledger.distinct import firsts_of, number_distinct, spread_texts, tell_apart
from casualty_ledger.parsing.rewriting import parse_count_cell
from casualty_ledger.vocabulary import Basis, Hedge

NUMBERS = ("value", "lower", "upper")
STATED = (*NUMBERS, "hedge", "basis")


def read_numbers(cells: Table_of[str, pd.Series], wrong: Wrong) -> dict[str, pd.Series]:
    """Return value, lower, upper, hedge and basis from the cells of some records.

    They are read once for each distinct combination (docs/decisions/0009).
    """
    numbers = number_distinct(cells[name] for name in STATED)
    first = firsts_of(numbers)
    kinds = {name: cells[name].iloc[first].reset_index(drop=True) for name in STATED}
    once = Wrong()
    read = _read_kinds(kinds, once)
    index = cells["value"].index
    wrong.found += [_spread(noted, numbers, index) for noted in once.found]
    return {name: spread_texts(each.tolist(), numbers, index) for name, each in read.items()}


def _spread(noted: pd.DataFrame, numbers: np.ndarray, index: pd.Index) -> pd.DataFrame:
    """Note for each row what was noted for its combination."""
    here = np.isin(numbers, noted.index)
    return noted.loc[numbers[here]].set_axis(index[here])


def _read_kinds(cells: Table_of[str, pd.Series], wrong: Wrong) -> dict[str, pd.Series]:
    """Read distinct combinations of cells.

    A cell in words goes before the hedge of the mapping, which is for bare numbers. Of bounds without a
    value, both are a range, a lower one is “at least”, an upper one “up to”.
    """
    stated = _state(cells["value"], wrong)
    lower, upper = (_count(cells[name], name, wrong) for name in ("lower", "upper"))
    lower, upper = lower.mask(lower == "", stated["lower"]), upper.mask(upper == "", stated["upper"])
    hedge = _hedge(cells["hedge"], stated["hedge"], cells["value"], wrong)
    value, given = stated["value"], {"lower": lower != "", "upper": upper != ""}
    bare = (value == "") & hedge.isin(["", str(Hedge.EXACT)])
    only_lower, only_upper = (
        bare & given[one] & ~given[other] for one, other in (("lower", "upper"), ("upper", "lower"))
    )
    value = value.mask(only_lower, lower).mask(only_upper, upper)
    hedge = hedge.mask(bare & given["lower"] & given["upper"], str(Hedge.RANGE))
    hedge = hedge.mask(only_lower, str(Hedge.AT_LEAST)).mask(only_upper, str(Hedge.UP_TO))
    basis = cells["basis"].mask(stated["basis"] != "", str(Basis.INCREMENT))
    return {
        "value": value,
        "lower": lower.mask(only_lower, ""),
        "upper": upper.mask(only_upper, ""),
        "hedge": hedge.mask(hedge == "", str(Hedge.EXACT)),
        "basis": basis,
    }


def _count(texts: pd.Series, column: str, wrong: Wrong) -> pd.Series:
    """Read the counts of a bound; what says that nothing is stated is left empty."""
    return read_each(texts.mask(states_nothing(texts), ""), _spell, column, wrong)


def _spell(text: str) -> str:
    count = parse_count_cell(text)
    return "" if count is None else str(count)


def _state(values: pd.Series, wrong: Wrong) -> pd.DataFrame:
    """Read each distinct text once."""
    which, texts = tell_apart(values)
    read: list[Stated] = []
    reasons: list[str] = []
    for text in texts.tolist():
        try:
            read.append(read_stated(text))
            reasons.append("")
        except CasualtyLedgerError as error:
            read.append(Stated())
            reasons.append(str(error))
    if any(reasons):
        wrong.note("value", pd.Series(reasons, dtype="str").take(which).set_axis(values.index), values)
    columns = {name: [getattr(each, name) for each in read] for name in Stated._fields}
    return pd.DataFrame(columns, dtype="str").take(which).set_axis(values.index)


def _hedge(mapped: pd.Series, stated: pd.Series, values: pd.Series, wrong: Wrong) -> pd.Series:
    """Let the words of a cell hedge its number; where the record hedges it otherwise, neither is taken."""
    differ = (stated != "") & ~mapped.isin(["", str(Hedge.EXACT)]) & (mapped != stated)
    if differ.any():
        pairs = zip(values[differ], mapped[differ], strict=True)
        reasons = [str(HedgesDiffer(found=text, hedge=hedge)) for text, hedge in pairs]
        wrong.note("hedge", pd.Series(reasons, index=values.index[differ], dtype="str"), values[differ])
    return mapped.mask(stated != "", stated)
