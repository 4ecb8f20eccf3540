"""Which encoding a text is in, and reading it block by block.

The ladder, cheapest rung first: byte-order mark; the pattern of NULs that UTF-16 leaves;
UTF-8, which other text almost never passes for; then the old encodings of British offices
(Windows, DOS, Mac), scored by how well their letters fit; chardet only where none fits.
Measured order and thresholds: docs/decisions/0002.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

import chardet

from scanner.extractors.base import ExtractionError, foreign_parser
from scanner.extractors.holes import past_hole

READ_BYTES = 1 << 20
_SAMPLE_BYTES = 1 << 16
_MARKS = (  # longest first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_OF_DOCUMENTS = frozenset(  # Python's own notations, and those of host names
    {"unicode-escape", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape"}
    | {"idna", "punycode", "undefined"}
)
_OFFICE = ("cp1252", "cp850", "mac_roman")  # a tie goes to the first
_FOREIGN_SHARE = 0.15  # of bytes above 127: more means another script
_FEW_HIGH = 8  # bytes above 127: too few to tell another script by
_FITTING_SCORE = 0.5
_SCORED_CHARS = 2_000  # non-ASCII characters looked at: enough to tell, quick on long texts
_NULS_OF_UTF16 = 0.3  # of the high halves are NUL in text that is mostly Latin
_NULS_OF_OTHERS = 0.05  # at most, of the low halves

_SMALL = "a-zàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœšžß"
_LARGE = "A-ZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽŸ"
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_FITTING = re.compile(
    rf"(?<=[{_SMALL}])[à-öø-ÿœšžß]"  # a small letter inside or after a word
    rf"|(?<![{_LARGE}{_SMALL}])[à-öø-ÿœšž](?=[{_SMALL}])"  # or that begins one: été
    rf"|(?<=[{_LARGE}])[à-öø-ÿœšž](?=[{_SMALL}])"  # Þórir, Rémy
    rf"|(?:(?<=^[{_LARGE}])|(?<=[^{_SMALL}{_LARGE}][{_LARGE}]))[à-öø-ÿ](?![{_SMALL}{_LARGE}])"  # Ní
    rf"|(?<![{_SMALL}])[À-ÖØ-ÝŒŠŽŸ](?=[{_SMALL}{_LARGE}])"  # a capital before letters
    rf"|(?<=[{_LARGE}][{_LARGE}])[À-ÖØ-ÝŒŠŽŸ]"  # or after capitals
    rf"|(?<![{_SMALL}{_LARGE}])[À-ÖØ-Ý](?=\.|\s[{_LARGE}])"  # É. Dubois, Ó Conaire
    r"|[£€](?=\s?\d)|(?<=\d)[°%½¼¾²³]"
    rf"|(?<=[{_LARGE}{_SMALL}])[’](?=[{_SMALL}{_LARGE}\s])|(?<!\w)[‘“](?=\w)|(?<=[\w.,!?])[”’]"
    r"|(?<=\s)[–—•·](?=\s)|(?<=\d)–(?=\d)|(?<=\w)…|[\xa0©®™](?=[\s\w])"
)


class TextReader:
    """One pass over a stream as text: ``blocks`` yields it, ``encoding`` says how it was read.

    The choice may fall late: as long as a text is plain ASCII every encoding gives the same.
    Bytes that the encoding does not know become U+FFFD.
    """

    def __init__(self, stream: BinaryIO, declared: str | None = None) -> None:
        self._stream = stream
        self._declared = known_encoding(declared)
        self.encoding = "utf-8"

    def blocks(self) -> Iterator[str]:
        """Yield the text in pieces of about 256 K characters, cut anywhere."""
        data = self._read()
        marked = marked_encoding(data) or self._declared
        if marked not in (None, "utf-8"):
            yield from self._decoded(data, marked or "utf-8")
            return
        yield from self._as_utf8(data.removeprefix(codecs.BOM_UTF8))

    def _read(self) -> bytes:
        """Return the next bytes; a hole of a sparse file comes as one block of NULs."""
        data = self._stream.read(READ_BYTES)
        if data and not data.strip(b"\0"):
            past_hole(self._stream)
        return data

    def _as_utf8(self, data: bytes) -> Iterator[str]:
        """Yield as UTF-8 for as long as that holds, then as what the ladder says."""
        pending = b""  # the begun character at the end of the last block
        seen_any = False  # a character above ASCII, so this really is UTF-8
        while data:
            if not pending and data.isascii():
                yield data.decode("ascii")
            else:
                data = pending + data
                try:
                    text, used = codecs.utf_8_decode(data, "strict", False)  # noqa: FBT003 - C API
                except UnicodeDecodeError as error:
                    seen_any = seen_any or not data[: error.start].isascii()
                    yield from self._decoded(data, "utf-8" if seen_any else legacy_encoding(data))
                    return
                pending = data[used:]
                seen_any = True
                yield text
            data = self._read()
        if pending:
            encoding = "utf-8" if seen_any and len(pending) > 1 else legacy_encoding(pending)
            yield from self._decoded(pending, encoding)

    def _decoded(self, data: bytes, encoding: str) -> Iterator[str]:
        self.encoding = encoding
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        first = True
        while data:
            text = decoder.decode(data)
            yield text.removeprefix("\ufeff") if first else text
            first = False
            data = self._read()
        rest = decoder.decode(b"", final=True)
        if rest:
            yield rest


def decoded(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return ``data`` as text, and the encoding it was read in."""
    encoding = marked_encoding(data) or known_encoding(declared) or _unmarked_encoding(data)
    return data.decode(encoding, "replace").removeprefix("\ufeff"), encoding


