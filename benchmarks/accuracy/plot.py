"""A reliability plot as SVG: mean confidence against the share of findings that is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.score import Rate

_SIDE, _EDGE = 320, 48  # pixels: the plot, and the room for its labels
_COLOURS = (
    "#1d70b8",
    "#d4351c",
    "#00703c",
    "#4c2c92",
    "#f47738",
    "#0b0c0c",
    "#d53880",
    "#b58840",
    "#28a197",
    "#505a5f",
)  # of the GOV.UK Design System
Bins = Sequence[tuple[float, Rate]]


def _x(value: float) -> float:
    return round(_EDGE + value * _SIDE, 1)


def _y(value: float) -> float:
    return round(_EDGE + (1 - value) * _SIDE, 1)


def _text(x: float, y: float, words: object, style: str = 'text-anchor="middle"') -> str:
    return f'<text x="{x}" y="{y}" {style}>{words}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, style: str) -> str:
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {style}/>'


def _axes() -> list[str]:
    box = f'x="{_x(0)}" y="{_y(1)}" width="{_SIDE}" height="{_SIDE}"'
    parts = [
        f'<rect {box} fill="none" stroke="#505a5f"/>',
        _line(_x(0), _y(0), _x(1), _y(1), 'stroke="#b1b4b6" stroke-dasharray="4"'),
        _text(_x(0.5), _y(0) + 40, "mean confidence"),
        _text(_x(0), _EDGE - 12, "share of findings that is right", ""),
    ]
    for at in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        parts.append(_text(_x(at), _y(0) + 18, at))
        parts.append(_text(_x(0) - 8, _y(at) + 4, at, 'text-anchor="end"'))
    return parts


def _series(bins: Bins, colour: str) -> list[str]:
    parts = []
    points = []
    for confidence, rate in bins:
        if (bounds := rate.interval()) is None or (share := rate.value) is None:
            continue
        x, y = _x(confidence), _y(share)
        points.append(f"{x},{y}")
        parts.append(_line(x, _y(bounds[0]), x, _y(bounds[1]), f'stroke="{colour}"'))
        parts.append(f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/>')
    parts.append(f'<polyline points="{" ".join(points)}" fill="none" stroke="{colour}"/>')
    return parts


def reliability(series: Mapping[str, Bins]) -> str:
    """Return the plot of named series, no more than colours, each with its 95 % intervals."""
    size = _SIDE + 2 * _EDGE
    parts = _axes()
    for number, (name, bins) in enumerate(series.items()):
        colour = _COLOURS[number]
        parts += _series(bins, colour)
        parts.append(_text(_x(0.05), _y(0.94 - number / 18), name, f'fill="{colour}"'))
    title = "<title>Confidence against the share of findings that is right</title>"
    view = f'viewBox="0 0 {size} {size}" width="{size}" font-family="sans-serif" font-size="13"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {view}>'
    return "\n".join([head, title, *parts, "</svg>"]) + "\n"
