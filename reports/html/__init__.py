"""The report as one self-contained page: no network, no script, made to be read and printed."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reports.base import Morning, Report
from reports.html.view import share_views
from reports.html.visible import visible
from reports.visible import plain
from reports.words import day_and_time

_HERE = Path(__file__).parent


def render(morning: Morning) -> str:
    """Return the page. Everything that is not ours in it is escaped."""
    # No file name decides here whether text is escaped: all of it is.
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["visible"] = visible
    environment.filters["plain"] = plain
    environment.filters["count"] = lambda number: f"{number:,}"
    return environment.get_template("page.html").render(
        shares=share_views(morning.shares),
        made=day_and_time(morning.made.isoformat()),
        version=morning.version,
    )


REPORT = Report("html", "One page to read, print and pass on", render)
