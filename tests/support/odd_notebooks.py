"""Notebooks that do odd things, one each: what an engine must do as a standard kernel does it."""

from pathlib import Path

import nbformat
from nbformat import NotebookNode, v4

RAISES = "raises-exception"
STREAMS = """
import sys
for i in range(3):
    print("out", i)
    print("err", i, file=sys.stderr)
"""
RICH = """
class Rich:
    def _repr_mimebundle_(self, include=None, exclude=None):
        made = {"text/plain": "r", "application/x-foo+json": {"k": (1, 2)}, "image/png": b"PNG"}
        return made, {"image/png": {"width": 3}}
Rich()
"""
DESCRIPTORS = """
import ctypes, os, subprocess, time
print("before")
subprocess.run(["echo", "sub"])
os.write(1, b"raw\\n")
ctypes.CDLL(None).puts(b"from C")
ctypes.CDLL(None).fflush(None)
time.sleep(0.5)  # a standard kernel may lose what its watching thread has not read yet
print("after")
"""
ERROR_DESCRIPTOR = """
subprocess.run(["sh", "-c", "echo suberr >&2"])
time.sleep(0.5)
"""
FORKS = """
import multiprocessing as mp, os
def square(x):
    print(f"in {x}\n", end="", flush=True)
    return x * x
with mp.get_context("fork").Pool(1) as workers:
    print(workers.map(square, [1, 2, 3]))
"""
FORK = """
pid = os.fork()
if pid == 0:
    print("child", flush=True)
    os._exit(0)
os.waitpid(pid, 0)[1]
"""
WHERE = """
import os, signal, sys
print(os.path.basename(sys.argv[0]), sys.path, sys.stdin.read(), os.environ["PAGER"], os.environ["TERM"])
print(signal.getsignal(signal.SIGINT), sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.fileno() > 2)
"""

# Each is a list of cells: a source, or a source with the tag under which it may fail.
ODD: dict[str, list[str | tuple[str, str]]] = {
    "error": ["x = 1", "def f(a):\n    return a / 0\nf(3)", 'print("never")'],
    "raises": [("1/0", RAISES), 'print("after")'],
    "no_code": [("def f(:\n  pass", RAISES), ("%nosuchmagic", RAISES), ("undefined", RAISES)],
    "skipped": [('print("skipped")', "skip-execution"), 'print("run")', "", "# nothing"],
    "display_update": [
        "from IPython.display import HTML, display\n"
        'h = display(HTML("<b>1</b>"), display_id="h")\nd = display("x", display_id="fixed")',
        'h.update(HTML("<b>2</b>"))\nd.update("y")\nd.display("z")',
    ],
    "interleaved": [STREAMS, 'print("a"); display("mid"); print("b", file=sys.stderr); print("c")\n1 + 1'],
    "rich": [
        "from IPython.display import *\n"
        'display(Markdown("# h"), Latex("$x$"), JSON({"a": [1, (2, 3)]}), Javascript("1"))',
        RICH,
        'class Bad:\n    def __repr__(self): raise ValueError("no")\nBad()',
        "float('nan'), '\\ud83d', '\u2028'",
    ],
    "await": [
        'import asyncio\nawait asyncio.sleep(.05)\nprint("ok")\nasyncio.get_running_loop().is_running()',
        "async def g():\n    await asyncio.sleep(.05)\n    return 7\nt = asyncio.create_task(g())",
        "r = await t\nr",
        ("asyncio.run(asyncio.sleep(0))", RAISES),
    ],
    "shell": ["%%bash\necho hi\necho err >&2", "!echo shell; echo e2 >&2", "x = !ls /nonexist\nlen(x)"],
    "bash_fails": ["%%bash\necho before\nexit 3", "1"],
    "magics": [
        '%%capture cap\nprint("c")',
        "cap.stdout",
        "%%writefile w.txt\nabc",
        "%who",
        "%%html\n<i>x</i>",
        "%lsmagic",
        "%history",
        "%env SPIKE=1",
        "%precision 3\n3.14159",
        "?len",
    ],
    "descriptors": [DESCRIPTORS, ERROR_DESCRIPTOR],
    "input": [('input("q? ")', RAISES), ("import getpass; getpass.getpass()", RAISES)],
    "inline": [
        'import matplotlib.pyplot as plt\nplt.rcParams["svg.hashsalt"] = "x"\nplt.plot([1, 2]);',
        'plt.plot([3, 1])\nplt.show()\nprint("x")',
        "fig, ax = plt.subplots()\nfig",
        '%matplotlib inline\n%config InlineBackend.figure_formats = ["svg", "png"]\nplt.bar([1], [2])',
        "import matplotlib\nmatplotlib.get_backend(), plt.get_fignums()",
        "%config InlineBackend.figure_formats",
    ],
    "big": [
        'print("y" * 5_000_000)',
        '"z" * 5_000_000',
        "from IPython.display import HTML; HTML('h' * 3_000_000)",
    ],
    "clear": [
        "from IPython.display import clear_output\nfor i in range(5):\n    clear_output(wait=True); print(i)",
        'print("gone"); clear_output(); print("kept")',
        'print("a"); clear_output(wait=True)',
    ],
    "exit_zero": ["print(1)", "import sys\nsys.exit(0)", "print(2)"],
    "exit_three": [("import sys\nsys.exit(3)", RAISES), "print(2)"],
    "exit_call_at_end": ["print(1)", "exit()"],
    "warnings": [
        "import logging, warnings\n"
        'logging.warning("lw"); warnings.warn("ww"); warnings.warn("old", DeprecationWarning)',
        'logging.getLogger("x").error("e2")',
        "import pandas as pd\npd.set_option('mode.nonsense', 1)",
    ],
    "last": ['print("no newline", end="")', "_, __", "1;", "None", "a = 5\na", "In[1], len(Out), _5"],
    "names": [
        "__name__, __doc__, get_ipython().__class__.__name__",
        "sorted(n for n in dir() if n[0] != '_')",
    ],
    "thread": [
        'import threading\nt = threading.Thread(target=lambda: print("from a thread")); t.start(); t.join()'
    ],
    "forks": [FORKS, FORK],
    "where": [WHERE],
}


def make_notebook(cells: list[str | tuple[str, str]]) -> NotebookNode:
    """Make a notebook for the standard kernel; the ids of its cells are their places."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = v4.new_notebook(metadata={"kernelspec": kernel})
    for place, cell in enumerate(cells):
        source, *tags = (cell,) if isinstance(cell, str) else cell
        notebook.cells.append(v4.new_code_cell(source, id=f"cell-{place}", metadata={"tags": tags}))
    return notebook


def write_cells(cells: list[str | tuple[str, str]], folder: Path) -> Path:
    """Write a notebook of these cells as `given.ipynb` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "given.ipynb"
    nbformat.write(make_notebook(cells), path)
    return path
