from __future__ import annotations

import click
import pytest
from click.testing import CliRunner, Result

from reports.cli.given import lines


@click.command()
@click.argument("values", nargs=-1)
def _echoed(values: tuple[str, ...]) -> None:
    for number, text in lines(values):
        click.echo(f"{number} {text!a}")


def _given(*values: str, typed: bytes = b"") -> Result:
    return CliRunner().invoke(_echoed, ["--", *values], input=typed)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (b"", ""),
        (b"one\ntwo\n", "1 'one'\n2 'two'\n"),
        (b"one\r\n\r\n  \r\nfour", "1 'one'\n4 'four'\n"),
        (b"\xef\xbb\xbfone\n", "1 'one'\n"),  # the mark that Windows puts before a text
        (b"A\t b c \n", "1 'A\\t b c '\n"),
        (b"\xff\xfe\n", "1 '\\udcff\\udcfe'\n"),
    ],
)
def test_lines_of_standard_input_keep_their_numbers(typed: bytes, read: str) -> None:
    done = _given("-", typed=typed)
    assert (done.stdout, done.stderr) == (read, "")


def test_values_on_the_command_line_are_taken_with_a_warning_that_does_not_repeat_them() -> None:
    done = _given("one", "-")
    assert done.stdout == "1 'one'\n2 '-'\n"
    assert len(done.stderr.splitlines()) == 1
    assert "standard input" in done.stderr
    assert "'one'" not in done.stderr
