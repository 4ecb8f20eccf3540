"""Which encoding a Windows code page, or the language of an old document, stands for."""

from __future__ import annotations

import codecs
from collections.abc import Mapping

_NAMED: Mapping[int, str] = {
    1200: "utf-16-le", 1201: "utf-16-be", 10000: "mac_roman", 10006: "mac_greek",
    10007: "mac_cyrillic", 10029: "mac_latin2", 10079: "mac_iceland", 10081: "mac_turkish",
    20127: "cp1252", 20866: "koi8_r", 21866: "koi8_u", 28591: "cp1252", 32768: "mac_roman",
    32769: "cp1252", 50220: "iso2022_jp", 50221: "iso2022_jp", 51932: "euc_jp", 51936: "gb2312",
    51949: "euc_kr", 52936: "hz", 54936: "gb18030", 65000: "utf-7", 65001: "utf-8",
    367: "cp1252", 0: "cp1252",
}  # fmt: skip
_BY_LANGUAGE: Mapping[int, str] = {
    0x01: "cp1256", 0x02: "cp1251", 0x04: "gbk", 0x05: "cp1250", 0x08: "cp1253", 0x0D: "cp1255",
    0x0E: "cp1250", 0x11: "cp932", 0x12: "cp949", 0x15: "cp1250", 0x18: "cp1250", 0x19: "cp1251",
    0x1A: "cp1250", 0x1B: "cp1250", 0x1C: "cp1250", 0x1F: "cp1254", 0x20: "cp1256",
    0x22: "cp1251", 0x23: "cp1251", 0x24: "cp1250", 0x25: "cp1257", 0x26: "cp1257",
    0x27: "cp1257", 0x29: "cp1256", 0x2A: "cp1258", 0x2F: "cp1251",
}  # fmt: skip
"""By the lower ten bits of a language number ([MS-LCID] 2.2)."""


def encoding_of(page: int) -> str:
    """Return Python's name for a Windows code page, cp1252 where nobody knows it.

    >>> encoding_of(1252), encoding_of(65001), encoding_of(12345)
    ('cp1252', 'utf-8', 'cp1252')
    """
    name = _NAMED.get(page, f"cp{page}")
    if page // 1000 == 28:  # ISO 8859
        name = _NAMED.get(page, f"iso8859_{page - 28590}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def encoding_of_language(language: int) -> str:
    """Return the Windows code page that documents in a language were written in.

    >>> encoding_of_language(0x0809), encoding_of_language(0x0419)
    ('cp1252', 'cp1251')
    """
    if language == 0x0404:
        return "big5"  # Taiwan's; the mainland's shares the lower bits
    return _BY_LANGUAGE.get(language & 0x3FF, "cp1252")
