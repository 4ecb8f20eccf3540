r"""Objects of a directory from CSV, as ``csvde`` writes it on Windows.

A column is an attribute, a row an object, an empty cell an attribute that the object does not have.
Values in one cell are parted by ``;``; within a value ``\;`` is that character and ``\\`` a
backslash. What is not plain text stands as ``X'...'``, its bytes in hexadecimal. Of an object's
classes the last one is told, the most special.

Source  Windows Server documentation, "csvde" (what it exports), and exports that others' public
        programs read (how values are written), read 2026-11-28; csvde itself was not run.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator

from connectors.directory.link import Found

_DN = "dn"
_VALUE = re.compile(r"(?:[^;\\]|\\.?)+", re.DOTALL)  # up to a ";" without a backslash before it
_ESCAPED = re.compile(r"\\([;\\])")
_HEX = re.compile(r"X'((?:[0-9A-Fa-f]{2})*)'")


def records(lines: Iterable[str]) -> Iterator[Found]:
    r"""Yield the objects of an export. Raises ValueError for what is none.

    >>> text = ["DN,objectSid,member", "CN=T,X'0102',CN=Ann;CN=Bo"]
    >>> next(records(text)).attributes
    {'objectSid': [b'\x01\x02'], 'member': [b'CN=Ann', b'CN=Bo']}
    """
    rows = csv.reader(lines, strict=True)
    limit = csv.field_size_limit(sys.maxsize)  # all members of a group stand in one cell
    try:
        header = next(rows, [])
        if not header or header[0].lower() != _DN:
            raise ValueError("the first column is no DN")
        for row in rows:
            if not row:
                continue
            if len(row) != len(header):
                raise ValueError("a row that is cut short")
            told = {name: _values(cell) for name, cell in zip(header, row, strict=True) if cell}
            yield Found(told.pop(header[0])[0].decode(), told)
    except (csv.Error, LookupError) as error:
        raise ValueError("a row that cannot be read") from error
    finally:
        csv.field_size_limit(limit)


def _values(cell: str) -> list[bytes]:
    return [_bytes(each) for each in _VALUE.findall(cell)]


def _bytes(value: str) -> bytes:
    written = _HEX.fullmatch(value)
    if written is not None:
        return bytes.fromhex(written[1])
    return _ESCAPED.sub(r"\1", value).encode()
