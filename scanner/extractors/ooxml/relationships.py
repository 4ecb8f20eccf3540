"""The relationships between parts: which part belongs to which, and what lies outside."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from connectors.base import Cause
from scanner.extractors.base import ExtractionError
from scanner.extractors.markup.expat import Attributes, attribute, local_name, parse
from scanner.extractors.ooxml.package import Package, resolved

_SUFFIX = ".rels"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow from a part: its id there, the last word of its type, and its target.

    ``target`` is a part's name, or with ``external`` an address as the document holds it.
    """

    identifier: str
    kind: str
    target: str = field(repr=False)
    external: bool


@dataclass(frozen=True, slots=True)
class Relationships:
    """All relationships of a package by the part they start from; "" is the package itself."""

    by_part: Mapping[str, tuple[Relationship, ...]] = field(repr=False)
    damaged: tuple[Cause, ...]

    def of(self, part: str) -> tuple[Relationship, ...]:
        """Return the relationships that start from ``part``."""
        return self.by_part.get(part, ())

    def main_part(self) -> str | None:
        """Return the name of the document itself, if the package says."""
        return next((r.target for r in self.of("") if r.kind == "officeDocument"), None)

    def below(self, part: str) -> list[str]:
        """Return every part that can be reached from ``part``, itself first, nearest first."""
        found = {part: None}  # keeps the order, and tells at once what is there
        waiting = [part]
        for current in waiting:
            near = [r.target for r in self.of(current) if not r.external]
            waiting += [target for target in dict.fromkeys(near) if target not in found]
            found.update(dict.fromkeys(near))
        return waiting


def relationship_id(attributes: Attributes) -> str:
    """Return ``r:id``, the arrow that an element points by; its own ``id`` is another."""
    for key, value in attributes.items():
        if key.endswith(":id"):
            return value
    return ""


def read_relationships(package: Package) -> Relationships:
    """Return the relationships of all parts of ``package``."""
    by_part: dict[str, tuple[Relationship, ...]] = {}
    damaged: list[Cause] = []
    for name in package.names():
        if not name.endswith(_SUFFIX):
            continue
        folder, file = posixpath.split(name)
        part = posixpath.join(posixpath.dirname(folder), file.removesuffix(_SUFFIX))
        reader = _Reader(part)
        try:
            for _ in parse(package.blocks(name), reader.choose):
                pass
        except ExtractionError as error:
            damaged.append(error.cause)
        by_part[part] = tuple(reader.found)
    return Relationships(by_part, tuple(damaged))


class _Reader:
    def __init__(self, part: str) -> None:
        self._part = part
        self.found: list[Relationship] = []

    def choose(self, root: str, attributes: Attributes) -> _Reader | None:  # noqa: ARG002
        return self if root == "Relationships" else None

    def start(self, tag: str, attributes: Attributes) -> None:
        if local_name(tag) != "Relationship":
            return
        external = attributes.get("TargetMode") == "External"
        target = attributes.get("Target", "")
        self.found.append(
            Relationship(
                attributes.get("Id", ""),
                attribute(attributes, "Type").rpartition("/")[2],
                target if external else resolved(self._part, target),
                external,
            )
        )

    def end(self, tag: str) -> None:
        pass

    def text(self, data: str) -> None:
        pass
