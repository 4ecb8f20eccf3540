"""Values that a command takes: on standard input, where neither history nor process list sees them.

A value on the command line is taken too, with a warning: it has been seen already.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

STANDARD_INPUT = "-"
_WARNING = (
    "stocktake: a value on the command line stays in the shell's history and was in the process"
    " list: give it on standard input, with - in its place."
)


def lines(given: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield the number, from 1, and text of each line that is not empty, or of each argument."""
    if given != (STANDARD_INPUT,):
        click.echo(_WARNING, err=True)
        yield from enumerate(given, 1)
        return
    for number, line in enumerate(sys.stdin.buffer, 1):
        text = line.decode("utf-8-sig" if number == 1 else "utf-8", "surrogateescape")
        if text.strip():
            yield number, text.rstrip("\r\n")
