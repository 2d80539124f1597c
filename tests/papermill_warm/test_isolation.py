"""Nothing passes from one notebook to the next, and each begins as in a fresh kernel."""

import random
from pathlib import Path

import pytest
from odd_notebooks import write_cells
from standard_kernel import read_cells

from papermill_warm import Job, WarmPool

# A change, and what would show it.
CHANGES = {
    "globals": ("leaked = 1", "'leaked' in globals()"),
    "modules": ("import math\nmath.pi = 3", "import math\nmath.pi"),
    "rcParams": (
        "import matplotlib.pyplot as plt\nplt.rcParams['font.size'] = 77\nplt.figure()",
        "import matplotlib.pyplot as plt\nplt.rcParams['font.size'], plt.get_fignums()",
    ),
    "pandas options": (
        "import pandas as pd\npd.set_option('display.max_rows', 7)",
        "import pandas as pd\npd.get_option('display.max_rows')",
    ),
    "environment": ("import os\nos.environ['LEAKED'] = 'yes'", "import os\nos.environ.get('LEAKED')"),
    "folder": ("import os\nos.chdir('/')", "import os\nos.getcwd()"),
    "warning filters": (
        "import warnings\nwarnings.simplefilter('error')",
        "import warnings\nwarnings.filters",
    ),
    "numpy's errors": ("import numpy\nnumpy.seterr(all='raise')", "import numpy\nnumpy.geterr()"),
    "import path": ("import sys\nsys.path.append('/leaked')", "import sys\nsys.path"),
    "history": ("'a line'", "len(In), len(Out)"),
    "logging": (
        "import logging\nlogging.getLogger().setLevel(5)",
        "import logging\nlogging.getLogger().level",
    ),
    "input hooks": ("get_ipython().set_custom_exc((ValueError,), print)", "get_ipython().custom_exceptions"),
}

RANDOM = "import random, numpy\nrandom.random(), numpy.random.rand()"
BEGINNING = [
    "import os\nsorted(name for name in os.environ if not name.startswith(('JPY_', 'PYDEVD_', 'PYTEST_')))",
    "{name: os.environ.get(name) for name in ('OPENBLAS_NUM_THREADS', 'OMP_NUM_THREADS', 'MPLBACKEND')}",
    "import sys, warnings\nwarnings.filters",
    "sys.path, os.getcwd() != '/', sys.argv[0], sys.flags",
    "import matplotlib, matplotlib.pyplot\n{k: v for k, v in matplotlib.rcParams.items() if k[0] != '_'}",
    "import pandas as pd\nprint(pd.describe_option(_print_desc=False))",
    "import numpy\nnumpy.geterr(), numpy.get_printoptions()",
    "import gc, locale, logging, signal, threading\ngc.isenabled(), locale.setlocale(locale.LC_ALL)",
    "logging.getLogger().level, logging.getLogger().handlers",
    "signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGALRM), sys.getrecursionlimit()",
]


@pytest.mark.parametrize("change", CHANGES)
def test_no_change_passes_to_the_next_notebook(change: str, run, texts):
    """
    What one notebook changes, the next one finds as it was.
    """
    vandal, witness = CHANGES[change]
    run(witness)
    before = texts()
    run(vandal, witness)
    changed = texts()[1]
    run(witness)

    assert texts() == before
    assert changed != before[0]


def test_no_two_notebooks_draw_the_same_random_numbers(run, texts):
    """
    Each notebook has random numbers of its own, from Python and from numpy.
    """
    drawn = []
    for _ in range(3):
        run(RANDOM)
        drawn += texts()

    assert len(set(drawn)) == 3


def test_a_notebook_begins_as_in_a_fresh_kernel(pool, by_papermill, tmp_path: Path):
    """
    Environment, paths, filters, options and handlers are those of a standard kernel.
    """
    warm, plain = (write_cells(BEGINNING, tmp_path / engine) for engine in ("warm", "plain"))
    by_papermill(plain, plain)
    pool.run(Job(warm, warm, cwd=warm.parent))

    assert read_cells(warm) == read_cells(plain)


def test_a_job_brings_its_own_environment(run, texts):
    """
    A job's variables are seen by its notebook, and by no other.
    """
    token = str(random.random())
    run("import os\nprint(os.environ.get('TOKEN'))", environment={"TOKEN": token})
    told = texts()
    run("import os\nprint(os.environ.get('TOKEN'))")

    assert told + texts() == [f"{token}\n", "None\n"]


def test_a_pool_brings_its_own_environment(tmp_path: Path):
    """
    A pool's notebooks see the environment that it was given, not the caller's.
    """
    notebook = write_cells(["import os\n'HOME' in os.environ, os.environ['ONLY']"], tmp_path)
    with WarmPool(preload=["numpy"], environment={"ONLY": "this"}) as pool:
        pool.run(Job(notebook, tmp_path / "out.ipynb"))

    assert "(False, 'this')" in (tmp_path / "out.ipynb").read_text()
