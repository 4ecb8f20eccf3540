"""An organisation's own Presidio recognisers, from its YAML, as detectors.

The file is the one of Presidio's ``RecognizerRegistry.add_recognizers_from_yaml``: a list
``recognizers`` of pattern recognisers. Presidio matches; the words before a value are weighed as
its context enhancer does, in any case and without lemmas.
"""

from __future__ import annotations

import hashlib
import io
import re
from bisect import bisect_left
from collections.abc import Sequence
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path

from presidio_analyzer import PatternRecognizer, RecognizerRegistry
from yaml import YAMLError

from detectors.base import Category, Detection, Detector

_RAISED_BY, _AT_LEAST, _WORDS_BEFORE = 0.35, 0.4, 5  # Presidio's LemmaContextAwareEnhancer
_CONTEXT_CHARS = 200  # that hold those words
_WORD = re.compile(r"\w+")


class RecognisersRefused(ValueError):
    """A file of recognisers that cannot be used; says which and why."""


def own_detectors(path: Path, taken: frozenset[str]) -> tuple[Detector, ...]:
    """Return one detector for each entity of the recognisers in ``path``, in order of entity.

    Raises RecognisersRefused, also where an entity is one of ``taken``.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise RecognisersRefused(f"{path}: {error.strerror}") from error
    by_entity: dict[str, list[PatternRecognizer]] = {}
    for each in _recognisers(path):
        (entity,) = each.supported_entities
        if entity in taken:
            raise RecognisersRefused(
                f"{path}: recogniser {_name(each)}: {entity} is found already; name yours otherwise"
            )
        by_entity.setdefault(entity, []).append(each)
    digest = hashlib.sha256(content).hexdigest()
    return tuple(_detector(name, by_entity[name], path, digest) for name in sorted(by_entity))


def _recognisers(path: Path) -> list[PatternRecognizer]:
    registry = RecognizerRegistry([])
    try:
        with redirect_stdout(io.StringIO()):  # Presidio prints what it raises besides
            registry.add_recognizers_from_yaml(path)
    except (YAMLError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise RecognisersRefused(f"{path}: {' '.join(str(error).split())}") from error
    return [each for each in registry.recognizers if isinstance(each, PatternRecognizer)]


def _name(recogniser: PatternRecognizer) -> str:
    return str(vars(recogniser)["name"])  # Presidio gives the attribute no type


def _detector(
    entity: str, recognisers: Sequence[PatternRecognizer], path: Path, digest: str
) -> Detector:
    return Detector(
        entity=entity,
        category=Category.IDENTITY,
        title=", ".join(_name(each) for each in recognisers),
        source=f"own Presidio recognisers, {path.name}",
        forms=(),
        check=canonical,
        check_name="own recogniser",
        pass_rate=1.0,
        look=partial(_found, tuple(recognisers)),
        look_by=digest,
    )


def canonical(text: str) -> str:
    """Return ``text`` in upper case with letters and digits alone, or as it is without any.

    >>> canonical("ct-1234 56a")
    'CT123456A'
    """
    return "".join(char for char in text.upper() if char.isalnum()) or text


def _found(recognisers: Sequence[PatternRecognizer], text: str) -> list[Detection]:
    """Return what ``recognisers``, all of one entity, find: the surest of those that overlap."""
    every = [found for each in recognisers for found in _by_one(each, text)]
    kept: list[Detection] = []  # in order, none overlapping: only neighbours can overlap one more
    for one in sorted(every, key=lambda one: (-one.confidence, one.start, -one.end)):
        at = bisect_left(kept, one.end, key=lambda other: other.start)
        if at == 0 or kept[at - 1].end <= one.start:
            kept.insert(at, one)
    return kept


def _by_one(recogniser: PatternRecognizer, text: str) -> list[Detection]:
    found = []
    for one in recogniser.analyze(text, recogniser.supported_entities):
        score, said = one.score, f"own Presidio recogniser {_name(recogniser)}"
        said += f": pattern {one.analysis_explanation.pattern_name}"
        if word := _context_word(recogniser.context or (), text, one.start):
            score = min(max(score + _RAISED_BY, _AT_LEAST), 1.0)
            said += f"; context word {word}"
        value = canonical(text[one.start : one.end])
        found.append(Detection(one.entity_type, one.start, one.end, value, score, said))
    return found


def _context_word(words: Sequence[str], text: str, start: int) -> str | None:
    before = " ".join(_WORD.findall(text[max(0, start - _CONTEXT_CHARS) : start])[-_WORDS_BEFORE:])
    return next((word for word in words if word.lower() in before.lower()), None)
