"""The detectors as a council has set them: its own kinds of data, and its own words for others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from detectors.base import Detector, Form, Strength, shown_of
from scanner.settings.pattern import canonical, whole
from scanner.settings.shape import AddedWords, OwnDetector, Settings, Where

_BARE_EVERYWHERE = 0.6  # enough by itself: the council says that nothing else has the shape
_BARE_LABELLED = 0.4  # with its label 0.96, as for our own that need one
_PASS_RATE = 0.9  # nothing but the pattern is checked


def tuned(declared: Sequence[Detector], settings: Settings) -> tuple[Detector, ...]:
    """Return ``declared`` with the words of ``settings``, and its own detectors, by entity."""
    known = [
        _with_words(each, settings.words[each.entity]) if each.entity in settings.words else each
        for each in declared
    ]
    own = [_own(each) for each in settings.detector]
    return tuple(sorted([*known, *own], key=lambda each: each.entity)) if own else tuple(known)


def _with_words(detector: Detector, words: AddedWords) -> Detector:
    return replace(
        detector,
        supporting=_joined(detector.supporting, words.labels),
        opposing=_joined(detector.opposing, words.opposing),
        headers=_joined(detector.headers, words.headers),
    )


def _joined(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*ours, *theirs)))


def _own(set_: OwnDetector) -> Detector:
    everywhere = set_.where is Where.EVERYWHERE
    first, *more = (whole(pattern) for pattern in set_.patterns)
    bare = _BARE_EVERYWHERE if everywhere else _BARE_LABELLED
    form = Form("own pattern", first, bare, also=tuple(more))
    # Weak forms are tried one by one, each by its first pattern only.
    near = tuple(Form("own pattern", each, bare) for each in (first, *more))
    return Detector(
        entity=set_.entity,
        category=set_.category,
        title=set_.title,
        source="the council's settings",
        forms=(form,) if everywhere else (),
        near=() if everywhere else near,
        check=partial(canonical, set_.patterns),
        check_name="fits a pattern of the settings",
        pass_rate=_PASS_RATE,
        supporting=set_.labels,
        opposing=set_.opposing,
        headers=set_.headers,
        shown=shown_of(set_.category),
        strength=Strength.ONE_PERSON if set_.one_person else Strength.SHARED,
    )
