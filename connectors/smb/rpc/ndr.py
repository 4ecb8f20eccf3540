r"""Values as a call carries them: little endian, each aligned to its size from the start.

A pointer stands first, as a number that is 0 for none; what it points to follows the structure
that holds it, in the pointers' order. An array says how many it has room for, before its items.

>>> made = Packer().number(7).text("ab")
>>> unpacked = Unpacker(made.packed)
>>> unpacked.number(), unpacked.text()
(7, 'ab')
"""

from __future__ import annotations

import struct

from connectors.smb.rpc.errors import NotTold

_MOST_ITEMS = 1_000_000  # of one array: more than any server's own accounts
_REFERENT = 0x0002_0000  # any number but 0
_MOST_PARTS = 15  # of a SID: SID_MAX_SUB_AUTHORITIES
_SID_HEAD = struct.Struct(">BBHI")  # revision, parts, authority: big endian, six bytes


class Packer:
    """The arguments of a call, one after the other."""

    def __init__(self) -> None:
        self._made = bytearray()

    @property
    def packed(self) -> bytes:
        """What was packed."""
        return bytes(self._made)

    def raw(self, data: bytes) -> Packer:
        """Add bytes as they are: a handle."""
        self._made += data
        return self

    def number(self, value: int) -> Packer:
        """Add a number of four bytes."""
        self._align(4)
        self._made += struct.pack("<I", value)
        return self

    def short(self, value: int) -> Packer:
        """Add a number of two bytes."""
        self._align(2)
        self._made += struct.pack("<H", value)
        return self

    def pointer(self) -> Packer:
        """Add a pointer to what is packed later."""
        return self.number(_REFERENT)

    def text(self, value: str) -> Packer:
        """Add a text that ends with a zero."""
        data = (value + "\0").encode("utf-16-le", "surrogatepass")
        length = len(data) // 2
        self.number(length).number(0).number(length)
        self._made += data
        return self

    def sid(self, value: str) -> Packer:
        """Add a SID such as S-1-5-11. Raises ValueError for anything else."""
        data = sid_bytes(value)
        self.number(data[1])
        self._made += data
        return self

    def _align(self, size: int) -> None:
        self._made += bytes(-len(self._made) % size)


class Unpacker:
    """The results of a call, read one after the other. Each method raises NotTold."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def raw(self, length: int) -> bytes:
        """Return bytes as they are."""
        found = self._data[self._at : self._at + length]
        if len(found) != length:
            raise NotTold("an answer that is cut short")
        self._at += length
        return found

    def number(self) -> int:
        """Return a number of four bytes; a pointer is one, and 0 where it points nowhere."""
        self._align(4)
        return int.from_bytes(self.raw(4), "little")

    def short(self) -> int:
        """Return a number of two bytes."""
        self._align(2)
        return int.from_bytes(self.raw(2), "little")

    def count(self) -> int:
        """Return how many items follow. Each takes a byte at least, so lies are noticed early."""
        count = self.number()
        if count > min(_MOST_ITEMS, len(self._data) - self._at):
            raise NotTold("an answer that says it is longer than it is")
        return count

    def array(self, expected: int) -> range:
        """Return the places of an array's items, as many as were announced before."""
        if self.count() < expected:
            raise NotTold("an answer whose lengths do not agree")
        return range(expected)

    def data(self) -> bytes:
        """Return an array of bytes."""
        return self.raw(self.count())

    def text(self) -> str:
        """Return a text, without the zero it may end with."""
        self.number()
        self.number()
        data = self.raw(2 * self.count())
        return data.decode("utf-16-le", "replace").rstrip("\0")

    def text_header(self) -> bool:
        """Read an RPC_UNICODE_STRING; return whether a text follows where its pointer leads."""
        self._align(4)
        self.short()
        self.short()
        return self.number() != 0

    def sid(self) -> str:
        """Return a SID as text."""
        parts = self.number()
        head = self.raw(_SID_HEAD.size)
        _, said, high, low = _SID_HEAD.unpack(head)
        if parts != said or parts > _MOST_PARTS:
            raise NotTold("an answer with a SID that is none")
        return sid_text(high << 32 | low, struct.unpack(f"<{parts}I", self.raw(4 * parts)))

    def _align(self, size: int) -> None:
        self._at += -self._at % size


def sid_bytes(sid: str) -> bytes:
    """Return a SID as bytes. Raises ValueError.

    >>> sid_bytes("S-1-5-11").hex()
    '01010000000000050b000000'
    """
    letter, revision, authority, *parts = sid.split("-")
    if (letter, revision) != ("S", "1") or len(parts) > _MOST_PARTS:
        raise ValueError("not a SID")
    number = int(authority, 0)
    try:
        head = _SID_HEAD.pack(1, len(parts), number >> 32, number & 0xFFFFFFFF)
        return head + struct.pack(f"<{len(parts)}I", *map(int, parts))
    except struct.error as error:
        raise ValueError("not a SID") from error


def sid_text(authority: int, parts: tuple[int, ...]) -> str:
    """Return a SID as it is written.

    >>> sid_text(5, (32, 544))
    'S-1-5-32-544'
    """
    text = str(authority) if authority < 1 << 32 else f"0x{authority:012X}"
    return "-".join(("S-1", text, *map(str, parts)))
