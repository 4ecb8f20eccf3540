"""Objects of a directory from LDIF, as ``ldifde`` and ``ldapsearch`` write it.

Source  RFC 2849; Windows Server documentation, "ldifde"; read 2026-11-26.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Iterator
from itertools import chain

from connectors.directory.link import Found


def records(lines: Iterable[str]) -> Iterator[Found]:
    """Yield the objects of LDIF; what has no name, such as a referral, is left out.

    Raises ValueError for what is no LDIF.

    >>> next(records(["dn: CN=Ann", "mail:: YW5uQA==", "cn: An", " n"])).attributes["cn"]
    [b'Ann']
    """
    attributes: dict[str, list[bytes]] = {}
    for line in chain(_unfolded(lines), ("",)):
        if line:
            name, value = _attribute(line)
            attributes.setdefault(name, []).append(value)
            continue
        dn = attributes.pop("dn", None)
        if dn is not None:
            yield Found(dn[0].decode(), attributes)
        attributes = {}


def _unfolded(lines: Iterable[str]) -> Iterator[str]:
    """Yield whole lines, with comments left out and an empty one between objects."""
    whole: str | None = None
    for each in lines:
        line = each.rstrip("\r\n")
        if line.startswith(" ") and whole is not None:
            whole += line[1:]
            continue
        if whole is not None and not whole.startswith("#"):
            yield whole
        whole = line
    if whole is not None and not whole.startswith("#"):
        yield whole


def _attribute(line: str) -> tuple[str, bytes]:
    name, colon, value = line.partition(":")
    if not colon or not name:
        raise ValueError("a line without a name")
    if value.startswith("<"):
        raise ValueError("a value that lies elsewhere: nothing is fetched")
    if not value.startswith(":"):
        return name, value.removeprefix(" ").encode()
    try:
        return name, base64.b64decode(value[1:].strip(), validate=True)
    except binascii.Error as error:
        raise ValueError("a value that is no base64") from error
