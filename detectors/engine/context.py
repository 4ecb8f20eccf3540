"""Evidence around candidates: labels, words against, joined characters, other personal data."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from detectors.engine.candidates import Candidates, favour, nothing
from detectors.engine.database import Hits
from detectors.engine.plan import GAP, Meaning, Plan
from detectors.engine.shadow import Shadow
from detectors.engine.values import Offsets
from detectors.engine.weigh import Evidence

_LABEL_BYTES = 64  # from label to value on one line
_ABOVE_BYTES = 24  # from a label on the line before: "NHS number:\n\n999 000 0018"
_LEADER_BYTES = 260  # where dots or a line to write on lead from label to value
_OTHER_BYTES = 32
_ENDS_CELL_BYTES = 2  # a label that ends its cell may be followed by a colon
_COMPANY_BYTES = 200
_HEADER_LABELS = 3  # a line with as many labels is a header row, whose labels say nothing below

# Plain numbers: looking a flag up in its class costs more than setting it.
_LABEL, _LABEL_ABOVE = int(Evidence.LABEL), int(Evidence.LABEL_ABOVE)
_OPPOSED, _OTHER_LABEL = int(Evidence.OPPOSED), int(Evidence.OTHER_LABEL)
_JOINED, _SMALL_LETTERS = int(Evidence.JOINED), int(Evidence.SMALL_LETTERS)
_COMPANY = int(Evidence.COMPANY)
_OWN_WORD, _OPPOSED_WORD, _OTHER_WORD = map(int, (Meaning.OWN, Meaning.OPPOSED, Meaning.OTHER))

_TAB, _NEWLINE, _QUOTE, _EQUALS, _COLON = 9, 10, ord('"'), ord("="), ord(":")


_LEADER = re.compile(rb"(?:[._ ]|\xe2\x80\xa6){40,}[\s:(]{0,4}\Z")
_SENTENCE_ENDS = re.compile(rb"[a-z)][.!?] {1,2}[A-Z][a-z]")
"""Past it a word says nothing against a value: "the account. Jo is in, 01632 960 123"."""
_OTHER_KEY = re.compile(
    rb"[\s,;{&][\x22']?[A-Za-z_][\w.\-]{0,40}(?:[\x22']? ?= ?|[\x22'] ?: ?)[\x22']?\Z"
)
"""A key of its own has the same effect: of id="7" to="01632 960 123" only the second counts."""
_LEADS = np.zeros(256, dtype=bool)
_LEADS[list(b"._\x80\xa6")] = True


class Layout(Enum):
    """Whether what stands above a value can be its label."""

    RUNNING = "running text"
    ROWS = "rows of a table"


@dataclass(frozen=True, slots=True)
class Words:
    """Labels and words against, in order of their ends.

    Of those that end together the longest comes last. ``heading`` marks those on lines that look
    like a header row.
    """

    words: Offsets
    starts: Offsets
    ends: Offsets
    heading: NDArray[np.bool_]
    newlines: Offsets


def words_in(plan: Plan, hits: Hits, shadow: Shadow, layout: Layout) -> Words:
    """Return the words that were hit."""
    rows = hits.of(plan.first_word, plan.first_mark)
    words = hits.patterns[rows] - plan.first_word
    starts, ends = hits.starts[rows], hits.ends[rows]
    order = np.lexsort((-starts, ends))
    words, starts, ends = words[order], starts[order], ends[order]
    newlines = np.flatnonzero(shadow.codes == _NEWLINE)
    heading = np.zeros(len(words), dtype=bool)
    if layout is Layout.RUNNING and len(words) >= _HEADER_LABELS:
        # "NI" is part of "NI number": a word counts unless one that ends later holds it.
        later = np.minimum.accumulate(starts[::-1])[::-1]
        whole = np.append(later[1:] > starts[:-1], True)
        lines = np.searchsorted(newlines, starts)
        counts = np.bincount(lines[whole], minlength=int(lines.max()) + 1)
        heading = counts[lines] >= _HEADER_LABELS
    return Words(words, starts, ends, heading, newlines)


def label_evidence(
    plan: Plan, number: int, words: Words, starts: Offsets, shadow: Shadow, layout: Layout
) -> NDArray[np.int64]:
    """Return what the nearest word before each of ``starts`` says to detector ``number``."""
    evidence = np.zeros(len(starts), dtype=np.int64)
    meanings = plan.meaning[words.words, number] if len(words.words) else np.zeros(0, np.int8)
    relevant = np.flatnonzero(meanings)
    if not len(relevant) or not len(starts):
        return evidence
    at = np.searchsorted(words.ends[relevant], starts, side="right") - 1
    some = at >= 0
    nearest = relevant[np.maximum(at, 0)]
    ends = words.ends[nearest]
    gap = starts - ends
    lines = np.searchsorted(words.newlines, starts) - np.searchsorted(words.newlines, ends)
    same = some & (lines == 0) & (gap <= _LABEL_BYTES)
    led = some & (lines == 0) & (gap > _LABEL_BYTES) & (gap <= _LEADER_BYTES)
    for row in np.flatnonzero(led & _LEADS[shadow.codes[starts - 3]]).tolist():
        same[row] = _LEADER.search(shadow.data, int(ends[row]), int(starts[row])) is not None
    above = some & (lines > 0) & (lines <= 2) & (gap <= _ABOVE_BYTES) & ~words.heading[nearest]
    if layout is Layout.ROWS:
        above[:] = False
    meaning = meanings[nearest]
    evidence[same & (meaning == _OWN_WORD)] = _LABEL
    evidence[above & (meaning == _OWN_WORD)] = _LABEL_ABOVE
    if layout is Layout.ROWS:
        same &= ~_of_another_cell(ends, starts, shadow)
    opposed = (same | above) & (meaning == _OPPOSED_WORD)
    for row in np.flatnonzero(opposed).tolist():
        word, value = int(ends[row]), int(starts[row])
        opposed[row] = (
            _SENTENCE_ENDS.search(shadow.data, word - 1, value) is None
            and _OTHER_KEY.search(shadow.data, word, value) is None
        )
    evidence[opposed] = _OPPOSED
    evidence[same & (meaning == _OTHER_WORD) & (gap <= _OTHER_BYTES)] = _OTHER_LABEL
    return evidence


def _of_another_cell(ends: Offsets, starts: Offsets, shadow: Shadow) -> NDArray[np.bool_]:
    """Return which words, up to ``ends``, say nothing of what begins at ``starts``.

    Those in another cell, unless it is the one before and they end it: "Rev A Hill | LS1 4AB".
    """
    tabs = np.flatnonzero(shadow.codes == _TAB)
    first = np.searchsorted(tabs, ends)
    crossed = np.searchsorted(tabs, starts) - first
    if not len(tabs):
        return np.zeros(len(ends), dtype=bool)
    to_tab = tabs[np.minimum(first, len(tabs) - 1)] - ends
    return np.asarray((crossed > 1) | (crossed == 1) & (to_tab > _ENDS_CELL_BYTES))


def labelled_detectors(plan: Plan, words: Words) -> list[int]:
    """Return the numbers of the detectors of which a label stands there."""
    if not len(words.words):
        return []
    return np.flatnonzero((plan.meaning[words.words] == _OWN_WORD).any(axis=0)).tolist()


def near_labels(
    plan: Plan, number: int, words: Words, shadow: Shadow, known: Candidates
) -> Candidates:
    """Return the weak forms of detector ``number`` that stand right after its own labels.

    None that begins within one of ``known``, which stays where two overlap.
    """
    detector, near = plan.detectors[number], plan.near[number]
    known_starts, known_ends = known.starts.tolist(), [0, *known.ends.tolist()]
    found: list[tuple[int, int, int, int]] = []
    values: list[str] = []
    until = 0
    meanings = plan.meaning[words.words, number]
    # "Council tax account number" is no account number: of words that end together the longest.
    longest = np.searchsorted(words.ends, words.ends, side="right") - 1
    own = (meanings == _OWN_WORD) & (meanings[longest] != _OPPOSED_WORD)
    data, of_another = shadow.data, detector.label_of_another
    for end, heading in zip(words.ends[own].tolist(), words.heading[own].tolist(), strict=True):
        if end < until:
            continue
        begins = _after_gap(data, end)
        if begins < known_ends[bisect_right(known_starts, begins)]:
            continue
        if near.any_form.match(data, begins) is None:  # most labels: told by one pattern
            continue
        for form, pattern in enumerate(near.forms, len(detector.forms)):
            match = pattern.match(data, begins)
            if match is None:
                continue
            above = data.find(b"\n", end, begins) >= 0
            if above and heading:
                break
            value = detector.check(match[0].decode("utf-8", "replace"))
            if value is None:
                continue
            if of_another is not None and of_another(data, *match.span()):
                break
            found.append((form, *match.span(), _LABEL_ABOVE if above else _LABEL))
            values.append(value)
            until = match.end()
            break
    if not found:
        return nothing(detector)
    table = np.array(found, dtype=np.int64).reshape(-1, 4)
    evidence = table[:, 3] | favour(detector, values)
    return Candidates(detector, table[:, 1], table[:, 2], table[:, 0], evidence, values)


def _after_gap(data: bytes, end: int) -> int:
    """Return where the value of a label that ends at ``end`` would begin."""
    gap = GAP.match(data, end)
    return gap.end() if gap else end


_JOINS = np.zeros(256, dtype=bool)
_JOINS[list(b"/\\=_#&?%~@$")] = True
_JOINS_TOKENS = np.zeros(256, dtype=bool)
_JOINS_TOKENS[list(b".-+")] = True
_DIGIT = np.zeros(256, dtype=bool)
_DIGIT[list(b"0123456789")] = True
_TOKEN = np.zeros(256, dtype=bool)
_TOKEN[list(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")] = True


def joined_evidence(shadow: Shadow, starts: Offsets, ends: Offsets) -> NDArray[np.int64]:
    """Return which spans are part of a longer token: a path, decimal, reference or GUID."""
    codes, last = shadow.codes, len(shadow.codes) - 1
    evidence = np.zeros(len(starts), dtype=np.int64)
    if not len(starts):
        return evidence
    before, before_that = np.maximum(starts - 1, 0), np.maximum(starts - 2, 0)
    after, after_that = np.minimum(ends, last), np.minimum(ends + 1, last)
    joined = (starts > 0) & _JOINS[codes[before]]
    joined |= (starts > 1) & _JOINS_TOKENS[codes[before]] & _TOKEN[codes[before_that]]
    joined |= (starts > 1) & (codes[before] == _QUOTE) & (codes[before_that] == _EQUALS)
    joined |= (starts > 1) & (codes[before] == _COLON) & _DIGIT[codes[before_that]]  # 21:53:01
    joined |= (ends <= last) & _JOINS[codes[after]]
    joined |= (ends < last) & _JOINS_TOKENS[codes[after]] & _TOKEN[codes[after_that]]
    evidence[joined] = _JOINED
    return evidence


def case_evidence(shadow: Shadow, starts: Offsets, ends: Offsets) -> NDArray[np.int64]:
    """Return which spans begin or end in a small letter."""
    first, last = shadow.codes[starts], shadow.codes[ends - 1]
    small = (first >= ord("a")) & (first <= ord("z")) | (last >= ord("a")) & (last <= ord("z"))
    return np.where(small, _SMALL_LETTERS, 0)


def company_evidence(
    own: Offsets, until: Offsets, likely: Offsets, everybody: Offsets
) -> NDArray[np.int64]:
    """Return which of ``own`` have other kinds of personal data within 200 bytes.

    What begins before ``until``, the postcode in an address, is part of it and no company.
    ``likely`` are the starts of this entity that are believed already, ``everybody`` those of all
    entities; all sorted.
    """
    evidence = np.zeros(len(own), dtype=np.int64)
    if len(own) and len(everybody) > len(likely):
        low, high = own - _COMPANY_BYTES, own + _COMPANY_BYTES
        around = np.searchsorted(everybody, high) - np.searchsorted(everybody, low)
        around -= np.searchsorted(everybody, until) - np.searchsorted(everybody, own)
        alike = np.searchsorted(likely, high) - np.searchsorted(likely, low)
        alike -= np.searchsorted(likely, until) - np.searchsorted(likely, own)
        evidence[around > alike] = _COMPANY
    return evidence
