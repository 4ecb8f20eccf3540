"""Tables that arrive as running text: fixed columns, delimited lines.

A line of three labels or more may be a heading. What follows it in the same layout is handed to
the table rules, its delimiters turned into tabs one for one, so that offsets hold.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from detectors.engine.values import Offsets

_QUOTED = re.compile(r'"[^"\n]*"')
_WIDE_GAP = re.compile(r" {2,}")
_HELD = "\0"  # stands for a delimiter between quotes
_COLUMN_GAP = "  "
_TICK = re.compile(r"\[[ xX*✓]?\]|[☐☑☒]")  # what is ticked is an answer, no heading
_DELIMITERS = "\t|;,~^¬¦"
_MAY_PART = re.compile(rf"[{_DELIMITERS}].*[{_DELIMITERS}]")
_LEAST_COLUMNS = 3
_LEAST_ROWS = 3  # of a table without heading
_MOST_HEADING_CHARS = 2_000
_ROWS_THAT_TELL = 16  # of a table: from there on most of them must have been set in columns
_DRAWN = frozenset("-= \r")  # a rule that parts no boxes, between whose lines each is a row
_RULE = frozenset("-=+| \r")  # a line of these under a heading is no row
_BROKEN_RULE = re.compile(r"\s*(?:[-=]+ +){2,}[-=]+\s*")
_RULES = re.compile(r"\n[ |+]*[\-=]+(?:[ |+]+[\-=]+){2,}[ |+]*\r?(?=\n)")
_RUN = re.compile("[-=]+")
_FIGURES = re.compile("[0-9]{3}|[0-9][/.:][0-9]")  # of a value, in no heading


@dataclass(frozen=True, slots=True)
class Region:
    """Rows in running text, from character ``start``; ``text`` is as long as what it replaces."""

    start: int
    text: str
    header: tuple[str, ...]

    @property
    def end(self) -> int:
        """The character after the last row."""
        return self.start + len(self.text)


def regions(text: str, headings: Sequence[int], values: Sequence[int] = ()) -> Iterator[Region]:
    """Yield the tables below the lines that hold the characters ``headings``, in order.

    Where one of the characters ``values`` lies on such a line, it is the first row of a table
    without heading, unless a rule below it is broken between columns.
    """
    until = 0
    for at in headings:
        if at < until:  # on a line, or in a table, that was looked at
            continue
        start = text.rfind("\n", 0, at) + 1
        end = until = line_end(text, start)
        if end - start > _MOST_HEADING_CHARS:
            continue
        heading = text[start:end]
        at_value = bisect_left(values, start)
        holds_value = at_value < len(values) and values[at_value] < end
        if holds_value and not _RULES.match(text, end):
            region = _without_heading(text, start, heading)
        else:
            region = _delimited(text, end + 1, heading) or _fixed(text, end + 1, heading)
        if region is not None:
            until = region.end
            yield region


def lines_above(text: str, starts: Offsets, newlines: Offsets) -> list[int]:
    """Return where the lines begin that stand above ``starts`` and are set in columns.

    They may be headings without a word we know, with a rule below them or without. All in
    characters; ``starts`` is sorted.
    """
    if _COLUMN_GAP not in text:
        return []
    above = np.flatnonzero(np.bincount(np.searchsorted(newlines, starts))[1:])
    begins = np.concatenate(([0], newlines + 1))[above].tolist()
    ends = newlines[above].tolist()
    found = []
    for begin, end in zip(begins, ends, strict=True):
        line = text[begin:end]
        if begin and _DRAWN.issuperset(line) and line.strip():
            end = begin - 1
            begin = text.rfind("\n", 0, end) + 1
            line = text[begin:end]
        if _COLUMN_GAP in line.strip():  # an indented line is no row of columns
            found.append(begin)
    return found


def above_rules(text: str, broken: Sequence[int]) -> list[int]:
    r"""Return where the lines begin below which a rule is broken between its columns.

    ``broken`` are the characters at which a line may be such a rule.

    >>> above_rules("Name  Ref\n----- ---- ----\nJo    1", [15])
    [0]
    """
    found: list[int] = []
    until = 0
    for at in broken:
        end = text.rfind("\n", 0, at)
        if at >= until and end >= 0 and (rule := _RULES.match(text, end)):
            found.append(text.rfind("\n", 0, end) + 1)
            until = rule.end()
    return found


def parted_above(
    text: str, starts: Offsets, newlines: Offsets
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the lines that stand above ``starts`` and have no figures, where delimiters part both.

    Each with where it begins and with its cells: they may be headings. All in characters;
    ``starts`` is sorted.
    """
    begins, ends = np.concatenate(([0], newlines + 1)), np.concatenate((newlines, [len(text)]))
    for line in _first_lines(np.searchsorted(newlines, starts)):
        row = _parted(text, int(begins[line]), int(ends[line]))
        above = line - 1
        if row and above and _RULE.issuperset(text[begins[above] : ends[above]]):
            above -= 1
        heading = row and _parted(text, int(begins[above]), int(ends[above]))
        if not heading or len(heading) > _MOST_HEADING_CHARS or _FIGURES.search(heading):
            continue
        for delimiter in _DELIMITERS:
            count = heading.count(delimiter)
            if count >= _LEAST_COLUMNS - 1 and row.count(delimiter) >= count:
                yield int(begins[above]), tuple(heading.replace('"', "").split(delimiter))
                break


