"""``stocktake detectors``: every detector, its category, and where its rules come from."""

from __future__ import annotations

import click


@click.command("detectors")
def command() -> None:
    """Print every detector: entity, category, what it finds and the source of its rules."""
    from detectors.registry import detectors

    for detector in detectors():
        click.echo(f"{detector.entity} ({detector.category.value}): {detector.title}")
        click.echo(f"    {detector.source}")
