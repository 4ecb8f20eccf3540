"""Patterns that a council writes: which are taken, and what they make of a value.

Taken is what hyperscan and ``re`` have in common and what neither can be kept busy with: every
repeat has an upper bound, and the ways in which a pattern can be tried on one place are counted.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from detectors.base import Scan
from detectors.engine.database import ENGINE, Pattern, compiled_re

if TYPE_CHECKING:
    import sre_parse
else:
    from re import _parser as sre_parse  # its public name warns, and nothing else gives the tree

LONGEST_CHARS = 100  # of a value
_MOST_WAYS = 10_000  # tried on one place: some 100 microseconds of ``re``
_NO_LIMIT = int(sre_parse.MAXREPEAT)
_PLAIN = frozenset({"LITERAL", "NOT_LITERAL", "IN", "ANY", "AT"})
_EVERYDAY = (
    *("a", "of", "the", "with", "house", "street", "council", "resident", "committee"),
    *("department", "information", "organisation", "accommodation", "Monday", "Leeds"),
    *("10:30", "1,000", "2026", "01/04/2026", "2026-04-01"),
)
_NUMBERS = ("4815162342081516", "2702931860274415", "9036140758293617")  # cut to any length
_SEPARATORS = re.compile(r"[\s\-]+")


class _Refused(Exception):
    """Carries why a pattern is not taken."""


def refusal(pattern: str) -> str | None:
    """Return what is wrong with ``pattern`` and what to write, or None where it is taken.

    >>> refusal("[0-9]{8}[A-Z]?") is None
    True
    >>> refusal("(a+)+")
    'repeats without end: write {1,20} for + and {0,20} for *'
    """
    if not pattern.isascii() or not pattern.isprintable():
        return "has letters beyond ASCII or control characters: write the ASCII ones"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a set that will mean something else one day
            tree = sre_parse.parse(pattern)
        if tree.state.flags & ~re.UNICODE:
            return "sets flags such as (?i): leave them out, any case is matched"
        ways = _ways(tree)
    except _Refused as error:
        return str(error)
    except (re.error, Warning, OverflowError, RecursionError) as error:
        return f"cannot be read: {error}"
    sign = _sign_at_an_end(tree)
    if sign:
        return f"begins or ends with {sign!r}: leave it out, the value is found beside it as well"
    least, most = tree.getwidth()
    if least == 0:
        return "matches nothing at all as well: make a part of it necessary"
    if most > LONGEST_CHARS:
        return f"matches up to {most} characters, and {LONGEST_CHARS} are the most: shorten it"
    if ways > _MOST_WAYS:
        return "could run away, for it can be tried in too many ways: use fixed repeats, {8}"
    return _refused_by_engine(pattern)


def too_common(pattern: str) -> str | None:
    """Return why a pattern that is taken cannot be looked for everywhere, or None.

    >>> too_common("[a-z]{2,8}")
    "matches everyday words such as 'of': make it narrower, or have it labelled"
    """
    narrower = "make it narrower, or have it labelled"
    for word in _EVERYDAY:
        if canonical((pattern,), word) is not None:
            return f"matches everyday words such as {word!r}: {narrower}"
    for length in range(1, len(_NUMBERS[0]) + 1):
        if all(canonical((pattern,), number[:length]) is not None for number in _NUMBERS):
            return f"matches any number of {length} digits: {narrower}"
    return None


def whole(pattern: str) -> str:
    r"""Return ``pattern`` as it is looked for: a whole word, not a part of one.

    >>> whole("[0-9]{8}")
    '\\b(?:[0-9]{8})\\b'
    """
    return rf"\b(?:{pattern})\b"


def canonical(patterns: Sequence[str], text: str) -> str | None:
    """Return ``text`` in capitals without spaces and hyphens, or None where no pattern has it.

    >>> canonical(["[a-z]{2}-?[0-9]{4}"], "ct-1234")
    'CT1234'
    """
    text = text.strip()
    data = text.encode()
    if any(_compiled(pattern).fullmatch(data) for pattern in patterns):
        return _SEPARATORS.sub("", text).upper()
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[bytes]:
    return compiled_re(Pattern(whole(pattern), Scan.ANY_CASE))


def _ways(tree: sre_parse.SubPattern) -> int:
    """Return at most how many ways ``tree`` can be tried on one place; it may grow very large."""
    ways = 1
    for operator, argument in tree.data:
        ways = min(ways * _ways_of(str(operator), argument), _MOST_WAYS + 1)
    return ways


def _ways_of(operator: str, argument: object) -> int:
    if operator in _PLAIN:
        return 1
    if operator == "MAX_REPEAT" and isinstance(argument, tuple):
        least, most, inner = argument
        if most == _NO_LIMIT:
            raise _Refused("repeats without end: write {1,20} for + and {0,20} for *")
        many = min(int(most), LONGEST_CHARS + 1)  # more are refused by their width
        ways: int = _ways(inner) ** many * (int(most) - int(least) + 1)
        return ways
    if operator == "BRANCH" and isinstance(argument, tuple):
        return sum(_ways(branch) for branch in argument[1])
    if operator == "SUBPATTERN" and isinstance(argument, tuple):
        _, added, removed, inner = argument
        if added or removed:
            raise _Refused("sets flags such as (?i): leave them out, any case is matched")
        return _ways(inner)
    raise _Refused(
        "has what cannot be looked for (look-around, back-reference, lazy or possessive repeat):"
        " leave it out"
    )


def _sign_at_an_end(tree: sre_parse.SubPattern) -> str:
    """Return what is no letter or digit at an end of ``tree``, where a word has to begin or end."""
    if not tree.data:
        return ""
    return next(filter(None, (_sign(*tree.data[end]) for end in (0, -1))), "")


def _sign(operator: object, argument: object) -> str:
    name = str(operator)
    if name == "LITERAL" and isinstance(argument, int):
        letter = chr(argument)
        return "" if letter.isalnum() or letter == "_" else letter
    if name == "MAX_REPEAT" and isinstance(argument, tuple) and argument[0]:
        return _sign_at_an_end(argument[2])
    if name == "SUBPATTERN" and isinstance(argument, tuple):
        return _sign_at_an_end(argument[-1])
    if name == "BRANCH" and isinstance(argument, tuple):
        return next(filter(None, map(_sign_at_an_end, argument[1])), "")
    return ""


def _refused_by_engine(pattern: str) -> str | None:
    if ENGINE == "re":
        return None
    import hyperscan

    try:
        hyperscan.Database().compile(
            expressions=[whole(pattern).encode("ascii")],
            flags=[hyperscan.HS_FLAG_SOM_LEFTMOST | hyperscan.HS_FLAG_CASELESS],
        )
    except hyperscan.error as error:
        return f"cannot be looked for: {error}"
    return None
