"""What a text holds, in the short form that test rows are written in."""

from collections.abc import Sequence

from detectors.base import Detection
from detectors.engine import Engine


def of_entity(engine: Engine, text: str, entity: str) -> list[Detection]:
    return [one for one in engine.session().text(text) if one.entity == entity]


def values(engine: Engine, text: str, entity: str) -> list[str]:
    """Return the canonical values of one entity in running text, in order."""
    return [one.canonical for one in of_entity(engine, text, entity)]


def cells(
    engine: Engine, rows: Sequence[tuple[str, ...]], header: tuple[str, ...] | None, entity: str
) -> list[str]:
    """Return the canonical values of one entity in a table."""
    text = "\n".join("\t".join(row) for row in rows)
    found = engine.session().table(text, 1, header)
    return [one.canonical for one in found if one.entity == entity]
