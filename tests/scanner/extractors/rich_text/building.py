"""Rich text for tests, as Word writes it."""

from __future__ import annotations

import struct

_FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fcharset204{\*\falt Arial}Arial Cyr;}"
    r"{\f2\fcharset2 Symbol;}{\f3\fcharset128 MS Mincho;}{\f4\fnil\cpg1250 Arial CE;}}"
)


def rtf(body: str, *, head: str = r"\ansi\ansicpg1252\uc1\deff0", tables: str = "") -> bytes:
    """Return a document; ``tables`` stand between its font table and its text."""
    text = r"{\rtf1" + head + _FONTS + r"{\colortbl;\red0\green0\blue0;}" + tables + "\r\n"
    return f"{text}\\pard\\plain {body}}}".encode("latin-1")


def row(*cells: str) -> str:
    """Return one row of a table, its cells of one width."""
    return spanned(*((cell, 1_000 * number) for number, cell in enumerate(cells, 1)))


def spanned(*cells: tuple[str, int]) -> str:
    """Return one row of a table whose cells end at the places given, in twips."""
    edges = "".join(f"\\clvertalt\\cellx{edge}" for _, edge in cells)
    text = "".join(f"{{\\lang2057 {cell}\\cell }}" for cell, _ in cells)
    looks = f"\\trowd\\trgaph108{edges}"
    return f"{looks}\\pard\\plain\\intbl {text}\\pard\\plain\\intbl {{{looks}\\row }}\\pard "


def ole1(name: str, native: bytes, kind: int = 2, topic: str = "") -> str:
    """Return an object as rich text holds it, in hexadecimal digits."""
    strings = b"".join(
        struct.pack("<I", len(text) + 1) + text.encode() + b"\0" if text else struct.pack("<I", 0)
        for text in (name, topic, "")
    )
    data = struct.pack("<II", 0x501, kind) + strings + struct.pack("<I", len(native)) + native
    digits = data.hex()
    return "\r\n".join(digits[at : at + 128] for at in range(0, len(digits), 128))


def embedded(data: str) -> str:
    """Return the group of an embedded object."""
    return (
        r"{\object\objemb\objw100\objh100{\*\objclass Package}{\*\objdata "
        + data
        + r"}{\result {\pard\plain Shown instead\par}}}"
    )
