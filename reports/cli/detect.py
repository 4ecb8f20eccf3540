"""``stocktake detect``: what would be found in documents, explained; nothing is stored."""

from __future__ import annotations

import json
from pathlib import Path

import click

from reports.cli import EXIT_DONE, EXIT_GAPS
from reports.cli.options import NAME_MODEL, RECOGNISERS, SETTINGS, NamedPath
from reports.visible import exact, plain


@click.command("detect")
@click.argument("paths", nargs=-1, required=True, type=NamedPath())
@click.option(
    "--format", "layout", type=click.Choice(["text", "jsonl"]), default="text", show_default=True
)
@NAME_MODEL
@RECOGNISERS
@SETTINGS
def command(
    paths: tuple[str, ...],
    layout: str,
    name_model: str,
    recognisers: Path | None,
    settings_file: Path | None,
) -> int:
    """Print the detections in documents, folders or standard input (-), explained.

    Text is shown in clear: it is your own input. Nothing is stored.

    Exit status: 0 all was read, 1 something could not be read, 2 no such PATH to read.
    """
    from detectors.engine import Engine, detections
    from reports.cli.reading import documents, parts
    from scanner.declared import declared_with
    from scanner.examine import columns
    from scanner.extractors.base import PartGap, Places
    from scanner.settings.kept import kept
    from scanner.settings.read import settings

    show = _as_line if layout == "text" else json.dumps
    status = EXIT_DONE
    set_ = settings(settings_file)
    if recognisers is not None:
        set_ = set_.model_copy(update={"recognisers": recognisers})
    engine = Engine(declared_with(name_model, set_))
    keep = kept(set_)
    for path, source in documents(paths):
        for part, found in columns(parts(source), engine, keep):
            row: dict[str, object] = {"path": exact(path), "member": part.member}
            if isinstance(part, PartGap):
                status = EXIT_GAPS
                click.echo(show(row | {"state": "gap", "cause": part.cause.value}))
                continue
            places = Places(part)
            for each in detections(found):
                row |= {
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
                }
                click.echo(show(row))
    return status


def _as_line(row: dict[str, object]) -> str:
    place = plain(f"{row['path']} > {row['member']}" if row["member"] else f"{row['path']}")
    if "cause" in row:
        return f"{place}: not read: {row['cause']}"
    return (
        f"{place}: {row['entity']} {row['text']!r} ({row['confidence']:.2f}: {row['explanation']})"
    )
