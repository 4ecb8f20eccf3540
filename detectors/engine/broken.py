r"""Values after a label that are broken over a line end, or set one character to a box.

"NHS number: 999 000\n0018" in a narrow column, a soft hyphen or the = of quoted-printable mail at
the end of a line, "NI number | Q | Q | 1 | 2 …" on a form: what follows the label is put together
and matched by the detector's own forms. Only labels right before a line end, or before characters
that stand alone, are looked at: most texts have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detector
from detectors.engine.candidates import Candidates, favour
from detectors.engine.context import Words
from detectors.engine.database import Pattern, compiled_re
from detectors.engine.plan import GAP, Meaning, Plan
from detectors.engine.shadow import Shadow
from detectors.engine.values import Offsets
from detectors.engine.weigh import Evidence

_LINE_BYTES = 72  # from a label to the line end that breaks its value
_VALUE_BYTES = 48
_BOX_BYTES = 34  # after a label, in which characters that stand alone are counted
_LEAST_ALONE = 5
_CHECKED_RATE = 0.2  # below it a check tells values from what was put together wrongly
_BREAK = re.compile(rb"[ \t]{0,8}[\-=]?\r?\n[ \t>|]{0,12}(?=[0-9A-Za-z])")
_LAST = re.compile(rb"(?:(?<![0-9A-Za-z])[0-9A-Z]{1,12}[ .\-]?){1,6}[\-=]?\r?\Z")
_BOXES = re.compile(rb"[0-9A-Z](?:[ \t|/\-_\[\]]{1,8}[0-9A-Z](?![0-9A-Za-z])){5,30}")
_CHAR = re.compile(rb"[0-9A-Z]")

_RETURN = ord("\r")
_MAY_BREAK = np.zeros(256, dtype=bool)
_MAY_BREAK[list(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-=")] = True
_ALNUM = np.zeros(256, dtype=bool)
_ALNUM[list(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")] = True


@dataclass(frozen=True, slots=True)
class _Whole:
    """A value put together: its bytes, where each stood, and the least that must be matched."""

    data: bytes
    places: Sequence[int]
    least: int
    loose: bool  # parted by spaces, so that two numbers may have come together


def broken(
    plan: Plan, words: Words, shadow: Shadow, found: Sequence[Candidates]
) -> Iterator[tuple[int, Candidates]]:
    """Yield, for some detectors by number, the values that were broken after their own labels."""
    labels = np.flatnonzero(plan.labels[words.words])
    if not len(labels):
        return
    ends = words.ends[labels]
    wholes = [(row, _unbroken) for row in _before_line_end(ends, words.newlines, shadow, found)]
    wholes += [(row, _unboxed) for row in _before_boxes(ends, shadow)]
    seen: dict[int, dict[int, tuple[int, int, int, str]]] = {}
    for row, put_together in wholes:
        word, end = int(words.words[labels[row]]), int(ends[row])
        gap = GAP.match(shadow.data, end)
        begins = gap.end() if gap else end
        own = np.flatnonzero(plan.meaning[word] == Meaning.OWN).tolist()
        for whole in put_together(shadow.data, begins):
            for number in own:
                one = _value(plan.detectors[number], whole)
                if one is not None:
                    seen.setdefault(number, {}).setdefault(one[0], one)
    for number, values in seen.items():
        yield number, _candidates(plan.detectors[number], [values[at] for at in sorted(values)])


def _before_line_end(
    ends: Offsets, newlines: Offsets, shadow: Shadow, found: Sequence[Candidates]
) -> list[int]:
    """Return the rows of the labels whose values may go on over a line end soon after.

    That is the first or the second one, with nothing found before it.
    """
    if not len(newlines):
        return []
    first = np.searchsorted(newlines, ends)
    chosen: set[int] = set()
    starts = np.sort(np.concatenate([each.starts for each in found]))
    for at in (first, first + 1):
        line_ends = newlines[np.minimum(at, len(newlines) - 1)]
        last = line_ends - 1
        last -= shadow.codes[last] == _RETURN
        reach = line_ends - ends
        near = (reach > 0) & (reach <= _LINE_BYTES) & _MAY_BREAK[shadow.codes[last]]
        rows = np.flatnonzero(near)
        some = np.searchsorted(starts, line_ends[rows]) > np.searchsorted(starts, ends[rows])
        chosen.update(rows[~some].tolist())
    return sorted(chosen)


def _before_boxes(ends: Offsets, shadow: Shadow) -> list[int]:
    """Return the rows of the labels before characters that stand alone."""
    width = min(_BOX_BYTES, len(shadow.codes))
    windows = np.lib.stride_tricks.sliding_window_view(shadow.codes, width)
    char = _ALNUM[windows[np.minimum(ends, len(windows) - 1)]]
    alone = char[:, 1:-1] & ~char[:, :-2] & ~char[:, 2:]
    return np.flatnonzero(np.count_nonzero(alone, axis=1) >= _LEAST_ALONE).tolist()


def _unbroken(data: bytes, begins: int) -> Iterator[_Whole]:
    """Yield the value that begins there, or ends the line, put together over the line end."""
    yield from _over_line_end(data, begins)
    line_end = data.find(b"\n", begins, begins + _LINE_BYTES)
    last = _LAST.search(data, begins, line_end) if line_end >= 0 else None
    if last is not None and last.start() > begins:  # "the number that was given is 999 000"
        yield from _over_line_end(data, last.start())


def _over_line_end(data: bytes, begins: int) -> Iterator[_Whole]:
    """Yield what begins there without its first line end: closed up, then with a space."""
    until = min(begins + _VALUE_BYTES, len(data))
    gap = _BREAK.search(data, begins, until)
    if gap is None or b"\n" in data[begins : gap.start()]:
        return
    head, tail = data[begins : gap.start()], data[gap.end() : until]
    places = [*range(begins, gap.start()), *range(gap.end(), until)]
    loose = data[gap.start() : gap.end()].lstrip()[:1] not in (b"-", b"=")
    yield _Whole(head + tail, places, len(head), loose)
    places = [*places[: len(head)], gap.start(), *places[len(head) :]]
    yield _Whole(head + b" " + tail, places, len(head) + 1, loose and b" " not in head.strip())


def _unboxed(data: bytes, begins: int) -> Iterator[_Whole]:
    """Yield the characters in the boxes that begin there."""
    run = _BOXES.match(data, begins)
    if run is not None:
        chars = list(_CHAR.finditer(run[0]))
        together = b"".join(char[0] for char in chars)
        yield _Whole(together, [begins + char.start() for char in chars], _LEAST_ALONE, loose=False)


@lru_cache(maxsize=256)
def _patterns(detector: Detector) -> list[tuple[int, re.Pattern[bytes]]]:
    """Return the patterns of a detector that match values, with the number of their form.

    One that encloses others reads over line ends by itself.
    """
    if detector.encloses:
        return []
    forms = [*detector.forms, *detector.near]
    return [
        (number, compiled_re(Pattern(regex, form.scan)))
        for number, form in enumerate(forms)
        if not form.triggers
        for regex in form.patterns
    ]


def _value(detector: Detector, whole: _Whole) -> tuple[int, int, int, str] | None:
    """Return start, end, form and canonical value of what ``whole`` begins with."""
    if whole.loose and detector.pass_rate > _CHECKED_RATE:
        return None
    for form, pattern in _patterns(detector):
        match = pattern.match(whole.data)
        if match is None or match.end() <= whole.least:
            continue
        value = detector.check(match[0].decode("utf-8", "replace"))
        if value is not None:
            return whole.places[0], whole.places[match.end() - 1] + 1, form, value
    return None


def _candidates(detector: Detector, found: list[tuple[int, int, int, str]]) -> Candidates:
    """Return values with their labels as candidates."""
    spans: NDArray[np.int64] = np.array([one[:3] for one in found], dtype=np.int64)
    values = [value for *_, value in found]
    evidence = favour(detector, values) | int(Evidence.LABEL)
    return Candidates(detector, spans[:, 0], spans[:, 1], spans[:, 2], evidence, values)
