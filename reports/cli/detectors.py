"""``stocktake detectors``: every detector, its category, and where its rules come from."""

from __future__ import annotations

from pathlib import Path

import click

from reports.cli.options import SETTINGS


@click.command("detectors")
@SETTINGS
def command(settings_file: Path | None) -> None:
    """Print every detector: entity, category, what it finds and the source of its rules."""
    from detectors.names.model import OFF
    from scanner.declared import declared_with
    from scanner.settings.read import settings

    for detector in declared_with(OFF, settings(settings_file)):
        click.echo(f"{detector.entity} ({detector.category.value}): {detector.title}")
        click.echo(f"    {detector.source}")