def marked_encoding(data: bytes) -> str | None:
    """Return what a byte-order mark, or the NULs of UTF-16, at the start say; else None."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    return _utf16_by_nuls(data[:_SAMPLE_BYTES])


def legacy_encoding(data: bytes) -> str:
    r"""Return the encoding of text that is neither marked nor UTF-8.

    >>> legacy_encoding(b"Ren\x82 paid \x9c100")
    'cp850'
    >>> legacy_encoding(b"Ren\xe9 paid \xa3100 \x96 it\x92s late")
    'cp1252'
    """
    sample = _sample(data)
    high = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    scores = {encoding: _score(sample.decode(encoding, "replace")) for encoding in _OFFICE}
    best = max(_OFFICE, key=lambda encoding: scores[encoding])
    is_latin = high < _FEW_HIGH or high <= _FOREIGN_SHARE * len(sample)
    if is_latin and scores[best] >= _FITTING_SCORE:
        return best
    return _asked(sample) or best


def known_encoding(name: str | None) -> str | None:
    """Return Python's name of the text encoding that a document declares, or None.

    Latin-1 and ASCII are read as cp1252, as browsers do (WHATWG Encoding, 4.2). UTF-16 and UTF-32
    are not believed: where they are true, the bytes show it.
    """
    if not name:
        return None
    try:
        info = codecs.lookup(name.strip().strip("\"'"))
        b"a".decode(info.name, "replace")  # refuses codecs that are no text encodings
    except (LookupError, ValueError):
        return None
    if info.name.startswith(("utf-16", "utf-32")) or info.name in _NOT_OF_DOCUMENTS:
        return None
    return "cp1252" if info.name in ("iso8859-1", "ascii") else info.name


def _unmarked_encoding(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if not data[: error.start].isascii():
            return "utf-8"
        return legacy_encoding(data)
    return "utf-8"


def _utf16_by_nuls(head: bytes) -> str | None:
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0 : 2 * half : 2].count(0) / half, head[1 : 2 * half : 2].count(0) / half
    if odd > _NULS_OF_UTF16 and even < _NULS_OF_OTHERS:
        return "utf-16-le"
    if even > _NULS_OF_UTF16 and odd < _NULS_OF_OTHERS:
        return "utf-16-be"
    return None


def _sample(data: bytes) -> bytes:
    """Return a piece of ``data`` around its first byte above 127."""
    found = re.search(rb"[\x80-\xff]", data)
    start = max(found.start() - 1_000, 0) if found else 0
    return data[start : start + _SAMPLE_BYTES]


def _score(text: str) -> float:
    """Return which share of the characters above ASCII stand where such characters do."""
    total = fitting = 0
    for match in _NOT_ASCII.finditer(text):
        total += 1
        fitting += _FITTING.match(text, match.start()) is not None
        if total == _SCORED_CHARS:
            break
    return fitting / total if total else 1.0


def _asked(sample: bytes) -> str | None:
    try:
        with foreign_parser():
            return known_encoding(chardet.detect(sample)["encoding"])
    except ExtractionError:
        return None
