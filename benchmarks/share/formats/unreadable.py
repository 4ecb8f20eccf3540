"""Files that a scan cannot read, or reads in vain: it must say so, never pass them over."""

from __future__ import annotations

import struct
import zlib
from random import Random

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def encrypted_zip(rng: Random, name: str) -> bytes:
    """Return a ZIP whose one member is flagged as encrypted.

    Its bytes are noise, as any cipher's are to who lacks the password. Source: PKWARE APPNOTE
    6.3.10, sections 4.3.7 and 4.4.4, read 2026-11-25.
    """
    data, encoded = rng.randbytes(400), name.encode()
    sizes = struct.pack("<III", rng.getrandbits(32), len(data), len(data) - 12)
    local = struct.pack("<IHHHHH", 0x04034B50, 20, 1, 0, 0x4800, 0x5881) + sizes
    local += struct.pack("<HH", len(encoded), 0) + encoded
    central = struct.pack("<IHHHHHH", 0x02014B50, 20, 20, 1, 0, 0x4800, 0x5881) + sizes
    central += struct.pack("<HHHHHII", len(encoded), 0, 0, 0, 0, 0, 0) + encoded
    body = local + data
    tail = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(central), len(body), 0)
    return body + central + tail


def _directory_entry(name: str, kind: int, start: int, size: int, child: int, right: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    head = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded), kind, 1)
    links = struct.pack("<III", _FREE, right, child) + bytes(36)
    return head + links + struct.pack("<IQ", start, size)


def encrypted_office(rng: Random) -> bytes:
    """Return what an Office document with a password is.

    A compound file with the streams EncryptionInfo and EncryptedPackage. Source: [MS-OFFCRYPTO]
    2.3.4, [MS-CFB] 2.2 to 2.6, read 2026-11-25.
    """
    info = struct.pack("<HHI", 4, 4, 0x40) + b'<?xml version="1.0"?><encryption/>'
    info = info.ljust(4096, b" ")  # 4,096 bytes and more lie in full sectors
    package = struct.pack("<Q", 8000) + rng.randbytes(8184)
    first = 2  # sector 0 is the FAT, 1 the directory
    second = first + len(info) // _SECTOR
    end = second + len(package) // _SECTOR
    fat = [_FAT, _END, *range(first + 1, second), _END, *range(second + 1, end), _END]
    fat += [_FREE] * (_SECTOR // 4 - len(fat))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108
    directory = _directory_entry("Root Entry", 5, _END, 0, 1, _FREE)
    directory += _directory_entry("EncryptionInfo", 2, first, len(info), _FREE, 2)
    directory += _directory_entry("EncryptedPackage", 2, second, len(package), _FREE, _FREE)
    directory += bytes(64) + bytes(4) + struct.pack("<III", _FREE, _FREE, _FREE) + bytes(48)
    return header + struct.pack("<128I", *fat) + directory + info + package


def cut_short(rng: Random, data: bytes) -> bytes:
    """Return the first half or so of a file, as a broken copy leaves it."""
    return data[: max(200, int(len(data) * rng.uniform(0.35, 0.6)))]


def grey_pixels(rng: Random, width: int, height: int) -> bytes:
    """Return a picture of grey stripes, one byte a pixel."""
    return b"".join(bytes([rng.randrange(256)]) * width for _ in range(height))


def picture(rng: Random, width: int = 120, height: int = 80) -> bytes:
    """Return a PNG without any text. Source: W3C PNG specification, sections 5 and 11."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    pixels = grey_pixels(rng, width, height)
    lines = b"".join(b"\0" + pixels[at : at + width] for at in range(0, len(pixels), width))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def unknown_binary(rng: Random) -> bytes:
    """Return bytes that no type is known for: a made-up magic and noise."""
    return b"\x93\xf1QZ\x00\x01" + rng.randbytes(rng.randrange(800, 6000))
