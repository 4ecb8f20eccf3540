"""Texts whose names are marked: what the model is trained on and what all is measured with."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

_ENDING = ".train.jsonl.gz"
_ONLY_MEASURED = "bysa"  # share-alike licences: no weights are made from them
_NOT_TRAINED = frozenset({"multiner-gov", "sec-filings"})  # few names, many of them unmarked
_PARTS = 10


@dataclass(frozen=True, slots=True)
class Example:
    """A text with (start, end, label) in characters, end exclusive, sorted, none overlapping."""

    text: str = field(repr=False)
    spans: tuple[tuple[int, int, str], ...]

    def people(self) -> list[tuple[int, int]]:
        """Return where the names of people are."""
        return [(start, end) for start, end, label in self.spans if label == "PERSON"]


def sources(folder: Path) -> list[str]:
    """Return the names of the gold sets in ``folder``."""
    return sorted(path.name.removesuffix(_ENDING) for path in folder.glob(f"*{_ENDING}"))


def may_be_trained_on(source: str) -> bool:
    """Return whether licence and quality of a gold set allow weights to be made from it."""
    return _ONLY_MEASURED not in source and source not in _NOT_TRAINED


def read(folder: Path, source: str) -> Iterator[Example]:
    """Yield the examples of a gold set."""
    with gzip.open(folder / f"{source}{_ENDING}", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Example(
                row["text"], tuple((start, end, label) for start, end, label in row["spans"])
            )


def part_of(example: Example) -> int:
    """Return which of ten parts a text belongs to, by its letters: the same on every machine."""
    return crc32(example.text.encode()) % _PARTS


def parted(examples: Sequence[Example]) -> tuple[list[Example], list[Example], list[Example]]:
    """Return eight parts to train on, one to choose the model by and one to measure with."""
    train = [each for each in examples if part_of(each) > 1]
    dev = [each for each in examples if part_of(each) == 1]
    held = [each for each in examples if part_of(each) == 0]
    return train, dev, held
