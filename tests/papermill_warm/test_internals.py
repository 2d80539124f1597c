"""What the engine uses of ipykernel without a promise: in one module, and told when it goes."""

import ast
from pathlib import Path

import pytest
from ipykernel.iostream import OutStream
from ipykernel.kernelapp import IPKernelApp

import papermill_warm
from papermill_warm.internals import USED, find_breaks

MODULES = sorted(Path(papermill_warm.__file__).parent.glob("*.py"))


def test_this_ipykernel_has_what_is_used_of_it():
    """
    The installed ipykernel lacks nothing; where this fails, its sentences say what to mend and where.
    """
    assert find_breaks() == []


def test_what_a_new_ipykernel_lacks_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch):
    """
    A part that is gone and a parameter that is gone are each named, with what they were used for.
    """
    monkeypatch.delattr(OutStream, "_flush")
    monkeypatch.setattr(OutStream, "__init__", lambda self, session, name: None)
    gone, changed = sorted(find_breaks(), key=lambda sentence: " with " in sentence)

    assert "lacks OutStream._flush, which papermill_warm uses to publish what a notebook prints" in gone
    assert "lacks OutStream with pub_thread, watchfd" in changed


def test_no_other_module_touches_ipykernel():
    """
    Only one module imports ipykernel, so that only one is to be mended when it changes.
    """
    touching = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if any(name.partition(".")[0] in ("ipykernel", "ipykernel_launcher") for name in names):
                touching.add(path.name)

    assert touching == {"internals.py"}


def test_every_private_name_that_is_used_is_listed():
    """
    What `internals` overrides or calls of ipykernel's classes is among what it says it uses.
    """
    source = next(path for path in MODULES if path.name == "internals.py").read_text()
    used = {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}
    private = {name for name in used if hasattr(OutStream, name) or hasattr(IPKernelApp, name)}
    listed = {name.rpartition(".")[2] for name in USED}

    assert {name for name in private if name.startswith("_") and not name.startswith("__")} <= listed
