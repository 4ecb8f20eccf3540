"""XML of any vocabulary as lines "Name: text", so that an element's name labels its value.

Where elements are all called alike, an attribute names each:
``<field name="dob">2/3/1980</field>``.
An attribute that is called value holds what the element is for: ``<dob value="2/3/1980"/>``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from scanner.extractors.base import Kind, Locator
from scanner.extractors.markup.expat import Attributes, local_name
from scanner.extractors.markup.flow import Flows

_BETWEEN_WORDS = re.compile(r"_x0020_|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
"""Where a new word begins; databases that export XML write a space as _x0020_."""

_CAPITALS = re.compile(r"[A-Z]{2,}(?=[a-z])")
_INITIALS = frozenset(
    {
        *("BACS", "BRP", "CHI", "CIS", "CRO", "DBS", "DOB", "GMC", "GP", "GPHC", "HCN", "HCPC"),
        *("HMRC", "HO", "IBAN", "ID", "IP", "NHS", "NI", "NINO", "NMC", "NOMIS", "NOMS", "PNC"),
        *("SC", "TRN", "UAN", "UCN", "ULN", "UPN", "UPRN", "URN", "UTR", "VRM", "VRN"),
    }
)
"""Short forms after which exports go on in small letters: "HOref", "NMCregistrationno"."""

_CALLED_ALIKE = frozenset(
    {
        *("field", "fields", "attr", "attribute", "data", "datum", "value", "prop", "property"),
        *("cell", "column", "col", "item", "param", "parameter", "entry", "element", "answer"),
        *("question", "response", "control", "input", "variable", "var", "string", "str", "d", "v"),
        *("f", "c", "text", "simpledata", "dataitem", "formfield", "customfield", "pair", "arg"),
    }
)
"""Elements whose names, in small letters, tell nothing of their values."""
_NAMING = frozenset(
    {"name", "key", "id", "label", "field", "fieldname", "column", "code", "caption", "question"}
)
_VALUE = frozenset({"value", "val", "answer"})
_NAME_SHAPE = re.compile(r"[A-Za-z][^@\n]{1,60}")

_KEPT_NAMES = 1 << 12
_TEXT_CHARS = 65_536  # text of one element is given out in pieces of about this size


@lru_cache(_KEPT_NAMES)
def _worded(name: str) -> str:
    """Return the words of a name, since a label is known by them: "CustDob" holds "Dob".

    >>> _worded("DdSortCode"), _worded("NHSNumber"), _worded("Date_x0020_Born")
    ('Dd Sort Code', 'NHS Number', 'Date Born')
    >>> _worded("NInumber"), _worded("NMCregistrationno")
    ('NI number', 'NMC registrationno')
    """
    return _BETWEEN_WORDS.sub(" ", _CAPITALS.sub(_parted, name))


def _parted(capitals: re.Match[str]) -> str:
    """Return capitals with a space after them where they are a short form by themselves."""
    return f"{capitals[0]} " if capitals[0] in _INITIALS else capitals[0]


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
        self._unsaid: tuple[str, str] | None = None  # an attribute kept back as a label

    def start(self, tag: str, attributes: Attributes) -> None:
        """Take the start of an element."""
        self._say()
        naming = None
        if self._inside or (self._chars and self._is_text()):
            self._inside += 1
        else:
            self._pieces, self._chars = [], 0
            naming = _naming(tag, attributes)
            self._open.append(_worded(attributes[naming]) if naming else self._name(tag))
        for key, value in attributes.items():
            if key == naming:
                self._unsaid = (self._name(key), value)
            elif local_name(key).lower() in _VALUE and not self._inside:
                self._label(self._open[-1], value)
            elif not key.startswith(("xmlns", "xsi:", "xml:")):
                self._add(self._name(key), value)

    def end(self, tag: str) -> None:  # noqa: ARG002 - expat has matched it already
        """Take the end of an element."""
        if self._inside:
            self._inside -= 1
            return
        self._flush()
        self._say()
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
            self._label(self._open[-1], "".join(self._pieces))
            self._pieces, self._chars = [], 0

    def _label(self, label: str, value: str) -> None:
        """Add a value below what may be an attribute that was kept back to label it."""
        if value and not value.isspace():
            self._unsaid = None
            self._add(label, value)

    def _say(self) -> None:
        """Add the attribute that was kept back, for it labels nothing."""
        if self._unsaid is not None:
            self._add(*self._unsaid)
            self._unsaid = None

    def _add(self, label: str, value: str) -> None:
        value = " ".join(value.split())
        if value:
            self._flows.add(self._kind, f"{label}: {value}", self._place())


def _naming(tag: str, attributes: Attributes) -> str | None:
    """Return the attribute that says what an element holds, if its own name does not.

    >>> _naming("field", {"type": "text", "name": "date_of_birth"})
    'name'
    >>> _naming("person", {"name": "Bo Lee"}) is None
    True
    """
    if local_name(tag).lower() not in _CALLED_ALIKE:
        return None
    for key, value in attributes.items():
        if local_name(key).lower() in _NAMING and _NAME_SHAPE.fullmatch(value):
            return key
    return None
