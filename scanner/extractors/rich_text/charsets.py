"""Which encoding the character set of a font stands for.

Source: Rich Text Format Specification 1.9.1, "Font Table" (fcharset), read 2026-11-28.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

SYMBOLS = ""
"""The encoding of a font whose characters are pictures."""

WIDE = frozenset({"cp932", "cp949", "johab", "gbk", "cp936", "gb2312", "cp950", "big5", "gb18030"})
"""Encodings whose characters may take a second byte that by itself is ASCII."""

CHARSETS: Mapping[int, str] = {
    0: "cp1252", 2: SYMBOLS, 77: "mac_roman", 78: "cp932", 79: "cp949", 80: "cp936", 81: "cp950",
    83: "mac_greek", 85: "mac_turkish", 88: "mac_latin2", 89: "mac_cyrillic", 128: "cp932",
    129: "cp949", 130: "johab", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""By the number of the set; 1 stands for that of the document."""

_PICTURES = re.compile("[\x80-\xff]")
_HALVES = re.compile("[\ud800-\udfff]")
_FIRST_PICTURE, _LAST_PICTURE = 0xF000, 0xF0FF  # where Windows keeps those of symbol fonts


def shown(raw: bytes, encoding: str) -> str:
    r"""Return ``raw`` as text; a picture is a space.

    >>> shown(b"\xcf\xf0\xe8", "cp1251"), shown(b"\xb7 a", SYMBOLS)
    ('При', '  a')
    """
    if encoding == SYMBOLS:
        return _PICTURES.sub(" ", raw.decode("latin-1"))
    return raw.decode(encoding, "replace")


def character(number: int) -> str:
    r"""Return the character that ``\u`` names; it counts in 16 bits with a sign.

    >>> character(8217), character(-3913), character(99999999)
    ('’', ' ', '\ufffd')
    """
    if 0 <= number < 0xD800:
        return chr(number)
    if -0x8000 <= number < 0:
        number += 0x10000
    if _FIRST_PICTURE <= number <= _LAST_PICTURE:
        return " "
    return chr(number) if 0 <= number <= 0x10FFFF else "\ufffd"


def whole(text: str) -> str:
    r"""Return ``text`` with characters that came in two halves put together.

    >>> whole("\ud83d\ude00 \ud83d")
    '😀 \ufffd'
    """
    if text.isascii() or not _HALVES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
