"""``stocktake extract PATH``: the passages read from a document: "what did you see?"."""

from __future__ import annotations

import json

import click


@click.command("extract")
@click.argument("paths", nargs=-1, required=True)
def command(paths: tuple[str, ...]) -> None:
    """Print the passages read from documents, one JSON object a line, with locators."""
    from reports.cli.reading import documents, parts
    from scanner.extractors.base import PartGap, TablePassage

    for path, source in documents(paths):
        for part in parts(source):
            row: dict[str, object] = {"path": path, "member": part.member}
            if isinstance(part, PartGap):
                row |= {"state": "gap", "cause": part.cause.value}
            elif isinstance(part, TablePassage):
                row |= {
                    "passage": part.seq,
                    "kind": part.kind.value,
                    "locator": part.locator,
                    "table": part.table,
                    "first_row": part.first_row,
                    "header": part.header,
                    "text": part.text,
                }
            else:
                row |= {
                    "passage": part.seq,
                    "kind": part.kind.value,
                    "locator": part.marks,
                    "text": part.text,
                }
            click.echo(json.dumps(row))
