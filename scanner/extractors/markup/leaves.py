"""XML of any vocabulary as lines "Name: text", so that an element's name labels its value."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scanner.extractors.base import Kind, Locator
from scanner.extractors.markup.expat import Attributes, local_name
from scanner.extractors.markup.flow import Flows

_TEXT_CHARS = 65_536  # text of one element is given out in pieces of about this size


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
        return self._names.get(name, name)

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
