"""Calling ``stocktake`` as users do: as a process of its own, with its streams and exit status."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[3]
KEY = "5a" * 32  # the key that the catalogue of the tests was made with
COMMAND = (sys.executable, "-c", "from reports.cli import main; main()")


def environment(**more: str) -> dict[str, str]:
    """Return an environment without what a terminal or a user's settings would add."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("STOCKTAKE", "COLUMNS"))}
    return {**kept, "PYTHONPATH": str(HOUSE), "STOCKTAKE_TOKEN_KEY": KEY} | more


def stocktake(
    *words: str | Path, typed: bytes = b"", **more: str
) -> subprocess.CompletedProcess[str]:
    """Run the command to its end, with ``typed`` on its standard input."""
    done = subprocess.run(
        [*COMMAND, *words], input=typed, env=environment(**more), capture_output=True
    )
    return subprocess.CompletedProcess(
        done.args,
        done.returncode,
        done.stdout.decode("utf-8", "surrogateescape"),
        done.stderr.decode("utf-8", "surrogateescape"),
    )


def on_a_terminal(
    program: tuple[str | Path, ...], *, typed: bytes = b"", **more: str
) -> tuple[int, str]:
    """Run a program on a terminal of its own; return its status and all it wrote there."""
    ours, theirs = pty.openpty()
    os.write(ours, typed)
    with os.fdopen(theirs, "wb") as terminal:
        process = subprocess.Popen(
            program,
            env=environment(TERM="xterm", **more),
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
        )
    written = b""
    try:
        while some := os.read(ours, 1 << 16):
            written += some
    except OSError:  # Linux says EIO when the other end is closed
        pass
    finally:
        os.close(ours)
    return process.wait(), written.decode()


def says(done: subprocess.CompletedProcess[str], status: int, *words: str) -> None:
    """Assert that a command failed with one line that holds ``words``."""
    assert done.returncode == status, done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("stocktake: ")
    for word in words:
        assert word in done.stderr
