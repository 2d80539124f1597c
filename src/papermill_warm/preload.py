"""What the warm process has ready before the first notebook: modules, and what a first use would load."""

from __future__ import annotations

import contextlib
import gc
import importlib
import io
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pkgutil import resolve_name

# What notebooks often import, and what a first use of it would load. Nothing here may start a thread.
# matplotlib's inline backend is left to the notebook: it changes settings.
COMMON = (
    "numpy",
    "pandas.core.arrays.arrow._arrow_utils",
    "pandas.core.methods.to_dict",
    "pandas.io.formats.csvs",
    "pandas.io.formats.html",
    "pandas.io.formats.string",
    "pyarrow.dataset",
    "pyarrow.parquet",
    "pyarrow.pandas_compat",
    "pandas.core.arrays.arrow.extension_types",
    "matplotlib.pyplot",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "seaborn",
    "IPython.core.completerlib",
    "IPython.core.magics.pylab",
    "IPython.core.pylabtools",
)
PRELOAD = tuple(name for name in COMMON if find_spec(name.partition(".")[0]))

# A process with several threads must not fork: these start theirs on import unless told otherwise.
# Arrow's own allocator takes tens of megabytes ahead in every notebook; the system's takes what is used.
WARMING = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
}


# A notebook is short: to look through its objects as often as Python does takes a tenth of its time.
SELDOM = (50_000, 20, 50)


class _Unheard(io.StringIO):
    """Standard output while there is no notebook, with the encoding of a notebook's: pandas asks for it."""

    encoding = "UTF-8"


def preload(modules: Iterable[str], prepare: str) -> None:
    """Import modules, use once what is slow at first use, and call the function that `prepare` names."""
    with contextlib.redirect_stdout(_Unheard()):
        for module in modules:
            importlib.import_module(module)
        if "matplotlib" in sys.modules:
            _draw_once()
        _validate_once()
        if prepare:
            resolve_name(prepare)()
    gc.collect()
    # What is here now stays: a collection in a child would copy every page of it.
    gc.freeze()
    gc.set_threshold(*SELDOM)


def _draw_once() -> None:
    """Load fonts and compile what drawing compiles, with no figure that pyplot would remember."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(3, 2))
    axes = figure.add_subplot(title="A chart")
    axes.plot([1, 2], [3, 4], label="a")
    axes.legend()
    for kind in ("svg", "png"):
        figure.savefig(io.BytesIO(), format=kind)


def _validate_once() -> None:
    """Compile the schema of notebooks."""
    from nbformat import reads, v4, validate, writes

    cells = [v4.new_code_cell("1"), v4.new_markdown_cell("one")]
    validate(reads(writes(v4.new_notebook(cells=cells)), as_version=4))
