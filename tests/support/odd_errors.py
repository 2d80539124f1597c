"""Notebooks that fail in odd ways, one each: by the reply alone, by outputs alone, or for good."""

from odd_notebooks import RAISES

NEVER = 'print("never")'
SILENT = "get_ipython().set_custom_exc((ZeroDivisionError,), lambda *told, tb_offset=None: None)"
BROKEN = "def broken(*told, tb_offset=None): raise ValueError('handler')\n"
HOOK = "def hook(*told): raise ValueError('hook')\nevents = get_ipython().events\n"
LEAVE = "def leave(*told): raise SystemExit(4)\nget_ipython().events.register('post_run_cell', leave)"
TRANSFORMER = """
def transform(lines):
    if "bad" in "".join(lines):
        raise SyntaxError("not in my house")
    return lines
get_ipython().input_transformers_cleanup.append(transform)
"""
TREES = """
import ast
class Grumpy(ast.NodeTransformer):
    def visit_Constant(self, node):
        if node.value == 13:
            raise ValueError("unlucky")
        return node
get_ipython().ast_transformers.append(Grumpy())
"""
REFUSING = """
import ast
from IPython.core.error import InputRejected
class Refusing(ast.NodeTransformer):
    def visit_Name(self, node):
        if node.id == "refused":
            raise InputRejected("no such name here")
        return node
get_ipython().ast_transformers.append(Refusing())
"""
CLEARING = """
from IPython.display import clear_output
get_ipython().events.register("post_run_cell", lambda result: clear_output())
"""
KINDS = """
class Quiet(Exception):
    def _render_traceback_(self): return []
class Mute(Exception):
    def __str__(self): raise RuntimeError("no words")
class Sly(BaseException): pass
"""
SWALLOWED = """
try:
    1 / 0
except ZeroDivisionError:
    get_ipython().showtraceback()
"""
SCRIPT = "%%writefile script.py\nprint('in the script')\nraise ValueError('from the script')"
FAILS_LATER = "import asyncio\nasync def fail(): raise ValueError('task')\ntask = asyncio.create_task(fail())"
IN_A_THREAD = (
    "import threading\nt = threading.Thread(target=lambda: 1 / 0, name='other'); t.start(); t.join()"
)
DIES = "print('said', flush=True)\nimport os\nos._exit(3)"

