"""Invented council documents with the entities they hold, and how well those are found."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from detectors.engine import Engine

SPECIAL = frozenset(
    {
        "HEALTH_DATA", "ETHNICITY_DATA", "RELIGION_DATA", "SEXUAL_LIFE_DATA", "UNION_DATA",
        "POLITICAL_DATA", "BIOMETRIC_DATA", "CRIMINAL_OFFENCE_DATA", "CHILD_SAFEGUARDING",
        "ADULT_SAFEGUARDING",
    }
)  # fmt: skip
_MARK = "#### "


@dataclass(frozen=True, slots=True)
class Document:
    """One document; a line ``#### ENTITY ENTITY | kind`` stands above it, ``-`` for none."""

    kind: str
    holds: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs of document and entity: found and true, found and false, missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is true."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is true that was found."""
        return self.right / (self.right + self.missed)


def documents(file: str) -> Iterator[Document]:
    """Yield the documents of a file beside this one."""
    text = Path(__file__).with_name(file).read_text("utf-8")
    for part in text.split(_MARK)[1:]:
        head, _, body = part.partition("\n")
        holds, _, kind = head.partition(" | ")
        yield Document(kind, frozenset(holds.split()) & SPECIAL, body.strip("\n"))


def found_in(engine: Engine, document: Document) -> frozenset[str]:
    """Return the special entities found in a document; lines with as many tabs are a table."""
    lines = document.text.splitlines()
    session = engine.session()
    delimiter = "\t" if "\t" in lines[0] else ","
    counts = {line.count(delimiter) for line in lines}
    if len(lines) > 2 and len(counts) == 1 and counts.pop() > 1:
        header, *rows = list(csv.reader(lines, delimiter=delimiter))
        found = session.table("\n".join("\t".join(row) for row in rows), 1, tuple(header))
    else:
        found = session.text(document.text)
    return frozenset(one.entity for one in found) & SPECIAL


def score(engine: Engine, file: str) -> tuple[Score, Score]:
    """Return the score by document and entity, and the score by document whatever the entity."""
    pairs = [(one.holds, found_in(engine, one)) for one in documents(file)]
    by_entity = Score(
        sum(len(held & found) for held, found in pairs),
        sum(len(found - held) for held, found in pairs),
        sum(len(held - found) for held, found in pairs),
    )
    by_document = Score(
        sum(bool(held and found) for held, found in pairs),
        sum(bool(found and not held) for held, found in pairs),
        sum(bool(held and not found) for held, found in pairs),
    )
    return by_entity, by_document