def _first_lines(filled: Offsets) -> list[int]:
    """Return the lines of ``filled``, which are sorted, right above which none of them stands."""
    holds = np.bincount(filled)
    return [int(line) for line in np.flatnonzero((holds[1:] > 0) & (holds[:-1] == 0)) + 1]


def _parted(text: str, begin: int, end: int) -> str:
    """Return a line that delimiters may part into columns, "" where none do: most lines."""
    return text[begin:end] if _MAY_PART.search(text, begin, end) else ""


def line_end(text: str, start: int) -> int:
    """Return where the line that holds ``start`` ends, before its newline."""
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def lines_from(text: str, start: int) -> Iterator[str]:
    """Yield the lines from ``start`` on, without their newlines."""
    while start < len(text):
        end = line_end(text, start)
        yield text[start:end]
        start = end + 1


def _delimited(text: str, start: int, heading: str) -> Region | None:
    """Return lines with as many delimiters as the heading."""
    for delimiter in _DELIMITERS:
        if heading.count(delimiter) < _LEAST_COLUMNS - 1:
            continue
        wanted = _QUOTED.sub("", heading).count(delimiter)
        if wanted < _LEAST_COLUMNS - 1:
            continue
        rows: list[str] = []
        for line in lines_from(text, start):
            row = line.replace("\t", " ") if delimiter != "\t" else line
            if row and row.count(delimiter) != wanted and _RULE.issuperset(row):
                rows.append(" " * len(row))
                continue
            if '"' in row:
                parts = row.split('"')  # every second part lies between quotes
                parts[1::2] = [part.replace(delimiter, _HELD) for part in parts[1::2]]
                row = '"'.join(parts)
            if row.count(delimiter) != wanted:
                break
            row = row.replace(delimiter, "\t").replace(_HELD, delimiter)
            rows.append(row.replace('"', " "))
        if rows:
            names = heading.replace('"', "").split(delimiter)
            return Region(start, "\n".join(rows), tuple(name.strip() for name in names))
    return None


def _without_heading(text: str, start: int, first: str) -> Region | None:
    """Return lines set in the same columns as the first one, which is a row itself."""
    region = _fixed(text, start, first)
    if region is None or sum(map(_is_set, region.text.split("\n"))) < _LEAST_ROWS:
        return None
    return replace(region, header=())


def _is_set(row: str) -> bool:
    """Return whether a row is set in columns: some space lies before one of them."""
    return " \t" in row


def _ruled(line: str) -> list[int]:
    """Return where the columns after the first begin, by a rule that is broken between them.

    >>> _ruled("---- --------- ---"), _ruled("------------------")
    ([5, 15], [])
    """
    if not _BROKEN_RULE.fullmatch(line):
        return []
    return [run.start() for run in _RUN.finditer(line)][1:]


def _fixed(text: str, start: int, heading: str) -> Region | None:
    """Return lines whose columns begin under the words of the heading, or where its rule says."""
    heading = heading.rstrip()
    if _COLUMN_GAP not in heading.lstrip() or _TICK.search(heading):
        return None
    begins = _ruled(text[start : line_end(text, start)]) or [
        gap.end() for gap in _WIDE_GAP.finditer(heading) if gap.start() > 0
    ]
    if len(begins) < _LEAST_COLUMNS - 1:
        return None
    rows: list[str] = []
    filled = in_columns = 0
    for line in lines_from(text, start):
        ruled = _RULE.issuperset(line)  # empty, or a rule under the heading
        if ruled and rows and not _RULE.issuperset(rows[-1].replace("\t", " ")):
            break
        if not ruled and any(line[at - 1] != " " for at in begins if at <= len(line)):
            break
        row = line.replace("\t", " ")
        for at in begins:
            if at <= len(row):
                row = f"{row[: at - 1]}\t{row[at:]}"
        filled += bool(row.strip())
        in_columns += "\t" in row
        if filled >= _ROWS_THAT_TELL and 2 * in_columns < filled:  # it ended above
            filled -= 1
            break
        rows.append(row)
    if 2 * in_columns < filled or not filled:
        return None
    names = [heading[a:b].strip() for a, b in pairwise([0, *begins, len(heading)])]
    return Region(start, "\n".join(rows), tuple(names))