# Each is a list of cells: a source, or a source with the tag under which it may fail.
ERRORS: dict[str, list[str | tuple[str, str]]] = {
    "unknown magic": ["1", "%nosuchmagic", NEVER],
    "unknown cell magic": ["1", "%%nosuch\n1", NEVER],
    "usage error": ["1", "%timeit -z", NEVER],
    "magic by a call": ["get_ipython().run_line_magic('nosuch', '')", NEVER],
    "errors that no output tells of": [
        ("%nosuchmagic", RAISES),
        ("%%nosuch", RAISES),
        ("%timeit -z", RAISES),
        ("%run nosuch.py", RAISES),
        ("%load_ext nosuch", RAISES),
        ("%config Nosuch.option = 1", RAISES),
        ("%%script --nosuch false", RAISES),
        ("%%capture\n1 / 0", RAISES),
        ("%alias_magic", RAISES),
        'print("after")',
    ],
    "only errors that no output tells of": [("%nosuchmagic", RAISES), ("%timeit -z", RAISES), "1"],
    "cells that leave": [
        ("raise SystemExit", RAISES),
        ("import sys; sys.exit(0)", RAISES),
        ("sys.exit('words')", RAISES),
        ("raise KeyboardInterrupt", RAISES),
        ("import os, signal; os.kill(os.getpid(), signal.SIGINT)", RAISES),
        ("raise GeneratorExit", RAISES),
        ("import asyncio; raise asyncio.CancelledError('c')", RAISES),
        ("await asyncio.wait_for(asyncio.sleep(9), 0.01)", RAISES),
        'print("after")',
    ],
    "only cells that leave well": [("raise SystemExit", RAISES), ("import sys; sys.exit(0)", RAISES), "1"],
    "a cell that leaves": ["1", "raise SystemExit", NEVER],
    "a cell that leaves with words": ["import sys\nsys.exit('words')", NEVER],
    "an error named like leaving": ["class SystemExit(Exception): pass\nraise SystemExit(0)", NEVER],
    "an interrupt": ["1", "raise KeyboardInterrupt", NEVER],
    "no syntax": ["1", "def f(:\n  pass", NEVER],
    "more without syntax": [
        ("return 1", RAISES),
        (" 1\n  2", RAISES),
        ("'open", RAISES),
        ("!!", RAISES),
        ("x = = 1", RAISES),
        ("nonlocal x", RAISES),
        ("await", RAISES),
        "1",
    ],
    "a transformer of input": [TRANSFORMER, ("'bad'", RAISES), "2", "'bad'", NEVER],
    "a transformer of trees": [TREES, ("13", RAISES), "13", "1"],
    "rejected input": [REFUSING, "refused = 1", NEVER],
    "a silent handler": [SILENT, ("1 / 0", RAISES), "2", "1 / 0", NEVER],
    "a broken handler": [BROKEN + "get_ipython().set_custom_exc((ValueError,), broken)", "int('x')", NEVER],
    "no traceback shown": ["get_ipython().showtraceback = lambda *a, **k: None", "1 / 0", NEVER],
    "an error that is cleared": [CLEARING, "1 / 0", NEVER],
    "hooks that raise": [
        HOOK + "events.register('post_run_cell', hook)",
        "1",
        "events.unregister('post_run_cell', hook); events.register('pre_run_cell', hook)",
        "2",
        "events.unregister('pre_run_cell', hook); events.register('post_execute', hook)",
        "3",
    ],
    "errors that are swallowed": [
        SWALLOWED,
        "get_ipython().run_cell('2 / 0')",
        "get_ipython().run_cell('%nosuch').success",
        'print("goes on")',
    ],
    "errors of display": [
        "class NoRepr:\n    def __repr__(self): raise ValueError('repr')\ndisplay(NoRepr())",
        "class NoHtml:\n    def _repr_html_(self): raise ValueError('html')\nNoHtml()",
        ("class Leaves:\n    def __repr__(self): raise SystemExit(0)\nLeaves()", RAISES),
        "1",
    ],
    "a display that raises": [
        "class NoRepr:\n    def __repr__(self): raise ValueError('r')\nNoRepr()",
        NEVER,
    ],
    "no display hook": ["import sys\nsys.displayhook = None", ("1", RAISES), "2"],
    "odd errors": [
        KINDS,
        ("raise Quiet('q')", RAISES),
        ("raise Mute", RAISES),
        ("raise Sly('s')", RAISES),
        ("raise ExceptionGroup('g', [ValueError(1), TypeError(2)])", RAISES),
        ("try:\n    int('x')\nexcept ValueError as error:\n    raise OSError('deep') from error", RAISES),
        ("raise KeyError", RAISES),
        ("raise ValueError('a\\nb <i> \\x1b[31m \u2028')", RAISES),
        "import warnings; warnings.simplefilter('error')",
        ("warnings.warn('w')", RAISES),
        "1",
    ],
    "an error while all is logged": [
        "import logging; logging.basicConfig(level=logging.DEBUG, force=True)",
        ("1 / 0", RAISES),
        "logging.info('own')",
    ],
    "a quiet error": [KINDS, "raise Quiet('q')", NEVER],
    "scripts": [SCRIPT, ("%run script.py", RAISES), "%run -e script.py", "2"],
    "a shell that fails": ["%%script false", NEVER],
    "modes of tracebacks": [
        "%xmode Minimal",
        ("1 / 0", RAISES),
        "%xmode Plain",
        "def f(): 1 / 0\nf()",
        NEVER,
    ],
    "tasks that fail": [
        FAILS_LATER,
        "await asyncio.sleep(0.05)\ntask.done()",
        ("await task", RAISES),
        IN_A_THREAD,
        "1",
    ],
    "numbers of cells": ["get_ipython().execution_count = 50", "1", ("1 / 0", RAISES), "len(In)"],
    "payloads": ["%pinfo len", "%load_ext autoreload\n%autoreload 2", "%recall 1", "%reset -f", "dir()[:1]"],
    "tags": [("1 / 0", "skip-execution"), ("2 / 0", RAISES), "3 / 0", NEVER],
    "cells without code": ["", "# a word", "   ", "1"],
    "a death": ["1", DIES, NEVER],
    "a death by a hook": [LEAVE, NEVER],
}
