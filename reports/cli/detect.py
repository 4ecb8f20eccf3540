"""``stocktake detect``: what would be found in documents, explained; nothing is stored."""

from __future__ import annotations

import json

import click


@click.command("detect")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format", "layout", type=click.Choice(["text", "jsonl"]), default="text", show_default=True
)
def command(paths: tuple[str, ...], layout: str) -> None:
    """Print the detections in documents, folders or standard input (-), explained.

    Text is shown in clear: it is your own input. Nothing is stored.
    """
    from detectors.engine import Engine, detections
    from detectors.registry import detectors
    from reports.cli.reading import documents, parts
    from scanner.examine import columns
    from scanner.extractors.base import PartGap, Places

    engine = Engine(detectors())
    for path, source in documents(paths):
        for part, found in columns(parts(source), engine):
            if isinstance(part, PartGap):
                _print(
                    {"path": path, "member": part.member, "state": "gap", "cause": part.cause},
                    layout,
                )
                continue
            places = Places(part)
            for each in detections(found):
                _print(
                    {
                        "path": path,
                        "member": part.member,
                        "passage": part.seq,
                        "locator": places.at(each.start),
                        "kind": part.kind.value,
                        "entity": each.entity,
                        "start": each.start,
                        "end": each.end,
                        "text": part.text[each.start : each.end],
                        "canonical": each.canonical,
                        "confidence": each.confidence,
                        "explanation": each.explanation,
                    },
                    layout,
                )


def _print(row: dict[str, object], layout: str) -> None:
    if layout == "jsonl":
        click.echo(json.dumps(row))
    elif "cause" in row:
        member = f" > {row['member']}" if row["member"] else ""
        click.echo(f"{row['path']}{member}: not read: {row['cause']}")
    else:
        member = f" > {row['member']}" if row["member"] else ""
        click.echo(
            f"{row['path']}{member}: {row['entity']} {row['text']!r}"
            f" ({row['confidence']:.2f}: {row['explanation']})"
        )
