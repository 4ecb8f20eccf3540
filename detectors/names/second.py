"""The second opinion on names: what a name model sees in running prose, believed if more agrees.

Shape     a name without title, label or list of ours before it, in a sentence.
Check     a second cue: a given name that many bear, or any that we know beside a surname we know;
          a name of one word stands there more than once, or owns something.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detection, Detector
from detectors.names.again import NamedBefore
from detectors.names.company import stands_alone
from detectors.names.lexicon import (
    AFTER_A_PLACE,
    FIRMS,
    MONTHS,
    NEVER_NAMES,
    PARTICLES,
    PLACE_WORDS,
    TITLES,
    common_first_names,
    first_names,
    folded,
    surnames,
)
from detectors.names.model import OFF, NameModel
from detectors.names.prose import windows
from detectors.names.written import canonical

logger = logging.getLogger(__name__)

_VERSION = 1  # raise it when the same model would give other names
_CONFIDENCE = 0.7
_MOST_CHARS = 180_000  # of a document that the model reads: two seconds; a count, so that every
# scan of the same bytes gives the same
_GIVEN_NAME, _OWNS, _REPEATED = "given name we know", "possessive", "written more than once"
_BEFORE = 10  # characters that hold any of those words
_LEAST_LETTERS = 4  # of a surname that we do not know
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_OF_A_PLACE = re.compile(r"\b(?:from|of|around|across|outside|via|leave|left) $")
_CAPITAL_WORD = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:['’\-](?!s\b)[^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s\b")
_EVERYDAY = frozenset(
    {
        *("will", "mark", "bill", "grant", "rose", "grace", "hope", "joy", "faith", "frank", "art"),
        *("jack", "rob", "sue", "pat", "dawn", "ivy", "holly", "penny", "miles", "chase", "dean"),
        *("christian", "georgia", "virginia", "victoria", "florence", "sterling", "drew", "ray"),
    }
)
"""Given names that open other phrases as often: "Will Power", "Grant Fund", "Victoria Ward"."""
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

    longest_chars = sys.maxsize  # what the model reads has a limit of its own

    def __init__(self, model: NameModel) -> None:
        self._model = model
        self._before = NamedBefore()
        self._chars_left = _MOST_CHARS

    def __call__(
        self, text: str, own: Sequence[Detection], others: Sequence[NDArray[np.int64]]
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
        self, text: str, known: Sequence[Detection], others: Sequence[NDArray[np.int64]]
    ) -> list[Detection]:
        """Return what the model sees and a second cue agrees to."""
        seen: list[Detection] = []
        covered = {at for one in known for at in range(one.start, one.end)}
        places = chain.from_iterable(each.tolist() for each in others)
        for start, end in windows(text, [*places, *(one.start for one in known)]):
            if not _may_hold_more(text, start, end, covered):
                continue
            if end - start > self._chars_left:
                if self._chars_left:
                    logger.info("Name model stopped at its limit", extra={"chars": _MOST_CHARS})
                self._chars_left = 0  # one piece that is shorter would be chance
                break
            self._chars_left -= end - start
            for at, until in self._model.people(text[start:end]):
                if one := believed(text, start + at, start + until):
                    seen.append(one)
        return seen


def _may_hold_more(text: str, start: int, end: int, covered: set[int]) -> bool:
    """Return whether a piece has a given name that is not found yet: else nothing is believed."""
    return any(
        word.start() not in covered
        and (name := folded(word[0])) in first_names()
        and name not in _NO_NAME
        for word in _CAPITAL_WORD.finditer(text, start, end)
    )


def believed(text: str, start: int, end: int) -> Detection | None:
    """Return the detection at start..end if the words and what stands around allow a name."""
    written = text[start:end]
    value = canonical(written)
    words = [folded(word) for word in _WORD.findall(written)]
    bare = [word for word in words if word not in TITLES and word not in PARTICLES]
    if value is None or not bare or value in FIRMS or _is_ruled_out(written, bare):
        return None
    if not stands_alone(text, start, end) or (len(bare) == 1 and _is_place(text, start)):
        return None
    given = bare[1:] if "," in written else bare[:1]
    known = bare[0] in surnames() if "," in written else bare[-1] in surnames()
    if not _is_borne(given, known=known and len(bare) > 1):
        return None
    cues = [_GIVEN_NAME, *_cues(text, end, written, known=known)]
    if len(bare) == 1 and not {_OWNS, _REPEATED} & set(cues):
        return None
    said = f"name of a person, name model; {' and '.join(cues)}"
    return Detection("PERSON", start, end, value, _CONFIDENCE, said)


def _is_borne(given: list[str], *, known: bool) -> bool:
    """Return whether a given name is borne by many, or by any beside a surname that is known."""
    return any(
        word not in _EVERYDAY and (word in _many_bear() or (known and word in first_names()))
        for word in given
    )


@cache
def _many_bear() -> frozenset[str]:
    return frozenset(map(folded, common_first_names()))


def _is_ruled_out(written: str, bare: list[str]) -> bool:
    """Return whether words cannot be a name, whatever says so."""
    if len(bare) == 1:
        return bare[0] in _NO_NAME or not written[0].isupper() or written.isupper()
    last = bare[0] if "," in written else bare[-1]
    return last in _NO_NAME or (last not in surnames() and len(last) < _LEAST_LETTERS)


def _is_place(text: str, start: int) -> bool:
    """Return whether what stands before a lone word would rather stand before a place."""
    return _OF_A_PLACE.search(text[max(0, start - _BEFORE) : start]) is not None


def _cues(text: str, end: int, written: str, *, known: bool) -> Iterator[str]:
    """Yield what agrees besides."""
    if known:
        yield "surname we know"
    if _POSSESSIVE.match(text, end):
        yield _OWNS
    if text.count(written) > 1:
        yield _REPEATED


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
