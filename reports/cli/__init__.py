"""The command ``stocktake``: joins all rooms, and imports each only when it is needed."""

from __future__ import annotations

import importlib
import os
import sys
from types import TracebackType

import click

from scanner.errors import CatalogueError, SettingsError

_COMMANDS = {
    "scan": "Scan a folder into the catalogue and print the morning's answer.",
    "coverage": "Print what was read and what was not, per share.",
    "findings": "Print what personal data is where.",
    "who-can-reach": "Print who can read or change a path, and by which grant.",
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
        command = importlib.import_module(f"reports.cli.{cmd_name.replace('-', '_')}").command
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
@click.option("--debug", is_flag=True, help="Show where an error came from.")
def cli(*, debug: bool) -> None:
    """Say what personal data is where, and what could not be read."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    debug = "--debug" in sys.argv[1:2]
    sys.excepthook = _unforeseen
    try:
        status = cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = EXIT_SETTINGS
    except click.Abort:
        status = EXIT_STOPPED
    except (SettingsError, CatalogueError) as error:
        if debug:
            raise
        click.echo(f"stocktake: {error}", err=True)
        status = EXIT_SETTINGS if isinstance(error, SettingsError) else EXIT_STOPPED
    except (BrokenPipeError, SystemExit):  # click leaves so, with 1, which would say "done"
        sys.stderr.close()  # the reader of our output has gone: nothing to tell it
        status = EXIT_STOPPED
    sys.exit(status if isinstance(status, int) else EXIT_DONE)


def _unforeseen(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Leave with the status of a run that stopped: Python's own, 1, would say "done"."""
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(EXIT_STOPPED)
