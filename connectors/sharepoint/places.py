r"""Places in SharePoint: addresses as exports write them, and how two are told to be one.

An absolute address is URL-encoded, one that begins at the server's root may be or not. Case means
nothing in SharePoint, and a composed letter is the same as a decomposed one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote

_ABSOLUTE = re.compile(r"https?://([^/?#]+)(/?[^?]*)", re.IGNORECASE | re.DOTALL)
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")
_OF_COLLECTIONS = frozenset({"sites", "teams", "personal"})
_VIEW = re.compile(r"/(?:forms/)?[^/]+\.aspx$", re.IGNORECASE)

Place = tuple[str, ...]
"""The names from the server's root down, as they are shown."""

Key = tuple[str, ...]
"""A place in the one spelling by which places are compared."""


class Address(NamedTuple):
    """A place and the host it is on; "" where the address does not say."""

    host: str
    place: Place


def address_of(url: str) -> Address:
    """Return what an address means. Raises ValueError for one that names no place.

    >>> address_of("https://council.sharepoint.com/sites/Housing/Shared%20Documents")
    Address(host='council.sharepoint.com', place=('sites', 'Housing', 'Shared Documents'))
    >>> address_of("/sites/Housing/50% rent.docx").place
    ('sites', 'Housing', '50% rent.docx')
    """
    text = url.strip()
    found = _ABSOLUTE.fullmatch(text) or _ABSOLUTE.match(text)
    host, path = (found[1].lower(), found[2]) if found else ("", text)
    if not found and not text:
        raise ValueError("an empty address")
    if "/_layouts/" in path.lower():
        raise ValueError("the address of a viewer, not of a file")
    if found or (" " not in path and _ENCODED.search(path)):
        path = unquote(path)
    place = tuple(name for name in cleaned(path).split("/") if name)
    if "." in place or ".." in place:
        raise ValueError("an address that leads elsewhere")
    return Address(host, place)


def cleaned(text: str) -> str:
    """Return text without what no database takes: halves of characters, and NUL."""
    return text.strip().replace("\0", "").encode("utf-8", "replace").decode()


def library_of(place: Place) -> Place:
    """Return a library's own place where an address is that of one of its views.

    >>> library_of(("sites", "Housing", "Rents", "Forms", "AllItems.aspx"))
    ('sites', 'Housing', 'Rents')
    """
    return tuple(name for name in _VIEW.sub("", "/" + "/".join(place)).split("/") if name)


def key_of(place: Place) -> Key:
    """Return a place in the one spelling by which it is compared.

    >>> key_of(("Sites", "cafe\u0301")) == key_of(("sites", "CAF\u00c9"))
    True
    """
    return tuple(map(name_key, place))


def name_key(name: str) -> str:
    """Return a name in the one spelling by which it is compared."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def site_of(place: Place) -> Place:
    """Return the site collection that a place lies in, whose groups are one set.

    >>> site_of(("sites", "Housing", "Rents")), site_of(("Shared Documents",))
    (('sites', 'Housing'), ())
    """
    return place[:2] if place and place[0].lower() in _OF_COLLECTIONS else ()


def shown(place: Place) -> str:
    """Return a place as people write it.

    >>> shown(("sites", "Housing"))
    '/sites/Housing'
    """
    return "/" + "/".join(place)
