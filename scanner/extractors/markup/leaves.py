"""XML of any vocabulary as lines "Name: text", so that an element's name labels its value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from scanner.extractors.base import Kind, Locator
from scanner.extractors.markup.expat import Attributes, local_name
from scanner.extractors.markup.flow import Flows

_BETWEEN_WORDS = re.compile(r"_x0020_|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
"""Where a new word begins; databases that export XML write a space as _x0020_."""

_KEPT_NAMES = 1 << 12
_TEXT_CHARS = 65_536  # text of one element is given out in pieces of about this size


@lru_cache(_KEPT_NAMES)
def _worded(name: str) -> str:
    """Return the words of a name, since a label is known by them: "CustDob" holds "Dob".

    >>> _worded("DdSortCode"), _worded("NHSNumber"), _worded("Date_x0020_Born")
    ('Dd Sort Code', 'NHS Number', 'Date Born')
    """
    return _BETWEEN_WORDS.sub(" ", name)


class LeafReader:
    """Gathers each element's text, and each attribute, as a line of its own.

    Elements inside running text (``<p>Dear <b>Ann</b>,``) do not part it. ``place`` is asked for
    the locator of each line; ``names`` renames elements whose own name would label nothing.
    """

    def __init__(
        self,
        flows: Flows,
        place: Callable[[], Locator],
        kind: Kind = Kind.BODY,
        names: Mapping[str, str] | None = None,
    ) -> None:
        self._flows, self._place, self._kind = flows, place, kind
        self._names = names or {}
        self._pieces: list[str] = []
        self._chars = 0
        self._open: list[str] = []
        self._inside = 0  # open elements within running text

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        if self._inside or (self._chars and self._is_text()):
            self._inside += 1
        else:
            self._pieces, self._chars = [], 0
            self._open.append(self._name(tag))
        for key, value in attributes.items():
            if not key.startswith(("xmlns", "xsi:", "xml:")):
                self._add(self._name(key), value)

    def end(self, tag: str) -> None:  # noqa: ARG002 - expat has matched it already
        """Take the end of an element."""
        if self._inside:
            self._inside -= 1
            return
        self._flush()
        self._open.pop()

    def text(self, data: str) -> None:
        """Take character data."""
        self._pieces.append(data)
        self._chars += len(data)
        if self._chars >= _TEXT_CHARS:
            self._flush()

    def _name(self, tag: str) -> str:
        name = local_name(tag)
        return self._names.get(name) or _worded(name)

    def _is_text(self) -> bool:
        return any(not piece.isspace() for piece in self._pieces)

    def _flush(self) -> None:
        if self._pieces:
            self._add(self._open[-1], "".join(self._pieces))
            self._pieces, self._chars = [], 0

    def _add(self, label: str, value: str) -> None:
        value = " ".join(value.split())
        if value:
            self._flows.add(self._kind, f"{label}: {value}", self._place())
