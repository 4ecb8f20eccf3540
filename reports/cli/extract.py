"""``stocktake extract PATH``: the passages read from a document: "what did you see?"."""

from __future__ import annotations

import json

import click

from reports.cli import EXIT_DONE, EXIT_GAPS
from reports.cli.options import NamedPath
from reports.visible import exact


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, type=NamedPath())
def command(paths: tuple[str, ...]) -> int:
    """Print the passages read from documents, one JSON object a line, with locators.

    PATHS are documents, folders or standard input (-).

    Exit status: 0 all was read, 1 something could not be read, 2 no such PATH to read.
    """
    from reports.cli.reading import documents, parts
    from scanner.extractors.base import PartGap, TablePassage

    status = EXIT_DONE
    for path, source in documents(paths):
        for part in parts(source):
            row: dict[str, object] = {"path": exact(path), "member": part.member}
            if isinstance(part, PartGap):
                status = EXIT_GAPS
                row |= {"state": "gap", "cause": part.cause.value}
            else:
                row |= {"passage": part.seq, "kind": part.kind.value}
                if isinstance(part, TablePassage):
                    row |= {
                        "locator": part.locator,
                        "table": part.table,
                        "first_row": part.first_row,
                        "header": part.header,
                    }
                else:
                    row |= {"locator": part.marks}
                row |= {"text": part.text}
            click.echo(json.dumps(row))
    return status
