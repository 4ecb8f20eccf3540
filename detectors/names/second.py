"""The second opinion on names: what a name model sees in running prose, believed if more agrees.

Shape     a name without title, label or list of ours before it, in a sentence.
Check     a second cue: a given name or surname we know, a possessive, the same name once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from detectors.base import Detection, Detector
from detectors.names.again import NamedBefore
from detectors.names.lexicon import (
    AFTER_A_PLACE,
    FIRMS,
    MONTHS,
    NEVER_NAMES,
    PARTICLES,
    PLACE_WORDS,
    TITLES,
    first_names,
    folded,
    surnames,
)
from detectors.names.model import OFF, NameModel
from detectors.names.prose import windows
from detectors.names.written import canonical

_VERSION = 1  # raise it when the same model would give other names
_CONFIDENCE = 0.7
_MOST_CHARS = 180_000  # of a document that the model reads: two seconds; a count, so that every
# scan of the same bytes gives the same
_GIVEN_NAME = "given name we know"
_LEAST_WITHOUT_GIVEN_NAME = 2  # cues
_LEAST_LETTERS = 4  # of a surname that we do not know
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s\b")
_NO_NAME = NEVER_NAMES | PLACE_WORDS | AFTER_A_PLACE | MONTHS


def with_name_model(declared: Sequence[Detector], name: str) -> tuple[Detector, ...]:
    """Return the detectors, the one for people with a model's opinion unless ``name`` is "off".

    Raises ModelMissing.
    """
    if name == OFF:
        return tuple(declared)
    model = NameModel(name)
    return tuple(
        replace(
            each,
            further=partial(SecondOpinion, model),
            further_by=f"name model {model.digest}, {_VERSION}",
        )
        if each.entity == "PERSON"
        else each
        for each in declared
    )


class SecondOpinion:
    """What model and earlier names together say about the passages of one document."""

    def __init__(self, model: NameModel) -> None:
        self._model = model
        self._before = NamedBefore()
        self._chars_left = _MOST_CHARS

    def __call__(
        self, text: str, own: Sequence[Detection], others: Sequence[int]
    ) -> Sequence[Detection]:
        """Return the names in ``text`` that were named before or that the model sees, in order."""
        more = list(self._before(text, own, others))
        known = sorted((*own, *more), key=lambda one: one.start)
        seen = _apart(self._seen(text, known, others), known)
        if not seen:
            return more
        known = sorted((*known, *seen), key=lambda one: one.start)
        again = _apart(self._before(text, known, others), known)
        return sorted((*more, *seen, *again), key=lambda one: one.start)

    def _seen(
        self, text: str, known: Sequence[Detection], others: Sequence[int]
    ) -> list[Detection]:
        """Return what the model sees and a second cue agrees to."""
        seen: list[Detection] = []
        for start, end in windows(text, [*others, *(one.start for one in known)]):
            if end - start > self._chars_left:
                self._chars_left = 0  # one piece that is shorter would be chance
                break
            self._chars_left -= end - start
            for at, until in self._model.people(text[start:end]):
                if one := believed(text, start + at, start + until):
                    seen.append(one)
        return seen


def believed(text: str, start: int, end: int) -> Detection | None:
    """Return the detection at start..end if the words and what stands around allow a name."""
    written = text[start:end]
    value = canonical(written)
    words = [folded(word) for word in _WORD.findall(written)]
    bare = [word for word in words if word not in TITLES and word not in PARTICLES]
    if value is None or not bare or value in FIRMS or _is_ruled_out(written, bare):
        return None
    cues = list(_cues(text, end, written, bare))
    if _GIVEN_NAME not in cues and len(cues) < _LEAST_WITHOUT_GIVEN_NAME:
        return None
    said = f"name of a person, name model; {' and '.join(cues)}"
    return Detection("PERSON", start, end, value, _CONFIDENCE, said)


def _is_ruled_out(written: str, bare: list[str]) -> bool:
    """Return whether words cannot be a name, whatever says so."""
    if len(bare) == 1:
        return bare[0] in _NO_NAME or not written[0].isupper() or written.isupper()
    last = bare[0] if "," in written else bare[-1]
    return last in _NO_NAME or (last not in surnames() and len(last) < _LEAST_LETTERS)


def _cues(text: str, end: int, written: str, bare: list[str]) -> Iterator[str]:
    """Yield what agrees with the model."""
    given = bare[1:] if "," in written else bare[:1]
    if any(word in first_names() for word in given):
        yield _GIVEN_NAME
    if bare[-1] in surnames():
        yield "surname we know"
    if _POSSESSIVE.match(text, end):
        yield "possessive"
    if len(bare) > 1 and text.count(written) > 1:
        yield "written more than once"


def _apart(more: Sequence[Detection], known: Sequence[Detection]) -> list[Detection]:
    """Return those of ``more`` that overlap none of ``known``; both in order."""
    kept: list[Detection] = []
    others = iter(known)
    other = next(others, None)
    for one in more:
        while other is not None and other.end <= one.start:
            other = next(others, None)
        if other is None or one.end <= other.start:
            kept.append(one)
    return kept
