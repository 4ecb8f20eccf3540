"""PDF that recurses, swells, lies or is locked.

Source: ISO 32000-2:2020, sections 7.3 to 7.7 and 8.10, read 2026-11-25.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from random import Random

from tests.scanner.hostile.base import EXAMINED, Hostile, deflated, hostile

_SHOWN = b"BT /F 12 Tf 50 700 Td (NHS number: 999 000 0018) Tj ET"
_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R"
    b" /Resources << /Font << /F 4 0 R >> /XObject << /X 6 0 R >> >> >>"
)


def stream(data: bytes, words: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), words, data)


def assembled(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of ``objects`` by number, object 1 its catalogue."""
    output, offsets = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        offsets[number] = len(output)
        output += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    end, size = len(output), max(objects) + 1
    output += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        known = number in offsets
        output += b"%010d %05d %s \n" % (offsets.get(number, 0), 0, b"n" if known else b"f")
    output += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        trailer,
        end,
    )
    return bytes(output)


def _document(**objects: bytes) -> bytes:
    """Return a document of one page; ``o5`` replaces object 5, its content."""
    made = {1: _CATALOG, 2: _PAGES, 3: _PAGE, 4: _FONT, 5: stream(_SHOWN)}
    made.update({int(name[1:]): body for name, body in objects.items()})
    return assembled(dict(sorted(made.items())))


def _swelling(rng: Random) -> bytes:
    """A page that unpacks to 400 MB of text."""
    block = b"BT /F 12 Tf 50 700 Td (word and another word) Tj ET\n" * 2_000
    packed = deflated(block, 400_000_000 // len(block))
    return _document(o5=stream(packed, b"/Filter /FlateDecode"))


def _filtered_often(rng: Random) -> bytes:
    """Zeros packed twice: two kilobytes that unpack to 700 MB."""
    packed = zlib.compress(deflated(bytes(1_000_000), 700), 9)
    return _document(o5=stream(packed, b"/Filter [/FlateDecode /FlateDecode]"))


def _pages_in_a_ring(rng: Random) -> bytes:
    return _document(o2=b"<< /Type /Pages /Kids [3 0 R 2 0 R 2 0 R] /Count 1000000 >>")


def _page_of_pages(rng: Random) -> bytes:
    """Page trees within page trees, each twice: two to the thirtieth pages."""
    levels = {
        f"o{10 + number}": b"<< /Type /Pages /Parent 2 0 R /Kids [%d 0 R %d 0 R] /Count %d >>"
        % (11 + number, 11 + number, 2 ** (30 - number))
        for number in range(30)
    }
    return _document(o2=b"<< /Type /Pages /Kids [10 0 R] /Count 1073741824 >>", o40=_PAGE, **levels)


def _form_in_itself(rng: Random) -> bytes:
    return _document(
        o5=stream(b"/X Do " + _SHOWN),
        o6=stream(
            b"/X Do /X Do " + _SHOWN,
            b"/Type /XObject /Subtype /Form /BBox [0 0 600 800]"
            b" /Resources << /Font << /F 4 0 R >> /XObject << /X 6 0 R >> >>",
        ),
    )


def _forms_in_forms(rng: Random) -> bytes:
    """A dozen forms, each of which shows the next one twice: four thousand words from one.

    Twice as many end either library for want of memory, as ``form in itself`` does in less time.
    """
    forms = {
        f"o{6 + level}": stream(
            b"/X Do /X Do" if level < 12 else _SHOWN,
            b"/Type /XObject /Subtype /Form /BBox [0 0 600 800]"
            b" /Resources << /Font << /F 4 0 R >> /XObject << /X %d 0 R >> >>" % (7 + level),
        )
        for level in range(13)
    }
    return _document(o5=stream(b"/X Do " + _SHOWN), **forms)


def _deep_arrays(rng: Random) -> bytes:
    return _document(o6=b"[" * 200_000 + b"]" * 200_000)


def _previous_is_itself(rng: Random) -> bytes:
    made = {1: _CATALOG, 2: _PAGES, 3: _PAGE, 4: _FONT, 5: stream(_SHOWN)}
    at = assembled(made).rindex(b"xref\n0")
    return assembled(made, b"/Prev %d" % at)


def _million_pages(rng: Random) -> bytes:
    kids = b"3 0 R " * 200_000
    return _document(o2=b"<< /Type /Pages /Kids [%s] /Count 200000 >>" % kids)


def _locked(rng: Random) -> bytes:
    """Encrypted with a password that nobody knows. Source: ISO 32000-2:2020, 7.6.4."""
    made = {1: _CATALOG, 2: _PAGES, 3: _PAGE, 4: _FONT, 5: stream(rng.randbytes(200))}
    made[6] = b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <%s> /U <%s> >>" % (
        rng.randbytes(32).hex().encode(),
        rng.randbytes(32).hex().encode(),
    )
    identity = rng.randbytes(16).hex().encode()
    return assembled(made, b"/Encrypt 6 0 R /ID [<%s> <%s>]" % (identity, identity))


def _scattered(rng: Random) -> bytes:
    """Twenty thousand words all over a page, which some libraries sort in quadratic time."""
    words = b"".join(
        b"1 0 0 1 %d %d Tm (w%d) Tj " % (rng.randrange(600), rng.randrange(800), number)
        for number in range(20_000)
    )
    return _document(o5=stream(b"BT /F 2 Tf " + words + b"ET"))


PLAIN = _document()
FILES: tuple[Hostile, ...] = (
    hostile("swelling.pdf", _swelling, "memory", "limit", "timed-out", "partial"),
    hostile("packed twice.pdf", _filtered_often, "memory", "limit", "timed-out", EXAMINED),
    hostile("ring of pages.pdf", _pages_in_a_ring, "limit", "partial", "corrupt", EXAMINED),
    hostile("tree of pages.pdf", _page_of_pages, "limit", "partial", "corrupt", EXAMINED),
    hostile("form in itself.pdf", _form_in_itself, EXAMINED, "memory", "timed-out"),
    hostile("forms in forms.pdf", _forms_in_forms, EXAMINED),
    hostile("deep arrays.pdf", _deep_arrays, EXAMINED, "corrupt"),
    hostile("previous is itself.pdf", _previous_is_itself, EXAMINED, "corrupt"),
    hostile("many pages.pdf", _million_pages, "limit", "timed-out"),
    hostile("locked.pdf", _locked, "encrypted"),
    hostile("scattered.pdf", _scattered, EXAMINED),
)
