"""What a notebook prints, and what the processes that it starts write, is in the cell that wrote it."""

import pytest
from nbclient.exceptions import DeadKernelError

MANY = 300_000


def test_much_output_of_a_subprocess_does_not_block(run, texts):
    """
    A subprocess that writes more than a pipe holds is read while it writes, to the last byte.
    """
    run(f"import subprocess\nsubprocess.run(['sh', '-c', 'yes | head -c {MANY}'])", "'after'", timeout=30.0)

    assert texts()[0].startswith("y\n" * (MANY // 2))
    assert texts()[1] == "'after'"


def test_what_a_subprocess_writes_is_in_its_cell(run, texts):
    """
    Output of a subprocess is in the cell that started it, in its order with what the cell prints.
    """
    cell = (
        "import subprocess\nfor n in range(3):\n    print('p', n)\n    subprocess.run(['echo', f's {n}'])\n0;"
    )
    run(*[cell] * 5)

    assert texts() == ["p 0\ns 0\np 1\ns 1\np 2\ns 2\n"] * 5


def test_a_character_may_come_in_pieces(run, texts):
    """
    A character whose bytes come one by one is put together again.
    """
    run("import os, time\nfor byte in 'ї'.encode():\n    os.write(1, bytes([byte])); time.sleep(0.05)")

    assert texts() == ["ї"]


def test_output_that_waits_is_kept_when_the_process_dies(run, texts):
    """
    What was printed and not flushed is published in time, so that a death does not take it away.
    """
    with pytest.raises(DeadKernelError):
        run("import os, time\nprint('not flushed')\ntime.sleep(1)\nos._exit(1)")

    assert texts()[0] == "not flushed\n"
