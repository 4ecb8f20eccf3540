"""The command ``stocktake``: joins all rooms, and imports each only when it is needed."""

from __future__ import annotations

import importlib
import io
import os
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

import click

from reports.visible import plain
from scanner.errors import SettingsError, StocktakeError

_COMMANDS = {
    "scan": "Scan a folder into the catalogue and print the morning's answer.",
    "refresh-access": "Read accounts and groups anew, and bring who can reach what up to date.",
    "import": "Take in what an administrator's script told of Windows shares.",
    "coverage": "Print what was read and what was not, per share.",
    "findings": "Print what personal data is where.",
    "exposure": "Print how exposed each place is: people in it times people who can read it.",
    "who-can-reach": "Print who can read or change a path, and by which grant.",
    "reach-of": "Print what one person can open, and by which grants.",
    "what-if": "Print who would lose what by a change of groups or permissions.",
    "find": "Print every entry that holds an identifier given on standard input.",
    "detect": "Print the detections in documents or standard input, explained.",
    "extract": "Print the passages read from a document, with locators.",
    "token": "Print the tokens of values given on standard input.",
    "export": "Export a table of the catalogue.",
    "report": "Write a report for people to read.",
    "detectors": "Print every detector.",
    "doctor": "Print what is installed, reachable, allowed and missing.",
}

EXIT_DONE, EXIT_GAPS, EXIT_SETTINGS, EXIT_STOPPED = 0, 1, 2, 3


class _Lazy(click.Group):
    """Imports a command's module when the command is called: --help takes no time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of a day's work."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command."""
        if cmd_name not in _COMMANDS:
            return None
        module = "import_" if cmd_name == "import" else cmd_name.replace("-", "_")
        command = importlib.import_module(f"reports.cli.{module}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _print_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001 - click's
    from scanner.version import VERSION

    if value:
        click.echo(f"stocktake {VERSION}")
        ctx.exit()


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
@click.option("--debug", is_flag=True, expose_value=False, help="Show where an error came from.")
def cli() -> None:
    """Say what personal data is where, and what could not be read."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    words, debug = _without_debug(sys.argv[1:])
    sys.excepthook = _traced if debug else _unforeseen
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a poor locale must not end a command
    try:
        status = cli.main(words, prog_name="stocktake", standalone_mode=False)
        sys.stdout.flush()
    except (BrokenPipeError, SystemExit):  # click leaves so, with 1, which would say "done"
        _silence(1)  # the reader of our output has gone: what is left is not to be flushed to it
        status = EXIT_STOPPED
    except (click.ClickException, click.Abort, StocktakeError, OSError) as error:
        if debug:
            traceback.print_exception(error)
        status = _told(error)
    sys.exit(status if isinstance(status, int) else EXIT_DONE)


def _without_debug(words: list[str]) -> tuple[list[str], bool]:
    """Return the words of the command line without --debug, which may stand anywhere before --."""
    end = words.index("--") if "--" in words else len(words)
    options = [word for word in words[:end] if word != "--debug"]
    return options + words[end:], len(options) < end


def _told(error: Exception) -> int:
    """Say in a line each what went wrong and what to do next; return the exit status."""
    if isinstance(error, click.UsageError) and error.message.startswith("Usage:"):
        error.show()  # nothing was asked for: the help itself says what can be
        return EXIT_SETTINGS
    more: tuple[str, ...] = ()
    if isinstance(error, click.Abort):
        said, status = "Stopped.", EXIT_STOPPED
    elif isinstance(error, click.ClickException):
        asked = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else ""
        said = " ".join(error.format_message().split()).rstrip(".")
        said, status = f"{said}: see '{asked or 'stocktake'} --help'.", EXIT_SETTINGS
    elif isinstance(error, OSError):
        where = f" {error.filename}" if error.filename else ""
        said = f"Cannot go on{where}: {error.strerror or type(error).__name__}."
        status = EXIT_STOPPED
    else:
        more = tuple(map(str, error.args[1:]))
        said = str(error.args[0]) if error.args else ""
        status = EXIT_SETTINGS if isinstance(error, SettingsError) else EXIT_STOPPED
    _silence_if_full(sys.stdout, 1)
    try:
        for line in (said, *more):
            click.echo(f"stocktake: {plain(line)}", err=True)
    except OSError:  # nobody hears it: the exit status says it
        _silence(2)
    return status


def _silence_if_full(stream: TextIO, descriptor: int) -> None:
    try:
        stream.flush()
    except OSError:  # said already, and not to be said again as Python ends
        _silence(descriptor)


def _silence(descriptor: int) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC), descriptor)


def _unforeseen(
    kind: type[BaseException],
    error: BaseException,  # noqa: ARG001 - the hook is given it
    trace: TracebackType | None,
) -> None:
    """Say where a mistake of ours is, not its message: that may hold personal data.

    Leaves with the status of a run that stopped: Python's own, 1, would say "done".
    """
    place = traceback.extract_tb(trace)[-1:]
    at = "".join(f" at {Path(frame.filename).name}:{frame.lineno}" for frame in place)
    sys.stderr.write(
        f"stocktake: Stopped by a mistake in Stocktake ({kind.__name__}{at}):"
        " run it again with --debug and send us what it prints.\n"
    )
    sys.stderr.flush()
    os._exit(EXIT_STOPPED)


def _traced(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(EXIT_STOPPED)
